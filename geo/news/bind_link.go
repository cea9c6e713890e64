package news

import (
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
)

// What joins names that stand apart.

// linkCapital lets a province hold its seat where that is named right behind it: "in the
// provincial capital of South Kivu, Bukavu, people marched".
func linkCapital(w *en.Words, names []name) {
	for i := 1; i < len(names); i++ {
		a, b := &names[i-1], &names[i]
		end := a.tail
		if w.At(end) == "state" {
			end++
		}
		if a.toponym == nil || b.toponym == nil || b.from != end+1 || w.At(end) != "," || !w.CapitalOfAt(a.from) || w.At(b.to) != "," && b.to < w.Len() {
			continue
		}
		if a.holder == i {
			a.holder, b.outer = -1, false
		}
		a.list, b.list = i-1, i
		b.holder, a.outer = i-1, true
		b.lead, a.lead.Prep, a.lead.Relation = a.lead, "of", ""
		b.lead.Kind, b.lead.Relation, b.seat = "city", "", true
	}
}

// linkHeldLists makes one list of places each of which is told with what holds it: "the
// villages of Gao in Kidal region and Ansongo in Mopti region".
func linkHeldLists(names []name) {
	for i := 2; i < len(names); i++ {
		k := names[i].list // what holds the one before, taken for the list's first
		if k == i || k < 1 || names[k-1].holder != k || names[k-1].list != k-1 || !names[k-1].lead.Plural && names[i].holder < 0 {
			continue
		}
		for n := i; n < len(names) && (names[n].list == k || names[n].list == i); n++ {
			names[n].list = k - 1
		}
	}
}

// shareTails lets all of a list be what the noun behind its last name calls them: "in Aleppo and
// Hama provinces", "Katsina and Kaduna states".
func shareTails(w *en.Words, names []name) {
	for i := range names {
		n := &names[i]
		if n.list == i || i+1 < len(names) && names[i+1].list == n.list {
			continue
		}
		if w.At(n.tail) == "states" && !w.Capital(n.tail) && allStates(names, n.list) {
			n.kind, n.tail = "adm1", n.tail+1
		}
		if n.tail > n.to && en.Towns(w.At(n.tail-1)) && names[n.list].lead.Prep != "between" {
			n.kind, _ = en.PlaceKind(w.At(n.tail - 1)) // "Bakoro, Zumba and Kori villages"
		}
		if n.kind == "" || n.tail <= n.to || !strings.HasSuffix(w.At(n.tail-1), "s") {
			continue
		}
		for k := range names {
			if names[k].list == n.list && names[k].kind == "" && names[k].capital == nil {
				names[k].kind = n.kind
			}
		}
	}
}

// allStates reports whether the names of a list may all be those of a country's states.
func allStates(names []name, list int) bool {
	for i := range names {
		if n := &names[i]; n.list == list && (n.info.Demonym || n.info.Kinds&geo.KindAdm1 == 0) {
			return false
		}
	}
	return true
}

// linkSites lets the town that opens the sentence hold the squares, streets and quarters
// named after it: "In Kyiv, relatives rallied on Independence Square".
func linkSites(w *en.Words, names []name) {
	if len(names) < 2 || names[0].lead.From > 0 || names[0].lead.Prep != "in" || w.At(names[0].tail) != "," || names[0].toponym == nil {
		return
	}
	if m := &names[0].toponym.Place.Match; !m.Located() || !settlements[m.Type] {
		return
	}
	for i := 1; i < len(names); i++ {
		if n := &names[i]; n.holder < 0 && n.list != 0 && w.MainClause(n.from) == w.MainClause(names[0].tail+1) && (w.SiteName(n.to-1) || w.SiteName(n.to) && (n.to < n.tail || w.Capital(n.to))) {
			n.holder, names[0].outer = 0, true
		}
	}
}

// takeSite makes a name of a town that of the dam or refinery which is called by it, if a
// gazetteer has that: "Mosul dam" lies far from Mosul.
func (r *Reader) takeSite(w *en.Words, n *name) {
	if n.toponym == nil || n.again() || w.At(n.to) != "dam" && w.At(n.to) != "refinery" {
		return
	}
	if r.Gazetteer.Evidence(w.Span(n.from, n.to+1)).Places > 0 {
		n.to, n.toponym = n.to+1, nil
	}
}

// extent ranks what a name may be by how much it holds.
func extent(n *name) int {
	switch n.kind {
	case "country":
		return 4
	case "adm1":
		return 3
	case "adm2":
		return 2
	case "":
	default:
		return 1
	}
	switch n.info.BestKind {
	case "country":
		return 4
	case "adm1", "region":
		return 3
	case "adm2":
		return 2
	case "":
		return 0
	}
	return 1
}

// linkLabel lets a province or district hold the names without a holder behind
// it, if it heads the paragraph, "Chiure district: rebels burned Magaia", or a
// clause tells what happened there, "in Marib province, where rebels seized Sirwah".
func linkLabel(w *en.Words, names []name) {
	for i := range names {
		n := &names[i]
		label := i == 0 && n.from == 0 && w.At(n.tail) == ":"
		if i == 0 && n.toponym != nil && heads(w, n) {
			holdUnknown(w, names)
		}
		if extent(n) < 2 || !label && (w.At(n.tail) != "," || w.At(n.tail+1) != "where") {
			continue
		}
		for k := i + 1; k < len(names) && names[k].list != names[i].list; k++ {
			if names[k].holder < 0 && extent(&names[k]) < extent(n) && w.MainClause(names[k].from) <= w.MainClause(n.tail+2) {
				names[k].holder, n.outer = i, true
			}
		}
	}
}
