package leaflet_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/leaflet"
	"github.com/dateline-map/dateline/output/outputtest"
	"github.com/dateline-map/dateline/output/outputtest/browser"
)

func asScript(w io.Writer, c *output.Columns) output.Writer {
	return leaflet.NewScript(w, c, geojson.Options{})
}

func asGeoJSON(w io.Writer, c *output.Columns) output.Writer {
	return geojson.NewWriter(w, c, geojson.Options{})
}

// folder writes files and returns the address of one of them.
func folder(t *testing.T, open string, files []leaflet.File) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), []byte(f.Content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, open))}).String()
}

// onDay counts the events on the map that touch a day.
func onDay(events []geo.Event, day when.Day) int {
	n := 0
	for _, e := range events {
		if e.Place.Located() && e.When.Overlaps(when.On(day)) {
			n++
		}
	}
	return n
}

// days are those on which the invented events are counted.
func days() (list []when.Day) {
	for d := when.Date(2031, 1, 9); d < when.Date(2031, 6, 1); d += 11 {
		list = append(list, d)
	}
	return append(list, when.Date(2031, 5, 20), when.Date(2040, 1, 1))
}

const features = `(() => { let n = 0; map.eachLayer(l => { if (l.feature && 'start' in l.feature.properties) n++; }); return n; })()`

// TestScriptIsGeoJSON has the script's events read as GeoJSON once they are
// unquoted.
func TestScriptIsGeoJSON(t *testing.T) {
	outputtest.Promises(t, asScript, func(t testing.TB, layer []byte) int {
		var collection struct{ Features []json.RawMessage }
		rest, named := strings.CutPrefix(string(layer), "const events = JSON.parse(`")
		rest, ended := strings.CutSuffix(rest, "`);\n")
		rest = strings.NewReplacer(`\\`, `\`, "\\`", "`", `\$`, `$`).Replace(rest)
		if err := json.Unmarshal([]byte(rest), &collection); err != nil || !named || !ended {
			t.Fatalf("named: %v, ended: %v, error: %v", named, ended, err)
		}
		return len(collection.Features)
	})
}

// TestEmbedRuns opens the example as a file: it asks for its own files only, the
// slider shows what each stretch of days has, and pop-ups are text.
func TestEmbedRuns(t *testing.T) {
	events := invented()
	files := append(leaflet.Embed(leaflet.Options{Title: "<i>Spring", Credit: "<b>"}),
		leaflet.File{Name: leaflet.EventsScript, Content: string(outputtest.Layer(t, asScript, events))})
	address := folder(t, "embed.html", files)
	p := browser.Start(t).Open(t, address, browser.Screen{})
	var all, first, last int
	if p.Eval(features, &all); all != len(events)-4 {
		t.Errorf("the map has %d of %d events, of which 4 have no place", all, len(events))
	}
	for at := range 60 {
		var words string
		p.Eval(fmt.Sprintf(`(() => { const s = document.querySelector('.dateline-slider'); s.value = %d; s.dispatchEvent(new Event('input')); return s.getAttribute('aria-valuetext'); })()`, at+1), &words)
		p.Eval(`Math.max(0, ...[...document.querySelectorAll('.dateline-slider')].map(s => +s.max))`, &last)
		if at+1 > last {
			break
		}
		p.Eval(features, &first)
		want := slices.DeleteFunc(slices.Clone(events), func(e geo.Event) bool { return !e.Place.Located() || !e.When.Overlaps(stretch(t, p, at)) })
		if first != len(want) {
			t.Errorf("%s: %d events on the map, want %d", words, first, len(want))
		}
	}
	p.Eval(`(() => { const s = document.querySelector('.dateline-slider'); s.value = 0; s.dispatchEvent(new Event('input')); map.eachLayer(l => { if (l.feature && l.feature.id === 'hostile') l.openPopup(); }); })()`, nil)
	p.Wait(`document.querySelector('.leaflet-popup .details')`)
	var document string
	p.Eval(`document.querySelector('.leaflet-popup').outerHTML`, &document)
	if strings.Contains(document, "<img") || !strings.Contains(document, "&lt;img src=x onerror=") {
		t.Errorf("the text of an event is not text: %s", document)
	}
	if said := p.Console(); len(said) > 0 {
		t.Errorf("the console says %s", said)
	}
	for _, asked := range p.Requests() {
		if !strings.HasPrefix(asked, strings.TrimSuffix(address, "embed.html")) {
			t.Errorf("the page asked for %s", asked)
		}
	}
}

// stretch returns the days that the control's slider stands for.
func stretch(t *testing.T, p *browser.Page, at int) when.Interval {
	t.Helper()
	var days [2]when.Day
	p.Eval(fmt.Sprintf(`(() => { const e = control._edges; return [e[%d], e[%d] - 1]; })()`, at, at+1), &days)
	return when.Interval{First: days[0], Last: days[1], Precision: when.ToDays}
}

// TestLeafletTimelineAnimates has Leaflet.timeline read events.geojson as it is.
func TestLeafletTimelineAnimates(t *testing.T) {
	events := invented()
	p := pageWith(t, events, outputtest.Module(t, "leaflet.timeline/dist/leaflet.timeline.js"),
		`const timeline = L.timeline(events, { pointToLayer: (f, at) => L.circleMarker(at) }).addTo(map);`)
	for _, day := range days() {
		var got int
		p.Eval(fmt.Sprintf(`timeline.setTime(new Date(%q).getTime()), %s`, day.String()+"T12:00:00", features), &got)
		if want := onDay(events, day); got != want {
			t.Errorf("%v: %d events, want %d", day, got, want)
		}
	}
}

// TestLeafletTimeDimensionAnimates has Leaflet.TimeDimension read events.geojson
// as it is.
func TestLeafletTimeDimensionAnimates(t *testing.T) {
	var events []geo.Event // it knows a moment of each, not how long it lasts
	for _, e := range invented() {
		if e.When.First == e.When.Last {
			events = append(events, e)
		}
	}
	p := pageWith(t, events, outputtest.Module(t, "iso8601-js-period/iso8601.js")+"\n"+outputtest.Module(t, "leaflet-timedimension/dist/leaflet.timedimension.src.js"), `
		const time = L.timeDimension({});
		map.timeDimension = time;
		const base = L.geoJSON(events, {
			pointToLayer: (f, at) => L.circleMarker(at),
		});
		L.timeDimension.layer.geoJson(base, { timeDimension: time, updateTimeDimension: true, duration: 'PT23H' }).addTo(map);`)
	for _, day := range days() {
		var got int
		p.Eval(fmt.Sprintf(`new Promise(done => { time.setCurrentTime(new Date(%q).getTime()); setTimeout(() => done(%s), 50); })`, day.String()+"T00:00:00", features), &got)
		if want := onDay(events, day); got != want && day <= events[len(events)-1].When.Last {
			t.Errorf("%v: %d events, want %d", day, got, want)
		}
	}
}

// pageWith opens a Leaflet page with the events' GeoJSON and a plug-in.
func pageWith(t *testing.T, events []geo.Event, plugin, program string) *browser.Page {
	t.Helper()
	var leafletScript string
	for _, f := range leaflet.Embed(leaflet.Options{}) {
		if f.Name == "leaflet.js" {
			leafletScript = f.Content
		}
	}
	p := browser.Start(t).Open(t, folder(t, "page.html", []leaflet.File{
		{Name: "leaflet.js", Content: leafletScript}, {Name: "plugin.js", Content: plugin},
		{Name: "events.js", Content: string(outputtest.Layer(t, asScript, events))},
		{Name: "program.js", Content: "const map = L.map('map').setView([15, 0], 4);\n" + program},
		{Name: "page.html", Content: `<!doctype html><meta charset="utf-8"><div id="map" style="height:500px"></div>
			<script src="leaflet.js"></script><script src="plugin.js"></script><script src="events.js"></script><script src="program.js"></script>`},
	}), browser.Screen{})
	if said := p.Console(); len(said) > 0 {
		t.Fatalf("the console says %s", said)
	}
	return p
}

// TestKeplerSeesTimes has the analyser of kepler.gl say which properties are
// times: it animates by those.
func TestKeplerSeesTimes(t *testing.T) {
	path := outputtest.File(t, "events.geojson", outputtest.Layer(t, asGeoJSON, invented()))
	var columns map[string]string
	if err := json.Unmarshal([]byte(outputtest.Node(t, "columns.mjs", path)), &columns); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"start": "DATETIME YYYY-M-DTH:m:s", "end": "DATETIME YYYY-M-DTH:m:s", "date": "DATE YYYY-M-D", "killed": "INT"} {
		if columns[name] != want {
			t.Errorf("%s is %q, want %q", name, columns[name], want)
		}
	}
}
