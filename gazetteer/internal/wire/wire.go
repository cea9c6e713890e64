// Package wire reads numbers out of an index file in place, and appends them to
// one. Numbers are little-endian or varints as in encoding/binary.
//
// Nothing here panics, whatever the bytes: a number beyond the end is 0, and a
// [Reader] that has run off the end says so and stays there. An index is mapped
// from a file that anybody may have written.
package wire

import "encoding/binary"

// Uint16 returns the number at s[at:], or 0 beyond the end.
func Uint16(s string, at int) uint16 {
	if at < 0 || at > len(s)-2 {
		return 0
	}
	s = s[at : at+2]
	return uint16(s[0]) | uint16(s[1])<<8
}

// Uint32 returns the number at s[at:], or 0 beyond the end.
func Uint32(s string, at int) uint32 {
	if at < 0 || at > len(s)-4 {
		return 0
	}
	s = s[at : at+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// Uint64 returns the number at s[at:], or 0 beyond the end.
func Uint64(s string, at int) uint64 {
	if at < 0 || at > len(s)-8 {
		return 0
	}
	return Word(s[at:])
}

// Word returns the number in the 8 bytes of s.
func Word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Reader reads one number after another. Once it has met bytes that are not
// what was asked for, it is Bad and yields zeros.
type Reader struct {
	s   string
	at  int
	bad bool
}

// At returns a Reader of s that begins at s[at:].
func At(s string, at int) Reader {
	if at < 0 || at > len(s) {
		return Reader{bad: true}
	}
	return Reader{s: s, at: at}
}

// Bad reports whether the bytes were not what was asked for.
func (r *Reader) Bad() bool { return r.bad }

// Pos returns where the next number begins.
func (r *Reader) Pos() int { return r.at }

// Uvarint reads an unsigned number.
func (r *Reader) Uvarint() uint64 {
	var v uint64
	for shift := 0; shift < 64 && r.at < len(r.s); shift += 7 {
		b := r.s[r.at]
		r.at++
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
	}
	r.fail()
	return 0
}

// fail makes the Reader Bad; standing at the end, it has nothing left to yield.
func (r *Reader) fail() { r.bad, r.at = true, len(r.s) }

// Varint reads a signed number.
func (r *Reader) Varint() int64 {
	u := r.Uvarint()
	return int64(u>>1) ^ -int64(u&1)
}

// Count reads a number of things of which each takes at least size bytes, and
// refuses one that the rest of the file cannot hold.
func (r *Reader) Count(size int) int {
	n := r.Uvarint()
	if r.bad || n > uint64((len(r.s)-r.at)/size) {
		r.fail()
		return 0
	}
	return int(n)
}

// String reads a string with its length before it. It shares the file's memory.
func (r *Reader) String() string { return r.Take(r.Count(1)) }

// Take reads n bytes. The string shares the file's memory.
func (r *Reader) Take(n int) string {
	if r.bad || n < 0 || n > len(r.s)-r.at {
		r.fail()
		return ""
	}
	r.at += n
	return r.s[r.at-n : r.at]
}

// AppendString appends a string with its length before it.
func AppendString(dst []byte, s string) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(s))), s...)
}
