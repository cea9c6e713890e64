package geojson_test

import (
	"bytes"
	"encoding/json"
	"io"
	"path/filepath"
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/geotest/golden"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/outputtest"
)

func writer(o geojson.Options) outputtest.New {
	return func(w io.Writer, c *output.Columns) output.Writer { return geojson.NewWriter(w, c, o) }
}

type feature struct {
	Type       string
	ID         *string
	Geometry   *geometry
	Properties map[string]any
}

type geometry struct {
	Type        string
	Coordinates []float64
}

func countCollection(t testing.TB, layer []byte) int {
	var c struct {
		Type     string
		Features []feature
	}
	if err := json.Unmarshal(layer, &c); err != nil {
		t.Errorf("%v\n%s", err, layer)
	}
	if c.Type != "FeatureCollection" {
		t.Errorf("type is %q", c.Type)
	}
	return len(c.Features)
}

func countLines(separator string) outputtest.Count {
	return func(t testing.TB, layer []byte) int {
		n := 0
		for line := range bytes.Lines(layer) {
			var f feature
			rest, ok := bytes.CutPrefix(line, []byte(separator))
			if err := json.Unmarshal(rest, &f); err != nil || !ok || f.Type != "Feature" {
				t.Errorf("not a feature: %v %s", err, line)
			}
			n++
		}
		return n
	}
}

func TestPromises(t *testing.T) {
	for name, test := range map[string]struct {
		options geojson.Options
		count   outputtest.Count
	}{
		"collection": {geojson.Options{Name: `a "name"`, Description: "</script>", Attribution: "©"}, countCollection},
		"sequence":   {geojson.Options{Framing: geojson.Sequence}, countLines("\x1e")},
		"lines":      {geojson.Options{Framing: geojson.Lines}, countLines("")},
	} {
		t.Run(name, func(t *testing.T) { outputtest.Promises(t, writer(test.options), test.count) })
	}
}

// examples are a few ordinary events, for the golden files and other readers.
func examples() []geo.Event {
	gao := geo.Match{
		Kind: geo.Exact, ID: "gn:2457163", Name: "Gao", Type: "city", Point: orb.Point{-0.04462, 16.27167},
		Precision: geo.ExactPlace, RadiusM: geo.Known(6000), Confidence: 0.97412, Country: "ML", Adm1: "Gao",
	}
	return []geo.Event{
		{
			ID: "k2v7q4m3xw5ta", When: when.On(when.Date(2021, 3, 14)), Type: "Battles", SubType: "Armed clash",
			Actor1: "army", Actor2: "gunmen", Killed: geo.Count{Best: geo.Known(7), Low: geo.Known(7)}, Wounded: geo.Exactly(0),
			Place:  geo.Place{Name: "Gao", Relation: "10 km east of", Match: gao},
			Source: geo.Source{Document: "sahel.txt", Publisher: "The Invented Courier", URL: "https://example.org/a?b=1&c=2", Quote: `"At least seven" died, <b>officials</b> said.`},
			Extra:  []geo.Property{{Name: "Date", Value: "14 March 2021"}, {Name: "team", Value: "3", JSON: true}},
		},
		{
			ID: "m5x2a7c6bqh3d", When: when.Interval{First: when.Date(2021, 3, 1), Last: when.Date(2021, 3, 31), Precision: when.ToMonth},
			Type: "Humanitarian", SubType: "Displacement", Displaced: geo.Exactly(1200),
			Place: geo.Place{Name: "Xyzzy", Match: geo.Match{Kind: geo.Unresolved, Reason: "not-found"}},
			Extra: []geo.Property{{Name: "Date", Value: "March 2021"}, {Name: "team", Value: "null", JSON: true}},
		},
		{
			ID: "zq6w4n2e7u5ry", Type: "Protests", Status: geo.Disputed,
			Place: geo.Place{Match: geo.Match{Kind: geo.Given, Point: orb.Point{-71.25, 46.8123456789}, Precision: geo.NearPlace}},
		},
	}
}

func TestGolden(t *testing.T) {
	for name, o := range map[string]geojson.Options{
		"collection.geojson": {Name: "events", Description: "Invented events", Attribution: "Nobody's data"},
		"sequence.geojsons":  {Framing: geojson.Sequence},
		"lines.geojsonl":     {Framing: geojson.Lines},
	} {
		got := outputtest.Layer(t, writer(o), examples())
		path := filepath.Join("testdata", name)
		golden.Check(t, path, string(got))
	}
}

// TestSameKeysInOrder is what lets GDAL make one table of a layer.
func TestSameKeysInOrder(t *testing.T) {
	events := geotest.Events()
	var want []string
	for _, c := range outputtest.Columns(events).All() {
		want = append(want, c.Name)
	}
	layer := outputtest.Layer(t, writer(geojson.Options{Framing: geojson.Lines}), events)
	for line := range bytes.Lines(layer) {
		if got := propertyKeys(t, line); !slices.Equal(got, want) {
			t.Fatalf("keys %q, want %q", got, want)
		}
	}
}

func propertyKeys(t *testing.T, line []byte) []string {
	var f struct{ Properties json.RawMessage }
	if err := json.Unmarshal(line, &f); err != nil {
		t.Fatal(err)
	}
	var keys []string
	d := json.NewDecoder(bytes.NewReader(f.Properties))
	d.Token()
	for d.More() {
		key, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key.(string))
		d.Token()
	}
	return keys
}

func TestPointOffTheGlobe(t *testing.T) {
	e := geo.Event{ID: "off", Place: geo.Place{Match: geo.Match{Kind: geo.Given, Point: orb.Point{200, 0}}}}
	w := geojson.NewWriter(io.Discard, output.NewColumns(), geojson.Options{})
	if err := w.Write(&e); err == nil {
		t.Error("longitude 200 was written")
	}
}
