// Package csv writes events as a table by RFC 4180: one header, one event a row,
// in the order they are written. Every event has a row, whether it has a place
// or not.
//
// The table has the columns that every format has, then lat and lon, then the
// input's own; or else the columns of ACLED, of UCDP GED or of GTD, for programs that
// read these. Null is an empty cell, and a text that is empty is "".
//
// # Non-goals
//
//   - Reading tables; see package record, which reads all that this one writes.
//   - Other separators, encodings and byte order marks. For spreadsheets there is
//     package xlsx.
package csv

import (
	"io"

	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// Shape says which columns a table has.
type Shape uint8

// The shapes.
const (
	Own   Shape = iota // the columns of all our layers
	ACLED              // the 31 columns of ACLED's exports
	UCDP               // the 49 columns of UCDP GED, the Georeferenced Event Dataset
	GTD                // columns of the Global Terrorism Database
)

// Options are how a table is written. The zero Options is the usual choice.
type Options struct {
	// Shape says which columns there are. The default is Own.
	Shape Shape
	// HXL adds a row of HXL 1.1 hashtags below the header.
	HXL bool
	// Safe puts an apostrophe before a text that a spreadsheet would run as a
	// formula. The default keeps every text as it is, since the apostrophe is
	// there for other readers too.
	Safe bool
}

// column is one column of a table.
type column struct {
	name  string
	tag   string // HXL's; empty for none
	value func(*output.Feature) output.Value
}

type encoder struct {
	w       io.Writer
	columns []column
	cells   cells
	buf     []byte
}

// NewWriter returns a writer of a table of events with the columns to w.
func NewWriter(w io.Writer, columns *output.Columns, o Options) *output.Layer {
	enc := &encoder{w: w, columns: shaped(columns, o.Shape), cells: cells{safe: o.Safe}}
	enc.head(o.HXL)
	return output.NewLayer(columns, enc, nil)
}

func shaped(columns *output.Columns, s Shape) []column {
	switch s {
	case ACLED:
		return acled()
	case UCDP:
		return ucdp()
	case GTD:
		return gtd()
	}
	return own(columns)
}

func (enc *encoder) head(hxl bool) {
	enc.line(func(dst []byte, c *column) []byte { return enc.cells.appendText(dst, c.name) })
	if hxl {
		enc.line(func(dst []byte, c *column) []byte { return append(dst, c.tag...) })
	}
}

// line appends a row of what cell appends for each column.
func (enc *encoder) line(cell func([]byte, *column) []byte) {
	for i := range enc.columns {
		if i > 0 {
			enc.buf = append(enc.buf, ',')
		}
		enc.buf = cell(enc.buf, &enc.columns[i])
	}
	enc.buf = append(enc.buf, "\r\n"...)
}

// flushSize is when the buffer goes to the writer under it.
const flushSize = 64 << 10

// Add writes the feature's row.
func (enc *encoder) Add(f *output.Feature) error {
	enc.line(func(dst []byte, c *column) []byte {
		v := c.value(f)
		return enc.cells.append(dst, &v)
	})
	if len(enc.buf) < flushSize {
		return nil
	}
	return enc.End()
}

// End hands what is buffered on.
func (enc *encoder) End() error {
	_, err := enc.w.Write(enc.buf)
	enc.buf = enc.buf[:0]
	return err
}

// cells appends cells.
type cells struct {
	safe bool
	day  when.Day // the day written last: a table sorted by date says each many times
	text []byte
}

func (c *cells) append(dst []byte, v *output.Value) []byte {
	switch v.Kind {
	case output.Text:
		return c.appendText(dst, v.Text)
	case output.Date:
		return c.appendDay(dst, when.Day(v.Int))
	case output.DateTime:
		day, second := output.SplitDateTime(v.Int)
		return output.AppendTime(c.appendDay(dst, day), second)
	}
	return v.Append(dst)
}

func (c *cells) appendDay(dst []byte, d when.Day) []byte {
	if d != c.day || len(c.text) == 0 {
		c.day, c.text = d, output.AppendDate(c.text[:0], d)
	}
	return append(dst, c.text...)
}

func (c *cells) appendText(dst []byte, s string) []byte {
	if s = output.Clean(s); c.safe {
		s = output.Inert(s)
	}
	if !needsQuotes(s) {
		return append(dst, s...)
	}
	dst = append(dst, '"')
	for i := 0; i < len(s); i++ {
		if s[i] == '"' {
			dst = append(dst, '"')
		}
		dst = append(dst, s[i])
	}
	return append(dst, '"')
}

// quoting marks the bytes that a cell cannot have without quotes.
var quoting = [256]bool{',': true, '"': true, '\r': true, '\n': true}

// needsQuotes reports whether a text would not be read back as it is. Quotes keep
// the empty text apart from null, and spaces at the ends from readers that trim.
func needsQuotes(s string) bool {
	if s == "" || s[0] <= ' ' || s[len(s)-1] <= ' ' {
		return true
	}
	for i := 0; i < len(s); i++ {
		if quoting[s[i]] {
			return true
		}
	}
	return false
}
