package geojson

import (
	"slices"

	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// plan is what the features of a layer have in common: the properties of one that
// says nothing. Whatever lies between two values of a feature, its keys and the
// nulls, is one piece of that text, and copied as one.
type plan struct {
	empty string // `,"properties":{"id":null,"title":null,…}`
	keys  []int  // where each column begins in empty, and behind them the end
	nulls []int  // where its null stands
	date  int    // the first of the five columns that say when
	day   string // those five of an event of one day, which is 0000-00-00
	days  []int  // where the days stand in day
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

func newPlan(columns []output.Column) *plan {
	p := &plan{date: slices.IndexFunc(columns, func(c output.Column) bool { return c.Name == "date" })}
	empty := []byte(`,"properties":{`)
	for i, c := range columns {
		p.keys = append(p.keys, len(empty))
		if i > 0 {
			empty = append(empty, ',')
		}
		empty = append(AppendString(empty, c.Name), ':')
		p.nulls = append(p.nulls, len(empty))
		empty = append(empty, "null"...)
	}
	p.keys[0] = 0
	p.keys = append(p.keys, len(empty))
	p.empty = string(append(empty, '}'))
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
// first to the value of the second: its key, and the nulls before it.
func (p *plan) between(first, second int) string {
	return p.empty[p.keys[first]:p.nulls[second]]
}
