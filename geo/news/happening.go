package news

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/when"
)

// view is a sentence of a story with all that was found in it.
type view struct {
	index     int // among the story's sentences
	paragraph int // that the sentence stands in
	headline  bool
	label     when.Interval // the date that its paragraph of a chronicle opens with, or the heading above says
	section   int           // that it stands in, counted by headings
	area      *geo.Toponym  // that the heading above names; nil if there is none
	context   bool          // it speaks of accidents, diseases, games
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
	since    int  // the "since" of the clause that it stands in; -1 if it stands in none
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
	echo    bool // of what was told before, and not told by itself
	mild    bool // by one that need not be anybody's deed: "died"
	apart   bool // told by a toll in a clause of its own, with what killed
	clause  int  // where the clause begins that tells it, if that says after what something else was done
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
	prior bool // and only how long before something else: "two days after"

	killed, wounded, displaced geo.Count
	spell                      [en.Displaced + 1]geo.Count // by harm: sums of days or weeks
	inPassing                  [en.Displaced + 1]bool      // by harm: told of in passing
	more                       [en.Displaced + 1]bool      // by harm: they come on top of what was told before
	revised                    bool                        // they take the place of what was told before
	actor1, actor2             party
}

// happenings returns what a sentence tells of, in its order.
func (s *story) happenings(v *view) []happening {
	told := slices.DeleteFunc(s.hints(v), func(h happening) bool { return s.idle(&h) != spoken })
	if len(told) == 0 {
		if h, ok := s.echo(v); ok {
			told = append(told, h)
		}
	}
	return told
}

// hints returns what a sentence may tell of, that which says too little
// included.
func (s *story) hints(v *view) []happening {
	var out []happening
	for i := range v.triggers {
		t := &v.triggers[i]
		if v.unmeant(t) != spoken || s.sinceLong(v, t) || t.Faint && v.entersToKill(i) {
			continue
		}
		kind, weak := t.Kind, t.Weak
		if v.entersKilling(i) || v.surroundsToKill(i) {
			kind, weak = s.types.Toll(), true
		}
		out = append(out, happening{
			view: v, head: t.Head(), from: t.From, to: t.To, anchors: []int{t.Head()}, kind: kind, weak: weak, faint: t.Faint, noun: t.Noun, passive: t.Passive,
			definite: t.Definite, relative: t.Relative, before: t.PastPerfect, quoted: t.Quoted, planned: t.Telling == en.Announced, disputed: t.Alleged || v.w.Disputed(t.To), name: -1,
		})
	}
	for i := range out {
		s.bind(&out[i])
		out[i].old = s.yearsAgo(&out[i])
	}
	out = withoutMeans(s.joinTriggers(out))
	out = s.addTolls(v, out)
	partClauses(out)
	for i := range out {
		h := &out[i]
		s.bind(h)
		s.specify(h)
		s.date(h)
		s.parties(h)
		s.settle(h)
		if i > 0 && h.faint && !h.noun && h.kind == s.types.Toll() && out[i-1].kind.Type == "Explosions/Remote violence" && out[i-1].kind.Family == h.kind.Family {
			h.kind = out[i-1].kind // "dropping bombs on Gao and hitting targets in Mopti"
		}
	}
	return s.addGapped(v, out)
}

// unmeant says why a trigger tells of nothing that happened, if it does not.
func (v *view) unmeant(t *en.Trigger) Silence {
	switch {
	case t.Tool:
		return OnlyTool
	case t.Telling == en.Unreal:
		return NotReal
	case t.Background && !v.justCondemned(t), t.Noun && t.Definite && len(v.tolls) == 0 && v.w.Struggle(t.From, t.To), t.Relative && v.describesOld(t.From):
		return Background
	case !t.Noun && (t.Weak || t.Faint) && len(v.tolls) == 0 && v.w.BeforeThey(t.From):
		return Background // "passed thirty minutes before the attacker struck"
	case !t.Noun && len(v.dates) == 0 && v.w.AreNow(t.To):
		return Background // "They retook Gao, and are now months into a drive on Kidal"
	case !t.Noun && t.Kind.Family == "territory" && v.w.At(0) == "when" && !v.w.MarkBetween(0, t.From) && len(v.dates) == 0:
		return Background // "When rebels seized the north, Gao was spared"
	case v.sinceTotal(t):
		return SumOfMany
	case t.Weak && v.context && !v.wielded(t):
		return OfAccident
	}
	return spoken
}

// justCondemned reports whether a sentence condemns what it tells anew, with its day
// and its victims: "condemns the violence that broke out in Gao last night, in
// which seven died".
func (v *view) justCondemned(t *en.Trigger) bool {
	if !t.Condemned || len(v.tolls) == 0 {
		return false
	}
	return slices.ContainsFunc(v.dates, func(d date) bool {
		return d.When.Precision == when.ToDay && d.Kind != en.AbsoluteDate && !d.Background && !d.reported
	})
}

// sinceTotal reports whether a trigger only says since when the victims before it are counted:
// "hundreds have been killed since the rebels launched their offensive".
func (v *view) sinceTotal(t *en.Trigger) bool {
	return slices.ContainsFunc(v.tolls, func(x en.Toll) bool { return x.Total && x.At < t.From && v.w.SinceBetween(x.At, t.From) })
}

// wielded reports whether what did a trigger stands right before it: "a bomb went
// off" is no accident, whatever else the sentence speaks of.
func (v *view) wielded(t *en.Trigger) bool {
	return slices.ContainsFunc(v.triggers, func(x en.Trigger) bool {
		return x.Tool && x.Kind.Type == t.Kind.Type && x.To == t.From
	})
}

// joinTriggers makes triggers that tell of the same happening one: those of one
// family whose places do not differ, unless the sentence sets them apart. What only sums
// up those before it, "the latest attack in the Sahel", says nothing of its own.
func (s *story) joinTriggers(all []happening) []happening {
	var out []happening
	for _, h := range all {
		joined := len(out) > 0 && h.razedBy(&out[len(out)-1])
		for i := len(out) - 1; i >= 0 && !joined; i-- {
			if sameInSentence(&out[i], &h) {
				if out[i].definite && out[i].noun && (h.view.w.SetOff(out[i].to, h.from) || !h.weak && h.view.w.During(out[i].from)) {
					out[i] = h // "the killing set off gunbattles", "During the clashes, two died in a bombing"
				}
				if h.noun && h.view.w.Amid(h.from) && h.view.hasTool(h.kind.Family) && !out[i].noun {
					h.weak = true // "a rocket hit a house, killing nine, during clashes in Gao"
				}
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

func sameInSentence(a, b *happening) bool {
	if a.kind.Family != b.kind.Family || a.planned != b.planned || a.old != b.old || a.view.w.Apart(a.to, b.from) {
		return false
	}
	if a.afterClause(b.head) > 0 || a.opposes(b) {
		return false
	}
	if a.name >= 0 && b.name >= 0 && a.name != b.name {
		return false
	}
	return b.name < 0 || b.name == a.name || !b.view.wherein(b, b.name) // "flew in from Gao, where he met"
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
	if h.weak && !x.weak {
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

// many reports whether a happening moves more than one person.
func (h *happening) many() bool {
	if h.displaced != (geo.Count{}) {
		return h.displaced != geo.Exactly(1)
	}
	if h.view.w.Rescued(h.head) {
		return false
	}
	return en.Many(h.actor1.name) || en.Many(h.actor2.name) || h.view.w.ManyBefore(h.head) || h.noun && h.view.w.ManyMoved(h.head)
}

// great reports whether more people were killed or moved than one happening
// commonly kills or moves.
func (h *happening) great() bool {
	killed, _ := h.killed.Low.Int()
	displaced, _ := h.displaced.Low.Int()
	return killed >= 100 || displaced >= 100_000
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
	return armed(v.actors) || v.hasTool(h.kind.Family) || v.w.Names("armed") || v.w.Names("feud") || v.w.Names("dispute")
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
		if v != h.view && !s.calm && slices.ContainsFunc(v.tolls, func(t en.Toll) bool { return t.Harm == en.Killed && t.Deed }) {
			return true // "An activist was killed. The body was found in a ditch."
		}
	}
	return false
}

// settle takes the kind that the sides of the actors call for.
func (s *story) settle(h *happening) {
	v := h.view
	if k := s.types.ByState(h.kind.Family); k != nil && h.actor1.side == en.State && k != h.kind {
		if k.Type == h.kind.Type || k.Family != h.kind.Family {
			h.kind = k
		}
	}
	if k := s.types.Crowd(h.kind.Family); k != nil && h.kind == s.types.Armed(h.kind.Family) && (en.Protesting(h.actor1.name) || en.Protesting(h.actor2.name)) {
		h.kind = k
	}
	if k := s.types.Crowd(h.kind.Family); k != nil && h.noun && h.kind == s.types.Armed(h.kind.Family) && s.amidProtests(h) {
		h.kind = k // "… fired tear gas at protesters. Clashes near the bridge killed two."
	}
	if toll := s.types.Toll(); toll != nil && h.kind == s.crowdKind() && h.armedOne() && !en.Protesting(h.actor1.name) && h.actor2.side == en.State && strings.HasPrefix(v.w.At(h.head), "clash") && s.types.Armed(toll.Family) != nil {
		h.kind = s.types.Armed(toll.Family) // "militants clashed with police"
	}
	if h.kind.Family == "crowd" && h.armedOne() && s.types.Toll() != nil && (h.killed != geo.Count{} || h.wounded != geo.Count{}) {
		h.kind, h.weak, h.tolled = s.types.Toll(), true, true // "armed men blocked the road and killed two drivers"
	}
	if s.firedInto(h) {
		h.kind, h.weak, h.tolled = s.types.Toll(), true, true // "somebody fired into a crowd at a party, wounding three"
	}
	if k := s.types.Crowd(h.kind.Family); k != nil && s.mobbed(h) {
		h.kind = k // "200 people with sticks attacked the newspaper's headquarters"
	}
	armed := s.types.Armed(h.kind.Family)
	switch toll := s.types.Toll(); {
	case armed != nil && h.kind == toll && h.actor2.side == en.Rebel && (h.actor1.side == en.State || h.actor1.side == en.NoSide && h.view.named(en.State)):
		h.kind = armed // "soldiers gunned down 11 militants"
	case armed != nil && h.kind == armed && toll.Family == h.kind.Family && (h.shotAt() || h.stormsVillage() || h.attacksPeople()):
		h.kind = toll // "stormed the village, opening fire on people"
	case armed != nil && h.kind == toll && h.weak && !h.noun && h.actor1.side == en.State && h.actor2.name == "" && h.name >= 0 && v.actedUpon(h, &v.names[h.name]):
		h.kind = armed // "military units attacked Menaka from the west"
	case armed != nil && h.kind == toll && h.actor2.side.Armed() && v.w.At(h.head) == "ambushed":
		h.kind = armed // "ambushed a convoy of troops"
	case armed == nil || !h.weak:
	case h.kind == toll && h.actor2.side.Armed() && !en.Communal(h.actor2.name) && (h.actor1.side.Armed() || h.actor1.side == en.NoSide):
		h.kind = armed
	case h.kind == armed && toll != nil && toll.Family == h.kind.Family && h.actor2.side == en.Civilian && !(h.faint && h.noun && h.actor2.name == "people") && h.killed != geo.Count{}:
		h.kind = toll // "stormed a school, killing three pupils"
	}
}

// amidProtests reports whether the sentences right before that of a clash tell of protests, and
// neither they nor its own of anybody armed but the state.
func (s *story) amidProtests(h *happening) bool {
	crowd := s.types.Crowd(h.kind.Family)
	protests := false
	if h.view.headline {
		return false
	}
	for i := max(0, h.view.index-nearness); i <= h.view.index; i++ {
		v := &s.views[i]
		if rebels(v.actors) {
			return false
		}
		protests = protests || slices.ContainsFunc(v.triggers, func(t en.Trigger) bool {
			return t.Kind.Family == crowd.Family && v != h.view
		})
	}
	return protests
}

// mobbed reports whether a crowd without arms did what is told as an assault, and
// killed nobody.
func (s *story) mobbed(h *happening) bool {
	switch {
	case h.noun || h.killedAny() || h.actor2.side == en.Rebel, strings.HasSuffix(h.view.w.Span(h.from, h.to), "fire"):
		return false // who exchanges fire is armed
	case h.kind == s.types.Armed(h.kind.Family):
		return h.actor1.side == en.Civilian
	}
	return h.kind == s.types.Toll() && h.weak && en.Protesting(h.actor1.name)
}

// firedInto reports whether people in a crowd were shot of whom nothing says that they
// protested, nor that those who shot were police.
func (s *story) firedInto(h *happening) bool {
	v := h.view
	if h.kind.Family != "crowd" || h.noun || h.actor1.side == en.State || s.types.Toll() == nil || h.killed == (geo.Count{}) && h.wounded == (geo.Count{}) {
		return false
	}
	return !slices.ContainsFunc(v.triggers, func(t en.Trigger) bool {
		return t.Kind.Family == h.kind.Family && !slices.Contains(h.anchors, t.Head())
	}) &&
		!slices.ContainsFunc(v.actors, func(a en.Actor) bool {
			return a.Side == en.State || en.Protesting(v.w.Span(a.From, a.To)) && v.w.At(a.To-1) != "crowd"
		})
}

// shotAt reports whether the words of a happening say that those who stormed a place attacked
// people without arms there.
func (h *happening) shotAt() bool {
	return !h.noun && h.actor2.side == en.Civilian && h.actor1.side != en.State && slices.ContainsFunc(h.view.triggers, func(t en.Trigger) bool {
		return slices.Contains(h.anchors, t.Head()) && !t.Noun && h.view.w.FireOn(t.From, t.To)
	})
}

// named reports whether a sentence names somebody of a side.
func (v *view) named(side en.Side) bool {
	return slices.ContainsFunc(v.actors, func(a en.Actor) bool { return a.Side == side })
}

func (h *happening) killedAny() bool { return h.killed != geo.Count{} }

// harmed reports whether a happening counts dead or wounded.
func (h *happening) harmed() bool { return h.killedAny() || h.wounded != geo.Count{} }

// armedOne reports whether people in arms did what the happening's verb tells.
func (h *happening) armedOne() bool { return !h.noun && h.actor1.side == en.Rebel }

// idle says why a happening says too little to be one, if it does: no place, no
// time, no toll, and hardly what.
func (s *story) idle(h *happening) Silence {
	v := h.view
	switch {
	case h.kind.Family == "destruction" && h.view.context:
		return OfAccident
	case h.kind.Family == "displacement" && !h.many():
		return OfFew
	case h.kind.Family == "displacement" && h.armedOne() && h.displaced == geo.Count{} && !v.named(en.Civilian):
		return Escape
	case h.kind.Family == "crowd" && h.armedOne() && !en.Protesting(h.actor1.name):
		return NoProtest
	case h.kind.Family == "territory" && h.faint && !h.noun && v.w.Bystander(h.head):
		return NotViolent
	case h.faint && !s.violent(h) && !((h.killedAny() || !h.noun && v.w.At(h.head-1) == "also") && s.nearViolence(h)) || h.mild && !s.violent(h) && !s.nearViolence(h):
		return NotViolent
	case h.old && !h.planned, s.vaguelyLate(h), s.afterDeath(h):
		return LongAgo
	case h.killedAny() && h.name < 0 && v.w.OnlyElsewhere(h.to):
		return SumOfMany
	case h.name < 0 && !h.said && h.great() && slices.ContainsFunc(h.anchors, v.w.HaveAt):
		return SumOfMany
	case h.weak && h.killed != geo.Count{} && h.said && h.when.Precision == when.ToMonth && !s.d.Published.IsZero():
		return SumOfMany
	}
	told := h.name >= 0 || h.said || h.killed != geo.Count{} || h.wounded != geo.Count{}
	switch {
	case !h.said && v.w.Footage() && (h.kind.Family != "crowd" || h.name < 0):
		return InPassing // "a video showed two girls lying dead in Gao"
	case h.prior && v.headline && h.noun:
		return InPassing // "Soldier killed a day after deadly blasts"
	case h.relative && h.name < 0, h.quoted && h.name < 0 && h.weak && !(h.definite && h.noun && h.harmed()):
		return InPassing // but not "The blast killed two," the source said
	case h.tolled && h.killed == geo.Count{} && h.wounded == geo.Count{} && h.name < 0:
		return Vague
	case h.kind.Family == "diplomacy" && h.name < 0, h.kind.Family == "territory" && h.name < 0 && !h.noun && v.w.SomePlace(h.to):
		return NoPlace
	case h.before && !h.view.w.Says() && !h.said:
		return InPassing
	case h.weak && !told:
		return Vague
	}
	return spoken
}
