// Package gml reads the features of GML documents, as record.Store wants them: what
// web feature services answer and GDAL writes. The sources are OGC 07-036r1 (GML
// 3.2.1), OGC 06-049r1 (its simple features) and OGC 02-069 (GML 2).
//
// A feature is a row: what its elements say, those inside others with both names, as
// "place.name". Its geometry is the row's own.
//
// # Non-goals
//
//   - What is elsewhere: a geometry that is only linked to.
//   - Arcs and other curves that are not lines; coverages.
package gml

import (
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/internal/markup"
)

// Store returns what reads GML.
func Store() record.Store { return record.Store{Begins: begins, Open: open} }

// begins reports whether a document begins as a collection of features does.
func begins(head []byte) bool { return markup.Root(head) == "FeatureCollection" }

func open(path string) (record.Stored, error) { return markup.Open(path, record.GML, features) }

// members are the elements around features.
var members = map[string]bool{"member": true, "featureMember": true, "featureMembers": true}

// features yields the features of a document.
func features(file io.ReaderAt) iter.Seq2[*markup.Item, error] {
	return func(yield func(*markup.Item, error) bool) {
		system := "" // of what does not name its own
		doc := &markup.Document{Kind: "GML", Most: mostText, Long: errLong}
		doc.Item = func(d *xml.Decoder, start xml.StartElement, outer []string) (*markup.Item, error) {
			if s := markup.Attribute(start.Attr, "srsName"); s != "" {
				system = s // of the bounds of all, before the features
			}
			if len(outer) == 0 || !members[outer[len(outer)-1]] || start.Name.Local == "FeatureCollection" {
				return nil, nil
			}
			return feature(d, start, system)
		}
		doc.Items(file)(yield)
	}
}

// mostText bounds one feature: a hostile one is of gigabytes.
const mostText = 16 << 20

var errLong = fmt.Errorf("a feature has more than %d MiB", mostText>>20)

// element is one inside a feature.
type element struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Inside  []element  `xml:",any"`
}

// feature reads the feature that an element begins. System is the reference system of
// what does not name its own.
func feature(d *xml.Decoder, start xml.StartElement, system string) (*markup.Item, error) {
	var f element
	if err := d.DecodeElement(&f, &start); err != nil {
		return nil, err
	}
	it := &markup.Item{}
	for _, name := range []string{"id", "fid"} {
		if id := markup.Attribute(f.Attrs, name); id != "" {
			it.Values = append(it.Values, markup.Value{Name: "gml_id", Text: id})
			break
		}
	}
	for i := range f.Inside {
		f.Inside[i].into(it, "", system)
	}
	return it, nil
}

// into adds what an element says: its geometry, its text, and what stands inside it.
func (e *element) into(it *markup.Item, before, system string) {
	name := before + e.XMLName.Local
	if e.XMLName.Local == "boundedBy" {
		return
	}
	if len(e.Inside) == 1 && shapes[e.Inside[0].XMLName.Local] {
		if it.Shape == nil {
			it.Shape, it.Fault = e.Inside[0].shape(system)
		}
		return
	}
	if text := strings.TrimSpace(e.Text); text != "" && !it.Has(name) {
		it.Values = append(it.Values, markup.Value{Name: name, Text: text})
	}
	for i := range e.Inside {
		e.Inside[i].into(it, name+".", system)
	}
}
