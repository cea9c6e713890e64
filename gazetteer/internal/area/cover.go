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
	levels = 2             // of groups below a root
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
	w := c.enter(p)
	for range levels {
		c.descend(&w)
	}
	return c.shares(&w)
}

// AtOnce is how many points AtAll takes: more than a processor works on at a time.
const AtOnce = 64

// AtAll does for up to AtOnce points what At does for one. It goes down one level with
// all of them before the next: a level waits for memory that no cache holds, and the
// processor waits for that of many points as long as for that of one.
func (c *Cover) AtAll(points []orb.Point, shares []Shares) {
	var room [AtOnce]walk
	walks := room[:len(points)]
	for i, p := range points {
		walks[i] = c.enter(p)
	}
	for range levels {
		for i := range walks {
			c.descend(&walks[i])
		}
	}
	for i := range walks {
		shares[i] = c.shares(&walks[i])
	}
}

// walk is a way from the root to the cell of a point.
type walk struct {
	said uint32 // of the cell that it has come to
	path uint32 // the number of the next cell in its group, and above it that of the one in that cell
}

func (c *Cover) enter(p orb.Point) walk {
	row, col := fine.row(p[1]), fine.col(p[0])
	return walk{
		said: wire.Uint32(c.roots, 4*rootOf(row, col)),
		path: uint32(row/side%side*side + col/side%side + group*(row%side*side+col%side)),
	}
}

// descend goes on to the cell of a group, one level down; nowhere if the cell is not
// divided.
func (c *Cover) descend(w *walk) {
	if w.said&1 == 0 {
		return
	}
	at := int(w.said >> 1)
	cells := wire.Uint64(c.body, at)
	w.said = wire.Uint32(c.body, at+8+4*int(cells>>(4*(w.path%group))&(group-1)))
	w.path /= group
}

func (c *Cover) shares(w *walk) Shares {
	if w.said&1 != 0 { // only in a damaged file
		return Shares{wire.At(c.body, 0)}
	}
	return Shares{wire.At(c.body, int(w.said>>1))}
}

// Shares are the areas that have a share in a cell, the smaller ones first, up to
// the first that holds all of it. Each is the number of its place, times two, and
// one more if it holds the cell; a list that ends otherwise ends with 0.
type Shares struct{ r wire.Reader }

// List returns the number of the list of areas, which is that of all cells in which the
// same are to be said; before anything is read of it.
func (s *Shares) List() uint32 { return uint32(s.r.Pos()) }

// Next returns the next area, and whether it holds the whole cell. It returns
// false behind the last.
func (s *Shares) Next() (number uint32, holds, ok bool) {
	v := s.r.Uvarint()
	return uint32(v >> 1), v&1 != 0, v != 0
}
