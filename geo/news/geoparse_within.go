package news

import (
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// locateWithin looks names up again that another country or province holds, or none, than
// the one that is told right behind them: "Bradford, Ontario" is not in England. Where the
// gazetteer lacks the place, the province or country stands for it.
func (r *Reader) locateWithin(text string, found []finding) {
	for i := range found {
		if i+1 == len(found) || !told(text, found[i:]) {
			continue
		}
		f, holder := &found[i], &found[i+1].Place.Match
		if m := &f.Place.Match; m.Located() && mayLieIn(m, holder) {
			continue
		}
		p := geo.Place{Name: f.Place.Name, Kind: f.Place.Kind, Within: geo.Within{Country: holder.Country}}
		if kindOf(holder.Type) == adm1Kind {
			p.Within.Adm1 = found[i+1].Place.Name
		}
		if r.Gazetteer.Locate(&p); p.Match.Located() {
			f.Place.Match = p.Match
		}
	}
}

// mayLieIn reports whether a match may lie in the country or province told behind its name.
func mayLieIn(m, holder *geo.Match) bool {
	switch {
	case m.Country == "" || kindOf(m.Type) == countryKind:
		return true
	case m.Country != holder.Country:
		return false
	}
	return kindOf(holder.Type) != adm1Kind || m.Adm1 == "" || m.Adm1 == holder.Name
}

// told reports whether the second of some names tells what the first lies in: a comma
// stands between them, it is a country or province, and they are not in a list.
func told(text string, names []finding) bool {
	f, holder := &names[0], &names[1]
	if f.Demonym || holder.Demonym || f.Place.Match.Kind == geo.NotLookedFor || !holder.Place.Match.Located() || !comma(text, f, holder) {
		return false
	}
	switch kindOf(holder.Place.Match.Type) {
	case countryKind, adm1Kind:
	default:
		return false
	}
	rest := strings.TrimLeft(text[holder.End:], " ,")
	if strings.HasPrefix(rest, "and ") || strings.HasPrefix(rest, "or ") || strings.HasPrefix(rest, "& ") {
		return false
	}
	if len(names) > 2 && comma(text, holder, &names[2]) {
		after := &names[2].Place.Match
		return kindOf(after.Type) == countryKind && after.Country == holder.Place.Match.Country
	}
	return true
}

func comma(text string, a, b *finding) bool {
	return b.Start > a.End && strings.TrimSpace(text[a.End:b.Start]) == ","
}
