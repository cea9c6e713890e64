package geojson_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/outputtest"
)

// plainFeature writes a feature the plain way: one value after another, each from
// what the columns say.
func plainFeature(t testing.TB, columns *output.Columns, e *geo.Event) []byte {
	values, err := columns.Values(nil, e)
	if err != nil {
		t.Fatal(err)
	}
	b := []byte(`{"type":"Feature",`)
	if e.ID != "" {
		b = append(geojson.AppendString(append(b, `"id":`...), e.ID), ',')
	}
	b = appendPlainPoint(t, append(b, `"geometry":`...), e)
	b = append(b, `,"properties":{`...)
	for i, c := range columns.All() {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(geojson.AppendString(b, c.Name), ':')
		b = appendPlain(b, &values[i])
	}
	return append(b, "}}"...)
}

func appendPlainPoint(t testing.TB, b []byte, e *geo.Event) []byte {
	p, ok, err := output.PositionOf(e)
	if err != nil {
		t.Fatal(err)
	}
	if !ok {
		return append(b, "null"...)
	}
	b = append(b, `{"type":"Point","coordinates":[`...)
	b = append(p.AppendCoordinate(b, p.Lon), ',')
	return append(p.AppendCoordinate(b, p.Lat), "]}"...)
}

func appendPlain(b []byte, v *output.Value) []byte {
	switch v.Kind {
	case output.Null:
		return append(b, "null"...)
	case output.Text:
		return geojson.AppendString(b, v.Text)
	case output.Date, output.DateTime:
		return append(v.Append(append(b, '"')), '"')
	}
	return v.Append(b)
}

// checkPlain holds the features of events, as they are and made of packed values,
// against the plain ones.
func checkPlain(t testing.TB, enc *geojson.Encoder, columns *output.Columns, events []geo.Event) {
	t.Helper()
	for i := range events {
		e := &events[i]
		want := plainFeature(t, columns, e)
		before := []byte("before")
		if got, err := enc.Append(before, e); err != nil || !bytes.Equal(got[len(before):], want) {
			t.Fatalf("%v, got\n%s\nwant\n%s", err, got[len(before):], want)
		}
		values, err := enc.AppendValues(before, e)
		if err != nil {
			t.Fatal(err)
		}
		if got := enc.Expand(before, values[len(before):]); !bytes.Equal(got[len(before):], want) {
			t.Fatalf("of packed values got\n%s\nwant\n%s", got[len(before):], want)
		}
	}
}

// TestSelectedFeaturesArePlain selects every property alone, all but it, and several.
func TestSelectedFeaturesArePlain(t *testing.T) {
	lists := []string{"input", "event", "-event", "-input", "start,end,input", "-date", "-id,-title", "quote,input", "nothing", "input,-event_date,-notes"}
	for _, c := range output.NewColumns().Fixed() {
		lists = append(lists, c.Name, "-"+c.Name)
	}
	events := append(append(geotest.Events(), examples()...), tableRows(100)...)
	var survey output.Survey
	for i := range events {
		survey.Note(&events[i])
	}
	for _, list := range lists {
		fields, err := output.ParseFields(list)
		if err != nil {
			t.Fatal(err)
		}
		columns := survey.ColumnsOf(fields)
		t.Run(list, func(t *testing.T) { checkPlain(t, geojson.NewEncoder(columns, geojson.Options{}), columns, events) })
		rows := tableRows(100) // whose properties are all the columns
		var s output.Survey
		s.Note(&rows[0])
		columns = s.ColumnsOf(fields)
		t.Run("table of "+list, func(t *testing.T) { checkPlain(t, geojson.NewEncoder(columns, geojson.Options{}), columns, rows) })
	}
}

func TestFeaturesArePlain(t *testing.T) {
	rows := tableRows(200)
	unlike := slices.Clone(rows[100:])
	for i := range unlike { // what was one memory is so no more
		unlike[i].Source.Quote, unlike[i].Actor1 = unlike[i].Actor1, ""
	}
	for name, events := range map[string][]geo.Event{
		"awkward events": geotest.Events(), "examples": examples(), "a table": append(rows, unlike...),
	} {
		t.Run(name, func(t *testing.T) {
			columns := outputtest.Columns(events)
			checkPlain(t, geojson.NewEncoder(columns, geojson.Options{}), columns, events)
		})
	}
}

// TestTextsOfAllSizes writes texts around the sizes at which a packed value gets a
// longer head, some of which reach them only when they are escaped.
func TestTextsOfAllSizes(t *testing.T) {
	columns := output.NewColumns("note")
	enc := geojson.NewEncoder(columns, geojson.Options{})
	for _, size := range [][2]int{{0, 70}, {1 << 12, 1<<12 + 2}, {1<<13 - 70, 1<<13 + 2}, {1 << 20, 1<<20 + 1}} {
		for n := size[0]; n < size[1]; n++ {
			for _, letter := range []string{"x", `"`, "\u2028"} {
				text := strings.Repeat(letter, n/len(letter))
				e := geo.Event{ID: "a", Title: text, Actor1: text, Extra: []geo.Property{{Name: "note", Value: text}}}
				checkPlain(t, enc, columns, []geo.Event{e})
			}
		}
	}
}

// TestExpandWithMoreColumns expands values of an encoder that did not know of the
// last columns.
func TestExpandWithMoreColumns(t *testing.T) {
	row := tableRows(1)[0]
	few, all := columnsOf(&row), &output.Survey{}
	more := row
	more.Extra = append(slices.Clone(row.Extra), geo.Property{Name: "remark"})
	all.Note(&row)
	all.Note(&more)
	o := geojson.Options{Shapes: new(geojson.Shapes)}
	values, err := geojson.NewEncoder(few, o).AppendValues(nil, &row)
	if err != nil {
		t.Fatal(err)
	}
	got := geojson.NewEncoder(all.Columns(), o).Expand(nil, values)
	if want := plainFeature(t, all.Columns(), &row); !bytes.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// FuzzFeature holds features of events whose texts are cut out of one text, and so
// are often the same, against plain ones.
func FuzzFeature(f *testing.F) {
	f.Add("Gao, \"Gao\"\nin Mali <b>\u2028", uint64(1))
	f.Add("", uint64(2))
	f.Add("a\xff\x00b", uint64(3))
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 0))
		names := []string{"a", "b", "id", "b"}
		columns := output.NewColumns(names...)
		enc := geojson.NewEncoder(columns, geojson.Options{})
		for range 40 {
			e := cutEvent(r, s, names)
			checkPlain(t, enc, columns, []geo.Event{e})
		}
	})
}

func cutEvent(r *rand.Rand, s string, names []string) geo.Event {
	var cells [4]string
	for i := range cells {
		from := r.IntN(len(s) + 1)
		cells[i] = s[from : from+r.IntN(len(s)-from+1)]
	}
	cell := func() string { return cells[r.IntN(len(cells))] }
	day := when.Date(1+r.IntN(9999), 1, 1)
	e := geo.Event{ID: cell(), Title: cell(), Type: cell(), SubType: cell(), Actor1: cell(), Killed: geo.Count{Best: geo.Known(r.IntN(200))}}
	e.Source.Quote, e.Place.Name = cell(), cell()
	e.When = []when.Interval{{}, when.On(day), {First: day, Last: day, Precision: when.ToDay, Approximate: true}, {First: day, Last: day + 6, Precision: when.ToWeek}}[r.IntN(4)]
	for _, name := range names {
		e.Extra = append(e.Extra, geo.Property{Name: name, Value: cell(), JSON: r.IntN(8) == 0})
	}
	return e
}
