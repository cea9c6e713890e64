package decisions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// Name is what one decision settles, and what helps to make it: a written name
// with the country and areas written beside it, or one event that names no place.
type Name struct {
	geo.Question
	Events      int
	First, Last when.Interval // from the first to the last event; zero if none is dated
	Reason      string        // of the first event, as a code
	Best        geo.Candidate // likewise: what it is taken for, or might be; zero if there is none
	Example     string        // the first event's quote or title
	Placed      bool          // it has a place, which the user may doubt
	Decided     bool          // the user has said already
}

// Names gathers what a person is to be asked about. Its memory grows with the
// number of such names, not with that of events. The zero Names is empty.
type Names struct {
	names    map[geo.Question]*Name
	order    []*Name         // as first met
	alone    map[string]bool // ids of events on which there is a decision of their own
	nameless int
}

// NewNames returns names that tell events by themselves on which there is a
// decision from others of the same name.
func NewNames(made []geo.Decision) *Names {
	ns := &Names{alone: make(map[string]bool)}
	for i := range made {
		if made[i].Event != "" {
			ns.alone[made[i].Event] = true
		}
	}
	return ns
}

// mostNameless is how many events without a name are asked about one by one:
// nobody decides more so, and a table without a column of places has only such.
const mostNameless = 1000

// ReasonDecided is the reason code of a name that the user says is no place.
const ReasonDecided = "decided-no-place"

// sure is the confidence below which a place that was found is asked about: it
// is more likely wrong than right.
const sure = 0.5

// Doubtful reports whether a person is to be asked about a place, or has been: it
// has none, or one that only stands in for it, or one that is likely wrong.
func Doubtful(p *geo.Place) bool {
	switch p.Match.Kind {
	case geo.Given:
		return false
	case geo.Decided:
		return true
	}
	return !p.Located() || p.Reason != "" || p.Confidence > 0 && p.Confidence < sure
}

// Add notes the event and returns what is to be asked about it; nil if nothing
// is.
func (ns *Names) Add(e *geo.Event) *Name {
	if !Doubtful(&e.Place) {
		return nil
	}
	q := ns.question(e)
	n := ns.names[q]
	if n == nil {
		if n = ns.begin(q, e); n == nil {
			return nil
		}
	}
	n.Events++
	n.extend(e.When)
	return n
}

func (ns *Names) question(e *geo.Event) geo.Question {
	if ns.alone[e.ID] {
		return geo.Question{Event: e.ID}
	}
	return e.Question()
}

// begin adds a name. What it keeps of the event it copies: a row's texts share
// the memory of many rows.
func (ns *Names) begin(q geo.Question, e *geo.Event) *Name {
	decided := e.Place.Match.Kind == geo.Decided || e.Place.Reason == ReasonDecided
	if q.Event != "" && !decided {
		if ns.nameless++; ns.nameless > mostNameless {
			return nil
		}
	}
	n := &Name{
		Question: cloned(q), Reason: strings.Clone(Reason(&e.Place)), Example: strings.Clone(shortened(example(e))),
		Best: best(&e.Place), Placed: e.Place.Located(), Decided: decided,
	}
	if ns.names == nil {
		ns.names = make(map[geo.Question]*Name)
	}
	ns.names[n.Question] = n
	ns.order = append(ns.order, n)
	return n
}

// AskAgain makes a name that was decided one to be decided; p is its place as it
// is without the decision.
func (n *Name) AskAgain(p *geo.Place) {
	n.Reason, n.Best, n.Placed, n.Decided = Reason(p), best(p), p.Located(), false
}

func cloned(q geo.Question) geo.Question {
	for _, s := range []*string{&q.Name, &q.Within.Country, &q.Within.Adm1, &q.Within.Adm2, &q.Event} {
		*s = strings.Clone(*s)
	}
	return q
}

// best returns what the place is taken for, else what it could be.
func best(p *geo.Place) geo.Candidate {
	switch {
	case p.Located() && p.ID != "":
		return geo.Candidate{ID: p.ID, Name: p.Match.Name, Type: p.Type, Country: p.Country, Adm1: p.Adm1, Point: p.Point, Probability: p.Confidence}
	case len(p.Candidates) > 0:
		c := p.Candidates[0]
		c.Why = nil
		return c
	}
	return geo.Candidate{}
}

// longestExample is in letters.
const longestExample = 300

func shortened(s string) string {
	n := 0
	for i := range s {
		if n++; n > longestExample {
			return s[:i] + "…"
		}
	}
	return s
}

// extend widens the time from the first to the last event.
func (n *Name) extend(i when.Interval) {
	if i.IsZero() {
		return
	}
	if n.First.IsZero() || i.First < n.First.First {
		n.First = i
	}
	if n.Last.IsZero() || i.Last > n.Last.Last {
		n.Last = i
	}
}

func example(e *geo.Event) string {
	if e.Source.Quote != "" {
		return e.Source.Quote
	}
	return output.Title(e)
}

// Sorted returns the names, the one on which most events hang first.
func (ns *Names) Sorted() []*Name {
	names := slices.Clone(ns.order)
	slices.SortStableFunc(names, func(a, b *Name) int {
		return cmp.Or(
			cmp.Compare(b.Events, a.Events),
			cmp.Compare(a.Name, b.Name),
			cmp.Compare(a.Within.Country, b.Within.Country),
			cmp.Compare(a.Within.Adm1, b.Within.Adm1),
			cmp.Compare(a.Within.Adm2, b.Within.Adm2),
			cmp.Compare(a.Event, b.Event),
		)
	})
	return names
}

// Reason returns the code of why a place is not located, or no finer than it is,
// which is empty only for one that is.
func Reason(p *geo.Place) string {
	switch {
	case p.Reason != "" || p.Match.Kind == geo.Decided:
		return p.Reason
	case p.Located():
		return ReasonUnsure
	case p.Name == "":
		return "no-name"
	case p.Match.Kind == geo.NotLookedFor:
		return "not-looked-for"
	}
	return "unknown"
}

// ReasonUnsure is the reason code of a place that was found and is more likely
// wrong than right.
const ReasonUnsure = "likely-wrong"
