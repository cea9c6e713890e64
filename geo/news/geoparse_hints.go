package news

import (
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
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
	if namesKind[lead.Kind] && p.words[s.start-1].lower == "of" && en.Settlement(p.words[s.start-2].lower) {
		place.Kind = lead.Kind
	}
	if kind, end := w.PlaceTail(s.end - from); followsKind[kind] && !p.words[from+end-1].capital {
		place.Kind = kind
	}
	if place.Kind == "" && s.start > from && p.words[s.start-1].lower == "the" {
		// The gazetteer has what bears the article: the Pacific is no town of the name.
		if kind := p.evidence(s.start-1, s.end).BestKind; takesArticle[kind] {
			place.Kind = kind
		}
	}
}

// takesArticle are kinds of place whose names are said with an article.
var takesArticle = map[string]bool{"region": true, "sea": true, "river": true, "mountain": true, "desert": true}

// Kinds that a noun before a name ("the city of Kirkuk") and after it ("Kirkuk
// province") tells for certain. A "Texas town" is not Texas, and the "Houston
// region" is whatever its speaker thinks.
var (
	followsKind = map[string]bool{"adm1": true, "crossing": true, "river": true, "lake": true, "dam": true, "airbase": true, "airport": true}
	namesKind   = map[string]bool{"adm1": true, "adm2": true, "city": true, "town": true, "village": true, "crossing": true, "river": true, "lake": true}
)
