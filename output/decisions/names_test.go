package decisions

import (
	"strconv"
	"testing"

	"github.com/dateline-map/dateline/geo"
)

func TestDoubtful(t *testing.T) {
	for _, tt := range []struct {
		match  geo.Match
		want   bool
		reason string
	}{
		{geo.Match{Kind: geo.Unresolved, Reason: "not-in-gazetteer"}, true, "it has no place"},
		{geo.Match{Kind: geo.Ambiguous}, true, "it has none of several"},
		{geo.Match{}, true, "nobody has looked"},
		{geo.Match{Kind: geo.Variant, Reason: "not-in-gazetteer-placed-at-adm1", Confidence: 0.9}, true, "a province stands in for a village"},
		{geo.Match{Kind: geo.Fuzzy, Confidence: 0.49}, true, "it is more likely wrong than right"},
		{geo.Match{Kind: geo.Fuzzy, Confidence: 0.5}, false, "it is as likely right"},
		{geo.Match{Kind: geo.Exact}, false, "no confidence is said"},
		{geo.Match{Kind: geo.Given, Reason: "outside-country-said"}, false, "the input's own coordinates are not asked about"},
		{geo.Match{Kind: geo.Decided}, true, "it was asked about, and is to be shown as decided"},
	} {
		if got := Doubtful(&geo.Place{Name: "x", Match: tt.match}); got != tt.want {
			t.Errorf("%+v: %v, want %v: %s", tt.match, got, tt.want, tt.reason)
		}
	}
}

// TestNameless checks that events without a name are asked about one by one, up
// to a number that somebody could decide.
func TestNameless(t *testing.T) {
	var names Names
	for i := range mostNameless + 5 {
		e := lost("", "no-name")
		e.ID = strconv.Itoa(i)
		names.Add(&e)
	}
	all := names.Sorted()
	if len(all) != mostNameless || all[0].Event == "" || all[0].Name != "" {
		t.Errorf("%d names, the first %+v", len(all), all[0].Question)
	}
}

// TestAlone checks that a decision on one event makes no question of its name.
func TestAlone(t *testing.T) {
	e := lost("San Isidro", "")
	e.Place.Match = geo.Match{Kind: geo.Decided}
	names := NewNames([]geo.Decision{{Event: e.ID, PlaceID: "gn:1"}})
	if n := names.Add(&e); n.Event != e.ID || n.Name != "" || !n.Decided {
		t.Errorf("%+v", n)
	}
}
