// Package build writes gazetteer indexes.
//
// A [Place] is one entry on its way into an index, and [Write] makes the file.
// Where places come from stands beside it: package lists reads published lists,
// package importer joins lists and tables of one's own, and gazetteer/world/join
// makes the embedded world.
//
// # Non-goals
//
//   - Looking places up; see package gazetteer.
//   - Comparison forms of names; see package fold.
package build

import (
	"iter"
	"slices"

	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/paulmach/orb"
)

// Place is one entry of a gazetteer, on its way into an index. The zero Place
// claims nothing, and the zero value of each field means that it is unknown.
type Place struct {
	// ID is unique and stable over builds, and says where the entry comes
	// from:
	//
	//	gn:98182        GeoNames
	//	gn:IQ.01        a GeoNames area known by its code only: ADM1, and ADM2 as gn:IQ.01.1234
	//	iso:IQ          a country
	//	ne:IRQ-3059     Natural Earth's adm1_code
	//	sm:1368596238   SimpleMaps
	//	cj:tj4zkmn2     a GeoNames place whose number is lost: the geohash of its point
	//	zip:US-06791    a place known by the post alone, by its first postal code
	//	oa:ORAA         OurAirports' ident
	//	m49:145         a region of the United Nations' M49, by CLDR's code
	//	dl:euphrates    Dateline's own supplement
	ID   string
	Name string // the name to show, in Latin letters

	// Aliases are other names in any script, cleaned: none is a code, a
	// machine transliteration or, when compared without case and accents,
	// equal to Name or to an earlier alias.
	Aliases []string
	// Known are those of Aliases by which some list calls the place: Geneva for
	// Genève, Palmyra for Tadmur. They rank as Name does.
	Known []string
	// Codes are short forms that mean the place only where one is expected (a
	// country column, after "Springfield,"), never in running prose: "IQ",
	// "IRQ", "TX". Newspaper forms such as "Calif." are Aliases.
	Codes []string
	// Demonyms are adjectives and peoples that stand for the place: "Iraqi",
	// "Iraqis", "Texan".
	Demonyms []string
	// PCode is what OCHA's lists call an administrative unit or a settlement:
	// "IQG01". It is one of Codes, too.
	PCode string

	Type string // one of the types below
	Code string // GeoNames feature code, such as PPLA2 or PPLX; empty if there is none

	Country   string   // ISO 3166-1 alpha-2; empty for a place of no one country
	Countries []string // of a place that lies in several: all of them, sorted; else nil
	Adm1      string   // ID of the ADM1 place that contains it
	Adm2      string   // ID of the ADM2 place that contains it

	Lon, Lat   float64 // the representative point, degrees, WGS 84
	Population int     // inhabitants; 0 if unknown
	RadiusM    float64 // metres around the point that hold a true place nine times in ten

	// Box is the place's bounding box, and means nothing if it has no area
	// (the zero Bound). West is greater than east when it crosses the
	// antimeridian.
	Box orb.Bound
	// Area is the place's polygon or nil: rings closed, exteriors
	// counter-clockwise, cut at the antimeridian.
	Area orb.MultiPolygon
}

// Source yields places, and beside them what is wrong with the input. A bad
// entry does not stop it.
type Source = iter.Seq2[Place, error]

// Keys returns the comparison forms of all names of a place, sorted, each once.
func (p *Place) Keys() []string {
	keys := []string{fold.Key(p.Name)}
	for _, a := range p.Aliases {
		keys = append(keys, fold.Key(a))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// HasPoint reports whether a place has a point. The point 0, 0 lies in the sea;
// lists have it for places they cannot locate.
func (p *Place) HasPoint() bool { return p.Lon != 0 || p.Lat != 0 }

// Point returns the representative point.
func (p *Place) Point() orb.Point { return orb.Point{p.Lon, p.Lat} }
