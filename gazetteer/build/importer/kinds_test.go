package importer_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build/importer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
)

// importText builds an index of files given as name and content in turn.
func importText(t *testing.T, files ...string) (*gazetteer.Index, importer.Result, error) {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i < len(files); i += 2 {
		if err := os.WriteFile(filepath.Join(dir, files[i]), []byte(files[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	done, err := importer.Run(ctx, &b, []string{dir}, importer.Options{Problem: func(err error) { t.Log(err) }})
	if err != nil {
		return nil, done, err
	}
	x, err := gazetteer.New(b.String())
	if err != nil {
		t.Fatal(err)
	}
	return x, done, nil
}

const wofPlace = `{"type":"Feature","properties":{"wof:id":%d,"wof:name":"%s","wof:country":"XA","geom:latitude":10.5,"geom:longitude":20.5,%s},"geometry":{"type":"Point","coordinates":[20.5,10.5]}}`

func TestWhosOnFirstRecords(t *testing.T) {
	for _, test := range []struct{ properties, want, reason string }{
		{`"wof:placetype":"locality","mz:is_current":-1`, "village", "a record that does not know whether it is current is"},
		{`"wof:placetype":"locality","wof:population":200000`, "city", "inhabitants make a city"},
		{`"wof:placetype":"locality","gn:population":"6000"`, "town", "numbers may be written as strings"},
		{`"wof:placetype":"locality","gn:fcode":"PPLQ"`, "ruin", "an abandoned place is a ruin"},
		{`"wof:placetype":"locality","mz:is_current":0`, "", "not current"},
		{`"wof:placetype":"locality","wof:superseded_by":[7]`, "", "superseded"},
		{`"wof:placetype":"locality","edtf:deprecated":"2018-01-01"`, "", "deprecated"},
		{`"wof:placetype":"locality","edtf:cessation":"2018-01-01"`, "", "ceased"},
		{`"wof:placetype":"locality","edtf:cessation":"uuuu","edtf:deprecated":"uuuu"`, "village", "an unknown date says nothing"},
		{`"wof:placetype":"postalcode"`, "", "a postal code is no name"},
		{`"src:alt_label":"quattroshapes"`, "", "an alternative geometry is no place"},
		{`"wof:placetype":"macrohood"`, "neighbourhood", "a part of a city"},
		{`"wof:placetype":"campus","wof:concordances":{"icao:code":"XAAA"}`, "airport", "a campus with a code of airports is one"},
		{`"wof:placetype":"campus"`, "facility", "another campus is a site"},
	} {
		x, _, err := importText(t, "a.geojson", fmt.Sprintf(wofPlace, 1, "Anywhere", test.properties))
		got := ""
		if err == nil {
			got = x.Place(1).Type
		}
		if got != test.want {
			t.Errorf("%s: got %q (%v), want %q: %s", test.properties, got, err, test.want, test.reason)
		}
	}
}

func TestWhosOnFirstNames(t *testing.T) {
	x, _, err := importText(t, "a.geojson", fmt.Sprintf(wofPlace, 1, "Days Barqa", `"wof:placetype":"locality",
		"name:eng_x_preferred":["Deir Barqa"],"name:ara_x_preferred":["دير برقة"],"name:und_x_variant":["Deir Birqeh"],"name:fra_x_variant":["Deïr Barka"],"label:eng_x_preferred_longname":["Town of Deir Barqa"]`))
	if err != nil {
		t.Fatal(err)
	}
	if name := x.Place(1).Name; name != "Deir Barqa" {
		t.Errorf("the main name is %q, want the English one", name)
	}
	for _, name := range []string{"Days Barqa", "دير برقة", "Deir Birqeh", "Deïr Barka", "Town of Deir Barqa"} {
		if p := find(t, x, name); p.ID != "wof:1" {
			t.Errorf("%s is %s", name, p.ID)
		}
	}
}

const square = `{"type":"Polygon","coordinates":[[[%[1]d,%[2]d],[%[3]d,%[2]d],[%[3]d,%[4]d],[%[1]d,%[4]d],[%[1]d,%[2]d]]]}`

// Districts of two lists are one when the seat of the one lies in the outline of
// the other, whatever they are called; a namesake elsewhere is another.
func TestDistrictsAreOne(t *testing.T) {
	county := `{"type":"Feature","properties":{"wof:id":9,"wof:name":"Jebel Amin","wof:placetype":"county","wof:country":"XA","lbl:latitude":10.2,"lbl:longitude":20.2,"wof:hierarchy":[{"region_id":8}]},"geometry":` + fmt.Sprintf(square, 20, 10, 21, 11) + `}`
	region := `{"type":"Feature","properties":{"wof:id":8,"wof:name":"Norland","wof:placetype":"region","wof:country":"XA","lbl:latitude":10.8,"lbl:longitude":20.8,"wof:concordances":{"gn:id":2}},"geometry":` + fmt.Sprintf(square, 20, 10, 22, 12) + `}`
	x, _, err := importText(t, "a_XA.txt", lists["XA.txt"], "county.geojson", county, "region.geojson", region)
	if err != nil {
		t.Fatal(err)
	}
	p := find(t, x, "Jebel Amin")
	if p.ID != "gn:3" || x.Area(p.Ref) == nil {
		t.Errorf("got %+v, want Upper Vale with the county's outline", p)
	}
	if within := x.Reverse([2]float64{20.1, 10.1}); x.Place(within.Adm2).ID != "gn:3" || x.Place(within.Adm1).ID != "gn:2" {
		t.Errorf("a point in the county lies in %+v", within)
	}
}

func TestNaturalEarthUnits(t *testing.T) {
	unit := `{"type":"Feature","properties":{"adm1_code":"%s","iso_a2":"XA","name":"%s","gn_id":%d,"gn_a1_code":"XA.01","latitude":%d.5,"longitude":20.5,"name_fr":"%s"},"geometry":%s}`
	units := `{"type":"FeatureCollection","features":[` +
		fmt.Sprintf(unit, "XAA-1", "Norland", 2, 10, "Terre du Nord", fmt.Sprintf(square, 20, 10, 22, 12)) + "," +
		fmt.Sprintf(unit, "XAA-2", "Sudland", -1, 14, "Terre du Sud", fmt.Sprintf(square, 20, 14, 22, 16)) + `]}`
	x, done, err := importText(t, "XA.txt", lists["XA.txt"], "units.geojson", units)
	if err != nil {
		t.Fatal(err)
	}
	if done.Places != 6 {
		t.Errorf("%d places; Norland is one, Sudland is new", done.Places)
	}
	if p := find(t, x, "Terre du Nord"); p.ID != "gn:2" || x.Area(p.Ref) == nil {
		t.Errorf("got %+v, want GeoNames' Norland with an outline", p)
	}
	if p := find(t, x, "Terre du Sud"); p.ID != "ne:XAA-2" || p.Type != placetype.Adm1 {
		t.Errorf("got %+v, want an ADM1 of Natural Earth's", p)
	}
}

func TestOwnColumns(t *testing.T) {
	for _, test := range []struct{ name, content, want, reason string }{
		{"a.csv", "name,lat,lon\nAlpha,1,2\n", "Alpha village 1 2", "the least"},
		{"a.csv", "\uFEFFPlace Name;Latitude;Longitude\n\"Alpha; Beta\";1;2\n", "Alpha; Beta village 1 2", "semicolons, quotes and a byte order mark"},
		{"a.tsv", "NAME\tY\tX\tPOP\nAlpha\t1\t2\t150,000\n", "Alpha city 1 2", "tabs; inhabitants make a city"},
		{"a.csv", "name,lat,lon,kind\nAlpha,1,2,Refugee camp\n", "Alpha camp 1 2", "kinds as people write them"},
		{"a.csv", "name,lat,lon,kind\nAlpha,1,2,PPLA2\n", "Alpha town 1 2", "kinds as GeoNames writes them"},
		{"a.csv", "name,lat,lon,kind\nAlpha,1,2,District\n", "Alpha adm2 1 2", "areas"},
		{"a.csv", "name,lat,lon,kind\nAlpha,1,2,health post\n", "Alpha facility 1 2", "what is not known is a site"},
		{"a.csv", "admin1Name_en,admin1Pcode,admin2Name_en,admin2Pcode,Latitude,Longitude\nNorland,XA01,Alpha,XA0101,1,2\n", "Alpha adm2 1 2", "OCHA's columns are about the finest unit"},
		{"a.csv", "ADM1_EN,ADM1_PCODE,lat,lon\nAlpha,XA01,1,2\n", "Alpha adm1 1 2", "OCHA's columns"},
		{"a.csv", "ADM2_FR,ADM2_PCODE,ADM1_FR,ADM1_PCODE,lat,lon\nAlpha,XA0101,Terre,XA01,1,2\n", "Alpha adm2 1 2", "OCHA's columns of a country that writes French"},
		{"a.csv", "adm3_name,adm3_name1,adm3_pcode,adm2_pcode,center_lat,center_lon\nAlpha,ألفا,XA010101,XA0101,1,2\n", "Alpha adm2 1 2", "OCHA's columns since 2025; a third level is a second one in another"},
		{"a.csv", "admin1Name,admin1Pcod,admin2Na_1,admin2Pcod,lat,lon\n#adm1+name,#adm1+code,#adm2+name,#adm2+code,#geo+lat,#geo+lon\nNorland,XA01,Alpha,XA0101,1,2\n", "Alpha adm2 1 2", "headers cut by a shapefile, and HXL's tags"},
		{"a.ndjson", `{"type":"Feature","properties":{"name":"Alpha","type":"village"},"geometry":{"type":"Point","coordinates":[2,1]}}` + "\n", "Alpha village 1 2", "a feature a line"},
		{"a.geojson", `{"type":"Feature","properties":{"featurecla":"Admin-0 country","NAME":"Alpha","ISO_A2":"XA"},"geometry":` + fmt.Sprintf(square, 1, 0, 3, 2) + `}`, "Alpha country 1 2", "Natural Earth's countries"},
	} {
		x, _, err := importText(t, test.name, test.content)
		if err != nil {
			t.Errorf("%q: %v: %s", test.content, err, test.reason)
			continue
		}
		p := x.Place(1)
		if got := fmt.Sprint(p.Name, " ", p.Type, " ", p.Point[1], " ", p.Point[0]); got != test.want {
			t.Errorf("%q: got %s, want %s: %s", test.content, got, test.want, test.reason)
		}
	}
}

func TestEmptyArchiveIsTold(t *testing.T) {
	dir := t.TempDir()
	var told []string
	_, err := importer.Run(ctx, new(bytes.Buffer), []string{dir}, importer.Options{Problem: func(err error) { told = append(told, err.Error()) }})
	if err == nil || len(told) != 1 || !strings.HasSuffix(told[0], "holds no place list") {
		t.Errorf("got %v and %q", err, told)
	}
}

// Text that an index cannot hold costs its own row and no more.
func TestHostileRows(t *testing.T) {
	sentence := strings.Repeat("\uFDFA", 250) // 33 bytes each, once it is folded
	for _, hostile := range []string{
		"name,lat,lon\n" + sentence + ",1,2\nAlpha,3,4\n",
		"name,lat,lon,code\nAlpha,3,4," + strings.Repeat("long ", 2000) + "\n",
		"name,lat,lon,kind\nAlpha,3,4,\"PPL\tX\nY\"\n",
		"name,lat,lon,id\n\"Al\npha\",1,2,1\nAlpha,3,4,\"1\n2\"\n",
		"name,lat,lon\nAl\x00pha,1,2\nAlpha,3,4\n",
		"name,lat,lon\nAl\xffpha,1,2\nAlpha,3,4\n",
		"name,lat,lon\nAlpha,NaN,2\nAlpha,3,4\n",
		"name,lat,lon,population\nBeta,1,2,-5\nAlpha,3,4,1e300\nAlpha,3,4,7\n",
	} {
		x, _, err := importText(t, "a.csv", hostile)
		if err != nil || x.Len() != 1 || find(t, x, "Alpha").Point[0] != 4 {
			t.Errorf("%.60q: %v, want Alpha alone", hostile, err)
		}
	}
}
