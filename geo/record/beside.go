package record

import (
	"archive/zip"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/scratch"
)

// Some files consist of several that lie beside each other under one name, such
// as a.shp, a.dbf and a.prj. In a folder they are found where they lie; those of a
// zip file are unpacked together.

// stem returns a name without its ending, in lower case.
func stem(name string) string {
	return strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))
}

// isPart reports whether a file of a zip file is a part of another one there, or
// the picture of a map's pin.
func (in *input) isPart(f *zip.File, files []*zip.File) bool {
	for _, s := range in.options.Stores {
		for _, ending := range s.Beside {
			name, ok := strings.CutSuffix(strings.ToLower(f.Name), ending)
			if ok && slices.ContainsFunc(files, func(other *zip.File) bool { return IsTable(other.Name) && stem(other.Name) == name }) {
				return true
			}
		}
	}
	return slices.ContainsFunc(files, func(other *zip.File) bool { return other.Name == "doc.kml" })
}

// openBeside opens the file of another ending beside one; nil if there is none.
func openBeside(f *zip.File, ending string, files []*zip.File) (io.ReadCloser, error) {
	for _, other := range files {
		if strings.ToLower(other.Name) == stem(f.Name)+ending {
			return openMember(other)
		}
	}
	return nil, nil
}

// together returns the path of a file with all its parts beside it: its own, or
// until done is called that of a copy, if the parts come out of a zip file.
func (in *input) together(s *Store, file string) (at string, done func(), err error) {
	if len(s.Beside) == 0 || in.beside == nil {
		return file, func() {}, nil
	}
	folder, done, err := scratch.Folder("", "dateline-parts")
	if err != nil {
		return "", nil, err
	}
	at = filepath.Join(folder, "table"+filepath.Ext(in.name))
	if err = copyFile(at, func() (io.ReadCloser, error) { return os.Open(file) }); err != nil {
		done()
		return "", nil, err
	}
	for _, ending := range s.Beside {
		open := func() (io.ReadCloser, error) { return in.beside(ending) }
		if err := copyFile(filepath.Join(folder, "table"+ending), open); err != nil {
			done()
			return "", nil, err
		}
	}
	return at, done, nil
}

// copyFile copies what open opens to a file of that path. It does nothing if that
// is nil.
func copyFile(to string, open func() (io.ReadCloser, error)) error {
	r, err := open()
	if r == nil || err != nil {
		return err
	}
	defer r.Close() // nothing was written
	f, err := os.Create(to)
	if err != nil {
		return err
	}
	if _, err := io.Copy(f, io.LimitReader(r, mostSpooled)); err != nil {
		f.Close() // its error would hide the first
		return err
	}
	return f.Close()
}
