package placetype

import "github.com/dateline-map/dateline/geo"

// usual is what is common to all places of a type.
var usual = map[string]struct {
	precision geo.Precision
	radiusM   int // where the gazetteer has none
}{
	Continent: {geo.WithinRegion, 3_000_000},
	Region:    {geo.WithinRegion, 250_000},
	Country:   {geo.WithinCountry, 500_000},
	Adm1:      {geo.WithinAdm1, 100_000},
	Adm2:      {geo.WithinAdm2, LeastAdm2M},
	Island:    {geo.WithinRegion, 30_000},

	City:          {geo.ExactPlace, 10_000},
	Town:          {geo.ExactPlace, 5_000},
	Village:       {geo.ExactPlace, 3_000},
	Neighbourhood: {geo.ExactPlace, 3_000},
	Camp:          {geo.ExactPlace, 3_000},
	Ruin:          {geo.ExactPlace, 3_000},

	River:    {geo.WithinRegion, 300_000},
	Lake:     {geo.WithinRegion, 30_000},
	Sea:      {geo.WithinRegion, 500_000},
	Mountain: {geo.WithinRegion, 25_000},
	Desert:   {geo.WithinRegion, 200_000},

	Dam:      {geo.ExactPlace, 3_000},
	Crossing: {geo.ExactPlace, 3_000},
	Airport:  {geo.ExactPlace, 4_000},
	Airbase:  {geo.ExactPlace, 5_000},
	Facility: {geo.ExactPlace, 3_000},
}

// Precision returns how precise the point of a place of a type is.
func Precision(t string) geo.Precision { return usual[t].precision }

// The least radii in metres. Lists put one settlement some kilometres apart, and
// their points are often whole arc-minutes; an ADM2 is mostly known by its seat
// alone, with the seat's radius.
const (
	leastSettlementM = 5_000
	LeastAdm2M       = 35_000
)

// RadiusM returns a radius in metres for a place of a type: its own, unless that is
// unknown or less than lists agree about such places, or what is usual for the type.
func RadiusM(t string, own int) float64 {
	if own == 0 {
		return float64(usual[t].radiusM)
	}
	switch KindOf(t) {
	case geo.KindSettlement:
		return float64(max(own, leastSettlementM))
	case geo.KindAdm2:
		return float64(max(own, LeastAdm2M))
	}
	return float64(own)
}

// IsArea reports whether places of a type contain others.
func IsArea(t string) bool {
	return KindOf(t)&(geo.KindCountry|geo.KindAdm1|geo.KindAdm2|geo.KindRegion) != 0
}
