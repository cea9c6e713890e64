package area

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

// TestCoverAgainstOutlines asks for the areas of points, by the cover and by all
// outlines: the first that holds the point, of those of the highest rank, must be
// the same.
func TestCoverAgainstOutlines(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	var cover CoverBuilder
	outlines := StoreBuilder{Units: 1000}
	var ranks []int // by number; 0 is no place
	add := func(rank int, area orb.MultiPolygon) {
		ranks = append(ranks, rank)
		number := uint32(len(ranks))
		outlines.Add(number, Outline{Area: area})
		cover.Add(number, rank, area)
	}
	add(1, orb.MultiPolygon{{square(-4, -4, 8)}, {square(170, 80, 10)}}) // holds whole roots; ends at a corner of the world
	add(2, orb.MultiPolygon{{square(-4, -4, 4), square(-3, -3, 1)}})     // has a hole of just one root
	for range 300 {
		centre := orb.Point{r.Float64()*12 - 6, r.Float64()*12 - 6}
		add(1+r.IntN(3), orb.MultiPolygon{{star(r, centre, 3+r.IntN(60), r.Float64()*r.Float64()*3)}})
	}
	s, c := finished(t, &outlines, &cover)

	byRank := make([]uint32, len(ranks))
	for i := range byRank {
		byRank[i] = uint32(i + 1)
	}
	slices.SortStableFunc(byRank, func(a, b uint32) int { return ranks[b-1] - ranks[a-1] })
	found := 0
	for range 3_000 {
		p := orb.Point{r.Float64()*16 - 8, r.Float64()*16 - 8}
		if r.IntN(10) == 0 {
			p = orb.Point{172 + 8*r.Float64(), 82 + 8*r.Float64()}
		}
		want := uint32(0)
		if i := slices.IndexFunc(byRank, func(n uint32) bool { return holds(s, n, p) }); i >= 0 {
			want = byRank[i]
			found++
		}
		if got := firstAt(c, s, p); got != want {
			t.Fatalf("%v lies in area %d by the cover, in %d by all outlines", p, got, want)
		}
	}
	if found < 1_000 {
		t.Errorf("only %d points lay in an area", found)
	}
}

func square(west, south, size float64) orb.Ring {
	return orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{west + size, south + size}}.ToRing()
}

func finished(t *testing.T, outlines *StoreBuilder, cover *CoverBuilder) (*Store, *Cover) {
	t.Helper()
	data, err := outlines.Finish()
	if err != nil {
		t.Fatal(err)
	}
	s, err := OpenStore(string(data))
	if err != nil {
		t.Fatal(err)
	}
	if data, err = cover.Finish(); err != nil {
		t.Fatal(err)
	}
	c, err := OpenCover(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return s, c
}

// firstAt returns the area that a point lies in, as an index finds it.
func firstAt(c *Cover, s *Store, p orb.Point) uint32 {
	shares := c.At(p)
	for {
		number, all, ok := shares.Next()
		if !ok {
			return 0
		}
		if all || s.Contains(number, p) {
			return number
		}
	}
}

// TestCoverTellsMostPoints holds the cover to what it is for: of points in a
// large area few need its outline.
func TestCoverTellsMostPoints(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	var cover CoverBuilder
	outlines := StoreBuilder{Units: 1000}
	area := orb.MultiPolygon{{star(r, orb.Point{10, 50}, 40, 5)}}
	outlines.Add(1, Outline{Area: area})
	cover.Add(1, 1, area)
	_, c := finished(t, &outlines, &cover)
	asked := 0
	for range 10_000 {
		shares := c.At(orb.Point{5 + 10*r.Float64(), 45 + 10*r.Float64()})
		if _, all, ok := shares.Next(); ok && !all {
			asked++
		}
	}
	if asked == 0 || asked > 2000 {
		t.Errorf("%d of 10000 points need the outline", asked)
	}
}

// TestDamagedCover reads covers of which bytes were changed: any answer will do.
func TestDamagedCover(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	var cover CoverBuilder
	cover.Add(1, 1, orb.MultiPolygon{{star(r, orb.Point{0, 0}, 50, 3)}})
	good, err := cover.Finish()
	if err != nil {
		t.Fatal(err)
	}
	for range 200 {
		data := slices.Clone(good)
		for i := 4 * roots.Cells(); i < len(data); i++ {
			if r.IntN(50) == 0 {
				data[i] = byte(r.Uint32())
			}
		}
		c, err := OpenCover(string(data))
		if err != nil {
			t.Fatal(err)
		}
		for range 1000 {
			shares := c.At(orb.Point{r.Float64()*6 - 3, r.Float64()*6 - 3})
			for {
				if _, _, ok := shares.Next(); !ok {
					break
				}
			}
		}
	}
	if _, err := OpenCover(string(good[:1000])); err == nil {
		t.Error("a cover that is cut off is accepted")
	}
}
