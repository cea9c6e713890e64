package layers

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// decisions gathers the names that were not located and writes them as a form
// to fill in: one row for each name with the country and areas written beside
// it, the name on which most events hang first. Its memory grows with the
// number of such names, not with that of events.
type decisions struct {
	w     io.Writer
	names map[question]*answer
	order []question // as first asked
}

// question is what one decision answers.
type question struct {
	name   string
	within geo.Within
}

// answer is what helps to decide, as the first event to ask has it, and how
// many events hang on it.
type answer struct {
	events      int
	first, last when.Interval
	reason      string
	best        geo.Candidate
	example     string
}

func newDecisions(f *countingFile) output.Writer { return decisionsTo(f) }

func decisionsTo(w io.Writer) *decisions {
	return &decisions{w: w, names: make(map[question]*answer)}
}

// Write notes the event's place. A place without a name cannot be decided.
func (d *decisions) Write(e *geo.Event) error {
	if e.Place.Name == "" {
		return nil
	}
	q := question{named(&e.Place), e.Place.Within}
	a := d.names[q]
	if a == nil {
		a = &answer{reason: Reason(&e.Place), example: example(e)}
		if len(e.Place.Candidates) > 0 {
			a.best = e.Place.Candidates[0]
		}
		d.names[q] = a
		d.order = append(d.order, q)
	}
	a.events++
	a.extend(e.When)
	return nil
}

// extend widens the time from the first to the last event.
func (a *answer) extend(i when.Interval) {
	if i.IsZero() {
		return
	}
	if a.first.IsZero() || i.First < a.first.First {
		a.first = i
	}
	if a.last.IsZero() || i.Last > a.last.Last {
		a.last = i
	}
}

func example(e *geo.Event) string {
	if e.Source.Quote != "" {
		return e.Source.Quote
	}
	return output.Title(e)
}

// Close writes the form. The columns to fill in are place_id, or lat and lon.
func (d *decisions) Close() error {
	slices.SortStableFunc(d.order, func(a, b question) int {
		return cmp.Or(
			cmp.Compare(d.names[b].events, d.names[a].events),
			cmp.Compare(a.name, b.name),
			cmp.Compare(a.within.Country, b.within.Country),
			cmp.Compare(a.within.Adm1, b.within.Adm1),
			cmp.Compare(a.within.Adm2, b.within.Adm2),
		)
	})
	t := newTable(d.w, "name", "country", "adm1", "adm2", "place_id", "lat", "lon", "note",
		"events", "first_date", "last_date", "reason",
		"suggestion_id", "suggestion", "suggestion_type", "suggestion_adm1", "suggestion_country", "suggestion_probability",
		"example")
	for _, q := range d.order {
		d.row(t, q, d.names[q])
	}
	return t.close()
}

func (d *decisions) row(t *table, q question, a *answer) {
	first, last := "", ""
	if !a.first.IsZero() {
		first, last = a.first.First.String(), a.last.Last.String()
	}
	probability := ""
	if a.best.ID != "" {
		probability = fmt.Sprintf("%.2f", a.best.Probability)
	}
	t.row(q.name, q.within.Country, q.within.Adm1, q.within.Adm2, "", "", "", "",
		strconv.Itoa(a.events), first, last, a.reason,
		a.best.ID, a.best.Name, a.best.Type, a.best.Adm1, a.best.Country, probability, a.example)
}
