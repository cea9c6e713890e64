package resolve

import (
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/geo"
)

// placeType is what is common to all places of a type.
type placeType struct {
	precision geo.Precision
	radiusM   int // where the gazetteer has none
}

var placeTypes = map[string]placeType{
	placetype.Continent: {geo.WithinRegion, 3_000_000},
	placetype.Region:    {geo.WithinRegion, 250_000},
	placetype.Country:   {geo.WithinCountry, 500_000},
	placetype.Adm1:      {geo.WithinAdm1, 100_000},
	placetype.Adm2:      {geo.WithinAdm2, leastAdm2M},
	placetype.Island:    {geo.WithinRegion, 30_000},

	placetype.City:          {geo.ExactPlace, 10_000},
	placetype.Town:          {geo.ExactPlace, 5_000},
	placetype.Village:       {geo.ExactPlace, 3_000},
	placetype.Neighbourhood: {geo.ExactPlace, 3_000},
	placetype.Camp:          {geo.ExactPlace, 3_000},
	placetype.Ruin:          {geo.ExactPlace, 3_000},

	placetype.River:    {geo.WithinRegion, 300_000},
	placetype.Lake:     {geo.WithinRegion, 30_000},
	placetype.Sea:      {geo.WithinRegion, 500_000},
	placetype.Mountain: {geo.WithinRegion, 25_000},
	placetype.Desert:   {geo.WithinRegion, 200_000},

	placetype.Dam:      {geo.ExactPlace, 3_000},
	placetype.Crossing: {geo.ExactPlace, 3_000},
	placetype.Airport:  {geo.ExactPlace, 4_000},
	placetype.Airbase:  {geo.ExactPlace, 5_000},
	placetype.Facility: {geo.ExactPlace, 3_000},
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
func radiusOf(p *gazetteer.Place) float64 {
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
func isArea(p *gazetteer.Place) bool {
	return placetype.KindOf(p.Type)&(geo.KindCountry|geo.KindAdm1|geo.KindAdm2|geo.KindRegion) != 0
}

// kindAgrees says whether a place is what class words call it: yes for the
// kind itself, closeTo for what people call so as well, no for another kind.
func kindAgrees(said string, p *gazetteer.Place) answer {
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
		said == placetype.Region && has&(geo.KindAdm1|geo.KindAdm2) != 0,
		said == placetype.Adm1 && has == geo.KindRegion, said == placetype.Adm2 && has == geo.KindSettlement,
		said == placetype.Adm1 && p.Type == placetype.Country && p.Code == "TERR":
		return closeTo
	}
	return no
}
