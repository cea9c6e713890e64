// Package placetype has the types of places, and the kinds that they are of.
package placetype

import "github.com/dateline-map/dateline/geo"

// The place types. What a table or a story may call a place (geo.Place.Kind) is
// said in the same words.
const (
	Continent = "continent"
	Region    = "region" // larger than a country, across borders, or a vernacular part of a country
	Country   = "country"
	Adm1      = "adm1"
	Adm2      = "adm2"
	Island    = "island"

	City          = "city" // 100,000 inhabitants or more, or the seat of a country or an ADM1
	Town          = "town" // 5,000 inhabitants or more, or the seat of a smaller unit
	Village       = "village"
	Neighbourhood = "neighbourhood" // a section of a city
	Camp          = "camp"          // of refugees or displaced people
	Ruin          = "ruin"          // destroyed, abandoned or historic

	River    = "river"
	Lake     = "lake"
	Sea      = "sea" // seas, gulfs, straits, oceans
	Mountain = "mountain"
	Desert   = "desert"
	Dam      = "dam"

	Crossing = "crossing" // of a border
	Airport  = "airport"
	Airbase  = "airbase"
	Facility = "facility" // any other site: a prison, a refinery, a bridge
)

// KindOf returns the kind that a place type is of; 0 for an unknown type. It is
// asked for every pair of candidates: a switch takes a third of a map's time.
func KindOf(t string) geo.Kinds {
	switch t {
	case City, Town, Village, Neighbourhood, Camp, Ruin:
		return geo.KindSettlement
	case Country:
		return geo.KindCountry
	case Adm1:
		return geo.KindAdm1
	case Adm2:
		return geo.KindAdm2
	case Dam, Crossing, Airport, Airbase, Facility:
		return geo.KindFacility
	case River, Lake, Sea, Mountain, Desert, Island:
		return geo.KindNature
	case Continent, Region:
		return geo.KindRegion
	}
	return 0
}
