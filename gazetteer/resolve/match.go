package resolve

import (
	"cmp"
	"slices"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/query"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/spelling"
	"github.com/dateline-map/dateline/geo"
)

// sameSpotM is the distance in metres below which two candidates are the same
// answer: a city and its district, or one town from two sources.
const sameSpotM = 25_000

// maxKept is how many candidates a match keeps.
const maxKept = 8

// match says what the i-th place turned out to be.
func (s *story) match(i int) geo.Match {
	t := s.toponyms[s.of[i]]
	best := t.best()
	var m geo.Match
	switch {
	case t.reason != "":
		return geo.Match{Kind: geo.Unresolved, Reason: t.reason}
	case best == nil && len(s.toponyms) > 1 && t.isSite() && !t.scope.Any():
		m = s.besideIt(i)
	case best == nil || t.none > best.p:
		m = s.fallback(t)
	default:
		m = s.matchOf(best, s.places[i])
		if t.note != "" {
			m.Kind, m.Reason = geo.Variant, t.note
		}
		m.Confidence = s.confidence(t, best)
		m.RadiusM = doubted(&m)
	}
	return s.accepted(m, t)
}

// accepted returns a match of a toponym if it is likely enough, and otherwise that
// it is ambiguous; or unresolved, where there is nothing to choose from.
func (s *story) accepted(m geo.Match, t *toponym) geo.Match {
	if !m.Located() {
		return m
	}
	refused := m.Confidence < s.r.o.MinConfidence && !s.r.o.MostPopulous
	if s.r.o.Explain || refused {
		m.Candidates = s.kept(t)
	}
	switch {
	case !refused:
		return m
	case len(t.cands) == 0:
		return geo.Match{Kind: geo.Unresolved, Reason: ReasonNotFound}
	}
	return geo.Match{Kind: geo.Ambiguous, Reason: ReasonSeveral, Confidence: m.Confidence, Candidates: m.Candidates}
}

// relation says how the event lies to the i-th place by the words of its name;
// empty if they do not tell.
func (s *story) relation(i int) string {
	if best := s.toponyms[s.of[i]].best(); best != nil {
		return best.reading.Relation.String()
	}
	return ""
}

// matchOf describes a chosen candidate, as it lies to the place.
func (s *story) matchOf(c *candidate, p *geo.Place) geo.Match {
	m := s.r.matchPlace(&c.Place)
	m.Kind = c.matchKind()
	rel := c.reading.Relation
	if rel.Kind == query.At {
		rel = query.ParseRelation(p.Relation)
	}
	switch {
	case c.standsForArea(p):
		m.Precision = atBest(m.Precision, geo.WithinAdm2)
		m.RadiusM = geo.Known(districtRadiusM)
	case c.reading.Loose || c.standsForSite(p) || c.named == scope.No && len(c.reading.Within) > 0: // "Idlib, Aleppo"
		m.Precision = atBest(m.Precision, geo.NearPlace)
		m.RadiusM = geo.Known(int(c.ReachM() + nearM))
		s.reachList(&m, c, s.r.areas.AsList(p, s.r.areas.Find(p.Within.Country, scope.LandLevel, nil)))
	case !c.spelled() && m.Precision == geo.ExactPlace:
		m.RadiusM = geo.Known(max(int(c.ReachM()), likelySpelledM))
	case placetype.KindOf(c.Type) == geo.KindAdm2:
		m.Point = middle(s.r.x, &c.Place)
	}
	if c.isRough() && m.Precision <= geo.NearPlace {
		m.RadiusM = geo.Known(max(int(c.ReachM()), roughM))
	}
	if rel.Kind != query.At {
		s.r.move(&m, rel, &c.Place, s.r.other(c, cmp.Or(rel.Other, p.Other)))
	}
	return m
}

// matchPlace describes a place as a match of itself.
func (r *Resolver) matchPlace(p *gazetteer.Place) geo.Match {
	r.ids.Put(p.ID, p.Ref, 1)
	m := geo.Match{
		Kind: geo.Exact, ID: p.ID, Name: p.Name, Type: p.Type, Point: p.Point,
		Precision: placetype.Precision(p.Type), RadiusM: geo.Known(int(p.ReachM())),
		Confidence: 1, Country: p.Country,
	}
	if p.Type != placetype.Country {
		m.Adm1 = r.nameOf(p.Adm1)
		m.Adm2 = r.nameOf(p.Adm2)
	}
	m.PCodes = r.pcodesOf(p)
	return m
}

// matchKind says how the candidate's name was found.
func (c *candidate) matchKind() geo.MatchKind {
	switch {
	case c.stage >= spelling.Typo:
		return geo.Fuzzy
	case c.stage == spelling.Exact && c.how == gazetteer.Main:
		return geo.Exact
	}
	return geo.Variant
}

// standsForSite reports whether a settlement was found for the name of a
// facility or a feature: "Beni airport" where the gazetteer has only Beni.
func (c *candidate) standsForSite(p *geo.Place) bool {
	said := placetype.KindOf(cmp.Or(c.reading.Kind, p.Kind))
	return said&(geo.KindFacility|geo.KindNature) != 0 && placetype.KindOf(c.Type) != said
}

// standsForArea reports whether a seat was found for its area: "Sharqat
// district" where the gazetteer has only the town.
func (c *candidate) standsForArea(p *geo.Place) bool {
	said := placetype.KindOf(cmp.Or(c.reading.Kind, p.Kind))
	return said&(geo.KindAdm1|geo.KindAdm2) != 0 && placetype.KindOf(c.Type) == geo.KindSettlement
}

// atBest returns the coarser of two precisions.
func atBest(p, q geo.Precision) geo.Precision { return max(p, q) }

// kept returns the likeliest candidates, best first.
func (s *story) kept(t *toponym) []geo.Candidate {
	order := make([]*candidate, len(t.cands))
	for i := range t.cands {
		order[i] = &t.cands[i]
	}
	slices.SortStableFunc(order, func(a, b *candidate) int {
		return cmp.Or(cmp.Compare(b.p, a.p), cmp.Compare(a.ID, b.ID))
	})
	var out []geo.Candidate
	for _, c := range order[:min(len(order), maxKept)] {
		out = append(out, geo.Candidate{
			ID: c.ID, Name: c.Name, Type: c.Type, Country: c.Country, Adm1: s.r.nameOf(c.Adm1),
			Point: c.Point, Probability: c.p, Why: s.why(t, c),
		})
	}
	return out
}

// keptOutside returns the most populous places outside the country said.
func (s *story) keptOutside(t *toponym) []geo.Candidate {
	places := slices.Clone(t.outside)
	for i := range places {
		places[i].ID, places[i].Name = s.r.x.Called(places[i].Ref)
	}
	slices.SortStableFunc(places, func(a, b gazetteer.Place) int {
		return cmp.Or(cmp.Compare(b.Population, a.Population), cmp.Compare(a.ID, b.ID))
	})
	var out []geo.Candidate
	for _, p := range places[:min(len(places), maxKept)] {
		out = append(out, geo.Candidate{
			ID: p.ID, Name: p.Name, Type: p.Type, Country: p.Country, Adm1: s.r.nameOf(p.Adm1),
			Point: p.Point, Why: []string{"has the name, but is not in the country said"},
		})
	}
	return out
}
