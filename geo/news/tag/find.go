package tag

import (
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// Options says what counts as a place name and how names are found. Its zero
// value is the usual choice.
type Options struct {
	// NoDemonyms leaves out peoples, languages and adjectives of places
	// ("Iraqi"). The default is to give them, marked as such.
	NoDemonyms bool
	// NoInside leaves out places inside the names of organisations and
	// facilities ("Bank of America"). The default is to give those that the
	// tagger finds, marked as such.
	NoInside bool
	// Unlisted speaks for names that no gazetteer has, where a text speaks of places: it is for
	// who weighs the names again once they are located. The default is not to.
	Unlisted bool
	// LongestMatch takes the longest names that the gazetteer knows, filtered
	// by kind, population and how common the word is, instead of the learned
	// tagger. It is the baseline that the tagger is measured against. The
	// default is the tagger.
	LongestMatch bool
}

// Name is where a place name stands in a text: byte offsets, End excluded.
type Name struct {
	Start, End int
	Demonym    bool
}

// Mention is a name found in a text, with what the words around it say of it: before and after
// somebody has located its place.
type Mention struct {
	geo.Toponym
	Info   geo.NameInfo // what is known of the name without context
	Margin int32        // by how much its words speak for a name, in units of the model
	Short  bool         // a few capitals
	Sure   bool         // not weighed: given, the longest match, or in a script without capitals
}

// Find returns the names in the sentences of a text, in its order, without overlap.
func (m *Model) Find(gaz Gazetteer, s string, sentences []text.Sentence, o Options) []Mention {
	out := make([]Mention, 0, len(sentences))
	for part := range slices.Chunk(sentences, mostSentences) {
		p := layOut(s, part, gaz)
		for _, sp := range p.namesIn(m, &o) {
			if p.namesOther(sp) {
				continue
			}
			f := p.mention(sp, &o)
			if f.Demonym && o.NoDemonyms || f.Inside && o.NoInside {
				continue
			}
			out = append(out, f)
		}
		p.release()
	}
	return out
}

// mostSentences is how many sentences are laid out as one page, so that memory does not grow
// with an endless text.
const mostSentences = 2000

// Describe returns names that somebody else has found in the sentences of a text, as Find
// returns its own. Names that overlap another or lie outside the text are left out.
func Describe(gaz Gazetteer, s string, sentences []text.Sentence, names []Name) []Mention {
	p := layOut(s, sentences, gaz)
	var out []Mention
	at := 0
	for _, n := range names {
		if n.Start < at || n.End <= n.Start || n.End > len(s) {
			continue
		}
		at = n.End
		out = append(out, Mention{Toponym: p.toponymAt(n), Sure: true})
	}
	return out
}

// mention describes a name that was found, by the words beside it.
func (p *page) mention(s span, t *Options) Mention {
	w := &p.words[s.start]
	return Mention{
		Toponym: p.toponym(s), Info: p.evidence(s.start, s.end), Margin: s.margin,
		Short: s.end == s.start+1 && w.Case == text.Upper && w.End-w.Start <= mostAcronym,
		Sure:  t.LongestMatch || w.run < 0,
	}
}

// mostAcronym is the length in bytes up to which capitals are likelier an acronym than
// a name that is written in them.
const mostAcronym = 4

// namesIn finds the names of a page.
func (p *page) namesIn(m *Model, t *Options) []span {
	if t.LongestMatch {
		return p.longestMatches()
	}
	names := (&tagger{model: m, unlisted: t.Unlisted}).names(p)
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
	switch KindOf(m.info.BestKind) {
	case Country, Adm1, Region:
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
