package backdrop

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
	"github.com/paulmach/orb/planar"
)

func TestCountries(t *testing.T) {
	countries, err := Countries()
	if err != nil {
		t.Fatal(err)
	}
	points := 0
	area := make(map[string]float64) // thousands of square kilometres
	at := make(map[string]orb.MultiPolygon)
	for _, c := range countries {
		at[c.Name] = c.Area
		for _, p := range c.Area {
			area[c.Name] += geo.Area(p) / 1e9
			for _, ring := range p {
				points += len(ring)
				if !ring.Closed() || len(ring) < 4 {
					t.Errorf("%s: a ring of %d points, closed: %v", c.Name, len(ring), ring.Closed())
				}
			}
			if b := p.Bound(); b.Min[0] < -180 || b.Max[0] > 180 || b.Min[1] < -90 || b.Max[1] > 90 {
				t.Errorf("%s goes beyond the world: %v", c.Name, b)
			}
		}
	}
	t.Logf("%d countries, %d points", len(countries), points)
	for _, test := range []struct {
		name, reason string
		area         float64
	}{
		{"Peru", "a country of one polygon", 1285},
		{"Russia", "goes beyond 180 degrees", 17098},
		{"Antarctica", "goes around a pole", 13800},
		{"Fiji", "lies on both sides of 180 degrees", 18},
		{"South Africa", "has a hole", 1220},
	} {
		if got := area[test.name]; math.Abs(got/test.area-1) > 0.15 {
			t.Errorf("%s has %.0f thousand square kilometres, want about %.0f: it %s", test.name, got, test.area, test.reason)
		}
	}
	if !planar.MultiPolygonContains(at["Russia"], orb.Point{-172, 66}) || !planar.MultiPolygonContains(at["Russia"], orb.Point{90, 60}) {
		t.Error("Chukotka or Siberia is not Russian")
	}
}

// TestArcs holds the reading of arcs against encoding/json's, on the document itself
// and on what is none.
func TestArcs(t *testing.T) {
	var document struct{ Arcs json.RawMessage }
	if err := json.Unmarshal([]byte(TopoJSON), &document); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ text, reason string }{
		{string(document.Arcs), "the document"},
		{"[]", "no arcs"},
		{"[[[0,-1],[20,300]],[[-4,5]]]", "two lines"},
	} {
		var got arcs
		var want [][][2]float64
		if err := json.Unmarshal([]byte(tt.text), &want); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(tt.text), &got); err != nil || len(got) != len(want) || len(got) > 0 && !reflect.DeepEqual([][][2]float64(got), want) {
			t.Errorf("%s: %d lines instead of %d, or others; %v", tt.reason, len(got), len(want), err)
		}
	}
	for _, text := range []string{"[[[1.5,2]]]", "[[[1]]]", "[[[1,2,3]]]", "[[[null,1]]]", `{"a":1}`} {
		var a arcs
		if err := json.Unmarshal([]byte(text), &a); err == nil {
			t.Errorf("%s: read as %v", text, a)
		}
	}
}
