package document

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/when"
)

// TestByDays parts lists whose stories have days of their own, and nothing else.
func TestByDays(t *testing.T) {
	const a, b = "A bomb killed two people in the market of Gao, police said.", "Gunmen took four drivers from a bus near Kidal, the mayor said."
	tests := []struct {
		reason, text string
		titles       string // of the stories, with bars between them
	}{
		{"a title above each day", "News of May\n\nBomb in Gao\n\nMay 3, 2016\n" + a + "\n\nDrivers taken\n\nPosted on May 2, 2016\n" + b, "Bomb in Gao|Drivers taken"},
		{"days alone", "2016-05-03\n" + a + "\n\n2016-05-02\n" + b, "|"},
		{"one day is that of the story", "Bomb in Gao\n\nMay 3, 2016\n\n" + a + "\n\n" + b, "all"},
		{"published and updated", "Bomb in Gao\n\nPublished: May 3, 2016\nUpdated: May 4, 2016\n\n" + a, "all"},
		{"a story with a list below it", a + " " + b + "\n\nMay 3, 2016\n" + a + "\n\nMay 2, 2016\n" + b, "all"},
	}
	for _, test := range tests {
		got := ByDays(Document{Title: "all", Text: test.text, Source: "Post"})
		var titles []string
		for _, d := range got {
			titles = append(titles, d.Title)
		}
		if strings.Join(titles, "|") != test.titles {
			t.Errorf("%s: %q, want %q", test.reason, titles, test.titles)
		}
		if len(got) == 2 && (got[0].Published != when.On(when.Date(2016, 5, 3)) || got[1].Published != when.On(when.Date(2016, 5, 2)) || got[1].Source != "Post" || strings.Contains(got[1].Text, "2016")) {
			t.Errorf("%s: %+v", test.reason, got)
		}
	}
}
