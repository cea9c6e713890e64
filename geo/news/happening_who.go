package news

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/news/en"
)

// parties fills in who did it and to whom.
func (s *story) parties(h *happening) {
	v := h.view
	before, after, doer := -1, -1, -1
	head, noun, passive := v.doing(h)
	for i := range v.actors {
		a := &v.actors[i]
		switch {
		case a.To <= head && h.hurts(a):
		case a.To <= head:
			if (v.governed(a) || v.foughtBy(a)) && !noun {
				continue // "on the security forces": no subject
			}
			if breaks, said := v.w.ClauseBreaks(a.To, head); !said && breaks <= 2 {
				before = i
			}
		case a.From > head && v.ofDeed(a, h):
			doer = i
		case a.From > head && after < 0:
			if _, said := v.w.ClauseBreaks(head, a.From); !said && !v.w.Speaks(a.From, a.To) {
				after = i
			}
		}
	}
	first, second := s.party(v, before), s.party(v, after)
	if h.kind.Family == "diplomacy" {
		h.actor1 = s.dignitary(h)
		return
	}
	if before > 0 && v.joinedBy(before-1, before, "and") {
		first, second = s.party(v, before-1), s.party(v, before) // "protesters and police clashed"
	}
	if noun && after >= 0 && after+1 < len(v.actors) && v.w.At(v.actors[after].From-1) == "between" {
		h.actor1, h.actor2 = s.party(v, after), s.party(v, after+1)
		return
	}
	if passive && h.kind.Family != "force" || noun && before < 0 {
		first, second = byParty(s, v, h, after), first
	}
	if h.actor1 = first; first.name == "" {
		h.actor1 = s.party(v, doer)
	}
	if h.actor2.name == "" || second.side.Armed() && h.actor2.side == en.NoSide && h.tolled {
		h.actor2 = second
	} else if second.name != "" && h.actor2.side == en.NoSide {
		h.actor2.side, h.actor2.id = second.side, second.id
	}
	if h.actor1.name == h.actor2.name {
		h.actor2 = party{}
	} else if strings.HasPrefix(h.actor2.name, h.actor1.name) {
		h.actor1 = party{} // "police" of "police officers"
	}
}

// ofDeed reports whether an actor behind what tells of a happening only says whose deed a noun there tells of:
// "nine killed in gang attack".
func (v *view) ofDeed(a *en.Actor, h *happening) bool {
	return slices.ContainsFunc(v.triggers, func(t en.Trigger) bool {
		return t.Noun && t.Kind.Family == h.kind.Family && t.From <= a.To && a.To < t.To
	})
}

// doing returns the token whose subject did it, and whether that is a noun or in
// the passive: the verb of killing beside a noun that names the deed.
func (v *view) doing(h *happening) (head int, noun, passive bool) {
	if h.noun && v.w.At(h.head+1) != "between" {
		for i := range v.tolls {
			if t := &v.tolls[i]; t.Deed && slices.Contains(h.anchors, t.At) {
				return t.At, false, v.w.PassiveAt(t.At)
			}
		}
	}
	return h.head, h.noun, h.passive
}

// hurts reports whether an actor is among the people that a happening's tolls
// count.
func (h *happening) hurts(a *en.Actor) bool {
	for i := range h.view.tolls {
		if t := &h.view.tolls[i]; t.Harm != en.Displaced && t.PeopleFrom < t.PeopleTo && a.From < t.PeopleTo && t.PeopleFrom < a.To && slices.Contains(h.anchors, t.At) {
			return true
		}
	}
	return false
}

// governed reports whether a preposition governs an actor, so that it is no
// subject: "on the security forces", but not "hundreds of protesters".
func (v *view) governed(a *en.Actor) bool {
	k := v.w.PhraseStart(a.From) - 1
	switch before := v.w.At(k); {
	case before == "of":
		return !en.Several(v.w.At(k - 1))
	case before == "to":
		return true
	case en.TimeClause(before) && v.actsAt(a.To):
		return false // "after gunmen stormed it"
	default:
		return en.Preposition(before)
	}
}

// foughtBy reports whether an actor is only whom those named before it are fighting: "militia
// fighting the Islamic State took Gao".
func (v *view) foughtBy(a *en.Actor) bool {
	switch k := v.w.PhraseStart(a.From) - 1; v.w.At(k) {
	case "fighting", "battling":
		return k > 0 && !en.Auxiliary(v.w.At(k-1))
	}
	return false
}

// actsAt reports whether a verb that tells of something begins at a token.
func (v *view) actsAt(i int) bool {
	return slices.ContainsFunc(v.triggers, func(t en.Trigger) bool { return !t.Noun && !t.Tool && !t.Passive && t.From == i }) ||
		slices.ContainsFunc(v.tolls, func(t en.Toll) bool { return t.Deed && t.At == i })
}

// joinedBy reports whether only a word stands between two actors.
func (v *view) joinedBy(i, j int, word string) bool {
	return v.actors[j].From == v.actors[i].To+1 && v.w.At(v.actors[i].To) == word
}

// byParty returns who is named as the doer of something passive, or of a noun:
// "by gunmen", "of militants". Without such a word nobody is.
func byParty(s *story, v *view, h *happening, i int) party {
	if from, to, ok := v.w.Agent(h.head); ok && (i < 0 || v.actors[i].From >= to) {
		return party{name: v.w.Span(from, to)}
	}
	if i < 0 {
		return party{}
	}
	for k := v.actors[i].From - 1; k > h.head && v.actors[i].From-k < 6; k-- {
		switch v.w.At(k) {
		case "by", "between", "involving", "blamed", "attributed":
			return s.party(v, i)
		}
	}
	return party{}
}

func (s *story) party(v *view, i int) party {
	if i < 0 {
		return party{}
	}
	a := v.actors[i]
	return party{name: v.w.Span(a.From, a.To), id: a.ID, side: a.Side}
}

// dignitary returns the person of office named nearest before a happening; if
// only a pronoun stands there, the one named last in the sentences before.
func (s *story) dignitary(h *happening) party {
	w := h.view.w
	if p, ok := s.personBefore(w, h.head, 20); ok {
		return p
	}
	if !w.Refers() {
		return party{}
	}
	for i := h.view.index - 1; i >= 0 && h.view.index-i <= follows; i-- {
		before := s.views[i].w
		if p, ok := s.personBefore(before, before.Len(), before.Len()); ok {
			return p
		}
	}
	return party{}
}

// personBefore returns the person of office named nearest before token i, at
// most so many tokens away.
func (s *story) personBefore(w *en.Words, i, reach int) (p party, ok bool) {
	for k := i - 1; k >= 0 && i-k < reach; k-- {
		if w.Capital(k) && s.cast.Office(w, k) {
			from, to := w.PersonAround(k)
			return party{name: w.Span(from, to), side: en.Dignitary}, true
		}
	}
	return party{}, false
}

// stormsVillage reports whether those who stormed a place were no state's, and the place is a
// village in which nobody bore arms.
func (h *happening) stormsVillage() bool {
	if h.noun || h.actor1.side == en.State || h.actor2.side.Armed() || h.view.named(en.State) || !strings.HasPrefix(h.view.w.At(h.head), "storm") {
		return false
	}
	if x := h.view.w.At(h.head + 2); h.view.w.At(h.head+1) == "the" && (x == "village" || x == "villages" || x == "community" || x == "communities") {
		return true
	}
	if h.name < 0 {
		return false
	}
	kind := h.view.names[h.name].kind
	return kind == "village" || kind == "hamlet" || kind == "community"
}
