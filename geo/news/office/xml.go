package office

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// vocabulary says what the elements of a format do to a text, by their local names.
type vocabulary struct {
	body      string          // the element that holds the text; what stands before is none
	space     string          // a part of the body's namespace
	skip      map[string]bool // elements that hold no text of the document
	skipSpace string          // likewise, a part of the namespace of such
	own       map[string]bool // elements whose own characters are text; nil if those of all are
	paragraph map[string]bool
	cell, row string
	breaks    map[string]string // empty elements that stand for characters
}

// set returns the set of some words.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// word is WordprocessingML. What an older program is to show instead of something
// (Fallback) says it twice.
var word = vocabulary{
	body: "body", space: "wordprocessingml",
	skip: set("moveFrom del Fallback"), own: set("t"), paragraph: set("p"), cell: "tc", row: "tr",
	breaks: map[string]string{"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
}

// openText is the text of OpenDocument.
var openText = vocabulary{
	body: "text", space: ":office:",
	skip: set("tracked-changes note annotation object forms"), skipSpace: ":svg-", paragraph: set("p h"), cell: "table-cell", row: "table-row",
	breaks: map[string]string{"tab": " ", "s": " ", "line-break": "\n"},
}

// deepest is how deep elements may lie in each other.
const deepest = 2000

// text returns the text of a document.
func (v *vocabulary) text(r io.Reader) (string, error) {
	f, err := v.read(r)
	if err != nil {
		return "", err
	}
	return f.String(), nil
}

// read reads a document. One that ends in the middle is refused: half a story
// says other things than the whole.
func (v *vocabulary) read(r io.Reader) (*flow, error) {
	d := xml.NewDecoder(r)
	f := &flow{}
	var open []string
	inside := false
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return f, nil
		}
		if err != nil {
			return nil, fmt.Errorf("damaged: %w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			name := t.Name.Local
			if inside && v.skips(t.Name) {
				if err := d.Skip(); err != nil {
					return nil, fmt.Errorf("damaged: %w", err)
				}
				continue
			}
			if len(open) == deepest {
				return nil, fmt.Errorf("more than %d elements inside each other", deepest)
			}
			open = append(open, name)
			if !inside {
				inside = name == v.body && strings.Contains(t.Name.Space, v.space)
				continue
			}
			v.begin(f, name)
		case xml.EndElement:
			open = open[:len(open)-1]
			if inside {
				v.end(f, t.Name.Local)
			}
		case xml.CharData:
			if inside && v.isText(open) {
				f.text(string(t))
			}
		}
	}
}

// isText reports whether characters in elements that are open are text.
func (v *vocabulary) isText(open []string) bool {
	return v.own == nil || len(open) > 0 && v.own[open[len(open)-1]]
}

func (v *vocabulary) skips(n xml.Name) bool {
	return v.skip[n.Local] || v.skipSpace != "" && strings.Contains(n.Space, v.skipSpace)
}

func (v *vocabulary) begin(f *flow, name string) {
	if name == v.row {
		f.beginRow()
	}
	f.text(v.breaks[name])
}

func (v *vocabulary) end(f *flow, name string) {
	switch {
	case v.paragraph[name]:
		f.paragraph()
	case name == v.cell:
		f.endCell()
	case name == v.row:
		f.endRow()
	}
}
