package seen

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"sort"

	"github.com/dateline-map/dateline/geo/scratch"
)

// run is sums in order in a temporary file.
type run struct {
	file   *scratch.File
	n      int64
	fences []uint64 // every fenceSums-th of the sums
}

// fenceSums is how many sums are read to look for one: a page of the file.
const fenceSums = 512

// has looks for a sum between two fences.
func (r *run) has(sum uint64, room *[8 * fenceSums]byte) (bool, error) {
	at := sort.Search(len(r.fences), func(i int) bool { return r.fences[i] > sum }) - 1
	if at < 0 {
		return false, nil
	}
	n, err := r.file.ReadAt(room[:], int64(at)*int64(len(room)))
	if err != nil && err != io.EOF {
		return false, r.file.Failed(err)
	}
	n /= 8
	i := sort.Search(n, func(i int) bool { return binary.LittleEndian.Uint64(room[8*i:]) >= sum })
	return i < n && binary.LittleEndian.Uint64(room[8*i:]) == sum, nil
}

func (r *run) close() error {
	return r.file.Close()
}

// runWriter writes a run.
type runWriter struct {
	run
	to   *bufio.Writer
	last uint64 // of those written
}

func newRun(folder string) (*runWriter, error) {
	file, err := scratch.New(folder, "dateline-ids")
	if err != nil {
		return nil, err
	}
	return &runWriter{run: run{file: file}, to: bufio.NewWriterSize(file, 64<<10)}, nil
}

// add adds a sum that is larger than those before.
func (w *runWriter) add(sum uint64) {
	if w.n%fenceSums == 0 {
		w.fences = append(w.fences, sum)
	}
	w.n++
	w.last = sum
	_, _ = w.to.Write(binary.LittleEndian.AppendUint64(w.to.AvailableBuffer(), sum)) // end tells its error
}

// end ends the run, or removes it if it could not be written.
func (w *runWriter) end() error {
	if err := w.to.Flush(); err != nil {
		return errors.Join(err, w.close())
	}
	return nil
}

// runReader reads a run from its beginning.
type runReader struct {
	file *scratch.File
	from *bufio.Reader
	sum  uint64 // the next
	left int64  // with it
	err  error
}

func (r *run) reader() *runReader {
	in := &runReader{file: r.file, from: bufio.NewReaderSize(io.NewSectionReader(r.file, 0, 8*r.n), 64<<10), left: r.n + 1}
	in.next()
	return in
}

func (in *runReader) next() {
	if in.left--; in.left <= 0 {
		return
	}
	b, err := in.from.Peek(8)
	if err != nil {
		in.left, in.err = 0, in.file.Failed(err)
		return
	}
	in.sum = binary.LittleEndian.Uint64(b)
	_, _ = in.from.Discard(8) // they are there
}

// merged writes the sums of two runs as one, in which each is once.
func merged(a, b *run, folder string) (*run, error) {
	w, err := newRun(folder)
	if err != nil {
		return nil, err
	}
	x, y := a.reader(), b.reader()
	for x.left > 0 || y.left > 0 {
		from := x
		if x.left == 0 || y.left > 0 && y.sum < x.sum {
			from = y
		}
		if w.n == 0 || from.sum != w.last {
			w.add(from.sum)
		}
		from.next()
	}
	if err := errors.Join(x.err, y.err); err != nil {
		return nil, errors.Join(err, w.close())
	}
	return &w.run, w.end()
}
