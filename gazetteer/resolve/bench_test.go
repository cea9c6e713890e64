package resolve_test

import (
	"math/rand/v2"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/gazetteertest"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
)

// rows returns rows of a table in places drawn from all of the index: each with
// its name, country and province and, if wanted, with coordinates beside the
// place.
func rows(b *testing.B, given bool) (*resolve.Resolver, []geo.Place) {
	b.Helper()
	x, places := gazetteertest.Sample(b)
	r := rand.New(rand.NewPCG(2, 2))
	table := make([]geo.Place, len(places))
	for i := range table {
		p := &places[i]
		table[i] = geo.Place{Name: p.Name, Within: geo.Within{Country: x.Place(p.Land).Name, Adm1: x.Place(p.Adm1).Name}}
		if given {
			at := orb.Point{p.Point[0] + (r.Float64()-0.5)/10, p.Point[1] + (r.Float64()-0.5)/10}
			table[i].Match = geo.Match{Kind: geo.Given, Point: at, Precision: geo.ExactPlace}
		}
	}
	return resolve.New(x, resolve.Options{}), table
}

// perRow measures the rows of a table that has been located once before.
func perRow(b *testing.B, given bool) {
	b.Helper()
	r, table := rows(b, given)
	for _, p := range table {
		r.Locate(&p)
	}
	i := 0
	b.ReportAllocs()
	one := make([]*geo.Place, 1)
	var p geo.Place
	for b.Loop() {
		p = table[i%len(table)]
		one[0] = &p
		r.Locate(one...)
		i++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkRowsWithCoordinates(b *testing.B) { perRow(b, true) }

// BenchmarkRowsAllDifferent locates rows whose coordinates never come again, which
// answers that are remembered cannot help.
func BenchmarkRowsAllDifferent(b *testing.B) {
	r, table := rows(b, true)
	for _, p := range table {
		r.Locate(&p)
	}
	random := rand.New(rand.NewPCG(3, 3))
	i := 0
	b.ReportAllocs()
	one := make([]*geo.Place, 1)
	var p geo.Place
	for b.Loop() {
		p = table[i%len(table)]
		p.Match.Point[0] += random.Float64() / 1e3
		one[0] = &p
		r.Locate(one...)
		i++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

// BenchmarkRowsAllDifferentTogether locates 128 rows at once, as those of a table are;
// the figure is for one.
func BenchmarkRowsAllDifferentTogether(b *testing.B) {
	r, table := rows(b, true)
	random := rand.New(rand.NewPCG(3, 3))
	some, places := make([]geo.Place, 128), make([]*geo.Place, 128)
	for i := 0; b.Loop(); i++ {
		at := i % len(some)
		some[at], places[at] = table[i%len(table)], &some[at]
		some[at].Match.Point[0] += random.Float64() / 1e3
		if at == len(some)-1 {
			r.LocateEach(places)
		}
	}
}

func BenchmarkRowsByName(b *testing.B) { perRow(b, false) }

// BenchmarkRowsByNameTogether locates rows that come again by stretches of 128, as the
// program does.
func BenchmarkRowsByNameTogether(b *testing.B) {
	r, table := rows(b, false)
	var some [128]geo.Place
	var places [len(some)]*geo.Place
	locate := func(from int) {
		for i := range some {
			some[i] = table[(from+i)%len(table)]
			places[i] = &some[i]
		}
		r.LocateEach(places[:])
	}
	for i := range 2 * len(table) / len(some) {
		locate(i * len(some))
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		locate(i)
		i += len(some)
	}
	b.ReportMetric(float64(b.N)*float64(len(some))/b.Elapsed().Seconds(), "rows/s")
}

// BenchmarkNewRowsByName locates rows of which none has been asked before.
func BenchmarkNewRowsByName(b *testing.B) {
	_, table := rows(b, false)
	x, _ := gazetteertest.Sample(b)
	i := 0
	b.ReportAllocs()
	r := resolve.New(x, resolve.Options{})
	for b.Loop() {
		if i == len(table) {
			r, i = resolve.New(x, resolve.Options{}), 0
		}
		p := table[i]
		r.Locate(&p)
		i++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
