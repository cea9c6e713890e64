package fgb_test

import (
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	flatbuffers "github.com/google/flatbuffers/go"
	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/fgb"
	"github.com/dateline-map/dateline/output/outputtest"
)

func writer(o fgb.Options) outputtest.New {
	return func(w io.Writer, columns *output.Columns) output.Writer { return fgb.NewWriter(w, columns, o) }
}

// count walks the features by the sizes before them, as a reader without an index
// does. GDAL, which takes its time to start, sees whole layers below.
func count(t testing.TB, layer []byte) int {
	t.Helper()
	const magic = 8
	rest := layer[magic+4+int(binary.LittleEndian.Uint32(layer[magic:])):]
	var header fgbHeader
	header.read(layer[magic+4:])
	if header.nodeSize > 0 {
		nodes := 0
		for n, root := int(header.count), false; !root; root = n == 1 {
			nodes += n
			n = (n + header.nodeSize - 1) / header.nodeSize
			if n == 1 {
				nodes++
			}
		}
		rest = rest[40*nodes:]
	}
	n := 0
	for len(rest) > 0 {
		rest = rest[4+int(binary.LittleEndian.Uint32(rest)):]
		n++
	}
	if n != int(header.count) {
		t.Errorf("the header counts %d features, there are %d", header.count, n)
	}
	return n
}

// fgbHeader is what the test needs of a header.
type fgbHeader struct {
	count    uint64
	nodeSize int
}

func (h *fgbHeader) read(b []byte) {
	table := flatbuffers.Table{Bytes: b, Pos: flatbuffers.GetUOffsetT(b)}
	slot := func(n int) flatbuffers.UOffsetT {
		return flatbuffers.UOffsetT(table.Offset(flatbuffers.VOffsetT(4 + 2*n)))
	}
	h.nodeSize = 16
	if o := slot(8); o != 0 {
		h.count = table.GetUint64(o + table.Pos)
	}
	if o := slot(9); o != 0 {
		h.nodeSize = int(table.GetUint16(o + table.Pos))
	}
}

func TestPromises(t *testing.T) {
	for name, o := range map[string]fgb.Options{"by date": {Folder: t.TempDir()}, "indexed": {Index: true, Title: "A title", Attribution: "Nobody"}} {
		t.Run(name, func(t *testing.T) { outputtest.Promises(t, writer(o), count) })
	}
}

func TestGDALReadsAnEmptyLayer(t *testing.T) {
	for _, o := range []fgb.Options{{}, {Index: true}} {
		if got := outputtest.GDALRows(t, outputtest.File(t, "events.fgb", outputtest.Layer(t, writer(o), nil))); len(got) != 0 {
			t.Errorf("%+v: %d features of no events", o, len(got))
		}
	}
}

// located returns the events that have a place.
func located(events []geo.Event) []geo.Event {
	return slices.DeleteFunc(events, func(e geo.Event) bool { return !e.Place.Located() })
}

// TestReadersReadAllBack has GDAL and the reader of npm read every awkward event,
// in the order written.
func TestReadersReadAllBack(t *testing.T) {
	events := geotest.Events()
	columns := outputtest.Columns(events)
	path := outputtest.File(t, "events.fgb", outputtest.Layer(t, writer(fgb.Options{}), events))
	want := outputtest.Rows(t, columns, columns.Names(), events)
	t.Run("GDAL", func(t *testing.T) { outputtest.Compare(t, want, outputtest.GDALRows(t, path), midnight) })
	t.Run("npm flatgeobuf", func(t *testing.T) { // which stops at a feature without geometry
		events := located(events)
		path := outputtest.File(t, "events.fgb", outputtest.Layer(t, writer(fgb.Options{}), events))
		columns := outputtest.Columns(events)
		want := outputtest.Rows(t, columns, columns.Names(), events)
		outputtest.Compare(t, want, outputtest.FeatureRows(t, outputtest.Node(t, "flatgeobuf.mjs", path)), nil)
	})
}

// midnight is what GDAL makes of a day in a column that may have times.
func midnight(column string, v any) any {
	if s, ok := v.(string); ok && column == "date" {
		return s + "T00:00:00"
	}
	return v
}

func TestIndexedLayerIsWhole(t *testing.T) {
	events := geotest.Events()
	columns := outputtest.Columns(events)
	path := outputtest.File(t, "events.fgb", outputtest.Layer(t, writer(fgb.Options{Index: true}), events))
	byID := func(a, b outputtest.Row) int { return strings.Compare(fmt.Sprint(a["id"]), fmt.Sprint(b["id"])) }
	want := outputtest.Rows(t, columns, columns.Names(), located(events))
	slices.SortFunc(want, byID)
	got := outputtest.GDALRows(t, path)
	slices.SortFunc(got, byID)
	outputtest.Compare(t, want, got, midnight)
}

func TestGDALSeesTypes(t *testing.T) {
	e := geo.Event{ID: "a", When: when.On(when.Date(2014, 6, 10)), Killed: geo.Exactly(3), Place: at(12.5, -7), Extra: []geo.Property{
		{Name: "big", Value: "9007199254740993", JSON: true}, {Name: "rate", Value: "0.5", JSON: true}, {Name: "seen", Value: "true", JSON: true}, {Name: "note", Value: "x"}}}
	o := fgb.Options{Name: "a layer"}
	info := outputtest.GDAL(t, "ogrinfo", "-al", "-so", outputtest.File(t, "events.fgb", outputtest.Layer(t, writer(o), []geo.Event{e})))
	for _, want := range []string{
		"Layer name: a layer", "Geometry: Point", "Feature Count: 1", "Extent: (12.500000, -7.000000) - (12.500000, -7.000000)", `ID["EPSG",4326]`,
		"date: DateTime ", "start: DateTime ", "killed: Integer (", "confidence: Real ", "big: Integer64 ", "rate: Real ", "seen: Integer(Boolean) ", "note: String ",
	} {
		if !strings.Contains(info, want) {
			t.Errorf("no %q in\n%s", want, info)
		}
	}
}

func at(lon, lat float64) geo.Place {
	return geo.Place{Match: geo.Match{Kind: geo.Given, Point: orb.Point{lon, lat}, Precision: geo.ExactPlace}}
}

// TestIndexAgainstAll asks GDAL, by the index, for what lies in boxes, for layers
// of sizes around those at which the tree grows a level.
func TestIndexAgainstAll(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 16, 17, 256, 257, 1000} {
		events := make([]geo.Event, n)
		for i := range events {
			events[i] = geo.Event{ID: fmt.Sprintf("e%04d", i), Place: at(float64(r.IntN(3600))/10-180, float64(r.IntN(1800))/10-90)}
		}
		path := outputtest.File(t, "events.fgb", outputtest.Layer(t, writer(fgb.Options{Index: true}), events))
		for range 2 {
			west, south := r.IntN(300)-180, r.IntN(120)-90
			var want []string
			for _, e := range events {
				p := e.Place.Point
				if p.Lon() >= float64(west) && p.Lon() <= float64(west+60) && p.Lat() >= float64(south) && p.Lat() <= float64(south+60) {
					want = append(want, e.ID)
				}
			}
			var got []string
			for _, row := range outputtest.GDALRows(t, path, "-spat", strconv.Itoa(west), strconv.Itoa(south), strconv.Itoa(west+60), strconv.Itoa(south+60)) {
				got = append(got, row["id"].(string))
			}
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Fatalf("%d events, box from %d, %d: got %q, want %q", n, west, south, got, want)
			}
		}
	}
}
