package resolve

import (
	"cmp"
	"slices"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/query"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/dateline-map/dateline/geo"
)

// fallback says where a name lies that the gazetteer does not have: in the
// smallest area said to hold it. Its kind is Variant, never Exact, its
// precision the area's, and its reason tells that the area stands for the name.
func (s *story) fallback(t *toponym) geo.Match {
	area, reason := t.smallestArea(s.r)
	switch {
	case area != nil && !s.contradicted(t):
		m := s.r.matchPlace(area)
		m.Kind, m.Reason = geo.Variant, reason
		m.Precision = atBest(m.Precision, fallbackPrecision(reason))
		if placetype.KindOf(area.Type)&(geo.KindAdm1|geo.KindAdm2) != 0 {
			m.Point = s.r.amid(area)
		}
		m.RadiusM = geo.Known(int(fallbackRadiusM(area, m.Precision)))
		m.Confidence = t.areaConfidence(m.Precision)
		return m
	case len(t.outside) > 0:
		return geo.Match{Kind: geo.Unresolved, Reason: ReasonContradiction, Candidates: s.keptOutside(t)}
	}
	return geo.Match{Kind: geo.Unresolved, Reason: ReasonNotFound}
}

// fallbackPrecision is the finest precision of an area that stands for a name.
func fallbackPrecision(reason string) geo.Precision {
	if reason == ReasonPlacedAtAdm1 {
		return geo.WithinAdm1
	}
	return geo.WithinAdm2
}

// isSite reports whether the name is of a street or a facility, such as
// gazetteers of towns do not have.
func (t *toponym) isSite() bool {
	kind := t.kindSaid()
	return kind == query.Street || placetype.KindOf(kind) == geo.KindFacility
}

// besideIt places a site that the gazetteer lacks at the town that the story
// names last before it, or next after it.
func (s *story) besideIt(i int) geo.Match {
	for d := 1; d < len(s.of); d++ {
		for _, j := range [...]int{i - d, i + d} {
			if j < 0 || j >= len(s.of) || s.of[j] < 0 {
				continue
			}
			c := s.toponyms[s.of[j]].best()
			if c == nil || c.p < besideLikely || placetype.KindOf(c.Type)&(geo.KindSettlement|geo.KindAdm2) == 0 {
				continue
			}
			m := s.r.matchPlace(&c.Place)
			m.Kind, m.Reason = geo.Variant, ReasonPlacedAtNearby
			m.Precision, m.RadiusM = geo.NearPlace, geo.Known(besideRadiusM)
			m.Confidence = besideConfidence * c.p
			return m
		}
	}
	return geo.Match{Kind: geo.Unresolved, Reason: ReasonNotFound}
}

// How a site lies to the town named beside it, if that is likely the town that
// it seems: in local news seven in ten are within the radius.
const (
	besideRadiusM    = 50_000
	besideConfidence = 0.7
	besideLikely     = 0.3
)

// districtRadiusM is how far from its seat, in metres, a place of a district may
// be: nine in ten of the villages of Syria's districts are nearer.
const districtRadiusM = 55_000

// Confidence of a name's lying in the area that the source says. On rows of
// conflict data nine in ten do, and that much is claimed of a province or a
// district. That a place lies in its country is nearly certain and tells nothing;
// claimed is that nothing better is to be had, for the name may be misspelt.
const (
	areaConfidence = 0.9
	landConfidence = 0.5
)

// areaConfidence is the confidence of the area that stands for a name.
func (t *toponym) areaConfidence(p geo.Precision) float64 {
	switch {
	case p != geo.WithinCountry:
		return areaConfidence
	case len(t.cands) == 0:
		return landConfidence
	}
	return landConfidence * t.none
}

// smallestArea returns the smallest area that the name is said to lie in.
func (t *toponym) smallestArea(r *Resolver) (*gazetteer.Place, string) {
	levels := []struct {
		places []gazetteer.Place
		reason string
	}{{t.scope.Adm2, ReasonPlacedAtAdm2}, {nil, ReasonPlacedAtNearby}, {t.scope.Adm1, ReasonPlacedAtAdm1}, {t.scope.Land, ReasonPlacedAtLand}}
	levels[1].places = t.nested(r)
	if t.codeInDoubt() {
		levels[2].places = nil
	}
	for _, l := range levels {
		for i := range l.places {
			p := &l.places[i]
			if p.Located && scope.InsideAny(p, t.scope.Adm1) != scope.No && scope.InsideAny(p, t.scope.Land) != scope.No {
				return p, reasonAt(p, l.reason)
			}
		}
	}
	return nil, ""
}

// nested returns the places that may be meant by the smallest area that the name's own cell says
// it lies in, each held by what stands behind it: "Springfield, Missouri" is none of Manitoba's,
// and what Missouri does not have is left out. Of two letters nobody knows what they hold.
func (t *toponym) nested(r *Resolver) (places []gazetteer.Place) {
	sure, held := false, false
	land := t.scope.Land
	for _, name := range slices.Backward(t.namedWithin()) {
		if len(land) == 0 && len(places) > 0 && places[0].Type == placetype.Country {
			land = places[:1]
		}
		c := townsIfSaid(name, r.areas.Find(name, scope.AnyLevel, land))
		inside := c
		if len(places) > 0 {
			inside = scope.OnlyInside(c, places)
		}
		towns := slices.DeleteFunc(slices.Clone(inside), func(p gazetteer.Place) bool { return placetype.KindOf(p.Type) != geo.KindSettlement })
		inner := slices.DeleteFunc(slices.Clone(inside), func(p gazetteer.Place) bool {
			return slices.ContainsFunc(places, func(outer gazetteer.Place) bool { return outer.ID == p.ID })
		})
		switch {
		case held && len(towns) > 0 && len(towns) < len(c):
			places = towns // "São Paulo - SP" is the town, though the state comes first
		case len(places) > 0 && len(inner) > 0:
			places = inner
		case len(c) > 0 && !sure:
			places = c
		default:
			held = held || isShort(name)
			continue
		}
		sure = !isShort(name)
		held = held || slices.ContainsFunc(c, func(p gazetteer.Place) bool { return placetype.KindOf(p.Type) == geo.KindAdm1 })
	}
	return largestFirst(places)
}

// townsIfSaid leaves provinces out of what a name may be that says that it is a city, if it may be
// something else: lists call some by their capitals.
func townsIfSaid(name string, places []gazetteer.Place) []gazetteer.Place {
	readings := query.Parse(name).Readings
	if len(readings) == 0 || placetype.KindOf(readings[0].InName) != geo.KindSettlement {
		return places
	}
	smaller := slices.DeleteFunc(slices.Clone(places), func(p gazetteer.Place) bool { return placetype.KindOf(p.Type) == geo.KindAdm1 })
	if len(smaller) == 0 {
		return places
	}
	return smaller
}

// largestFirst returns places in the order in which a name without anything around it means
// them: countries and provinces, and of districts and towns the one with the most inhabitants,
// a town behind its own district.
func largestFirst(places []gazetteer.Place) []gazetteer.Place {
	if len(places) == 0 || scope.ContainerRank(places[0].Type, gazetteer.Main, scope.AnyLevel) == scope.TopRank {
		return places
	}
	largest := slices.MaxFunc(places, func(a, b gazetteer.Place) int { return cmp.Compare(a.Population, b.Population) })
	if i := slices.IndexFunc(places, func(p gazetteer.Place) bool {
		return placetype.KindOf(p.Type) == geo.KindAdm2 && distanceM(p.Point, largest.Point) <= sameSpotM
	}); i >= 0 {
		largest = places[i]
	}
	return append([]gazetteer.Place{largest}, places...)
}

// codeInDoubt reports whether the ADM1 is said by two letters that many countries
// have, no country is said, and what the source says of the ADM2 is not found in it:
// "PA" is Pennsylvania, but not with a municipality of Pará.
func (t *toponym) codeInDoubt() bool {
	w := &t.place.Within
	return len(w.Adm1) == 2 && w.Country == "" && w.Adm2 != "" && len(t.scope.Adm2) == 0 && query.NotAName(w.Adm2) == ""
}

// namedWithin returns what the name's own cell says it lies in, the smallest
// first.
func (t *toponym) namedWithin() []string {
	for i := range t.query.Readings {
		if rd := &t.query.Readings[i]; len(rd.Within) > 0 && !rd.Inverted {
			return rd.Within
		}
	}
	return nil
}

func reasonAt(p *gazetteer.Place, usual string) string {
	switch placetype.KindOf(p.Type) {
	case geo.KindCountry:
		return ReasonPlacedAtLand
	case geo.KindAdm1:
		return ReasonPlacedAtAdm1
	case geo.KindAdm2:
		return ReasonPlacedAtAdm2
	}
	return usual
}

// knownAbroad are the inhabitants from which on a place outside the country said
// is likelier meant than one inside that no list has.
const knownAbroad = 15_000

// contradicted reports whether the country said is likelier wrong than the
// gazetteer incomplete: a town of some size has the name, and nothing finer than
// the country speaks for another.
func (s *story) contradicted(t *toponym) bool {
	if len(t.scope.Adm1)+len(t.scope.Adm2) > 0 || t.others.fitting > 0 || t.heldInside(s.r) {
		return false
	}
	return slices.ContainsFunc(t.outside, func(p gazetteer.Place) bool {
		return p.Population >= knownAbroad || placetype.KindOf(p.Type)&(geo.KindCountry|geo.KindAdm1) != 0
	})
}

// heldInside reports whether the cell itself names something in the country said
// that holds the place.
func (t *toponym) heldInside(r *Resolver) bool {
	return slices.ContainsFunc(t.namedWithin(), func(name string) bool {
		return len(r.areas.Find(name, scope.AnyLevel, t.scope.Land)) > 0
	})
}
