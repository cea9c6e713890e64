package document

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// Format reads a kind of file that this package leaves to others, because much
// code is needed for it; see package web.
type Format interface {
	// Holds reports whether a file is of this kind, by its name without .gz and
	// its first bytes.
	Holds(name string, head []byte) bool
	// Documents returns the documents of a file, and what is wrong with it. A
	// problem without a file is of this one. A document without an id gets one
	// from the file's name.
	Documents(data []byte) ([]Document, []*geo.Problem)
}

// HeadBytes is how much of a file a [Format] sees to decide by.
const HeadBytes = 8 << 10

// Holds reports whether one of the formats holds a file, by its name, with or
// without .gz, and its first [HeadBytes], unpacked.
func (l *Library) Holds(name string, head []byte) bool {
	return l.format(documentID(name), head) != nil
}

// format returns the format that holds a file; nil if none does.
func (l *Library) format(name string, head []byte) Format {
	for _, f := range l.Formats {
		if f.Holds(name, head) {
			return f
		}
	}
	return nil
}

// opens reports whether a file found in a folder holds documents.
func (l *Library) opens(path string) bool {
	return IsFile(path) || l.holdsFormat(path) || IsArchive(path) && PacksDocuments(path)
}

// holdsFormat reports whether one of the formats holds a file. A file that
// cannot be read is held by none.
func (l *Library) holdsFormat(path string) bool {
	if len(l.Formats) == 0 {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, HeadBytes)
	if strings.EqualFold(filepath.Ext(path), ".gz") {
		z, err := gzip.NewReader(r)
		if err != nil {
			return false
		}
		r = bufio.NewReaderSize(z, HeadBytes)
	}
	head, _ := r.Peek(HeadBytes)
	return l.Holds(path, head)
}

// formatted yields the documents that a format finds in a file.
func (y *yielder) formatted(f Format, r *bufio.Reader, path string) {
	if data, ok := y.all(r, path); ok {
		documents, problems := f.Documents(data)
		y.documents(documents, problems, path)
	}
}

// Told yields documents that somebody else has read from a file, as [Library.Open] yields
// its own: each with what its text and the library say of it, and one that comes twice once.
func (l *Library) Told(path string, documents iter.Seq2[Document, error]) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		y := &yielder{library: l, yield: yield}
		for d, err := range documents {
			if err != nil {
				y.stopped = !y.yield(Document{}, err)
			} else {
				y.document(d, path, 0)
			}
			if y.stopped {
				return
			}
		}
	}
}

// documents yields the documents of one file, after what is wrong with it. What
// a manifest says of a file overrides what its only document says; where there
// are several it only completes them, unless it names one: "file.txt#2".
func (y *yielder) documents(documents []Document, problems []*geo.Problem, path string) {
	for _, p := range problems {
		p.File = path
		y.problem(p)
	}
	for i := range documents {
		d := &documents[i]
		name := documentID(path)
		row, described := y.manifest(path)
		if len(documents) > 1 {
			name = fmt.Sprintf("%s#%d", name, i+1)
			if described {
				row.complete(d)
			}
			row, described = y.manifest(fmt.Sprintf("%s#%d", path, i+1))
		}
		if described {
			row.describe(d)
		}
		if d.ID == "" {
			d.ID = name
		}
		y.document(*d, path, 0)
	}
}
