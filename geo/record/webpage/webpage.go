// Package webpage reads the tables of web pages, as record.Store wants them: lists of
// incidents as encyclopedias, agencies and spreadsheets saved as pages have them.
//
// A table is one that has no other inside, at least two columns and two rows below the
// first. Cells that span rows or columns hold for each of them. Tables of a page that
// have the same first row are one. Where its header is, is found as in a sheet.
//
// # Non-goals
//
//   - What else a page says; see package geo/news/web.
//   - Tables that a script makes in the browser.
package webpage

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"github.com/dateline-map/dateline/geo/record"
)

// Store returns what reads such pages.
func Store() record.Store { return record.Store{Begins: begins, Open: open} }

// begins reports whether a file begins as a page does, or as a table that was saved as
// one.
func begins(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	for bytes.HasPrefix(head, []byte("<!--")) || bytes.HasPrefix(head, []byte("<?")) {
		_, after, found := bytes.Cut(head, []byte(">"))
		if !found {
			return false
		}
		head = bytes.TrimLeft(after, " \t\r\n")
	}
	head = bytes.ToLower(head[:min(len(head), 20)])
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body", "<table", "<meta"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return true
		}
	}
	return false
}

// mostPage bounds a page.
const mostPage = 32 << 20

func parsed(path string) (*html.Node, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() // nothing was written
	data, err := io.ReadAll(io.LimitReader(f, mostPage+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) > mostPage:
		return nil, fmt.Errorf("the page has more than %d MiB", mostPage>>20)
	}
	var r io.Reader = bytes.NewReader(data)
	if !utf8.Valid(data) {
		if r, err = charset.NewReader(r, "text/html"); err != nil {
			return nil, err
		}
	}
	doc, err := html.Parse(r)
	if err != nil {
		return nil, fmt.Errorf("the page is damaged: %w", err)
	}
	return doc, nil
}

// errNoTables is of a page without tables of data.
var errNoTables = errors.New("the page has no table of records")

func open(path string) (record.Stored, error) {
	doc, err := parsed(path)
	if err != nil {
		return record.Stored{}, err
	}
	found := tablesOf(doc)
	if len(found) == 0 {
		return record.Stored{}, errNoTables
	}
	s := record.Stored{Close: func() error { return nil }}
	for _, t := range found {
		s.Tables = append(s.Tables, record.PageTable(t.name, t.rows))
	}
	return s, nil
}

// Mostly reports whether a page says more in its tables than around them. What links
// say is not counted: half of many a page is its navigation.
func Mostly(path string) bool {
	doc, err := parsed(path)
	if err != nil {
		return false
	}
	inside := 0
	for _, t := range tablesOf(doc) {
		for _, row := range t.rows {
			for _, cell := range row {
				inside += len(cell)
			}
		}
	}
	return inside > 0 && inside >= aroundTables(doc)
}

// table is a table of a page.
type table struct {
	name string
	rows [][]string
}

// tablesOf returns the tables of a page. Those with the same first row are one, called
// as the page is.
func tablesOf(doc *html.Node) (found []*table) {
	w := walk{}
	w.tables(doc, 0)
	for _, t := range w.found {
		i := slices.IndexFunc(found, func(f *table) bool { return slices.Equal(f.rows[0], t.rows[0]) })
		if i < 0 {
			found = append(found, t)
			continue
		}
		same := 1
		for same < len(t.rows) && same < len(found[i].rows) && slices.Equal(found[i].rows[same], t.rows[same]) {
			same++ // a header of two rows
		}
		found[i].rows = append(found[i].rows, t.rows[same:]...)
		found[i].name = w.title
	}
	if len(found) == 1 && w.title != "" {
		found[0].name = w.title
	}
	return found
}

// The names of tables need not be told apart, but people ask for a sheet by its name.
const longestName = 120

func short(s string) string {
	if len(s) <= longestName {
		return s
	}
	s = s[:longestName]
	for !utf8.ValidString(s) {
		s = s[:len(s)-1]
	}
	return strings.TrimSpace(s)
}
