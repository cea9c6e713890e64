package geojson

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"unicode/utf8"
	"unsafe"
)

// AppendString appends s as a JSON string that is safe wherever it ends up, in
// a script element too: "<" is escaped, and the line separators that old
// JavaScript cannot have in a string. What is not UTF-8 becomes U+FFFD.
func AppendString(dst []byte, s string) []byte {
	return append(appendEscaped(append(dst, '"'), s), '"')
}

// appendEscaped appends what stands between the quotes.
func appendEscaped(dst []byte, s string) []byte {
	for {
		dst = slices.Grow(dst, len(s))
		n := copyPlain(dst[len(dst):cap(dst)], s)
		dst = dst[:len(dst)+n]
		if n == len(s) {
			return dst
		}
		s = s[n:]
		if s[0] < utf8.RuneSelf {
			dst = appendEscape(dst, s[0])
			s = s[1:]
			continue
		}
		dst, n = appendRune(dst, s)
		s = s[n:]
	}
}

const (
	ones = 0x0101010101010101
	tops = 0x8080808080808080
)

// special marks the bytes of w, below 0x80, that cannot stand in a string as
// they are, and all from 0x80 on, by their top bits. The mark of a byte above
// one that is marked may be false; the lowest is right.
func special(w uint64) uint64 {
	quote := w ^ (ones * '"')
	slash := w ^ (ones * '\\')
	less := w ^ (ones * '<')
	return ((w - ones*0x20) | (quote - ones) | (slash - ones) | (less - ones) | w) & tops
}

// wordBytes is how many bytes of a text are looked at at once.
const wordBytes = 8

// copyPlain copies the bytes that text begins with that need no look, and returns
// how many; dst has room for all of text. It goes by eights, the last of which may
// overlap the one before: most texts are short, and going through what is left by
// ones took longer than the rest of them.
func copyPlain(dst []byte, text string) int {
	src := unsafe.Slice(unsafe.StringData(text), len(text))
	if len(src) < wordBytes {
		return copyShort(dst, src)
	}
	last := len(src) - wordBytes
	for n := 0; n < last; n += wordBytes {
		w := binary.LittleEndian.Uint64(src[n:])
		binary.LittleEndian.PutUint64(dst[n:], w)
		if m := special(w); m != 0 {
			return n + bits.TrailingZeros64(m)/8
		}
	}
	w := binary.LittleEndian.Uint64(src[last:])
	binary.LittleEndian.PutUint64(dst[last:], w)
	if m := special(w); m != 0 {
		return last + bits.TrailingZeros64(m)/8
	}
	return len(src)
}

// copyShort is copyPlain of up to seven bytes: of its first and of its last four,
// if it has so many.
func copyShort(dst, src []byte) int {
	if len(src) < 4 {
		n := 0
		for n < len(src) && isPlain(src[n]) {
			dst[n] = src[n]
			n++
		}
		return n
	}
	first, last := binary.LittleEndian.Uint32(src), binary.LittleEndian.Uint32(src[len(src)-4:])
	binary.LittleEndian.PutUint32(dst, first)
	binary.LittleEndian.PutUint32(dst[len(src)-4:], last)
	m := special(uint64(first) | uint64(last)<<32)
	if m == 0 {
		return len(src)
	}
	n := bits.TrailingZeros64(m) / 8
	if n >= 4 {
		n += len(src) - wordBytes
	}
	return n
}

func isPlain(c byte) bool {
	return c >= 0x20 && c < utf8.RuneSelf && c != '"' && c != '\\' && c != '<'
}

const hex = "0123456789abcdef"

func appendEscape(dst []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\n':
		return append(dst, `\n`...)
	case '\r':
		return append(dst, `\r`...)
	case '\t':
		return append(dst, `\t`...)
	}
	return append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
}

// appendRune appends the rune that s, which is not empty, begins with and
// returns its length in s.
func appendRune(dst []byte, s string) ([]byte, int) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && n == 1:
		return append(dst, "\ufffd"...), 1
	case r == '\u2028':
		return append(dst, `\u2028`...), n
	case r == '\u2029':
		return append(dst, `\u2029`...), n
	}
	return append(dst, s[:n]...), n
}
