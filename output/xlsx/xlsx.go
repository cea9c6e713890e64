// Package xlsx writes events as a workbook of Office Open XML (ECMA-376), for
// Excel, LibreOffice and their like: one event a row, in the order they are
// written, under a header that stays in view and filters.
//
// Days and times are date cells, numbers are numbers, and a text is a text: no
// cell is ever a formula, whatever it begins with. The columns are those that
// every format has, then lat and lon, then the input's own. Rows are streamed;
// those that a sheet has no room for go on in another.
//
// # Non-goals
//
//   - Reading workbooks.
//   - Formatting beyond what makes a table readable.
package xlsx

import (
	"archive/zip"
	"cmp"
	"compress/flate"
	"fmt"
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

// What a sheet has room for.
const (
	mostRows    = 1 << 20 // with the header
	mostColumns = 1 << 14
)

// roomForRows is mostRows but in a test.
var roomForRows = mostRows

type encoder struct {
	zip    *zip.Writer
	o      Options
	header []string
	fixed  int // columns before lat and lon
	sheets int
	sheet  io.Writer // the one being written; nil before the first
	rows   int       // of it
	cells  cells
}

// NewWriter returns a writer of a workbook with the columns to w.
func NewWriter(w io.Writer, columns *output.Columns, o Options) *output.Layer {
	o.Title = cmp.Or(o.Title, "Events")
	enc := &encoder{zip: zip.NewWriter(w), o: o, fixed: len(columns.Fixed())}
	// The best compression takes twice the time for a tenth less.
	enc.zip.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	names := columns.Names("lat", "lon")
	enc.header = append(append(append(enc.header, names[:enc.fixed]...), "lat", "lon"), names[enc.fixed:]...)
	enc.cells.letters = letters(len(enc.header))
	var err error
	if n := len(enc.header); n > mostColumns {
		err = fmt.Errorf("a sheet has room for %d columns, the events have %d", mostColumns, n)
	} else {
		err = enc.begin()
	}
	return output.NewLayer(columns, enc, err)
}

// begin begins the next sheet.
func (enc *encoder) begin() error {
	enc.sheets++
	w, err := enc.zip.Create(fmt.Sprintf("xl/worksheets/sheet%d.xml", enc.sheets))
	if err != nil {
		return err
	}
	enc.sheet, enc.rows = w, 0
	enc.cells.buf = append(enc.cells.buf, sheetHead(enc.sheets == 1, enc.header)...)
	enc.cells.begin(enc.next())
	for i, name := range enc.header {
		enc.cells.text(i, name, headerStyle)
	}
	enc.cells.end()
	return nil
}

func (enc *encoder) next() int {
	enc.rows++
	return enc.rows
}

// flushSize is when the buffer goes to the sheet.
const flushSize = 64 << 10

// Add writes the feature's row.
func (enc *encoder) Add(f *output.Feature) error {
	if enc.rows == roomForRows {
		if err := enc.endSheet(); err != nil {
			return err
		}
		if err := enc.begin(); err != nil {
			return err
		}
	}
	c := &enc.cells
	c.begin(enc.next())
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
	c.end()
	if len(c.buf) < flushSize {
		return nil
	}
	return enc.flush()
}

func (enc *encoder) flush() error {
	_, err := enc.sheet.Write(enc.cells.buf)
	enc.cells.buf = enc.cells.buf[:0]
	return err
}

func (enc *encoder) endSheet() error {
	last := fmt.Sprintf("%s%d", enc.cells.letters[len(enc.header)-1], enc.rows)
	enc.cells.buf = append(enc.cells.buf, `</sheetData><autoFilter ref="A1:`+last+`"/></worksheet>`...)
	return enc.flush()
}

// End writes what holds the sheets together.
func (enc *encoder) End() error {
	if err := enc.endSheet(); err != nil {
		return err
	}
	for _, p := range parts(enc.o, enc.sheets) {
		w, err := enc.zip.Create(p.name)
		if err == nil {
			_, err = io.WriteString(w, p.text)
		}
		if err != nil {
			return err
		}
	}
	return enc.zip.Close()
}

// Shortened returns how many texts were longer than a cell may be, and cut.
func (enc *encoder) Shortened() int { return enc.cells.shortened }
