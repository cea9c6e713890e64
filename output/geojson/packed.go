package geojson

import "encoding/binary"

// What a layer is sorted with is the packed values of its features, geometry
// first: a third of the bytes to and from the disk, and no second encoding.
// Before each value is a number in the encoding of [binary.AppendUvarint]: 0 for
// what is usual in the column, an even one for a value of half as many bytes that
// follow, an odd one for the text of the column with half that number, said again.
// A point is packed as its coordinates, and one day as its digits, which stand for
// all columns that say when.
const (
	packedUsual = 0
	unsealed    = 0 // until it is known how much follows
)

// seal writes before the value that begins at from, behind one byte left free, how
// long it is.
func seal(dst []byte, from int) []byte {
	size := uint64(len(dst)-from) << 1
	if size < 0x80 {
		dst[from-1] = byte(size)
		return dst
	}
	var head [binary.MaxVarintLen64]byte
	n := binary.PutUvarint(head[:], size)
	dst = append(dst, head[:n-1]...) // as many bytes as the value is moved by
	copy(dst[from-1+n:], dst[from:])
	copy(dst[from-1:], head[:n])
	return dst
}

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
	if head >= 0x80 {
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
	dst := m.dst // of a variable, since that takes a fifth off the time
	for m.next < len(m.values) && len(rest) > 0 {
		value, again := rest.next()
		switch {
		case again == 0 && len(value) == 0:
			m.next++
			continue
		case m.next == m.date && len(value) == digitsOfDay:
			m.dst = dst
			m.oneDay((*[digitsOfDay]byte)(value))
			dst = m.dst
			continue
		case again > 0:
			value = dst[m.said[again].from:m.said[again].to]
		}
		dst = append(dst, m.between(m.done, m.next)...)
		if m.next < len(m.said) {
			m.said[m.next] = text{from: len(dst), to: len(dst) + len(value)}
		}
		dst = append(dst, value...)
		m.next++
		m.done = m.next
	}
	m.dst = dst
}
