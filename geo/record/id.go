package record

import (
	"math/bits"
	"strconv"
	"strings"
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
	several      bool           // there are inputs before
	repeats      map[string]int // how often an id was made unique by counting
}

// Tell gives the event an id of its own, and reports whether that is another one
// than it had. Of the events of an input with the same
// id the first keeps it as it is; the others get a suffix made of what they say,
// and those that say the same are counted. An id that an earlier input has is
// told apart by the name of its input.
func (s *IDs) Tell(e *geo.Event) (changed bool) {
	if !s.several && s.here.add(e.ID) {
		return false // nearly always
	}
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
	s.several = s.several || !s.here.empty()
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
		if s.repeats[id] == 0 {
			id = strings.Clone(id) // its text may be lent
		}
		s.repeats[id]++
		free = id + "-" + strconv.Itoa(s.repeats[id]+1)
	}
	return free
}

// sums is a set of texts, kept as 64-bit sums in hash tables with linear probing:
// among a million ids, that two have one sum has a chance of one in forty
// million. There are many small tables so that growing one costs little time and
// no great memory at once.
type sums struct {
	tables [256]sumTable
}

// sumOf folds products of 128 bits, a step for each eight bytes. It is the same
// on every machine, for an id that is taken for another one gets a suffix.
func sumOf(text string) uint64 {
	h := uint64(len(text)) * sumPrime
	for len(text) >= 8 {
		h = folded(h ^ wordOf(text))
		text = text[8:]
	}
	var rest uint64
	for i := range len(text) {
		rest = rest<<8 | uint64(text[i])
	}
	return max(folded(folded(h^rest)), 1)
}

// sumPrime is 2 to the 64th divided by the golden ratio.
const sumPrime = 0x9e3779b97f4a7c15

func folded(h uint64) uint64 {
	high, low := bits.Mul64(h^0xe7037ed1a0b428db, sumPrime)
	return high ^ low
}

func wordOf(text string) uint64 {
	return uint64(text[0]) | uint64(text[1])<<8 | uint64(text[2])<<16 | uint64(text[3])<<24 |
		uint64(text[4])<<32 | uint64(text[5])<<40 | uint64(text[6])<<48 | uint64(text[7])<<56
}

func (s *sums) table(sum uint64) *sumTable { return &s.tables[sum>>56] }

func (s *sums) has(text string) bool {
	h := sumOf(text)
	t := s.table(h)
	return len(t.slots) > 0 && t.slots[t.find(h)] == h
}

// add reports whether the text is new.
func (s *sums) add(text string) bool {
	h := sumOf(text)
	return s.table(h).add(h)
}

func (s *sums) empty() bool {
	for i := range s.tables {
		if s.tables[i].n > 0 {
			return false
		}
	}
	return true
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
	slot := int((h << 8 >> 32) * uint64(len(t.slots)) >> 32)
	for t.slots[slot] != 0 && t.slots[slot] != h {
		if slot++; slot == len(t.slots) {
			slot = 0
		}
	}
	return slot
}

// add reports whether the sum is new.
func (t *sumTable) add(h uint64) bool {
	if 8*t.n >= 7*len(t.slots) {
		t.grow()
	}
	slot := t.find(h)
	if t.slots[slot] != 0 {
		return false
	}
	t.slots[slot] = h
	t.n++
	return true
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
