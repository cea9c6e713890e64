package dict

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// neighbours yields the keys one typing error away from the one asked for: a
// character left out, put in or replaced, or two neighbours exchanged. A
// character that is put in is a letter of the scripts of the key, or a space:
// nobody takes H-2 for H-3 by mistake. A key may come more than once, and the key
// itself too. It reports whether yield always returned true.
//
// Where few keys begin as the key does up to an error, these are read. Of errors
// nearer to its beginning every string that they may have made is looked for, some
// two hundred; see [Hash] for why that takes a few nanoseconds each.
//
// Only errors that begin at the cut from or behind it are tried.
func (d *Dict) neighbours(key string, from int, yield func(key string, postings Location) bool) bool {
	p := probes.Get().(*probe)
	defer probes.Put(p)
	p.dict, p.key, p.first = d, key, max(0, from)
	p.prepare()
	p.read()
	p.deletions()
	p.exchanges()
	p.letters()
	return p.tell(yield)
}

// Near yields the keys one or, if maxEdits is 2, two typing errors away from the
// one asked for, nearer ones first, each once; see neighbours. Two errors
// are two steps from neighbour to neighbour, whether or not the one in the
// middle is a key.
func (d *Dict) Near(key string, maxEdits int, yield func(key string, edits int, postings Location) bool) {
	if maxEdits < 1 || !utf8.ValidString(key) || len(key) > maxFuzzy {
		return
	}
	var seen keys
	seen.add(key)
	report := func(edits int) func(string, Location) bool {
		return func(found string, at Location) bool { return !seen.add(found) || yield(found, edits, at) }
	}
	if !d.neighbours(key, 0, report(1)) || maxEdits < 2 {
		return
	}
	second := report(2)
	eachVariant(key, func(variant string, at int) bool { return d.neighbours(variant, at-overlap, second) })
}

// keys is a set of keys. Mostly they are few, for which a map takes longer.
type keys struct {
	few  []string
	many map[string]bool
}

const fewKeys = 16

// add adds a key, and reports whether it is new.
func (s *keys) add(key string) bool {
	switch {
	case s.many[key] || s.many == nil && slices.Contains(s.few, key):
		return false
	case len(s.few) < fewKeys:
		s.few = append(s.few, key)
		return true
	case s.many == nil:
		s.many = make(map[string]bool)
		for _, k := range s.few {
			s.many[k] = true
		}
	}
	s.many[key] = true
	return true
}

// Prefixed yields the keys that are one of the prefixes and then the key, until
// yield returns false. A prefix that makes no key costs a few nanoseconds.
func (d *Dict) Prefixed(prefixes []string, key string, yield func(key string, postings Location) bool) {
	if len(key) > maxFuzzy {
		return
	}
	after, unit := Hash(key), powers[len(key)]
	for _, prefix := range prefixes {
		hash := Hash(prefix)*unit + after
		if !d.keys.mayHave(hash) {
			continue
		}
		joined := prefix + key
		if at, found := lookUp(d, hash, joined); found && !yield(joined, at) {
			return
		}
	}
}

// overlap is how far before the first error the second one may begin: an exchange
// takes two characters. Errors further apart can be made in either order, so that
// trying them from left to right is enough.
const overlap = 1

// maxFuzzy is the length in bytes of the longest key whose neighbours are
// looked for. It bounds what a hostile name costs; no name is as long.
const maxFuzzy = 200

// probe is one search for neighbours. A cut is a position between characters.
type probe struct {
	dict  *Dict
	key   string
	first int // the first cut that is tried
	end   int // the first one of those behind which keys are read

	alphabets []*alphabet
	cuts      []int    // byte positions of the cuts, from 0 to len(key)
	before    []uint64 // by cut: hash of what is before it
	after     []uint64 // by cut: hash of what is after it
	buf       []byte
	texts     []byte // of what is found
	found     []neighbour
}

// neighbour is a key that was found, and the error by which it is.
type neighbour struct {
	order    uint32
	from, to int // of its text
	postings Location
}

// An error's order is its kind, its cut and its letter. Of letters that are put in
// the kind is insertions and the number of their alphabet; at each cut they go
// before those that replace another.
const (
	deletions  = 0
	exchanges  = 1
	insertions = 2
)

func order(kind, cut, letter int) uint32 { return uint32(kind<<18 | cut<<9 | letter) }

// replacing is added to the letters that replace another.
const replacing = 1 << 8

// probes keeps probes for the next search: their room is a quarter of what a
// search costs.
var probes = sync.Pool{New: func() any { return new(probe) }}

// powers are those of the hash's base for all distances within a key and one
// more character.
var powers = func() (p [maxFuzzy + utf8.UTFMax + 1]uint64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = p[i-1] * base
	}
	return p
}()

func (p *probe) prepare() {
	p.alphabets = alphabetsOf(p.key, p.alphabets[:0])
	p.texts, p.found = p.texts[:0], p.found[:0]
	p.cuts = p.cuts[:0]
	for i := range p.key {
		p.cuts = append(p.cuts, i)
	}
	p.cuts = append(p.cuts, len(p.key))
	n := len(p.cuts)
	p.before = slices.Grow(p.before[:0], n)[:n]
	p.after = slices.Grow(p.after[:0], n)[:n]
	p.before[0], p.after[n-1] = 0, 0
	for i, cut := range p.cuts[1:] {
		p.before[i+1] = p.before[i]*powers[cut-p.cuts[i]] + Hash(p.key[p.cuts[i]:cut])
	}
	for i := n - 2; i >= 0; i-- {
		p.after[i] = Hash(p.key[p.cuts[i]:p.cuts[i+1]])*powers[len(p.key)-p.cuts[i+1]] + p.after[i+1]
	}
}

// rest returns how many bytes the key has after a cut.
func (p *probe) rest(cut int) int { return len(p.key) - p.cuts[cut] }

// character returns the character after a cut.
func (p *probe) character(cut int) string { return p.key[p.cuts[cut]:p.cuts[cut+1]] }

func (p *probe) deletions() {
	for i := p.first; i < min(p.end, len(p.cuts)-1); i++ {
		h := p.before[i]*powers[p.rest(i+1)] + p.after[i+1]
		p.try(i, "", i+1, h, order(deletions, i, 0))
	}
}

func (p *probe) exchanges() {
	for i := p.first; i < min(p.end, len(p.cuts)-2); i++ {
		a, b := p.character(i), p.character(i+1)
		h := (p.before[i]*powers[len(b)]+Hash(b))*powers[len(a)] + Hash(a)
		p.try(i, b+a, i+2, h*powers[p.rest(i+2)]+p.after[i+2], order(exchanges, i, 0))
	}
}

// letters tries each letter in each place: between two characters and instead
// of one.
func (p *probe) letters() {
	end := min(p.end, len(p.cuts))
	between, instead := p.gaps(end)
	for i := p.first; i < end; i++ {
		if i >= gapCuts || between>>i&1 != 0 {
			p.fill(i, i, 0)
		}
		if i < len(p.cuts)-1 && (i >= gapCuts || instead>>i&1 != 0) {
			p.fill(i, i+1, replacing)
		}
	}
}

// gaps returns a bit for each of the first cuts at which there may be a key with some
// letter put in between two characters, and with one instead of the next.
func (p *probe) gaps(end int) (between, instead uint64) {
	var hashes [2 * gapCuts]uint64
	for i := p.first; i < min(end, gapCuts); i++ {
		hashes[i] = gapHash(p.before[i], p.after[i], p.rest(i))
		if i < len(p.cuts)-1 {
			hashes[gapCuts+i] = gapHash(p.before[i], p.after[i+1], p.rest(i+1))
		}
	}
	pass := p.dict.gaps.passing(0, 1, hashes[:])
	return pass, pass >> gapCuts
}

// fill tries each letter instead of what is between two cuts.
func (p *probe) fill(from, to, how int) {
	unit := powers[p.rest(to)]
	for n, a := range p.alphabets {
		start := p.before[from]*powers[a.size]*unit + p.after[to]
		pass := p.dict.keys.passing(start, unit, a.hashes)
		for ; pass != 0; pass &= pass - 1 {
			i := bits.TrailingZeros64(pass)
			p.lookUp(from, a.letters[i], to, start+a.hashes[i]*unit, order(insertions+n, from, how+i))
		}
	}
}

// try looks up the key with a piece between two cuts replaced, whose hash is given.
func (p *probe) try(from int, piece string, to int, hash uint64, order uint32) {
	if p.dict.keys.mayHave(hash) {
		p.lookUp(from, piece, to, hash, order)
	}
}

// lookUp is try for a key that the filter lets pass; it notes it if it is one.
func (p *probe) lookUp(from int, piece string, to int, hash uint64, order uint32) {
	p.buf = append(p.buf[:0], p.key[:p.cuts[from]]...)
	p.buf = append(p.buf, piece...)
	p.buf = append(p.buf, p.key[p.cuts[to]:]...)
	if at, found := lookUp(p.dict, hash, p.buf); found {
		p.note(p.buf, order, at)
	}
}

func (p *probe) note(key []byte, order uint32, at Location) {
	from := len(p.texts)
	p.texts = append(p.texts, key...)
	p.found = append(p.found, neighbour{order, from, len(p.texts), at})
}

// tell yields what is found in order, and reports whether yield always returned
// true.
func (p *probe) tell(yield func(key string, postings Location) bool) bool {
	slices.SortFunc(p.found, func(a, b neighbour) int { return cmp.Compare(a.order, b.order) })
	for _, n := range p.found {
		if !yield(string(p.texts[n.from:n.to]), n.postings) {
			return false
		}
	}
	return true
}

// eachVariant yields all strings one typing error away from a key, and the cut
// where the error is, until yield returns false.
func eachVariant(key string, yield func(variant string, cut int) bool) {
	p := probe{key: key}
	p.prepare()
	last := len(p.cuts) - 1
	replace := func(from int, piece string, to int) bool {
		return yield(key[:p.cuts[from]]+piece+key[p.cuts[to]:], from)
	}
	for i := range last {
		if !replace(i, "", i+1) || i+1 < last && !replace(i, p.character(i+1)+p.character(i), i+2) {
			return
		}
	}
	for _, a := range alphabetsOf(key, nil) {
		for i := range p.cuts {
			for _, letter := range a.letters {
				if !replace(i, letter, i) || i < last && !replace(i, letter, i+1) {
					return
				}
			}
		}
	}
}

// alphabet is the letters of a script that may be put into a key, all of the
// same number of bytes.
type alphabet struct {
	first, last rune // the script's characters
	size        int
	letters     []string
	hashes      []uint64
}

func newAlphabet(first, last rune, letters string) *alphabet {
	a := &alphabet{first: first, last: last, letters: strings.Split(letters, "")}
	a.size = len(a.letters[0])
	for _, l := range a.letters {
		a.hashes = append(a.hashes, Hash(l))
	}
	return a
}

// The alphabets, as package fold leaves their letters. Scripts without one here
// know deletions and exchanges only.
var (
	space     = newAlphabet(' ', ' ', " ")
	alphabets = []*alphabet{
		newAlphabet('a', 'z', "abcdefghijklmnopqrstuvwxyz"),
		newAlphabet('α', 'ω', "αβγδεζηθικλμνξοπρστυφχψω"),
		newAlphabet('а', 'ӿ', "абвгдежзиклмнопрстуфхцчшщъыьэюяђєіјљњћџғқңүұһәө"),
		newAlphabet('א', 'ת', "אבגדהוזחטילמנסעפצקרשתכ"),
		newAlphabet('ا', 'ۿ', "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ"),
	}
)

// alphabetsOf appends the alphabets of the scripts that a key has letters of, and
// the space.
func alphabetsOf(key string, dst []*alphabet) []*alphabet {
	dst = append(dst, space)
	for _, a := range alphabets {
		for _, r := range key {
			if a.first <= r && r <= a.last {
				dst = append(dst, a)
				break
			}
		}
	}
	return dst
}
