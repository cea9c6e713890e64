package geojson

import (
	"encoding/binary"
	"slices"
	"unsafe"
)

// sheet is what features are written on: bytes, and memory behind them, of which there
// is always so much that values with a bound need not ask for it.
type sheet struct {
	b    []byte // all of the memory
	n    int    // bytes written
	room int    // behind them, at least, between two calls
}

// begin begins behind what dst holds.
func (s *sheet) begin(dst []byte) { s.written(dst) }

// bytes returns what was written, and what was before it.
func (s *sheet) bytes() []byte { return s.b[:s.n] }

// written takes what bytes returned, with more behind it.
func (s *sheet) written(b []byte) {
	s.b, s.n = b[:cap(b)], len(b)
	if len(s.b)-s.n < s.room {
		s.grow(0)
	}
}

// grow makes room for n bytes more than what is always there.
func (s *sheet) grow(n int) {
	b := slices.Grow(s.bytes(), n+s.room)
	s.b = b[:cap(b)]
}

func (s *sheet) byte(c byte) {
	s.b[s.n] = c
	s.n++
}

// copy writes a piece that there is room for.
func (s *sheet) copy(piece []byte) { s.n += copy(s.b[s.n:], piece) }

// repeat writes again what stands from there to there.
func (s *sheet) repeat(from, to int) {
	if len(s.b)-s.n < s.room+to-from {
		s.grow(to - from)
	}
	s.copy(s.b[from:to])
}

// text writes what stands between the quotes of a text.
func (s *sheet) text(t string) { s.written(appendEscaped(s.bytes(), t)) }

// block is how many bytes of a piece are copied at once.
const block = 32

// quoted writes the first size bytes of a piece, which reaches a block further and
// is no longer than the room, and behind them a text with its quotes. It returns
// where those begin. It is most of what a feature takes, so everything is done in this
// one function: a piece is copied by whole blocks, a text as it is looked at, and
// what was copied too much is covered by what comes next.
func (s *sheet) quoted(piece []byte, size int, t string) (from int) {
	if len(s.b)-s.n < s.room+len(t) {
		s.grow(len(t))
	}
	_ = piece[size+block-1]
	to, src := unsafe.Pointer(unsafe.SliceData(s.b[s.n:])), unsafe.Pointer(unsafe.SliceData(piece))
	for i := 0; i < size; i += block {
		v, w, x, y := load(src, i), load(src, i+8), load(src, i+16), load(src, i+24)
		store(to, i, v)
		store(to, i+8, w)
		store(to, i+16, x)
		store(to, i+24, y)
	}
	from = s.n + size
	s.b[from] = '"'
	if n := copyPlain(s.b[from+1:], t); n < len(t) {
		s.escape(from+1+n, t[n:])
		return from
	}
	s.n = from + 1 + len(t) + 1
	s.b[s.n-1] = '"'
	return from
}

// escape writes the rest of a text, and its quote, from there on.
func (s *sheet) escape(at int, rest string) {
	s.written(append(appendEscaped(s.b[:at], rest), '"'))
}

// A packed value of less than short bytes has a head of one byte, others mostly one
// of two; see packed.go.
const (
	short = 1 << 6
	long  = 1 << 13
)

// headOf returns how many bytes to leave for the head of a packed value that has
// so many bytes or more.
func headOf(size int) int {
	if size < short {
		return 1
	}
	return 2
}

// leave leaves room for the head of a packed value that has so many bytes or more,
// and returns where the value begins.
func (s *sheet) leave(size int) (from int) {
	s.n += headOf(size)
	return s.n
}

// seal writes the head of the value that begins at from, for which leave was told
// a size.
func (s *sheet) seal(from, told int) {
	left, size := headOf(told), s.n-from
	switch {
	case left == 1 && size < short:
		s.b[from-1] = byte(size << 1)
	case left == 2 && size < long:
		s.b[from-2], s.b[from-1] = byte(size<<1)|0x80, byte(size>>6)
	default:
		head := binary.AppendUvarint(nil, uint64(size)<<1)
		s.written(slices.Replace(s.bytes(), from-left, from, head...))
	}
}

func load(p unsafe.Pointer, at int) uint64 {
	return binary.LittleEndian.Uint64((*[8]byte)(unsafe.Add(p, at))[:])
}

func store(p unsafe.Pointer, at int, w uint64) {
	binary.LittleEndian.PutUint64((*[8]byte)(unsafe.Add(p, at))[:], w)
}
