package explain

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest/golden"
	"github.com/dateline-map/dateline/geo/news"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/paulmach/orb"
)

// oneChange says of every place with candidates what would make another of it.
type oneChange struct{}

func (oneChange) Changes(p *geo.Place, _ ...*geo.Place) []resolve.Change {
	if len(p.Candidates) < 2 {
		return nil
	}
	c := p.Candidates[1]
	return []resolve.Change{{Said: geo.Within{Country: c.Country}, Match: geo.Match{Kind: geo.Exact, ID: c.ID, Name: c.Name, Type: c.Type, Country: c.Country}}}
}

// span returns where some words stand in a text for the first time.
func span(text, words string) news.Span {
	at := strings.Index(text, words)
	return news.Span{Start: at, End: at + len(words)}
}

// inventedTrace is a story of every kind of sentence.
func inventedTrace() *news.Trace {
	const story = "Clashes in Tarra kill two. Two soldiers died in Tarra on Monday, officials in Oster said. The dead were named. Nobody attacked Oster."
	d := &document.Document{ID: "tarra.txt", Title: "Tarra", Text: story, Source: "The Wire", Published: when.On(16_000)}
	tarra := geo.Place{Name: "Tarra", Match: geo.Match{
		Kind: geo.Exact, ID: "x:1", Name: "Tärra", Type: "town", Point: orb.Point{12.5, 41.25}, Precision: geo.ExactPlace,
		RadiusM: geo.Known(5000), Confidence: 0.91, Country: "ZZ", Adm1: "Norr",
		Candidates: []geo.Candidate{
			{ID: "x:1", Name: "Tärra", Type: "town", Country: "ZZ", Adm1: "Norr", Probability: 0.9, Why: []string{"has it as its main name", "in Norr, which is named too"}},
			{ID: "x:2", Name: "Tarra", Type: "adm1", Country: "YY", Probability: 0.004, Why: []string{"has it as its alternate name"}},
		},
	}}
	lost := geo.Place{Name: "Oster", Match: geo.Match{Kind: geo.Ambiguous, Reason: resolve.ReasonSeveral, Confidence: 0.219}}
	trace := &news.Trace{Document: d, Events: []geo.Event{
		{ID: "aaa", Type: "Battles", SubType: "Armed clash", When: when.On(15_999), Place: tarra, Killed: geo.Exactly(2), Actor2: "soldiers",
			Source: geo.Source{Quote: "Two soldiers died in Tarra on Monday, officials in Oster said."}},
		{ID: "bbb", Type: "Protests", Status: geo.Planned, When: when.On(16_002), Place: lost, Wounded: geo.Count{Low: geo.Known(4)}, Group: "g"},
	}}
	telling := func(words string, events ...int) news.Telling {
		return news.Telling{Words: []news.Span{span(story, words)}, Events: events}
	}
	two := telling("died", 0)
	two.Date = span(story, "on Monday")
	two.Options = []news.PlaceOption{{Span: span(story, "Tarra"), Weight: 0.8, Chosen: true}, {Span: span(story, "Oster"), Weight: 0.05}}
	two.None = 0.15
	carried := telling("dead", 1)
	carried.Carried = true
	nothing, tool := telling("attacked"), telling("Nobody")
	nothing.Silence, tool.Silence = news.NotReal, news.OnlyTool
	marks := []news.Mark{}
	for _, m := range []struct {
		words string
		kind  news.MarkKind
	}{{"Two soldiers died", news.TollMark}, {"soldiers", news.ActorMark}, {"died", news.TriggerMark}, {"on Monday", news.DateMark}} {
		at := span(story, m.words)
		marks = append(marks, news.Mark{Start: at.Start, End: at.End, Kind: m.kind})
	}
	tellings := [][]news.Telling{{telling("Clashes", 0)}, {two}, {carried}, {nothing, nothing, tool}}
	for i, s := range d.Sentences() {
		r := news.Reading{Sentence: s, Tellings: tellings[i]}
		if i == 1 {
			r.Marks = marks
		}
		trace.Sentences = append(trace.Sentences, r)
	}
	return trace
}

func TestExplainGolden(t *testing.T) {
	for _, name := range []string{"explain.txt", "explain.html"} {
		var out bytes.Buffer
		x := New(oneChange{})
		x.To(&out, name, "Places by somebody")
		x.Story(inventedTrace())
		quiet := &news.Trace{Document: &document.Document{ID: "quiet.txt"}, Why: "no word in it tells of an event"}
		x.Story(quiet)
		for row, p := range []geo.Place{
			{Name: "Tarra", Within: geo.Within{Country: "Zed"}, Match: inventedTrace().Events[0].Place.Match},
			{Name: "Tarra", Within: geo.Within{Country: "Zed"}}, // again
			{Name: "\x1b[2J\u202e", Match: geo.Match{Kind: geo.Unresolved, Reason: resolve.ReasonNotFound}},
			{Match: geo.Match{Kind: geo.Unresolved, Reason: resolve.ReasonEmpty}},
			{Name: "Oster", Match: geo.Match{Kind: geo.Decided, ID: "x:3", Name: "Oster", Type: "city", Country: "ZZ"}},
		} {
			x.Row(&geo.Event{Place: p, Source: geo.Source{Document: "rows.csv", Row: row + 2}})
		}
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
		compareGolden(t, name, out.String())
	}
}

// compareGolden compares an output with the file of that name, or rewrites it.
func compareGolden(t *testing.T, name, got string) {
	t.Helper()
	if before, after, ok := strings.Cut(got, "<style>"); ok { // it is read in its own package
		_, after, _ = strings.Cut(after, "</style>")
		_, before, _ = strings.Cut(before, "<title>")
		got = "<title>" + before + after
	}
	golden.Check(t, filepath.Join("testdata", name+".golden"), got)
}
