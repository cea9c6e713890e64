package record

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
)

// Limits on what one record may take. A longer one is refused and reading goes
// on at the next line.
const (
	defaultMaxRecord = 8 << 20
	// maxQuoted bounds a quoted cell that runs over several lines. A longer one
	// is the work of a quote that was never closed.
	maxQuoted = 1 << 20
)

// scanner splits delimited text into records, as RFC 4180 says and as people
// write it: a record ends at a line's end, but for line ends inside a quoted
// cell.
//
// A quote that is not closed as it should be costs one line at most: that line
// is read again with the quote as text, and the scanner goes on at the next.
type scanner struct {
	r     io.Reader
	comma byte
	max   int // bytes a record may take
	width int // cells a record should have, if known; else 0

	buf        []byte
	start, end int // unread bytes
	eof        bool
	err        error // of r, other than io.EOF

	// text is the unread bytes as they were when last taken, from textStart on:
	// the cells of all its lines are parts of it, so that a row costs no
	// allocation.
	text      string
	textStart int
	textValid bool // it is UTF-8
	validTo   int  // in the buffer: what is unread up to there is UTF-8

	// room is whose memory the text is, which then is the buffer itself; nil if
	// every text is a copy.
	room *room

	line    int            // of the next record, from 1
	some    []geo.Property // room for cells of a line
	scratch []byte
	ends    []int // where each cell ends in scratch
}

// Sizes of the buffer and of what is read into it at once, which is what a
// bufio.Reader under it holds: it hands so much on without copying it. A room has
// to hold a part, what was read behind the part before, and a bit of what comes
// behind it.
const (
	bufferSize = 256 << 10
	roomSize   = partBytes + 3*readSize
	readSize   = plaintext.Sniffed
)

func newScanner(r io.Reader, comma byte, maxRecord int) *scanner {
	return &scanner{r: r, comma: comma, max: maxRecord, line: 1}
}

// cells is one record of a table.
type cells struct {
	line   int // it begins on
	values []string
	stray  bool // a quote in it was not closed and is read as text
	valid  bool // it is UTF-8
}

// next returns the next record in c, whose values it uses again. A record that
// is blank has one empty value. The error is io.EOF at the end, one that wraps
// errTooLong for a record left out, or the reader's.
func (s *scanner) next(c *cells) error {
	n, line, err := s.nextLine(c)
	if err != nil {
		return err
	}
	return s.cells(c, n, line)
}

// nextLine returns the line, of n bytes, with which the next record begins.
func (s *scanner) nextLine(c *cells) (n int, line string, err error) {
	c.line, c.stray = s.line, false
	c.values = c.values[:0]
	if n, err = s.lineEnd(0); err != nil {
		return 0, "", err
	}
	return n, s.taken(n), nil
}

// cells goes on from nextLine to the record.
func (s *scanner) cells(c *cells, n int, line string) error {
	values, ok := s.split(c.values, line)
	if !ok {
		return s.quoted(c, n)
	}
	c.values = values
	c.valid = s.textValid || utf8.ValidString(line)
	s.consume(s.withNewline(n), 1)
	return nil
}

// taken returns the first n unread bytes as text, without a carriage return at
// their end.
func (s *scanner) taken(n int) string {
	from := s.start - s.textStart
	if from+n > len(s.text) {
		unread := s.buf[s.start:s.end]
		if s.room == nil {
			s.text = string(unread)
		} else {
			s.text = plaintext.Lent(unread)
		}
		s.textStart, from = s.start, 0
		s.textValid = utf8.Valid(s.buf[max(s.start, s.validTo):s.end])
		if s.textValid {
			s.validTo = s.end
		}
	}
	line := s.text[from : from+n]
	if n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return line
}

// quoted reads a record whose first line, of n bytes, has a quote in it.
func (s *scanner) quoted(c *cells, n int) error {
	length, ok := s.strict()
	lines := 1 + bytes.Count(s.buf[s.start:s.start+max(length-1, 0)], []byte{'\n'})
	if ok && (lines == 1 || s.width == 0 || len(s.ends) == s.width) {
		return s.take(c, length, lines)
	}
	if ok && !s.rowsByThemselves(length) {
		s.strict() // again, since the cells were lost
		return s.take(c, length, lines)
	}
	c.stray = !s.loose(s.buf[s.start : s.start+n])
	return s.take(c, s.withNewline(n), 1)
}

// rowsByThemselves reports whether each line of a record of several lines has
// the right number of cells: then it is one stray quote that made them one
// record, and another that ended it.
func (s *scanner) rowsByThemselves(length int) bool {
	for line := range bytes.Lines(s.buf[s.start : s.start+length]) {
		s.loose(bytes.TrimSuffix(line, []byte{'\n'}))
		if len(s.ends) != s.width {
			return false
		}
	}
	return true
}

// take moves the cells that strict or loose found to c and goes on behind the
// record.
func (s *scanner) take(c *cells, length, lines int) error {
	text, from := string(s.scratch), 0
	c.valid = utf8.ValidString(text)
	for _, end := range s.ends {
		c.values = append(c.values, text[from:end])
		from = end
	}
	s.consume(length, lines)
	return nil
}

// strict reads the next record as RFC 4180 has it, over several lines if need
// be. It reports its length, and whether every quote is closed before a comma
// or a line's end.
func (s *scanner) strict() (length int, ok bool) {
	s.scratch, s.ends = s.scratch[:0], s.ends[:0]
	at := 0
	for {
		if b, more := s.at(at); more && b == '"' {
			at, ok = s.quotedCell(at + 1)
			if !ok {
				return at, false
			}
		} else {
			at = s.plainCell(at)
		}
		s.ends = append(s.ends, len(s.scratch))
		b, more := s.at(at)
		switch {
		case !more:
			return at, true
		case b == s.comma:
			at++
		default:
			return s.withNewline(at), true
		}
	}
}

// quotedCell reads from behind a quote to behind the one that closes it.
func (s *scanner) quotedCell(at int) (next int, ok bool) {
	for at < maxQuoted {
		rest := s.buf[s.start+min(at, s.end-s.start) : s.end]
		i := bytes.IndexByte(rest, '"')
		if i < 0 {
			s.scratch = append(s.scratch, rest...)
			at += len(rest)
			if _, more := s.at(at); !more {
				return at, false
			}
			continue
		}
		s.scratch = append(s.scratch, rest[:i]...)
		at += i + 1
		b, more := s.at(at)
		if !more || b == s.comma || b == '\n' {
			return at, true
		}
		if b == '\r' {
			after, more := s.at(at + 1)
			return at + 1, !more || after == '\n'
		}
		if b != '"' {
			return at, false
		}
		s.scratch = append(s.scratch, '"')
		at++
	}
	return at, false
}

// plainCell reads up to the next comma or line's end. The line is in the buffer
// already, or behind a quoted cell may have to be fetched.
func (s *scanner) plainCell(at int) (next int) {
	for {
		rest := s.buf[s.start+at : s.end]
		for i := range rest {
			if b := rest[i]; b == s.comma {
				s.scratch = append(s.scratch, rest[:i]...)
				return at + i
			} else if b == '\n' {
				s.scratch = append(s.scratch, trimCR(rest[:i])...)
				return at + i
			}
		}
		if at+len(rest) >= s.max+maxQuoted || !s.fill() {
			rest = s.buf[s.start+at : s.end]
			s.scratch = append(s.scratch, trimCR(rest)...)
			return at + len(rest)
		}
	}
}

// loose reads a line by itself: a quote that is not closed in it is text. It
// reports whether there was none.
func (s *scanner) loose(line []byte) (closed bool) {
	s.scratch, s.ends = s.scratch[:0], s.ends[:0]
	line, closed = trimCR(line), true
	for {
		cell, rest, ok := s.looseCell(line)
		closed = closed && ok
		s.scratch = append(s.scratch, cell...)
		s.ends = append(s.ends, len(s.scratch))
		if rest == nil {
			return closed
		}
		line = rest[1:]
	}
}

// looseCell returns the first cell of a line, and the rest from its comma on;
// the rest is nil if there is none.
func (s *scanner) looseCell(line []byte) (cell, rest []byte, closed bool) {
	if len(line) > 0 && line[0] == '"' {
		for i := 1; i < len(line); i++ {
			if line[i] == '"' && (i+1 == len(line) || line[i+1] == s.comma) {
				return bytes.ReplaceAll(line[1:i], []byte(`""`), []byte(`"`)), tail(line, i+1), true
			}
		}
	}
	i := bytes.IndexByte(line, s.comma)
	if i < 0 {
		i = len(line)
	}
	return line[:i], tail(line, i), len(line) == 0 || line[0] != '"'
}

func tail(line []byte, i int) []byte {
	if i == len(line) {
		return nil
	}
	return line[i:]
}

func trimCR(b []byte) []byte {
	if n := len(b); n > 0 && b[n-1] == '\r' {
		return b[:n-1]
	}
	return b
}

// lineEnd returns how many bytes the next line has, without its newline. A line
// that is too long is passed over.
func (s *scanner) lineEnd(from int) (n int, err error) {
	for {
		if i := bytes.IndexByte(s.buf[s.start+from:s.end], '\n'); i >= 0 && from+i <= s.max {
			return from + i, nil
		}
		from = s.end - s.start
		if from > s.max {
			return 0, s.passOver()
		}
		if s.fill() {
			continue
		}
		if s.err != nil {
			return 0, s.err
		}
		if from == 0 {
			return 0, io.EOF
		}
		return from, nil
	}
}

// passOver drops the rest of a line that is too long.
func (s *scanner) passOver() error {
	length := 0
	for {
		i := bytes.IndexByte(s.buf[s.start:s.end], '\n')
		if i >= 0 {
			length += i
			s.consume(i+1, 1)
			break
		}
		length += s.end - s.start
		s.start = s.end
		if !s.fill() {
			s.line++
			break
		}
	}
	return fmt.Errorf("%w: %s, more than %s", plaintext.ErrTooLong, plaintext.SizeInWords(length), plaintext.SizeInWords(s.max))
}

// at returns the byte at an offset into the unread bytes, and fetches it if
// need be. It reports false at the end of input.
func (s *scanner) at(i int) (byte, bool) {
	for s.start+i >= s.end {
		if !s.fill() {
			return 0, false
		}
	}
	return s.buf[s.start+i], true
}

// fill reads more behind the unread bytes, and reports whether there was more.
func (s *scanner) fill() bool {
	if s.eof {
		return false
	}
	s.makeRoom()
	into := s.buf[s.end:]
	if s.room != nil { // what is behind the part has to be copied to the next
		into = into[:min(len(into), readSize)]
	}
	n, err := io.ReadAtLeast(s.r, into, 1)
	s.end += n
	if err != nil {
		s.eof = true
		if err != io.EOF {
			s.err = err
		}
	}
	return n > 0
}

// makeRoom sees to it that the buffer has room behind the unread bytes.
func (s *scanner) makeRoom() {
	if s.room == nil && s.start > 0 {
		s.moveTo(s.buf)
	}
	if s.end < len(s.buf) {
		return
	}
	size := max(len(s.buf), 2*(s.end-s.start))
	if size == 0 {
		size = bufferSize
	}
	s.moveTo(make([]byte, size)) // what a room's cells are parts of stays
	if s.room != nil {
		s.room.text = s.buf
	}
}

// moveTo moves the unread bytes to the beginning of a buffer.
func (s *scanner) moveTo(buf []byte) {
	s.end = copy(buf, s.buf[s.start:s.end])
	s.validTo -= s.start
	s.buf, s.start = buf, 0
	s.text, s.textStart = "", 0
}

// keepIn makes the cells to come parts of a room's memory.
func (s *scanner) keepIn(m *room) {
	s.room = m
	s.moveTo(m.texts(s.end - s.start))
}

// withNewline returns n and the newline that follows, if one does.
func (s *scanner) withNewline(n int) int {
	if b, more := s.at(n); more && (b == '\n' || b == '\r') {
		if b == '\r' {
			return s.withNewline(n + 1)
		}
		return n + 1
	}
	return n
}

func (s *scanner) consume(n, lines int) {
	s.start += n
	s.line += lines
}
