// Package kml reads the placemarks of KML documents, as record.Store wants them:
// what Google Earth and My Maps, QGIS, GDAL and Dateline itself write. A KMZ file
// is a zip file with such a document inside.
//
// A placemark is a row: its folder, name, description and address, its times as
// they are written, and its extended data by their names. Its geometry is the
// row's own; of a track it is where it begins. The source is OGC 12-007r2, KML
// 2.3.
//
// # Non-goals
//
//   - What is elsewhere: linked documents, overlays, models.
//   - Styles.
package kml

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"slices"

	"golang.org/x/text/encoding/htmlindex"

	"github.com/dateline-map/dateline/geo/record"
)

// Store returns what reads KML.
func Store() record.Store { return record.Store{Begins: begins, Open: open} }

// begins reports whether a document begins as KML does: with its root, or what
// may stand before that.
func begins(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	d := decoder(bytes.NewReader(head))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // that it is not known is told later
	for {
		t, err := d.RawToken()
		if err != nil {
			return false
		}
		switch t := t.(type) {
		case xml.StartElement:
			return t.Name.Local == "kml"
		case xml.CharData:
			if len(bytes.TrimSpace(t)) > 0 {
				return false
			}
		}
	}
}

// decoder reads XML as people write it: with the names of HTML for characters,
// in any encoding that browsers know.
func decoder(r io.Reader) *xml.Decoder {
	d := xml.NewDecoder(r)
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(name string, r io.Reader) (io.Reader, error) {
		e, err := htmlindex.Get(name)
		if err != nil {
			return nil, fmt.Errorf("the document's encoding %q is not known", name)
		}
		return e.NewDecoder().Reader(r), nil
	}
	return d
}

func open(path string) (s record.Stored, err error) {
	f, err := os.Open(path)
	if err != nil {
		return s, err
	}
	doc := &document{file: f}
	doc.survey()
	t := record.StoredTable{Format: record.KML, Notices: doc.notices(), Rows: doc.rows}
	return record.Stored{Tables: []record.StoredTable{t}, Close: f.Close}, nil
}

// document is a KML document, and which columns its placemarks have.
type document struct {
	file    io.ReaderAt
	columns []string
	index   map[string]int
	links   int // to other documents
}

// mostColumns bounds the names of extended data.
const mostColumns = 2000

// survey reads the document once for the names of its columns: those of every
// document that are used, and then those of extended data in their order.
func (doc *document) survey() {
	used := map[string]bool{}
	var own []string
	for p, err := range doc.placemarks() {
		if err != nil {
			break // it is met again by who reads the rows
		}
		for _, v := range p.values {
			if !used[v.name] && len(used) < mostColumns {
				used[v.name] = true
				own = append(own, v.name)
			}
		}
	}
	for _, name := range ordinary {
		if used[name] {
			doc.columns = append(doc.columns, name)
		}
	}
	for _, name := range own {
		if !slices.Contains(ordinary, name) {
			doc.columns = append(doc.columns, name)
		}
	}
	doc.index = make(map[string]int, len(doc.columns))
	for i, name := range doc.columns {
		doc.index[name] = i
	}
}

func (doc *document) notices() []string {
	if doc.links == 0 {
		return nil
	}
	return []string{fmt.Sprintf("the document links to %d others, which are not read", doc.links)}
}

func (doc *document) rows() (record.StoredRows, error) {
	return newRows(doc), nil
}
