package tag

import (
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// hint sets what the words beside a name say of the place.
//
// That "Paris, Texas" lies in Texas is not among them: the story's names are
// resolved together, and that Texas stands beside Paris weighs more there than
// a container that the gazetteer may draw differently would.
func (p *page) hint(place *geo.Place, s span) {
	n := p.words[s.start].sentence
	from, to := p.bounds[n], p.bounds[n+1]
	w := en.Words{Text: p.text, Tokens: p.cuts[n].Tokens, Lower: p.lowers[from:to]}
	lead := w.Lead(s.start - from)
	place.Relation = lead.Relation
	kind, end := w.PlaceTail(s.end - from)
	area := kind == "adm1" || kind == "adm2" || kind == "region" // "Bardera town of Gedo region"
	if namesKind[lead.Kind] && !(area && en.Settlement(p.words[max(0, s.start-2)].lower)) && p.words[s.start-1].lower == "of" && en.Settlement(p.words[s.start-2].lower) && !p.partOfCity(s) {
		place.Kind = lead.Kind
	}
	if followsKind[kind] && !p.words[from+end-1].capital && !(kind == "camp" && p.isWide(s)) {
		place.Kind = kind
	}
	if place.Kind == "" && p.abbreviatesState(s) {
		place.Kind = "adm1"
	}
	if place.Kind == "" && p.isRegion(s) {
		place.Kind = "adm1"
	}
	if place.Kind == "" && p.isState(s) {
		place.Kind = "adm1"
	}
	if place.Kind == "" && s.start > from && p.words[s.start-1].lower == "the" {
		// The gazetteer has what bears the article: the Pacific is no town of the name.
		if kind := p.evidence(s.start-1, s.end).BestKind; takesArticle[kind] {
			place.Kind = kind
		}
	}
}

// isWide reports whether a name is best known as a country's or province's: a West Bank
// camp is not called West Bank.
func (p *page) isWide(s span) bool {
	switch KindOf(p.evidence(s.start, s.end).BestKind) {
	case Country, Adm1, Region:
		return true
	}
	return false
}

// abbreviatesState reports whether a name is that of one of the United States, shortened as only
// these are: "La." is not Los Angeles, nor "N.Y." the city.
func (p *page) abbreviatesState(s span) bool {
	last := &p.words[s.end-1]
	name := p.text[p.words[s.start].Start:last.End]
	dotted := strings.Contains(name, ".") || last.End < len(p.text) && p.text[last.End] == '.'
	return dotted && en.StateAbbreviation(strings.TrimSuffix(strings.ToLower(name), "."))
}

// isState reports whether the word behind a name calls it a state that is part of a
// country: "a Washington state farm", but not "the Israeli state" or "in Turkey state media".
func (p *page) isState(s span) bool {
	if s.demonym || s.end >= len(p.words) || p.words[s.end].lower != "state" || p.words[s.end].Case != text.Lower {
		return false
	}
	info := p.evidence(s.start, s.end)
	return info.Kinds&geo.KindAdm1 != 0 && info.Kinds&geo.KindCountry == 0
}

// isRegion reports whether the word behind a name calls it a region that is a province, and of
// no town that is better known: "Gedo region", but not "the Houston region".
func (p *page) isRegion(s span) bool {
	if s.demonym || s.end >= len(p.words) || p.words[s.end].lower != "region" || p.words[s.end].Case != text.Lower {
		return false
	}
	info := p.evidence(s.start, s.end)
	return info.Kinds&geo.KindAdm1 != 0 && info.Settled < city-1
}

// partOfCity reports whether "district of" before a city's name is said of the quarter that
// stands before it: "the Mansoura district of Aden".
func (p *page) partOfCity(s span) bool {
	return s.start > 3 && p.words[s.start-2].lower == "district" && p.words[s.start-3].capital && p.evidence(s.start, s.end).Settled >= city
}

// city is the number of inhabitants, as a decimal logarithm, from which a name is a city's first.
const city = 5

// takesArticle are kinds of place whose names are said with an article.
var takesArticle = map[string]bool{"region": true, "sea": true, "river": true, "mountain": true, "desert": true}

// Kinds that a noun before a name ("the city of Kirkuk") and after it ("Kirkuk
// province") tells for certain. A "Texas town" is not Texas, and the "Houston
// region" is whatever its speaker thinks.
var (
	followsKind = map[string]bool{"adm1": true, "crossing": true, "camp": true, "river": true, "lake": true, "dam": true, "airbase": true, "airport": true}
	namesKind   = map[string]bool{"adm1": true, "adm2": true, "city": true, "town": true, "village": true, "crossing": true, "river": true, "lake": true}
)
