package geoparse

import (
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/tag"
)

// locateWithin looks names up again that another country or province holds, or none, than
// the one that is told right behind them: "Bradford, Ontario" is not in England. Where the
// gazetteer lacks the place, the province or country stands for it.
func (p *Parser) locateWithin(text string, found []tag.Mention) {
	for i := range found {
		if i+1 == len(found) || !told(text, found[i:]) {
			continue
		}
		f, holder := &found[i], &found[i+1].Place.Match
		if m := &f.Place.Match; m.Located() && mayLieIn(m, holder) {
			continue
		}
		place := geo.Place{Name: f.Place.Name, Kind: f.Place.Kind, Within: geo.Within{Country: holder.Country}}
		if tag.KindOf(holder.Type) == tag.Adm1 {
			place.Within.Adm1 = found[i+1].Place.Name
		}
		if p.Gazetteer.Locate(&place); place.Match.Located() {
			f.Place.Match = place.Match
		}
	}
}

// mayLieIn reports whether a match may lie in the country or province told behind its name.
func mayLieIn(m, holder *geo.Match) bool {
	switch {
	case m.Country == "" || tag.KindOf(m.Type) == tag.Country:
		return true
	case m.Country != holder.Country:
		return false
	}
	return tag.KindOf(holder.Type) != tag.Adm1 || m.Adm1 == "" || m.Adm1 == holder.Name
}

// told reports whether the second of some names tells what the first lies in: a comma
// stands between them, it is a country or province, and they are not in a list.
func told(text string, names []tag.Mention) bool {
	f, holder := &names[0], &names[1]
	if f.Demonym || holder.Demonym || f.Place.Match.Kind == geo.NotLookedFor || !holder.Place.Match.Located() || !comma(text, f, holder) {
		return false
	}
	switch tag.KindOf(holder.Place.Match.Type) {
	case tag.Country, tag.Adm1:
	default:
		return false
	}
	if strings.HasSuffix(text[:f.Start], "In ") && en.Acts(strings.TrimLeft(text[holder.End:], " ")) {
		return false // "In Gao, Mali shelled a camp"
	}
	rest := strings.TrimLeft(text[holder.End:], " ,")
	if strings.HasPrefix(rest, "and ") || strings.HasPrefix(rest, "or ") || strings.HasPrefix(rest, "& ") {
		return false
	}
	if len(names) > 2 && comma(text, holder, &names[2]) {
		after := &names[2].Place.Match
		return tag.KindOf(after.Type) == tag.Country && after.Country == holder.Place.Match.Country
	}
	return true
}

func comma(text string, a, b *tag.Mention) bool {
	return b.Start > a.End && strings.TrimSpace(text[a.End:b.Start]) == ","
}
