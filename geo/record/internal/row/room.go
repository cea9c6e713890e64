package row

import (
	"unsafe"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/delimited"
)

// PartRows bounds a part of a table, beside delimited.PartBytes: enough rows that handing
// it on costs nothing, few enough that some of them fit into a processor's cache.
const PartRows = 128

// Room is the memory of the rows of a part, to be used again by a later one. Rows of a nil
// one lie in memory of their own.
type Room struct {
	rows  []Row
	props []geo.Property
	names []string // of the properties, row by row

	Lent bool // the texts of the rows are in text
	Text delimited.Memory
}

// Row returns a row of properties with these names, whose values are those of
// any row.
func (m *Room) Row(names []string) *Row {
	if m == nil {
		return &Row{Props: withNames(nil, names)}
	}
	if len(m.rows) == cap(m.rows) {
		m.rows = make([]Row, 0, PartRows)
	}
	width := len(names)
	if cap(m.props)-len(m.props) < width || !same(m.names, names) {
		m.props = withNames(make([]geo.Property, max(width, min(PartRows, partCells/max(width, 1))*width)), names)[:0]
		m.names = names
	}
	from := len(m.props)
	m.props = m.props[:from+width]
	m.rows = m.rows[:len(m.rows)+1]
	r := &m.rows[len(m.rows)-1]
	*r = Row{}
	r.Props = m.props[from : from+width : from+width] // by itself, so that nothing is copied
	return r
}

// TakeBack takes back the row that was given last.
func (m *Room) TakeBack(r *Row) {
	m.props = m.props[:len(m.props)-len(r.Props)]
	m.rows = m.rows[:len(m.rows)-1]
}

// partCells bounds the room for cells that is made at once.
const partCells = 16 << 10

// withNames gives properties names, the same again and again. None are as many as
// there are names.
func withNames(props []geo.Property, names []string) []geo.Property {
	if props == nil {
		props = make([]geo.Property, len(names))
	}
	for i := range props {
		props[i].Name = names[i%len(names)]
	}
	return props
}

// same reports whether two slices are one.
func same(a, b []string) bool {
	return len(a) == len(b) && unsafe.SliceData(a) == unsafe.SliceData(b)
}

// Reset takes back all rows.
func (m *Room) Reset() { m.rows, m.props = m.rows[:0], m.props[:0] }
