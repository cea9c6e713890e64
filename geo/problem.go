package geo

import (
	"strconv"
	"strings"
)

// Problem is something wrong with the input, and where. It travels in a stream
// of events as its error.
type Problem struct {
	File    string
	Row     int    // line of the file the record begins on, from 1; 0 if it has none
	Column  string // the field's header; empty if it concerns the whole record
	Refused bool   // no event came of the record; else the record goes on without the faulty value
	Err     error
	// Extra is what a refused record says all the same, in the input's order; nil
	// if that could not be read.
	Extra []Property
}

// Error says what is wrong, with the place first: `incidents.csv, row 7, column
// "lat": 123.4 is not between -90 and 90`.
func (p *Problem) Error() string {
	var at []string
	if p.File != "" {
		at = append(at, p.File)
	}
	if p.Row > 0 {
		at = append(at, "row "+strconv.Itoa(p.Row))
	}
	if p.Column != "" {
		at = append(at, "column "+strconv.Quote(p.Column))
	}
	if len(at) == 0 {
		return p.Err.Error()
	}
	return strings.Join(at, ", ") + ": " + p.Err.Error()
}

// Unwrap returns the cause.
func (p *Problem) Unwrap() error { return p.Err }
