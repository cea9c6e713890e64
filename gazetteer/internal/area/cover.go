package area

import (
	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// Cover says which areas a point may lie in, without their outlines. It is a tree
// of cells, read in place: the roots have a degree, and a cell that not all of
// lies in the same areas is divided into 16, those once more. Its section is:
//
//	roots × uint32     what is to be said of each cell of a degree
//	groups and lists   in any order
//
// What is to be said of a cell is where its list begins, counted from the end of
// the roots, times two; or, for one that is divided, where its group begins, times
// two, and one more. A group is 16 half bytes, one for each of its cells, row by row,
// the lower half of a byte first, which say which of the uint32 behind them is to
// be said of the cell. A list is told of at Shares. The list at 0 is empty.
type Cover struct {
	roots string
	body  string
}

// The tree of a cover.
const (
	side   = 4             // cells in a row of a group
	group  = side * side   // cells of a group
	leaves = group * group // cells of a root that is divided to the last
)

var (
	roots = Grid{1}
	fine  = Grid{side * side}
)

// OpenCover returns the cover in a section.
func OpenCover(data string) (*Cover, error) {
	size := 4 * roots.Cells()
	if len(data) < size {
		return nil, damaged("the cells of areas do not fit their section")
	}
	return &Cover{data[:size], data[size:]}, nil
}

// At returns the areas that a point may lie in.
func (c *Cover) At(p orb.Point) Shares {
	row, col := fine.row(p[1]), fine.col(p[0])
	v := wire.Uint32(c.roots, 4*rootOf(row, col))
	for step := side; v&1 != 0 && step > 0; step /= side {
		v = c.within(int(v>>1), row/step%side*side+col/step%side)
	}
	if v&1 != 0 { // only in a damaged file
		v = 0
	}
	return Shares{wire.At(c.body, int(v>>1))}
}

// within returns what the group that begins at a place says of its i-th cell.
func (c *Cover) within(at, i int) uint32 {
	cells := wire.Uint64(c.body, at)
	return wire.Uint32(c.body, at+8+4*int(cells>>(4*i)&15))
}

// Shares are the areas that have a share in a cell, the smaller ones first, up to
// the first that holds all of it. Each is the number of its place, times two, and
// one more if it holds the cell; a list that ends otherwise ends with 0.
type Shares struct{ r wire.Reader }

// Next returns the next area, and whether it holds the whole cell. It returns
// false behind the last.
func (s *Shares) Next() (number uint32, holds, ok bool) {
	v := s.r.Uvarint()
	return uint32(v >> 1), v&1 != 0, v != 0
}
