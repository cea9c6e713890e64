package tag

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo/news/internal/atlas"
	"github.com/dateline-map/dateline/geo/news/text"
)

func TestSpokenOf(t *testing.T) {
	tests := []struct {
		text   string
		want   []string
		reason string
	}{
		{"Floods hit Quorbe, Zemblin, Ostrane and Gao.", []string{"Quorbe", "Zemblin", "Ostrane"}, "a list of which one is known"},
		{"Floods hit Quorbe and Zemblin.", nil, "a list of which none is"},
		{"Crews cleared Quorbe, Zemblin and Ostrane communities.", []string{"Quorbe", "Zemblin", "Ostrane"}, "a list that is called communities"},
		{"A goat of the Ostrane breed won.", nil, "called something else"},
		{"At Zemblin, nobody was hurt.", []string{"Zemblin"}, "behind a preposition that begins the sentence"},
		{"It was taken to Zemblin.", nil, "that may be a person"},
		{"Rain swelled Quorbe Creek and then Lake Ostrane.", []string{"Quorbe", "Ostrane"}, "waters"},
		{"Residents of Zemblin fled.", []string{"Zemblin"}, "somebody's home"},
	}
	for _, test := range tests {
		p := layOut(test.text, text.Split(test.text), atlas.Few())
		spoken := p.spokenOf()
		var got []string
		for i := range p.words {
			if w := &p.words[i]; w.run >= 0 && spoken[w.run] && p.isUnlisted(i) {
				got = append(got, w.Of(test.text))
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", test.reason, test.text, diff)
		}
	}
}
