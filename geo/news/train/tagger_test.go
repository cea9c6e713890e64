package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/tag"
)

func TestLesson(t *testing.T) {
	lat := 1.0
	d := goldDocument{Text: "Né à Gao, Mali", Mentions: []goldMention{
		{Start: 10, End: 14, Name: "Mali", Lat: &lat},
		{Start: 5, End: 8, Name: "Gao", Lat: &lat},
		{Start: 6, End: 8, Name: "ao", Lat: &lat},
		{Start: 0, End: 2, Name: "Né"},
		{Start: 8, End: 99, Name: "far", Lat: &lat},
	}}
	want := tag.Lesson{Text: d.Text, Names: []tag.Name{{Start: 7, End: 10}, {Start: 12, End: 16}}}
	if diff := cmp.Diff(want, d.lesson()); diff != "" {
		t.Errorf("sorted, in bytes, without overlaps, names on no map and outside the text (-want +got):\n%s", diff)
	}
}

func TestOverlapping(t *testing.T) {
	span := func(from, to int) tag.Name { return tag.Name{Start: from, End: to} }
	tests := []struct {
		gold, found []tag.Name
		want        int
		reason      string
	}{
		{nil, nil, 0, "nothing"},
		{[]tag.Name{span(0, 3)}, []tag.Name{span(0, 3)}, 1, "the same"},
		{[]tag.Name{span(0, 3)}, []tag.Name{span(3, 5)}, 0, "neighbours"},
		{[]tag.Name{span(0, 9)}, []tag.Name{span(0, 3), span(4, 6)}, 1, "each is used once"},
		{[]tag.Name{span(0, 2), span(5, 9)}, []tag.Name{span(6, 7)}, 1, "the first is passed over"},
	}
	for _, test := range tests {
		if got := overlapping(test.gold, test.found); got != test.want {
			t.Errorf("%s: got %d, want %d", test.reason, got, test.want)
		}
	}
}

// demonyms is a gazetteer whose names are all demonyms.
type demonyms map[string]bool

func (d demonyms) Locate(...*geo.Place)              {}
func (d demonyms) Evidence(name string) geo.NameInfo { return geo.NameInfo{Demonym: d[name]} }

func TestReadCorpus(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.jsonl")
	const gold = `{"id":"a","text":"Malian troops","mentions":[{"start":0,"end":6,"name":"Malian","lat":17.5}]}
{"id":"b","text":"In Gao","mentions":[{"start":3,"end":6,"name":"Gao","lat":16.3}]}
`
	if err := os.WriteFile(path, []byte(gold), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		gaz  demonyms
		want bool
	}{{demonyms{"Malian": true}, false}, {demonyms{}, true}} {
		c, err := (&taggerTraining{gaz: test.gaz}).read(path)
		if err != nil || len(c.docs) != 2 || c.namesOnly != test.want {
			t.Errorf("%d documents, names only %t, %v; want names only %t", len(c.docs), c.namesOnly, err, test.want)
		}
	}
}

func TestAddLocations(t *testing.T) {
	d := goldDocument{Text: "Clashes in Gao, near a camp", Events: []goldEvent{{Locations: [][3]any{{11.0, 14.0, "Gao"}, {23.0, 27.0, "camp"}}}}}
	d.addLocations()
	want := tag.Lesson{Text: d.Text, Names: []tag.Name{{Start: 11, End: 14}}, Partial: true}
	if diff := cmp.Diff(want, d.lesson()); diff != "" {
		t.Errorf("only what has a name (-want +got):\n%s", diff)
	}
}
