package geojson

import (
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// plan is what the features of a layer have in common: the properties of one that
// says what is usual, in most columns nothing. Whatever lies between two other values
// of a feature, keys and what is usual, is one piece of that text, and copied as one.
type plan struct {
	usual   string // padded `,"properties":{"id":null,"title":null,…}`
	columns []planned
	fixed   int  // columns, of all
	id      bool // whether the first column is the id
	date    int  // the first of the five columns that say when; -1 unless there are all of them
	match   int  // the first of the ten that say of a match; -1 unless there are all of them
	titled  titled
	day     string // those five of an event of one day, which is 0000-00-00
	days    []int  // where the days stand in day
}

// titled is the columns that a title is made of which is none of the source's: what
// happened and, behind a comma, where. If one is missing, there is no such title.
type titled struct {
	is                   bool
	kind, subKind, where int
}

// planned is a column of a plan.
type planned struct {
	key, value int    // where its key and its value begin in usual
	text       string // its usual text, empty if null is usual
	before     string // what stands between them
}

// daysColumns is how many columns say when, from date to date_edtf.
const daysColumns = 5

// startOfDays is which of them is the first second.
const startOfDays = 1

// digitsOfDay is the length of a day as YYYY-MM-DD.
const digitsOfDay = 10

// The first and the last second of a day.
const (
	dayBegins = "T00:00:00"
	dayEnds   = "T23:59:59"
)

// usualTexts are what most events say in a column of ours.
var usualTexts = map[string]string{
	"status":          geo.Reported.String(),
	"place_relation":  "in",
	"place_precision": geo.ExactPlace.String(),
	"match":           geo.Given.String(),
}

// newPlan returns the plan of columns, of which the first are fixed.
func newPlan(columns []output.Column, fixed int) *plan {
	p := &plan{fixed: fixed, id: indexOf(columns[:fixed], "id") == 0, date: indexOf(columns[:fixed], "date")}
	p.titled = titled{kind: indexOf(columns[:fixed], "event_type"), subKind: indexOf(columns[:fixed], "sub_event_type"), where: indexOf(columns[:fixed], "place")}
	p.titled.is = min(p.titled.kind, p.titled.subKind, p.titled.where) >= 0
	if p.date < 0 || indexOf(columns[:fixed], "date_edtf") != p.date+daysColumns-1 {
		p.date = -1
	}
	if p.match = indexOf(columns[:fixed], "place_name"); p.match < 0 || indexOf(columns[:fixed], "adm2") != p.match+matchColumns-1 {
		p.match = -1
	}
	usual := []byte(`,"properties":{`)
	for i, c := range columns {
		at := planned{key: len(usual)}
		if i > 0 {
			usual = append(usual, ',')
		}
		usual = append(AppendString(usual, c.Name), ':')
		at.value = len(usual)
		if i < fixed {
			at.text = usualTexts[c.Name]
		}
		p.columns = append(p.columns, at)
		if at.text == "" {
			usual = append(usual, "null"...)
		} else {
			usual = AppendString(usual, at.text)
		}
	}
	p.columns = append(p.columns, planned{key: len(usual)})
	p.columns[0].key = 0
	p.usual = padded(string(usual) + "}")
	for i := range columns {
		at := &p.columns[i]
		at.before = p.usual[at.key:at.value]
	}
	if p.date >= 0 {
		p.planDay()
	}
	return p
}

func indexOf(columns []output.Column, name string) int {
	return slices.IndexFunc(columns, func(c output.Column) bool { return c.Name == name })
}

// planDay joins the columns of a day.
func (p *plan) planDay() {
	const blank = "0000-00-00"
	values := [daysColumns]string{blank, blank + dayBegins, blank + dayEnds, when.ToDay.String(), blank}
	for i, value := range values {
		at := p.columns[p.date+i]
		p.day += p.usual[at.key:at.value] + `"`
		if value != when.ToDay.String() {
			p.days = append(p.days, len(p.day))
		}
		p.day += value + `"`
	}
}
