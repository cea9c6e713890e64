package geo

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// Compare orders events by first day, then last day, then id; events without a
// date come last.
func Compare(a, b *Event) int {
	if a.When.IsZero() || b.When.IsZero() {
		if a.When.IsZero() != b.When.IsZero() {
			return cmp.Compare(b.When.Precision, a.When.Precision)
		}
		return strings.Compare(a.ID, b.ID)
	}
	return cmp.Or(
		cmp.Compare(a.When.First, b.When.First),
		cmp.Compare(a.When.Last, b.When.Last),
		strings.Compare(a.ID, b.ID),
	)
}

// Sorted yields the errors of a stream first, as they come, and then its events
// in the order of [Compare]. It holds all events in memory.
func Sorted(events iter.Seq2[Event, error]) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		var all []*Event // events are large: moving pointers is several times faster
		for e, err := range events {
			if err == nil {
				all = append(all, &e)
			} else if !yield(Event{}, err) {
				return
			}
		}
		slices.SortStableFunc(all, Compare)
		for _, e := range all {
			if !yield(*e, nil) {
				return
			}
		}
	}
}
