package leaflet_test

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/leaflet"
	"github.com/dateline-map/dateline/output/outputtest"
)

func writer(o leaflet.Options) outputtest.New {
	return func(w io.Writer, c *output.Columns) output.Writer { return leaflet.NewWriter(w, c, o) }
}

// block returns one of the page's blocks of data, read as a browser would.
func block(t testing.TB, page []byte, id string) []byte {
	t.Helper()
	_, rest, found := bytes.Cut(page, []byte(`<script type="text/plain" id="`+id+`">`))
	data, _, closed := bytes.Cut(rest, []byte("</script"))
	if !found || !closed {
		t.Fatalf("no block %q", id)
	}
	return data
}

// unpack returns what is in packed data.
func unpack(t testing.TB, packed []byte) []byte {
	t.Helper()
	data, err := io.ReadAll(flate.NewReader(base64.NewDecoder(base64.StdEncoding, bytes.NewReader(packed))))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// unpackJSON decodes a block of JSON.
func unpackJSON(t testing.TB, page []byte, id string, v any) {
	t.Helper()
	if err := json.Unmarshal(unpack(t, block(t, page, id)), v); err != nil {
		t.Fatalf("block %s: %v", id, err)
	}
}

type settings struct {
	Left, Size, Spots, Chunk int
	Columns, Actors          []string
	Classes                  []struct{ Name, Type string }
}

// count counts the rows, and checks that all parts of the page are of so many.
func count(t testing.TB, page []byte) int {
	t.Helper()
	var s settings
	unpackJSON(t, page, "settings", &s)
	n := 0
	for chunk := range bytes.Lines(bytes.TrimSpace(block(t, page, "rows"))) {
		if n%s.Chunk != 0 {
			t.Error("a chunk that is not the last is not full")
		}
		var rows [][]any
		if err := json.Unmarshal(unpack(t, bytes.TrimSpace(chunk)), &rows); err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			if len(row) != len(s.Columns) {
				t.Errorf("%d cells, %d columns", len(row), len(s.Columns))
			}
		}
		n += len(rows)
	}
	if index := len(unpack(t, block(t, page, "index"))); index != 24*n+8*s.Spots || s.Size != n {
		t.Errorf("%d rows, an index of %d bytes with %d spots, a size of %d", n, index, s.Spots, s.Size)
	}
	return n
}

func TestPromises(t *testing.T) {
	outputtest.Promises(t, writer(leaflet.Options{Title: "</title><script>", Credit: "<b>", Attribution: "</p>"}), count)
}

// TestPageAsksForNothing looks for whatever could make a browser ask the network.
func TestPageAsksForNothing(t *testing.T) {
	page := outputtest.Layer(t, writer(leaflet.Options{}), invented())
	for _, pattern := range []string{`<link`, `<img`, `<iframe`, `<script[^>]* src`, `@import`, `sourceMappingURL`, `fetch\(`, `XMLHttpRequest`, `WebSocket`} {
		if at := regexp.MustCompile(pattern).FindIndex(page); at != nil {
			t.Errorf("%s: …%s…", pattern, page[max(0, at[0]-40):min(len(page), at[1]+40)])
		}
	}
}

func TestPageSaysWhatItLeavesOut(t *testing.T) {
	page := outputtest.Layer(t, writer(leaflet.Options{Most: 80}), invented())
	var s settings
	unpackJSON(t, page, "settings", &s)
	if n := count(t, page); n != 80 || s.Left != len(invented())-80 {
		t.Errorf("%d events, %d left out", n, s.Left)
	}
}

func TestTitleIsText(t *testing.T) {
	page := outputtest.Layer(t, writer(leaflet.Options{Title: `<script>alert(1)</script>"'`, Credit: "<img src=x>", Attribution: "a & b"}), nil)
	for _, want := range []string{
		"<title>&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39;</title>", "&lt;img src=x&gt;", "a &amp; b",
	} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("no %s", want)
		}
	}
}

// invented are events of a country's spring, for looking at and for the browser.
func invented() []geo.Event {
	places := []struct {
		name, kind, adm1 string
		at               orb.Point
		p                geo.Precision
		radius           int
	}{
		{"Gao", "city", "Gao", orb.Point{-0.0446, 16.2717}, geo.ExactPlace, 4000},
		{"Kidal", "town", "Kidal", orb.Point{1.4078, 18.4411}, geo.ExactPlace, 3000},
		{"Timbuktu", "city", "Tombouctou", orb.Point{-3.0026, 16.7666}, geo.ExactPlace, 4000},
		{"Mopti", "city", "Mopti", orb.Point{-4.1833, 14.4843}, geo.ExactPlace, 5000},
		{"Bamako", "city", "Bamako", orb.Point{-8.0029, 12.6392}, geo.ExactPlace, 12000},
		{"Ménaka", "town", "Ménaka", orb.Point{2.4023, 15.9182}, geo.NearPlace, 15000},
		{"Douentza", "town", "Mopti", orb.Point{-2.9498, 15.0016}, geo.NearPlace, 12000},
		{"Ansongo", "town", "Gao", orb.Point{0.5022, 15.6597}, geo.ExactPlace, 3000},
		{"Ségou region", "adm1", "Ségou", orb.Point{-6.0, 13.8}, geo.WithinAdm1, 140000},
		{"Niamey", "city", "Niamey", orb.Point{2.1098, 13.5137}, geo.ExactPlace, 9000},
		{"Ouagadougou", "city", "Centre", orb.Point{-1.5339, 12.3657}, geo.ExactPlace, 11000},
	}
	kinds := []struct {
		t, s    string
		killed  int
		wounded int
	}{
		{"Battles", "Armed clash", 7, 3}, {"Explosions/Remote violence", "Remote explosive/landmine/IED", 3, 11},
		{"Violence against civilians", "Attack", 21, 0}, {"Protests", "Peaceful protest", -1, -1},
		{"Battles", "Armed clash", 2, -1}, {"Strategic developments", "Arrests", -1, -1}, {"Riots", "Mob violence", 0, 14},
		{"Humanitarian", "Displacement", -1, -1}, {"Diplomacy", "Visit", -1, -1}, {"Explosions/Remote violence", "Suicide bomb", 64, 118},
		{"Violence against civilians", "Abduction/forced disappearance", -1, -1},
	}
	quotes := []string{
		"Gunmen on motorbikes opened fire at the market shortly after dawn, two residents said.",
		"The governor’s office put the toll at no fewer than seven, and said that the road was closed until evening.",
		"“We heard the first blast from the river,” a ferryman said. “Nobody knew how many were inside.”",
		"Several hundred people marched from the stadium to the prefecture to demand that the wells be reopened.",
	}
	var events []geo.Event
	day := when.Date(2031, 1, 9)
	state := uint32(7)
	next := func(n int) int { state = state*1664525 + 1013904223; return int(state>>8) % n }
	for i := range 82 {
		p, k := places[next(len(places)*2)%len(places)], kinds[next(len(kinds))]
		if next(3) == 0 {
			p = places[0]
		}
		day += when.Day(next(4))
		e := geo.Event{
			ID: geo.ID("invented", fmt.Sprint(i)), When: when.On(day), Type: k.t, SubType: k.s, Actor1: "gunmen", Actor2: "villagers",
			Place: geo.Place{Name: p.name, Match: geo.Match{
				Kind: geo.Exact, ID: fmt.Sprintf("dl:%s", p.name), Name: p.name, Type: p.kind, Point: p.at, Precision: p.p,
				RadiusM: geo.Known(p.radius), Confidence: 0.93, Country: "ML", Adm1: p.adm1,
			}},
			Source: geo.Source{Document: fmt.Sprintf("story-%02d.txt", i), Publisher: "The Invented Courier", URL: "https://example.org/" + fmt.Sprint(i), Quote: quotes[next(len(quotes))]},
		}
		e.Place.Candidates = []geo.Candidate{
			{ID: e.Place.ID, Name: p.name, Probability: 0.93, Why: []string{"the story names Mali", "the largest place of the name"}},
			{ID: "dl:0", Name: p.name, Adm1: "Elsewhere", Country: "XX", Probability: 0.04},
		}
		if k.killed >= 0 {
			e.Killed = geo.Exactly(k.killed * (1 + next(3)))
		}
		if k.wounded >= 0 {
			e.Wounded = geo.Exactly(k.wounded)
		}
		switch {
		case i%17 == 5:
			e.When = when.Interval{First: day - 3, Last: day + 3, Precision: when.ToWeek}
		case i%23 == 7:
			e.Place.Match = geo.Match{Kind: geo.Unresolved, Reason: "not-in-gazetteer"}
			e.Place.Name = "Tin Xyzzy"
		case i%11 == 3:
			e.Place.Relation = "10 km east of"
			e.Killed.High = geo.Figure{}
		}
		events = append(events, e)
	}
	return append(events, hostile())
}

func awkward() []geo.Event { return geotest.Events() }

// hostile is an event that tries to be more than text.
func hostile() geo.Event {
	bad := `</script><script>document.documentElement.dataset.broken="1"</script><img src=x onerror="document.documentElement.dataset.broken=1">`
	return geo.Event{
		ID: "hostile", Title: bad, When: when.On(when.Date(2031, 5, 20)), Type: "Battles", SubType: bad, Actor1: bad, Actor2: "اشتباكات في حلب",
		Place: geo.Place{Name: bad, Match: geo.Match{Kind: geo.Given, Point: orb.Point{-1.5, 17}, Precision: geo.ExactPlace, Type: bad}},
		Source: geo.Source{
			Document: bad, Publisher: strings.Repeat("W", 200), URL: `javascript:document.documentElement.dataset.broken="1"`, Quote: bad + "\u202e\x00\xff",
		},
		Extra: []geo.Property{{Name: bad, Value: bad}, {Name: "__proto__", Value: "x"}},
	}
}
