// Package resolve finds which place a written name means, and what is to be said of
// given coordinates.
//
// A name is taken apart by package query (relations, class words, what it lies in), looked up in
// every spelling it may have, and the candidates are weighed: by themselves, by
// what the source says the place lies in, and by the other places named with
// it. What is not likely enough stays unresolved or ambiguous, with a reason
// code; what is not in the gazetteer is placed at the smallest area named, with
// that area's precision.
//
// # Where what is decided
//
//   - what is written: internal/query; how it is looked up: internal/spelling; what it
//     is said to lie in, and whether it does: internal/scope;
//   - which places a name may mean: candidate.go, keep.go;
//   - how likely each is, by itself and beside the others: features.go, context.go,
//     story.go, with the weights of the folder weights;
//   - what is said of the choice: match.go; how precise and how sure: radius.go,
//     confidence.go; where relations and lists put it: relation.go, geometry.go, list.go;
//     what stands for a name that is not found: fallback.go, amid.go;
//   - in words: why.go, reason.go, explain.go;
//   - coordinates that rows have: given.go, standin.go, repair.go, unit.go;
//     P-codes: pcode.go, codes.go;
//   - tables, whose rows repeat: rows.go, each.go, table.go; the user's decisions: decide.go;
//   - what a name is without context, for those who look for names in prose: evidence.go;
//     what trainers see of a choice: observe.go.
package resolve

import (
	"cmp"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/recall"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
)

// Resolver finds which place a written name means. It satisfies [geo.Locator]
// and may be shared by any number of goroutines.
type Resolver struct {
	x gazetteer.Places
	o Options
	w *Weights

	areas    scope.Finder
	rows     rowMemo
	asked    rowMemo            // of places that stand alone, but in no table
	points   recall.Memo[given] // that rows have
	names    recall.Map[string, geo.NameInfo]
	refs     recall.Map[gazetteer.Ref, string]       // names of areas
	middles  recall.Map[gazetteer.Ref, [2]orb.Point] // points that stand for areas
	amids    recall.Map[gazetteer.Ref, orb.Point]    // points that stand for what lies in areas
	ids      recall.Map[string, gazetteer.Ref]       // of places that were matched
	toponyms recall.Map[toponymKey, *toponym]        // shared: never changed
	lyings   lyings
	saids    recall.Map[string, string] // countries as rows say them
	codes    codeBook
}

var _ geo.Locator = (*Resolver)(nil)

// Options say how to resolve. The zero Options are the usual
// ones.
type Options struct {
	// MinConfidence is the confidence below which a match is ambiguous. The
	// default is DefaultMinConfidence; a negative value accepts every match.
	MinConfidence float64
	// MostPopulous chooses the candidate with the most inhabitants whatever
	// else is known: the baseline to compare with.
	MostPopulous bool
	// Explain keeps the candidates of every match, with the evidence for and
	// against them in words. Otherwise only ambiguous ones keep them.
	Explain bool
	// AbroadOnly has LocateEach say of coordinates that rows give only whether they lie
	// in another country than the row says, and their country, which for a point at sea
	// may be the one within some kilometres of it; neither finer areas nor whether they
	// stand for one. Only who writes nothing of these may ask for it.
	AbroadOnly bool
	// Weights replaces the embedded weights; trainers need it.
	Weights *Weights
}

// DefaultMinConfidence is the default of Options.MinConfidence.
// Precision and coverage at it and at others are in the weights' data sheet.
const DefaultMinConfidence = 0.35

// New returns a resolver over places.
func New(x gazetteer.Places, o Options) *Resolver {
	o.MinConfidence = cmp.Or(o.MinConfidence, DefaultMinConfidence)
	w := o.Weights
	if w == nil {
		w = embeddedWeights()
	}
	r := &Resolver{x: x, o: o, w: w, codes: newCodeBook(x), areas: scope.NewFinder(x)}
	r.rows.all.Most = rowsUnits
	r.asked.last.Sets, r.asked.all.Most = askedSets, askedUnits
	return r
}

// Locate fills in the match of each place that nobody has looked for yet.
// Places given together help to choose each other. A place with given
// coordinates gains its country and administrative areas, and one whose name
// says how the event lies to it ("south of Kirkuk") gains that relation.
func (r *Resolver) Locate(places ...*geo.Place) {
	if len(places) == 1 {
		r.locateOne(places[0], &r.asked)
		return
	}
	r.locateStory(places)
}

// locateOne resolves a place that stands alone, as that of a table's row does. Names
// repeat from row to row, so matches are remembered.
func (r *Resolver) locateOne(p *geo.Place, known *rowMemo) {
	switch p.Match.Kind {
	case geo.Given:
		r.locateGiven(p)
	case geo.NotLookedFor:
		if r.locateCoded(p) {
			return
		}
		answer := known.answer(p, r.findRow)
		p.Match, p.Relation = answer.match, cmp.Or(p.Relation, answer.relation)
		r.tellUncoded(p)
	}
}

// locateStory resolves places that are named together.
func (r *Resolver) locateStory(places []*geo.Place) {
	for _, p := range places {
		r.locateCoded(p)
	}
	s := r.newStory(places, nil)
	s.choose()
	for i, p := range places {
		switch p.Match.Kind {
		case geo.Given:
			if p.Match.Country == "" || p.Match.Adm1 == "" {
				l := r.lying(r.x.Reverse(p.Match.Point), p.Within.Country)
				r.tellAbroad(p, l)
				l.fillAreas(&p.Match)
			}
		case geo.NotLookedFor:
			p.Match = s.match(i)
			p.Relation = cmp.Or(p.Relation, s.relation(i))
		}
	}
}

// byID returns the place with an id. Those asked for are mostly those that it
// gave: an index of millions takes a second to find its first by their ids.
func (r *Resolver) byID(id string) (gazetteer.Ref, bool) {
	if ref, known := r.ids.Get(id); known {
		return ref, true
	}
	return r.x.ByID(id)
}

func (r *Resolver) nameOf(ref gazetteer.Ref) string {
	if ref == 0 {
		return ""
	}
	if name, known := r.refs.Get(ref); known {
		return name
	}
	name := r.x.Place(ref).Name
	r.refs.Put(ref, name, 1)
	return name
}

func (r *Resolver) country(ref gazetteer.Ref) string {
	if ref == 0 {
		return ""
	}
	return r.x.Country(ref)
}
