package record

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
	"github.com/dateline-map/dateline/geo/record/ods"
	"github.com/dateline-map/dateline/geo/record/xlsx"
	"github.com/dateline-map/dateline/geo/scratch"
)

// deepestZip bounds zip files within zip files.
const deepestZip = 2

// tables yields the tables that an input holds: itself, or the sheets of a
// workbook, or what is in a zip file. What is left out is told by an error.
func (in *input) tables(yield func(*input, error) bool) {
	in.tablesWithin(deepestZip, yield)
}

func (in *input) tablesWithin(deepest int, yield func(*input, error) bool) bool {
	r, err := in.open()
	if err != nil {
		return yield(nil, failed(in.name, 0, err))
	}
	packed := bufio.NewReaderSize(r, plaintext.Sniffed)
	b, err := plaintext.Unpacked(packed)
	if err != nil {
		return yield(nil, failed(in.name, 0, errors.Join(err, r.Close())))
	}
	head, _ := b.Peek(headBytes) // what is wrong is met by who reads on
	read := in.reader(head, deepest)
	if read == nil {
		return yield(in.opened(b, r), nil)
	}
	defer r.Close() // nothing was written
	file, done, err := onDisk(b, r, b != packed, !bytes.HasPrefix(head, []byte(plaintext.ZipMagic)))
	if err != nil {
		return yield(nil, failed(in.name, 0, err))
	}
	defer done()
	return read(file, yield)
}

// headBytes is how much of a file it is known by.
const headBytes = 4096

// reader returns what yields the tables of a file that begins like this and must
// lie on disk; nil if it is text.
func (in *input) reader(head []byte, deepest int) func(*os.File, func(*input, error) bool) bool {
	for _, s := range in.options.Stores {
		if s.reads(in.name, head) {
			return func(file *os.File, yield func(*input, error) bool) bool {
				return in.storedTables(s, file.Name(), yield)
			}
		}
	}
	if bytes.HasPrefix(head, []byte(plaintext.ZipMagic)) {
		return func(file *os.File, yield func(*input, error) bool) bool { return in.unzip(file, deepest, yield) }
	}
	return nil
}

// opened returns the input, whose first opening is done.
func (in *input) opened(b *bufio.Reader, r io.ReadCloser) *input {
	sub, first := *in, true
	sub.open = func() (io.ReadCloser, error) {
		if !first {
			return in.open()
		}
		first = false
		return struct {
			io.Reader
			io.Closer
		}{b, r}, nil
	}
	return &sub
}

// mostSpooled bounds a file that comes by a pipe and must be read in any order,
// such as a zip file, of which the table of contents stands at its end.
const mostSpooled = 8 << 30

// onDisk returns what is read as a file that can be read in any order: itself if
// it is one, else a temporary copy, which has a name only if it must: SQLite
// opens files by theirs.
func onDisk(b *bufio.Reader, r io.Reader, packed, named bool) (file *os.File, done func(), err error) {
	if f, ok := r.(*os.File); ok {
		info, err := f.Stat()
		regular := err == nil && info.Mode().IsRegular()
		if regular && !packed {
			return f, func() {}, nil
		}
		if regular {
			return copied(xlsx.Limit(b, info.Size()), named)
		}
	}
	return copied(b, named)
}

// copied returns a temporary copy of what is read, with a name or without.
func copied(r io.Reader, named bool) (file *os.File, done func(), err error) {
	begin := scratch.New
	if named {
		begin = scratch.Named
	}
	f, err := begin("", "dateline-input")
	if err != nil {
		return nil, nil, err
	}
	done = func() { f.Close() } // its error is none of the input's
	n, err := io.Copy(f, io.LimitReader(r, mostSpooled))
	if err == nil && n == mostSpooled {
		err = fmt.Errorf("file is longer than %s", plaintext.SizeInWords(int64(mostSpooled)))
	}
	if err != nil {
		done()
		return nil, nil, err
	}
	return f.File, done, nil
}

func (in *input) unzip(file *os.File, deepest int, yield func(*input, error) bool) bool {
	info, err := file.Stat()
	if err != nil {
		return yield(nil, failed(in.name, 0, err))
	}
	z, err := zip.NewReader(file, info.Size())
	if err != nil {
		return yield(nil, failed(in.name, 0, fmt.Errorf("zip file is damaged or cut off: %w", err)))
	}
	book, err := xlsx.Open(z)
	if err == nil {
		more := in.book(book, yield)
		book.Close() // nothing of ours is lost with a temporary file
		return more
	}
	if !errors.Is(err, xlsx.ErrNoWorkbook) {
		return yield(nil, failed(in.name, 0, err))
	}
	open, err := ods.Open(z, xlsx.Limit)
	switch {
	case err == nil:
		return in.spreadsheet(open, yield)
	case !errors.Is(err, ods.ErrNoSpreadsheet):
		return yield(nil, failed(in.name, 0, err))
	case otherDocument(z) != "":
		return yield(nil, failed(in.name, 0, fmt.Errorf("%w: it looks like %s", plaintext.ErrBinary, otherDocument(z))))
	case deepest == 0:
		return yield(nil, failed(in.name, 0, errors.New("zip files are nested too deeply")))
	}
	return in.members(z, deepest, yield)
}

// otherDocument returns what a zip file is that is no bundle of files, or "".
func otherDocument(z *zip.Reader) string {
	for _, f := range z.File {
		switch {
		case f.Name == "content.xml":
			return "an OpenDocument file that is no spreadsheet"
		case strings.HasPrefix(f.Name, "word/"):
			return "a Word document"
		case strings.HasPrefix(f.Name, "ppt/"):
			return "a presentation"
		case strings.HasSuffix(f.Name, ".iwa"), f.Name == "Index.zip":
			return "an Apple Numbers document; export it as .xlsx or CSV"
		}
	}
	return ""
}

// tableEndings are those of files that are tables, whatever they are packed by.
var tableEndings = map[string]bool{
	".csv": true, ".tsv": true, ".tab": true, ".psv": true, ".xlsx": true, ".xlsm": true,
	".json": true, ".ndjson": true, ".jsonl": true, ".geojson": true, ".geojsonl": true, ".geojsons": true, ".zip": true,
	".gpkg": true, ".sqlite": true, ".parquet": true, ".geoparquet": true, ".fgb": true, ".shp": true, ".kml": true, ".kmz": true, ".gpx": true, ".gml": true, ".ics": true, ".ods": true,
}

var packedEndings = map[string]bool{".gz": true, ".zst": true, ".bz2": true}

// IsTable reports whether a file looks like a table by the ending of its name.
func IsTable(name string) bool { return tableEndings[ending(name)] }

// ending returns the ending of a file's name in lower case, without that of what
// it is packed by.
func ending(name string) string {
	name = strings.ToLower(name)
	if e := filepath.Ext(name); packedEndings[e] {
		name = strings.TrimSuffix(name, e)
	}
	return filepath.Ext(name)
}

// members yields the tables of a zip file. Notes beside them are told.
func (in *input) members(z *zip.Reader, deepest int, yield func(*input, error) bool) bool {
	files := contents(z)
	isTable := IsTable
	if !anyTable(files) {
		isTable = func(name string) bool { return ending(name) == ".txt" } // at least as some export them
	}
	found := 0
	for _, f := range files {
		name := in.name + "/" + f.Name
		elsewhere := in.options.Documents != nil && in.options.Documents(f.Name)
		if elsewhere && IsTable(f.Name) {
			continue
		}
		if !isTable(f.Name) {
			if !elsewhere && !in.isPart(f, files) && !yield(nil, told(name, "no table by its name; left out")) {
				return false
			}
			continue
		}
		found++
		sub := &input{name: name, document: in.base() + "/" + f.Name, again: true, among: len(files) > 1, options: in.options}
		sub.open = func() (io.ReadCloser, error) { return openMember(f) }
		sub.beside = func(ending string) (io.ReadCloser, error) { return openBeside(f, ending, files) }
		if !sub.tablesWithin(deepest-1, yield) {
			return false
		}
	}
	if found == 0 {
		return yield(nil, failed(in.name, 0, errors.New("the zip file holds no table")))
	}
	return true
}

// contents returns the files of a zip file that people put there.
func contents(z *zip.Reader) (files []*zip.File) {
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, "/") && !strings.HasPrefix(f.Name, "__MACOSX/") && !strings.HasPrefix(path.Base(f.Name), ".") {
			files = append(files, f)
		}
	}
	return files
}

func anyTable(files []*zip.File) bool {
	for _, f := range files {
		if IsTable(f.Name) {
			return true
		}
	}
	return false
}

// encrypted is the flag of a member that takes a password.
const encrypted = 1

func openMember(f *zip.File) (io.ReadCloser, error) {
	if f.Flags&encrypted != 0 {
		return nil, errors.New("it is protected by a password; unpack it first")
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{xlsx.Limit(r, int64(f.CompressedSize64)), r}, nil
}
