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
	best, _ := x.areaAt(p)
	if best == 0 {
		for _, n := range x.Nearby(p, nearShoreM, 1) {
			best = n.Ref
		}
	}
	return x.within(best)
}

// areaAt returns the smallest area whose outline holds a point, and its rank; no
// place if there is none.
func (x *Index) areaAt(p orb.Point) (best Ref, rank int) {
	x.cover.At(p, func(number uint32, certain bool) bool {
		if r := levelRank(x.places.Type(number)); r > rank && (certain || x.areas.Contains(number, p)) {
			best, rank = Ref(number), r
		}
		return true
	})
	return best, rank
}

// levelRank orders administrative areas from large to small.
func levelRank(placeType string) int {
	switch placeType {
	case "country":
		return 1
	case "adm1":
		return 2
	case "adm2":
		return 3
	}
	return 0
}

// Nearby returns up to most of the places nearest to a point, nearest first, that
// are within a distance of it: settlements and other places of a small extent,
// such as crossings and airbases; not areas, rivers or mountains.
func (x *Index) Nearby(p orb.Point, radiusM float64, most int) []Neighbour {
	var found []Neighbour
	reach := area.Reach(p, radiusM)
	x.points.Near(p, radiusM, func(first, end uint32) bool {
		for n := first; n < min(end, uint32(x.places.Len())); n++ {
			lon, lat, located := x.places.Point(n)
			// Nearly all places of the cells are told by their latitude
			// or longitude to be too far away, for a tenth of the cost.
			dLon := math.Abs(lon - p[0])
			if !located || math.Abs(lat-p[1]) > reach[1] || min(dLon, 360-dLon) > reach[0] {
				continue
			}
			if d := geo.DistanceHaversine(p, orb.Point{lon, lat}); d <= radiusM {
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
