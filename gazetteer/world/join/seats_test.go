package join

import (
	"slices"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
)

func TestDistrictFindsItsSeat(t *testing.T) {
	for _, tt := range []struct {
		district, seat string
		want           bool
		reason         string
	}{
		{"Mehtar Lam District", "Mihtarlām", true, "another spelling"},
		{"Khasavyurtovskiy Rayon", "Khasavyurt", true, "a raion has its seat's name as an adjective"},
		{"Narovlyanskiy Rayon", "Narovlya", true, "the adjective adds a letter"},
		{"Molodechnenskij Rajon", "Molodechno", true, "the adjective adds two letters, and another list ends otherwise"},
		{"Pichayevsky District", "Pichayevo", true, "as English writes it"},
		{"Qiziltepa Tumani", "Qiziltepa", true, "an Uzbek district"},
		{"Boseong-gun", "Boseong", true, "a Korean county"},
		{"Huyện Cái Bè", "Cái Bè", true, "a Vietnamese district"},
		{"Novskiy Rayon", "Nov", false, "too little is left to know a town by"},
		{"Severnyy Rayon", "Khasavyurt", false, "the northern district"},
		{"Gorodskoy Okrug", "Okrug", false, "nothing but words for a district"},
	} {
		forms := districtForms(tt.district)
		got := slices.ContainsFunc(seatForms(fold.Key(tt.seat)), func(f string) bool { return slices.Contains(forms, f) })
		if got != tt.want {
			t.Errorf("%s finds %s: %v, want %v: %s (%q)", tt.district, tt.seat, got, tt.want, tt.reason, forms)
		}
	}
}

// TestKnownNamesRankAsMain holds what the second list calls a place against what
// the first does.
func TestKnownNamesRankAsMain(t *testing.T) {
	town := func(name string, inhabitants int, known ...string) build.Place {
		return build.Place{ID: "x:" + name, Name: name, Country: "AA", Type: placetype.Town, Population: inhabitants, Lon: 1, Lat: 1, Known: known}
	}
	for _, tt := range []struct {
		later  build.Place
		want   bool
		reason string
	}{
		{town("Geneva", 200_000, "Geneva"), true, "the city itself, by another name of its"},
		{town("Geneva", 0, "Geneva"), true, "written by hand, without inhabitants"},
		{town("Geneva", 11_000, "Geneva"), false, "a part of the city with an old name of the whole"},
		{town("Geneva", 200_000), false, "a list that does not vouch for its names"},
		{town("Carouge", 200_000, "Carouge"), false, "no shared name: only the nearest place"},
	} {
		var s settlements
		first := town("Genève", 184_000)
		first.Aliases = []string{"Geneva"}
		s.add(first)
		if s.add(tt.later) {
			t.Fatalf("%s is a place of its own", tt.later.Name)
		}
		hows := map[string]bool{}
		build.EachName(&s.Places[0], func(name string, how gazetteer.How) { hows[name] = how == gazetteer.Main })
		if got := hows[tt.later.Name]; got != tt.want {
			t.Errorf("%s of %d inhabitants: main name %v, want %v: %s", tt.later.Name, tt.later.Population, got, tt.want, tt.reason)
		}
	}
}

// TestSeatIsTheNamesake puts a district at the town that it is called after.
func TestSeatIsTheNamesake(t *testing.T) {
	for _, tt := range []struct {
		small, large build.Place
		want         float64
		reason       string
	}{
		{build.Place{Name: "Hillgarh"}, build.Place{Name: "Steelpur"}, 1, "the town of its name, not the larger one of its mills"},
		{build.Place{Name: "Hillton", Aliases: []string{"Hillgarh"}}, build.Place{Name: "Steelpur"}, 1, "by another name of its"},
		{build.Place{Name: "Hillgarh"}, build.Place{Name: "Steelpur", Code: "PPLA2"}, 2, "lists know the seat"},
		{build.Place{Name: "Hillgarh", Type: placetype.Neighbourhood}, build.Place{Name: "Steelpur"}, 2, "a quarter is no seat"},
		{build.Place{Name: "Rivertown"}, build.Place{Name: "Steelpur"}, 2, "nobody has its name: the largest"},
	} {
		tt.small.Lon, tt.small.Population = 1, 9_000
		tt.large.Lon, tt.large.Population = 2, 90_000
		if tt.small.Type == "" {
			tt.small.Type = placetype.Town
		}
		tt.large.Type = placetype.Town
		w := &world{towns: settlements{Places: []build.Place{tt.large, tt.small}}}
		p := build.Place{Name: "Hillgarh District", Type: placetype.Adm2}
		if w.seat(&p, []int{0, 1}, "PPLA2"); p.Lon != tt.want {
			t.Errorf("%s lies at %v, not %v: %s", p.Name, p.Lon, tt.want, tt.reason)
		}
	}
}
