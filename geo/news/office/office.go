// Package office reads the stories of word processors' files: Word (.docx), OpenDocument (.odt)
// and Rich Text (.rtf), the last also as archives of newspapers export them.
//
// A file's text is read as a plain text file of the same paragraphs would be: one story or
// several, with a head of named lines or without. A row of a table is one paragraph, its cells
// between bars.
//
// # Non-goals
//
//   - What stands beside the text: headers and footers, notes, comments, pictures, and what was
//     deleted while changes were tracked.
//   - When the file was made: that is not when its story was published.
//   - Word's old binary files (.doc).
package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
)

// Formats returns the formats that this package reads, for [document.Library].
func Formats() []document.Format { return []document.Format{Word{}, OpenText{}, RichText{}} }

// Word reads the files of Word since 2007 (ECMA-376, WordprocessingML).
type Word struct{}

// Holds implements [document.Format]: .docx, .docm and their templates.
func (Word) Holds(name string, head []byte) bool {
	switch ending(name) {
	case ".docx", ".docm", ".dotx", ".dotm":
		return isZip(head)
	}
	return false
}

// Documents implements [document.Format].
func (Word) Documents(data []byte) ([]document.Document, []*geo.Problem) {
	return documents(fromZip(data, "word/document.xml", mostUnpacked, word.text))
}

// OpenText reads the text documents of OpenDocument 1.x, as LibreOffice and Google write them.
type OpenText struct{}

// Holds implements [document.Format]: .odt and .ott.
func (OpenText) Holds(name string, head []byte) bool {
	e := ending(name)
	return (e == ".odt" || e == ".ott") && isZip(head)
}

// Documents implements [document.Format].
func (OpenText) Documents(data []byte) ([]document.Document, []*geo.Problem) {
	return documents(fromZip(data, "content.xml", mostUnpacked, openText.text))
}

// RichText reads Rich Text Format (specification 1.9.1).
type RichText struct{}

// Holds implements [document.Format]: whatever begins as Rich Text does.
func (RichText) Holds(_ string, head []byte) bool { return bytes.HasPrefix(head, []byte(`{\rtf`)) }

// Documents implements [document.Format].
func (RichText) Documents(data []byte) ([]document.Document, []*geo.Problem) {
	return documents(readRichText(data), nil)
}

func documents(text string, err error) ([]document.Document, []*geo.Problem) {
	if err != nil {
		return nil, []*geo.Problem{{Refused: true, Err: err}}
	}
	return document.ParseText(text)
}

// mostUnpacked is how long the XML of a text may be, in bytes: ten times the longest reports.
const mostUnpacked = 64 << 20

var errEncrypted = errors.New("the file has a password, or is damaged; save it without one")

// fromZip returns what read finds in a member of a zip file, of less than so many bytes.
func fromZip[T any](data []byte, member string, limit int64, read func(io.Reader) (T, error)) (found T, err error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return found, fmt.Errorf("damaged or cut off: %w", err)
	}
	f, err := z.Open(member)
	if err != nil {
		return found, errEncrypted
	}
	defer f.Close()
	r := &io.LimitedReader{R: f, N: limit}
	if found, err = read(r); r.N <= 0 {
		var none T
		return none, fmt.Errorf("its text unpacks to %d bytes or more", limit)
	}
	return found, err
}

// Tables returns the tables of a file of Word or OpenDocument, and how many bytes it says
// around them; none of any other.
func Tables(name string, data []byte) (tables []document.Table, around int, err error) {
	var f *flow
	switch {
	case Word{}.Holds(name, data):
		f, err = fromZip(data, "word/document.xml", mostUnpacked, word.read)
	case OpenText{}.Holds(name, data):
		f, err = fromZip(data, "content.xml", mostUnpacked, openText.read)
	}
	if f == nil || err != nil {
		return nil, 0, err
	}
	return f.tables, len(f.String()) - f.inTables, nil
}

func isZip(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// ending returns the ending of a file's name in small letters.
func ending(name string) string { return strings.ToLower(filepath.Ext(name)) }
