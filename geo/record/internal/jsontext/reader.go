package jsontext

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"

	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
)

// Reader reads the values of a document, or of a sequence of them, as they are written.
// Damage in one costs no other: what lacks a bracket ends where the next record seems
// to begin.
type Reader struct {
	// Sequence is whether values stand one behind the other, in no list, and Lines
	// whether each is one line. Both are told before the first value is read.
	Sequence, Lines bool

	Line int // of what comes next, from 1

	in   *bufio.Reader
	back *pushback
	max  int // bytes a value may take

	longest int  // bytes of the longest value so far
	resumed bool // a value lacked a bracket
}

// NewReader returns a reader that passes over values of more bytes than max.
func NewReader(r io.Reader, max int) *Reader {
	back := &pushback{r: r}
	return &Reader{Line: 1, in: bufio.NewReaderSize(back, plaintext.Sniffed), back: back, max: max}
}

// Ahead returns the next n bytes without going on, fewer with an error if there are no more.
// There may be no more than plaintext.Sniffed.
func (r *Reader) Ahead(n int) ([]byte, error) { return r.in.Peek(n) }

// ReadError is a failure of the input itself.
type ReadError struct{ Err error }

func (e ReadError) Error() string { return e.Err.Error() }

func (e ReadError) Unwrap() error { return e.Err }

// Peek returns the next byte that is not space, a comma or a colon.
func (r *Reader) Peek() (byte, error) {
	for {
		head, err := r.in.Peek(1)
		if err != nil {
			if err != io.EOF {
				err = ReadError{Err: err}
			}
			return 0, err
		}
		switch head[0] {
		case ' ', '\t', '\r', '\n', ',', ':', recordMark:
			r.Skip(1)
		default:
			return head[0], nil
		}
	}
}

// Skip goes on by n bytes.
func (r *Reader) Skip(n int) {
	head, _ := r.in.Peek(n)
	r.Line += bytes.Count(head, []byte{'\n'})
	_, _ = r.in.Discard(len(head)) // peeked, so it is there
}

// Value reads one value as written, which is the caller's until the next is read.
// One that is too long is passed over. If each line is one value, it is over at
// the line's end, so that what is missing in it costs no other line.
func (r *Reader) Value() ([]byte, error) {
	var e extent
	var raw []byte
	length := 0
	for {
		head, err := r.in.Peek(max(1, r.in.Buffered()))
		if len(head) == 0 {
			if err != io.EOF {
				return nil, ReadError{Err: err}
			}
			if r.Lines && len(raw) > 0 {
				return raw, nil
			}
			r.resume(raw)
			return nil, fmt.Errorf("%w: it ends in the middle", ErrInvalid)
		}
		before, limit := length, r.limit()
		if before <= limit {
			head = head[:min(len(head), limit-before+1)]
		}
		n, over := r.scanValue(&e, head)
		switch length += n; {
		case before == 0 && over:
			raw = head[:n] // nearly always, without a copy
		case before <= r.max:
			raw = append(raw, head[:n]...)
		}
		r.Skip(n)
		switch {
		case length > limit && before <= limit && r.resume(raw):
			return nil, fmt.Errorf("%w: its brackets are not closed", ErrInvalid)
		case length > r.max && over:
			return nil, fmt.Errorf("%w: %s, more than %s", plaintext.ErrTooLong, plaintext.SizeInWords(length), plaintext.SizeInWords(r.max))
		case length > r.max:
			raw = nil
		case over && unbalanced(raw):
			r.resume(raw)
			return nil, fmt.Errorf("%w: its brackets are not closed", ErrInvalid)
		case over:
			r.longest = max(r.longest, length)
			return raw, nil
		}
	}
}

// limit returns the length from which on a value is suspected to lack a bracket:
// the most that a record may take; or once a bracket was missing, well more than
// any record so far, so that a document full of such faults is not read again
// and again up to its end.
func (r *Reader) limit() int {
	if r.resumed {
		return min(r.max, 4*r.longest+4096)
	}
	return r.max
}

// unbalanced reports whether a value begins with one kind of bracket and ends
// with the other: it lacks its last bracket, and ran on into what follows.
func unbalanced(raw []byte) bool {
	last := raw[len(raw)-1]
	return raw[0] == '{' && last == ']' || raw[0] == '[' && last == '}'
}

// resume goes back to the first line of a value that begins with a brace,
// behind the value's own: most likely the next record, which a bracket that was
// never closed made a part of this one.
func (r *Reader) resume(raw []byte) bool {
	at := 0
	for !r.Lines {
		i := bytes.IndexByte(raw[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		next := bytes.TrimLeft(raw[at:], " \t,")
		if len(next) > 0 && next[0] == '{' {
			r.Line -= bytes.Count(raw[at:], []byte{'\n'})
			r.back.unread(r.in, raw[at:])
			r.resumed = true
			return true
		}
	}
	return false
}

// pushback is a reader that bytes can be given back to.
type pushback struct {
	r     io.Reader
	again []byte // given back
	read  int    // of again
}

func (p *pushback) Read(b []byte) (int, error) {
	if p.read < len(p.again) {
		n := copy(b, p.again[p.read:])
		p.read += n
		return n, nil
	}
	p.again, p.read = nil, 0
	return p.r.Read(b)
}

// unread gives back what was read last: the bytes of raw, and those behind them
// that in, which reads from p, has in its buffer.
func (p *pushback) unread(in *bufio.Reader, raw []byte) {
	if n := len(raw) + in.Buffered(); n <= p.read {
		p.read -= n // it was given back before, and is still there
	} else {
		buffered, _ := in.Peek(in.Buffered())
		p.again, p.read = slices.Concat(raw, buffered, p.again[p.read:]), 0
	}
	in.Reset(p)
}

// scanValue returns how many bytes belong to the value, and whether it is over.
func (r *Reader) scanValue(e *extent, head []byte) (n int, over bool) {
	if r.Lines {
		if i := bytes.IndexByte(head, '\n'); i >= 0 {
			return i, true
		}
		return len(head), false
	}
	if r.Sequence {
		if i := bytes.IndexByte(head, recordMark); i >= 0 {
			n, _ = e.scan(head[:i])
			return n, true
		}
	}
	return e.scan(head)
}

// recordMark stands before each text of a sequence (RFC 7464).
const recordMark = 0x1e
