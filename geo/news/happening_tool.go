package news

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/news/en"
)

// By what means a happening was done: the weapons that its sentence names.

// specify lets tools and sides say more closely what kind of event it is.
func (s *story) specify(h *happening) {
	v := h.view
	var best *en.Trigger
	distance := 1 << 30
	for i := range v.triggers {
		t := &v.triggers[i]
		razed := h.kind.Family == "destruction" && s.types.Toll() != nil && (t.Kind.Family == s.types.Toll().Family || s.types.Crowd(s.types.Toll().Family) != nil && t.Kind.Family == s.types.Crowd(s.types.Toll().Family).Family)
		if t.Tool && t.Kind.Family == h.kind.Family && h.doneBy(t) {
			best, distance = t, 0
			break
		}
		if !t.Tool || t.From < h.clause || v.w.At(t.From-1) == "the" && v.w.At(t.From-2) == "of" && v.w.At(t.To-1) == "force" || !razed && (t.Kind.Family != h.kind.Family || !h.weak && !closer(t.Kind, h.kind) && !(t.To == h.head && t.Kind.Before(h.kind))) {
			continue
		}
		if v.usedElsewhere(h, t) || v.w.Unused(t.From, t.To) || v.actsElsewhere(h, t) {
			continue
		}
		if t.To == h.head && !h.noun && t.Kind.Family == h.kind.Family && (h.weak || t.Kind.Before(h.kind)) {
			best, distance = t, 0 // "a suicide bomber attacked"
			break
		}
		if d := max(t.From-h.head, h.head-t.From); d < distance && !v.w.Apart(min(t.From, h.head), max(t.From, h.head)) {
			best, distance = t, d
		}
	}
	if best != nil {
		razes := h.kind.Family == "destruction"
		h.kind = best.Kind
		if crowd := s.crowdKind(); razes && crowd != nil && h.kind.Family == crowd.Family && h.kind.Type != crowd.Type {
			h.kind = crowd // "protesters set fire to the consulate"
		}
		h.weak = h.weak && h.tolled && distance > 25
	}
}

// doneBy reports whether somebody who dies as a weapon is the subject of a verb, or a bomb is what people were
// killed by: "a suicide bomber on a motorcycle attacked a patrol", "were killed by a bomb in an ambush".
func (h *happening) doneBy(tool *en.Trigger) bool {
	w := h.view.w
	if by := w.PhraseStart(tool.From) - 1; w.At(by) == "by" && tool.Kind.Type == "Explosions/Remote violence" && slices.ContainsFunc(h.view.tolls, func(t en.Toll) bool {
		return t.At == by-1 && t.Harm == en.Killed && slices.Contains(h.anchors, t.At)
	}) {
		return true
	}
	if h.noun || h.passive || tool.To > h.head || w.MainClause(tool.To) != w.MainClause(h.head) || w.Clause(tool.To, h.head) || h.view.tellsBetween(tool.To, h.from) {
		return false
	}
	last := strings.TrimSuffix(w.At(tool.To-1), "s")
	return (last == "bomber" || last == "attacker") && strings.HasPrefix(w.At(tool.From), "suicide") && !en.Preposition(w.At(w.PhraseStart(tool.From)-1))
}

// razedBy reports whether what is told as destroyed only says what the strike before it did:
// "launched air strikes near Gao, hitting a convoy and destroying two trucks", "killed nine and
// destroyed a truck".
func (h *happening) razedBy(x *happening) bool {
	if h.kind.Family != "destruction" || h.noun || x.kind.Type != "Explosions/Remote violence" || h.name >= 0 && h.name != x.name || h.view.w.Apart(x.to, h.from) {
		return false
	}
	if x.noun && h.head > x.head && !h.passive && !h.view.w.Clause(x.to, h.from) && !h.view.tellsBetween(x.to, h.from) {
		return true // "air strikes at the weekend destroyed nine bridges"
	}
	return h.head > x.head && (strings.HasSuffix(h.view.w.At(h.head), "ing") || h.view.w.AndBefore(h.from) && h.view.w.MainClause(x.head) == h.view.w.MainClause(h.head))
}

// usedElsewhere reports whether a tool stands in another main clause than a happening, with a
// verb or a toll of its own: "gunmen killed a judge in Gao, and a bomb killed an officer in
// Mopti".
func (v *view) usedElsewhere(h *happening, tool *en.Trigger) bool {
	clause := v.w.MainClause(tool.From)
	if clause == v.w.MainClause(h.head) {
		return false
	}
	other := func(at int) bool { return v.w.MainClause(at) == clause && !slices.Contains(h.anchors, at) }
	return slices.ContainsFunc(v.triggers, func(t en.Trigger) bool { return !t.Tool && other(t.Head()) }) ||
		slices.ContainsFunc(v.tolls, func(t en.Toll) bool { return other(t.At) })
}

// actsElsewhere reports whether a tool is the subject of a verb that tells of another happening:
// "snipers killed a girl in Gao and shells struck a hospital".
func (v *view) actsElsewhere(h *happening, tool *en.Trigger) bool {
	return slices.ContainsFunc(v.triggers, func(t en.Trigger) bool {
		return !t.Tool && !t.Noun && t.From == tool.To && !slices.Contains(h.anchors, t.Head()) && v.w.AndBefore(tool.From)
	})
}

// crowdKind returns the kind of what crowds do with violence; nil if the taxonomy has none.
func (s *story) crowdKind() *en.Kind {
	if toll := s.types.Toll(); toll != nil {
		return s.types.Crowd(toll.Family)
	}
	return nil
}

// closer reports whether kind a says more closely what kind b says: it has the
// same type and stands earlier in the taxonomy.
func closer(a, b *en.Kind) bool { return a.Type == b.Type && a.Before(b) }

// withoutMeans drops the weak nouns that only say how a kidnapping at the same
// place was done, "seized 30 girls in a raid on a school", and what a blast did
// to things: "the strikes destroyed two trucks".
func withoutMeans(all []happening) []happening {
	var out []happening
	for i := range all {
		h := &all[i]
		means := h.kind.Family == "destruction" && !h.noun && len(all) > 1 && h.view.w.BlastDid(h.head)
		for k := range all {
			means = means || h.kind.Family == "destruction" && h.passive && all[k].noun && all[k].kind.Type == "Explosions/Remote violence" && h.view.w.ByWhat(h.to, all[k].from)
			means = means || all[k].kind.Family == "crowd" && h.weak && h.noun && h.view.w.At(h.head) == "violence"
			means = means || all[k].kind.Family == "violence" && h.kind.Family == "destruction" && h.view.w.At(h.head) == "destroying" && h.view.w.Trails(h.head)
			means = means || k != i && all[i].weak && all[i].noun && (all[k].kind.Family == "abduction" || all[k].kind.Family == "arrest") && all[i].kind.Family == "violence" && all[i].name == all[k].name
		}
		if !means {
			out = append(out, all[i])
		}
	}
	return out
}
