package output

// Hilbert returns how far along a Hilbert curve the cell (x, y) lies, of a square
// of 2^bits cells a side; bits is at most 32. Halving a cell's numbers quarters its
// distance, so that one order by the curve is that of every coarser square too.
func Hilbert(x, y uint32, bits int) (d uint64) {
	// From the coarsest bit to the finest it counts quarters, each turned as the
	// curve passes it.
	for s := uint32(1) << (bits - 1); s > 0; s >>= 1 {
		right, up := x&s != 0, y&s != 0
		d <<= 2
		switch {
		case up && right:
			d += 2
		case up:
			d++
		case right:
			d += 3
		}
		if up {
			continue
		}
		if right {
			x, y = ^x, ^y
		}
		x, y = y, x
	}
	return d
}
