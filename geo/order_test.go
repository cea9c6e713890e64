package geo_test

import (
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/when"
)

func TestSorted(t *testing.T) {
	day := func(n int) when.Interval { return when.On(when.Day(n)) }
	for _, tt := range []struct {
		events []geo.Event
		want   string
		reason string
	}{
		{[]geo.Event{{ID: "b", When: day(2)}, {ID: "a", When: day(1)}}, "a b", "by first day"},
		{[]geo.Event{{ID: "month", When: when.Between(1, 30)}, {ID: "day", When: day(1)}}, "day month", "what ends first goes first"},
		{[]geo.Event{{ID: "z", When: day(1)}, {ID: "y", When: day(1)}}, "y z", "then by id"},
		{[]geo.Event{{ID: "a"}, {ID: "b", When: day(-700000)}, {ID: "0"}}, "b 0 a", "undated last, by id"},
	} {
		var got []string
		for e, err := range geo.Sorted(geotest.Stream(tt.events...)) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, e.ID)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s, want %s: %s", s, tt.want, tt.reason)
		}
	}
}

func TestSortedKeepsErrors(t *testing.T) {
	bad := errors.New("bad row")
	source := func(yield func(geo.Event, error) bool) {
		_ = yield(geo.Event{ID: "a"}, nil) && yield(geo.Event{}, bad) && yield(geo.Event{ID: "b"}, nil)
	}
	var order []string
	for e, err := range geo.Sorted(source) {
		if err != nil {
			order = append(order, err.Error())
			continue
		}
		order = append(order, e.ID)
	}
	if want := []string{"bad row", "a", "b"}; !slices.Equal(order, want) {
		t.Errorf("%v, want %v", order, want)
	}
}

func TestStreamsStopForGood(t *testing.T) {
	events := geotest.Events()
	geotest.StopsForGood(t, func() iter.Seq2[geo.Event, error] { return geo.Sorted(geotest.Stream(events...)) })
	geotest.StopsForGood(t, func() iter.Seq2[geo.Event, error] {
		return geo.Locate(geotest.Stream(events...), nowhere{})
	})
}

type nowhere struct{}

func (nowhere) Locate(places ...*geo.Place) {
	for _, p := range places {
		if p.Match.Kind == geo.NotLookedFor {
			p.Match.Kind = geo.Unresolved
		}
	}
}

func TestID(t *testing.T) {
	if a, b := geo.ID("ab", "c"), geo.ID("a", "bc"); a == b {
		t.Errorf("parts that join to the same text share the id %s", a)
	}
	if got, want := geo.ID("story.txt", "Mosul"), geo.ID("story.txt", "Mosul"); got != want || len(got) != 13 {
		t.Errorf("ids %q and %q of the same parts", got, want)
	}
}

func TestProblem(t *testing.T) {
	p := &geo.Problem{File: "incidents.csv", Row: 7, Column: "lat", Err: errors.New("123.4 is not between -90 and 90")}
	if got, want := p.Error(), `incidents.csv, row 7, column "lat": 123.4 is not between -90 and 90`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := (&geo.Problem{Err: errors.New("no place")}).Error(); got != "no place" {
		t.Errorf("%q for a problem without a place", got)
	}
}

func TestFigure(t *testing.T) {
	if _, known := (geo.Figure{}).Int(); known {
		t.Error("the zero figure is known")
	}
	if n, known := geo.Known(0).Int(); n != 0 || !known {
		t.Error("nobody is not unknown")
	}
}
