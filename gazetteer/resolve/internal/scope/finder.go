// Package scope finds the areas that a source says a place lies in, and tells whether it does.
package scope

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/query"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/recall"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/spelling"
	"github.com/dateline-map/dateline/geo"
)

// Finder finds the areas that sources say places lie in. Any number of goroutines may
// share it.
type Finder struct {
	x     gazetteer.Places
	known recall.Map[containerKey, []gazetteer.Place]
}

// NewFinder returns a finder among places.
func NewFinder(x gazetteer.Places) Finder { return Finder{x: x} }

// Level is what a source calls a container: its column, or nothing in running
// text.
type Level uint8

// The levels.
const (
	AnyLevel Level = iota
	LandLevel
	Adm1Level
	Adm2Level
)

// containerKey is all that the meaning of a container's name depends on.
type containerKey struct {
	name  string
	level Level
	land  string // the country said
}

// Said is what the source says a place lies in. Each container may be several
// places, since names have several; none if nothing is said or the name is
// unknown.
type Said struct {
	Land, Adm1, Adm2 []gazetteer.Place
	Named            [][]gazetteer.Place // said beside the name itself: "Hit (Anbar)"
	NoSuchLand       bool                // a country is said, and there is none of that name
}

// Any reports whether anything is said.
func (s *Said) Any() bool {
	return len(s.Land)+len(s.Adm1)+len(s.Adm2)+len(s.Named) > 0
}

// Of looks up what the source says a place lies in.
func (f *Finder) Of(w geo.Within) Said {
	var s Said
	s.Land = f.Find(w.Country, LandLevel, nil)
	s.NoSuchLand = len(s.Land) == 0 && !query.SaysNothing(w.Country)
	s.Adm1 = f.Find(w.Adm1, Adm1Level, s.Land)
	adm2 := f.Find(w.Adm2, Adm2Level, s.Land)
	s.Adm2 = OnlyInside(adm2, s.Adm1)
	if len(s.Adm2) == 0 && hasLevel(adm2, Adm2Level) && !hasLevel(s.Adm1, Adm1Level) {
		s.Adm1, s.Adm2 = nil, adm2 // a new province has the name of a district, which others now lie beside
	}
	return s
}

// OnlyInside returns the places that may lie in one of the containers. What has
// the name of an ADM2 in another province is not the one that the row means.
func OnlyInside(places, containers []gazetteer.Place) []gazetteer.Place {
	var out []gazetteer.Place
	for i := range places {
		if InsideAny(&places[i], containers) != No {
			out = append(out, places[i])
		}
	}
	return out
}

// Find returns the places that a container's name may mean, the likeliest
// first. Those outside the land said are left out.
func (f *Finder) Find(name string, l Level, land []gazetteer.Place) []gazetteer.Place {
	if name == "" {
		return nil
	}
	key := containerKey{name: name, level: l}
	if len(land) > 0 {
		key.land = land[0].ID
	}
	if places, known := f.known.Get(key); known {
		return places
	}
	var places []gazetteer.Place
	if l == LandLevel {
		places = f.landsCoded(name) // before all: NA, that says nothing elsewhere, is Namibia
	}
	if len(places) == 0 {
		if query.NotAName(name) != "" {
			return nil
		}
		places = f.findContainer(name, l, land)
	}
	key.name = strings.Clone(key.name)
	f.known.Put(key, places, 1+len(places))
	return places
}

// maxContainers bounds how many places a container's name may mean: enough for
// every "Lincoln County".
const maxContainers = 40

func (f *Finder) findContainer(name string, l Level, land []gazetteer.Place) []gazetteer.Place {
	if l == Adm1Level || l == Adm2Level {
		if all := f.containersListed(name, l, land); all != nil {
			return all
		}
	}
	var found []gazetteer.Place
	whole := false // a city has all of the name, class word and all: Quezon City is not in Quezon
	readings := query.Parse(name).Readings
	stages := spelling.Stages[:4]
	if l == LandLevel || len(land) == 0 {
		stages = spelling.Stages[:2] // a misspelt container could be anything anywhere
	}
	for _, stage := range stages {
		if l == Adm2Level && stage >= spelling.Typo && hasLevel(found, Adm1Level) {
			break // "Alagoas" among districts is the state, not misspelt Alagoa
		}
		spelledSo := len(found) > 0 // by an earlier stage: what is only spelled like it must be of the level
		for i, reading := range readings {
			if reading.Loose || reading.Relation.Kind != query.At || reading.WholeOnly && stage != spelling.Exact {
				continue
			}
			for _, h := range stage.Find(f.x, reading.Name, land, nil) {
				placeType := f.x.Type(h.Ref)
				if rank := ContainerRank(placeType, h.How, l); rank == 0 || spelledSo && rank < TopRank || l == Adm1Level && h.How == gazetteer.Code && placeType == placetype.Country && isLocalCode(name) {
					continue
				}
				if p := f.x.Unnamed(h.Ref); len(land) == 0 || InsideAny(&p, land) == Yes {
					p.ID, p.Name = f.x.Called(h.Ref)
					found = Append(found, p)
					whole = whole || l == AnyLevel && i == 0 && len(readings) > 1 && h.How == gazetteer.Main && p.Type == placetype.City
				}
			}
			if whole || len(found) > 0 && hasLevel(found, l) {
				if len(land) > 0 && l != LandLevel {
					found = withoutCountries(found)
				}
				return rankContainers(found, l)
			}
		}
	}
	return rankContainers(f.withUnits(found, name), l)
}

// withUnits adds to settlements of a container's name the provinces and districts that they lie
// in and that are called by the name, but for the word for what they are: "Marden County" around
// Marden. Lists that have such counties as provinces know them by both words only.
func (f *Finder) withUnits(found []gazetteer.Place, name string) []gazetteer.Place {
	key := fold.Key(name)
	for _, seat := range found {
		if placetype.KindOf(seat.Type) != geo.KindSettlement {
			continue
		}
		for _, unit := range [...]gazetteer.Ref{seat.Adm1, seat.Adm2} {
			if unit == 0 {
				continue
			}
			_, whole := f.x.Called(unit)
			if bare, class := fold.ClassWords(fold.Key(whole)); class != "" && bare == key {
				found = Append(found, f.x.Place(unit))
			}
		}
	}
	return found
}

// isLocalCode reports whether a code of two letters is likelier one of a province than
// of a country where a province is said: "MG" is Minas Gerais there, not Madagascar.
// The kingdom and the states that prose calls by theirs are none.
func isLocalCode(name string) bool { return len(name) == 2 && name != "US" && name != "UK" }

// landsCoded returns the countries of a code: MY is Malaysia where a country is
// said, though the United States are called Mỹ somewhere.
func (f *Finder) landsCoded(name string) []gazetteer.Place {
	key := fold.Key(name)
	if len(key) != len("MY") && len(key) != len("MYS") || len(key) != len(strings.TrimSpace(name)) {
		return nil
	}
	var found []gazetteer.Place
	for _, h := range f.x.Exact(key, nil) {
		if h.How == gazetteer.Code && f.x.Type(h.Ref) == placetype.Country {
			found = Append(found, f.x.Place(h.Ref))
		}
	}
	return found
}

// Append appends a place, unless it is there.
func Append(places []gazetteer.Place, p gazetteer.Place) []gazetteer.Place {
	if slices.ContainsFunc(places, func(q gazetteer.Place) bool { return q.Ref == p.Ref }) {
		return places
	}
	return append(places, p)
}

// hasLevel reports whether a place is of the level looked for.
func hasLevel(places []gazetteer.Place, l Level) bool {
	return slices.ContainsFunc(places, func(p gazetteer.Place) bool { return ContainerRank(p.Type, gazetteer.Main, l) == TopRank })
}

// withoutCountries drops the country from what a unit in it may be, where one of
// that name is found: "Guatemala" in a row on Guatemala is the department.
func withoutCountries(places []gazetteer.Place) []gazetteer.Place {
	return slices.DeleteFunc(places, func(p gazetteer.Place) bool { return p.Type == placetype.Country })
}

const TopRank = 4

// ContainerRank says how well a place of a type serves as a container of a level, from 0
// (not at all) to topRank. A country column may hold a region or a territory; the
// place of an ADM2 may be missing from the gazetteer while its seat is there.
func ContainerRank(placeType string, how gazetteer.How, l Level) int {
	if how == gazetteer.Code && (l == Adm2Level || l == LandLevel && placeType != placetype.Country) || how == gazetteer.Demonym && l != LandLevel && l != AnyLevel {
		return 0
	}
	switch l {
	case LandLevel:
		return rankAmong(placeType, placetype.Country, placetype.Region, placetype.Adm1)
	case Adm1Level:
		// "Ramadi, Iraq" comes from a story as a place in Iraq, whatever that is.
		return rankAmong(placeType, placetype.Adm1, placetype.Adm2, placetype.Region, placetype.City) + rankAmong(placeType, placetype.Country)/2
	case Adm2Level:
		return rankAmong(placeType, placetype.Adm2, placetype.City, placetype.Town, placetype.Adm1) + rankAmong(placeType, placetype.Village)/4
	}
	if placetype.KindOf(placeType)&(geo.KindCountry|geo.KindAdm1) != 0 {
		return TopRank
	}
	return rankAmong(placeType, placetype.Adm1, placetype.Adm2, placetype.City, placetype.Town) + rankAmong(placeType, placetype.Region)/4
}

// rankAmong returns topRank for the first of the types, one less for the next,
// and 0 for none of them.
func rankAmong(t string, types ...string) int {
	if i := slices.Index(types, t); i >= 0 {
		return TopRank - i
	}
	return 0
}

func rankContainers(places []gazetteer.Place, l Level) []gazetteer.Place {
	slices.SortStableFunc(places, func(a, b gazetteer.Place) int {
		return cmp.Or(
			cmp.Compare(ContainerRank(b.Type, gazetteer.Main, l), ContainerRank(a.Type, gazetteer.Main, l)),
			cmp.Compare(b.Population, a.Population),
			cmp.Compare(a.ID, b.ID),
		)
	})
	return places[:min(len(places), maxContainers)]
}
