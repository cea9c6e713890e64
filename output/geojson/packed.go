package geojson

import "encoding/binary"

// What a layer is sorted with is the packed values of its features, geometry
// first: a third of the bytes to and from the disk, and no second encoding.
// Before each value is a number in the encoding of [binary.AppendUvarint]: 0 for
// what is usual in the column, an even one for a value of half as many bytes that
// follow, an odd one for the text of the column with half that number, said again.
// A point is packed as its coordinates, and one day as its digits, which stand for
// all columns that say when.
const packedUsual = 0

// packedValues are values that are yet to be unpacked.
type packedValues []byte

// next returns the next value, or else the column that has it; neither for what is
// usual, of which there is as much as is asked for behind the last.
func (p *packedValues) next() (value []byte, again int) {
	b := *p
	if len(b) == 0 {
		return nil, 0
	}
	head, n := uint64(b[0]), 1
	switch {
	case head < 0x80:
	case len(b) > 1 && b[1] < 0x80:
		head, n = head&0x7f|uint64(b[1])<<7, 2
	default:
		head, n = binary.Uvarint(b)
	}
	if head&1 != 0 {
		*p = b[n:]
		return nil, int(head >> 1)
	}
	end := n + int(head>>1)
	*p = b[end:]
	return b[n:end], 0
}

// Expand appends the feature whose values [Encoder.AppendValues] has appended,
// maybe of an Encoder that knew only the first of the columns: of the others the
// feature has nulls.
func (enc *Encoder) Expand(dst, values []byte) []byte {
	m := &enc.members
	rest := packedValues(values)
	geometry, _ := rest.next()
	peek := rest
	id, _ := peek.next()
	dst = append(dst, `{"type":"Feature",`...)
	if len(id) > 0 {
		dst = append(append(append(dst, `"id":`...), id...), ',')
	}
	m.begin(expandGeometry(dst, geometry), false)
	m.unpack(rest)
	return append(m.end(), '}')
}

func expandGeometry(dst, geometry []byte) []byte {
	switch {
	case len(geometry) == 0:
		return append(dst, `"geometry":null`...)
	case geometry[0] == '{':
		return append(append(dst, `"geometry":`...), geometry...)
	}
	dst = append(dst, pointBegins...)
	return append(append(dst, geometry...), pointEnds...)
}

// unpack appends the columns of a feature.
func (m *members) unpack(rest packedValues) {
	dst := m.bytes() // a variable of its own, since that takes a fifth off the time
	columns := len(m.columns) - 1
	for m.next < columns && len(rest) > 0 {
		value, again := rest.next()
		switch {
		case again == 0 && len(value) == 0:
			m.next++
			continue
		case m.next == m.date && len(value) == digitsOfDay:
			m.written(dst)
			m.oneDay((*[digitsOfDay]byte)(value))
			dst = m.bytes()
			continue
		case again > 0:
			value = dst[m.said[again].from:m.said[again].to]
		}
		piece, end := m.between(m.done, m.next)
		dst = append(dst, m.usual[piece:end]...)
		if m.next < len(m.said) {
			m.said[m.next] = text{from: len(dst), to: len(dst) + len(value)}
		}
		dst = append(dst, value...)
		m.next++
		m.done = m.next
	}
	m.written(dst)
}
