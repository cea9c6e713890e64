package output

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unsafe"

	"github.com/dateline-map/dateline/geo"
)

// Column is one property of a layer.
type Column struct {
	Name string
	Kind Kind
}

// Columns are the properties of a layer: the same keys in the same order for
// every event. First come the fixed ones, then the input's own, unchanged, in
// the input's order. It is read-only and may be shared.
//
// An input column named like a column of ours is called input_NAME; names that
// differ in nothing but case would still be one column to a database, so the
// later one gets a number.
type Columns struct {
	all    []Column
	levels int              // of P-codes, whose columns come behind the fixed ones
	own    []string         // the input's names of the columns after the fixed ones
	byName map[string][]int // input name to the indexes in own that have it
}

// NewColumns returns the columns of a layer whose events have the properties
// named in their Extra, all of them text. A name may stand there twice.
func NewColumns(extra ...string) *Columns {
	kinds := make([]Kind, len(extra))
	for i := range kinds {
		kinds[i] = Text
	}
	return newColumns(extra, kinds, 0)
}

func newColumns(extra []string, kinds []Kind, levels int) *Columns {
	c := &Columns{own: extra, byName: make(map[string][]int), levels: levels}
	c.all = slices.Concat(fixed, pcodes[:levels])
	taken := make(map[string]bool)
	for _, f := range c.all {
		taken[f.Name] = true
	}
	for i, name := range extra {
		c.byName[name] = append(c.byName[name], i)
		c.all = append(c.all, Column{c.unique(name, taken), kinds[i]})
	}
	return c
}

// unique returns the property name of an input column and takes it.
func (c *Columns) unique(name string, taken map[string]bool) string {
	name = strings.ToValidUTF8(name, "\ufffd")
	if name == "" {
		name = "column"
	}
	if c.isFixed(name) {
		name = "input_" + name
	}
	result := name
	for n := 2; taken[strings.ToLower(result)]; n++ {
		result = name + "_" + strconv.Itoa(n)
	}
	taken[strings.ToLower(result)] = true
	return result
}

func (c *Columns) isFixed(name string) bool {
	for _, f := range c.Fixed() {
		if strings.EqualFold(f.Name, name) {
			return true
		}
	}
	return false
}

// All returns the columns in their order. The caller must not change them.
func (c *Columns) All() []Column { return c.all }

// Fixed returns the columns that are not the input's: those that every layer has,
// and P-codes if there are some. The caller must not change them.
func (c *Columns) Fixed() []Column {
	n := len(fixed) + c.levels
	return c.all[:n:n]
}

// Names returns the columns' names in a format that has columns of its own
// besides: a column that has the name of one of these is called input_NAME.
// Names are cleaned; see [Clean].
func (c *Columns) Names(besides ...string) []string {
	names := make([]string, len(c.all))
	taken := make(map[string]bool)
	for _, name := range besides {
		taken[strings.ToLower(name)] = true
	}
	var clashes []int
	for i, col := range c.all {
		names[i] = Clean(col.Name)
		if lower := strings.ToLower(names[i]); taken[lower] {
			clashes = append(clashes, i)
		} else {
			taken[lower] = true
		}
	}
	for _, i := range clashes {
		names[i] = c.unique("input_"+names[i], taken)
	}
	return names
}

// Values appends the event's value of each column to dst. A property of the
// event that has no column is an error, since it would be lost.
func (c *Columns) Values(dst []Value, e *geo.Event) ([]Value, error) {
	own := valueSink(slices.Grow(dst, len(c.all)))
	c.Fill(&own, e)
	return c.Own(own, e)
}

// Own appends the event's values of the columns after the fixed ones, as Values
// does.
func (c *Columns) Own(dst []Value, e *geo.Event) ([]Value, error) {
	if !c.InOrder(e.Extra) {
		return c.scattered(dst, e)
	}
	for i := range e.Extra {
		dst = append(dst, PropertyValue(&e.Extra[i]))
	}
	return dst, nil
}

// InOrder reports whether the properties are all the columns in their order, as
// they are when the input is one table.
func (c *Columns) InOrder(extra []geo.Property) bool {
	if len(extra) != len(c.own) {
		return false
	}
	for i := range extra {
		if !same(extra[i].Name, c.own[i]) {
			return false
		}
	}
	return true
}

// same reports whether two names are equal. Those of the rows of a table are one
// memory, and need not be looked at.
func same(a, b string) bool {
	return len(a) == len(b) && (unsafe.StringData(a) == unsafe.StringData(b) || a == b)
}

// scattered appends the values of properties that are not all the columns in
// their order. The nth property of a name goes to the nth column of that name.
func (c *Columns) scattered(dst []Value, e *geo.Event) ([]Value, error) {
	first := len(dst)
	dst = append(dst, make([]Value, len(c.own))...)
	filled := make([]bool, len(c.own))
next:
	for i := range e.Extra {
		for _, at := range c.byName[e.Extra[i].Name] {
			if !filled[at] {
				dst[first+at], filled[at] = PropertyValue(&e.Extra[i]), true
				continue next
			}
		}
		return dst, fmt.Errorf("event %q: property %q has no column", e.ID, e.Extra[i].Name)
	}
	return dst, nil
}

// Survey notes which properties of their own the events of a stream have, so
// that every feature of the layer can carry the same keys. The zero Survey has
// seen nothing.
type Survey struct {
	names []string
	kinds []Kind
	index map[string][]int
	last  []int // the columns of the last event's properties

	// PCodes is how many levels of administrative areas have columns of P-codes,
	// from 0 to 3. It is set before anything is noted.
	PCodes int
}

// Watch yields the stream as it is and notes each event on its way.
func (s *Survey) Watch(events iter.Seq2[geo.Event, error]) iter.Seq2[geo.Event, error] {
	return func(yield func(geo.Event, error) bool) {
		for e, err := range events {
			if err == nil {
				s.Note(&e)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// Note notes the properties of an event.
func (s *Survey) Note(e *geo.Event) {
	if !s.likeLast(e.Extra) {
		s.place(e.Extra)
	}
	for i := range e.Extra {
		at := s.last[i]
		if s.kinds[at] != Text { // text stays text, whatever follows
			s.kinds[at] = common(s.kinds[at], PropertyValue(&e.Extra[i]).Kind)
		}
	}
}

// NoteNames notes the properties that the events of a table may have, all of them
// text.
func (s *Survey) NoteNames(names []string) {
	extra := make([]geo.Property, len(names))
	for i, name := range names {
		extra[i].Name = name
	}
	s.Note(&geo.Event{Extra: extra})
}

// likeLast reports whether the properties are named as those of the event
// before, which is so for nearly all rows of a table.
func (s *Survey) likeLast(extra []geo.Property) bool {
	if len(extra) != len(s.last) {
		return false
	}
	for i := range extra {
		if extra[i].Name != s.names[s.last[i]] {
			return false
		}
	}
	return true
}

// place finds or makes the column of each property.
func (s *Survey) place(extra []geo.Property) {
	if s.index == nil {
		s.index = make(map[string][]int)
	}
	seen := make(map[string]int)
	s.last = s.last[:0]
	for i := range extra {
		name := extra[i].Name
		n := seen[name]
		seen[name]++
		if n == len(s.index[name]) {
			s.index[name] = append(s.index[name], len(s.names))
			s.names = append(s.names, name)
			s.kinds = append(s.kinds, Null)
		}
		s.last = append(s.last, s.index[name][n])
	}
}

// common returns the kind that holds values of both kinds.
func common(a, b Kind) Kind {
	switch {
	case a == b || b == Null:
		return a
	case a == Null:
		return b
	case (a == Integer && b == Real) || (a == Real && b == Integer):
		return Real
	}
	return Text
}

// Len returns how many columns the properties noted so far have.
func (s *Survey) Len() int { return len(s.names) }

// Columns returns the columns for the events seen so far.
func (s *Survey) Columns() *Columns {
	kinds := make([]Kind, len(s.kinds))
	for i, k := range s.kinds {
		kinds[i] = max(k, Text) // a column of nulls only is text
	}
	return newColumns(append([]string(nil), s.names...), kinds, s.PCodes)
}
