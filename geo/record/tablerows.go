package record

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/delimited"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// tableRows reads the rows of delimited text, or of a sheet.
type tableRows struct {
	scan   splitter
	layout layout
	cols   *row.Names
	clean  plaintext.Cleaner
	cells  delimited.Cells
	room   *row.Room
	told   bool // that the text is not UTF-8

	behindGap bool     // a row was left free before the one just read
	last      int      // the line of the row before, in a sheet
	further   []string // the header of another table, at which this one ends
	oneTable  bool     // there is no other
}

func newTableRows(split splitter, l layout, page *plaintext.CodePage) *tableRows {
	return &tableRows{scan: split, layout: l, cols: row.NewNames(l.header, l.width), clean: plaintext.Cleaner{Page: page}}
}

func (t *tableRows) Names() *row.Names { return t.cols }

func (t *tableRows) KeepIn(m *row.Room) {
	t.room = m
	if s, ok := t.scan.(*delimited.Scanner); ok && m.Lent {
		s.KeepIn(&m.Text)
	}
}

func (t *tableRows) Next() (*row.Row, error) {
	for {
		if t.further != nil {
			return nil, io.EOF
		}
		r, err := t.read()
		if err != nil {
			return nil, t.refusal(err)
		}
		if r != nil {
			return r, nil
		}
		if t.layout.hiddenTo > 0 {
			t.cells.Values = t.layout.shown(t.cells.Values)
		}
		if t.cells.Line < t.layout.first {
			continue
		}
		if blank(t.cells.Values) {
			t.behindGap = true
			continue
		}
		if t.layout.comma == noComma { // which has no rows where nothing is
			t.behindGap = t.behindGap || t.last > 0 && t.cells.Line > t.last+1
			t.last = t.cells.Line
		}
		if t.behindGap && !t.oneTable && t.beginsFurther() {
			continue
		}
		if !t.cells.Valid {
			for i, v := range t.cells.Values {
				t.cells.Values[i] = t.clean.Clean(v)
			}
		}
		if t.repeatsHeader() {
			return nil, &geo.Problem{Row: t.cells.Line, Refused: true, Err: errHeaderAgain, Extra: t.row().Says()}
		}
		return t.row(), nil
	}
}

// read reads the cells of the next row, or returns the row if it is as nearly all are:
// one line of text that has a cell for each column.
func (t *tableRows) read() (*row.Row, error) {
	s, ok := t.scan.(*delimited.Scanner)
	if !ok || t.room == nil || t.behindGap || t.layout.hiddenTo > 0 {
		return nil, t.scan.Next(&t.cells)
	}
	line, err := s.NextLine(&t.cells)
	if err != nil {
		return nil, err
	}
	if t.cells.Line >= t.layout.first {
		r := t.room.Row(t.cols.List)
		if s.Fill(r.Props, line) && t.isData(r.Props) {
			r.Line, r.Bytes = t.cells.Line, line.Len()
			s.Pass(line)
			return r, nil
		}
		t.room.TakeBack(r)
	}
	return nil, s.Record(&t.cells, line)
}

// isData reports whether the first cell that is not empty shows that a row is neither
// blank nor the header again.
func (t *tableRows) isData(cells []geo.Property) bool {
	header := t.layout.header
	for i := range cells {
		if v := cells[i].Value; v != "" {
			return v[0] > ' ' && v[0] < utf8.RuneSelf && (len(header) == 0 || i < len(header) && v != header[i])
		}
	}
	return false
}

var errHeaderAgain = errors.New("row repeats the header")

// refusal makes a problem of a record that could not be read.
func (t *tableRows) refusal(err error) error {
	if !errors.Is(err, plaintext.ErrTooLong) {
		return err
	}
	return &geo.Problem{Row: t.cells.Line, Refused: true, Err: err}
}

func (t *tableRows) repeatsHeader() bool {
	if len(t.cells.Values) < len(t.layout.header) || len(t.layout.header) == 0 {
		return false
	}
	for i, h := range t.layout.header {
		if h != t.cells.Values[i] {
			return false
		}
	}
	return true
}

func (t *tableRows) row() *row.Row {
	values, width := t.cells.Values, len(t.cols.List)
	r := t.room.Row(t.cols.List)
	r.Line = t.cells.Line
	n := min(len(values), width)
	for i, v := range values[:n] {
		r.Props[i].Value = v
		r.Bytes += len(v)
	}
	for i := n; i < width; i++ {
		r.Props[i].Value = "" // a row before had one
	}
	if len(values) > width && !blank(values[width:]) {
		r.Surplus = slices.Clone(values[width:])
	}
	if len(values) < width {
		r.Warnings = append(r.Warnings, fmt.Errorf("row has %d of %d cells; the rest is taken as empty", len(values), width))
	}
	if t.cells.Stray {
		r.Warnings = append(r.Warnings, fmt.Errorf("a quote is not closed and is read as text"))
	}
	if !t.cells.Valid {
		r.Warnings = append(r.Warnings, t.clean.Warnings(&t.told)...)
	}
	return r
}
