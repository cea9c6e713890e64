package news

import (
	"math"
	"sort"

	"github.com/dateline-map/dateline/geo"
)

// What no gazetteer has lies in what the sentence says holds it, else beside
// what the sentence names nearest.

// stoodInAbroad reports whether the gazetteer let a place of another sentence
// stand in for an incident's, and the incident's own sentence names another
// country.
func (s *story) stoodInAbroad(x *incident) bool {
	best := s.nearestLocated(x)
	return best != nil && best.Match.Country != "" && best.Match.Country != x.place.Match.Country
}

// holder returns the finest located toponym that the sentence says holds an
// incident's place; nil if there is none.
func (s *story) holder(x *incident) *geo.Place {
	names := x.view.names
	for k, hops := x.view.holderOf(x.name), 0; k >= 0 && hops < len(names); k, hops = names[k].holder, hops+1 {
		t := names[k].toponym
		if t != nil && !names[k].bears() && t.Place.Match.Located() && !names[k].info.Demonym && names[k].info.Kinds&geo.KindNature == 0 && !s.odd(&t.Place.Match) {
			if m := &x.place.Match; m.Located() && !contradicts(m, &t.Place.Match) {
				return &t.Place
			}
			return s.country(&names[k])
		}
	}
	return nil
}

// country returns where a name lies that holds a place. What is written like a
// country, and was taken for a province that only bears the word in its name, is
// the country: "Bosso in Niger" lies in no Niger State.
func (s *story) country(n *name) *geo.Place {
	p := &n.toponym.Place
	if p.Match.Type != "adm1" || n.kind != "" || n.info.Kinds&geo.KindCountry == 0 || p.Match.Name == p.Name {
		return p
	}
	land := geo.Place{Name: p.Name, Kind: "country"}
	if s.r.Gazetteer.Locate(&land); !land.Match.Located() {
		return p
	}
	return &land
}

// besides returns where an incident's place lies by what the sentence says right
// behind its name: "in Hafriyah, south of the capital"; nil if it says nothing.
// Of a town so many kilometres away, the town itself stands in.
func (s *story) besides(x *incident) *geo.Place {
	names := x.view.names
	i := x.name + 1
	if i >= len(names) || !x.view.vague(i) || x.view.w.At(names[x.name].tail) != "," || names[i].lead.From != names[x.name].tail+1 {
		return nil
	}
	p := s.placed(x.view, i)
	s.r.Gazetteer.Locate(&p)
	if !p.Match.Located() || p.Match.Precision > geo.WithinAdm2 {
		return nil
	}
	return &p
}

// contradicts reports whether a match lies in another country or province than what
// is said to hold it.
func contradicts(m, holder *geo.Match) bool {
	if m.Country != holder.Country {
		return m.Country != "" && holder.Country != ""
	}
	if holder.Type == "adm2" && m.Adm2 != "" && holder.Adm2 != "" && m.Adm2 != holder.Adm2 {
		return m.ID != holder.ID
	}
	return holder.Type == "adm1" && m.Adm1 != "" && holder.Adm1 != "" && m.Adm1 != holder.Adm1
}

// carriedRadiusM is the radius in metres of a place that the text does not say.
const carriedRadiusM = 30_000

// loosen lowers what is claimed of a place that was not said for the event.
func loosen(p *geo.Place) {
	m := &p.Match
	m.Precision = max(m.Precision, geo.NearPlace)
	if n, known := m.RadiusM.Int(); !known || n < carriedRadiusM {
		m.RadiusM = geo.Known(carriedRadiusM)
	}
	m.Confidence *= carriedConfidence
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

// standIn places an incident whose place no gazetteer has at another.
func (s *story) standIn(x *incident, best *geo.Place) {
	name, kind := x.place.Name, x.place.Kind
	within := x.place.Within
	x.place = *best
	x.place.Name, x.place.Kind, x.place.Within, x.place.Relation = name, kind, within, ""
	x.place.Match.Kind = geo.Variant
	x.place.Match.Reason = reasonStandIn
	loosen(&x.place)
}

// partedFrom reports whether a toponym of the sentence stands where something else
// is told than at name i: "a bomb went off in Baiji, while shells fell on Khan
// Bani Saad".
func (v *view) partedFrom(i int, t *geo.Toponym) bool {
	for k := range v.names {
		if v.names[k].toponym == t {
			a, b := &v.names[min(i, k)], &v.names[max(i, k)]
			return v.w.Meanwhile(a.to, b.from)
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
	first := sort.Search(len(s.toponyms), func(i int) bool { return s.toponyms[i].Start >= start })
	for i := first; i < len(s.toponyms) && s.toponyms[i].Start < end; i++ {
		t := &s.toponyms[i]
		if !s.locates(t) || t.Start == at || t.Place.Match.Type != "country" && s.odd(&t.Place.Match) || x.view.partedFrom(x.name, t) {
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
	return best
}
