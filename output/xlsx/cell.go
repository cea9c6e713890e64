package xlsx

import (
	"strconv"

	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// cells appends rows of cells.
type cells struct {
	buf        []byte
	letters    []string // of the columns
	row        []byte   // the row's number
	attributes string   // that every cell has
	shortened  int
	scratch    []byte
}

func (c *cells) begin(row int) {
	c.row = strconv.AppendInt(c.row[:0], int64(row), 10)
	c.buf = append(append(append(c.buf, `<row r="`...), c.row...), `">`...)
}

func (c *cells) end() { c.buf = append(c.buf, "</row>"...) }

// open appends the beginning of a cell up to its attributes.
func (c *cells) open(column int) {
	c.buf = append(append(c.buf, `<c r="`...), c.letters[column]...)
	c.buf = append(append(append(c.buf, c.row...), '"'), c.attributes...)
}

// value appends a value; null is no cell.
func (c *cells) value(column int, v *output.Value) {
	switch v.Kind {
	case output.Null:
	case output.Text:
		c.text(column, v.Text, plainStyle)
	case output.Boolean:
		c.open(column)
		c.buf = append(c.buf, ` t="b"><v>`...)
		c.buf = append(append(c.buf, byte('0'+v.Int)), "</v></c>"...)
	case output.Integer:
		c.whole(column, v)
	case output.Real:
		c.number(column, strconv.AppendFloat(c.scratch[:0], v.Real, 'g', -1, 64))
	case output.Date:
		c.day(column, when.Day(v.Int), 0, dayStyle, v)
	case output.DateTime:
		day, second := output.SplitDateTime(v.Int)
		c.day(column, day, second, timeStyle, v)
	}
}

// mostExact is the largest whole number of which a spreadsheet keeps every digit.
const mostExact = 999_999_999_999_999

func (c *cells) whole(column int, v *output.Value) {
	if v.Int > mostExact || v.Int < -mostExact {
		c.text(column, string(v.Append(c.scratch[:0])), plainStyle)
		return
	}
	c.number(column, strconv.AppendInt(c.scratch[:0], v.Int, 10))
}

func (c *cells) number(column int, digits []byte) {
	c.open(column)
	c.buf = append(c.buf, "><v>"...)
	c.buf = append(append(c.buf, digits...), "</v></c>"...)
	c.scratch = digits
}

// A spreadsheet counts days from 1899-12-30, and rightly so only since
// 1900-03-01: it takes 1900 for a leap year.
var (
	dayZero  = when.Date(1899, 12, 30)
	firstDay = when.Date(1900, 3, 1)
)

// day appends a day and a second of it as a date cell; one before spreadsheets
// began to count as text.
func (c *cells) day(column int, d when.Day, second int, style string, v *output.Value) {
	if d < firstDay {
		c.text(column, string(v.Append(c.scratch[:0])), plainStyle)
		return
	}
	c.open(column)
	c.buf = append(append(append(c.buf, ` s="`...), style...), `"><v>`...)
	if second == 0 {
		c.buf = strconv.AppendInt(c.buf, int64(d-dayZero), 10)
	} else {
		const secondsPerDay = 24 * 60 * 60
		c.buf = strconv.AppendFloat(c.buf, float64(d-dayZero)+float64(second)/secondsPerDay, 'f', 10, 64)
	}
	c.buf = append(c.buf, "</v></c>"...)
}

// mostUnits is how long the text of a cell may be, in units of UTF-16.
const mostUnits = 32_767

const cutSign = "…"

func (c *cells) text(column int, s, style string) {
	if short := shorten(s); len(short) < len(s) {
		s = short + cutSign
		c.shortened++
	}
	c.open(column)
	if style != plainStyle {
		c.buf = append(append(append(c.buf, ` s="`...), style...), '"')
	}
	c.buf = append(c.buf, ` t="inlineStr"><is><t xml:space="preserve">`...)
	c.buf = appendText(c.buf, s)
	c.buf = append(c.buf, "</t></is></c>"...)
}

// shorten returns what of a text a cell holds, with room for a sign that it was
// cut if it was.
func shorten(s string) string {
	if len(s) <= mostUnits { // a unit is at least a byte
		return s
	}
	units, cut := 0, 0
	for i, r := range s {
		if units <= mostUnits-1 {
			cut = i
		}
		units++
		if r > 0xffff {
			units++
		}
	}
	if units <= mostUnits {
		return s
	}
	return s[:cut]
}

// appendText appends a text as a cell has it. There _x0041_ stands for A, so that
// what only looks so has its underscore written in that way.
func appendText(dst []byte, s string) []byte {
	from := 0
	for i := 0; i+len("_x0041_") <= len(s); i++ {
		if looksEscaped(s[i:]) {
			dst = output.AppendXML(dst, s[from:i])
			dst = append(dst, "_x005F_"...)
			from = i + 1
		}
	}
	return output.AppendXML(dst, s[from:])
}

// looksEscaped reports whether a text of at least seven bytes begins like
// _x0041_.
func looksEscaped(s string) bool {
	if s[0] != '_' || s[1] != 'x' || s[6] != '_' {
		return false
	}
	for _, c := range []byte(s[2:6]) {
		if !('0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F') {
			return false
		}
	}
	return true
}

// letters returns the names of the first n columns: A, B, … Z, AA.
func letters(n int) []string {
	all := make([]string, n)
	for i := range all {
		var name []byte
		for at := i + 1; at > 0; at = (at - 1) / 26 {
			name = append([]byte{byte('A' + (at-1)%26)}, name...)
		}
		all[i] = string(name)
	}
	return all
}
