package join

import (
	"slices"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/build/lists"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
)

// TestLocateByNeighbours puts places of the supplement, where no outline tells, into the
// ADM1 of the nearest settlement or that which the supplement says.
func TestLocateByNeighbours(t *testing.T) {
	all := smallWorld()
	all.Supplement = append(all.Supplement,
		lists.Extra{Place: build.Place{ID: "dl:near-four", Type: placetype.Village, Name: "Lowham", Country: "AA", Lon: 3.5, Lat: 0.55}},
		lists.Extra{Place: build.Place{ID: "dl:near-five", Type: placetype.Village, Name: "Highham", Country: "AA", Lon: 3.5, Lat: 0.65}},
		lists.Extra{Place: build.Place{ID: "dl:said-four", Type: placetype.Village, Name: "Farham", Country: "AA", Lon: 3.5, Lat: 0.75}, Of: []string{"AA.04"}},
		lists.Extra{Place: build.Place{ID: "dl:said-five", Type: placetype.Adm2, Name: "Far District", Country: "AA", Lon: 3.4, Lat: 0.5}, Of: []string{"AA.05"}, Located: true},
	)
	places, _ := World(all)
	at := byID(places)
	for id, want := range map[string]string{
		"dl:near-four": "gn:AA.04", "dl:near-five": "gn:AA.05", "dl:said-four": "gn:AA.04", "dl:said-five": "gn:AA.05",
	} {
		if got := at[id].Adm1; got != want {
			t.Errorf("%s lies in %q, not in %s", id, got, want)
		}
	}
	if got := at["dl:said-five"].Adm2; got != "" && got != "dl:said-five" {
		t.Errorf("a district lies in that of its neighbour, %s", got)
	}
}

// TestTakenNames sees that a name that a list gives a place wrongly can be taken away.
func TestTakenNames(t *testing.T) {
	all := smallWorld()
	all.GeoNames[0].Aliases = []string{"Soul", "Enna"}
	all.Additions = append(all.Additions, lists.Addition{Of: all.GeoNames[0].ID, Taken: []string{"soul"}})
	places, _ := World(all)
	if got := byID(places)[all.GeoNames[0].ID].Aliases; slices.Contains(got, "Soul") || !slices.Contains(got, "Enna") {
		t.Errorf("names %q", got)
	}
}

// TestCountiesKeepTheirName sees that what three districts are called is no name of any of
// them, and their ADM1's if it has no other.
func TestCountiesKeepTheirName(t *testing.T) {
	w := &world{byID: map[string]int{"gn:AA.1": 0}, places: []build.Place{{ID: "gn:AA.1", Name: "Lombardy", Type: placetype.Adm1, Country: "AA"}}}
	for _, name := range []string{"Como", "Lecco", "Sondrio", "Pavia"} {
		w.places = append(w.places, build.Place{ID: "gn:" + name, Name: name, Type: placetype.Adm2, Country: "AA", Adm1: "gn:AA.1", Aliases: []string{"Lombardei", name + " Town"}})
	}
	w.partCounties()
	if got := w.places[0].Aliases; !slices.Equal(got, []string{"Lombardei"}) {
		t.Errorf("the ADM1 is called %q too", got)
	}
	for _, p := range w.places[1:] {
		if slices.Contains(p.Aliases, "Lombardei") || !slices.Contains(p.Aliases, p.Name+" Town") {
			t.Errorf("%s is called %q too", p.Name, p.Aliases)
		}
	}
}
