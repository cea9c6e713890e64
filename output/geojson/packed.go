package geojson

import "encoding/binary"

// packedKind is what a number before a packed value says of it.
//
// What a layer is sorted with is the packed values of its features, geometry first: a
// third of the bytes to and from the disk, of which nothing is escaped yet. Before
// each value is a number in the encoding of [binary.AppendUvarint]: its lowest two
// bits are the kind, the others the bytes of the value that follows, or what the kind
// counts. A point is packed as what stands of it in a feature, and one day as its
// digits, which stand for all columns that say when. The id follows the geometry, also
// of a layer whose properties it is none of.
type packedKind int

const (
	packedBare  packedKind = iota // a value that stands without quotes, as piece.quotes has it
	packedText                    // one that stands between quotes
	packedAgain                   // the text of the column of this number, said again; of its own number, a title made of others
	packedUsual                   // so many columns that say what is usual
)

// appendPacked appends a value behind so many columns that say what is usual.
func appendPacked(dst []byte, usual int, kind packedKind, value string) []byte {
	return append(appendPackedHead(dst, usual, kind, len(value)), value...)
}

func appendPackedHead(dst []byte, usual int, kind packedKind, n int) []byte {
	if usual > 0 {
		dst = binary.AppendUvarint(dst, uint64(usual)<<2|uint64(packedUsual))
	}
	return binary.AppendUvarint(dst, uint64(n)<<2|uint64(kind))
}

// packedValues are values that are yet to be unpacked.
type packedValues []byte

// next returns the next value, or what its kind counts.
func (p *packedValues) next() (kind packedKind, value string, n int) {
	b := *p
	head, size := uint64(b[0]), 1
	if head >= 0x80 {
		head, size = binary.Uvarint(b)
	}
	b, kind, n = b[size:], packedKind(head&3), int(head>>2)
	if kind == packedBare || kind == packedText {
		value, b = lent(b[:n]), b[n:]
	}
	*p = b
	return kind, value, n
}

// text returns the next value if it is a text.
func (p packedValues) text() string {
	if len(p) > 0 {
		if kind, value, _ := p.next(); kind == packedText {
			return value
		}
	}
	return ""
}

// Expand appends the feature whose values [Encoder.AppendValues] has appended,
// maybe of an Encoder that knew only the first of the columns: of the others the
// feature has nulls.
func (enc *Encoder) Expand(dst, values []byte) []byte {
	rest := packedValues(values)
	_, geometry, _ := rest.next()
	id := rest
	if !enc.members.id {
		rest.next()
	}
	enc.members.begin()
	enc.head(id.text())
	enc.expandGeometry(geometry)
	enc.members.unpack(rest)
	enc.members.end()
	return append(enc.members.appendTo(dst), '}')
}

func (enc *Encoder) expandGeometry(geometry string) {
	switch {
	case geometry == "":
		enc.members.add(noGeometry, "", 0)
	case geometry[0] == '{':
		enc.members.add(geometryBegins, "", 0)
		enc.members.add(padded(geometry), "", 0)
	default:
		enc.members.add(pointBegins, geometry, 0)
	}
}

// unpack says the columns of a feature.
func (m *members) unpack(rest packedValues) {
	title := -1 // the piece of one that is made of other columns
	for len(rest) > 0 {
		switch kind, value, n := rest.next(); {
		case kind == packedUsual:
			m.next += n
		case kind == packedAgain && n == m.next:
			title = m.some
			m.said[m.titled.kind], m.said[m.titled.subKind] = "", ""
			m.put("", packedText)
		case kind == packedAgain:
			m.put(m.said[n], packedText)
		case kind == packedBare && m.next == m.date:
			m.said[m.date] = value
			m.day.known = false
			m.day.set(m.plan, (*[digitsOfDay]byte)([]byte(value)))
			m.sayDay()
		default:
			if m.next < len(m.said) {
				m.said[m.next] = value
			}
			m.put(value, kind)
		}
	}
	if title >= 0 {
		m.makeTitle(&m.pieces[title])
	}
}

// makeTitle makes the title of what the columns have said.
func (m *members) makeTitle(p *piece) {
	what := m.said[m.titled.subKind]
	if what == "" {
		what = m.said[m.titled.kind]
	}
	from := len(m.room)
	m.room = append(append(append(m.room, what...), titleJoint...), m.said[m.titled.where]...)
	p.value = lent(m.room[from:])
	m.size += len(p.value)
}
