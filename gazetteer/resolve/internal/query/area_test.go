package query

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/fold"
)

// TestAreaWordsAtOneLook holds the look at a word's first byte and length against the
// list, for every word of it and for words that are nearly one.
func TestAreaWordsAtOneLook(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	known := 0
	for _, word := range areaWords {
		for _, w := range []string{word, strings.ToUpper(word), strings.ToUpper(word[:1]) + word[1:], word[1:], word + "s", "é" + word, word[:len(word)-1], mutated(r, word)} {
			plain := slices.Contains(areaWords[:], strings.ToLower(w))
			if !isASCII(w) {
				plain = slices.Contains(areaWords[:], fold.Key(w))
			}
			plain = plain && len(w) <= longestAreaWord && w != ""
			if got := isAreaWord(w); got != plain {
				t.Errorf("isAreaWord(%q) = %t, want %t", w, got, plain)
			}
			if plain {
				known++
			}
		}
	}
	if known < 3*len(areaWords)/2 {
		t.Errorf("only %d of the words tried are an area's", known)
	}
	if isAreaWord("") {
		t.Error("no word is an area's")
	}
}

func mutated(r *rand.Rand, word string) string {
	b := []byte(word)
	b[r.IntN(len(b))] ^= byte(1 << r.IntN(7))
	return string(b)
}
