package highlight_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline-map/dateline/output/highlight"
	"github.com/google/go-cmp/cmp"
)

func textOf(t *testing.T, documents ...*highlight.Document) string {
	t.Helper()
	var out bytes.Buffer
	w := highlight.NewTextWriter(&out)
	for _, d := range documents {
		if err := w.Write(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := w.Write(&highlight.Document{}); err == nil {
		t.Error("a closed text takes documents")
	}
	return out.String()
}

func TestText(t *testing.T) {
	note := highlight.Note{Title: "Fire", Rows: []highlight.Row{{Label: "a", Texts: []string{"one", "two"}}, {Label: "bcd", Texts: []string{strings.Repeat("word ", 30)}}}}
	got := textOf(t,
		&highlight.Document{ID: "a.txt", Heading: highlight.Passage{Text: "Fire  in\nGao"}, Paragraphs: []highlight.Paragraph{{
			{Text: "It rained."},
			{Text: "A fire burned.", Marks: []highlight.Mark{{Start: 2, End: 6, Kind: highlight.What}}, Notes: []highlight.Note{note, {Title: "no event", Faint: true}}},
			{Text: "A comment.", Part: highlight.Aside, Notes: []highlight.Note{note}},
		}}},
		&highlight.Document{ID: "b.txt", Notes: []highlight.Note{{Title: "nothing"}}},
	)
	want := `Fire in Gao (a.txt)

A [what: fire] burned.
  * Fire
      a    one
           two
      bcd  word word word word word word word word word word word word word word word word word word
             word word word word word word word word word word word word
  - no event

b.txt
  * nothing
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestTextIsPlain checks that no text of a document moves the cursor, turns the
// writing round or begins a line of its own.
func TestTextIsPlain(t *testing.T) {
	const bad = "a\x1b[2J\r\n\u202e  * \x00\xff\u009b1m\u2066"
	got := textOf(t, &highlight.Document{
		ID: bad, Heading: highlight.Passage{Text: bad, Notes: []highlight.Note{{Title: bad, Rows: []highlight.Row{{Label: "x", Texts: []string{bad}}}}}},
	})
	for _, r := range got {
		if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r == 0x202e || r == 0x2066 {
			t.Errorf("the text has %U", r)
		}
	}
	if !utf8.ValidString(got) || strings.Count(got, "\n") != 5 {
		t.Errorf("%q", got)
	}
}
