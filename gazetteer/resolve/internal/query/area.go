package query

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer/fold"
)

// EndsInAreaWord reports whether the first or the last word of a name calls it
// an area: "Aleppo Governorate", "Qadaa Tikrit". It is asked for each row.
func EndsInAreaWord(name string) bool {
	first, _, more := strings.Cut(name, " ")
	return more && (isAreaWord(first) || isAreaWord(name[strings.LastIndexByte(name, ' ')+1:]))
}

// areaWordEnds are, for each byte that area words of ASCII letters begin with, in
// either case, the lengths that they have then, as bits, and the same for the bytes that
// they end with. Nearly all words are told by it to be none.
var areaWordEnds = sync.OnceValue(func() *[2][utf8.RuneSelf]uint32 {
	ends := &[2][utf8.RuneSelf]uint32{}
	for _, word := range areaWords {
		if !isASCII(word) {
			continue
		}
		for i, c := range [...]byte{word[0], word[len(word)-1]} {
			ends[i][c] |= 1 << min(len(word), longestAreaWord)
			ends[i][unicode.ToUpper(rune(c))] = ends[i][c]
		}
	}
	return ends
})

// longestAreaWord is the longest word that may be an area's.
const longestAreaWord = 24

func isAreaWord(word string) bool {
	if len(word) == 0 || len(word) > longestAreaWord {
		return false
	}
	ends := areaWordEnds()
	if a, z := word[0], word[len(word)-1]; a < utf8.RuneSelf && z < utf8.RuneSelf && (ends[0][a]&ends[1][z])>>len(word)&1 == 0 && isASCII(word) {
		return false
	}
	var small [longestAreaWord]byte
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return callsArea(fold.Key(word))
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		small[i] = c
	}
	return callsArea(string(small[:len(word)]))
}

// callsArea reports whether a key is one of areaWords.
func callsArea(key string) bool {
	return slices.ContainsFunc(phraseEntries(key), lexiconEntry.isArea) && !strings.Contains(key, " ")
}

func isASCII(word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
