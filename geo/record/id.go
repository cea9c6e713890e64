package record

import (
	"strconv"
	"sync"

	"github.com/dateline-map/dateline/geo"
)

// id returns the row's own id, or one made of what it says, so that a row keeps
// its id when others are added, removed or moved.
func (c *converter) id(r *row) string {
	if v, col := c.text(r, ID); col >= 0 {
		return v
	}
	return contentID(r.props)
}

// contentID returns an id made of all that a row says. Empty values do not
// count, so that a new, empty column changes no id.
func contentID(props []geo.Property) string {
	parts := partsPool.Get().(*[]string)
	defer partsPool.Put(parts)
	*parts = (*parts)[:0]
	for i := range props {
		if p := &props[i]; p.Value != "" && !(p.JSON && p.Value == "null") {
			*parts = append(*parts, p.Name, p.Value)
		}
	}
	id := geo.ID(*parts...)
	clear(*parts)
	return id
}

var partsPool = sync.Pool{New: func() any { return new([]string) }}

// IDs makes sure that no two events of a run have the same id: those of one
// input, and those of several whose rows count from 1 each. Its zero value is
// ready for use. It takes about 10 bytes of memory an event.
type IDs struct {
	here, before sums           // of the ids of the input at hand, and of the inputs before
	repeats      map[string]int // how often an id was made unique by counting
}

// Tell gives the event an id of its own, and reports whether that is another one
// than it had. Of the events of an input with the same
// id the first keeps it as it is; the others get a suffix made of what they say,
// and those that say the same are counted. An id that an earlier input has is
// told apart by the name of its input.
func (s *IDs) Tell(e *geo.Event) (changed bool) {
	was := e.ID
	if s.here.has(e.ID) {
		id := e.ID
		if content := contentID(e.Extra); len(e.Extra) > 0 && content != id {
			id += "-" + content[:5]
		}
		e.ID = s.counted(id)
	}
	for id, n := e.ID, 0; s.before.has(e.ID); n++ {
		e.ID = id + "-" + geo.ID(e.Source.Document, strconv.Itoa(n))[:4]
	}
	s.here.add(e.ID)
	return e.ID != was
}

// Next says that the events to come are of another input.
func (s *IDs) Next() {
	s.before.addAll(&s.here)
	s.here = sums{}
	s.repeats = nil
}

// counted returns an id with the first number behind it that makes it free.
func (s *IDs) counted(id string) string {
	free := id
	for s.here.has(free) {
		if s.repeats == nil {
			s.repeats = map[string]int{}
		}
		s.repeats[id]++
		free = id + "-" + strconv.Itoa(s.repeats[id]+1)
	}
	return free
}

// sums is a set of texts, kept as 64-bit FNV-1a sums in hash tables with linear
// probing. There are many small tables so that growing one costs little time
// and no great memory at once.
type sums struct {
	tables [256]sumTable
}

func sumOf(text string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * prime
	}
	return max(h, 1)
}

// mix spreads a sum: FNV mixes the low bits least.
func mix(h uint64) uint64 { return h * 0x9e3779b97f4a7c15 }

func (s *sums) has(text string) bool {
	h := sumOf(text)
	t := &s.tables[mix(h)>>56]
	return len(t.slots) > 0 && t.slots[t.find(h)] == h
}

func (s *sums) add(text string) {
	h := sumOf(text)
	s.tables[mix(h)>>56].add(h)
}

func (s *sums) addAll(other *sums) {
	for i := range other.tables {
		for _, h := range other.tables[i].slots {
			if h != 0 {
				s.tables[i].add(h)
			}
		}
	}
}

// sumTable is one of the tables. A slot of 0 is free.
type sumTable struct {
	slots []uint64
	n     int
}

// find returns the slot of a sum, or the free one that it would have.
func (t *sumTable) find(h uint64) int {
	slot := int((mix(h) << 8 >> 32) * uint64(len(t.slots)) >> 32)
	for t.slots[slot] != 0 && t.slots[slot] != h {
		if slot++; slot == len(t.slots) {
			slot = 0
		}
	}
	return slot
}

func (t *sumTable) add(h uint64) {
	if 8*t.n >= 7*len(t.slots) {
		t.grow()
	}
	if slot := t.find(h); t.slots[slot] == 0 {
		t.slots[slot] = h
		t.n++
	}
}

// grow makes a table half as large again, which wastes less than doubling.
func (t *sumTable) grow() {
	old := t.slots
	t.slots = make([]uint64, max(8, len(old)*3/2))
	for _, h := range old {
		if h != 0 {
			t.slots[t.find(h)] = h
		}
	}
}
