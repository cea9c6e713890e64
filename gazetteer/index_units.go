package gazetteer

import (
	"sync/atomic"

	"github.com/paulmach/orb"
)

// unit is an administrative area.
type unit struct {
	ref    Ref
	rank   int8 // see levelRank
	within Within
}

// units keeps the areas in which points were found to lie, each in the one slot
// that it may have: to climb from an area to its country costs more than to find
// it. Its zero value is ready for use by any number of goroutines.
type units [1 << 12]atomic.Pointer[unit]

func (x *Index) unit(number uint32) *unit {
	slot := &x.units[number%uint32(len(x.units))]
	if u := slot.Load(); u != nil && u.ref == Ref(number) {
		return u
	}
	u := &unit{ref: Ref(number), rank: levelRank(x.places.Type(number)), within: x.within(Ref(number))}
	if u.within.Adm3 != 0 {
		u.rank++
	}
	slot.Store(u)
	return u
}

// unitAt returns the smallest area whose outline holds a point, nil if there is
// none.
func (x *Index) unitAt(p orb.Point) *unit {
	shares := x.cover.At(p)
	for {
		switch number, holds, more := shares.Next(); {
		case !more:
			return nil
		case holds || x.areas.Contains(number, p):
			return x.unit(number)
		}
	}
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
