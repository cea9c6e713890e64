package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo/news/en"
)

// What names behind a happening say of where it was.

// townBehind reports whether the name behind name i, with no mark between them, says where that is.
func (v *view) townBehind(i int) bool {
	if i+1 >= len(v.names) {
		return false
	}
	n := &v.names[i+1]
	return extent(n) <= 1 && (n.lead.Prep == "in" || n.lead.Prep == "at" || n.lead.Prep == "near") && !v.w.MarkBetween(v.names[i].to, n.lead.From)
}

// saidBehind reports whether a name behind a happening's verb says where it was.
func (v *view) saidBehind(h *happening) bool {
	return slices.ContainsFunc(v.names, func(n name) bool {
		return n.lead.From > h.head && placePreps[n.lead.Prep] && v.w.MainClause(n.from) == v.w.MainClause(h.head)
	})
}

// fleeTo reports whether a name says where people fled, behind a happening.
func (v *view) fleeTo(h *happening, n *name) bool {
	return slices.ContainsFunc(v.triggers, func(t en.Trigger) bool {
		return t.Kind.Family == "displacement" && !t.Tool && t.From > h.head && t.To <= n.from
	})
}

// fledTo reports whether an incident's place is where people fled from what another one
// tells.
func (y *incident) fledTo(x *incident) bool {
	return y.kind.Family == "displacement" && x.kind.Family != "displacement" && y.name >= 0 && y.view.names[y.name].lead.Prep == "to"
}
