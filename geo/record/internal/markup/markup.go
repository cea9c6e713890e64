// Package markup reads XML as people write it, and makes rows of its records.
package markup

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"

	"golang.org/x/text/encoding/htmlindex"
)

// Decoder returns a decoder that knows the names of HTML for characters, and any
// encoding that browsers know.
func Decoder(r io.Reader) *xml.Decoder {
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

// Root returns the name of the element that a document begins with, of which head
// is the beginning; empty if it does not begin as XML does.
func Root(head []byte) string {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	d := Decoder(bytes.NewReader(head))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // that it is not known is told later
	for {
		t, err := d.RawToken()
		if err != nil {
			return ""
		}
		switch t := t.(type) {
		case xml.StartElement:
			return t.Name.Local
		case xml.CharData:
			if len(bytes.TrimSpace(t)) > 0 {
				return ""
			}
		}
	}
}
