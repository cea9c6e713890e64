package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/when"
)

// view is a sentence of a story with all that was found in it.
type view struct {
	index     int // among the story's sentences
	paragraph int // that the sentence stands in
	headline  bool
	context   bool // it speaks of accidents, diseases, games
	w         *en.Words
	names     []name
	actors    []en.Actor
	dates     []date
	triggers  []en.Trigger
	tolls     []en.Toll
}

// date is an expression of time with the tokens it stands at.
type date struct {
	en.DateMention
	from, to int  // tokens, to excluded
	reported bool // says when something was said, not when it happened
}

// party is who acts or is acted upon.
type party struct {
	name string // as written
	id   string // of a well-known group
	side en.Side
}

// happening is one thing that a sentence tells of.
type happening struct {
	view    *view
	head    int   // the token that tells of it
	anchors []int // all tokens that do: its verbs, nouns and tolls
	kind    *en.Kind
	faint   bool // nothing without somebody armed, a tool or a toll
	weak    bool // its words tell that something happened, but hardly what
	tolled  bool // told by a toll alone
	mild    bool // by one that need not be anybody's deed: "died"
	listed  bool // by one of several, whose place stands right behind it
	from    int  // the first of its tokens
	to      int  // behind the last of them

	noun, passive, definite, relative, before, quoted bool
	planned, disputed                                 bool
	old                                               bool // long before the story

	name  int // in view.names; -1 if the sentence names no place of it
	chose float64
	when  when.Interval
	said  bool // the text says when

	killed, wounded, displaced geo.Count
	more                       bool // they come on top of what was told before
	actor1, actor2             party
}

// happenings returns what a sentence tells of, in its order.
func (s *story) happenings(v *view) []happening {
	return slices.DeleteFunc(s.hints(v), func(h happening) bool { return s.idle(&h) != spoken })
}

// hints returns what a sentence may tell of, that which says too little
// included.
func (s *story) hints(v *view) []happening {
	var out []happening
	for i := range v.triggers {
		t := &v.triggers[i]
		if v.unmeant(t) != spoken {
			continue
		}
		out = append(out, happening{
			view: v, head: t.Head(), from: t.From, to: t.To, anchors: []int{t.Head()}, kind: t.Kind, weak: t.Weak, faint: t.Faint, noun: t.Noun, passive: t.Passive,
			definite: t.Definite, relative: t.Relative, before: t.PastPerfect, quoted: t.Quoted, planned: t.Telling == en.Announced, disputed: t.Alleged || v.w.Disputed(t.To), name: -1,
		})
	}
	for i := range out {
		s.bind(&out[i])
	}
	out = withoutMeans(joinTriggers(out))
	out = s.addTolls(v, out)
	for i := range out {
		h := &out[i]
		s.bind(h)
		s.specify(h)
		s.date(h)
		s.parties(h)
		s.settle(h)
	}
	return out
}

// unmeant says why a trigger tells of nothing that happened, if it does not.
func (v *view) unmeant(t *en.Trigger) Silence {
	switch {
	case t.Tool:
		return OnlyTool
	case t.Telling == en.Unreal:
		return NotReal
	case t.Background:
		return Background
	case t.Weak && v.context:
		return OfAccident
	}
	return spoken
}

// bind chooses the place of a happening: of every name, the mean of what the
// words that tell of the happening say.
func (s *story) bind(h *happening) {
	v := h.view
	h.name, h.chose = -1, 0
	if len(v.names) == 0 {
		return
	}
	if h.listed {
		h.name, h.chose = v.nameFrom(h.head+1), 1
		return
	}
	sums := s.weigh(h)
	n, best := v.finest(sums)
	h.name = n
	if sums[len(v.names)]*noneWeight > best {
		h.name = -1
		best = sums[len(v.names)]
	}
	h.chose = best
	if h.name >= 0 && v.anotherClause(h) {
		h.name = -1
	}
}

// nameFrom returns the first name whose words begin at token i or later; -1 if
// there is none.
func (v *view) nameFrom(i int) int {
	return slices.IndexFunc(v.names, func(n name) bool { return n.lead.From >= i })
}

// weigh says how much speaks for each name of the sentence as a happening's
// place, and at the end for none.
func (s *story) weigh(h *happening) []float64 {
	v := h.view
	sums := make([]float64, len(v.names)+1)
	for _, a := range h.anchors {
		for i, p := range s.probabilities(v, a) {
			sums[i] += p / float64(len(h.anchors))
		}
	}
	for i := range v.names {
		if !v.mayHold(h, i) {
			sums[len(v.names)] += sums[i]
			sums[i] = 0
		} else if v.fronted(i) {
			sums[i] += frontedBonus
		} else if n := &v.names[i]; v.w.Locals(n.lead.From) && n.to < h.head {
			sums[i] += frontedBonus
		} else if v.beside(h, i) {
			sums[i] += besideBonus
		} else if n.toponym != nil && v.w.PoliceOf(n.to) && n.from == 0 {
			sums[i] += besideBonus // "Longview police arrested"
		}
	}
	return sums
}

// saidBetween reports whether a name tells where somebody speaks: "wounded, said
// a doctor in Gao", "officials in Bamako said".
func (v *view) saidBetween(h *happening, n *name) bool {
	if n.from > h.head {
		_, said := v.w.ClauseBreaks(h.head+1, n.lead.From)
		return said
	}
	_, said := v.w.ClauseBreaks(n.to, h.head)
	return said && (n.lead.From > 1 || n.lead.Prep == "" && !v.heads(n)) && !v.w.Locals(n.lead.From)
}

// heads reports whether a name stands at the head of a paragraph as its label:
// "MANBIJ - Residents said …".
func (v *view) heads(n *name) bool {
	switch v.w.At(n.tail) {
	case "-", "–", "—", ":":
		return n.from == 0
	}
	return false
}

// frontedBonus is what a place that opens the sentence gains: it holds for all
// that the sentence tells, unless that has a place of its own.
const frontedBonus = 0.35

// besideBonus is what a place gains that stands behind "in" or the like in the
// clause of what happened: there it is hardly idle, though the lessons leave
// many such places out.
const besideBonus = 0.2

// beside reports whether name i is such a place.
func (v *view) beside(h *happening, i int) bool {
	n := &v.names[i]
	if n.from < h.head || !placePreps[n.lead.Prep] || n.lead.Prep == "on" && n.lead.Relation == "" {
		return false
	}
	breaks, said := v.w.ClauseBreaks(h.head+1, n.lead.From)
	return !said && breaks <= 1 && !v.w.Clause(h.head+1, n.lead.From)
}

// fronted reports whether name i opens the sentence as a place: "In Gao, …",
// "South of Quetta, …".
func (v *view) fronted(i int) bool {
	n := &v.names[i]
	return n.lead.From == 0 && n.lead.Prep != "" && v.w.At(n.tail) == ","
}

// mayHold reports whether name i may be the place of a happening. A name that is
// no toponym needs a word of place beside it: a preposition, a noun, another
// place; or it is what was seized or attacked.
func (v *view) mayHold(h *happening, i int) bool {
	n := &v.names[i]
	if v.saidBetween(h, n) || h.mild && n.from > h.head && v.w.Hospital(h.head, n.from+2) {
		return false
	}
	switch {
	case h.kind.Family == "diplomacy" && n.lead.Prep == "from", v.w.BorderWith(n.lead.From), n.lead.Prep == "of" && v.w.ImageOf(n.lead.From):
		return false
	case n.toponym != nil && n.toponym.Inside && v.w.PoliceOf(n.to) && h.head > n.to:
		return true
	case h.noun && h.definite && n.from > h.head && v.w.Relative(h.head, n.from):
		return false
	case n.capital != nil, n.toponym != nil && !n.toponym.Inside:
		return true
	case v.w.Locals(n.lead.From) && n.lead.Prep != "":
		return true
	case n.person && n.kind == "":
		return false
	case n.kind != "", n.lead.Relation != "", n.holder >= 0 && n.lead.Prep != "" && n.lead.Prep != "of":
		return true
	case placePreps[n.lead.Prep]:
		return n.info.Places > 0 || n.lead.Prep != "on" || !en.LookUp(v.w.At(n.from)).Person() || n.to == n.from+1
	case n.list != i:
		return v.mayHold(h, n.list)
	}
	return v.actedUpon(h, n) && (n.info.Places > 0 || n.holder >= 0 || h.kind.Family == "territory")
}

// actedUpon reports whether a name stands right behind a verb that tells of the
// happening: "stormed Kauwuri, in Borno".
func (v *view) actedUpon(h *happening, n *name) bool {
	for i := range v.triggers {
		t := &v.triggers[i]
		if !t.Noun && !t.Tool && t.To == n.lead.From && slices.Contains(h.anchors, t.Head()) {
			return true
		}
	}
	return false
}

// finest returns the likeliest name, and how likely it, what it holds and what
// holds it are together. Among those the finest that is likely enough is taken.
func (v *view) finest(p []float64) (name int, together float64) {
	name = -1
	for i := range v.names {
		sum := p[i]
		for k := range v.names {
			if k != i && v.holds(k, i) {
				sum += p[k]
			}
		}
		if n := &v.names[i]; sum > p[i] && n.toponym == nil && n.capital == nil && n.kind == "" && !placePreps[n.lead.Prep] {
			sum = p[i] // what lies in a place need not be one
		}
		if sum > together && (name < 0 || p[i] > 0.05*p[name] || !v.holds(name, i)) {
			name, together = i, sum
		}
	}
	return name, together
}

// anotherClause reports whether the place chosen belongs to another verb, which
// stands with it in a clause of its own: "the fighting came as she arrived in
// Cairo".
func (v *view) anotherClause(h *happening) bool {
	n := &v.names[h.name]
	from, to := h.head+1, n.lead.From
	if n.from < h.head {
		from, to = n.to, h.head
	}
	if !v.w.Clause(from, to) || v.fronted(h.name) || v.w.Where(from, to) {
		return false
	}
	for i := range v.triggers {
		t := &v.triggers[i]
		if t.Tool || t.Noun || t.Kind.Family == h.kind.Family || slices.Contains(h.anchors, t.Head()) {
			continue
		}
		if n.from > h.head && t.From > h.head && t.From < to && v.w.Clause(from, t.From) ||
			n.from < h.head && t.From < n.from && !v.w.Clause(t.From, n.from) {
			return true
		}
	}
	return false
}

// noneWeight is how much less "none" counts than it was learned to: where a
// happening is dated, typed or counted, a name beside it is rarely idle, and
// the lessons leave out some places that they should not.
const noneWeight = 0.3

// probabilities returns what the binder gives each name, and at the end none.
func (s *story) probabilities(v *view, trigger int) []float64 {
	b := binding{w: v.w, names: v.names, vector: linear.Vector{Features: s.features}}
	b.choose(s.binder, trigger)
	s.features = b.vector.Features[:0]
	return b.scores
}

// joinTriggers makes triggers that tell of the same happening one: those of one
// family whose places do not differ, unless the sentence sets them apart.
func joinTriggers(all []happening) []happening {
	var out []happening
	for _, h := range all {
		joined := false
		for i := len(out) - 1; i >= 0 && !joined; i-- {
			if sameInSentence(&out[i], &h) {
				out[i].join(&h)
				joined = true
			}
		}
		if !joined {
			out = append(out, h)
		}
	}
	return out
}

// withoutMeans drops the weak nouns that only say how a kidnapping at the same
// place was done: "seized 30 girls in a raid on a school".
func withoutMeans(all []happening) []happening {
	var out []happening
	for i := range all {
		means := false
		for k := range all {
			means = means || k != i && all[i].weak && all[i].noun && all[k].kind.Family == "abduction" && all[i].kind.Family == "violence" && all[i].name == all[k].name
		}
		if !means {
			out = append(out, all[i])
		}
	}
	return out
}

func sameInSentence(a, b *happening) bool {
	if a.kind.Family != b.kind.Family || a.planned != b.planned || a.view.w.Apart(a.to, b.from) {
		return false
	}
	if a.name >= 0 && b.name >= 0 && a.name != b.name {
		return a.view.nested(a.name, b.name)
	}
	return true
}

// nested reports whether two names are a place and what holds it, or stand in
// one list.
func (v *view) nested(i, j int) bool {
	if v.names[i].list == v.names[j].list {
		return true
	}
	return v.holds(i, j) || v.holds(j, i)
}

// holds reports whether name i holds name j, at however many removes.
func (v *view) holds(i, j int) bool {
	for n := 0; j >= 0 && n < len(v.names); n++ {
		if j = v.names[j].holder; j == i {
			return true
		}
	}
	return false
}

// join takes another trigger's happening into this one.
func (h *happening) join(x *happening) {
	h.anchors = append(h.anchors, x.anchors...)
	if h.weak && !x.weak || h.weak == x.weak && h.tolled && !x.tolled {
		h.kind, h.weak, h.head, h.noun, h.passive, h.tolled = x.kind, x.weak, x.head, x.noun, x.passive, x.tolled
	}
	h.from, h.to = min(h.from, x.from), max(h.to, x.to)
	h.mild = h.mild && x.mild
	h.faint = h.faint && x.faint
	h.definite = h.definite && x.definite
	h.relative = h.relative && x.relative
	h.before = h.before && x.before
	h.quoted = h.quoted && x.quoted
}

// addTolls gives every toll of the sentence to the happening it counts, or
// makes one of it.
func (s *story) addTolls(v *view, out []happening) []happening {
	for i := range v.tolls {
		t := &v.tolls[i]
		if t.Total || t.Unreal {
			continue
		}
		if h := s.counted(out, t); h != nil && !t.Listed {
			h.count(t)
			continue
		}
		if h, ok := s.tollHappening(v, t); ok {
			out = append(out, h)
		}
	}
	return out
}

// counted returns the happening that a toll counts: the nearest one that can
// have it, those told before the toll first.
func (s *story) counted(all []happening, t *en.Toll) *happening {
	var best *happening
	cost := 1 << 30
	for i := range all {
		h := &all[i]
		if !harms(h.kind, t.Harm, s.types) {
			continue
		}
		c := t.At - h.head
		if c < 0 {
			c = -c + 3
		}
		breaks, _ := h.view.w.ClauseBreaks(min(t.At, h.head), max(t.At, h.head))
		c += 6 * breaks
		if h.has(t.Harm) {
			c += 40
		}
		if h.view.w.Apart(min(t.At, h.head), max(t.At, h.head)) {
			c += 60
		}
		if c < cost {
			best, cost = h, c
		}
	}
	if cost >= 100 || best != nil && s.elsewhere(best, t) {
		return nil
	}
	return best
}

// elsewhere reports whether a toll is told of another place than a happening.
func (s *story) elsewhere(h *happening, t *en.Toll) bool {
	if h.name < 0 || t.Harm == en.Displaced {
		return false
	}
	x := happening{view: h.view, kind: h.kind, head: t.At, anchors: []int{t.At}}
	s.bind(&x)
	return x.name >= 0 && x.name != h.name && x.chose > 0.7 && h.chose > 0.5 && !h.view.nested(h.name, x.name)
}

// harms reports whether a kind of event does a harm to people.
func harms(k *en.Kind, harm en.Harm, types *en.Taxonomy) bool {
	if harm == en.Displaced {
		return k.Family == "displacement"
	}
	toll := types.Toll()
	return toll != nil && (k.Family == toll.Family || k.Family == "crowd" || k.Family == "abduction" || k.Family == "force" || k.Type == "Battles")
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

// count adds a toll: the first statement of a harm stands.
func (h *happening) count(t *en.Toll) {
	if f := h.figure(t.Harm); *f == (geo.Count{}) {
		*f = t.Count
		h.more = h.more || t.More
	}
	if t.Harm != en.Displaced && !slices.Contains(h.anchors, t.At) && t.At < h.view.w.Len() {
		h.anchors = append(h.anchors, t.At)
	}
	if h.actor2.name == "" && t.PeopleTo > 0 && t.Harm == en.Killed {
		h.actor2.name = h.view.w.Victims(t.PeopleFrom, t.PeopleTo)
		h.actor2.side = en.SideOf(h.actor2.name)
	}
	h.from, h.to = min(h.from, t.At), max(h.to, t.At+1)
}

// tollHappening makes a happening of a toll that nothing else in its sentence
// accounts for.
func (s *story) tollHappening(v *view, t *en.Toll) (happening, bool) {
	kind := s.types.Toll()
	if kind == nil || t.Harm == en.Displaced || v.context || v.recalled(t) {
		return happening{}, false
	}
	h := happening{view: v, head: t.At, from: t.At, to: t.At + 1, kind: kind, weak: true, tolled: true, mild: !t.Deed || s.calm, listed: t.Listed, name: -1}
	h.passive = v.w.PassiveAt(t.At)
	h.quoted = v.w.QuotedAt(t.At)
	h.count(t)
	return h, true
}

// recalled reports whether a toll is told in a clause that describes what is only
// remembered: "ten years since the attack, in which four were killed".
func (v *view) recalled(t *en.Toll) bool {
	for i := range v.triggers {
		if x := &v.triggers[i]; x.Background && !x.Tool && x.To <= t.At && v.w.Relative(x.To, t.At) && !v.w.ClaimedBefore(x.From) {
			return true
		}
	}
	return false
}

// specify lets tools and sides say more closely what kind of event it is.
func (s *story) specify(h *happening) {
	v := h.view
	var best *en.Trigger
	distance := 1 << 30
	for i := range v.triggers {
		t := &v.triggers[i]
		razed := h.kind.Family == "destruction" && s.types.Toll() != nil && (t.Kind.Family == s.types.Toll().Family || s.types.Crowd(s.types.Toll().Family) != nil && t.Kind.Family == s.types.Crowd(s.types.Toll().Family).Family)
		if !t.Tool || !razed && (t.Kind.Family != h.kind.Family || !h.weak && !closer(t.Kind, h.kind)) {
			continue
		}
		if d := max(t.From-h.head, h.head-t.From); d < distance && !v.w.Apart(min(t.From, h.head), max(t.From, h.head)) {
			best, distance = t, d
		}
	}
	if best != nil {
		h.kind = best.Kind
		h.weak = h.weak && h.tolled && distance > 25
	}
}

// many reports whether a happening moves more than one person.
func (h *happening) many() bool {
	if h.displaced != (geo.Count{}) {
		return h.displaced != geo.Exactly(1)
	}
	return en.Many(h.actor1.name) || en.Many(h.actor2.name) || h.view.w.ManyBefore(h.head)
}

// violent reports whether somebody armed, a tool or killing is told of beside
// a happening.
func (s *story) violent(h *happening) bool {
	v := h.view
	for i := range v.tolls {
		if v.tolls[i].Harm != en.Displaced && v.tolls[i].Deed && !s.calm {
			return true
		}
	}
	return armed(v.actors) || v.hasTool(h.kind.Family)
}

func (v *view) hasTool(family string) bool {
	for i := range v.triggers {
		if t := &v.triggers[i]; t.Tool && t.Kind.Family == family {
			return true
		}
	}
	return false
}

// nearness is how many sentences before a bare count of dead the violence may be
// told that killed them; it may also be told right after.
const nearness = 3

// nearViolence reports whether violence is told of in the sentences before a
// happening, or in its own.
func (s *story) nearViolence(h *happening) bool {
	for i := max(0, h.view.index-nearness); i <= h.view.index+1 && i < len(s.views); i++ {
		v := &s.views[i]
		for k := range v.triggers {
			if t := &v.triggers[k]; t.Kind.Family == h.kind.Family && !t.Faint && (t.Tool || t.Telling == en.Told) {
				return true
			}
		}
	}
	return false
}

// closer reports whether kind a says more closely what kind b says: it has the
// same type and stands earlier in the taxonomy.
func closer(a, b *en.Kind) bool { return a.Type == b.Type && a.Before(b) }

// settle takes the kind that the sides of the actors call for.
func (s *story) settle(h *happening) {
	if k := s.types.ByState(h.kind.Family); k != nil && h.actor1.side == en.State && k != h.kind {
		if k.Type == h.kind.Type || k.Family != h.kind.Family {
			h.kind = k
		}
	}
	if k := s.types.Crowd(h.kind.Family); k != nil && h.kind == s.types.Armed(h.kind.Family) && (en.Protesting(h.actor1.name) || en.Protesting(h.actor2.name)) {
		h.kind = k
	}
	armed := s.types.Armed(h.kind.Family)
	switch toll := s.types.Toll(); {
	case armed != nil && h.kind == toll && h.actor1.side == en.State && h.actor2.side == en.Rebel:
		h.kind = armed // "soldiers gunned down 11 militants"
	case armed == nil || !h.weak:
	case h.kind == toll && h.actor2.side.Armed() && (h.actor1.side.Armed() || h.actor1.side == en.NoSide):
		h.kind = armed
	case h.kind == armed && toll != nil && toll.Family == h.kind.Family && h.actor2.side == en.Civilian && h.killed != geo.Count{}:
		h.kind = toll // "stormed a school, killing three pupils"
	}
}

// idle says why a happening says too little to be one, if it does: no place, no
// time, no toll, and hardly what.
func (s *story) idle(h *happening) Silence {
	switch {
	case h.kind.Family == "destruction" && h.view.context:
		return OfAccident
	case h.kind.Family == "displacement" && !h.many():
		return OfFew
	case h.faint && !s.violent(h) || h.mild && !s.violent(h) && !s.nearViolence(h):
		return NotViolent
	case h.old && !h.planned:
		return LongAgo
	case h.weak && h.killed != geo.Count{} && h.said && h.when.Precision == when.ToMonth && !s.d.Published.IsZero():
		return SumOfMany
	}
	told := h.name >= 0 || h.said || h.killed != geo.Count{} || h.wounded != geo.Count{}
	switch {
	case h.relative && h.name < 0, h.before && !h.said && h.name < 0, h.quoted && h.name < 0 && h.weak:
		return InPassing
	case h.tolled && h.killed == geo.Count{} && h.wounded == geo.Count{} && h.name < 0:
		return Vague
	case h.kind.Family == "diplomacy" && h.name < 0:
		return NoPlace
	case h.before && !h.view.w.Says() && !h.said:
		return InPassing
	case h.weak && !told:
		return Vague
	}
	return spoken
}
