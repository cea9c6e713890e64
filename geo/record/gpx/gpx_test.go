package gpx

import (
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/record"
)

// walked is what a receiver and an app's extensions write.
const walked = `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1" xmlns:a="http://example.org/a">
<metadata><name>Friday</name><time>2019-03-10T08:00:00Z</time></metadata>
<wpt lat="13.5127" lon="2.1128"><ele>210.5</ele><time>2019-03-09T23:30:00Z</time><name>Crater &amp; wall</name><desc>seen by two</desc>
<link href="http://example.org/p.jpg"><text>photo</text></link><sym>Flag</sym><extensions><a:Killed>2</a:Killed></extensions></wpt>
<wpt lat="91" lon="2.2"><name>Slip</name></wpt>
<rte><rtept lat="13" lon="2"><name>no event</name></rtept></rte>
<trk><name>Way home</name><trkseg><trkpt lat="13" lon="2"/></trkseg></trk></gpx>`

func read(text string) ([]geo.Event, string) {
	events, told := geotest.Drain(record.Read("a.gpx", strings.NewReader(text), record.Options{Stores: []record.Store{Store()}}))
	return events, strings.Join(told, "\n")
}

func TestWaypoints(t *testing.T) {
	events, told := read(walked)
	if len(events) != 2 {
		t.Fatalf("%d events, want the two waypoints: %s", len(events), told)
	}
	e := &events[0]
	if e.Place.Point != (orb.Point{2.1128, 13.5127}) || e.When.EDTF() != "2019-03-09" || e.Title != "Crater & wall" {
		t.Errorf("%v, %s, %q", e.Place.Point, e.When.EDTF(), e.Title)
	}
	if n, _ := e.Killed.Best.Int(); n != 2 {
		t.Errorf("%v killed: what an extension says is a column, too", e.Killed)
	}
	if events[1].Place.Located() {
		t.Error("a latitude of 91 is a place")
	}
	for _, want := range []string{"tracks or routes (2)", "row 2", errPosition.Error()} {
		if !strings.Contains(told, want) {
			t.Errorf("nobody says %q: %s", want, told)
		}
	}
}

func TestDamaged(t *testing.T) {
	for _, test := range []struct{ text, want, reason string }{
		{walked[:400], "damaged", "cut off within a waypoint"},
		{strings.Replace(walked, "</gpx>", "", 1), "damaged", "cut off at its end"},
		{strings.Replace(walked, "<sym>Flag", "<sym>"+strings.Repeat("x", 2*mostText), 1), errLong.Error(), "a text of gigabytes is not read"},
	} {
		if _, told := read(test.text); !strings.Contains(told, test.want) {
			t.Errorf("%s: %q is not told: %s", test.reason, test.want, told)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(walked))
	f.Add([]byte("<gpx><wpt lat='1' lon='2'/></gpx>"))
	f.Fuzz(func(t *testing.T, text []byte) {
		read(string(text))
	})
}
