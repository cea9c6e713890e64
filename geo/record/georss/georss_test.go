package georss

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/internal/markup"
)

// alerts is a feed of disasters in the manner of RSS.
const alerts = `<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" xmlns:a="http://alerts.invalid" xmlns:georss="http://www.georss.org/georss">
<channel><title>Alerts</title><link>https://alerts.invalid/</link>
<item><title>Earthquake &amp; waves</title><description><![CDATA[<b>Magnitude 5.4</b>]]></description><link>https://alerts.invalid/1</link>
<category>quake</category><category>sea</category><category>sea</category>
<a:fromdate>Tue, 14 Oct 2025 03:12:44 GMT</a:fromdate><geo:Point><geo:lat>7.41</geo:lat><geo:long>126.62</geo:long></geo:Point>
<a:parts><a:part><a:deep>1</a:deep></a:part></a:parts><guid isPermaLink="false">EQ1</guid></item>
<item><title>Flood in Zamb` + "\xe9" + `zia</title><georss:point> -17.2
 36.1 </georss:point><guid>FL2</guid></item>
<item><title>Fire</title><georss:polygon>34 43 34 43.2 34.2 43.2 34.2 43 34 43</georss:polygon><guid>WF3</guid></item>
<item><title>Nowhere</title><georss:point>north of here</georss:point><guid>X4</guid></item>
</channel></rss>`

// quakes is one in the manner of Atom, with a position in GML.
const quakes = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml"><title>Quakes</title>
<entry><id>urn:q:1</id><title>M 5.1 - off Bitung</title><updated>2025-08-22T06:10:12Z</updated><link rel="self" href="https://q.invalid/self"/><link href="https://q.invalid/1"/>
<author><name>Desk</name></author><category term="past" label="Past day"/><georss:where><gml:Point><gml:pos>1.07 125.43</gml:pos></gml:Point></georss:where></entry></feed>`

// says returns values by name and text in turn.
func says(all ...string) (values []markup.Value) {
	for i := 0; i < len(all); i += 2 {
		values = append(values, markup.Value{Name: all[i], Text: all[i+1]})
	}
	return values
}

func TestItems(t *testing.T) {
	var got []markup.Item
	for it, err := range items(strings.NewReader(alerts)) {
		if err != nil {
			t.Fatal(err)
		}
		if it.Fault != nil {
			it.Values = append(it.Values, markup.Value{Name: "fault", Text: it.Fault.Error()})
			it.Fault = nil
		}
		got = append(got, *it)
	}
	for it, err := range items(strings.NewReader(quakes)) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, *it)
	}
	want := []markup.Item{
		{Values: says("title", "Earthquake & waves", "description", "<b>Magnitude 5.4</b>", "link", "https://alerts.invalid/1", "category", "quake; sea",
			"fromdate", "Tue, 14 Oct 2025 03:12:44 GMT", "Point.lat", "7.41", "Point.long", "126.62", "guid", "EQ1")},
		{Values: says("title", "Flood in Zambézia", "guid", "FL2"), Shape: orb.Point{36.1, -17.2}},
		{Values: says("title", "Fire", "guid", "WF3"), Shape: orb.Polygon{{{43, 34}, {43.2, 34}, {43.2, 34.2}, {43, 34.2}, {43, 34}}}},
		{Values: says("title", "Nowhere", "guid", "X4", "fault", `point "north of here": is not pairs of latitude and longitude`)},
		{Values: says("id", "urn:q:1", "title", "M 5.1 - off Bitung", "updated", "2025-08-22T06:10:12Z", "link", "https://q.invalid/1", "author.name", "Desk", "category", "Past day"),
			Shape: orb.Point{125.43, 1.07}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestPositioned(t *testing.T) {
	const blog = `<rss xmlns:georss="http://www.georss.org/georss"><channel><item><title>A</title></item><item><title>B</title><georss:point>1 2</georss:point></item></channel></rss>`
	for _, test := range []struct {
		feed   string
		want   bool
		reason string
	}{
		{quakes, true, "each item has a position"},
		{strings.Replace(alerts, "north of here", "1 2", 1), true, "in several ways"},
		{blog, false, "one of two has, by chance"},
		{`<rss xmlns:georss="http://www.georss.org/georss"><channel></channel></rss>`, false, "it has no item"},
		{`<kml><Placemark/></kml>`, false, "no feed"},
		{"title,lat,lon\n", false, "no XML"},
		{"", false, "nothing"},
	} {
		path := filepath.Join(t.TempDir(), "feed.xml")
		if err := os.WriteFile(path, []byte(test.feed), 0o666); err != nil {
			t.Fatal(err)
		}
		if got := Positioned(path); got != test.want {
			t.Errorf("%.60q: %v, want %v: %s", test.feed, got, test.want, test.reason)
		}
	}
	if Positioned(filepath.Join(t.TempDir(), "absent")) {
		t.Error("a file that is not there has positions")
	}
}

// TestRead reads a feed as a table, a damaged one up to its damage.
func TestRead(t *testing.T) {
	for _, test := range []struct {
		feed     string
		events   int
		problems string
	}{
		{alerts, 4, "north of here"},
		{alerts[:strings.Index(alerts, "<item><title>Fire")+20], 2, "damaged"},
		{strings.Replace(quakes, "<author>", strings.Repeat("<a>", deepest+1), 1), 0, "nested"},
	} {
		events, problems := 0, ""
		o := record.Options{Stores: []record.Store{Store()}}
		for _, err := range record.Read("feed.xml", strings.NewReader(test.feed), o) {
			if err == nil {
				events++
			} else {
				problems += err.Error()
			}
		}
		if events != test.events || !strings.Contains(problems, test.problems) {
			t.Errorf("%d events, problems %q; want %d, %q", events, problems, test.events, test.problems)
		}
	}
}

// FuzzItems: whatever the bytes, items end, and each value has a name.
func FuzzItems(f *testing.F) {
	f.Add([]byte(alerts))
	f.Add([]byte(quakes))
	f.Fuzz(func(t *testing.T, data []byte) {
		for it, err := range items(bytes.NewReader(data)) {
			if err != nil {
				return
			}
			for _, v := range it.Values {
				if v.Text == "" {
					t.Fatalf("%q is empty", v.Name)
				}
			}
		}
	})
}

// TestWarnings reads the Common Alerting Protocol, in a feed and by itself.
func TestWarnings(t *testing.T) {
	const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:cap="urn:oasis:names:tc:emergency:cap:1.1"><title>Watches</title>
<entry><id>w1</id><cap:event>Flood</cap:event><cap:areaDesc>Lower Vale</cap:areaDesc><cap:polygon>29.7,-95.6 29.9,-95.6 29.9,-95.2 29.7,-95.6</cap:polygon></entry>
<entry><id>w2</id><cap:event>Storm</cap:event><cap:areaDesc>Upper Vale</cap:areaDesc><cap:circle>32.5,-115.5 12.5</cap:circle></entry></feed>`
	const storm = `<rss version="2.0" xmlns:n="https://n.example"><channel><item><title>Storm Ada</title><pubDate>Sat, 03 Oct 2020 21:00:00 GMT</pubDate><n:Cyclone><n:center>26.0, -90.5</n:center></n:Cyclone></item></channel></rss>`
	const alone = `<?xml version="1.0"?><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>w3</identifier>
<info><event>Frost</event><onset>2024-02-11T09:00:00-06:00</onset><area><areaDesc>Norland</areaDesc></area></info></alert>`
	for _, c := range []struct{ text, want string }{
		{feed, "Polygon Flood Lower Vale|Point Storm Upper Vale"},
		{storm, "nowhere 26.0, -90.5"},
		{alone, "nowhere Frost 2024-02-11T09:00:00-06:00 Norland"},
	} {
		path := filepath.Join(t.TempDir(), "warnings.xml")
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if !Positioned(path) {
			t.Errorf("%.60q is not known as one of positions", c.text)
		}
		var got []string
		for it, err := range items(strings.NewReader(c.text)) {
			if err != nil {
				t.Fatal(err)
			}
			says := []string{"nowhere"}
			if it.Shape != nil {
				says[0] = it.Shape.GeoJSONType()
			}
			for _, v := range it.Values {
				switch v.Name[strings.LastIndexByte(v.Name, '.')+1:] {
				case "event", "onset", "areaDesc", "center":
					says = append(says, v.Text)
				}
			}
			got = append(got, strings.Join(says, " "))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Error(diff)
		}
	}
}
