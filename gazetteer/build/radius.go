package build

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
)

// Radii hold a true place nine times in ten. Of a settlement they follow from
// its inhabitants: a city of four thousand people a square kilometre has a
// radius of 9 m times the root of their number, which gives 9 km for a million
// and 28 km for ten, near to what such cities measure. Below leastRadiusM the
// lists' own points decide: they are that far off as often as not.
const (
	metresPerRootInhabitant = 9
	leastRadiusM            = 1_500
)

// typicalRadiusM is for places of which nothing but the type is known.
var typicalRadiusM = map[string]float64{
	placetype.City: 6_000, placetype.Town: 3_000, placetype.Village: 2_000, placetype.Neighbourhood: 1_500, placetype.Ruin: 2_000, placetype.Camp: 2_000,
	placetype.Airport: 3_000, placetype.Airbase: 3_000, placetype.Crossing: 2_000, placetype.Facility: 1_500, placetype.Dam: 2_000,
	placetype.Adm2: 20_000, placetype.Adm1: 80_000, placetype.Mountain: 10_000, placetype.Lake: 10_000, placetype.Island: 15_000,
	placetype.River: 100_000, placetype.Desert: 150_000, placetype.Sea: 300_000, placetype.Region: 200_000, placetype.Country: 200_000, placetype.Continent: 2_500_000,
}

// radius returns the radius of a place: measured on its area or its box if it
// has one, else estimated.
func radius(p *Place) float64 {
	switch {
	case p.Area != nil:
		return areaRadius(p.Area, orb.Point{p.Lon, p.Lat})
	case !emptyBox(p.Box):
		return boxRadius(p.Box, orb.Point{p.Lon, p.Lat})
	case p.Population > 0 && isSettlement(p.Type):
		return math.Max(leastRadiusM, metresPerRootInhabitant*math.Sqrt(float64(p.Population)))
	}
	return typicalRadiusM[p.Type]
}

func isSettlement(t string) bool {
	return t == placetype.City || t == placetype.Town || t == placetype.Village || t == placetype.Neighbourhood
}

func emptyBox(b orb.Bound) bool { return b.Min == b.Max }

// samples is how many points in each direction an area is probed with.
const samples = 24

// areaRadius returns the distance within which nine tenths of an area lie.
func areaRadius(area orb.MultiPolygon, from orb.Point) float64 {
	b := area.Bound()
	var distances []float64
	for i := range samples {
		for k := range samples {
			p := orb.Point{
				b.Min[0] + (b.Max[0]-b.Min[0])*(float64(i)+0.5)/samples,
				b.Min[1] + (b.Max[1]-b.Min[1])*(float64(k)+0.5)/samples,
			}
			if holds(area, p) {
				distances = append(distances, geo.DistanceHaversine(from, p))
			}
		}
	}
	if len(distances) == 0 {
		return boxRadius(b, from)
	}
	return math.Max(leastRadiusM, nineTenths(distances))
}

// boxRadius takes a box for its inscribed ellipse: nine tenths of the way to
// the middle of its longer side.
func boxRadius(b orb.Bound, from orb.Point) float64 {
	east := b.Max[0]
	if east < b.Min[0] {
		east += 360
	}
	wide := geo.DistanceHaversine(from, orb.Point{from[0] + (east-b.Min[0])/2, from[1]})
	high := geo.DistanceHaversine(orb.Point{0, b.Min[1]}, orb.Point{0, b.Max[1]}) / 2
	return math.Max(leastRadiusM, 0.9*math.Max(wide, high))
}

func nineTenths(distances []float64) float64 {
	slices.SortFunc(distances, cmp.Compare[float64])
	return distances[min(len(distances)-1, len(distances)*9/10)]
}
