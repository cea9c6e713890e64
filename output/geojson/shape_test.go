package geojson_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
)

// TestPlacesByNumber packs rows whose places are answers of a gazetteer, which come
// again: their columns and points are then made once.
func TestPlacesByNumber(t *testing.T) {
	matches := []geo.Match{
		{Kind: geo.Exact, ID: "gn:1", Name: "Gao", Type: "town", Point: orb.Point{-0.04, 16.27}, Precision: geo.ExactPlace, RadiusM: geo.Known(5000), Confidence: 0.93, Country: "ML", Adm1: "Gao", Adm2: "Gao"},
		{Kind: geo.Variant, ID: "gn:2", Name: "Fada \"N\"\ngourma", Point: orb.Point{0.35, 12.06}, Precision: geo.WithinAdm1, Confidence: 0.5, Country: "BF"},
		{Kind: geo.Unresolved, Reason: "none"},
		{Kind: geo.Ambiguous, Reason: "several", Candidates: []geo.Candidate{{ID: "gn:3"}}},
		{Kind: geo.Exact, Name: strings.Repeat("long ", 1<<14), Point: orb.Point{1, 2}},
		{Kind: geo.Exact, Name: strings.Repeat("long ", 1<<12), Point: orb.Point{1, 2}},
		{Kind: geo.Exact, Point: orb.Point{1, 200}}, // no place on earth
	}
	rows := tableRows(400)
	for _, list := range []string{"event,input", "place_name,place_id,place_type,place_precision,place_radius_m,match,confidence,country,adm1,adm2", "-adm2", "-id", "input"} {
		t.Run(list, func(t *testing.T) {
			fields, err := output.ParseFields(list)
			if err != nil {
				t.Fatal(err)
			}
			var s output.Survey
			s.Note(&rows[0])
			columns := s.ColumnsOf(fields)
			enc := geojson.NewEncoder(columns, geojson.Options{})
			for i := range rows {
				e := rows[i]
				e.Place.Match = matches[i*7%len(matches)]
				e.Place.Match.Answer = uint32(i*7%len(matches)) + 1<<15 - 3 // of which the last have no text
				if _, _, err := output.PositionOf(&e); err == nil {
					checkPlain(t, enc, columns, []geo.Event{e})
				} else if _, err := enc.AppendValues(nil, &e); err == nil {
					t.Fatalf("%v is packed as a point", e.Place.Match.Point)
				}
			}
		})
	}
}

// TestMorePlacesThanTexts packs more places than there is memory for the texts of.
func TestMorePlacesThanTexts(t *testing.T) {
	row := tableRows(1)[0]
	columns := columnsOf(&row)
	enc := geojson.NewEncoder(columns, geojson.Options{})
	name := strings.Repeat("y", 20_000)
	for turn := range 2 {
		for n := range 600 {
			row.Place.Match.Name, row.Place.Match.Answer = fmt.Sprint(name, n), uint32(n)
			row.Killed.Best = geo.Known(turn)
			checkPlain(t, enc, columns, []geo.Event{row})
		}
	}
}

// TestMoreShapesThanNumbers packs features of more shapes than are kept, of which the
// last bring theirs along.
func TestMoreShapesThanNumbers(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	names := make([]string, 300)
	for i := range names {
		names[i] = fmt.Sprint("column ", i)
	}
	columns := output.NewColumns(names...)
	shapes := new(geojson.Shapes)
	pack, expand := geojson.NewEncoder(columns, geojson.Options{Shapes: shapes}), geojson.NewEncoder(columns, geojson.Options{Shapes: shapes})
	var packed [][]byte
	rows := tableRows(400)
	for i := range rows {
		e := &rows[i]
		e.Extra = nil
		for _, name := range names {
			p := geo.Property{Name: name, Value: []string{"1", "null", "true"}[r.IntN(3)], JSON: r.IntN(2) == 0}
			if r.IntN(8) == 0 {
				p = geo.Property{Name: name, Value: e.Actor1}
			}
			e.Extra = append(e.Extra, p)
		}
		values, err := pack.AppendValues(nil, e)
		if err != nil {
			t.Fatal(err)
		}
		packed = append(packed, values)
	}
	for i := range rows {
		if got, want := expand.Expand(nil, packed[i]), plainFeature(t, columns, &rows[i]); !bytes.Equal(got, want) {
			t.Fatalf("row %d: got\n%s\nwant\n%s", i, got, want)
		}
	}
}
