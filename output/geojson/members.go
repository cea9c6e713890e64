package geojson

import (
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"unsafe"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// members takes the values of one feature, which are then appended as its pieces; or
// packs them, to be unpacked later; see [Encoder.AppendValues]. It is the
// [output.Sink] of the fixed columns.
type members struct {
	*plan
	next int // column
	done int // the column behind the last that has a piece; from there to next all is usual

	pieces []piece // of which the first are those of the feature
	some   int     // so many
	size   int     // that these take if nothing is escaped
	room   []byte  // of values that are not texts of the event
	day    dayMemo
	places *places // whose columns are packed by their numbers; nil if the layer lacks some of them

	packing bool
	packed  []byte
	heads   []packedHead // of what is packed
	plain   []packedHead // of the input's own columns, if all are texts
	said    []string     // by the columns up to next, if they are packed
	twins   []twin       // of the input's own columns
	dayText string       // the day that the event is of, as YYYY-MM-DD, if it is packed
}

// twin is the fixed column that had the very text that a column of the input's own
// has, when that was last looked for.
type twin struct {
	column int
	is     bool
	looked int
}

// looks is how many events are looked at for what is said twice. The columns of a
// table say the same things in all of its rows.
const looks = 32

var _ output.Sink = (*members)(nil)

func newMembers(p *plan) members {
	m := members{
		plan:   p,
		room:   make([]byte, 0, roomOfValues),
		pieces: make([]piece, len(p.columns)+piecesBeside),
		said:   make([]string, p.fixed),
		twins:  make([]twin, len(p.columns)-p.fixed),
	}
	m.day.text = make([]byte, len(m.plan.day)+block)
	copy(m.day.text, m.plan.day)
	for column := p.fixed; column < len(p.columns)-1; column++ { // behind which the end is planned
		m.plain = append(m.plain, headOf(column, packedText, 0))
	}
	return m
}

// roomOfValues is room for what most features say in days, figures and shares.
const roomOfValues = 512

// piecesBeside is how many pieces a feature has at most beside those of its columns:
// what it begins with, its geometry in two, days in two, and its end.
const piecesBeside = 6

// begin begins with a feature whose values are to become pieces.
func (m *members) begin() {
	m.packing, m.next, m.done = false, 0, 0
	m.some, m.size, m.room = 0, 0, m.room[:0]
}

// beginPacked begins with a feature whose values are to be packed behind dst.
func (m *members) beginPacked(dst []byte) {
	m.begin()
	m.packing, m.packed, m.heads, m.dayText = true, dst, m.heads[:0], ""
	clear(m.said)
}

// add adds a piece. It is written word by word: a piece that is put together
// elsewhere and then copied has the processor wait until it can read what it wrote.
func (m *members) add(before, value string, quotes int) {
	p := &m.pieces[m.some]
	p.before, p.value, p.quotes = before, value, quotes
	m.some++
	m.size += len(before) + len(value) + 2
}

// end ends the properties.
func (m *members) end() { m.add(m.usual[m.columns[m.done].key:], "", 0) }

// appendTo appends the pieces.
func (m *members) appendTo(dst []byte) []byte { return appendPieces(dst, m.pieces[:m.some], m.size) }

// asUsual says what is usual in the next column: null, mostly.
func (m *members) asUsual() { m.next++ }

// put says a text, or what stands without quotes, in the next column.
func (m *members) put(value string, kind packedKind) {
	if m.packing {
		m.heads = append(m.heads, headOf(m.next, kind, 0))
		m.packed = appendSized(m.packed, value)
	} else {
		m.add(m.before(), value, int(kind))
	}
	m.next++
	m.done = m.next
}

// before returns what stands between the value said last and the next column's. Most
// columns that are said stand behind another one.
func (m *members) before() string {
	if c := &m.columns[m.next]; m.done == m.next {
		return c.before
	}
	return m.usual[m.columns[m.done].key:m.columns[m.next].value]
}

// bare says what stands without quotes and is the room from there on.
func (m *members) bare(from int) { m.put(lent(m.room[from:]), packedBare) }

func (m *members) Text(s string) {
	switch {
	case s == m.columns[m.next].text:
		m.asUsual()
	case s == "":
		m.put("null", packedBare)
	default:
		if m.packing {
			m.said[m.next] = s
		}
		m.put(s, packedText)
	}
}

func (m *members) Title(what, joint, where string) {
	if what == "" && joint == "" && where == "" {
		m.asUsual()
		return
	}
	if m.packing && joint == titleJoint && m.titled.is {
		m.packAgain(m.next) // which says that it is made of others
		return
	}
	from := len(m.room)
	m.room = append(append(append(m.room, what...), joint...), where...)
	m.put(lent(m.room[from:]), packedText)
}

// titleJoint is what stands between the two that a title is made of, if it is made of
// no more.
const titleJoint = ", "

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
		m.oneDay(i.First)
		return
	}
	m.moment(i.First, "")
	m.moment(i.First, dayBegins)
	m.moment(i.Last, dayEnds)
	m.Text(i.Precision.String())
	from := len(m.room)
	m.room = i.AppendEDTF(m.room)
	m.put(lent(m.room[from:]), packedText)
}

// oneDay says the five columns of an event of a day.
func (m *members) oneDay(d when.Day) {
	if m.day.day != d || !m.day.known {
		m.day.day, m.day.known = d, true
		var digits [digitsOfDay]byte
		output.AppendDate(digits[:0], d)
		m.day.set(m.plan, &digits)
	}
	m.sayDay()
}

// sayDay says the day that is remembered.
func (m *members) sayDay() {
	if m.packing {
		m.dayText = m.day.digits(m.plan)
		m.heads = append(m.heads, headOf(m.next, packedDay, 0))
		m.packed = appendSized(m.packed, m.dayText)
	} else {
		m.add(m.usual[m.columns[m.done].key:m.columns[m.next].key], "", 0)
		m.add(lent(m.day.text[:len(m.plan.day)]), "", 0)
	}
	m.next += daysColumns
	m.done = m.next
}

func (m *members) moment(d when.Day, time string) {
	from := len(m.room)
	m.room = append(output.AppendDate(m.room, d), time...)
	m.put(lent(m.room[from:]), packedText)
}

func (m *members) Day(i when.Interval) { m.edge(i, i.First, "") }

func (m *members) Start(i when.Interval) {
	switch {
	case i.IsZero():
		m.asUsual()
	case m.packing && m.dayText != "":
		m.packAgain(m.date + startOfDays)
	case m.day.known && m.day.day == i.First:
		m.put(m.day.begins(m.plan), packedText)
	default:
		m.moment(i.First, dayBegins)
	}
}

func (m *members) End(i when.Interval) { m.edge(i, i.Last, dayEnds) }

// edge says the first or the last day of a time, if that is known.
func (m *members) edge(i when.Interval, d when.Day, time string) {
	if i.IsZero() {
		m.asUsual()
		return
	}
	m.moment(d, time)
}

func (m *members) Figure(f geo.Figure) {
	n, known := f.Int()
	if !known {
		m.asUsual()
		return
	}
	from := len(m.room)
	if 0 <= n && n < 10 { // most tolls
		m.room = append(m.room, '0'+byte(n))
	} else {
		m.room = strconv.AppendInt(m.room, int64(n), 10)
	}
	m.bare(from)
}

func (m *members) Share(p float64, known bool) {
	if !known {
		m.asUsual()
		return
	}
	from := len(m.room)
	m.room = appendShare(m.room, p)
	m.bare(from)
}

// Match says a match whole, if it is one that rows have again and again.
func (m *members) Match(match *geo.Match) {
	if !m.packing || !m.places.has(m.plan, match) {
		output.FillMatch(m, match)
		return
	}
	m.heads = append(m.heads, headOf(m.next, packedAgain, ofPlaces))
	m.packed = binary.LittleEndian.AppendUint16(append(m.packed, numberBytes), uint16(match.Answer))
	m.next += matchColumns
	m.done = m.next
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

// texts says those of the input's values that are kept, up to one that is no text, and
// returns how many that are. It does what put does for one after another, which takes
// as many instructions for two of them as this for seven.
func (m *members) texts(extra []geo.Property, kept []int) int {
	if m.packing {
		return m.packTexts(extra, kept)
	}
	if len(kept) == 0 || extra[kept[0]].JSON {
		return 0
	}
	m.put(extra[kept[0]].Value, packedText) // which may stand behind columns that are as usual
	kept = kept[1:]
	pieces, columns, said, size := m.pieces[m.some:][:len(kept)], m.columns[m.next:][:len(kept)], 0, 0
	for i, at := range kept {
		property := &extra[at]
		if property.JSON {
			break
		}
		p, before := &pieces[i], columns[i].before
		p.before, p.value, p.quotes = before, property.Value, 1
		size += len(before) + len(property.Value) + 2
		said = i + 1
	}
	m.some, m.size, m.next = m.some+said, m.size+size, m.next+said
	m.done = m.next
	return 1 + said
}

// packTexts packs the texts of a layer that has no columns but the input's, of which none
// can be said again, if all are texts.
func (m *members) packTexts(extra []geo.Property, kept []int) int {
	if m.fixed > 0 {
		return 0
	}
	size := 0
	for _, at := range kept {
		if extra[at].JSON {
			return 0
		}
		size += binary.MaxVarintLen64 + len(extra[at].Value)
	}
	packed := slices.Grow(m.packed, size)
	for _, at := range kept {
		packed = appendSized(packed, extra[at].Value)
	}
	m.packed, m.heads = packed, append(m.heads, m.plain...)
	m.next = len(kept)
	m.done = m.next
	return len(kept)
}

// property says a value of the input, the ith of its event.
func (m *members) property(i int, p *geo.Property) {
	switch {
	case p.JSON:
		v := output.PropertyValue(p)
		m.value(&v)
	case m.packing:
		m.again(i, p.Value)
	default:
		m.put(p.Value, packedText)
	}
}

// again packs a text, or that it is the text of a column before.
func (m *members) again(i int, s string) {
	if column, is := m.twinOf(i, s); is {
		m.packAgain(column)
		return
	}
	if s == m.dayText && s != "" {
		m.packAgain(m.date)
		return
	}
	m.put(s, packedText)
}

// packAgain packs that the next column says what the column says.
func (m *members) packAgain(column int) {
	m.heads = append(m.heads, headOf(m.next, packedAgain, column))
	m.next++
	m.done = m.next
}

// twinOf returns a column before that has the very text of the ith column of the
// input's own, if it is known that one has.
func (m *members) twinOf(i int, s string) (column int, is bool) {
	t := &m.twins[i]
	if s == "" {
		return 0, false
	}
	if t.is && isVery(m.said[t.column], s) {
		return t.column, true
	}
	if t.looked == looks {
		return 0, false
	}
	t.looked++
	column = slices.IndexFunc(m.said, func(said string) bool { return isVery(said, s) })
	if column < 0 {
		return 0, false
	}
	t.column, t.is = column, true
	return column, true
}

// isVery reports whether two texts are one in memory.
func isVery(s, t string) bool {
	return len(s) == len(t) && unsafe.StringData(s) == unsafe.StringData(t)
}

func (m *members) value(v *output.Value) {
	switch v.Kind {
	case output.Null:
		m.asUsual()
	case output.Text:
		m.put(v.Text, packedText)
	default: // a number as the input writes it, or a boolean
		from := len(m.room)
		m.room = v.Append(m.room)
		m.bare(from)
	}
}

// dayMemo keeps what the five columns of the day written last say. A layer sorted by
// date says each day many times.
type dayMemo struct {
	known bool
	day   when.Day
	text  []byte // see plan.day, and a block behind it
}

// set writes the digits of another day.
func (d *dayMemo) set(p *plan, digits *[digitsOfDay]byte) {
	for _, at := range p.days {
		*(*[digitsOfDay]byte)(d.text[at:]) = *digits
	}
}

// digits returns the day as YYYY-MM-DD.
func (d *dayMemo) digits(p *plan) string {
	return lent(d.text[p.days[0]:][:digitsOfDay])
}

// begins returns the first second of the day, which stands in the second column.
func (d *dayMemo) begins(p *plan) string {
	return lent(d.text[p.days[1]:][:digitsOfDay+len(dayBegins)])
}
