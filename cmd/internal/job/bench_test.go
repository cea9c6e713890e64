package job

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/gazetteer/world"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/when"
)

// BenchmarkStories reads the stories of testdata as dateline map does, from the
// files to placed events, on one core: documents/s are of 400 words.
func BenchmarkStories(b *testing.B) {
	index, err := world.Open()
	if err != nil {
		b.Fatal(err)
	}
	r := Run{places: undecided(b, index)}
	words := 0
	for b.Loop() {
		words = 0
		for d, err := range input.NewLibrary(when.Interval{}).Open("../../../testdata/stories/wire.ndjson") {
			if err != nil {
				continue // an undated story is told of
			}
			words += len(strings.Fields(d.Text))
			r.read(unread{Document: d})
		}
	}
	if words == 0 {
		b.Fatal("no stories")
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds()/400, "documents/s")
}

// BenchmarkLongStory shows what a story costs that is ten times as long as the
// one before: ten times as much.
func BenchmarkLongStory(b *testing.B) {
	index, err := world.Open()
	if err != nil {
		b.Fatal(err)
	}
	places := undecided(b, index)
	const told = "A car bomb killed seven people in Ramadi on Monday. Gunmen attacked a checkpoint near Gao on Friday, killing two soldiers.\n\n"
	for _, size := range []struct {
		name  string
		bytes int
	}{{"10kB", 10_000}, {"100kB", 100_000}, {"1MB", 1_000_000}} {
		d := document.Document{ID: "long", Text: strings.Repeat(told, size.bytes/len(told)), Published: when.On(when.Date(2014, 6, 10))}
		r := Run{places: places}
		b.Run(size.name, func(b *testing.B) {
			b.SetBytes(int64(len(d.Text)))
			b.ReportAllocs()
			for b.Loop() {
				r.read(unread{Document: d})
			}
		})
	}
}
