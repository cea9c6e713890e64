package gpkg_test

import (
	"bytes"
	"database/sql"
	"fmt"
	"io"
	"iter"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/gpkg"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	written "github.com/dateline-map/dateline/output/gpkg"
	"github.com/dateline-map/dateline/output/outputtest"
)

var options = record.Options{Stores: []record.Store{gpkg.Store()}}

func read(path string) ([]geo.Event, []string) { return geotest.Drain(record.Open(path, options)) }

// database makes a database of statements and returns its path.
func database(t testing.TB, statements ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "f.gpkg")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	return path
}

// metadata are those tables of a GeoPackage that are read.
const metadata = `
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER);
INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326), ('Amersfoort / RD New', 28992, 'EPSG', 28992), ('Undefined', 0, 'NONE', 0);
CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT);
CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER);`

// Points in the form of GeoPackages: 44.4 E 33.3 N, with a height, and empty.
const (
	baghdad    = `x'47500001E6100000010100000033333333333346406666666666A64040'`
	withZ      = `x'47500001E610000001E903000033333333333346406666666666A640400000000000004440'`
	emptyOne   = `x'47500011E61000000101000000000000000000F87F000000000000F87F'`
	cutOff     = `x'47500001E610000001010000003333'`
	spatialite = `x'0001E6100000'`
)

// TestOursIsReadBack reads every awkward event from a GeoPackage that this
// program wrote and from GeoJSON, and finds the same.
func TestOursIsReadBack(t *testing.T) {
	events := geotest.Events()
	asGeoPackage := outputtest.File(t, "events.gpkg", outputtest.Layer(t, func(w io.Writer, c *output.Columns) output.Writer {
		return written.NewWriter(w, c, written.Options{Title: "Events"})
	}, events))
	asGeoJSON := outputtest.File(t, "events.geojson", outputtest.Layer(t, func(w io.Writer, c *output.Columns) output.Writer {
		return geojson.NewWriter(w, c, geojson.Options{})
	}, events))
	got, _ := read(asGeoPackage)
	want, _ := read(asGeoJSON)
	geotest.Alike(t, want, got)
}

func TestValues(t *testing.T) {
	path := database(t, metadata,
		`CREATE TABLE "my ""table""" (fid INTEGER PRIMARY KEY, geom POINT, day DATE, seen DATETIME, "at" DATETIME, ok BOOLEAN, n INTEGER, r REAL, note TEXT, photo BLOB, twice INTEGER GENERATED ALWAYS AS (n * 2) VIRTUAL)`,
		`INSERT INTO gpkg_contents VALUES ('my "table"', 'features')`,
		`INSERT INTO gpkg_geometry_columns VALUES ('my "table"', 'geom', 'POINT', 4326)`,
		`INSERT INTO "my ""table""" VALUES (7, `+withZ+`, '2014-06-21', '2014-06-21T23:30:00.000Z', '2014-06-21T23:30:00.250Z', 1, 3, 0.1, 'naïve', x'FFD8FF00'),
			(9, NULL, NULL, 'about noon', NULL, NULL, NULL, 1e300, NULL, NULL)`)
	events, problems := read(path)
	if len(events) != 2 || len(problems) != 0 {
		t.Fatalf("%d events, problems %q", len(events), problems)
	}
	var got []string
	for _, e := range events {
		var row strings.Builder
		for _, p := range e.Extra {
			fmt.Fprintf(&row, "%s=%s|", p.Name, p.Value)
		}
		got = append(got, row.String())
	}
	want := []string{
		"fid=7|day=2014-06-21|seen=2014-06-21T23:30:00|at=2014-06-21T23:30:00.250|ok=true|n=3|r=0.1|note=naïve|photo=binary data of 4 bytes|twice=6|",
		"fid=9|day=null|seen=about noon|at=null|ok=null|n=null|r=1e+300|note=null|photo=null|twice=null|",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	e := events[0]
	if e.When.String() != "2014-06-21" || e.Place.Match.Kind != geo.Given || e.Place.Match.Point.Lon() != 44.4 || e.Source.Document != `f.gpkg, layer "my \"table\""` {
		t.Errorf("event %+v", e)
	}
	if events[1].Place.Located() {
		t.Error("a row without a geometry has a place")
	}
}

func TestLayers(t *testing.T) {
	table := func(name, column, system, values string) string {
		return fmt.Sprintf(`CREATE TABLE %[1]s (fid INTEGER PRIMARY KEY, geom BLOB, %[2]s TEXT, place TEXT);
			INSERT INTO gpkg_contents VALUES ('%[1]s', 'features');
			INSERT INTO gpkg_geometry_columns VALUES ('%[1]s', 'geom', 'POINT', %[3]s);
			INSERT INTO %[1]s VALUES %[4]s;`, name, column, system, values)
	}
	layer := func(name, system, values string) string { return table(name, "date", system, values) }
	const list = `CREATE TABLE list (date TEXT, place TEXT); INSERT INTO gpkg_contents VALUES ('list', 'attributes'); INSERT INTO list VALUES ('2014-06-21', 'Azaz');`
	provinces := `x'47500001E610000001020000000200000033333333333346406666666666A6404033333333333347406666666666A64040'`
	tests := []struct {
		name, sheet     string
		statements      string
		events, located int
		told            string
		reason          string
	}{
		{"two", "", layer("a", "4326", "(1, "+baghdad+", '2014-06-21', NULL)") + list, 2, 1, "", "a layer, and a table without a geometry"},
		{"one of two", "list", layer("a", "4326", "(1, "+baghdad+", '2014-06-21', NULL)") + list, 1, 0, "", "as of a workbook"},
		{"none so called", "b", list, 0, 0, `no layer is called "b"; there are "list"`, "the names help"},
		{"undefined", "", layer("a", "0", "(1, "+baghdad+", '2014-06-21', NULL)"), 1, 1, "", "longitude and latitude, of whatever ellipsoid"},
		{"refused system", "", layer("a", "28992", "(1, "+baghdad+", '2014-06-21', 'Azaz')"), 1, 0, "Amersfoort / RD New", "metres of the Netherlands must not pass for degrees"},
		{"unknown system", "", layer("a", "99", "(1, "+baghdad+", '2014-06-21', 'Azaz')"), 1, 0, "which is not read", "the file does not say what 99 is"},
		{"empty point", "", layer("a", "4326", "(1, "+emptyOne+", '2014-06-21', NULL)"), 1, 0, "", "what has no place may still have a date"},
		{"cut geometry", "", layer("a", "4326", "(1, "+cutOff+", '2014-06-21', NULL)"), 1, 0, "row 1: geometry is cut off", "it costs the point, not the row"},
		{"other geometry", "", layer("a", "4326", "(1, "+spatialite+", '2014-06-21', NULL)"), 1, 0, "not a geometry of a GeoPackage", "SpatiaLite's own form"},
		{"text for geometry", "", layer("a", "4326", "(1, 'POINT(1 2)', '2014-06-21', NULL)"), 1, 0, "not a geometry of a GeoPackage", "SQLite lets anything stand anywhere"},
		{"backdrop", "", layer("a", "4326", "(1, "+baghdad+", '2014-06-21', NULL)") + table("b", "region", "4326", "(1, "+provinces+", NULL, 'Anbar')"), 1, 1, `layer "b": it has areas or lines, and no dates; left out`, "provinces beside events are a map's backdrop"},
		{"areas alone", "", table("b", "region", "4326", "(1, "+provinces+", NULL, 'Anbar')"), 1, 1, "no column has a date", "who gives nothing else means them"},
		{"missing table", "", `INSERT INTO gpkg_contents VALUES ('gone', 'features')`, 0, 0, `layer "gone": the database cannot be read: it has no columns`, "named but not there"},
		{"styles", "", list + `CREATE TABLE layer_styles (name TEXT, date TEXT); INSERT INTO gpkg_contents VALUES ('layer_styles', 'attributes'); INSERT INTO layer_styles VALUES ('a', '2014-06-21')`, 1, 0, "", "QGIS's own affairs"},
		{"tiles", "", `INSERT INTO gpkg_contents VALUES ('t', 'tiles')`, 0, 0, "it holds no tables", "nothing to be read"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			o := options
			o.Sheet = test.sheet
			events, problems := geotest.Drain(record.Open(database(t, metadata, test.statements), o))
			located := 0
			for _, e := range events {
				if e.Place.Match.Kind == geo.Given {
					located++
				}
			}
			if len(events) != test.events || located != test.located {
				t.Errorf("%d events, %d located; want %d, %d: %s", len(events), located, test.events, test.located, test.reason)
			}
			if all := strings.Join(problems, "\n"); !strings.Contains(all, test.told) || test.told == "" && all != "" {
				t.Errorf("told %q, want %q: %s", all, test.told, test.reason)
			}
		})
	}
}

func TestPlainDatabase(t *testing.T) {
	path := database(t,
		`CREATE TABLE incidents (date TEXT, place TEXT, killed INTEGER); INSERT INTO incidents VALUES ('2014-06-21', 'Azaz', 3)`,
		`CREATE TABLE users (login TEXT, secret TEXT); INSERT INTO users VALUES ('a', 'b')`)
	events, problems := read(path)
	if len(events) != 1 || events[0].Place.Name != "Azaz" {
		t.Errorf("events %+v", events)
	}
	if want := `table "users": no column has a date or names a place; left out`; len(problems) != 1 || !strings.Contains(problems[0], want) {
		t.Errorf("problems %q", problems)
	}
}

// TestOpenInQGIS reads a layer of which changes lie in the journal beside it, as
// they do while QGIS has it open.
func TestOpenInQGIS(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f.gpkg")
	db, err := sql.Open("sqlite", path+"?_pragma=journal_mode(wal)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`CREATE TABLE a (date TEXT, place TEXT); INSERT INTO a VALUES ('2014-06-21', 'Azaz')`); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path + "-wal"); err != nil || info.Size() == 0 {
		t.Fatalf("the change is not in the journal: %v", err)
	}
	if events, problems := read(path); len(events) != 1 {
		t.Errorf("%d events, problems %q", len(events), problems)
	}
}

// TestDamaged cuts a database at every page and breaks a byte of each: no crash,
// and never silence where a page is gone.
func TestDamaged(t *testing.T) {
	whole, err := os.ReadFile(small(t, 100))
	if err != nil {
		t.Fatal(err)
	}
	for cut := 512; cut < len(whole); cut += 512 {
		path := filepath.Join(t.TempDir(), "f.gpkg")
		if err := os.WriteFile(path, whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		if events, problems := read(path); len(problems) == 0 {
			t.Errorf("cut at %d of %d: %d events and not a word", cut, len(whole), len(events))
		}
	}
	for at := 16; at < len(whole); at += 997 {
		broken := bytes.Clone(whole)
		broken[at] ^= 0xff
		drain(t, broken)
	}
}

// small makes a GeoPackage with so many rows and as few bytes as can be.
func small(t testing.TB, rows int) string {
	statements := []string{`PRAGMA page_size = 512`, metadata,
		`CREATE TABLE a (fid INTEGER PRIMARY KEY, geom POINT, date DATE, place TEXT)`,
		`INSERT INTO gpkg_contents VALUES ('a', 'features')`, `INSERT INTO gpkg_geometry_columns VALUES ('a', 'geom', 'POINT', 4326)`}
	for i := range rows {
		statements = append(statements, fmt.Sprintf(`INSERT INTO a VALUES (%d, %s, '2014-06-%02d', 'Azaz')`, i+1, baghdad, i%30+1))
	}
	return database(t, statements...)
}

// drain reads a database and checks what holds of every event.
func drain(t *testing.T, file []byte) {
	events, _ := geotest.Drain(record.Read("f.gpkg", bytes.NewReader(file), options))
	for _, e := range events {
		if p := e.Place.Match.Point; e.Place.Located() && !(math.Abs(p.Lon()) <= 180 && math.Abs(p.Lat()) <= 90) {
			t.Errorf("event at %v", p)
		}
	}
}

func TestStopsForGood(t *testing.T) {
	path := small(t, 5)
	geotest.StopsForGood(t, func() iter.Seq2[geo.Event, error] { return record.Open(path, options) })
}

// TestGDALsProjections reads layers that GDAL has projected.
func TestGDALsProjections(t *testing.T) {
	const points = `{"type":"FeatureCollection","features":[` +
		`{"type":"Feature","properties":{"date":"2014-06-21"},"geometry":{"type":"Point","coordinates":[%g,%g]}}]}`
	tests := []struct {
		epsg     int
		lon, lat float64
	}{
		{4326, 44.4, 33.3}, {3857, -179.5, -70.25}, {32638, 44.4, 33.3}, {32733, 15.25, -4.5}, {25832, 9.5, 53.125}, {32601, -179.75, 65.5}, {4258, 9.5, 53.125},
	}
	for _, test := range tests {
		folder := t.TempDir()
		from, to := filepath.Join(folder, "a.geojson"), filepath.Join(folder, "a.gpkg")
		if err := os.WriteFile(from, fmt.Appendf(nil, points, test.lon, test.lat), 0o600); err != nil {
			t.Fatal(err)
		}
		outputtest.GDAL(t, "ogr2ogr", "-f", "GPKG", "-t_srs", fmt.Sprintf("EPSG:%d", test.epsg), to, from)
		events, problems := read(to)
		if len(events) != 1 || len(problems) != 0 {
			t.Fatalf("EPSG:%d: %d events, problems %q", test.epsg, len(events), problems)
		}
		const centimetre = 1e-7
		if p := events[0].Place.Match.Point; math.Abs(p.Lon()-test.lon) > centimetre || math.Abs(p.Lat()-test.lat) > centimetre {
			t.Errorf("EPSG:%d: %v, want %v, %v", test.epsg, p, test.lon, test.lat)
		}
	}
}

// FuzzRead reads anything as a database.
func FuzzRead(f *testing.F) {
	for _, rows := range []int{0, 3, 60} {
		file, err := os.ReadFile(small(f, rows))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file []byte) { drain(t, file) })
}
