package qgis_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"html"
	"image"
	"image/color"
	_ "image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/geotest/golden"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/gpkg"
	"github.com/dateline-map/dateline/output/outputtest"
	"github.com/dateline-map/dateline/output/qgis"
)

func given(lon, lat float64) geo.Place {
	return geo.Place{Match: geo.Match{Kind: geo.Given, Point: orb.Point{lon, lat}, Precision: geo.ExactPlace}}
}

func march(day int) when.Interval { return when.On(when.Date(2021, 3, day)) }

// week is some days of invented events in Quebec.
func week() []geo.Event {
	adm1 := geo.Place{Name: "Quebec", Match: geo.Match{Kind: geo.Exact, Name: "Quebec", Point: orb.Point{-72, 52}, Precision: geo.WithinAdm1}}
	return []geo.Event{
		{ID: "whole", When: when.Between(when.Date(2021, 3, 13), when.Date(2021, 3, 16)), Type: "Protests", Place: given(-73.56, 45.5)},
		{ID: "fight", When: march(14), Type: "Battles", Killed: geo.Exactly(25), Place: given(-71.25, 46.81)},
		{ID: "march", When: march(14), Type: "Protests", Place: adm1},
		{ID: "nowhere", When: march(15), Type: "Riots", Place: geo.Place{Name: "Xyzzy"}},
		{ID: "later", When: march(19), Type: "A <type> & \"own\"", Place: given(-68.5, 48.45)},
		{ID: "visit", When: march(20), Type: "Diplomacy", Status: geo.Planned, Place: given(-75.7, 45.4)},
		{ID: "undated", Type: "Riots", Place: given(-71.9, 45.4)},
		{ID: "untyped", When: march(20), Place: given(-72.5, 46.3)},
	}
}

func TestProjectInQGIS(t *testing.T) {
	dir := folder(t, week(), qgis.Options{Title: "A <week>", Attribution: "Nobody & sons", Backdrop: true})
	s := inQGIS(t, look{Project: filepath.Join(dir, "events.qgz"), Days: []string{"2021-03-13", "2021-03-14", "2021-03-15", "2021-03-17", "2021-03-20"}})
	if !s.Read || s.Title != "A <week>" || s.CRS != "EPSG:3857" {
		t.Errorf("read %v, title %q, %s", s.Read, s.Title, s.CRS)
	}
	if want := []string{"2021-03-13T00:00:00Z", "2021-03-20T23:59:59Z"}; !slices.Equal(s.Range, want) || s.Step != 1 || s.Unit != days || s.Navigation != animated {
		t.Errorf("time is %v by %v of unit %d in mode %d, want %v by 1 day, animated", s.Range, s.Step, s.Unit, s.Navigation, want)
	}
	type seen struct {
		Name     string
		Events   int
		Temporal bool
		Legend   []string
	}
	legend := []string{"Battles", "Riots", "Protests", "Diplomacy", "A <type> & \"own\"", "Other or unknown"}
	want := []seen{{"Events", 6, true, legend}, {"Without a date", 1, false, legend}, {"Announced", 1, false, legend}, {"Backdrop", 241, false, nil}}
	var got []seen
	for _, l := range s.Layers {
		got = append(got, seen{l.Name, l.Events, l.Temporal, l.Legend})
		if !l.Valid || l.CRS != "EPSG:4326" || !slices.Equal(l.Rights, []string{"Nobody & sons"}) {
			t.Errorf("%s: valid %v, %s, %q", l.Name, l.Valid, l.CRS, l.Rights)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("layers (-want +got):\n%s", diff)
	}
	if want := []string{"Events", "Without a date", "Backdrop"}; !slices.Equal(s.Shown, want) {
		t.Errorf("shown are %q, want %q", s.Shown, want)
	}
	checkEvents(t, s.Layers[0])
}

// The codes of QGIS.
const (
	days      = 4
	animated  = 1
	startEnd  = 2
	leastSize = 2.38 // twice style.LeastRadius in millimetres
)

func checkEvents(t *testing.T, l layerSeen) {
	t.Helper()
	frames := map[string]int{"2021-03-13": 1, "2021-03-14": 3, "2021-03-15": 2, "2021-03-17": 0, "2021-03-20": 1}
	if diff := cmp.Diff(frames, l.Frames); diff != "" {
		t.Errorf("events by day (-want +got):\n%s", diff)
	}
	if l.Mode != startEnd || l.Start != "start" || l.End != "end" || !l.Labels || !l.Tip {
		t.Errorf("mode %d from %q to %q, labels %v, map tip %v", l.Mode, l.Start, l.End, l.Labels, l.Tip)
	}
	for id, want := range map[string]float64{"whole": leastSize, "fight": 5.82} {
		if got := l.Sizes[id]; got == nil || *got != want {
			t.Errorf("the dot of %q is %v wide, want %v", id, got, want)
		}
	}
	for column, want := range map[string]string{"date": "Date", "start": "DateTime", "killed": "Integer64", "confidence": "Real", "title": "String"} {
		if l.Types[column] != want {
			t.Errorf("%s is a %s, want a %s", column, l.Types[column], want)
		}
	}
}

// TestFramesAreDrawn looks at pictures: the colour of a type is there on the day
// of its event and no other.
func TestFramesAreDrawn(t *testing.T) {
	dir := folder(t, week(), qgis.Options{Backdrop: true})
	for day, want := range map[string]bool{"2021-03-14": true, "2021-03-17": false} {
		picture := filepath.Join(t.TempDir(), "map.png")
		inQGIS(t, look{Project: filepath.Join(dir, "events.qgz"), Days: []string{day}, Picture: picture, Size: []int{400, 300}})
		if got := count(t, picture, color.RGBA{0xa9, 0x02, 0x00, 0xff}); got > 20 != want {
			t.Errorf("%s: %d pixels in the colour of battles, want some: %v", day, got, want)
		}
		if got := count(t, picture, color.RGBA{0xf6, 0xf4, 0xef, 0xff}); got < 10_000 {
			t.Errorf("%s: only %d pixels of land", day, got)
		}
	}
}

// TestManyEventsInQGIS draws more events than there can be labels for. All at
// once only the deadliest have one, and so the picture is there within seconds;
// in a frame of a few events any of them has.
func TestManyEventsInQGIS(t *testing.T) {
	const spots = 100 // on each side of a square of a hundred kilometres
	events := make([]geo.Event, spots*spots)
	for i := range events {
		events[i] = geo.Event{ID: strconv.Itoa(i), When: march(1 + i%20), Type: "Battles", Killed: geo.Exactly(1 + i%7),
			Place: given(40+float64(i%spots)/spots, 35+float64(i/spots)/spots)}
		events[i].Place.Name = "Spot " + strconv.Itoa(i)
	}
	events[5000].Killed = geo.Exactly(900)
	events[42].When = march(25)
	project := filepath.Join(folder(t, events, qgis.Options{}), "events.qgz")
	picture := filepath.Join(t.TempDir(), "map.png")
	for _, test := range []struct {
		days   []string
		want   []string
		reason string
	}{
		{nil, []string{"Spot 5000 (900)"}, "only one event has more dead than the others"},
		{[]string{"2021-03-25"}, []string{"Spot 42 (1)"}, "the one event of a frame has room for its label"},
	} {
		if got := inQGIS(t, look{Project: project, Days: test.days, Picture: picture}).Labels; !slices.Equal(got, test.want) {
			t.Errorf("labels of days %q are %.200q, want %q: %s", test.days, got, test.want, test.reason)
		}
	}
}

// TestAreasInQGIS opens a project whose GeoPackage has events drawn as areas.
func TestAreasInQGIS(t *testing.T) {
	quebec := orb.MultiPolygon{{{{-75, 46}, {-70, 46}, {-70, 52}, {-75, 52}, {-75, 46}}}}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "events.gpkg"), week(), func(f *os.File) output.Writer {
		return gpkg.NewWriter(f, outputtest.Columns(week()), gpkg.Options{Folder: t.TempDir(), Areas: func(e *geo.Event) orb.MultiPolygon {
			if e.Place.Precision == geo.WithinAdm1 {
				return quebec
			}
			return nil
		}})
	})
	write(t, filepath.Join(dir, "events.qgz"), week(), func(f *os.File) output.Writer { return qgis.NewProject(f, qgis.Options{Areas: true}) })
	picture := filepath.Join(t.TempDir(), "map.png")
	s := inQGIS(t, look{Project: filepath.Join(dir, "events.qgz"), Days: []string{"2021-03-14"}, Picture: picture})
	l := s.Layers[len(s.Layers)-1]
	if !l.Valid || l.Name != "Areas" || l.Events != 1 || !l.Temporal || l.Frames["2021-03-14"] != 1 || !l.Tip {
		t.Errorf("the layer of areas is %+v", l)
	}
	if lone := inQGIS(t, look{Layer: filepath.Join(dir, "events.gpkg|layername=areas")}).Layers[0]; lone.Renderer != "categorizedSymbol" || lone.Start != "start" {
		t.Errorf("the lone layer of areas is %+v", lone)
	}
	if got := count(t, picture, color.RGBA{0xb5, 0xc2, 0xe8, 0xff}); got < 5_000 {
		t.Errorf("%d pixels in the faint colour of protests", got)
	}
}

// count returns how many pixels of a picture are nearly of the colour.
func count(t *testing.T, picture string, c color.RGBA) (n int) {
	t.Helper()
	f, err := os.Open(picture)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, _, err := image.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	near := func(a uint32, b uint8) bool { return max(a>>8, uint32(b))-min(a>>8, uint32(b)) < 48 }
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			if r, g, b, _ := m.At(x, y).RGBA(); near(r, c.R) && near(g, c.G) && near(b, c.B) {
				n++
			}
		}
	}
	return n
}

// TestAwkwardEventsInQGIS opens every awkward event. What they say is text.
func TestAwkwardEventsInQGIS(t *testing.T) {
	events := geotest.Events()
	dir := folder(t, events, qgis.Options{Title: "</title> ]]>", Backdrop: true})
	s := inQGIS(t, look{Project: filepath.Join(dir, "events.qgz"), Tips: true})
	total := 0
	for _, l := range s.Layers {
		if !l.Valid {
			t.Errorf("%s is not valid", l.Name)
		}
		if l.Name != "Backdrop" {
			total += l.Events
		}
		for _, tip := range l.Tips {
			if strings.Contains(tip, "<script") || strings.Contains(tip, "<!--") {
				t.Errorf("a map tip has markup of an event: %.200s", tip)
			}
		}
	}
	if total != len(events) {
		t.Errorf("%d of %d events", total, len(events))
	}
	if s.CRS != "EPSG:4326" {
		t.Errorf("%s cannot show the poles", s.CRS)
	}
}

func TestFewEventsInQGIS(t *testing.T) {
	for _, test := range []struct {
		name   string
		events []geo.Event
		layers int
		reason string
	}{
		{"none", nil, 1, "a layer of no events is still one"},
		{"one", week()[1:2], 1, "a day's range and a point's extent"},
		{"undated", week()[6:7], 2, "no range at all"},
		{"nowhere", week()[3:4], 1, "no extent at all"},
	} {
		s := inQGIS(t, look{Project: filepath.Join(folder(t, test.events, qgis.Options{}), "events.qgz")})
		if !s.Read || len(s.Layers) != test.layers {
			t.Errorf("%s: read %v, %d layers, want %d: %s", test.name, s.Read, len(s.Layers), test.layers, test.reason)
		}
		for _, l := range s.Layers {
			if !l.Valid {
				t.Errorf("%s: layer %s is not valid: %s", test.name, l.Name, test.reason)
			}
		}
	}
}

// TestStylesInQGIS opens lone layers: one with a style beside it, and those of a
// GeoPackage with a style inside. QGIS leaves their time switched off.
func TestStylesInQGIS(t *testing.T) {
	dir := folder(t, week(), qgis.Options{Backdrop: true})
	write(t, filepath.Join(dir, "lone.geojson"), week(), func(f *os.File) output.Writer {
		return geojson.NewWriter(f, outputtest.Columns(week()), geojson.Options{})
	})
	write(t, filepath.Join(dir, "lone.qml"), week(), func(f *os.File) output.Writer { return qgis.NewStyle(f, nil) })
	for source, renderer := range map[string]string{
		"lone.geojson":                   "categorizedSymbol",
		"events.gpkg|layername=events":   "categorizedSymbol",
		"events.gpkg|layername=backdrop": "singleSymbol",
	} {
		l := inQGIS(t, look{Layer: filepath.Join(dir, source)}).Layers[0]
		if l.Renderer != renderer {
			t.Errorf("%s is drawn by %q, want %q", source, l.Renderer, renderer)
		}
		if renderer == "categorizedSymbol" && (l.Mode != startEnd || l.Start != "start" || !l.Labels || !l.Tip) {
			t.Errorf("%s: mode %d from %q, labels %v, map tip %v", source, l.Mode, l.Start, l.Labels, l.Tip)
		}
	}
}

// document returns the one file of a project.
func document(t *testing.T, project []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(project), int64(len(project)))
	if err != nil {
		t.Fatal(err)
	}
	if len(z.File) != 1 || !strings.HasSuffix(z.File[0].Name, ".qgs") {
		t.Fatal("a project is an archive of one .qgs")
	}
	f, err := z.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func project(w io.Writer, _ *output.Columns) output.Writer {
	return qgis.NewProject(w, qgis.Options{Title: "A week", Attribution: "Nobody", Backdrop: true})
}

func style(w io.Writer, c *output.Columns) output.Writer { return qgis.NewStyle(w, c) }

// styleOf writes the style of a layer that has these properties only.
func styleOf(t *testing.T, list string) outputtest.New {
	fields, err := output.ParseFields(list)
	if err != nil {
		t.Fatal(err)
	}
	columns := (&output.Survey{Fields: fields}).Columns()
	return func(w io.Writer, _ *output.Columns) output.Writer { return qgis.NewStyle(w, columns) }
}

// TestStyleOfFields expects a style to read no column that its layer has not.
func TestStyleOfFields(t *testing.T) {
	for list, without := range map[string][]string{
		"-event_type": {`"event_type"`, `attr="event_type"`},
		"-killed":     {`"killed"`, `value="killed"`},
		"-start":      {`startField`, `"start"`},
		"id":          {`"title"`, `"place_name"`, `"quote"`, `startField`, `value="killed"`},
		"-event":      {`"title"`, `"id"`},
	} {
		got := html.UnescapeString(string(outputtest.Layer(t, styleOf(t, list), week())))
		for _, s := range without {
			if strings.Contains(got, s) {
				t.Errorf("--fields %s: the style has %s", list, s)
			}
		}
	}
	all := outputtest.Layer(t, style, week())
	if got := outputtest.Layer(t, styleOf(t, "event"), week()); !bytes.Equal(got, all) {
		t.Error("of all columns of ours, the style is another than of all columns")
	}
}

// TestDrawn expects a style and a project to read no columns but Drawn.
func TestDrawn(t *testing.T) {
	looks := document(t, outputtest.Layer(t, project, week())) + string(outputtest.Layer(t, style, week()))
	for _, c := range output.NewColumns().Fixed() {
		quoted := strings.Contains(html.UnescapeString(looks), `"`+c.Name+`"`) && c.Name != "date"
		if quoted && !slices.Contains(qgis.Drawn, c.Name) {
			t.Errorf("%s is read and not among Drawn", c.Name)
		}
	}
}

func TestGolden(t *testing.T) {
	for name, got := range map[string]string{
		"project.qgs": document(t, outputtest.Layer(t, project, []geo.Event{week()[1], week()[6]})),
		"style.qml":   string(outputtest.Layer(t, style, week()[1:2])),
		"fields.qml":  string(outputtest.Layer(t, styleOf(t, "title,place,quote"), week()[1:2])),
	} {
		path := filepath.Join("testdata", name)
		golden.Check(t, path, got)
	}
}

var errFull = errors.New("no space left")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestWriters(t *testing.T) {
	for name, newWriter := range map[string]outputtest.New{"project": project, "style": style} {
		if !bytes.Equal(outputtest.Layer(t, newWriter, geotest.Events()), outputtest.Layer(t, newWriter, geotest.Events())) {
			t.Errorf("%s: the same events give other bytes", name)
		}
		w := newWriter(fullDisk{}, nil)
		if err := w.Close(); !errors.Is(err, errFull) {
			t.Errorf("%s: got error %v of a full disk", name, err)
		}
		if w.Close() == nil || w.Write(&geo.Event{}) == nil {
			t.Errorf("%s: goes on after an error", name)
		}
		w = newWriter(io.Discard, nil)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if w.Write(&geo.Event{}) == nil {
			t.Errorf("%s: takes an event after it is closed", name)
		}
	}
}
