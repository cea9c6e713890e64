package geojson_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
)

// tableRows returns events as a table of conflict events gives them: cells are
// parts of the text of their row, and many are said twice, as a column of ours and
// as the input's own.
func tableRows(n int) []geo.Event {
	names := []string{"event_id", "event_date", "event_type", "sub_event_type", "actor1", "country", "admin1", "location", "latitude", "longitude", "fatalities", "notes"}
	kinds := []string{"Battles,Armed clash", "Riots,Mob violence", "Protests,Peaceful protest", "Explosions,Landmine"}
	towns := []string{"Mali,Gao,Gao", "Iraq,Anbar,Ramadi", "Burkina Faso,Est,Fada N'gourma", "Perú,Cusco,Cusco"}
	events := make([]geo.Event, n)
	for i := range events {
		day := when.Date(2001, 1, 1) + when.Day(i*7919%8000)
		lat, lon := float64(i*48271%170_000_00)/1e5-85, float64(i*69621%359_000_00)/1e5-179
		row := fmt.Sprintf("ROW%07d,%s,%s,Group %d,%s,%.5f,%.5f,%d,Report %d: a spokesman called it \"isolated\"; it lasted from noon until late in the evening and was told by telephone.",
			i, day, kinds[i%4], i%13, towns[i/3%4], lat, lon, i%9, i)
		events[i] = tableEvent(names, strings.SplitN(row, ",", 12), day, orb.Point{lon, lat}, i%9)
	}
	return events
}

func tableEvent(names, cells []string, day when.Day, at orb.Point, killed int) geo.Event {
	e := geo.Event{
		ID: cells[0], When: when.On(day), Type: cells[2], SubType: cells[3], Actor1: cells[4], Killed: geo.Exactly(killed),
		Place: geo.Place{
			Name: cells[7], Within: geo.Within{Country: cells[5], Adm1: cells[6]},
			Match: geo.Match{Kind: geo.Given, Point: at, Precision: geo.ExactPlace, Country: "ML", Adm1: cells[6]},
		},
		Source: geo.Source{Document: "table.csv", Row: 2, Quote: cells[11]},
	}
	for i, name := range names {
		e.Extra = append(e.Extra, geo.Property{Name: name, Value: cells[i]})
	}
	return e
}

func columnsOf(e *geo.Event) *output.Columns {
	var s output.Survey
	s.Note(e)
	return s.Columns()
}

// BenchmarkEncoder writes features of table rows, an operation each: as they
// stand in a layer, as what is sorted of them, and the one made of the other.
func BenchmarkEncoder(b *testing.B) {
	rows := tableRows(512)
	enc := geojson.NewEncoder(columnsOf(&rows[0]), geojson.Options{})
	forms := []struct {
		name   string
		append func([]byte, *geo.Event) ([]byte, error)
	}{{"features", enc.Append}, {"values", enc.AppendValues}}
	var buf []byte
	for _, form := range forms {
		b.Run(form.name, func(b *testing.B) {
			b.ReportAllocs()
			size := 0
			for i := 0; b.Loop(); i++ {
				if i%64 == 0 { // what fits into a cache, as in a run
					buf = buf[:0]
				}
				before := len(buf)
				buf, _ = form.append(buf, &rows[i%len(rows)])
				size += len(buf) - before
			}
			b.SetBytes(int64(size / b.N))
		})
	}
	values := make([][]byte, len(rows))
	for i := range values {
		values[i], _ = enc.AppendValues(nil, &rows[i])
	}
	b.Run("expand", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if i%64 == 0 {
				buf = buf[:0]
			}
			buf = enc.Expand(buf, values[i%len(values)])
		}
	})
}
