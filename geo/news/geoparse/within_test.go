package geoparse

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/internal/atlas"
	"github.com/dateline-map/dateline/geo/news/tag"
)

// abroadOnly knows Bradford in England alone, and what holds the places that it lacks.
type abroadOnly struct{ atlas.Atlas }

func (abroadOnly) Locate(places ...*geo.Place) {
	known := map[string]geo.Match{
		"Bradford": {Kind: geo.Exact, ID: "Bradford", Type: "city", Country: "GB"},
		"Ontario":  {Kind: geo.Exact, ID: "Ontario", Name: "Ontario", Type: "adm1", Country: "CA"},
		"Quebec":   {Kind: geo.Exact, ID: "Quebec", Name: "Quebec", Type: "adm1", Country: "CA"},
		"Canada":   {Kind: geo.Exact, ID: "Canada", Type: "country", Country: "CA"},
		"Lindsay":  {Kind: geo.Exact, ID: "Lindsay", Type: "town", Country: "CA", Adm1: "Quebec"},
		"France":   {Kind: geo.Exact, ID: "France", Type: "country", Country: "FR"},
	}
	for _, p := range places {
		p.Match = known[p.Name]
		if p.Match.Kind == geo.NotLookedFor {
			p.Match.Kind = geo.Unresolved
		}
		if area, said := known[p.Within.Adm1]; said {
			p.Match = area
		}
	}
}

func TestLocateWithin(t *testing.T) {
	tests := []struct {
		text   string
		want   []string
		reason string
	}{
		{"He was in Bradford, Ontario, on Monday.", []string{"Ontario", "Ontario"}, "not the one in England"},
		{"He was in Bradford, Ontario, Canada.", []string{"Ontario", "Ontario", "Canada"}, "the country behind the province is no list"},
		{"He was in Snelgrove, Ontario.", []string{"Ontario", "Ontario"}, "a place that no list has"},
		{"He was in Bradford, Ontario and Quebec.", []string{"Bradford", "Ontario", "Quebec"}, "a list"},
		{"He was in Bradford, Ontario, Quebec.", []string{"Bradford", "Ontario", "Quebec"}, "a list without a word"},
		{"He was in France, Ontario, on Monday.", []string{"France", "Ontario"}, "a country lies in no province"},
		{"He was in Lindsay, Ontario, on Monday.", []string{"Ontario", "Ontario"}, "not the one in another province"},
		{"He was in Lindsay, Quebec, on Monday.", []string{"Lindsay", "Quebec"}, "it lies there"},
		{"He was in Bradford. Ontario is far.", []string{"Bradford", "Ontario"}, "another sentence"},
	}
	r := Parser{Gazetteer: abroadOnly{atlas.Few()}}
	for _, test := range tests {
		var names []tag.Name
		for _, n := range []string{"Bradford", "Snelgrove", "Lindsay", "France", "Ontario", "Canada", "Quebec"} {
			if at := strings.Index(test.text, n); at >= 0 {
				names = append(names, tag.Name{Start: at, End: at + len(n)})
			}
		}
		slices.SortFunc(names, func(a, b tag.Name) int { return a.Start - b.Start })
		var got []string
		for _, x := range r.Resolve(&document.Document{Text: test.text}, names) {
			got = append(got, x.Place.Match.ID)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", test.reason, test.text, diff)
		}
	}
}

// kindsAsked notes what the places that are looked for are said to be.
type kindsAsked struct {
	atlas.Atlas
	kinds map[string]string
}

func (k kindsAsked) Locate(places ...*geo.Place) {
	for _, p := range places {
		k.kinds[p.Name] = p.Kind
	}
	k.Atlas.Locate(places...)
}

// TestFiledFrom: the name that a dateline begins with is a town's wherever the story has it.
func TestFiledFrom(t *testing.T) {
	asked := kindsAsked{atlas.Few(), map[string]string{}}
	s := "TEXAS (AP) - Fires reached Anbar on Monday, officials in Texas said."
	names := []tag.Name{{Start: 0, End: 5}, {Start: 27, End: 32}, {Start: 57, End: 62}}
	found := (&Parser{Gazetteer: asked}).Resolve(&document.Document{Text: s}, names)
	if diff := cmp.Diff(map[string]string{"TEXAS": "city", "Anbar": "", "Texas": "city"}, asked.kinds); diff != "" {
		t.Errorf("asked for (-want +got):\n%s", diff)
	}
	if found[0].Place.Kind != "" {
		t.Errorf("the words beside TEXAS call it no %s", found[0].Place.Kind)
	}
}
