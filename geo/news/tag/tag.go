// Package tag finds the place names in a text, and says of each what the words around it tell:
// a relation ("10 km south of"), a kind ("the town of"), whether it is a people, or part of an
// organisation's name.
//
// A learned [Model] labels the words (tag.md); what no model can learn, because its lessons lack
// it, is overruled word by word. Of a name the tagger knows what a [Gazetteer] has by that name.
//
// # Non-goals
//
//   - Which place a name means, and whether it is likely one there; see package geoparse.
package tag

import (
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// Gazetteer is what the tagger asks about names.
type Gazetteer interface {
	// Evidence says what is known of a name without context. It is asked for
	// every capitalised word, so it should not take long.
	Evidence(name string) geo.NameInfo
}

// span is a name found on a page: words, end excluded.
type span struct {
	start, end int
	demonym    bool
	margin     int32 // by how much its words speak for a name, in units of the model
}

// tagger finds the names of a page.
type tagger struct {
	model    *Model
	unlisted bool // see Options
	decoder  decoder
	scores   [][labels]int32 // of each word in a run
}

// names returns the place names and demonyms of a page in its order, without
// overlap.
func (t *tagger) names(p *page) []span {
	labelled := make([]label, len(p.words))
	t.score(p, labelled)
	t.support(p, labelled)
	called := notCalled
	for n, r := range p.runs {
		y := labelled[r.start:r.end]
		copy(y, t.decoder.decode(t.scores[r.start:r.end], &t.model.pairs))
		if called != inList || !p.listGoesOn(n) {
			called = p.calledPlace(r.start)
		}
		p.overrule(r, y, called)
		p.joinArticles(r, y)
	}
	p.agree(labelled)
	var out []span
	for _, r := range p.runs {
		out = p.spans(out, r, labelled[r.start:r.end])
	}
	for i := range out {
		out[i].margin = t.margin(out[i].start)
	}
	return out
}

// eagerness speaks for every name, in units of the model: what is no place is told better
// once it is located.
const eagerness = 100

// score weighs the words of the runs, labels them by that, and notes for each how its
// mentions were weighed.
func (t *tagger) score(p *page, labelled []label) {
	x := extractor{p: p}
	t.scores = make([][labels]int32, len(p.words))
	var spokenOf []bool
	if t.unlisted {
		spokenOf = p.spokenOf()
	}
	for n, r := range p.runs {
		for i := r.start; i < r.end; i++ {
			t.scores[i] = t.model.score(x.of(i))
			t.scores[i][outside] -= eagerness
			if t.unlisted && spokenOf[n] && p.isUnlisted(i) {
				t.scores[i][outside] -= unlistedEagerness
			}
		}
		copy(labelled[r.start:r.end], t.decoder.decode(t.scores[r.start:r.end], &t.model.pairs))
		for i := r.start; i < r.end; i++ {
			if s := p.words[i].sighting; s != nil && labelled[i] != inside {
				s.margins += t.scores[i][begin] - t.scores[i][outside]
				s.weighed++
			}
		}
	}
}

// pageShare is how much of what speaks for a word elsewhere on the page speaks for it
// here. Writers keep to one sense: who is called Fairfield is so in every sentence.
const pageShare = 0.3

// support adds to the words what speaks for them elsewhere.
func (t *tagger) support(p *page, labelled []label) {
	for i := range p.words {
		w := &p.words[i]
		if w.run < 0 || w.sighting == nil || labelled[i] == inside || w.sighting.weighed < 2 {
			continue
		}
		others := w.sighting.margins - (t.scores[i][begin] - t.scores[i][outside])
		t.scores[i][begin] += int32(pageShare * float64(others) / float64(w.sighting.weighed-1))
	}
}

// margin tells by how much word i is weighed as the beginning of a name.
func (t *tagger) margin(i int) int32 {
	return max(t.scores[i][begin], t.scores[i][people]) - t.scores[i][outside]
}

// agree labels words as names that are names elsewhere on the page, where they
// stand alone after a preposition of place: "killed in Hit", once the town of
// Hit was named.
func (p *page) agree(y []label) {
	named := map[string]bool{}
	for i, l := range y {
		if l == begin && (i+1 == len(y) || y[i+1] != inside) {
			named[p.words[i].lower] = true
		}
	}
	for _, r := range p.runs {
		i := r.start
		if y[i] == outside && r.end == i+1 && i > 0 && p.words[i-1].noun == en.PlacePreposition && named[p.words[i].lower] {
			y[i] = begin
		}
	}
}

// calling tells whether a noun before a run calls what begins there a place.
type calling uint8

const (
	notCalled calling = iota
	oneCalled         // "the town of"
	inList            // "the towns of": so are the names listed after it
)

// overrule corrects the labels of a run where the words before it leave no
// doubt, and the lessons were too few to learn it: what a noun calls a place is
// one, whether or not the gazetteer knows it, and what follows "Mr." is none.
func (p *page) overrule(r run, y []label, called calling) {
	for i := r.start; i < r.end; i++ {
		at := i - r.start
		switch {
		case p.seat(i), p.words[i].capital && p.words[i].noun != en.TitleNoun && (called != notCalled && i == r.start || called == inList && p.lists(i-1) || p.calledInRun(i, r)):
			if y[at] == outside || y[at] == people {
				y[at] = begin
			}
		case y[at] == begin && (i > 0 && en.Honorific(p.words[i-1].lower) || p.firstName(i, r) || p.belief(i) || p.date(i) || p.midst(i) || p.weapon(i) || p.currency(i) || p.group(i) || i+2 < r.end && p.calledInRun(i+2, r)):
			y[at] = outside
			for at++; at < len(y) && y[at] == inside; at++ {
				y[at] = outside
			}
		}
	}
}

// midst reports whether word i is a hyphen, or an article between two: of
// "Jamaat al-Al-Alami" no part is a name.
func (p *page) midst(i int) bool {
	return p.words[i].lower == "-" || en.Article(p.words[i].lower) && joined(p, i) == joinedBefore|joinedAfter
}

// weapon reports whether word i is the make of a weapon: "Molotov cocktails".
func (p *page) weapon(i int) bool {
	return i+1 < len(p.words) && en.WeaponNoun(p.words[i+1].lower)
}

// currency reports whether word i says whose dollars are meant: "US$100", "$US 1.5 billion".
func (p *page) currency(i int) bool {
	return i > 0 && p.words[i-1].lower == "$" && !p.words[i].Space || i+1 < len(p.words) && p.words[i+1].lower == "$" && !p.words[i+1].Space
}

// group reports whether the name of an armed group begins at word i, and not one that tells
// where the group is: "Boko Haram", though there is a town of Boko, but not "Sinai Province".
func (p *page) group(i int) bool {
	n := p.words[i].sentence
	from := p.bounds[n]
	w := en.Words{Text: p.text, Tokens: p.cuts[n].Tokens, Lower: p.lowers[from:p.bounds[n+1]]}
	to, side := en.KnownActors().At(&w, i-from)
	if to == 0 || side != en.Rebel {
		return false
	}
	m := p.matchAt(i)
	if m == nil || m.info.Places == 0 {
		return true
	}
	switch KindOf(m.info.BestKind) {
	case Country, Adm1, Region:
		return false
	}
	return m.end < from+to
}

// seat reports whether word i is where a politician was elected: "(R-Ocilla)".
func (p *page) seat(i int) bool {
	if i < 3 || p.words[i].Space || p.words[i-1].lower != "-" || p.words[i-1].Space {
		return false
	}
	party, before := p.words[i-2].lower, p.words[i-3].lower
	return (party == "r" || party == "d" || party == "i") && (before == "(" || before == ",")
}

// date reports whether word i is a month or weekday by itself, and no part of a
// longer name: "across the country in August".
func (p *page) date(i int) bool {
	if p.words[i].noun != en.DateNoun {
		return false
	}
	m := p.matchAt(i)
	return m == nil || m.end == m.start+1
}

// belief reports whether word i is a faith or its followers, and not part of
// a name of the gazetteer such as Christian County.
func (p *page) belief(i int) bool {
	m := p.matchAt(i)
	return en.Belief(p.words[i].lower) && (m == nil || m.end == m.start+1)
}

// firstName reports whether word i is a person's first name: it can be one, and
// what follows it can be nothing but a last name.
func (p *page) firstName(i int, r run) bool {
	if p.words[i].entry.First == 0 || i+1 >= r.end || r.start > 0 && p.words[r.start-1].noun == en.PlacePreposition {
		return false
	}
	next := &p.words[i+1]
	if !next.capital || next.style != plainStyle || next.Case == text.Upper || next.noun != en.NoNoun || next.entry.Word > 0 {
		return false
	}
	return next.match < 0 || next.match != p.words[i].match && (next.entry.Last > 0 || next.entry.Name)
}

// joinArticles makes one name of an article and what a hyphen joins to it, if
// either is labelled as one.
func (p *page) joinArticles(r run, y []label) {
	for i := r.start; i+2 < r.end; i++ {
		at := i - r.start
		if !en.Article(p.words[i].lower) || joined(p, i) != joinedAfter {
			continue
		}
		if y[at] == begin || y[at] == outside && y[at+2] == begin {
			y[at], y[at+1], y[at+2] = begin, inside, inside
		}
	}
}

// calledPlace tells what the words before word i, with "of", call it.
func (p *page) calledPlace(i int) calling {
	if i < 2 || p.words[i-1].lower != "of" || p.words[i-1].first || p.words[i-2].capital {
		return notCalled
	}
	noun := p.words[i-2].lower
	switch {
	case en.Settlement(noun):
		return oneCalled
	case en.Settlement(strings.TrimSuffix(noun, "s")), strings.HasSuffix(noun, "ies") && en.Settlement(strings.TrimSuffix(noun, "ies")+"y"):
		return inList
	}
	return notCalled
}

// calledInRun reports whether a noun that begins with a capital calls what begins at word i a
// settlement, and is not itself part of its name: "the Town of Ettrick", but not "the District
// of Columbia".
func (p *page) calledInRun(i int, r run) bool {
	m := p.matchAt(i)
	return i >= r.start+2 && p.words[i-1].lower == "of" && p.words[i-2].capital && en.Settlement(p.words[i-2].lower) && (m == nil || m.start == i)
}

// listGoesOn reports whether run n follows the run before it in a list: only a
// comma or "and" stands between them.
func (p *page) listGoesOn(n int) bool {
	if n == 0 {
		return false
	}
	from, to := p.runs[n-1].end, p.runs[n].start
	if to-from > 2 || p.words[from-1].sentence != p.words[to].sentence {
		return false
	}
	for i := from; i < to; i++ {
		if !p.lists(i) {
			return false
		}
	}
	return true
}

// spans appends the names that the labels of a run say.
func (p *page) spans(out []span, r run, y []label) []span {
	for i := r.start; i < r.end; {
		if y[i-r.start] == people && p.isDemonym(i) && i == p.matchAt(i).start {
			m := p.matchAt(i)
			out = append(out, span{start: m.start, end: m.end, demonym: true})
			i = m.end
			continue
		}
		if y[i-r.start] != begin {
			i++
			continue
		}
		j := i + 1
		for j < r.end && y[j-r.start] == inside {
			j++
		}
		if s := p.whole(p.trimmed(span{start: i, end: j}), r, lastEnd(out)); s.end > s.start {
			if k := p.countryWithin(s); k > s.start {
				out = append(out, p.trimmed(span{start: s.start, end: k}))
				s = p.trimmed(span{start: k, end: s.end})
			}
			out = append(out, s)
		}
		i = max(j, lastEnd(out))
	}
	return out
}

// whole returns all of the country's or province's name that a name is a part of: neither
// "United" nor "Mexico" is what the United States and New Mexico are called. from is where the name before it ends.
func (p *page) whole(s span, r run, from int) span {
	if s.end == s.start || s.demonym {
		return s
	}
	for _, i := range []int{s.start, s.end - 1} {
		m := p.matchAt(i)
		if m == nil || m.end-m.start < 2 || m.start < max(r.start, from) || m.end > r.end || !m.info.Main || m.info.Demonym {
			continue
		}
		if k := KindOf(m.info.BestKind); k == Country || k == Adm1 {
			s.start, s.end = min(s.start, m.start), max(s.end, m.end)
		}
	}
	return s
}

func lastEnd(names []span) int {
	if len(names) == 0 {
		return 0
	}
	return names[len(names)-1].end
}

// countryWithin returns where in a name the country begins that it ends with, "in
// Kolofata Cameroon", if it has one behind a preposition of place and is itself no
// name of the gazetteer; else its start.
func (p *page) countryWithin(s span) int {
	if s.end-s.start < 2 || s.demonym || s.start == 0 || p.words[s.start-1].noun != en.PlacePreposition {
		return s.start
	}
	m := p.matchAt(s.end - 1)
	if m == nil || m.start <= s.start || m.end != s.end || !m.info.Main || KindOf(m.info.BestKind) != Country {
		return s.start
	}
	for i := s.start; i < m.start; i++ {
		if w := &p.words[i]; !w.capital || w.noun != en.NoNoun {
			return s.start
		}
	}
	return m.start
}

// namesakeTown is the size, as a decimal logarithm, up to which a town that is
// called like a people ("German", "Welsh") is not what a story means.
const namesakeTown = 4

// isDemonym reports whether a word is, or is part of, a people, language or
// adjective and not part of a longer name of the gazetteer.
func (p *page) isDemonym(i int) bool {
	if p.calledTown(i) {
		return false // "the town of Baghdadi"
	}
	m := p.matchAt(i)
	if m == nil || m.info.Main && KindOf(m.info.BestKind) == Country {
		return false
	}
	return m.info.Settled < namesakeTown && (m.info.Demonym || p.adjective(i, m))
}

// calledTown reports whether the words before word i call it a settlement.
func (p *page) calledTown(i int) bool {
	return i > 1 && p.words[i-1].lower == "of" && en.Settlement(p.words[i-2].lower)
}

// areDemonym reports whether the words of a name are a demonym and no more.
func (p *page) areDemonym(s span) bool {
	return s.end > s.start && p.isDemonym(s.start) && p.matchAt(s.start).start == s.start && p.matchAt(s.start).end == s.end
}

// adjective reports whether a word is a country's name in some other language,
// but an adjective in English: "Somali" is Turkish for Somalia.
func (p *page) adjective(i int, m *match) bool {
	return m.end == m.start+1 && KindOf(m.info.BestKind) == Country && en.AdjectiveEnding(p.words[i].lower)
}

// trimmed takes from a name what cannot be its first or last word.
func (p *page) trimmed(s span) span {
	for s.end > s.start && (!p.words[s.end-1].capital || s.end > s.start+1 && p.date(s.end-1)) {
		s.end-- // "in Baghdad Thursday", as wires write
	}
	for i := s.start + 1; i+2 < s.end; i++ {
		if p.words[i].lower == "-" && !p.words[i+1].capital && en.CompoundEnd(p.words[i+1].lower) {
			s.start = i + 2 // "Houthi-controlled Ibb"
		}
	}
	for s.start < s.end && !p.words[s.start].capital && !(s.start+1 < s.end && en.Article(p.words[s.start].lower)) {
		s.start++
	}
	s.demonym = p.areDemonym(s)
	return s
}
