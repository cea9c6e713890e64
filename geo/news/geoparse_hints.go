package news

import (
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
)

// hint sets what the words beside a name say of the place.
func (p *page) hint(place *geo.Place, s span) {
	n := p.words[s.start].sentence
	from, to := p.bounds[n], p.bounds[n+1]
	w := en.Words{Text: p.text, Tokens: p.cuts[n].Tokens, Lower: p.lowers[from:to]}
	lead := w.Lead(s.start - from)
	place.Relation, place.Kind = lead.Relation, lead.Kind
	if kind, _ := w.PlaceTail(s.end - from); kind != "" {
		place.Kind = kind
	}
	place.Within = p.within(s)
}
