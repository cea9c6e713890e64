package geojson_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// TestArea reads an outline back.
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
	var layer struct {
		Features []struct {
			Geometry *struct {
				Type        string
				Coordinates json.RawMessage
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &layer); err != nil {
		t.Fatal(err)
	}
	var outline orb.MultiPolygon
	if err := json.Unmarshal(layer.Features[0].Geometry.Coordinates, &outline); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(area, outline); diff != "" || layer.Features[0].Geometry.Type != "MultiPolygon" {
		t.Errorf("%s: %s", layer.Features[0].Geometry.Type, diff)
	}
	if g := layer.Features[1].Geometry; g.Type != "Point" {
		t.Errorf("a place without an outline is a %s", g.Type)
	}
	if layer.Features[2].Geometry != nil {
		t.Error("an event without a place has a geometry")
	}
}
