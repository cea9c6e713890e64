// Package ods reads the cells of OpenDocument spreadsheets, as LibreOffice and
// Google write them, row by row, as text: a date cell is an ISO date, a formula
// its value. The source is OpenDocument 1.3, part 3 (OASIS).
//
// Sheets are streamed; all of them lie in one part of the file, which is read up
// to the sheet that is wanted.
//
// # Non-goals
//
//   - Formatting numbers as they are shown: 0.5 is "0.5" also if 50 % is shown.
//   - Formulas, charts, macros: nothing in a spreadsheet is ever executed.
package ods

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Errors of files that are no spreadsheet this package can read.
var (
	// ErrNoSpreadsheet is the error of a zip file that is something else.
	ErrNoSpreadsheet = errors.New("not an OpenDocument spreadsheet")
	errEncrypted     = errors.New("the spreadsheet is protected by a password; open it and save it without one")
	errSheets        = fmt.Errorf("the spreadsheet has more than %d sheets", mostSheets)
)

// Book is a spreadsheet.
type Book struct {
	// Sheets are the sheets in their order.
	Sheets []*Sheet

	content *zip.File
	limit   Limit
}

// Limit returns a reader of what is unpacked from so many bytes, which ends in an
// error beyond all measure.
type Limit func(r io.Reader, packed int64) io.Reader

// Sheet is a sheet of a spreadsheet.
type Sheet struct {
	Name   string
	Hidden bool

	book  *Book
	index int
}

const (
	contentPart  = "content.xml"
	manifestPart = "META-INF/manifest.xml"
	typePart     = "mimetype"
	sheetType    = "application/vnd.oasis.opendocument.spreadsheet"
	mostSheets   = 1000
	mostManifest = 1 << 20
)

// Open reads what a spreadsheet says of its sheets.
func Open(z *zip.Reader, limit Limit) (*Book, error) {
	b := &Book{limit: limit}
	kind := ""
	for _, f := range z.File {
		switch f.Name {
		case contentPart:
			b.content = f
		case typePart:
			kind = start(f)
		}
	}
	if b.content == nil || !strings.HasPrefix(kind, sheetType) {
		return nil, ErrNoSpreadsheet
	}
	for _, f := range z.File {
		if f.Name == manifestPart && strings.Contains(start(f), "encryption-data") {
			return nil, errEncrypted
		}
	}
	return b, b.list()
}

// start returns how a part begins; empty if it cannot be read.
func start(f *zip.File) string {
	r, err := f.Open()
	if err != nil {
		return ""
	}
	defer r.Close() // nothing was written
	text, _ := io.ReadAll(io.LimitReader(r, mostManifest))
	return string(text)
}

// xml opens the content.
func (b *Book) xml() (*xml.Decoder, io.Closer, error) {
	r, err := b.content.Open()
	if err != nil {
		return nil, nil, err
	}
	d := xml.NewDecoder(b.limit(r, int64(b.content.CompressedSize64)))
	return d, r, nil
}

// list finds the sheets, and which of them are hidden by their styles.
func (b *Book) list() error {
	d, closer, err := b.xml()
	if err != nil {
		return err
	}
	defer closer.Close() // nothing was written
	hidden := map[string]bool{}
	style, depth := "", 0
	for {
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return damaged(err)
		}
		switch t := t.(type) {
		case xml.EndElement:
			if t.Name.Local == "table" {
				depth--
			}
		case xml.StartElement:
			switch t.Name.Local {
			case "style":
				style = attr(t, "name")
			case "table-properties":
				hidden[style] = hidden[style] || attr(t, "display") == "false"
			case "table":
				if depth++; depth > 1 {
					continue // a table inside of a cell's comment
				}
				if len(b.Sheets) == mostSheets {
					return errSheets
				}
				b.Sheets = append(b.Sheets, &Sheet{Name: attr(t, "name"), Hidden: hidden[attr(t, "style-name")], book: b, index: len(b.Sheets)})
			}
		}
	}
}

func damaged(err error) error {
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("the spreadsheet is damaged: %w", err)
}

// attr returns the attribute of a local name, or "".
func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
