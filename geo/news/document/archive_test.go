package document

import (
	"os"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/geotest/golden"
)

// TestArchives reads what archives of newspapers export: each story with its own title, day,
// paper and author, and nothing of what the archive says around it.
func TestArchives(t *testing.T) {
	for _, name := range []string{"nexis", "nexis-old", "factiva"} {
		text, err := os.ReadFile("testdata/archives/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		for _, ends := range []string{"\n", "\r\n"} {
			var b strings.Builder
			documents, problems := ParseText(strings.ReplaceAll(string(text), "\n", ends))
			for _, d := range documents {
				b.WriteString("title:    " + d.Title + "\ndate:     ")
				if !d.Published.IsZero() {
					b.WriteString(d.Published.First.String())
				}
				b.WriteString("\nsource:   " + d.Source + "\nauthor:   " + d.Author + "\ndateline: " + d.Dateline + "\nlink:     " + d.URL + "\n\n" + strings.ReplaceAll(strings.TrimSpace(d.Text), "\r", "") + "\n\n====\n")
			}
			if len(problems) > 0 {
				t.Errorf("%s: %v", name, problems)
			}
			golden.Check(t, "testdata/archives/"+name+".golden", b.String())
		}
	}
}

// TestNoArchive reads texts that are none, though they have a line as archives have it.
func TestNoArchive(t *testing.T) {
	for _, text := range []string{
		"A mine killed three people near Gao on Monday.\n\nDocument everything, the judge said.\n",
		"The paper has 12 of 20 DOCUMENTS that were leaked.\n",
		"Of the end: End of Document is what the last line of a form says.\n",
		"",
	} {
		if got := archived(text); got != nil {
			t.Errorf("%q: %d stories of an archive", text, len(got))
		}
	}
}
