package qgis

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/output"
)

// Drawn are the columns that a project draws, filters and animates events by. Its
// GeoPackage must have them.
var Drawn = []string{
	"id", "title", "start", "end", "date_edtf", "event_type", "sub_event_type", "status", "actor1", "actor2",
	"killed", "wounded", "displaced", "place", "place_name", "place_precision", "country", "adm1", "source", "source_url", "quote",
}

// readable returns a style that reads nothing but columns that the layer has: QGIS
// shows the text of an expression in which one is missing. What stands for it is
// NULL, which the expressions take from events, too.
func (s *Survey) readable(style element) element {
	var nulls []string
	for _, c := range output.NewColumns().Fixed() {
		if !s.has(c.Name) {
			nulls = append(nulls, `"`+c.Name+`"`, "NULL")
		}
	}
	if len(nulls) == 0 {
		return style
	}
	return s.reading(style, strings.NewReplacer(nulls...))
}

func (s *Survey) reading(e element, nulls *strings.Replacer) element {
	switch e.name {
	case "category": // says types, in which any text may be
		return e
	case "renderer-v2":
		if !s.has("event_type") {
			e = e.saying("attr", "''") // which is none of the types
		}
	}
	e.text = nulls.Replace(e.text)
	e.attrs = slices.Clone(e.attrs)
	for i := 1; i < len(e.attrs); i += 2 {
		e.attrs[i] = nulls.Replace(e.attrs[i])
	}
	var children []element
	for _, c := range e.children {
		if !s.lacks(c) {
			children = append(children, s.reading(c, nulls))
		}
	}
	e.children = children
	return e
}

// lacks reports whether an element is about columns that the layer has not.
func (s *Survey) lacks(e element) bool {
	switch {
	case e.name == "temporal":
		return !s.has("start") || !s.has("end")
	case e.name == sizeByToll.name && slices.Equal(e.attrs, sizeByToll.attrs):
		return !s.has("killed")
	}
	return false
}

// saying returns the element with another value of an attribute.
func (e element) saying(attr, value string) element {
	e.attrs = slices.Clone(e.attrs)
	for i := 0; i < len(e.attrs); i += 2 {
		if e.attrs[i] == attr {
			e.attrs[i+1] = value
		}
	}
	return e
}
