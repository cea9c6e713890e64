package join

import (
	"slices"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/build/lists"
	"github.com/dateline-map/dateline/gazetteer/internal/borders"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// field is a square unit of one degree.
func field(id string, x, y float64, adm1 string) lists.Unit {
	return lists.Unit{
		ID: "ne:" + id, Name: id, Country: "AA", Adm1: adm1, Label: orb.Point{x + 0.5, y + 0.5},
		Area: orb.MultiPolygon{{{{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}, {x, y}}}},
	}
}

// towns are three settlements inside a field with the areas they name.
func towns(prefix string, x, y float64, adm1, adm2 string) []build.Place {
	var out []build.Place
	for i, dx := range []float64{0.2, 0.5, 0.8} {
		p := build.Place{
			ID: "gn:" + prefix + string(rune('1'+i)), Name: prefix + string(rune('a'+i)), Type: placetype.Town, Code: "PPL", Country: "AA",
			Adm1: adm1, Adm2: adm2, Lon: x + dx, Lat: y + 0.5, Population: 6000 + 1000*i,
		}
		if i == 0 {
			p.Code = "PPLA2"
		}
		out = append(out, p)
	}
	return out
}

// smallWorld has a country AA: ADM1 01 is one unit, 02 is two finer ones, 03 is
// known by its towns alone, and a unit of former times covers two of 04's and
// 05's towns each.
func smallWorld() Lists {
	return Lists{
		GeoNames: slices.Concat(
			towns("N", 0, 0, "gn:AA.01", "gn:AA.01.1"),
			towns("S", 1, 0, "gn:AA.02", "gn:AA.02.1"), towns("T", 2, 0, "gn:AA.02", "gn:AA.02.2"),
			towns("U", 5, 5, "gn:AA.03", ""),
			towns("V", 3, 0, "gn:AA.04", "")[:2], towns("W", 3, 0.2, "gn:AA.05", "")[:2],
		),
		Adm1: []lists.AdmName{{ID: "gn:AA.05", Name: "Five"}, {ID: "gn:AA.01", Name: "North"}, {ID: "gn:AA.02", Name: "South"}, {ID: "gn:AA.03", Name: "Uland"}, {ID: "gn:AA.04", Name: "Four"}, {ID: "gn:AA.09", Name: "Nowhere"}},
		Adm2: []lists.AdmName{{ID: "gn:AA.01.1", Name: "North District"}, {ID: "gn:AA.02.1", Name: "S County"}, {ID: "gn:AA.02.2", Name: "T County"}, {ID: "gn:AA.02.3", Name: "Empty County"}},
		Units: []lists.Unit{
			field("Norland", 0, 0, "gn:AA.01"), field("SOU", 1, 0, "gn:AA.77"), field("TOU", 2, 0, ""), field("OLD", 3, 0, "gn:AA.06"),
		},
		Lands:       []lists.Land{{ISO2: "AA", ISO3: "AAA", Name: "Aland", Lon: 1, Lat: 0.5, Population: 1_000_000}},
		Territories: []lists.Territories{{Language: "en", Names: map[string][]string{"AA": {"Aland"}}}, {Language: "de", Names: map[string][]string{"AA": {"Aaland"}}}},
		Supplement: []lists.Extra{
			{Place: build.Place{ID: "dl:both", Type: placetype.Region, Name: "Both"}, Of: []string{"AA.01", "AA.02"}},
			{Place: build.Place{ID: "dl:na", Type: placetype.Village, Name: "Na", Aliases: []string{"Nna"}, Country: "AA", Lon: 0.2, Lat: 0.5}},
			{Place: build.Place{ID: "dl:gate", Type: placetype.Crossing, Name: "Gate", Country: "AA", Lon: 1.1, Lat: 0.5}, Located: true},
		},
		Additions: []lists.Addition{
			{Of: "AA.01", Aliases: []string{"Nth."}, Codes: []string{"NO"}, Demonyms: []string{"Northerner"}},
			{Of: "AA", Demonyms: []string{"Alandian"}, Located: true, Lon: 1.5, Lat: 0.25},
			{Of: "XX", Demonyms: []string{"Nobody"}},
		},
	}
}

func byID(places []build.Place) map[string]build.Place {
	out := make(map[string]build.Place)
	for _, p := range places {
		out[p.ID] = p
	}
	return out
}

func TestWorld(t *testing.T) {
	lists := smallWorld()
	lists.GeoNames = append(lists.GeoNames, build.Place{ID: "gn:Late", Name: "Lateham", Type: placetype.Village, Country: "AA", Adm1: "gn:AA.66", Lon: 0.9, Lat: 0.9})
	places, report := World(lists)
	at := byID(places)
	check := func(id string, ok bool, reason string) {
		t.Helper()
		if p, found := at[id]; !found || !ok {
			t.Errorf("%s: %s (found %v: %+v)", id, reason, found, p)
		}
	}
	north, south, uland := at["gn:AA.01"], at["gn:AA.02"], at["gn:AA.03"]
	check("gn:AA.01", len(north.Area) == 1 && north.Lon == 0.5 && north.Population == 21000, "a unit of the same code gives outline and label")
	check("gn:AA.01", slices.Equal(north.Codes, []string{"NO"}) && slices.Contains(north.Aliases, "Nth.") && slices.Contains(north.Aliases, "Norland"), "names are added up")
	check("gn:AA.02", len(south.Area) == 1 && south.Area.Bound() == orb.Bound{Min: orb.Point{1, 0}, Max: orb.Point{3, 1}}, "finer units are joined by what their towns say, whatever their code")
	check("gn:AA.03", uland.Area == nil && uland.Lon == 5.8 && uland.RadiusM > 0, "without a unit an ADM1 lies at its largest town")
	check("gn:AA.04", at["gn:AA.04"].Area == nil && at["gn:AA.05"].Area == nil, "a unit with two ADM1's towns is neither")
	check("ne:OLD", at["ne:OLD"].Type == placetype.Region, "it is a region of former times")
	check("gn:AA.02.1", at["gn:AA.02.1"].Lon == 1.5 && !borders.EmptyBox(at["gn:AA.02.1"].Box), "a finer unit is an ADM2 by what its towns say")
	check("gn:AA.01.1", at["gn:AA.01.1"].Lon == 0.2 && borders.EmptyBox(at["gn:AA.01.1"].Box), "other ADM2 lie at their seats")
	check("iso:AA", at["iso:AA"].Lon == 1.5 && slices.Contains(at["iso:AA"].Aliases, "Aaland") && slices.Equal(at["iso:AA"].Demonyms, []string{"Alandian"}), "a country has its names, codes and people")
	check("dl:both", len(at["dl:both"].Area) == 1 && at["dl:both"].Lon == 1.5, "a region is made of ADM1")
	check("dl:gate", at["dl:gate"].Adm1 == "gn:AA.02" && at["dl:gate"].Adm2 == "gn:AA.02.1", "a crossing lies in the areas around it")
	check("gn:Late", at["gn:Late"].Adm1 == "gn:AA.01", "a code that names nothing gives way to the outline around the town")
	check("gn:N1", slices.Contains(at["gn:N1"].Aliases, "Nna"), "a settlement of the supplement that a list has gives it its names")
	if _, found := at["ne:SOU"]; found {
		t.Error("ne:SOU stands beside the ADM2 that it is")
	}
	if _, found := at["dl:na"]; found {
		t.Error("dl:na stands beside the town that it is")
	}
	want := Report{
		New: map[string]int{"gn": 17}, Unplaced: []string{"gn:AA.09 Nowhere"}, Unknown: []string{"XX"}, Nowhere: 1,
	}
	if diff := cmp.Diff(want, report); diff != "" {
		t.Errorf("report (-want +got)\n%s", diff)
	}
}

func TestSiblingsLendTheirADM1(t *testing.T) {
	units := []lists.Unit{
		{ID: "a", Country: "GB", GeoUnit: "England", Region: "Capital"}, {ID: "b", Country: "GB", GeoUnit: "England", Region: "Capital"},
		{ID: "c", Country: "IE", Region: "South-East"}, {ID: "d", Country: "IE", Region: "South-East"}, {ID: "e", Country: "IE", Region: "South-East"},
		{ID: "f", Country: "KE"}, {ID: "g", Country: "KE"},
	}
	got := withSiblings(units, []string{"gn:GB.ENG", "", "gn:IE.L", "gn:IE.M", "", "gn:KE.1", ""})
	want := []string{"gn:GB.ENG", "gn:GB.ENG", "gn:IE.L", "gn:IE.M", "", "gn:KE.1", ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("a region of one mind decides, a divided or nameless one does not (-want +got)\n%s", diff)
	}
}

func TestWorldIsTheSameEachTime(t *testing.T) {
	first, _ := World(smallWorld())
	for range 5 {
		again, _ := World(smallWorld())
		if diff := cmp.Diff(first, again); diff != "" {
			t.Fatalf("another run gives other places (-first +again)\n%s", diff)
		}
	}
}

func TestWorldKeepsWhatTheContractSays(t *testing.T) {
	places, _ := World(smallWorld())
	at := byID(places)
	if len(at) != len(places) {
		t.Errorf("%d places have %d IDs", len(places), len(at))
	}
	for _, p := range places {
		for _, id := range []string{p.Adm1, p.Adm2} {
			if _, found := at[id]; id != "" && !found {
				t.Errorf("%s lies in %s, which is no place", p.ID, id)
			}
		}
		if p.RadiusM <= 0 || p.Type == "" || p.Name == "" {
			t.Errorf("%s lacks its radius, type or name: %+v", p.ID, p)
		}
		for _, polygon := range p.Area {
			for k, ring := range polygon {
				if !ring.Closed() || (ring.Orientation() == orb.CCW) != (k == 0) {
					t.Errorf("%s: ring %d of its area is open, or runs the wrong way round", p.ID, k)
				}
			}
		}
	}
}
