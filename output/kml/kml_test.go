package kml_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/kml"
	"github.com/dateline-map/dateline/output/outputtest"
)

func writer(o kml.Options) outputtest.New {
	return func(w io.Writer, columns *output.Columns) output.Writer { return kml.NewWriter(w, columns, o) }
}

// unzip returns the document of a KMZ.
func unzip(t testing.TB, kmz []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(kmz), int64(len(kmz)))
	if err != nil {
		t.Fatal(err)
	}
	if z.File[0].Name != "doc.kml" {
		t.Errorf("the first file is %q", z.File[0].Name)
	}
	f, err := z.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	document, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return document
}

// order is the order in which the schema of KML 2.2 has the children of the
// elements that are written here.
var order = map[string][]string{
	"kml":          {"Document"},
	"Document":     {"name", "open", "description", "Style", "Schema", "Folder"},
	"Folder":       {"name", "Placemark"},
	"Placemark":    {"name", "description", "TimeStamp", "TimeSpan", "styleUrl", "ExtendedData", "Point"},
	"TimeStamp":    {"when"},
	"TimeSpan":     {"begin", "end"},
	"Style":        {"IconStyle", "LabelStyle"},
	"IconStyle":    {"color", "scale", "Icon"},
	"LabelStyle":   {"scale"},
	"Icon":         {"href"},
	"Schema":       {"SimpleField"},
	"ExtendedData": {"SchemaData"},
	"SchemaData":   {"SimpleData"},
	"Point":        {"coordinates"},
}

// placemarks checks that a document is well-formed and in the schema's order, and
// returns how many placemarks it has.
func placemarks(t testing.TB, document []byte) int {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(document))
	type open struct {
		name string
		at   int // in its order
	}
	stack := []open{{"", 0}}
	n := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return n
		} else if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			parent := &stack[len(stack)-1]
			at := slices.Index(order[parent.name], e.Name.Local)
			if parent.name != "" && at < parent.at {
				t.Fatalf("%s has %s out of order", parent.name, e.Name.Local)
			}
			parent.at = at
			if e.Name.Local == "Placemark" {
				n++
			}
			stack = append(stack, open{e.Name.Local, 0})
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		}
	}
}

func TestPromises(t *testing.T) {
	t.Run("KML", func(t *testing.T) {
		outputtest.Promises(t, writer(kml.Options{Title: "<b>", Attribution: "A & B", Folder: t.TempDir()}), placemarks)
	})
	t.Run("KMZ", func(t *testing.T) {
		outputtest.Promises(t, writer(kml.Options{Zipped: true}), func(t testing.TB, kmz []byte) int { return placemarks(t, unzip(t, kmz)) })
	})
}

func document(t *testing.T, events ...geo.Event) string {
	return string(outputtest.Layer(t, writer(kml.Options{}), events))
}

func TestTimes(t *testing.T) {
	june := func(first, last int, p when.Precision) when.Interval {
		return when.Interval{First: when.Date(2014, 6, first), Last: when.Date(2014, 6, last), Precision: p}
	}
	about := when.On(when.Date(2014, 6, 10))
	about.Approximate = true
	years := func(first, last int) when.Interval {
		return when.Interval{First: when.Date(first, 1, 1), Last: when.Date(last, 12, 31), Precision: when.ToYear}
	}
	for _, test := range []struct {
		when   when.Interval
		want   string
		reason string
	}{
		{when.Interval{}, "</name><styleUrl>", "an undated event has no time"},
		{when.On(when.Date(2014, 6, 10)), "<TimeStamp><when>2014-06-10</when></TimeStamp>", "a day"},
		{about, "<TimeStamp><when>2014-06-10</when></TimeStamp>", "KML has no sign for about"},
		{june(1, 30, when.ToMonth), "<TimeStamp><when>2014-06</when></TimeStamp>", "a month stays a month"},
		{years(2014, 2014), "<TimeStamp><when>2014</when></TimeStamp>", "a year stays a year"},
		{years(1, 1), "<TimeStamp><when>0001</when></TimeStamp>", "years have four digits"},
		{june(9, 15, when.ToWeek), "<TimeSpan><begin>2014-06-09</begin><end>2014-06-15</end></TimeSpan>", "a week"},
		{june(20, 22, when.ToDays), "<TimeSpan><begin>2014-06-20</begin><end>2014-06-22</end></TimeSpan>", "some days"},
		{years(1990, 1999), "<TimeSpan><begin>1990-01-01</begin><end>1999-12-31</end></TimeSpan>", "ten years"},
	} {
		if got := document(t, geo.Event{When: test.when}); !strings.Contains(got, test.want) {
			t.Errorf("%v: no %s in %s: %s", test.when, test.want, got, test.reason)
		}
	}
}

func TestHostileText(t *testing.T) {
	const text = `<script>alert("1")</script> ]]> &amp; $[name]`
	e := geo.Event{Title: text, Type: text, Source: geo.Source{Quote: text, Publisher: text, URL: `https://example.org/"onclick="x`}}
	bad := geo.Event{Source: geo.Source{URL: "javascript:alert(1)"}}
	got := document(t, e, bad)
	if placemarks(t, []byte(got)) != 2 {
		t.Error("not two placemarks")
	}
	if strings.Contains(got, "<script") || strings.Contains(got, "&lt;script") && !strings.Contains(got, "&amp;lt;script") {
		t.Errorf("a script stands in\n%s", got)
	}
	var d struct {
		Placemarks []struct {
			Description string `xml:"description"`
		} `xml:"Document>Folder>Placemark"`
	}
	if err := xml.Unmarshal([]byte(got), &d); err != nil {
		t.Fatal(err)
	}
	for _, p := range d.Placemarks {
		if strings.Contains(p.Description, "<script") || strings.Contains(p.Description, "javascript:") || strings.Contains(p.Description, `"onclick`) {
			t.Errorf("the balloon is %s", p.Description)
		}
	}
}

// TestFoldersAndStyles has more events than fit into memory's share of a folder,
// in types that alternate.
func TestFoldersAndStyles(t *testing.T) {
	var events []geo.Event
	for i := range 600 {
		e := geo.Event{ID: fmt.Sprintf("e%03d", i), Type: "Riots", Source: geo.Source{Quote: strings.Repeat("q", 200)}}
		if i%2 == 0 {
			e.Type, e.Killed = "Battles", geo.Exactly(i)
		}
		events = append(events, e)
	}
	var d struct {
		Styles []struct {
			ID    string `xml:"id,attr"`
			Color string `xml:"IconStyle>color"`
		} `xml:"Document>Style"`
		Folders []struct {
			Name       string `xml:"name"`
			Placemarks []struct {
				Style string   `xml:"styleUrl"`
				Data  []string `xml:"ExtendedData>SchemaData>SimpleData"`
			} `xml:"Placemark"`
		} `xml:"Document>Folder"`
	}
	if err := xml.Unmarshal([]byte(document(t, events...)), &d); err != nil {
		t.Fatal(err)
	}
	if len(d.Folders) != 2 || d.Folders[0].Name != "Battles" || d.Folders[1].Name != "Riots" {
		t.Fatalf("folders are not in the legend's order: %+v", d.Folders)
	}
	styles := make(map[string]string)
	for _, s := range d.Styles {
		styles["#"+s.ID] = s.Color
	}
	for i, f := range d.Folders {
		if len(f.Placemarks) != 300 {
			t.Fatalf("%s has %d events", f.Name, len(f.Placemarks))
		}
		for j, p := range f.Placemarks {
			if want := fmt.Sprintf("e%03d", 2*j+i); p.Data[0] != want {
				t.Fatalf("%s: event %d is %s, want %s", f.Name, j, p.Data[0], want)
			}
			if want := []string{"e60002a9", "e670869d"}[i]; styles[p.Style] != want {
				t.Fatalf("%s: style %s has colour %q, want %s", f.Name, p.Style, styles[p.Style], want)
			}
		}
	}
	for at, want := range map[int]string{0: "#t0-0", 1: "#t0-1", 4: "#t0-1", 5: "#t0-2", 49: "#t0-2", 50: "#t0-3"} {
		if got := d.Folders[0].Placemarks[at].Style; got != want {
			t.Errorf("%d dead have style %s, want %s", 2*at, got, want)
		}
	}
}

func TestManyTypes(t *testing.T) {
	var events []geo.Event
	for i := range 1000 {
		events = append(events, geo.Event{Type: fmt.Sprintf("type %d", i)})
	}
	got := document(t, events...)
	if placemarks(t, []byte(got)) != 1000 || strings.Count(got, "<Folder>") != 101 || !strings.Contains(got, "<name>Other types</name>") {
		t.Errorf("%d folders", strings.Count(got, "<Folder>"))
	}
}

// TestGDALReadsAllBack has GDAL's LIBKML read every awkward event. The events
// have no type here, since each folder would be a layer of its own.
func TestGDALReadsAllBack(t *testing.T) {
	events := geotest.Events()
	for i := range events {
		events[i].Type = ""
	}
	columns := outputtest.Columns(events)
	want := outputtest.Rows(t, columns, columns.Names(), events)
	path := outputtest.File(t, "events.kml", outputtest.Layer(t, writer(kml.Options{}), events))
	outputtest.Compare(t, want, outputtest.GDALRows(t, path), kept)

	// Of a KMZ GDAL 3.6 sees the placemarks, and their fields if told where they are.
	path = outputtest.File(t, "events.kmz", outputtest.Layer(t, writer(kml.Options{Zipped: true}), events))
	outputtest.Compare(t, want, outputtest.GDALRows(t, "/vsizip/"+path+"/doc.kml"), kept)
	if got := len(outputtest.GDALRows(t, path)); got != len(events) {
		t.Errorf("the KMZ has %d of %d events", got, len(events))
	}
}

func TestGDALSeesFoldersAndTimes(t *testing.T) {
	june := when.Interval{First: when.Date(2014, 6, 1), Last: when.Date(2014, 6, 30), Precision: when.ToMonth}
	events := []geo.Event{{When: when.On(when.Date(2014, 6, 10)), Type: "Riots"}, {When: june, Type: "Battles"}, {Type: "Riots"}}
	info := outputtest.GDAL(t, "ogrinfo", "-al", outputtest.File(t, "events.kml", outputtest.Layer(t, writer(kml.Options{}), events)))
	for _, want := range []string{
		"Layer name: Battles", "Layer name: Riots", "Feature Count: 2", "killed: Integer ", "confidence: Real ",
		"timestamp (DateTime) = 2014/06/10", "timestamp (DateTime) = 2014/06/01", "date (String) = 2014-06-10",
	} {
		if !strings.Contains(info, want) {
			t.Errorf("no %q in\n%s", want, info)
		}
	}
}

// kept is what KML keeps of a value: what XML can hold, and a truth as 1 or 0.
func kept(_ string, v any) any {
	switch v := v.(type) {
	case bool:
		return json.Number(map[bool]string{true: "1", false: "0"}[v])
	case string:
		return strings.Trim(outputtest.XMLText(v), " ") // LIBKML trims
	}
	return v
}
