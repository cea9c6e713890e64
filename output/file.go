package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/dateline-map/dateline/geo/scratch"
)

// File is a file being written that appears whole or not at all: until Commit
// it stands beside its place under a name of its own, and whatever was there
// before stays. It is made by [Create].
//
// A nil File is one that nobody asked for: Commit and Abort do nothing.
//
// What is not a regular file, such as a pipe or /dev/null, is written to as it
// is, for it cannot be replaced.
type File struct {
	path   string // what the user named
	target string // path with its links followed
	beside string // where the bytes go until Commit; empty if straight to target
	f      *os.File
	size   int64
	rest   *background // writes what is behind backgroundFrom; nil before there is any
	state  fileState
}

type fileState uint8

const (
	open   fileState = iota
	synced           // closed, and on the disk
	done             // committed or aborted
)

// Create begins the file of that path. Its folder must exist.
func Create(path string) (*File, error) {
	target := path
	if t, err := filepath.EvalSymlinks(path); err == nil {
		target = t
	}
	info, err := os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, because(path, err)
	case info.IsDir():
		return nil, fmt.Errorf("%s: is a folder", path)
	case !info.Mode().IsRegular():
		f, err := os.OpenFile(target, os.O_WRONLY, 0)
		return &File{path: path, target: target, f: f}, because(path, err)
	}
	folder, name := filepath.Split(target)
	f, err := scratch.Create(folder, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, notIn(path, filepath.Clean(folder))
	case err != nil:
		return nil, because(path, err)
	}
	return &File{path: path, target: target, beside: f.Name(), f: f}, nil
}

// notIn says why there is nothing at a path to be made in a folder: that is not
// there, or lets nobody make anything, as /proc does.
func notIn(path, folder string) error {
	if _, err := os.Stat(folder); err != nil {
		return fmt.Errorf("%s: there is no folder %s", path, folder)
	}
	return fmt.Errorf("%s: nothing can be made in %s", path, folder)
}

// because says what went wrong with the file that the user named, not with the
// one beside it.
func because(path string, err error) error {
	if err == nil {
		return nil
	}
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		err = e.Err
	}
	if e := (*os.LinkError)(nil); errors.As(err, &e) {
		err = e.Err
	}
	return fmt.Errorf("%s: %w", path, err)
}

// Path returns the path given to Create.
func (f *File) Path() string { return f.path }

// Write adds to the file. An error may be one of writing what was added before.
func (f *File) Write(p []byte) (int, error) {
	if f.beside == "" {
		n, err := f.f.Write(p)
		return n, because(f.path, err)
	}
	first := p[:min(int64(len(p)), max(backgroundFrom-f.size, 0))]
	n, err := f.f.Write(first)
	f.size += int64(n)
	if err == nil && n < len(p) {
		if f.rest == nil {
			f.rest = inBackground(f.f, f.size)
		}
		var more int
		more, err = f.rest.write(p[n:])
		f.size += int64(more)
		n += more
	}
	return n, because(f.path, err)
}

// Size returns how many bytes were written; 0 of what is not a regular file.
func (f *File) Size() int64 { return f.size }

// Commit puts the file in its place. If it cannot, the file is gone and what
// was there before stays.
func (f *File) Commit() error {
	if f == nil {
		return nil
	}
	if err := f.Close(); err != nil {
		f.Abort()
		return err
	}
	return f.rename()
}

// Close brings the bytes to the disk and closes the file, which still waits for
// Commit. A full disk shows here at the latest. Commit does it if nobody has.
func (f *File) Close() error {
	if f.state != open {
		return nil
	}
	f.state = synced
	err := f.ended()
	if f.beside != "" { // a pipe cannot be synced
		err = errors.Join(err, f.f.Sync())
	}
	return because(f.path, errors.Join(err, f.f.Close()))
}

// ended waits for what is written in the background.
func (f *File) ended() error {
	if f.rest == nil {
		return nil
	}
	return f.rest.end()
}

func (f *File) rename() error {
	if f.state == done {
		return nil
	}
	f.state = done
	if f.beside == "" {
		return nil
	}
	if err := os.Rename(f.beside, f.target); err != nil {
		os.Remove(f.beside)
		return because(f.path, err)
	}
	return nil
}

// Abort drops the file. After Commit it does nothing, so that it can be
// deferred.
func (f *File) Abort() {
	if f == nil {
		return
	}
	if f.state == open {
		_ = f.ended() // since the file is dropped
		f.f.Close()
	}
	if f.state != done && f.beside != "" {
		os.Remove(f.beside)
	}
	f.state = done
}

// Dir is a folder of files that appear together or not at all. It is made by
// [OpenDir].
type Dir struct {
	path  string
	made  []string // folders that did not exist before, outermost first
	files []*File
}

// OpenDir begins a set of files in the folder of that path, which is made if it
// does not exist.
func OpenDir(path string) (*Dir, error) {
	d := &Dir{path: path}
	for p := filepath.Clean(path); ; p = filepath.Dir(p) {
		if _, err := os.Stat(p); !errors.Is(err, fs.ErrNotExist) || p == filepath.Dir(p) {
			break
		}
		d.made = append(d.made, p)
	}
	slices.Reverse(d.made)
	if err := os.MkdirAll(path, 0o777); err != nil {
		d.Abort()
		if errors.Is(err, fs.ErrNotExist) {
			return nil, notIn(path, filepath.Dir(filepath.Clean(path)))
		}
		return nil, because(path, err)
	}
	return d, nil
}

// Create begins a file of the set. The name must be one element of a path.
func (d *Dir) Create(name string) (*File, error) {
	if name != filepath.Base(name) || name == "." || name == ".." {
		return nil, errors.New(strconv.Quote(name) + " is not the name of a file")
	}
	f, err := Create(filepath.Join(d.path, name))
	if err != nil {
		return nil, err
	}
	d.files = append(d.files, f)
	return f, nil
}

// Commit puts all files in their places. What can go wrong goes wrong before
// the first of them appears, but for a rename that the system refuses.
func (d *Dir) Commit() error {
	for _, f := range d.files {
		if err := f.Close(); err != nil {
			d.Abort()
			return err
		}
	}
	for _, f := range d.files {
		if err := f.rename(); err != nil {
			d.Abort()
			return err
		}
	}
	return nil
}

// Abort drops the files, and the folder if it was made for them. After Commit
// it does nothing, so that it can be deferred.
func (d *Dir) Abort() {
	for _, f := range d.files {
		f.Abort()
	}
	for _, p := range slices.Backward(d.made) {
		os.Remove(p) // refuses if there is something in it
	}
}
