package gazetteer

import (
	"cmp"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
)

// Resolver finds which place a written name means. It satisfies [geo.Locator]
// and may be shared by any number of goroutines.
//
// A name is taken apart (relations, class words, what it lies in), looked up in
// every spelling it may have, and the candidates are weighed: by themselves, by
// what the source says the place lies in, and by the other places named with
// it. What is not likely enough stays unresolved or ambiguous, with a reason
// code; what is not in the gazetteer is placed at the smallest area named, with
// that area's precision.
type Resolver struct {
	x Places
	o ResolverOptions
	w *Weights

	containers memo[containerKey, []Place]
	rows       memo[rowKey, *rowAnswer]
	names      memo[string, geo.NameInfo]
	refs       memo[Ref, string]          // names of areas
	middles    memo[Ref, [2]orb.Point]    // points that stand for areas
	ids        memo[string, Ref]          // of places that were matched
	toponyms   memo[toponymKey, *toponym] // shared: never changed
	lyings     lyings
	codes      codeBook
}

var _ geo.Locator = (*Resolver)(nil)

// ResolverOptions say how to resolve. The zero ResolverOptions are the usual
// ones.
type ResolverOptions struct {
	// MinConfidence is the confidence below which a match is ambiguous. The
	// default is DefaultMinConfidence; a negative value accepts every match.
	MinConfidence float64
	// MostPopulous chooses the candidate with the most inhabitants whatever
	// else is known: the baseline to compare with.
	MostPopulous bool
	// Explain keeps the candidates of every match, with the evidence for and
	// against them in words. Otherwise only ambiguous ones keep them.
	Explain bool
	// Weights replaces the embedded weights; trainers need it.
	Weights *Weights
}

// DefaultMinConfidence is the default of ResolverOptions.MinConfidence.
// Precision and coverage at it and at others are in the weights' data sheet.
const DefaultMinConfidence = 0.35

// NewResolver returns a resolver over places.
func NewResolver(x Places, o ResolverOptions) *Resolver {
	o.MinConfidence = cmp.Or(o.MinConfidence, DefaultMinConfidence)
	w := o.Weights
	if w == nil {
		w = embeddedWeights()
	}
	return &Resolver{x: x, o: o, w: w, codes: newCodeBook(x)}
}

// Locate fills in the match of each place that nobody has looked for yet.
// Places given together help to choose each other. A place with given
// coordinates gains its country and administrative areas, and one whose name
// says how the event lies to it ("south of Kirkuk") gains that relation.
func (r *Resolver) Locate(places ...*geo.Place) {
	if len(places) == 1 {
		r.locateOne(places[0])
		return
	}
	r.locateStory(places)
}

// locateOne resolves the place of a table's row. Names repeat from row to row,
// so matches are remembered.
func (r *Resolver) locateOne(p *geo.Place) {
	switch p.Match.Kind {
	case geo.Given:
		if l := r.fillAreas(p); l != nil && p.Match.Reason == "" {
			r.standIn(p, l)
		}
	case geo.NotLookedFor:
		if r.locateCoded(p) {
			return
		}
		answer := r.rowMatch(p)
		p.Match, p.Relation = answer.match, cmp.Or(p.Relation, answer.relation)
		r.tellUncoded(p)
	}
}

// rowAnswer is what is remembered of a row's place.
type rowAnswer struct {
	match    geo.Match
	relation string
	area     *Place // what is matched, if it is a country or an administrative area
}

// rowKey is all of a place that its match depends on, if it stands alone.
type rowKey struct {
	name, relation, kind, other string
	within                      geo.Within
}

// clone returns the key with strings of its own: those of a row share the memory
// of the whole row, which a memo would keep.
func (k rowKey) clone() rowKey {
	for _, s := range []*string{&k.name, &k.relation, &k.kind, &k.other, &k.within.Country, &k.within.Adm1, &k.within.Adm2} {
		*s = strings.Clone(*s)
	}
	return k
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
			r.fillAreas(p)
		case geo.NotLookedFor:
			p.Match = s.match(i)
			p.Relation = cmp.Or(p.Relation, s.relation(i))
		}
	}
}

// fillAreas says which country and areas given coordinates lie in, where the
// source does not, and whether that is another country than it says. It returns
// nil if they were known before.
func (r *Resolver) fillAreas(p *geo.Place) *lying {
	if p.Match.Country != "" && p.Match.Adm1 != "" {
		return nil
	}
	l := r.lying(r.x.Reverse(p.Match.Point), p.Within.Country)
	if p.Match.Reason == "" && !l.fits && r.abroad(p.Match.Point, l.countries) {
		p.Match.Reason = ReasonAbroad
	}
	p.Match.Country = cmp.Or(p.Match.Country, l.country)
	p.Match.Adm1 = cmp.Or(p.Match.Adm1, l.adm1)
	p.Match.Adm2 = cmp.Or(p.Match.Adm2, l.adm2)
	p.Match.PCodes = l.pcodes
	return l
}

// lying is what is to be said of coordinates that lie in an area, though the
// source says a country.
type lying struct {
	in                  Within
	said                string
	country, adm1, adm2 string
	fits                bool // the country is the one said, or nobody can tell
	countries           []Place
	points              []areaPoint // by which lists have the areas
	pcodes              *geo.PCodes
}

// lyings are the answers asked for last, each in the one slot that it may have, that
// of its smallest area: of a table of a million points, a few thousand are different.
// An index numbers its 4,000 countries and ADM1 one after another, so that no two
// of them share a slot.
type lyings [1 << 13]atomic.Pointer[lying]

func (r *Resolver) lying(in Within, said string) *lying {
	slot := &r.lyings[uint32(cmp.Or(in.Adm2, in.Adm1, in.Land))%uint32(len(r.lyings))]
	if l := slot.Load(); l != nil && l.in == in && l.said == said {
		return l
	}
	l := &lying{in: in, said: strings.Clone(said), country: r.country(in.Land), adm1: r.nameOf(in.Adm1), adm2: r.nameOf(in.Adm2)}
	if in.Land != 0 && said != "" {
		l.countries = r.container(said, landLevel, nil)
	}
	l.fits = len(l.countries) == 0 || lies(l.country, l.countries)
	l.points = r.pointsOf(in)
	l.pcodes = r.pcodesWithin(in)
	slot.Store(l)
	return l
}

// borderDegrees is how far from its country a point may lie before that is a
// contradiction: the outlines are simplified by a kilometre or two, and so are
// many coordinates.
const borderDegrees = 0.1

// abroad reports whether a point that lies in none of the countries that the
// source says lies well outside them. A point near the sea contradicts nothing.
func (r *Resolver) abroad(at orb.Point, countries []Place) bool {
	for _, near := range around(at) {
		if land := r.x.Reverse(near).Land; land == 0 || lies(r.country(land), countries) {
			return false
		}
	}
	return true
}

func lies(in string, countries []Place) bool {
	return slices.ContainsFunc(countries, func(c Place) bool { return c.Country == in })
}

// around returns points near one: that far an outline may be wrong.
func around(at orb.Point) [4]orb.Point {
	const d = borderDegrees
	return [...]orb.Point{{at[0] + d, at[1]}, {at[0] - d, at[1]}, {at[0], at[1] + d}, {at[0], at[1] - d}}
}

// byID returns the place with an id. Those asked for are mostly those that it
// gave: an index of millions takes a second to find its first by their ids.
func (r *Resolver) byID(id string) (Ref, bool) {
	if ref, known := r.ids.get(id); known {
		return ref, true
	}
	return r.x.ByID(id)
}

func (r *Resolver) nameOf(ref Ref) string {
	if ref == 0 {
		return ""
	}
	if name, known := r.refs.get(ref); known {
		return name
	}
	name := r.x.Place(ref).Name
	r.refs.put(ref, name, 1)
	return name
}

func (r *Resolver) country(ref Ref) string {
	if ref == 0 {
		return ""
	}
	return r.x.Country(ref)
}
