package leaflet

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/style"
)

// index is what the page must know of every event to draw, count and filter it:
// a column of numbers for each, read in the browser as it stands. The rest is in
// rows, which are read when they are wanted.
type index struct {
	first, last []int32 // days since 1970, or noDay
	killed      []int32 // or -1
	spots       []int32 // number of the place on the map, or -1
	areas       []int32 // number of the outline, or -1
	precision   []uint8
	types       []int32    // number of the type
	actors      [2][]int32 // number of the actor, or -1

	spot  table[[2]int32] // millionths of a degree, longitude first
	names []string        // of each spot, if it is a place and not the middle of an area
	typ   table[string]
	actor table[string]
}

// noDay is later than no day and before all.
const noDay = math.MinInt32

// table numbers what is distinct, in the order in which it is first seen, and
// counts how often each is.
type table[K comparable] struct {
	at    map[K]int32
	order []K
	count []int
}

func (t *table[K]) number(k K) int32 {
	n, known := t.at[k]
	if !known {
		if t.at == nil {
			t.at = make(map[K]int32)
		}
		n = int32(len(t.order))
		t.at[k] = n
		t.order = append(t.order, k)
		t.count = append(t.count, 0)
	}
	t.count[n]++
	return n
}

// most returns the numbers of what is counted most often, at most so many.
func (t *table[K]) most(n int, less func(a, b K) int) []int32 {
	numbers := make([]int32, len(t.order))
	for i := range numbers {
		numbers[i] = int32(i)
	}
	slices.SortFunc(numbers, func(a, b int32) int {
		return cmp.Or(cmp.Compare(t.count[b], t.count[a]), less(t.order[a], t.order[b]))
	})
	return numbers[:min(n, len(numbers))]
}

// add adds an event, whose outline has that number, or -1.
func (x *index) add(e *geo.Event, area int32) error {
	spot, err := x.spotOf(e)
	if err != nil {
		return err
	}
	first, last := int32(noDay), int32(noDay)
	if !e.When.IsZero() {
		first, last = int32(e.When.First), int32(e.When.Last)
	}
	x.first, x.last = append(x.first, first), append(x.last, last)
	x.killed = append(x.killed, figure(e.Killed.Best))
	x.spots = append(x.spots, spot)
	x.areas = append(x.areas, area)
	x.precision = append(x.precision, precisionNumber(e))
	x.types = append(x.types, x.typ.number(e.Type))
	for i, actor := range [2]string{e.Actor1, e.Actor2} {
		n := int32(-1)
		if actor != "" && (i == 0 || actor != e.Actor1) { // counts once
			n = x.actor.number(actor)
		}
		x.actors[i] = append(x.actors[i], n)
	}
	return nil
}

func (x *index) spotOf(e *geo.Event) (int32, error) {
	p, located, err := output.PositionOf(e)
	if err != nil || !located {
		return -1, err
	}
	n := x.spot.number([2]int32{millionths(p.Lon), millionths(p.Lat)})
	if int(n) == len(x.names) {
		x.names = append(x.names, "")
	}
	if x.names[n] == "" && (e.Place.Precision == geo.ExactPlace || e.Place.Precision == geo.NearPlace) {
		x.names[n] = cmp.Or(e.Place.Match.Name, e.Place.Name)
	}
	return n, nil
}

func millionths(degrees float64) int32 { return int32(math.Round(degrees * 1e6)) }

func figure(f geo.Figure) int32 {
	n, known := f.Int()
	if !known {
		return -1
	}
	return int32(min(n, math.MaxInt32))
}

// precisionNumber is the precision by its place in the page's own order, from
// the finest to the unknown.
func precisionNumber(e *geo.Event) uint8 {
	if e.Place.Precision == geo.UnknownPlace || !e.Place.Located() {
		return uint8(geo.WithinCountry)
	}
	return uint8(e.Place.Precision - 1)
}

const (
	mostTypes  = 30  // for which the legend has room; the rarest share a class
	mostActors = 200 // that can be chosen from a list; the rest can be searched
)

// classes returns the legend, and each type's place in it. The class of all
// types without one is the last.
func (x *index) classes() (legend []style.Class, of []uint8) {
	var types []string
	for _, n := range x.typ.most(mostTypes, cmp.Compare[string]) {
		types = append(types, x.typ.order[n])
	}
	legend = append(style.Classes(types), style.Other())
	of = make([]uint8, len(x.typ.order))
	for i := range of {
		of[i] = uint8(len(legend) - 1)
	}
	for i, c := range legend[:len(legend)-1] {
		of[x.typ.at[c.Type]] = uint8(i)
	}
	return legend, of
}

// frequentActors returns the numbers of the actors to choose from, and each
// actor's place among them, counted from 1; 0 has none.
func (x *index) frequentActors() (actors []int32, of []uint8) {
	actors = x.actor.most(mostActors, cmp.Compare[string])
	of = make([]uint8, len(x.actor.order))
	for i, n := range actors {
		of[n] = uint8(i + 1)
	}
	return actors, of
}

// appendBinary appends the columns, in the order in which model.js reads them:
// those of four bytes first, little end first, then those of one.
func (x *index) appendBinary(dst []byte) []byte {
	for _, column := range [][]int32{x.first, x.last, x.killed, x.spots, x.areas} {
		for _, n := range column {
			dst = binary.LittleEndian.AppendUint32(dst, uint32(n))
		}
	}
	for axis := range 2 {
		for _, at := range x.spot.order {
			dst = binary.LittleEndian.AppendUint32(dst, uint32(at[axis]))
		}
	}
	dst = append(dst, x.precision...)
	_, class := x.classes()
	for _, n := range x.types {
		dst = append(dst, class[n])
	}
	_, actor := x.frequentActors()
	for _, column := range x.actors {
		for _, n := range column {
			if n < 0 {
				dst = append(dst, 0)
			} else {
				dst = append(dst, actor[n])
			}
		}
	}
	return dst
}
