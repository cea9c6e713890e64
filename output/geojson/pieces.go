package geojson

import (
	"slices"
	"strings"
	"unsafe"
)

// piece is part of a feature: what stands before a value, and the value.
type piece struct {
	before string // as it stands; block bytes behind it may be read, see padded
	value  string // a text, or what needs no escaping
	quotes int    // 1 of a text, which stands between quotes, else 0
}

// block is how many bytes are copied at once.
const block = 32

// padded returns a text with a block of memory behind it.
func padded(s string) string { return (s + strings.Repeat("\x00", block))[:len(s)] }

// appendPieces appends pieces that take size bytes at most if nothing has to be
// escaped. Putting pieces together is most of the work of a feature.
//
// The text of a row is said twice, as a column of ours and as the input's own: what
// was escaped last is copied if it is said again.
func appendPieces(dst []byte, pieces []piece, size int) []byte {
	escaped, from, to := "", 0, 0 // the text, and where it stands in dst
	for {
		dst = slices.Grow(dst, size+block)
		n, whole := join(dst[len(dst):cap(dst)], pieces)
		dst, pieces = dst[:len(dst)+n], pieces[whole:]
		if len(pieces) == 0 {
			return dst
		}
		switch p := &pieces[0]; {
		case p.quotes == 0:
			dst = p.append(dst)
		case escaped != "" && isVery(escaped, p.value):
			dst = append(append(dst, p.before...), dst[from:to]...)
		default:
			escaped, from = p.value, len(dst)+len(p.before)
			dst = p.append(dst)
			to = len(dst)
		}
		pieces = pieces[1:]
	}
}

// append appends the piece, whatever its value has to be escaped.
func (p *piece) append(dst []byte) []byte {
	dst = append(dst, p.before...)
	if p.quotes == 0 {
		return append(dst, p.value...)
	}
	return AppendString(dst, p.value)
}

// lent returns bytes as a text without copying them. It is only a text for as long
// as nobody writes to them.
func lent(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
