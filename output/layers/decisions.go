package layers

import (
	"io"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output/decisions"
)

// questions writes the form of what a run could not locate, or not well. The
// report gathers what that is.
type questions struct {
	w      io.Writer
	form   func() (*decisions.Form, error)
	report *Report
}

// Write does nothing: the event is in the report.
func (q *questions) Write(*geo.Event) error { return nil }

// Close writes the form. What others have written into it since the run began is
// asked for only now, when all events are known.
func (q *questions) Close() error {
	form, err := q.form()
	if err != nil {
		return err
	}
	form.Renew(q.report.names.Sorted())
	return form.Write(q.w)
}

// ask notes what is to be asked about an event, and what was answered.
func (r *Report) ask(e *geo.Event) {
	if r.asksNothing {
		return
	}
	n := r.names.Add(e)
	switch {
	case !e.Place.Located() && e.Place.Reason != decisions.ReasonDecided:
		r.Open.Unplaced++
	case n != nil && !n.Decided:
		r.Open.Doubtful++
	}
}

// answered says of each decision how many events it decided, and how many names
// wait for one.
func (r *Report) answered() {
	events := make(map[geo.Question]int)
	for _, n := range r.names.Sorted() {
		if n.Decided {
			events[n.Question] = n.Events
		} else {
			r.Open.Names++
		}
	}
	for i := range r.Decisions {
		d := &r.Decisions[i]
		d.Events = events[d.question]
	}
}

// Open is what a person could still decide.
type Open struct {
	Names    int `json:"names"`    // written names, and events that name no place
	Unplaced int `json:"unplaced"` // events without a place, but for those that the user says have none
	Doubtful int `json:"doubtful"` // events that have a place which only stands in for theirs, or is likely wrong
}

// DecisionReport is what became of a decision.
type DecisionReport struct {
	Name    string   `json:"name,omitempty"`
	Country string   `json:"country,omitempty"`
	Adm1    string   `json:"adm1,omitempty"`
	Adm2    string   `json:"adm2,omitempty"`
	Event   string   `json:"event,omitempty"`
	PlaceID string   `json:"place_id,omitempty"`
	Lat     *float64 `json:"lat,omitempty"`
	Lon     *float64 `json:"lon,omitempty"`
	Events  int      `json:"events"` // that it decided

	question geo.Question
}

func decisionReports(made []geo.Decision) []DecisionReport {
	reports := make([]DecisionReport, len(made))
	for i := range made {
		d := &made[i]
		r := DecisionReport{
			Name: d.Name, Country: d.Within.Country, Adm1: d.Within.Adm1, Adm2: d.Within.Adm2, Event: d.Event,
			PlaceID: d.PlaceID, question: d.Question(),
		}
		if d.HasPoint {
			lat, lon := d.Point.Lat(), d.Point.Lon()
			r.Lat, r.Lon = &lat, &lon
		}
		reports[i] = r
	}
	return reports
}

// Same reports whether two reports are of the same answer to the same question.
func (d *DecisionReport) Same(other *DecisionReport) bool {
	same := func(a, b *float64) bool { return a == b || a != nil && b != nil && *a == *b }
	return d.Name == other.Name && d.Country == other.Country && d.Adm1 == other.Adm1 && d.Adm2 == other.Adm2 &&
		d.Event == other.Event && d.PlaceID == other.PlaceID && same(d.Lat, other.Lat) && same(d.Lon, other.Lon)
}
