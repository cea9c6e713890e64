package record

import (
	"sync"
	"unsafe"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/delimited"
)

// room is the memory of a part, used again by a later one: of a table of a
// million rows hardly anything is left to the garbage collector.
type room struct {
	items  []item
	made   []made
	rows   []row
	props  []geo.Property
	names  []string // of the properties, row by row
	memory *memory
	owner  *rooms

	lent bool // the texts of the rows are in text
	text delimited.Memory
}

// roomy is a stream of rows that keeps them in a room until it is told another.
type roomy interface {
	keepIn(*room)
}

// row returns a row of properties with these names, whose values are those of
// any row.
func (m *room) row(names []string) *row {
	if m == nil {
		return &row{props: withNames(nil, names)}
	}
	if len(m.rows) == cap(m.rows) {
		m.rows = make([]row, 0, partRows)
	}
	width := len(names)
	if cap(m.props)-len(m.props) < width || !same(m.names, names) {
		m.props = withNames(make([]geo.Property, max(width, min(partRows, partCells/max(width, 1))*width)), names)[:0]
		m.names = names
	}
	from := len(m.props)
	m.props = m.props[:from+width]
	m.rows = m.rows[:len(m.rows)+1]
	r := &m.rows[len(m.rows)-1]
	*r = row{}
	r.props = m.props[from : from+width : from+width] // by itself, so that nothing is copied
	return r
}

// takeBack takes back the row that was given last.
func (m *room) takeBack(r *row) {
	m.props = m.props[:len(m.props)-len(r.props)]
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

// remembered returns what the texts of parts before meant.
func (m *room) remembered() *memory {
	if m == nil {
		return newMemory()
	}
	return m.memory
}

// outcomes returns room for what becomes of n rows.
func (m *room) outcomes(n int) []made {
	if m == nil || cap(m.made) < n {
		return make([]made, n, max(n, min(2*n, partRows))) // the only part may be a short one
	}
	return m.made[:n]
}

// release gives the room back to those it came from.
func (m *room) release(items []item, all []made) {
	if m == nil {
		return
	}
	clear(items) // of JSON they hold rows
	m.items, m.made = items[:0], all[:0]
	m.rows, m.props = m.rows[:0], m.props[:0]
	m.owner.put(m)
}

// rooms are the rooms of an input that are free.
type rooms struct {
	lent bool // see Options.LendText
	mu   sync.Mutex
	free []*room
}

func (all *rooms) take() *room {
	all.mu.Lock()
	defer all.mu.Unlock()
	n := len(all.free)
	if n == 0 {
		return &room{owner: all, lent: all.lent, memory: newMemory()}
	}
	m := all.free[n-1]
	all.free = all.free[:n-1]
	return m
}

func (all *rooms) put(m *room) {
	all.mu.Lock()
	defer all.mu.Unlock()
	all.free = append(all.free, m)
}
