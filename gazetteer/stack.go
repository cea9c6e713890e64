package gazetteer

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/internal/same"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
)

// Stack is several indexes as one. A place that more than one of them has comes
// once, as the uppermost has it, and under the names of all.
//
// Two places are one if they have the same id, or if one has the other's main
// name, is of a kind that may be the same, lies in the same country and no
// further away than lists disagree about such places; see package same.
//
// Any number of goroutines may use a Stack. A Ref of it means nothing in its
// indexes.
type Stack struct {
	layers []layer // the uppermost first
	info   Info
}

// layer is an index of a stack.
type layer struct {
	*Index
	first Ref // what is added to the index's Refs
	// instead has the stack's Ref of the place of an upper layer that each
	// place is; 0 for those that are in no upper layer. It is nil if none is.
	instead []Ref
}

// NewStack returns a stack of one or more indexes, the uppermost first. It takes about a
// microsecond for each place of all of them but the largest.
func NewStack(indexes ...*Index) (*Stack, error) {
	s := &Stack{}
	first := uint64(0)
	for _, x := range indexes {
		if first+uint64(x.Len()) > 1<<32-1 {
			return nil, fmt.Errorf("these gazetteers have more than %d places together", uint64(1<<32-1))
		}
		lower := layer{Index: x, first: Ref(first)}
		for i := range s.layers {
			s.identify(&s.layers[i], &lower)
		}
		s.layers = append(s.layers, lower)
		first += uint64(x.Len())
	}
	s.info = describe(indexes)
	return s, nil
}

// identify finds the places that two layers both have, by going through the
// smaller of them.
func (s *Stack) identify(upper, lower *layer) {
	small, large := upper, lower
	if lower.Len() < upper.Len() {
		small, large = lower, upper
	}
	for p := range small.All() {
		twin, ok := large.ByID(p.ID)
		if !ok {
			twin = large.twin(&p)
		}
		switch {
		case twin == 0:
		case small == upper:
			lower.replace(twin, upper.out(p.Ref))
		default:
			lower.replace(p.Ref, upper.out(twin))
		}
	}
}

// replace notes that a place is one of an upper layer, unless it is one already.
func (l *layer) replace(ref, by Ref) {
	if l.instead == nil {
		l.instead = make([]Ref, l.Len()+1)
	}
	if l.instead[ref] == 0 {
		l.instead[ref] = by
	}
}

// twin returns the nearest place of x that is p by its name, its kind and its
// point; no place if there is none.
func (x *Index) twin(p *Place) (twin Ref) {
	var room [16]Hit
	nearest := 0.0
	for _, h := range x.Exact(fold.Key(p.Name), room[:0]) {
		q := x.Place(h.Ref)
		if h.How > Alias || !isTwin(p, &q) {
			continue
		}
		if d := geo.DistanceHaversine(p.Point, q.Point); twin == 0 || d < nearest {
			twin, nearest = h.Ref, d
		}
	}
	return twin
}

// isTwin reports whether two places that share a name are one.
func isTwin(p, q *Place) bool {
	if same.Group(p.Type) != same.Group(q.Type) || p.Country != q.Country {
		return false
	}
	if p.Type == placetype.Country {
		return true
	}
	return p.Located && q.Located && geo.DistanceHaversine(p.Point, q.Point) <= max(same.ReachM(p.Type), same.ReachM(q.Type))
}

// describe puts the papers of indexes together.
func describe(indexes []*Index) (all Info) {
	all.Types = make(map[string]int)
	var titles, versions, credits []string
	for _, x := range indexes {
		info := x.Info()
		titles, versions, credits = addOnce(titles, info.Title), addOnce(versions, info.Version), addOnce(credits, info.Attribution)
		for _, source := range info.Sources {
			if !slices.Contains(all.Sources, source) {
				all.Sources = append(all.Sources, source)
			}
		}
		all.Places, all.Keys, all.Areas = all.Places+info.Places, all.Keys+info.Keys, all.Areas+info.Areas
		all.PCodes = max(all.PCodes, info.PCodes)
		for t, n := range info.Types {
			all.Types[t] += n
		}
	}
	all.Title, all.Version, all.Attribution = strings.Join(titles, " + "), strings.Join(versions, " + "), strings.Join(credits, " ")
	return all
}

func addOnce(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// out returns the stack's Ref of a layer's place.
func (l *layer) out(ref Ref) Ref {
	switch {
	case ref == 0:
		return 0
	case int(ref) < len(l.instead) && l.instead[ref] != 0:
		return l.instead[ref]
	}
	return l.first + ref
}

// in returns the layer that has a place, and its Ref there.
func (s *Stack) in(ref Ref) (*layer, Ref) {
	for i := len(s.layers) - 1; i > 0; i-- {
		if l := &s.layers[i]; ref > l.first {
			return l, ref - l.first
		}
	}
	return &s.layers[0], ref
}

// Place returns a place as the uppermost index that has it does. If that index
// does not say what the place lies in, the ones below it do.
func (s *Stack) Place(ref Ref) Place {
	p := s.Unnamed(ref)
	p.ID, p.Name = s.Called(ref)
	return p
}

// Called returns the id and the name of a place.
func (s *Stack) Called(ref Ref) (id, name string) {
	l, at := s.in(ref)
	return l.Called(at)
}

// Unnamed returns a place without its ID and its Name.
func (s *Stack) Unnamed(ref Ref) Place {
	l, at := s.in(ref)
	p := l.Unnamed(at)
	if p.Ref == 0 {
		return p
	}
	p.Ref = ref
	p.Parent, p.Land, p.Adm1, p.Adm2 = l.out(p.Parent), l.out(p.Land), l.out(p.Adm1), l.out(p.Adm2)
	if p.Parent == 0 && p.Located && p.Type != placetype.Country && p.Type != placetype.Continent && len(l.Countries(at)) == 0 {
		s.adopt(&p)
	}
	return p
}

// adopt gives a place the areas that hold its point, if they are of its country.
func (s *Stack) adopt(p *Place) {
	w := s.Reverse(p.Point)
	land := s.Country(w.Land)
	if land == "" || p.Country != "" && p.Country != land {
		return
	}
	p.Country, p.Land = land, w.Land
	if p.Type == placetype.Adm1 {
		p.Parent, p.Adm1 = w.Land, p.Ref
		return
	}
	p.Adm1 = w.Adm1
	if p.Adm2 = w.Adm2; p.Type == placetype.Adm2 {
		p.Adm2 = p.Ref
	}
	for _, parent := range []Ref{w.Adm2, w.Adm1, w.Land} {
		if p.Parent == 0 && parent != p.Ref {
			p.Parent = parent
		}
	}
}

// ByID returns the place with an id in any of the indexes.
func (s *Stack) ByID(id string) (Ref, bool) {
	for i := range s.layers {
		if ref, ok := s.layers[i].ByID(id); ok {
			return s.layers[i].out(ref), true
		}
	}
	return 0, false
}

// Country returns the country of a place.
func (s *Stack) Country(ref Ref) string {
	l, at := s.in(ref)
	return l.Country(at)
}

// Type returns the type of a place.
func (s *Stack) Type(ref Ref) string {
	l, at := s.in(ref)
	return l.Type(at)
}

// Countries returns the countries of a place that lies in several.
func (s *Stack) Countries(ref Ref) []string {
	l, at := s.in(ref)
	return l.Countries(at)
}

// OwnNames returns the names of a place in the scripts of its country.
func (s *Stack) OwnNames(ref Ref) []string {
	return s.labels(ref, (*Index).OwnNames)
}

// Codes returns the short forms and numbers of a place as they are written.
func (s *Stack) Codes(ref Ref) []string { return s.labels(ref, (*Index).Codes) }

// labels returns what all indexes call a place, each once.
func (s *Stack) labels(ref Ref, of func(*Index, Ref) []string) (all []string) {
	for i := range s.layers {
		for _, own := range s.layers[i].own(ref) {
			for _, label := range of(s.layers[i].Index, own) {
				all = addOnce(all, label)
			}
		}
	}
	return all
}

// Bound returns the box around a place, if it is known.
func (s *Stack) Bound(ref Ref) (box orb.Bound, known bool) {
	l, at := s.in(ref)
	return l.Bound(at)
}

// Middle returns the middle of a place's outline, if it lies inside.
func (s *Stack) Middle(ref Ref) (at orb.Point, known bool) {
	l, own := s.in(ref)
	return l.Middle(own)
}

// Area returns the outline of a place, nil if it is not known.
func (s *Stack) Area(ref Ref) orb.MultiPolygon {
	l, at := s.in(ref)
	return l.Area(at)
}

// Settled returns the settlements known to lie in an ADM1, within a distance of a point.
func (s *Stack) Settled(adm1 Ref, around orb.Point, radiusM float64) (all []Settlement) {
	for i := range s.layers {
		l := &s.layers[i]
		for _, own := range l.own(adm1) {
			l.settled(own, around, radiusM, func(n Ref, p Settlement) {
				if p.Adm2 = l.out(p.Adm2); l.out(n) == l.first+n { // else an upper layer has it
					all = append(all, p)
				}
			})
		}
	}
	return all
}

// Info tells what the indexes are made of. Places that several have are counted
// in each of them.
func (s *Stack) Info() Info { return s.info }

// Exact appends the places that have a key as a name.
func (s *Stack) Exact(key string, dst []Hit) []Hit {
	return s.gather(dst, func(l *layer, dst []Hit) []Hit { return l.Exact(key, dst) })
}

// WithoutArticle appends the places that have a key as a name but for its article.
func (s *Stack) WithoutArticle(key string, dst []Hit) []Hit {
	return s.gather(dst, func(l *layer, dst []Hit) []Hit { return l.WithoutArticle(key, dst) })
}

// Skeleton appends the places of which a name has the same skeleton as a key.
func (s *Stack) Skeleton(key string, dst []Hit) []Hit {
	return s.gather(dst, func(l *layer, dst []Hit) []Hit { return l.Skeleton(key, dst) })
}

// Fuzzy appends the places of which a name is one or two typing errors away from
// a key, nearer names first.
func (s *Stack) Fuzzy(key string, maxEdits int, dst []Hit) []Hit {
	from := len(dst)
	dst = s.gather(dst, func(l *layer, dst []Hit) []Hit { return l.Fuzzy(key, maxEdits, dst) })
	slices.SortStableFunc(dst[from:], func(a, b Hit) int { return int(a.Edits) - int(b.Edits) })
	return dst
}

// Misspelt appends the places of a country of which a name is two typing errors
// away from a key.
func (s *Stack) Misspelt(key, country string, dst []Hit) []Hit {
	return s.gather(dst, func(l *layer, dst []Hit) []Hit { return l.Misspelt(key, country, dst) })
}

// Names returns the comparison forms of all names of a place that sort before
// another one, or of all if it is empty.
func (s *Stack) Names(ref Ref, before string) (hits []Hit) {
	for i := range s.layers {
		l := &s.layers[i]
		for _, own := range l.own(ref) {
			hits = append(hits, l.Names(own, before)...)
		}
	}
	for i := range hits {
		hits[i].Ref = ref
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return int(a.How) - int(b.How) })
	seen := make(map[string]bool)
	return slices.DeleteFunc(hits, func(h Hit) bool {
		again := seen[h.Key]
		seen[h.Key] = true
		return again
	})
}

// own returns a layer's Refs of a place of the stack.
func (l *layer) own(ref Ref) (refs []Ref) {
	if ref > l.first && int(ref-l.first) <= l.Len() {
		refs = append(refs, ref-l.first)
	}
	for at, other := range l.instead {
		if other == ref && ref != 0 {
			refs = append(refs, Ref(at))
		}
	}
	return refs
}

// gather appends what each layer finds. A place that comes with one key from two
// layers is appended once, with the better How.
func (s *Stack) gather(dst []Hit, find func(*layer, []Hit) []Hit) []Hit {
	from := len(dst)
	for i := range s.layers {
		l, begin := &s.layers[i], len(dst)
		dst = find(l, dst)
		end := begin
		for _, h := range dst[begin:] {
			h.Ref = l.out(h.Ref)
			if !improve(dst[from:begin], h) {
				dst[end] = h
				end++
			}
		}
		dst = dst[:end]
	}
	return dst
}

// improve reports whether an upper layer has found a hit too, which gains by it.
func improve(hits []Hit, h Hit) bool {
	i := slices.IndexFunc(hits, func(o Hit) bool { return o.Ref == h.Ref && o.Key == h.Key })
	if i < 0 {
		return false
	}
	hits[i].How = min(hits[i].How, h.How)
	return true
}

// Reverse tells in which country and administrative areas a point lies: in the
// smallest area of any index that holds it, else where the nearest settlement
// lies.
func (s *Stack) Reverse(p orb.Point) Within {
	var at *layer
	best, rank := Ref(0), int8(0)
	for i := range s.layers {
		if u := s.layers[i].unitAt(p); u != nil && u.rank > rank {
			at, best, rank = &s.layers[i], u.ref, u.rank
		}
	}
	nearest := nearShoreM + 1.0
	for i := range s.layers {
		if rank > 0 {
			break
		}
		l := &s.layers[i]
		n, ok := l.nearest(p, nearShoreM)
		if ok && n.DistanceM < nearest && l.within(n.Ref).Land != 0 {
			at, best, nearest = l, n.Ref, n.DistanceM
		}
	}
	if best == 0 {
		return Within{}
	}
	w := at.within(best)
	return Within{Land: at.out(w.Land), Adm1: at.out(w.Adm1), Adm2: at.out(w.Adm2), Adm3: at.out(w.Adm3)}
}

// ReverseAll tells for each of some points what Reverse tells for one.
func (s *Stack) ReverseAll(points []orb.Point, in []Within) {
	for i, p := range points {
		in[i] = s.Reverse(p)
	}
}

// OneLandAll tells nothing of any of the points: what lies in a cell, each index says of
// itself.
func (s *Stack) OneLandAll(points []orb.Point, lands []Ref) { clear(lands[:len(points)]) }

// SomeLandNear reports whether a country is as asked of which some index has an area that
// reaches into the cell of a point.
func (s *Stack) SomeLandNear(p orb.Point, is func(land Ref) bool) bool {
	for i := range s.layers {
		l := &s.layers[i]
		if l.SomeLandNear(p, func(land Ref) bool { return is(l.out(land)) }) {
			return true
		}
	}
	return false
}

// PCodes yields the places that have a P-code, those of the uppermost index first.
func (s *Stack) PCodes() iter.Seq2[Ref, string] {
	return func(yield func(Ref, string) bool) {
		for i := range s.layers {
			l := &s.layers[i]
			for ref, code := range l.Index.PCodes() {
				if !yield(l.out(ref), code) {
					return
				}
			}
		}
	}
}
