package record

import (
	"errors"
	"sort"
	"strconv"
	"sync"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/row"
	"github.com/dateline-map/dateline/geo/seen"
)

// id returns the row's own id, or one made of what it says, so that a row keeps
// its id when others are added, removed or moved.
func (c *converter) id(r *row.Row) string {
	if v, col := c.text(r, ID); col >= 0 {
		return v
	}
	return contentID(r.Props)
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
// ready for use. It must be closed if it may see more than some 100,000 events.
type IDs struct {
	here, before seen.Set       // the ids of the input at hand, and of the inputs before
	several      bool           // there are inputs before
	repeats      map[uint64]int // the last number that made an id unique, of some, by its seen.Sum
}

// Bound sets how much memory the ids may take, before the first is told.
func (s *IDs) Bound(o seen.Options) { s.here.Options, s.before.Options = o, o }

// Err returns why temporary files failed. Ids that were told since then may not be
// unique.
func (s *IDs) Err() error { return errors.Join(s.here.Err(), s.before.Err()) }

// Close removes temporary files.
func (s *IDs) Close() error { return errors.Join(s.here.Close(), s.before.Close()) }

// Tell gives the event an id of its own, and reports whether that is another one
// than it had. Of the events of an input with the same
// id the first keeps it as it is; the others get a suffix made of what they say,
// and those that say the same are counted. An id that an earlier input has is
// told apart by the name of its input.
func (s *IDs) Tell(e *geo.Event) (changed bool) {
	if !s.several && s.here.Add(e.ID) {
		return false // nearly always
	}
	was := e.ID
	if !s.several || s.here.Has(e.ID) {
		id := e.ID
		if content := contentID(e.Extra); len(e.Extra) > 0 && content != id {
			id += "-" + content[:5]
		}
		e.ID = s.counted(id)
	}
	if s.several {
		for id, n := e.ID, 0; s.before.Has(e.ID); n++ {
			e.ID = id + "-" + geo.ID(e.Source.Document, strconv.Itoa(n))[:4]
		}
		s.here.Add(e.ID)
	}
	return e.ID != was
}

// free reports whether no event of the input has the id. If there are no inputs
// before, whose ids may be another hindrance, it is taken then.
func (s *IDs) free(id string) bool {
	if s.several {
		return !s.here.Has(id)
	}
	return s.here.Add(id)
}

// Next says that the events to come are of another input.
func (s *IDs) Next() {
	s.several = s.several || !s.here.Empty()
	s.before.Take(&s.here)
	s.repeats = nil
}

// counted returns an id with a number behind it that is free: the first, as far
// as those before it were given by counting too.
func (s *IDs) counted(id string) string {
	sum := seen.Sum(id)
	n, known := s.repeats[sum]
	if !known {
		if s.free(id) {
			return id
		}
		n = s.lastCount(id)
	}
	if s.repeats == nil || len(s.repeats) == mostRepeats {
		s.repeats = map[uint64]int{}
	}
	for n++; !s.free(countedAs(id, n)); n++ {
	}
	s.repeats[sum] = n
	return countedAs(id, n)
}

// mostRepeats is how many counts are remembered, in some 5 MiB; the others are
// found out anew.
const mostRepeats = 1 << 17

// lastCount returns a number of an id that is given, of which the next is not; 1
// if none is. It takes steps twice as long each time, and then half as long.
func (s *IDs) lastCount(id string) int {
	given, free := 1, 2
	for s.here.Has(countedAs(id, free)) {
		given, free = free, 2*free
	}
	return given + sort.Search(free-given-1, func(i int) bool { return !s.here.Has(countedAs(id, given+1+i)) })
}

func countedAs(id string, n int) string { return id + "-" + strconv.Itoa(n) }
