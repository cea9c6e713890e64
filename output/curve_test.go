package output_test

import (
	"testing"

	"github.com/dateline-map/dateline/output"
)

// TestHilbert walks whole squares along the curve: every cell is met once, each next
// to the one before, and a quarter of the way is that of the square half as fine.
func TestHilbert(t *testing.T) {
	for bits := 1; bits <= 6; bits++ {
		side := uint32(1) << bits
		type cell struct{ x, y uint32 }
		walk := make(map[uint64]cell)
		for x := range side {
			for y := range side {
				d := output.Hilbert(x, y, bits)
				walk[d] = cell{x, y}
				if bits > 1 && d>>2 != output.Hilbert(x/2, y/2, bits-1) {
					t.Errorf("%d bits: (%d, %d) is at %d, which is not within its coarser cell", bits, x, y, d)
				}
			}
		}
		for d := range uint64(side) * uint64(side) {
			c, met := walk[d]
			if !met {
				t.Fatalf("%d bits: no cell is at %d", bits, d)
			}
			if before := walk[d-min(d, 1)]; d > 0 && apart(c.x, before.x)+apart(c.y, before.y) != 1 {
				t.Errorf("%d bits: %v at %d is not next to %v", bits, c, d, before)
			}
		}
	}
	if got := output.Hilbert(1<<32-1, 0, 32); got != 1<<64-1 {
		t.Errorf("the curve ends at %d of 32 bits, want %d", got, uint64(1<<64-1))
	}
}

func apart(a, b uint32) uint32 { return max(a, b) - min(a, b) }
