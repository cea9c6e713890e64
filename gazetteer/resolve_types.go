package gazetteer

import (
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/geo"
)

// The place types, by short names.
const (
	typeContinent     = placetype.Continent
	typeRegion        = placetype.Region
	typeCountry       = placetype.Country
	typeAdm1          = placetype.Adm1
	typeAdm2          = placetype.Adm2
	typeIsland        = placetype.Island
	typeCity          = placetype.City
	typeTown          = placetype.Town
	typeVillage       = placetype.Village
	typeNeighbourhood = placetype.Neighbourhood
	typeCamp          = placetype.Camp
	typeRuin          = placetype.Ruin
	typeRiver         = placetype.River
	typeLake          = placetype.Lake
	typeSea           = placetype.Sea
	typeMountain      = placetype.Mountain
	typeDesert        = placetype.Desert
	typeDam           = placetype.Dam
	typeCrossing      = placetype.Crossing
	typeAirport       = placetype.Airport
	typeAirbase       = placetype.Airbase
	typeFacility      = placetype.Facility
)

// placeType is what is common to all places of a type.
type placeType struct {
	precision geo.Precision
	radiusM   int // where the gazetteer has none
}

var placeTypes = map[string]placeType{
	typeContinent: {geo.WithinRegion, 3_000_000},
	typeRegion:    {geo.WithinRegion, 250_000},
	typeCountry:   {geo.WithinCountry, 500_000},
	typeAdm1:      {geo.WithinAdm1, 100_000},
	typeAdm2:      {geo.WithinAdm2, leastAdm2M},
	typeIsland:    {geo.WithinRegion, 30_000},

	typeCity:          {geo.ExactPlace, 10_000},
	typeTown:          {geo.ExactPlace, 5_000},
	typeVillage:       {geo.ExactPlace, 3_000},
	typeNeighbourhood: {geo.ExactPlace, 3_000},
	typeCamp:          {geo.ExactPlace, 3_000},
	typeRuin:          {geo.ExactPlace, 3_000},

	typeRiver:    {geo.WithinRegion, 300_000},
	typeLake:     {geo.WithinRegion, 30_000},
	typeSea:      {geo.WithinRegion, 500_000},
	typeMountain: {geo.WithinRegion, 25_000},
	typeDesert:   {geo.WithinRegion, 200_000},

	typeDam:      {geo.ExactPlace, 3_000},
	typeCrossing: {geo.ExactPlace, 3_000},
	typeAirport:  {geo.ExactPlace, 4_000},
	typeAirbase:  {geo.ExactPlace, 5_000},
	typeFacility: {geo.ExactPlace, 3_000},
}

// The least radii in metres. Lists put one settlement some kilometres apart, and
// their points are often whole arc-minutes; an ADM2 is mostly known by its seat
// alone, with the seat's radius.
const (
	leastSettlementM = 5_000
	leastAdm2M       = 35_000
)

// radiusOf returns a radius for a place in metres: its own, or what is usual for
// its type.
func radiusOf(p *Place) float64 {
	if p.RadiusM == 0 {
		return float64(placeTypes[p.Type].radiusM)
	}
	switch placetype.KindOf(p.Type) {
	case geo.KindSettlement:
		return float64(max(p.RadiusM, leastSettlementM))
	case geo.KindAdm2:
		return float64(max(p.RadiusM, leastAdm2M))
	}
	return float64(p.RadiusM)
}

// isArea reports whether a place contains others.
func isArea(p *Place) bool {
	return placetype.KindOf(p.Type)&(geo.KindCountry|geo.KindAdm1|geo.KindAdm2|geo.KindRegion) != 0
}

// kindAgrees says whether a place is what class words call it: yes for the
// kind itself, closeTo for what people call so as well, no for another kind.
func kindAgrees(said string, p *Place) answer {
	if said == "" {
		return unsaid
	}
	if said == p.Type {
		return yes
	}
	want, has := placetype.KindOf(said), placetype.KindOf(p.Type)
	switch {
	case want == has:
		return closeTo // towns are called villages, and the other way round
	case want == geo.KindAdm2 && has == geo.KindAdm1, want == geo.KindAdm1 && has == geo.KindAdm2,
		said == typeRegion && has&(geo.KindAdm1|geo.KindAdm2) != 0,
		said == typeAdm1 && has == geo.KindRegion, said == typeAdm2 && has == geo.KindSettlement,
		said == typeAdm1 && p.Type == typeCountry && p.Code == "TERR":
		return closeTo
	}
	return no
}
