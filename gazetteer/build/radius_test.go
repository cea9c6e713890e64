package build

import (
	"testing"

	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/paulmach/orb"
)

func TestRadius(t *testing.T) {
	degree := orb.MultiPolygon{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}}}
	tests := []struct {
		reason   string
		p        Place
		low, top float64
	}{
		{"a million people", Place{Type: placetype.City, Population: 1_000_000}, 9_000, 9_000},
		{"a hamlet is no better known than its point", Place{Type: placetype.Village, Population: 40}, 1_500, 1_500},
		{"a town of unknown size", Place{Type: placetype.Town}, 3_000, 3_000},
		{"nine tenths of a square degree from its middle", Place{Type: placetype.Adm1, Lon: 0.5, Lat: 0.5, Area: degree}, 55_000, 66_000},
		{"a river's box", Place{Type: placetype.River, Lon: 42, Lat: 34, Box: orb.Bound{Min: orb.Point{40, 33}, Max: orb.Point{44, 35}}}, 150_000, 180_000},
		{"a box across the antimeridian is not as wide as the globe", Place{Type: placetype.Sea, Lon: 180, Box: orb.Bound{Min: orb.Point{178, -1}, Max: orb.Point{-178, 1}}}, 180_000, 220_000},
	}
	for _, tt := range tests {
		if got := Radius(&tt.p); got < tt.low || got > tt.top {
			t.Errorf("%s: %.0f m is not between %.0f and %.0f", tt.reason, got, tt.low, tt.top)
		}
	}
}
