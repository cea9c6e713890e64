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
// An input column named like a column of ours is called input_NAME, unless the layer
// is not to have ours; names that differ in nothing but case would
// still be one column to a database, so the later one gets a number.
type Columns struct {
	all    []Column         // that the layer has
	fixed  int              // how many of them are not the input's
	ours   []Column         // that a layer can have besides the input's
	takes  []bool           // which of ours the layer has
	own    []string         // the input's names of all of its columns
	kept   []int            // which of these the layer has
	byName map[string][]int // input name to the indexes in own that have it
	chosen bool             // see Chosen
}

// NewColumns returns the columns of a layer whose events have the properties
// named in their Extra, all of them text. A name may stand there twice.
func NewColumns(extra ...string) *Columns {
	kinds := make([]Kind, len(extra))
	for i := range kinds {
		kinds[i] = Text
	}
	return newColumns(extra, kinds, 0, nil)
}

// newColumns returns those of the columns that a layer is to have. What one is called
// depends on those before it alone: of a stream, later inputs may bring more.
func newColumns(extra []string, kinds []Kind, levels int, fields *Fields) *Columns {
	c := &Columns{own: extra, byName: make(map[string][]int), ours: slices.Concat(fixed, pcodes[:levels]), chosen: fields != nil && !fields.unnamed}
	of, taken := make(takenNames), make(takenNames) // all columns, and those that the layer has
	for _, f := range c.ours {
		of.free(f.Name)
		takes := fields.Has(f.Name, false)
		if c.takes = append(c.takes, takes); takes {
			c.all = append(c.all, f)
			taken.free(f.Name)
		}
	}
	c.fixed = len(c.all)
	for i, name := range extra {
		c.byName[name] = append(c.byName[name], i)
		name = presentable(name)
		full := of.free(c.prefixed(name))
		switch {
		case !fields.Has(full, true):
			continue
		case !c.isOurs(name) || taken[strings.ToLower(name)] || fields.names(full):
			name = full
		}
		c.kept = append(c.kept, i)
		c.all = append(c.all, Column{taken.free(name), kinds[i]})
	}
	return c
}

// presentable returns an input's name of a column as a text that is not empty.
func presentable(name string) string {
	if name = strings.ToValidUTF8(name, "\ufffd"); name == "" {
		return "column"
	}
	return name
}

// prefixed returns what a column of the input is called in a layer that has all of
// ours.
func (c *Columns) prefixed(name string) string {
	if c.isOurs(name) {
		return "input_" + name
	}
	return name
}

func (c *Columns) isOurs(name string) bool {
	return slices.ContainsFunc(c.ours, func(f Column) bool { return strings.EqualFold(f.Name, name) })
}

// takenNames are names in lower case.
type takenNames map[string]bool

// free takes the name, with a number if it is taken already.
func (n takenNames) free(name string) string {
	result := name
	for i := 2; n[strings.ToLower(result)]; i++ {
		result = name + "_" + strconv.Itoa(i)
	}
	n[strings.ToLower(result)] = true
	return result
}

// All returns the columns in their order. The caller must not change them.
func (c *Columns) All() []Column { return c.all }

// Fixed returns the columns that are not the input's, the first of all: those that
// every layer has unless it is to have a selection, and P-codes if there are some.
// The caller must not change them.
func (c *Columns) Fixed() []Column {
	return c.all[:c.fixed:c.fixed]
}

// Has reports whether the layer has the column of ours.
func (c *Columns) Has(name string) bool {
	return slices.ContainsFunc(c.Fixed(), func(f Column) bool { return f.Name == name })
}

// Chosen reports whether the layer's columns were asked for one by one, or by their
// groups, and not by what is to be left out of them.
func (c *Columns) Chosen() bool { return c.chosen }

// Kept returns which of the input's columns the layer has, by their places among the
// properties of an event that has them [Columns.InOrder].
func (c *Columns) Kept() []int { return c.kept }

// Names returns the columns' names in a format that has columns of its own
// besides: a column that has the name of one of these is called input_NAME.
// Names are cleaned; see [Clean].
func (c *Columns) Names(besides ...string) []string {
	all := make([]string, len(c.all))
	taken := make(takenNames)
	for _, name := range besides {
		taken.free(name)
	}
	var clashes []int
	for i, col := range c.all {
		all[i] = Clean(col.Name)
		if lower := strings.ToLower(all[i]); taken[lower] {
			clashes = append(clashes, i)
		} else {
			taken[lower] = true
		}
	}
	for _, i := range clashes {
		all[i] = taken.free("input_" + all[i])
	}
	return all
}

// Values appends the event's value of each column to dst. A property of the
// event that has no column is an error, since it would be lost.
func (c *Columns) Values(dst []Value, e *geo.Event) ([]Value, error) {
	first := len(dst)
	sink := valueSink(slices.Grow(dst, len(c.ours)+len(c.own)))
	c.Fill(&sink, e)
	dst = sink
	if c.fixed > 0 && c.fixed < len(c.ours) {
		at := first
		for i, takes := range c.takes {
			if takes {
				dst[at] = dst[first+i]
				at++
			}
		}
		dst = dst[:at]
	}
	return c.Own(dst, e)
}

// Own appends the event's values of the columns after the fixed ones, as Values
// does.
func (c *Columns) Own(dst []Value, e *geo.Event) ([]Value, error) {
	if !c.InOrder(e.Extra) {
		return c.scattered(dst, e)
	}
	for _, i := range c.kept {
		dst = append(dst, PropertyValue(&e.Extra[i]))
	}
	return dst, nil
}

// InOrder reports whether the properties are all the input's columns in their order,
// as they are when the input is one table.
func (c *Columns) InOrder(extra []geo.Property) bool {
	if len(extra) != len(c.own) {
		return false
	}
	own := c.own[:len(extra)]
	for i := range extra {
		if !same(extra[i].Name, own[i]) {
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

// scattered appends the values of properties that are not all the input's columns in
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
	for n, at := range c.kept {
		dst[first+n] = dst[first+at]
	}
	return dst[:first+len(c.kept)], nil
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

	// Fields are the properties that the layer is to have. The default is all.
	Fields *Fields
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
func (s *Survey) Columns() *Columns { return s.ColumnsOf(s.Fields) }

// CheckFields returns an *[UnknownError] if the survey's fields are neither ours nor
// those of the events seen so far.
func (s *Survey) CheckFields() error {
	var all []string
	for _, c := range s.ColumnsOf(nil).All() {
		all = append(all, c.Name)
	}
	return s.Fields.Check(all)
}

// ColumnsOf is Columns for other fields than those of the survey.
func (s *Survey) ColumnsOf(fields *Fields) *Columns {
	kinds := make([]Kind, len(s.kinds))
	for i, k := range s.kinds {
		kinds[i] = max(k, Text) // a column of nulls only is text
	}
	return newColumns(append([]string(nil), s.names...), kinds, s.PCodes, fields)
}
