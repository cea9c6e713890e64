package news

import (
	"strings"

	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// span is a name found on a page: words, end excluded.
type span struct {
	start, end int
	demonym    bool
}

// tagger finds the names of a page.
type tagger struct {
	model   *Model
	decoder decoder
	scores  [][labels]int32
}

// names returns the place names and demonyms of a page in its order, without
// overlap.
func (t *tagger) names(p *page) []span {
	var out []span
	x := extractor{p: p}
	for _, r := range p.runs {
		t.scores = t.scores[:0]
		for i := r.start; i < r.end; i++ {
			t.scores = append(t.scores, t.model.score(x.of(i)))
		}
		y := t.decoder.decode(t.scores, &t.model.pairs)
		p.overrule(r, y)
		out = p.spans(out, r, y)
	}
	return out
}

// overrule corrects the labels of a run where the words before it leave no
// doubt, and the lessons were too few to learn it: what a noun calls a place is
// one, whether or not the gazetteer knows it, and what follows "Mr." is none.
func (p *page) overrule(r run, y []label) {
	called := p.calledPlace(r.start)
	for i := r.start; i < r.end; i++ {
		at := i - r.start
		begins := i == r.start || p.lists(i-1)
		switch {
		case called > 0 && begins && (i == r.start || called > 1) && p.words[i].capital:
			if y[at] == outside || y[at] == people {
				y[at] = begin
			}
		case y[at] == begin && i > 0 && en.Honorific(p.words[i-1].lower):
			for ; at < len(y) && (y[at] == inside || i == r.start+at); at++ {
				y[at] = outside
			}
		}
	}
}

// calledPlace tells whether the words before word i call what begins there a
// place, with "of": 1 for "the town of", 2 for "the towns of", else 0.
func (p *page) calledPlace(i int) int {
	if i < 2 || p.words[i-1].lower != "of" || p.words[i].first {
		return 0
	}
	noun := &p.words[i-2]
	switch {
	case noun.capital:
		return 0
	case en.Settlement(noun.lower):
		return 1
	case en.Settlement(strings.TrimSuffix(noun.lower, "s")), strings.HasSuffix(noun.lower, "ies") && en.Settlement(strings.TrimSuffix(noun.lower, "ies")+"y"):
		return 2
	}
	return 0
}

// spans appends the names that the labels of a run say.
func (p *page) spans(out []span, r run, y []label) []span {
	for i := r.start; i < r.end; {
		if y[i-r.start] == people && p.isDemonym(i) {
			out = append(out, span{i, i + 1, true})
		}
		if y[i-r.start] != begin {
			i++
			continue
		}
		j := i + 1
		for j < r.end && y[j-r.start] == inside {
			j++
		}
		if s := p.trimmed(span{start: i, end: j}); s.end > s.start {
			out = append(out, s)
		}
		i = j
	}
	return out
}

// isDemonym reports whether a word is a people, language or adjective and not
// part of a longer name of the gazetteer.
func (p *page) isDemonym(i int) bool {
	m := p.matchAt(i)
	return m != nil && m.info.Demonym && m.info.Places == 0 && m.start == i && m.end == i+1
}

// trimmed takes from a name what cannot be its first or last word.
func (p *page) trimmed(s span) span {
	for s.end > s.start && !p.words[s.end-1].capital {
		s.end--
	}
	for s.start < s.end && !p.words[s.start].capital && !(s.start+1 < s.end && en.Article(p.words[s.start].lower)) {
		s.start++
	}
	s.demonym = s.end == s.start+1 && p.isDemonym(s.start)
	return s
}

// prepare returns the page of a text.
func (r *Reader) prepare(s string) *page {
	return layOut(s, text.Split(s), r.Gazetteer)
}
