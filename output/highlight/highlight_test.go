package highlight_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/geotest/golden"
	"github.com/dateline-map/dateline/output/highlight"
)

func page(t *testing.T, o highlight.Options, documents ...*highlight.Document) string {
	t.Helper()
	var out bytes.Buffer
	w := highlight.NewWriter(&out, o)
	for _, d := range documents {
		if err := w.Write(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

var styleElement = regexp.MustCompile(`(?s)<style>.*?</style>|sha256-[^']*`)

func TestGolden(t *testing.T) {
	tip := highlight.Tip{Head: "Gao", Lines: []string{"city, Gao, ML", "exact match, confidence 0.97"}, Located: true, Lat: 16.2717, Lon: -0.0447}
	story := &highlight.Document{
		ID:      "gao.txt",
		Heading: highlight.Passage{Text: "Fire in Gao", Marks: []highlight.Mark{{Start: 8, End: 11, Kind: highlight.Settlement, Tip: tip}}},
		About:   []string{"Sahel Wire", "", "2021-05-03"},
		Paragraphs: []highlight.Paragraph{
			{{Part: highlight.Dateline, Text: "GAO, Mali –"}, {Text: "A market burned."}, {Text: "Nobody was hurt."}},
			{{Text: "Two tents burned.", Marks: []highlight.Mark{{Start: 0, End: 8, Kind: highlight.HowMany}}, Notes: []highlight.Note{
				{Title: "Fire, Gao", Rows: []highlight.Row{{Label: "when", Texts: []string{"2021-05-02"}}, {Label: "where", Texts: []string{"Gao 0.9", "Mali 0.1"}}}},
				{Title: "no event", Faint: true},
			}}, {Text: "They were empty."}},
			{{Part: highlight.Aside, Text: "3 comments"}},
		},
		Notes:   []highlight.Note{{Title: "That is all."}},
		Entries: []highlight.Entry{{Name: "Gao", Kind: highlight.Settlement, Count: 2, Tip: tip}, {Name: "Kel", Kind: highlight.Unresolved, Count: 1, Tip: highlight.Tip{Head: "no place"}}},
	}
	got := styleElement.ReplaceAllString(page(t, highlight.Options{
		Title: "Names", Intro: "What is named.", Kinds: []highlight.Kind{highlight.Settlement, highlight.Unresolved}, Attribution: "Places by somebody",
	}, story, &highlight.Document{ID: "empty.txt"}), "…")
	golden.Check(t, "testdata/page.golden.html", got)
}

// TestHostileText puts markup, control characters and broken UTF-8 into every
// text of a page.
func TestHostileText(t *testing.T) {
	const bad = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>\" ' & \x00 \xff \u202e </textarea>-->"
	tip := highlight.Tip{Head: bad, Lines: []string{bad}, Located: true, Lat: 1, Lon: 2}
	note := highlight.Note{Title: bad, Rows: []highlight.Row{{Label: bad, Texts: []string{bad}}}}
	passage := highlight.Passage{Text: bad, Marks: []highlight.Mark{{Start: 3, End: 40, Kind: highlight.Who, Tip: tip}}, Notes: []highlight.Note{note}}
	got := page(t, highlight.Options{Title: bad, Intro: bad, ListHead: bad, Attribution: bad}, &highlight.Document{
		ID: bad, Heading: passage, About: []string{bad}, Paragraphs: []highlight.Paragraph{{passage, passage}}, Notes: []highlight.Note{note},
		Entries: []highlight.Entry{{Name: bad, Count: 3, Tip: tip}},
	}, &highlight.Document{ID: bad})
	for _, never := range []string{"<script", "<img", "</textarea", "\x00", "\xff", "onerror=alert(1)>"} {
		if strings.Contains(got, never) {
			t.Errorf("the page has %q", never)
		}
	}
	for _, once := range []string{"</title>", "</style>", "<title>", "</html>"} {
		if n := strings.Count(got, once); n != 1 {
			t.Errorf("the page has %q %d times", once, n)
		}
	}
	if !strings.Contains(got, "default-src &#39;none&#39;") && !strings.Contains(got, "default-src 'none'") {
		t.Error("the page has no policy")
	}
}

// TestPolicyAllowsTheStyle hashes the style as a browser does: were the policy
// wrong, the page would be bare.
func TestPolicyAllowsTheStyle(t *testing.T) {
	got := page(t, highlight.Options{})
	_, rest, _ := strings.Cut(got, "<style>")
	style, _, _ := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(style))
	if want := "style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(got, want) {
		t.Errorf("the policy lacks %s", want)
	}
}

// TestMarksThatDoNotFit checks that marks outside the text, and those over
// others, leave the text whole.
func TestMarksThatDoNotFit(t *testing.T) {
	got := page(t, highlight.Options{}, &highlight.Document{ID: "a", Paragraphs: []highlight.Paragraph{{{Text: "one two", Marks: []highlight.Mark{
		{Start: 0, End: 3}, {Start: 2, End: 5}, {Start: 5, End: 5}, {Start: 4, End: 99}, {Start: -1, End: 2},
	}}}}})
	if want := `<mark class="settlement">one</mark> two</p>`; !strings.Contains(got, want) {
		t.Errorf("no %s in %s", want, got[strings.Index(got, "<main>"):])
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestErrors(t *testing.T) {
	w := highlight.NewWriter(full{}, highlight.Options{})
	if err := w.Write(&highlight.Document{}); err == nil {
		t.Error("a full disk is no error")
	}
	if err := w.Close(); err == nil {
		t.Error("the error is forgotten")
	}
	w = highlight.NewWriter(io.Discard, highlight.Options{})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := w.Write(&highlight.Document{}); err == nil {
		t.Error("a closed page takes documents")
	}
}
