package build

import (
	"math"

	"github.com/dateline-map/dateline/gazetteer/internal/borders"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/paulmach/orb"
)

// Radii hold a true place nine times in ten. Of a settlement they follow from
// its inhabitants: a city of four thousand people a square kilometre has a
// radius of 9 m times the root of their number, which gives 9 km for a million
// and 28 km for ten, near to what such cities measure. Below borders.LeastRadiusM the
// lists' own points decide: they are that far off as often as not.
const metresPerRootInhabitant = 9

// TypicalRadiusM is for places of which nothing but the type is known.
var TypicalRadiusM = map[string]float64{
	placetype.City: 6_000, placetype.Town: 3_000, placetype.Village: 2_000, placetype.Neighbourhood: 1_500, placetype.Ruin: 2_000, placetype.Camp: 2_000,
	placetype.Airport: 3_000, placetype.Airbase: 3_000, placetype.Crossing: 2_000, placetype.Facility: 1_500, placetype.Dam: 2_000,
	placetype.Adm2: 20_000, placetype.Adm1: 80_000, placetype.Mountain: 10_000, placetype.Lake: 10_000, placetype.Island: 15_000,
	placetype.River: 100_000, placetype.Desert: 150_000, placetype.Sea: 300_000, placetype.Region: 200_000, placetype.Country: 200_000, placetype.Continent: 2_500_000,
}

// Radius returns the radius of a place: measured on its area or its box if it
// has one, else estimated.
func Radius(p *Place) float64 {
	switch {
	case p.Area != nil:
		return borders.AreaRadius(p.Area, orb.Point{p.Lon, p.Lat})
	case !borders.EmptyBox(p.Box):
		return borders.BoxRadius(p.Box, orb.Point{p.Lon, p.Lat})
	case p.Population > 0 && IsSettlement(p.Type):
		return math.Max(borders.LeastRadiusM, metresPerRootInhabitant*math.Sqrt(float64(p.Population)))
	}
	return TypicalRadiusM[p.Type]
}

// IsSettlement reports whether people live together in places of a type.
func IsSettlement(t string) bool {
	return t == placetype.City || t == placetype.Town || t == placetype.Village || t == placetype.Neighbourhood
}
