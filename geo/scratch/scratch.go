// Package scratch makes files and folders that are needed for the time of a run
// only, and of which nothing stays however the run ends: they have no name from
// the beginning, where the system allows it, or one by which the next run that
// asks for the same knows what a killed one has left.
//
// # Non-goals
//
//   - Files that are to stay; see output.File, which stands under such a name
//     until it is complete.
package scratch

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrInUse is that another process has claimed a file.
var ErrInUse = errors.New("in use by another run")

// Error is that temporary files cannot be made, written or read: a full disk,
// most often. It says nothing against what was to be put into them.
type Error struct {
	Folder string
	Err    error
}

func (e *Error) Error() string { return fmt.Sprintf("temporary files in %s: %v", e.Folder, e.Err) }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// failed returns the error of a folder; nil if there is none.
func failed(folder string, err error) error {
	if err == nil {
		return nil
	}
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		err = p.Err
	}
	return &Error{folder, err}
}

// File is a temporary file. Close removes it. The errors of making and writing one
// are of type *[Error].
type File struct{ *os.File }

// Failed returns the *[Error] of an error of reading the file.
func (f *File) Failed(err error) error { return failed(filepath.Dir(f.Name()), err) }

// Write adds to the file.
func (f *File) Write(p []byte) (int, error) {
	n, err := f.File.Write(p)
	return n, f.Failed(err)
}

// WriteAt writes at a place of the file.
func (f *File) WriteAt(p []byte, off int64) (int, error) {
	n, err := f.File.WriteAt(p, off)
	return n, f.Failed(err)
}

// ReadFrom adds all that is read from r. An error of r stays what it is.
func (f *File) ReadFrom(r io.Reader) (int64, error) {
	return io.Copy(struct{ io.Writer }{f}, r)
}

// Close closes the file and removes it.
func (f *File) Close() error {
	err := f.File.Close()
	_ = os.Remove(f.Name()) // if it had a name
	return err
}

// New makes a file in a folder, "" for the system's, which has no name where the
// system allows it. The name says what it is for.
func New(folder, name string) (*File, error) {
	f, err := Named(folder, name)
	if err != nil {
		return nil, err
	}
	_ = os.Remove(f.Name()) // else Close does it
	return f, nil
}

// Named makes a file in a folder, "" for the system's, for those who open files
// by their names.
func Named(folder, name string) (*File, error) {
	f, err := Create(in(folder), name)
	if err != nil {
		return nil, failed(in(folder), err)
	}
	return &File{f}, nil
}

// Folder makes a folder in a folder, "" for the system's. Remove removes it with
// all that is in it.
func Folder(folder, name string) (path string, remove func(), err error) {
	f, err := create(in(folder), name, func(path string) (*os.File, error) {
		if err := os.Mkdir(path, 0o700); err != nil {
			return nil, err
		}
		return os.Open(path)
	})
	if err != nil {
		return "", nil, failed(in(folder), err)
	}
	return f.Name(), func() {
		f.Close() // nothing was written to it itself
		os.RemoveAll(f.Name())
	}, nil
}

func in(folder string) string {
	if folder == "" {
		return os.TempDir()
	}
	return folder
}

// Create makes a file in a folder that is claimed until it is closed. It begins
// by removing what runs that were killed have left of files of that name there,
// as far as it was there when this process first made a file in the folder.
func Create(folder, name string) (*os.File, error) {
	return create(folder, name, func(path string) (*os.File, error) {
		return os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	})
}

// create makes what open makes under a path that is new. The name begins with a
// dot, so that a reader of *.geojson does not see it.
func create(folder, name string, open func(path string) (*os.File, error)) (*os.File, error) {
	sweep(folder, name)
	if folder != "" && !os.IsPathSeparator(folder[len(folder)-1]) {
		folder += string(filepath.Separator) // and no Join: "link/.." is what the system says
	}
	for n := 1; ; n++ {
		path := fmt.Sprintf("%s.%s.%d-%d%s", folder, name, os.Getpid(), n, ending)
		f, err := open(path)
		switch {
		case errors.Is(err, fs.ErrExist):
			continue
		case err != nil:
			return nil, err
		}
		_ = Claim(f) // where files cannot be locked they are not swept away either
		if _, err := os.Stat(path); err == nil {
			return f, nil
		}
		f.Close() // another run took it for left behind, just before it was claimed
	}
}

const ending = ".part"
