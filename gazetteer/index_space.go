package gazetteer

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"

	"github.com/dateline-map/dateline/gazetteer/internal/area"
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
	var numbers [area.AtOnce]uint32
	x.areasAt(points, numbers[:])
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
	reach := area.Reach(p, radiusM)
	x.points.Near(p, radiusM, func(first, end uint32) bool {
		for n := first; n < min(end, uint32(x.places.Len())); n++ {
			at, located := x.pointWithin(n, p, reach)
			if !located {
				continue
			}
			d := geo.DistanceHaversine(p, at)
			if d < best.DistanceM || d == best.DistanceM && (!ok || Ref(n) < best.Ref) {
				best, ok = Neighbour{Ref(n), d}, true
				reach = area.Reach(p, d*(1+1e-9)) // so that rounding hides none as near
			}
		}
		return true
	})
	return best, ok
}

// pointWithin returns the point of a place if it may be in reach of another.
// Nearly all places of a cell are told by their latitude or longitude to be too
// far away, for a tenth of the cost of their distance.
func (x *Index) pointWithin(number uint32, p, reach orb.Point) (orb.Point, bool) {
	lon, lat, located := x.places.Point(number)
	dLon := math.Abs(lon - p[0])
	return orb.Point{lon, lat}, located && math.Abs(lat-p[1]) <= reach[1] && min(dLon, 360-dLon) <= reach[0]
}

// Nearby returns up to most of the places nearest to a point, nearest first, that
// are within a distance of it: settlements and other places of a small extent,
// such as crossings and airbases; not areas, rivers or mountains.
func (x *Index) Nearby(p orb.Point, radiusM float64, most int) []Neighbour {
	var found []Neighbour
	reach := area.Reach(p, radiusM)
	x.points.Near(p, radiusM, func(first, end uint32) bool {
		for n := first; n < min(end, uint32(x.places.Len())); n++ {
			at, located := x.pointWithin(n, p, reach)
			if !located {
				continue
			}
			if d := geo.DistanceHaversine(p, at); d <= radiusM {
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
