package cli

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news"
	"github.com/dateline-map/dateline/geo/news/web"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/georss"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output/layers"
)

// input is a file to be read, and what has been read of it.
type input struct {
	path    string
	stories bool          // documents rather than records
	found   fs.FileInfo   // as it was when it was found; nil for what is no file
	pipe    *bufio.Reader // of what comes once; nil until it is looked at

	gone            bool // when it was to be read
	documents, rows int  // read so far, the refused included
}

// begin notes whether an input is still there when it is to be read.
func (in *input) begin() {
	_, err := os.Stat(in.path)
	in.gone = in.found != nil && err != nil
}

// unlike returns the problem of an input that is not any more as it was found,
// nil if it is: what was read of it may be a part, and the sum in the report is
// of another content.
func (in *input) unlike() error {
	if in.found == nil {
		return nil
	}
	info, err := os.Stat(in.path)
	switch {
	case in.gone:
		return nil // told when it was to be opened
	case err != nil:
		return &geo.Problem{File: in.path, Err: errors.New("the file was removed while it was read")}
	case info.Size() < in.found.Size():
		return &geo.Problem{File: in.path, Refused: true, Err: fmt.Errorf("the file had %d bytes when the run began, and has %d now; what it has lost was not read", in.found.Size(), info.Size())}
	case info.Size() != in.found.Size():
		return &geo.Problem{File: in.path, Err: fmt.Errorf("the file had %d bytes when the run began, and has %d now; what was read may be a part", in.found.Size(), info.Size())}
	case !info.ModTime().Equal(in.found.ModTime()):
		return &geo.Problem{File: in.path, Err: errors.New("the file was changed while it was read")}
	}
	return nil
}

const (
	storiesKind  = "stories"
	recordsKind  = "records"
	manifestName = "manifest.csv"
)

// Standard input is named as everywhere.
const stdinPath = "-"

// findInputs returns the files that the arguments name, in their order, and what
// is wrong with the arguments. Folders are searched, their files in order of
// name. A file named twice is read once.
func findInputs(args []string) (inputs []*input, problems []error) {
	found := finder{}
	for _, arg := range args {
		found.add(arg)
	}
	return found.inputs, found.problems
}

// errTwice is the problem of an input that is there already.
type errTwice struct{ twin string }

func (e errTwice) Error() string { return fmt.Sprintf("given twice, also as %s; read once", e.twin) }

type finder struct {
	inputs   []*input
	problems []error
	paths    map[string]bool          // made absolute, links followed
	sums     map[int64]map[sum]string // by size
}

// refuse tells of what cannot be read, although it was named or found.
func (f *finder) refuse(path string, err error) {
	f.problems = append(f.problems, &geo.Problem{File: path, Err: cause(err), Refused: true})
}

// passOver tells of what need not be read.
func (f *finder) passOver(path string, why error) {
	f.problems = append(f.problems, &geo.Problem{File: path, Err: why})
}

type sum = [sha256.Size]byte

func (f *finder) add(arg string) {
	if arg == stdinPath {
		f.inputs = append(f.inputs, &input{path: arg})
		return
	}
	info, err := os.Stat(arg)
	if matches := glob(arg); err != nil && len(matches) > 0 {
		for _, m := range matches {
			f.add(m)
		}
		return
	}
	if err != nil {
		f.refuse(arg, err)
		return
	}
	if !info.IsDir() {
		f.file(arg)
		return
	}
	before := len(f.inputs)
	err = filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			f.refuse(path, err)
		case d.IsDir() && path != arg && strings.HasPrefix(d.Name(), "."):
			return filepath.SkipDir
		case !d.IsDir():
			f.found(path, d.Type())
		}
		return nil
	})
	if err != nil {
		f.refuse(arg, err)
	}
	if len(f.inputs) == before {
		f.refuse(arg, errors.New("no story or table in this folder"))
	}
}

// found adds a file that was found in a folder, if it is to be read. Links to
// files are followed; those to folders are not, for they may lead back; what would
// have to be waited for, such as a pipe, is left to who names it.
func (f *finder) found(path string, kind fs.FileMode) {
	if !hasInputName(path) {
		return
	}
	if kind&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			f.refuse(path, fmt.Errorf("the link leads nowhere: %w", cause(err)))
			return
		}
		kind = info.Mode().Type()
	}
	switch {
	case kind.IsDir():
		f.passOver(path, errors.New("a link to a folder is not followed; name it to have it read"))
	case !kind.IsRegular():
		f.passOver(path, errors.New("not a file; name it to have it read"))
	case isInput(path):
		f.file(path)
	}
}

// glob returns the files that a pattern names which no shell has spread, because
// it was quoted or the shell is that of Windows.
func glob(pattern string) []string {
	if !strings.ContainsAny(pattern, "*?[") {
		return nil
	}
	matches, _ := filepath.Glob(pattern) // a bad pattern names no file
	return matches
}

// hasInputName reports whether a file found in a folder may be one to be read.
// A file that the user names is read in any case.
func hasInputName(path string) bool {
	if name := filepath.Base(path); name == manifestName || strings.HasPrefix(name, ".") {
		return false
	}
	switch ext(path) {
	case ".xml", ".rdf", ".rss", ".atom", ".html", ".htm", ".xhtml", ".shtml":
		return true
	}
	return record.IsTable(path) || news.IsDocument(path)
}

// isInput reports whether a file of such a name is to be read: XML may be a feed,
// or none of ours.
func isInput(path string) bool {
	switch ext(path) {
	case ".xml", ".rdf":
		return record.IsTable(path) || newLibrary(when.Interval{}).HoldsFormat(path)
	}
	return true
}

// newLibrary returns a library that reads all kinds of documents. Documents that
// have no date are given the one they were published on.
func newLibrary(published when.Interval) *news.Library {
	return &news.Library{Published: published, Formats: web.Formats()}
}

func ext(name string) string {
	name = strings.ToLower(name)
	return filepath.Ext(strings.TrimSuffix(name, ".gz"))
}

func (f *finder) file(path string) {
	if twin := f.twin(path); twin != "" {
		f.passOver(path, errTwice{twin})
		return
	}
	in := &input{path: path}
	if comesOnce(path) { // whoever looks into it takes from it
		f.inputs = append(f.inputs, in)
		return
	}
	in.stories = holdsStories(path)
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
		in.found = info
	}
	if e := ext(path); !in.stories && (e == ".xml" || e == ".rdf") && !georss.Positioned(path) {
		f.refuse(path, errors.New("XML that is no feed; give the records as CSV, JSON or GeoJSON"))
		return
	}
	f.inputs = append(f.inputs, in)
}

// twin returns an earlier input that is the same file or has the same content.
func (f *finder) twin(path string) string {
	real := path
	if abs, err := filepath.Abs(path); err == nil {
		real = abs
	}
	if target, err := filepath.EvalSymlinks(real); err == nil {
		real = target
	}
	if f.paths == nil {
		f.paths, f.sums = make(map[string]bool), make(map[int64]map[sum]string)
	}
	if f.paths[real] {
		return path
	}
	f.paths[real] = true
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
		return ""
	}
	return f.sameContent(path, info.Size())
}

// sameContent compares sums, of files of the same size only, so that a lone
// large file is not read for it.
func (f *finder) sameContent(path string, size int64) string {
	same, known := f.sums[size]
	if !known {
		f.sums[size] = map[sum]string{{}: path} // not summed yet
		return ""
	}
	if first, unsummed := same[sum{}]; unsummed {
		delete(same, sum{})
		if s, err := sumOf(first); err == nil {
			same[s] = first
		}
	}
	s, err := sumOf(path)
	if err != nil {
		return ""
	}
	if twin := same[s]; twin != "" {
		return twin
	}
	same[s] = path
	return ""
}

func sumOf(path string) (s sum, err error) {
	f, err := os.Open(path)
	if err != nil {
		return s, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return s, err
	}
	h.Sum(s[:0])
	return s, nil
}

// holdsStories reports whether a file holds documents rather than records. Pages
// and feeds show by how they begin, and feeds of records by positions; lines of JSON
// are documents if the first has a text, and no place of its own; plain text is one
// unless it is rows.
func holdsStories(path string) bool {
	switch {
	case newLibrary(when.Interval{}).HoldsFormat(path):
		return !georss.Positioned(path)
	case !news.IsDocument(path):
		return false
	case ext(path) == ".txt":
		return !beginsAsTable(path)
	case ext(path) != ".ndjson" && ext(path) != ".jsonl":
		return true
	}
	line, err := firstLine(path)
	return err == nil && isDocument(line)
}

// beginsAsTable reports whether a file of plain text holds rows, as spreadsheets
// save "text separated by tabs".
func beginsAsTable(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close() // nothing was written
	head := make([]byte, 1<<12)
	n, _ := io.ReadFull(f, head)
	return record.IsDelimited(head[:n])
}

// isDocument reports whether a line of JSON is a document.
func isDocument(line []byte) bool {
	var members map[string]json.RawMessage
	if json.Unmarshal(line, &members) != nil {
		return false
	}
	for key := range members {
		switch strings.ToLower(key) {
		case "place", "location", "lat", "latitude", "geometry", "city", "town":
			return false
		}
	}
	return strings.HasPrefix(string(members["text"]), `"`)
}

// firstLine returns the first line of a file that is not empty, as far as it
// may reasonably go.
func firstLine(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(strings.ToLower(path), ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, err
		}
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		if line := lines.Bytes(); len(strings.TrimSpace(string(line))) > 0 {
			return line, nil
		}
	}
	return nil, errors.Join(lines.Err(), io.EOF)
}

// report says what the inputs were, for the report.
func report(inputs []*input) []layers.Input {
	out := make([]layers.Input, 0, len(inputs))
	for _, in := range inputs {
		l := layers.Input{Path: in.path, Kind: recordsKind, Documents: in.documents, Rows: in.rows}
		if in.stories {
			l.Kind = storiesKind
		}
		if info, err := os.Stat(in.path); err == nil && info.Mode().IsRegular() {
			l.Bytes = info.Size()
			if s, err := sumOf(in.path); err == nil {
				l.SHA256 = hex.EncodeToString(s[:])
			}
		}
		out = append(out, l)
	}
	return out
}

// cause drops the operation and path of a file error, which the message names
// already.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
