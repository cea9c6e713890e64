package dict

import (
	"math/bits"
	"sync"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// MaxTypos is the length in bytes of the longest key that is looked for with two
// typing errors.
const MaxTypos = 64

// Script tells of which alphabet the letters of a key are, as a number above 0.
// It is 0 for a key that is too long, mixes alphabets, or has a character beyond
// them and the space, such as a digit: two errors make any code of any other.
func Script(key string) int {
	if len(key) > MaxTypos {
		return 0
	}
	set := uint8(0)
	for _, r := range key {
		switch {
		case 'a' <= r && r <= 'z':
			set |= 1
		case r != ' ':
			bit := letterScripts()[r]
			if bit == 0 {
				return 0
			}
			set |= bit
		}
	}
	if bits.OnesCount8(set) != 1 {
		return 0
	}
	return bits.Len8(set)
}

// letterScripts has the bit of the alphabet of each letter.
var letterScripts = sync.OnceValue(func() map[rune]uint8 {
	scripts := map[rune]uint8{}
	for i, a := range alphabets {
		for _, letter := range a.letters {
			r, _ := utf8.DecodeRuneInString(letter)
			scripts[r] = 1 << i
		}
	}
	return scripts
})

// TwoApart yields the keys that are two typing errors apart from one with a [Script]
// and begin with the same byte.
//
// The keys are gone through in order. Those that begin with too many errors are passed
// over, by whole blocks if they fill some.
func (d *Dict) TwoApart(key string, yield func(found string)) {
	if key == "" || len(key) > MaxTypos {
		return
	}
	s := NewApart(key)
	first, last := blocksOf(d, key[:1])
	for b := first; b <= last; b++ {
		if s.passes(d.blocks, b, last) {
			continue
		}
		s.first = ""
		r := wire.At(d.entries, int(wire.Uint32(d.offsets, b*4)))
		for end := int(wire.Uint32(d.offsets, b*4+4)); r.Pos() < end && s.read(&r); {
			if s.distance() == 2 && s.key[0] == key[0] {
				yield(string(s.key))
			}
			r = wire.At(d.entries, skipPostings(d.entries, r.Pos()))
		}
	}
}

// far is any distance of more than two errors.
const far = 3

// Apart tells the keys that are two typing errors apart from one: letters left out, put
// in or replaced, or neighbours exchanged, none of them twice at one place. It is the
// restricted Damerau-Levenshtein distance, in the band that two errors leave, worked out
// once for all keys in a row that begin alike.
//
// Row i has the distances of the first i letters of the last key to the beginnings of
// the one asked for. Those that are more than two letters longer or shorter are far.
type Apart struct {
	asked []rune
	first string                  // key of the block
	key   []byte                  // the last one
	known int                     // bytes that it shares with the one before
	depth int                     // rows of which it has the letters
	ends  [MaxTypos + far + 1]int // by row: how many bytes these letters have
	rows  [MaxTypos + far + 1][MaxTypos + 1]uint8
	dead  int // the least number of bytes at which all that begins like the key is far
}

// NewApart returns what tells the keys two errors apart from one of at most [MaxTypos]
// bytes.
func NewApart(key string) *Apart {
	s := &Apart{asked: []rune(key)}
	for j := range s.rows[0][:len(s.asked)+1] {
		s.rows[0][j] = uint8(min(j, far))
	}
	return s
}

// Two reports whether a key is two errors apart, no more and no fewer.
func (s *Apart) Two(key string) bool {
	s.known = shared(key, s.key)
	s.key = append(s.key[:s.known], key[s.known:]...)
	return s.distance() == 2
}

// passes reports whether all keys of a block begin with what is far: its first one does,
// and that of the next block.
func (s *Apart) passes(blocks string, b, last int) bool {
	if s.dead == 0 || s.dead > 8 || b >= last {
		return false
	}
	stem, other := prefix8(s.key[:s.dead]), 64-8*s.dead
	return (stem^wire.Uint64(blocks, b*8))>>other == 0 && (stem^wire.Uint64(blocks, b*8+8))>>other == 0
}

// read reads the next key, and reports whether there is one.
func (s *Apart) read(r *wire.Reader) bool {
	h := readHeader(r)
	suffix := r.Take(h.suffix)
	if s.first == "" {
		s.first = suffix
	}
	if r.Bad() || h.prefix > len(s.first) {
		return false
	}
	prefix := s.first[:h.prefix]
	s.known = shared(prefix, s.key)
	if s.known == len(prefix) {
		s.known += shared(suffix, s.key[len(prefix):])
	}
	s.key = append(append(s.key[:0], prefix...), suffix...)
	return true
}

// distance returns the distance of the key; far if it is more than two.
func (s *Apart) distance() int {
	if s.dead > 0 && s.dead <= s.known {
		return far
	}
	s.dead = 0
	for s.depth > 0 && s.ends[s.depth] > s.known {
		s.depth--
	}
	for at := s.ends[s.depth]; at < len(s.key); at = s.ends[s.depth] {
		letter, size := utf8.DecodeRune(s.key[at:])
		if !s.push(letter) {
			s.dead = at + size
			return far
		}
		s.ends[s.depth] = at + size
	}
	if s.depth < len(s.asked)-2 || s.depth > len(s.asked)+2 {
		return far
	}
	return int(s.rows[s.depth][len(s.asked)])
}

// push adds the row of one more letter, unless all of it is far.
func (s *Apart) push(letter rune) bool {
	i, x := s.depth+1, s.asked
	row, above := &s.rows[i], &s.rows[i-1]
	least := uint8(far)
	for j := max(0, i-3); j <= min(len(x), i+3); j++ {
		row[j] = far
		if j == 0 {
			row[0] = uint8(min(i, far))
			continue
		}
		if j < i-2 || j > i+2 {
			continue
		}
		d := above[j-1]
		if letter != x[j-1] {
			d = 1 + min(d, above[j], row[j-1])
		}
		if i > 1 && j > 1 && letter == x[j-2] && s.letter(i-1) == x[j-1] {
			d = min(d, 1+s.rows[i-2][j-2])
		}
		row[j] = min(d, far)
		least = min(least, d)
	}
	if least >= far {
		return false
	}
	s.depth = i
	return true
}

// letter returns the letter of a row.
func (s *Apart) letter(row int) rune {
	r, _ := utf8.DecodeRune(s.key[s.ends[row-1]:])
	return r
}
