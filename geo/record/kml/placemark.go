package kml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"strings"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/internal/markup"
)

// The columns that any document may have, as its elements are called.
const (
	folder      = "folder"
	name        = "name"
	description = "description"
	address     = "address"
	when        = "when"
	begin       = "begin"
	end         = "end"
)

// ordinary are they in their order.
var ordinary = []string{folder, name, when, begin, end, address, description}

// placemark is a placemark as it is written.
type placemark struct {
	values []value
	shape  orb.Geometry
	fault  error // why it has no shape
}

type value struct{ name, text string }

// Bounds on one placemark: a hostile one is of gigabytes.
const (
	mostText   = 16 << 20
	mostValues = mostColumns
	deepest    = 64 // elements within elements
)

var (
	errLong = fmt.Errorf("a placemark has more than %d MiB", mostText>>20)
	errDeep = errors.New("elements are nested too deeply")
)

// placemarks yields the placemarks of the document. Each run reads it anew.
func (doc *document) placemarks() iter.Seq2[*placemark, error] {
	return func(yield func(*placemark, error) bool) {
		r := &reader{xml: markup.Decoder(io.NewSectionReader(doc.file, 0, math.MaxInt64))}
		doc.links = 0
		for {
			p, err := r.next()
			doc.links = r.links
			if err == io.EOF || !yield(p, err) || err != nil {
				return
			}
		}
	}
}

// reader walks through a document.
type reader struct {
	xml     *xml.Decoder
	path    []string // the elements that are open
	folders []string // their names
	links   int
	place   *placemark // nil outside of one
	key     string     // of extended data
	size    int        // of the placemark
}

// next returns the next placemark. The error is io.EOF at the end.
func (r *reader) next() (*placemark, error) {
	for {
		t, err := r.xml.Token()
		if err != nil {
			return nil, r.failure(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := r.start(t); err != nil {
				return nil, err
			}
		case xml.EndElement:
			r.path = r.path[:max(0, len(r.path)-1)]
			switch t.Name.Local {
			case "Folder", "Document":
				r.folders = r.folders[:max(0, len(r.folders)-1)]
			case "Placemark":
				if p := r.place; p != nil {
					r.place = nil
					return p, nil
				}
			}
		}
	}
}

// failure says what is wrong with a document that cannot be read on.
func (r *reader) failure(err error) error {
	if err == io.EOF && len(r.path) == 0 {
		return err
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("the KML document is damaged: %w", err)
}

func (r *reader) start(t xml.StartElement) error {
	if r.path = append(r.path, t.Name.Local); len(r.path) > deepest {
		return errDeep
	}
	if r.place == nil {
		return r.outside(t)
	}
	switch t.Name.Local {
	case "name", "description", "address":
		if r.within("Placemark") {
			return r.text(t.Name.Local)
		}
	case "when":
		return r.text(when)
	case "begin", "end":
		return r.text(t.Name.Local)
	case "Data":
		r.key = attr(t, "name")
	case "value":
		return r.text(r.key)
	case "SimpleData":
		return r.text(attr(t, "name"))
	case "Point", "LineString", "Polygon", "MultiGeometry", "Track", "MultiTrack", "LinearRing":
		return r.geometry(t)
	}
	return nil
}

// outside heeds an element that is in no placemark.
func (r *reader) outside(t xml.StartElement) error {
	switch t.Name.Local {
	case "Placemark":
		r.place, r.size = &placemark{}, 0
		if f := r.folder(); f != "" {
			r.place.values = append(r.place.values, value{folder, f})
		}
	case "Folder", "Document":
		r.folders = append(r.folders, "")
	case "NetworkLink":
		r.links++
	case "name":
		if n := len(r.folders); n > 0 && (r.within("Folder") || r.within("Document")) {
			s, err := r.content()
			r.folders[n-1] = s
			return err
		}
	}
	return nil
}

// folder returns the name of the innermost folder that has one; that of the whole
// document says nothing of a placemark.
func (r *reader) folder() string {
	for i := len(r.folders) - 1; i > 0; i-- {
		if r.folders[i] != "" {
			return r.folders[i]
		}
	}
	return ""
}

// within reports whether the element at hand stands right in another.
func (r *reader) within(element string) bool {
	return len(r.path) > 1 && r.path[len(r.path)-2] == element
}

// text notes the text of the element at hand, the first of a name.
func (r *reader) text(name string) error {
	s, err := r.content()
	if err != nil || s == "" || name == "" {
		return err
	}
	for _, v := range r.place.values {
		if v.name == name {
			return nil
		}
	}
	if len(r.place.values) < mostValues {
		r.place.values = append(r.place.values, value{name, s})
	}
	return nil
}

// content returns the text of the element at hand, which is over then.
func (r *reader) content() (string, error) {
	var b bytes.Buffer
	for depth := 1; depth > 0; {
		t, err := r.xml.Token()
		if err != nil {
			return "", r.failure(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > deepest {
				return "", errDeep
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			b.Write(t)
			if r.size += len(t); r.size > mostText {
				return "", errLong
			}
		}
	}
	r.path = r.path[:len(r.path)-1]
	return strings.TrimSpace(b.String()), nil
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// rows makes rows of placemarks.
type rows struct {
	doc  *document
	next func() (*placemark, error, bool)
	stop func()
	n    int
}

func newRows(doc *document) *rows {
	r := &rows{doc: doc}
	r.next, r.stop = iter.Pull2(doc.placemarks())
	return r
}

func (r *rows) Columns() []string { return r.doc.columns }

func (r *rows) Next(row *record.StoredRow) error {
	p, err, ok := r.next()
	switch {
	case !ok:
		return io.EOF
	case err != nil:
		return err
	}
	r.n++
	row.Number, row.Shape, row.Fault = r.n, p.shape, p.fault
	for _, v := range p.values {
		if i, known := r.doc.index[v.name]; known {
			row.SetText(i, v.text)
		}
	}
	return nil
}

func (r *rows) Close() error {
	r.stop()
	return nil
}
