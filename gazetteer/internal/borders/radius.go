package borders

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
)

// LeastRadiusM is the least radius that anything has: the points of lists are that
// far off as often as not.
const LeastRadiusM = 1_500

// EmptyBox reports whether a box has no extent, as the zero one has none.
func EmptyBox(b orb.Bound) bool { return b.Min == b.Max }

// samples is how many points in each direction an area is probed with.
const samples = 24

// AreaRadius returns the distance within which nine tenths of an area lie.
func AreaRadius(area orb.MultiPolygon, from orb.Point) float64 {
	b := area.Bound()
	var distances []float64
	for i := range samples {
		for k := range samples {
			p := orb.Point{
				b.Min[0] + (b.Max[0]-b.Min[0])*(float64(i)+0.5)/samples,
				b.Min[1] + (b.Max[1]-b.Min[1])*(float64(k)+0.5)/samples,
			}
			if Holds(area, p) {
				distances = append(distances, geo.DistanceHaversine(from, p))
			}
		}
	}
	if len(distances) == 0 {
		return BoxRadius(b, from)
	}
	return math.Max(LeastRadiusM, NineTenths(distances))
}

// BoxRadius takes a box for its inscribed ellipse: nine tenths of the way to
// the middle of its longer side.
func BoxRadius(b orb.Bound, from orb.Point) float64 {
	east := b.Max[0]
	if east < b.Min[0] {
		east += 360
	}
	wide := geo.DistanceHaversine(from, orb.Point{from[0] + (east-b.Min[0])/2, from[1]})
	high := geo.DistanceHaversine(orb.Point{0, b.Min[1]}, orb.Point{0, b.Max[1]}) / 2
	return math.Max(LeastRadiusM, 0.9*math.Max(wide, high))
}

func NineTenths(distances []float64) float64 {
	slices.SortFunc(distances, cmp.Compare[float64])
	return distances[min(len(distances)-1, len(distances)*9/10)]
}
