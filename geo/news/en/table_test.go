package en

import (
	"strings"
	"testing"
)

// TestTableIsAMap holds tables against maps, over words that differ in a byte or
// in their length.
func TestTableIsAMap(t *testing.T) {
	words := []string{"", "a", "A", "to", "two", "tows", "été", "été.", "'s", strings.Repeat("t", 31), strings.Repeat("t", 32), strings.Repeat("t", 64)}
	for in := range 1 << len(words) {
		want := map[string]int{}
		for i, w := range words {
			if in>>i&1 != 0 {
				want[w] = i + 1
			}
		}
		got := tableOf(want)
		for _, w := range words {
			if got.of(w) != want[w] {
				t.Fatalf("of %d words, %q has %d instead of %d", len(want), w, got.of(w), want[w])
			}
		}
	}
}

func TestSetHas(t *testing.T) {
	s := setOf("in on\n\tnear")
	for word, want := range map[string]bool{"in": true, "on": true, "near": true, "": false, "no": false, "In": false, "nea": false} {
		if s.has(word) != want {
			t.Errorf("has %q: %v", word, !want)
		}
	}
}
