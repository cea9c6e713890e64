package world

import (
	"os"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build/lists"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
)

func embedded(t *testing.T) *gazetteer.Index {
	t.Helper()
	x, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func readTable[T any](t *testing.T, name string, read func(*os.File) (T, error)) T {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	v, err := read(f)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return v
}

func supplement(t *testing.T) []lists.Extra {
	return readTable(t, "supplement.tsv", func(f *os.File) ([]lists.Extra, error) { return lists.ReadSupplement(f) })
}

func lands(t *testing.T) []lists.Land {
	return readTable(t, "countries.tsv", func(f *os.File) ([]lists.Land, error) { return lists.ReadLands(f) })
}

func TestIndexIsSmallAndWhole(t *testing.T) {
	// Of it 6 MB only make names quick to find: the table of keys, and the filter of
	// keys with a letter left open.
	const limit = 39_000_000
	if len(index) > limit {
		t.Errorf("the index has %d bytes, more than %d", len(index), limit)
	}
	x := embedded(t)
	if err := x.Verify(); err != nil {
		t.Error(err)
	}
	if info := x.Info(); !strings.Contains(info.Attribution, "GeoNames") || len(info.Sources) == 0 {
		t.Errorf("the index does not say whom it owes: %+v", info)
	}
}

// deserted places have no settlement to vouch for their country.
var deserted = map[string]bool{
	"dl:scarborough-shoal": true, "dl:senkaku": true, "dl:antarctic-peninsula": true, "dl:ir-farsi-island": true, "dl:kr-dokdo": true,
	"dl:ph-fiery-cross-reef": true, "dl:ph-mischief-reef": true, "dl:ph-reed-bank": true, "dl:ph-sabina-shoal": true, "dl:ph-sandy-cay": true,
	"dl:ph-second-thomas-shoal": true, "dl:ph-subi-reef": true, "dl:ph-thitu-island": true, "dl:ph-whitsun-reef": true,
}

// TestSupplementLiesWhereItSays finds slips in the supplement: a point must be
// in one of the countries named, or within 80 km of a settlement of one.
func TestSupplementLiesWhereItSays(t *testing.T) {
	const nearM = 80_000
	x := embedded(t)
	for _, e := range supplement(t) {
		countries := e.Countries
		if e.Country != "" {
			countries = []string{e.Country}
		}
		if e.Type == placetype.Sea || deserted[e.ID] || len(countries) == 0 || !e.Located {
			continue
		}
		p := orb.Point{e.Lon, e.Lat}
		if !liesIn(x, p, countries, max(nearM, e.RadiusM)) {
			t.Errorf("%s lies at %.2f, %.2f, which is not in or near %v", e.ID, e.Lon, e.Lat, countries)
		}
	}
}

func liesIn(x *gazetteer.Index, p orb.Point, countries []string, nearM float64) bool {
	has := make(map[string]bool)
	if land := x.Reverse(p).Land; land != 0 {
		has[x.Country(land)] = true
	}
	for _, n := range x.Nearby(p, nearM, 200) {
		has[x.Country(n.Ref)] = true
	}
	for _, c := range countries {
		if has[c] {
			return true
		}
	}
	return false
}

func TestSupplementRows(t *testing.T) {
	seen := make(map[string]bool)
	for _, e := range supplement(t) {
		if seen[e.ID] {
			t.Errorf("%s stands twice", e.ID)
		}
		seen[e.ID] = true
		if !e.Located && len(e.Of) == 0 {
			t.Errorf("%s has neither a point nor parts", e.ID)
		}
		if b := e.Box; b.Min != b.Max && b.Min[0] < b.Max[0] && !b.Contains(orb.Point{e.Lon, e.Lat}) {
			t.Errorf("%s lies at %v, %v, outside its box %v", e.ID, e.Lon, e.Lat, b)
		}
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			if fold.Key(name) == "" || strings.ContainsAny(name, ";|\t") || strings.Contains(name, "  ") {
				t.Errorf("%s has the name %q", e.ID, name)
			}
		}
	}
}

// uninhabited countries have no people to name.
var uninhabited = map[string]bool{"BV": true, "GS": true, "HM": true, "TF": true, "UM": true}

func TestEveryCountryHasADemonym(t *testing.T) {
	rows := readTable(t, "demonyms.tsv", func(f *os.File) ([]lists.Addition, error) { return lists.ReadAdditions(f) })
	has := make(map[string]bool)
	for _, r := range rows {
		has[r.Of] = len(r.Demonyms) > 0
	}
	for _, l := range lands(t) {
		if has[l.ISO2] == uninhabited[l.ISO2] {
			t.Errorf("%s (%s): demonym known is %v", l.ISO2, l.Name, has[l.ISO2])
		}
	}
}

func TestCountriesHoldTheirPoints(t *testing.T) {
	x := embedded(t)
	for _, l := range lands(t) {
		ref, ok := x.ByID("iso:" + l.ISO2)
		if !ok {
			t.Errorf("%s (%s) is not in the index", l.ISO2, l.Name)
			continue
		}
		// GeoNames puts archipelagos at the middle of their waters.
		box, known := x.Bound(ref)
		if p := x.Place(ref).Point; known && !box.Pad(5).Contains(p) && box.Min[0] < box.Max[0] {
			t.Errorf("%s: the point %v is far from the outline %v", l.Name, p, box)
		}
	}
}

func TestPlacesOfTheNews(t *testing.T) {
	const nearM = 15_000
	tests := []struct {
		name, kind, country string
		lon, lat            float64
	}{
		{"Baghdad", "city", "IQ", 44.40, 33.34},
		{"Anbar", "adm1", "IQ", 41.53, 33.23},
		{"Al-Qaim", "town", "IQ", 40.99, 34.39},
		{"Rawa", "town", "IQ", 41.92, 34.48},
		{"Ana", "town", "IQ", 41.98, 34.37},
		{"Hit", "town", "IQ", 42.83, 33.64},
		{"Trebil", "crossing", "", 39.02, 32.76},
		{"Al-Walid crossing", "crossing", "", 38.70, 33.43},
		{"Nineveh", "adm1", "IQ", 42.75, 35.92},
		{"Rabia", "town", "IQ", 42.10, 36.80},
		{"Kirkuk", "city", "IQ", 44.39, 35.47},
		{"Kirkuk", "adm1", "IQ", 44.04, 35.33},
		{"Hawija", "town", "IQ", 43.77, 35.33},
		{"Baqouba", "city", "IQ", 44.61, 33.75},
		{"Dhuluiyah", "town", "IQ", 44.20, 34.05},
		{"Jalawla", "town", "IQ", 45.17, 34.27},
		{"Sadiyah", "town", "IQ", 45.12, 34.19},
		{"Kurdistan Region", "region", "IQ", 44.01, 36.19},
		{"Euphrates", "river", "", 41.20, 34.40},
		{"Deir ez-Zor", "city", "SY", 40.14, 35.34},
		{"Gaza Strip", "adm1", "PS", 34.33, 31.42},
		{"Tex.", "adm1", "US", -99.25, 31.25},
		{"Ont.", "adm1", "CA", -84.50, 49.25},
		{"Scotland", "adm1", "GB", -4.00, 56.00},
		{"Washington", "city", "US", -77.04, 38.90},
		{"Middle East", "region", "", 35.86, 33.14},
		{"European Union", "region", "", 9.00, 50.00},
	}
	x := embedded(t)
	for _, tt := range tests {
		found := false
		for _, h := range x.Exact(fold.Key(tt.name), nil) {
			p := x.Place(h.Ref)
			near := geo.DistanceHaversine(p.Point, orb.Point{tt.lon, tt.lat}) < nearM
			found = found || near && p.Type == tt.kind && p.Country == tt.country
		}
		if !found {
			t.Errorf("no %s called %s in %q at %.2f, %.2f", tt.kind, tt.name, tt.country, tt.lon, tt.lat)
		}
	}
}
