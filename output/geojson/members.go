package geojson

import (
	"math"
	"strconv"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// form is what stands before each value of a feature, and instead of one that is
// null: half of all values are.
type form struct{ keys, nulls []string }

// named is the form of a layer's features, `"id":` first.
func named(columns []output.Column) (f form) {
	comma := ""
	for _, c := range columns {
		key := comma + string(AppendString(nil, c.Name)) + ":"
		f.keys = append(f.keys, key)
		f.nulls = append(f.nulls, key+"null")
		comma = ","
	}
	return f
}

// bare is the form of values alone, each on a line of its own: no value has a
// line feed in it.
func bare(columns []output.Column) (f form) {
	for range columns {
		f.keys = append(f.keys, "\n")
		f.nulls = append(f.nulls, "\n")
	}
	return f
}

// members appends the values of one feature, in a form, to dst. It is the
// [output.Sink] of the fixed columns.
type members struct {
	form
	dst  []byte
	next int // column
	days dayMemo
}

var _ output.Sink = (*members)(nil)

// begin begins with a feature.
func (m *members) begin(dst []byte, f form) { m.dst, m.form, m.next = dst, f, 0 }

func (m *members) key() {
	m.dst = append(m.dst, m.keys[m.next]...)
	m.next++
}

func (m *members) null() {
	m.dst = append(m.dst, m.nulls[m.next]...)
	m.next++
}

func (m *members) Text(s string) {
	if s == "" {
		m.null()
		return
	}
	m.key()
	m.dst = AppendString(m.dst, s)
}

func (m *members) Title(what, joint, where string) {
	if what == "" && joint == "" && where == "" {
		m.null()
		return
	}
	m.key()
	m.dst = append(m.dst, '"')
	for _, s := range [...]string{what, joint, where} {
		m.dst = appendEscaped(m.dst, s)
	}
	m.dst = append(m.dst, '"')
}

func (m *members) Days(i when.Interval) {
	if i.IsZero() {
		m.null()
		m.null()
		m.null()
		m.Text(i.Precision.String())
		m.null()
		return
	}
	m.day(i.First, "")
	m.day(i.First, dayBegins)
	m.day(i.Last, dayEnds)
	m.Text(i.Precision.String())
	if i.Precision == when.ToDay && !i.Approximate && i.First == i.Last {
		m.day(i.First, "")
		return
	}
	m.key()
	m.dst = append(i.AppendEDTF(append(m.dst, '"')), '"')
}

// The first and the last second of a day.
const (
	dayBegins = "T00:00:00"
	dayEnds   = "T23:59:59"
)

func (m *members) day(d when.Day, time string) {
	m.key()
	m.dst = m.days.append(append(m.dst, '"'), d)
	m.dst = append(append(m.dst, time...), '"')
}

func (m *members) Start(i when.Interval) {
	if i.IsZero() {
		m.null()
		return
	}
	m.day(i.First, dayBegins)
}

func (m *members) Figure(f geo.Figure) {
	n, known := f.Int()
	if !known {
		m.null()
		return
	}
	m.key()
	m.dst = strconv.AppendInt(m.dst, int64(n), 10)
}

func (m *members) Share(p float64, known bool) {
	if !known {
		m.null()
		return
	}
	m.key()
	m.dst = appendShare(m.dst, p)
}

// appendShare appends a number from 0 to 1, mostly one of whole thousandths.
func appendShare(dst []byte, p float64) []byte {
	n := int(math.Round(p * 1000))
	if float64(n)/1000 != p || n <= 0 || n >= 1000 {
		return strconv.AppendFloat(dst, p, 'f', -1, 64)
	}
	dst = append(dst, '0', '.', byte('0'+n/100))
	if n%100 != 0 {
		dst = append(dst, byte('0'+n/10%10))
	}
	if n%10 != 0 {
		dst = append(dst, byte('0'+n%10))
	}
	return dst
}

// property appends a value of the input.
func (m *members) property(p *geo.Property) {
	if !p.JSON {
		m.key()
		m.dst = AppendString(m.dst, p.Value)
		return
	}
	v := output.PropertyValue(p)
	m.value(&v)
}

func (m *members) value(v *output.Value) {
	switch v.Kind {
	case output.Null:
		m.null()
		return
	case output.Text:
		m.key()
		m.dst = AppendString(m.dst, v.Text)
	default: // a number as the input writes it, or a boolean
		m.key()
		m.dst = v.Append(m.dst)
	}
}

// dayMemo keeps the day written last. A layer sorted by date says each day many
// times, and each event says its day five times.
type dayMemo struct {
	day  when.Day
	text []byte // empty if there is none yet
}

func (m *dayMemo) append(dst []byte, d when.Day) []byte {
	if d != m.day || len(m.text) == 0 {
		m.day, m.text = d, output.AppendDate(m.text[:0], d)
	}
	return append(dst, m.text...)
}
