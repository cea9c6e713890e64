package geojson_test

import (
	"bytes"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	orbjson "github.com/paulmach/orb/geojson"
)

// TestArea reads an outline back with a reader that is not ours.
func TestArea(t *testing.T) {
	hole := orb.Ring{{1, 1}, {1, 2}, {2, 2}, {1, 1}}
	area := orb.MultiPolygon{
		{{{0, 0}, {4.5, 0}, {4.5, 3.25}, {0, 0}}, hole},
		{{{-10, -5}, {-9, -5}, {-9.125, -4}, {-10, -5}}},
	}
	events := []geo.Event{
		{ID: "area", Place: geo.Place{Match: geo.Match{Kind: geo.Exact, Precision: geo.WithinAdm1, Point: orb.Point{2, 1}}}},
		{ID: "point", Place: geo.Place{Match: geo.Match{Kind: geo.Exact, Precision: geo.ExactPlace, Point: orb.Point{2, 1}}}},
		{ID: "nowhere"},
	}
	var b bytes.Buffer
	w := geojson.NewWriter(&b, output.NewColumns(), geojson.Options{Areas: func(e *geo.Event) orb.MultiPolygon {
		if e.Place.Precision == geo.WithinAdm1 {
			return area
		}
		return nil
	}})
	for i := range events {
		if err := w.Write(&events[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	layer, err := orbjson.UnmarshalFeatureCollection(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	want := []orb.Geometry{area, orb.Point{2, 1}, nil}
	for i, f := range layer.Features {
		if diff := cmp.Diff(want[i], f.Geometry); diff != "" {
			t.Errorf("%s: %s", events[i].ID, diff)
		}
	}
}
