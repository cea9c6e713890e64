package news

import (
	"math"
	"strings"

	"github.com/dateline-map/dateline/geo"
	orbgeo "github.com/paulmach/orb/geo"
)

// Whether "southern" before a province says where in the province, or where the province is.

// liesThere reports whether a province, called one, lies in the part of its country that the word
// before its name says, so that the whole of it is meant: "in southern Helmand province", which
// the wires write of all of Helmand, but not "in southern Idlib province".
func (s *story) liesThere(p *geo.Place) bool {
	bearing, ok := partBearing(p.Relation)
	if !ok || p.Kind != "adm1" {
		return false
	}
	province := geo.Place{Name: p.Name, Kind: p.Kind, Within: p.Within}
	if s.r.Gazetteer.Locate(&province); !province.Match.Located() || province.Match.Type != "adm1" {
		return false
	}
	country := geo.Place{Name: province.Match.Country, Kind: "country"}
	if s.r.Gazetteer.Locate(&country); !country.Match.Located() {
		return false
	}
	off := math.Abs(math.Mod(orbgeo.Bearing(country.Match.Point, province.Match.Point)-bearing+540, 360) - 180)
	return off <= sameSide
}

// sameSide is how many degrees the way from the middle of a country to a province may be off the
// side that it is said to lie on: Zabul, in southern Afghanistan, is off by 68.
const sameSide = 80

// partBearing returns the bearing of a word such as "southern", in degrees from north.
func partBearing(word string) (float64, bool) {
	east, north := 0.0, 0.0
	switch {
	case strings.HasPrefix(word, "north"):
		north = 1
	case strings.HasPrefix(word, "south"):
		north = -1
	}
	switch rest := strings.TrimPrefix(strings.TrimPrefix(word, "north"), "south"); rest {
	case "east", "eastern":
		east = 1
	case "west", "western":
		east = -1
	case "ern", "":
	default:
		return 0, false // "south of"
	}
	if east == 0 && north == 0 {
		return 0, false
	}
	return math.Atan2(east, north) * 180 / math.Pi, true
}
