package delimited

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
)

// maxQuoted bounds a quoted cell that runs over several lines. A longer one is the
// work of a quote that was never closed.
const maxQuoted = 1 << 20

// Scanner splits delimited text into records, as RFC 4180 says and as people
// write it: a record ends at a line's end, but for line ends inside a quoted
// cell.
//
// A quote that is not closed as it should be costs one line at most: that line
// is read again with the quote as text, and the scanner goes on at the next.
type Scanner struct {
	Width int // cells a record should have, if known; else 0

	r     io.Reader
	comma byte
	max   int // bytes a record may take

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

	// memory is where the text is, which then is the buffer itself; nil if every
	// text is a copy.
	memory *Memory

	line    int            // of the next record, from 1
	some    []geo.Property // room for cells of a line
	scratch []byte
	ends    []int // where each cell ends in scratch
}

// Sizes of the buffer and of what is read into it at once, which is what a
// bufio.Reader under it holds: it hands so much on without copying it.
const (
	bufferSize = 256 << 10
	readSize   = plaintext.Sniffed
)

// New returns a scanner that passes over records of more bytes than maxRecord.
func New(r io.Reader, comma byte, maxRecord int) *Scanner {
	return &Scanner{r: r, comma: comma, max: maxRecord, line: 1}
}

// OfBytes returns a scanner of a text that is there already, and is not written to.
func OfBytes(text []byte, comma byte) *Scanner {
	return &Scanner{buf: text, end: len(text), eof: true, comma: comma, max: len(text), line: 1}
}

// Expect makes room for all that is to be read, and its end, before it begins.
func (s *Scanner) Expect(size int) { s.buf = make([]byte, size+1) }

// Afresh returns a scanner that goes on behind what was read, in memory of its own,
// to records of so many cells.
func (s *Scanner) Afresh(width int) *Scanner {
	unread := s.buf[s.start:s.end]
	buf := make([]byte, max(bufferSize, len(unread)))
	return &Scanner{r: s.r, comma: s.comma, max: s.max, Width: width, buf: buf, end: copy(buf, unread), eof: s.eof, err: s.err, line: s.line}
}

// Cells is one record of a table.
type Cells struct {
	Line   int // it begins on
	Values []string
	Stray  bool // a quote in it was not closed and is read as text
	Valid  bool // it is UTF-8
}

// Next returns the next record in c, whose values it uses again. A record that
// is blank has one empty value. The error is io.EOF at the end, one that wraps
// plaintext.ErrTooLong for a record left out, or the reader's.
func (s *Scanner) Next(c *Cells) error {
	l, err := s.NextLine(c)
	if err != nil {
		return err
	}
	return s.Record(c, l)
}

// Line is the line with which a record begins.
type Line struct {
	text  string
	bytes int // that it has unread, without its newline
}

// Len returns the length of the line in bytes.
func (l Line) Len() int { return len(l.text) }

// NextLine returns the line with which the next record begins, and what line of the
// text that is in c. The record is read by Record or, if it is a plain one, by Fill.
func (s *Scanner) NextLine(c *Cells) (l Line, err error) {
	c.Line, c.Stray = s.line, false
	c.Values = c.Values[:0]
	n, err := s.lineEnd(0)
	if err != nil {
		return Line{}, err
	}
	return Line{s.taken(n), n}, nil
}

// Record goes on from NextLine to the record.
func (s *Scanner) Record(c *Cells, l Line) error {
	values, ok := s.split(c.Values, l.text)
	if !ok {
		return s.quoted(c, l.bytes)
	}
	c.Values = values
	c.Valid = s.textValid || utf8.ValidString(l.text)
	s.Pass(l)
	return nil
}

// Fill makes the cells of a line the values of properties. It reports whether the
// line is the record, as nearly all are: UTF-8, with a cell for each property and every
// quote closed. Then Pass goes on behind it.
func (s *Scanner) Fill(props []geo.Property, l Line) bool {
	if !s.textValid || len(l.text) >= maxQuoted {
		return false
	}
	n, next, ok := s.splitInto(props, l.text)
	return ok && n == len(props) && next > len(l.text)
}

// Pass goes on behind a line that is a record.
func (s *Scanner) Pass(l Line) { s.consume(s.withNewline(l.bytes), 1) }

// taken returns the first n unread bytes as text, without a carriage return at
// their end.
func (s *Scanner) taken(n int) string {
	from := s.start - s.textStart
	if from+n > len(s.text) {
		unread := s.buf[s.start:s.end]
		if s.memory == nil {
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
func (s *Scanner) quoted(c *Cells, n int) error {
	length, ok := s.strict()
	lines := 1 + bytes.Count(s.buf[s.start:s.start+max(length-1, 0)], []byte{'\n'})
	if ok && (lines == 1 || s.Width == 0 || len(s.ends) == s.Width) {
		return s.take(c, length, lines)
	}
	if ok && !s.rowsByThemselves(length) {
		s.strict() // again, since the cells were lost
		return s.take(c, length, lines)
	}
	c.Stray = !s.loose(s.buf[s.start : s.start+n])
	return s.take(c, s.withNewline(n), 1)
}

// rowsByThemselves reports whether each line of a record of several lines has
// the right number of cells: then it is one stray quote that made them one
// record, and another that ended it.
func (s *Scanner) rowsByThemselves(length int) bool {
	for line := range bytes.Lines(s.buf[s.start : s.start+length]) {
		s.loose(bytes.TrimSuffix(line, []byte{'\n'}))
		if len(s.ends) != s.Width {
			return false
		}
	}
	return true
}

// take moves the cells that strict or loose found to c and goes on behind the
// record.
func (s *Scanner) take(c *Cells, length, lines int) error {
	text, from := string(s.scratch), 0
	c.Valid = utf8.ValidString(text)
	for _, end := range s.ends {
		c.Values = append(c.Values, text[from:end])
		from = end
	}
	s.consume(length, lines)
	return nil
}

// strict reads the next record as RFC 4180 has it, over several lines if need
// be. It reports its length, and whether every quote is closed before a comma
// or a line's end.
func (s *Scanner) strict() (length int, ok bool) {
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
func (s *Scanner) quotedCell(at int) (next int, ok bool) {
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
func (s *Scanner) plainCell(at int) (next int) {
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
		if at+len(rest) >= s.max+maxQuoted || !s.fetch() {
			rest = s.buf[s.start+at : s.end]
			s.scratch = append(s.scratch, trimCR(rest)...)
			return at + len(rest)
		}
	}
}

// loose reads a line by itself: a quote that is not closed in it is text. It
// reports whether there was none.
func (s *Scanner) loose(line []byte) (closed bool) {
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
func (s *Scanner) looseCell(line []byte) (cell, rest []byte, closed bool) {
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
func (s *Scanner) lineEnd(from int) (n int, err error) {
	for {
		if i := bytes.IndexByte(s.buf[s.start+from:s.end], '\n'); i >= 0 && from+i <= s.max {
			return from + i, nil
		}
		from = s.end - s.start
		if from > s.max {
			return 0, s.passOver()
		}
		if s.fetch() {
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
func (s *Scanner) passOver() error {
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
		if !s.fetch() {
			s.line++
			break
		}
	}
	return fmt.Errorf("%w: %s, more than %s", plaintext.ErrTooLong, plaintext.SizeInWords(length), plaintext.SizeInWords(s.max))
}

// at returns the byte at an offset into the unread bytes, and fetches it if
// need be. It reports false at the end of input.
func (s *Scanner) at(i int) (byte, bool) {
	for s.start+i >= s.end {
		if !s.fetch() {
			return 0, false
		}
	}
	return s.buf[s.start+i], true
}

// fetch reads more behind the unread bytes, and reports whether there was more.
func (s *Scanner) fetch() bool {
	if s.eof {
		return false
	}
	s.makeRoom()
	into := s.buf[s.end:]
	if s.memory != nil { // what is behind the part has to be copied to the next
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
func (s *Scanner) makeRoom() {
	if s.memory == nil && s.start > 0 {
		s.moveTo(s.buf)
	}
	if s.end < len(s.buf) {
		return
	}
	size := max(len(s.buf), 2*(s.end-s.start))
	if size == 0 {
		size = bufferSize
	}
	s.moveTo(make([]byte, size)) // what a memory's cells are parts of stays
	if s.memory != nil {
		s.memory.Text = s.buf
	}
}

// moveTo moves the unread bytes to the beginning of a buffer.
func (s *Scanner) moveTo(buf []byte) {
	s.end = copy(buf, s.buf[s.start:s.end])
	s.validTo -= s.start
	s.buf, s.start = buf, 0
	s.text, s.textStart = "", 0
}

// KeepIn makes the cells to come parts of a memory.
func (s *Scanner) KeepIn(m *Memory) {
	s.memory = m
	s.moveTo(m.texts(s.end - s.start))
}

// withNewline returns n and the newline that follows, if one does.
func (s *Scanner) withNewline(n int) int {
	if b, more := s.at(n); more && (b == '\n' || b == '\r') {
		if b == '\r' {
			return s.withNewline(n + 1)
		}
		return n + 1
	}
	return n
}

func (s *Scanner) consume(n, lines int) {
	s.start += n
	s.line += lines
}
