// Package input finds the files that a command's arguments name, each once, and what
// is in them: stories or records. It opens what comes by a pipe, and knows all formats
// of tables and documents that are read.
package input

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/georss"
	"github.com/dateline-map/dateline/geo/record/xmltable"
	"github.com/dateline-map/dateline/output/layers"
)

// ManifestName is the table that says of the stories beside it what they do not.
const ManifestName = "manifest.csv"

// Standard input is named as everywhere.
const Stdin = "-"

// Find returns the files that the arguments name, in their order, and what
// is wrong with the arguments. Folders are searched, their files in order of
// name. A file named twice is read once. What of a folder is among the outputs of
// the run was written by the last one, and is not read.
func Find(args []string, outputs ...string) (files []File, problems []error) {
	found := finder{outputs: outputs}
	for _, arg := range args {
		found.add(arg)
	}
	return found.files, found.problems
}

// finder finds the inputs of a run.
type finder struct {
	files    []File
	problems []error
	outputs  []string
	met      int // stories and tables, the same one again included
	looker   looker
	twins    twins
}

// refuse tells of what cannot be read, although it was named or found.
func (f *finder) refuse(path string, err error) {
	f.problems = append(f.problems, &geo.Problem{File: path, Err: voice.Cause(err), Refused: true})
}

// errAddress refuses what would have to be fetched.
var errAddress = errors.New("an address on the web: dateline asks nothing of the network; save it to a file, or pipe it in: curl ADDRESS | dateline map -")

// passOver tells of what need not be read.
func (f *finder) passOver(path string, why error) {
	f.problems = append(f.problems, &geo.Problem{File: path, Err: why})
}

func (f *finder) add(arg string) {
	if arg == Stdin {
		f.files = append(f.files, File{Path: arg, Once: true})
		return
	}
	info, err := os.Stat(arg)
	if matches := glob(arg); err != nil && len(matches) > 0 {
		for _, m := range matches {
			f.add(m)
		}
		return
	}
	switch {
	case err != nil && (strings.HasPrefix(arg, "http://") || strings.HasPrefix(arg, "https://")):
		f.refuse(arg, errAddress)
	case err != nil:
		f.refuse(arg, err)
	case info.IsDir():
		f.folder(arg)
	default:
		f.file(candidate{path: arg, info: info, named: true})
	}
}

func (f *finder) folder(dir string) {
	before := f.met
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			f.refuse(path, err)
		case d.IsDir() && path != dir && strings.HasPrefix(d.Name(), "."):
			return filepath.SkipDir
		case f.isOutput(path, d):
			if d.IsDir() {
				return filepath.SkipDir
			}
		case d.IsDir():
			if path != dir && layers.IsRun(path, voice.Program) {
				f.passOver(path, errors.New("the layers of an earlier run are not read; name the folder to have them read"))
				return filepath.SkipDir
			}
		case hasInputName(path):
			f.found(path, d)
		case saveAs[ext(path)] != "":
			f.passOver(path, errors.New(saveAs[ext(path)]))
		case d.Type()&fs.ModeSymlink != 0:
			f.foundLink(path, dir)
		}
		return nil
	})
	if err != nil {
		f.refuse(dir, err)
	}
	if f.met == before {
		f.refuse(dir, errors.New("no story or table in this folder"))
	}
}

// isOutput reports whether the run writes what was found in a folder. The names
// are compared first, for a look at each of a hundred thousand files takes long.
func (f *finder) isOutput(path string, d fs.DirEntry) bool {
	return slices.ContainsFunc(f.outputs, func(out string) bool {
		return filepath.Base(out) == d.Name() && IsSameFile(out, path)
	})
}

// found adds a file that was found in a folder. Links to files are followed; those
// to folders are not, for they may lead back; what would have to be waited for,
// such as a pipe, is left to who names it.
func (f *finder) found(path string, d fs.DirEntry) {
	link := d.Type()&fs.ModeSymlink != 0
	stat := d.Info
	if link {
		stat = func() (fs.FileInfo, error) { return os.Stat(path) }
	}
	info, err := stat()
	switch {
	case err != nil && link:
		f.refuse(path, fmt.Errorf("the link leads nowhere: %w", voice.Cause(err)))
	case err != nil:
		f.refuse(path, err)
	case info.IsDir():
		f.passOver(path, errFolderLink)
	case !info.Mode().IsRegular():
		f.passOver(path, errors.New("not a file; name it to have it read"))
	default:
		f.file(candidate{path: path, info: info, listed: !link})
	}
}

var errFolderLink = errors.New("a link to a folder is not followed; name it to have it read")

// foundLink tells of a link in a folder under a name that no input has, if it leads
// to a folder elsewhere: inside, what it leads to is found anyway.
func (f *finder) foundLink(path, dir string) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return
	}
	way, err := filepath.Rel(realPath(dir), realPath(path))
	if err != nil || !filepath.IsLocal(way) {
		f.passOver(path, errFolderLink)
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
	if name := filepath.Base(path); name == ManifestName || strings.HasPrefix(name, ".") {
		return false
	}
	switch ext(path) {
	case ".xml", ".rdf", ".rss", ".atom", ".html", ".htm", ".xhtml", ".shtml",
		".docx", ".docm", ".odt", ".rtf", ".doc", ".eml":
		return true
	}
	return record.IsTable(path) || document.IsFile(path) || document.IsArchive(path)
}

// saveAs says what to do with files found in a folder that may well hold stories or tables,
// in formats that are not read. Of pictures, programs and the like nothing is said.
var saveAs = map[string]string{
	".doc":     "an old Word document is not read; save it as .docx",
	".xls":     "an old Excel workbook is not read; save it as .xlsx",
	".xlsb":    "a binary workbook is not read; save it as .xlsx",
	".pdf":     "a PDF is not read; give its text as .txt (pdftotext makes it), or its tables as .csv",
	".msg":     "an Outlook message is not read; save it as .eml",
	".numbers": "a Numbers document is not read; export it as .xlsx",
	".pages":   "a Pages document is not read; export it as .docx",
	".mdb":     "an Access database is not read; export its tables as .xlsx or .csv",
	".accdb":   "an Access database is not read; export its tables as .xlsx or .csv",
	".feather": "a Feather file is not read; write it as Parquet",
	".rar":     "a RAR file is not read; unpack it first",
	".7z":      "a 7-Zip file is not read; unpack it first",
	".xz":      "an xz file is not read; unpack it first, or pack it with zstd",
	".tar":     "a tar archive without stories is not read; unpack it first, or pack it as .zip",
	".sql":     "a database's dump is not read; export its table as CSV, or give the database as .sqlite",
}

// misread says what to do with files that are text and would be taken for tables if they
// are named. In a folder they are somebody's settings, and are passed over.
var misread = map[string]string{
	".sql":  saveAs[".sql"],
	".yaml": "YAML is not read; write the records as JSON",
	".yml":  "YAML is not read; write the records as JSON",
	".toml": "TOML is not read; write the records as JSON",
}

// candidate is a file that may be an input.
type candidate struct {
	path   string
	info   fs.FileInfo
	named  bool // by the user
	listed bool // by its folder, under this name, and no link
}

// file adds a file, unless it is one of those before. XML may be a feed, or none
// of ours; then it is passed over unless it was named.
func (f *finder) file(c candidate) {
	in := File{Path: c.path, found: stampOfFile(c.info), Once: !c.info.Mode().IsRegular()}
	var l look // whoever looks into what comes once takes from it
	if !in.Once {
		l = f.looker.at(c.path)
	}
	xml := ext(c.path) == ".xml" || ext(c.path) == ".rdf"
	if xml && !c.named && !l.formatted && !record.IsTable(c.path) {
		return
	}
	if ext(c.path) == ".doc" && !c.named && !l.formatted { // Rich Text is often called so
		f.passOver(c.path, errors.New(saveAs[".doc"]))
		return
	}
	if why := misread[ext(c.path)]; c.named && why != "" {
		f.refuse(c.path, errors.New(why))
		return
	}
	f.met++
	if twice := f.twins.of(c, &l); twice != nil {
		f.passOver(c.path, twice)
		return
	}
	if !in.Once && document.IsArchive(c.path) {
		f.archive(c, in)
		return
	}
	in.Stories = !in.Once && l.holdsStories()
	in.mayList = in.Stories && l.mayList()
	in.mayTell = !in.Once && (!in.Stories || l.foreign) && l.mayTellStories(c.info.Size())
	if xml && l.isSitemap() {
		f.refuse(c.path, errors.New("a sitemap lists the addresses of pages, and not what they say; save the pages"))
		return
	}
	if xml && !in.Once && !in.Stories && !georss.Positioned(c.path) && !xmltable.Holds(c.path) {
		f.refuse(c.path, errors.New("XML that is no feed and has no records that repeat; give them as CSV, JSON or GeoJSON"))
		return
	}
	f.files = append(f.files, in)
}

func ext(name string) string {
	name = strings.ToLower(name)
	return filepath.Ext(strings.TrimSuffix(name, ".gz"))
}
