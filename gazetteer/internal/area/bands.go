package area

import (
	"math"
	"slices"
	"sync/atomic"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// banded is an outline made ready to be asked many times: its edges, by the
// bands of latitude that they touch. Only the edges of one band can tell whether
// a point of it is inside; that is a tenth of the work of reading the outline
// anew, mostly less.
type banded struct {
	number uint32
	south  float64 // in units
	north  float64
	height float64 // of a band
	begins []uint32
	edges  []edge
}

// edge is an edge that is not level, in units.
type edge struct{ ax, ay, bx, by int32 }

// Bounds on bands: edges that one has if they are short, and bands of an
// outline.
const (
	bandEdges = 8
	mostBands = 1024
)

// newBanded reads the outline of a place. One that is damaged holds no point.
func newBanded(number uint32, r wire.Reader, head func(*wire.Reader) Outline) *banded {
	head(&r)
	var edges []edge
	for range r.Count(1) {
		for range r.Count(1) {
			edges = appendEdges(edges, &r)
		}
	}
	b := &banded{number: number, height: 1}
	if !r.Bad() && len(edges) > 0 {
		b.sort(edges)
	}
	return b
}

// appendEdges reads a ring.
func appendEdges(edges []edge, r *wire.Reader) []edge {
	r.Uvarint()
	skipBox(r)
	n := r.Count(2)
	if n == 0 {
		return edges
	}
	edges = slices.Grow(edges, n)
	first := [2]int64{r.Varint(), r.Varint()}
	last := first
	for range n - 1 {
		next := [2]int64{last[0] + r.Varint(), last[1] + r.Varint()}
		edges = appendEdge(edges, last, next)
		last = next
	}
	return appendEdge(edges, last, first)
}

func appendEdge(edges []edge, a, b [2]int64) []edge {
	if a[1] == b[1] {
		return edges // no line to the east crosses it
	}
	return append(edges, edge{int32(a[0]), int32(a[1]), int32(b[0]), int32(b[1])})
}

// sort puts the edges into their bands, an edge into each that it touches.
func (b *banded) sort(edges []edge) {
	south, north := int32(math.MaxInt32), int32(math.MinInt32)
	for _, e := range edges {
		south, north = min(south, e.ay, e.by), max(north, e.ay, e.by)
	}
	bands := min(len(edges)/bandEdges+1, mostBands)
	b.south, b.north = float64(south), float64(north)
	b.height = (b.north - b.south) / float64(bands)
	b.begins = make([]uint32, bands+2)
	b.each(edges, func(band int, _ edge) { b.begins[band+1]++ })
	for i := range bands + 1 {
		b.begins[i+1] += b.begins[i]
	}
	b.edges = make([]edge, b.begins[bands+1])
	free := slices.Clone(b.begins)
	b.each(edges, func(band int, e edge) {
		b.edges[free[band]] = e
		free[band]++
	})
}

func (b *banded) each(edges []edge, put func(band int, e edge)) {
	for _, e := range edges {
		for band := b.band(float64(min(e.ay, e.by))); band <= b.band(float64(max(e.ay, e.by))); band++ {
			put(band, e)
		}
	}
}

// band returns the band of a latitude between the ends of the outline.
func (b *banded) band(y float64) int { return min(int((y-b.south)/b.height), len(b.begins)-2) }

// contains reports whether the outline holds a point.
func (b *banded) contains(x, y float64) bool { return isOdd(b.around(x, y), x, y) }

// around returns the edges that tell whether the outline holds a point; none if it
// does not come near.
func (b *banded) around(x, y float64) []edge {
	if len(b.edges) == 0 || !(y >= b.south && y <= b.north && math.Abs(x) < math.MaxInt32) {
		return nil
	}
	band := b.band(y)
	return b.edges[b.begins[band]:b.begins[band+1]]
}

// isOdd reports whether a line from a point to the east crosses an odd number of
// edges. Corners are whole units: what they compare with is the point's own whole
// units, without a fraction, but for the few edges that it may lie on either side of.
func isOdd(edges []edge, x, y float64) (odd bool) {
	west, south := int32(math.Floor(x)), int32(math.Floor(y))
	for _, e := range edges {
		if (e.ay > south) == (e.by > south) || e.ax <= west && e.bx <= west {
			continue
		}
		east := e.ax > west && e.bx > west
		if east || crosses(x, y, int64(e.ax), int64(e.ay), int64(e.bx), int64(e.by)) {
			odd = !odd
		}
	}
	return odd
}

// asked keeps outlines that were asked for more than once, each in the one slot
// that it may have. Its zero value is ready for use by any number of goroutines.
type asked struct {
	slots [askedSlots]atomic.Pointer[banded]
	first [askedSlots]atomic.Uint32 // the outline that was asked for, plus one
	edges atomic.Int64
}

// Bounds on asked: the slots, and the
// edges that are kept before it starts anew. The world's provinces have 400,000.
const (
	askedSlots = 1 << 13
	askedEdges = 1 << 20
)

// get returns an outline made ready; nil if it is not kept.
func (a *asked) get(number uint32) *banded {
	if b := a.slots[number%askedSlots].Load(); b != nil && b.number == number {
		return b
	}
	return nil
}

// once reports whether an outline is asked for the first time. To make it ready
// takes several times as long as to read it: most of those that a short table
// needs are needed once.
func (a *asked) once(number uint32) bool {
	return a.first[number%askedSlots].Swap(number+1) != number+1
}

func (a *asked) put(b *banded) {
	if a.edges.Add(int64(len(b.edges))) > askedEdges {
		for i := range a.slots {
			a.slots[i].Store(nil)
		}
		a.edges.Store(int64(len(b.edges)))
	}
	a.slots[b.number%askedSlots].Store(b)
}
