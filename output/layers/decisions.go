package layers

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/paulmach/orb"
)

// OpenName is a name that one decision settles: a written name with the country
// and areas written beside it, and what helps to decide it.
type OpenName struct {
	Name   string // as [geo.Place.Written] gives it
	Within geo.Within

	Events      int
	First, Last when.Interval // from the first to the last event; zero if none is dated
	Reason      string        // of the first event, as a code
	Best        geo.Candidate // likewise; zero if there is none
	Example     string        // the first event's quote or title
}

// OpenNames gathers names that are to be decided. Its memory grows with the
// number of such names, not with that of events. The zero OpenNames is empty.
type OpenNames struct {
	names map[question]*OpenName
	order []*OpenName // as first asked
}

// question is what one decision answers.
type question struct {
	name   string
	within geo.Within
}

// ReasonDecided is the reason code of a name that the user says is no place.
const ReasonDecided = "decided-no-place"

// Add notes the event's place and returns its name; nil for a place without a
// name, which cannot be decided.
func (o *OpenNames) Add(e *geo.Event) *OpenName {
	if e.Place.Name == "" {
		return nil
	}
	q := question{e.Place.Written(), e.Place.Within}
	n := o.names[q]
	if n == nil {
		n = &OpenName{Name: q.name, Within: q.within, Reason: Reason(&e.Place), Example: example(e)}
		if len(e.Place.Candidates) > 0 {
			n.Best = e.Place.Candidates[0]
		}
		if o.names == nil {
			o.names = make(map[question]*OpenName)
		}
		o.names[q] = n
		o.order = append(o.order, n)
	}
	n.Events++
	n.extend(e.When)
	return n
}

// extend widens the time from the first to the last event.
func (n *OpenName) extend(i when.Interval) {
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
func (o *OpenNames) Sorted() []*OpenName {
	names := slices.Clone(o.order)
	slices.SortStableFunc(names, func(a, b *OpenName) int {
		return cmp.Or(
			cmp.Compare(b.Events, a.Events),
			cmp.Compare(a.Name, b.Name),
			cmp.Compare(a.Within.Country, b.Within.Country),
			cmp.Compare(a.Within.Adm1, b.Within.Adm1),
			cmp.Compare(a.Within.Adm2, b.Within.Adm2),
		)
	})
	return names
}

// decisions writes the form of what a run could not locate.
type decisions struct {
	w    io.Writer
	made []geo.Decision
	open OpenNames
}

func decisionsTo(w io.Writer, made []geo.Decision) *decisions { return &decisions{w: w, made: made} }

// Write notes the event's place, unless it is decided already.
func (d *decisions) Write(e *geo.Event) error {
	if e.Place.Reason != ReasonDecided {
		d.open.Add(e)
	}
	return nil
}

// Close writes the form.
func (d *decisions) Close() error { return WriteDecisions(d.w, d.made, d.open.Sorted()) }

// WriteDecisions writes the open names as a form to fill in, a row for each: the
// columns to fill in are place_id, or lat and lon. What the user has decided
// already stands first, as decided, so that a run into the same folder loses
// none of it. [ReadDecisions] reads it.
func WriteDecisions(w io.Writer, made []geo.Decision, open []*OpenName) error {
	t := newTable(w, "name", "country", "adm1", "adm2", "place_id", "lat", "lon", "note",
		"events", "first_date", "last_date", "reason",
		"suggestion_id", "suggestion", "suggestion_type", "suggestion_adm1", "suggestion_country", "suggestion_probability",
		"example")
	for i := range made {
		if made[i].Decided() {
			t.decision(&made[i])
		}
	}
	for _, n := range open {
		t.open(n)
	}
	return t.close()
}

func (t *table) open(n *OpenName) {
	first, last := "", ""
	if !n.First.IsZero() {
		first, last = n.First.First.String(), n.Last.Last.String()
	}
	probability := ""
	if n.Best.ID != "" {
		probability = fmt.Sprintf("%.2f", n.Best.Probability)
	}
	t.row(n.Name, n.Within.Country, n.Within.Adm1, n.Within.Adm2, "", "", "", "",
		strconv.Itoa(n.Events), first, last, n.Reason,
		n.Best.ID, n.Best.Name, n.Best.Type, n.Best.Adm1, n.Best.Country, probability, n.Example)
}

// decision writes a row that is filled in.
func (t *table) decision(d *geo.Decision) {
	lat, lon := "", ""
	if d.HasPoint {
		lat = strconv.FormatFloat(d.Point.Lat(), 'f', -1, 64)
		lon = strconv.FormatFloat(d.Point.Lon(), 'f', -1, 64)
	}
	cells := make([]string, 19)
	copy(cells, []string{d.Name, d.Within.Country, d.Within.Adm1, d.Within.Adm2, d.PlaceID, lat, lon, d.Note})
	t.row(cells...)
}

// ReadDecisions reads decisions from a table such as a run writes: rows with the
// columns name, country, adm1, adm2 and place_id, or lat and lon, in any order
// and beside any others. Rows that decide nothing are left out; a faulty one is a
// [*geo.Problem].
func ReadDecisions(file string, r io.Reader) ([]geo.Decision, []error) {
	rows := csv.NewReader(r)
	rows.FieldsPerRecord = -1
	header, err := rows.Read()
	if err != nil {
		return nil, []error{&geo.Problem{File: file, Refused: true, Err: errors.New("no header row")}}
	}
	column := map[string]int{}
	for i, name := range header {
		column[strings.ToLower(strings.TrimSpace(strings.TrimPrefix(name, "\ufeff")))] = i
	}
	if _, ok := column["name"]; !ok {
		return nil, []error{&geo.Problem{File: file, Row: 1, Refused: true, Err: errors.New("no column is called name")}}
	}
	var made []geo.Decision
	var problems []error
	refuse := func(line int, err error) {
		problems = append(problems, &geo.Problem{File: file, Row: line, Refused: true, Err: err})
	}
	for {
		cells, err := rows.Read()
		var bad *csv.ParseError
		switch {
		case err == io.EOF:
			return made, problems
		case errors.As(err, &bad):
			refuse(bad.StartLine, bad.Err)
			continue
		case err != nil:
			refuse(0, err)
			return made, problems
		}
		d, err := parseDecision(func(name string) string {
			if i, ok := column[name]; ok && i < len(cells) {
				return unsafeCell(strings.TrimSpace(cells[i]))
			}
			return ""
		})
		line, _ := rows.FieldPos(0)
		switch {
		case err != nil:
			refuse(line, err)
		case d.Decided():
			made = append(made, d)
		}
	}
}

func parseDecision(cell func(string) string) (geo.Decision, error) {
	d := geo.Decision{
		Name:    cell("name"),
		Within:  geo.Within{Country: cell("country"), Adm1: cell("adm1"), Adm2: cell("adm2")},
		PlaceID: cell("place_id"),
		Note:    cell("note"),
	}
	lat, lon := cell("lat"), cell("lon")
	switch {
	case lat == "" && lon == "":
		return d, nil
	case d.PlaceID != "":
		return d, fmt.Errorf("%q has both a place_id and coordinates", d.Name)
	}
	y, err := strconv.ParseFloat(lat, 64)
	if err != nil || !(y >= -90 && y <= 90) {
		return d, fmt.Errorf("%q is not a latitude", lat)
	}
	x, err := strconv.ParseFloat(lon, 64)
	if err != nil || !(x >= -180 && x <= 180) {
		return d, fmt.Errorf("%q is not a longitude", lon)
	}
	d.Point, d.HasPoint = orb.Point{x, y}, true
	return d, nil
}

// unsafeCell undoes safeCell.
func unsafeCell(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && safeCell(rest) == s {
		return rest
	}
	return s
}
