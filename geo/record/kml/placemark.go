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

// Bounds on one placemark: a hostile one is of gigabytes.
const (
	mostText   = 16 << 20
	mostValues = markup.MostColumns
	deepest    = 64 // elements within elements
)

var (
	errLong = fmt.Errorf("a placemark has more than %d MiB", mostText>>20)
	errDeep = errors.New("elements are nested too deeply")
)

// placemarks yields the placemarks of the document. Each run reads it anew.
func (doc *document) placemarks() iter.Seq2[*markup.Item, error] {
	return func(yield func(*markup.Item, error) bool) {
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
	place   *markup.Item // nil outside of one
	key     string       // of extended data
	size    int          // of the placemark
}

// next returns the next placemark. The error is io.EOF at the end.
func (r *reader) next() (*markup.Item, error) {
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
		r.key = markup.Attribute(t.Attr, "name")
	case "value":
		return r.text(r.key)
	case "SimpleData":
		return r.text(markup.Attribute(t.Attr, "name"))
	case "Point", "LineString", "Polygon", "MultiGeometry", "Track", "MultiTrack", "LinearRing":
		return r.geometry(t)
	}
	return nil
}

// outside heeds an element that is in no placemark.
func (r *reader) outside(t xml.StartElement) error {
	switch t.Name.Local {
	case "Placemark":
		r.place, r.size = &markup.Item{}, 0
		if f := r.folder(); f != "" {
			r.place.Values = append(r.place.Values, markup.Value{Name: folder, Text: f})
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
	if !r.place.Has(name) && len(r.place.Values) < mostValues {
		r.place.Values = append(r.place.Values, markup.Value{Name: name, Text: s})
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
