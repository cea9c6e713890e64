package record

import (
	"strconv"

	"github.com/dateline-map/dateline/geo"
)

// idSet makes sure that no two rows of an input have the same id. Its zero
// value is ready for use. It takes some twenty bytes of memory a row.
type idSet struct {
	seen    map[uint64]struct{} // FNV-1a sums of ids
	repeats map[string]int      // how often an id was made unique by counting
}

// id returns the row's own id, or one made of what it says, so that a row keeps
// its id when others are added, removed or moved. Of rows with the same id the
// first keeps it as it is; the others get a suffix made of what they say, and
// rows that say the same are counted.
func (c *converter) id(r *row) string {
	v, col := c.text(r, ID)
	if col < 0 {
		return c.ids.counted(contentID(r))
	}
	if c.ids.take(v) {
		return v
	}
	return c.ids.counted(v + "-" + contentID(r)[:5])
}

// counted takes an id, with a number behind it if it is taken.
func (s *idSet) counted(id string) string {
	free := id
	for !s.take(free) {
		if s.repeats == nil {
			s.repeats = map[string]int{}
		}
		s.repeats[id]++
		free = id + "-" + strconv.Itoa(s.repeats[id]+1)
	}
	return free
}

// take reports whether an id was free, and takes it.
func (s *idSet) take(id string) bool {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * prime
	}
	if s.seen == nil {
		s.seen = map[uint64]struct{}{}
	}
	if _, taken := s.seen[h]; taken {
		return false
	}
	s.seen[h] = struct{}{}
	return true
}

// contentID returns an id made of all that a row says. Empty values do not
// count, so that a new, empty column changes no id.
func contentID(r *row) string {
	parts := make([]string, 0, 2*len(r.props))
	for i := range r.props {
		if p := &r.props[i]; p.Value != "" && !(p.JSON && p.Value == "null") {
			parts = append(parts, p.Name, p.Value)
		}
	}
	return geo.ID(parts...)
}
