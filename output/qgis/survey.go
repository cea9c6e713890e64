package qgis

import (
	"cmp"
	"maps"
	"math"
	"math/bits"
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/style"
)

// Survey notes what a style and a project must know of the events they show.
// The zero Survey has seen nothing. Its memory grows with the types of events,
// not with the events.
type Survey struct {
	// Columns are those of the layer. The default is all of ours.
	Columns *output.Columns

	types            map[string]int // events of each type
	dated            bool
	first, last      when.Day // of those dated
	undated, planned int
	events           int
	tolls            tolls
	bounds           box
}

// has reports whether the layer has a column of ours.
func (s *Survey) has(name string) bool { return s.Columns == nil || s.Columns.Has(name) }

// knownTypes bounds how many types are told apart: each costs memory, and only
// the most frequent get a colour.
const knownTypes = 10_000

// Note notes an event.
func (s *Survey) Note(e *geo.Event) {
	if _, known := s.types[e.Type]; known || len(s.types) < knownTypes {
		if s.types == nil {
			s.types = make(map[string]int)
		}
		s.types[e.Type]++
	}
	if e.Status == geo.Planned {
		s.planned++
	}
	s.events++
	s.tolls.note(e.Killed)
	s.noteTime(e.When)
	if p, located, err := output.PositionOf(e); located && err == nil {
		s.bounds.add(p.Lon, p.Lat)
	}
}

func (s *Survey) noteTime(i when.Interval) {
	switch {
	case i.IsZero():
		s.undated++
	case !s.dated:
		s.dated, s.first, s.last = true, i.First, i.Last
	default:
		s.first, s.last = min(s.first, i.First), max(s.last, i.Last)
	}
}

// legendLength is how many types the legend has room for; the rarest share one
// look.
const legendLength = 30

// classes returns the classes of the types in the legend's order, and whether
// there are events of none of them.
func (s *Survey) classes() (classes []style.Class, others bool) {
	types := slices.SortedFunc(maps.Keys(s.types), func(a, b string) int {
		return cmp.Or(cmp.Compare(s.types[b], s.types[a]), cmp.Compare(a, b))
	})
	named := slices.DeleteFunc(slices.Clone(types), func(t string) bool { return !fits(t) })
	named = named[:min(legendLength, len(named))]
	return style.Classes(named), len(named) < len(types)
}

// longestType in bytes is room for a sentence; more is no name of a type.
const longestType = 200

// fits reports whether a type can be in the legend. That of an event without a
// type cannot: its column has null, for which QGIS has no class other than that
// of all others.
func fits(t string) bool { return t != "" && len(t) <= longestType && holds(t) }

// box is a rectangle of longitudes and latitudes, in degrees. The zero box is
// empty.
type box struct {
	some                   bool
	minX, minY, maxX, maxY float64
}

func (b *box) add(x, y float64) {
	if !b.some {
		*b = box{true, x, y, x, y}
	}
	b.minX, b.maxX = math.Min(b.minX, x), math.Max(b.maxX, x)
	b.minY, b.maxY = math.Min(b.minY, y), math.Max(b.maxY, y)
}

// tolls counts events by how many binary digits the number of their dead has.
type tolls [64]int

func (t *tolls) note(killed geo.Count) {
	if n, known := killed.Best.Int(); known && n > 0 {
		t[bits.Len(uint(n))]++
	}
}

// exceededBy returns a number of dead, above 0, that at most so many events
// reach: a power of two, as what is above it does not have to be exact.
func (t *tolls) exceededBy(most int) int {
	digits := len(t) - 1
	for n := 0; digits > 0 && n+t[digits] <= most; digits-- {
		n += t[digits]
	}
	return 1 << digits
}
