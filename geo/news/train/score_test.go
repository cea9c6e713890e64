package main

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/paulmach/orb"
)

// found returns an event at a point on a day.
func found(kind, subKind string, at orb.Point, date string, killed int) geo.Event {
	day, err := when.ParseEDTF(date)
	if err != nil {
		panic(err) // a date of this file
	}
	return geo.Event{Type: kind, SubType: subKind, When: day, Killed: geo.Exactly(killed),
		Place: geo.Place{Match: geo.Match{Kind: geo.Exact, Point: at}}}
}

func readEvent(t *testing.T, kind string, lat, lon float64, from, to string) storyEvent {
	t.Helper()
	g := storyEvent{Type: kind, Lat: lat, Lon: lon, TolKM: 25, From: from, To: to}
	if err := g.date(); err != nil {
		t.Fatal(err)
	}
	return g
}

func TestPair(t *testing.T) {
	gao, mopti := orb.Point{-0.04, 16.27}, orb.Point{-4.19, 14.49}
	gold := []storyEvent{
		readEvent(t, "battle", 16.27, -0.04, "2020-03-02", "2020-03-03"),
		readEvent(t, "explosion", 16.27, -0.04, "2020-03-03", "2020-03-03"),
		readEvent(t, "protest", 14.49, -4.19, "2020-03-03", "2020-03-03"),
	}
	events := []geo.Event{
		found("Explosions/Remote violence", "Shelling/artillery/missile attack", gao, "2020-03-03", 4),
		found("Battles", "Armed clash", gao, "2020-03-05", 1),
		found("Battles", "Armed clash", mopti, "2020-03-03", 1),
		found("Riots", "Violent demonstration", mopti, "2020-03-04", 1),
	}
	pairs := pair(gold, events)
	for i, want := range []int{1, 0, 3} {
		if pairs[i] != &events[want] {
			t.Errorf("%s is paired with %+v, want the event of its type before the one of its day", gold[i].Type, pairs[i])
		}
	}
}

func TestScoreCounts(t *testing.T) {
	four, two := 4, 2
	g := readEvent(t, "explosion", 16.27, -0.04, "2020-03-03", "2020-03-03")
	g.Killed, g.Wounded, g.Status, g.Actor1 = &four, &two, "reported", "army"
	missed := readEvent(t, "battle", 50, 50, "2020-03-03", "2020-03-03")
	unneeded := missed
	unneeded.Need = "optional"
	e := found("Explosions/Remote violence", "Air/drone strike", orb.Point{-0.04, 16.27}, "2020-03-03", 4)
	e.Actor1 = "the Army of Mali"
	planned := e
	planned.Status = geo.Planned
	elsewhere := found("Battles", "Armed clash", orb.Point{9, 9}, "2020-03-03", 1)

	var s score
	s.document("x", []storyEvent{g, missed, unneeded}, []geo.Event{e, planned, elsewhere})
	var out strings.Builder
	s.print(&out)
	for _, line := range []string{
		"battle                      0.00 (0/1)      0.00 (0/1)      0.00 (0/1)      0.00 (0/1)",
		"explosion                   1.00 (1/1)      1.00 (1/1)      1.00 (1/1)      1.00 (1/1)",
		"all                         0.50 (1/2)      0.50 (1/2)      0.50 (1/2)      0.50 (1/2)",
		"killed                      1.00 (1/1)",
		"wounded                     0.00 (0/1)",
		"displaced                      - (0/0)",
		"actor1                      1.00 (1/1)",
	} {
		if !strings.Contains(out.String(), line+"\n") {
			t.Errorf("no line %q in\n%s", line, out.String())
		}
	}
}
