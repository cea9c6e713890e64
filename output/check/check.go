// Package check validates GeoJSON: against RFC 7946, and, where the features are
// events of this program, against what an event layer promises: the same
// properties in the same order, the order of time, dates that every reader sees
// as dates, words of a fixed vocabulary, ids that occur once.
//
// It shares no code with the packages that write, so that their mistakes do not
// hide each other. A file is read once from front to end; one feature at a time
// is held in memory, beside the ids seen.
package check

import (
	"errors"
	"fmt"
	"io"
)

// Fault is one thing that is wrong.
type Fault struct {
	Line int    // of the file, from 1: where the faulty value begins
	Path string // of the value, as in features[3].geometry.coordinates[0]; empty for the whole file
	Rule string // "RFC 7946 3.1.6", or the name of a promise: "promise: order"
	Text string // a sentence for people, without its full stop
	// Advice tells a thing that the specification only advises against: readers
	// cope, but not all of them alike.
	Advice bool
}

// String is the fault on one line. Control characters are shown escaped.
func (f Fault) String() string {
	path := f.Path
	if path == "" {
		path = "the file"
	}
	return fmt.Sprintf("line %d, %s: %s (%s)", f.Line, path, f.Text, f.Rule)
}

// Summary is what a file was found to hold.
type Summary struct {
	Features   int  // also those with faults
	NoGeometry int  // features whose geometry is null
	Events     bool // whether the features are an event layer's, so that its promises were checked
	Faults     int
	Advice     int
}

// Run checks the GeoJSON in r (one text, RFC 8142's sequence, or one text a line)
// and hands each fault to report as it is found, in the order of the file. The
// error is that of reading; GeoJSON that is broken is no error but a fault.
func Run(r io.Reader, report func(Fault)) (Summary, error) {
	c := &checker{report: report}
	c.text = newReader(r)
	for {
		err := c.value()
		if errors.Is(err, io.EOF) {
			break
		}
		var syntax *syntaxError
		if errors.As(err, &syntax) {
			c.at(syntax.line, "", "RFC 8259", "%s; the rest was not checked", syntax.text)
			break
		}
		if err != nil {
			return c.Summary, err
		}
		c.texts++
	}
	c.whole()
	return c.Summary, nil
}

// checker walks through one file.
type checker struct {
	Summary
	text   *reader
	report func(Fault)
	texts  int // values at the top of the file
	events promises
}

func (c *checker) at(line int, path, rule, format string, args ...any) {
	c.Faults++
	c.report(Fault{Line: line, Path: path, Rule: rule, Text: fmt.Sprintf(format, args...)})
}

func (c *checker) advise(line int, path, rule, format string, args ...any) {
	c.Summary.Advice++
	c.report(Fault{Line: line, Path: path, Rule: rule, Text: fmt.Sprintf(format, args...), Advice: true})
}

// whole tells what can be said of the file as a whole.
func (c *checker) whole() {
	if c.texts == 0 && c.Faults == 0 {
		c.at(1, "", "RFC 7946 2", "holds no GeoJSON")
	}
	if c.text.source.bom {
		c.at(1, "", "RFC 8259 8.1", "begins with a byte order mark")
	}
	if line := c.text.source.badLine; line > 0 {
		c.at(line, "", "RFC 8259 8.1", "is not UTF-8")
	}
}
