package borders

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Topology holds polygons by the stretches of border ("arcs") they share, so
// that simplifying keeps neighbours in touch and joining units leaves no seam.
//
// How it is made:
//
//  1. Points are put on a grid of gridStep degrees; rings turn so that the
//     inside is on the left.
//  2. A point where rings part or meet is a junction: its neighbours differ from
//     one ring to another.
//  3. Rings are cut at junctions into arcs, and equal arcs are kept once.
//  4. Each arc is simplified once, its ends staying where they are.
type Topology struct {
	arcs  [][]gridPoint
	units [][]ringRef // the rings of each polygon given
}

// gridPoint is a point in units of gridStep.
type gridPoint struct{ x, y int32 }

// gridStep is the grid in degrees, 11 metres at most: finer than Natural Earth's
// own accuracy, coarse enough to make the same point of two ways to write it.
const gridStep = 1e-4

// ringRef is a ring as arcs in order; ^n is arc n backwards.
type ringRef []int

// NewTopology builds the topology of areas. Their order gives the numbers by
// which [Topology.Area] knows them.
func NewTopology(areas []orb.MultiPolygon) *Topology {
	rings := make([][][]gridPoint, len(areas))
	junctions := newJunctionFinder()
	for i, area := range areas {
		for _, poly := range area {
			for k, ring := range poly {
				if r := onGrid(ring, k == 0); r != nil {
					rings[i] = append(rings[i], r)
					junctions.visit(r)
				}
			}
		}
	}
	t := &Topology{units: make([][]ringRef, len(areas))}
	known := make(map[arcKey]int)
	for i := range rings {
		for _, r := range rings[i] {
			t.units[i] = append(t.units[i], t.cut(r, junctions.is, known))
		}
	}
	return t
}

// onGrid returns a ring on the grid without its closing point and without
// repeated points, counter-clockwise if it is an exterior and else clockwise;
// nil if nothing of it is left.
func onGrid(ring orb.Ring, exterior bool) []gridPoint {
	var out []gridPoint
	for _, p := range ring {
		g := gridPoint{int32(math.Round(p[0] / gridStep)), int32(math.Round(p[1] / gridStep))}
		if len(out) == 0 || out[len(out)-1] != g {
			out = append(out, g)
		}
	}
	for len(out) > 1 && out[0] == out[len(out)-1] {
		out = out[:len(out)-1]
	}
	if len(out) < 3 {
		return nil
	}
	if (signedArea(out) > 0) != exterior {
		slices.Reverse(out)
	}
	return out
}

// signedArea returns twice the area of a ring without closing point, positive
// if it runs counter-clockwise.
func signedArea(ring []gridPoint) int64 {
	var sum int64
	prev := ring[len(ring)-1]
	for _, p := range ring {
		sum += int64(prev.x)*int64(p.y) - int64(p.x)*int64(prev.y)
		prev = p
	}
	return sum
}

// junctionFinder finds the points whose neighbours are not the same in every
// ring.
type junctionFinder struct {
	neighbours map[gridPoint][2]gridPoint
	is         map[gridPoint]bool
}

func newJunctionFinder() *junctionFinder {
	return &junctionFinder{make(map[gridPoint][2]gridPoint), make(map[gridPoint]bool)}
}

func (f *junctionFinder) visit(ring []gridPoint) {
	for i, p := range ring {
		a, b := ring[(i+len(ring)-1)%len(ring)], ring[(i+1)%len(ring)]
		if less(b, a) {
			a, b = b, a
		}
		if known, seen := f.neighbours[p]; !seen {
			f.neighbours[p] = [2]gridPoint{a, b}
		} else if known != [2]gridPoint{a, b} {
			f.is[p] = true
		}
	}
}

func less(a, b gridPoint) bool { return a.x < b.x || a.x == b.x && a.y < b.y }

// arcKey tells arcs apart: between junctions, where an arc starts and which way
// it goes decides the rest.
type arcKey struct {
	first, second, secondLast, last gridPoint
	length                          int
}

func keyOf(a []gridPoint) arcKey {
	return arcKey{a[0], a[1], a[len(a)-2], a[len(a)-1], len(a)}
}

// cut returns a ring as arcs, adding those not known.
func (t *Topology) cut(ring []gridPoint, junction map[gridPoint]bool, known map[arcKey]int) ringRef {
	var ref ringRef
	ring = turnToJunction(ring, junction)
	start := 0
	for i := 1; i < len(ring); i++ {
		if junction[ring[i]] || i == len(ring)-1 {
			ref = append(ref, t.arc(ring[start:i+1], known))
			start = i
		}
	}
	return ref
}

// turnToJunction returns the ring closed and beginning at a junction, or, if it
// has none, at its smallest point, so that equal rings become equal arcs.
func turnToJunction(ring []gridPoint, junction map[gridPoint]bool) []gridPoint {
	at := slices.IndexFunc(ring, func(p gridPoint) bool { return junction[p] })
	if at < 0 {
		at = 0
		for i, p := range ring {
			if less(p, ring[at]) {
				at = i
			}
		}
	}
	out := make([]gridPoint, 0, len(ring)+1)
	out = append(append(out, ring[at:]...), ring[:at]...)
	return append(out, out[0])
}

func (t *Topology) arc(points []gridPoint, known map[arcKey]int) int {
	if n, ok := known[keyOf(points)]; ok {
		return n
	}
	back := slices.Clone(points)
	slices.Reverse(back)
	if n, ok := known[keyOf(back)]; ok {
		return ^n
	}
	n := len(t.arcs)
	known[keyOf(points)] = n
	t.arcs = append(t.arcs, slices.Clone(points))
	return n
}

// Simplify thins the arcs, so that no point left out was farther than tolerance
// metres from the line that stays (Douglas and Peucker). Ends stay where they
// are; a closed arc keeps at least a triangle.
func (t *Topology) Simplify(tolerance float64) {
	for i, a := range t.arcs {
		t.arcs[i] = simplifyArc(a, tolerance)
	}
}

const metresPerStep = 111_195 * gridStep

func simplifyArc(a []gridPoint, tolerance float64) []gridPoint {
	if len(a) < 3 {
		return a
	}
	keep := make([]bool, len(a))
	last := len(a) - 1
	keep[0], keep[last] = true, true
	if a[0] == a[last] {
		far, _ := farthest(a, 0, last)
		keep[far] = true
		left, dl := farthest(a, 0, far)
		right, dr := farthest(a, far, last)
		if dl >= dr {
			keep[left] = true
		} else {
			keep[right] = true
		}
	}
	from := 0
	for i := 1; i <= last; i++ {
		if keep[i] {
			markKept(a, from, i, tolerance, keep)
			from = i
		}
	}
	out := a[:0:0]
	for i, k := range keep {
		if k {
			out = append(out, a[i])
		}
	}
	return out
}

func markKept(a []gridPoint, from, to int, tolerance float64, keep []bool) {
	if to-from < 2 {
		return
	}
	far, d := farthest(a, from, to)
	if d <= tolerance {
		return
	}
	keep[far] = true
	markKept(a, from, far, tolerance, keep)
	markKept(a, far, to, tolerance, keep)
}

// farthest returns the point between from and to that is farthest from the line
// between them, and its distance in metres; from itself if there is none.
func farthest(a []gridPoint, from, to int) (index int, metres float64) {
	index, metres = from, -1
	shrink := math.Cos(float64(a[from].y) * gridStep * math.Pi / 180)
	for i := from + 1; i < to; i++ {
		if d := distanceToLine(a[i], a[from], a[to], shrink); d > metres {
			index, metres = i, d
		}
	}
	return index, metres
}

// distanceToLine measures on the plane that touches the globe near the line;
// shrink is how much shorter a degree of longitude is there.
func distanceToLine(p, a, b gridPoint, shrink float64) float64 {
	px, py := float64(p.x-a.x)*shrink, float64(p.y-a.y)
	bx, by := float64(b.x-a.x)*shrink, float64(b.y-a.y)
	along := 0.0
	if l := bx*bx + by*by; l > 0 {
		along = math.Min(1, math.Max(0, (px*bx+py*by)/l))
	}
	return math.Hypot(px-along*bx, py-along*by) * metresPerStep
}

// Area returns the union of units as polygons: rings closed, exteriors
// counter-clockwise, largest first. Exteriors and holes smaller than
// minKM2 are left out, but never the largest exterior. It is nil if nothing is
// left.
func (t *Topology) Area(minKM2 float64, units ...int) orb.MultiPolygon {
	rings := t.stitch(t.border(units))
	slices.SortStableFunc(rings, func(a, b []gridPoint) int {
		return cmp.Compare(absArea(b), absArea(a))
	})
	var out orb.MultiPolygon
	for _, r := range rings {
		small := squareKM(r) < minKM2
		switch {
		case signedArea(r) > 0 && (!small || len(out) == 0):
			out = append(out, orb.Polygon{toOrb(r)})
		case signedArea(r) < 0 && !small:
			addHole(out, toOrb(r))
		}
	}
	return out
}

func absArea(r []gridPoint) int64 { return max(signedArea(r), -signedArea(r)) }

func squareKM(r []gridPoint) float64 {
	middle := (float64(r[0].y) + float64(r[len(r)/2].y)) / 2
	step := metresPerStep / 1000
	return float64(absArea(r)) / 2 * step * step * math.Cos(middle*gridStep*math.Pi/180)
}

// border returns the arcs that have units on one side only.
func (t *Topology) border(units []int) []int {
	uses := make(map[int]int)
	var order []int
	for _, u := range units {
		for _, ring := range t.units[u] {
			for _, a := range ring {
				uses[a]++
				order = append(order, a)
			}
		}
	}
	var out []int
	for _, a := range order {
		if uses[a] == 1 && uses[^a] == 0 {
			out = append(out, a)
		}
	}
	return out
}

func (t *Topology) points(a int) []gridPoint {
	if a >= 0 {
		return t.arcs[a]
	}
	back := slices.Clone(t.arcs[^a])
	slices.Reverse(back)
	return back
}

// stitch joins arcs to rings, without their closing points. Where several arcs
// go on, the leftmost is taken, so that parts that touch in a point stay apart.
// What does not close is left out: it comes of units that overlap.
func (t *Topology) stitch(arcs []int) [][]gridPoint {
	from := make(map[gridPoint][][]gridPoint)
	for _, a := range arcs {
		p := t.points(a)
		from[p[0]] = append(from[p[0]], p)
	}
	var rings [][]gridPoint
	for _, a := range arcs {
		p := t.points(a)
		if !take(from, p) {
			continue
		}
		ring := slices.Clone(p)
		for ring[0] != ring[len(ring)-1] {
			next := leftmost(from[ring[len(ring)-1]], ring)
			if next == nil {
				break
			}
			take(from, next)
			ring = append(ring, next[1:]...)
		}
		if ring[0] == ring[len(ring)-1] && len(ring) > 3 && signedArea(ring[1:]) != 0 {
			rings = append(rings, ring[1:])
		}
	}
	return rings
}

// take removes an arc from those still to be used, and reports whether it was
// there.
func take(from map[gridPoint][][]gridPoint, p []gridPoint) bool {
	list := from[p[0]]
	i := slices.IndexFunc(list, func(q []gridPoint) bool { return slices.Equal(p, q) })
	if i >= 0 {
		from[p[0]] = slices.Delete(list, i, i+1)
	}
	return i >= 0
}

func leftmost(choices [][]gridPoint, ring []gridPoint) []gridPoint {
	var best []gridPoint
	bestTurn := math.Inf(1)
	at, before := ring[len(ring)-1], ring[len(ring)-2]
	back := math.Atan2(float64(before.y-at.y), float64(before.x-at.x))
	for _, c := range choices {
		// Clockwise from the way back, the first arc bounds the same inside.
		turn := math.Mod(back-math.Atan2(float64(c[1].y-at.y), float64(c[1].x-at.x))+4*math.Pi, 2*math.Pi)
		if turn < bestTurn {
			best, bestTurn = c, turn
		}
	}
	return best
}

func toOrb(r []gridPoint) orb.Ring {
	out := make(orb.Ring, 0, len(r)+1)
	for _, p := range append(r, r[0]) {
		out = append(out, orb.Point{Round(float64(p.x)*gridStep, 4), Round(float64(p.y)*gridStep, 4)})
	}
	return out
}

// Round cuts a number to decimals, so that the same grid point is the same
// number everywhere.
func Round(v float64, decimals int) float64 {
	scale := math.Pow10(decimals)
	return math.Round(v*scale) / scale
}

// addHole gives a hole to the smallest polygon around it; polygons come largest
// first. A hole around which there is none is an artefact and is left out.
func addHole(polys orb.MultiPolygon, hole orb.Ring) {
	for i := len(polys) - 1; i >= 0; i-- {
		if ringHolds(polys[i][0], hole) {
			polys[i] = append(polys[i], hole)
			return
		}
	}
}
