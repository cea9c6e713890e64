package kml

import (
	"bytes"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/internal/markup"
	"github.com/dateline-map/dateline/output"
	written "github.com/dateline-map/dateline/output/kml"
	"github.com/dateline-map/dateline/output/outputtest"
)

// myMaps is what people save of Google My Maps and Earth.
const myMaps = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Incidents</name><Style id="x"><IconStyle><scale>1</scale></IconStyle></Style>
<Folder><name>Checkpoints</name>
<Placemark><name>Road block &amp; more</name><description><![CDATA[<b>two</b> dead]]></description><styleUrl>#x</styleUrl>
<ExtendedData><Data name="Date"><displayName>x</displayName><value>12/05/2023</value></Data><Data name="Killed"><value>2</value></Data></ExtendedData>
<Point><altitudeMode>absolute</altitudeMode><coordinates>
  38.66,33.5,0
</coordinates></Point></Placemark>
<Placemark><name>Convoy</name><TimeSpan><begin>2023-05-13</begin><end>2023-05-14</end></TimeSpan>
<LineString><coordinates>38.6,33.5,0 38.7, 33.6, 0</coordinates></LineString></Placemark></Folder>
<Placemark><name>Camp</name><TimeStamp><when>2023-05</when></TimeStamp><MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>38,33 39,33 39,34 38,33</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark>
<Placemark><name>Nowhere</name></Placemark>
<NetworkLink><name>more</name><Link><href>http://example.org/more.kml</href></Link></NetworkLink>
</Document></kml>`

// says returns values by name and text in turn.
func says(all ...string) (values []markup.Value) {
	for i := 0; i < len(all); i += 2 {
		values = append(values, markup.Value{Name: all[i], Text: all[i+1]})
	}
	return values
}

func TestPlacemarks(t *testing.T) {
	doc := &document{file: strings.NewReader(myMaps)}
	doc.survey()
	if d := cmp.Diff([]string{folder, name, when, begin, end, description, "Date", "Killed"}, doc.columns); d != "" {
		t.Error(d)
	}
	if n := doc.notices(); len(n) != 1 || !strings.Contains(n[0], "1 others") {
		t.Errorf("notices %q", n)
	}
	want := []markup.Item{
		{Values: says(folder, "Checkpoints", name, "Road block & more", description, "<b>two</b> dead", "Date", "12/05/2023", "Killed", "2"), Shape: orb.Point{38.66, 33.5}},
		{Values: says(folder, "Checkpoints", name, "Convoy", begin, "2023-05-13", end, "2023-05-14"), Shape: orb.LineString{{38.6, 33.5}, {38.7, 33.6}}},
		{Values: says(name, "Camp", when, "2023-05"), Shape: orb.Polygon{{{38, 33}, {39, 33}, {39, 34}, {38, 33}}}},
		{Values: says(name, "Nowhere")},
	}
	var got []markup.Item
	for p, err := range doc.placemarks() {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, *p)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestShapes(t *testing.T) {
	tests := []struct {
		geometry string
		want     orb.Geometry
		fault    bool
		reason   string
	}{
		{`<Point><coordinates>1,2</coordinates></Point>`, orb.Point{1, 2}, false, "without a height"},
		{`<Point><coordinates>here</coordinates></Point>`, nil, true, "no numbers"},
		{`<Point><coordinates/></Point>`, nil, false, "nothing"},
		{`<Polygon/>`, nil, false, "nothing either"},
		{`<MultiGeometry><Point><coordinates>1,2</coordinates></Point><Point><coordinates>3,4</coordinates></Point></MultiGeometry>`, orb.Collection{orb.Point{1, 2}, orb.Point{3, 4}}, false, "two"},
		{`<gx:Track><when>2020-01-02</when><when>2020-01-03</when><gx:coord>1 2 0</gx:coord><gx:coord>3 4 0</gx:coord></gx:Track>`, orb.Point{1, 2}, false, "a track is where it begins"},
		{`<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 0,4 4,4 0,0</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>1,2 1,3 2,3 1,2</coordinates></LinearRing></innerBoundaryIs></Polygon>`,
			orb.Polygon{{{0, 0}, {0, 4}, {4, 4}, {0, 0}}, {{1, 2}, {1, 3}, {2, 3}, {1, 2}}}, false, "an area with a hole"},
	}
	for _, test := range tests {
		doc := &document{file: strings.NewReader("<kml><Placemark>" + test.geometry + "</Placemark></kml>")}
		for p, err := range doc.placemarks() {
			if d := cmp.Diff(test.want, p.Shape); err != nil || d != "" || (p.Fault != nil) != test.fault {
				t.Errorf("%s: %v, %v, %v", test.reason, p.Shape, p.Fault, err)
			}
		}
	}
}

func TestBegins(t *testing.T) {
	tests := []struct {
		head   string
		want   bool
		reason string
	}{
		{`<?xml version="1.0"?><!-- made by hand --><kml xmlns="x">`, true, "with what may stand before"},
		{"\ufeff \n<kml:kml>", true, "with a mark and a prefix"},
		{`<rss>`, false, "a feed"},
		{`date,place`, false, "a table"},
		{``, false, "nothing"},
	}
	for _, test := range tests {
		if got := begins([]byte(test.head)); got != test.want {
			t.Errorf("%q: %v: %s", test.head, got, test.reason)
		}
	}
}

// TestOursIsReadBack reads the awkward events from KML that this program wrote:
// each is at its place again.
func TestOursIsReadBack(t *testing.T) {
	events := geotest.Events()
	path := outputtest.File(t, "events.kml", outputtest.Layer(t, func(w io.Writer, c *output.Columns) output.Writer {
		return written.NewWriter(w, c, written.Options{Title: "Events"})
	}, events))
	got, problems := read(path)
	if len(got) != len(events) {
		t.Fatalf("%d events of %d, problems %q", len(got), len(events), problems)
	}
	places := func(all []geo.Event) map[[2]int]int { // in thousandths of a degree, to which layers are rounded
		n := map[[2]int]int{}
		for i := range all {
			p := all[i].Place.Match.Point
			at := [2]int{int(math.Round(p[0] * 1000)), int(math.Round(p[1] * 1000))}
			if all[i].Place.Located() && at != [2]int{} { // what is read at 0, 0 has no place
				n[at]++
			}
		}
		return n
	}
	if d := cmp.Diff(places(events), places(got)); d != "" {
		t.Error(d)
	}
}

func read(path string) ([]geo.Event, []string) {
	return geotest.Drain(record.Open(path, record.Options{Stores: []record.Store{Store()}}))
}

func TestDamaged(t *testing.T) {
	tests := []struct{ text, told, reason string }{
		{"<kml><Placemark><name>a</name>", "damaged", "cut off"},
		{"<kml>" + strings.Repeat("<a>", 100) + strings.Repeat("</a>", 100), "nested too deeply", "elements in elements"},
		{`<!DOCTYPE k [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><kml><Placemark><name>&b;</name></Placemark></kml>`, "", "entities are not spread"},
		{`<?xml version="1.0" encoding="klingon"?><kml><Placemark/></kml>`, "klingon", "an encoding that nobody knows"},
	}
	for _, test := range tests {
		path := filepath.Join(t.TempDir(), "a.kml")
		if err := os.WriteFile(path, []byte(test.text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, problems := read(path)
		if all := strings.Join(problems, "\n"); !strings.Contains(all, test.told) {
			t.Errorf("%s: problems %q", test.reason, problems)
		}
	}
}

// FuzzPlacemarks reads anything as a document: no crash, and no more placemarks
// than there is text.
func FuzzPlacemarks(f *testing.F) {
	f.Add([]byte(myMaps))
	f.Add([]byte(`<kml><Placemark><gx:MultiTrack><gx:Track><when>2020</when><gx:coord>1 2 0</gx:coord></gx:Track></gx:MultiTrack></Placemark>`))
	f.Add([]byte(`<kml><Placemark><ExtendedData><SchemaData><SimpleData name="a">&nbsp;</SimpleData></SchemaData></ExtendedData><Point><coordinates>1, 2,,</coordinates></Point></Placemark></kml>`))
	f.Fuzz(func(t *testing.T, text []byte) {
		doc := &document{file: bytes.NewReader(text)}
		doc.survey()
		rows := markup.Rows(doc.columns, doc.placemarks())
		defer rows.Close()
		for n := 0; ; n++ {
			if rows.Next(record.NewStoredRow(len(doc.columns))) != nil {
				return
			}
			if n > len(text) {
				t.Fatal("more placemarks than bytes")
			}
		}
	})
}
