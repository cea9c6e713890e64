package input

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// ErrTwice is the problem of an input that is there already: under another path,
// or as the same file, of which the path that came first is not remembered.
type ErrTwice struct{ twin string }

func (e ErrTwice) Error() string {
	if e.twin == "" {
		return "given twice; read once"
	}
	return fmt.Sprintf("given twice, also as %s; read once", e.twin)
}

type sum = [sha256.Size]byte

// key is as much of a sum as tells the files of a run apart.
type key = [16]byte

func keyOf(s sum) key { return key(s[:]) }

// twins knows the inputs so far, by their places and by what they hold: of each
// some 90 bytes, beside its path. The zero value knows none.
type twins struct {
	places   map[key]bool     // sums of paths, made absolute, links followed
	contents map[key]string   // the path of each whose content was summed
	alone    map[int64]string // by size, the path of the first; "" once its content was summed
	folder   string           // of the file before, as it was named
	real     string           // and as it is
	sums     Summer
}

// of returns errTwice if an earlier input is the same file or has the same content,
// and nil if there is none.
func (t *twins) of(c candidate, l *look) error {
	if t.places == nil {
		t.places, t.contents, t.alone = make(map[key]bool), make(map[key]string), make(map[int64]string)
	}
	place := keyOf(sha256.Sum256([]byte(t.place(c))))
	if t.places[place] {
		return ErrTwice{}
	}
	t.places[place] = true
	if !c.info.Mode().IsRegular() || c.info.Size() == 0 {
		return nil
	}
	if twin := t.sameContent(c, l); twin != "" {
		return ErrTwice{twin}
	}
	return nil
}

// place returns the path of a file made absolute, links followed. That of its
// folder is found out once for the files that it lists.
func (t *twins) place(c candidate) string {
	if !c.listed {
		return realPath(c.path)
	}
	folder, name := filepath.Split(c.path)
	if folder != t.folder || t.real == "" {
		t.folder, t.real = folder, realPath(filepath.Clean(folder))
	}
	return filepath.Join(t.real, name)
}

func realPath(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	return path
}

// sameContent compares sums, of files of the same size only, so that a lone
// large file is not read for it.
func (t *twins) sameContent(c candidate, l *look) string {
	first, known := t.alone[c.info.Size()]
	if !known {
		t.alone[c.info.Size()] = c.path
		return ""
	}
	if first != "" {
		if s, err := t.sums.Of(first); err == nil {
			t.contents[keyOf(s)] = first
		}
		t.alone[c.info.Size()] = ""
	}
	s, err := l.sum(&t.sums)
	if err != nil {
		return ""
	}
	if twin := t.contents[keyOf(s)]; twin != "" {
		return twin
	}
	t.contents[keyOf(s)] = c.path
	return ""
}

// Summer sums the content of files, one after another in the same room. Its zero
// value is ready to use.
type Summer struct{ room []byte }

// Of returns the sum of the content of a file.
func (r *Summer) Of(path string) (s sum, err error) {
	f, err := os.Open(path)
	if err != nil {
		return s, err
	}
	defer f.Close()
	if r.room == nil {
		r.room = make([]byte, 32<<10)
	}
	h := sha256.New()
	// A file would bring room of its own.
	if _, err := io.CopyBuffer(h, struct{ io.Reader }{f}, r.room); err != nil {
		return s, err
	}
	h.Sum(s[:0])
	return s, nil
}
