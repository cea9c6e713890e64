package spool

import (
	"bufio"
	"bytes"
	"cmp"
	"container/heap"
	"encoding/binary"
	"io"
	"iter"
	"slices"

	"github.com/dateline-map/dateline/geo/scratch"
)

// sorterMemory is how many bytes of records a Sorter keeps in memory: a quarter
// of a million places, or three million names.
const sorterMemory = 96 << 20

// Sorter puts records in the order of their bytes. What does not fit in memory is
// sorted piece by piece; the pieces are merged when they are read. The zero
// Sorter is empty and ready.
type Sorter struct {
	// Memory is how many bytes of records are kept in memory. The default is
	// 96 MiB.
	Memory int

	arena []byte
	items []item
	file  *scratch.File
	runs  []run
	end   int64 // of the file
}

// item is a record in memory. The beginning of a record tells most of them
// apart, for a tenth of the time.
type item struct {
	head    uint64
	at, len uint32
}

// run is a sorted piece in the file.
type run struct{ begin, end int64 }

// Add takes a record in.
func (s *Sorter) Add(record []byte) error {
	limit := cmp.Or(s.Memory, sorterMemory)
	if s.arena != nil && len(s.arena)+len(record)+16*len(s.items) > limit {
		if err := s.spill(); err != nil {
			return err
		}
	}
	s.items = append(s.items, item{head(record), uint32(len(s.arena)), uint32(len(record))})
	s.arena = append(s.arena, record...)
	return nil
}

func head(record []byte) uint64 {
	var first [8]byte
	copy(first[:], record)
	return binary.BigEndian.Uint64(first[:])
}

func (s *Sorter) record(i item) []byte { return s.arena[i.at:][:i.len] }

func (s *Sorter) sort() {
	slices.SortFunc(s.items, func(a, b item) int {
		if c := cmp.Compare(a.head, b.head); c != 0 {
			return c
		}
		return bytes.Compare(s.record(a), s.record(b))
	})
}

// spill writes what is in memory as a run.
func (s *Sorter) spill() (err error) {
	if s.file == nil {
		if s.file, err = scratch.New("", "dateline-spool"); err != nil {
			return err
		}
	}
	s.sort()
	w := bufio.NewWriterSize(s.file, 1<<18)
	begin := s.end
	for _, i := range s.items {
		var size [binary.MaxVarintLen32]byte
		n := binary.PutUvarint(size[:], uint64(i.len))
		_, _ = w.Write(size[:n]) // Flush tells of errors
		_, _ = w.Write(s.record(i))
		s.end += int64(n) + int64(i.len)
	}
	s.runs = append(s.runs, run{begin, s.end})
	s.arena, s.items = s.arena[:0], s.items[:0]
	return w.Flush()
}

// Sorted yields the records in order; it may be asked for again, but nothing may
// be added. A record is good until the next one is asked for.
func (s *Sorter) Sorted() iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		if len(s.runs) == 0 {
			s.sort()
			for _, i := range s.items {
				if !yield(s.record(i), nil) {
					return
				}
			}
			return
		}
		if err := s.merge(yield); err != nil {
			yield(nil, err)
		}
	}
}

// merge yields the records of all runs.
func (s *Sorter) merge(yield func([]byte, error) bool) error {
	if len(s.items) > 0 {
		if err := s.spill(); err != nil {
			return err
		}
	}
	s.arena, s.items = nil, nil
	var sources cursors
	for _, r := range s.runs {
		c := &cursor{r: bufio.NewReaderSize(io.NewSectionReader(s.file, r.begin, r.end-r.begin), 1<<17)}
		if err := c.next(); err != nil {
			return err
		}
		sources = append(sources, c)
	}
	heap.Init(&sources)
	for len(sources) > 0 {
		c := sources[0]
		if !yield(c.record, nil) {
			return nil
		}
		switch err := c.next(); err {
		case nil:
			heap.Fix(&sources, 0)
		case io.EOF:
			heap.Pop(&sources)
		default:
			return err
		}
	}
	return nil
}

// Close removes the temporary file and frees the memory.
func (s *Sorter) Close() error {
	s.arena, s.items, s.runs = nil, nil, nil
	return remove(&s.file)
}

// cursor reads a run.
type cursor struct {
	r      *bufio.Reader
	record []byte
	head   uint64
}

// next reads the next record; io.EOF says that there is none.
func (c *cursor) next() error {
	n, err := binary.ReadUvarint(c.r)
	if err != nil {
		return err
	}
	c.record = slices.Grow(c.record[:0], int(n))[:n]
	if _, err := io.ReadFull(c.r, c.record); err != nil {
		return io.ErrUnexpectedEOF
	}
	c.head = head(c.record)
	return nil
}

type cursors []*cursor

func (c cursors) Len() int      { return len(c) }
func (c cursors) Swap(i, j int) { c[i], c[j] = c[j], c[i] }
func (c cursors) Less(i, j int) bool {
	if c[i].head != c[j].head {
		return c[i].head < c[j].head
	}
	return bytes.Compare(c[i].record, c[j].record) < 0
}
func (c *cursors) Push(any) {} // runs are never added to a merge
func (c *cursors) Pop() any {
	*c = (*c)[:len(*c)-1]
	return nil
}
