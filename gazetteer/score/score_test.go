package score

import (
	"math"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/gazetteer/world"
	"github.com/dateline-map/dateline/geo"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

func match(typ string, lon, lat float64) geo.Match {
	return geo.Match{Kind: geo.Exact, Type: typ, Point: orb.Point{lon, lat}}
}

func TestRight(t *testing.T) {
	unresolved := match("town", 10, 50)
	unresolved.Kind = geo.Unresolved
	tests := []struct {
		truth  Truth
		got    geo.Match
		want   bool
		reason string
	}{
		{Truth{Point: orb.Point{10, 50}}, match("town", 10.2, 50), true, "14 km off"},
		{Truth{Point: orb.Point{10, 50}}, match("town", 10.5, 50), false, "36 km off"},
		{Truth{Point: orb.Point{10, 50}}, unresolved, false, "a point of no match means nothing"},
		{Truth{Point: orb.Point{10, 50}, Unit: "adm1"}, match("town", 10, 50), false, "the seat is not the province"},
		{Truth{Point: orb.Point{10, 50}, Unit: "adm1"}, match("adm1", 10, 50), true, "the province"},
	}
	for _, tt := range tests {
		if got := tt.truth.Right(&tt.got, NarrowM); got != tt.want {
			t.Errorf("%s: right is %v", tt.reason, got)
		}
	}
}

func TestReliability(t *testing.T) {
	claims := []claim{{0.95, true}, {0.95, true}, {0.95, false}, {1, true}, {0.25, false}, {0.25, true}}
	bins := reliability(claims)
	if bins[9].N != 4 || math.Abs(bins[9].Said-0.9625) > 1e-9 || bins[9].Was != 0.75 {
		t.Errorf("certainty belongs to the highest tenth: %+v", bins[9])
	}
	// Four of six say .9625 and are .75 right, two say .25 and are .5 right.
	if got, want := calibrationError(claims), (4*0.2125+2*0.25)/6; math.Abs(got-want) > 1e-9 {
		t.Errorf("calibration error %v, not %v", got, want)
	}
	if got := calibrationError(nil); got != 0 {
		t.Errorf("who claims nothing is not wrong: %v", got)
	}
}

func TestCurve(t *testing.T) {
	claims := []claim{{0.5, false}, {0.9, true}, {0.9, true}, {0.7, false}}
	want := []point{{0.5, 0.4 * 2, 0.5}, {0.7, 0.6, 2.0 / 3}, {0.9, 0.4, 1}}
	got := curve(claims, 5)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("one of five names has no answer (-want +got)\n%s", diff)
	}
	if at := at(got, 0.6); at.Answered != 0.6 || at.Least != 0.6 {
		t.Errorf("at .6 stands what is left from .7 on: %+v", at)
	}
	if at := at(got, 0.99); at.Answered != 0 {
		t.Errorf("nobody is that sure: %+v", at)
	}
}

func TestInsideRadius(t *testing.T) {
	within, beyond, without := match("town", 10, 50), match("town", 11, 50), match("town", 10, 50)
	within.RadiusM, beyond.RadiusM = geo.Known(1000), geo.Known(1000)
	var answers []Answer
	for _, m := range []geo.Match{within, beyond, without, {}} {
		answers = append(answers, Answer{Place: geo.Place{Match: m}, Truth: Truth{Point: orb.Point{10, 50}}})
	}
	if share, n := insideRadius(answers); share != 0.5 || n != 2 {
		t.Errorf("%v of %d, not half of the two that give a radius", share, n)
	}
}

func index(t *testing.T) *gazetteer.Index {
	t.Helper()
	x, err := world.Open()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestCause(t *testing.T) {
	x := index(t)
	w := resolve.EmbeddedWeights()
	judge := NewJudge(x, &w)
	answer := func(name, country string, lon, lat float64) Answer {
		p := geo.Place{Name: name, Within: geo.Within{Country: country}}
		return judge.Answers([]geo.Place{p}, []Truth{{Point: orb.Point{lon, lat}}})[0]
	}
	unsure := answer("Fallujah", "Iraq", 43.78, 33.35)
	unsure.Place.Match = geo.Match{Kind: geo.Ambiguous}
	tests := []struct {
		a      Answer
		want   cause
		reason string
	}{
		{answer("Fallujah", "Iraq", 43.78, 33.35), noCause, "it is there"},
		{unsure, withheld, "it is a candidate, and none is claimed"},
		{answer("Paris", "France", -60, 70), placeMissing, "nothing lies there"},
		{answer("Mazyr-o Shvryf", "Afghanistan", 67.11, 36.71), nameMissing, "the town is there, the spelling is not"},
		{answer("Canada", "", -75, 47), otherPoint, "Quebec is in Canada"},
	}
	for _, tt := range tests {
		if got := tt.a.cause(x, NarrowM); got != tt.want {
			t.Errorf("%s: cause %q, not %q (%+v)", tt.reason, got, tt.want, tt.a.Place.Match)
		}
	}
}

func TestReportAndPictures(t *testing.T) {
	x := index(t)
	w := resolve.EmbeddedWeights()
	judge := NewJudge(x, &w)
	places := []geo.Place{{Name: "Ramadi"}, {Name: "Iraq"}, {Name: "<b>|Nowhere*"}}
	truths := []Truth{{Point: orb.Point{43.3, 33.42}}, {Point: orb.Point{44, 33}}, {Point: orb.Point{43, 33}}}
	sets := []Set{{Name: "tale & co", Answers: judge.Answers(places, truths)}}
	var report, again, picture strings.Builder
	for _, b := range []*strings.Builder{&report, &again} {
		if err := Report(b, x, sets, nil); err != nil {
			t.Fatal(err)
		}
	}
	if report.String() != again.String() {
		t.Error("the same answers give another report")
	}
	for _, want := range []string{"| tale & co | 3 | .667 | .667 |", "| tale & co | 2 | 1 |", "&lt;b>&#124;Nowhere\\* 1"} {
		if !strings.Contains(report.String(), want) {
			t.Errorf("the report lacks %q:\n%s", want, report.String())
		}
	}
	for _, draw := range []func() error{
		func() error { return DrawReliability(&picture, sets) },
		func() error { return DrawCoverage(&picture, sets) },
	} {
		if err := draw(); err != nil {
			t.Fatal(err)
		}
	}
	if strings.Count(picture.String(), "<svg") != 2 || strings.Contains(picture.String(), "tale & co") {
		t.Error("two pictures with escaped names are due")
	}
}
