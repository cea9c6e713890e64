package check_test

import (
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/check"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/outputtest"
)

// TestAgreesWithNPM has the validator of npm's check-geojson judge our layers and
// broken files: where both have a rule they must agree.
func TestAgreesWithNPM(t *testing.T) {
	layer := outputtest.Layer(t, func(w io.Writer, c *output.Columns) output.Writer { return geojson.NewWriter(w, c, geojson.Options{}) }, geotest.Events())
	feature := func(geometry string) string {
		return `{"type":"Feature","properties":{},"geometry":` + geometry + `}`
	}
	files := []struct {
		text, want, reason string
	}{
		{string(layer), "valid", "what we write, with every awkward event"},
		{feature("null"), "valid", "a feature may be nowhere"},
		{feature(`{"type":"Point","coordinates":[10,50]}`), "valid", "the plainest"},
		{`{"type":"FeatureCollection","features":[]}`, "valid", "no features are a collection"},
		{`{"type":"FeatureCollection"}`, "faulty", "no features member"},
		{`{"type":"Feature","geometry":null}`, "faulty", "no properties member"},
		{`{"type":"Feature","properties":{}}`, "faulty", "no geometry member"},
		{`{"type":"Pont","coordinates":[1,2]}`, "faulty", "no such type"},
		{feature(`{"type":"Point","coordinates":[10]}`), "faulty", "one number is no position"},
		{feature(`{"type":"Point","coordinates":["10","50"]}`), "faulty", "texts are no numbers"},
		{feature(`{"type":"LineString","coordinates":[[1,2]]}`), "faulty", "one position is no line"},
		{feature(`{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}`), "faulty", "the ring is open"},
		{feature(`{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}`), "faulty", "three positions are no ring"},
		{`{"type":"Feature","properties":{},"geometry":null,`, "faulty", "cut off"},
	}
	var paths []string
	for i, f := range files {
		paths = append(paths, outputtest.File(t, strconv.Itoa(i)+".geojson", []byte(f.text)))
	}
	theirs := strings.Fields(outputtest.Node(t, "valid.mjs", paths...))
	for i, f := range files {
		if ours := verdict(t, f.text); ours != f.want || theirs[i] != f.want {
			t.Errorf("%.80s is %s to us, %s to them, want %s: %s", f.text, ours, theirs[i], f.want, f.reason)
		}
	}
}

// verdict is ours, by the specification alone: advice and promises are not in it.
func verdict(t *testing.T, text string) string {
	t.Helper()
	result := "valid"
	_, err := check.Run(strings.NewReader(text), func(f check.Fault) {
		if !f.Advice && strings.HasPrefix(f.Rule, "RFC") {
			result = "faulty"
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return result
}
