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
	"fmt"
	"io"
	"iter"
	"os"
	"slices"

	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/internal/markup"
)

// Store returns what reads KML.
func Store() record.Store { return record.Store{Begins: begins, Open: open} }

// begins reports whether a document begins as KML does.
func begins(head []byte) bool { return markup.Root(head) == "kml" }

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
	links   int // to other documents
}

// survey reads the document once for the names of its columns: those of every
// document that are used, and then those of extended data in their order.
func (doc *document) survey() {
	used := markup.Columns(doc.described())
	for _, name := range ordinary {
		if slices.Contains(used, name) {
			doc.columns = append(doc.columns, name)
		}
	}
	for _, name := range used {
		if !slices.Contains(ordinary, name) {
			doc.columns = append(doc.columns, name)
		}
	}
}

// described yields the placemarks with what their descriptions say under names as values of
// their own.
func (doc *document) described() iter.Seq2[*markup.Item, error] {
	return markup.Spread(description, doc.placemarks())
}

func (doc *document) notices() []string {
	if doc.links == 0 {
		return nil
	}
	return []string{fmt.Sprintf("the document links to %d others, which are not read", doc.links)}
}

func (doc *document) rows() (record.StoredRows, error) {
	return markup.Rows(doc.columns, doc.described()), nil
}
