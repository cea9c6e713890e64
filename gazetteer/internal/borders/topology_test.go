package borders

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// patchwork is a sheet of n by n fields whose borders wander, as those of
// countries do: what one field has of a border, its neighbour has backwards.
func patchwork(n, perSide int, seed uint64) []orb.MultiPolygon {
	rnd := rand.New(rand.NewPCG(seed, 1))
	sides := make(map[[4]int][]orb.Point)
	side := func(x0, y0, x1, y1 int) []orb.Point {
		key := [4]int{x0, y0, x1, y1}
		if sides[key] == nil {
			for i := range perSide {
				f := float64(i) / float64(perSide)
				p := orb.Point{float64(x0) + f*float64(x1-x0), float64(y0) + f*float64(y1-y0)}
				if i > 0 {
					p[0] += (rnd.Float64() - 0.5) * 0.1
					p[1] += (rnd.Float64() - 0.5) * 0.1
				}
				sides[key] = append(sides[key], p)
			}
			sides[key] = append(sides[key], orb.Point{float64(x1), float64(y1)})
		}
		return sides[key]
	}
	var out []orb.MultiPolygon
	for y := range n {
		for x := range n {
			ring := orb.Ring(append([]orb.Point{}, side(x, y, x+1, y)...))
			ring = append(ring, side(x+1, y, x+1, y+1)[1:]...)
			for _, s := range [][]orb.Point{side(x, y+1, x+1, y+1), side(x, y, x, y+1)} {
				for i := len(s) - 2; i >= 0; i-- {
					ring = append(ring, s[i])
				}
			}
			out = append(out, orb.MultiPolygon{{ring}})
		}
	}
	return out
}

// edges counts the directed edges of areas.
func edges(areas ...orb.MultiPolygon) map[[2]orb.Point]int {
	out := make(map[[2]orb.Point]int)
	for _, a := range areas {
		for _, poly := range a {
			for _, ring := range poly {
				for i := 1; i < len(ring); i++ {
					out[[2]orb.Point{ring[i-1], ring[i]}]++
				}
			}
		}
	}
	return out
}

func checkRings(t *testing.T, area orb.MultiPolygon) {
	t.Helper()
	for _, poly := range area {
		for k, ring := range poly {
			if !ring.Closed() || len(ring) < 4 {
				t.Errorf("a ring of %d points is open or flat", len(ring))
			}
			if want := map[bool]orb.Orientation{true: orb.CCW, false: orb.CW}[k == 0]; ring.Orientation() != want {
				t.Errorf("ring %d runs the wrong way round", k)
			}
		}
	}
}

func TestSimplifiedNeighboursShareTheirBorders(t *testing.T) {
	const n = 5
	for seed := range uint64(20) {
		for _, tolerance := range []float64{0, 2_000, 8_000} {
			topo := NewTopology(patchwork(n, 12, seed))
			topo.Simplify(tolerance)
			var fields []orb.MultiPolygon
			for i := range n * n {
				a := topo.Area(0, i)
				checkRings(t, a)
				fields = append(fields, a)
			}
			all := edges(fields...)
			alone := 0
			for e, count := range all {
				if count > 1 {
					t.Fatalf("seed %d, tolerance %v: an edge is used %d times the same way", seed, tolerance, count)
				}
				if all[[2]orb.Point{e[1], e[0]}] == 0 {
					alone++
				}
			}
			whole := topo.Area(0, everyUnit(n*n)...)
			checkRings(t, whole)
			if outline := len(edges(whole)); len(whole) != 1 || len(whole[0]) != 1 || outline != alone {
				t.Errorf("seed %d, tolerance %v: edges without a neighbour are %d, but the outline has %d in %d parts", seed, tolerance, alone, outline, len(whole))
			}
		}
	}
}

func everyUnit(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func TestSimplifyThinsAndKeepsArea(t *testing.T) {
	fields := patchwork(3, 40, 7)
	topo := NewTopology(fields)
	topo.Simplify(8_000)
	for i, f := range fields {
		got := topo.Area(0, i)
		if before, after := len(f[0][0]), len(got[0][0]); after*2 > before {
			t.Errorf("field %d: %d of %d points are left", i, after, before)
		}
		if before, after := planar.Area(f), planar.Area(got); after < before*0.9 || after > before*1.1 {
			t.Errorf("field %d: its area went from %.3f to %.3f", i, before, after)
		}
	}
}

func TestUnionOfUnits(t *testing.T) {
	square := func(x, y, size float64) orb.MultiPolygon {
		return orb.MultiPolygon{{{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}, {x, y}}}}
	}
	ring := orb.MultiPolygon{{square(0, 0, 3)[0][0], reversed(square(1, 1, 1)[0][0])}}
	tests := []struct {
		reason string
		areas  []orb.MultiPolygon
		units  []int
		want   string
	}{
		{"neighbours lose the border between them", []orb.MultiPolygon{square(0, 0, 1), square(1, 0, 1)}, []int{0, 1}, "1 part, 0 holes, area 2"},
		{"strangers stay apart", []orb.MultiPolygon{square(0, 0, 1), square(5, 0, 1)}, []int{0, 1}, "2 parts, 0 holes, area 2"},
		{"parts that touch in a point stay apart", []orb.MultiPolygon{square(0, 0, 1), square(1, 1, 1)}, []int{0, 1}, "2 parts, 0 holes, area 2"},
		{"a country around another has a hole", []orb.MultiPolygon{ring, square(1, 1, 1)}, []int{0}, "1 part, 1 hole, area 8"},
		{"which the other fills", []orb.MultiPolygon{ring, square(1, 1, 1)}, []int{0, 1}, "1 part, 0 holes, area 9"},
		{"a ring the wrong way round is turned", []orb.MultiPolygon{{{reversed(square(0, 0, 1)[0][0])}}}, []int{0}, "1 part, 0 holes, area 1"},
		{"no units, no area", []orb.MultiPolygon{square(0, 0, 1)}, nil, "0 parts, 0 holes, area 0"},
	}
	for _, tt := range tests {
		got := NewTopology(tt.areas).Area(0, tt.units...)
		checkRings(t, got)
		holes := 0
		for _, p := range got {
			holes += len(p) - 1
		}
		if s := fmt.Sprintf("%s, %s, area %.3g", count(len(got), "part"), count(holes, "hole"), planar.Area(got)); s != tt.want {
			t.Errorf("%s: got %s, want %s", tt.reason, s, tt.want)
		}
	}
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprint(n, " ", what, "s")
}

func reversed(r orb.Ring) orb.Ring {
	out := r.Clone()
	out.Reverse()
	return out
}

func TestSmallIslandsAreNotDrawnButTheLastIs(t *testing.T) {
	small := orb.Ring{{0, 0}, {0.01, 0}, {0.01, 0.01}, {0, 0}}
	large := orb.Ring{{5, 5}, {6, 5}, {6, 6}, {5, 5}}
	topo := NewTopology([]orb.MultiPolygon{{{small}, {large}}, {{small}}})
	if got := topo.Area(20, 0); len(got) != 1 || got[0][0][0][0] < 1 {
		t.Errorf("beside a large island a small one is not drawn: %v", got)
	}
	if got := topo.Area(20, 1); len(got) != 1 {
		t.Errorf("an islet that is all there is must stay: %v", got)
	}
}

func TestHoldsAgreesWithOrb(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 3))
	for i, area := range patchwork(3, 9, 11) {
		for range 300 {
			p := orb.Point{rnd.Float64()*4 - 0.5, rnd.Float64()*4 - 0.5}
			if got, want := Holds(area, p), planar.MultiPolygonContains(area, p); got != want {
				t.Errorf("holds(field %d, %v) = %v, orb says %v", i, p, got, want)
			}
		}
	}
}

func TestAreaFinderAgreesWithASearch(t *testing.T) {
	areas := patchwork(4, 9, 5)
	finder := NewFinder(areas)
	rnd := rand.New(rand.NewPCG(9, 9))
	for range 2000 {
		p := orb.Point{rnd.Float64()*5 - 0.5, rnd.Float64()*5 - 0.5}
		want := -1
		for i := range areas {
			if Holds(areas[i], p) {
				want = i
				break
			}
		}
		if got := finder.At(p); got != want {
			t.Errorf("at(%v) = %d, want %d", p, got, want)
		}
	}
}
