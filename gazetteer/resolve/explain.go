package resolve

import "github.com/dateline-map/dateline/geo"

// Change is what would make another place of a name.
type Change struct {
	Said  geo.Within // what the source would have to say; the rest as it is
	Match geo.Match  // the place that the name would then mean
}

// mostChanges is how many runners-up are tried.
const mostChanges = 3

// Changes says how the runners-up of a place would have been chosen: had the
// source named their country, or their first-level area with it. Each is tried,
// so that what it says holds. The others are the places that are named with
// this one.
//
// The place needs its candidates; see [Options].
func (r *Resolver) Changes(p *geo.Place, others ...*geo.Place) []Change {
	var out []Change
	for i, tried := 0, 0; i < len(p.Candidates) && tried < mostChanges; i++ {
		c := &p.Candidates[i]
		if p.Located() && (c.ID == p.ID || distanceM(c.Point, p.Point) <= sameSpotM) {
			continue
		}
		tried++
		for _, said := range sayings(p, c) {
			if m := r.whatIf(p, said, others); m.Located() && m.ID == c.ID {
				out = append(out, Change{Said: said, Match: m})
				break
			}
		}
	}
	return out
}

// sayings returns what a source could say that a candidate lies in, beyond what
// it says: the least first.
func sayings(p *geo.Place, c *geo.Candidate) []geo.Within {
	var out []geo.Within
	if c.Country != "" && c.Country != p.Match.Country {
		out = append(out, geo.Within{Country: c.Country})
	}
	if c.Adm1 != "" {
		out = append(out, geo.Within{Country: c.Country, Adm1: c.Adm1})
	}
	return out
}

// whatIf returns the match of a place as if something else were said to hold
// it.
func (r *Resolver) whatIf(p *geo.Place, within geo.Within, others []*geo.Place) geo.Match {
	again := geo.Place{Name: p.Name, Relation: p.Relation, Kind: p.Kind, Other: p.Other, Within: within}
	together := []*geo.Place{&again}
	for _, o := range others {
		fresh := *o
		if fresh.Match.Kind != geo.Given && fresh.Match.Kind != geo.Decided {
			fresh.Match = geo.Match{}
		}
		together = append(together, &fresh)
	}
	r.Locate(together...)
	return again.Match
}
