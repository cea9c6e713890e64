package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/geoparse"
)

// locate finds the places of all incidents together with the story's toponyms,
// and gives those without a place the one that the story means.
func (s *story) locate() {
	s.look()
	s.holdFast()
	for i := range s.incidents {
		if s.incidents[i].place.Name != "" {
			s.check(i)
		}
	}
	for i := range s.incidents {
		if s.incidents[i].place.Name == "" {
			s.carry(i)
		}
	}
	s.collapse()
	s.localize()
	s.withhold()
}

// withhold claims no place that was not said for the event if it is less likely
// than the reader of the story asks for.
func (s *story) withhold() {
	for i := range s.incidents {
		x := &s.incidents[i]
		m := &x.place.Match
		if (x.carried || m.Reason == reasonStandIn) && m.Located() && m.Confidence < s.r.MinConfidence {
			if h := s.saidHolder(x); h != nil && h.Match.ID != m.ID && h.Match.Confidence*carriedConfidence >= s.r.MinConfidence {
				s.standIn(x, h)
				continue
			}
			*m = geo.Match{Kind: geo.Ambiguous, Reason: reasonUnlikely, Confidence: m.Confidence, Candidates: []geo.Candidate{{
				ID: m.ID, Name: m.Name, Type: m.Type, Country: m.Country, Adm1: m.Adm1, Point: m.Point, Probability: m.Confidence,
			}}}
		}
	}
}

// saidHolder returns what the sentence says holds an incident's place, if it names
// one; nil if it does not.
func (s *story) saidHolder(x *incident) *geo.Place {
	if x.carried || x.name < 0 {
		return nil
	}
	return s.holder(x)
}

// Reason codes of places that were not said for the event.
const (
	reasonStandIn  = "stand_in"          // another place that the story names
	reasonUnlikely = "stand_in_unlikely" // the same, and it is too unlikely to be claimed
)

// look looks up the places of the incidents that were not looked up as toponyms,
// together with the toponyms of as much of the story as [Reader.locate] takes
// together.
func (s *story) look() {
	var places []*geo.Place
	rest := s.incidents
	for n := 0; n < len(s.toponyms) || len(rest) > 0; n += geoparse.MostTogether {
		places = places[:0]
		upTo := min(n+geoparse.MostTogether, len(s.toponyms))
		for i := min(n, upTo); i < upTo; i++ {
			if !s.toponyms[i].Demonym {
				places = append(places, &s.toponyms[i].Place)
			}
		}
		known := len(places)
		for len(rest) > 0 && len(places)-known < geoparse.MostTogether && (upTo == len(s.toponyms) || rest[0].start() < s.toponyms[upTo].Start) {
			if x := &rest[0]; !x.copyMatch() {
				places = append(places, &x.place)
			}
			rest = rest[1:]
		}
		if len(places) > known {
			s.r.Locate(s.d, places...)
		}
	}
}

// copyMatch gives an incident the match of the toponym that it happened at, and
// reports whether there is nothing left to look up.
func (x *incident) copyMatch() bool {
	if x.place.Name == "" {
		return true
	}
	t := x.view.names[x.name].toponym
	if x.view.names[x.name].again() && x.place.Relation == "" {
		x.place.Match = t.Place.Match // "the town" again
		return true
	}
	if t == nil || x.place.Relation != "" || x.place.Kind != t.Place.Kind || x.place.Within != t.Place.Within {
		return false
	}
	x.place.Match = t.Place.Match
	return true
}

// start returns where in the text an incident's sentence begins.
func (x *incident) start() int {
	if len(x.view.w.Tokens) == 0 {
		return 0
	}
	return x.view.w.Tokens[0].Start
}

// end returns where in the text an incident's sentence ends.
func (x *incident) end() int {
	n := len(x.view.w.Tokens)
	if n == 0 {
		return 0
	}
	return x.view.w.Tokens[n-1].End
}

// collapse makes one incident of those of a group that no gazetteer has and
// that the same place stands in for: they would be dots upon each other.
func (s *story) collapse() {
	kept := s.incidents[:0]
	for i := range s.incidents {
		x := &s.incidents[i]
		if n := len(kept); n > 0 && x.group != 0 && kept[n-1].group == x.group && stoodIn(&kept[n-1].place, &x.place) {
			kept[n-1].place.Name += " and " + x.place.Name
			continue
		}
		kept = append(kept, *x)
	}
	s.incidents = kept
}

func stoodIn(p, q *geo.Place) bool {
	return p.Match.Reason != "" && q.Match.Reason != "" && p.Match.Located() && p.Match.ID == q.Match.ID
}

// check looks whether what was found for an incident's place fits what the
// story says, and otherwise lets what holds the place, or stands beside it,
// stand in for it.
func (s *story) check(i int) {
	x := &s.incidents[i]
	s.preferSeat(&x.place)
	m := &x.place.Match
	holder := s.holder(x)
	side := s.besides(x)
	s.takeNamesake(x, holder)
	switch {
	case side != nil && (!m.Located() || x.view.refutes(x.view.sideOf(x.name), m, &side.Match)):
		s.standIn(x, side)
	case !m.Located():
		s.standInFor(i, holder)
	case holder == nil && s.strayQuarter(x) != nil:
		s.standIn(x, s.strayQuarter(x))
	case holder == nil && s.wardOf(x) != nil:
		s.standIn(x, s.wardOf(x))
	case holder == nil && s.outsideFront(x) != nil:
		s.moveInto(x, s.outsideFront(x))
	case holder != nil && (contradicts(m, &holder.Match) || s.farFromHolder(x) || m.Kind == geo.Variant && m.Reason != "" && holder.Match.Precision < m.Precision):
		s.standIn(x, holder)
	case holder == nil && s.namesakeOfLost(i):
		s.standIn(x, s.stoodInBefore(i))
	case holder == nil && (s.stranger(x) || s.lost(x)):
		if best := firstPlace(s.stoodInBefore(i), s.nearestLocated(x)); best != nil {
			s.standIn(x, best)
		} else if land := s.onlyLand(m); land == nil || !s.foundWithin(x, land) {
			s.standInFocus(x)
		}
	}
}

// doubtful is the confidence below which a name is rather what it was before in the story.
const doubtful = 0.7

// findAsides notes the toponyms of a sentence that say nothing of where things happen:
// "Iran-backed rebels", "near the border with Somalia", "Somalia's Al-Shabab". Those that
// "the town" does not mean are noted apart: "a doctor in Gao said", "came from Gao", "Gao state".
func (s *story) findAsides(v *view) {
	if s.asides == nil {
		s.asides, s.afar = map[*geo.Toponym]bool{}, map[*geo.Toponym]bool{}
	}
	if s.namesAny(v) {
		for _, a := range en.KnownActors().Find(v.w) {
			s.asideWithin(v, &a)
		}
	}
	for k := range v.names {
		n := &v.names[k]
		if n.toponym == nil && n.capital == nil {
			s.asidesOf(v.w, n)
		}
		if n.toponym == nil || n.again() {
			continue
		}
		if v.w.CalledSite(n.from) || v.w.Compound(n.to) || v.w.BorderWith(n.lead.From) || v.comesFrom(n) || n.road || v.names[n.list].road || n.kind == "" && v.w.MembersOf(n.from) || n.lead.From == n.from && v.w.InPersonName(n.from, n.to) {
			s.asides[n.toponym] = true
		}
		if n.lead.Prep == "from" || v.w.WayTo(n.lead.From) || n.kind == "adm1" || v.w.SpeakerOf(n.lead.From, n.tail) {
			s.afar[n.toponym] = true
		}
	}
}

// namesAny reports whether a toponym stands in a sentence: "al-Qaida" alone is one.
func (s *story) namesAny(v *view) bool {
	if v.w.Len() == 0 {
		return false
	}
	i := s.toponymFrom(v.w.Tokens[0].Start)
	return i < len(s.toponyms) && s.toponyms[i].Start < v.w.Tokens[v.w.Len()-1].End
}

// asidesOf notes the toponym that the first words of a longer name were taken for: "Ain
// al-Tamer" is neither Ain nor anything told of it. A country stays what it is: "the
// Israel-Gaza border".
func (s *story) asidesOf(w *en.Words, n *name) {
	start, end := w.Tokens[n.from].Start, w.Tokens[n.to-1].End
	for i := s.toponymFrom(start); i < len(s.toponyms) && s.toponyms[i].Start < end; i++ {
		if t := &s.toponyms[i]; t.End < end && t.Start == start && t.Place.Match.Type != "country" {
			s.asides[t] = true
		}
	}
}

// asideWithin notes the toponyms that are part of a well-known group's name: Hamas is no
// place.
func (s *story) asideWithin(v *view, a *en.Actor) {
	if a.ID == "" || a.From >= v.w.Len() {
		return
	}
	start, end := v.w.Tokens[a.From].Start, v.w.Tokens[min(a.To, v.w.Len())-1].End
	for i := s.toponymFrom(start); i < len(s.toponyms) && s.toponyms[i].Start < end; i++ {
		s.asides[&s.toponyms[i]] = true
	}
}

// comesFrom reports whether a name says where an armed group comes from that is no state's.
func (v *view) comesFrom(n *name) bool {
	return v.w.At(n.to) == "'s" && slices.ContainsFunc(v.actors, func(a en.Actor) bool {
		return a.From == n.to+1 && a.Side != en.State
	})
}

// locates reports whether a toponym tells where things are: it is located, and
// neither a people nor part of another name nor one of [story.findAsides].
func (s *story) locates(t *geo.Toponym) bool {
	return !t.Demonym && !t.Inside && t.Place.Match.Located() && !en.Demonym(t.Place.Name) && !s.asides[t]
}

// carry gives an incident whose sentence names no place the one where the text
// stands: that of the incident told just before, else the story's focus, else
// the dateline.
func (s *story) carry(i int) {
	x := &s.incidents[i]
	x.carried = true
	if p := s.sameSite(i); p != nil {
		x.place, x.follows = *p, true
		loosen(&x.place)
		return
	}
	if p := s.areaBefore(x); p != nil {
		x.place, x.follows = *p, true
		loosen(&x.place)
		return
	}
	y, p := s.placedBefore(i), s.setBefore(x)
	if y != nil && (p == nil || y.view.paragraph == x.view.paragraph) {
		x.place, x.follows, x.here = y.place, true, y.view == x.view && y.place.Match.Located()
		if !y.follows {
			loosen(&x.place)
		}
		return
	}
	if p != nil {
		x.place = *p
		loosen(&x.place)
		s.dateByScene(x)
		return
	}
	if p = s.sectionPlace(x); p == nil {
		p = s.focus()
	}
	if p == nil || p.Match.Precision >= geo.WithinAdm1 {
		p = firstPlace(s.housed(x, p), p)
	}
	if p != nil {
		x.place = *p
		loosen(&x.place)
	}
}

// housed returns the town in the name of what an incident's sentence speaks of, "the
// University of Maiduguri campus", in the country or province if one is given; nil
// if there is none.
func (s *story) housed(x *incident, in *geo.Place) *geo.Place {
	if x.view.w.Len() == 0 {
		return nil
	}
	for i := s.toponymFrom(x.start()); i < len(s.toponyms) && s.toponyms[i].Start < x.end(); i++ {
		t := &s.toponyms[i]
		if !t.Inside || t.Demonym || !t.Place.Match.Located() || t.Place.Match.Precision > geo.WithinAdm2 || en.Saying(x.view.w.After(t.End)) {
			continue
		}
		if in == nil || encloses(in, &t.Place, false) {
			return &t.Place
		}
	}
	return nil
}

// placedBefore returns an incident with a place told in the same sentence as
// incident i, or shortly before; nil if there is none.
func (s *story) placedBefore(i int) *incident {
	x := &s.incidents[i]
	for k := i + 1; x.clause == 0 && k < len(s.incidents) && s.incidents[k].view == x.view; k++ {
		if y := &s.incidents[k]; !y.planned && y.place.Match.Located() && !y.fledTo(x) {
			return y
		}
	}
	for k := i - 1; k >= 0; k-- {
		y := &s.incidents[k]
		if x.view.index-y.view.index > 2 || x.view.section != y.view.section {
			break
		}
		if x.clause > 0 && y.view == x.view {
			continue // what somebody did it after was done elsewhere
		}
		if !y.fledTo(x) && (!y.carried || y.follows) && y.place.Match.Located() && !y.planned && !y.view.headline && (y.kind.Family != "diplomacy" || x.kind.Family == "diplomacy") {
			return y // who met where says nothing of where shots fell
		}
	}
	return nil
}

// focus returns the place that a story is about: the one named most often,
// towns before areas, the first among equals; else the dateline.
func (s *story) focus() *geo.Place {
	if !s.focused {
		s.focused, s.about = true, s.findFocus()
	}
	return s.about
}

func (s *story) findFocus() *geo.Place {
	count := map[string]int{}
	var best *geo.Place
	score := 0
	for i := range s.toponyms {
		t := &s.toponyms[i]
		if !s.locates(t) || s.odd(&t.Place.Match) {
			continue
		}
		// "Hodeidah" is one place, whether its city was taken or its province.
		name := t.Place.Match.Country + " " + t.Place.Name
		count[name] += 2
		n := count[name]
		if t.Place.Match.Precision <= geo.NearPlace && !s.afar[t] {
			n += 3 // but not one that people came from
		} else if t.Place.Match.Type == "adm2" {
			n++ // "of Balochistan's Panjgur district"
		}
		if n > score {
			best, score = &t.Place, n
		}
	}
	if best != nil {
		return best
	}
	return s.filedFrom()
}
