package qgis

import (
	"bytes"
	"encoding/xml"
	"strconv"
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
		e.children = append(e.children, text(settings[i], settings[i+1]))
	}
	return e
}

// The codes of QGIS for what gives a setting, for how it turns a number into a
// size, and for areas that grow with the number.
const (
	byField    = "2"
	expression = "3"
	sizeScale  = "1"
	byArea     = "1"
)

// dataDefined returns settings that are computed for each feature, in an element
// of the name.
func dataDefined(name string, settings ...element) element {
	return el(name).with(el("Option", "type", "Map").with(
		text("name", ""),
		el("Option", "type", "Map", "name", "properties").with(settings...),
		text("type", "collection"),
	))
}

// byExpression returns a setting that an expression gives.
func byExpression(setting, formula string) element {
	return el("Option", "type", "Map", "name", setting).with(
		boolean("active", true), text("expression", formula), integer("type", expression))
}

func text(name, value string) element {
	return el("Option", "type", "QString", "name", name, "value", value)
}

func integer(name, value string) element {
	return el("Option", "type", "int", "name", name, "value", value)
}

func number(name, value string) element {
	return el("Option", "type", "double", "name", name, "value", value)
}

func boolean(name string, value bool) element {
	return el("Option", "type", "bool", "name", name, "value", strconv.FormatBool(value))
}
