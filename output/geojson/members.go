package geojson

import (
	"encoding/binary"
	"math"
	"strconv"
	"unsafe"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// members appends the properties of one feature to dst, or packs their values, to
// be unpacked later; see [Encoder.AppendValues]. It is the [output.Sink] of the
// fixed columns.
//
// A feature of a table says much twice, since a cell is a column of ours and one of
// the input's own. What is known to be said before is copied as it was written.
type members struct {
	*plan
	sheet
	packed bool
	next   int // column
	done   int // the column behind the last that is written; from there to next all is usual

	said  []text // by the columns up to next, if it may be said again
	twins []twin // of the input's own columns
	days  dayMemo
}

// text is where dst has the text of a column. The zero text is none.
type text struct {
	at       uintptr // the text's address, only to be compared
	size     int
	from, to int // in dst, with its quotes
}

// twin is the fixed column that had the very text that a column of the input's own
// has, when that was last looked for; 0 is none, for ids are short.
type twin struct{ column, looked int }

// looks is how many events are looked at for what is said twice. The columns of a
// table say the same things in all of its rows.
const looks = 32

var _ output.Sink = (*members)(nil)

func newMembers(columns *output.Columns) members {
	m := members{
		plan:  newPlan(columns.All(), len(columns.Fixed())),
		said:  make([]text, len(columns.Fixed())),
		twins: make([]twin, len(columns.All())-len(columns.Fixed())),
	}
	m.room = len(m.usual) + roomOfValues
	return m
}

// roomOfValues is room for all values of a feature that have a bound: days, figures
// and shares.
const roomOfValues = 512

// begin begins with a feature.
func (m *members) begin(dst []byte, packed bool) {
	m.sheet.begin(dst)
	m.packed, m.next, m.done = packed, 0, 0
	clear(m.said)
}

// end ends the properties and returns what is written.
func (m *members) end() []byte {
	if !m.packed {
		from := m.columns[m.done].key
		m.copy(m.usual[from:m.size])
	}
	return m.bytes()
}

// asUsual writes what is usual in the next column: null, mostly.
func (m *members) asUsual() {
	if m.packed {
		m.byte(packedUsual)
	}
	m.next++
}

// open begins with the value of the next column, which has so many bytes or more,
// and returns where.
func (m *members) open(size int) (from int) {
	if m.packed {
		m.next++
		return m.leave(size)
	}
	piece, end := m.between(m.done, m.next)
	m.copy(m.usual[piece:end])
	m.next++
	m.done = m.next
	return m.n
}

// close ends the value that was opened.
func (m *members) close(from, size int) {
	if m.packed {
		m.seal(from, size)
	}
}

// again writes the text of a column before as that of the next one.
func (m *members) again(column int) {
	if m.packed {
		m.n += binary.PutUvarint(m.b[m.n:], uint64(column)<<1|1)
		m.next++
		return
	}
	m.open(0)
	m.repeat(m.said[column].from, m.said[column].to)
}

func (m *members) Text(s string) {
	column := m.next
	switch s {
	case m.columns[column].text:
		m.asUsual()
		return
	case "":
		from := m.open(0)
		m.written(append(m.bytes(), "null"...))
		m.close(from, 0)
		return
	}
	from := m.say(s)
	m.said[column] = text{addressOf(s), len(s), from, m.n}
}

// say writes a text, which may be empty, and returns where.
func (m *members) say(s string) (from int) {
	if m.packed {
		size := len(s) + len(`""`)
		from = m.quoted(m.usual, headOf(size), s) // what stands there will be the head
		m.next++
		m.seal(from, size)
		return from
	}
	piece, end := m.between(m.done, m.next)
	m.next++
	m.done = m.next
	return m.quoted(m.usual[piece:], end-piece, s)
}

func (m *members) Title(what, joint, where string) {
	if what == "" && joint == "" && where == "" {
		m.asUsual()
		return
	}
	size := len(what) + len(joint) + len(where) + len(`""`)
	from := m.open(size)
	m.byte('"')
	m.text(what)
	m.text(joint)
	m.text(where)
	m.byte('"')
	m.close(from, size)
}

func (m *members) Days(i when.Interval) {
	if i.IsZero() {
		m.asUsual()
		m.asUsual()
		m.asUsual()
		m.Text(i.Precision.String())
		m.asUsual()
		return
	}
	if i.Precision == when.ToDay && !i.Approximate && i.First == i.Last {
		m.oneDay(m.days.of(i.First))
		return
	}
	m.moment(i.First, "")
	m.moment(i.First, dayBegins)
	m.moment(i.Last, dayEnds)
	m.Text(i.Precision.String())
	from := m.open(0)
	m.written(append(i.AppendEDTF(append(m.bytes(), '"')), '"'))
	m.close(from, 0)
}

// oneDay writes the five columns of an event of a day.
func (m *members) oneDay(digits *[digitsOfDay]byte) {
	if m.packed {
		m.byte(digitsOfDay << 1)
		m.n += copy(m.b[m.n:], digits[:])
		m.next += daysColumns
		return
	}
	from := m.columns[m.done].key
	m.copy(m.usual[from:m.columns[m.next].key])
	day := m.b[m.n:]
	m.n += copy(day, m.plan.day)
	for _, at := range m.plan.days {
		*(*[digitsOfDay]byte)(day[at:]) = *digits
	}
	m.next += daysColumns
	m.done = m.next
}

func (m *members) moment(d when.Day, time string) {
	size := digitsOfDay + len(time) + 2
	from := m.open(size)
	m.byte('"')
	m.n += copy(m.b[m.n:], m.days.of(d)[:])
	m.n += copy(m.b[m.n:], time)
	m.byte('"')
	m.close(from, size)
}

func (m *members) Start(i when.Interval) {
	if i.IsZero() {
		m.asUsual()
		return
	}
	m.moment(i.First, dayBegins)
}

func (m *members) Figure(f geo.Figure) {
	n, known := f.Int()
	if !known {
		m.asUsual()
		return
	}
	from := m.open(0)
	if 0 <= n && n < 10 {
		m.byte('0' + byte(n))
	} else {
		m.written(strconv.AppendInt(m.bytes(), int64(n), 10))
	}
	m.close(from, 0)
}

func (m *members) Share(p float64, known bool) {
	if !known {
		m.asUsual()
		return
	}
	from := m.open(0)
	m.written(appendShare(m.bytes(), p))
	m.close(from, 0)
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

// property appends a value of the input, the ith of its event.
func (m *members) property(i int, p *geo.Property) {
	if p.JSON {
		v := output.PropertyValue(p)
		m.value(&v)
		return
	}
	if column := m.twinOf(i, p.Value); column > 0 {
		m.again(column)
		return
	}
	m.say(p.Value)
}

// twinOf returns a column before that has the very text of the ith column of the
// input's own; 0 if it is not known that one has.
func (m *members) twinOf(i int, s string) int {
	t := &m.twins[i]
	at := addressOf(s)
	if is := &m.said[t.column]; is.at == at && is.size == len(s) && s != "" {
		return t.column
	}
	if t.looked == looks || s == "" {
		return 0
	}
	t.looked++
	for column := range m.said {
		if is := &m.said[column]; is.at == at && is.size == len(s) {
			t.column = column
			return column
		}
	}
	return 0
}

// addressOf tells texts from others that live as long.
func addressOf(s string) uintptr { return uintptr(unsafe.Pointer(unsafe.StringData(s))) }

func (m *members) value(v *output.Value) {
	switch v.Kind {
	case output.Null:
		m.asUsual()
	case output.Text:
		m.say(v.Text)
	default: // a number as the input writes it, or a boolean
		from := m.open(0)
		m.written(v.Append(m.bytes()))
		m.close(from, 0)
	}
}

// dayMemo keeps the day written last. A layer sorted by date says each day many
// times, and each event says its day six times.
type dayMemo struct {
	day    when.Day
	digits [digitsOfDay]byte // zeros if there is none yet
}

func (m *dayMemo) of(d when.Day) *[digitsOfDay]byte {
	if d != m.day || m.digits[0] == 0 {
		m.day = d
		output.AppendDate(m.digits[:0], d)
	}
	return &m.digits
}
