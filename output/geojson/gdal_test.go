package geojson_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/outputtest"
)

func TestGDALSeesTypes(t *testing.T) {
	o := geojson.Options{Name: "invented layer", Description: "Of invented events", Attribution: "Nobody"}
	layer := outputtest.File(t, "events.geojson", outputtest.Layer(t, writer(o), examples()))
	info := outputtest.GDAL(t, "ogrinfo", "-al", "-so", layer)
	for _, want := range []string{
		"Layer name: invented layer", "DESCRIPTION=Of invented events", "Feature Count: 3", "Geometry: Point",
		"date: Date ", "start: DateTime ", "end: DateTime ", "date_edtf: String ",
		"killed: Integer ", "place_radius_m: Integer ", "confidence: Real ", "input_Date: String ", "team: Integer ",
	} {
		if !strings.Contains(info, want) {
			t.Errorf("no %q in\n%s", want, info)
		}
	}
}

// TestGDALReadsAllBack has GDAL read every awkward event and write it again.
func TestGDALReadsAllBack(t *testing.T) {
	for name, o := range map[string]geojson.Options{
		"a.geojson": {}, "b.geojsons": {Framing: geojson.Sequence}, "c.geojsonl": {Framing: geojson.Lines},
	} {
		events := geotest.Events()
		layer := outputtest.File(t, name, outputtest.Layer(t, writer(o), events))
		back := outputtest.GDAL(t, "ogr2ogr", "-f", "GeoJSON", "-lco", "RFC7946=YES", "-lco", "ID_FIELD=id", "/vsistdout/", layer)
		var got, want []feature
		got = features(t, []byte(back))
		want = features(t, outputtest.Layer(t, writer(geojson.Options{}), events))
		if len(got) != len(want) {
			t.Fatalf("%s: %d features of %d events", name, len(got), len(want))
		}
		for i := range want {
			compare(t, name, got[i], want[i])
		}
	}
}

func features(t *testing.T, collection []byte) []feature {
	t.Helper()
	var c struct{ Features []feature }
	if err := json.Unmarshal(collection, &c); err != nil {
		t.Fatal(err)
	}
	return c.Features
}

// compare compares what GDAL keeps: it cuts a text at NUL, and is told here to
// write the column id as the feature's.
func compare(t *testing.T, name string, got, want feature) {
	t.Helper()
	if diff := cmp.Diff(want.Geometry, got.Geometry); diff != "" {
		t.Errorf("%s, %v: geometry (-want +got):\n%s", name, want.Properties["id"], diff)
	}
	if diff := cmp.Diff(want.ID, got.ID); want.ID != nil && diff != "" {
		t.Errorf("%s: id (-want +got):\n%s", name, diff)
	}
	for _, key := range []string{"date", "date_precision", "event_type", "status", "killed", "displaced", "place", "match", "confidence", "quote"} {
		w := want.Properties[key]
		if s, ok := w.(string); ok && strings.ContainsRune(s, 0) {
			continue
		}
		if diff := cmp.Diff(w, got.Properties[key]); diff != "" {
			t.Errorf("%s, %v: %s (-want +got):\n%s", name, want.Properties["id"], key, diff)
		}
	}
}
