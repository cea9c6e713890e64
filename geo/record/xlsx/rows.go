package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Limits of Excel's own sheets.
const (
	mostColumns = 16_384
	mostRows    = 1_048_576
)

// Rows are the rows of a sheet that have cells, from the top.
type Rows struct {
	book   *Book
	x      *xmlReader
	closer io.Closer
	merged []area // by their first row; the parts of cells merged downwards
	row    int
	values []string
}

// area is cells that are merged, from one corner to the other.
type area struct {
	top, bottom, left int
	value             string
}

// Rows begins to read the sheet. Of cells that are merged downwards each has the
// value that they share, since it is the value of each row.
func (s *Sheet) Rows() (*Rows, error) {
	merged, err := s.merged()
	if err != nil {
		return nil, err
	}
	x, closer, err := s.book.xml(s.part)
	if err != nil {
		return nil, err
	}
	return &Rows{book: s.book, x: x, closer: closer, merged: merged}, nil
}

// Close ends the reading.
func (r *Rows) Close() error { return r.closer.Close() }

// mostMerged bounds the merged cells that are heeded.
const mostMerged = 100_000

// merged reads the merged cells, which stand behind all others.
func (s *Sheet) merged() (all []area, err error) {
	f := s.book.files[s.part]
	if f == nil {
		return nil, fmt.Errorf("sheet %q is not in the workbook", s.Name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("sheet %q: %w", s.Name, err)
	}
	defer r.Close() // nothing was written
	behind, err := after(limited(r, f), "</sheetData>")
	if err != nil || behind == nil {
		return nil, err
	}
	x := newXMLReader(behind)
	for x.next() == nil { // what is wrong here is met again by who reads the rows
		if !x.opens || x.name != "mergeCell" || len(all) == mostMerged {
			continue
		}
		if a, ok := areaOf(x.attr("ref")); ok && a.bottom > a.top {
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b area) int { return a.top - b.top })
	return all, nil
}

// after passes over a part up to behind a mark, without looking at its tags,
// which takes a tenth of the time. It returns nil if there is none.
func after(r io.Reader, mark string) (io.Reader, error) {
	buf := make([]byte, 0, 128<<10)
	for {
		n, err := io.ReadAtLeast(r, buf[len(buf):cap(buf)], 1)
		buf = buf[:len(buf)+n]
		if i := bytes.Index(buf, []byte(mark)); i >= 0 {
			return io.MultiReader(bytes.NewReader(buf[i+len(mark):]), r), nil
		}
		if err == io.EOF {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		keep := min(len(buf), len(mark)-1)
		buf = append(buf[:0], buf[len(buf)-keep:]...)
	}
}

// areaOf reads a reference such as "A2:A5".
func areaOf(ref string) (area, bool) {
	from, to, ok := strings.Cut(ref, ":")
	left, top, ok1 := position([]byte(from))
	_, bottom, ok2 := position([]byte(to))
	return area{top: top, bottom: bottom, left: left}, ok && ok1 && ok2
}

// position reads a reference such as "AB12": the column from 0, the row from 1.
func position(ref []byte) (col, row int, ok bool) {
	i := 0
	for ; i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z' && i < 3; i++ {
		col = 26*col + int(ref[i]-'A') + 1
	}
	row, err := strconv.Atoi(string(ref[i:]))
	return col - 1, row, i > 0 && col <= mostColumns && err == nil && row > 0
}

// Next returns the next row that has cells, and its number from 1. The values
// are good until the next call. The error is io.EOF at the end.
func (r *Rows) Next() (row int, values []string, err error) {
	for {
		if err := r.x.next(); err != nil {
			return 0, nil, unexpected(err) // else the sheet is cut off
		}
		switch {
		case r.x.name == "sheetData" && (!r.x.opens || r.x.empty):
			return 0, nil, io.EOF
		case r.x.name == "row" && r.x.opens:
			if err := r.readRow(); err != nil {
				return 0, nil, err
			}
			r.mergeDown()
			if slices.ContainsFunc(r.values, func(v string) bool { return v != "" }) {
				return r.row, r.values, nil
			}
		}
	}
}

var errRows = errors.New("rows of the sheet are out of order")

// readRow reads the row whose tag is at hand.
func (r *Rows) readRow() error {
	number := r.row + 1
	if n, err := strconv.Atoi(string(r.x.rawAttr("r"))); err == nil {
		number = n
	}
	if number <= r.row || number > mostRows {
		return errAt(number, errRows)
	}
	r.row, r.values = number, r.values[:0]
	if r.x.empty {
		return nil
	}
	for {
		if err := r.x.next(); err != nil {
			return errAt(r.row, unexpected(err))
		}
		switch {
		case r.x.name == "row" && !r.x.opens:
			return nil
		case r.x.name == "c" && r.x.opens:
			if err := r.readCell(); err != nil {
				return errAt(r.row, err)
			}
		}
	}
}

// cell is a cell as its tags have it.
type cell struct {
	kind  string // t
	style int
	value []byte
}

func (r *Rows) readCell() error {
	col := len(r.values)
	if ref := r.x.rawAttr("r"); ref != nil {
		c, _, ok := position(ref)
		if !ok || c < col {
			return fmt.Errorf("%q is not the place of a cell here", ref)
		}
		col = c
	}
	if col >= mostColumns {
		return fmt.Errorf("more than %d cells", mostColumns)
	}
	for len(r.values) < col {
		r.values = append(r.values, "")
	}
	c := cell{kind: r.x.attr("t")}
	c.style, _ = strconv.Atoi(string(r.x.rawAttr("s"))) // 0 if it has none
	if err := r.cellValue(&c); err != nil {
		return err
	}
	text, err := r.book.text(&c)
	r.values = append(r.values, text)
	return err
}

// cellValue reads what is inside the cell whose tag is at hand. Formulas, and
// the readings beside Japanese texts, are passed over.
func (r *Rows) cellValue(c *cell) error {
	if r.x.empty {
		return nil
	}
	reading := 0
	for {
		if err := r.x.next(); err != nil {
			return unexpected(err)
		}
		switch {
		case r.x.name == "c" && !r.x.opens:
			return nil
		case r.x.name == "rPh" && !r.x.empty:
			reading += r.x.step()
		case (r.x.name == "v" || r.x.name == "t") && r.x.opens && reading == 0:
			c.value = append(c.value, r.x.text...)
		}
	}
}

// text returns what a cell says.
func (b *Book) text(c *cell) (string, error) {
	value := string(c.value)
	switch c.kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(value))
		switch {
		case len(c.value) == 0:
			return "", nil
		case err != nil || i < 0 || i >= b.shared.len():
			return "", fmt.Errorf("the workbook has no text number %q", value)
		}
		return b.shared.get(i)
	case "inlineStr", "str":
		return string(unescaped(c.value)), nil
	case "b":
		return map[bool]string{true: "TRUE", false: "FALSE"}[isTrue(value)], nil
	case "e":
		return value, nil
	case "d":
		return strings.TrimSuffix(value, "T00:00:00"), nil
	}
	return b.number(c.style, strings.TrimSpace(value)), nil
}

func (b *Book) number(style int, value string) string {
	if style > 0 && style < len(b.styles) && b.styles[style] != number {
		if n, err := strconv.ParseFloat(value, 64); err == nil {
			if text, ok := b.date(b.styles[style], n); ok {
				return text
			}
		}
	}
	return plain(value)
}

// mergeDown gives the cells of the row that are merged with one above its value.
func (r *Rows) mergeDown() {
	kept := r.merged[:0]
	for i, a := range r.merged {
		if a.top > r.row {
			kept = append(kept, r.merged[i:]...)
			break
		}
		if a.top == r.row && a.left < len(r.values) {
			a.value = r.values[a.left]
		}
		if a.top < r.row && a.value != "" {
			for len(r.values) <= a.left {
				r.values = append(r.values, "")
			}
			if r.values[a.left] == "" {
				r.values[a.left] = a.value
			}
		}
		if a.bottom > r.row {
			kept = append(kept, a)
		}
	}
	r.merged = kept
}
