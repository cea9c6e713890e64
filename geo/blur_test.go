package geo_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	orbgeo "github.com/paulmach/orb/geo"
)

// TestCellHoldsItsPoints takes points all over the world: the middle of a point's
// cell is no further than half the cell's diagonal, and is the middle of its own.
func TestCellHoldsItsPoints(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	points := []orb.Point{{180, 90}, {-180, -90}, {0, 0}, {180, 0}, {-180, 0}, {179.9999, -89.9999}}
	for range 20_000 {
		points = append(points, orb.Point{random.Float64()*360 - 180, math.Asin(random.Float64()*2-1) * 180 / math.Pi})
	}
	for _, size := range []float64{100, 5000, 20_000, 500_000} {
		for _, p := range points {
			cell := geo.Cell(p, size)
			// Cells are made wider to fill their row, near the poles by up to a
			// half, and degrees are rounded to 11 m.
			if far := orbgeo.DistanceHaversine(p, cell); far > size*math.Sqrt2/2*1.5+16 {
				t.Fatalf("%v is %.0f m from the middle %v of its cell of %g m", p, far, cell, size)
			}
		}
	}
}

func TestCellTellsNothingOfItsPoint(t *testing.T) {
	a, b := geo.Cell(orb.Point{44.3661, 33.3152}, 5000), geo.Cell(orb.Point{44.3664, 33.3149}, 5000)
	if a != b {
		t.Errorf("neighbours in a cell become %v and %v", a, b)
	}
}

func TestBlur(t *testing.T) {
	anbar := geo.Match{Kind: geo.Exact, ID: "gn:1", Name: "Anbar", Type: "adm1", Point: orb.Point{42, 33}, Precision: geo.WithinAdm1, RadiusM: geo.Known(200_000), Country: "IQ", Adm1: "Anbar"}
	inAnbar := func(orb.Point) (geo.Match, bool) { return anbar, true }
	nowhere := func(orb.Point) (geo.Match, bool) { return geo.Match{}, false }
	town := geo.Match{Kind: geo.Variant, ID: "gn:2", Name: "Hit", Type: "town", Point: orb.Point{42.8269, 33.6434}, Precision: geo.ExactPlace,
		RadiusM: geo.Known(3000), Confidence: 0.9, Country: "IQ", Adm1: "Anbar", Adm2: "Hit District"}
	country := geo.Match{Kind: geo.Exact, ID: "gn:3", Name: "Iraq", Type: "country", Point: orb.Point{44, 33}, Precision: geo.WithinCountry, RadiusM: geo.Known(500_000), Country: "IQ"}

	for _, test := range []struct {
		reason string
		blur   geo.Blur
		in     geo.Match
		want   geo.Match
	}{
		{"a point becomes its cell, with a radius that holds it", geo.Blur{CellM: 5000}, town,
			geo.Match{Kind: geo.Variant, Point: geo.Cell(town.Point, 5000), Precision: geo.NearPlace, RadiusM: geo.Known(5000 + 3536), Confidence: 0.9, Country: "IQ", Adm1: "Anbar"}},
		{"a large cell is no longer near", geo.Blur{CellM: 100_000}, town,
			geo.Match{Kind: geo.Variant, Point: geo.Cell(town.Point, 100_000), Precision: geo.WithinRegion, RadiusM: geo.Known(50_000 + 70711), Confidence: 0.9, Country: "IQ", Adm1: "Anbar"}},
		{"what is coarser than the cell stays", geo.Blur{CellM: 5000}, country, country},
		{"a point becomes its area, found as it was", geo.Blur{Area: inAnbar}, town,
			geo.Match{Kind: geo.Variant, ID: "gn:1", Name: "Anbar", Type: "adm1", Point: orb.Point{42, 33}, Precision: geo.WithinAdm1, RadiusM: geo.Known(200_000), Confidence: 0.9, Country: "IQ", Adm1: "Anbar"}},
		{"what is coarser than the area stays", geo.Blur{Area: inAnbar}, country, country},
		{"coordinates of the input are moved, however coarse they are said to be", geo.Blur{CellM: 5000},
			geo.Match{Kind: geo.Given, Point: town.Point, Precision: geo.WithinAdm1, RadiusM: geo.Known(60_000), Country: "IQ"},
			geo.Match{Kind: geo.Given, Point: geo.Cell(town.Point, 5000), Precision: geo.WithinAdm1, RadiusM: geo.Known(60_000 + 3536), Country: "IQ"}},
		{"and to the area's point", geo.Blur{Area: inAnbar},
			geo.Match{Kind: geo.Given, Point: town.Point, Precision: geo.WithinRegion, RadiusM: geo.Known(60_000), Country: "IQ"},
			geo.Match{Kind: geo.Given, Point: anbar.Point, Precision: geo.WithinRegion, RadiusM: geo.Known(260_000), Country: "IQ"}},
		{"a point in no area is withheld", geo.Blur{Area: nowhere}, town, geo.Match{Kind: geo.Unresolved, Reason: geo.ReasonBlurred, Country: "IQ"}},
		{"an ambiguous name loses its candidates", geo.Blur{CellM: 5000},
			geo.Match{Kind: geo.Ambiguous, Reason: "several", Candidates: []geo.Candidate{{ID: "gn:2"}}}, geo.Match{Kind: geo.Ambiguous, Reason: "several"}},
	} {
		e := geo.Event{Place: geo.Place{Name: "Hit", Match: test.in}}
		test.blur.Event(&e)
		if diff := cmp.Diff(test.want, e.Place.Match, cmp.AllowUnexported(geo.Figure{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.reason, diff)
		}
	}
}

func TestBlurLeavesNoWords(t *testing.T) {
	event := func() geo.Event {
		return geo.Event{
			ID: "a", Title: "Clash at the bridge of Hit", Type: "Battles",
			Place:  geo.Place{Name: "Hit", Relation: "near", Within: geo.Within{Adm2: "Hit District"}},
			Actor1: "Villagers of Hit", Actor2: "Police",
			Source: geo.Source{Document: "log.csv", Publisher: "A desk", URL: "https://maps.example/?q=33.64,42.82", Quote: "in Hit"},
			Extra:  []geo.Property{{Name: "lat", Value: "33.6434"}, {Name: "side", Value: "army"}},
		}
	}
	got := event()
	(geo.Blur{CellM: 5000}).Event(&got)
	want := geo.Event{ID: "a", Type: "Battles", Actor2: "Police", Extra: []geo.Property{}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(geo.Figure{})); diff != "" {
		t.Errorf("without --keep (-want +got):\n%s", diff)
	}
	got, want = event(), event()
	(geo.Blur{CellM: 5000, Keep: []string{"place", "title", "quote", "source_url", "document", "source", "side"}}).Event(&got)
	want.Extra = want.Extra[1:]
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(geo.Figure{})); diff != "" {
		t.Errorf("what is to be kept (-want +got):\n%s", diff)
	}
}

// TestBlurredIDs checks that an id tells nothing that a blurred event hides: two
// rows of which only hidden cells differ have ids that differ in a number alone.
func TestBlurredIDs(t *testing.T) {
	in := func(yield func(geo.Event, error) bool) {
		for _, lat := range []string{"33.6434", "33.6435", "33.6434"} {
			e := geo.Event{ID: geo.ID("lat", lat), Group: "of both", Type: "Battles", Extra: []geo.Property{{Name: "lat", Value: lat}}}
			e.Place.Match = geo.Match{Kind: geo.Given, Point: orb.Point{42.8269, 33.6434}}
			if !yield(e, nil) {
				return
			}
		}
	}
	var ids, groups []string
	for e := range (geo.Blur{CellM: 5000}).Events(in) {
		ids, groups = append(ids, e.ID), append(groups, e.Group)
	}
	if want := []string{ids[0], ids[0] + "-2", ids[0] + "-3"}; !slices.Equal(ids, want) {
		t.Errorf("got %q, want %q", ids, want)
	}
	if groups[0] != groups[1] || groups[0] == "of both" || groups[0] == "" {
		t.Errorf("the groups are %q, want one of their own", groups)
	}
}
