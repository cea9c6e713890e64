package record

import (
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// memory remembers what texts mean that repeat from row to row.
type memory struct {
	kinds  map[[2]string]eventType // by type and sub-type
	status recalled[geo.Status]
	totals recalled[bool]
}

func newMemory() *memory {
	return &memory{kinds: map[[2]string]eventType{}, status: recalled[geo.Status]{}, totals: recalled[bool]{}}
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

// kind returns the row's type and sub-type in our words.
func (c *converter) kind(r *row) eventType {
	typ, sub := c.value(r, Type), c.value(r, SubType)
	all := c.memory.kinds
	k, known := all[[2]string{typ, sub}]
	if known {
		return k
	}
	typ, sub = strings.Clone(typ), strings.Clone(sub) // without the row that they are parts of
	k = kindOf(typ, sub, c.plan.codes)
	if len(all) < mostRecalled {
		all[[2]string{typ, sub}] = k
	}
	return k
}
