package timemap_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/outputtest"
	"github.com/dateline-map/dateline/output/timemap"
)

func writer(w io.Writer, columns *output.Columns) output.Writer {
	return timemap.NewWriter(w, columns, "")
}

// files are the three files as TimeMap parses them.
type files struct {
	events, associations []map[string]any
	sources              map[string]map[string]any
}

func unpack(t testing.TB, archive []byte) (f files) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	for name, into := range map[string]any{timemap.EventsFile: &f.events, timemap.SourcesFile: &f.sources, timemap.AssociationsFile: &f.associations} {
		r, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.NewDecoder(r).Decode(into); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	return f
}

// The members that TimeMap's schemas know; an event with another is refused.
// Those that are lists are so marked.
var (
	eventMembers = map[string]bool{"id": false, "description": false, "date": false, "time": false, "time_precision": false, "time_display": false,
		"location": false, "latitude": false, "longitude": false, "type": false, "category": false, "comments": false, "associations": true, "sources": true}
	sourceMembers      = map[string]bool{"id": false, "title": false, "url": false, "description": false, "paths": true}
	associationMembers = map[string]bool{"id": false, "title": false, "desc": false, "mode": false, "filter_paths": true}
)

func validate(t testing.TB, what string, item map[string]any, members map[string]bool) {
	t.Helper()
	for name, isList := range members {
		_, text := item[name].(string)
		_, list := item[name].([]any)
		if text == isList || list != isList {
			t.Errorf("%s: %s is %v", what, name, item[name])
		}
	}
	for name := range item {
		if _, known := members[name]; !known {
			t.Errorf("%s: TimeMap knows no %s", what, name)
		}
	}
}

// count checks the files as TimeMap's validators do.
func count(t testing.TB, archive []byte) int {
	t.Helper()
	f := unpack(t, archive)
	known := make(map[string]bool)
	for _, a := range f.associations {
		validate(t, "association", a, associationMembers)
		if known[a["id"].(string)] {
			t.Errorf("association %q is there twice", a["id"])
		}
		known[a["id"].(string)] = true
	}
	for id, s := range f.sources {
		validate(t, "source", s, sourceMembers)
		if s["id"] != id {
			t.Errorf("source %q is called %q", s["id"], id)
		}
	}
	for _, e := range f.events {
		validate(t, "event", e, eventMembers)
		if _, err := time.Parse("01/02/2006 15:04", e["date"].(string)+" "+e["time"].(string)); err != nil {
			t.Errorf("event %v: TimeMap drops it: %v", e["id"], err)
		}
		for _, id := range e["sources"].([]any) {
			if f.sources[id.(string)] == nil {
				t.Errorf("event %v: no source %q", e["id"], id)
			}
		}
		for _, id := range e["associations"].([]any) {
			if !known[id.(string)] {
				t.Errorf("event %v: no association %q", e["id"], id)
			}
		}
	}
	return len(f.events)
}

func TestPromises(t *testing.T) { outputtest.Promises(t, writer, count) }

func TestOrder(t *testing.T) {
	events := slices.DeleteFunc(geotest.Events(), func(e geo.Event) bool { return e.When.IsZero() })
	for i, got := range unpack(t, outputtest.Layer(t, writer, events)).events {
		if want := events[i].ID; got["id"] != want {
			t.Errorf("event %d is %v, want %q", i, got["id"], want)
		}
	}
}

func TestEvent(t *testing.T) {
	e := geo.Event{
		ID: "k2v7", When: when.On(when.Date(2014, 6, 9)), Type: "Battles", SubType: "Armed clash", Killed: geo.Exactly(0), Status: geo.Disputed,
		Place:  geo.Place{Name: "Gao", Match: geo.Match{Kind: geo.Exact, Name: "Gao", Point: orb.Point{-0.0446, 16.2717}, Precision: geo.NearPlace}},
		Source: geo.Source{Document: "sahel.txt", Publisher: "The Invented Courier", URL: "https://example.org/1", Quote: "They fought."},
	}
	unplaced := geo.Event{ID: "x", When: when.On(when.Date(2014, 6, 10)), Place: geo.Place{Name: "Xyzzy"}, Source: geo.Source{URL: "https://example.org/1"}}
	f := unpack(t, outputtest.Layer(t, writer, []geo.Event{e, unplaced}))
	for name, want := range map[string]string{
		"date": "06/09/2014", "time": "00:00", "time_precision": "day", "time_display": "2014-06-09", "latitude": "16.272", "longitude": "-0.045",
		"location": "Gao", "category": "Battles", "type": "Armed clash", "description": "Armed clash, Gao: They fought.",
		"comments": "place known as: exact; place precision: near; killed: 0; disputed",
	} {
		if got := f.events[0][name]; got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if got := f.events[1]; got["latitude"] != "" || got["location"] != "Xyzzy" {
		t.Errorf("an event without a place is %v", got)
	}
	if len(f.sources) != 1 || f.sources["https://example.org/1"]["title"] != "The Invented Courier" {
		t.Errorf("one link is one source: %v", f.sources)
	}
	var modes []string
	for _, a := range f.associations {
		modes = append(modes, a["mode"].(string)+" "+a["title"].(string))
	}
	if got := strings.Join(modes, ", "); got != "CATEGORY Battles, FILTER Armed clash" {
		t.Errorf("associations are %s", got)
	}
}
