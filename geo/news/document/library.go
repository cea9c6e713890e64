package document

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/charset"
	"github.com/dateline-map/dateline/geo/news/language"
	"github.com/dateline-map/dateline/geo/seen"
	"github.com/dateline-map/dateline/geo/when"
)

// defaultMaxBytes is the longest text read unless the library says otherwise:
// twenty times the longest reports, and no more memory than a run has anyway.
const defaultMaxBytes = 16 << 20

// Library opens documents. Its zero value is ready to use. It remembers the
// manifests of the folders it has read from, and which texts it has yielded, so
// that a story that comes twice is told once. It must not be shared by
// goroutines, and be closed if it may have yielded more than some ten thousands.
type Library struct {
	// Published is the date of documents that neither they nor a manifest
	// give one. The default is that it is unknown.
	Published when.Interval
	// MaxBytes is the longest text read; a longer one is refused. The default
	// is 16 MiB.
	MaxBytes int
	// Again yields stories that come twice as often as they come. The default
	// is to refuse the second with [ErrDuplicate].
	Again bool
	// Known bounds what is kept of the texts that were yielded. The default is
	// that of package seen.
	Known seen.Options
	// Formats read the kinds of files that this package leaves to others. The
	// first that holds a file reads it. The default is none: text and lines of
	// JSON only.
	Formats []Format
	// Opened is called with each file that is opened, so that who watches can
	// ask where it stands while it is read. The default is nobody.
	Opened func(*os.File)

	manifests map[string]manifest // by folder
	known     known
	spare     *bufio.Reader // its room is free
}

// IsFile reports whether a file holds documents by its name: .txt, .text,
// .md and .mbox, or .ndjson and .jsonl, which may hold records as well; each
// also with .gz.
func IsFile(name string) bool {
	switch documentExt(name) {
	case ".ndjson", ".jsonl":
		return true
	}
	return isText(name)
}

// isText reports whether a file is plain text by its name.
func isText(name string) bool {
	switch documentExt(name) {
	case ".txt", ".text", ".md", ".markdown", ".mbox":
		return true
	}
	return false
}

func documentExt(name string) string {
	return strings.ToLower(filepath.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz")))
}

// Open yields the documents of a file, or of a folder and the folders in it in
// the order of their names. Files that are no documents by their name are
// passed over in folders.
//
// What is wrong with a document is a [*geo.Problem] in the stream; the rest
// goes on. That temporary files cannot be written or read is a [*scratch.Error],
// after which nothing more is yielded.
func (l *Library) Open(path string) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		y := &yielder{library: l, yield: yield}
		info, err := os.Stat(path)
		switch {
		case err != nil:
			y.refuse(path, 0, errors.Unwrap(err))
		case info.IsDir():
			y.folder(path)
		default:
			y.file(path)
		}
	}
}

// Read yields the documents of r, which is named like a file.
func (l *Library) Read(r io.Reader, name string) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		(&yielder{library: l, yield: yield}).read(r, name)
	}
}

// yielder yields documents until its consumer stops.
type yielder struct {
	library *Library
	yield   func(Document, error) bool
	stopped bool
}

func (y *yielder) problem(p *geo.Problem) {
	if !y.stopped {
		y.stopped = !y.yield(Document{}, p)
	}
}

func (y *yielder) refuse(file string, row int, err error) {
	y.problem(&geo.Problem{File: file, Row: row, Refused: true, Err: err})
}

func (y *yielder) folder(dir string) {
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case y.stopped:
			return filepath.SkipAll
		case err != nil:
			y.refuse(path, 0, errors.Unwrap(err))
		case path != dir && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return filepath.SkipDir
			}
		case d.Type().IsRegular() && y.library.opens(path):
			y.file(path)
		}
		return nil
	})
	if err != nil {
		y.refuse(dir, 0, err)
	}
}

func (y *yielder) file(path string) {
	if IsArchive(path) {
		y.packed(path)
		return
	}
	f, err := os.Open(path)
	if err != nil {
		y.refuse(path, 0, errors.Unwrap(err))
		return
	}
	defer f.Close()
	if y.library.Opened != nil {
		y.library.Opened(f)
	}
	y.read(f, path)
}

// read yields the documents of a file. A manifest beside it may say more about
// a file that is one document.
func (y *yielder) read(r io.Reader, path string) {
	if strings.HasSuffix(strings.ToLower(path), ".gz") {
		z, err := gzip.NewReader(bufio.NewReader(r))
		if err != nil {
			y.refuse(path, 0, fmt.Errorf("not gzip: %w", err))
			return
		}
		r = z
	}
	b := y.library.buffered(r)
	defer y.library.putBack(b)
	head, _ := b.Peek(HeadBytes)
	if f := y.library.format(documentID(path), head); f != nil {
		y.formatted(f, b, path)
	} else if isText(path) {
		y.text(b, path)
	} else {
		y.lines(b, path)
	}
}

// buffered returns a reader of r with the room of an earlier one: most files are
// much shorter than it.
func (l *Library) buffered(r io.Reader) *bufio.Reader {
	b := l.spare
	if l.spare = nil; b == nil { // a file may be read while another one is
		return bufio.NewReaderSize(r, 64<<10)
	}
	b.Reset(r)
	return b
}

// putBack has the room of a reader that is done used again.
func (l *Library) putBack(b *bufio.Reader) {
	b.Reset(nil)
	l.spare = b
}

// all returns the whole of a file, unless it cannot be read or is too long,
// which it tells.
func (y *yielder) all(r io.Reader, path string) (data []byte, ok bool) {
	data, err := io.ReadAll(io.LimitReader(r, int64(y.library.maxBytes())+1))
	if err == nil && len(data) > y.library.maxBytes() {
		err = fmt.Errorf("longer than %d bytes", y.library.maxBytes())
	}
	if err != nil {
		y.refuse(path, 0, err)
	}
	return data, err == nil
}

// text yields the stories of a text file.
func (y *yielder) text(r io.Reader, path string) {
	data, ok := y.all(r, path)
	if !ok {
		return
	}
	s, note, err := charset.Decode(data, "")
	if err != nil {
		y.refuse(path, 0, err)
		return
	}
	if note != nil {
		y.problem(&geo.Problem{File: path, Err: note})
	}
	documents, problems := readText(s, isMarkdown(path))
	y.documents(documents, problems, path)
}

// documentID is the name of a file without its folder and its compression.
func documentID(path string) string {
	name := filepath.Base(path)
	if ext := filepath.Ext(name); strings.EqualFold(ext, ".gz") {
		name = strings.TrimSuffix(name, ext)
	}
	return name
}

func (l *Library) maxBytes() int {
	if l.MaxBytes > 0 {
		return l.MaxBytes
	}
	return defaultMaxBytes
}

// document yields a document whose text was read, unless it was seen before.
func (y *yielder) document(d Document, file string, row int) {
	if y.stopped {
		return
	}
	if strings.TrimSpace(d.Text) == "" {
		y.refuse(file, row, errors.New("no text"))
		return
	}
	if err := y.library.note(&d); errors.Is(err, ErrDuplicate) {
		y.refuse(file, row, err)
		return
	} else if err != nil {
		y.yield(Document{}, err)
		y.stopped = true
		return
	}
	d.readHead()
	if d.Published.IsZero() {
		d.Published = y.library.Published
	}
	if code := language.Detect(d.Text); code != language.English {
		d.Language = code
	}
	y.stopped = !y.yield(d, nil)
}

func (l *Library) note(d *Document) error {
	if l.Again {
		return nil
	}
	l.known.all.Options = l.Known
	return l.known.note(d)
}

// Close removes temporary files.
func (l *Library) Close() error { return l.known.all.Close() }

// manifest returns what the manifest beside a file says of it.
func (y *yielder) manifest(path string) (manifestRow, bool) {
	dir, name := filepath.Split(path)
	l := y.library
	m, known := l.manifests[dir]
	if !known {
		var problems []*geo.Problem
		m, problems = readManifest(filepath.Join(dir, manifestName))
		for _, p := range problems {
			y.problem(p)
		}
		if l.manifests == nil {
			l.manifests = make(map[string]manifest)
		}
		l.manifests[dir] = m
	}
	i, found := slices.BinarySearchFunc(m, name, func(r manifestRow, name string) int { return strings.Compare(r.file, name) })
	if !found {
		return manifestRow{}, false
	}
	return m[i], true
}
