package record

import (
	"math/bits"
	"strings"
)

// split appends the cells of a line in which every quote is closed as it should
// be, before a comma or the line's end. It reports whether that is so.
func (s *scanner) split(values []string, line string) (all []string, ok bool) {
	long := len(line) >= maxQuoted
	for {
		if len(line) == 0 || line[0] != '"' {
			values, line, ok = s.splitPlain(values, line)
			if !ok {
				return append(values, line), true
			}
			continue
		}
		if long {
			return values, false
		}
		cell, n := s.quotedPrefix(line)
		values = append(values, cell)
		switch {
		case n < 0:
			return values, false
		case n == len(line):
			return values, true
		case line[n] != s.comma:
			return values, false
		}
		line = line[n+1:]
	}
}

// splitPlain appends the cells at the beginning of a line up to the first that
// begins with a quote, and returns the rest from that one on. It reports false if
// there is none: then the rest is the last cell.
//
// It looks at eight bytes at once, since most cells are shorter than it takes to
// call strings.IndexByte for each.
func (s *scanner) splitPlain(values []string, line string) (all []string, rest string, quote bool) {
	from, at := 0, 0
	for ; at+8 <= len(line); at += 8 {
		for found := bytesEqual(line[at:at+8], s.comma); found != 0; found &= found - 1 {
			end := at + bits.TrailingZeros64(found)/8
			values = append(values, line[from:end])
			if from = end + 1; from < len(line) && line[from] == '"' {
				return values, line[from:], true
			}
		}
	}
	for ; at < len(line); at++ {
		if line[at] == s.comma {
			values = append(values, line[from:at])
			if from = at + 1; from < len(line) && line[from] == '"' {
				return values, line[from:], true
			}
		}
	}
	return values, line[from:], false
}

// bytesEqual returns the highest bit of each of the first eight bytes of s that is
// b. Unlike the shorter way to find a zero byte it errs for none, not even for the
// minus behind a comma, which is one more than it.
func bytesEqual(s string, b byte) uint64 {
	const ones, low7 = 0x0101010101010101, 0x7f7f7f7f7f7f7f7f
	differs := eight(s) ^ ones*uint64(b)
	return ^((differs&low7 + low7) | differs | low7)
}

// quotedPrefix returns the cell whose opening quote a line begins with, and the
// length with its quotes; -1 if it is not closed.
func (s *scanner) quotedPrefix(line string) (cell string, n int) {
	doubled := false
	for n = 1; ; n += 2 {
		i := strings.IndexByte(line[n:], '"')
		if i < 0 {
			return "", -1
		}
		n += i
		if n+1 == len(line) || line[n+1] != '"' {
			break
		}
		doubled = true
	}
	cell = line[1:n]
	if doubled {
		cell = s.room.undoubled(cell)
	}
	return cell, n + 1
}

// eight returns eight bytes as a number, the first as its lowest byte.
func eight[T string | []byte](s T) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
