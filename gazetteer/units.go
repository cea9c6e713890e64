package gazetteer

import (
	"sync/atomic"

	"github.com/dateline-map/dateline/gazetteer/internal/area"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
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
type units [1 << 14]atomic.Pointer[unit]

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
	if number := x.areaAt(x.cover.At(p), p); number != 0 {
		return x.unit(number)
	}
	return nil
}

// areaAt returns the number of the first of some areas whose outline holds a point, 0
// if none does.
func (x *Index) areaAt(shares area.Shares, p orb.Point) uint32 {
	for {
		number, holds, more := shares.Next()
		if !more || holds || x.areas.Contains(number, p) {
			return number
		}
	}
}

// areasAt returns for each of some points the number of the smallest area whose outline
// holds it, 0 if there is none, of those that may. Mostly the first that comes into question does; of the
// others the next are asked together again.
func (x *Index) areasAt(shares []area.Shares, points []orb.Point, numbers []uint32) {
	var open, asked [area.AtOnce]uint32 // points that are not told of yet, and the areas that may hold them
	var at [area.AtOnce]orb.Point
	var inside [area.AtOnce]bool
	for i := range points {
		open[i] = uint32(i)
	}
	for left := len(points); left > 0; {
		n := 0
		for _, i := range open[:left] {
			number, holds, more := shares[i].Next()
			numbers[i] = number
			if more && !holds {
				open[n], asked[n], at[n] = i, number, points[i]
				n++
			}
		}
		x.areas.ContainsAll(asked[:n], at[:n], inside[:n])
		left = 0
		for k, i := range open[:n] {
			if !inside[k] {
				open[left] = i
				left++
			}
		}
	}
}

// levelRank orders administrative areas from large to small.
func levelRank(placeType string) int8 {
	switch placeType {
	case placetype.Country:
		return 1
	case placetype.Adm1:
		return 2
	case placetype.Adm2:
		return 3
	}
	return 0
}
