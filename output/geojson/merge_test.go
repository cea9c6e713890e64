package geojson_test

import (
	"bytes"
	"fmt"
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
	for _, o := range []geojson.Options{
		{Framing: geojson.Collection, Name: "a name", Description: "what it shows", Attribution: "nobody's"},
		{Framing: geojson.Lines},
		{Framing: geojson.Sequence},
		{Framing: geojson.Collection, Time: geojson.JSONFG},
		{Framing: geojson.Lines, Time: geojson.LinkedPlaces},
	} {
		columns := outputtest.Columns(events)
		var whole bytes.Buffer
		var hands [3]bytes.Buffer
		layer := geojson.NewWriter(&whole, columns, o)
		var writers []*geojson.Writer
		for i := range hands {
			shard := o
			shard.Shard = geojson.Shard{Part: i + 1, Of: len(hands)}
			writers = append(writers, geojson.NewWriter(&hands[i], columns, shard))
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
		if err := geojson.Merge(&got, parts, geojson.Options{Framing: o.Framing}); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), whole.Bytes()) {
			t.Errorf("%+v: got\n%.500s\nwant\n%.500s", o, got.Bytes(), whole.Bytes())
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
	timed := strings.Replace(c, "}}", `},"when":{"x":"},"}}`, 1)
	if err := geojson.Merge(&got, parts(a, timed), geojson.Options{Framing: geojson.Lines}); err != nil || got.String() != strings.Replace(want, "-1.5e3}}", `-1.5e3},"when":{"x":"},"}}`, 1) {
		t.Errorf("%v: with a member that says when, got\n%s", err, &got)
	}
	got.Reset()
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

// TestMergeParts is about layers that are not the parts of one job, each once.
func TestMergeParts(t *testing.T) {
	feature := func(id string) string {
		return fmt.Sprintf(`{"type":"Feature","id":%q,"geometry":null,"properties":{"id":%[1]q,"start":"2014-06-21T00:00:00","end":null}}`, id)
	}
	layer := func(head string, ids ...string) string {
		var features []string
		for _, id := range ids {
			features = append(features, feature(id))
		}
		return `{"type":"FeatureCollection",` + head + `"features":[` + "\n" + strings.Join(features, ",\n") + "\n]}\n"
	}
	shard := func(part, of int, made string) string {
		return fmt.Sprintf(`"name":"x","attribution":"y","shard":{"part":%d,"of":%d,%s},`, part, of, made)
	}
	const one = `"program":"dateline 1","gazetteer":"world 1","job":"a"`
	whole := layer(`"name":"x","attribution":"y",`, "1", "2", "3")
	tests := []struct {
		parts  []string
		want   string
		reason string
	}{
		{[]string{layer(shard(2, 2, one), "3"), layer(shard(1, 2, one), "1", "2")}, "", "parts in any order are the whole"},
		{[]string{layer(shard(3, 3, one), "1", "2", "3"), layer(shard(1, 3, one)), layer(shard(2, 3, one))}, "", "a part may be empty"},
		{[]string{layer(shard(1, 3, one), "1")}, "of the 3 parts of the job these are missing: 2, 3", "what is missing is said"},
		{[]string{layer(shard(1, 2, one), "1"), layer(shard(1, 2, one), "1")}, "0 and 1 are both part 1 of 2", "the same part twice"},
		{[]string{layer(shard(1, 2, one), "1"), layer(shard(1, 3, one), "2")}, "0 and 1 are of jobs in 2 and in 3 parts", "another number of parts"},
		{[]string{layer(shard(1, 2, one), "1"), layer(shard(2, 2, strings.Replace(one, "dateline 1", "dateline 2", 1)), "2")}, "were made by dateline 1 and by dateline 2", "another version may read otherwise"},
		{[]string{layer(shard(1, 2, one), "1"), layer(shard(2, 2, strings.Replace(one, "world 1", "mine", 1)), "2")}, "were made with world 1 and with mine", "another gazetteer places otherwise"},
		{[]string{layer(shard(1, 2, one), "1"), layer(shard(2, 2, strings.Replace(one, `"a"`, `"b"`, 1)), "2")}, "were made of other inputs, or with other flags", "the input of another night"},
		{[]string{layer(shard(1, 2, one), "1"), feature("2") + "\n"}, "0 is part 1 of 2 of a job, and 1 is none", "lines do not say what they are a part of"},
		{[]string{layer("", "1", "2"), layer("", "2")}, `1, line 2: the event "2" is in 0, too`, "a copy of a layer"},
		{[]string{feature("1") + "\n", feature("1") + "\n"}, `1, line 1: the event "1" is in 0, too`, "also where the layers say nothing"},
		{[]string{strings.TrimSuffix(layer("", "1"), "]}\n")}, "0, line 2: the layer is cut off", "half a copy that ends with a line"},
		{[]string{layer("", "1") + feature("2")}, "0, line 4: there is something behind the end", "two layers in one file"},
		{[]string{`{"type":"FeatureCollection","name":` + "\n"}, "0, line 1: not the head of a layer", "half a line"},
	}
	for _, tt := range tests {
		var parts []geojson.Part
		for i, text := range tt.parts {
			parts = append(parts, geojson.Part{Name: fmt.Sprint(i), Reader: strings.NewReader(text)})
		}
		var got bytes.Buffer
		err := geojson.Merge(&got, parts, geojson.Options{})
		switch {
		case tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)):
			t.Errorf("%s: got %v, want %q", tt.reason, err, tt.want)
		case tt.want == "" && (err != nil || got.String() != whole):
			t.Errorf("%s: %v: got\n%s\nwant\n%s", tt.reason, err, &got, whole)
		}
	}
}
