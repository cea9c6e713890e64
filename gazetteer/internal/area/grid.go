package area

import (
	"encoding/binary"
	"math"
	"math/bits"
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

// middle returns the latitude of the middle of a row.
func (g Grid) middle(row int) float64 { return (float64(row)+0.5)/float64(g.PerDegree) - 90 }

// south returns the latitude at which a row begins.
func (g Grid) south(row int) float64 { return float64(row)/float64(g.PerDegree) - 90 }

// ranges gives each cell of a grid a range of numbers, the ranges one behind the
// other. Most cells are empty, at sea; they take a bit each. A section begins
// with:
//
//	uint32                   cells per degree
//	uint32                   number of cells that are not empty
//	words × uint64           a bit for each cell, and one for the end: not empty
//	words × uint32           how many cells before those of the word are not empty
//	(number + 1) × uint32    where the range of each cell that is not empty begins
type ranges struct {
	Grid
	data  string
	words int
	full  int
}

const rangesHeader = 8

// maxPerDegree is finer than any index needs; it keeps a damaged file from
// asking for more.
const maxPerDegree = 64

type damaged string

func (d damaged) Error() string { return "index is damaged: " + string(d) }

func openRanges(data string) (ranges, error) {
	g := ranges{Grid: Grid{int(wire.Uint32(data, 0))}, data: data, full: int(wire.Uint32(data, 4))}
	if g.PerDegree < 1 || g.PerDegree > maxPerDegree || g.full < 0 || g.full > g.Cells() {
		return g, damaged("a grid has an odd size")
	}
	g.words = g.Cells()/64 + 1
	if len(data) < g.size() {
		return g, damaged("a grid does not fit its section")
	}
	return g, nil
}

// size returns the length of the section's beginning.
func (g *ranges) size() int { return rangesHeader + 12*g.words + 4*(g.full+1) }

// begin returns where the range of a cell begins, or that of the next one that is
// not empty.
func (g *ranges) begin(cell int) uint32 {
	word := cell / 64
	before := wire.Uint64(g.data, rangesHeader+8*word) & (1<<(cell%64) - 1)
	rank := int(wire.Uint32(g.data, rangesHeader+8*g.words+4*word)) + bits.OnesCount64(before)
	return wire.Uint32(g.data, rangesHeader+12*g.words+4*rank)
}

// of returns the range of n cells that follow one another.
func (g *ranges) of(cell, n int) (begin, end uint32) { return g.begin(cell), g.begin(cell + n) }

// appendRanges writes the beginning of a section. It is told where the range of
// each cell begins, and where the last one ends.
func appendRanges(grid Grid, begins []uint32) []byte {
	words := make([]uint64, grid.Cells()/64+1)
	var ranks, full []byte
	n := uint32(0)
	for cell, begin := range begins {
		if cell%64 == 0 {
			ranks = binary.LittleEndian.AppendUint32(ranks, n)
		}
		last := cell == len(begins)-1
		if last || begin != begins[cell+1] {
			full = binary.LittleEndian.AppendUint32(full, begin)
		}
		if !last && begin != begins[cell+1] {
			words[cell/64] |= 1 << (cell % 64)
			n++
		}
	}
	data := binary.LittleEndian.AppendUint32(nil, uint32(grid.PerDegree))
	data = binary.LittleEndian.AppendUint32(data, n)
	for _, w := range words {
		data = binary.LittleEndian.AppendUint64(data, w)
	}
	return slices.Concat(data, ranks, full)
}

// Points finds the places of a cell, which have numbers that follow one another.
// Its section is the range of numbers of each cell.
type Points struct{ ranges }

// OpenPoints returns the points in a section.
func OpenPoints(data string) (*Points, error) {
	g, err := openRanges(data)
	return &Points{g}, err
}

// metresPerDegree is the length of a degree of a great circle.
const metresPerDegree = 2 * math.Pi * orb.EarthRadius / 360

// Near yields the runs of places that may lie within a distance of a point,
// until yield returns false. A circle that crosses the date line has its other
// half at the other edge of the world; one that holds a pole has all longitudes.
func (p *Points) Near(centre orb.Point, radiusM float64, yield func(first, end uint32) bool) {
	dLat := radiusM / metresPerDegree
	south, north := p.row(centre[1]-dLat), p.row(centre[1]+dLat)
	cols := p.cols()
	west, span := p.columns(centre, radiusM)
	for row := south; row <= north; row++ {
		for i := 0; i < span; {
			col := (west + i) % cols
			n := min(span-i, cols-col)
			first, end := p.of(row*cols+col, n)
			if first < end && !yield(first, end) {
				return
			}
			i += n
		}
	}
}

// columns returns the first column and the number of columns that a circle
// touches.
func (p *Points) columns(centre orb.Point, radiusM float64) (west, span int) {
	cols := p.cols()
	dLon := Reach(centre, radiusM)[0]
	if dLon >= 180 {
		return 0, cols
	}
	per := float64(p.PerDegree)
	first := int(math.Floor((centre[0] - dLon + 180) * per))
	last := int(math.Floor((centre[0] + dLon + 180) * per))
	if span = last - first + 1; span >= cols {
		return 0, cols
	}
	return (first%cols + cols) % cols, span
}

// Reach returns how far, in degrees of longitude and latitude, a circle may go
// from its centre; 180 and more in longitude if it comes near a pole.
func Reach(centre orb.Point, radiusM float64) orb.Point {
	dLat := radiusM / metresPerDegree
	furthest := math.Abs(centre[1]) + dLat
	if !(furthest < 89) {
		return orb.Point{360, dLat}
	}
	// The circle is widest at a parallel between its centre and its poleward
	// end; the meridians are nearer each other at that end.
	return orb.Point{dLat / math.Cos(furthest*math.Pi/180), dLat}
}

// AppendPoints writes the section for places that are numbered cell by cell, from
// first on: it is told how many each cell has.
func AppendPoints(g Grid, first uint32, counts []uint32) []byte {
	begins := make([]uint32, 0, g.Cells()+1)
	for _, n := range counts {
		begins = append(begins, first)
		first += n
	}
	return appendRanges(g, append(begins, first))
}
