package geo

import "iter"

// Locator finds where places are.
//
// Locate fills in the Match of each place. Places given in one call are taken
// to be named together, in one row or one story, so that each helps to choose
// the others. A place that already has a match keeps it, and a country without a name as
// written is one in which the others may be named; one whose match is
// Given may still gain its country and administrative areas.
//
// The texts of a place may be lent by a reader that uses their memory again: a
// Locator that remembers one clones it.
type Locator interface {
	Locate(places ...*Place)
}

// Locate yields the events of a stream with their places found by l, each event
// for itself.
func Locate(events iter.Seq2[Event, error], l Locator) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		for e, err := range events {
			if err == nil {
				l.Locate(&e.Place)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}
