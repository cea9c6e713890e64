package output

import (
	"math"
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// fixed is the columns that every layer has, in their order. QGIS guesses the
// time of a layer from the first column with "start" and the first with "end"
// in its name, so none before them may hold these letters.
var fixed = []struct {
	name  string
	kind  Kind
	value func(v *Value, e *geo.Event) // fills in v, which is null
}{
	{"id", Text, func(v *Value, e *geo.Event) { v.text(e.ID) }},
	{"title", Text, func(v *Value, e *geo.Event) { v.text(Title(e)) }},
	{"date", Date, date},
	{"start", DateTime, start},
	{"end", DateTime, end},
	{"date_precision", Text, func(v *Value, e *geo.Event) { v.text(e.When.Precision.String()) }},
	{"date_edtf", Text, func(v *Value, e *geo.Event) { v.text(e.When.EDTF()) }},
	{"event_type", Text, func(v *Value, e *geo.Event) { v.text(e.Type) }},
	{"sub_event_type", Text, func(v *Value, e *geo.Event) { v.text(e.SubType) }},
	{"status", Text, func(v *Value, e *geo.Event) { v.text(e.Status.String()) }},
	{"actor1", Text, func(v *Value, e *geo.Event) { v.text(e.Actor1) }},
	{"actor2", Text, func(v *Value, e *geo.Event) { v.text(e.Actor2) }},
	{"killed", Integer, func(v *Value, e *geo.Event) { v.figure(e.Killed.Best) }},
	{"killed_low", Integer, func(v *Value, e *geo.Event) { v.figure(e.Killed.Low) }},
	{"killed_high", Integer, func(v *Value, e *geo.Event) { v.figure(e.Killed.High) }},
	{"wounded", Integer, func(v *Value, e *geo.Event) { v.figure(e.Wounded.Best) }},
	{"displaced", Integer, func(v *Value, e *geo.Event) { v.figure(e.Displaced.Best) }},
	{"place", Text, func(v *Value, e *geo.Event) { v.text(written(&e.Place)) }},
	{"place_relation", Text, func(v *Value, e *geo.Event) { v.text(relation(&e.Place)) }},
	{"place_name", Text, func(v *Value, e *geo.Event) { v.text(e.Place.Match.Name) }},
	{"place_id", Text, func(v *Value, e *geo.Event) { v.text(e.Place.ID) }},
	{"place_type", Text, func(v *Value, e *geo.Event) { v.text(e.Place.Type) }},
	{"place_precision", Text, placePrecision},
	{"place_radius_m", Integer, placeRadius},
	{"match", Text, func(v *Value, e *geo.Event) { v.text(e.Place.Match.Kind.String()) }},
	{"confidence", Real, confidence},
	{"country", Text, func(v *Value, e *geo.Event) { v.text(e.Place.Country) }},
	{"adm1", Text, func(v *Value, e *geo.Event) { v.text(e.Place.Adm1) }},
	{"adm2", Text, func(v *Value, e *geo.Event) { v.text(e.Place.Adm2) }},
	{"document", Text, func(v *Value, e *geo.Event) { v.text(e.Source.Document) }},
	{"source", Text, func(v *Value, e *geo.Event) { v.text(e.Source.Publisher) }},
	{"source_url", Text, func(v *Value, e *geo.Event) { v.text(e.Source.URL) }},
	{"quote", Text, func(v *Value, e *geo.Event) { v.text(e.Source.Quote) }},
	{"event_group", Text, func(v *Value, e *geo.Event) { v.text(e.Group) }},
	{"time", DateTime, start}, // where Leaflet.TimeDimension looks for it
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
	case e.Place.Relation == "", len(e.Place.Relation) < len(where) && strings.Contains(strings.ToLower(where), e.Place.Relation):
		return what + ", " + where // "south of Homs" says how it lies itself
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

func date(v *Value, e *geo.Event) {
	if !e.When.IsZero() {
		v.Kind, v.Int = Date, int64(e.When.First)
	}
}

func start(v *Value, e *geo.Event) {
	if !e.When.IsZero() {
		v.Kind, v.Int = DateTime, int64(e.When.First)*secondsPerDay
	}
}

func end(v *Value, e *geo.Event) {
	if !e.When.IsZero() {
		v.Kind, v.Int = DateTime, int64(e.When.Last)*secondsPerDay+secondsPerDay-1
	}
}

func placePrecision(v *Value, e *geo.Event) {
	precision := geo.UnknownPlace
	if e.Place.Located() {
		precision = e.Place.Precision
	}
	v.text(precision.String())
}

func placeRadius(v *Value, e *geo.Event) {
	if e.Place.Located() {
		v.figure(e.Place.RadiusM)
	}
}

// confidence is rounded to a thousandth: finer than any calibration, and coarse
// enough that the last digits of a sum cannot differ between machines.
func confidence(v *Value, e *geo.Event) {
	switch e.Place.Match.Kind {
	case geo.NotLookedFor, geo.Given, geo.Unresolved:
		return
	}
	if c := e.Place.Confidence; c >= 0 && c <= 1 {
		v.Kind, v.Real = Real, math.Round(c*1000)/1000
	}
}
