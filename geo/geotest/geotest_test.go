package geotest

import (
	"fmt"
	"iter"
	"testing"

	"github.com/dateline-map/dateline/geo/when"
)

func TestEventsKeepThePromisesOfTheirTypes(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range Events() {
		if seen[e.ID] {
			t.Errorf("two events have the ID %q", e.ID)
		}
		seen[e.ID] = true
		if e.When.Precision != when.Unknown && e.When.First > e.When.Last {
			t.Errorf("%s: ends before it begins", e.ID)
		}
		lon, lat := e.Place.Point[0], e.Place.Point[1]
		if lon < -180 || lon > 180 || lat < -90 || lat > 90 {
			t.Errorf("%s: %v is not on earth", e.ID, e.Place.Point)
		}
	}
}

func TestEventsAreTheCallersOwn(t *testing.T) {
	first := Events()
	for i := range first {
		first[i].ID = "changed"
		for j := range first[i].Extra {
			first[i].Extra[j].Name = "changed"
		}
	}
	for _, e := range Events() {
		if e.ID == "changed" {
			t.Fatal("two calls share their events")
		}
		for _, p := range e.Extra {
			if p.Name == "changed" {
				t.Fatal("two calls share their properties")
			}
		}
	}
}

// faults counts what a check complains of.
type faults struct {
	testing.TB
	n int
}

func (f *faults) Errorf(format string, args ...any) { f.n++; _ = fmt.Sprintf(format, args...) }
func (f *faults) Helper()                           {}

func TestStopsForGood(t *testing.T) {
	StopsForGood(t, func() iter.Seq2[int, error] { return counting(100, true) })
	StopsForGood(t, func() iter.Seq2[int, error] { return counting(0, true) })

	var f faults
	StopsForGood(&f, func() iter.Seq2[int, error] { return counting(3, false) })
	if f.n != 2 {
		t.Errorf("a stream of 3 that goes on after a stop has %d faults, want 2: the last stop is its end", f.n)
	}
}

func counting(n int, heeds bool) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			if !yield(i, nil) && heeds {
				return
			}
		}
	}
}
