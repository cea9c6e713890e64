package tag

import (
	"math/bits"

	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// feature stands for something that holds of a word: the hash of a template
// and its values. Of the twenty thousand features of a model hardly two share
// a hash; if they do, they share a weight.
type feature uint32

// template is what a feature is about. Their numbers are part of what a model
// has learned: a new template takes a number that was never used.
type template uint32

// Kind is a place type in the classes that the tagger tells apart.
type Kind uint32

// The classes of place types.
const (
	NoKind Kind = iota
	Country
	Adm1
	Adm2
	City
	Town
	Village
	Facility
	Nature
	Region
)

// KindOf returns the class of a place type.
func KindOf(placeType string) Kind {
	switch placeType {
	case "":
		return NoKind
	case "country", "territory", "dependency":
		return Country
	case "adm1":
		return Adm1
	case "adm2", "adm3", "adm4":
		return Adm2
	case "capital", "city":
		return City
	case "town":
		return Town
	case "village", "hamlet", "quarter", "section", "locality", "settlement", "suburb":
		return Village
	case "region", "continent", "area", "historic":
		return Region
	case "river", "lake", "mountain", "mountains", "desert", "sea", "island", "valley", "ocean", "gulf", "strait", "bay", "peninsula":
		return Nature
	}
	return Facility
}

// Level cuts the inhabitants of a place, as a decimal logarithm, into bands.
func Level(population float64) uint32 {
	switch {
	case population <= 0:
		return 0
	case population < 3.5:
		return 1
	case population < 4.3:
		return 2
	case population < 5:
		return 3
	case population < 5.7:
		return 4
	case population < 6.3:
		return 5
	}
	return 6
}

// few cuts a count into bands.
func few[N int | int32](n N) uint32 { return min(uint32(bits.Len32(uint32(n))), 4) }

// personClass says how likely a word is part of a person's name.
func personClass(e en.Entry) uint32 {
	c := uint32(e.First)*4 + uint32(e.Last)
	if c == 0 && e.Name {
		return 16
	}
	return c
}

// wordClass says how ordinary a word is.
func wordClass(e en.Entry) uint32 {
	if !e.Seen {
		return uint32(e.Word)
	}
	switch {
	case e.Small >= 8:
		return 4 + uint32(e.Word)
	case e.Small >= 4:
		return 8
	case e.Small >= 1:
		return 9
	}
	return 10
}

// extractor collects the features of one word after the other.
type extractor struct {
	p   *page
	out []feature
}

// add notes a feature of a template with its values.
func (x *extractor) add(t template, values ...uint32) {
	h := uint64(t)*0x9e3779b97f4a7c15 + 0x7f4a7c15
	for _, v := range values {
		h = (h ^ uint64(v)) * 0xff51afd7ed558ccd
		h ^= h >> 32
	}
	x.out = append(x.out, feature(h^h>>29))
}

// of returns the features of word i, which lies in a run. They are valid until
// the next call.
func (x *extractor) of(i int) []feature {
	x.out = x.out[:0]
	p := x.p
	w := &p.words[i]
	r := p.runs[w.run]
	x.own(i, w)
	x.matched(i, w, r)
	x.company(i, w, r)
	x.elsewhere(i, w)
	return x.out
}

// own adds what holds of the word for itself: never which word it is, unless it
// is a common noun, because that would learn the towns of the training texts.
func (x *extractor) own(i int, w *word) {
	shape := uint32(w.Case)<<4 | uint32(min(w.End-w.Start, 12))
	wc, pc, noun := wordClass(w.entry), personClass(w.entry), uint32(w.noun)
	x.add(1)
	x.add(2, shape, b(w.first))
	x.add(3, wc, b(w.first))
	x.add(4, pc)
	x.add(5, wc, pc)
	x.add(6, noun, b(w.capital))
	x.add(7, uint32(w.style), uint32(w.Case))
	if w.noun != en.NoNoun || !w.capital {
		x.add(8, word32(w.lower))
	}
	x.add(9, uint32(w.Kind), uint32(w.Case), b(w.lower[len(w.lower)-1] == '.'))
}

// matched adds what the gazetteer says of the word and the name it lies in.
func (x *extractor) matched(i int, w *word, r run) {
	p := x.p
	m := p.matchAt(i)
	wc, pc := wordClass(w.entry), personClass(w.entry)
	if m == nil {
		x.add(20, wc, b(w.first))
		x.add(21, pc, b(i == r.start), b(i == r.end-1))
		x.add(22, uint32(w.noun), b(i > r.start && p.words[i-1].match >= 0))
		return
	}
	at := b(i > m.start)<<1 | b(i < m.end-1)
	k, pop := uint32(KindOf(m.info.BestKind)), Level(m.info.Population)
	flags := b(m.info.Main) | b(m.info.Demonym)<<1
	edges := b(m.start == r.start) | b(m.end == r.end)<<1
	x.add(30, at, k, pop)
	x.add(31, at, k, flags, few(m.info.Places))
	x.add(32, at, uint32(m.info.Kinds))
	x.add(33, at, k, edges)
	x.add(34, at, k, wc)
	x.add(43, at, k, Level(m.info.Settled), b(m.info.Main))
	x.add(44, at, Level(m.info.Settled), pc)
	x.add(45, at, Level(m.info.Settled), wc, few(m.info.Places))
	x.add(35, at, k, pc)
	x.add(36, at, pop, wc, pc)
	x.add(37, at, k, pop, edges, b(w.first))
	x.add(38, at, k, uint32(w.Case), b(w.first), uint32(min(w.End-w.Start, 5)))
	x.add(46, k, b(m.info.Main), uint32(min(w.End-w.Start, 5)), uint32(w.Case), joined(p, i))
	if i == m.start && m.end-m.start > 1 {
		own := p.evidence(i, i+1)
		x.add(39, uint32(KindOf(own.BestKind)), Level(own.Population), k)
	}
}

// What joined tells.
const (
	joinedAfter  = 1
	joinedBefore = 2
)

// joined tells whether hyphens join a word to its neighbours.
func joined(p *page, i int) uint32 {
	before := i > 0 && p.words[i-1].lower == "-" && !p.words[i].Space
	after := i+1 < len(p.words) && p.words[i+1].lower == "-" && !p.words[i+1].Space
	return b(before)*joinedBefore | b(after)*joinedAfter
}

// company adds the words around, and how the run goes on.
func (x *extractor) company(i int, w *word, r run) {
	k := uint32(0)
	if m := x.p.matchAt(i); m != nil {
		k = uint32(KindOf(m.info.BestKind))<<2 | b(i > m.start)<<1 | b(i < m.end-1) + 1
		x.about(i, r, m)
	}
	x.around(i, r, k)
	x.partners(i, w, r, k)
	x.listed(i, k)
	x.called(i, w, r, k)
	x.nounsOfRun(i, r, k)
	x.commas(r, k)
}

// about adds the words around together with the size of the place.
func (x *extractor) about(i int, r run, m *match) {
	k, pop := uint32(KindOf(m.info.BestKind)), Level(m.info.Population)
	x.add(40, k, pop, x.ident(i-1))
	x.add(41, k, pop, x.ident(i+1))
	x.add(42, k, x.ident(r.start-1), x.ident(r.end))
}

// around adds the words around the word and around its run.
func (x *extractor) around(i int, r run, k uint32) {
	before, after := x.ident(i-1), x.ident(i+1)
	x.add(50, before)
	x.add(51, after)
	x.add(52, x.ident(i-2))
	x.add(53, x.ident(i+2))
	x.add(54, before, k)
	x.add(55, after, k)
	x.add(56, x.ident(r.start-1), uint32(min(i-r.start, 3)))
	x.add(57, x.ident(r.end), uint32(min(r.end-1-i, 3)))
	x.add(59, after, x.ident(i+2))
	x.add(60, uint32(min(i-r.start, 4)), uint32(min(r.end-1-i, 4)), b(k > 0))
	x.add(62, x.kindAt(i-1), k)
	x.add(63, x.kindAt(i+1), k)
}

// partners adds what the neighbours in the run are.
func (x *extractor) partners(i int, w *word, r run, k uint32) {
	if i > r.start {
		before := &x.p.words[i-1]
		x.add(64, personClass(before.entry), personClass(w.entry))
		x.add(65, personClass(before.entry), k)
		x.add(66, uint32(before.noun), k)
	}
	if i+1 < r.end {
		after := &x.p.words[i+1]
		x.add(67, personClass(w.entry), personClass(after.entry))
		x.add(68, k, personClass(after.entry))
		x.add(69, uint32(after.noun), k)
	}
}

// listed adds what nouns stand beside the word, and what it is listed with:
// "Rawa and Ana", "Rawa, Ana".
func (x *extractor) listed(i int, k uint32) {
	x.add(76, x.nounAt(i-1))
	x.add(77, x.nounAt(i+1))
	if x.p.lists(i - 1) {
		x.add(78, x.kindAt(i-2), k)
	}
	if x.p.lists(i + 1) {
		x.add(79, x.kindAt(i+2), k)
	}
}

// nounAt tells what kind of noun stands at i, and how it is written.
func (x *extractor) nounAt(i int) uint32 {
	if i < 0 || i >= len(x.p.words) {
		return 0
	}
	w := &x.p.words[i]
	return uint32(w.noun)<<1 | b(w.capital)
}

// called adds what a small noun calls the run: "the towns of Rawa and Ana", "the
// city Kirkuk", "Kirkuk province". It holds of every name of a list.
func (x *extractor) called(i int, w *word, r run, k uint32) {
	before := x.smallNoun(r.start - 1)
	of := uint32(0)
	if r.start >= 2 && x.p.words[r.start-1].lower == "of" {
		before, of = x.smallNoun(r.start-2), 1
	}
	after := x.smallNoun(r.end)
	x.add(73, before, of, k, b(w.capital))
	x.add(74, before, of, after, uint32(min(i-r.start, 1)))
	x.add(75, after, k, personClass(w.entry))
}

// smallNoun tells what kind of noun stands at i in small letters.
func (x *extractor) smallNoun(i int) uint32 {
	if i < 0 || i >= len(x.p.words) || x.p.words[i].capital {
		return 0
	}
	return uint32(x.p.words[i].noun)
}

// nounsOfRun adds the common nouns of the run before and after the word.
func (x *extractor) nounsOfRun(i int, r run, k uint32) {
	var before, after uint32
	for j := r.start; j < r.end; j++ {
		n := x.p.words[j].noun
		if n == en.NoNoun || n > en.TitleNoun {
			continue
		}
		if j < i {
			before |= 1 << n
		} else if j > i {
			after |= 1 << n
		}
	}
	x.add(70, before, k)
	x.add(71, after, k)
	x.add(72, before, after)
}

// commas adds what stands behind a comma on either side of the run.
func (x *extractor) commas(r run, k uint32) {
	if m := x.p.regionAfter(r.end); m != nil {
		x.add(80, k, uint32(KindOf(m.info.BestKind)))
	} else if r.end+1 < len(x.p.words) && x.p.words[r.end].lower == "," {
		x.add(81, k, b(x.p.words[r.end+1].capital), x.kindAt(r.end+1))
	}
	if m := x.p.matchBefore(r.start - 1); m != nil {
		x.add(82, k, uint32(KindOf(m.info.BestKind)))
	} else if r.start >= 2 && x.p.words[r.start-1].lower == "," {
		x.add(83, k, b(x.p.words[r.start-2].capital))
	}
}

// elsewhere adds what the rest of the page says of the word.
func (x *extractor) elsewhere(i int, w *word) {
	s := w.sighting
	if s == nil {
		return
	}
	k := uint32(NoKind)
	if m := x.p.matchAt(i); m != nil {
		k = uint32(KindOf(m.info.BestKind))
	}
	c := x.p.companyOf(i, x.p.runs[w.run])
	person, place := s.person-int32(b(c.person)), s.place-int32(b(c.place))
	region, acts := s.region-int32(b(c.region)), s.acts-int32(b(c.acts))
	x.add(90, few(s.small), few(s.capital), b(w.first))
	x.add(91, few(person), few(place), k)
	x.add(92, few(person), few(s.longer))
	x.add(93, few(place), b(k > 0))
	x.add(94, b(s.longer > 0), b(s.longer == s.capital), k)
	x.add(95, few(region), b(k > 0))
	x.add(96, few(acts), few(person), few(place))
	x.add(97, b(person > 0), b(place+region > 0), b(acts > 0), personClass(w.entry))
	x.add(98, b(c.person), b(c.place), b(c.region), k)
	x.add(101, uint32(s.stands), b(k > 0))
	x.add(100, b(c.person), b(c.place), b(c.region), b(c.acts))
	x.add(99, b(s.begins > 0), few(s.longer), k)
}

// ident tells which word stands at i, if it is an ordinary one; of a name it
// tells only what kind of name it may be.
func (x *extractor) ident(i int) uint32 {
	if i < 0 || i >= len(x.p.words) {
		return 1
	}
	w := &x.p.words[i]
	if w.id == 0 {
		w.id = identOf(w)
	}
	return w.id
}

func identOf(w *word) uint32 {
	switch {
	case w.Kind == text.Number:
		return 2
	case w.Kind != text.Word, !w.capital, w.noun != en.NoNoun, w.entry.Word == 1:
		return word32(w.lower)
	}
	return 3 + personClass(w.entry)
}

// kindAt tells the kind of place that the word at i could be.
func (x *extractor) kindAt(i int) uint32 {
	if m := x.p.matchAt(i); m != nil {
		return uint32(KindOf(m.info.BestKind)) + 1
	}
	return 0
}

// b makes a value of a truth.
func b(v bool) uint32 {
	if v {
		return 1
	}
	return 0
}

// word32 hashes a word (FNV-1a).
func word32(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h | 1<<31 // apart from the small numbers that stand for classes
}
