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
	usual  string   // `,"properties":{"id":null,"title":null,…}`
	keys   []int    // where each column begins in usual, and behind them the end
	values []int    // where its value stands
	texts  []string // the usual texts, empty where null is usual
	date   int      // the first of the five columns that say when
	day    string   // those five of an event of one day, which is 0000-00-00
	days   []int    // where the days stand in day
}

// daysColumns is how many columns say when, from date to date_edtf.
const daysColumns = 5

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
	p := &plan{date: slices.IndexFunc(columns, func(c output.Column) bool { return c.Name == "date" })}
	usual := []byte(`,"properties":{`)
	for i, c := range columns {
		p.keys = append(p.keys, len(usual))
		if i > 0 {
			usual = append(usual, ',')
		}
		usual = append(AppendString(usual, c.Name), ':')
		p.values = append(p.values, len(usual))
		text := usualTexts[c.Name]
		if i >= fixed {
			text = ""
		}
		if p.texts = append(p.texts, text); text == "" {
			usual = append(usual, "null"...)
		} else {
			usual = AppendString(usual, text)
		}
	}
	p.keys[0] = 0
	p.keys = append(p.keys, len(usual))
	p.usual = string(append(usual, '}'))
	p.planDay()
	return p
}

// planDay joins the columns of a day.
func (p *plan) planDay() {
	const blank = "0000-00-00"
	values := [daysColumns]string{blank, blank + dayBegins, blank + dayEnds, when.ToDay.String(), blank}
	for i, value := range values {
		p.day += p.between(p.date+i, p.date+i) + `"`
		if value != when.ToDay.String() {
			p.days = append(p.days, len(p.day))
		}
		p.day += value + `"`
	}
}

// between returns what stands in a feature from the end of the column before the
// first to the value of the second: its key, and what is usual before it.
func (p *plan) between(first, second int) string {
	return p.usual[p.keys[first]:p.values[second]]
}
