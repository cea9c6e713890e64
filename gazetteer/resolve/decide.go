package resolve

import (
	"fmt"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/query"
	"github.com/dateline-map/dateline/geo"
)

// Decided is a [Resolver] that heeds the user's decisions first. Places decided
// upon still help to choose those named with them.
type Decided struct {
	*Resolver
	meant map[geo.Question]meaning
}

var _ geo.Locator = (*Decided)(nil)

// meaning is what the user says that a name means.
type meaning struct {
	match geo.Match
	place gazetteer.Place // that relations such as "10 km south of" start from
}

// Decide returns the resolver with decisions; of those that answer the same
// question the last one holds. One for a place that the gazetteer does not have
// is an error.
func (r *Resolver) Decide(decisions []geo.Decision) (*Decided, error) {
	d := &Decided{Resolver: r, meant: make(map[geo.Question]meaning, len(decisions))}
	for i := range decisions {
		if !decisions[i].Decided() {
			continue
		}
		m, err := r.meaning(&decisions[i])
		if err != nil {
			return nil, err
		}
		d.meant[decisions[i].Question()] = m
	}
	return d, nil
}

func (r *Resolver) meaning(d *geo.Decision) (meaning, error) {
	switch {
	case d.HasPoint:
		return r.pointMeant(d), nil
	case d.PlaceID == geo.NoPlace:
		return meaning{match: geo.Match{Kind: geo.Unresolved, Reason: ReasonDecided}}, nil
	}
	ref, ok := r.x.ByID(d.PlaceID)
	if !ok {
		return meaning{}, fmt.Errorf("decision for %q: the gazetteer has no place %q", d.Name, d.PlaceID)
	}
	place := r.x.Place(ref)
	m := r.matchPlace(&place)
	m.Kind = geo.Decided
	return meaning{m, place}, nil
}

func (r *Resolver) pointMeant(d *geo.Decision) meaning {
	p := geo.Place{Match: geo.Match{Kind: geo.Given, Point: d.Point, Precision: geo.ExactPlace, RadiusM: d.RadiusM, Name: d.Name, Confidence: 1}}
	radius, said := d.RadiusM.Int()
	if said {
		p.Precision = geo.PrecisionWithin(radius)
	}
	r.Locate(&p)
	p.Match.Kind = geo.Decided
	return meaning{p.Match, gazetteer.Place{Name: d.Name, Point: d.Point, Located: true, RadiusM: radius}}
}

// Locate implements [geo.Locator].
func (d *Decided) Locate(places ...*geo.Place) {
	d.heed(places)
	d.Resolver.Locate(places...)
}

// LocateEach does for each of some places what Locate does for one alone.
func (d *Decided) LocateEach(places []*geo.Place) {
	d.heed(places)
	d.Resolver.LocateEach(places)
}

// heed gives places the matches that were decided upon.
func (d *Decided) heed(places []*geo.Place) {
	if len(d.meant) == 0 {
		return
	}
	for _, p := range places {
		if p.Name == "" || p.Match.Kind != geo.NotLookedFor && p.Match.Kind != geo.Given {
			continue
		}
		if m, ok := d.meant[p.Question()]; ok && !m.allows(p) {
			p.Match = d.match(&m, p)
		}
	}
}

// allows reports whether given coordinates stand beside the decision on their
// name: they lie in the place that is meant, and say more finely where; or none
// is meant, and the coordinates are all there is. The user's word is final for
// others.
func (m *meaning) allows(p *geo.Place) bool {
	if p.Match.Kind != geo.Given {
		return false
	}
	return !m.match.Located() || distanceM(p.Match.Point, m.match.Point) <= max(m.place.ReachM(), likelySpelledM)
}

// match returns the match of a place of the name, as it lies to what is meant.
func (d *Decided) match(meant *meaning, p *geo.Place) geo.Match {
	m := meant.match
	if rel := query.ParseRelation(p.Relation); m.Located() && (rel.Kind == query.Near || rel.Kind == query.Offset) {
		d.move(&m, rel, &meant.place, nil)
	}
	return m
}

// Settle gives an event the match that was decided upon for it alone, and
// reports whether there is one.
func (d *Decided) Settle(e *geo.Event) bool {
	if len(d.meant) == 0 {
		return false
	}
	m, ok := d.meant[geo.Question{Event: e.ID}]
	if ok {
		e.Place.Match = m.match
	}
	return ok
}
