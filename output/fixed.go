package output

import (
	"math"

	"github.com/dateline-map/dateline/geo"
)

// fixed is the columns that every layer has, in their order. QGIS guesses the
// time of a layer from the first column with "start" and the first with "end"
// in its name, so none before them may hold these letters.
var fixed = []struct {
	name  string
	kind  Kind
	value func(e *geo.Event) Value
}{
	{"id", Text, func(e *geo.Event) Value { return text(e.ID) }},
	{"title", Text, func(e *geo.Event) Value { return text(Title(e)) }},
	{"date", Date, date},
	{"start", DateTime, start},
	{"end", DateTime, end},
	{"date_precision", Text, func(e *geo.Event) Value { return text(e.When.Precision.String()) }},
	{"date_edtf", Text, func(e *geo.Event) Value { return text(e.When.EDTF()) }},
	{"event_type", Text, func(e *geo.Event) Value { return text(e.Type) }},
	{"sub_event_type", Text, func(e *geo.Event) Value { return text(e.SubType) }},
	{"status", Text, func(e *geo.Event) Value { return text(e.Status.String()) }},
	{"actor1", Text, func(e *geo.Event) Value { return text(e.Actor1) }},
	{"actor2", Text, func(e *geo.Event) Value { return text(e.Actor2) }},
	{"killed", Integer, func(e *geo.Event) Value { return figure(e.Killed.Best) }},
	{"killed_low", Integer, func(e *geo.Event) Value { return figure(e.Killed.Low) }},
	{"killed_high", Integer, func(e *geo.Event) Value { return figure(e.Killed.High) }},
	{"wounded", Integer, func(e *geo.Event) Value { return figure(e.Wounded.Best) }},
	{"displaced", Integer, func(e *geo.Event) Value { return figure(e.Displaced.Best) }},
	{"place", Text, func(e *geo.Event) Value { return text(written(&e.Place)) }},
	{"place_relation", Text, func(e *geo.Event) Value { return text(relation(&e.Place)) }},
	{"place_name", Text, func(e *geo.Event) Value { return text(e.Place.Match.Name) }},
	{"place_id", Text, func(e *geo.Event) Value { return text(e.Place.ID) }},
	{"place_type", Text, func(e *geo.Event) Value { return text(e.Place.Type) }},
	{"place_precision", Text, placePrecision},
	{"place_radius_m", Integer, placeRadius},
	{"match", Text, func(e *geo.Event) Value { return text(e.Place.Match.Kind.String()) }},
	{"confidence", Real, confidence},
	{"country", Text, func(e *geo.Event) Value { return text(e.Place.Country) }},
	{"adm1", Text, func(e *geo.Event) Value { return text(e.Place.Adm1) }},
	{"adm2", Text, func(e *geo.Event) Value { return text(e.Place.Adm2) }},
	{"document", Text, func(e *geo.Event) Value { return text(e.Source.Document) }},
	{"source", Text, func(e *geo.Event) Value { return text(e.Source.Publisher) }},
	{"source_url", Text, func(e *geo.Event) Value { return text(e.Source.URL) }},
	{"quote", Text, func(e *geo.Event) Value { return text(e.Source.Quote) }},
	{"event_group", Text, func(e *geo.Event) Value { return text(e.Group) }},
}

// Title returns the event's title, or else one made of what happened and where:
// "Armed clash, Ramadi". It is empty if neither is known.
func Title(e *geo.Event) string {
	if e.Title != "" {
		return e.Title
	}
	what := e.SubType
	if what == "" {
		what = e.Type
	}
	where := written(&e.Place)
	switch {
	case where == "":
		return what
	case what == "":
		return where
	case e.Place.Relation == "":
		return what + ", " + where
	}
	return what + ", " + e.Place.Relation + " " + where
}

// written returns the place as the source says it: "A and B" for a place
// between the two, the gazetteer's name if the source had coordinates only.
func written(p *geo.Place) string {
	switch {
	case p.Name == "":
		return p.Match.Name
	case p.Other != "":
		return p.Name + " and " + p.Other
	}
	return p.Name
}

func relation(p *geo.Place) string {
	if p.Relation == "" && p.Name != "" {
		return "in"
	}
	return p.Relation
}

func date(e *geo.Event) Value {
	if e.When.IsZero() {
		return Value{}
	}
	return Value{Kind: Date, Int: int64(e.When.First)}
}

func start(e *geo.Event) Value {
	if e.When.IsZero() {
		return Value{}
	}
	return dateTime(e.When.First, 0)
}

func end(e *geo.Event) Value {
	if e.When.IsZero() {
		return Value{}
	}
	return dateTime(e.When.Last, secondsPerDay-1)
}

func placePrecision(e *geo.Event) Value {
	if !e.Place.Located() {
		return text(geo.UnknownPlace.String())
	}
	return text(e.Place.Precision.String())
}

func placeRadius(e *geo.Event) Value {
	if !e.Place.Located() {
		return Value{}
	}
	return figure(e.Place.RadiusM)
}

// confidence is rounded to a thousandth: finer than any calibration, and coarse
// enough that the last digits of a sum cannot differ between machines.
func confidence(e *geo.Event) Value {
	switch e.Place.Match.Kind {
	case geo.NotLookedFor, geo.Given, geo.Unresolved:
		return Value{}
	}
	c := e.Place.Confidence
	if !(c >= 0 && c <= 1) {
		return Value{}
	}
	return Value{Kind: Real, Real: math.Round(c*1000) / 1000}
}
