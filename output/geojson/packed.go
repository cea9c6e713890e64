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
	packedUsual                   // so many columns that say what is usual
	packedAgain                   // the text of the column of this number, said again; of its own number, a title made of others
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

// packedHead reads the number before the packed value at a place, and returns where
// that begins, or what comes next if none follows.
func packedHead(values []byte, at int) (kind packedKind, n, begins int) {
	head := uint64(values[at])
	if head < 0x80 {
		return packedKind(head & 3), int(head >> 2), at + 1
	}
	head, size := binary.Uvarint(values[at:])
	return packedKind(head & 3), int(head >> 2), at + size
}

// Expand appends the feature whose values [Encoder.AppendValues] has appended,
// maybe of an Encoder that knew only the first of the columns: of the others the
// feature has nulls.
func (enc *Encoder) Expand(dst, values []byte) []byte {
	_, n, at := packedHead(values, 0)
	geometry := lent(values[at : at+n])
	at += n
	id := ""
	if at < len(values) {
		kind, n, begins := packedHead(values, at)
		if kind == packedText {
			id = lent(values[begins : begins+n])
		}
		if !enc.members.id {
			at = begins + n
		}
	}
	enc.members.begin()
	enc.head(id)
	enc.expandGeometry(geometry)
	enc.members.unpack(values, at)
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

// unpack says the columns of a feature, whose values begin at a place.
func (m *members) unpack(values []byte, at int) {
	title := -1 // the piece of one that is made of other columns
	for at < len(values) {
		kind, n, begins := packedHead(values, at)
		at = begins
		if kind == packedUsual {
			m.next += n
			continue
		}
		value := ""
		switch {
		case kind != packedAgain:
			at += n
			value = lent(values[begins:at])
			if m.next < len(m.said) {
				m.said[m.next] = value
			}
			if kind == packedBare && m.next == m.date {
				m.day.known = false
				m.day.set(m.plan, (*[digitsOfDay]byte)([]byte(value)))
				m.sayDay()
				continue
			}
		case n == m.next:
			title = m.some
			m.said[m.titled.kind], m.said[m.titled.subKind] = "", ""
		default:
			value = m.said[n]
		}
		m.add(m.before(), value, int(kind)&1)
		m.next++
		m.done = m.next
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
