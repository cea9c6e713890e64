package news

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
)

// TestLikely finds a dealer's cars in a local story: words about places stand around
// them, and the places of their names lie in other countries.
func TestLikely(t *testing.T) {
	found := func(name, kind, country string, lon, lat, confidence float64) finding {
		f := finding{margin: 400, info: geo.NameInfo{Places: 1, Main: true, Population: 4, Settled: 4, BestKind: kind}}
		f.Place = geo.Place{Name: name, Match: geo.Match{
			Kind: geo.Exact, ID: name, Type: kind, Country: country, Point: orb.Point{lon, lat}, Confidence: confidence,
		}}
		return f
	}
	story := []finding{
		found("Sparks", "town", "US", -119.75, 39.53, 0.95),
		found("Honda", "town", "CO", -74.74, 5.2, 0.4),
		found("Fernley", "town", "US", -119.25, 39.6, 0.95),
		found("Reno", "town", "US", -119.81, 39.53, 0.95),
	}
	if diff := cmp.Diff([]string{"Sparks", "Fernley", "Reno"}, toponymNames(toponyms(likely(story)))); diff != "" {
		t.Errorf("alone in a country far away (-want +got):\n%s", diff)
	}
	story[1].sure = true
	if got := likely(story); len(got) != len(story) {
		t.Errorf("a name that its finder is sure of is weighed: %v", toponymNames(toponyms(got)))
	}
	story[1].sure, story[1].Place.Match = false, geo.Match{}
	if got := likely(story); len(got) != len(story) {
		t.Errorf("a name that nobody has looked for is weighed: %v", toponymNames(toponyms(got)))
	}
}

func TestAsPeople(t *testing.T) {
	hamlet := geo.NameInfo{Places: 1, Main: true, BestKind: "village", Demonym: true}
	if got := asPeople(hamlet); got != (geo.NameInfo{Demonym: true}) {
		t.Errorf("a people's name is a hamlet's: %+v", got)
	}
	town := geo.NameInfo{Places: 1, Main: true, Settled: 5, BestKind: "city", Demonym: true}
	country := geo.NameInfo{Places: 1, BestKind: "country", Demonym: true}
	for _, info := range []geo.NameInfo{town, country} {
		if got := asPeople(info); got != info {
			t.Errorf("a city or country is no more than a people: %+v", got)
		}
	}
}
