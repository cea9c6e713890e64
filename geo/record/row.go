package record

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/delimited"
	"github.com/dateline-map/dateline/geo/record/internal/geometry"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
)

// row is one record of any format.
type row struct {
	line     int
	props    []geo.Property  // what it says, in its own order
	at       []int           // for each column, its place in props or -1; nil if they are the same
	surplus  []string        // cells beyond the last column
	geometry *geometry.Place // its own, in GeoJSON
	inside   *geometry.Place // of an object inside it, which speaks where nothing else does
	warnings []error
	bytes    int // of its values, if that is known; else 0
}

// cell returns the value of a column, without space around it; it is empty if
// the row has none.
func (r *row) cell(col int) string { return trimSpace(r.untrimmed(col)) }

func (r *row) untrimmed(col int) string {
	if r.at != nil {
		if col >= len(r.at) || r.at[col] < 0 {
			return ""
		}
		col = r.at[col]
	}
	if col >= len(r.props) {
		return ""
	}
	p := &r.props[col]
	if p.JSON && p.Value == "null" {
		return ""
	}
	return p.Value
}

// said is cell, but empty if that stands for a missing value.
func (r *row) said(col int) string {
	if v := r.cell(col); !literal.Missing(v) {
		return unlisted(v)
	}
	return ""
}

// aList matches the texts in a list as Python writes it: ['Stepanakert', "Mother's Day"].
var (
	aList  = pattern.New(`^\[(?:(?:'[^']*'|"[^"]*")(?:, ?|\]$))+$`)
	inList = pattern.New(`'([^']*)'|"([^"]*)"`)
)

// unlisted returns what stands in such a list between semicolons; any other cell as it is.
func unlisted(cell string) string {
	if !strings.HasPrefix(cell, "['") || !aList().MatchString(cell) {
		return cell
	}
	var all []string
	for _, m := range inList().FindAllStringSubmatch(cell, -1) {
		if v := strings.TrimSpace(m[1] + m[2]); v != "" {
			all = append(all, v)
		}
	}
	return strings.Join(all, "; ")
}

// trimSpace is strings.TrimSpace, quick for what has no space around it.
func trimSpace(s string) string {
	if n := len(s); n == 0 || s[0] > ' ' && s[0] < utf8.RuneSelf && s[n-1] > ' ' && s[n-1] < utf8.RuneSelf {
		return s
	}
	return strings.TrimSpace(s)
}

// size returns how many bytes the row's values take.
func (r *row) size() int {
	if r.bytes > 0 {
		return r.bytes
	}
	n := 0
	for i := range r.props {
		n += len(r.props[i].Value)
	}
	return n
}

// says returns a copy of all that the row says, cells beyond the last column
// included, which have no name.
func (r *row) says() []geo.Property {
	all := slices.Clone(r.props)
	for _, v := range r.surplus {
		all = append(all, geo.Property{Value: v})
	}
	return all
}

// rows is a stream of rows.
type rows interface {
	// next returns the next row. The error is io.EOF at the end; a *geo.Problem
	// for a record that is refused, after which reading goes on; else it ends
	// the stream.
	next() (*row, error)
	// names returns the columns met so far. Later rows may bring more.
	names() *names
}

// tableRows reads the rows of delimited text, or of a sheet.
type tableRows struct {
	scan   splitter
	layout layout
	cols   *names
	clean  plaintext.Cleaner
	cells  delimited.Cells
	room   *room
	told   bool // that the text is not UTF-8

	behindGap bool     // a row was left free before the one just read
	last      int      // the line of the row before, in a sheet
	further   []string // the header of another table, at which this one ends
	oneTable  bool     // there is no other
}

func newTableRows(split splitter, l layout, page *plaintext.CodePage) *tableRows {
	return &tableRows{scan: split, layout: l, cols: newNames(l.header, l.width), clean: plaintext.Cleaner{Page: page}}
}

func (t *tableRows) names() *names { return t.cols }

func (t *tableRows) keepIn(m *room) {
	t.room = m
	if s, ok := t.scan.(*delimited.Scanner); ok && m.lent {
		s.KeepIn(&m.text)
	}
}

func (t *tableRows) next() (*row, error) {
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
			return nil, &geo.Problem{Row: t.cells.Line, Refused: true, Err: errHeaderAgain, Extra: t.row().says()}
		}
		return t.row(), nil
	}
}

// read reads the cells of the next row, or returns the row if it is as nearly all are:
// one line of text that has a cell for each column.
func (t *tableRows) read() (*row, error) {
	s, ok := t.scan.(*delimited.Scanner)
	if !ok || t.room == nil || t.behindGap || t.layout.hiddenTo > 0 {
		return nil, t.scan.Next(&t.cells)
	}
	line, err := s.NextLine(&t.cells)
	if err != nil {
		return nil, err
	}
	if t.cells.Line >= t.layout.first {
		r := t.room.row(t.cols.list)
		if s.Fill(r.props, line) && t.isData(r.props) {
			r.line, r.bytes = t.cells.Line, line.Len()
			s.Pass(line)
			return r, nil
		}
		t.room.takeBack(r)
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

func (t *tableRows) row() *row {
	values, width := t.cells.Values, len(t.cols.list)
	r := t.room.row(t.cols.list)
	r.line = t.cells.Line
	n := min(len(values), width)
	for i, v := range values[:n] {
		r.props[i].Value = v
		r.bytes += len(v)
	}
	for i := n; i < width; i++ {
		r.props[i].Value = "" // a row before had one
	}
	if len(values) > width && !blank(values[width:]) {
		r.surplus = slices.Clone(values[width:])
	}
	if len(values) < width {
		r.warnings = append(r.warnings, fmt.Errorf("row has %d of %d cells; the rest is taken as empty", len(values), width))
	}
	if t.cells.Stray {
		r.warnings = append(r.warnings, fmt.Errorf("a quote is not closed and is read as text"))
	}
	if !t.cells.Valid {
		r.warnings = append(r.warnings, t.clean.Warnings(&t.told)...)
	}
	return r
}
