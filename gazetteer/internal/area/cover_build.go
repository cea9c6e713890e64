package area

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// CoverBuilder writes a cover. The zero CoverBuilder is ready for use.
type CoverBuilder struct {
	cells map[int][]share // by root
}

// share is what an area has of a root.
type share struct {
	number uint32
	rank   int
	leaves *[leaves]reach // nil if it holds all of the root
}

// reach says how far an area reaches into a cell.
type reach uint8

const (
	outside reach = iota
	passing       // an edge passes
	holding       // the whole cell lies within
)

// leafOf returns the number of a fine cell among those of its root: by the group
// that it is in, and then within the group.
func leafOf(row, col int) int {
	return (row/side%side*side+col/side%side)*group + row%side*side + col%side
}

func rootOf(row, col int) int { return row/group*roots.cols() + col/group }

// Add adds the area of a place; places come in the order of their numbers. Of
// areas that hold one point those of a higher rank are asked first.
//
//  1. The cells that an edge passes are noted,
//  2. then those that lie inside, between where edges cross the middle of a row.
func (b *CoverBuilder) Add(number uint32, rank int, area orb.MultiPolygon) {
	m := marks{}
	eachEdge(area, m.pass)
	for row, crossings := range crossings(area) {
		for i := 0; i+1 < len(crossings); i += 2 {
			m.fill(row, fine.col(crossings[i]), fine.col(crossings[i+1]))
		}
	}
	if b.cells == nil {
		b.cells = make(map[int][]share)
	}
	whole := [leaves]reach{}
	for i := range whole {
		whole[i] = holding
	}
	for root, leaves := range m {
		if *leaves == whole {
			leaves = nil
		}
		b.cells[root] = append(b.cells[root], share{number, rank, leaves})
	}
}

func eachEdge(area orb.MultiPolygon, edge func(from, to orb.Point)) {
	for _, polygon := range area {
		for _, ring := range polygon {
			for i := 1; i < len(ring); i++ {
				edge(ring[i-1], ring[i])
			}
		}
	}
}

// marks are what is known of an area, by root.
type marks map[int]*[leaves]reach

// at returns what is known of a fine cell.
func (m marks) at(row, col int) *reach {
	root := rootOf(row, col)
	if m[root] == nil {
		m[root] = new([leaves]reach)
	}
	return &m[root][leafOf(row, col)]
}

// slack is how far, in degrees, an edge may be moved when it is rounded.
const slack = 0.001

// pass marks the cells that an edge passes, or may pass when it is rounded.
func (m marks) pass(from, to orb.Point) {
	from, to = northward(from, to)
	for row := fine.row(from[1] - slack); row <= fine.row(to[1]+slack); row++ {
		a, b := from[0], to[0]
		if from[1] < to[1] {
			a = along(from, to, max(from[1], fine.south(row)-slack))
			b = along(from, to, min(to[1], fine.south(row+1)+slack))
		}
		for col := fine.col(min(a, b) - slack); col <= fine.col(max(a, b)+slack); col++ {
			*m.at(row, col) = passing
		}
	}
}

func northward(from, to orb.Point) (south, north orb.Point) {
	if from[1] > to[1] {
		return to, from
	}
	return from, to
}

// along returns the longitude of an edge at a latitude between its ends.
func along(from, to orb.Point, lat float64) float64 {
	return from[0] + (lat-from[1])*(to[0]-from[0])/(to[1]-from[1])
}

// crossings returns where the middle line of each row crosses the area, from
// west to east.
func crossings(area orb.MultiPolygon) map[int][]float64 {
	found := map[int][]float64{}
	eachEdge(area, func(from, to orb.Point) {
		from, to = northward(from, to)
		for row := fine.row(from[1]); row <= fine.row(to[1]); row++ {
			if y := fine.middle(row); (from[1] > y) != (to[1] > y) {
				found[row] = append(found[row], along(from, to, y))
			}
		}
	})
	for _, xs := range found {
		slices.Sort(xs)
	}
	return found
}

// fill marks the cells of a row that no edge passes.
func (m marks) fill(row, west, east int) {
	for col := west; col <= east; col++ {
		if r := m.at(row, col); *r == outside {
			*r = holding
		}
	}
}

// Finish returns the section.
func (b *CoverBuilder) Finish() ([]byte, error) {
	w := coverWriter{known: map[string]uint32{}}
	w.add([]byte{0})
	var top []byte
	for root := range roots.Cells() {
		top = binary.LittleEndian.AppendUint32(top, w.root(b.cells[root]))
	}
	if len(w.body) > math.MaxInt32 {
		return nil, errors.New("the cells of areas take more than 2 GiB")
	}
	return append(top, w.body...), nil
}

// coverWriter writes groups and lists, each that is like another one once.
type coverWriter struct {
	body  []byte
	known map[string]uint32 // where each begins
}

// add adds a group or a list, and returns where it begins, times two.
func (w *coverWriter) add(data []byte) uint32 {
	at, known := w.known[string(data)]
	if !known {
		at = uint32(len(w.body)) << 1
		w.known[string(data)] = at
		w.body = append(w.body, data...)
	}
	return at
}

// root writes what is to be said of a root, and returns it.
func (w *coverWriter) root(shares []share) uint32 {
	slices.SortStableFunc(shares, func(a, b share) int { return cmp.Compare(b.rank, a.rank) })
	var quarters, within [group]uint32
	for i := range quarters {
		for j := range within {
			within[j] = w.leaf(shares, i*group+j)
		}
		quarters[i] = w.join(&within)
	}
	return w.join(&quarters)
}

// join returns what is to be said of cells together: what all say, or that they
// are a group. A group that says the same of all is no different from its cells.
func (w *coverWriter) join(cells *[group]uint32) uint32 {
	var said []uint32
	halves := uint64(0)
	for i, v := range cells {
		n := slices.Index(said, v)
		if n < 0 {
			n, said = len(said), append(said, v)
		}
		halves |= uint64(n) << (4 * i)
	}
	if len(said) == 1 && said[0]&1 == 0 {
		return said[0]
	}
	data := binary.LittleEndian.AppendUint64(nil, halves)
	for _, v := range said {
		data = binary.LittleEndian.AppendUint32(data, v)
	}
	return w.add(data) | 1
}

// leaf writes the list of a fine cell.
func (w *coverWriter) leaf(shares []share, leaf int) uint32 {
	var list []byte
	for _, s := range shares {
		reaches := holding
		if s.leaves != nil {
			reaches = s.leaves[leaf]
		}
		switch reaches {
		case passing:
			list = binary.AppendUvarint(list, uint64(s.number)<<1)
		case holding:
			return w.add(binary.AppendUvarint(list, uint64(s.number)<<1|1))
		}
	}
	return w.add(append(list, 0))
}
