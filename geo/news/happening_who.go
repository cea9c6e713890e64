package news

import (
	"github.com/dateline-map/dateline/geo/news/en"
)

// parties fills in who did it and to whom.
func (s *story) parties(h *happening) {
	v := h.view
	before, after := -1, -1
	for i := range v.actors {
		a := &v.actors[i]
		switch {
		case a.To <= h.head:
			if en.Preposition(v.w.At(v.w.PhraseStart(a.From)-1)) && !h.noun {
				continue // "on the security forces": no subject
			}
			if breaks, said := v.w.ClauseBreaks(a.To, h.head); !said && breaks <= 2 {
				before = i
			}
		case a.From > h.head && after < 0:
			if _, said := v.w.ClauseBreaks(h.head, a.From); !said {
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
	if h.noun && after >= 0 && after+1 < len(v.actors) && v.w.At(v.actors[after].From-1) == "between" {
		h.actor1, h.actor2 = s.party(v, after), s.party(v, after+1)
		return
	}
	if h.passive || h.noun && before < 0 {
		first, second = byParty(s, v, h, after), first
	}
	h.actor1 = first
	if h.actor2.name == "" || second.side.Armed() && h.actor2.side == en.NoSide && h.tolled {
		h.actor2 = second
	} else if second.name != "" {
		h.actor2.side, h.actor2.id = second.side, second.id
	}
	if h.actor1.name == h.actor2.name {
		h.actor2 = party{}
	}
}

// joinedBy reports whether only a word stands between two actors.
func (v *view) joinedBy(i, j int, word string) bool {
	return v.actors[j].From == v.actors[i].To+1 && v.w.At(v.actors[i].To) == word
}

// byParty returns who is named as the doer of something passive, or of a noun:
// "by gunmen", "of militants". Without such a word nobody is.
func byParty(s *story, v *view, h *happening, i int) party {
	if i < 0 {
		return party{}
	}
	for k := v.actors[i].From - 1; k > h.head && v.actors[i].From-k < 6; k-- {
		switch v.w.At(k) {
		case "by", "between", "involving", "blamed":
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

// dignitary returns the person of office named nearest before a happening.
func (s *story) dignitary(h *happening) party {
	w := h.view.w
	for k := h.head - 1; k >= 0 && h.head-k < 20; k-- {
		if w.Capital(k) && s.cast.Office(w, k) {
			from, to := w.PersonAround(k)
			return party{name: w.Span(from, to), side: en.Dignitary}
		}
	}
	return party{}
}
