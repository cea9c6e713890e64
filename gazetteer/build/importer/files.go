package importer

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// sourceFile is a file of a source: one on disk, or a member of an archive.
type sourceFile struct {
	name string // where it is, for people: "dump.zip: IQ.txt"
	base string // its last element, without endings of compression
	// sheet marks one of a workbook, which may have others that are no lists.
	sheet bool
	*bufio.Reader
}

// sniffBytes is how much of a file can be looked at before it is read.
const sniffBytes = 1 << 16

func newSourceFile(name string, r io.Reader) sourceFile {
	base := strings.ToLower(filepath.Base(filepath.ToSlash(name)))
	if i := strings.LastIndex(base, ": "); i >= 0 {
		base = base[i+2:]
	}
	base = strings.TrimSuffix(strings.TrimSuffix(base, ".gz"), ".bz2")
	return sourceFile{name: name, base: base, Reader: bufio.NewReaderSize(r, sniffBytes)}
}

// eachFile calls read for the files of a source, in order of name for a folder
// and in their own order for an archive, and problem with what cannot be read.
// Hidden files and those that are no place lists are passed over, unless the
// source is such a file itself.
func eachFile(path string, read func(sourceFile), problem func(error)) {
	found, wrong := 0, 0
	walkFiles(path, func(f sourceFile) { found++; read(f) }, func(err error) { wrong++; problem(err) })
	if found == 0 && wrong == 0 {
		problem(in(path, errors.New("holds no place list")))
	}
}

func walkFiles(path string, read func(sourceFile), problem func(error)) {
	info, err := os.Stat(path)
	if err != nil {
		problem(fileError(path, err))
		return
	}
	if !info.IsDir() {
		openFile(path, read, problem)
		return
	}
	err = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			problem(fileError(p, err))
		case d.IsDir() && p != path && strings.HasPrefix(d.Name(), "."):
			return filepath.SkipDir
		case d.Type().IsRegular() && isPlaceList(d.Name()):
			openFile(p, read, problem)
		}
		return nil
	})
	if err != nil {
		problem(err)
	}
}

// isPlaceList reports whether a file found in a folder or an archive is to be
// read, by its name.
func isPlaceList(name string) bool {
	base := strings.ToLower(filepath.Base(name))
	if strings.HasPrefix(base, ".") || base == "readme.txt" || strings.HasPrefix(base, "iso-languagecodes") || strings.HasPrefix(base, "license") {
		return false
	}
	switch filepath.Ext(strings.TrimSuffix(base, ".gz")) {
	case ".xlsx", ".txt", ".csv", ".tsv", ".tab", ".json", ".geojson", ".geojsonl", ".ndjson":
		return true
	}
	return isArchive(base)
}

func isArchive(base string) bool {
	for _, ending := range []string{".zip", ".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tbz2", ".tbz"} {
		if strings.HasSuffix(base, ending) {
			return true
		}
	}
	return false
}

// openFile reads a file on disk.
func openFile(path string, read func(sourceFile), problem func(error)) {
	f, err := os.Open(path)
	if err != nil {
		problem(fileError(path, err))
		return
	}
	defer f.Close()
	lower := strings.ToLower(path)
	if strings.HasSuffix(lower, ".zip") || isWorkbook(lower) {
		each := eachZipped
		if isWorkbook(lower) {
			each = eachSheet
		}
		info, err := f.Stat()
		if err == nil {
			err = each(path, f, info.Size(), read, problem)
		}
		if err != nil {
			problem(in(path, err))
		}
		return
	}
	r, err := decompressed(lower, bufio.NewReaderSize(f, sniffBytes))
	if err == nil && isArchive(lower) {
		err = eachTarred(path, r, read)
	} else if err == nil {
		read(newSourceFile(path, r))
	}
	if err != nil {
		problem(in(path, err))
	}
}

func decompressed(name string, r io.Reader) (io.Reader, error) {
	switch {
	case strings.HasSuffix(name, ".gz"), strings.HasSuffix(name, ".tgz"):
		return gzip.NewReader(r)
	case strings.HasSuffix(name, ".bz2"), strings.HasSuffix(name, ".tbz2"), strings.HasSuffix(name, ".tbz"):
		return bzip2.NewReader(r), nil
	}
	return r, nil
}

func eachZipped(path string, r io.ReaderAt, size int64, read func(sourceFile), problem func(error)) error {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return err
	}
	for _, f := range z.File {
		if !isPlaceList(f.Name) || isArchive(strings.ToLower(f.Name)) || isWorkbook(f.Name) {
			continue
		}
		name := path + ": " + f.Name
		member, err := f.Open()
		if err != nil {
			problem(in(name, err))
			continue
		}
		read(newSourceFile(name, member))
		member.Close()
	}
	return nil
}

func eachTarred(path string, r io.Reader, read func(sourceFile)) error {
	for t := tar.NewReader(r); ; {
		h, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if h.Typeflag != tar.TypeReg || !isPlaceList(h.Name) || isArchive(strings.ToLower(h.Name)) || isWorkbook(h.Name) {
			continue
		}
		member, err := decompressed(strings.ToLower(h.Name), t)
		if err != nil {
			return in(h.Name, err)
		}
		read(newSourceFile(path+": "+h.Name, member))
	}
}

// fileError names the file once, which an error of package os does too.
func fileError(path string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return in(path, err)
}
