package dict

import (
	"slices"
	"unicode/utf8"
)

// fewBlocks is how many blocks are read rather than narrowed down: to try all
// errors at one more cut takes as long as to read four or five blocks.
const fewBlocks = 5

// afterAll is a byte that sorts after those of all keys, which are UTF-8.
const afterAll = "\xff"

// blocksOf returns the blocks that have the keys which begin with a prefix, from the
// first to the last; there may be none of these keys in either.
func blocksOf[T Text](d *Dict, prefix T) (first, last int) {
	var room [64]byte
	return max(0, blockOf(d, prefix)), blockOf(d, append(append(room[:0], prefix...), afterAll...))
}

// Numbers returns the numbers that keys which begin with a prefix have, from the first
// up to the last, which is excluded; a few next to them begin otherwise. Keys are
// numbered from 0 in their order.
func (d *Dict) Numbers(prefix string) (from, to uint32) {
	first, last := blocksOf(d, prefix)
	return uint32(first * blockLen), uint32((last + 1) * blockLen)
}

// Key returns the key with a number; empty if there is none.
func (d *Dict) Key(number uint32) string {
	var room [MaxTypos]byte
	if int(number) >= d.n {
		return ""
	}
	key, _, _ := d.entryAt(number, room[:])
	return string(key)
}

// read looks for the first cut behind which errors need not be tried, since there are
// few keys that begin with all that is before it, and reads these keys.
func (p *probe) read() {
	p.end = len(p.cuts)
	for i := max(p.first, p.leastRead()); i < len(p.cuts); i++ {
		prefix := p.key[:p.cuts[i]]
		if first, last := blocksOf(p.dict, prefix); last-first < fewBlocks {
			p.end = i
			p.readBlocks(prefix, first, last)
			return
		}
	}
}

// leastRead is the first cut that may have few keys. In an index of millions it is
// further on; to try one more costs two searches for a block.
func (p *probe) leastRead() (cut int) {
	for n := p.dict.numBlocks; n > fewBlocks; n /= 32 {
		cut++
	}
	return cut
}

// readBlocks notes the keys one error behind a prefix away.
func (p *probe) readBlocks(prefix string, first, last int) {
	for b := first; b <= last; b++ {
		p.buf, _ = p.dict.walk(b, p.buf, func(_ int, e entry) bool {
			if !hasPrefix(e.key, prefix) {
				return string(e.key) < prefix
			}
			if order, near := p.errorIn(e.key); near {
				p.note(e.key, order, e.postings)
			}
			return true
		})
	}
}

// errorIn returns the order of the error by which a key is a neighbour, if it is one
// and begins like the one asked for up to p.end.
func (p *probe) errorIn(key []byte) (errorOrder uint32, near bool) {
	cut := p.end
	for cut < len(p.cuts)-1 && hasPrefix(key[p.cuts[cut]:], p.character(cut)) {
		cut++
	}
	asked, rest := p.key[p.cuts[cut]:], string(key[p.cuts[cut]:])
	behind := ""
	if asked != "" {
		if behind = p.key[p.cuts[cut+1]:]; rest == behind {
			return order(deletions, p.firstOf(cut, p.character(cut)), 0), true
		}
	}
	_, size := utf8.DecodeRuneInString(rest)
	put, rest := rest[:size], rest[size:]
	switch {
	case size == 0:
		return 0, false
	case rest == asked:
		return p.letterOrder(put, p.firstOf(cut, put), 0)
	case asked != "" && rest == behind:
		return p.letterOrder(put, cut, replacing)
	}
	return order(exchanges, cut, 0), cut+2 < len(p.cuts) && put == p.character(cut+1) &&
		hasPrefix(key[p.cuts[cut]+size:], p.character(cut)) && rest[len(p.character(cut)):] == p.key[p.cuts[cut+2]:]
}

// firstOf returns the first cut at which leaving out or putting in a character does
// the same as at a cut: "baghdad" of "bagghdad" lacks either g.
func (p *probe) firstOf(cut int, character string) int {
	for cut > p.end && p.character(cut-1) == character {
		cut--
	}
	return cut
}

// letterOrder returns the order of putting in a letter, if that may be.
func (p *probe) letterOrder(letter string, cut, how int) (errorOrder uint32, near bool) {
	for n, a := range p.alphabets {
		if i := slices.Index(a.letters, letter); i >= 0 {
			return order(insertions+n, cut, how+i), true
		}
	}
	return 0, false
}

func hasPrefix(key []byte, prefix string) bool {
	return len(key) >= len(prefix) && string(key[:len(prefix)]) == prefix
}
