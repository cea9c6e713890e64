package parquet_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	library "github.com/parquet-go/parquet-go"
	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/outputtest"
	"github.com/dateline-map/dateline/output/parquet"
)

func writer(o parquet.Options) outputtest.New {
	return func(w io.Writer, columns *output.Columns) output.Writer { return parquet.NewWriter(w, columns, o) }
}

func open(t testing.TB, layer []byte) *library.File {
	t.Helper()
	f, err := library.OpenFile(bytes.NewReader(layer), int64(len(layer)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestPromises(t *testing.T) {
	outputtest.Promises(t, writer(parquet.Options{Title: "A title", Attribution: "Nobody"}), func(t testing.TB, layer []byte) int {
		return int(open(t, layer).NumRows())
	})
}

// TestReadersReadAllBack has two readers that are not ours read every awkward
// event, in the order written.
func TestReadersReadAllBack(t *testing.T) {
	events := geotest.Events()
	columns := outputtest.Columns(events)
	path := outputtest.File(t, "events.parquet", outputtest.Layer(t, writer(parquet.Options{}), events))
	want := outputtest.Rows(t, columns, columns.Names("geometry", "bbox"), events)
	for _, row := range want {
		delete(row, "__proto__") // which no object of JavaScript has for a key
	}
	for _, reader := range []string{"hyparquet.mjs", "duckdb.mjs"} {
		t.Run(reader, func(t *testing.T) {
			outputtest.Compare(t, want, outputtest.FeatureRows(t, outputtest.Node(t, reader, path)), nil)
		})
	}
}

func TestReadersReadAnEmptyFile(t *testing.T) {
	path := outputtest.File(t, "events.parquet", outputtest.Layer(t, writer(parquet.Options{}), nil))
	for _, reader := range []string{"hyparquet.mjs", "duckdb.mjs"} {
		if got := outputtest.FeatureRows(t, outputtest.Node(t, reader, path)); len(got) != 0 {
			t.Errorf("%s sees %d rows", reader, len(got))
		}
	}
}

// example has a column of every type.
func example() geo.Event {
	return geo.Event{ID: "a", When: when.On(when.Date(2014, 6, 10)), Killed: geo.Exactly(0),
		Place: geo.Place{Match: geo.Match{Kind: geo.Given, Point: orb.Point{12.5, -7}, Precision: geo.ExactPlace}},
		Extra: []geo.Property{
			{Name: "big", Value: "9007199254740993", JSON: true}, {Name: "rate", Value: "0.0", JSON: true}, {Name: "seen", Value: "false", JSON: true},
			{Name: "note", Value: ""}, {Name: "geometry", Value: "x"}}}
}

func TestDuckDBSeesTypes(t *testing.T) {
	got := outputtest.Node(t, "duckdb.mjs", outputtest.File(t, "events.parquet", outputtest.Layer(t, writer(parquet.Options{}), []geo.Event{example()})), "types")
	for _, want := range []string{
		"id: VARCHAR", "date: DATE", "start: TIMESTAMP\n", "killed: BIGINT", "confidence: DOUBLE", "big: BIGINT", "rate: DOUBLE",
		"seen: BOOLEAN", "note: VARCHAR", "input_geometry: VARCHAR", "bbox: STRUCT(xmin DOUBLE, ymin DOUBLE, xmax DOUBLE, ymax DOUBLE)",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// TestZeroIsNotNull is about a trap of the library, whose structs cannot tell.
func TestZeroIsNotNull(t *testing.T) {
	f := open(t, outputtest.Layer(t, writer(parquet.Options{}), []geo.Event{example(), {}}))
	rows := make([]library.Row, 2)
	if n, err := f.RowGroups()[0].Rows().ReadRows(rows); n != 2 {
		t.Fatal(n, err)
	}
	for _, name := range []string{"killed", "rate", "seen", "note"} {
		leaf, ok := f.Schema().Lookup(name)
		if !ok {
			t.Fatalf("no column %s", name)
		}
		if rows[0][leaf.ColumnIndex].IsNull() || !rows[1][leaf.ColumnIndex].IsNull() {
			t.Errorf("%s: %v and %v, want a value and null", name, rows[0][leaf.ColumnIndex], rows[1][leaf.ColumnIndex])
		}
	}
}

func TestMetadata(t *testing.T) {
	at := func(lon, lat float64) geo.Event {
		e := example()
		e.Place.Point = orb.Point{lon, lat}
		return e
	}
	for _, test := range []struct {
		events []geo.Event
		bbox   []any
		reason string
	}{
		{nil, nil, "no events lie nowhere"},
		{[]geo.Event{{}}, nil, "an event without a place lies nowhere"},
		{[]geo.Event{at(0, 0)}, []any{0.0, 0.0, 0.0, 0.0}, "null island is a place"},
		{[]geo.Event{at(-180, 12), at(180, -90)}, []any{-180.0, -90.0, 180.0, 12.0}, "the box of all"},
	} {
		f := open(t, outputtest.Layer(t, writer(parquet.Options{Title: "A title", Attribution: "Nobody"}), test.events))
		text, _ := f.Lookup("geo")
		var got map[string]any
		if err := json.Unmarshal([]byte(text), &got); err != nil {
			t.Fatal(err)
		}
		geometry := map[string]any{
			"encoding": "WKB", "geometry_types": []any{"Point"},
			"covering": map[string]any{"bbox": map[string]any{
				"xmin": []any{"bbox", "xmin"}, "ymin": []any{"bbox", "ymin"}, "xmax": []any{"bbox", "xmax"}, "ymax": []any{"bbox", "ymax"}}},
		}
		if test.bbox != nil {
			geometry["bbox"] = test.bbox
		}
		want := map[string]any{"version": "1.1.0", "primary_column": "geometry", "columns": map[string]any{"geometry": geometry}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.reason, diff)
		}
		if a, _ := f.Lookup("attribution"); a != "Nobody" {
			t.Errorf("attribution is %q", a)
		}
	}
}

// TestOrderOverGroups has more rows than a group and more texts than a dictionary.
func TestOrderOverGroups(t *testing.T) {
	const n = 1<<16 + 1000
	var file bytes.Buffer
	w := parquet.NewWriter(&file, output.NewColumns("n"), parquet.Options{})
	for i := range n {
		e := geo.Event{ID: fmt.Sprintf("event %d", i), Extra: []geo.Property{{Name: "n", Value: strings.Repeat("x", i%50)}}}
		if err := w.Write(&e); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f := open(t, file.Bytes())
	if len(f.RowGroups()) != 2 || f.NumRows() != n {
		t.Fatalf("%d groups of %d rows", len(f.RowGroups()), f.NumRows())
	}
	i := 0
	for _, group := range f.RowGroups() {
		rows := group.Rows()
		batch := make([]library.Row, 100)
		for {
			read, err := rows.ReadRows(batch)
			for _, row := range batch[:read] {
				if want := fmt.Sprintf("event %d", i); row[0].String() != want {
					t.Fatalf("row %d is %s", i, row[0])
				}
				i++
			}
			if err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
		rows.Close()
	}
	if i != n {
		t.Errorf("%d rows read of %d", i, n)
	}
}
