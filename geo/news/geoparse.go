package news

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// Geoparse returns the toponyms of a document's text and where they are, all
// resolved together. They stand in the order of the text and do not overlap;
// the text from Start to End is Place.Name. Each is matched to the place that
// its name means; Place.Relation only tells how the story speaks of it.
func (r *Reader) Geoparse(d *document.Document) []geo.Toponym {
	sentences := text.Split(d.Text)
	found := r.located(d, sentences)
	kept := make([]finding, 0, len(found))
	for part := range slices.Chunk(found, mostTogether) {
		kept = append(kept, likely(part)...)
	}
	if len(kept) < len(found) { // the towns that streets are named after no longer help to choose
		for i := range kept {
			kept[i].Place.Match = geo.Match{}
		}
		r.locate(d, sentences, kept)
	}
	return toponyms(kept)
}

// located finds and resolves the toponyms in the sentences of a document.
func (r *Reader) located(d *document.Document, sentences []text.Sentence) []finding {
	found := r.find(defaultModel(), d.Text, sentences)
	r.locate(d, sentences, found)
	return found
}

// toponyms returns the toponyms of all findings.
func toponyms(found []finding) []geo.Toponym {
	out := make([]geo.Toponym, len(found))
	for i := range found {
		out[i] = found[i].Toponym
	}
	return out
}

// mostTogether is how many mentions of places are resolved together. Each name
// is weighed beside all others, so that the work would grow with the square of
// a text's length; a story of eight thousand words has as many.
const mostTogether = 400

// locate finds the places of a document's toponyms, all together and beside the home of
// their story, if that is known. A relation to a place does not move it: the toponym of
// "10 km south of Kirkuk" is Kirkuk.
func (r *Reader) locate(d *document.Document, sentences []text.Sentence, found []finding) {
	home := r.home(d)
	var lands []*geo.Place
	if home == nil {
		lands = r.lands(d, sentences)
	}
	filed := filedFrom(sentences, found)
	for part := range slices.Chunk(found, mostTogether) {
		places := make([]*geo.Place, len(part))
		said := make([]struct{ relation, kind string }, len(part))
		for i := range part {
			p := &part[i].Place
			places[i], said[i].relation, said[i].kind = p, p.Relation, p.Kind
			p.Relation = ""
			if p.Kind == "" && !part[i].Demonym && strings.EqualFold(p.Name, filed) {
				p.Kind = "city"
			}
		}
		r.Gazetteer.Locate(append(slices.Clip(lands), beside(home, places)...)...)
		for i := range part {
			places[i].Relation, places[i].Kind = said[i].relation, said[i].kind
		}
	}
	r.locateWithin(d.Text, found)
}

// filedFrom returns the name that a dateline begins with, else nothing: a story is filed
// from a town, and goes on to mean that, WASHINGTON or KUWAIT.
func filedFrom(sentences []text.Sentence, found []finding) string {
	for i := range sentences {
		if !sentences[i].Dateline {
			continue
		}
		for j := range found {
			if found[j].Start == sentences[i].Start {
				return found[j].Place.Name
			}
		}
		return ""
	}
	return ""
}

// beside puts a story's home, if it is known, before its places, as if the story
// began with naming it.
func beside(home *geo.Place, places []*geo.Place) []*geo.Place {
	if home == nil {
		return places
	}
	return append([]*geo.Place{home}, places...)
}

// Resolve returns the toponyms at known places of a text, located together.
// Names that overlap another or lie outside the text are left out.
func (r *Reader) Resolve(d *document.Document, names []Name) []geo.Toponym {
	sentences := text.Split(d.Text)
	p := layOut(d.Text, sentences, r.Gazetteer)
	var found []finding
	at := 0
	for _, n := range names {
		if n.Start < at || n.End <= n.Start || n.End > len(d.Text) {
			continue
		}
		at = n.End
		found = append(found, finding{Toponym: p.toponymAt(n), sure: true})
	}
	r.locate(d, sentences, found)
	return toponyms(found)
}

// find finds the toponyms in the sentences of a text.
func (r *Reader) find(m *Model, s string, sentences []text.Sentence) []finding {
	out := make([]finding, 0, len(sentences))
	for part := range slices.Chunk(sentences, mostSentences) {
		p := layOut(s, part, r.Gazetteer)
		for _, sp := range p.namesIn(m, &r.Tagging) {
			if p.namesOther(sp) {
				continue
			}
			f := p.finding(sp, &r.Tagging)
			if f.Demonym && r.Tagging.NoDemonyms || f.Inside && r.Tagging.NoInside {
				continue
			}
			out = append(out, f)
		}
		p.release()
	}
	return out
}

// namesIn finds the names of a page.
func (p *page) namesIn(m *Model, t *Tagging) []span {
	if t.LongestMatch {
		return p.longestMatches()
	}
	names := (&tagger{model: m}).names(p)
	if caseless := p.caseless(); len(caseless) > 0 {
		names = append(names, caseless...)
		slices.SortFunc(names, func(a, b span) int { return a.start - b.start })
	}
	return names
}

// toponym describes a name by the words beside it.
func (p *page) toponym(s span) geo.Toponym {
	first, last := &p.words[s.start], &p.words[s.end-1]
	t := geo.Toponym{Start: first.Start, End: last.End, Demonym: s.demonym, Inside: p.insideName(s)}
	t.Place.Name = p.text[t.Start:t.End]
	if !t.Demonym {
		p.hint(&t.Place, s)
	}
	return t
}

// toponymAt describes the words that a name spans. One that no word of ours
// begins and ends with is taken as it is.
func (p *page) toponymAt(n Name) geo.Toponym {
	start, end := -1, -1
	for i := range p.words {
		if p.words[i].Start < n.End && p.words[i].End > n.Start {
			if start < 0 {
				start = i
			}
			end = i + 1
		}
	}
	t := geo.Toponym{Start: n.Start, End: n.End}
	if start >= 0 {
		s := span{start: start, end: end}
		s.demonym = p.areDemonym(s)
		t = p.toponym(s)
	}
	t.Start, t.End = n.Start, n.End
	t.Place.Name = p.text[n.Start:n.End]
	return t
}

// insideName reports whether a name is part of an organisation's, facility's or
// armed group's name: capitalised words beside it, of which one is such a noun.
func (p *page) insideName(s span) bool {
	n := p.words[s.start].run
	if n < 0 {
		return false
	}
	r := p.runs[n]
	for i := s.end; i < r.end && p.joinsName(i); i++ {
		if p.namesOrganisation(i) {
			return true
		}
	}
	for i := s.start - 1; i >= r.start && (p.joinsName(i) || p.words[i].lower == "and"); i-- {
		if p.namesOrganisation(i) && !p.listed(i, s.start) || p.namesGroup(i) {
			return true
		}
	}
	return false
}

// joinsName reports whether word i goes on with a name rather than with a list
// of names.
func (p *page) joinsName(i int) bool {
	w := &p.words[i]
	return w.capital && w.noun != en.TitleNoun || w.lower == "of" || w.lower == "the" || w.lower == "-"
}

// listed reports whether an "and" stands between words i and j: what is listed
// with an organisation is not part of it, but a group's name may list places.
func (p *page) listed(i, j int) bool {
	return slices.ContainsFunc(p.words[i:j], func(w word) bool { return w.lower == "and" })
}

func (p *page) namesOrganisation(i int) bool {
	w := &p.words[i]
	return w.capital && (w.noun == en.OrgNoun || w.noun == en.FacilityNoun) || p.namesGroup(i)
}

// namesGroup reports whether word i is one that movements call themselves by.
// The "United" of the United States is not.
func (p *page) namesGroup(i int) bool {
	return p.words[i].capital && en.GroupWord(p.words[i].lower) && p.matchAt(i) == nil
}

// longestMatches returns the names that the gazetteer knows, but for those that
// are more likely another word: the baseline of the tagger.
func (p *page) longestMatches() []span {
	var out []span
	for i := range p.matches {
		m := &p.matches[i]
		s := span{start: m.start, end: m.end}
		s.demonym = p.isDemonym(m.start)
		if s.demonym || p.plausible(m) {
			out = append(out, s)
		}
	}
	return out
}

// Towns below these, as decimal logarithms of their inhabitants, are less often
// meant than the people and things that share their names.
const (
	smallTown     = 4.0
	smallNamesake = 5.0 // of a first or last name
)

func (p *page) plausible(m *match) bool {
	first := &p.words[m.start]
	switch kindOf(m.info.BestKind) {
	case countryKind, adm1Kind, regionKind:
		return true
	}
	if m.end-m.start > 1 {
		return m.info.Main
	}
	if ordinary(first.entry) || p.besidePerson(m.start) {
		return false
	}
	if first.entry.Person() {
		return m.info.Population >= smallNamesake
	}
	return m.info.Population >= smallTown && m.info.Main
}
