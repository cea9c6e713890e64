package check_test

import (
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/check"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/outputtest"
)

// feature is a collection of one feature with the geometry.
func feature(geometry string) string {
	return `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":` + geometry + `,"properties":{}}]}`
}

const square = `[[0,0],[1,0],[1,1],[0,1],[0,0]]`

var faults = []struct {
	reason string
	in     string
	want   string // the faults, "path: rule" each; empty for none
}{
	{"the smallest collection", `{"type":"FeatureCollection","features":[]}`, ""},
	{"a geometry alone", `{"type":"Point","coordinates":[44.4,33.3]}`, ""},
	{"a height", feature(`{"type":"Point","coordinates":[44.4,33.3,34]}`), ""},
	{"no place", feature(`null`), ""},
	{"empty coordinates", feature(`{"type":"Point","coordinates":[]}`), ""},
	{"the type after the features", `{"features":[{"type":"Feature","geometry":null,"properties":null}],"type":"FeatureCollection"}`, ""},
	{"foreign members", `{"type":"FeatureCollection","name":"x","features":[],"links":[{"href":""}]}`, ""},
	{"a sequence", "\x1e{\"type\":\"Feature\",\"geometry\":null,\"properties\":null}\n\x1e{\"type\":\"Point\",\"coordinates\":[1,2]}\n", ""},
	{"a feature a line", "{\"type\":\"Feature\",\"geometry\":null,\"properties\":null}\n{\"type\":\"Feature\",\"properties\":null}\n", "text[1]: RFC 7946 3.2"},
	{"a hole that runs the right way", feature(`{"type":"Polygon","coordinates":[` + square + `,[[0.2,0.2],[0.2,0.4],[0.4,0.4],[0.2,0.2]]]}`), ""},

	{"nothing", " \n", ": RFC 7946 2"},
	{"another kind of value", `[1]`, ": RFC 7946 2"},
	{"no JSON", `{"type":`, ": RFC 8259"},
	{"an end in the middle", `{"type":"FeatureCollection","features":[{"type":"Fea`, ": RFC 8259"},
	{"a byte order mark", "\ufeff" + `{"type":"FeatureCollection","features":[]}`, ": RFC 8259 8.1"},
	{"bytes that are not UTF-8", "{\"type\":\"FeatureCollection\",\"name\":\"Ca\xf1on\",\"features\":[]}", ": RFC 8259 8.1"},
	{"nested without end", strings.Repeat(`[`, 1000), ": RFC 8259"},
	{"no type", `{"features":[]}`, ": RFC 7946 3"},
	{"a type in other letters", `{"type":"featurecollection","features":[]}`, "type: RFC 7946 3"},
	{"no features", `{"type":"FeatureCollection"}`, ": RFC 7946 3.3"},
	{"features that are no array", `{"type":"FeatureCollection","features":{}}`, "features: RFC 7946 3.3"},
	{"a geometry among the features", `{"type":"FeatureCollection","features":[{"type":"Point","coordinates":[1,2]}]}`, "features[0]: RFC 7946 3.3"},
	{"no geometry", `{"type":"Feature","properties":null}`, ": RFC 7946 3.2"},
	{"no properties", `{"type":"Feature","geometry":null}`, ": RFC 7946 3.2"},
	{"properties in an array", `{"type":"Feature","geometry":null,"properties":[]}`, "properties: RFC 7946 3.2"},
	{"an id that is an object", `{"type":"Feature","id":{},"geometry":null,"properties":null}`, "id: RFC 7946 3.2"},
	{"a name twice", `{"type":"Feature","geometry":null,"properties":{"a":1,"a":2}}`, "properties.a: RFC 7493 2.3"},
	{"a member of another type", `{"type":"Feature","geometry":null,"properties":null,"coordinates":[]}`, "coordinates: RFC 7946 7.1"},
	{"a coordinate system", `{"type":"FeatureCollection","crs":{},"features":[]}`, "crs: RFC 7946 4 advice"},
	{"a box of three", `{"type":"FeatureCollection","bbox":[1,2,3],"features":[]}`, "bbox: RFC 7946 5"},
	{"a box upside down", `{"type":"FeatureCollection","bbox":[1,4,3,2],"features":[]}`, "bbox: RFC 7946 5"},
	{"a box over the antimeridian", `{"type":"FeatureCollection","bbox":[170,-20,-170,-10],"features":[]}`, ""},
	{"a geometry that is text", feature(`"POINT (1 2)"`), "features[0].geometry: RFC 7946 3.1"},
	{"a feature for a geometry", feature(`{"type":"Feature","geometry":null,"properties":null}`), "features[0].geometry: RFC 7946 3.1"},
	{"a position of text", feature(`{"type":"Point","coordinates":["1","2"]}`), "features[0].geometry.coordinates: RFC 7946 3.1.1"},
	{"latitude first", feature(`{"type":"Point","coordinates":[33.3,144.4]}`), "features[0].geometry.coordinates: RFC 7946 3.1.1"},
	{"metres", feature(`{"type":"Point","coordinates":[443210,3688000]}`), "features[0].geometry.coordinates: RFC 7946 3.1.1"},
	{"a number too large for any computer", feature(`{"type":"Point","coordinates":[1e999,1]}`), "features[0].geometry.coordinates: RFC 7946 3.1.1"},
	{"a measure after the height", feature(`{"type":"Point","coordinates":[1,2,3,4]}`), "features[0].geometry.coordinates: RFC 7946 3.1.1 advice"},
	{"decimals below a millimetre", feature(`{"type":"Point","coordinates":[1.123456789,2]}`), "features[0].geometry.coordinates: RFC 7946 11.2 advice"},
	{"a line of one position", feature(`{"type":"LineString","coordinates":[[1,2]]}`), "features[0].geometry.coordinates: RFC 7946 3.1.4"},
	{"a line around the globe", feature(`{"type":"LineString","coordinates":[[179,0],[-179,0]]}`), "features[0].geometry.coordinates[1]: RFC 7946 3.1.9 advice"},
	{"a ring of three", feature(`{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}`), "features[0].geometry.coordinates[0]: RFC 7946 3.1.6"},
	{"an open ring", feature(`{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}`), "features[0].geometry.coordinates[0]: RFC 7946 3.1.6"},
	{"a clockwise ring", feature(`{"type":"MultiPolygon","coordinates":[[[[0,0],[0,1],[1,1],[0,0]]]]}`), "features[0].geometry.coordinates[0][0]: RFC 7946 3.1.6"},
	{"a counter-clockwise hole", feature(`{"type":"Polygon","coordinates":[` + square + `,` + square + `]}`), "features[0].geometry.coordinates[1]: RFC 7946 3.1.6"},
	{"a collection in a collection", feature(`{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[]}]}`), "features[0].geometry.geometries[0]: RFC 7946 3.1.8 advice"},
}

func TestFaults(t *testing.T) {
	for _, test := range faults {
		t.Run(test.reason, func(t *testing.T) {
			got, _ := run(t, test.in)
			if got := strings.Join(got, "; "); got != test.want {
				t.Errorf("faults are %q, want %q", got, test.want)
			}
		})
	}
}

// run returns the faults of a text as "path: rule" each.
func run(t *testing.T, in string) ([]string, check.Summary) {
	t.Helper()
	var faults []string
	// Read byte by byte: lines and characters must not depend on the pieces.
	s, err := check.Run(iotest.OneByteReader(strings.NewReader(in)), func(f check.Fault) {
		text := f.Path + ": " + f.Rule
		if f.Advice {
			text += " advice"
		}
		faults = append(faults, text)
	})
	if err != nil {
		t.Fatal(err)
	}
	return faults, s
}

func TestLine(t *testing.T) {
	in := "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\n\"geometry\":{\"type\":\"Point\",\n\"coordinates\":[200,0]},\"properties\":null}]}"
	if f := last(in); f.Line != 4 {
		t.Errorf("%v, want line 4", f)
	}
}

func last(in string) (fault check.Fault) {
	_, _ = check.Run(strings.NewReader(in), func(f check.Fault) { fault = f })
	return fault
}

// layer is our own writer's layer of every awkward event, in date order.
func layer(t testing.TB, framing geojson.Framing) string {
	t.Helper()
	events := slices.DeleteFunc(geotest.Events(), func(e geo.Event) bool { return e.ID == "" }) // the zero event has none
	slices.SortStableFunc(events, func(a, b geo.Event) int { return geo.Compare(&a, &b) })
	return string(outputtest.Layer(t, func(w io.Writer, c *output.Columns) output.Writer {
		return geojson.NewWriter(w, c, geojson.Options{Framing: framing})
	}, events))
}

func TestOurOwnLayersAreFaultless(t *testing.T) {
	for _, framing := range []geojson.Framing{geojson.Collection, geojson.Sequence, geojson.Lines} {
		faults, s := run(t, layer(t, framing))
		for _, f := range faults {
			t.Errorf("framing %d: %s", framing, f)
		}
		if want := len(geotest.Events()) - 1; s.Features != want || !s.Events {
			t.Errorf("framing %d: found %d features, events %v, want %d, true", framing, s.Features, s.Events, want)
		}
	}
}

// TestPromises breaks one promise of a good layer at a time.
func TestPromises(t *testing.T) {
	good := event("a", "2014-06-10") + "\n" + event("b", "2014-06-11") + "\n"
	if faults, s := run(t, good); len(faults) > 0 || !s.Events {
		t.Fatalf("a good layer has the faults %q (events %v)", faults, s.Events)
	}
	for _, test := range []struct {
		reason, old, new string
		want             string
	}{
		{"an id of another event", `"b"`, `"a"`, "id: promise: id"},
		{"an id beside the feature's", `"id":"b","geometry"`, `"id":"c","geometry"`, "id: promise: id"},
		{"a day before the last one", "2014-06-11", "2014-06-09", "start: promise: order"},
		{"a date that no calendar has", "2014-06-11", "2014-06-31", "date: promise: time"},
		{"a zone", "2014-06-11T00:00:00", "2014-06-11T00:00:00Z", "start: promise: time"},
		{"an instant", "2014-06-11T23:59:59", "2014-06-11T00:00:00", "end: promise: time"},
		{"an unknown word", `"day"`, `"hour"`, "date_precision: promise: words"},
		{"a date of another form", `"date_edtf":"2014-06-11"`, `"date_edtf":"June 11"`, "date_edtf: promise: time"},
		{"a point of an unknown place", `"place_precision":"exact"`, `"place_precision":"unknown"`, "place_precision: promise: place"},
		{"a probability above 1", `"confidence":0.9`, `"confidence":90`, "confidence: promise: place"},
		{"more killed than the highest figure", `"killed_high":4`, `"killed_high":2`, "killed: promise: tolls"},
		{"a toll in words", `"killed":3`, `"killed":"three"`, "killed: promise: kinds"},
		{"half a person", `"killed":3`, `"killed":3.5`, "killed: promise: kinds"},
		{"a column more", `"event_group":null`, `"event_group":null,"more":1`, ": promise: columns"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			first, second, _ := strings.Cut(good, "\n")
			broken := first + "\n" + strings.ReplaceAll(second, test.old, test.new)
			if broken == strings.TrimSuffix(good, "\n") {
				t.Fatalf("%q does not occur", test.old)
			}
			faults, _ := run(t, broken)
			want := "text[1].properties"
			if path, _, _ := strings.Cut(test.want, ":"); path != "" {
				want += "."
			}
			if want += test.want; !slices.Contains(faults, want) {
				t.Errorf("faults are %q, want %q among them", faults, want)
			}
		})
	}
}

// event is a feature of an event layer.
func event(id, day string) string {
	values := map[string]string{
		"id": quoted(id), "date": quoted(day), "start": quoted(day + "T00:00:00"), "end": quoted(day + "T23:59:59"),
		"date_precision": `"day"`, "date_edtf": quoted(day), "status": `"reported"`, "killed": "3", "killed_low": "3", "killed_high": "4",
		"place_precision": `"exact"`, "match": `"exact"`, "confidence": "0.9",
	}
	var properties []string
	for _, c := range output.NewColumns().Fixed() {
		properties = append(properties, quoted(c.Name)+":"+cmp.Or(values[c.Name], "null"))
	}
	return `{"type":"Feature","id":` + quoted(id) + `,"geometry":{"type":"Point","coordinates":[44.4,33.3]},"properties":{` + strings.Join(properties, ",") + `}}`
}

func quoted(s string) string { return strconv.Quote(s) }

func TestReadErrorIsAnError(t *testing.T) {
	broken := errors.New("disk on fire")
	_, err := check.Run(io.MultiReader(strings.NewReader(`{"type":`), iotest.ErrReader(broken)), func(f check.Fault) { t.Errorf("fault %v", f) })
	if !errors.Is(err, broken) {
		t.Errorf("error is %v, want %v", err, broken)
	}
}

func FuzzRun(f *testing.F) {
	for _, test := range faults {
		f.Add(test.in)
	}
	f.Add(event("a", "2014-06-10"))
	f.Fuzz(func(t *testing.T, in string) {
		s, err := check.Run(strings.NewReader(in), func(f check.Fault) {
			if lines := strings.Count(in, "\n") + 1; f.Line < 1 || f.Line > lines {
				t.Errorf("fault in line %d of %d", f.Line, lines)
			}
		})
		if err != nil {
			t.Errorf("a string cannot fail to be read: %v", err)
		}
		if s.Faults == 0 && !json.Valid([]byte(strings.TrimPrefix(in, "\ufeff"))) && !strings.ContainsAny(in, "\x1e\n") {
			// Several texts on one line are read one after the other.
			if d := json.NewDecoder(strings.NewReader(in)); d.Decode(new(any)) != nil {
				t.Errorf("no fault in what is not JSON: %q", in)
			}
		}
	})
}
