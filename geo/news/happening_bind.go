package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
	"github.com/dateline-map/dateline/geo/news/en"
)

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
	none := sums[len(v.names)]
	likeliest := 0.0 // of those that belong to other words
	for first := true; ; first = false {
		h.name, h.chose = v.finest(sums)
		if none*noneWeight > h.chose || h.name >= 0 && !first && (sums[h.name] == 0 || sums[h.name] < likeliest && !v.beside(h, h.name)) {
			h.name, h.chose = -1, max(none, h.chose)
		}
		if h.name < 0 || !v.anotherClause(h) {
			return
		}
		for k := range v.names {
			if v.names[k].list == v.names[h.name].list {
				likeliest = max(likeliest, sums[k])
				sums[k] = 0 // "held talks in Muscat and will fly on to Doha"
			}
		}
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
		if v.names[i].seat {
			sums[i] += sums[i-1]
			sums[i-1] = 0
			continue
		}
		if v.besideTheLast(i) && v.mayHold(h, i-1) {
			sums[i-1] += sums[i]
			sums[i] = 0
		} else if v.elsewhere(h, i) {
			sums[i] = 0
		} else if !v.mayHold(h, i) || v.anothersObject(h, i) {
			sums[len(v.names)] += sums[i]
			sums[i] = 0
		} else if v.heads(&v.names[i]) {
			sums[i] += labelBonus
		} else if v.w.Locals(v.names[i].lead.From) && v.names[i].to < h.head && v.heads(&v.names[0]) {
			sums[i] += labelBonus + frontedBonus // "DERIK - Residents of Rumeilan said"
		} else if v.fronted(i) && !v.vague(i) || v.wherein(h, i) || v.falls(h, &v.names[i]) {
			sums[i] += frontedBonus
		} else if n := &v.names[i]; v.w.Locals(n.lead.From) && n.to < h.head {
			sums[i] += frontedBonus
		} else if v.names[i].from > h.head && (v.w.OneOfPlaces(v.names[i].lead.From) || v.w.ReportedFrom(v.names[v.names[i].list].lead.From)) {
			sums[i] += frontedBonus
		} else if at := v.w.Happened(); at >= 0 && at == h.head && h.noun && v.tookPlaceAt(at, &v.names[i]) {
			sums[i] += labelBonus // "the shooting, which left one injured, took place in Gao"
		} else if v.beside(h, i) {
			sums[i] += besideBonus
		}
	}
	return sums
}

// tookPlaceAt reports whether a name is the first behind "took place in" or the like, in a
// sentence that says where the noun at a token happened.
func (v *view) tookPlaceAt(at int, n *name) bool {
	return placePreps[n.lead.Prep] && n.lead.From > at && !slices.ContainsFunc(v.names, func(m name) bool {
		return placePreps[m.lead.Prep] && m.lead.From > at && m.from < n.from
	})
}

// elsewhere reports whether name i stands in another main clause than a happening whose own
// clause says where it was: "clashes in Gao have calmed down, but shells fell on Mopti", "in
// Gao a mine killed five, while a bomb in Mopti wounded two". A clause behind the
// happening's must tell of something itself.
func (v *view) elsewhere(h *happening, i int) bool {
	n := &v.names[i]
	clause, other := v.w.MainClause(h.head), v.w.MainClause(n.to)
	switch {
	case other < clause:
		return !v.fronted(i) && !v.heads(n) && v.saidIn(h, clause)
	case other > clause:
		return v.tellsOfAnother(h, other) && v.saidIn(h, clause)
	}
	return false
}

// saidIn reports whether a name in a main clause, that of a happening, says where it was.
func (v *view) saidIn(h *happening, clause int) bool {
	for k := range v.names {
		n := &v.names[k]
		if n.list == k && n.lead.From-h.to < ownClauseReach && !v.w.Clause(h.to, n.lead.From) && (placePreps[n.lead.Prep] || n.lead.From > h.head && v.actedUpon(h, n)) && v.w.MainClause(n.from) == clause && v.mayHold(h, k) {
			return true
		}
	}
	return false
}

// ownClauseReach is how far behind a happening, in tokens, a name says at once where it was.
const ownClauseReach = 6

// tellsOfAnother reports whether a main clause has a trigger that is not a happening's.
func (v *view) tellsOfAnother(h *happening, clause int) bool {
	for i := range v.triggers {
		if t := &v.triggers[i]; !slices.Contains(h.anchors, t.Head()) && v.w.MainClause(t.Head()) == clause {
			return true
		}
	}
	return false
}

// saidBetween reports whether a name tells where somebody speaks: "wounded, said
// a doctor in Gao", "officials in Bamako said".
func (v *view) saidBetween(h *happening, n *name) bool {
	for _, a := range h.anchors {
		if a < n.from && placePreps[n.lead.Prep] && !v.saidUpTo(a, n) {
			return false // "10 dead in Gao, a nurse said, adding the attack took place on Monday"
		}
	}
	return v.saidUpTo(h.head, n)
}

// saidUpTo reports whether somebody's saying stands between token head and a name.
func (v *view) saidUpTo(head int, n *name) bool {
	if n.from > head {
		_, said := v.w.ClauseBreaks(head+1, n.lead.From)
		return said
	}
	_, said := v.w.ClauseBreaks(n.to, head)
	return said && (n.lead.From > 1 && !v.w.Opening(n.lead.From) || n.lead.Prep == "" && !v.heads(n)) && !v.w.Locals(n.lead.From)
}

// placedBehind reports whether a name behind name i says where something was.
func (v *view) placedBehind(i int) bool {
	return slices.ContainsFunc(v.names[i+1:], func(n name) bool {
		return placePreps[n.lead.Prep] && !n.bearsOrFar() && n.holder < 0 && n.lead.Prep != "from"
	})
}

// heads reports whether a name stands at the head of a paragraph as its label:
// "MANBIJ - Residents said …", also behind the mark of a list.
func (v *view) heads(n *name) bool { return heads(v.w, n) }

func heads(w *en.Words, n *name) bool {
	if n.from != 0 && (n.from != 1 || !w.Mark(0)) {
		return false
	}
	return w.LabelEnd(n.tail)
}

// labelBonus is what a place gains that heads a paragraph of a round-up: more
// than any name that stands idly behind it, less than one behind "in".
const labelBonus = 0.6

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
	from := v.w.BehindIncluded(h.head+1, n.lead.From)
	breaks, said := v.w.ClauseBreaks(from, n.lead.From)
	return !said && breaks <= 1 && !v.w.Clause(from, n.lead.From)
}

// fronted reports whether name i opens the sentence as a place: "In Gao, …",
// "South of Quetta, …", "Similarly, in Mopti, …".
func (v *view) fronted(i int) bool {
	n := &v.names[i]
	return v.w.Opening(n.lead.From) && n.lead.Prep != "" && v.w.At(n.tail) == ","
}

// wherein reports whether a clause says what happened at name i: "from Baghdad, where
// he met".
func (v *view) wherein(h *happening, i int) bool {
	end := v.names[i].tail
	if v.w.InWhich(end) && h.head > end && !v.w.Clause(end+2, h.head) {
		return true // "an operation in Gao in which five were shot"
	}
	end = v.w.BehindBearing(end)
	return v.w.At(end) == "," && v.w.At(end+1) == "where" && h.head > end && v.w.Where(end, h.head)
}

// vague reports whether name i only says on which side of a city something
// happened: "North of Gao, two men were killed on the road to Bourem".
func (v *view) vague(i int) bool { return v.names[i].bears() }

// mayHold reports whether name i may be the place of a happening. A name that is
// no toponym needs a word of place beside it: a preposition, a noun, another
// place; or it is what was seized or attacked.
func (v *view) mayHold(h *happening, i int) bool {
	n := &v.names[i]
	if v.ofAnotherClause(h, i) || v.saysOther(h, i) {
		return false
	}
	switch {
	case n.capital != nil, n.toponym != nil && !n.toponym.Inside:
		return true
	case v.w.Locals(n.lead.From) && n.lead.Prep != "":
		return true
	case n.person && n.kind == "", v.headline && n.toponym == nil && n.to > n.from+1 && v.w.TellsHarm(n.from, n.to):
		return false // "Attack on Mayor's Family Leaves Five Dead": which is no name
	case v.w.OneOfPlaces(n.lead.From):
		return true
	case n.kind != "", n.lead.Relation != "", n.holder >= 0 && n.lead.Prep != "" && n.lead.Prep != "of":
		return true
	case placePreps[n.lead.Prep]:
		return n.info.Places > 0 || n.lead.Prep != "on" || !en.LookUp(v.w.At(n.from)).Person() || n.to == n.from+1
	case n.list != i:
		return v.mayHold(h, n.list)
	}
	return v.actedUpon(h, n) && (n.info.Places > 0 || n.holder >= 0 || h.kind.Family == "territory")
}

// ofAnotherClause reports whether name i says where those are, come from or go to who are told of,
// or stands in a clause of something else.
func (v *view) ofAnotherClause(h *happening, i int) bool {
	n := &v.names[i]
	if h.relative && !h.noun && n.from > h.head && v.w.Described(h.head, n.lead.From) {
		return true // "the group, which has pledged allegiance to others, raided Gao"
	}
	if h.kind.Family != "displacement" && n.lead.Prep == "to" && n.from > h.head && v.fleeTo(h, n) {
		return true // "eleven people died, and thousands fled to Gao"
	}
	if n.lead.Prep == "from" && n.from > h.head && h.kind.Family != "diplomacy" && v.w.NativesBefore(n.lead.From) && v.placedBehind(i) {
		return true // "killed six people from Sindh in Gwadar"
	}
	if v.w.NativeOf(n.lead.From) || v.w.IdentifiedAs(n.from) || v.w.FromBase(n.lead.From) || v.w.Accuses(n.lead.From, n.to) || h.kind.Family == "violence" && !h.noun && !h.passive && v.w.FightersFrom(n.lead.From, h.head) || n.to <= h.clause || v.apposedBearing(i) || v.w.WayTo(n.lead.From) {
		return true
	}
	if v.saidBetween(h, n) && !v.wherein(h, i) || v.w.TimeBetween(min(h.head, n.to), max(h.head, n.from)) || h.mild && n.from > h.head && v.w.Hospital(h.head, max(n.from+2, n.to+1)) || v.w.Treated(h.head, n.from) {
		return true
	}
	return false
}

// saysOther reports whether name i says anything but where a happening was: a party, a person, what
// is talked about, who told of it.
func (v *view) saysOther(h *happening, i int) bool {
	n := &v.names[i]
	switch {
	case h.kind.Family == "territory" && n.to < h.head && v.w.SomePlace(h.to) && (settlements[n.kind] || n.kind == "" && n.info.Kinds&geo.KindSettlement != 0) && v.w.Clause(n.to, h.head):
		return true // "was in Gao as rebels seized a town": which is none of Gao
	case n.from > h.head && h.kind.Family == "diplomacy" && v.w.SinceBetween(h.head, n.lead.From):
		return true // "leaders met over those missing since a convoy was waylaid outside Gao"
	case v.w.NamesWay(n.to) && !n.road, v.w.Compound(n.to), v.w.Ally(n.from), v.w.Agency(n.from, n.to), n.lead.Prep == "" && (v.w.SaysBehind(n.to) || v.w.At(n.from-1) == "told"):
		return true
	case h.kind.Family == "diplomacy" && n.lead.Prep == "from" && !v.w.Where(n.to, h.head), h.kind.Family == "other" && n.lead.Prep == "from", h.kind.Family != "diplomacy" && (v.w.SpokenIn(n.lead.From) || v.w.SaidThere(n.lead.From, n.tail, h.head)), n.lead.Prep == "of" && v.w.ImageOf(n.lead.From):
		return true
	case h.kind.Family == "violence" && waters[n.info.BestKind] && v.townBehind(i):
		return true // "floating down the Tigris river in Suwayrah"
	case n.lead.From == n.from && v.w.InPersonName(n.from, n.to), n.kind == "" && v.w.MembersOf(n.from), v.w.Journey(n.lead.From, n.tail):
		return true
	case v.w.CalledSite(n.from), n.lead.From == n.from && n.kind == "" && !n.known() && v.w.OfficeBehind(n.to), h.kind.Family == "violence" && (v.w.CameFrom(n.lead.From) || n.from > h.head && v.w.BroughtTo(n.lead.From)):
		return true
	case v.w.WorksAt(n.lead.From) && n.to < h.head && v.saidBehind(h):
		return true // "a lecturer at Ife University was killed at Ado"
	case h.noun && v.opponents(h, n), v.fighters(n):
		return true
	case h.kind.Family == "diplomacy" && n.from > h.head && v.w.Topic(h.head+1, n.from), h.kind.Type == "Battles" && (n.lead.Prep == "towards" || n.lead.Prep == "toward"), n.lead.Prep == "with" && v.w.At(n.lead.From-1) == "solidarity":
		return true // "talks on the battle for Gao", "militants surging towards the city"
	case !h.noun && !h.passive && h.kind.Family == "violence" && n.lead.From == n.from && v.subjectOf(h, n) && en.SeatOfGovernment(v.w.Span(n.from, n.to)):
		return true // "Washington launched air strikes"
	case h.noun && v.w.Followed(h.head, n.from):
		return true
	case h.noun && h.definite && n.from > h.head && v.w.Relative(h.head, n.from) && !(v.w.Happened() == h.head && v.tookPlaceAt(h.head, n)):
		return true
	}
	return false
}

// opponents reports whether a name is one of those between whom a fight or talks are told of:
// "clashes between Dolvia and Quorva tribesmen in Gao". It may be that of a place too.
func (v *view) opponents(h *happening, n *name) bool {
	head := &v.names[n.list]
	return head.lead.Prep == "between" && n.kind == "" && head.lead.From > h.head && head.lead.From-h.head <= 3 && (h.kind.Type == "Battles" || h.kind.Family == "diplomacy")
}

// fighters reports whether a name that no gazetteer has is that of people who fight: "fighting
// between Dolvia and Quorva", "two tribes, the Dolvia and Quorva".
func (v *view) fighters(n *name) bool {
	head := &v.names[n.list]
	if n.kind != "" || head.kind != "" {
		return false
	}
	return v.w.Tribes(head.from) || !n.known() && !head.known() && v.w.FoughtBetween(head.lead.From)
}

// known reports whether a gazetteer has a name as it is written.
func (n *name) known() bool {
	return n.toponym != nil && n.toponym.Place.Match.Located() && n.toponym.Place.Match.Kind == geo.Exact
}

// actedUpon reports whether a name stands right behind a verb that tells of the
// happening: "stormed Kauwuri, in Borno".
func (v *view) actedUpon(h *happening, n *name) bool {
	for i := range v.triggers {
		t := &v.triggers[i]
		if !t.Noun && !t.Tool && (t.To == n.lead.From || t.To == n.from) && slices.Contains(h.anchors, t.Head()) {
			return true
		}
	}
	return false
}

// anothersObject reports whether name i stands behind a verb that tells of something
// else, and another name stands between the happening and that verb: "fired rockets
// at Mariupol and tried to capture Smile".
func (v *view) anothersObject(h *happening, i int) bool {
	n := &v.names[i]
	for k := range v.triggers {
		t := &v.triggers[k]
		if t.Noun || t.Tool || t.Kind.Family == h.kind.Family || t.From <= h.head || t.To != n.lead.From && t.To != n.from {
			continue
		}
		for j := range i {
			if m := &v.names[j]; m.lead.From > h.head && m.to <= t.From && placePreps[m.lead.Prep] {
				return true
			}
		}
	}
	return false
}

// listShare is the part that a name of a list adds to each of the others: the lessons choose one
// of them, so that each of three or more is less likely than a single name.
const (
	listShare = 0.5
	longList  = 3
)

// finest returns the likeliest name, and how likely it, what it holds, what holds it and, in
// part, those of its list are together. Among those the finest that is likely enough is taken.
func (v *view) finest(p []float64) (name int, together float64) {
	name = -1
	size := make(map[int]int, len(v.names))
	for i := range v.names {
		size[v.names[i].list]++
	}
	for i := range v.names {
		sum := p[i]
		if n := &v.names[i]; sum == 0 && (v.fighters(n) || v.w.CalledSite(n.from)) {
			continue
		}
		for k := range v.names {
			if k != i && (v.holds(k, i) || p[i] >= nestedShare*p[k] && v.surrounds(k, i)) {
				sum += p[k]
			} else if k != i && size[v.names[i].list] >= longList && v.names[k].list == v.names[i].list && v.likelyPlace(k, v.names[i].list) {
				sum += listShare * p[k]
			}
		}
		if n := &v.names[i]; sum > p[i] && (n.toponym == nil || n.info.Places == 0) && n.capital == nil && n.kind == "" && !placePreps[n.lead.Prep] {
			sum = p[i] // what lies in a place need not be one
		}
		if sum > together && (name < 0 || p[i] > 0.05*p[name] || !v.holds(name, i)) {
			name, together = i, sum
		}
	}
	return name, together
}

// nestedShare is how likely a place must be, by how likely the country or province is
// that it is found in, to be what happened there: "militants in Bangladesh hacked a
// priest to death in Jhenaidah".
const nestedShare = 0.1

// apposedBearing reports whether name i only says where the one before it lies: "In
// Ghazni, southwest of the capital, troops clashed".
func (v *view) apposedBearing(i int) bool {
	n := &v.names[i]
	return i > 0 && (n.bearsOrFar() || n.lead.Relation == "near" || n.lead.Relation == "on the outskirts of") && v.w.At(v.names[i-1].tail) == "," && n.lead.From == v.names[i-1].tail+1
}

// besideTheLast reports whether name i only says what the place told right before it is
// near: "raided Bale and Kayamla villages near Maiduguri, where they killed 55".
func (v *view) besideTheLast(i int) bool {
	n := &v.names[i]
	return i > 0 && n.lead.Relation == "near" && n.lead.From == v.names[i-1].tail && placed(&v.names[i-1])
}

// placed reports whether a name is called a place by the words beside it, other than a
// water or a mountain, which is near much.
func placed(n *name) bool {
	return (n.kind != "" || placePreps[n.lead.Prep]) && n.info.Kinds&geo.KindNature == 0
}

// surrounds reports whether name k was found to be a country or province, and name i
// a place in it.
func (v *view) surrounds(k, i int) bool {
	outer, inner := v.names[k].toponym, v.names[i].toponym
	if outer == nil || inner == nil || outsideOf(v.names[k].lead.Relation) {
		return false
	}
	p, q := &outer.Place, &inner.Place
	return q.Match.Located() && q.Match.Precision <= geo.WithinAdm2 && p.Match.Precision >= geo.WithinAdm1 && encloses(p, q, false)
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
	if !v.w.Clause(from, to) || v.w.Where(from, to) {
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
