// Package borders knows the outlines of areas: what they hold, how far they reach, and how
// neighbours are simplified that must go on sharing their borders.
package borders

import "github.com/paulmach/orb"

// Holds reports whether a point lies in an area, by counting how often a ray
// to the east crosses its rings. A point on the border may fall to either side.
func Holds(area orb.MultiPolygon, p orb.Point) bool {
	odd := false
	for _, poly := range area {
		for _, ring := range poly {
			if crossings(ring, p)%2 == 1 {
				odd = !odd
			}
		}
	}
	return odd
}

func crossings(ring orb.Ring, p orb.Point) int {
	n := 0
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0]+(p[1]-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
			n++
		}
	}
	return n
}

// ringHolds reports whether hole lies in ring: whether a point of it does that
// is not on ring's line too.
func ringHolds(ring, hole orb.Ring) bool {
	onRing := make(map[orb.Point]bool, len(ring))
	for _, p := range ring {
		onRing[p] = true
	}
	for _, p := range hole {
		if !onRing[p] {
			return crossings(ring, p)%2 == 1
		}
	}
	return false
}

// Finder finds the areas that hold a point without looking at all of them.
type Finder struct {
	areas []orb.MultiPolygon
	boxes []orb.Bound
	cells map[square][]int
}

func NewFinder(areas []orb.MultiPolygon) *Finder {
	f := &Finder{areas: areas, cells: make(map[square][]int)}
	for i, a := range areas {
		f.boxes = append(f.boxes, a.Bound())
		for _, poly := range a {
			f.enter(i, poly.Bound())
		}
	}
	return f
}

// square is a cell of the finder, one degree wide.
type square struct{ x, y int }

func squareOf(p orb.Point) square { return square{int(p[0] + 360), int(p[1] + 360)} }

func (f *Finder) enter(i int, b orb.Bound) {
	lo, hi := squareOf(b.Min), squareOf(b.Max)
	for x := lo.x; x <= hi.x; x++ {
		for y := lo.y; y <= hi.y; y++ {
			c := square{x, y}
			if l := f.cells[c]; len(l) == 0 || l[len(l)-1] != i {
				f.cells[c] = append(l, i)
			}
		}
	}
}

// At returns the first area that holds p, or -1.
func (f *Finder) At(p orb.Point) int {
	for _, i := range f.cells[squareOf(p)] {
		if f.boxes[i].Contains(p) && Holds(f.areas[i], p) {
			return i
		}
	}
	return -1
}
