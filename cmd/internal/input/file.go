package input

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record"
)

// File is a file to be read, as it was found. There may be a hundred thousand
// of them, so it holds no more of a file than is asked for later.
type File struct {
	Path  string
	found stamp         // of a file
	Pipe  *bufio.Reader // of what comes once; nil until it is looked at

	Stories bool // documents rather than records
	AsRows  bool // the documents are rows of a table
	mayTell bool // as a file of records, it is worth a look for stories
	mayList bool // as a document, it is worth a look for records
	Once    bool // it can be read only once: standard input, or a pipe that has a name
}

// Kind says what a file holds, for reports.
func (in *File) Kind() string {
	if in.Stories {
		return "stories"
	}
	return "records"
}

// LookInside finds out what the beginning of a file leaves open: whether a page lists
// records, and whether the rows of a table are stories.
func (in *File) LookInside(o record.Options) {
	if in.ListsRecords(o) {
		in.Stories = false
	}
	if in.mayTell && rowsTellStories(in.Path, o) {
		in.Stories, in.AsRows = true, true
	}
}

// ListsRecords reports whether the file is a page that is a list of records.
func (in *File) ListsRecords(o record.Options) bool {
	return in.mayList && pageListsRecords(in.Path, o)
}

// stamp is what tells whether a file has changed. That of what is no file is zero.
type stamp struct {
	bytes   int64
	changed int64 // in nanoseconds, of whatever the system counts from
	file    bool
}

func stampOfFile(info fs.FileInfo) stamp {
	if !info.Mode().IsRegular() {
		return stamp{}
	}
	return stamp{info.Size(), info.ModTime().UnixNano(), true}
}

// Gone reports whether a file is not there any more.
func (in *File) Gone() bool {
	if !in.found.file {
		return false
	}
	_, err := os.Stat(in.Path)
	return err != nil
}

// Unlike returns the problem of an input that is not any more as it was found,
// nil if it is: what was read of it may be a part, and the sum in the report is
// of another content.
func (in *File) Unlike() *geo.Problem {
	if !in.found.file {
		return nil
	}
	info, err := os.Stat(in.Path)
	if err != nil {
		return &geo.Problem{File: in.Path, Err: errors.New("the file was removed while it was read")}
	}
	switch now := stampOfFile(info); {
	case now.bytes < in.found.bytes:
		return &geo.Problem{File: in.Path, Refused: true, Err: fmt.Errorf("the file had %d bytes when the run began, and has %d now; what it has lost was not read", in.found.bytes, now.bytes)}
	case now.bytes != in.found.bytes:
		return &geo.Problem{File: in.Path, Err: fmt.Errorf("the file had %d bytes when the run began, and has %d now; what was read may be a part", in.found.bytes, now.bytes)}
	case now != in.found:
		return &geo.Problem{File: in.Path, Err: errors.New("the file was changed while it was read")}
	}
	return nil
}

// Size returns the size of a regular file, 0 for one that is not there,
// and -1 for something else.
func Size(path string) int64 {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return 0
	case !info.Mode().IsRegular():
		return -1
	}
	return info.Size()
}

// Refused reports whether an error means that something was not read, rather
// than told.
func Refused(err error) bool {
	var p *geo.Problem
	return !errors.As(err, &p) || p.Refused
}
