package geoparse

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/tag"
)

// TestLikely finds a dealer's cars in a local story: words about places stand around
// them, and the places of their names lie in other countries.
func TestLikely(t *testing.T) {
	found := func(name, kind, country string, lon, lat, confidence float64) tag.Mention {
		f := tag.Mention{Margin: 400, Info: geo.NameInfo{Places: 1, Main: true, Population: 4, Settled: 4, BestKind: kind}}
		f.Place = geo.Place{Name: name, Match: geo.Match{
			Kind: geo.Exact, ID: name, Type: kind, Country: country, Point: orb.Point{lon, lat}, Confidence: confidence,
		}}
		return f
	}
	story := []tag.Mention{
		found("Sparks", "town", "US", -119.75, 39.53, 0.95),
		found("Honda", "town", "CO", -74.74, 5.2, 0.4),
		found("Fernley", "town", "US", -119.25, 39.6, 0.95),
		found("Reno", "town", "US", -119.81, 39.53, 0.95),
	}
	if diff := cmp.Diff([]string{"Sparks", "Fernley", "Reno"}, toponymNames(toponyms(likely(story)))); diff != "" {
		t.Errorf("alone in a country far away (-want +got):\n%s", diff)
	}
	story[1].Sure = true
	if got := likely(story); len(got) != len(story) {
		t.Errorf("a name that its finder is sure of is weighed: %v", toponymNames(toponyms(got)))
	}
	story[1].Sure, story[1].Place.Match = false, geo.Match{}
	if got := likely(story); len(got) != len(story) {
		t.Errorf("a name that nobody has looked for is weighed: %v", toponymNames(toponyms(got)))
	}
}
