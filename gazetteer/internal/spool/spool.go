// Package spool keeps what is too much for memory in temporary files: bytes in
// the order in which they come ([Spool]), and records in order ([Sorter]).
//
// What is little stays in memory and touches no disk. Temporary files are gone
// after Close.
package spool

import (
	"bytes"
	"io"

	"github.com/dateline-map/dateline/geo/scratch"
)

// memory is how many bytes a Spool keeps in memory before it makes a file.
const memory = 1 << 20

// Spool is a sequence of bytes, written first and then read, as often as needed.
// The zero Spool is empty and ready.
type Spool struct {
	buf  []byte // what is not in the file yet
	file *scratch.File
	n    int64 // bytes in the file
}

// Write appends bytes.
func (s *Spool) Write(p []byte) (int, error) {
	s.buf = append(s.buf, p...)
	if len(s.buf) < memory {
		return len(p), nil
	}
	return len(p), s.flush()
}

func (s *Spool) flush() (err error) {
	if s.file == nil {
		if s.file, err = scratch.New("", "dateline-spool"); err != nil {
			return err
		}
	}
	_, err = s.file.Write(s.buf)
	s.n += int64(len(s.buf))
	s.buf = s.buf[:0]
	return err
}

// Len returns the number of bytes.
func (s *Spool) Len() int64 { return s.n + int64(len(s.buf)) }

// Reader returns a reader of all bytes. Nothing may be written until it is done.
func (s *Spool) Reader() io.Reader {
	rest := bytes.NewReader(s.buf)
	if s.file == nil {
		return rest
	}
	return io.MultiReader(io.NewSectionReader(s.file, 0, s.n), rest)
}

// Close removes the temporary file.
func (s *Spool) Close() error {
	s.buf = nil
	return remove(&s.file)
}

func remove(f **scratch.File) error {
	if *f == nil {
		return nil
	}
	err := (*f).Close()
	*f = nil
	return err
}
