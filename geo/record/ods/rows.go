package ods

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Limits of LibreOffice's own sheets, and of what is repeated: a row or a cell is
// written once for a million that are alike.
const (
	mostColumns  = 16_384
	mostRows     = 1_048_576
	mostRepeated = 4_000_000 // cells
	mostText     = 1 << 20   // of one cell
)

var errLong = fmt.Errorf("a cell has a text of more than %d MiB", mostText>>20)

// Rows are the rows of a sheet that have cells, from the top.
type Rows struct {
	xml    *xml.Decoder
	closer io.Closer
	row    int // the last one read
	repeat int // how often it comes again
	values []string
	spans  []span // cells that reach into later rows
	blank  int    // empty cells not yet among the values
}

// span is a cell that is merged with those below.
type span struct {
	col, left int // rows
	value     string
}

// Rows begins to read the sheet. Of cells that are merged downwards each has the
// value that they share.
func (s *Sheet) Rows() (*Rows, error) {
	d, closer, err := s.book.xml()
	if err != nil {
		return nil, err
	}
	r := &Rows{xml: d, closer: closer}
	depth, n := 0, 0
	for {
		t, err := d.Token()
		if err != nil {
			return nil, errors.Join(damaged(err), closer.Close())
		}
		switch t := t.(type) {
		case xml.EndElement:
			if t.Name.Local == "table" {
				depth--
			}
		case xml.StartElement:
			if t.Name.Local != "table" {
				continue
			}
			if depth++; depth > 1 {
				continue
			}
			if n == s.index {
				return r, nil
			}
			n++
		}
	}
}

// Close ends the reading.
func (r *Rows) Close() error { return r.closer.Close() }

// Next returns the next row that has cells, and its number from 1. The values are
// good until the next call. The error is io.EOF at the end.
func (r *Rows) Next() (row int, values []string, err error) {
	if r.repeat > 0 {
		r.repeat--
		r.row++
		return r.row, r.values, nil
	}
	for {
		t, err := r.xml.Token()
		if err != nil {
			return 0, nil, damaged(err)
		}
		switch t := t.(type) {
		case xml.EndElement:
			if t.Name.Local == "table" {
				return 0, nil, io.EOF
			}
		case xml.StartElement:
			switch t.Name.Local {
			case "table-row":
				found, err := r.readRow(t)
				if err != nil || found {
					return r.row, r.values, err
				}
			case "table-row-group", "table-header-rows", "table-rows":
			default:
				if err := r.xml.Skip(); err != nil {
					return 0, nil, damaged(err)
				}
			}
		}
	}
}

// readRow reads the row whose element is at hand, and reports whether there is
// something in it.
func (r *Rows) readRow(row xml.StartElement) (found bool, err error) {
	times := repeated(row, "number-rows-repeated")
	r.values, r.blank = r.values[:0], 0
	for {
		t, err := r.xml.Token()
		if err != nil {
			return false, damaged(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := r.readCell(t); err != nil {
				return false, fmt.Errorf("row %d cannot be read: %w", r.row+1, err)
			}
		case xml.EndElement:
			return r.endRow(times)
		}
	}
}

// endRow counts the row that was read, and those that are like it.
func (r *Rows) endRow(times int) (found bool, err error) {
	if !slices.ContainsFunc(r.values, func(v string) bool { return v != "" }) {
		r.row += times
		return false, nil
	}
	if r.row+times > mostRows || times > 1 && times*len(r.values) > mostRepeated {
		return false, fmt.Errorf("row %d is repeated %d times", r.row+1, times)
	}
	r.row++
	r.repeat = times - 1
	return true, nil
}

// repeated returns how many rows or cells an element stands for.
func repeated(t xml.StartElement, name string) int {
	n, err := strconv.Atoi(attr(t, name))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, mostRows)
}

// readCell reads the cell whose element is at hand.
func (r *Rows) readCell(t xml.StartElement) error {
	covered := t.Name.Local == "covered-table-cell"
	if t.Name.Local != "table-cell" && !covered {
		return r.skip()
	}
	text, err := r.text()
	if err != nil {
		return err
	}
	value := valueOf(t, text)
	col := len(r.values) + r.blank
	if covered {
		value = r.above(col)
	} else if down := repeated(t, "number-rows-spanned"); down > 1 && value != "" && len(r.spans) < mostColumns {
		r.spans = append(r.spans, span{col, down - 1, value})
	}
	times := repeated(t, "number-columns-repeated")
	if value == "" {
		r.blank += times
		return nil
	}
	if len(r.values)+r.blank+times > mostColumns {
		return fmt.Errorf("more than %d cells", mostColumns)
	}
	for range r.blank {
		r.values = append(r.values, "")
	}
	r.blank = 0
	for range times {
		r.values = append(r.values, value)
	}
	return nil
}

func (r *Rows) skip() error {
	if err := r.xml.Skip(); err != nil {
		return damaged(err)
	}
	return nil
}

// above returns the value of the cell that covers one of this row, as far as its
// own column goes.
func (r *Rows) above(col int) (value string) {
	for i := range r.spans {
		if s := &r.spans[i]; s.col == col && s.left > 0 {
			s.left--
			value = s.value
		}
	}
	r.spans = slices.DeleteFunc(r.spans, func(s span) bool { return s.left == 0 })
	return value
}

// valueOf returns what a cell says that shows a text.
func valueOf(t xml.StartElement, text string) string {
	switch attr(t, "value-type") {
	case "float", "percentage", "currency":
		if v := attr(t, "value"); v != "" {
			return v
		}
	case "date":
		if v := attr(t, "date-value"); v != "" {
			return strings.Replace(strings.TrimSuffix(v, "T00:00:00"), "T", " ", 1)
		}
	case "boolean":
		if v := attr(t, "boolean-value"); v != "" {
			return strings.ToUpper(v)
		}
	case "string":
		if v := attr(t, "string-value"); v != "" {
			return v
		}
	}
	return text
}

// text returns the text of the cell at hand, a line for each paragraph. What is
// said beside it, in a comment, is none of it.
func (r *Rows) text() (string, error) {
	var b strings.Builder
	paragraphs := 0
	for {
		t, err := r.xml.Token()
		if err != nil {
			return "", damaged(err)
		}
		switch t := t.(type) {
		case xml.EndElement:
			return b.String(), nil
		case xml.StartElement:
			if t.Name.Local != "p" {
				if err := r.skip(); err != nil {
					return "", err
				}
				continue
			}
			if paragraphs++; paragraphs > 1 {
				b.WriteByte('\n')
			}
			if err := r.paragraph(&b); err != nil {
				return "", err
			}
		}
	}
}

// paragraph appends the text of the paragraph at hand.
func (r *Rows) paragraph(b *strings.Builder) error {
	for depth := 1; depth > 0; {
		t, err := r.xml.Token()
		if err != nil {
			return damaged(err)
		}
		switch t := t.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.EndElement:
			depth--
		case xml.StartElement:
			depth++
			switch t.Name.Local {
			case "s": // spaces
				b.WriteString(strings.Repeat(" ", min(repeated(t, "c"), mostColumns)))
			case "tab":
				b.WriteByte('\t')
			case "line-break":
				b.WriteByte('\n')
			case "annotation", "ruby-text", "note":
				depth--
				if err := r.skip(); err != nil {
					return err
				}
			}
		}
		if b.Len() > mostText {
			return errLong
		}
	}
	return nil
}
