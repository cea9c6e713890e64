package geojson_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/outputtest"
)

// TestMerge deals awkward events out to layers of every framing and expects the
// whole layer again. Ids must differ, else there is no one order.
func TestMerge(t *testing.T) {
	var events []geo.Event
	for i, e := range geotest.Events() {
		e.ID += string(rune('a' + i))
		events = append(events, e)
	}
	slices.SortFunc(events, func(a, b geo.Event) int { return geo.Compare(&a, &b) })
	for _, framing := range []geojson.Framing{geojson.Collection, geojson.Lines, geojson.Sequence} {
		o := geojson.Options{Framing: framing, Attribution: "nobody's"}
		columns := outputtest.Columns(events)
		var whole bytes.Buffer
		var hands [3]bytes.Buffer
		layer := geojson.NewWriter(&whole, columns, o)
		var writers []*geojson.Writer
		for i := range hands {
			writers = append(writers, geojson.NewWriter(&hands[i], columns, o))
		}
		for i := range events {
			if err := layer.Write(&events[i]); err != nil {
				t.Fatal(err)
			}
			if err := writers[i%2].Write(&events[i]); err != nil { // the third stays empty
				t.Fatal(err)
			}
		}
		var parts []geojson.Part
		for i, w := range append(writers, layer) {
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			if i < len(hands) {
				parts = append(parts, geojson.Part{Name: "part", Reader: &hands[i]})
			}
		}
		var got bytes.Buffer
		if err := geojson.Merge(&got, parts, geojson.Options{Framing: framing}); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), whole.Bytes()) {
			t.Errorf("framing %d: got\n%.500s\nwant\n%.500s", framing, got.Bytes(), whole.Bytes())
		}
	}
}

func TestMergeUnitesColumns(t *testing.T) {
	const a = `{"type":"Feature","id":"1","geometry":null,"properties":{"id":"1","start":"2014-06-21T00:00:00","end":null,"a\"{,":"x,}:\\\""}}` + "\n"
	const b = `{"type":"Feature","id":"2","geometry":null,"properties":{"id":"2","start":"2014-06-20T00:00:00","end":null,"b":[1,{"c":2}]}}` + "\n"
	const c = `{"type":"Feature","id":"3","geometry":null,"properties":{"id":"3","start":null,"end":null,"b":-1.5e3}}` + "\n"
	const want = `{"type":"Feature","id":"1","geometry":null,"properties":{"id":"1","start":"2014-06-21T00:00:00","end":null,"a\"{,":"x,}:\\\"","b":null}}
{"type":"Feature","id":"3","geometry":null,"properties":{"id":"3","start":null,"end":null,"a\"{,":null,"b":-1.5e3}}
`
	parts := func(texts ...string) (all []geojson.Part) {
		for _, text := range texts {
			all = append(all, geojson.Part{Name: "part", Reader: strings.NewReader(text)})
		}
		return all
	}
	var got bytes.Buffer
	if err := geojson.Merge(&got, parts(a, c), geojson.Options{Framing: geojson.Lines}); err != nil || got.String() != want {
		t.Errorf("%v: got\n%s\nwant\n%s", err, &got, want)
	}
	for _, test := range []struct{ text, want, reason string }{
		{a + b, "part, line 2: not a feature", "a nested value is not flat"},
		{c + a, "part, line 2: the feature belongs before", "the undated come last"},
		{"{}\n", "part, line 1: not a feature", "no feature"},
		{a[:100], "part, line 1: not a feature", "cut off"},
	} {
		err := geojson.Merge(&got, parts(test.text), geojson.Options{})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.reason, err, test.want)
		}
	}
}
