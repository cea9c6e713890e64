package resolve

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/query"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/spelling"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
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

// farBetweenM is the radius in metres from which the stretch between two places
// is a region rather than near either.
const farBetweenM = 50_000

// move puts a match where a relation says.
func (r *Resolver) move(m *geo.Match, rel query.Relation, p, other *gazetteer.Place) {
	at := applied(rel, r.x, p, other)
	m.Point, m.RadiusM = at.point, geo.Known(int(math.Round(at.radiusM)))
	switch {
	case rel.Kind == query.Part && placetype.KindOf(p.Type) == geo.KindCountry, rel.Kind == query.Offset && placetype.KindOf(p.Type) == geo.KindCountry:
		m.Precision = geo.WithinRegion
	case rel.Kind == query.Between && at.radiusM > farBetweenM:
		m.Precision = atBest(m.Precision, geo.WithinRegion)
	default:
		m.Precision = atBest(m.Precision, geo.NearPlace)
	}
}

// other finds the second place of "between A and B": the least remote of that name,
// if it is near enough for a road or a border to join them.
func (r *Resolver) other(c *candidate, name string) *gazetteer.Place {
	if name == "" || c.reading.Relation.Kind != query.Between && name == "" {
		return nil
	}
	t := r.newToponym(&geo.Place{Name: name})
	t.gather(r, spelling.Stages[:2], t.supported)
	var nearest *gazetteer.Place
	for i := range t.cands {
		p := &t.cands[i].Place
		if nearest == nil || c.remoteness(p) < c.remoteness(nearest) {
			nearest = p
		}
	}
	if nearest == nil || distanceM(nearest.Point, c.Point) > maxBetweenM {
		return nil
	}
	return nearest
}

// remoteness is how far another place lies from a candidate, in metres, less by each
// digit of its inhabitants: the road from Mopti goes to the city of Gao, not to the
// nearer village abroad.
func (c *candidate) remoteness(p *gazetteer.Place) float64 {
	far := distanceM(p.Point, c.Point) / (1 + magnitude(p))
	if p.Country != c.Country {
		far *= 2
	}
	return far
}

// maxBetweenM is how far apart, in metres, two places can be that something
// is said to lie between.
const maxBetweenM = 2_000_000

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
		c := r.areas.Find(name, scope.AnyLevel, land)
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

// confidence is the probability that a choice is right: the share of the
// candidates near the best, corrected by how such choices went before.
func (s *story) confidence(t *toponym, best *candidate) float64 {
	m := s.r.w.Confidence
	switch {
	case s.r.o.MostPopulous:
		return 1
	case s.isRow(t):
		m = s.r.w.RowConfidence
	case s.around == nil:
		return lead(t.mass(best))
	}
	v := s.blank()
	s.describeChoice(v, t, best)
	return m.Probability(v.Features)
}

// describeChoice adds what tells good choices from bad ones.
func (s *story) describeChoice(v *linear.Vector, t *toponym, best *candidate) {
	mass := min(max(t.mass(best), 1e-4), 1-1e-4)
	v.Add(1, "bias")
	v.Add(math.Log(mass/(1-mass)), "logit")
	v.Add(1, "way", best.way())
	v.Add(1, "type", best.Type)
	answered(v, "land", best.land)
	answered(v, "adm1", best.adm1)
	answered(v, "adm2", best.adm2)
	answered(v, "named", best.named)
	answered(v, "kind", best.kind)
	v.Add(math.Log2(float64(len(t.cands))), "candidates")
	v.Add(magnitude(&best.Place)/7, "inhabitants")
	v.Add(1-best.likeway, "unlike")
	v.Add(boolFloat(best.isRough()), "rough")
	if s.around != nil {
		s.around.describeCompanions(v, t, best)
	}
}

// lead is what a share of all has ahead of the rest. Where nothing but its inhabitants
// speaks for a place, the confidence is no more: half of those who write "San José"
// mean another one.
func lead(share float64) float64 { return max(0, 2*share-1) }

// mass is the probability of the candidates that are the same answer as one.
func (t *toponym) mass(best *candidate) float64 {
	sum := 0.0
	for i := range t.cands {
		if c := &t.cands[i]; c.Ref == best.Ref || distanceM(c.Point, best.Point) <= sameSpotM {
			sum += c.p
		}
	}
	return sum
}

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
