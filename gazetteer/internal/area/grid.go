package area

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// Grid divides the world into cells of equal angles, numbered from the south
// west, row by row. PerDegree is how many of them a degree has.
type Grid struct{ PerDegree int }

func (g Grid) cols() int { return 360 * g.PerDegree }
func (g Grid) rows() int { return 180 * g.PerDegree }

// Cells returns the number of cells.
func (g Grid) Cells() int { return g.cols() * g.rows() }

// Cell returns the cell of a point. Points beyond the poles or the date line
// belong to the cells at the edge.
func (g Grid) Cell(p orb.Point) int { return g.row(p[1])*g.cols() + g.col(p[0]) }

func (g Grid) row(lat float64) int { return g.index(lat+90, g.rows()) }
func (g Grid) col(lon float64) int { return g.index(lon+180, g.cols()) }

func (g Grid) index(degrees float64, n int) int {
	if !(degrees > 0) { // also NaN
		return 0
	}
	return int(min(degrees*float64(g.PerDegree), float64(n-1)))
}

// mid returns the coordinate of the middle of a row or column, given the
// coordinate where the first one begins.
func (g Grid) mid(i int, first float64) float64 {
	return first + (float64(i)+0.5)/float64(g.PerDegree)
}

// Cover says which areas each cell of a grid has a share in. Its section is:
//
//	uint32                cells per degree
//	(cells + 1) × uint32  where each cell's list begins
//	lists                 varints: number of the place, times two, and one more
//	                      if the cell lies wholly within its area
type Cover struct {
	grid Grid
	data string
}

// OpenCover returns the cover in a section.
func OpenCover(data string) (*Cover, error) {
	g, err := openGrid(data)
	return &Cover{g, data}, err
}

// maxPerDegree is finer than any index needs; it keeps a damaged file from
// asking for more.
const maxPerDegree = 64

type damaged string

func (d damaged) Error() string { return "index is damaged: " + string(d) }

// openGrid reads the grid of a section that begins with cells per degree and a
// uint32 for each cell and one more.
func openGrid(data string) (Grid, error) {
	g := Grid{int(wire.Uint32(data, 0))}
	if g.PerDegree < 1 || g.PerDegree > maxPerDegree || len(data) < gridHeader(g) {
		return g, damaged("a grid does not fit its section")
	}
	return g, nil
}

func gridHeader(g Grid) int { return 4 + 4*(g.Cells()+1) }

// At yields the places whose areas may hold a point, and whether they do so for
// certain, until yield returns false.
func (c *Cover) At(p orb.Point, yield func(number uint32, certain bool) bool) {
	cell := c.grid.Cell(p)
	r := wire.At(c.data, int(wire.Uint32(c.data, 4+4*cell)))
	end := int(wire.Uint32(c.data, 8+4*cell))
	for r.Pos() < end {
		v := r.Uvarint()
		if r.Bad() || !yield(uint32(v>>1), v&1 != 0) {
			return
		}
	}
}

// CoverBuilder writes a cover.
type CoverBuilder struct {
	grid  Grid
	lists [][]uint64
}

// NewCoverBuilder returns a CoverBuilder without areas.
func NewCoverBuilder(g Grid) *CoverBuilder {
	return &CoverBuilder{grid: g, lists: make([][]uint64, g.Cells())}
}

// Add adds the area of a place: first the cells that an edge passes, then those
// of which the middle is inside.
func (b *CoverBuilder) Add(number uint32, area orb.MultiPolygon) {
	passed := map[int]bool{}
	b.eachEdge(area, func(from, to orb.Point) { b.pass(from, to, passed) })
	for cell := range passed {
		b.lists[cell] = append(b.lists[cell], uint64(number)<<1)
	}
	for row, crossings := range b.crossings(area) {
		for i := 0; i+1 < len(crossings); i += 2 {
			b.fill(number, row, crossings[i], crossings[i+1], passed)
		}
	}
}

func (b *CoverBuilder) eachEdge(area orb.MultiPolygon, edge func(from, to orb.Point)) {
	for _, polygon := range area {
		for _, ring := range polygon {
			for i := 1; i < len(ring); i++ {
				edge(ring[i-1], ring[i])
			}
		}
	}
}

// slack is how far, in degrees, an edge may be moved when it is rounded.
const slack = 0.001

// pass notes all cells of an edge's box, a few more than it passes: edges are
// short.
func (b *CoverBuilder) pass(from, to orb.Point, passed map[int]bool) {
	box := orb.MultiPoint{from, to}.Bound().Pad(slack)
	for row := b.grid.row(box.Min[1]); row <= b.grid.row(box.Max[1]); row++ {
		for col := b.grid.col(box.Min[0]); col <= b.grid.col(box.Max[0]); col++ {
			passed[row*b.grid.cols()+col] = true
		}
	}
}

// crossings returns where the middle line of each row crosses the area, from
// west to east.
func (b *CoverBuilder) crossings(area orb.MultiPolygon) map[int][]float64 {
	found := map[int][]float64{}
	b.eachEdge(area, func(from, to orb.Point) {
		south, north := min(from[1], to[1]), max(from[1], to[1])
		for row := b.grid.row(south); row <= b.grid.row(north); row++ {
			y := b.grid.mid(row, -90)
			if (from[1] > y) != (to[1] > y) {
				x := from[0] + (y-from[1])*(to[0]-from[0])/(to[1]-from[1])
				found[row] = append(found[row], x)
			}
		}
	})
	for _, xs := range found {
		slices.Sort(xs)
	}
	return found
}

// fill notes the cells of a row whose middles lie between two crossings.
func (b *CoverBuilder) fill(number uint32, row int, west, east float64, passed map[int]bool) {
	for col := b.grid.col(west); col <= b.grid.col(east); col++ {
		cell := row*b.grid.cols() + col
		if x := b.grid.mid(col, -180); x > west && x < east && !passed[cell] {
			b.lists[cell] = append(b.lists[cell], uint64(number)<<1|1)
		}
	}
}

// Finish returns the section.
func (b *CoverBuilder) Finish() []byte {
	data := binary.LittleEndian.AppendUint32(nil, uint32(b.grid.PerDegree))
	var lists []byte
	for _, list := range b.lists {
		data = binary.LittleEndian.AppendUint32(data, uint32(gridHeader(b.grid)+len(lists)))
		slices.Sort(list)
		for _, v := range list {
			lists = binary.AppendUvarint(lists, v)
		}
	}
	data = binary.LittleEndian.AppendUint32(data, uint32(gridHeader(b.grid)+len(lists)))
	return append(data, lists...)
}

// Points finds the places of a cell, which have numbers that follow one another.
// Its section is:
//
//	uint32                cells per degree
//	(cells + 1) × uint32  the number of each cell's first place
type Points struct {
	grid Grid
	data string
}

// OpenPoints returns the points in a section.
func OpenPoints(data string) (*Points, error) {
	g, err := openGrid(data)
	return &Points{g, data}, err
}

// MetresPerDegree is the length of a degree of a great circle.
const MetresPerDegree = 2 * math.Pi * orb.EarthRadius / 360

// Near yields the runs of places that may lie within a distance of a point,
// until yield returns false. A circle that crosses the date line has its other
// half at the other edge of the world; one that holds a pole has all longitudes.
func (p *Points) Near(centre orb.Point, radiusM float64, yield func(first, end uint32) bool) {
	dLat := radiusM / MetresPerDegree
	south, north := p.grid.row(centre[1]-dLat), p.grid.row(centre[1]+dLat)
	cols := p.grid.cols()
	west, span := p.columns(centre, dLat)
	for row := south; row <= north; row++ {
		for i := 0; i < span; {
			col := (west + i) % cols
			n := min(span-i, cols-col)
			first := wire.Uint32(p.data, 4+4*(row*cols+col))
			end := wire.Uint32(p.data, 4+4*(row*cols+col+n))
			if first < end && !yield(first, end) {
				return
			}
			i += n
		}
	}
}

// columns returns the first column and the number of columns that a circle
// touches.
func (p *Points) columns(centre orb.Point, dLat float64) (west, span int) {
	cols := p.grid.cols()
	furthest := math.Abs(centre[1]) + dLat
	if !(furthest < 89) {
		return 0, cols
	}
	// The circle's widest parallel is nearer the pole than its centre; that of
	// its poleward end is wider still.
	dLon := dLat / math.Cos(furthest*math.Pi/180)
	if !(dLon < 180) {
		return 0, cols
	}
	per := float64(p.grid.PerDegree)
	first := int(math.Floor((centre[0] - dLon + 180) * per))
	last := int(math.Floor((centre[0] + dLon + 180) * per))
	if span = last - first + 1; span >= cols {
		return 0, cols
	}
	return (first%cols + cols) % cols, span
}

// AppendPoints writes the section for places of which the n-th, from number
// first, lies in the n-th of these cells. The cells are in order.
func AppendPoints(g Grid, first uint32, cells []int) []byte {
	data := binary.LittleEndian.AppendUint32(nil, uint32(g.PerDegree))
	i := 0
	for cell := range g.Cells() {
		for i < len(cells) && cells[i] < cell {
			i++
		}
		data = binary.LittleEndian.AppendUint32(data, first+uint32(i))
	}
	return binary.LittleEndian.AppendUint32(data, first+uint32(len(cells)))
}
