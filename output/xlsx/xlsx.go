// Package xlsx writes events as a workbook of Office Open XML (ECMA-376), for
// Excel, LibreOffice and their like: one event a row, in the order they are
// written, under a header that stays in view and filters.
//
// Days and times are date cells, numbers are numbers, and a text is a text: no
// cell is ever a formula, whatever it begins with. The columns are those that
// every format has, then lat and lon, then the input's own. Rows are streamed;
// those that a sheet has no room for go on in another. A [Book] is written so of
// any tables.
//
// # Non-goals
//
//   - Reading workbooks.
//   - Formatting beyond what makes a table readable.
package xlsx

import (
	"cmp"
	"io"

	"github.com/dateline-map/dateline/output"
)

// Options are how a workbook is written. The zero Options is the usual choice.
type Options struct {
	// Title is the workbook's title. The default is "Events".
	Title string
	// Attribution names those whose data the workbook holds. It becomes the
	// workbook's description. The default is none.
	Attribution string
}

type encoder struct {
	book  *Book
	fixed int // columns before lat and lon
}

// NewWriter returns a writer of a workbook with the columns to w.
func NewWriter(w io.Writer, columns *output.Columns, o Options) *output.Layer {
	o.Title = cmp.Or(o.Title, "Events")
	enc := &encoder{book: NewBook(w, o), fixed: len(columns.Fixed())}
	names := columns.Names("lat", "lon")
	var header []string
	header = append(append(append(header, names[:enc.fixed]...), "lat", "lon"), names[enc.fixed:]...)
	return output.NewLayer(columns, enc, enc.book.Sheet("events", header))
}

// Add writes the feature's row.
func (enc *encoder) Add(f *output.Feature) error {
	return enc.book.row(func(c *cells) {
		for i := range f.Values[:enc.fixed] {
			c.value(i, &f.Values[i])
		}
		if f.Drawn {
			c.number(enc.fixed, f.At.AppendCoordinate(nil, f.At.Lat))
			c.number(enc.fixed+1, f.At.AppendCoordinate(nil, f.At.Lon))
		}
		for i := range f.Values[enc.fixed:] {
			c.value(enc.fixed+2+i, &f.Values[enc.fixed+i])
		}
	})
}

// End writes what holds the sheets together.
func (enc *encoder) End() error { return enc.book.Close() }

// Shortened returns how many texts were longer than a cell may be, and cut.
func (enc *encoder) Shortened() int { return enc.book.cells.shortened }
