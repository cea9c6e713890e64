package build_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/paulmach/orb"
)

func TestWriteRefuses(t *testing.T) {
	town := build.Place{ID: "t:1", Name: "Town", Type: placetype.Town, Lon: 1, Lat: 2}
	with := func(change func(*build.Place)) build.Place {
		p := town
		change(&p)
		return p
	}
	for _, test := range []struct {
		places []build.Place
		want   string
		reason string
	}{
		{[]build.Place{town, town}, "two places have the id t:1", "an id is one place's"},
		{[]build.Place{with(func(p *build.Place) { p.ID = "1" })}, `id "1" is not of the form source:id`, "an id says where it comes from"},
		{[]build.Place{with(func(p *build.Place) { p.Adm1 = "t:none" })}, "place t:1 lies in t:none, which is missing", "a parent must be there"},
		{[]build.Place{with(func(p *build.Place) { p.Lat = 91 })}, "place t:1: 1, 91 is no point on earth", "a point lies on earth"},
		{[]build.Place{with(func(p *build.Place) { p.Country = "IRQ" })}, `"IRQ" is not a country code of two letters`, "countries are alpha-2"},
		{[]build.Place{with(func(p *build.Place) { p.Type = "a\tb" })}, "has a tab or a line feed", "kinds are kept in lines"},
		{[]build.Place{with(func(p *build.Place) { p.Aliases = []string{strings.Repeat("x", 5000)} })}, "a key has 5000 bytes", "a text is no name"},
		{[]build.Place{with(func(p *build.Place) { p.Area = orb.MultiPolygon{{{{0, 0}, {200, 0}, {0, 1}, {0, 0}}}} })}, "its outline has the point 200, 0", "outlines lie on earth"},
		{[]build.Place{
			{ID: "t:1", Name: "A", Type: placetype.Country, Country: "AA"},
			{ID: "t:2", Name: "B", Type: placetype.Country, Country: "AA"},
		}, "t:1 and t:2 are both the country AA", "a code is one country's"},
	} {
		var b bytes.Buffer
		err := build.Write(&b, func(yield func(build.Place, error) bool) {
			for _, p := range test.places {
				if !yield(p, nil) {
					return
				}
			}
		}, gazetteer.Info{})
		if err == nil || !strings.Contains(err.Error(), test.want) || b.Len() > 0 {
			t.Errorf("got %v and %d bytes, want an error with %q and none: %s", err, b.Len(), test.want, test.reason)
		}
	}
}

func TestWriteEndsWithTheStreamsError(t *testing.T) {
	broken := errors.New("line 7 is broken")
	var b bytes.Buffer
	err := build.Write(&b, func(yield func(build.Place, error) bool) {
		if yield(build.Place{}, broken) {
			t.Error("the stream is read on after its error")
		}
	}, gazetteer.Info{})
	if !errors.Is(err, broken) || b.Len() > 0 {
		t.Errorf("got %v and %d bytes", err, b.Len())
	}
}

// The figures of an Info are the writer's; a name that folds like another is no
// key of its own.
func TestWriteCountsItsPlaces(t *testing.T) {
	var b bytes.Buffer
	err := build.Write(&b, func(yield func(build.Place, error) bool) {
		_ = yield(build.Place{ID: "t:1", Name: "One", Aliases: []string{"Uno", "one"}, Type: placetype.Town}, nil) &&
			yield(build.Place{ID: "t:2", Name: "Two", Type: placetype.River, Lon: 1}, nil)
	}, gazetteer.Info{Title: "numbers", Sources: []gazetteer.Source{{Name: "us"}}})
	if err != nil {
		t.Fatal(err)
	}
	x, err := gazetteer.New(b.String())
	if err != nil {
		t.Fatal(err)
	}
	got := x.Info()
	if got.Places != 2 || got.Keys != 3 || got.Types["town"] != 1 || got.Title != "numbers" || got.Sources[0].Name != "us" {
		t.Errorf("got %+v", got)
	}
}
