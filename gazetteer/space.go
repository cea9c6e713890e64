package gazetteer

import (
	"cmp"
	"slices"

	"github.com/dateline-map/dateline/gazetteer/internal/area"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/internal/record"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
)

// nearShoreM is how far from the nearest settlement a point may be to be counted
// to that settlement's areas when it lies in none: outlines are simplified, and
// harbours and small islands fall off them.
const nearShoreM = 20_000

// Reverse tells in which country and administrative areas a point lies. A point
// in no area that the index knows lies where the nearest settlement within 20 km
// does; one that has none, at sea, lies nowhere.
func (x *Index) Reverse(p orb.Point) Within {
	if u := x.unitAt(p); u != nil {
		return u.within
	}
	n, _ := x.nearest(p, nearShoreM)
	return x.within(n.Ref)
}

// ReverseAll tells for each of some points what Reverse tells for one, in less time.
// There must be room for all answers.
func (x *Index) ReverseAll(points []orb.Point, in []Within) {
	for len(points) > 0 {
		n := min(len(points), area.AtOnce)
		x.reverseSome(points[:n], in)
		points, in = points[n:], in[n:]
	}
}

func (x *Index) reverseSome(points []orb.Point, in []Within) {
	var shares [area.AtOnce]area.Shares
	x.cover.AtAll(points, shares[:])
	x.reverseIn(shares[:], points, in)
}

// reverseIn is reverseSome for points of which is known which areas may hold them.
func (x *Index) reverseIn(shares []area.Shares, points []orb.Point, in []Within) {
	var numbers [area.AtOnce]uint32
	x.areasAt(shares, points, numbers[:])
	for i, p := range points {
		if numbers[i] != 0 {
			in[i] = x.unit(numbers[i]).within
			continue
		}
		n, _ := x.nearest(p, nearShoreM)
		in[i] = x.within(n.Ref)
	}
}

// nearest returns what Nearby has first.
func (x *Index) nearest(p orb.Point, radiusM float64) (best Neighbour, ok bool) {
	best.DistanceM = radiusM
	window := windowAround(p, radiusM)
	x.points.Near(p, radiusM, func(n, end uint32) bool {
		for n = x.places.Next(n, end, window); n < end; n = x.places.Next(n+1, end, window) {
			d := geo.DistanceHaversine(p, x.pointOf(n))
			if d < best.DistanceM || d == best.DistanceM && (!ok || Ref(n) < best.Ref) {
				best, ok = Neighbour{Ref(n), d}, true
				window = windowAround(p, d*(1+1e-9)) // so that rounding hides none as near
			}
		}
		return true
	})
	return best, ok
}

// windowAround returns a window that holds all points within a distance of a point.
// Nearly all places of a cell are told by it to be too far away, for a fraction of
// the cost of their distance.
func windowAround(p orb.Point, radiusM float64) record.Window {
	reach := area.Reach(p, radiusM)
	return record.NewWindow(p[0], p[1], reach[0], reach[1])
}

func (x *Index) pointOf(number uint32) orb.Point {
	lon, lat, _ := x.places.Point(number)
	return orb.Point{lon, lat}
}

// Nearby returns up to most of the places nearest to a point, nearest first, that
// are within a distance of it: settlements and other places of a small extent,
// such as crossings and airbases; not areas, rivers or mountains.
func (x *Index) Nearby(p orb.Point, radiusM float64, most int) []Neighbour {
	var found []Neighbour
	window := windowAround(p, radiusM)
	x.points.Near(p, radiusM, func(n, end uint32) bool {
		for n = x.places.Next(n, end, window); n < end; n = x.places.Next(n+1, end, window) {
			if d := geo.DistanceHaversine(p, x.pointOf(n)); d <= radiusM {
				found = append(found, Neighbour{Ref(n), d})
			}
		}
		return true
	})
	slices.SortFunc(found, func(a, b Neighbour) int {
		return cmp.Or(cmp.Compare(a.DistanceM, b.DistanceM), cmp.Compare(a.Ref, b.Ref))
	})
	return found[:max(0, min(most, len(found)))]
}

// Settlement is a city, a town or a village as it lies in an ADM1.
type Settlement struct {
	Point orb.Point
	Adm2  Ref // no place if unknown
}

// Settled returns the settlements known to lie in an ADM1, within a distance of a point.
func (x *Index) Settled(adm1 Ref, around orb.Point, radiusM float64) (all []Settlement) {
	x.settled(adm1, around, radiusM, func(_ Ref, p Settlement) { all = append(all, p) })
	return all
}

func (x *Index) settled(adm1 Ref, around orb.Point, radiusM float64, yield func(Ref, Settlement)) {
	window := windowAround(around, radiusM)
	x.points.Near(around, radiusM, func(n, end uint32) bool {
		for n = x.places.Next(n, end, window); n < end; n = x.places.Next(n+1, end, window) {
			switch x.places.Type(n) {
			case placetype.City, placetype.Town, placetype.Village:
				if w := x.within(Ref(n)); w.Adm1 == adm1 {
					yield(Ref(n), Settlement{x.pointOf(n), w.Adm2})
				}
			}
		}
		return true
	})
}
