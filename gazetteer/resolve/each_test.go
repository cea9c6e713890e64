package resolve_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// eachRow returns the n-th of the rows of a table of many kinds of row: most with
// coordinates that come again, under one name or another, some without.
func eachRow(n int) geo.Place {
	r := rand.New(rand.NewPCG(uint64(n), 9))
	one := func(of ...string) string { return of[r.IntN(len(of))] }
	towns := []orb.Point{{43.13, 36.34}, {44.39, 35.47}, {43.93, 36.08}, {15.05, 12.11}, {103.85, 1.29}, {-0.05, 16.27}, {12.61, 13.31}, {-140, -40}, {180, 89.99}}
	p := geo.Place{
		Name:     one("Mosul", "Kirkuk", "Kirkuk", "Tikrit district", "Niger", "", "Gao", "Gao Region", "a village that no list of villages has, told in a great many words, more than are kept"),
		Kind:     one("", "", "", "adm1", "country"),
		Relation: one("", "", "", "near"),
		Within:   geo.Within{Country: one("Iraq", "Iraq", "Mali", "Chad", "", "Freedonia"), Adm1: one("", "Ninawa", "Gao Region", "Tikrit district"), Adm2: one("", "", "Tikrit district")},
	}
	if n%7 == 0 {
		return p
	}
	p.Match = geo.Match{Kind: geo.Given, Point: towns[r.IntN(len(towns))], Precision: geo.ExactPlace}
	m := &p.Match
	switch n % 11 {
	case 0:
		m.Precision = geo.NearPlace
	case 1:
		m.RadiusM = geo.Known(300)
	case 2:
		m.Country = "IQ"
	case 3:
		m.Country, m.Adm1 = "XX", "somewhere"
	case 4:
		m.Reason = "of another program"
	case 5:
		m.Point = orb.Point{r.Float64()*360 - 180, r.Float64()*180 - 90}
	case 6:
		m.Point = orb.Point{math.NaN(), math.Copysign(0, -1)}
	case 7:
		m.Precision = geo.WithinAdm1
	case 8:
		m.Precision = geo.WithinCountry
	case 9:
		*m = geo.Match{Kind: geo.Decided, Point: m.Point, ID: "gn:1"}
	}
	return p
}

// TestRowsTogether holds rows that are located together, by two goroutines and with
// answers that are remembered, few of them or many, against the same rows located
// one by one.
func TestRowsTogether(t *testing.T) {
	const rows = 4000
	_, alone := worldResolver(t, resolve.Options{})
	want := make([]geo.Place, rows)
	for i := range want {
		want[i] = eachRow(i)
		alone.Locate(&want[i])
	}
	for _, few := range []bool{true, false} {
		_, r := worldResolver(t, resolve.Options{})
		if few {
			r.KeepFew()
		}
		var both sync.WaitGroup
		for seed := range uint64(2) {
			both.Go(func() {
				random := rand.New(rand.NewPCG(seed, 2))
				for range 20 {
					order := random.Perm(rows)[:random.IntN(400)]
					for i, got := range locatedEach(r, order) {
						compareRow(t, order[i], got, &want[order[i]])
					}
				}
			})
		}
		both.Wait()
	}
}

// TestRowsOfTableTogether does the same for the rows of a table that says no country,
// some of them decided upon.
func TestRowsOfTableTogether(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	d, err := r.Decide([]geo.Decision{{Name: "Kirkuk", PlaceID: geo.NoPlace}})
	if err != nil {
		t.Fatal(err)
	}
	table := d.Table(func(yield func(geo.Place) bool) {
		for i := range 300 {
			if !yield(eachRow(i)) {
				return
			}
		}
	})
	r.KeepFew()
	table.KeepFew()
	order := make([]int, 1500)
	for i := range order {
		order[i] = i
	}
	for i, got := range locatedEach(table, order) {
		want := eachRow(i)
		table.Locate(&want)
		compareRow(t, i, got, &want)
	}
	for i, got := range locatedEach(d, order) {
		want := eachRow(i)
		d.Locate(&want)
		compareRow(t, i, got, &want)
	}
}

func locatedEach(l interface{ LocateEach([]*geo.Place) }, order []int) []*geo.Place {
	places := make([]*geo.Place, len(order))
	for i, n := range order {
		p := eachRow(n)
		places[i] = &p
	}
	l.LocateEach(places)
	return places
}

func compareRow(t *testing.T, n int, got, want *geo.Place) {
	t.Helper()
	got.Match.Answer, want.Match.Answer = 0, 0 // which a row alone has not
	if fmt.Sprint(*got) == fmt.Sprint(*want) {
		return // also of what is not a number
	}
	t.Errorf("row %d among others:\n%s", n, cmp.Diff(*want, *got, cmp.AllowUnexported(geo.Figure{})))
}

// TestAbroadOnly holds what is said of coordinates if nobody asks where they lie against
// what is said of them else.
func TestAbroadOnly(t *testing.T) {
	_, full := worldResolver(t, resolve.Options{})
	_, lands := worldResolver(t, resolve.Options{AbroadOnly: true})
	order, abroad, finer := make([]int, 4000), 0, 0
	for i := range order {
		order[i] = i
	}
	got := locatedEach(lands, order)
	for i, want := range locatedEach(full, order) {
		if row := eachRow(i); row.Match.Kind == geo.Given && row.Match.Adm1 == "" && row.Match.Reason == "" {
			if want.Match.Reason == resolve.ReasonAbroad {
				abroad++
			} else {
				want.Match.Reason = ""
			}
			if want.Match.Adm1 != "" && got[i].Match.Adm1 == "" {
				finer++
			}
			for _, m := range []*geo.Match{&want.Match, &got[i].Match} {
				m.Country, m.Adm1, m.Adm2, m.PCodes, m.Precision, m.RadiusM = "", "", "", nil, 0, geo.Figure{}
				if m.Reason != resolve.ReasonAbroad {
					m.Reason = ""
				}
			}
		}
		compareRow(t, i, got[i], want)
	}
	if abroad == 0 || finer == 0 {
		t.Errorf("%d rows lie abroad, and of %d more is said", abroad, finer)
	}
}

// TestRowsComeAgainForNothing sees that rows that come again take no memory.
func TestRowsComeAgainForNothing(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	places := make([]*geo.Place, 128)
	rows := make([]geo.Place, len(places))
	locate := func() {
		for i := range rows {
			rows[i] = geo.Place{Name: "Mosul", Within: geo.Within{Country: "Iraq"}}
			if i%3 > 0 {
				rows[i].Match = geo.Match{Kind: geo.Given, Point: orb.Point{43 + float64(i)/100, 36}, Precision: geo.ExactPlace}
			}
			places[i] = &rows[i]
		}
		r.LocateEach(places)
	}
	locate()
	locate() // what comes twice may come again
	if got := testing.AllocsPerRun(100, locate); got >= 1 {
		t.Errorf("128 rows that came before take %v allocations", got)
	}
}

// TestReverseAll holds points asked about together against those asked about alone.
func TestReverseAll(t *testing.T) {
	x, _ := worldResolver(t, resolve.Options{})
	own, err := gazetteer.NewStack(x)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(4, 4))
	several, sea := 0, 0
	for turn := range 300 {
		points := make([]orb.Point, random.IntN(100))
		for i := range points {
			at := x.Place(gazetteer.Ref(1 + random.IntN(x.Len()))).Point
			points[i] = orb.Point{at[0] + random.Float64()/5, at[1] + random.Float64()/5}
			switch random.IntN(20) {
			case 0:
				points[i] = orb.Point{random.Float64()*400 - 200, random.Float64()*200 - 100}
			case 1:
				points[i] = orb.Point{math.NaN(), math.Inf(1)}
			}
		}
		for _, places := range []gazetteer.Places{x, own} {
			in, lands := make([]gazetteer.Within, len(points)), make([]gazetteer.Ref, len(points))
			places.ReverseAll(points, in)
			places.OneLandAll(points, lands)
			for i, p := range points {
				want := places.Reverse(p)
				if in[i] != want {
					t.Fatalf("turn %d: %v lies in %v, among others in %v", turn, p, want, in[i])
				}
				near := landsNear(places, p)
				if lands[i] != 0 && (len(near) != 1 || near[0] != lands[i]) {
					t.Fatalf("turn %d: near %v lies country %d alone, but %d of it", turn, p, lands[i], near)
				}
				if len(near) > 1 {
					several++
				} else if lands[i] != 0 && want.Land != lands[i] {
					sea++
				}
			}
		}
	}
	if several == 0 || sea == 0 {
		t.Errorf("%d points lie near several countries, %d at sea", several, sea)
	}
}

// landsNear returns the countries that reach into the cell of a point, each once.
func landsNear(places gazetteer.Places, p orb.Point) (near []gazetteer.Ref) {
	places.SomeLandNear(p, func(land gazetteer.Ref) bool {
		if !slices.Contains(near, land) {
			near = append(near, land)
		}
		return false
	})
	return near
}
