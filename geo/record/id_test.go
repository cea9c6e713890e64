package record

import (
	"fmt"
	"testing"

	"github.com/dateline-map/dateline/geo"
)

// TestIDsCounted tells events that are alike more often than their counts are
// remembered, and expects them counted all the same.
func TestIDsCounted(t *testing.T) {
	var ids IDs
	defer ids.Close()
	const times = 3
	for n := 1; n <= times; n++ {
		for i := range mostRepeats + 100 {
			e := geo.Event{ID: fmt.Sprintf("x%d", i)}
			want := e.ID
			if n > 1 {
				want = fmt.Sprintf("x%d-%d", i, n)
			}
			if ids.Tell(&e); e.ID != want {
				t.Fatalf("event %d told for the %dth time is %q, want %q", i, n, e.ID, want)
			}
		}
		if len(ids.repeats) > mostRepeats {
			t.Fatalf("%d counts are remembered, want at most %d", len(ids.repeats), mostRepeats)
		}
	}
}

// TestIDsCountedBesideTheirLike has ids that look as if they were counted come
// first, and expects no id twice, however the counts are found.
func TestIDsCountedBesideTheirLike(t *testing.T) {
	for _, given := range [][]int{{}, {2}, {3}, {2, 3, 4, 5}, {4}, {2, 5, 9}, {2, 3, 4, 5, 6, 7, 8, 10}} {
		var ids IDs
		seen := map[string]bool{}
		tell := func(id string) {
			e := geo.Event{ID: id}
			if ids.Tell(&e); seen[e.ID] {
				t.Errorf("with x-%d given, %q comes twice", given, e.ID)
			}
			seen[e.ID] = true
		}
		tell("x")
		for _, n := range given {
			tell(countedAs("x", n))
		}
		for i := range 40 {
			if i%7 == 0 {
				ids.repeats = nil // as if others had pushed it out
			}
			tell("x")
		}
		ids.Close()
	}
}
