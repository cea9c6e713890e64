package output

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
)

// Kind is what a column or a value holds.
type Kind uint8

// The kinds. The zero Kind is Null, which no column has, but any value may.
const (
	Null Kind = iota
	Text
	Integer
	Real
	Boolean
	Date     // a civil day
	DateTime // a civil day and time without a zone
)

var kindNames = [...]string{"null", "text", "integer", "real", "boolean", "date", "datetime"}

// String returns the kind's name.
func (k Kind) String() string { return kindNames[k] }

// Value is what a column holds for one event. The zero Value is null, which is
// neither 0 nor the empty text.
type Value struct {
	Kind Kind
	Text string  // of Text; of a number of the input, as the input writes it
	Int  int64   // of Integer; 1 for true; days since 1970 for Date, seconds for DateTime
	Real float64 // of Real
}

// valueSink appends the values that it takes.
type valueSink []Value

func (s *valueSink) Text(text string) {
	if text == "" {
		s.null()
		return
	}
	*s = append(*s, Value{Kind: Text, Text: text})
}

func (s *valueSink) null() { *s = append(*s, Value{}) }

func (s *valueSink) Title(what, joint, where string) { s.Text(what + joint + where) }

func (s *valueSink) Days(i when.Interval) {
	s.Day(i)
	s.Start(i)
	s.End(i)
	s.Text(i.Precision.String())
	s.Text(i.EDTF())
}

// when appends what a time says, unless that is not known.
func (s *valueSink) when(i when.Interval, v Value) {
	if i.IsZero() {
		v = Value{}
	}
	*s = append(*s, v)
}

func (s *valueSink) Day(i when.Interval) { s.when(i, Value{Kind: Date, Int: int64(i.First)}) }

func (s *valueSink) Start(i when.Interval) { s.when(i, startOf(i)) }

func (s *valueSink) End(i when.Interval) { s.when(i, endOf(i)) }

func startOf(i when.Interval) Value {
	return Value{Kind: DateTime, Int: int64(i.First) * secondsPerDay}
}

func endOf(i when.Interval) Value {
	return Value{Kind: DateTime, Int: int64(i.Last)*secondsPerDay + secondsPerDay - 1}
}

func (s *valueSink) Figure(f geo.Figure) {
	n, known := f.Int()
	if !known {
		s.null()
		return
	}
	*s = append(*s, Value{Kind: Integer, Int: int64(n)})
}

func (s *valueSink) Match(m *geo.Match) { FillMatch(s, m) }

func (s *valueSink) Share(p float64, known bool) {
	if !known {
		s.null()
		return
	}
	*s = append(*s, Value{Kind: Real, Real: p})
}

const secondsPerDay = 24 * 60 * 60

// PropertyValue returns the value of a property of the input. What calls itself
// JSON and is not a JSON scalar is text, so that no input can break a layer.
func PropertyValue(p *geo.Property) Value {
	if !p.JSON || !isScalar(p.Value) {
		return Value{Kind: Text, Text: p.Value}
	}
	switch p.Value[0] {
	case 'n':
		return Value{}
	case 't':
		return Value{Kind: Boolean, Int: 1}
	case 'f':
		return Value{Kind: Boolean}
	case '"':
		return quoted(p.Value)
	}
	return number(p.Value)
}

func isScalar(s string) bool {
	switch {
	case s == "":
		return false
	case s[0] == '"':
		return s[len(s)-1] == '"' && json.Valid([]byte(s))
	}
	return s == "null" || s == "true" || s == "false" || isNumber(s)
}

// isNumber reports whether s is a number by RFC 8259: no plus, no leading zero,
// digits around the point.
func isNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole := digits(s)
	if whole == 0 || (whole > 1 && s[0] == '0') {
		return false
	}
	s = s[whole:]
	if strings.HasPrefix(s, ".") {
		n := digits(s[1:])
		if n == 0 {
			return false
		}
		s = s[1+n:]
	}
	if s == "" || (s[0] != 'e' && s[0] != 'E') {
		return s == ""
	}
	s = s[1:]
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	return s != "" && digits(s) == len(s)
}

// digits returns how many digits s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

func quoted(s string) Value {
	v := Value{Kind: Text}
	if json.Unmarshal([]byte(s), &v.Text) != nil {
		v.Text = s
	}
	return v
}

// number keeps how the input writes a number, since 1.50 may say more than 1.5.
// A number too large for a float64 is text.
func number(s string) Value {
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return Value{Kind: Integer, Int: n, Real: float64(n), Text: s}
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(f, 0) {
		return Value{Kind: Text, Text: s}
	}
	return Value{Kind: Real, Real: f, Text: s}
}

// AppendDate appends the day as YYYY-MM-DD.
func AppendDate(dst []byte, d when.Day) []byte {
	y, m, day := d.Civil()
	year := uint32(y)
	return append(dst, digit(year/1000), digit(year/100), digit(year/10), digit(year), '-',
		digit(uint32(m)/10), digit(uint32(m)), '-', digit(uint32(day)/10), digit(uint32(day)))
}

// SplitDateTime returns the day of a DateTime value and the second of that day.
func SplitDateTime(second int64) (when.Day, int) {
	day := second / secondsPerDay
	if second%secondsPerDay < 0 {
		day--
	}
	return when.Day(day), int(second - day*secondsPerDay)
}

// AppendTime appends a second of the day as THH:MM:SS, without a zone.
func AppendTime(dst []byte, second int) []byte {
	h, m, s := second/3600, second/60%60, second%60
	return append(dst, 'T', byte('0'+h/10), byte('0'+h%10), ':',
		byte('0'+m/10), byte('0'+m%10), ':', byte('0'+s/10), byte('0'+s%10))
}
