package geojson

import "encoding/binary"

// What a layer is sorted with is the packed values of its features: a third of the
// bytes to and from the disk, of which nothing is escaped yet. First comes the number
// of the feature's shape in two bytes, 0 if it has none and brings its heads along, at
// its end. Then the values, each behind its length: the geometry, of a point
// what stands of it in a feature; the id, also of a layer whose properties it is none of;
// and what the shape has.

// pointOfPlace is packed for the point of a place whose columns are packed by its number.
const pointOfPlace = "@"

// shapeBytes is what the number of a shape takes. There are never more shapes.
const shapeBytes = 2

// appendSized appends a value behind its length.
func appendSized(dst []byte, value string) []byte {
	if n := len(value); n < 0x80 {
		dst = append(dst, byte(n))
	} else {
		dst = binary.AppendUvarint(dst, uint64(n))
	}
	return append(dst, value...)
}

// sized returns the value at a place, and what comes behind it.
func sized(values []byte, at int) (value string, next int) {
	n := int(values[at])
	at++
	if n >= 0x80 {
		long, size := binary.Uvarint(values[at-1:])
		n, at = int(long), at-1+size
	}
	return lent(values[at : at+n]), at + n
}

// mark notes the shape of what was packed from a place on.
func (enc *Encoder) mark(packed []byte, from int) []byte {
	m := &enc.members
	if asText(m.heads) != asText(enc.last) {
		enc.last = append(enc.last[:0], m.heads...)
		enc.number = enc.numberOf(m.heads)
	}
	binary.LittleEndian.PutUint16(packed[from:], uint16(enc.number))
	if enc.number == 0 {
		packed = appendHeads(packed, m.heads)
	}
	return packed
}

// numberOf returns the number of a shape, and asks for it but once: the other
// encoders do, too.
func (enc *Encoder) numberOf(heads []packedHead) int {
	n, known := enc.numbers[asText(heads)]
	if !known {
		if n = enc.shapes.number(heads); n != 0 {
			enc.numbers[string([]byte(asText(heads)))] = n
		}
	}
	return n
}

// shapeOf returns the shape of packed values, and these without it.
func (enc *Encoder) shapeOf(values []byte) (*shape, []byte) {
	number := int(binary.LittleEndian.Uint16(values))
	values = values[shapeBytes:]
	if number == 0 {
		enc.heads, values = lastHeads(enc.heads[:0], values)
		enc.unnumbered.make(&enc.members, enc.heads)
		return &enc.unnumbered, values
	}
	for number >= len(enc.made) {
		enc.made = append(enc.made, nil)
	}
	if enc.made[number] == nil {
		enc.made[number] = new(shape)
		enc.made[number].make(&enc.members, enc.shapes.of(number))
	}
	return enc.made[number], values
}

// Expand appends the feature whose values [Encoder.AppendValues] has appended, of an
// Encoder that shares its shapes. That may have known only the first of the columns: of
// the others the feature has nulls.
func (enc *Encoder) Expand(dst, values []byte) []byte {
	m := &enc.members
	s, values := enc.shapeOf(values)
	geometry, at := sized(values, 0)
	id := ""
	switch {
	case !m.id:
		id, at = sized(values, at)
	case s.named:
		id, _ = sized(values, at)
	}
	m.begin()
	enc.head(id)
	at0 := m.some
	enc.expandGeometry(geometry)
	point := m.unpack(s, values, at)
	if geometry == pointOfPlace && point != "" {
		m.pieces[at0] = piece{pointBegins, point, 0}
		m.size += len(pointBegins) + len(point)
	}
	m.end()
	return append(m.appendTo(dst), '}')
}

func (enc *Encoder) expandGeometry(geometry string) {
	switch {
	case geometry == "", geometry == pointOfPlace:
		enc.members.add(noGeometry, "", 0)
	case geometry[0] == '{':
		enc.members.add(geometryBegins, "", 0)
		enc.members.add(padded(geometry), "", 0)
	default:
		enc.members.add(pointBegins, geometry, 0)
	}
}

// unpack says the columns of a feature of a shape, whose values begin at a place.
func (m *members) unpack(s *shape, values []byte, at int) (point string) {
	pieces := m.pieces[m.some:]
	copy(pieces, s.pieces)
	for _, i := range s.values {
		n := int(values[at])
		if at++; n >= 0x80 {
			long, size := binary.Uvarint(values[at-1:])
			n, at = int(long), at-1+size
		}
		pieces[i].value = lent(values[at : at+n])
		at += n
	}
	m.size += s.size + len(values)
	for _, a := range s.again {
		pieces[a.piece].value = pieces[a.from].value
		m.size += len(pieces[a.from].value)
	}
	if s.day {
		m.day.known = false
		m.day.set(m.plan, (*[digitsOfDay]byte)([]byte(pieces[len(s.pieces)].value)))
	}
	if s.place >= 0 {
		n := binary.LittleEndian.Uint16([]byte(pieces[len(s.pieces)+1].value))
		pieces[s.place].before, point = m.places.text(int(n))
		m.size += len(pieces[s.place].before)
	}
	if s.title >= 0 {
		m.makeTitle(s, pieces)
	}
	m.some += len(s.pieces)
	m.done = s.done
	return point
}

// makeTitle makes the title of what the columns have said.
func (m *members) makeTitle(s *shape, pieces []piece) {
	from := len(m.room)
	if s.what >= 0 {
		m.room = append(m.room, pieces[s.what].value...)
	}
	m.room = append(m.room, titleJoint...)
	if s.where >= 0 {
		m.room = append(m.room, pieces[s.where].value...)
	}
	pieces[s.title].value = lent(m.room[from:])
	m.size += len(m.room) - from
}
