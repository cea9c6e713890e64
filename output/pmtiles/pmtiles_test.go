package pmtiles_test

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/outputtest"
	"github.com/dateline-map/dateline/output/pmtiles"
)

func writer(o pmtiles.Options) outputtest.New {
	return func(w io.Writer, columns *output.Columns) output.Writer { return pmtiles.NewWriter(w, columns, o) }
}

// count adds up the features of the tiles of the top zoom. The reader of npm, which
// takes its time to start, sees whole files below.
func count(t testing.TB, file []byte) int {
	t.Helper()
	at := func(i int) uint64 { return binary.LittleEndian.Uint64(file[8+8*i:]) }
	top := int(file[101])
	if string(file[:8]) != "PMTiles\x03" || at(6)+at(7) != uint64(len(file)) {
		t.Fatalf("%q is no header, or not all of %d bytes are tiles at the end", file[:8], len(file))
	}
	directory := unzip(t, file[at(0):at(0)+at(1)])
	next := func() uint64 {
		v, n := binary.Uvarint(directory)
		directory = directory[n:]
		return v
	}
	entries := make([]struct{ number, size uint64 }, next())
	number := uint64(0)
	for i := range entries {
		number += next()
		entries[i].number = number
	}
	for range entries {
		if next() != 1 {
			t.Fatal("a layer this small has leaves, or one tile twice")
		}
	}
	for i := range entries {
		entries[i].size = next()
	}
	n, offset := 0, at(6)
	for _, e := range entries {
		if e.number >= (1<<(2*top)-1)/3 {
			n += features(unzip(t, file[offset:offset+e.size]))
		}
		offset += e.size
	}
	return n
}

// features returns how many features are in a tile with one layer, or none.
func features(tile []byte) (n int) {
	if len(tile) == 0 {
		return 0
	}
	_, skip := binary.Uvarint(tile[1:])
	for rest := tile[1+skip:]; len(rest) > 0; {
		tag := rest[0]
		v, skip := binary.Uvarint(rest[1:])
		rest = rest[1+skip:]
		if tag&7 == 2 {
			rest = rest[v:]
		}
		if tag == 2<<3|2 {
			n++
		}
	}
	return n
}

func unzip(t testing.TB, b []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestPromises(t *testing.T) {
	outputtest.Promises(t, writer(pmtiles.Options{Folder: t.TempDir()}), count)
}

// about is what the reader of npm sees of a file, as far as it is tested.
type about struct {
	Header struct {
		MinZoom, MaxZoom, TileType, TileCompression int
		NumAddressedTiles                           int
		LeafDirectoryLength                         int
		Clustered                                   bool
		MinLon, MinLat, MaxLon, MaxLat              float64
	}
	Metadata struct {
		Name, Attribution string
		Layers            []struct {
			ID               string
			Fields           map[string]string
			MinZoom, MaxZoom int
		} `json:"vector_layers"`
		Dateline counts
	}
}

type counts struct {
	Events       int
	ByZoom       []int `json:"events_by_zoom"`
	WithoutPlace int   `json:"without_place"`
	MovedToEdge  int   `json:"moved_to_edge"`
}

func read(t *testing.T, path string) about {
	t.Helper()
	var a about
	if err := json.Unmarshal([]byte(outputtest.Node(t, "pmtiles.mjs", path)), &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// tiles returns the features of each zoom in the order in which the events were
// written, as the reader of npm sees them.
func tiles(t *testing.T, path string) map[int][]outputtest.Row {
	t.Helper()
	rows := outputtest.FeatureRows(t, outputtest.Node(t, "pmtiles.mjs", path, "tiles"))
	slices.SortStableFunc(rows, func(a, b outputtest.Row) int { return integer(a["number"]) - integer(b["number"]) })
	byZoom := make(map[int][]outputtest.Row)
	for _, r := range rows {
		byZoom[integer(r["zoom"])] = append(byZoom[integer(r["zoom"])], r)
	}
	return byZoom
}

func integer(v any) int {
	n, _ := v.(json.Number).Int64()
	return int(n)
}

// TestReaderSeesEveryEvent has the reader of npm read every awkward event that has a
// place, at the top zoom.
func TestReaderSeesEveryEvent(t *testing.T) {
	events := geotest.Events()
	path := outputtest.File(t, "events.pmtiles", outputtest.Layer(t, writer(pmtiles.Options{}), events))
	a := read(t, path)
	all := len(events)
	events = slices.DeleteFunc(events, func(e geo.Event) bool { return !e.Place.Located() })
	if got := a.Metadata.Dateline; got.Events != len(events) || got.WithoutPlace != all-len(events) || got.MovedToEdge != 2 {
		t.Errorf("the metadata counts %+v of %d events, %d with a place, two of them on the poles", got, all, len(events))
	}
	got := tiles(t, path)[a.Header.MaxZoom]
	want := expected(t, events, a.Metadata.Layers[0].Fields)
	for i := range min(len(want), len(got)) {
		checkPlace(t, want[i], got[i])
	}
	outputtest.Compare(t, want, got, nil)
}

// expected returns what should be seen of the events in the fields.
func expected(t *testing.T, events []geo.Event, fields map[string]string) []outputtest.Row {
	columns := outputtest.Columns(events)
	rows := outputtest.Rows(t, columns, columns.Names(), events)
	for i, row := range rows {
		for name := range row {
			if _, shown := fields[name]; !shown && name != outputtest.Geometry {
				delete(row, name)
			}
		}
		if w := events[i].When; !w.IsZero() {
			row["day"], row["day_end"] = json.Number(fmt.Sprint(int(w.First))), json.Number(fmt.Sprint(int(w.Last)))
		}
	}
	return rows
}

// checkPlace checks that a feature is where it should be, but for the 7 m that a
// tile's grid may round, and takes the places off the rows.
func checkPlace(t *testing.T, want, got outputtest.Row) {
	t.Helper()
	w, g := want[outputtest.Geometry].([]float64), got[outputtest.Geometry].([]float64)
	lat := max(-85.05112878, min(w[1], 85.05112878))
	east, north := (w[0]-g[0])*111_320*math.Cos(lat*math.Pi/180), (lat-g[1])*111_320
	if off := math.Hypot(east, north); off > 7 {
		t.Errorf("%v: at %v, %.1f m from %v", want["id"], g, off, w)
	}
	delete(want, outputtest.Geometry)
	delete(got, outputtest.Geometry)
}

// TestFields expects in the tiles what is asked for, and of what is not left out the
// usual.
func TestFields(t *testing.T) {
	events := geotest.Events()
	for list, want := range map[string][]string{
		"killed,quote,input_date,note": {"day", "day_end", "input_date", "killed", "note", "quote"},
		"-killed,-quote,-note":         {"date", "date_edtf", "day", "day_end", "event_type", "id", "match", "place_precision", "place_radius_m", "sub_event_type", "title"},
	} {
		fields, err := output.ParseFields(list)
		if err != nil {
			t.Fatal(err)
		}
		s := output.Survey{Fields: fields}
		s.NoteNames([]string{"note", "date"})
		var file bytes.Buffer
		w := pmtiles.NewWriter(&file, s.Columns(), pmtiles.Options{})
		for i := range events {
			e := events[i]
			e.Extra = []geo.Property{{Name: "note", Value: "said"}, {Name: "date", Value: "some day"}}
			if err := w.Write(&e); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		path := outputtest.File(t, "events.pmtiles", file.Bytes())
		a := read(t, path)
		if got := slices.Sorted(maps.Keys(a.Metadata.Layers[0].Fields)); !slices.Equal(got, want) {
			t.Errorf("%s: fields %q, want %q", list, got, want)
		}
		for _, row := range tiles(t, path)[a.Header.MaxZoom] {
			if note := row["note"]; slices.Contains(want, "note") != (note == "said") {
				t.Errorf("%s: note is %v", list, note)
			}
		}
	}
}

func TestReaderSeesNoEvents(t *testing.T) {
	path := outputtest.File(t, "events.pmtiles", outputtest.Layer(t, writer(pmtiles.Options{}), nil))
	if got := tiles(t, path); len(got) != 0 {
		t.Errorf("features of no events: %v", got)
	}
	if h := read(t, path).Header; h.MaxZoom != 0 || h.MinLon != -180 || h.MaxLon != 180 {
		t.Errorf("header of no events: %+v", h)
	}
}

func at(lon, lat float64) geo.Place {
	return geo.Place{Match: geo.Match{Kind: geo.Given, Point: orb.Point{lon, lat}, Precision: geo.ExactPlace}}
}

// TestHeaderAndMetadata has a hostile attribution, which maps show as HTML.
func TestHeaderAndMetadata(t *testing.T) {
	events := []geo.Event{{ID: "a", When: when.On(when.Date(1969, 12, 30)), Place: at(12.5, -7)}, {ID: "b", Place: at(13.5, -6.25)}}
	o := pmtiles.Options{Title: "A <title>", Attribution: `<img src=x onerror="alert(1)"> & others`}
	path := outputtest.File(t, "events.pmtiles", outputtest.Layer(t, writer(o), events))
	a := read(t, path)
	h, m := a.Header, a.Metadata
	if h.MinZoom != 0 || h.MaxZoom != 10 || h.TileType != 1 || h.TileCompression != 2 || !h.Clustered || h.LeafDirectoryLength != 0 {
		t.Errorf("header %+v", h)
	}
	if got, want := []float64{h.MinLon, h.MinLat, h.MaxLon, h.MaxLat}, []float64{12.5, -7, 13.5, -6.25}; !slices.Equal(got, want) {
		t.Errorf("bounds %v, want %v", got, want)
	}
	if m.Name != "A <title>" || m.Attribution != "&lt;img src=x onerror=&#34;alert(1)&#34;&gt; &amp; others" {
		t.Errorf("name %q, attribution %q", m.Name, m.Attribution)
	}
	if len(m.Layers) != 1 || m.Layers[0].ID != "events" || m.Layers[0].MaxZoom != 10 || m.Layers[0].Fields["day"] != "Number" || m.Layers[0].Fields["title"] != "String" {
		t.Errorf("layers %+v", m.Layers)
	}
	if got := tiles(t, path)[10][0]["day"]; got != json.Number("-2") {
		t.Errorf("1969-12-30 is day %v, want -2", got)
	}
}

// TestThinning compares every zoom with the deadliest of each cell by the plain
// formula, for so many tiles that the directory has leaves.
func TestThinning(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	events := make([]geo.Event, 6000)
	for i := range events {
		// Around a few towns and all over, as events lie.
		lon, lat := r.Float64()*360-180, r.Float64()*168-84
		if i%2 == 0 {
			lon, lat = 35+float64(i%6)/2+r.NormFloat64()/10, 34+r.NormFloat64()/10
		}
		events[i] = geo.Event{ID: fmt.Sprint(i), Place: at(lon, lat)}
		if i%3 > 0 {
			events[i].Killed = geo.Exactly(r.IntN(4))
		}
	}
	path := outputtest.File(t, "events.pmtiles", outputtest.Layer(t, writer(pmtiles.Options{}), events))
	a := read(t, path)
	if a.Header.LeafDirectoryLength == 0 {
		t.Error("the file has no leaf directories, which it is here to test")
	}
	got := tiles(t, path)
	for zoom := range a.Header.MaxZoom + 1 {
		var seen []string
		for _, row := range got[zoom] {
			seen = append(seen, row["id"].(string))
		}
		if diff := cmp.Diff(deadliest(events, zoom, a.Header.MaxZoom), seen); diff != "" {
			t.Errorf("zoom %d (-want +got):\n%.1000s", zoom, diff)
		}
		if n := a.Metadata.Dateline.ByZoom[zoom]; n != len(seen) {
			t.Errorf("zoom %d: the metadata counts %d, there are %d", zoom, n, len(seen))
		}
	}
}

// deadliest returns the events that should be seen at a zoom.
func deadliest(events []geo.Event, zoom, top int) []string {
	type cell struct{ x, y int }
	best := make(map[cell]int)
	toll := func(i int) int {
		if n, known := events[i].Killed.Best.Int(); known {
			return n
		}
		return -1
	}
	var ids []string
	for i, e := range events {
		p, _, _ := output.PositionOf(&events[i])
		side := math.Exp2(float64(zoom + 6))
		c := cell{int((p.Lon + 180) / 360 * side), int((1 - math.Asinh(math.Tan(p.Lat*math.Pi/180))/math.Pi) / 2 * side)}
		if other, taken := best[c]; !taken || toll(i) > toll(other) {
			best[c] = i
		}
		ids = append(ids, e.ID)
	}
	if zoom == top {
		return ids
	}
	shown := make(map[string]bool)
	for _, i := range best {
		shown[events[i].ID] = true
	}
	return slices.DeleteFunc(ids, func(id string) bool { return !shown[id] })
}

// TestTopZoom says how far in the tiles go.
func TestTopZoom(t *testing.T) {
	many := func(n int, step float64) []geo.Event {
		events := make([]geo.Event, n)
		for i := range events {
			events[i] = geo.Event{ID: fmt.Sprint(i), Place: at(9.85+float64(i)*step, 10)}
		}
		return events
	}
	for _, test := range []struct {
		events []geo.Event
		want   byte
		reason string
	}{
		{nil, 0, "there is nothing to see"},
		{many(1, 0), 10, "one event, whose place is fine enough there"},
		{many(2000, 0), 10, "as many as a tile should have"},
		{many(2001, 0), 14, "one spot can never be parted"},
		{many(3900, 0.34/3900), 11, "all in one tile of zoom 10, half of them in one of 11"},
	} {
		layer := outputtest.Layer(t, writer(pmtiles.Options{}), test.events)
		if got := layer[101]; got != test.want {
			t.Errorf("%d events: top zoom %d, want %d: %s", len(test.events), got, test.want, test.reason)
		}
		if got := count(t, layer); got != len(test.events) {
			t.Errorf("%d events: %d at the top zoom", len(test.events), got)
		}
	}
}
