package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/when"
)

// incident is a happening at one place, told once or several times.
type incident struct {
	happening
	place   geo.Place
	carried bool         // the sentence names no place: it was taken from elsewhere in the story
	follows bool         // likewise, from what was told right before
	here    bool         // likewise, and that in the same sentence
	dated   bool         // its day was
	group   int          // incidents of one happening share it; 0 if it stands alone
	told    []*happening // every telling of it

	own [en.Displaced + 1]bool // by harm: its figure was told of it alone, and not of its group
}

// incidentsOf returns a happening at each of its places.
func (s *story) incidentsOf(h *happening) []incident {
	x := incident{happening: *h, told: []*happening{h}}
	if h.name < 0 {
		return []incident{x}
	}
	v := h.view
	list := v.names[h.name].list
	var out []incident
	for i := range v.names {
		n := &v.names[i]
		if n.list != list || i != h.name && !v.likelyPlace(i, list) {
			continue
		}
		x.place = s.placed(v, i)
		x.name = i
		out = append(out, x)
	}
	if len(out) > 1 && out[0].place.Relation == "between" {
		out[0].place.Other = out[1].place.Name
		return out[:1]
	}
	if len(out) == 1 && v.names[h.name].road {
		out[0].place.Relation = "near" // the other end is no place that is known
	}
	if len(out) > 1 {
		s.groups++
		for i := range out {
			out[i].group = s.groups
		}
	}
	return out
}

// likelyPlace reports whether name i of a list is a place, as the rest of the
// list is: "in Rawa and Ana".
func (v *view) likelyPlace(i, list int) bool {
	n := &v.names[i]
	head := &v.names[list]
	if v.bordering(i) || n.kind == "" && n.lead.Prep == "" && v.w.Determined(n.from) && v.w.PersonNoun(n.to) {
		return false // "attacks elsewhere in Iraq, including a U.S. soldier whose convoy was hit"
	}
	return n.toponym != nil || n.capital != nil || head.lead.Plural || settlements[n.kind] || !n.person && (n.info.Places > 0 || head.toponym != nil && n.to == n.from+1)
}

// bordering reports whether name i only says on which border something lies: "near the borders with
// Niger and Chad".
func (v *view) bordering(i int) bool {
	if n := &v.names[i]; v.w.BorderWith(n.lead.From) || i == 0 || n.lead.Prep != "" || n.info.Kinds&geo.KindCountry == 0 {
		return v.w.BorderWith(n.lead.From)
	}
	between := v.names[i-1].to
	return (v.w.At(between) == "and" || v.w.At(between) == ",") && v.names[i].from == between+1 && v.bordering(i-1)
}

// placed returns the place of name i with what the sentence says it lies in.
func (s *story) placed(v *view, i int) geo.Place {
	n := &v.names[i]
	p := placeName(v.w, n)
	if n.capital != nil {
		p.Name, p.Within.Country = n.capital.City, n.capital.Country
		return p
	}
	if n.list != i && n.lead.Relation == "" {
		p.Relation = ""
		if head := &v.names[n.list]; head.lead.Plural && p.Kind == "" {
			p.Kind = head.lead.Kind
		}
	}
	if s.liesThere(&p) {
		p.Relation = ""
	}
	for k, hops := v.holderOf(i), 0; k >= 0 && hops < len(v.names); k, hops = v.names[k].holder, hops+1 {
		contain(&p.Within, v, k)
	}
	return p
}

// holderOf returns the name that holds name i, or the list it stands in; -1 if
// none does.
func (v *view) holderOf(i int) int {
	if h := v.names[i].holder; h >= 0 {
		return h
	}
	for k := i + 1; k < len(v.names) && v.names[k].list == v.names[i].list; k++ {
		if v.names[k].holder >= 0 {
			return v.names[k].holder
		}
	}
	if h := v.names[v.names[i].list].holder; h >= 0 && h < v.names[i].list && v.names[i].lead.Prep == "" {
		return h // "the Baghdad neighbourhoods of Karrada, Mansour and Dora"
	}
	return -1
}

// contain notes that a place lies in name k.
func contain(in *geo.Within, v *view, k int) {
	n := &v.names[k]
	name := v.w.Span(n.from, n.to)
	switch {
	case n.bears():
		// "Baiji, north of the capital" does not lie in the capital
	case n.kind == "adm1":
		in.Adm1 = first(in.Adm1, name)
	case n.kind == "adm2":
		in.Adm2 = first(in.Adm2, name)
	case waters[n.info.BestKind]:
		// "the Red Sea port of Hodeida" lies in no sea
	case len(name) == 2 && name != "US" && name != "UK" && !n.info.Demonym:
		// "KP's Bajaur" is in Khyber Pakhtunkhwa; the code of a country is hardly ever written
	case n.info.Demonym, n.info.Kinds&geo.KindCountry != 0:
		in.Country = first(in.Country, name)
	case n.info.Kinds&geo.KindAdm1 != 0:
		in.Adm1 = first(in.Adm1, name)
	case n.info.Kinds&geo.KindAdm2 != 0:
		in.Adm2 = first(in.Adm2, name)
	}
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// merged makes incidents that are the same one, and drops what only sums up or
// points at others.
func (s *story) merged() []incident {
	var out []incident
	for i := range s.incidents {
		x := &s.incidents[i]
		x.leaveDead(out)
		if n := s.countedBefore(out, x); n >= 0 {
			out[n].countAgain(x)
			continue
		}
		if n := s.same(out, x); n >= 0 {
			if !x.echo || finer(x, &out[n]) {
				was := out[n].spot()
				out[n].merge(x, s.types)
				was.moved(out, &out[n], x.view)
				if x.view.index-out[n].view.index <= follows {
					dateGroup(out, n)
				}
			}
			continue
		}
		if x.echo || !s.stands(x, out) {
			continue
		}
		out = append(out, *x)
	}
	return withSpells(withoutSummaries(s.withoutLede(s.withoutCrowdTolls(withoutHeadlines(s.withoutOldUnplaced(out))))))
}

// dateGroup gives the other places of a group of which no day is said that of one of them, which was told of again right
// behind: "Villages in Gao and Kidal were attacked. They were raided on Monday."
func dateGroup(all []incident, n int) {
	x := &all[n]
	for i := range all {
		if y := &all[i]; x.said && x.group != 0 && y.group == x.group && !y.said && !y.dated && i != n {
			y.when, y.dated = x.when, true
		}
	}
}

// withoutOldUnplaced drops what is told only with its month and nowhere with its place: "Two months
// ago, bombers struck another market" is there to compare.
func (s *story) withoutOldUnplaced(all []incident) []incident {
	return slices.DeleteFunc(all, func(x incident) bool {
		return x.carried && !x.here && x.said && x.when.Precision == when.ToMonth && !s.d.Published.IsZero()
	})
}

// withoutCrowdTolls drops what tells only of dead whom a riot or protest at the same
// place and time has already: "Clashes with riot police left one man dead. …  One
// dead in Juliaca".
func (s *story) withoutCrowdTolls(all []incident) []incident {
	toll := s.types.Toll()
	if toll == nil || s.types.Crowd(toll.Family) == nil {
		return all
	}
	var crowds []incident
	for i := range all {
		if x := &all[i]; x.kind.Family == s.types.Crowd(toll.Family).Family && x.killedAny() {
			crowds = append(crowds, *x)
		}
	}
	return slices.DeleteFunc(all, func(x incident) bool {
		return x.kind == toll && x.weak && slices.ContainsFunc(crowds, func(y incident) bool {
			return sameToll(x.killed, y.killed) && !x.otherDay(&y) && placesOf(&x, &y) != differ
		})
	})
}

// withoutHeadlines drops what only a headline tells, and names the place of
// loosely, where the story itself tells of the same family.
func withoutHeadlines(all []incident) []incident {
	told := map[string]bool{}
	for i := range all {
		if !all[i].view.headline {
			told[all[i].kind.Family] = true
		}
	}
	return slices.DeleteFunc(all, func(x incident) bool {
		captioned := x.said && x.when.Precision == when.ToDay && x.name >= 0 && !x.carried // under a picture
		return x.view.headline && told[x.kind.Family] && !captioned
	})
}

// lookBack is how many incidents back one may be told again; it bounds the work
// on endless stories.
const lookBack = 200

// same returns the index of the incident that x tells of again, or -1. The
// latest that fits is taken, since stories go from one to the next.
func (s *story) same(all []incident, x *incident) int {
	found := -1
	for i := len(all) - 1; i >= max(0, len(all)-lookBack); i-- {
		if !s.agree(&all[i], x) || x.here && all[i].place.Match.ID != x.place.Match.ID {
			continue
		}
		if !x.carried || all[i].place.Match.ID == x.place.Match.ID {
			return i
		}
		found = max(found, i) // what it was carried from goes before what is told since
	}
	return found
}

// agree reports whether two incidents of a story may be the same one.
func (s *story) agree(a, b *incident) bool {
	switch {
	case a.kind.Family != b.kind.Family || a.planned != b.planned:
		return false
	case a.view == b.view && (a.group != 0 && a.group == b.group || a.apart || b.apart):
		return false
	case a.opposes(&b.happening):
		return false
	case b.addsWounded(a):
		return !a.otherDay(b) || b.goesRightOn(a)
	case a.otherDay(b) && !b.goesRightOn(a), a.view == b.view && a.view.w.TimeBetween(a.to, b.from):
		return false
	case b.view.opensAnew() && !b.definite && !a.view.headline && a.view != b.view:
		return false
	}
	if d := b.view.index - a.view.index; d > 0 && d <= echoBack && b.toldWhere() && !a.otherWeapon(b) && (a.group == 0 || a.group != b.group) && (a.killedAny() || a.wounded != geo.Count{} || d == 1 && encloses(&a.place, &b.place, false)) {
		return true
	}
	switch placesOf(a, b) {
	case differ:
		if a.goesOnIn(b) {
			return true
		}
		if b.definite && b.noun && vaguely(&a.place, &b.place) {
			return true // "bombings north of Baghdad … The blasts in Baquba"
		}
		if a.view != b.view && sameToll(a.killed, b.killed) && a.tollsAgree(b) && isNorthOf(&a.place, &b.place) && a.killed != geo.Exactly(1) {
			return true // "killed five north of Baghdad … near Tikrit, killing the five"
		}
		return a.view.headline && !b.view.headline && sameToll(a.killed, b.killed) // a headline names places loosely
	case unsaidPlace:
		if n, m, ok := geo.BothKnown(a.killed.Best, b.killed.Best); ok && n != m && !b.carried && a.carried && !a.view.headline {
			return false // told anew, with a place of its own
		}
		if b.place.Name != "" && !b.carried && !b.definite && !a.view.headline && a.view != b.view && (!sameToll(a.killed, b.killed) || b.killed == geo.Exactly(1) && b.view.index-a.view.index > follows && a.view.index > opening) {
			return false // a place that is first said now is another one
		}
		return s.refersBack(a, b)
	case equal:
		if a.otherWeapon(b) || a.otherDoer(b) || a.otherFind(b) || a.alsoDone(b) || a.otherClause(b) && a.view.w.Meanwhile(a.to, b.from) >= 0 {
			return false
		}
		return a.tollsAgree(b) || b.definite || a.view.headline
	case holds:
		if a.killed != (geo.Count{}) && b.killed == (geo.Count{}) && a.several() && !b.definite && a.view != b.view && encloses(&a.place, &b.place, false) {
			return false // the toll of a country's raids is not that of one of them
		}
		if a.otherWeapon(b) || a.otherFind(b) || a.otherClause(b) {
			return false
		}
		return a.view.headline || a.tollsAgree(b) || b.definite
	}
	return false
}

// refersBack reports whether b, whose place is not said, is about a.
func (s *story) refersBack(a, b *incident) bool {
	if b.view.index-a.view.index > 10 && !a.view.headline {
		return false
	}
	if b.said && a.said && a.when != b.when {
		return false
	}
	if !b.weak && !b.definite && a.kind != b.kind && a.view != b.view && !a.view.headline {
		return false // something else, told anew
	}
	if n, known := b.killed.Best.Int(); known && !b.definite {
		if m, known := a.killed.Best.Int(); known && n != m {
			return a.carried || b.weak && !(b.before && b.said) // "had been shot on Friday"
		}
	}
	return true
}

// merge takes another telling of the same incident into this one: the finer
// place and time, the stronger word, the first toll with the bounds of both.
func (x *incident) merge(y *incident, types *en.Taxonomy) {
	loose := x.view.headline && !y.view.headline // a headline leaves words out
	x.told = append(x.told, y.told...)           // its own from the first time on: one telling fills its slice
	if finer(y, x) {
		x.takePlace(y)
	}
	if loose && !x.said && !y.said {
		x.when = y.when // it may tell on which day it was said
	}
	if y.said && (!x.said && !(y.definite && y.noun && y.when.Precision != when.ToDay) || y.when.Precision < x.when.Precision) {
		x.when, x.said = y.when, true
	}
	if x.saysLess(y, types) {
		x.kind, x.weak, x.tolled = y.kind, y.weak, y.tolled
	} else if y.kind.Type == x.kind.Type && y.kind.Before(x.kind) && !y.weak {
		x.kind = y.kind
	}
	for _, h := range []en.Harm{en.Killed, en.Wounded, en.Displaced} {
		x.takeFigure(y, h, loose)
	}
	if x.actor1.name == "" || x.actor1.id == "" && y.actor1.id != "" || loose {
		x.actor1 = firstParty(y.actor1, x.actor1)
	}
	if x.actor2.name == "" || loose {
		x.actor2 = firstParty(y.actor2, x.actor2)
	}
	if x.view.headline {
		x.retell(y)
	}
}

// takePlace gives an incident the finer place of its other telling, and what that says it was.
func (x *incident) takePlace(y *incident) {
	if x.place.Name != "" && !y.weak {
		x.kind, x.weak = y.kind, false
		x.retell(y)
	}
	was := x.place.Match
	x.place, x.carried, x.name = y.place, y.carried, y.name
	if m := &x.place.Match; m.ID == was.ID && m.Reason == reasonStandIn && was.Reason == "" {
		m.Point, m.RadiusM = was.Point, was.RadiusM // the northern part of the country that stands in
	}
	if x.view.headline || x.place.Name != "" && !y.view.headline && x.group == 0 {
		x.group = max(x.group, y.group)
	}
}

// takeFigure joins what two tellings count of those whom one harm befell; loose if the first is a
// headline that the second corrects.
func (x *incident) takeFigure(y *incident, h en.Harm, loose bool) {
	mine, theirs := x.figure(h), y.figure(h)
	x.spell[h] = x.spell[h].Join(y.spell[h])
	if y.more[h] && *mine != (geo.Count{}) {
		if *mine == geo.Exactly(1) {
			*mine = sumOf(*mine, *theirs) // "killed a judge. His driver also died"
		}
		return // "three others died": no other word for the same number, and of many the first is the sum
	}
	if loose && *theirs != (geo.Count{}) {
		*mine = *theirs // a headline rounds, and sums up
		return
	}
	if x.group != 0 && y.group == 0 && *theirs != (geo.Count{}) && partOf(*theirs, *mine) && !x.own[h] && x.goesOnWith(y) && !encloses(&y.place, &x.place, false) {
		*mine, x.own[h] = *theirs, true // "six died in Gao and Menaka. In Gao, two …"
		return
	}
	if y.revised && *theirs != (geo.Count{}) {
		*mine = theirs.Join(*mine)
		return
	}
	*mine = mine.Join(*theirs)
}

// retell makes the sentence of another telling that of an incident.
func (x *incident) retell(y *incident) {
	x.view, x.name, x.anchors, x.head, x.from, x.to = y.view, y.name, y.anchors, y.head, y.from, y.to
}

// saysLess reports whether another telling's words say better what an incident
// was. An assault that killed villagers is no battle.
func (x *incident) saysLess(y *incident, types *en.Taxonomy) bool {
	if y.kind == types.Armed(x.kind.Family) && x.kind == types.Toll() && x.actor2.side == en.Civilian {
		return false
	}
	if y.definite && y.noun && !x.weak && x.kind != types.Toll() && y.kind == types.Armed(x.kind.Family) {
		return false // "the fighting" after a bombing
	}
	if y.definite && y.noun && y.kind == types.Toll() && x.kind != y.kind {
		return false // "the killings", after a bombing
	}
	return x.clarity(types.Toll()) < y.clarity(types.Toll())
}

// clarity ranks how well a happening's words say what it was: dead alone say
// less than an attack, "attack" less than a bombing.
func (h *happening) clarity(toll *en.Kind) int {
	c := 0
	if !h.weak {
		c += 2
	}
	if h.kind != toll {
		c++
	}
	return c
}

func firstParty(a, b party) party {
	if a.name != "" {
		return a
	}
	return b
}

// stands reports whether an incident that is none of those before it is one of
// its own.
func (s *story) stands(x *incident, before []incident) bool {
	if x.kind.Family == "territory" && x.place.Match.Type == "country" && !x.said {
		return false // "militants have captured a third of Iraq": no news, and told of its towns
	}
	if x.place.Name != "" && !x.carried {
		return true
	}
	switch {
	case s.calm && x.place.Name == "":
		return false
	case x.tolled && len(x.anchors) == 1 && x.view.w.At(x.head) == "toll" && len(before) > 0:
		return false // "Amnesty put the death toll at 37": of what was told before
	case x.killed != geo.Count{}, x.wounded != geo.Count{}:
		return true
	case x.kind.Family == "arrest" && !x.noun && x.place.Name != "" && x.view.w.CountsAt(x.to):
		return true // "detained 75 protesters"
	case s.goesOn(x), s.another(x), s.displacedSum(x, before):
		return true
	case x.definite && x.noun, x.quoted, x.kind.Family == "displacement":
		return false // a country's displaced, told after one of its places
	}
	return x.place.Name != "" && x.said && !x.weak
}
