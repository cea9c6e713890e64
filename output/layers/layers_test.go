package layers

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/geotest/golden"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/outputtest"
)

func at(name string, kind geo.MatchKind) geo.Place {
	return geo.Place{Name: name, Within: geo.Within{Country: "Peru"}, Match: geo.Match{
		Kind: kind, ID: "dl:" + name, Name: name, Type: "town", Point: orb.Point{-77.0428, -12.0464},
		Precision: geo.ExactPlace, RadiusM: geo.Known(4000), Confidence: 0.9, Country: "PE",
	}}
}

func lost(name, reason string, candidates ...geo.Candidate) geo.Place {
	kind := geo.Unresolved
	if len(candidates) > 0 {
		kind = geo.Ambiguous
	}
	return geo.Place{Name: name, Within: geo.Within{Country: "Peru"}, Match: geo.Match{Kind: kind, Reason: reason, Candidates: candidates}}
}

// sample is a run with something of everything.
func sample() []geo.Event {
	day := func(n int) when.Interval { return when.On(when.Date(2022, 5, n)) }
	santa := []geo.Candidate{
		{ID: "dl:1", Name: "Santa Rosa", Type: "town", Adm1: "Puno", Country: "PE", Probability: 0.41},
		{ID: "dl:2", Name: "Santa Rosa", Type: "village", Adm1: "Loreto", Country: "PE", Probability: 0.38},
	}
	return []geo.Event{
		{ID: "e5", When: day(9), Type: "Protests", Place: at("Lima", geo.Exact), Source: geo.Source{Quote: "They marched, he said."}},
		{ID: "e1", When: day(1), Type: "Riots", Killed: geo.Exactly(2), Place: at("Lima", geo.Fuzzy)},
		{ID: "e2", When: day(2), Type: "Protests", Place: lost("Santa Rosa", "several-as-likely", santa...)},
		{ID: "e3", When: day(3), Type: "Protests", Place: lost("=Xyzzy", "not-in-gazetteer"), Source: geo.Source{Quote: "-1\nmore"}},
		{ID: "e4", When: day(4), Type: "Riots", Place: lost("Santa Rosa", "several-as-likely", santa...)},
		{ID: "e6", Type: "Diplomacy", Status: geo.Planned, Place: at("Lima", geo.Given)},
		{ID: "e7", Type: "Riots", Extra: []geo.Property{{Name: "note", Value: "no place"}}},
	}
}

var problems = []error{
	&geo.Problem{File: "a.csv", Row: 3, Column: "lat", Err: errors.New("123.4 is not between -90 and 90")},
	&geo.Problem{File: "a.csv", Row: 4, Column: "date", Refused: true, Err: errors.New(`"2014-02-30" is no date`)},
	&geo.Problem{File: "a.csv", Row: 5, Column: "date", Refused: true, Err: errors.New(`"a \"b\"" is no date`)},
	&geo.Problem{File: "b.csv", Refused: true, Err: errors.New("empty file")},
	errors.New("open c.csv: no such file"),
}

func stream(events []geo.Event, errs ...error) iter.Seq2[geo.Event, error] {
	return func(yield func(geo.Event, error) bool) {
		for _, err := range errs {
			if !yield(geo.Event{}, err) {
				return
			}
		}
		geotest.Stream(events...)(yield)
	}
}

func options() Options {
	return Options{
		Program:   Program{Name: "dateline", Version: "1.2.3"},
		Gazetteer: Gazetteer{Name: "invented", Version: "7", Places: 3, Attribution: "Invented places, CC0"},
		Inputs: func() []Input {
			return []Input{{Path: "a.csv", Kind: "table", Bytes: 10, SHA256: "00", Rows: 9}, {Path: "b.csv", Kind: "table"}}
		},
		Eventless: func() EventlessList {
			return EventlessList{Count: 1, First: []Eventless{{Document: "opinion.txt", Reason: "no word in it tells of an event"}}}
		},
	}
}

func contents(t *testing.T, folder string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]string)
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = string(b)
	}
	return all
}

var sizes = regexp.MustCompile(`("name":"(?:map.html|[^"]*\.(?:gpkg|qgz|qml))".*"bytes":)\d+`)

// TestGolden compares the whole folder, but for the map and what is for QGIS,
// which their own packages test.
func TestGolden(t *testing.T) {
	out := t.TempDir()
	if _, err := Write(context.Background(), out, stream(sample(), problems...), options()); err != nil {
		t.Fatal(err)
	}
	got := contents(t, out)
	for name := range got {
		switch filepath.Ext(name) {
		case ".html", ".gpkg", ".qgz", ".qml":
			delete(got, name)
		}
	}
	got[ReportFile] = sizes.ReplaceAllString(got[ReportFile], "${1}0")
	folder := filepath.Join("testdata", "golden")
	if golden.Updating() {
		os.RemoveAll(folder)
	}
	for name, text := range got {
		golden.Check(t, filepath.Join(folder, name), text)
	}
	if want := contents(t, folder); len(got) != len(want) {
		t.Errorf("%d files, want %d", len(got), len(want))
	}
}

func TestReportAddsUp(t *testing.T) {
	r, err := Write(context.Background(), t.TempDir(), stream(geotest.Events(), problems...), options())
	if err != nil {
		t.Fatal(err)
	}
	c := r.Counts
	if c.Events != len(geotest.Events()) || c.Located+c.Unresolved != c.Events || c.Refused != 2 || c.Unreadable != 2 || c.Problems != 5 {
		t.Errorf("%+v", c)
	}
	for name, all := range map[string][]Tally{"matches": r.Matches, "types": r.Types} {
		if got := sum(all); got != c.Events {
			t.Errorf("%s add up to %d of %d events", name, got, c.Events)
		}
	}
	if sum(r.Precisions) != c.Located || sum(r.Unresolved) != c.Unresolved || sum(r.Refused) != c.Refused+c.Unreadable {
		t.Error("precisions, reasons or refusals do not add up")
	}
	if r.Inputs[0].Refused != 2 || r.Inputs[1].Refused != 1 {
		t.Errorf("refused by input: %+v", r.Inputs)
	}
}

func sum(all []Tally) (n int) {
	for _, t := range all {
		n += t.Count
	}
	return n
}

func TestReportIsJSON(t *testing.T) {
	folder := t.TempDir()
	if _, err := Write(context.Background(), folder, stream(geotest.Events(), problems...), options()); err != nil {
		t.Fatal(err)
	}
	if text := contents(t, folder)[ReportFile]; !json.Valid([]byte(text)) {
		t.Errorf("not JSON:\n%s", text)
	}
}

func TestEveryTypeHasALayer(t *testing.T) {
	var events []geo.Event
	for i := range 10 {
		for range i + 1 {
			events = append(events, geo.Event{Type: fmt.Sprintf("Type %c", 'j'-i)})
		}
	}
	folder := t.TempDir()
	o := options()
	o.TypeLayers = 3
	if _, err := Write(context.Background(), folder, stream(events), o); err != nil {
		t.Fatal(err)
	}
	lines := make(map[string]int)
	for name, text := range contents(t, folder) {
		if strings.HasSuffix(name, ".geojson") {
			lines[name] = strings.Count(text, `"Feature"`)
		}
	}
	want := map[string]int{"events.geojson": 55, "type-a.geojson": 10, "type-b.geojson": 9, "type-c.geojson": 8, "other-types.geojson": 28}
	if fmt.Sprint(lines) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v: the most frequent types have layers, the rest share one", lines, want)
	}
}

func TestPlannedOnlyWhenAsked(t *testing.T) {
	events := []geo.Event{{ID: "p", Type: "Diplomacy", Status: geo.Planned}}
	for _, asked := range []bool{false, true} {
		folder := t.TempDir()
		o := options()
		o.IncludePlanned = asked
		if _, err := Write(context.Background(), folder, stream(events), o); err != nil {
			t.Fatal(err)
		}
		files := contents(t, folder)
		if _, ok := files["diplomacy.geojson"]; ok != asked {
			t.Errorf("asked %v: a layer of its type is there: %v", asked, ok)
		}
		if !strings.Contains(files[EventsFile], `"status":"planned"`) {
			t.Error("nothing is dropped from the layer of all events")
		}
	}
}

func TestNothingAppearsOnError(t *testing.T) {
	refuse := errors.New("too many refused")
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	strict := options()
	strict.Accept = func(*Report) error { return refuse }
	late, cancelLate := context.WithCancel(context.Background())
	interrupting := options()
	interrupting.Accept = func(*Report) error { cancelLate(); return nil }
	stray := options()
	stray.Sort = func(s iter.Seq2[geo.Event, error]) iter.Seq2[geo.Event, error] {
		return stream([]geo.Event{{ID: "x", Place: geo.Place{Match: geo.Match{Kind: geo.Given, Point: orb.Point{999, 0}}}}})
	}
	for _, test := range []struct {
		ctx     context.Context
		options Options
		want    error
		reason  string
	}{
		{context.Background(), strict, refuse, "the caller does not accept the report"},
		{cancelled, options(), context.Canceled, "interrupted before the first event"},
		{late, interrupting, context.Canceled, "interrupted at the last moment"},
		{context.Background(), stray, nil, "an event that cannot be written"},
	} {
		top := t.TempDir()
		_, err := Write(test.ctx, filepath.Join(top, "layers"), stream(sample()), test.options)
		if err == nil || (test.want != nil && !errors.Is(err, test.want)) {
			t.Errorf("got error %v, want %v: %s", err, test.want, test.reason)
		}
		if left := contents(t, top); len(left) != 0 {
			t.Errorf("left behind %v: %s", left, test.reason)
		}
	}
}

func TestStaleLayersGo(t *testing.T) {
	folder := t.TempDir()
	run := func(o Options, types ...string) {
		var events []geo.Event
		for _, name := range types {
			events = append(events, geo.Event{Type: name})
		}
		if _, err := Write(context.Background(), folder, stream(events), o); err != nil {
			t.Fatal(err)
		}
	}
	exists := func(name string) bool {
		_, err := os.Stat(filepath.Join(folder, name))
		return err == nil
	}
	run(options(), "Battles", "Riots")
	os.WriteFile(filepath.Join(folder, "mine.geojson"), nil, 0o666)
	run(options(), "Riots")
	if exists("battles.geojson") || !exists("riots.geojson") || !exists("mine.geojson") {
		t.Error("the earlier run's layer goes; this run's and the user's stay")
	}
	other := options()
	other.Program.Name = "another program"
	run(other, "Protests")
	if !exists("riots.geojson") {
		t.Error("a layer of another program was removed")
	}
	forged := `{"program":{"name":"another program"},"files":[{"name":"../riots.geojson"},null,{"name":"mine.csv"}]}`
	os.WriteFile(filepath.Join(folder, ReportFile), []byte(forged), 0o666)
	if got := layersBefore(folder, "another program"); got != nil {
		t.Errorf("a forged report has layers %q", got)
	}
}

func TestNoEvents(t *testing.T) {
	folder := t.TempDir()
	r, err := Write(context.Background(), folder, stream(nil), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Counts.Events != 0 || !strings.Contains(contents(t, folder)[EventsFile], `"features":[`) {
		t.Errorf("%+v", r.Counts)
	}
}

func TestExampleOfAPageOnlyWhenAsked(t *testing.T) {
	for _, embed := range []bool{false, true} {
		folder := t.TempDir()
		if _, err := Write(context.Background(), folder, stream(nil), Options{Embed: embed}); err != nil {
			t.Fatal(err)
		}
		files := contents(t, folder)
		for _, name := range []string{"embed.html", "dateline.js", "dateline.css", "leaflet.js", "leaflet.css", "countries.js", "events.js"} {
			if _, there := files[name]; there != embed {
				t.Errorf("asked for: %v, %s there: %v", embed, name, there)
			}
		}
	}
}

func TestTablesKeepTheirPromises(t *testing.T) {
	count := func(t testing.TB, layer []byte) int {
		rows, err := csv.NewReader(bytes.NewReader(layer)).ReadAll()
		if err != nil {
			t.Error(err)
		}
		return len(rows) - 1
	}
	newWriter := func(w io.Writer, columns *output.Columns) output.Writer {
		return unresolvedTo(w, columns, func(code string) string { return code })
	}
	events := geotest.Events()
	if got := count(t, outputtest.Layer(t, newWriter, events)); got != len(events) {
		t.Errorf("%d rows of %d events", got, len(events))
	}
}
