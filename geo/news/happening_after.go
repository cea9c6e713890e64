package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo/news/en"
)

// afterClause returns the token at which a clause begins that says after what somebody
// did what the happening's verb tells, and in which token i stands: "warplanes bombed
// camps after rebels killed 13 soldiers in an attack". It returns 0 if there is none.
// What people died or were hurt after is no other happening.
func (h *happening) afterClause(i int) int {
	if h.noun || h.passive || h.weak || h.tolled || i <= h.head {
		return 0
	}
	v := h.view
	for k := h.to; k < i; k++ {
		if v.w.At(k) == "after" && slices.ContainsFunc(v.tolls, func(t en.Toll) bool {
			return t.Deed && t.Harm == en.Killed && t.At > k+1 && t.At <= i && !v.w.PassiveAt(t.At)
		}) {
			return k
		}
	}
	return 0
}

// partClauses notes which happenings are told in a clause that says after what another
// one happened: neither its means nor its places are theirs.
func partClauses(all []happening) {
	for i := range all {
		for k := range all {
			if at := all[k].afterClause(all[i].head); k != i && at > 0 {
				all[i].clause, all[i].apart = at, true
			}
		}
	}
}

// falls reports whether a name is what falls to somebody: "Gao fell to the rebels".
func (v *view) falls(h *happening, n *name) bool {
	if h.noun || h.kind.Family != "territory" || en.Stem(v.w.At(h.head)) != "fell" && en.Stem(v.w.At(h.head)) != "fall" && v.w.At(h.head) != "fallen" {
		return false
	}
	return v.subjectOf(h, n)
}

// subjectOf reports whether a name stands right before a happening's verb.
func (v *view) subjectOf(h *happening, n *name) bool {
	if n.tail > h.head || h.head-n.tail > 3 {
		return false
	}
	for k := n.tail; k < h.head; k++ {
		if !en.Auxiliary(v.w.At(k)) && !en.Adverb(v.w.At(k)) {
			return false
		}
	}
	return true
}
