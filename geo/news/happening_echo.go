package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo/news/en"
)

// echoBack is how many sentences back that may be which a sentence says more of.
const echoBack = 3

// echo returns what a sentence says of where and when that happened which was told
// right before it, if it tells of nothing itself: "The incident occurred in Bria",
// "Nobody claimed the attack in the town of Musayyib." It is told once more, and
// counts only if it says more.
func (s *story) echo(v *view) (happening, bool) {
	if len(s.incidents) == 0 {
		return happening{}, false
	}
	before := &s.incidents[len(s.incidents)-1].happening
	if d := v.index - before.view.index; d < 1 || d > echoBack || before.planned || before.view.headline {
		return happening{}, false
	}
	at := v.echoAt(before.kind)
	if at < 0 {
		return happening{}, false
	}
	h := happening{view: v, kind: before.kind, head: at, from: at, to: at + 1, anchors: []int{at}, noun: true, definite: true, weak: true, echo: true, name: -1}
	s.bind(&h)
	if h.name < 0 || !v.behind(at, &v.names[h.name]) {
		return happening{}, false
	}
	s.date(&h)
	return h, !h.old && !h.planned
}

// behind reports whether a name stands behind a preposition of place in the clause
// that begins with token i.
func (v *view) behind(i int, n *name) bool {
	if !placePreps[n.lead.Prep] || n.lead.From <= i {
		return false
	}
	breaks, said := v.w.ClauseBreaks(i+1, n.lead.From)
	return breaks == 0 && !said
}

// echoAt returns the token at which a sentence names a happening of a kind that it
// knows to be told already; -1 if it names none.
func (v *view) echoAt(kind *en.Kind) int {
	if at := v.w.Happened(); at >= 0 {
		return at
	}
	i := slices.IndexFunc(v.triggers, func(t en.Trigger) bool {
		return t.Noun && t.Definite && !t.Tool && t.Background && t.Kind.Family == kind.Family
	})
	if i < 0 {
		return -1
	}
	return v.triggers[i].Head()
}
