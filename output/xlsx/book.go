package xlsx

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
	"strconv"

	"github.com/dateline-map/dateline/output"
)

// What a sheet has room for.
const (
	mostRows    = 1 << 20 // with the header
	mostColumns = 1 << 14
)

// roomForRows is mostRows but in a test.
var roomForRows = mostRows

// Book writes a workbook sheet by sheet and row by row.
type Book struct {
	zip    *zip.Writer
	o      Options
	names  sheetNames
	name   string // as asked for, of the sheet being written
	header []string
	sheet  io.Writer // nil before the first
	rows   int       // of it
	cells  cells
}

// NewBook returns a workbook that is written to w. It must have a sheet.
func NewBook(w io.Writer, o Options) *Book {
	b := &Book{zip: zip.NewWriter(w), o: o}
	// The best compression takes twice the time for a tenth less.
	b.zip.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	return b
}

// Sheet begins the next sheet. A name that a sheet cannot have, or that another
// has, is changed.
func (b *Book) Sheet(name string, header []string) error {
	if n := len(header); n > mostColumns {
		return fmt.Errorf("a sheet has room for %d columns, the table has %d", mostColumns, n)
	}
	if err := b.endSheet(); err != nil {
		return err
	}
	b.name, b.header = name, header
	b.cells.letters = letters(len(header))
	return b.begin()
}

// begin begins a sheet of the table at hand.
func (b *Book) begin() error {
	b.names.add(b.name)
	w, err := b.zip.Create(fmt.Sprintf("xl/worksheets/sheet%d.xml", len(b.names)))
	if err != nil {
		return err
	}
	b.sheet, b.rows = w, 0
	b.cells.buf = append(b.cells.buf, sheetHead(len(b.names) == 1, b.header)...)
	b.cells.begin(b.next())
	for i, name := range b.header {
		b.cells.text(i, name, headerStyle)
	}
	b.cells.end()
	return nil
}

func (b *Book) next() int {
	b.rows++
	return b.rows
}

// Row writes a row. Values beyond the header are cells, too.
func (b *Book) Row(values []output.Value) error {
	if n := len(values); n > len(b.cells.letters) {
		b.cells.letters = letters(min(n, mostColumns))
	}
	return b.row(func(c *cells) {
		for i := range values[:min(len(values), mostColumns)] {
			c.value(i, &values[i])
		}
	})
}

// flushSize is when the buffer goes to the sheet.
const flushSize = 64 << 10

// row writes a row whose cells fill appends.
func (b *Book) row(fill func(*cells)) error {
	if b.rows == roomForRows {
		if err := b.endSheet(); err != nil {
			return err
		}
		if err := b.begin(); err != nil {
			return err
		}
	}
	b.cells.begin(b.next())
	fill(&b.cells)
	b.cells.end()
	if len(b.cells.buf) < flushSize {
		return nil
	}
	return b.flush()
}

func (b *Book) flush() error {
	_, err := b.sheet.Write(b.cells.buf)
	b.cells.buf = b.cells.buf[:0]
	return err
}

// endSheet ends the sheet being written, if there is one.
func (b *Book) endSheet() error {
	if b.sheet == nil {
		return nil
	}
	filter := ""
	if n := len(b.header); n > 0 {
		filter = fmt.Sprintf(`<autoFilter ref="A1:%s%d"/>`, b.cells.letters[n-1], b.rows)
	}
	b.cells.buf = append(append(append(b.cells.buf, "</sheetData>"...), filter...), "</worksheet>"...)
	return b.flush()
}

// Close writes what holds the sheets together.
func (b *Book) Close() error {
	if err := b.endSheet(); err != nil {
		return err
	}
	for _, p := range parts(b.o, b.names) {
		w, err := b.zip.Create(p.name)
		if err == nil {
			_, err = io.WriteString(w, p.text)
		}
		if err != nil {
			return err
		}
	}
	return b.zip.Close()
}

// Inserts appends cells to rows of a workbook that was not written here.
type Inserts struct{ cells cells }

// Append appends the XML of cells with these values, from a column on, that have
// some attributes besides. None may be a date, since the workbook has its own
// styles.
func (x *Inserts) Append(dst []byte, row, column int, attributes string, values []output.Value) []byte {
	c := &x.cells
	if n := column + len(values); n > len(c.letters) {
		c.letters = letters(n)
	}
	c.buf, c.attributes = dst, attributes
	c.row = strconv.AppendInt(c.row[:0], int64(row), 10)
	for i := range values {
		c.value(column+i, &values[i])
	}
	return c.buf
}
