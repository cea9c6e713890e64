package qgis

import (
	"bytes"
	"encoding/xml"
	"strings"
	"unicode/utf8"
)

// element is an element of a document as QGIS writes it: either text or other
// elements inside, never both.
type element struct {
	name     string
	attrs    []string // name, value, name, value …
	text     string
	children []element
}

// el returns an element with the attributes, given as name, value, name, value.
func el(name string, attrs ...string) element { return element{name: name, attrs: attrs} }

// with returns the element with more children.
func (e element) with(children ...element) element {
	e.children = append(e.children[:len(e.children):len(e.children)], children...)
	return e
}

// saying returns an element that holds a text.
func saying(name, text string, attrs ...string) element {
	return element{name: name, attrs: attrs, text: text}
}

// document returns the element as a whole document.
func document(root element) []byte {
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n")
	root.write(&b, "")
	return b.Bytes()
}

func (e element) write(b *bytes.Buffer, indent string) {
	b.WriteString(indent + "<" + e.name)
	for i := 0; i < len(e.attrs); i += 2 {
		b.WriteString(" " + e.attrs[i] + `="`)
		escape(b, e.attrs[i+1])
		b.WriteByte('"')
	}
	switch {
	case len(e.children) > 0:
		b.WriteString(">\n")
		for _, c := range e.children {
			c.write(b, indent+" ")
		}
		b.WriteString(indent + "</" + e.name + ">\n")
	case e.text != "":
		b.WriteByte('>')
		escape(b, e.text)
		b.WriteString("</" + e.name + ">\n")
	default:
		b.WriteString("/>\n")
	}
}

// escape writes any text. What XML cannot hold becomes U+FFFD.
func escape(b *bytes.Buffer, s string) {
	_ = xml.EscapeText(b, []byte(s)) // a buffer takes everything
}

// holds reports whether XML can hold the text as it is.
func holds(s string) bool {
	var b bytes.Buffer
	escape(&b, s)
	return strings.Count(s, "\ufffd") == strings.Count(b.String(), "\ufffd") && utf8.ValidString(s)
}

// options returns settings, given as name, value, name, value, as QGIS stores
// them.
func options(settings ...string) element {
	e := el("Option", "type", "Map")
	for i := 0; i < len(settings); i += 2 {
		e.children = append(e.children, el("Option", "type", "QString", "name", settings[i], "value", settings[i+1]))
	}
	return e
}

// expression is the code of QGIS for a setting that an expression gives.
const expression = "3"

// dataDefined returns settings that are computed for each feature, given as
// name, expression, name, expression.
func dataDefined(settings ...string) element {
	properties := el("Option", "type", "Map", "name", "properties")
	for i := 0; i < len(settings); i += 2 {
		properties.children = append(properties.children, el("Option", "type", "Map", "name", settings[i]).with(
			el("Option", "type", "bool", "name", "active", "value", "true"),
			el("Option", "type", "QString", "name", "expression", "value", settings[i+1]),
			el("Option", "type", "int", "name", "type", "value", expression),
		))
	}
	return el("data_defined_properties").with(el("Option", "type", "Map").with(
		el("Option", "type", "QString", "name", "name", "value", ""),
		properties,
		el("Option", "type", "QString", "name", "type", "value", "collection"),
	))
}
