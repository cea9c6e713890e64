package output

import (
	"math"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
)

// fixed is the columns that every layer has, in their order, which is that of
// [Columns.Fill]. QGIS guesses the time of a layer from the first column with "start" and
// the first with "end" in its name, so none before them may hold these letters.
var fixed = []Column{
	{"id", Text}, {"title", Text},
	{"date", Date}, {"start", DateTime}, {"end", DateTime}, {"date_precision", Text}, {"date_edtf", Text},
	{"event_type", Text}, {"sub_event_type", Text}, {"status", Text}, {"actor1", Text}, {"actor2", Text},
	{"killed", Integer}, {"killed_low", Integer}, {"killed_high", Integer}, {"wounded", Integer}, {"displaced", Integer},
	{"place", Text}, {"place_relation", Text}, {"place_name", Text}, {"place_id", Text}, {"place_type", Text},
	{"place_precision", Text}, {"place_radius_m", Integer}, {"match", Text}, {"confidence", Real},
	{"country", Text}, {"adm1", Text}, {"adm2", Text},
	{"document", Text}, {"source", Text}, {"source_url", Text}, {"quote", Text},
	{"event_group", Text},
	{"time", DateTime}, // where Leaflet.TimeDimension looks for it
}

// pcodes are the columns that a layer has besides, if places come from lists with
// P-codes: those of the first levels.
var pcodes = []Column{{"adm1_pcode", Text}, {"adm2_pcode", Text}, {"adm3_pcode", Text}}

// Sink takes the values of an event's fixed columns, one call after another in
// the order of the columns. A format that has millions of features to write takes
// them this way, and has none of them made into a [Value].
type Sink interface {
	// Text takes a text of ours, in which nothing said is null.
	Text(s string)
	// Title takes a text in three parts, null if all are empty.
	Title(what, joint, where string)
	// Days takes the five columns from date to date_edtf.
	Days(i when.Interval)
	// Day takes the first day of a time, Start its first moment and End its last.
	Day(i when.Interval)
	Start(i when.Interval)
	End(i when.Interval)
	Figure(f geo.Figure)
	// Share takes a number from 0 to 1, or null.
	Share(p float64, known bool)
	// Match takes the ten columns from place_name to adm2, as [FillMatch] says them.
	Match(m *geo.Match)
}

// Fill gives the values of all columns of ours to a sink, unless the layer has none
// of them. Of a layer that has some, [Columns.Only] passes on these.
func (c *Columns) Fill(to Sink, e *geo.Event) {
	if c.fixed == 0 {
		return
	}
	fill(to, e)
	levels := len(c.ours) - len(fixed)
	if levels == 0 {
		return
	}
	codes := e.Place.PCodes.Levels()
	for _, code := range codes[:levels] {
		to.Text(code)
	}
}

// Only returns a sink for [Columns.Fill] that passes on the values of the columns
// that the layer has.
func (c *Columns) Only(to Sink) Sink {
	if c.fixed == len(c.ours) {
		return to
	}
	return &only{to: to, takes: c.takes}
}

// only passes on what is taken of all that it is given.
type only struct {
	to    Sink
	takes []bool
	next  int // column
}

// take reports whether the next column is taken, behind the last of which comes the
// first of another event.
func (o *only) take() bool {
	takes := o.takes[o.next]
	if o.next++; o.next == len(o.takes) {
		o.next = 0
	}
	return takes
}

func (o *only) Text(s string) {
	if o.take() {
		o.to.Text(s)
	}
}

func (o *only) Title(what, joint, where string) {
	if o.take() {
		o.to.Title(what, joint, where)
	}
}

func (o *only) Days(i when.Interval) {
	const columns = 5
	if !slices.Contains(o.takes[o.next:][:columns], false) {
		o.next += columns
		o.to.Days(i)
		return
	}
	o.Day(i)
	o.Start(i)
	o.End(i)
	o.Text(i.Precision.String())
	if o.take() {
		o.to.Text(i.EDTF())
	}
}

func (o *only) Day(i when.Interval) {
	if o.take() {
		o.to.Day(i)
	}
}

func (o *only) Start(i when.Interval) {
	if o.take() {
		o.to.Start(i)
	}
}

func (o *only) End(i when.Interval) {
	if o.take() {
		o.to.End(i)
	}
}

func (o *only) Figure(f geo.Figure) {
	if o.take() {
		o.to.Figure(f)
	}
}

func (o *only) Share(p float64, known bool) {
	if o.take() {
		o.to.Share(p, known)
	}
}

func (o *only) Match(m *geo.Match) {
	const columns = 10
	if !slices.Contains(o.takes[o.next:][:columns], false) {
		o.next += columns
		o.to.Match(m)
		return
	}
	FillMatch(o, m)
}

func fill(to Sink, e *geo.Event) {
	to.Text(e.ID)
	to.Title(titleOf(e))
	to.Days(e.When)
	to.Text(e.Type)
	to.Text(e.SubType)
	to.Text(e.Status.String())
	to.Text(e.Actor1)
	to.Text(e.Actor2)
	to.Figure(e.Killed.Best)
	to.Figure(e.Killed.Low)
	to.Figure(e.Killed.High)
	to.Figure(e.Wounded.Best)
	to.Figure(e.Displaced.Best)
	fillPlace(to, &e.Place)
	to.Text(e.Source.Document)
	to.Text(e.Source.Publisher)
	to.Text(e.Source.URL)
	to.Text(e.Source.Quote)
	to.Text(e.Group)
	to.Start(e.When)
}

func fillPlace(to Sink, p *geo.Place) {
	to.Text(written(p))
	to.Text(relation(p))
	to.Match(&p.Match)
}

// FillMatch gives what is said of a match to a sink, one call for each column.
func FillMatch(to Sink, m *geo.Match) {
	precision, radius := geo.UnknownPlace, geo.Figure{}
	if m.Located() {
		precision, radius = m.Precision, m.RadiusM
	}
	to.Text(m.Name)
	to.Text(m.ID)
	to.Text(m.Type)
	to.Text(precision.String())
	to.Figure(radius)
	to.Text(m.Kind.String())
	to.Share(confidence(m))
	to.Text(m.Country)
	to.Text(m.Adm1)
	to.Text(m.Adm2)
}

// Title returns the event's title, or else one made of what happened and where:
// "Armed clash, Ramadi". It is empty if neither is known.
func Title(e *geo.Event) string {
	what, joint, where := titleOf(e)
	return what + joint + where
}

// titleOf returns the title in parts, so that nothing need be joined to be
// written.
func titleOf(e *geo.Event) (what, joint, where string) {
	if e.Title != "" {
		return e.Title, "", ""
	}
	what = e.SubType
	if what == "" {
		what = e.Type
	}
	where = written(&e.Place)
	switch {
	case where == "" || what == "":
	case e.Place.Relation == "", len(e.Place.Relation) < len(where) && strings.Contains(strings.ToLower(where), e.Place.Relation):
		joint = ", " // "south of Homs" says how it lies itself
	default:
		joint = ", " + e.Place.Relation + " "
	}
	return what, joint, where
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

// confidence is rounded to a thousandth: finer than any calibration, and coarse
// enough that the last digits of a sum cannot differ between machines.
func confidence(m *geo.Match) (p float64, known bool) {
	switch m.Kind {
	case geo.NotLookedFor, geo.Given, geo.Unresolved:
		return 0, false
	}
	if c := m.Confidence; c >= 0 && c <= 1 {
		return math.Round(c*1000) / 1000, true
	}
	return 0, false
}
