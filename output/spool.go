package output

import (
	"bufio"
	"io"

	"github.com/dateline-map/dateline/geo/scratch"
)

// Spool holds on the disk what a format must have whole before it can write
// where it goes, so that memory stays bounded. It is written once, and then read
// in any order. A spool must be dropped.
type Spool struct {
	f    *scratch.File
	w    *bufio.Writer
	size int64
}

// NewSpool returns an empty spool in a file of the folder; "" is the system's
// folder for such files.
func NewSpool(folder string) (*Spool, error) {
	f, err := scratch.New(folder, "dateline-layer")
	if err != nil {
		return nil, err
	}
	return &Spool{f: f, w: bufio.NewWriterSize(f, 1<<16)}, nil
}

// Write adds to the spool.
func (s *Spool) Write(p []byte) (int, error) {
	n, err := s.w.Write(p)
	s.size += int64(n)
	return n, err
}

// Size returns how many bytes have been written.
func (s *Spool) Size() int64 { return s.size }

// Done ends the writing: from here on the spool can be read.
func (s *Spool) Done() error { return s.w.Flush() }

// ReadAt reads from any place.
func (s *Spool) ReadAt(p []byte, off int64) (int, error) { return s.f.ReadAt(p, off) }

// CopyTo writes all that was written to the spool to w.
func (s *Spool) CopyTo(w io.Writer) error {
	_, err := io.Copy(w, io.NewSectionReader(s.f, 0, s.size))
	return err
}

// Drop removes the spool. A nil spool, of a layer that could not be begun, has
// nothing to remove.
func (s *Spool) Drop() {
	if s != nil {
		s.f.Close()
	}
}
