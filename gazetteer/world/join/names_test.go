package join

import (
	"slices"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/build/lists"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
)

// mixedUp is a country whose lists have mixed up the names of two provinces and
// their seats.
func mixedUp() Lists {
	return Lists{
		GeoNames: []build.Place{
			{ID: "gn:1", Name: "Mehtar", Aliases: []string{"Laghman", "Mihtar", "Muhafazat Mehtar", "Middle Sea"}, Type: placetype.City, Code: "PPLA", Country: "AA", Adm1: "gn:AA.01", Lon: 0.5, Lat: 0.5},
			{ID: "gn:2", Name: "Al Ramadi", Type: placetype.City, Code: "PPLA", Country: "AA", Adm1: "gn:AA.02", Lon: 1.5, Lat: 0.5},
			{ID: "gn:3", Name: "Astan", Aliases: []string{"Kentau"}, Type: placetype.City, Code: "PPLC", Country: "AA", Adm1: "gn:AA.03", Lon: 2.5, Lat: 0.5},
			{ID: "gn:4", Name: "Haswah", Type: placetype.Village, Country: "AA", Adm1: "gn:AA.02", Lon: 1.6, Lat: 0.5},
		},
		Adm1: []lists.AdmName{{ID: "gn:AA.01", Name: "Laghman"}, {ID: "gn:AA.02", Name: "Anbar"}, {ID: "gn:AA.03", Name: "Kentau"}, {ID: "gn:AA.04", Name: "Daykundi"}, {ID: "gn:AA.05", Name: "Uruzgan"}},
		Adm2: []lists.AdmName{{ID: "gn:AA.02.7", Name: "Al-Haswa District"}, {ID: "gn:AA.02.8", Name: "Elsewhere District"}},
		Units: []lists.Unit{
			aliased(field("N", 0, 0, "gn:AA.01")), aliased(field("A", 1, 0, "gn:AA.02"), "Anbar", "Ramadi", "Ambar"), aliased(field("K", 2, 0, "gn:AA.03")),
			aliased(field("D", 3, 0, "gn:AA.04"), "Daykundi", "Daikundi", "Urozgan", "اروزگان"), aliased(field("U", 4, 0, "gn:AA.05"), "Uruzgan", "Urozgan", "اروزگان"),
		},
		Lands:      []lists.Land{{ISO2: "AA", ISO3: "AAA", Name: "Aland", Lon: 1, Lat: 0.5, Population: 1_000_000}},
		Supplement: []lists.Extra{{Place: build.Place{ID: "dl:middle-sea", Type: placetype.Region, Name: "Middle Sea", Lon: 1, Lat: 0.5, RadiusM: 900_000}, Located: true}},
	}
}

func aliased(u lists.Unit, aliases ...string) lists.Unit {
	u.Aliases = aliases
	return u
}

func TestNamesGoBackToTheirOwners(t *testing.T) {
	places, report := World(mixedUp())
	at := byID(places)
	tests := []struct {
		id, name string
		want     bool
		reason   string
	}{
		{"gn:1", "Laghman", false, "a town bears its province's name, which is nothing like its own"},
		{"gn:1", "Mihtar", true, "another spelling"},
		{"gn:1", "Muhafazat Mehtar", false, "it says that it is the province"},
		{"gn:1", "Middle Sea", false, "a town bears the name of a region across borders"},
		{"gn:3", "Kentau", true, "a capital and its district are one place"},
		{"gn:AA.02", "Ramadi", false, "a province bears its seat's name"},
		{"gn:AA.02", "Ambar", true, "another spelling"},
		{"gn:AA.04", "اروزگان", false, "what the province shares with Uruzgan beside Urozgan is Uruzgan's"},
		{"gn:AA.04", "Daikundi", true, "its own"},
		{"gn:AA.05", "اروزگان", true, "its own"},
	}
	for _, tt := range tests {
		if got := slices.Contains(at[tt.id].Aliases, tt.name); got != tt.want {
			t.Errorf("%s has %q: %v, want %v: %s (%v)", tt.id, tt.name, got, tt.want, tt.reason, at[tt.id].Aliases)
		}
	}
	if d := at["gn:AA.02.7"]; d.Lon != 1.6 || at["gn:4"].Adm2 != "gn:AA.02.7" {
		t.Errorf("a district without listed towns lies at %v, %v, not at the one of its name", d.Lon, d.Lat)
	}
	if _, found := at["gn:AA.02.8"]; found || report.Nowhere != 1 {
		t.Errorf("a district that no town is named like has a place: %v, %d without", found, report.Nowhere)
	}
}
