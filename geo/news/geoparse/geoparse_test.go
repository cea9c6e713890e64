package geoparse

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/internal/atlas"
	"github.com/dateline-map/dateline/geo/news/tag"
)

func toponymNames(ts []geo.Toponym) []string {
	var out []string
	for _, t := range ts {
		name := t.Place.Name
		if t.Demonym {
			name = "~" + name
		}
		if t.Inside {
			name = "(" + name + ")"
		}
		out = append(out, name)
	}
	return out
}

func TestToponyms(t *testing.T) {
	tests := []struct {
		text   string
		want   []string
		reason string
	}{
		{"", nil, "nothing names no place"},
		{"Gunmen attacked the town of Gao in northern Mali on Monday, officials in Bamako said.", []string{"Gao", "Mali", "Bamako"}, "the plain case"},
		{"A ferry sank near Mwanza, Tanzania, on Sunday.", []string{"Mwanza", "Tanzania"}, "a town and its country"},
		{"Rebels seized the towns of Rawa and Ana on Friday.", []string{"Rawa", "Ana"}, "coordination after a noun of place"},
		{"Rebels seized the towns of Rawa, Kubaysa and Ana, Col. Diarra said.", []string{"Rawa", "Kubaysa", "Ana"}, "a list after a noun of place, known or not"},
		{"They fled the town of Hit. Nine policemen were killed in Hit when it fell.", []string{"Hit", "Hit"}, "a word that the page names a place elsewhere"},
		{"The Malian army said it had retaken the town.", []string{"~Malian"}, "a demonym is marked"},
		{"She said that Mr. Jordan had hit the wall twice.", nil, "a person and a verb"},
		{"The singer Paris Belmont cancelled a concert in Lima on Sunday.", []string{"Lima"}, "a first and a last name"},
		{"He'd voted with Sen. John Doe (D-Hit) on the bill, she said. I'll go.", []string{"Hit"}, "the seat of a politician; a contraction"},
		{"Three died in the mainly Sunni village of Hit, and in Shiite areas of Baghdad.", []string{"Hit", "Baghdad"}, "faiths are no places"},
		{"Police in Paris, Texas, arrested a man.", []string{"Paris", "Texas"}, "a town in a state"},
		{"GUNMEN ATTACK GAO IN NORTHERN MALI\n\nGunmen attacked the town of Gao in northern Mali on Monday.", []string{"GAO", "MALI", "Gao", "Mali"}, "a headline in capitals"},
	}
	r := Parser{Gazetteer: atlas.Few()}
	for _, test := range tests {
		d := document.Document{Text: test.text}
		got := r.Toponyms(&d)
		if diff := cmp.Diff(test.want, toponymNames(got)); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", test.reason, test.text, diff)
		}
		checkToponyms(t, &d, got)
	}
}

// checkToponyms checks what Toponyms promises of every text.
func checkToponyms(t *testing.T, d *document.Document, toponyms []geo.Toponym) {
	t.Helper()
	at := 0
	for _, x := range toponyms {
		if x.Start < at || x.End <= x.Start || x.End > len(d.Text) {
			t.Fatalf("toponym %d-%d after %d in a text of %d bytes", x.Start, x.End, at, len(d.Text))
		}
		if d.Text[x.Start:x.End] != x.Place.Name {
			t.Fatalf("%q is not %q", d.Text[x.Start:x.End], x.Place.Name)
		}
		if !x.Place.Located() {
			t.Fatalf("%q was not given to the locator", x.Place.Name)
		}
		at = x.End
	}
}

func TestResolve(t *testing.T) {
	d := document.Document{Text: "From Gao to Kidal."}
	names := []tag.Name{{Start: 5, End: 8}, {Start: 6, End: 9}, {Start: 12, End: 17}, {Start: 17, End: 99}}
	got := (&Parser{Gazetteer: atlas.Few()}).Resolve(&d, names)
	if diff := cmp.Diff([]string{"Gao", "Kidal"}, toponymNames(got)); diff != "" {
		t.Errorf("names that overlap or lie outside are left out (-want +got):\n%s", diff)
	}
	checkToponyms(t, &d, got)
}

func FuzzToponyms(f *testing.F) {
	for _, s := range []string{"Gao, Mali", "al-Qaim", "THE TOWNS OF RAWA AND ANA", "Bank of Lima's St. Paris-Texas’s", "\xff Gao \u2028", "U.S. The 北京 Gao"} {
		f.Add(s)
	}
	r, longest := Parser{Gazetteer: atlas.Few()}, Parser{Gazetteer: atlas.Few(), Tagging: tag.Options{LongestMatch: true}}
	f.Fuzz(func(t *testing.T, s string) {
		d := document.Document{Text: s}
		checkToponyms(t, &d, r.Toponyms(&d))
		checkToponyms(t, &d, longest.Toponyms(&d))
	})
}

// BenchmarkToponyms takes a story of 400 words; the gazetteer costs next to
// nothing.
func BenchmarkToponyms(b *testing.B) {
	part := "Gunmen attacked the town of Gao in northern Mali on Monday, killing two soldiers, officials in Bamako said. " +
		"Col. Moussa Diarra of the Malian army told reporters that reinforcements had left Mopti for the Niger River. " +
		"The United Nations mission, which is based in Gao, did not comment on what residents of the Château district had seen. "
	d := document.Document{Text: strings.Repeat(part, 7)}
	r := Parser{Gazetteer: atlas.Few()}
	b.SetBytes(int64(len(d.Text)))
	b.ReportMetric(float64(len(strings.Fields(d.Text))), "words")
	for b.Loop() {
		r.Toponyms(&d)
	}
}

// TestToponymsIsLinear takes texts of every shape that could make the tagger
// look back or ahead without end.
func TestToponymsIsLinear(t *testing.T) {
	r := Parser{Gazetteer: atlas.Few()}
	for _, part := range []string{"Gao ", "GAO, ", "the towns of Gao and ", "Mr. ", "al-", "Gao-", "Bank of the ", "Gao (MLI) ", "Malian "} {
		d := document.Document{Text: strings.Repeat(part, 200_000/len(part))}
		checkToponyms(t, &d, r.Toponyms(&d))
	}
}
