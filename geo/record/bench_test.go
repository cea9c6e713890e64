package record

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/record/internal/delimited"
)

// benchTable is a table of about 130 bytes a row, most of it text.
func benchTable(rows int) []byte {
	var b bytes.Buffer
	b.WriteString("id,date,country,admin1,admin2,place,lat,lon,precision,fatalities,event_type,notes\n")
	for i := range rows {
		fmt.Fprintf(&b, "ev-%06d,20%02d-%02d-%02d,Mali,Mopti,Bandiagara,Village %d,%.5f,%.5f,%d,%d,Battles,\"Clash number %d, at a market\"\n",
			i, i%25, 1+i%12, 1+i%28, i%997, 14+float64(i%1000)/1000, -3-float64(i%777)/777, 1+i%3, i%9, i)
	}
	return b.Bytes()
}

func BenchmarkCSV(b *testing.B) {
	text := benchTable(20_000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for _, err := range CSV("t.csv", bytes.NewReader(text), Options{}) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != 20_000 {
			b.Fatal(n)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/20_000, "ns/row")
}

func BenchmarkScanner(b *testing.B) {
	text := benchTable(20_000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var c delimited.Cells
	for b.Loop() {
		s := delimited.New(bytes.NewReader(text), ',', defaultMaxRecord)
		for s.Next(&c) == nil {
		}
	}
}

// BenchmarkEncodingCSV is what BenchmarkScanner is to be compared with.
func BenchmarkEncodingCSV(b *testing.B) {
	text := benchTable(20_000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r := csv.NewReader(bytes.NewReader(text))
		r.ReuseRecord = true
		for {
			if _, err := r.Read(); err == io.EOF {
				break
			}
		}
	}
}

func BenchmarkNDJSON(b *testing.B) {
	var text strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&text, `{"id":"ev-%06d","date":"2020-01-%02d","place":"Village %d","country":"Mali","lat":%.5f,"lon":-3.5,"killed":%d}`+"\n",
			i, 1+i%28, i%997, 14+float64(i%1000)/1000, i%9)
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Read("t.ndjson", strings.NewReader(text.String()), Options{Format: Sequence}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
