package gazetteer

import (
	"fmt"

	"github.com/dateline-map/dateline/geo"
)

// Decided is a [Resolver] that heeds the user's decisions first. Places decided
// upon still help to choose those named with them.
type Decided struct {
	*Resolver
	matches map[decisionKey]geo.Match
}

var _ geo.Locator = (*Decided)(nil)

type decisionKey struct {
	name   string
	within geo.Within
}

// Decide returns the resolver with decisions. One for a place that the
// gazetteer does not have is an error.
func (r *Resolver) Decide(decisions []geo.Decision) (*Decided, error) {
	d := &Decided{Resolver: r, matches: make(map[decisionKey]geo.Match, len(decisions))}
	for i := range decisions {
		m, err := r.decisionMatch(&decisions[i])
		if err != nil {
			return nil, err
		}
		if decisions[i].Decided() {
			d.matches[decisionKey{decisions[i].Name, decisions[i].Within}] = m
		}
	}
	return d, nil
}

func (r *Resolver) decisionMatch(d *geo.Decision) (geo.Match, error) {
	switch {
	case d.HasPoint:
		p := geo.Place{Match: geo.Match{Kind: geo.Given, Point: d.Point, Precision: geo.ExactPlace, Name: d.Name, Confidence: 1}}
		r.Locate(&p)
		p.Match.Kind = geo.Decided
		return p.Match, nil
	case d.PlaceID == geo.NoPlace:
		return geo.Match{Kind: geo.Unresolved, Reason: ReasonDecided}, nil
	}
	ref, ok := r.x.ByID(d.PlaceID)
	if !ok {
		return geo.Match{}, fmt.Errorf("decision for %q: the gazetteer has no place %q", d.Name, d.PlaceID)
	}
	place := r.x.Place(ref)
	m := r.matchPlace(&place)
	m.Kind = geo.Decided
	return m, nil
}

// Locate implements [geo.Locator].
func (d *Decided) Locate(places ...*geo.Place) {
	d.heed(places)
	d.Resolver.Locate(places...)
}

// heed gives places the matches that were decided upon.
func (d *Decided) heed(places []*geo.Place) {
	for _, p := range places {
		if p.Match.Kind != geo.NotLookedFor || p.Name == "" {
			continue
		}
		if m, ok := d.matches[decisionKey{p.Written(), p.Within}]; ok {
			p.Match = m
		}
	}
}
