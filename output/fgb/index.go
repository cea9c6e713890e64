package fgb

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"io"
	"math"
	"slices"

	"github.com/dateline-map/dateline/output"
)

// leaf is a feature of the index: its place, and where it begins in the spool.
type leaf struct {
	x, y   float64
	offset int64
}

// nodeItems is how many items a node of the index holds, as everybody has it.
const nodeItems = 16

// index is a packed Hilbert R-tree: the features in the order of a Hilbert curve,
// and above them levels of nodes, each the box of up to nodeItems of the level
// below.
type index struct {
	leaves []sortedLeaf
	levels [][]node // from the leaves to the root
}

type node struct {
	output.Box
	offset uint64 // of a leaf, the feature's among the features; else the first child's place in the index
}

type sortedLeaf struct {
	leaf
	size  int64
	curve uint32
}

func newIndex(leaves []leaf, envelope output.Box, end int64) *index {
	x := &index{leaves: make([]sortedLeaf, len(leaves))}
	for i, l := range leaves {
		next := end
		if i+1 < len(leaves) {
			next = leaves[i+1].offset
		}
		x.leaves[i] = sortedLeaf{l, next - l.offset, onCurve(l, envelope)}
	}
	slices.SortFunc(x.leaves, func(a, b sortedLeaf) int {
		return cmp.Or(cmp.Compare(b.curve, a.curve), cmp.Compare(a.offset, b.offset))
	})
	x.build()
	return x
}

// build makes the levels. There is always a root above the leaves, also of one.
func (x *index) build() {
	level := make([]node, len(x.leaves))
	offset := int64(0)
	for i, l := range x.leaves {
		level[i] = node{output.Box{West: l.x, South: l.y, East: l.x, North: l.y}, uint64(offset)}
		offset += l.size
	}
	x.levels = [][]node{level}
	for root := false; !root; root = len(level) == 1 {
		level = parents(level)
		x.levels = append(x.levels, level)
	}
	x.pointToChildren()
}

// parents returns the level above, whose offsets count within the level below.
func parents(level []node) []node {
	above := make([]node, 0, (len(level)+nodeItems-1)/nodeItems)
	for first := 0; first < len(level); first += nodeItems {
		n := node{output.Nowhere, uint64(first)}
		for _, child := range level[first:min(first+nodeItems, len(level))] {
			n.Join(child.Box)
		}
		above = append(above, n)
	}
	return above
}

// pointToChildren turns offsets within a level into offsets within the index,
// where the root comes first and the leaves last.
func (x *index) pointToChildren() {
	begin := 0
	for i := len(x.levels) - 1; i > 0; i-- {
		begin += len(x.levels[i])
		for j := range x.levels[i] {
			x.levels[i][j].offset += uint64(begin)
		}
	}
}

func (x *index) write(w io.Writer) error {
	b := bufio.NewWriterSize(w, 1<<16)
	var item [40]byte
	for _, level := range slices.Backward(x.levels) {
		for _, n := range level {
			for i, f := range []float64{n.West, n.South, n.East, n.North} {
				binary.LittleEndian.PutUint64(item[8*i:], math.Float64bits(f))
			}
			binary.LittleEndian.PutUint64(item[32:], n.offset)
			if _, err := b.Write(item[:]); err != nil {
				return err
			}
		}
	}
	return b.Flush()
}

// copyFeatures writes the features in the index's order.
func (x *index) copyFeatures(w io.Writer, s *output.Spool) error {
	b := bufio.NewWriterSize(w, 1<<16)
	var feature []byte
	for _, l := range x.leaves {
		feature = slices.Grow(feature[:0], int(l.size))[:l.size]
		if _, err := s.ReadAt(feature, l.offset); err != nil {
			return err
		}
		if _, err := b.Write(feature); err != nil {
			return err
		}
	}
	return b.Flush()
}

// curveBits is how finely the envelope is divided for the curve.
const curveBits = 16

// onCurve returns how far along a Hilbert curve through the envelope a leaf lies.
func onCurve(l leaf, e output.Box) uint32 {
	cell := func(at, low, high float64) uint32 {
		if high == low {
			return 0
		}
		return uint32((1<<curveBits - 1) * (at - low) / (high - low))
	}
	return uint32(output.Hilbert(cell(l.x, e.West, e.East), cell(l.y, e.South, e.North), curveBits))
}
