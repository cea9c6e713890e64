package delimited

import (
	"math/bits"
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// split appends the cells of a line in which every quote is closed as it should
// be, before a comma or the line's end. It reports whether that is so; of a line that
// is too long for a quoted cell it may be.
func (s *Scanner) split(values []string, line string) (all []string, ok bool) {
	if len(line) >= maxQuoted && strings.IndexByte(line, '"') >= 0 {
		return values, false
	}
	if s.some == nil {
		s.some = make([]geo.Property, someCells)
	}
	for n, next := 0, 0; next <= len(line); {
		line = line[next:]
		if n, next, ok = s.splitInto(s.some, line); !ok {
			return values, false
		}
		for i := range s.some[:n] {
			values = append(values, s.some[i].Value)
		}
	}
	return values, true
}

// someCells is more than most lines have.
const someCells = 64

// splitInto makes the cells of a line the values of properties, as many as there are,
// and returns how many have one, and where the next cell begins: behind the line's end
// if there is none. It reports false if a quote is not closed as it should be.
func (s *Scanner) splitInto(cells []geo.Property, line string) (n, next int, ok bool) {
	for n < len(cells) && next <= len(line) {
		if next == len(line) || line[next] != '"' {
			n, next = s.plainInto(cells, n, line, next)
			continue
		}
		cell, size := s.quotedPrefix(line[next:])
		end := next + size
		if size < 0 || end < len(line) && line[end] != s.comma {
			return n, next, false
		}
		cells[n].Value = cell
		n, next = n+1, end+1
	}
	return n, next, true
}

// plainInto is splitInto from the n-th cell on, which begins at next, up to the first
// that begins with a quote.
//
// It looks at eight bytes at once, since most cells are shorter than it takes to
// call strings.IndexByte for each.
func (s *Scanner) plainInto(cells []geo.Property, n int, line string, next int) (int, int) {
	commas, at := eightOf(s.comma), next
	for ; at+8 <= len(line); at += 8 {
		for found := bytesEqual(line[at:at+8], commas); found != 0; found &= found - 1 {
			end := at + bits.TrailingZeros64(found)/8
			cells[n].Value = line[next:end]
			n, next = n+1, end+1
			if n == len(cells) || next < len(line) && line[next] == '"' {
				return n, next
			}
		}
	}
	for ; at < len(line); at++ {
		if line[at] == s.comma {
			cells[n].Value = line[next:at]
			n, next = n+1, at+1
			if n == len(cells) || next < len(line) && line[next] == '"' {
				return n, next
			}
		}
	}
	cells[n].Value = line[next:]
	return n + 1, len(line) + 1
}

// eightOf returns eight bytes that are all b.
func eightOf(b byte) uint64 { return 0x0101010101010101 * uint64(b) }

// bytesEqual returns the highest bit of each of the first eight bytes of s that is
// the same in b. Unlike the shorter way to find a zero byte it errs for none, not even
// for the minus behind a comma, which is one more than it.
func bytesEqual(s string, b uint64) uint64 {
	const low7 = 0x7f7f7f7f7f7f7f7f
	differs := eight(s) ^ b
	return ^((differs&low7 + low7) | differs | low7)
}

// quotedPrefix returns the cell whose opening quote a line begins with, and the
// length with its quotes; -1 if it is not closed.
func (s *Scanner) quotedPrefix(line string) (cell string, n int) {
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
		cell = s.memory.undoubled(cell)
	}
	return cell, n + 1
}

// eight returns eight bytes as a number, the first as its lowest byte.
func eight(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
