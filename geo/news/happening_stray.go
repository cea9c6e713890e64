package news

import (
	"slices"
	"strings"

	orbgeo "github.com/paulmach/orb/geo"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/geoparse"
)

// bigPlace is the number of inhabitants, as a decimal logarithm, from which a
// place is known abroad: stories name it without its country.
const bigPlace = 6

// stranger reports whether an incident's place was found in a country of which
// the rest of the story says nothing, though it speaks of another, and is too
// small to be named like that.
func (s *story) stranger(x *incident) bool {
	info := &x.view.names[x.name].info
	big := float64(bigPlace)
	if x.kind.Family == "diplomacy" {
		big-- // who travels does so from one country to the next
	}
	n := &x.view.names[x.name]
	called := n.tail > n.to && !en.Settlement(x.view.w.At(n.tail-1)) // "the Dar Es Salam area" is no city
	if info.Population >= big && !called || info.Kinds&geo.KindCountry != 0 || en.SeatOfGovernment(x.place.Name) {
		return false
	}
	return s.odd(&x.place.Match)
}

// lost reports whether a village was found far from every place that its paragraph
// names, in the same country: many share their names, and few are far from what
// they are told beside.
func (s *story) lost(x *incident) bool {
	m := &x.place.Match
	if m.Type != "village" && m.Type != "hamlet" || x.view.names[x.name].info.Population > villagers || x.place.Within != (geo.Within{}) {
		return false
	}
	beside := false
	for i := s.toponymFrom(s.paragraphStart(x.view)); i < len(s.toponyms) && s.toponyms[i].Start < x.end(); i++ {
		t := &s.toponyms[i]
		p := &t.Place.Match
		if !s.locates(t) || strings.HasSuffix(t.Place.Relation, " of") || p.ID == m.ID || p.Country != m.Country || p.Precision > geo.WithinAdm2 && p.Type != "adm1" {
			continue
		}
		if r, known := p.RadiusM.Int(); p.Type == "adm1" && (p.Adm1 == m.Adm1 || !known || orbgeo.DistanceHaversine(p.Point, m.Point) < float64(r)+vagueM) {
			return false
		}
		if orbgeo.DistanceHaversine(p.Point, m.Point) < vagueM {
			return false
		}
		beside = true
	}
	return beside
}

// strayQuarter returns the town of its own sentence, or of its paragraph, for what is called a
// district or quarter and was found far from it: "a bomb in the Dura district, in the south
// of the city". It is nil for any other.
func (s *story) strayQuarter(x *incident) *geo.Place {
	m := &x.place.Match
	listed := x.view.listedQuarter(x.name)
	if suburbOf(x.view.w, &x.view.names[x.name]) || listed && s.listedDistrict(x) {
		return nil
	}
	if !listed && (!x.view.quarter(x.name) || m.Type == "adm1" || m.Type == "adm2") {
		return nil
	}
	if slices.ContainsFunc(x.view.names[x.name+1:], func(n name) bool { return n.bearsOrFar() && !n.bears() }) {
		return nil // "Sharqat district, 270 km northwest of Baghdad"
	}
	town := s.capitalIn(x.view)
	switch {
	case town != nil:
	case listed:
		town = s.townBeside(x)
	default:
		town = s.seated(firstPlace(s.nearestLocated(x), s.paragraphPlace(x)))
	}
	if town == nil || town.Match.Precision > geo.NearPlace || orbgeo.DistanceHaversine(town.Match.Point, m.Point) < townM {
		return nil
	}
	return town
}

// listedDistrict reports whether an incident's place is one of several that were found as districts
// of one province: "shelled the Kupiansk and Izium districts" is no part of any city.
func (s *story) listedDistrict(x *incident) bool {
	m, list := &x.place.Match, x.view.names[x.name].list
	for k := range x.view.names {
		n := &x.view.names[k]
		if k == x.name || n.list != list || n.toponym == nil || m.Type != "adm2" || m.Adm1 == "" {
			continue
		}
		if o := &n.toponym.Place.Match; s.locates(n.toponym) && o.Country == m.Country && o.Adm1 == m.Adm1 && o.Adm2 != "" && o.Adm2 != m.Adm2 {
			return true
		}
	}
	return false
}

// takeNamesake places an incident for which no gazetteer has a place of the name and of the
// kind that the sentence calls it at the one that the name alone means: the town of Sharqat
// for "Sharqat district", the village of Mindouli for "the town of Mindouli". It claims
// no more than to be near.
func (s *story) takeNamesake(x *incident, holder *geo.Place) {
	t := x.view.names[x.name].toponym
	if x.place.Match.Located() || t == nil || x.place.Kind == "" || x.place.Kind == "adm1" || outsideOf(x.place.Relation) {
		return
	}
	m := &t.Place.Match
	if !s.locates(t) || m.Kind != geo.Exact && m.Confidence < doubtful || m.Confidence < 0.5 || m.Reason != "" || m.Precision > geo.WithinAdm2 || s.odd(m) || holder != nil && contradicts(m, &holder.Match) {
		return
	}
	x.place.Match = *m
	if settlements[x.place.Kind] != settlements[m.Type] {
		loosen(&x.place)
	}
}

// townBeside returns the town that an incident's sentence names beside the list that its place
// stands in, else what "the city" would mean there; nil if there is none.
func (s *story) townBeside(x *incident) *geo.Place {
	list := x.view.names[x.name].list
	for k := range x.view.names {
		n := &x.view.names[k]
		if n.list != list && n.toponym != nil && !n.bearsOrFar() && s.locates(n.toponym) && settlements[n.toponym.Place.Match.Type] {
			return &n.toponym.Place
		}
	}
	if t := s.settlementBefore("city", x.start(), s.paragraphStart(x.view)); t != nil {
		return &t.Place
	}
	return nil
}

// quarter reports whether the noun behind name i calls it a district or quarter.
func (v *view) quarter(i int) bool {
	n := &v.names[i]
	return n.tail > n.to && en.Quarter(v.w.At(n.tail-1))
}

// listedQuarter reports whether name i is one of several that are called districts: "the Zahra
// and Qadisiya districts", "the districts of Zahra and Qadisiya".
func (v *view) listedQuarter(i int) bool {
	head := v.names[i].list
	if head+1 >= len(v.names) || v.names[head+1].list != head {
		return false // "the neighbourhoods of Baghdad"
	}
	if i != head && v.names[i].lead.Prep != "" {
		return false // "and in southern Kirkuk"
	}
	if lead := &v.names[head].lead; lead.Plural && v.w.QuartersBetween(lead.From, v.names[head].from) {
		return true
	}
	for k := head; k < len(v.names) && v.names[k].list == head; k++ {
		if n := &v.names[k]; k > head && n.tail > n.to && v.w.QuartersBetween(n.to, n.tail) {
			return true
		}
	}
	return false
}

// villagers is the number of inhabitants, as a decimal logarithm, up to which a
// place is known only around it.
const villagers = 4

// neighbourM is how near in metres to another place of the story a place abroad
// is no stranger: a tour of a region crosses borders, and so do its events.
const neighbourM = 500_000

// odd reports whether a match lies in a country that no other place of the
// story lies in, and far from all of them, though the story names others by
// their country or province. A place of no one country is never odd.
func (s *story) odd(match *geo.Match) bool {
	if match.Country == "" {
		return false
	}
	if s.lands == nil {
		s.lands = s.countLands()
	}
	if l := s.lands[match.Country]; l.places > 1 || l.places == 1 && l.only != match.ID {
		return false
	}
	far := false
	for country, l := range s.lands {
		if country == match.Country || !l.named {
			continue
		}
		if l.reaches(match) {
			return false
		}
		far = true
	}
	return far && !s.neighbouring(match)
}

// alone reports whether a match lies in a country that no other place of the story lies in.
func (s *story) alone(match *geo.Match) bool {
	if s.lands == nil {
		s.lands = s.countLands()
	}
	l := s.lands[match.Country]
	return l.places == 0 || l.places == 1 && l.only == match.ID
}

// neighbouring is hasNeighbour, asked once for each place: a long story names
// the same ones thousands of times.
func (s *story) neighbouring(match *geo.Match) bool {
	near, known := s.near[match.ID]
	if !known {
		near = s.hasNeighbour(match)
		if s.near == nil {
			s.near = make(map[string]bool)
		}
		s.near[match.ID] = near
	}
	return near
}

// hasNeighbour reports whether the story names another place near a match, and
// knows it better than by its country.
func (s *story) hasNeighbour(match *geo.Match) bool {
	if s.spots == nil {
		s.spots = s.distinctSpots()
	}
	for _, m := range s.spots {
		if m.ID != match.ID && orbgeo.DistanceHaversine(m.Point, match.Point) <= neighbourM {
			return true
		}
	}
	return false
}

// distinctSpots returns the places that the story knows better than by their
// country, each once, and no more than are resolved together.
func (s *story) distinctSpots() []*geo.Match {
	spots := []*geo.Match{}
	seen := map[string]bool{}
	for i := range s.toponyms {
		m := &s.toponyms[i].Place.Match
		if m.Located() && m.Precision <= geo.WithinAdm2 && !seen[m.ID] && len(spots) < geoparse.MostTogether {
			seen[m.ID] = true
			spots = append(spots, m)
		}
	}
	return spots
}

// land is what a story names of a country.
type land struct {
	places int        // different ones, counted up to two
	only   string     // id of the first
	named  bool       // the country itself, one of its provinces, or its people
	whole  *geo.Match // the country itself; nil if it is not named
}

// borderlandM is the radius in metres up to which a country's size tells what lies
// just beyond its borders; around the middle of a larger one lies half a continent.
const borderlandM = 1_300_000

// reaches reports whether a place lies so near to the middle of a country as its
// own places do: across a border, mostly.
func (l *land) reaches(m *geo.Match) bool {
	if l.whole == nil {
		return false
	}
	r, known := l.whole.RadiusM.Int()
	return known && r <= borderlandM && orbgeo.DistanceHaversine(l.whole.Point, m.Point) <= float64(r)
}

func (s *story) countLands() map[string]land {
	lands := map[string]land{}
	for i := range s.toponyms {
		t := &s.toponyms[i]
		m := &t.Place.Match
		if !m.Located() || m.Country == "" || m.Kind == geo.Fuzzy || s.asides[t] || t.Demonym && m.Type != "country" {
			continue // Kurds live in four countries, and a near spelling is anywhere
		}
		l := lands[m.Country]
		if l.places == 0 {
			l.places, l.only = 1, m.ID
		} else if l.only != m.ID {
			l.places = 2
		}
		l.named = l.named || m.Type == "country" || m.Type == "adm1" || t.Demonym
		if m.Type == "country" {
			l.whole = m
		}
		lands[m.Country] = l
	}
	return lands
}

// onlyLand returns the one country of which a story speaks, if only by its people, beside that
// where a match was found; nil if it speaks of several, or of none.
func (s *story) onlyLand(m *geo.Match) *geo.Place {
	var only *geo.Match
	for country, l := range s.lands {
		switch {
		case country == m.Country:
		case l.whole == nil || only != nil:
			return nil
		default:
			only = l.whole
		}
	}
	if only == nil {
		return nil
	}
	return &geo.Place{Name: only.Name, Match: *only}
}
