package geojson_test

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
)

func TestTimeMember(t *testing.T) {
	for _, test := range []struct {
		reason, edtf         string
		jsonFG, linkedPlaces string
	}{
		{"a day", "2014-06-10", `"time":{"date":"2014-06-10"}`, `"when":{"timespans":[{"start":{"in":"2014-06-10"}}],"certainty":"certain"}`},
		{"a month stays a month where it can", "2014-06", `"time":{"interval":["2014-06-01","2014-06-30"]}`, `"when":{"timespans":[{"start":{"in":"2014-06"}}],"certainty":"certain"}`},
		{"days", "2014-06-10/2014-06-12", `"time":{"interval":["2014-06-10","2014-06-12"]}`, `"when":{"timespans":[{"start":{"in":"2014-06-10"},"end":{"in":"2014-06-12"}}],"certainty":"certain"}`},
		{"about a year", "2014~", `"time":{"interval":["2014-01-01","2014-12-31"]}`, `"when":{"timespans":[{"start":{"in":"2014"}}],"certainty":"less-certain"}`},
		{"an unknown time has no member", "", "", ""},
	} {
		e := geo.Event{ID: "a"}
		if test.edtf != "" {
			var err error
			if e.When, err = when.ParseEDTF(test.edtf); err != nil {
				t.Fatal(err)
			}
		}
		for form, want := range map[geojson.Time]string{geojson.NoTime: "", geojson.JSONFG: test.jsonFG, geojson.LinkedPlaces: test.linkedPlaces} {
			feature, err := geojson.NewEncoder(output.NewColumns(), geojson.Options{Time: form}).Append(nil, &e)
			if err != nil {
				t.Fatal(err)
			}
			_, got, _ := strings.Cut(string(feature), `"properties":{`)
			_, got, _ = strings.Cut(got, "}")
			if got = strings.TrimPrefix(strings.TrimSuffix(got, "}"), ","); got != want {
				t.Errorf("%s, form %d: got %s, want %s", test.reason, form, got, want)
			}
		}
	}
}

// TestConformanceStandsAtTheRoot: a JSON-FG document declares what it conforms to
// once, and each text of a sequence is a document.
func TestConformanceStandsAtTheRoot(t *testing.T) {
	for framing, want := range map[geojson.Framing]int{geojson.Collection: 1, geojson.Lines: 2, geojson.Sequence: 2} {
		var out strings.Builder
		w := geojson.NewWriter(&out, output.NewColumns(), geojson.Options{Framing: framing, Time: geojson.JSONFG})
		for range 2 {
			if err := w.Write(&geo.Event{}); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(out.String(), `"conformsTo"`); n != want {
			t.Errorf("framing %d declares its conformance %d times, want %d", framing, n, want)
		}
	}
}
