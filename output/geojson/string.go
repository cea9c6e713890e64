package geojson

import (
	"encoding/binary"
	"math/bits"
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
		n := plain(s)
		dst = append(dst, s[:n]...)
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

// plain returns how many bytes s begins with that need no look. It goes by
// eights, the last of which may overlap the one before: most texts are short, and
// going through what is left by ones took longer than the rest of them.
func plain(s string) int {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	if len(b) < 8 {
		return plainShort(b)
	}
	for n := 0; n+8 < len(b); n += 8 {
		if m := special(binary.LittleEndian.Uint64(b[n:])); m != 0 {
			return n + bits.TrailingZeros64(m)/8
		}
	}
	last := len(b) - 8
	if m := special(binary.LittleEndian.Uint64(b[last:])); m != 0 {
		return last + bits.TrailingZeros64(m)/8
	}
	return len(b)
}

// plainShort is plain of up to seven bytes: of its first and of its last four,
// if it has so many.
func plainShort(b []byte) int {
	if len(b) < 4 {
		n := 0
		for n < len(b) && isPlain(b[n]) {
			n++
		}
		return n
	}
	first, last := binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[len(b)-4:])
	m := special(uint64(first) | uint64(last)<<32)
	if m == 0 {
		return len(b)
	}
	n := bits.TrailingZeros64(m) / 8
	if n >= 4 {
		n += len(b) - 8
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
