package parquet_test

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"io"
	"iter"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	library "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
	"github.com/parquet-go/parquet-go/deprecated"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/parquet"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/outputtest"
	written "github.com/dateline-map/dateline/output/parquet"
)

var options = record.Options{Stores: []record.Store{parquet.Store()}}

func read(path string) ([]geo.Event, []string) { return geotest.Drain(record.Open(path, options)) }

// TestOursIsReadBack reads every awkward event from a file that this program
// wrote and from GeoJSON, and finds the same.
func TestOursIsReadBack(t *testing.T) {
	events := slices.DeleteFunc(geotest.Events(), func(e geo.Event) bool {
		return e.ID == "property names of the format" // its "geometry" is called "input_geometry", and so none
	})
	asParquet := outputtest.File(t, "events.parquet", outputtest.Layer(t, func(w io.Writer, c *output.Columns) output.Writer {
		return written.NewWriter(w, c, written.Options{})
	}, events))
	asGeoJSON := outputtest.File(t, "events.geojson", outputtest.Layer(t, func(w io.Writer, c *output.Columns) output.Writer {
		return geojson.NewWriter(w, c, geojson.Options{})
	}, events))
	got, _ := read(asParquet)
	want, _ := read(asGeoJSON)
	geotest.Alike(t, want, got)
}

// inner is a record inside a record.
type inner struct {
	Name string
	N    *int32
}

// row is a row of every type.
type row struct {
	Date     int32             `parquet:"date,date"`
	Seen     int64             `parquet:"seen,timestamp(microsecond:local)"`
	UTC      int64             `parquet:"utc,timestamp(millisecond)"`
	Old      deprecated.Int96  `parquet:"old"`
	At       int64             `parquet:"at,time(microsecond)"`
	Price    int64             `parquet:"price,decimal(2:18)"`
	Wide     [16]byte          `parquet:"wide,decimal(3:38)"`
	UUID     [16]byte          `parquet:"uuid,uuid"`
	Place    string            `parquet:"place"`
	Kind     string            `parquet:"kind,enum"`
	Photo    []byte            `parquet:"photo"`
	OK       bool              `parquet:"ok"`
	Small    uint8             `parquet:"small"`
	Large    uint64            `parquet:"large"`
	Half     float32           `parquet:"half"`
	Lat      *float64          `parquet:"lat,optional"`
	Tags     []string          `parquet:"tags,list"`
	Bare     []int32           `parquet:"bare"`
	Inner    inner             `parquet:"inner"`
	Records  []inner           `parquet:"records,list"`
	Map      map[string]string `parquet:"map"`
	Infinite float64           `parquet:"infinite"`
}

func rows() []row {
	n, lat := int32(4), math.NaN()
	return []row{
		{Date: 16242, Seen: 1403393400250000, UTC: 1403393400000, Old: deprecated.Int96{0, 0, 2456830}, At: 45296000000, Price: -5,
			Wide: [16]byte{14: 0x30, 15: 0x39}, UUID: [16]byte{0xde, 0xad, 15: 0xef}, Place: "Azaz", Kind: "clash", Photo: []byte{0xff, 0xd8}, OK: true,
			Small: 200, Large: math.MaxUint64, Half: 0.1, Lat: &lat, Tags: []string{"a", "b; c"}, Bare: []int32{1, 2}, Inner: inner{"x", &n},
			Records: []inner{{"y", nil}}, Map: map[string]string{"k": "v"}, Infinite: math.Inf(1)},
		{Date: -1, Seen: -1, Wide: [16]byte{0: 0xff, 1: 0xff, 2: 0xff, 3: 0xff, 4: 0xff, 5: 0xff, 6: 0xff, 7: 0xff, 8: 0xff, 9: 0xff, 10: 0xff, 11: 0xff, 12: 0xff, 13: 0xff, 14: 0xff, 15: 0xff}, Price: 123456},
	}
}

// file writes rows as a library would that is not ours.
func file[R any](t testing.TB, all []R, o ...library.WriterOption) []byte {
	t.Helper()
	var b bytes.Buffer
	w := library.NewGenericWriter[R](&b, o...)
	if _, err := w.Write(all); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestValues(t *testing.T) {
	events, problems := read(outputtest.File(t, "f.parquet", file(t, rows())))
	if len(events) != 2 || len(problems) != 1 || !strings.Contains(problems[0], `columns "records", "map" hold lists of records or maps`) {
		t.Fatalf("%d events, problems %q", len(events), problems)
	}
	var got []string
	for _, e := range events {
		var text strings.Builder
		for _, p := range e.Extra {
			fmt.Fprintf(&text, "%s=%s|", p.Name, p.Value)
		}
		got = append(got, text.String())
	}
	want := []string{
		"date=2014-06-21|seen=2014-06-21T23:30:00.25|utc=2014-06-21T23:30:00Z|old=2014-06-21T00:00:00|at=12:34:56|price=-0.05|wide=12.345|uuid=dead0000-0000-0000-0000-0000000000ef|" +
			"place=Azaz|kind=clash|photo=binary data of 2 bytes|ok=true|small=200|large=18446744073709551615|half=0.1|lat=null|tags=a; b; c|bare=1; 2|inner.Name=x|inner.N=4|infinite=+Inf|",
		"date=1969-12-31|seen=1969-12-31T23:59:59.999999|utc=1970-01-01T00:00:00Z|old=-4713-11-24T00:00:00|at=00:00:00|price=1234.56|wide=-0.001|uuid=00000000-0000-0000-0000-000000000000|" +
			"place=|kind=|photo=|ok=false|small=0|large=0|half=0|lat=null|tags=null|bare=null|inner.Name=|inner.N=null|infinite=0|",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if e := events[0]; e.When.String() != "2014-06-21" || e.Place.Name != "Azaz" {
		t.Errorf("event %v at %q", e.When, e.Place.Name)
	}
}

// place is a row with a geometry.
type place struct {
	Date     string `parquet:"date"`
	Geometry []byte `parquet:"geometry"`
}

// TestGeometry reads the point 44.4 E 33.3 N under metadata of many kinds.
func TestGeometry(t *testing.T) {
	wkb, err := hex.DecodeString("010100000033333333333346406666666666A64040")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		geo, told string
		located   bool
		reason    string
	}{
		{`{"primary_column":"geometry","columns":{"geometry":{"encoding":"WKB"}}}`, "", true, "no system is OGC:CRS84"},
		{`{"primary_column":"geometry","columns":{"geometry":{"encoding":"WKB","crs":{"id":{"authority":"OGC","code":"CRS84"}}}}}`, "", true, "as GDAL writes it"},
		{`{"primary_column":"geometry","columns":{"geometry":{"encoding":"WKB","crs":{"id":{"authority":"EPSG","code":4326}}}}}`, "", true, "as GeoPandas writes it; longitude is first all the same"},
		{`{"primary_column":"geometry","columns":{"geometry":{"encoding":"WKB","crs":{"name":"RD","id":{"authority":"EPSG","code":28992}}}}}`, "its geometries are in EPSG:28992", false, "metres must not pass for degrees"},
		{`{"primary_column":"geometry","columns":{"geometry":{"encoding":"WKB","crs":{"name":"my grid"}}}}`, "my grid", false, "nobody knows it"},
		{`{"primary_column":"geometry","columns":{"geometry":{"encoding":"point"}}}`, `encoded as "point"`, false, "GeoArrow"},
		{`{"primary_column":"gone","columns":{}}`, "", false, "a column of bytes is no geometry by itself"},
		{`{`, "", false, "what is no JSON says nothing"},
	}
	for _, test := range tests {
		f := file(t, []place{{"2014-06-21", wkb}}, library.KeyValueMetadata("geo", test.geo))
		events, problems := read(outputtest.File(t, "f.parquet", f))
		if len(events) != 1 || events[0].Place.Located() != test.located {
			t.Errorf("%s: events %+v: %s", test.geo, events, test.reason)
			continue
		}
		if p := events[0].Place.Match.Point; test.located && (p.Lon() != 44.4 || math.Abs(p.Lat()-33.3) > 1e-9) {
			t.Errorf("%s: at %v: %s", test.geo, p, test.reason)
		}
		if all := strings.Join(problems, "\n"); !strings.Contains(all, test.told) {
			t.Errorf("%s: told %q: %s", test.geo, all, test.reason)
		}
	}
}

type short struct {
	Date  string `parquet:"date"`
	Place string `parquet:"place"`
}

// many makes rows in groups of a thousand.
func many(t testing.TB, n int, o ...library.WriterOption) []byte {
	all := make([]short, n)
	for i := range all {
		all[i] = short{fmt.Sprintf("2014-06-%02d", i%30+1), fmt.Sprintf("Village %d", i)}
	}
	return file(t, all, append(o, library.MaxRowsPerRowGroup(1000))...)
}

func TestEveryCompressionAndGroup(t *testing.T) {
	for _, codec := range []compress.Codec{&library.Uncompressed, &library.Snappy, &library.Gzip, &library.Zstd, &library.Lz4Raw, &library.Brotli} {
		events, problems := read(outputtest.File(t, "f.parquet", many(t, 2500, library.Compression(codec))))
		if len(events) != 2500 || len(problems) != 0 {
			t.Fatalf("%v: %d events, problems %q", codec, len(events), problems)
		}
		if last := events[2499]; last.Place.Name != "Village 2499" || last.Source.Row != 2500 {
			t.Errorf("%v: the last event is %q of row %d", codec, last.Place.Name, last.Source.Row)
		}
	}
}

// TestDamaged cuts a file and breaks bytes of it: no crash, and never silence
// where rows are gone.
func TestDamaged(t *testing.T) {
	whole := many(t, 60)
	for cut := 4; cut < len(whole); cut += 97 {
		path := filepath.Join(t.TempDir(), "f.parquet")
		if err := os.WriteFile(path, whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		if events, problems := read(path); len(problems) == 0 {
			t.Errorf("cut at %d of %d: %d events and not a word", cut, len(whole), len(events))
		}
	}
	for at := 4; at < len(whole); at += 5 {
		broken := bytes.Clone(whole)
		broken[at] ^= 0xff
		drain(t, broken)
	}
}

// drain reads a file and checks what holds of every event.
func drain(t *testing.T, file []byte) {
	events, _ := geotest.Drain(record.Read("f.parquet", bytes.NewReader(file), options))
	for _, e := range events {
		if p := e.Place.Match.Point; e.Place.Located() && !(math.Abs(p.Lon()) <= 180 && math.Abs(p.Lat()) <= 90) {
			t.Errorf("event at %v", p)
		}
	}
}

func TestStopsForGood(t *testing.T) {
	path := outputtest.File(t, "f.parquet", many(t, 5))
	geotest.StopsForGood(t, func() iter.Seq2[geo.Event, error] { return record.Open(path, options) })
}

// FuzzRead reads anything as a file.
func FuzzRead(f *testing.F) {
	f.Add(file(f, rows()))
	f.Add(many(f, 60))
	f.Add(many(f, 3, library.Compression(&library.Snappy)))
	f.Add([]byte("PAR1PAR1"))
	f.Fuzz(func(t *testing.T, file []byte) { drain(t, file) })
}
