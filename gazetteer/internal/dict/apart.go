package dict

import (
	"math/bits"
	"sync"
	"unicode/utf8"
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

// TwoApart reports whether two keys are two typing errors apart, no more and no
// fewer: letters left out, put in or replaced, or neighbours exchanged, none of
// them twice at one place. It is the restricted Damerau-Levenshtein distance,
// worked out in the band that two errors leave.
func TwoApart(a, b string) bool {
	var roomA, roomB [MaxTypos]rune
	x, y := appendRunes(roomA[:0], a), appendRunes(roomB[:0], b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y) > MaxTypos || len(y)-len(x) > 2 {
		return false
	}
	return banded(x, y) == 2
}

func appendRunes(dst []rune, s string) []rune {
	for _, r := range s {
		dst = append(dst, r)
	}
	return dst
}

// banded returns the distance of two keys, 3 if it is more than two. Row i has
// the distances of the first i letters of x to the beginnings of y; those more
// than two letters longer or shorter are far.
func banded(x, y []rune) int {
	const far = 3
	var rows [3][MaxTypos + 1]uint8
	for j := range rows[0][:len(y)+1] {
		rows[0][j] = uint8(min(j, far))
	}
	for i := 1; i <= len(x); i++ {
		row, above, twoAbove := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		least := uint8(far)
		for j := max(0, i-3); j <= min(len(y), i+3); j++ {
			row[j] = far
			if j == 0 {
				row[0] = uint8(min(i, far))
				continue
			}
			if j < i-2 || j > i+2 {
				continue
			}
			d := above[j-1]
			if x[i-1] != y[j-1] {
				d = 1 + min(d, above[j], row[j-1])
			}
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d = min(d, 1+twoAbove[j-2])
			}
			row[j] = min(d, far)
			least = min(least, d)
		}
		if least >= far {
			return far
		}
	}
	return int(rows[len(x)%3][len(y)])
}
