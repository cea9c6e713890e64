package join

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
)

func TestSettlementsAdd(t *testing.T) {
	base := build.Place{ID: "gn:1", Name: "Al Ḩamrā’", Aliases: []string{"Hamra"}, Type: placetype.Town, Code: "PPLA2", Country: "IQ", Lon: 43, Lat: 34}
	tests := []struct {
		reason  string
		p       build.Place
		added   bool
		aliases []string
		people  int
	}{
		{"the same name 15 km away is the same town, and its inhabitants are welcome", build.Place{ID: "sm:1", Name: "Hamrā", Country: "IQ", Lon: 43.15, Lat: 34, Population: 7000}, false, []string{"Hamra"}, 7000},
		{"the same name 40 km away is another", build.Place{ID: "sm:1", Name: "Hamra", Country: "IQ", Lon: 43.45, Lat: 34}, true, []string{"Hamra"}, 0},
		{"another name 500 m away is another name", build.Place{ID: "sm:1", Name: "Redtown", Country: "IQ", Lon: 43.005, Lat: 34, Population: 7000}, false, []string{"Hamra", "Redtown"}, 0},
		{"another name 5 km away is another town", build.Place{ID: "sm:1", Name: "Redtown", Country: "IQ", Lon: 43.05, Lat: 34}, true, []string{"Hamra"}, 0},
		{"across a border nothing is the same", build.Place{ID: "sm:1", Name: "Hamra", Country: "SY", Lon: 43, Lat: 34}, true, []string{"Hamra"}, 0},
	}
	for _, tt := range tests {
		var s settlements
		s.addAll([]build.Place{base})
		if got := s.add(tt.p); got != tt.added {
			t.Errorf("%s: added is %v", tt.reason, got)
		}
		if diff := cmp.Diff(tt.aliases, s.Places[0].Aliases); diff != "" {
			t.Errorf("%s: aliases (-want +got)\n%s", tt.reason, diff)
		}
		if got := s.Places[0].Population; got != tt.people {
			t.Errorf("%s: %d inhabitants, want %d", tt.reason, got, tt.people)
		}
	}
}

func TestASharedNameOutweighsANearerPoint(t *testing.T) {
	var s settlements
	s.addAll([]build.Place{
		{ID: "gn:1", Name: "Oldport", Country: "GB", Lon: 0, Lat: 52},
		{ID: "gn:2", Name: "Newport", Country: "GB", Lon: 0.1, Lat: 52},
	})
	s.add(build.Place{ID: "sm:1", Name: "Newport", Aliases: []string{"Newport on Sea"}, Country: "GB", Lon: 0.001, Lat: 52})
	if len(s.Places[0].Aliases) != 0 || len(s.Places[1].Aliases) != 1 {
		t.Errorf("the names went to %+v", s.Places)
	}
}

func TestTameSections(t *testing.T) {
	var s settlements
	s.addAll([]build.Place{
		{ID: "gn:1", Name: "Mosul", Type: placetype.City, Country: "IQ", Lon: 43.13, Lat: 36.34, Population: 1_683_000},
		{ID: "gn:2", Name: "New Mosul", Type: placetype.Neighbourhood, Code: "PPLX", Country: "IQ", Lon: 43.1, Lat: 36.33, Population: 2_065_597},
		{ID: "gn:3", Name: "Old Quarter", Type: placetype.Neighbourhood, Code: "PPLX", Country: "IQ", Lon: 43.12, Lat: 36.34, Population: 90_000},
	})
	s.tameSections()
	if got := []int{s.Places[0].Population, s.Places[1].Population, s.Places[2].Population}; !slices.Equal(got, []int{1_683_000, 0, 90_000}) {
		t.Errorf("inhabitants %v: a quarter may not outgrow half its city, and the others stay", got)
	}
}

func TestNearAgreesWithASearch(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var s settlements
	for i := range 3000 {
		s.addAll([]build.Place{{ID: string(rune(i)), Lon: rnd.Float64()*4 + 20, Lat: rnd.Float64()*2 + 68}})
	}
	for range 200 {
		lon, lat, radius := rnd.Float64()*4+20, rnd.Float64()*2+68, math.Exp(rnd.Float64()*4)*1000
		var got, want []int
		for i := range s.near(lon, lat, radius) {
			got = append(got, i)
		}
		for i, p := range s.Places {
			if geo.DistanceHaversine(orb.Point{lon, lat}, orb.Point{p.Lon, p.Lat}) < radius {
				want = append(want, i)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("Near(%v, %v, %v) found %d places, a search %d", lon, lat, radius, len(got), len(want))
		}
	}
}

func TestAddNamedGoesByTheNameAlone(t *testing.T) {
	s := &settlements{}
	s.add(build.Place{ID: "1", Name: "Oldham", Type: placetype.Town, Country: "AA", Lon: 1, Lat: 1})
	tests := []struct {
		reason string
		p      build.Place
		want   bool
	}{
		{"the same name twenty kilometres on", build.Place{Name: "Oldham", Country: "AA", Lon: 1.18, Lat: 1}, false},
		{"the same name a day's walk away", build.Place{Name: "Oldham", Country: "AA", Lon: 1.5, Lat: 1}, true},
		{"another name at the same spot", build.Place{Name: "Newham", Country: "AA", Lon: 1, Lat: 1}, true},
		{"the same name abroad", build.Place{Name: "Oldham", Country: "BB", Lon: 1, Lat: 1}, true},
	}
	for _, tt := range tests {
		if got := s.addNamed(tt.p); got != tt.want {
			t.Errorf("%s: new is %v", tt.reason, got)
		}
	}
	if got := s.Places[0]; got.Aliases != nil {
		t.Errorf("a post office gave the town the names %v", got.Aliases)
	}
}
