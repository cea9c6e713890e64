package record

import (
	"sync"

	"github.com/dateline-map/dateline/geo"
)

// room is the memory of a part, used again by a later one: of a table of a
// million rows hardly anything is left to the garbage collector.
type room struct {
	items []item
	made  []made
	rows  []row
	props []geo.Property
	kinds kinds
	owner *rooms
}

// roomy is a stream of rows that keeps them in a room until it is told another.
type roomy interface {
	keepIn(*room)
}

// row returns a row of so many empty properties.
func (m *room) row(width int) *row {
	if m == nil {
		return &row{props: make([]geo.Property, width)}
	}
	if len(m.rows) == cap(m.rows) {
		m.rows = make([]row, 0, partRows)
	}
	if cap(m.props)-len(m.props) < width {
		m.props = make([]geo.Property, 0, max(width, min(partRows*width, 16<<10)))
	}
	from := len(m.props)
	m.props = m.props[:from+width]
	m.rows = append(m.rows, row{props: m.props[from : from+width : from+width]})
	return &m.rows[len(m.rows)-1]
}

// remembered returns what kinds of events the parts before had.
func (m *room) remembered() kinds {
	if m == nil {
		return kinds{}
	}
	return m.kinds
}

// outcomes returns room for what becomes of n rows.
func (m *room) outcomes(n int) []made {
	if m == nil || cap(m.made) < n {
		return make([]made, n, max(n, partRows))
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
	mu   sync.Mutex
	free []*room
}

func (all *rooms) take() *room {
	all.mu.Lock()
	defer all.mu.Unlock()
	n := len(all.free)
	if n == 0 {
		return &room{owner: all, kinds: kinds{}}
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
