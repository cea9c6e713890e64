package news

import (
	"math"
	"slices"
	"sort"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	orbgeo "github.com/paulmach/orb/geo"
)

// What no gazetteer has lies in what the sentence says holds it, else beside
// what the sentence names nearest.

// holder returns the finest located toponym that the sentence says holds an
// incident's place; nil if there is none.
func (s *story) holder(x *incident) *geo.Place {
	names := x.view.names
	for k, hops := x.view.holderOf(x.name), 0; k >= 0 && hops < len(names); k, hops = names[k].holder, hops+1 {
		if names[k].capital != nil && x.view.w.At(names[x.name].tail) == "," && names[k].lead.From == names[x.name].tail+1 && !names[k].bearsOrFar() {
			if p := s.placed(x.view, k); p.Name != "" {
				if s.r.Gazetteer.Locate(&p); p.Match.Located() {
					return &p // "al-Qahira, a northern district of the capital"
				}
			}
		}
		t := names[k].toponym
		if t == nil && names[k].kind != "" && !names[k].bears() {
			if p := s.placed(x.view, k); !x.place.Match.Located() || x.place.Match.Reason != "" {
				if s.r.Locate(s.d, &p); p.Match.Located() && p.Match.Reason == "" && p.Match.Confidence >= doubtful && p.Match.Precision <= geo.WithinAdm2 {
					return &p // "Lone Kauk village of Rakhine state's Ann township", which the tagger took for nobody's
				}
			}
		}
		if t != nil && !names[k].bears() && t.Place.Match.Located() && !names[k].info.Demonym && names[k].info.Kinds&geo.KindNature == 0 && (!s.odd(&t.Place.Match) || en.SeatOfGovernment(t.Place.Name)) {
			m := &x.place.Match
			if m.Located() && !contradicts(m, &t.Place.Match) {
				return &t.Place
			}
			if m.Located() && m.Confidence > t.Place.Match.Confidence && s.alone(&t.Place.Match) && !s.alone(m) {
				return nil // Buhodle, "the provincial capital of Ayn", which was found in Yemen
			}
			return s.country(&names[k])
		}
	}
	return nil
}

// farFromHolder reports whether an incident's place was found far from the town that
// the sentence says holds it.
func (s *story) farFromHolder(x *incident) bool {
	k := x.view.holderOf(x.name)
	if k < 0 || x.view.names[k].toponym == nil {
		return false
	}
	if m, town := &x.place.Match, &x.view.names[k].toponym.Place.Match; x.view.names[k].kind != "" && !settlements[x.view.names[k].kind] && settlements[town.Type] {
		return m.Country != town.Country || m.Adm2 != "" && m.Adm2 != town.Adm2 && orbgeo.DistanceHaversine(m.Point, town.Point) > vagueM // "Krasnodar region", found as its town
	}
	if n := &x.view.names[x.name]; n.tail == n.to && x.view.w.SiteName(n.to) && !x.view.w.Capital(n.to) && x.view.names[k].kind == "" && settlements[x.view.names[k].toponym.Place.Match.Type] {
		return orbgeo.DistanceHaversine(x.place.Match.Point, x.view.names[k].toponym.Place.Match.Point) > townM // "the Sidada gate in Misrata"
	}
	return x.view.farFrom(k, &x.place.Match)
}

// besides returns where an incident's place lies by what the sentence says right
// behind its name: "in Hafriyah, south of the capital"; nil if it says nothing.
// Of a town so many kilometres away, the town itself stands in.
func (s *story) besides(x *incident) *geo.Place {
	names := x.view.names
	i := x.view.sideOf(x.name)
	if i < 0 {
		return nil
	}
	p := s.placed(x.view, i)
	if t := names[i].toponym; t != nil && t.Place.Match.Located() && t.Place.Match.Country != "" {
		p.Within = geo.Within{Country: t.Place.Match.Country} // the Tripoli that the story is of
	}
	s.r.Gazetteer.Locate(&p)
	if !p.Match.Located() || p.Match.Precision > geo.WithinAdm2 {
		return nil
	}
	return &p
}

// sideOf returns the name of which the sentence says right behind name i, or behind what holds
// that, on which side of it or how far from it name i lies; -1 if it says nothing.
func (v *view) sideOf(i int) int {
	for k := i + 1; k < len(v.names); k++ {
		tail, n := v.names[k-1].tail, &v.names[k]
		near := n.lead.Relation == "near" && n.lead.From <= tail+1 && k == i+1
		right := outsideOf(n.lead.Relation) && n.lead.From == tail
		if near || right || outsideOf(n.lead.Relation) && v.w.At(tail) == "," && n.lead.From == tail+1 {
			return k
		}
		if n.toponym == nil || n.toponym.Place.Match.Precision < geo.WithinAdm1 || !v.holds(k, i) {
			break // "in Baquba, 60 km from the capital": so far is Baquba
		}
	}
	return -1
}

// townM is how far in metres a place may lie from the town that is said to hold it.
const townM = 60_000

// refutes reports whether a match cannot be what name i says on which side of it, or
// how far from it, the place lies: another country, or far off if it says no
// distance, since a long way is only about as long as it is said to be.
func (v *view) refutes(i int, m, side *geo.Match) bool {
	if v.names[i].toponym == nil {
		return false
	}
	if v.names[i-1].kind == "adm1" && m.Type == "adm1" {
		return m.Country != side.Country // "the state of San Luis Potosi, north of Mexico City" is measured from its middle
	}
	if v.names[i].lead.Relation == "near" {
		return orbgeo.DistanceHaversine(m.Point, side.Point) > vagueM/2
	}
	if en.Unmeasured(v.names[i].lead.Relation) {
		return m.Country != side.Country
	}
	if said := orbgeo.DistanceHaversine(side.Point, v.names[i].toponym.Place.Match.Point); !v.vague(i) {
		around, _ := side.RadiusM.Int() // so many kilometres from it on any side
		most := max(vagueM/3, said, float64(around))
		if m.Kind == geo.Exact && m.Confidence > sureName {
			most *= 2 // the distance is rather wrong than the name
		}
		return m.Country != side.Country || orbgeo.DistanceHaversine(m.Point, side.Point) > most
	}
	return orbgeo.DistanceHaversine(m.Point, side.Point) > 2*vagueM
}

// sureName is the confidence from which a name is believed before a distance that is said.
const sureName = 0.95

// farFrom reports whether a match lies far from the town that name k is, which is
// said to hold it.
func (v *view) farFrom(k int, m *geo.Match) bool {
	town := &v.names[k].toponym.Place.Match
	n := &v.names[k]
	only := n.kind == "" && n.info.Kinds&(geo.KindAdm1|geo.KindAdm2|geo.KindRegion|geo.KindCountry) == 0
	only = only || m.Adm1 != "" && town.Adm1 != "" && m.Adm1 != town.Adm1 // in neither, whichever is meant
	only = only || n.kind == "" && n.info.Kinds&(geo.KindAdm1|geo.KindRegion|geo.KindCountry) == 0 && town.Adm2 != "" && m.Adm2 != "" && m.Adm2 != town.Adm2 && orbgeo.DistanceHaversine(m.Point, town.Point) > vagueM
	return (only || settlements[n.kind]) && settlements[town.Type] && orbgeo.DistanceHaversine(m.Point, town.Point) > townM
}

// contradicts reports whether a match lies in another country or province than what
// is said to hold it.
func contradicts(m, holder *geo.Match) bool {
	if m.Country != holder.Country {
		return m.Country != "" && holder.Country != ""
	}
	if holder.Type == "adm2" && m.Adm1 != "" && holder.Adm1 != "" && m.Adm1 != holder.Adm1 && orbgeo.DistanceHaversine(m.Point, holder.Point) > vagueM {
		return true
	}
	if holder.Type == "adm2" && m.Adm2 != "" && holder.Adm2 != "" && m.Adm2 != holder.Adm2 {
		return m.ID != holder.ID
	}
	return holder.Type == "adm1" && m.Adm1 != "" && holder.Adm1 != "" && m.Adm1 != holder.Adm1
}

// carriedRadiusM is the radius in metres of a place that the text does not say.
const carriedRadiusM = 30_000

// standInFor lets another place stand in for that of incident i, which no
// gazetteer has: what holds it, what stood in for it before, the town that it is
// near, else where the text stands.
func (s *story) standInFor(i int, holder *geo.Place) {
	x := &s.incidents[i]
	for _, find := range []func() *geo.Place{
		func() *geo.Place { return holder },
		func() *geo.Place { return s.townWithin(x) },
		func() *geo.Place { return s.stoodInBefore(i) },
		func() *geo.Place { return s.townNearby(x) },
		func() *geo.Place { return s.seated(s.nearestLocated(x)) },
		func() *geo.Place { return s.heldLater(i) },
		func() *geo.Place { return s.sectionPlace(x) },
		func() *geo.Place { return s.settingOf(i) },
		func() *geo.Place { return s.paragraphPlace(x) },
	} {
		if best := find(); best != nil {
			s.standIn(x, best)
			return
		}
	}
	s.standInFocus(x)
}

// townWithin returns the city that the name of an incident's place begins or ends with,
// if no gazetteer has the whole of it: "in Mogadishu Kahda district".
func (s *story) townWithin(x *incident) *geo.Place {
	n := &x.view.names[x.name]
	if n.to-n.from < 2 || n.person {
		return nil
	}
	for _, part := range [][2]int{{n.from, n.to - 1}, {n.from, n.from + 1}, {n.to - 1, n.to}} {
		name := x.view.w.Span(part[0], part[1])
		if s.r.Gazetteer.Evidence(name).Settled < cityWithin {
			continue
		}
		p := geo.Place{Name: name, Kind: "city"}
		s.r.Locate(s.d, &p)
		if p.Match.Located() && !s.odd(&p.Match) {
			return &p
		}
	}
	return nil
}

// cityWithin is the number of inhabitants, as a decimal logarithm, from which a city
// is looked for in the name of one of its parts.
const cityWithin = 5

// standInFocus lets what the story is about stand in for an incident's place.
func (s *story) standInFocus(x *incident) {
	if best := s.focus(); best != nil && !s.odd(&best.Match) {
		s.standIn(x, best)
		widen(&x.place)
		x.place.Match.Confidence *= s.gathered(best)
	}
}

// gathered returns the share of a story's places that lie around the one it is
// about, itself included: what a round-up leaves without a place may be anywhere.
func (s *story) gathered(p *geo.Place) float64 {
	if s.spots == nil {
		s.spots = s.distinctSpots()
	}
	around := 0
	for _, m := range s.spots {
		if orbgeo.DistanceHaversine(m.Point, p.Match.Point) <= wideRadiusM {
			around++
		}
	}
	if around == 0 {
		return 1 // it is a whole country or region
	}
	return float64(around) / float64(len(s.spots))
}

func firstPlace(a, b *geo.Place) *geo.Place {
	if a != nil {
		return a
	}
	return b
}

// stoodInBefore returns what stood in for the same name earlier in the story.
func (s *story) stoodInBefore(i int) *geo.Place {
	for k := i - 1; k >= max(0, i-lookBack); k-- {
		if y := &s.incidents[k].place; en.SameName(y.Name, s.incidents[i].place.Name) && y.Match.Kind == geo.Variant && y.Match.Reason != "" {
			return y
		}
	}
	return nil
}

// namesakeOfLost reports whether a place was stood in for earlier in the story, where it was said to be and no
// gazetteer has it, and what was found of its name now is in doubt, or elsewhere.
func (s *story) namesakeOfLost(i int) bool {
	m, before := &s.incidents[i].place.Match, s.stoodInBefore(i)
	return before != nil && (m.Confidence < doubtful || m.Country != before.Match.Country)
}

// heldLater returns what holds an incident's place, or stands beside it, where
// the story tells of the same place again: a headline leaves out the province.
func (s *story) heldLater(i int) *geo.Place {
	for k := i + 1; k < min(len(s.incidents), i+lookBack); k++ {
		y := &s.incidents[k]
		if y.name < 0 || y.place.Name != s.incidents[i].place.Name || y.view == s.incidents[i].view {
			continue
		}
		if p := firstPlace(s.holder(y), s.seated(s.nearestLocated(y))); p != nil && p.Match.Precision <= geo.WithinAdm1 {
			return p
		}
	}
	return nil
}

// townNearby returns the town named last before "the nearby village of".
func (s *story) townNearby(x *incident) *geo.Place {
	n := &x.view.names[x.name]
	if !x.view.w.Nearby(n.lead.From, n.from) {
		return nil
	}
	if t := s.settlementBefore("city", x.view.w.Tokens[n.lead.From].Start, x.start()); t != nil {
		return &t.Place
	}
	return nil
}

// paragraphPlace returns the town named last before an incident's sentence in its
// paragraph, else the last province or country; nil if it names none.
func (s *story) paragraphPlace(x *incident) *geo.Place {
	start, end := s.paragraphStart(x.view), x.start()
	var best *geo.Place
	for k := s.toponymFrom(start); k < len(s.toponyms) && s.toponyms[k].Start < end; k++ {
		t := &s.toponyms[k]
		if s.locates(t) && !s.odd(&t.Place.Match) && (best == nil || t.Place.Match.Precision <= best.Match.Precision) {
			best = &t.Place
		}
	}
	return best
}

// paragraphStart returns where in the text the paragraph of a sentence begins.
func (s *story) paragraphStart(v *view) int {
	first := v.index
	for first > 0 && s.views[first-1].paragraph == v.paragraph {
		first--
	}
	if s.views[first].w.Len() == 0 {
		return 0
	}
	return s.views[first].w.Tokens[0].Start
}

// toponymFrom returns the index of the first toponym at or behind an offset.
func (s *story) toponymFrom(offset int) int {
	return sort.Search(len(s.toponyms), func(i int) bool { return s.toponyms[i].Start >= offset })
}

// loosen lowers what is claimed of a place that was not said for the event.
func loosen(p *geo.Place) {
	m := &p.Match
	m.Precision = max(m.Precision, geo.NearPlace)
	if n, known := m.RadiusM.Int(); !known || n < carriedRadiusM {
		m.RadiusM = geo.Known(carriedRadiusM)
	}
	m.Confidence *= carriedConfidence
}

// Radii in metres that hold what is told of a town or village nine times in ten, measured on
// invented stories: what happened "in" a village often happened on its fields or on a road
// to it, and namesakes lie near each other.
const (
	aroundTownM = 25_000
	nearTownM   = 30_000
)

// spread widens the radius of a place that was looked up, not given or decided, to what is
// known of events there.
func spread(m *geo.Match) {
	least := 0
	switch {
	case !m.Located() || m.Kind == geo.Given || m.Kind == geo.Decided:
	case m.Precision == geo.NearPlace:
		least = nearTownM
	case m.Precision == geo.ExactPlace && m.Type != "city" && settlements[m.Type]:
		least = aroundTownM
	}
	if n, known := m.RadiusM.Int(); known && n < least {
		m.RadiusM = geo.Known(least)
	}
}

// wideRadiusM is the radius in metres around the place that a story is about
// within which a place lies that nothing else locates.
const wideRadiusM = 100_000

// widen claims no more of a place than that it lies in the province of the one
// that stands in for it.
func widen(p *geo.Place) {
	p.Match.Precision = max(p.Match.Precision, geo.WithinAdm1)
	if n, known := p.Match.RadiusM.Int(); !known || n < wideRadiusM {
		p.Match.RadiusM = geo.Known(wideRadiusM)
	}
}

// carriedConfidence is the share of places carried over that are right: of those in
// short reports on attacks, seven in ten are within 50 km of the truth.
const carriedConfidence = 0.7

// standIn places an incident whose place no gazetteer has at another, unless it is
// found there.
func (s *story) standIn(x *incident, best *geo.Place) {
	if s.foundWithin(x, best) {
		return
	}
	name, kind := x.place.Name, x.place.Kind
	within := x.place.Within
	x.place = *best
	x.place.Name, x.place.Kind, x.place.Within, x.place.Relation = name, kind, within, ""
	x.place.Match.Kind = geo.Variant
	if best.Match.Reason != reasonStandIn {
		x.place.Match.Reason = reasonStandIn
		loosen(&x.place)
	}
}

// sends reports whether a toponym only says whose forces somebody is: "Puntland
// security forces captured Iskushuban", "US-led warplanes".
func (v *view) sends(t *geo.Toponym) bool {
	for k := range v.names {
		if n := &v.names[k]; n.toponym == t && n.lead.Prep == "" && n.tail == n.to {
			return v.w.Compound(n.to) || slices.ContainsFunc(v.actors, func(a en.Actor) bool {
				return a.Side == en.State && (a.From == n.to || a.From <= n.from && a.To > n.to)
			})
		}
	}
	return false
}

// nearestLocated returns the located place that the sentence names nearest to an
// incident's own, towns before areas; nil if there is none.
func (s *story) nearestLocated(x *incident) *geo.Place {
	at := x.view.w.Tokens[x.view.names[x.name].from].Start
	start := x.view.w.Tokens[0].Start
	end := x.view.w.Tokens[x.view.w.Len()-1].End
	var best *geo.Place
	cost := math.MaxInt32
	for i := s.toponymFrom(start); i < len(s.toponyms) && s.toponyms[i].Start < end; i++ {
		t := &s.toponyms[i]
		if !s.locates(t) || t.Start == at || t.Place.Match.Type != "country" && s.odd(&t.Place.Match) || x.view.sends(t) {
			continue
		}
		c := max(t.Start-at, at-t.Start)
		if t.Place.Match.Precision > geo.WithinAdm2 {
			c += 500
		}
		if c < cost {
			best, cost = &t.Place, c
		}
	}
	if best == nil || best.Match.Precision > geo.WithinAdm2 {
		return firstPlace(s.capitalIn(x.view), best)
	}
	return best
}

// capitalIn returns the capital that a sentence means without naming it: "in the capital's
// Matariya district"; nil if it means none.
func (s *story) capitalIn(v *view) *geo.Place {
	for k := range v.names {
		n := &v.names[k]
		if n.capital == nil || n.toponym != nil || n.bearsOrFar() {
			continue
		}
		p := geo.Place{Name: n.capital.City, Kind: "city", Within: geo.Within{Country: n.capital.Country}}
		if s.r.Gazetteer.Locate(&p); p.Match.Located() {
			return &p
		}
	}
	return nil
}

// preferSeat takes the town for the province or district of its name, unless the
// sentence calls it one or speaks of a part of it: what happens "in Kirkuk"
// happens in the city.
func (s *story) preferSeat(p *geo.Place) {
	m := &p.Match
	if m.Type != "adm1" && m.Type != "adm2" || p.Kind != "" || p.Relation != "" && !outsideOf(p.Relation) && p.Relation != "near" {
		return
	}
	seat := geo.Place{Name: p.Name, Kind: "city", Relation: p.Relation, Within: geo.Within{Country: m.Country}}
	s.r.Gazetteer.Locate(&seat)
	t := &seat.Match
	if !t.Located() || t.Reason != "" || t.Type != "city" && t.Type != "town" || t.Country != m.Country || t.Adm1 != m.Adm1 {
		return
	}
	p.Match = *t
}

// seated returns a place as [story.preferSeat] has it; nil for nil.
func (s *story) seated(p *geo.Place) *geo.Place {
	if p == nil {
		return nil
	}
	seat := *p
	s.preferSeat(&seat)
	return &seat
}
