package resolve_test

import (
	"fmt"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/gazetteertest"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
	orbgeo "github.com/paulmach/orb/geo"
)

// amidWorld has a province of two districts. Of the towns in the far south only the seat
// is known to lie in Downland; those around Upton lie in Upland by the lists.
func amidWorld() []build.Place {
	places := []build.Place{
		{ID: "t:AA", Name: "Arrland", Type: placetype.Country, Country: "AA", Lon: 179, Lat: 20},
		{ID: "t:AA.1", Name: "Wide Province", Type: placetype.Adm1, Country: "AA", Lon: 179, Lat: 21, RadiusM: 150_000},
		{ID: "t:AA.2", Name: "Empty Province", Type: placetype.Adm1, Country: "AA", Lon: 170, Lat: 20, RadiusM: 100_000},
		{ID: "t:AA.1.1", Name: "Upland District", Type: placetype.Adm2, Country: "AA", Adm1: "t:AA.1", Lon: 179, Lat: 20.5},
		{ID: "t:AA.1.2", Name: "Downland District", Type: placetype.Adm2, Country: "AA", Adm1: "t:AA.1", Lon: 179.9, Lat: 20},
	}
	town := func(name string, lon, lat float64, adm2 string) {
		places = append(places, build.Place{ID: fmt.Sprint("gn:", len(places)), Name: name, Type: placetype.Town,
			Country: "AA", Adm1: "t:AA.1", Adm2: adm2, Lon: lon, Lat: lat})
	}
	town("Upton", 179, 20.5, "t:AA.1.1")
	town("Upper Ham", 179.1, 20.6, "t:AA.1.1")
	town("Upper Mill", 179.2, 20.5, "t:AA.1.1")
	town("Downton", 179.9, 20, "t:AA.1.2")
	town("Lower Ham", -179.9, 19.6, "")
	town("Lower Mill", -179.9, 19.5, "")
	town("Lower Ford", -179.8, 19.5, "")
	town("Lower Wood", -179.9, 19.4, "")
	return places
}

// TestAmid sees where villages are put that no list has.
func TestAmid(t *testing.T) {
	alone := gazetteertest.Index(t, amidWorld())
	twice, err := gazetteer.NewStack(gazetteertest.Index(t, amidWorld()[:6]), alone)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		adm1, adm2 string
		want       orb.Point
		reason     string
	}{
		{"Wide Province", "Upland", orb.Point{179.1, 20.55}, "amid the three that the lists put there"},
		{"Wide Province", "Downland", orb.Point{-179.9, 19.5}, "across the date line, amid those whose nearest neighbour of a known district is its seat"},
		{"Wide Province", "", orb.Point{179.95, 19.7}, "amid all towns, not where the name would be written on a map"},
		{"Empty Province", "", orb.Point{170, 20}, "no town is known, so that the point of the province is left"},
	}
	for name, x := range map[string]gazetteer.Places{"an index": alone, "a stack that has a town twice": twice} {
		r := resolve.New(x, resolve.Options{})
		for _, tt := range tests {
			p := geo.Place{Name: "Qzwxtown", Within: geo.Within{Country: "Arrland", Adm1: tt.adm1, Adm2: tt.adm2}}
			r.Locate(&p)
			if d := orbgeo.DistanceHaversine(p.Match.Point, tt.want); !p.Match.Located() || d > 12_000 {
				t.Errorf("%s: in %s, %s: %v, %.0f km from %v: %s", name, tt.adm2, tt.adm1, p.Match.Point, d/1000, tt.want, tt.reason)
			}
		}
		named := geo.Place{Name: "Wide Province", Within: geo.Within{Country: "Arrland"}}
		if r.Locate(&named); named.Match.Point != (orb.Point{179, 21}) {
			t.Errorf("%s: the province itself lies at %v, not at its own point", name, named.Match.Point)
		}
	}
}

// TestSettledInStack sees that a place that two indexes have counts once.
func TestSettledInStack(t *testing.T) {
	x, err := gazetteer.NewStack(gazetteertest.Index(t, amidWorld()[:6]), gazetteertest.Index(t, amidWorld()))
	if err != nil {
		t.Fatal(err)
	}
	adm1, _ := x.ByID("t:AA.1")
	if got := x.Settled(adm1, orb.Point{179, 20}, 1e6); len(got) != 8 {
		t.Errorf("%d settlements, want 8", len(got))
	}
	if got := x.Settled(adm1, orb.Point{179, 20.5}, 30_000); len(got) != 3 {
		t.Errorf("%d settlements within 30 km, want 3", len(got))
	}
}
