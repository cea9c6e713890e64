package gazetteer

import (
	"cmp"
	"slices"
	"sync/atomic"

	"github.com/paulmach/orb"
)

// unit is an administrative area that has a share in a cell of the cover.
type unit struct {
	ref     Ref
	rank    int8 // see levelRank
	certain bool // the cell lies wholly within it
	within  Within
}

// cell is what the index says of a cell of the cover: its units, the smallest
// first, so that the first one that holds a point is the answer.
type cell struct {
	number int
	units  []unit
}

// cells keeps the cells that were asked about, each in the one slot that it may
// have: points come from a few thousand of them, and reading one anew from the
// index costs more than the answer. Its zero value is ready for use by any number
// of goroutines.
type cells [1 << 14]atomic.Pointer[cell]

func (x *Index) cell(number int) *cell {
	slot := &x.cells[number%len(x.cells)]
	if c := slot.Load(); c != nil && c.number == number {
		return c
	}
	c := &cell{number: number}
	x.cover.In(number, func(place uint32, certain bool) bool {
		if rank := levelRank(x.places.Type(place)); rank > 0 {
			c.units = append(c.units, unit{Ref(place), rank, certain, x.within(Ref(place))})
		}
		return true
	})
	slices.SortStableFunc(c.units, func(a, b unit) int { return cmp.Compare(b.rank, a.rank) })
	slot.Store(c)
	return c
}

// unitAt returns the smallest area whose outline holds a point, nil if there is
// none.
func (x *Index) unitAt(p orb.Point) *unit {
	c := x.cell(x.cover.Cell(p))
	for i := range c.units {
		if u := &c.units[i]; u.certain || x.areas.Contains(uint32(u.ref), p) {
			return u
		}
	}
	return nil
}

// levelRank orders administrative areas from large to small.
func levelRank(placeType string) int8 {
	switch placeType {
	case typeCountry:
		return 1
	case typeAdm1:
		return 2
	case typeAdm2:
		return 3
	}
	return 0
}
