package input

import (
	"errors"
	"fmt"
	"io"
	gopath "path"
	"strings"

	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/record"
)

// archived is how many documents and tables an archive holds by the names of its files.
type archived struct{ documents, tables int }

// contentsOf looks into an archive. Text that is rows is a table, as in a folder.
func contentsOf(path string) (p archived, err error) {
	err = document.Unpack(path, func(name string, r io.Reader, fault error) bool {
		switch {
		case gopath.Base(name) == ManifestName:
		case record.IsTable(name):
			p.tables++
		case !document.IsPacked(name):
		case ext(name) == ".txt" && fault == nil && p.documents == 0 && beginsWithRows(r):
			p.tables++
		default:
			p.documents++
		}
		return true
	})
	return p, err
}

func beginsWithRows(r io.Reader) bool {
	var head [delimitedHead]byte
	n, _ := io.ReadFull(r, head[:]) // what is shorter is the whole
	return record.IsDelimited(head[:n])
}

// archive adds an archive: its documents as one input, its tables as another.
func (f *finder) archive(c candidate, in File) {
	isZip := strings.HasSuffix(strings.ToLower(c.path), ".zip")
	p, err := contentsOf(c.path)
	switch {
	case p.documents > 0:
		stories := in
		stories.Stories = true
		f.files = append(f.files, stories)
	case err != nil || isZip || c.named: // what is wrong is told by who reads it
		f.files = append(f.files, in)
		return
	}
	switch {
	case p.tables > 0 && isZip:
		f.files = append(f.files, in)
	case p.tables > 0:
		f.passOver(c.path, fmt.Errorf("tables in a tar archive are not read (%d); pack them as .zip", p.tables))
	case p.documents == 0:
		f.passOver(c.path, errors.New(saveAs[".tar"]))
	}
}
