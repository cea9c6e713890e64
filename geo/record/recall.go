package record

import (
	"cmp"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/kinds"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// memory remembers what texts mean that repeat from row to row.
type memory struct {
	kinds  map[[2]string]recentKind // by type and sub-type
	recent [64]recentKind
	status recalled[geo.Status]
	totals recalled[bool]

	cancelled recalled[bool] // of a status
}

func newMemory() *memory {
	return &memory{kinds: map[[2]string]recentKind{}, status: recalled[geo.Status]{}, cancelled: recalled[bool]{}, totals: recalled[bool]{}}
}

// mostRecalled bounds how many texts of a sort are remembered.
const mostRecalled = 1000

// recalled remembers what the reading of a text has given.
type recalled[V any] map[string]V

func (m recalled[V]) of(text string, read func(string) V) V {
	if v, known := m[text]; known {
		return v
	}
	v := read(text)
	if len(m) < mostRecalled {
		m[strings.Clone(text)] = v // without the row that it is a part of
	}
	return v
}

// recentKind is a type and a sub-type that were met, and what they are.
type recentKind struct {
	typ, sub string
	kind     kinds.Kind
}

// kind returns the row's type and sub-type in our words. A table has few, which
// are compared with what was met last in their place sooner than looked up.
func (c *converter) kind(r *row.Row) kinds.Kind {
	if c.first[Type] < 0 && c.first[SubType] < 0 {
		if c.plan.inTitles {
			if kind := kinds.InTitle(c.value(r, Title)); kind.Type != "" {
				return kind
			}
		}
		return c.plan.all
	}
	typ, sub := c.value(r, Type), c.value(r, SubType)
	if c.first[Type] < 0 {
		typ, sub = c.plan.all.Type, cmp.Or(sub, c.plan.all.Sub)
	}
	recent := &c.memory.recent[(len(typ)+7*len(sub))%len(c.memory.recent)]
	if recent.typ != typ || recent.sub != sub {
		*recent = c.memory.kind(typ, sub, c.plan.codes)
	}
	return recent.kind
}

func (m *memory) kind(typ, sub string, c kinds.Codes) recentKind {
	k, known := m.kinds[[2]string{typ, sub}]
	if known {
		return k
	}
	typ, sub = strings.Clone(typ), strings.Clone(sub) // without the row that they are parts of
	k = recentKind{typ, sub, kinds.Of(typ, sub, c)}
	if len(m.kinds) < mostRecalled {
		m.kinds[[2]string{typ, sub}] = k
	}
	return k
}
