//go:build !purego

package geojson

import "golang.org/x/sys/cpu"

// wide says that the processor has AVX2, as nearly all have since 2013.
var wide = cpu.X86.HasAVX2

// join writes pieces as [piece.append] appends them, as far as no value has to be
// escaped, and returns how many bytes that took, and how many whole pieces. There
// must be room for all of them and a block more.
//
// It looks at and copies 32 bytes at once: with SSE2, which all processors of this
// kind have, a feature takes a quarter less time than with eights in Go, and with
// AVX2 join takes three tenths fewer instructions.
func join(dst []byte, pieces []piece) (n, whole int) {
	if wide {
		return join32(dst, pieces)
	}
	return join16(dst, pieces)
}

//go:noescape
func join16(dst []byte, pieces []piece) (n, whole int)

//go:noescape
func join32(dst []byte, pieces []piece) (n, whole int)
