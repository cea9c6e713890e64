package record

import (
	"sync"

	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// room is the memory of a part, used again by a later one: of a table of a
// million rows hardly anything is left to the garbage collector.
type room struct {
	row.Room
	items  []item
	made   []made
	memory *memory
	owner  *rooms
}

// roomy is a stream of rows that keeps them in a room until it is told another.
type roomy interface {
	KeepIn(*row.Room)
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
		return make([]made, n, max(n, min(2*n, row.PartRows))) // the only part may be a short one
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
	m.Room.Reset()
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
		return &room{Room: row.Room{Lent: all.lent}, owner: all, memory: newMemory()}
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
