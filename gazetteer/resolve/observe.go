package resolve

import (
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
	"github.com/paulmach/orb"
)

// Observation is a choice as the ranker sees it, for those who train it.
type Observation struct {
	Candidates []Observed
	None       []linear.Feature // of "the gazetteer lacks it"; nil where that is no choice
	Choice     []linear.Feature // what confidence is judged by; nil without candidates
	Best       int              // the candidate chosen with the resolver's weights; -1 if none
}

// Observed is one candidate of an observation.
type Observed struct {
	ID, Type string
	Point    orb.Point
	Features []linear.Feature
}

// Observe returns the choice that Locate would make for each of places, and tells
// names the features. With beside false, candidates are described as they are by
// themselves.
func (r *Resolver) Observe(names linear.Names, beside bool, places ...*geo.Place) []Observation {
	s := r.newStory(places, names)
	if beside {
		s.choose()
	} else {
		for _, t := range s.toponyms {
			s.lookUp(t)
			s.judge(t)
		}
	}
	seen := make([]Observation, len(s.toponyms))
	for n, t := range s.toponyms {
		seen[n] = s.observation(t)
	}
	out := make([]Observation, len(places))
	for i, n := range s.of {
		if n >= 0 {
			out[i] = seen[n]
		}
	}
	return out
}

func (s *story) observation(t *toponym) Observation {
	o := Observation{None: t.noneBy, Best: -1}
	best := t.best()
	for i := range t.cands {
		c := &t.cands[i]
		o.Candidates = append(o.Candidates, Observed{c.ID, c.Type, c.Point, slices.Concat(c.alone, c.beside)})
		if c == best && t.none <= c.p {
			o.Best = i
			v := linear.Vector{Names: s.names}
			s.describeChoice(&v, t, best)
			o.Choice = v.Features
		}
	}
	return o
}
