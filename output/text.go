package output

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo/when"
)

// Clean returns the text as most formats can hold it: UTF-8 without NUL, at
// which readers written in C would end it.
func Clean(s string) string {
	if utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == 0 {
			return utf8.RuneError
		}
		return r
	}, s)
}

// isFormula reports whether a spreadsheet may run a text as a formula: one that
// begins with a sign of operation, also in full width, or with white space that
// it skips.
func isFormula(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("=+-@\t\r\n＝＋－＠", r)
}

// SafeCell returns a text as a cell of a CSV that people open in a spreadsheet:
// with an apostrophe before what that would run as a formula, unless it is a
// plain number, and U+FFFD for what is no text.
func SafeCell(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(s, string(utf8.RuneError)))
	return Inert(s)
}

// Inert returns a text with an apostrophe before it if a spreadsheet would run it
// as a formula. A plain number is none.
func Inert(s string) string {
	if !isFormula(s) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}

// UnsafeCell undoes SafeCell, but for what is no text.
func UnsafeCell(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && SafeCell(rest) == s {
		return rest
	}
	return s
}

// AppendXML appends a text as XML 1.0 has it, in an element or in an attribute
// between double quotes. What XML cannot hold becomes U+FFFD.
func AppendXML(dst []byte, s string) []byte {
	kept := 0
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < utf8.RuneSelf && c != '<' && c != '>' && c != '&' && c != '"' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if escape := escapeXML(r, n); escape != "" {
			dst = append(append(dst, s[kept:i]...), escape...)
			kept = i + n
		}
		i += n
	}
	return append(dst, s[kept:]...)
}

// escapeXML returns what stands in XML for a rune of n bytes; empty if it stands
// for itself.
func escapeXML(r rune, n int) string {
	switch {
	case r == '<':
		return "&lt;"
	case r == '>':
		return "&gt;"
	case r == '&':
		return "&amp;"
	case r == '"':
		return "&quot;"
	case r == '\r': // a parser would make a line feed of it
		return "&#13;"
	case r == '\t' || r == '\n':
		return ""
	case r < ' ' || r == 0xfffe || r == 0xffff || (r == utf8.RuneError && n == 1):
		return "\ufffd"
	}
	return ""
}

// Append appends the value in plain writing: a text and a number of the input as
// they are, days as YYYY-MM-DD, times with a T and no zone; nothing for null.
func (v *Value) Append(dst []byte) []byte {
	switch v.Kind {
	case Text:
		return append(dst, v.Text...)
	case Integer, Real:
		return v.appendNumber(dst)
	case Boolean:
		return strconv.AppendBool(dst, v.Int != 0)
	case Date:
		return AppendDate(dst, when.Day(v.Int))
	case DateTime:
		day, second := SplitDateTime(v.Int)
		return AppendTime(AppendDate(dst, day), second)
	}
	return dst
}

func (v *Value) appendNumber(dst []byte) []byte {
	switch {
	case v.Text != "":
		return append(dst, v.Text...)
	case v.Kind == Integer:
		return strconv.AppendInt(dst, v.Int, 10)
	}
	return strconv.AppendFloat(dst, v.Real, 'f', -1, 64)
}
