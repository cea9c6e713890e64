package record_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/gpkg"
	"github.com/dateline-map/dateline/geo/record/kml"
	"github.com/dateline-map/dateline/geo/record/parquet"
	"github.com/dateline-map/dateline/geo/record/shapefile"
)

var stores = record.Options{Stores: []record.Store{gpkg.Store(), parquet.Store(), shapefile.Store(), shapefile.TableStore(), kml.Store()}}

// invented is a table that GDAL writes in other formats.
const invented = `event_id,event_date,place,country,fatalities,notes,latitude,longitude
A-1,2014-06-10,Mosul,Iraq,12,"He said ""no"" & <left>",36.335,43.119
A-2,2014-06-11,الرمادي,Iraq,,"ناس, Düren",33.42,43.3
A-3,2014-06-12,Azaz,Syria,3,,36.58,37.04
A-4,2014-06-13,Santa Rosa de Cabal,Colombia,0,"two
lines",4.87,-75.62
`

const asPoints = `<OGRVRTDataSource><OGRVRTLayer name="in"><SrcDataSource relativeToVRT="1">in.csv</SrcDataSource><GeometryType>wkbPoint</GeometryType><LayerSRS>WGS84</LayerSRS>
<GeometryField encoding="PointFromColumns" x="longitude" y="latitude"/></OGRVRTLayer></OGRVRTDataSource>`

// TestGDAL has GDAL write one table in the formats that people have, and reads the
// same events of each.
func TestGDAL(t *testing.T) {
	if _, err := exec.LookPath("ogr2ogr"); err != nil && os.Getenv("CI") != "" {
		t.Fatal(err)
	} else if err != nil {
		t.Skip("no ogr2ogr, of gdal-bin, to write with")
	}
	folder := t.TempDir()
	for name, text := range map[string]string{"in.csv": invented, "in.vrt": asPoints} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := said(t, filepath.Join(folder, "in.csv"))
	tests := []struct {
		file, format, reason string
		more                 []string
	}{
		{"points.shp", "ESRI Shapefile", "in degrees, in UTF-8", []string{"-lco", "ENCODING=UTF-8"}},
		{"utm.shp", "ESRI Shapefile", "in metres of a zone, by its .prj", []string{"-lco", "ENCODING=UTF-8", "-t_srs", "EPSG:32638"}},
		{"mercator.shp", "ESRI Shapefile", "in metres of web Mercator", []string{"-lco", "ENCODING=UTF-8", "-t_srs", "EPSG:3857"}},
		{"arabic.shp", "ESRI Shapefile", "in a code page that the .cpg names", []string{"-lco", "ENCODING=CP1256", "-where", "event_id = 'A-2'"}},
		{"packed.shz", "ESRI Shapefile", "in a zip file", []string{"-lco", "ENCODING=UTF-8"}},
		{"table.dbf", "ESRI Shapefile", "a table without shapes", []string{"-lco", "ENCODING=UTF-8", "-nlt", "NONE"}},
		{"simple.kml", "KML", "with a schema", nil},
		{"lib.kml", "LIBKML", "in folders", nil},
		{"lib.kmz", "LIBKML", "in a zip file", nil},
		{"sheet.ods", "ODS", "a spreadsheet", nil},
		{"sheet.xlsx", "XLSX", "a workbook", nil},
		{"layer.gpkg", "GPKG", "a database", nil},
		{"features.geojson", "GeoJSON", "text", nil},
	}
	for _, test := range tests {
		file := filepath.Join(folder, test.file)
		c := exec.Command("ogr2ogr", append([]string{"-q", "-f", test.format, file, filepath.Join(folder, "in.vrt")}, test.more...)...)
		if out, err := c.CombinedOutput(); err != nil {
			t.Logf("%s: this GDAL does not write it: %v %s", test.file, err, out)
			continue
		}
		expected := want
		if len(test.more) > 2 && test.more[2] == "-where" {
			expected = want[1:2]
		}
		if d := cmp.Diff(expected, said(t, file), cmp.Comparer(func(a, b geo.Count) bool { return a == b })); d != "" {
			t.Errorf("%s: %s\n%s", test.file, test.reason, d)
		}
	}
}

// happening is what a row says, whatever the format.
type happening struct {
	ID, When, Place, Country, Note string
	Killed                         geo.Count
	Lat, Lon                       float64
}

func said(t *testing.T, path string) (all []happening) {
	t.Helper()
	events, problems := geotest.Drain(record.Open(path, stores))
	for _, p := range problems {
		if !strings.Contains(p, "left out") {
			t.Errorf("%s: %s", filepath.Base(path), p)
		}
	}
	for _, e := range events {
		h := happening{Place: e.Place.Name, Country: e.Place.Within.Country, Killed: e.Killed, When: e.When.EDTF(), Note: e.Source.Quote}
		for _, p := range e.Extra {
			if p.Name == "event_id" {
				h.ID = p.Value
			}
		}
		h.Lat, h.Lon = rounded(e.Place.Point.Lat()), rounded(e.Place.Point.Lon())
		all = append(all, h)
	}
	return all
}

// rounded returns degrees to a metre or so.
func rounded(degrees float64) float64 { return float64(int(degrees*1e5+180e5+0.5))/1e5 - 180 }
