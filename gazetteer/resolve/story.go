package resolve

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/query"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/spelling"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
)

// story is a set of places that are named together: in one text, or in one row
// of a table.
type story struct {
	r        *Resolver
	places   []*geo.Place
	toponyms []*toponym
	of       []int           // the toponym of each place; -1 if it needs none
	homes    []gazetteer.Ref // the countries that the story may have been written in; nil if that is not known
	around   *surroundings   // as they were when the names were last judged; nil for a name alone
	names    linear.Names
	scratch  linear.Vector
	room     *rowRoom // of a row; else nil
	scores   []float64
}

// toponymKey is all by which a name of a story is told from another.
type toponymKey struct {
	name, kind string
	within     geo.Within
}

// newStory groups places by their names. A name that is once said to lie
// somewhere lies there wherever else the story names it.
func (r *Resolver) newStory(places []*geo.Place, names linear.Names) *story {
	s := &story{r: r, places: places, of: make([]int, len(places)), names: names}
	var known map[toponymKey]int
	if len(places) > 1 {
		known = map[toponymKey]int{}
	}
	for i, p := range places {
		s.of[i] = -1
		if p.Match.Kind == geo.NotLookedFor && p.Within != (geo.Within{}) {
			s.join(i, known)
		}
	}
	for i, p := range places {
		switch {
		case p.Match.Kind == geo.NotLookedFor && s.of[i] < 0:
			s.join(i, known)
		case p.Match.Located() && p.Name == "" && p.Match.Type == placetype.Country:
			if ref, known := r.byID(p.Match.ID); known {
				s.homes = append(s.homes, ref)
			}
		case p.Match.Located():
			s.of[i] = len(s.toponyms)
			s.toponyms = append(s.toponyms, r.anchor(p))
		}
	}
	s.link()
	return s
}

// join gives the place at i its toponym.
func (s *story) join(i int, known map[toponymKey]int) {
	p := s.places[i]
	key := toponymKey{p.Name, p.Kind, p.Within}
	same := key.whateverCase()
	n, ok := known[same]
	if !ok {
		n = len(s.toponyms)
		s.toponyms = append(s.toponyms, s.toponymOf(p, key))
		s.knows(known, same, n)
	}
	s.of[i] = n
}

// knows notes which toponym a name is, unless it is the only one.
func (s *story) knows(known map[toponymKey]int, key toponymKey, n int) {
	if len(s.places) == 1 {
		return
	}
	known[key] = n
	bare := toponymKey{key.name, key.kind, geo.Within{}}
	if _, ok := known[bare]; !ok {
		known[bare] = n
	}
}

// toponymOf returns what a name may mean, judged by itself. The names of the news
// repeat from story to story, so that is remembered; a row's whole answer is
// remembered elsewhere, and a trainer wants the names of all features.
func (s *story) toponymOf(p *geo.Place, key toponymKey) *toponym {
	if len(s.places) == 1 || s.names != nil || s.r.o.MostPopulous {
		return s.r.newToponym(p)
	}
	t, known := s.r.toponyms.Get(key)
	if !known {
		key = key.clone()
		t = s.r.newToponym(&geo.Place{Name: key.name, Kind: key.kind, Within: key.within})
		s.lookUp(t)
		s.judgeAlone(t)
		t.remembered, t.outside = true, slices.Clip(t.outside)
		s.r.toponyms.Put(key, t, 4+8*len(t.cands))
	}
	own := *t
	own.cands = slices.Clone(t.cands)
	return &own
}

// whateverCase returns the key with its name as it is told from others: headlines and
// datelines write in capitals what the story names otherwise. In a short name they make a
// code.
func (k toponymKey) whateverCase() toponymKey {
	if len(k.name) > mostCode {
		k.name = strings.ToLower(k.name)
	}
	return k
}

// mostCode is how many bytes the codes of places have at most.
const mostCode = 4

// clone returns the key with strings of its own, as those of a story share its
// text, which a memo would keep.
func (k toponymKey) clone() toponymKey {
	for _, s := range []*string{&k.name, &k.kind, &k.within.Country, &k.within.Adm1, &k.within.Adm2} {
		*s = strings.Clone(*s)
	}
	return k
}

// newToponym takes a written name apart. A row without a place name is about the
// smallest area that it names.
func (r *Resolver) newToponym(p *geo.Place) *toponym {
	written, note, held := *p, "", r.areas.Of(p.Within)
	written.Name = r.areas.AsList(p, held.Land)
	said := query.Parse(written.Name)
	if said.Reason != "" {
		note = query.NotAName(p.Name)
	}
	if note != "" {
		written = smallestNamed(p)
		held = r.areas.Of(written.Within)
		written.Name = r.areas.AsList(&written, held.Land)
		said = query.Parse(written.Name)
	}
	t := &toponym{place: &written, query: said}
	if note != ReasonEmpty {
		t.note = note // "unknown, Anbar" is not a way to write Anbar
	}
	t.name, t.related = t.query.Root()
	t.reason = t.query.Reason
	t.scope = held
	if t.scope.NoSuchLand {
		t.reason = ReasonNoSuchCountry
	}
	return t
}

// smallestNamed makes the smallest area said the name looked for, if nothing
// stands in place of the name; "unknown" stays unknown unless an area is said.
func smallestNamed(p *geo.Place) geo.Place {
	w := p.Within
	q := geo.Place{Name: p.Name}
	switch "" {
	case query.NotAName(w.Adm2):
		q.Name, q.Kind = w.Adm2, placetype.Adm2
		q.Within = geo.Within{Country: w.Country, Adm1: w.Adm1}
	case query.NotAName(w.Adm1):
		q.Name, q.Kind = w.Adm1, placetype.Adm1
		q.Within = geo.Within{Country: w.Country}
	case query.NotAName(w.Country):
		q.Name, q.Kind = w.Country, placetype.Country
	}
	return q
}

// anchor makes a toponym of a place whose match is known, so that it helps the
// others.
func (r *Resolver) anchor(p *geo.Place) *toponym {
	var place gazetteer.Place
	if ref, known := r.byID(p.Match.ID); known {
		place = r.x.Place(ref)
	} else {
		in := r.x.Reverse(p.Match.Point)
		place = gazetteer.Place{
			ID: p.Match.ID, Name: p.Match.Name, Type: cmp.Or(p.Match.Type, placetype.Town), Country: r.country(in.Land),
			Adm2: in.Adm2, Adm1: in.Adm1, Land: in.Land,
		}
	}
	place.Point, place.Located = p.Match.Point, true
	return &toponym{place: p, name: fold.Key(p.Name), anchor: true, cands: []candidate{{Place: place, p: 1, reading: &query.Reading{}}}}
}

// link notes which toponyms stand beside each other.
func (s *story) link() {
	last := -1
	for _, n := range s.of {
		if n < 0 || n == last {
			continue
		}
		if last >= 0 {
			s.toponyms[last].after = append(s.toponyms[last].after, n)
			s.toponyms[n].before = append(s.toponyms[n].before, last)
		}
		last = n
	}
}

// choose gives every candidate its probability:
//
//  1. candidates are looked up as they are spelled, and judged alone;
//  2. they are judged again beside what the other names seem to mean, and names
//     without candidates are looked up by likeness of spelling near that;
//  3. that is repeated as the others change their minds.
func (s *story) choose() {
	for _, t := range s.toponyms {
		if !t.remembered {
			s.lookUp(t)
		}
	}
	if s.r.o.MostPopulous {
		for _, t := range s.toponyms {
			t.mostPopulous()
		}
		return
	}
	for _, t := range s.toponyms {
		if !t.remembered || len(s.toponyms) == 1 {
			s.judge(t)
		}
	}
	if len(s.toponyms) < 2 && s.homes == nil {
		return
	}
	for pass := range contextPasses {
		s.around = s.surroundings()
		for n, t := range s.toponyms {
			s.lookUpAgain(t, s.around)
			s.judgeBeside(n, t, s.around)
			if pass+1 < contextPasses {
				t.hesitate()
			}
		}
		if s.r.w.Story == nil {
			return // nothing learned yet: the features are all that is wanted
		}
	}
}

// contextPasses is how often names are judged beside the others: twice with some
// hesitation, and then for good.
const contextPasses = 3

// lookUp finds a name's candidates. What the source says the place lies in makes
// up for misspelling; nothing else does yet.
func (s *story) lookUp(t *toponym) {
	if t.reason != "" || len(t.cands) > 0 {
		return
	}
	stages := spelling.Stages[:2]
	switch {
	case len(t.scope.Land) > 0 || len(t.scope.Adm1) > 0:
		stages = spelling.Stages
	case len(t.namedWithin()) > 0:
		stages = spelling.Stages[:4]
	}
	t.gather(s.r, stages, t.supported)
	if len(t.cands) == 0 && t.readApart() {
		t.gather(s.r, spelling.Stages[:2], t.supported)
	}
}

// readApart adds the readings of a name and what it lies in with nothing between them, also
// behind words of relation: "Laredo TX", "east of Victor Idaho". It reports whether there are some.
func (t *toponym) readApart() bool {
	before := len(t.query.Readings)
	if before == 0 {
		return false
	}
	if !t.related {
		t.query.Readings = append(t.query.Readings, query.Unmarked(t.name)...)
	}
	for _, rd := range t.query.Readings[:before] {
		if rd.Relation.Kind == query.At || rd.WholeOnly {
			continue
		}
		for _, apart := range query.Unmarked(rd.Name) {
			apart.Relation, apart.Loose = rd.Relation, rd.Loose
			t.query.Readings = append(t.query.Readings, apart)
		}
	}
	return len(t.query.Readings) > before
}

// supported reports whether a place lies where the source says.
func (t *toponym) supported(c *candidate) bool {
	return c.land == scope.Yes || c.adm1 == scope.Yes || c.named == scope.Yes
}

// lookUpAgain looks a name without candidates up by likeness of spelling, near
// what the story is about.
func (s *story) lookUpAgain(t *toponym, around *surroundings) {
	if t.reason != "" || len(t.cands) > 0 || t.scope.Any() || t.isNamedAfter() {
		return
	}
	t.gather(s.r, spelling.Stages[2:4], around.supports)
	if len(t.cands) > 0 {
		s.judgeAlone(t)
	}
}

// isNamedAfter reports whether the name is of a street, a site or a landscape:
// those are named after places and people, and what is spelled nearly so is
// another's name.
func (t *toponym) isNamedAfter() bool {
	kind := t.kindSaid()
	return query.IsElsewhere(kind) || placetype.KindOf(kind)&(geo.KindFacility|geo.KindNature) != 0
}

// judge gives the candidates of a name their probabilities before any other name
// is looked at.
func (s *story) judge(t *toponym) {
	switch {
	case t.query.Readings == nil: // an anchor, or no name
	case s.isRow(t):
		s.judgeRow(t)
	default:
		s.judgeAlone(t)
	}
}

// isRow reports whether a name stands alone and comes with what it lies in, be it
// in its own cell: "Paris, Texas".
func (s *story) isRow(t *toponym) bool {
	return len(s.toponyms) == 1 && (t.scope.Any() || t.namedWithin() != nil)
}

// judgeRow does so by all that is said of the place of a row.
func (s *story) judgeRow(t *toponym) {
	for i := range t.cands {
		c := &t.cands[i]
		c.alone = s.features(func(v *linear.Vector) { t.describeRow(v, c, &t.others) })
	}
	if !t.others.found {
		t.noneBy = s.features(func(v *linear.Vector) { t.describeNone(v, &t.others) })
	}
	m := s.r.w.Row
	t.weigh(s.scores[:0], func(c *candidate) float64 { return m.Score(c.alone) }, m.Score(t.noneBy))
}

// judgeAlone does so by what the candidates are and what the source says of
// them.
func (s *story) judgeAlone(t *toponym) {
	for i := range t.cands {
		c := &t.cands[i]
		c.alone = s.features(func(v *linear.Vector) {
			t.describe(v, c, &t.others)
			t.describeKnown(v, c)
		})
		if s.r.w.Story != nil {
			c.storyScore = s.r.w.Story.Score(c.alone)
		}
	}
	t.weigh(s.scores[:0], func(c *candidate) float64 { return s.r.w.Alone.Score(c.alone) }, 0)
	for i := range t.cands {
		c := &t.cands[i]
		c.itself = math.Log(max(c.p, leastItself))
	}
}

// leastItself is the probability below which a meaning that a name has by itself is
// not told from others: what is one in a thousand elsewhere is not rare at home.
const leastItself = 1e-3

// judgeBeside does so with what the other names seem to mean.
func (s *story) judgeBeside(n int, t *toponym, around *surroundings) {
	if t.query.Readings == nil {
		return
	}
	t.dropLandAmong(around, n)
	t.makeRoom()
	for i := range t.cands {
		c := &t.cands[i]
		v := linear.Vector{Features: c.beside[:0], Names: s.names}
		v.Add(c.itself, "by itself")
		around.describe(&v, n, t, c)
		c.beside = v.Features
	}
	if m := s.r.w.Story; m != nil {
		t.weigh(s.scores[:0], func(c *candidate) float64 { return m.ScoreOn(c.storyScore, c.beside) }, 0)
	}
}

// makeRoom gives candidates room for what is said of them beside other names.
func (t *toponym) makeRoom() {
	if len(t.cands) == 0 || t.cands[0].beside != nil {
		return
	}
	room := make([]linear.Feature, len(t.cands)*usualBeside)
	for i := range t.cands {
		t.cands[i].beside, room = room[:0:usualBeside], room[usualBeside:]
	}
}

// usualBeside is how many features nearly all candidates have at most beside others.
const usualBeside = 24

// hesitate takes back half of the last change of mind. Two names that each follow
// what the other seemed to mean before would change places for ever: "Bosso" as
// the town in Niger with Niger as the state of Nigeria, and the other way round.
func (t *toponym) hesitate() {
	for i := range t.cands {
		c := &t.cands[i]
		c.p = (c.p + c.before) / 2
	}
}

// features returns a vector in memory of its own.
func (s *story) features(describe func(*linear.Vector)) []linear.Feature {
	v := s.blank()
	v.Names = s.names
	describe(v)
	if s.room != nil {
		return s.room.keep(v.Features)
	}
	return slices.Clone(v.Features)
}

// blank returns a vector without features that is good until the next one.
func (s *story) blank() *linear.Vector {
	if s.scratch.Features == nil {
		s.scratch.Features = make([]linear.Feature, 0, usualFeatures)
	}
	s.scratch.Reset()
	s.scratch.Names = nil
	return &s.scratch
}

// usualFeatures is how many features nearly all candidates have at most.
const usualFeatures = 32

// weigh turns scores into probabilities. none is that of the gazetteer's not
// having the place, if that is a choice.
func (t *toponym) weigh(scores []float64, score func(*candidate) float64, none float64) {
	for i := range t.cands {
		scores = append(scores, score(&t.cands[i]))
	}
	if t.noneBy != nil {
		scores = append(scores, none)
	}
	linear.Softmax(scores)
	for i := range t.cands {
		t.cands[i].before, t.cands[i].p = t.cands[i].p, scores[i]
	}
	if t.noneBy != nil {
		t.none = scores[len(scores)-1]
	}
}

// best returns the likeliest candidate; nil if there is none.
func (t *toponym) best() *candidate {
	var best *candidate
	for i := range t.cands {
		if best == nil || t.cands[i].p > best.p {
			best = &t.cands[i]
		}
	}
	return best
}

// mostPopulous makes the candidate with the most inhabitants certain. Countries
// go before all else: not every list counts their people.
func (t *toponym) mostPopulous() {
	var best *candidate
	prominence := func(c *candidate) int {
		if c.Type == placetype.Country {
			return math.MaxInt32
		}
		return c.Population
	}
	for i := range t.cands {
		c := &t.cands[i]
		if best == nil || prominence(c) > prominence(best) {
			best = c
		}
	}
	if best != nil {
		best.p = 1
	}
}
