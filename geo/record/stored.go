package record

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/geometry"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// Store reads the files of one kind that hold tables of typed columns, such as
// databases. It is an option and not an import, because such readers link
// libraries that are larger than all the rest.
type Store struct {
	// Magic is how its files begin.
	Magic string
	// Begins, if it is not nil, says instead of Magic whether a file begins so. It
	// is given its first 4096 bytes, or all if it is shorter.
	Begins func(head []byte) bool
	// Holds, if it is not nil, says it instead of both by the file's name, too.
	Holds func(name string, head []byte) bool
	// Beside are the endings of files that lie beside one of its files, under the
	// same name, and are parts of it.
	Beside []string
	// Open reads what a file says of its tables, and none of their rows.
	Open func(path string) (Stored, error)
}

// reads reports whether the store reads a file of this name that begins so.
func (s *Store) reads(name string, head []byte) bool {
	if s.Holds != nil {
		return s.Holds(name, head)
	}
	if s.Begins != nil {
		return s.Begins(head)
	}
	return bytes.HasPrefix(head, []byte(s.Magic))
}

// Stored is a file of typed tables that is open. Its tables can be read until
// Close.
type Stored struct {
	Tables []StoredTable
	Close  func() error
}

// StoredTable is one of the tables of a file.
type StoredTable struct {
	Name    string // of the layer; empty if the file is one table
	Format  Format
	Notices []string // what is to be known of the table as a whole
	// Rows begins to read it. It can be called again.
	Rows func() (StoredRows, error)
	// Cells, if it is not nil, begins to read it instead: its header is still to be
	// found among its rows, as in a sheet.
	Cells func() (CellRows, error)
}

// CellRows runs over the rows of a table that have cells. The values are good until the
// next call; the error is io.EOF at the end.
type CellRows interface {
	Next() (row int, values []string, err error)
	Close() error
}

// PageTable returns a table of a page or a document, whose cells are at hand.
func PageTable(name string, rows [][]string) StoredTable {
	return StoredTable{Name: name, Format: Page, Cells: func() (CellRows, error) { return &pageCells{rows: rows}, nil }}
}

// pageCells runs over cells that are at hand.
type pageCells struct {
	rows [][]string
	n    int
}

func (h *pageCells) Next() (row int, values []string, err error) {
	if h.n == len(h.rows) {
		return 0, nil, io.EOF
	}
	h.n++
	return h.n, h.rows[h.n-1], nil
}

func (h *pageCells) Close() error { return nil }

// StoredRows runs over the rows of a table.
type StoredRows interface {
	// Columns returns the names of the columns.
	Columns() []string
	// Next reads the next row into r, which is empty and has a value for each
	// column. The error is io.EOF at the end; else it ends the table.
	Next(r *StoredRow) error
	Close() error
}

// StoredRow is a row of typed values, which are set by the number of their
// column. A value that is not set is null.
type StoredRow struct {
	Number int          // from 1
	Shape  orb.Geometry // its own, in degrees; nil if it has none
	Fault  error        // why the shape cannot be read

	values []geo.Property
}

// NewStoredRow returns an empty row of so many columns.
func NewStoredRow(columns int) *StoredRow {
	return &StoredRow{values: make([]geo.Property, columns)}
}

// Text returns what a column is set to.
func (r *StoredRow) Text(col int) string { return r.values[col].Value }

// SetText sets a text. It need not be UTF-8.
func (r *StoredRow) SetText(col int, s string) { r.values[col].Value, r.values[col].JSON = s, false }

// SetBytes sets a text, or says how long a value is that is none: pictures and
// the like have no business in a layer.
func (r *StoredRow) SetBytes(col int, b []byte) {
	if utf8.Valid(b) && bytes.IndexByte(b, 0) < 0 {
		r.SetText(col, string(b))
		return
	}
	r.SetText(col, fmt.Sprintf("binary data of %d bytes", len(b)))
}

// SetNumber sets a number that is written so in JSON.
func (r *StoredRow) SetNumber(col int, s string) { r.values[col].Value, r.values[col].JSON = s, true }

// SetBool sets a truth.
func (r *StoredRow) SetBool(col int, b bool) { r.SetNumber(col, strconv.FormatBool(b)) }

// Bounds beyond which numbers have an exponent, as in JavaScript.
const (
	least = 1e-6
	most  = 1e21
)

// SetFloat sets a number of 32 or 64 bits. One that is not a number is null, as
// which data frames use it.
func (r *StoredRow) SetFloat(col int, f float64, bits int) {
	size := math.Abs(f)
	switch {
	case math.IsNaN(f):
		return
	case math.IsInf(f, 0):
		r.SetText(col, strconv.FormatFloat(f, 'g', -1, bits))
	case size != 0 && (size < least || size >= most):
		r.SetNumber(col, strconv.FormatFloat(f, 'g', -1, bits))
	default:
		r.SetNumber(col, strconv.FormatFloat(f, 'f', -1, bits))
	}
}

// storedTables yields the tables of a file that is no text.
func (in *input) storedTables(s Store, path string, yield func(*input, error) bool) bool {
	path, done, err := in.together(&s, path)
	if err != nil {
		return yield(nil, failed(in.name, 0, err))
	}
	defer done()
	file, err := s.Open(path)
	if err != nil {
		return yield(nil, failed(in.name, 0, err))
	}
	defer file.Close() // nothing was written
	all := make([]sheet, len(file.Tables))
	for i, t := range file.Tables {
		if t.Cells != nil {
			all[i] = sheetOf(t.Format, t.Name, false, func() (sheetRows, error) { return t.Cells() })
			continue
		}
		all[i] = sheet{name: t.Name, word: formatWords[t.Format], begin: func(in *input) (row.Source, Table, io.Closer, error) {
			return in.beginStored(t)
		}}
	}
	return in.sheets(all, yield)
}

// formatWords are what one table of a file of several is called.
var formatWords = [...]string{Workbook: "sheet", OpenDocument: "sheet", GeoPackage: "layer", Database: "table", Parquet: "table", Shapefile: "layer", DBF: "table", KML: "document", Feed: "feed", GPX: "document", GML: "document", Calendar: "calendar", XML: "document", Page: "table", FlatGeobuf: "layer"}

func (in *input) beginStored(t StoredTable) (row.Source, Table, io.Closer, error) {
	table := Table{File: in.name, Format: t.Format, Sheet: t.Name, Encoding: "utf-8", Notices: slices.Clone(t.Notices)}
	r, err := t.Rows()
	if err != nil {
		return nil, table, nil, err
	}
	names := row.NewNames(r.Columns(), 0)
	s := &storedRows{from: r, cols: names, most: in.maxRecord(), at: make([]int, len(names.List))}
	for i := range s.at {
		s.at[i] = i
	}
	return s, table, r, nil
}

// storedRows makes rows of those of a typed table.
type storedRows struct {
	from  StoredRows
	cols  *row.Names
	at    []int // each column in its place: a typed table has no titles and totals, as a sheet has
	most  int
	clean plaintext.Cleaner
	told  bool // that a text is not UTF-8
	room  *row.Room
	row   StoredRow
}

func (s *storedRows) Names() *row.Names { return s.cols }

func (s *storedRows) KeepIn(m *row.Room) { s.room = m }

func (s *storedRows) Next() (*row.Row, error) {
	r := s.room.Row(s.cols.List)
	for i := range r.Props {
		r.Props[i].Value, r.Props[i].JSON = "null", true
	}
	s.row = StoredRow{values: r.Props}
	if err := s.from.Next(&s.row); err != nil {
		return nil, err
	}
	r.Line, r.At = s.row.Number, s.at
	if size := r.Size(); size > s.most {
		return nil, &geo.Problem{Row: r.Line, Refused: true, Err: fmt.Errorf("%w: %s, more than %s", plaintext.ErrTooLong, plaintext.SizeInWords(size), plaintext.SizeInWords(s.most))}
	}
	s.take(r)
	return r, nil
}

// take gives a row its shape, and texts that are valid.
func (s *storedRows) take(r *row.Row) {
	for i := range r.Props {
		if p := &r.Props[i]; !utf8.ValidString(p.Value) {
			p.Value = s.clean.Clean(p.Value)
		}
	}
	err := s.row.Fault
	if s.row.Shape != nil && err == nil {
		r.Geometry, err = geometry.StandFor(s.row.Shape)
	}
	if err != nil {
		r.Warnings = append(r.Warnings, err)
	}
	r.Warnings = append(r.Warnings, s.clean.Warnings(&s.told)...)
}
