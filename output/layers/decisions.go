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

// decisions gathers the names that were not located and writes them as a form
// to fill in: one row for each name with the country and areas written beside
// it, the name on which most events hang first. Its memory grows with the
// number of such names, not with that of events.
//
// What the user has decided already stands first, as decided, so that a run
// into the same folder loses none of it.
type decisions struct {
	w     io.Writer
	made  []geo.Decision
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

func decisionsTo(w io.Writer, made []geo.Decision) *decisions {
	return &decisions{w: w, made: made, names: make(map[question]*answer)}
}

// ReasonDecided is the reason code of a name that the user says is no place.
const ReasonDecided = "decided-no-place"

// Write notes the event's place. A place without a name cannot be decided, and
// one that is decided need not be.
func (d *decisions) Write(e *geo.Event) error {
	if e.Place.Name == "" || e.Place.Reason == ReasonDecided {
		return nil
	}
	q := question{e.Place.Written(), e.Place.Within}
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
	for i := range d.made {
		if d.made[i].Decided() {
			t.decision(&d.made[i])
		}
	}
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
