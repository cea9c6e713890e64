package record

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
)

// TestShapesOfJSON reads the same two events in the shapes that JSON comes in.
func TestShapesOfJSON(t *testing.T) {
	const a, b = `{"date":"2020-01-01","place":"Gao"}`, `{"date":"2020-01-02","place":"Kidal"}`
	for name, text := range map[string]string{
		"a list.json":                 "[" + a + "," + b + "]",
		"a list under wrong.ndjson":   "[" + a + ",\n" + b + "]",
		"a list on one line.jsonl":    "[" + a + "," + b + "]",
		"lines.json":                  a + "\n" + b,
		"lines.jsonl":                 a + "\n" + b + "\n",
		"no line ends.json":           a + b,
		"wrapped.json":                `{"count":2,"data":[` + a + "," + b + "]}",
		"wrapped twice.json":          `{"response":{"docs":[` + a + "," + b + "]}}",
		"two lists.json":              `{"first":[` + a + `],"second":[` + b + "]}",
		"rows with header.json":       `[["date","place"],["2020-01-01","Gao"],["2020-01-02","Kidal"]]`,
		"rows with columns.json":      `{"columns":[{"name":"date"},{"name":"place"}],"rows":[["2020-01-01","Gao"],["2020-01-02","Kidal"]]}`,
		"records of text.json":        "\x1e" + a + "\n\x1e" + b + "\n",
		"byte order mark.json":        "\ufeff[" + a + "," + b + "]",
		"features.geojson":            `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":` + a + `},{"type":"Feature","geometry":null,"properties":` + b + `}]}`,
		"features before type.json":   `{"features":[{"properties":` + a + `,"type":"Feature","geometry":null},{"properties":` + b + `,"type":"Feature","geometry":null}],"type":"FeatureCollection"}`,
		"a list of features.json":     `[{"type":"Feature","geometry":null,"properties":` + a + `},{"type":"Feature","geometry":null,"properties":` + b + `}]`,
		"spread over many lines.json": strings.NewReplacer("{", "{\n  ", ",", ",\n  ", "}", "\n}").Replace("[" + a + "," + b + "]"),
	} {
		events, refused, told := drain(t, Read(name, strings.NewReader(text), Options{}))
		if len(events) != 2 || len(refused)+len(told) > 0 || events[0].Place.Name != "Gao" || events[1].When != when.On(when.Date(2020, 1, 2)) {
			t.Errorf("%s: %d events, problems %v %v", name, len(events), refused, told)
		}
	}
	one, _, _ := drain(t, Read("one.json", strings.NewReader(a), Options{}))
	if len(one) != 1 || one[0].Place.Name != "Gao" {
		t.Errorf("one object is %d events", len(one))
	}
	bare, _, _ := drain(t, Read("bare.json", strings.NewReader(`[["2020-01-01","Gao"],["2020-01-02","Kidal"]]`), Options{}))
	if len(bare) != 2 {
		t.Errorf("rows without a header are %d events", len(bare))
	}
}

func TestJSONKeepsScalarsAsWritten(t *testing.T) {
	text := `[{"n":1.50,"big":12345678901234567890,"yes":true,"no":null,"s":"a\u00e9","list":[1, 2],"in":{"x":{"y":7}},"empty":{}}]`
	events, _, _ := drain(t, JSON("t.json", strings.NewReader(text), Options{}))
	want := []geo.Property{
		{Name: "n", Value: "1.50", JSON: true},
		{Name: "big", Value: "12345678901234567890", JSON: true},
		{Name: "yes", Value: "true", JSON: true},
		{Name: "no", Value: "null", JSON: true},
		{Name: "s", Value: "aé"},
		{Name: "list", Value: "[1, 2]"},
		{Name: "in.x.y", Value: "7", JSON: true},
		{Name: "empty", Value: "{}"},
	}
	if len(events) != 1 {
		t.Fatalf("%d events", len(events))
	}
	if d := cmp.Diff(want, events[0].Extra); d != "" {
		t.Error(d)
	}
	for _, p := range events[0].Extra {
		if p.JSON && !json.Valid([]byte(p.Value)) {
			t.Errorf("%q is said to be JSON", p.Value)
		}
	}
}
