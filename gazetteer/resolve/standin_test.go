package resolve_test

import (
	"slices"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/gazetteertest"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
)

// TestStandIn holds given coordinates that only stand for an area apart from those
// of a place.
func TestStandIn(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	at := func(name string, w geo.Within) orb.Point {
		p := geo.Place{Name: name, Within: w}
		r.Locate(&p)
		if !p.Match.Located() {
			t.Fatalf("%q is not in the gazetteer", name)
		}
		return p.Match.Point
	}
	niger, mali := geo.Within{Country: "Niger"}, geo.Within{Country: "Mali", Adm1: "Gao"}
	gao := at("Gao city", mali)
	chad := at("Chad", geo.Within{})
	tests := []struct {
		name   string
		kind   string
		within geo.Within
		at     orb.Point
		want   geo.Precision
		why    string
		reason string
	}{
		{"Diffa Region", "", niger, orb.Point{12.5, 15.5}, geo.WithinAdm1, resolve.ReasonStandsForName, "nothing finer than a region is named, by the word for it"},
		{"Diffa Region", "", geo.Within{Country: "Niger", Adm1: "Diffa Region"}, orb.Point{12.7, 16}, geo.WithinAdm1, resolve.ReasonStandsForName, "the place is the region's own column again"},
		{"Nowhere district", "", geo.Within{Country: "Niger", Adm2: "Nowhere district"}, orb.Point{12.7, 16}, geo.WithinAdm2, resolve.ReasonStandsForName, "the same of a district that no list has"},
		{"Niger", "country", geo.Within{}, orb.Point{9, 16}, geo.WithinCountry, resolve.ReasonStandsForName, "only a country is named"},
		{"Gao Region", "", mali, gao, geo.WithinAdm1, resolve.ReasonStandsForName, "the seat's point, but said to be the region"},
		{"Gao", "", mali, gao, geo.ExactPlace, "", "the seat itself, which has the region's name"},
		{"Gao", "adm1", geo.Within{Country: "Mali"}, orb.Point{gao[0] + 0.9, gao[1] + 0.4}, geo.ExactPlace, "", "some point of a region that alone is named may be where it was"},
		{"Singapore", "country", geo.Within{}, orb.Point{103.85, 1.29}, geo.ExactPlace, "", "a country no larger than a town"},
		{"Qzwxtown", "", geo.Within{Country: "Chad"}, chad, geo.WithinCountry, resolve.ReasonStandsForPoint, "some village at the very point that lists have for the country"},
		{"", "", geo.Within{}, chad, geo.WithinCountry, resolve.ReasonStandsForPoint, "the same without a name"},
		{"N'Djamena", "", geo.Within{Country: "Chad"}, orb.Point{15.05, 12.11}, geo.ExactPlace, "", "a town where it is"},
		{"", "", geo.Within{}, orb.Point{15.05, 12.11}, geo.ExactPlace, "", "a point without a name that is no area's"},
	}
	for _, tt := range tests {
		p := geo.Place{Name: tt.name, Kind: tt.kind, Within: tt.within}
		p.Match = geo.Match{Kind: geo.Given, Point: tt.at, Precision: geo.ExactPlace}
		r.Locate(&p)
		if p.Match.Precision != tt.want || p.Match.Reason != tt.why || p.Match.Point != tt.at {
			t.Errorf("%q in %+v at %v: %v %q, want %v %q: %s", tt.name, tt.within, tt.at, p.Match.Precision, p.Match.Reason, tt.want, tt.why, tt.reason)
		}
		if radius, known := p.Match.RadiusM.Int(); (tt.want != geo.ExactPlace) != (known && radius >= 5000) {
			t.Errorf("%q: radius %d: %s", tt.name, radius, tt.reason)
		}
	}
	stated := geo.Place{Name: "Diffa Region", Within: niger, Match: geo.Match{Kind: geo.Given, Point: orb.Point{12.5, 15.5}, Precision: geo.NearPlace}}
	if r.Locate(&stated); stated.Match.Precision != geo.NearPlace {
		t.Errorf("a precision that the source states became %v", stated.Match.Precision)
	}
}

// TestAreasAsFineAsPrecision sees that given coordinates claim no area that is finer
// than they are.
func TestAreasAsFineAsPrecision(t *testing.T) {
	places := gazetteertest.SmallWorld()
	places[4].Area, places[4].Lon, places[4].Lat = gazetteertest.Box(8, 8, 10, 10), 9, 9
	r := resolve.New(gazetteertest.Index(t, places), resolve.Options{})
	here, ofCountry := orb.Point{8.3, 8.4}, orb.Point{10.001, 10}
	tests := []struct {
		place            geo.Match
		country          string
		hasAdm1, hasAdm2 bool
		reason           string
	}{
		{geo.Match{Point: here, Precision: geo.ExactPlace}, "AA", true, true, "a town lies in all of them"},
		{geo.Match{Point: here, Precision: geo.NearPlace}, "AA", true, true, "what is near lies in the same ones"},
		{geo.Match{Point: here}, "AA", true, true, "nobody says that the point is coarse"},
		{geo.Match{Point: here, Precision: geo.WithinAdm2}, "AA", true, true, "somewhere in the ADM2"},
		{geo.Match{Point: here, Precision: geo.WithinAdm1}, "AA", true, false, "any of the ADM2 may be meant"},
		{geo.Match{Point: here, Precision: geo.WithinRegion}, "AA", false, false, "a desert spans several ADM1"},
		{geo.Match{Point: here, Precision: geo.WithinCountry}, "AA", false, false, "the point is that of a country"},
		{geo.Match{Point: here, Precision: geo.WithinRegion, RadiusM: geo.Known(9000)}, "AA", true, true, "the outline of a camp"},
		{geo.Match{Point: here, Precision: geo.WithinRegion, RadiusM: geo.Known(90_000)}, "AA", false, false, "the outline of a flood"},
		{geo.Match{Point: ofCountry, Precision: geo.ExactPlace}, "AA", false, false, "found out to be the point of a country"},
		{geo.Match{Point: here, Precision: geo.WithinCountry, Country: "AA", Adm2: "Lower District"}, "AA", false, true, "what the source itself says stays"},
	}
	for _, tt := range tests {
		tt.place.Kind = geo.Given
		alone, first, again := geo.Place{Match: tt.place}, geo.Place{Match: tt.place}, geo.Place{Match: tt.place}
		r.Locate(&alone)
		r.LocateEach([]*geo.Place{&first})
		r.LocateEach([]*geo.Place{&again}) // from memory
		for _, p := range []geo.Place{alone, first, again} {
			m := p.Match
			if m.Country != tt.country || (m.Adm1 != "") != tt.hasAdm1 || (m.Adm2 != "") != tt.hasAdm2 {
				t.Errorf("precision %v: country %q, ADM1 %q, ADM2 %q: %s", tt.place.Precision, m.Country, m.Adm1, m.Adm2, tt.reason)
			}
		}
	}
}

// TestTownsDoNotStandIn reads every settlement of the embedded gazetteer as a row
// that names it, its province and its country, with its own coordinates: it is
// the place, whatever area has its name or its point.
func TestTownsDoNotStandIn(t *testing.T) {
	x, r := worldResolver(t, resolve.Options{})
	all, wrong := 0, 0
	for place := range x.All() {
		if place.Type != "city" && place.Type != "town" || !place.Located {
			continue
		}
		all++
		p := geo.Place{Name: place.Name, Within: geo.Within{Country: place.Country}}
		if place.Adm1 != 0 {
			p.Within.Adm1 = x.Place(place.Adm1).Name
		}
		p.Match = geo.Match{Kind: geo.Given, Point: place.Point, Precision: geo.ExactPlace}
		if r.Locate(&p); p.Match.Precision != geo.ExactPlace {
			if wrong++; wrong <= 10 {
				t.Logf("%s in %+v is %v, %s", place.Name, p.Within, p.Match.Precision, p.Match.Reason)
			}
		}
	}
	if all < 10_000 || wrong*1000 > all {
		t.Errorf("%d of %d towns are taken for areas; one in a thousand was accepted", wrong, all)
	}
}

// TestCountriesBySaidNames holds the quick look at a country's name against what the
// gazetteer finds for it, of every name that every country may be said by.
func TestCountriesBySaidNames(t *testing.T) {
	x, r := worldResolver(t, resolve.Options{})
	quick := 0
	for land := range x.All() {
		if land.Type != "country" {
			continue
		}
		for _, said := range append(append([]string{land.Name}, x.OwnNames(land.Ref)...), x.Codes(land.Ref)...) {
			itself, meant := r.SaidAsItIs(said, land.Ref)
			if !itself {
				continue
			}
			quick++
			if len(meant) > 0 && !slices.ContainsFunc(meant, func(p gazetteer.Place) bool { return p.Country == land.Country }) {
				t.Errorf("%q is taken for %s, but means %v", said, land.Country, meant)
			}
		}
	}
	if quick < 200 {
		t.Errorf("of the world's countries %d are seen at once by their names; want nearly all", quick)
	}
}
