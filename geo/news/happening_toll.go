package news

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/when"
)

// addTolls gives every toll of the sentence to the happening it counts, or
// makes one of it.
func (s *story) addTolls(v *view, out []happening) []happening {
	last := -1 // the happening that the toll before counts
	for i := range v.tolls {
		t := &v.tolls[i]
		if t.Total || t.Unreal {
			last = -1
			s.addSpell(out, t)
			continue
		}
		if v.yearOld(t) || v.remembers(t) {
			last = -1
			continue
		}
		if last >= 0 && v.w.OneBreath(&v.tolls[i-1], t) && !out[last].has(t.Harm) {
			out[last].count(t)
			continue
		}
		if i := v.otherFigure(out, t); i >= 0 {
			out[i].killed = out[i].killed.Join(t.Count)
			continue
		}
		last = s.counted(out, t)
		if last >= 0 && !t.Listed {
			out[last].count(t)
			continue
		}
		last = -1
		if t.Noun {
			continue // its noun was told as something else than news
		}
		if h, ok := s.tollHappening(v, t); ok {
			h.apart = slices.ContainsFunc(out, func(x happening) bool { return v.otherTool(&x, t.At) })
			out = append(out, h)
			last = len(out) - 1
		}
	}
	return slices.DeleteFunc(out, func(h happening) bool {
		return slices.ContainsFunc(v.tolls, func(t en.Toll) bool { return v.weaponAt(&h, t.At) })
	})
}

// otherFigure returns the happening of which a toll is only what somebody else counts: "12
// people died, but a doctor put the toll at 17"; -1 if it is no such toll.
func (v *view) otherFigure(all []happening, t *en.Toll) int {
	if v.w.At(t.At) != "toll" || t.Revised || t.Harm != en.Killed {
		return -1
	}
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].killedAny() && all[i].head < t.At {
			return i
		}
	}
	return -1
}

// addSpell notes a sum of days or weeks for the happening that it may count: a bout of
// fighting lasts as long. It counts where the story gives no other figure.
func (s *story) addSpell(all []happening, t *en.Toll) {
	if !t.Spell || t.Unreal {
		return
	}
	if i := s.counted(all, t); i >= 0 && all[i].spell[t.Harm] == (geo.Count{}) {
		all[i].spell[t.Harm] = t.Count
	}
}

// withSpells gives the incidents the sums noted for them, where none of the story's has
// a figure.
func withSpells(all []incident) []incident {
	for _, h := range []en.Harm{en.Killed, en.Wounded} {
		if slices.ContainsFunc(all, func(x incident) bool { return x.has(h) }) {
			continue
		}
		for i := range all {
			*all[i].figure(h) = all[i].spell[h]
		}
	}
	return all
}

// counted returns which happening a toll counts: the nearest one that can have it,
// those told before the toll first; -1 if none does.
func (s *story) counted(all []happening, t *en.Toll) int {
	best := -1
	cost := 1 << 30
	own := slices.ContainsFunc(all, func(h happening) bool { return harms(h.kind, t.Harm, s.types) && h.clauseOf(t) })
	for i := range all {
		h := &all[i]
		if !harms(h.kind, t.Harm, s.types) {
			continue
		}
		c := t.At - h.head
		if c < 0 {
			c = -c + 3
			if h.view.w.Trails(t.At) {
				c += 40 // "stormed a bank in Gao, killing nine, as the army shelled Mopti"
			}
		}
		breaks, _ := h.view.w.ClauseBreaks(min(t.At, h.head), max(t.At, h.head))
		c += 6 * breaks
		if h.has(t.Harm) {
			c += 40
			if h.view.w.MainClause(t.At) > h.view.w.MainClause(h.to-1) {
				c += tooFar // ", and the army said it had killed two gunmen near Gao"
			}
		}
		if own && !h.clauseOf(t) {
			c += 20 // "a bomb went off in Gao, while ten people were wounded when a bomb went off in Mopti"
		}
		if h.view.w.Apart(min(t.At, h.head), max(t.At, h.head)) {
			c += 60
		}
		if h.view.w.LastSemicolon(min(t.At, h.head), max(t.At, h.head)) > 0 && s.elsewhere(h, t) {
			c += tooFar // "killed two in Gao; and jets bombed Mopti"
		}
		if h.view.w.TimeBetween(min(t.At, h.head), max(t.At, h.head)) {
			c += tooFar // "the shooting came two days after a clerk was wounded"
		}
		if h.view.weaponAt(h, t.At) || h.view.otherTool(h, t.At) || h.afterClause(t.At) > 0 {
			c += tooFar
		}
		if c < cost {
			best, cost = i, c
		}
	}
	if cost >= tooFar || best >= 0 && s.elsewhere(&all[best], t) {
		return -1
	}
	return best
}

// clauseOf reports whether a happening is told in the main clause of a toll.
func (h *happening) clauseOf(t *en.Toll) bool {
	return h.view.w.MainClause(h.head) == h.view.w.MainClause(t.At)
}

// tooFar is the cost from which a toll counts something else.
const tooFar = 100

// otherTool reports whether a toll at a token stands in another clause than a
// happening, and beside what killed there: "clashes went on in Gao, where a
// roadside bomb killed three". An attack may be by any means: "the deadliest attack was
// in Gao, where two bombs killed nine".
func (v *view) otherTool(h *happening, at int) bool {
	clause := v.w.MainClause(at)
	if clause == v.w.MainClause(h.head) || strings.HasPrefix(v.w.At(h.head), "attack") && v.w.Where(h.head, at) {
		return false
	}
	for i := range v.triggers {
		if t := &v.triggers[i]; t.Tool && t.Kind.Type != h.kind.Type && v.w.MainClause(t.From) == clause {
			return true
		}
	}
	return false
}

// weaponAt reports whether those of a toll were killed at what only is where a weapon went off, or
// what was attacked: "a bomb killed four at a rally in Gao", "gunmen attacked a rally, killing four".
func (v *view) weaponAt(h *happening, at int) bool {
	if h.kind.Family != "crowd" || !h.noun {
		return false
	}
	if at > h.head {
		return v.w.Trails(at) && slices.ContainsFunc(v.triggers, func(t en.Trigger) bool {
			return !t.Noun && !t.Tool && !t.Passive && t.Kind.Family == "violence" && t.To <= h.from && h.from-t.To <= 3 && !v.w.MarkBetween(t.To, h.from)
		})
	}
	if v.w.PassiveAt(at) {
		return false
	}
	return slices.ContainsFunc(v.triggers, func(t en.Trigger) bool {
		return t.Tool && t.Kind.Type == "Explosions/Remote violence" && t.To <= at && v.w.OnlyAuxiliaries(t.To, at)
	})
}

// elsewhere reports whether a toll is told of another place than a happening.
func (s *story) elsewhere(h *happening, t *en.Toll) bool {
	if h.name < 0 || t.Harm == en.Displaced {
		return false
	}
	x := happening{view: h.view, kind: h.kind, head: t.At, anchors: []int{t.At}}
	s.bind(&x)
	if x.name < 0 || x.name == h.name {
		return false
	}
	clause := h.view.w.MainClause(t.At)
	if h.clauseOf(t) && h.view.w.MainClause(h.view.names[h.name].from) == clause && h.view.w.MainClause(h.view.names[x.name].from) != clause {
		return false // its own clause says where: "a bomb went off in Gao, while another ten were wounded by one in Mopti"
	}
	return x.chose > 0.7 && h.chose > 0.5
}

// harms reports whether a kind of event does a harm to people.
func harms(k *en.Kind, harm en.Harm, types *en.Taxonomy) bool {
	if harm == en.Displaced {
		return k.Family == "displacement"
	}
	toll := types.Toll()
	return toll != nil && (k.Family == toll.Family || k.Family == "crowd" || k.Family == "abduction" || k.Type == "Battles")
}

func (h *happening) has(harm en.Harm) bool { return *h.figure(harm) != geo.Count{} }

func (h *happening) figure(harm en.Harm) *geo.Count {
	switch harm {
	case en.Wounded:
		return &h.wounded
	case en.Displaced:
		return &h.displaced
	}
	return &h.killed
}

// count adds a toll: the first statement of a harm stands, unless it was made in passing.
func (h *happening) count(t *en.Toll) {
	if f := h.figure(t.Harm); *f == (geo.Count{}) || h.inPassing[t.Harm] && !t.Passing {
		*f = t.Count
		h.inPassing[t.Harm] = t.Passing
		h.more[t.Harm] = h.more[t.Harm] || t.More
		h.revised = h.revised || t.Revised
	}
	if t.Harm != en.Displaced && !slices.Contains(h.anchors, t.At) && t.At < h.view.w.Len() {
		h.anchors = append(h.anchors, t.At)
	}
	h.statedBy(t)
	if h.actor2.name == "" && t.PeopleTo > 0 && t.Harm == en.Killed {
		h.actor2.name = h.view.w.Victims(t.PeopleFrom, t.PeopleTo)
		h.actor2.side = en.SideOf(h.actor2.name)
	}
	h.from, h.to = min(h.from, t.At), max(h.to, t.At+1)
}

// statedBy notes that a toll says outright what the words of a happening only tell in
// passing: "14 soldiers were killed, and warplanes had struck the town".
func (h *happening) statedBy(t *en.Toll) {
	if t.Harm != en.Killed || h.view.w.HadAt(t.At) {
		return
	}
	h.relative, h.before = false, h.before && h.view.w.MainClause(t.At) != h.view.w.MainClause(h.head)
}

// tollHappening makes a happening of a toll that nothing else in its sentence
// accounts for.
func (s *story) tollHappening(v *view, t *en.Toll) (happening, bool) {
	kind := s.types.Toll()
	if kind == nil || t.Harm == en.Displaced || v.context {
		return happening{}, false
	}
	h := happening{view: v, head: t.At, from: t.At, to: t.At + 1, kind: kind, weak: true, tolled: true, mild: !t.Deed || s.calm, listed: t.Listed, name: -1}
	h.passive = v.w.PassiveAt(t.At)
	h.quoted = v.w.QuotedAt(t.At)
	h.count(t)
	return h, true
}

// yearOld reports whether a toll is told in a clause that describes what its noun dates by a
// year: "the 2009 massacre, in which 58 were killed, happened near where they were ambushed".
func (v *view) yearOld(t *en.Toll) bool {
	return slices.ContainsFunc(v.triggers, func(x en.Trigger) bool {
		if x.Noun && x.Background && x.To <= t.At && v.datedBefore(&x) && !v.w.Clause(x.To, t.At) {
			return true // "a March 2014 bombing near Gao killed 50"
		}
		return x.Noun && x.Background && x.To <= t.At && (v.w.At(x.To) == "," && v.w.InWhich(x.To+1) || v.w.InWhich(x.To)) && !v.w.MarkBetween(x.To+1, t.At) && v.datedByYear(&x)
	})
}

// datedBefore reports whether a time that another event is known by stands right before a noun.
func (v *view) datedBefore(t *en.Trigger) bool {
	return slices.ContainsFunc(v.dates, func(d date) bool { return d.Background && d.to == t.From })
}

// datedByYear reports whether a year stands shortly before a noun.
func (v *view) datedByYear(t *en.Trigger) bool {
	return slices.ContainsFunc(v.dates, func(d date) bool {
		return d.When.Precision == when.ToYear && d.to <= t.From && t.From-d.to <= yearsNoun
	})
}

// describesOld reports whether what stands at a token only says more of a deed that is
// remembered: "three months since the killing of the mayor, who was gunned down at a party".
func (v *view) describesOld(at int) bool {
	return slices.ContainsFunc(v.triggers, func(x en.Trigger) bool {
		return v.remembered(&x) && x.To <= at && v.w.Who(x.To, at)
	})
}

// remembers reports whether a toll is that of a deed that is remembered.
func (v *view) remembers(t *en.Toll) bool {
	return v.describesOld(t.At) || slices.ContainsFunc(v.triggers, func(x en.Trigger) bool { return v.remembered(&x) && x.Head() == t.At })
}

// remembered reports whether a noun tells of what is neither condemned nor claimed, but only
// remembered.
func (v *view) remembered(t *en.Trigger) bool {
	return t.Noun && t.Background && !t.Condemned && !v.w.ClaimedBefore(t.From)
}
