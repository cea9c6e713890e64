package area

import (
	"math"
	"sync/atomic"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// banded is an outline made ready to be asked many times: its corners, and for
// each band of latitude which edges touch it. Only the edges of one band can tell
// whether a point of it is inside; that is a tenth of the work of reading the
// outline anew, mostly less.
type banded struct {
	number  uint32
	south   float64 // in units
	north   float64
	height  float64  // of a band
	bands   []band   // and one more, where the last one's runs end
	corners []corner // of its rings, each with its first corner again at its end
	more    []run    // of the bands that have more than two, one band after another
}

// band has the edges that touch a band of latitude. Most outlines enter one on one side
// and leave it on the other: what leads to their edges is in one place of memory.
type band struct {
	two  [2]run // empty if it has none
	more uint32 // where its other runs begin, which end where those of the next band begin
}

// corner is a point of an outline, in units.
type corner struct{ x, y int32 }

// run is edges that follow each other: from one corner to a later one. An outline
// goes through a band in few runs, so that they are a small part of what a list of
// the band's edges takes.
type run struct{ from, to uint32 }

// Bounds on bands: edges that one has if they are short, and bands of an
// outline.
const (
	bandEdges = 8
	mostBands = 1024
)

// newBanded reads the outline of a place. One that is damaged holds no point.
func newBanded(number uint32, r wire.Reader, head func(*wire.Reader) Outline) *banded {
	head(&r)
	b := &banded{number: number, height: 1, corners: make([]corner, 0, countCorners(r))}
	var ends []uint32 // of the rings
	for range r.Count(1) {
		for range r.Count(1) {
			b.appendRing(&r)
			ends = append(ends, uint32(len(b.corners)))
		}
	}
	if r.Bad() || len(b.corners) == 0 {
		b.corners = nil
		return b
	}
	b.sort(ends)
	return b
}

// countCorners returns how many corners the rings of an outline have, their first
// ones twice.
func countCorners(r wire.Reader) (n int) {
	for range r.Count(1) {
		for range r.Count(1) {
			size := int(r.Uvarint())
			end := r.Pos() + size
			skipBox(&r)
			n += r.Count(2) + 1
			r.Take(end - r.Pos())
		}
	}
	return n
}

func (b *banded) appendRing(r *wire.Reader) {
	r.Uvarint()
	skipBox(r)
	n := r.Count(2)
	if n == 0 {
		return
	}
	var x, y int64
	first := len(b.corners)
	for range n {
		x, y = x+r.Varint(), y+r.Varint()
		b.corners = append(b.corners, corner{int32(x), int32(y)})
	}
	b.corners = append(b.corners, b.corners[first])
}

// sort puts the edges into their bands, an edge into each that it touches. The
// rings end at corners so numbered.
func (b *banded) sort(ends []uint32) {
	south, north := int32(math.MaxInt32), int32(math.MinInt32)
	for _, c := range b.corners {
		south, north = min(south, c.y), max(north, c.y)
	}
	if south == north {
		b.corners = nil // nothing lies in a line
		return
	}
	bands := min(len(b.corners)/bandEdges+1, mostBands)
	b.south, b.north = float64(south), float64(north)
	b.height = (b.north - b.south) / float64(bands)
	b.bands = make([]band, bands+1)
	runs := make([]uint32, bands) // of each band
	b.each(ends, func(band int, _ uint32, goesOn bool) {
		if !goesOn {
			runs[band]++
		}
	})
	for i, n := range runs {
		b.bands[i+1].more = b.bands[i].more + max(n, 2) - 2
	}
	b.more = make([]run, b.bands[bands].more)
	clear(runs)
	b.each(ends, func(band int, from uint32, goesOn bool) {
		if !goesOn {
			runs[band]++
			b.run(band, runs[band]-1).from = from
		}
		b.run(band, runs[band]-1).to = from + 1
	})
}

// run returns the nth run of a band.
func (b *banded) run(band int, n uint32) *run {
	if n < 2 {
		return &b.bands[band].two[n]
	}
	return &b.more[b.bands[band].more+n-2]
}

// each puts the edges, by the corner that each begins at, and says whether it goes
// on from the last one of its band.
func (b *banded) each(ends []uint32, put func(band int, from uint32, goesOn bool)) {
	last := make([]uint32, len(b.bands)) // where the last edge of each band has ended; no edge ends at 0
	from := uint32(0)
	for _, end := range ends {
		for ; from+1 < end; from++ {
			y, z := b.corners[from].y, b.corners[from+1].y
			for band := b.band(float64(min(y, z))); band <= b.band(float64(max(y, z))); band++ {
				put(band, from, last[band] == from && from > 0)
				last[band] = from + 1
			}
		}
		from = end
	}
}

// band returns the band of a latitude between the ends of the outline.
func (b *banded) band(y float64) int { return min(int((y-b.south)/b.height), len(b.bands)-2) }

// contains reports whether the outline holds a point.
func (b *banded) contains(x, y float64) bool {
	band := b.around(x, y)
	return band >= 0 && b.isOdd(b.bands[band].two[:], x, y) != b.isOdd(b.others(band), x, y)
}

// around returns the band whose edges tell whether the outline holds a point; -1 if it
// does not come near.
func (b *banded) around(x, y float64) int {
	if len(b.corners) == 0 || !(y >= b.south && y <= b.north && math.Abs(x) < math.MaxInt32) {
		return -1
	}
	return b.band(y)
}

// others returns the runs that a band has beside its two.
func (b *banded) others(band int) []run { return b.more[b.bands[band].more:b.bands[band+1].more] }

// isOdd reports whether a line from a point to the east crosses an odd number of
// edges.
func (b *banded) isOdd(runs []run, x, y float64) (odd bool) {
	for _, r := range runs {
		odd = odd != b.crosses(r, b.corners[r.from], x, y)
	}
	return odd
}

// crosses is isOdd for one run, of which it is told the first corner. Corners are
// whole units: what they compare with is the point's own whole units, without a
// fraction, but for the few edges that it may lie on either side of.
func (b *banded) crosses(r run, from corner, x, y float64) (odd bool) {
	west, south := int32(math.Floor(x)), int32(math.Floor(y))
	for _, to := range b.corners[r.from+1 : r.to+1] {
		p, q := from, to
		from = to
		if (p.y > south) == (q.y > south) || p.x <= west && q.x <= west {
			continue
		}
		east := p.x > west && q.x > west
		if east || crosses(x, y, int64(p.x), int64(p.y), int64(q.x), int64(q.y)) {
			odd = !odd
		}
	}
	return odd
}

// asked keeps outlines that were asked for more than once, each in the one slot
// that it may have. Its zero value is ready for use by any number of goroutines.
type asked struct {
	slots   [askedSlots]atomic.Pointer[banded]
	first   [askedSlots]atomic.Uint32 // the outline that was asked for, plus one
	corners atomic.Int64
}

// Bounds on asked: the slots, and the corners that are kept before it starts
// anew, some 12 MiB with their runs. The world's provinces have 400,000.
const (
	askedSlots   = 1 << 13
	askedCorners = 1 << 20
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
	if a.corners.Add(int64(len(b.corners))) > askedCorners {
		for i := range a.slots {
			a.slots[i].Store(nil)
		}
		a.corners.Store(int64(len(b.corners)))
	}
	a.slots[b.number%askedSlots].Store(b)
}
