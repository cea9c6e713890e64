package record

import (
	"bytes"
	"fmt"
	"testing"
)

// wideTable is a table as exports of incidents are: twelve columns, a note in
// quotes with quotes in it, 270 bytes a row.
func wideTable(rows int) []byte {
	kinds := [...]string{"Battles,Armed clash", "Violence against civilians,Attack", "Explosions/Remote violence,Remote explosive/landmine/IED", "Protests,Peaceful protest"}
	places := [...]string{"Italy,Emilia-Romagna,Formigine", "Nigeria,Borno,Maiduguri", "Mali,Mopti,Bandiagara", "Unknown,,Nyala"}
	var b bytes.Buffer
	b.WriteString("event_id,event_date,event_type,sub_event_type,actor1,country,admin1,location,latitude,longitude,fatalities,notes\n")
	for i := range rows {
		fmt.Fprintf(&b, "EVT%07d,20%02d-%02d-%02d,%s,Communal militia,%s,%.5f,%.5f,%d,\"Report %d: a spokesman called it \"\"an isolated incident\"\", and promised an inquiry into it, two local sources said by telephone in the evening.\"\n",
			i, i%25, 1+i%12, 1+i%28, kinds[i%len(kinds)], places[i/3%len(places)], 14+float64(i%1000)/1000, -3-float64(i%777)/777, i%9, i)
	}
	return b.Bytes()
}

// BenchmarkParts reads a table as a large job does: part by part, with the memory
// of each used again.
func BenchmarkParts(b *testing.B) {
	const rows = 50_000
	text := wideTable(rows)
	for _, job := range []struct {
		name string
		make func(*Part)
	}{{"Read", func(*Part) {}}, {"Convert", (*Part).Convert}} {
		b.Run(job.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for p := range ReadParts("t.csv", bytes.NewReader(text), Options{LendText: true}) {
					job.make(p)
					p.Release()
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/rows, "ns/row")
		})
	}
}
