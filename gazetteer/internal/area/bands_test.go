package area

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

// star returns a ring around a centre that is jagged in all directions.
func star(r *rand.Rand, centre orb.Point, points int, radius float64) orb.Ring {
	var ring orb.Ring
	for i := range points {
		angle := 2 * math.Pi * float64(i) / float64(points)
		d := radius * (0.3 + 0.7*r.Float64())
		ring = append(ring, orb.Point{centre[0] + d*math.Cos(angle), centre[1] + d*math.Sin(angle)})
	}
	return append(ring, ring[0])
}

// holds counts the edges east of a point, all of them, as Contains must.
func holds(s *Store, number uint32, p orb.Point) bool {
	x, y := p[0]*s.units, p[1]*s.units
	inside := false
	for _, polygon := range s.Of(number).Area {
		for _, ring := range polygon {
			for i := 1; i < len(ring); i++ {
				a, b := ring[i-1], ring[i]
				unit := func(v float64) int64 { return int64(math.Round(v * s.units)) }
				inside = inside != crosses(x, y, unit(a[0]), unit(a[1]), unit(b[0]), unit(b[1]))
			}
		}
	}
	return inside
}

// TestContainsByBands compares the bands with all edges: points anywhere, on the
// latitudes of corners, and on corners.
func TestContainsByBands(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	builder := StoreBuilder{Units: 1000}
	const outlines = askedSlots + 700 // so that some push others out
	var corners []orb.Point
	for number := range uint32(outlines) {
		centre := orb.Point{r.Float64()*4 - 2, r.Float64()*4 - 2}
		ring := star(r, centre, 3+r.IntN(200), 1)
		area := orb.MultiPolygon{{ring, star(r, centre, 5, 0.2)}, {star(r, orb.Point{1, 1}, 4, 0.5)}}
		builder.Add(number, Outline{Area: area})
		corners = append(corners, ring[r.IntN(len(ring))])
	}
	data, err := builder.Finish()
	if err != nil {
		t.Fatal(err)
	}
	s, err := OpenStore(string(data))
	if err != nil {
		t.Fatal(err)
	}
	inside := 0
	for range 100_000 {
		number := r.Uint32N(outlines)
		corner := corners[r.IntN(len(corners))]
		corner = orb.Point{math.Round(corner[0]*1000) / 1000, math.Round(corner[1]*1000) / 1000}
		for _, p := range []orb.Point{{r.Float64()*6 - 3, r.Float64()*6 - 3}, {r.Float64()*6 - 3, corner[1]}, corner} {
			got, want := s.Contains(number, p), holds(s, number, p)
			if got != want {
				t.Fatalf("outline %d contains %v: got %v, want %v", number, p, got, want)
			}
			if got {
				inside++
			}
		}
	}
	if inside < 1000 {
		t.Errorf("only %d points were inside", inside)
	}
	if s.Contains(outlines, orb.Point{}) {
		t.Error("a place without an outline contains a point")
	}
}

// TestContainsOfDamage asks damaged outlines often enough that they are made ready,
// and expects an answer, whatever it is.
func TestContainsOfDamage(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	builder := StoreBuilder{Units: 1000}
	builder.Add(0, Outline{Area: orb.MultiPolygon{{star(r, orb.Point{1, 1}, 40, 1), star(r, orb.Point{1, 1}, 5, 0.2)}}})
	whole, err := builder.Finish()
	if err != nil {
		t.Fatal(err)
	}
	for i := storeHeader; i < len(whole); i++ {
		for _, b := range []byte{0, 1, 0x7f, 0x80, 0xff} {
			data := slices.Clone(whole)
			data[i] = b
			for _, text := range []string{string(data), string(data[:i])} {
				s, err := OpenStore(text)
				if err != nil {
					continue
				}
				for range 3 {
					s.Contains(0, orb.Point{1, 1})
				}
			}
		}
	}
}
