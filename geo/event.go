// Package geo says what an event is: something that happened at a place and a
// time, as far as both are known.
//
// Events travel as streams, iter.Seq2[Event, error]: a source yields events
// with written place names, [Locate] fills in where those places are, and
// [Sorted] puts them in order of date. A bad row is a [*Problem] in the stream,
// beside good events.
//
// # Non-goals
//
//   - Reading and writing; see packages record, news and output.
//   - Knowing places; see package gazetteer, which satisfies [Locator].
package geo

import (
	"github.com/dateline-map/dateline/geo/when"
)

// Event is something that happened, or is announced to happen, at a place and
// a time. The zero Event claims nothing.
type Event struct {
	ID    string // stable over runs and machines; see [ID]
	Group string // shared by the features of one event that happened in several places
	Title string // a short label for people; empty means "made from type and place"

	When      when.Interval
	Type      string // ACLED's event type, or one of ours; empty if unknown
	SubType   string
	Status    Status
	Actor1    string // as written; did it, or is named first
	Actor2    string // as written; the other side, or the victims
	Killed    Count
	Wounded   Count
	Displaced Count
	Place     Place
	Source    Source

	// Extra is what else the input said, in the input's order.
	Extra []Property
}

// Status says how certain it is that the event happened.
type Status uint8

// The zero Status is Reported.
const (
	Reported Status = iota
	Planned         // announced to happen
	Disputed        // denied, or told by one side against the other
)

var statusNames = [...]string{"reported", "planned", "disputed"}

// String returns the status' word in the status property.
func (s Status) String() string { return statusNames[s] }

// Source says where an event comes from. All of it may be empty.
type Source struct {
	Document  string // the document's id, or its file's name
	Row       int    // line of the file that a record begins on, from 1; 0 if it is no record
	Publisher string
	URL       string
	Quote     string // the sentence itself
}

// Property is a value of the input that the event carries along unchanged.
type Property struct {
	Name  string
	Value string
	JSON  bool // Value is a JSON scalar, to be written as it is; else it is text
}

// Figure is a number of people that may be unknown. The zero Figure is unknown,
// which is not 0.
type Figure struct {
	n     int
	known bool
}

// Known returns the figure n, which is not negative.
func Known(n int) Figure { return Figure{n: n, known: true} }

// Int returns the number and whether it is known.
func (f Figure) Int() (n int, known bool) { return f.n, f.known }

// Count estimates how many people; best, low and high are UCDP's terms. The
// zero Count is unknown.
type Count struct {
	Best, Low, High Figure
}

// Join returns what two statements say of the same number: the first stands, the bounds hold both.
func (c Count) Join(other Count) Count {
	switch {
	case c == Count{}:
		return other
	case other == Count{} || c == other:
		return c
	}
	out := c
	if _, known := c.Best.Int(); !known {
		out.Best = other.Best
	}
	out.Low, out.High = Figure{}, Figure{} // nothing limits the number where a bound is unknown
	if a, b, ok := BothKnown(c.Low, other.Low); ok {
		out.Low = Known(min(a, b))
	}
	if a, b, ok := BothKnown(c.High, other.High); ok {
		out.High = Known(max(a, b))
	}
	return out
}

// BothKnown returns two figures as numbers; ok is false if either is unknown.
func BothKnown(a, b Figure) (n, m int, ok bool) {
	n, k := a.Int()
	m, l := b.Int()
	return n, m, k && l
}

// Exactly returns the count of a number said without qualification.
func Exactly(n int) Count { return Count{Best: Known(n), Low: Known(n), High: Known(n)} }
