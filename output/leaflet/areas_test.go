package leaflet_test

import (
	"math"
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output/leaflet"
	"github.com/dateline-map/dateline/output/outputtest"
)

// TestAreasAreOnceEachAndInPlace unpacks the outlines and lays them on those
// that went in.
func TestAreasAreOnceEachAndInPlace(t *testing.T) {
	island := orb.Ring{{179, -1}, {179.002, -1}, {179.002, -0.998}, {179, -1}}
	outlines := map[string]orb.MultiPolygon{
		"dl:a": {{{{0, 10}, {4, 10}, {4, 14}, {0, 14}, {0, 10}}, {{1, 11}, {1, 12}, {2, 12}, {1, 11}}}, {island}},
		"dl:b": {{{{-180, -90}, {-170.5, -90}, {-170.5, -80.25}, {-180, -90}}}},
	}
	var events []geo.Event
	for _, id := range []string{"dl:a", "dl:none", "dl:b", "dl:a"} {
		events = append(events, geo.Event{ID: id, Place: geo.Place{Match: geo.Match{Kind: geo.Exact, ID: id, Precision: geo.WithinAdm1}}})
	}
	of := func(e *geo.Event) orb.MultiPolygon { return outlines[e.Place.ID] }
	page := outputtest.Layer(t, writer(leaflet.Options{Areas: of}), events)
	var packed [][][][]float64
	unpackJSON(t, page, "areas", &packed)
	if len(packed) != 2 {
		t.Fatalf("%d areas, want 2", len(packed))
	}
	for n, id := range []string{"dl:a", "dl:b"} {
		for i, polygon := range outlines[id] {
			for j, ring := range polygon {
				compareRing(t, ring, packed[n][i][j])
			}
		}
	}
}

// compareRing undoes the differences of a packed ring.
func compareRing(t *testing.T, want orb.Ring, packed []float64) {
	t.Helper()
	if len(packed) != 2*len(want) {
		t.Errorf("a ring of %d points, want %d", len(packed)/2, len(want))
		return
	}
	var lon, lat float64
	for i, p := range want {
		lon, lat = lon+packed[2*i]/1000, lat+packed[2*i+1]/1000
		if math.Abs(lon-p[0]) > 0.0006 || math.Abs(lat-p[1]) > 0.0006 {
			t.Errorf("point %d is at %v, %v, want %v", i, lon, lat, p)
		}
	}
}
