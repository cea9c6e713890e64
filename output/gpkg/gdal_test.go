package gpkg_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/gpkg"
	"github.com/dateline-map/dateline/output/outputtest"
)

func march(day int, e geo.Event) geo.Event {
	e.ID, e.When = fmt.Sprintf("march-%d", day), when.On(when.Date(2021, 3, day))
	return e
}

func at(lon, lat float64) geo.Place {
	return geo.Place{Match: geo.Match{Kind: geo.Given, Point: orb.Point{lon, lat}, Precision: geo.ExactPlace}}
}

// examples are four events with columns of every type.
func examples() []geo.Event {
	return []geo.Event{
		march(14, geo.Event{Type: "Riots", Killed: geo.Exactly(2), Place: at(-71.25, 46.81), Extra: []geo.Property{
			{Name: "team", Value: "7", JSON: true}, {Name: "rate", Value: "0.5", JSON: true}, {Name: "seen", Value: "true", JSON: true},
			{Name: "mixed", Value: "1.50", JSON: true}, {Name: "fid", Value: "a"}, {Name: "GEOM", Value: "b"}, {Name: "select", Value: "c"}}}),
		march(15, geo.Event{Type: "Battles", Place: at(2.35, 48.85), Extra: []geo.Property{
			{Name: "rate", Value: "2", JSON: true}, {Name: "mixed", Value: "text"}, {Name: "Select", Value: "d"}}}),
		march(16, geo.Event{Type: "Battles", Place: geo.Place{Name: "Xyzzy"}}),
		{ID: "undated", Place: at(-70, 46)},
	}
}

func TestGDALSeesTypes(t *testing.T) {
	o := gpkg.Options{Title: "Invented <events>", Attribution: "Nobody & sons"}
	path := outputtest.File(t, "events.gpkg", outputtest.Layer(t, writer(o), examples()))
	info := outputtest.GDAL(t, "ogrinfo", "-al", "-so", path, gpkg.Layer)
	for _, want := range []string{
		"Layer name: events", "IDENTIFIER=Invented <events>", "Feature Count: 4", "Geometry: Point", `ID["EPSG",4326]`,
		"Extent: (-71.250000, 46.000000) - (2.350000, 48.850000)", "FID Column = fid", "Geometry Column = geom",
		"date: Date ", "start: DateTime ", "end: DateTime ", "date_edtf: String ", "killed: Integer", "confidence: Real ",
		"team: Integer64 ", "rate: Real ", "seen: Integer(Boolean) ", "mixed: String ",
		"input_fid: String ", "input_GEOM: String ", "select: String ", "Select_2: String ", "<rights>Nobody &amp; sons</rights>",
	} {
		if !strings.Contains(info, want) {
			t.Errorf("no %q in\n%s", want, info)
		}
	}
}

// TestGDALReadsAllBack has GDAL read every awkward event, in their order, and
// compares it with what GeoJSON says.
func TestGDALReadsAllBack(t *testing.T) {
	events := append(examples(), geotest.Events()...)
	got := features(t, []byte(outputtest.GDAL(t, "ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=7", "/vsistdout/", outputtest.File(t, "events.gpkg", outputtest.Layer(t, writer(gpkg.Options{}), events)), gpkg.Layer)))
	want := features(t, outputtest.Layer(t, func(w io.Writer, c *output.Columns) output.Writer { return geojson.NewWriter(w, c, geojson.Options{}) }, events))
	if len(got) != len(want) {
		t.Fatalf("%d features of %d events", len(got), len(want))
	}
	for i := range want {
		if diff := cmp.Diff(want[i].Geometry, got[i].Geometry, sameNumber); diff != "" {
			t.Errorf("%v: geometry (-want +got):\n%s", want[i].Properties["id"], diff)
		}
		for key, value := range want[i].Properties {
			if diff := cmp.Diff(kept(value), got[i].Properties[renamed(key)], sameNumber); diff != "" {
				t.Errorf("%v: %q (-want +got):\n%s", want[i].Properties["id"], key, diff)
			}
		}
	}
}

// TestWideTable has more columns than SQLite.
func TestWideTable(t *testing.T) {
	e := march(14, geo.Event{})
	for i := range 3000 {
		e.Extra = append(e.Extra, geo.Property{Name: fmt.Sprintf("c%d", i), Value: fmt.Sprintf("\"%d\"", i)})
	}
	e.Extra = append(e.Extra, geo.Property{Name: "seven", Value: "7", JSON: true})
	path := outputtest.File(t, "events.gpkg", outputtest.Layer(t, writer(gpkg.Options{}), []geo.Event{e, march(15, geo.Event{})}))
	all := features(t, []byte(outputtest.GDAL(t, "ogr2ogr", "-f", "GeoJSON", "/vsistdout/", path, gpkg.Layer)))
	first := all[0].Properties
	more, _ := first["more_columns"].(map[string]any) // GDAL writes a text that is an object as one
	for i := range 3000 {
		name, want := fmt.Sprintf("c%d", i), fmt.Sprintf("\"%d\"", i)
		if first[name] != want && more[name] != want {
			t.Fatalf("column %s is lost", name)
		}
	}
	if fmt.Sprint(more["seven"]) != "7" || all[1].Properties["more_columns"] != nil {
		t.Errorf("a number is %v, and nothing %v", more["seven"], all[1].Properties["more_columns"])
	}
}

type feature struct {
	Geometry   any
	Properties map[string]any
}

func features(t *testing.T, collection []byte) []feature {
	t.Helper()
	var c struct{ Features []feature }
	d := json.NewDecoder(bytes.NewReader(collection))
	d.UseNumber()
	if err := d.Decode(&c); err != nil {
		t.Fatal(err)
	}
	return c.Features
}

// kept returns what a GeoPackage keeps of a value: no NUL, and GDAL gives a time
// a zone.
func kept(v any) any {
	s, ok := v.(string)
	if !ok {
		return v
	}
	if len(s) == len("2021-03-14T00:00:00") && s[10] == 'T' {
		return s + "Z"
	}
	return strings.ReplaceAll(s, "\x00", "\ufffd")
}

func renamed(key string) string {
	if key == "fid" || strings.EqualFold(key, "geom") {
		return "input_" + key
	}
	return strings.ReplaceAll(key, "\x00", "\ufffd")
}

// sameNumber compares numbers, also with what a column of text keeps of them.
var sameNumber = cmp.FilterValues(
	func(a, b any) bool { return isNumber(a) || isNumber(b) },
	cmp.Comparer(func(a, b any) bool {
		x, errX := json.Number(fmt.Sprint(a)).Float64()
		y, errY := json.Number(fmt.Sprint(b)).Float64()
		return fmt.Sprint(a) == fmt.Sprint(b) || errX == nil && errY == nil && x == y && !isText(a) && !isText(b)
	}))

func isNumber(v any) bool {
	_, ok := v.(json.Number)
	return ok
}

func isText(v any) bool {
	_, ok := v.(string)
	return ok
}
