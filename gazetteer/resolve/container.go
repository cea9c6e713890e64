package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/internal/query"
	"github.com/dateline-map/dateline/geo"
	orbgeo "github.com/paulmach/orb/geo"
)

// level is what a source calls a container: its column, or nothing in running
// text.
type level uint8

const (
	anyLevel level = iota
	landLevel
	adm1Level
	adm2Level
)

// containerKey is all that the meaning of a container's name depends on.
type containerKey struct {
	name  string
	level level
	land  string // the country said
}

// scope is what the source says a place lies in. Each container may be several
// places, since names have several; none if nothing is said or the name is
// unknown.
type scope struct {
	land, adm1, adm2 []gazetteer.Place
	named            [][]gazetteer.Place // said beside the name itself: "Hit (Anbar)"
	noSuchLand       bool                // a country is said, and there is none of that name
}

// said reports whether the scope says anything.
func (s *scope) said() bool {
	return len(s.land)+len(s.adm1)+len(s.adm2)+len(s.named) > 0
}

// scopeOf looks up what the source says a place lies in.
func (r *Resolver) scopeOf(w geo.Within) scope {
	var s scope
	s.land = r.container(w.Country, landLevel, nil)
	s.noSuchLand = len(s.land) == 0 && !query.SaysNothing(w.Country)
	s.adm1 = r.container(w.Adm1, adm1Level, s.land)
	adm2 := r.container(w.Adm2, adm2Level, s.land)
	s.adm2 = onlyInside(adm2, s.adm1)
	if len(s.adm2) == 0 && hasLevel(adm2, adm2Level) && !hasLevel(s.adm1, adm1Level) {
		s.adm1, s.adm2 = nil, adm2 // a new province has the name of a district, which others now lie beside
	}
	return s
}

// onlyInside returns the places that may lie in one of the containers. What has
// the name of an ADM2 in another province is not the one that the row means.
func onlyInside(places, containers []gazetteer.Place) []gazetteer.Place {
	var out []gazetteer.Place
	for i := range places {
		if insideAny(&places[i], containers) != no {
			out = append(out, places[i])
		}
	}
	return out
}

// container returns the places that a container's name may mean, the likeliest
// first. Those outside the land said are left out.
func (r *Resolver) container(name string, l level, land []gazetteer.Place) []gazetteer.Place {
	if name == "" {
		return nil
	}
	key := containerKey{name: name, level: l}
	if len(land) > 0 {
		key.land = land[0].ID
	}
	if places, known := r.containers.get(key); known {
		return places
	}
	var places []gazetteer.Place
	if l == landLevel {
		places = r.landsCoded(name) // before all: NA, that says nothing elsewhere, is Namibia
	}
	if len(places) == 0 {
		if query.NotAName(name) != "" {
			return nil
		}
		places = r.findContainer(name, l, land)
	}
	key.name = strings.Clone(key.name)
	r.containers.put(key, places, 1+len(places))
	return places
}

// maxContainers bounds how many places a container's name may mean: enough for
// every "Lincoln County".
const maxContainers = 40

func (r *Resolver) findContainer(name string, l level, land []gazetteer.Place) []gazetteer.Place {
	if l == adm1Level || l == adm2Level {
		if all := r.containersListed(name, l, land); all != nil {
			return all
		}
	}
	var found []gazetteer.Place
	whole := false // a city has all of the name, class word and all: Quezon City is not in Quezon
	readings := query.Parse(name).Readings
	stages := allStages[:4]
	if l == landLevel || len(land) == 0 {
		stages = allStages[:2] // a misspelt container could be anything anywhere
	}
	for _, stage := range stages {
		if l == adm2Level && stage >= typoStage && hasLevel(found, adm1Level) {
			break // "Alagoas" among districts is the state, not misspelt Alagoa
		}
		spelledSo := len(found) > 0 // by an earlier stage: what is only spelled like it must be of the level
		for i, reading := range readings {
			if reading.Loose || reading.Relation.Kind != query.At || reading.WholeOnly && stage != exactStage {
				continue
			}
			for _, h := range stage.find(r.x, reading.Name, land, nil) {
				placeType := r.x.Type(h.Ref)
				if rank := containerRank(placeType, h.How, l); rank == 0 || spelledSo && rank < topRank || l == adm1Level && h.How == gazetteer.Code && placeType == placetype.Country && isLocalCode(name) {
					continue
				}
				if p := r.x.Unnamed(h.Ref); len(land) == 0 || insideAny(&p, land) == yes {
					p.ID, p.Name = r.x.Called(h.Ref)
					found = appendPlace(found, p)
					whole = whole || l == anyLevel && i == 0 && len(readings) > 1 && h.How == gazetteer.Main && p.Type == placetype.City
				}
			}
			if whole || len(found) > 0 && hasLevel(found, l) {
				if len(land) > 0 && l != landLevel {
					found = withoutCountries(found)
				}
				return rankContainers(found, l)
			}
		}
	}
	return rankContainers(r.withUnits(found, name), l)
}

// withUnits adds to settlements of a container's name the provinces and districts that they lie
// in and that are called by the name, but for the word for what they are: "Marden County" around
// Marden. Lists that have such counties as provinces know them by both words only.
func (r *Resolver) withUnits(found []gazetteer.Place, name string) []gazetteer.Place {
	key := fold.Key(name)
	for _, seat := range found {
		if placetype.KindOf(seat.Type) != geo.KindSettlement {
			continue
		}
		for _, unit := range [...]gazetteer.Ref{seat.Adm1, seat.Adm2} {
			if unit == 0 {
				continue
			}
			_, whole := r.x.Called(unit)
			if bare, class := fold.ClassWords(fold.Key(whole)); class != "" && bare == key {
				found = appendPlace(found, r.x.Place(unit))
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
func (r *Resolver) landsCoded(name string) []gazetteer.Place {
	key := fold.Key(name)
	if len(key) != len("MY") && len(key) != len("MYS") || len(key) != len(strings.TrimSpace(name)) {
		return nil
	}
	var found []gazetteer.Place
	for _, h := range r.x.Exact(key, nil) {
		if h.How == gazetteer.Code && r.x.Type(h.Ref) == placetype.Country {
			found = appendPlace(found, r.x.Place(h.Ref))
		}
	}
	return found
}

func appendPlace(places []gazetteer.Place, p gazetteer.Place) []gazetteer.Place {
	if slices.ContainsFunc(places, func(q gazetteer.Place) bool { return q.Ref == p.Ref }) {
		return places
	}
	return append(places, p)
}

// hasLevel reports whether a place is of the level looked for.
func hasLevel(places []gazetteer.Place, l level) bool {
	return slices.ContainsFunc(places, func(p gazetteer.Place) bool { return containerRank(p.Type, gazetteer.Main, l) == topRank })
}

// withoutCountries drops the country from what a unit in it may be, where one of
// that name is found: "Guatemala" in a row on Guatemala is the department.
func withoutCountries(places []gazetteer.Place) []gazetteer.Place {
	return slices.DeleteFunc(places, func(p gazetteer.Place) bool { return p.Type == placetype.Country })
}

const topRank = 4

// containerRank says how well a place of a type serves as a container of a level, from 0
// (not at all) to topRank. A country column may hold a region or a territory; the
// place of an ADM2 may be missing from the gazetteer while its seat is there.
func containerRank(placeType string, how gazetteer.How, l level) int {
	if how == gazetteer.Code && (l == adm2Level || l == landLevel && placeType != placetype.Country) || how == gazetteer.Demonym && l != landLevel && l != anyLevel {
		return 0
	}
	switch l {
	case landLevel:
		return rankAmong(placeType, placetype.Country, placetype.Region, placetype.Adm1)
	case adm1Level:
		// "Ramadi, Iraq" comes from a story as a place in Iraq, whatever that is.
		return rankAmong(placeType, placetype.Adm1, placetype.Adm2, placetype.Region, placetype.City) + rankAmong(placeType, placetype.Country)/2
	case adm2Level:
		return rankAmong(placeType, placetype.Adm2, placetype.City, placetype.Town, placetype.Adm1) + rankAmong(placeType, placetype.Village)/4
	}
	if placetype.KindOf(placeType)&(geo.KindCountry|geo.KindAdm1) != 0 {
		return topRank
	}
	return rankAmong(placeType, placetype.Adm1, placetype.Adm2, placetype.City, placetype.Town) + rankAmong(placeType, placetype.Region)/4
}

// rankAmong returns topRank for the first of the types, one less for the next,
// and 0 for none of them.
func rankAmong(t string, types ...string) int {
	if i := slices.Index(types, t); i >= 0 {
		return topRank - i
	}
	return 0
}

func rankContainers(places []gazetteer.Place, l level) []gazetteer.Place {
	slices.SortStableFunc(places, func(a, b gazetteer.Place) int {
		return cmp.Or(
			cmp.Compare(containerRank(b.Type, gazetteer.Main, l), containerRank(a.Type, gazetteer.Main, l)),
			cmp.Compare(b.Population, a.Population),
			cmp.Compare(a.ID, b.ID),
		)
	})
	return places[:min(len(places), maxContainers)]
}

// answer is yes, no, or that nothing is known.
type answer int8

const (
	no      answer = -1
	unsaid  answer = 0
	yes     answer = 1
	closeTo answer = 2 // not inside, but no further than areas are vague
)

// insideAny reports whether a place lies in one of several; unsaid if there are
// none. The best answer counts: the container's name may mean any of them.
func insideAny(p *gazetteer.Place, containers []gazetteer.Place) answer {
	if len(containers) == 0 {
		return unsaid
	}
	best := no
	for i := range containers {
		switch inside(p, &containers[i]) {
		case yes:
			return yes
		case closeTo:
			best = closeTo
		}
	}
	return best
}

// Distances in metres within which a place belongs to a container that is
// known by a point only, and those in which it is at least close.
const (
	seatReachM = 15_000
	nearbyM    = 40_000
)

// inside reports whether p lies in c.
func inside(p, c *gazetteer.Place) answer {
	switch {
	case p.Ref == c.Ref, p.Land == c.Ref, p.Adm1 == c.Ref, p.Adm2 == c.Ref, p.Parent == c.Ref:
		return yes
	case c.Type == placetype.Country:
		return isYes(p.Country != "" && p.Country == c.Country)
	case !p.Located || !c.Located || p.Country != c.Country && p.Country != "" && c.Country != "":
		return no
	case p.Country == "" && p.Adm1 == 0 && placetype.KindOf(c.Type)&(geo.KindAdm1|geo.KindAdm2|geo.KindSettlement) != 0:
		return onBorder(p, c)
	case c.Type == placetype.Adm2 && p.Adm2 == 0 && p.Adm1 != 0 && p.Adm1 == c.Adm1:
		return closeTo // its ADM2 is not known, and may be this one
	}
	return withinReach(p, c)
}

// borderReachM is how far in metres beyond an area's usual reach its border may
// lie: desert districts end a hundred kilometres from their seat.
const borderReachM = 120_000

// acrossM is how far in metres beyond the border of an ADM1 a place may seem to lie
// that is in it: outlines are simplified, points of villages rounded, and those that
// nobody measured good to some 15 km.
const acrossM = 15_000

// reachesAcross reports whether an ADM1 has something within acrossM metres of a
// place that seems to lie in another, by the outlines.
func (r *Resolver) reachesAcross(p *gazetteer.Place, adm1 []gazetteer.Place) bool {
	far := func(c gazetteer.Place) bool {
		return p.Country != c.Country || distanceM(p.Point, c.Point) > 2*radiusOf(&c)+acrossM
	}
	if placetype.KindOf(p.Type) != geo.KindSettlement || !slices.ContainsFunc(adm1, func(c gazetteer.Place) bool { return !far(c) }) {
		return false
	}
	for _, bearing := range [...]float64{0, 90, 180, 270} {
		in := r.x.Reverse(orbgeo.PointAtBearingAndDistance(p.Point, bearing, acrossM)).Adm1
		if in != 0 && slices.ContainsFunc(adm1, func(c gazetteer.Place) bool { return c.Ref == in }) {
			return true
		}
	}
	return false
}

// onBorder judges a place of several countries, such as a crossing. The
// gazetteer puts it in no area, and it stands where those that it is said to be
// in end.
func onBorder(p, c *gazetteer.Place) answer {
	return isYes(distanceM(p.Point, c.Point) <= 2*float64(c.RadiusM)+borderReachM)
}

func isYes(b bool) answer {
	if b {
		return yes
	}
	return no
}

// withinReach judges by distance: a seat stands for its area, and areas known
// by a point and a radius are vague.
func withinReach(p, c *gazetteer.Place) answer {
	d := distanceM(p.Point, c.Point)
	switch placetype.KindOf(c.Type) {
	case geo.KindSettlement:
		if d <= max(seatReachM, float64(c.RadiusM)) {
			return yes
		}
	case geo.KindRegion, geo.KindNature:
		switch {
		case d <= float64(c.RadiusM):
			return yes
		case d <= 2*float64(c.RadiusM):
			return closeTo // regions have no borders to go by
		}
	case geo.KindAdm1:
		switch {
		case p.Adm1 == 0:
			return isYes(d <= float64(c.RadiusM))
		case c.Population == 0 && d <= float64(c.RadiusM):
			return closeTo // cut out of others since the lists put their towns in those
		}
		return no
	}
	if d <= max(nearbyM, float64(c.RadiusM)) && d <= 3*nearbyM {
		return closeTo
	}
	return no
}
