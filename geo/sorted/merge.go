package sorted

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
)

// Bounds on how much of each run is read at once.
const (
	leastRead = 16 << 10
	mostRead  = 64 << 10
)

// merge yields the records of the runs in the file and of the one in memory.
func (s *Sorter) merge(yield func([]byte, error) bool) {
	t := tree{jumbled: s.jumbled}
	per := min(max(s.o.Memory/2/int64(len(s.file.runs)), leastRead), mostRead)
	for i, x := range s.file.runs {
		t.add(&fileRun{file: &s.file, at: x.from, to: x.to, buf: make([]byte, 0, per)}, i)
	}
	t.add(&memoryRun{run: s.fill}, len(s.file.runs))
	for t.err == nil && len(t.heads) > 0 {
		if !yield(t.heads[0].record, nil) {
			return
		}
		t.advance()
	}
	if t.err != nil {
		yield(nil, t.err)
	}
}

// cursor walks through a sorted run.
type cursor interface {
	// next sets h to the next record; io.EOF is the end.
	next(h *head) error
}

// head is the record that a run has next.
type head struct {
	days   uint64
	id     []byte
	record []byte
	of     cursor
	order  int // of the run: earlier records first
}

// before reports whether a record comes before another. Ids that came in order are in
// the order of the runs.
func (h *head) before(o *head, jumbled bool) bool {
	switch {
	case h.days != o.days:
		return h.days < o.days
	case !jumbled:
		return h.order < o.order
	}
	if c := bytes.Compare(h.id, o.id); c != 0 {
		return c < 0
	}
	return h.order < o.order
}

// tree is a heap of the runs by their next records.
type tree struct {
	heads   []*head
	jumbled bool // the ids
	err     error
}

func (t *tree) add(c cursor, order int) {
	h := &head{of: c, order: order}
	switch err := c.next(h); err {
	case nil:
		t.heads = append(t.heads, h)
		t.up(len(t.heads) - 1)
	case io.EOF:
	default:
		t.err = err
	}
}

// advance goes on in the run whose record was first.
func (t *tree) advance() {
	h := t.heads[0]
	days := h.days
	switch err := h.of.next(h); err {
	case nil:
		if h.days == days && !t.jumbled {
			return // still before the later runs
		}
	case io.EOF:
		last := len(t.heads) - 1
		t.heads[0] = t.heads[last]
		t.heads = t.heads[:last]
	default:
		t.err = err
	}
	t.down(0)
}

func (t *tree) up(i int) {
	for i > 0 && t.heads[i].before(t.heads[(i-1)/2], t.jumbled) {
		t.heads[i], t.heads[(i-1)/2] = t.heads[(i-1)/2], t.heads[i]
		i = (i - 1) / 2
	}
}

func (t *tree) down(i int) {
	for {
		first := i
		for _, child := range [...]int{2*i + 1, 2*i + 2} {
			if child < len(t.heads) && t.heads[child].before(t.heads[first], t.jumbled) {
				first = child
			}
		}
		if first == i {
			return
		}
		t.heads[i], t.heads[first] = t.heads[first], t.heads[i]
		i = first
	}
}

// memoryRun walks through the run that was not written.
type memoryRun struct {
	run *run
	at  int
}

func (m *memoryRun) next(h *head) error {
	if m.at == len(m.run.entries) {
		return io.EOF
	}
	e := &m.run.entries[m.at]
	m.at++
	b := e.bytes(m.run)
	h.days, h.id, h.record = e.days, b[:e.id], b[e.id:]
	return nil
}

// fileRun walks through a run in the file.
type fileRun struct {
	file   *spill
	at, to int64 // unread
	buf    []byte
	start  int // of the next record in buf
}

var errDamaged = errors.New("a run is damaged")

func (f *fileRun) next(h *head) error {
	size, id, header := f.header()
	if header <= 0 || header+size > len(f.buf)-f.start {
		if err := f.fill(size + header); err != nil {
			return err
		}
		if size, id, header = f.header(); header <= 0 || id > size {
			return f.file.file.Failed(errDamaged)
		}
		if header+size > len(f.buf)-f.start {
			return f.next(h) // now that its size is known
		}
	}
	b := f.buf[f.start+header : f.start+header+size]
	h.days = binary.BigEndian.Uint64(f.buf[f.start+header-8:])
	h.id, h.record = b[:id], b[id:]
	f.start += header + size
	return nil
}

// header returns the sizes of the next record, of its id, and of the header
// itself; the last is 0 if the header is not all in the buffer.
func (f *fileRun) header() (size, id, header int) {
	b := f.buf[f.start:]
	total, n := binary.Uvarint(b)
	if n <= 0 {
		return 0, 0, 0
	}
	idBytes, m := binary.Uvarint(b[n:])
	if m <= 0 || len(b) < n+m+8 {
		return 0, 0, 0
	}
	return int(total), int(idBytes), n + m + 8
}

// fill reads on, and makes the buffer large enough for a record of so many
// bytes. At the end of the run the error is io.EOF.
func (f *fileRun) fill(record int) error {
	left := copy(f.buf[:cap(f.buf)], f.buf[f.start:])
	f.start = 0
	if f.at == f.to {
		if left > 0 {
			return f.file.file.Failed(errDamaged)
		}
		return io.EOF
	}
	if record > cap(f.buf) {
		f.buf = append(make([]byte, 0, record+leastRead), f.buf[:left]...)
	}
	n := int(min(int64(cap(f.buf)-left), f.to-f.at))
	f.buf = f.buf[:left+n]
	if _, err := f.file.file.ReadAt(f.buf[left:], f.at); err != nil {
		return f.file.file.Failed(err)
	}
	f.at += int64(n)
	return nil
}
