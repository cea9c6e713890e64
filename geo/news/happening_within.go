package news

import (
	"github.com/dateline-map/dateline/geo"
	orbgeo "github.com/paulmach/orb/geo"
)

// foundWithin looks an incident's place up again in the country or province of the
// place that is to stand in for it, and reports whether it lies there: a name that may
// be any of several towns of the world, or that was found abroad, is often the one of
// its name in the country that the story is of. "Bombs killed eight in northern Nigeria.
// The attack happened in Banki."
func (s *story) foundWithin(x *incident, best *geo.Place) bool {
	in := &best.Match
	if m := &x.place.Match; m.Kind != geo.Ambiguous && !m.Located() || in.Country == "" || x.place.Name == best.Name || x.view.names[x.name].info.Places == 0 {
		return false
	}
	p := x.place
	p.Match, p.Within.Country = geo.Match{}, in.Country
	if p.Within.Adm1 == "" {
		p.Within.Adm1 = in.Adm1
	}
	s.r.Gazetteer.Locate(&p)
	m := &p.Match
	if !m.Located() || m.Reason != "" || m.Country != in.Country || in.Adm1 != "" && m.Adm1 != in.Adm1 || m.Precision > geo.WithinAdm2 {
		return false
	}
	if in.Type == "adm2" && m.Adm2 != "" && in.Adm2 != "" && m.Adm2 != in.Adm2 || in.Precision <= geo.WithinAdm2 && orbgeo.DistanceHaversine(m.Point, in.Point) > vagueM {
		return false
	}
	p.Within = x.place.Within
	x.place = p
	if t := x.view.names[x.name].toponym; t != nil && !x.view.names[x.name].again() {
		t.Place.Match = p.Match // what the story is about lies there too
	}
	return true
}

// holdFast lets the town that is said to hold a place stand in for it where that was
// found far away, so that nothing else is put there: "near the embassy in the Mazra
// district of Gao", and a Mazra was found abroad.
func (s *story) holdFast() {
	for i := range s.views {
		v := &s.views[i]
		for k := range v.names {
			t, outer := v.names[k].toponym, v.names[k].holder
			if t == nil || outer < 0 || v.names[outer].toponym == nil || !t.Place.Match.Located() {
				continue
			}
			holder := &v.names[outer].toponym.Place.Match
			if !holder.Located() || v.names[outer].bears() || !contradicts(&t.Place.Match, holder) && !v.farFrom(outer, &t.Place.Match) {
				continue
			}
			t.Place.Match = *holder
			t.Place.Match.Kind, t.Place.Match.Reason = geo.Variant, reasonStandIn
			loosen(&t.Place)
		}
	}
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

// outsideFront returns the country or province that opens an incident's sentence,
// if what was found for the incident lies in another country and is too small to
// be named without it: "In the West Bank, settlers burned cars in Taybeh".
func (s *story) outsideFront(x *incident) *geo.Place {
	v := x.view
	front := v.names[0].toponym
	if x.name == 0 || front == nil || !v.fronted(0) || v.names[x.name].info.Population >= bigPlace || v.w.Apart(v.names[0].to, v.names[x.name].from) {
		return nil
	}
	m := &front.Place.Match
	if !m.Located() || m.Precision < geo.WithinAdm1 || m.Country == "" || m.Country == x.place.Match.Country || v.w.MainClause(v.names[x.name].from) > 0 {
		return nil
	}
	return &front.Place
}

// moveInto looks an incident's place up again in the country that holds it, which
// stands in for it if it has none of the name.
func (s *story) moveInto(x *incident, front *geo.Place) {
	p := x.place
	p.Match, p.Within = geo.Match{}, geo.Within{Country: front.Match.Country}
	s.r.Gazetteer.Locate(&p)
	if !p.Match.Located() || p.Match.Country != front.Match.Country {
		s.standIn(x, front)
		return
	}
	x.place.Match = p.Match
}
