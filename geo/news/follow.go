package news

import (
	"slices"
	"sort"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
)

// What a sentence leaves unsaid, its readers take from the sentences before: a
// follow-up sentence tells of the same day, and its quarter lies in the same
// town. A sentence that opens with "separately" or "elsewhere" breaks off.

// follows is how many sentences back a happening may take over from.
const follows = 2

// opensAnew reports whether a sentence begins to tell of something else than
// those before it.
func (v *view) opensAnew() bool { return v.w.OpensAnew() }

// continues reports whether incident i goes on from incident k before it: in the
// sentence itself or one of those right before, with no break between.
func (s *story) continues(k, i int) bool {
	from, to := s.incidents[k].view.index, s.incidents[i].view.index
	if to-from > follows || s.views[from].section != s.views[to].section {
		return false
	}
	for n := from + 1; n <= to; n++ {
		if s.views[n].opensAnew() {
			return false
		}
	}
	return true
}

// dispute marks what the sentence behind it in its paragraph denies.
func (s *story) dispute() {
	for i := range s.incidents {
		x := &s.incidents[i]
		next := x.view.index + 1
		if next < len(s.views) && x.kind.Family != "diplomacy" && !x.planned && s.views[next].paragraph == x.view.paragraph && s.views[next].denies() {
			x.disputed = true
		}
	}
}

// denies reports whether a sentence begins by denying what was told before it, and
// tells nothing itself that it may deny.
func (v *view) denies() bool {
	at, ok := v.w.Denies()
	return ok && at < 10 && !slices.ContainsFunc(v.triggers, func(t en.Trigger) bool { return t.To <= at && !t.Tool })
}

// inheritKinds makes deaths that are told in the places of a shelling or a
// battle part of it: "Shells hit towns across the region. Two people died in
// Bakhmut."
func (s *story) inheritKinds() {
	toll := s.types.Toll()
	for i := range s.incidents {
		x := &s.incidents[i]
		if i > 0 && x.kind == toll && x.tolled && x.view.w.Names("similar") && s.incidents[i-1].kind.Family == x.kind.Family && s.continues(i-1, i) {
			x.kind = s.incidents[i-1].kind // "were killed in a similar incident"
			continue
		}
		if k := s.impactOf(x); k != nil {
			x.kind = k
			continue
		}
		if i > 0 && x.kind == toll && x.tolled && x.more[en.Killed] && s.incidents[i-1].view == x.view && s.incidents[i-1].killedAny() && s.incidents[i-1].kind.Family == x.kind.Family {
			x.kind, x.actor1 = s.incidents[i-1].kind, s.incidents[i-1].actor1 // "rebels died fighting in Gao, while another two died in Mopti"
			continue
		}
		if x.kind != toll || !x.tolled && !(x.weak && x.noun && x.killedAny()) || x.planned || x.said && rebels(x.view.actors) || x.view.hasTool(x.kind.Family) {
			continue // "nine died in Gao on Saturday when gunmen burst into a bar", "a sniper killed a man"
		}
		var told *view // the sentence that told of something more than deaths
		for k := i - 1; k >= 0 && s.continues(k, i) && (told == nil || s.incidents[k].view == told); k-- {
			y := &s.incidents[k]
			if y.view == x.view || y.kind == toll || y.kind.Family != x.kind.Family || y.planned {
				continue
			}
			if told = y.view; encloses(&y.place, &x.place, false) || x.place.Name != "" && strings.EqualFold(x.place.Name, y.place.Name) || standsFor(&y.place, &x.place) || vaguely(&y.place, &x.place) {
				x.kind, x.actor1 = y.kind, y.actor1
				break
			}
		}
	}
}

// impactOf returns the kind of the weapons told of right before an incident, one of which did it:
// "Rockets were fired from Gao. One slammed into a tent, killing a man."
func (s *story) impactOf(x *incident) *en.Kind {
	v := x.view
	at := v.w.OneOfThem()
	if x.kind != s.types.Toll() || v.index == 0 || at < 0 || !slices.ContainsFunc(x.anchors, func(a int) bool { return a >= at }) {
		return nil
	}
	for k := range s.incidents {
		y := &s.incidents[k]
		if y.view.index == v.index-1 && y.view.paragraph == v.paragraph && y.kind.Family == x.kind.Family && y.kind != x.kind && y.kind != s.types.Armed(x.kind.Family) {
			return y.kind
		}
	}
	before := &s.views[v.index-1]
	for i := len(before.triggers) - 1; i >= 0 && before.paragraph == v.paragraph; i-- {
		if t := &before.triggers[i]; t.Kind.Family == x.kind.Family && t.Kind != x.kind && t.Kind != s.types.Armed(x.kind.Family) {
			return t.Kind
		}
	}
	return nil
}

// standsFor reports whether place p stands in for q, which no gazetteer has: a village told
// of right behind what happened near p.
func standsFor(p, q *geo.Place) bool {
	return q.Match.Reason == reasonStandIn && p.Match.Located() && p.Match.ID == q.Match.ID
}

// undated reports whether a sentence says no time at all, not even when it was
// said.
func (v *view) undated() bool {
	for i := range v.dates {
		if !v.dates[i].When.IsZero() && !v.dates[i].reported {
			return false
		}
	}
	return true
}

// setting is what "this city", "the town" and "the capital" mean where a sentence
// stands.
// The zero setting is not known.
type setting struct {
	here, seat *en.Capital
	named      func(noun string, offset int) *geo.Toponym // what "the town" at an offset means
}

// settingAt returns the setting of sentence i: the city of the dateline, and the
// capital of the country that the story speaks of. It is asked for every sentence
// in order.
func (s *story) settingAt(i, paragraph int, w *en.Words) setting {
	at := setting{named: func(noun string, offset int) *geo.Toponym {
		if noun == "there" {
			return s.toldOf(i)
		}
		s.surnames(w, offset)
		if w.SameTown(offset) {
			noun = "town" // "in Zitacuaro … in the same city": the one told last, however large
		}
		return s.settlementBefore(noun, offset, s.paragraphFrom(i, paragraph, offset))
	}}
	if w.Len() == 0 {
		return at
	}
	if city, rest, _ := strings.Cut(s.d.Dateline, ","); city != "" {
		at.here = &en.Capital{City: en.Lettered(city)}
		if c, ok := en.CapitalOf(strings.TrimSpace(rest)); ok {
			at.here.Country = c.Country
		}
	}
	if at.here != nil && en.SeatOfGovernment(at.here.City) && !s.filedAbroad() {
		at.seat = at.here
		return at
	}
	at.seat = s.capitalBefore(w.Tokens[0].Start)
	return at
}

// surnames notes the toponyms of a sentence up to an offset that are parts of people's names, so
// that no town is meant by them: "its reporter, Roberto Toledo, was shot in the same city".
func (s *story) surnames(w *en.Words, offset int) {
	k := 0
	for i := s.toponymFrom(w.Tokens[0].Start); i < len(s.toponyms) && s.toponyms[i].Start < offset; i++ {
		t := &s.toponyms[i]
		for w.Tokens[k].Start < t.Start {
			k++
		}
		if w.InPersonName(k, tokenAfter(w, k, t.End)) {
			if s.asides == nil {
				s.asides, s.afar = map[*geo.Toponym]bool{}, map[*geo.Toponym]bool{}
			}
			s.asides[t] = true
		}
	}
}

// capitalBefore returns the capital of the country that the story names most
// often up to an offset; of the one it names first if it names none before; nil
// if it names none at all. Offsets go up from one call to the next.
func (s *story) capitalBefore(offset int) *en.Capital {
	if s.seats == nil {
		s.seats = map[string]int{}
	}
	for ; s.sought < len(s.toponyms); s.sought++ {
		t := &s.toponyms[s.sought]
		if s.seat != nil && t.Start >= offset {
			break
		}
		c, ok := en.CapitalOf(t.Place.Name)
		if !ok && !s.afar[t] {
			c, ok = en.SeatNamed(t.Place.Name)
		}
		if ok && !s.asides[t] {
			s.seats[c.City]++
			if s.seat == nil || s.seats[c.City] >= s.seats[s.seat.City] {
				s.seat = &c
			}
		}
	}
	return s.seat
}

// capital reads a city that is not named at token i, with the tokens that mean
// it: "the Yemeni capital", "this besieged city", "the capital".
func (at setting) capital(w *en.Words, i int) (c en.Capital, from, to int, ok bool) {
	if c, from, to, ok = w.CapitalAt(i); ok {
		return c, from, to, ok
	}
	if c, to, ok = w.HouseAt(i); ok {
		return c, i, to, true
	}
	if at.here != nil {
		if to, ok = w.ThisCity(i); ok {
			return *at.here, i, to, true
		}
		if w.HereAt(i) {
			return *at.here, i, i + 1, true
		}
	}
	if at.seat != nil && w.TheCapital(i) {
		for k := i - 1; k >= 0; k-- {
			if c, ok := en.SeatNamed(w.Span(k, k+1)); ok && w.Capital(k) {
				return c, i, i + 1, true // "near Baghdad, southwest of the capital", wherever it was filed
			}
		}
		return *at.seat, i, i + 1, true
	}
	return c, 0, 0, false
}

// again reads "the town" at token i as the settlement named before; nil if it is
// none, or none was named.
func (at setting) again(w *en.Words, i int) *geo.Toponym {
	if at.named == nil || !w.TheTown(i) {
		return nil
	}
	return at.named(w.At(i), w.Tokens[i].Start)
}

// recallBytes is how far back in a story, in bytes, a town may have been named
// that "the town" means: about three paragraphs of a wire.
const recallBytes = 1000

// settlementBefore returns the settlement that a story named last before an
// offset, a city before others if the noun is "city"; nil if it named none shortly
// before. A seat of government that the paragraph, which begins at another offset, does not
// name is passed over for any other: it is where people speak, and "the town" never.
func (s *story) settlementBefore(noun string, offset, paragraph int) *geo.Toponym {
	var seat, other *geo.Toponym
	n := sort.Search(len(s.toponyms), func(i int) bool { return s.toponyms[i].Start >= offset })
	for n--; n >= 0 && offset-s.toponyms[n].Start <= recallBytes; n-- {
		t := &s.toponyms[n]
		if !s.locates(t) || s.afar[t] || strings.HasSuffix(t.Place.Relation, " of") {
			continue
		}
		holds := n > 0 && t.Start-s.toponyms[n-1].End <= len(" in ") // "Irapuato, Guanajuato"
		if t = s.town(t, holds); t == nil {
			continue
		}
		m := &t.Place.Match
		switch {
		case en.SeatOfGovernment(t.Place.Name):
			if seat == nil && noun == "city" {
				seat = t
			}
			if seat != nil && seat.Start == t.Start && other == nil && t.Start >= paragraph {
				return t
			}
		case noun != "city" && s.calledCity(t):
			if other == nil {
				other = t // "Mosul, the last city", where "the town" is another one
			}
		case noun != "city" || m.Type == "city":
			return t
		case other == nil:
			other = t
		}
	}
	if other != nil {
		return other
	}
	return seat
}

// calledCity reports whether the words right behind a toponym, or before it, call it a city.
func (s *story) calledCity(t *geo.Toponym) bool {
	if t.Place.Kind == "city" {
		return true
	}
	rest, ok := strings.CutPrefix(s.d.Text[t.End:min(len(s.d.Text), t.End+calledBytes)], ", ")
	if end := strings.IndexAny(rest, ",.;"); end >= 0 {
		rest = rest[:end]
	}
	words := strings.Fields(rest)
	return ok && len(words) > 1 && en.Determiner(words[0]) && slices.Contains(words, "city")
}

// calledBytes is how many bytes behind a name are looked at for what it is called.
const calledBytes = 60

// town returns a toponym as a settlement: itself, or the town of a province's name that
// nothing calls one, and that holds no other; nil if there is none.
func (s *story) town(t *geo.Toponym, holds bool) *geo.Toponym {
	if settlements[t.Place.Match.Type] {
		return t
	}
	if holds {
		return nil
	}
	seat := *t
	if s.preferSeat(&seat.Place); !settlements[seat.Place.Match.Type] {
		return nil
	}
	return &seat
}

// paragraphFrom returns the offset of the first sentence before sentence i that stands in
// its paragraph; the offset given if there is none.
func (s *story) paragraphFrom(i, paragraph, offset int) int {
	for k := i - 1; k >= 0 && s.views[k].paragraph == paragraph && s.views[k].w.Len() > 0; k-- {
		offset = s.views[k].w.Tokens[0].Start
	}
	return offset
}

// toldOf returns what "there" means in sentence i: the settlement that the sentences right
// before it name last; nil if they name none, or last one that no gazetteer has.
func (s *story) toldOf(i int) *geo.Toponym {
	for k := i - 1; k >= max(0, i-follows); k-- {
		for j := len(s.views[k].names) - 1; j >= 0; j-- {
			n := &s.views[k].names[j]
			switch located := n.toponym != nil && s.locates(n.toponym) && !s.afar[n.toponym]; {
			case located && n.toponym.Place.Match.Precision <= geo.NearPlace && !n.bearsOrFar():
				return n.toponym
			case !located && n.kind != "":
				return nil
			}
		}
	}
	return nil
}

// settlements are the types of places that a town may mean.
var settlements = map[string]bool{"city": true, "town": true, "village": true, "hamlet": true}

// goesOn reports whether an incident without a place follows in the same
// paragraph, or on the spot, from one that has one, and says who did what: "Police sent
// reinforcements and arrested several suspects."
func (s *story) goesOn(x *incident) bool {
	counted := x.displaced != geo.Count{}
	if x.weak || x.definite || x.quoted || x.noun || x.view.headline || x.actor1.name == "" && !counted && !x.view.w.TheyBefore(x.head) && !(x.passive && x.kind.Family == "arrest" && x.actor2.name != "") || !x.place.Match.Located() {
		return false
	}
	switch x.kind.Family {
	case "arrest", "crowd", "destruction", "displacement":
	default:
		return false
	}
	for i := range s.incidents {
		y := &s.incidents[i]
		if counted && y.view == x.view && !y.carried {
			return true // "thousands fled after the town was seized"
		}
		if (y.view.paragraph == x.view.paragraph || x.view.w.OnTheSpot(x.to)) && y.view.index < x.view.index && !y.carried {
			return true
		}
	}
	return false
}

// displacedSum reports whether an incident counts those whom all that a story tells of has
// displaced, and whom it counts nowhere else: "The U.N. said 47,730 people had fled since the
// campaign began."
func (s *story) displacedSum(x *incident, before []incident) bool {
	return x.kind.Family == "displacement" && x.displaced != (geo.Count{}) && !x.old && x.place.Match.Located() && x.place.Match.Precision <= geo.WithinAdm1 && !x.view.w.Names("abroad") && !x.view.w.Names("countries") &&
		!slices.ContainsFunc(before, func(y incident) bool { return y.kind.Family == x.kind.Family })
}

// another reports whether an incident without a place is one more of what was told right before
// it in its paragraph: "Another car bomb targeted the mayor's home."
func (s *story) another(x *incident) bool {
	if !x.place.Match.Located() || x.planned || x.quoted || x.view.headline || !x.view.w.OneMoreWeapon() {
		return false
	}
	return slices.ContainsFunc(s.incidents, func(y incident) bool {
		return y.view.paragraph == x.view.paragraph && y.view.index < x.view.index && !y.carried && y.kind.Family == x.kind.Family
	})
}

// setBefore returns the one place that the sentence before an incident's, in the
// same paragraph, sets its scene in; nil if it names none or several: "Troops
// searched hideouts in central Sinai. Six militants were killed."
func (s *story) setBefore(x *incident) *geo.Place {
	i := x.view.index - 1
	if i < 0 || s.views[i].paragraph != x.view.paragraph || x.view.opensAnew() {
		return nil
	}
	var only *geo.Place
	for k := range s.views[i].names {
		n := &s.views[i].names[k]
		t := n.toponym
		if t == nil || n.again() || !s.locates(t) || s.odd(&t.Place.Match) || t.Place.Match.Precision > geo.WithinAdm1 || passedThrough[n.lead.Prep] || s.views[i].finerInside(k) {
			continue
		}
		if only != nil && !encloses(only, &t.Place, false) && !encloses(&t.Place, only, false) {
			return nil
		}
		if only == nil || encloses(only, &t.Place, false) {
			only = &t.Place
		}
	}
	return only
}

// areaBefore returns the area that "the region" or the like means in an incident's sentence: the last that
// the sentences right before it name; nil if it means none, or they name none.
func (s *story) areaBefore(x *incident) *geo.Place {
	if !x.view.w.TheArea(x.head) {
		return nil
	}
	for i := x.view.index - 1; i >= max(0, x.view.index-follows); i-- {
		for k := len(s.views[i].names) - 1; k >= 0; k-- {
			n := &s.views[i].names[k]
			if t := n.toponym; t != nil && !n.again() && s.locates(t) && !s.odd(&t.Place.Match) && (t.Place.Match.Precision == geo.WithinAdm1 || t.Place.Match.Precision == geo.WithinAdm2) {
				return &t.Place
			}
		}
	}
	return nil
}

// passedThrough stand before places that a scene leads from or to: "a bus bound for Gao".
var passedThrough = map[string]bool{"to": true, "from": true, "for": true}

// finerInside reports whether name i holds another that is located.
func (v *view) finerInside(i int) bool {
	return slices.ContainsFunc(v.names, func(n name) bool {
		return n.holder == i && n.toponym != nil && n.toponym.Place.Match.Located()
	})
}

// sameSite returns the place of what was told before at the site that an incident's
// sentence means: "gunmen stormed a hotel in Gao. … Police entered the hotel." It is
// nil if there is none.
func (s *story) sameSite(i int) *geo.Place {
	x := &s.incidents[i]
	site, ok := x.view.w.TheSite()
	if !ok {
		return nil
	}
	for k := i - 1; k >= max(0, i-lookBack); k-- {
		y := &s.incidents[k]
		if y.view != x.view && !y.carried && !y.planned && y.place.Match.Located() && y.kind.Family != "diplomacy" && y.view.w.Names(site) {
			return &y.place
		}
	}
	return nil
}

// settingOf returns the place where the text stands at incident i: that of the
// incident told last before it, however far; nil if there is none.
func (s *story) settingOf(i int) *geo.Place {
	for k := i - 1; k >= 0; k-- {
		y := &s.incidents[k]
		if !y.planned && !y.view.headline && y.kind.Family != "diplomacy" && y.view != s.incidents[i].view && y.place.Match.Located() && y.place.Match.Precision <= geo.WithinAdm1 {
			return &y.place
		}
	}
	return nil
}
