package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo/news/en"
)

// Who enters a place to kill takes nothing.

// entersToKill reports whether trigger i only says how those came who did what is told
// right behind "and": "gunmen entered the village and opened fire" took nothing.
func (v *view) entersToKill(i int) bool {
	if t := &v.triggers[i]; t.Kind.Family != "territory" || t.Noun {
		return false
	}
	for k := i + 1; k < len(v.triggers); k++ {
		t := &v.triggers[k]
		if t.Tool {
			continue
		}
		return !t.Noun && t.Kind.Family == "violence" && v.w.At(t.From-1) == "and"
	}
	return slices.ContainsFunc(v.tolls, func(x en.Toll) bool { // "and killed three villagers"
		return x.Deed && x.At > v.triggers[i].To && v.w.At(x.At-1) == "and" && en.SideOf(v.w.Victims(x.PeopleFrom, x.PeopleTo)) == en.Civilian
	})
}

// entersKilling reports whether trigger i says where those came who did what a participle
// tells behind it: "gunmen swept into Gao, firing on residents" took nothing either.
func (v *view) entersKilling(i int) bool {
	t := &v.triggers[i]
	if !t.Faint || t.Noun || t.Kind.Family != "territory" {
		return false
	}
	for k := i + 1; k < len(v.triggers); k++ {
		if t := &v.triggers[k]; !t.Tool {
			return !t.Noun && t.Kind.Family == "violence"
		}
	}
	return false
}

// attacksPeople reports whether those who are told to have launched an attack killed people without
// arms in it, or attacked a camp of people who were driven from home.
func (h *happening) attacksPeople() bool {
	if !h.noun && h.harmed() && h.actor1.side != en.State && h.name >= 0 && h.view.names[h.name].kind == "camp" && h.view.w.Names("displaced") {
		return true // "attacked Kalma camp, wounding six displaced people"
	}
	if h.noun || !h.killedAny() || h.actor2.side != en.Civilian || h.actor1.side == en.State {
		return false
	}
	for k := h.head + 1; k < h.head+5; k++ {
		switch h.view.w.At(k) {
		case "attack", "attacks", "assault", "raid":
			return true
		}
	}
	return false
}

// surroundsToKill reports whether trigger i says that those surrounded a place who did what is told
// right behind it: "gunmen surrounded the village and opened fire" laid no siege to it.
func (v *view) surroundsToKill(i int) bool {
	if t := &v.triggers[i]; t.Noun || t.Kind.Family != "siege" {
		return false
	}
	for k := i + 1; k < len(v.triggers); k++ {
		if t := &v.triggers[k]; !t.Tool {
			return !t.Noun && (t.Kind.Family == "violence" || t.Kind.Family == "destruction") && v.w.At(t.From-1) == "and"
		}
	}
	return false
}
