package qgis

import (
	"math"
	"strconv"
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
)

func TestFrames(t *testing.T) {
	for _, test := range []struct {
		first, last when.Day
		begin, unit string
		reason      string
	}{
		{when.Date(2021, 3, 14), when.Date(2021, 3, 14), "2021-03-14", "d", "one day is one frame"},
		{when.Date(2021, 3, 14), when.Date(2022, 3, 31), "2021-03-14", "d", "a year and some days"},
		{when.Date(2021, 3, 14), when.Date(2023, 3, 14), "2021-03-08", "wk", "two years; the 14th was a Sunday"},
		{when.Date(2021, 3, 15), when.Date(2023, 3, 14), "2021-03-15", "wk", "the 15th was a Monday"},
		{when.Date(1991, 5, 20), when.Date(2023, 3, 14), "1991-05-01", "mon", "31 years"},
		{when.Date(1801, 5, 20), when.Date(2023, 3, 14), "1801-01-01", "y", "two centuries"},
		{when.Date(1066, 10, 14), when.Date(2023, 3, 14), "1060-01-01", "dec", "a millennium; the decade began before"},
		{when.Date(1, 1, 1), when.Date(9999, 12, 31), "0001-01-01", "c", "all there is; no week or decade begins before it"},
		{when.Date(1, 1, 2), when.Date(3, 1, 1), "0001-01-01", "wk", "the first week"},
	} {
		s := Survey{dated: true, first: test.first, last: test.last}
		first, last, by := s.frames()
		if first != test.begin+"T00:00:00Z" || last != test.last.String()+"T23:59:59Z" || by.unit != test.unit {
			t.Errorf("got %s to %s by %s, want from %s by %s: %s", first, last, by.unit, test.begin, test.unit, test.reason)
		}
		if n := int(test.last-test.first) / by.days; n > mostFrames {
			t.Errorf("%d frames: %s", n, test.reason)
		}
	}
}

func TestView(t *testing.T) {
	for _, test := range []struct {
		points   []orb.Point
		mercator bool
		reason   string
	}{
		{nil, true, "nothing to see is the world"},
		{[]orb.Point{{-71.25, 46.81}}, true, "one place has its surroundings"},
		{[]orb.Point{{-180, -16.5}, {180, 85}}, true, "as far as web maps go"},
		{[]orb.Point{{0, 90}}, false, "a pole lies nowhere on a web map"},
		{[]orb.Point{{0, -86}}, false, "beyond the end of web maps"},
	} {
		var s Survey
		for _, p := range test.points {
			s.Note(&geo.Event{Place: geo.Place{Match: geo.Match{Kind: geo.Given, Point: p}}})
		}
		crs, view := s.view()
		if crs == mercator != test.mercator {
			t.Errorf("%v in %s: %s", test.points, crs.authid, test.reason)
		}
		for _, x := range []float64{view.minX, view.minY, view.maxX, view.maxY} {
			if math.IsInf(x, 0) || math.IsNaN(x) {
				t.Errorf("view %v: %s", view, test.reason)
			}
		}
		if view.minX >= view.maxX || view.minY >= view.maxY {
			t.Errorf("view %v has no area: %s", view, test.reason)
		}
	}
}

func TestLegendIsBounded(t *testing.T) {
	var s Survey
	for i := range 2 * knownTypes {
		s.Note(&geo.Event{Type: "type " + strconv.Itoa(i)})
	}
	classes, others := s.classes()
	if len(classes) != legendLength || !others || len(s.types) > knownTypes {
		t.Errorf("%d classes, others %v, %d types kept", len(classes), others, len(s.types))
	}
}
