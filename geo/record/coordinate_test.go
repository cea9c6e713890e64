package record

import (
	"math"
	"testing"
)

// FuzzCoordinates reads cells as places in numbers.
func FuzzCoordinates(f *testing.F) {
	for _, s := range []string{"12", "34°30'00\"N", "34,5 43,25", "POINT (1 2)", "POLYGON ((1 2, 3 4, 5 1, 1 2))", "0101000000", "38SMB", "-0", "NaN", "١٢", "-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		for _, lonFirst := range []bool{false, true} {
			if p, err := combined(cell, lonFirst); err == nil && !(math.Abs(p.point[0]) <= 180 && math.Abs(p.point[1]) <= 90) {
				t.Errorf("%q is read as %v", cell, p)
			}
		}
	})
}
