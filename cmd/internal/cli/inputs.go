package cli

import (
	"bufio"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output/layers"
)

// input is a file to be read, and what has been read of it. There may be a
// hundred thousand of them, so it holds no more of a file than is asked for later.
type input struct {
	path  string
	found stamp         // of a file
	pipe  *bufio.Reader // of what comes once; nil until it is looked at

	stories bool // documents rather than records
	asRows  bool // the documents are rows of a table
	mayTell bool // as a file of records, it is worth a look for stories
	mayList bool // as a document, it is worth a look for records
	once    bool // it can be read only once: standard input, or a pipe that has a name
	gone    bool // when it was to be read
	refused bool // as a whole, of stories

	documents, rows int // read so far, the refused included

	adrift adrift
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

// begin notes whether an input is still there when it is to be read.
func (in *input) begin() {
	if in.found.file {
		_, err := os.Stat(in.path)
		in.gone = err != nil
	}
}

// unlike returns the problem of an input that is not any more as it was found,
// nil if it is: what was read of it may be a part, and the sum in the report is
// of another content.
func (in *input) unlike() error {
	if !in.found.file || in.gone {
		return nil // its absence was told when it was to be opened
	}
	info, err := os.Stat(in.path)
	if err != nil {
		return &geo.Problem{File: in.path, Err: errors.New("the file was removed while it was read")}
	}
	switch now := stampOfFile(info); {
	case now.bytes < in.found.bytes:
		return &geo.Problem{File: in.path, Refused: !in.refused, Err: fmt.Errorf("the file had %d bytes when the run began, and has %d now; what it has lost was not read", in.found.bytes, now.bytes)}
	case now.bytes != in.found.bytes:
		return &geo.Problem{File: in.path, Err: fmt.Errorf("the file had %d bytes when the run began, and has %d now; what was read may be a part", in.found.bytes, now.bytes)}
	case now != in.found:
		return &geo.Problem{File: in.path, Err: errors.New("the file was changed while it was read")}
	}
	return nil
}

// report says what the inputs were, for the report.
func report(inputs []*input) []layers.Input {
	var sums summer
	out := make([]layers.Input, 0, len(inputs))
	for _, in := range inputs {
		l := layers.Input{Path: in.path, Kind: recordsKind, Documents: in.documents, Rows: in.rows}
		if in.stories {
			l.Kind = storiesKind
		}
		if info, err := os.Stat(in.path); err == nil && info.Mode().IsRegular() {
			l.Bytes = info.Size()
			if s, err := sums.of(in.path); err == nil {
				l.SHA256 = hex.EncodeToString(s[:])
			}
		}
		out = append(out, l)
	}
	return out
}

const (
	storiesKind = "stories"
	recordsKind = "records"
)

// sizeOfInputs returns the bytes of files; 0 if there is something else, such as
// a pipe, of which nobody knows how much will come.
func sizeOfInputs(inputs []*input) (total int64) {
	for _, in := range inputs {
		size := sizeOfFile(in.path)
		if in.path == stdinPath || size < 0 {
			return 0
		}
		total += size
	}
	return total
}

// sizeOfFile returns the size of a regular file, 0 for one that is not there,
// and -1 for something else.
func sizeOfFile(path string) int64 {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return 0
	case !info.Mode().IsRegular():
		return -1
	}
	return info.Size()
}
