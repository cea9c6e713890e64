// Package score measures a resolver against gold: how often it answers and is
// right, whether its confidence and its radius mean what they say, and why it
// is wrong where it is.
//
// # Non-goals
//
//   - Reading gold and learning from it; see gazetteer/train.
//   - Toponyms that are not found in a text; names are given here.
package score

import (
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
	orbgeo "github.com/paulmach/orb/geo"
)

// Distances in metres within which an answer is right: of a place of its own, and
// of a place in running text or an area, whose points differ from list to list.
const (
	NarrowM = 25_000
	WideM   = 161_000
)

// Truth is where a place is by the gold.
type Truth struct {
	Point orb.Point // longitude, latitude
	ID    string    // the gazetteer's id if the gold has it, else empty
	Unit  string    // the place type if the gold is an area: "adm1"; else empty
}

// Answer is what became of one name of the gold.
type Answer struct {
	Place geo.Place // the name and what it is said to lie in, and the match with the usual threshold
	Truth Truth
	Count int // how many records say the same

	Any   geo.Match // the match without a threshold
	Plain geo.Match // the most populous candidate, the baseline

	Candidates []resolve.Observed
	Land       bool // the name is a country's, or that of its people
	SamePlace  bool // the match is the gold's place, wherever the lists put its point
}

// Set is the answers to one body of gold. Rows say what their places lie in;
// the names of a story decide each other.
type Set struct {
	Name    string
	Rows    bool
	Answers []Answer
}

// withinM is how far in metres a right answer may be from the truth: narrow for
// places of rows, wide for all else.
func (s *Set) withinM(a *Answer) float64 {
	if s.Rows && a.Truth.Unit == "" {
		return NarrowM
	}
	return WideM
}

// judge resolves places given together, and tells what became of each. The
// resolvers differ only in their options: with the usual threshold, with none,
// and the baseline.
type judge struct {
	index             *gazetteer.Index
	usual, any, plain *resolve.Resolver
}

// NewJudge returns a judge of an index with weights.
func NewJudge(x *gazetteer.Index, w *resolve.Weights) judge {
	return judge{
		index: x,
		usual: resolve.New(x, resolve.Options{Weights: w}),
		any:   resolve.New(x, resolve.Options{Weights: w, MinConfidence: -1}),
		plain: resolve.New(x, resolve.Options{Weights: w, MostPopulous: true}),
	}
}

// Answers returns the answers to places of which the truth is known.
func (j judge) Answers(places []geo.Place, truths []Truth) []Answer {
	usual, anyway, plain := pointers(places), pointers(places), pointers(places)
	j.usual.Locate(usual...)
	j.any.Locate(anyway...)
	j.plain.Locate(plain...)
	seen := j.usual.Observe(nil, len(places) > 1, pointers(places)...)
	out := make([]Answer, len(places))
	for i := range places {
		out[i] = Answer{
			Place: *usual[i], Truth: truths[i], Any: anyway[i].Match, Plain: plain[i].Match,
			Candidates: seen[i].Candidates,
			Land:       j.usual.Evidence(places[i].Name).Kinds&geo.KindCountry != 0,
		}
		out[i].SamePlace = truths[i].samePlace(j.index, &usual[i].Match)
	}
	return out
}

// pointers returns places of their own: each resolver fills them in.
func pointers(places []geo.Place) []*geo.Place {
	out := make([]*geo.Place, len(places))
	for i := range places {
		p := places[i]
		out[i] = &p
	}
	return out
}

// errorM is how far a match is from the truth, in metres; false if it has no
// point.
func (t Truth) errorM(m *geo.Match) (metres float64, located bool) {
	if !m.Located() {
		return 0, false
	}
	return orbgeo.DistanceHaversine(m.Point, t.Point), true
}

// Right reports whether a match is within a distance of the truth. The answer to
// an area must be one of its type.
func (t Truth) Right(m *geo.Match, withinM float64) bool {
	d, located := t.errorM(m)
	return located && d <= withinM && (t.Unit == "" || t.Unit == m.Type)
}

// holds reports whether a candidate is the gold's place.
func (t Truth) holds(c *resolve.Observed, withinM float64) bool {
	if t.ID != "" && t.ID == c.ID {
		return true
	}
	return orbgeo.DistanceHaversine(c.Point, t.Point) <= withinM && (t.Unit == "" || t.Unit == c.Type)
}
