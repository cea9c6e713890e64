package document

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// A folder of stories is sent around in one file: as a zip file, or as a tar archive that
// may be packed itself.

// IsArchive reports whether a file packs others by its name.
func IsArchive(name string) bool {
	name = strings.ToLower(name)
	for _, ending := range [...]string{".zip", ".tar", ".tgz", ".tar.gz", ".tbz2", ".tar.bz2"} {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return false
}

// IsPacked reports whether a file in an archive holds documents by its name. Lines of JSON
// may be tables, too, and are left to who reads these.
func IsPacked(name string) bool {
	switch documentExt(name) {
	case ".txt", ".text", ".md", ".markdown", ".mbox", ".html", ".htm", ".xhtml", ".shtml", ".docx", ".odt", ".rtf", ".eml", ".rss", ".atom":
		return true
	}
	return false
}

// Bounds on an archive: a hostile one unpacks to anything.
const (
	mostPacked   = 1_000_000 // files
	mostUnpacked = 64 << 30  // bytes, of all of them
)

var (
	errManyPacked   = fmt.Errorf("the archive has more than %d files", mostPacked)
	errUnpacked     = errors.New("the archive unpacks to more than 64 GiB")
	errPackedSecret = errors.New("it is protected by a password; unpack it first")
)

// Unpack calls visit with each file of an archive that people put there, in the archive's
// order, until it returns false. A file that cannot be read has an error of its own.
func Unpack(file string, visit func(name string, r io.Reader, err error) bool) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close() // nothing was written
	head := bufio.NewReader(f)
	if magic, _ := head.Peek(4); bytes.Equal(magic, []byte("PK\x03\x04")) {
		return unzip(f, visit)
	}
	var r io.Reader = head
	if magic, _ := head.Peek(3); bytes.HasPrefix(magic, []byte("\x1f\x8b")) {
		if r, err = gzip.NewReader(head); err != nil {
			return fmt.Errorf("not gzip: %w", err)
		}
	} else if string(magic) == "BZh" {
		r = bzip2.NewReader(head)
	}
	return untar(r, visit)
}

func unzip(f *os.File, visit func(string, io.Reader, error) bool) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	z, err := zip.NewReader(f, info.Size())
	if err != nil {
		return fmt.Errorf("zip file is damaged or cut off: %w", err)
	}
	left := &bounded{left: mostUnpacked}
	for n, m := range z.File {
		switch {
		case n == mostPacked:
			return errManyPacked
		case m.FileInfo().IsDir() || asideInArchive(m.Name):
			continue
		}
		more, err := true, errPackedSecret
		if m.Flags&1 == 0 {
			var r io.ReadCloser
			if r, err = m.Open(); err == nil {
				left.r = r
				more = visit(path.Clean(m.Name), left, nil)
				err = r.Close()
			}
		}
		if err != nil && more {
			more = visit(path.Clean(m.Name), nil, err)
		}
		if !more {
			return nil
		}
	}
	return nil
}

func untar(r io.Reader, visit func(string, io.Reader, error) bool) error {
	t := tar.NewReader(&bounded{r: r, left: mostUnpacked})
	for n := 0; ; n++ {
		h, err := t.Next()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return fmt.Errorf("tar archive is damaged or cut off: %w", err)
		case n == mostPacked:
			return errManyPacked
		case h.Typeflag != tar.TypeReg || asideInArchive(h.Name):
		case !visit(path.Clean(h.Name), t, nil):
			return nil
		}
	}
}

// asideInArchive reports whether a file in an archive was put there by a system.
func asideInArchive(name string) bool {
	return strings.HasPrefix(name, "__MACOSX/") || strings.HasPrefix(path.Base(name), ".")
}

// bounded is a reader of so much and no more.
type bounded struct {
	r    io.Reader
	left int64
}

// Read implements [io.Reader].
func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errUnpacked
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

// PacksDocuments reports whether an archive holds documents by their names.
func PacksDocuments(file string) (found bool) {
	err := Unpack(file, func(name string, _ io.Reader, _ error) bool {
		found = IsPacked(name)
		return !found
	})
	return found && err == nil
}

// packed reads the documents of an archive. What is none by its name is left to who reads
// tables.
func (y *yielder) packed(file string) {
	y.packedManifests(file)
	found := false
	err := Unpack(file, func(name string, r io.Reader, err error) bool {
		if !IsPacked(name) {
			return true
		}
		found = true
		at := file + "/" + name
		if dir := filepath.Dir(at) + string(filepath.Separator); y.library.manifests[dir] == nil {
			y.library.manifests[dir] = manifest{} // none lies on disk
		}
		if err != nil {
			y.refuse(at, 0, err)
		} else {
			y.read(r, at)
		}
		return !y.stopped
	})
	switch {
	case err != nil && !y.stopped:
		y.refuse(file, 0, err)
	case !found && !y.stopped:
		y.problem(&geo.Problem{File: file, Err: errors.New("the archive holds no document"), Refused: true})
	}
}

// packedManifests reads the manifests in an archive, each of which is about the files that
// lie beside it there.
func (y *yielder) packedManifests(file string) {
	if y.library.manifests == nil {
		y.library.manifests = make(map[string]manifest)
	}
	_ = Unpack(file, func(name string, r io.Reader, err error) bool { // what is wrong is told by who reads on
		if path.Base(name) != manifestName || err != nil {
			return !y.stopped
		}
		at := file + "/" + name
		m, problems := parseManifest(r)
		for _, p := range problems {
			p.File = at
			y.problem(p)
		}
		y.library.manifests[filepath.Dir(at)+string(filepath.Separator)] = m
		return !y.stopped
	})
}
