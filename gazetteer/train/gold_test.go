package main

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/gazetteer/score"
	embedded "github.com/dateline-map/dateline/gazetteer/world"
	"github.com/dateline-map/dateline/geo"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

func readers(t *testing.T) storyReader {
	t.Helper()
	x, err := embedded.Open()
	if err != nil {
		t.Fatal(err)
	}
	return storyReader{resolve.New(x, resolve.Options{})}
}

var compareExamples = cmp.AllowUnexported(example{}, gold{}, geo.Figure{})

func TestReadStories(t *testing.T) {
	in := `{"text": "Día in Ana, Texas province", "mentions": [
		{"start": 7, "end": 10, "name": "Ana", "lat": 34, "lon": 42, "geonameid": "7"},
		{"start": 12, "end": 17, "name": "Texas", "lat": 31, "lon": -99},
		{"start": 0, "end": 3, "name": "Día", "lat": null, "lon": null}]}`
	got, err := readers(t).read(strings.NewReader(strings.ReplaceAll(in, "\n", " ") + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []example{{
		places: []geo.Place{{Name: "Ana"}, {Name: "Texas", Kind: "adm1"}},
		gold:   []gold{{Truth: score.Truth{Point: orb.Point{42, 34}, ID: "gn:7"}}, {Truth: score.Truth{Point: orb.Point{-99, 31}}}},
	}}
	if diff := cmp.Diff(want, got, compareExamples); diff != "" {
		t.Errorf("names without a point are left out, offsets count characters, words beside a name are heard:\n%s", diff)
	}
}

func TestReadStoriesOfEvents(t *testing.T) {
	in := `{"text": "A bomb went off in Tikrit, Iraq, on Monday.", "events": [{"place": "TIKRIT", "lat": 34.6, "lon": 43.7}]}
{"text": "A bomb went off in Tikrit, Iraq, on Monday.", "events": [{"place": "Hit", "lat": 33.6, "lon": 42.8}]}
`
	got, err := readers(t).read(strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	want := []gold{{Truth: score.Truth{Point: orb.Point{43.7, 34.6}}}, {unknown: true}}
	if diff := cmp.Diff(want, got[0].gold, compareExamples); diff != "" {
		t.Errorf("the name that is an event's place is where the event is, the others are somewhere:\n%s", diff)
	}
	if len(got[1].places) != 0 {
		t.Errorf("no name in the text is the event's place, yet there is something to learn: %v", got[1])
	}
}

func TestReadRows(t *testing.T) {
	in := "place,country,admin1,admin2,lat,lon,precision\n" +
		"Hit,Iraq,Anbar,,33.6,42.8,1\n" +
		"Hit,Iraq,Anbar,,33.6,42.8,1\n" +
		"Anbar,Iraq,,,33,42,4\n" +
		"Somewhere,Iraq,,,33,42,5\n"
	got, err := readRows(strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	want := []example{
		{places: []geo.Place{{Name: "Hit", Within: geo.Within{Country: "Iraq", Adm1: "Anbar"}}}, gold: []gold{{Truth: score.Truth{Point: orb.Point{42.8, 33.6}}}}, count: 2},
		{places: []geo.Place{{Name: "Anbar", Within: geo.Within{Country: "Iraq"}}}, gold: []gold{{Truth: score.Truth{Point: orb.Point{42, 33}, Unit: "adm1"}}}, count: 1},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(example{}, gold{}, geo.Figure{})); diff != "" {
		t.Errorf("repeated rows count once, and what is neither point nor unit not at all:\n%s", diff)
	}
}

func TestBlocksCoverEverythingOnce(t *testing.T) {
	for n := range 12 {
		at := 0
		for _, b := range blocks(n, 5) {
			if b[0] != at || b[1] < b[0] {
				t.Errorf("%d examples: block %v begins elsewhere than the last one ended, %d", n, b, at)
			}
			at = b[1]
		}
		if at != n {
			t.Errorf("%d examples: the blocks end at %d", n, at)
		}
	}
}
