package record

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-map/dateline/geo/internal/lines"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

//go:embed unit_codes.txt
var unitCodesTxt string

// unitList are the codes of one country's units.
type unitList struct {
	land    string
	headers []string // of columns that have them, in the form of headers.Words
	names   map[string]string
}

var unitLists = sync.OnceValue(func() []*unitList {
	var all []*unitList
	for line := range lines.Of(unitCodesTxt) {
		head, list, _ := strings.Cut(line, ":")
		land, columns, _ := strings.Cut(head, "/")
		l := &unitList{land: strings.TrimSpace(land), headers: strings.Split(strings.Trim(columns, " /"), "/"), names: map[string]string{}}
		for unit := range strings.SplitSeq(list, ",") {
			code, name, _ := strings.Cut(strings.TrimSpace(unit), " ")
			l.names[code] = name
		}
		all = append(all, l)
	}
	return all
})

// settleUnits finds out whether the areas of a table are written by the codes of one
// country's units: below a header that such columns have, or beside that country.
func (u *understander) settleUnits() {
	p := &u.t.plan
	for _, role := range []Role{Adm1, Adm2} {
		col := p.col(role)
		if col < 0 || len(p.cols[role]) > 1 || !u.only(col, capitals) {
			continue
		}
		for _, l := range unitLists() {
			if u.only(col, func(s string) bool { return l.names[s] != "" }) && u.writtenBy(col, l) {
				p.units, p.unitRole = l, role
				return
			}
		}
	}
}

// writtenBy reports whether a column of codes is one of a list's country: the table says
// that country, or none and the header is one of the list's.
func (u *understander) writtenBy(col int, l *unitList) bool {
	if land := u.t.plan.col(Country); land >= 0 {
		return u.only(land, func(s string) bool { return landNames[headers.Words(s)] == l.land })
	}
	words := headers.Words(u.t.Columns[col].Name)
	return slices.Contains(l.headers, words) || strings.HasSuffix(u.t.Columns[col].Why, " of "+l.land)
}

// landNames are the names and codes that tables write for the countries of the lists.
var landNames = map[string]string{
	"brazil": "Brazil", "brasil": "Brazil", "br": "Brazil", "bra": "Brazil", "bresil": "Brazil",
	"mexico": "Mexico", "mexique": "Mexico", "mx": "Mexico", "mex": "Mexico",
	"switzerland": "Switzerland", "schweiz": "Switzerland", "suisse": "Switzerland", "svizzera": "Switzerland", "ch": "Switzerland", "che": "Switzerland",
	"germany": "Germany", "deutschland": "Germany", "allemagne": "Germany", "de": "Germany", "deu": "Germany",
	"india": "India", "in": "India", "ind": "India", "inde": "India",
	"italy": "Italy", "italia": "Italy", "italie": "Italy", "it": "Italy", "ita": "Italy",
}

// unit returns the name of the unit that a code of the table's list means in the column of
// a role; anything else as it is.
func (c *converter) unit(role Role, written string) string {
	if c.plan.units == nil || role != c.plan.unitRole {
		return written
	}
	if name := c.plan.units.names[written]; name != "" {
		return name
	}
	return written
}

// capitals reports whether a cell is a code of two to six capitals.
func capitals(s string) bool {
	return len(s) >= 2 && len(s) <= 6 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// unitsByContent takes a column of nothing but the codes of one list's units for these, where
// no header names a place: few other codes of a country are all among them.
func (u *understander) unitsByContent() {
	p := &u.t.plan
	if p.anyOf(Country, Adm1, Adm2, Adm3, Place, Lat, Coordinates, Easting, PCode, Adm1PCode) {
		return
	}
	for col, c := range u.t.Columns {
		if c.Role != NoRole && c.Role != Title || !u.only(col, capitals) {
			continue
		}
		for _, l := range unitLists() {
			if u.distinct(col) >= enoughUnits && u.only(col, func(s string) bool { return l.names[s] != "" }) {
				p.cols[c.Role] = slices.DeleteFunc(p.cols[c.Role], func(of int) bool { return of == col })
				u.t.Columns[col].Role = NoRole
				u.grantByContent(Adm1, col, "its values are codes of units of "+l.land)
				return
			}
		}
	}
}

// enoughUnits is how many different codes of one list a column must have to be one of these.
const enoughUnits = 6

func (u *understander) distinct(col int) int {
	seen := map[string]bool{}
	for v := range u.values(col) {
		seen[v] = true
	}
	return len(seen)
}
