//go:build !purego

package geojson

import "testing"

// TestPiecesWithoutAVX2 holds what older processors do against the plain way, too.
func TestPiecesWithoutAVX2(t *testing.T) {
	if !wide {
		t.Skip("the processor has no AVX2, so the other tests do")
	}
	wide = false
	defer func() { wide = true }()
	t.Run("each byte", TestPieces)
	t.Run("any address", TestPiecesAtAnyAddress)
	t.Run("many sizes", TestPiecesOfManySizes)
}
