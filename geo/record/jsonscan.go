package record

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"

	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
)

// peek returns the next byte that is not space, a comma or a colon.
func (j *jsonRows) peek() (byte, error) {
	for {
		head, err := j.in.Peek(1)
		if err != nil {
			if err != io.EOF {
				err = readError{err}
			}
			return 0, err
		}
		switch head[0] {
		case ' ', '\t', '\r', '\n', ',', ':', recordMark:
			j.skip(1)
		default:
			return head[0], nil
		}
	}
}

func (j *jsonRows) skip(n int) {
	head, _ := j.in.Peek(n)
	j.line += bytes.Count(head, []byte{'\n'})
	_, _ = j.in.Discard(len(head)) // peeked, so it is there
}

// value reads one value as written, which is the caller's until the next is read.
// One that is too long is passed over. If each line is one value, it is over at
// the line's end, so that what is missing in it costs no other line.
func (j *jsonRows) value() ([]byte, error) {
	var e extent
	var raw []byte
	length := 0
	for {
		head, err := j.in.Peek(max(1, j.in.Buffered()))
		if len(head) == 0 {
			if err != io.EOF {
				return nil, readError{err}
			}
			if j.lines && len(raw) > 0 {
				return raw, nil
			}
			j.resume(raw)
			return nil, fmt.Errorf("%w: it ends in the middle", errNotJSON)
		}
		before, limit := length, j.limit()
		if before <= limit {
			head = head[:min(len(head), limit-before+1)]
		}
		n, over := j.scanValue(&e, head)
		switch length += n; {
		case before == 0 && over:
			raw = head[:n] // nearly always, without a copy
		case before <= j.max:
			raw = append(raw, head[:n]...)
		}
		j.skip(n)
		switch {
		case length > limit && before <= limit && j.resume(raw):
			return nil, fmt.Errorf("%w: its brackets are not closed", errNotJSON)
		case length > j.max && over:
			return nil, fmt.Errorf("%w: %s, more than %s", plaintext.ErrTooLong, plaintext.SizeInWords(length), plaintext.SizeInWords(j.max))
		case length > j.max:
			raw = nil
		case over && unbalanced(raw):
			j.resume(raw)
			return nil, fmt.Errorf("%w: its brackets are not closed", errNotJSON)
		case over:
			j.longest = max(j.longest, length)
			return raw, nil
		}
	}
}

// limit returns the length from which on a value is suspected to lack a bracket:
// the most that a record may take; or once a bracket was missing, well more than
// any record so far, so that a document full of such faults is not read again
// and again up to its end.
func (j *jsonRows) limit() int {
	if j.resumed {
		return min(j.max, 4*j.longest+4096)
	}
	return j.max
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
func (j *jsonRows) resume(raw []byte) bool {
	at := 0
	for !j.lines {
		i := bytes.IndexByte(raw[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		next := bytes.TrimLeft(raw[at:], " \t,")
		if len(next) > 0 && next[0] == '{' {
			j.line -= bytes.Count(raw[at:], []byte{'\n'})
			j.back.unread(j.in, raw[at:])
			j.resumed = true
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
func (j *jsonRows) scanValue(e *extent, head []byte) (n int, over bool) {
	if j.lines {
		if i := bytes.IndexByte(head, '\n'); i >= 0 {
			return i, true
		}
		return len(head), false
	}
	if j.sequence {
		if i := bytes.IndexByte(head, recordMark); i >= 0 {
			n, _ = e.scan(head[:i])
			return n, true
		}
	}
	return e.scan(head)
}

// recordMark stands before each text of a sequence (RFC 7464).
const recordMark = 0x1e
