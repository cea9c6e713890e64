package csv

import (
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
)

// What the columns of other people's tables are made of. A column that nothing
// of ours fills has what the input says in a column of that name, so that a table
// of the same kind keeps what this program knows nothing of.

func text(s string) output.Value {
	if s == "" {
		return output.Value{}
	}
	return output.Value{Kind: output.Text, Text: s}
}

func number(n int) output.Value { return output.Value{Kind: output.Integer, Int: int64(n)} }

func figure(f geo.Figure) output.Value {
	if n, known := f.Int(); known {
		return number(n)
	}
	return output.Value{}
}

// of makes a column of what is known of the event; null leaves it to the input.
func of(name, tag string, value func(*geo.Event) output.Value) column {
	return column{name, tag, func(f *output.Feature) output.Value {
		if v := value(f.Event); v.Kind != output.Null {
			return v
		}
		return inInput(f.Event, name)
	}}
}

// says makes a column of a text of the event.
func says(name, tag string, value func(*geo.Event) string) column {
	return of(name, tag, func(e *geo.Event) output.Value { return text(value(e)) })
}

// kept makes columns that only the input can fill.
func kept(names ...string) []column {
	var all []column
	for _, name := range names {
		all = append(all, column{name, "", func(f *output.Feature) output.Value { return inInput(f.Event, name) }})
	}
	return all
}

// inInput returns the input's value of the column of that name.
func inInput(e *geo.Event, name string) output.Value {
	for i := range e.Extra {
		if p := &e.Extra[i]; strings.EqualFold(p.Name, name) {
			return output.PropertyValue(p)
		}
	}
	return output.Value{}
}

func year(e *geo.Event) output.Value {
	if e.When.IsZero() {
		return output.Value{}
	}
	y, _, _ := e.When.First.Civil()
	return number(y)
}

// placeName is the gazetteer's name, else the written one.
func placeName(e *geo.Event) string {
	if e.Place.Match.Name != "" {
		return e.Place.Match.Name
	}
	return e.Place.Name
}

func adm1(e *geo.Event) string { return either(e.Place.Adm1, e.Place.Within.Adm1) }
func adm2(e *geo.Event) string { return either(e.Place.Adm2, e.Place.Within.Adm2) }

func either(found, written string) string {
	if found != "" {
		return found
	}
	return written
}
