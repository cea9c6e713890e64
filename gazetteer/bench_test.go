package gazetteer_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/gazetteertest"
	"github.com/paulmach/orb"
)

// perPlace measures look up, called with one place after another, and reports how
// many a second.
func perPlace(b *testing.B, lookUp func(*gazetteer.Index, *gazetteer.Place)) {
	b.Helper()
	x, places := gazetteertest.Sample(b)
	i := 0
	for b.Loop() {
		lookUp(x, &places[i%len(places)])
		i++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "places/s")
}

func BenchmarkExact(b *testing.B) {
	var hits []gazetteer.Hit
	perPlace(b, func(x *gazetteer.Index, p *gazetteer.Place) { hits = x.Exact(fold.Key(p.Name), hits[:0]) })
}

// misspelt replaces the third letter of a name.
func misspelt(name string) string {
	key := []byte(fold.Key(name))
	if len(key) > 3 && key[2] < 0x80 {
		key[2] = 'x'
	}
	return string(key)
}

func BenchmarkOneEdit(b *testing.B) {
	var hits []gazetteer.Hit
	perPlace(b, func(x *gazetteer.Index, p *gazetteer.Place) { hits = x.Fuzzy(misspelt(p.Name), 1, hits[:0]) })
}

func BenchmarkTwoEdits(b *testing.B) {
	var hits []gazetteer.Hit
	perPlace(b, func(x *gazetteer.Index, p *gazetteer.Place) { hits = x.Fuzzy(misspelt(p.Name), 2, hits[:0]) })
}

func BenchmarkSkeleton(b *testing.B) {
	var hits []gazetteer.Hit
	perPlace(b, func(x *gazetteer.Index, p *gazetteer.Place) { hits = x.Skeleton(fold.Key(p.Name), hits[:0]) })
}

func BenchmarkWithoutArticle(b *testing.B) {
	var hits []gazetteer.Hit
	perPlace(b, func(x *gazetteer.Index, p *gazetteer.Place) { hits = x.WithoutArticle(fold.Key(p.Name), hits[:0]) })
}

func BenchmarkPlace(b *testing.B) {
	perPlace(b, func(x *gazetteer.Index, p *gazetteer.Place) { x.Place(p.Ref) })
}

func BenchmarkReverse(b *testing.B) {
	perPlace(b, func(x *gazetteer.Index, p *gazetteer.Place) { x.Reverse(orb.Point{p.Point[0] + 0.05, p.Point[1]}) })
}

func BenchmarkNearby(b *testing.B) {
	perPlace(b, func(x *gazetteer.Index, p *gazetteer.Place) { x.Nearby(p.Point, 20_000, 5) })
}

// BenchmarkOpenToFirstName is what a run pays before its first place.
func BenchmarkOpenToFirstName(b *testing.B) {
	path := filepath.Join(b.TempDir(), "world.idx")
	data, err := os.ReadFile("world/world.idx")
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		x, err := gazetteer.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		if len(x.Exact("mosul", nil)) == 0 {
			b.Fatal("Mosul is missing")
		}
		if err := x.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNames(b *testing.B) {
	perPlace(b, func(x *gazetteer.Index, p *gazetteer.Place) { x.Names(p.Ref, "") })
}
