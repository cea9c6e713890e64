// Package decisions is the table in which a person says, once and never again,
// what a name means: what is asked, what was answered, and the file of both as
// spreadsheets and people leave it.
//
// # Non-goals
//
//   - Knowing places. A decision names one by its id or its coordinates, and
//     whoever heeds it looks them up.
package decisions

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
)

// Form is a table of questions with room for answers. It is also other people's
// table: their columns, their notes, the order of their rows and the sign between
// their columns stay as they are. A new one is made by [New].
type Form struct {
	header []string
	column map[string]int // by name in lower case
	own    []int          // the columns that a person has: notes, and those that are not ours
	rows   []*formRow
	at     map[geo.Question]*formRow // the row that counts
	comma  rune
	marked bool // with a byte order mark, by which spreadsheets know UTF-8
}

type formRow struct {
	cells []string
	said  geo.Decision
}

// The columns of a form. A person fills in a place's id, or latitude and
// longitude and if need be how exact they are; the rest says what is asked and
// helps to answer.
var (
	questionColumns   = []string{"name", "country", "adm1", "adm2"}
	answerColumns     = []string{"place_id", "lat", "lon", "radius_m", "note"}
	countColumns      = []string{"events", "first_date", "last_date"}
	suggestionColumns = []string{"reason", "suggestion_id", "suggestion", "suggestion_type", "suggestion_adm1", "suggestion_country", "suggestion_probability", "example"}
	allColumns        = slices.Concat(questionColumns, answerColumns, countColumns, suggestionColumns, []string{"event"})
)

// otherNames are those that the columns have in the list of events without a
// place, which may be filled in and given as decisions, too.
var otherNames = map[string]string{"name": "place", "event": "id"}

// New returns a form that asks nothing.
func New() *Form {
	f := &Form{at: make(map[geo.Question]*formRow), comma: ','}
	f.setHeader(nil)
	return f
}

// setHeader makes the header, with the columns that it lacks behind it.
func (f *Form) setHeader(names []string) {
	f.header, f.column = slices.Clone(names), make(map[string]int, len(names))
	for i, name := range names {
		key := strings.ToLower(strings.TrimSpace(name))
		if _, twice := f.column[key]; !twice {
			f.column[key] = i
		}
	}
	for _, name := range allColumns {
		if _, ok := f.columnOf(name); !ok {
			f.column[name] = len(f.header)
			f.header = append(f.header, name)
		}
	}
	ours := make(map[int]bool, len(allColumns))
	for _, name := range allColumns {
		i, _ := f.columnOf(name)
		ours[i] = name != "note"
	}
	f.own = nil
	for i := range f.header {
		if !ours[i] {
			f.own = append(f.own, i)
		}
	}
}

func (f *Form) columnOf(name string) (int, bool) {
	i, ok := f.column[name]
	if !ok && otherNames[name] != "" {
		i, ok = f.column[otherNames[name]]
	}
	return i, ok
}

// Read reads a form: rows with the columns name, country, adm1, adm2 and
// place_id, or lat and lon, in any order and beside any others. Columns may be
// set apart by a comma, a semicolon or a tab. Rows that decide nothing are kept;
// a faulty one is a [*geo.Problem] that names the file.
func Read(file, text string) (*Form, []error) {
	f := New()
	text, f.marked = strings.CutPrefix(text, "\ufeff")
	rows := f.reader(text)
	if rows == nil {
		return f, []error{&geo.Problem{File: file, Row: 1, Refused: true, Err: errNoName(text)}}
	}
	var problems []error
	refuse := func(line int, err error) {
		problems = append(problems, &geo.Problem{File: file, Row: line, Refused: true, Err: err})
	}
	for {
		cells, err := rows.Read()
		var bad *csv.ParseError
		switch {
		case err == io.EOF:
			return f, problems
		case errors.As(err, &bad):
			refuse(bad.StartLine, bad.Err)
			continue
		}
		line, _ := rows.FieldPos(0)
		if err := f.add(cells); err != nil {
			refuse(line, err)
		}
	}
}

func errNoName(text string) error {
	if strings.TrimSpace(text) == "" {
		return errors.New("no header row")
	}
	return errors.New("no column is called name")
}

// reader returns what reads the rows below the header, by the sign between the
// columns that makes the header one; nil if none does.
func (f *Form) reader(text string) *csv.Reader {
	for _, comma := range ",;\t" {
		rows := csv.NewReader(strings.NewReader(text))
		rows.Comma, rows.FieldsPerRecord, rows.LazyQuotes = comma, -1, comma == '\t'
		header, err := rows.Read()
		if err != nil {
			continue
		}
		known := func(names ...string) bool {
			return slices.ContainsFunc(header, func(h string) bool { return slices.Contains(names, strings.ToLower(strings.TrimSpace(h))) })
		}
		if known("name", "place", "event") {
			f.comma = comma
			f.setHeader(header)
			return rows
		}
	}
	return nil
}

// add adds a row as it was read. Of rows on the same question the last that is
// filled in counts.
func (f *Form) add(cells []string) error {
	if !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" }) {
		return nil // what spreadsheets write for an emptied row
	}
	row := &formRow{cells: slices.Clone(cells)}
	for len(row.cells) < len(f.header) {
		row.cells = append(row.cells, "")
	}
	d, err := f.parse(row)
	if err != nil {
		return err
	}
	row.said = d
	f.rows = append(f.rows, row)
	q := d.Question()
	if before := f.at[q]; before == nil || d.Decided() || !before.said.Decided() {
		f.at[q] = row
	}
	return nil
}

// cell returns what a row says in one of our columns.
func (f *Form) cell(r *formRow, name string) string {
	if i, ok := f.columnOf(name); ok {
		return output.UnsafeCell(strings.TrimSpace(r.cells[i]))
	}
	return ""
}

func (f *Form) set(r *formRow, name, value string) {
	i, _ := f.columnOf(name)
	r.cells[i] = value
}

// Empty reports whether the form asks and decides nothing.
func (f *Form) Empty() bool { return len(f.rows) == 0 }

// Decisions returns what is decided, in the order of the form.
func (f *Form) Decisions() (made []geo.Decision) {
	for _, r := range f.rows {
		if r.said.Decided() && f.at[r.said.Question()] == r {
			made = append(made, r.said)
		}
	}
	return made
}

// On returns the decision on a question; one that decides nothing if there is
// none.
func (f *Form) On(q geo.Question) geo.Decision {
	if r := f.at[q]; r != nil {
		return r.said
	}
	return geo.Decision{Name: q.Name, Within: q.Within, Event: q.Event}
}

// Decide fills in a decision, or empties its cells if it decides nothing.
func (f *Form) Decide(d geo.Decision) {
	r := f.at[d.Question()]
	if r == nil {
		r = f.begin(d.Question())
	}
	if !d.HasPoint {
		d.Point, d.RadiusM = [2]float64{}, geo.Figure{}
	}
	lat, lon, radius := "", "", ""
	if d.HasPoint {
		lat, lon = number(d.Point.Lat()), number(d.Point.Lon())
	}
	if m, known := d.RadiusM.Int(); known {
		radius = strconv.Itoa(m)
	}
	for i, value := range []string{d.PlaceID, lat, lon, radius, d.Note} {
		f.set(r, answerColumns[i], value)
	}
	r.said = d
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// begin adds an empty row for a question.
func (f *Form) begin(q geo.Question) *formRow {
	r := &formRow{cells: make([]string, len(f.header)), said: geo.Decision{Name: q.Name, Within: q.Within, Event: q.Event}}
	for i, value := range []string{q.Name, q.Within.Country, q.Within.Adm1, q.Within.Adm2} {
		f.set(r, questionColumns[i], value)
	}
	f.set(r, "event", q.Event)
	f.rows = append(f.rows, r)
	f.at[q] = r
	return r
}

// Renew makes the form ask what a run has found to ask: rows that are there stay
// where they are, with what is known now; new ones follow, in the order given. A
// row that nobody has written into goes if nothing asks it any more.
func (f *Form) Renew(names []*Name) {
	asked := make(map[geo.Question]bool, len(names))
	for _, n := range names {
		asked[n.Question] = true
	}
	touched := slices.ContainsFunc(f.rows, f.touched)
	f.rows = slices.DeleteFunc(f.rows, func(r *formRow) bool {
		gone := !f.touched(r) && (!touched || !asked[r.said.Question()])
		if q := r.said.Question(); gone && f.at[q] == r {
			delete(f.at, q)
		}
		return gone
	})
	for _, n := range names {
		r := f.at[n.Question]
		if r == nil {
			r = f.begin(n.Question)
		}
		f.inform(r, n)
	}
}

// touched reports whether a person has written into a row: an answer, a note, or
// into a column that is not ours.
func (f *Form) touched(r *formRow) bool {
	return r.said.Decided() || slices.ContainsFunc(f.own, func(i int) bool { return strings.TrimSpace(r.cells[i]) != "" })
}

// inform writes into a row what is known of its question. What speaks for an
// answer stays as it was once the question is answered.
func (f *Form) inform(r *formRow, n *Name) {
	first, last := "", ""
	if !n.First.IsZero() {
		first, last = n.First.First.String(), n.Last.Last.String()
	}
	for i, value := range []string{strconv.Itoa(n.Events), first, last} {
		f.set(r, countColumns[i], value)
	}
	if n.Decided || r.said.Decided() {
		if f.cell(r, "example") == "" {
			f.set(r, "example", n.Example)
		}
		return
	}
	probability := ""
	if n.Best.ID != "" {
		probability = fmt.Sprintf("%.2f", n.Best.Probability)
	}
	for i, value := range []string{n.Reason, n.Best.ID, n.Best.Name, n.Best.Type, n.Best.Adm1, n.Best.Country, probability, n.Example} {
		f.set(r, suggestionColumns[i], value)
	}
}

// Write writes the form as CSV, safe to open in a spreadsheet.
func (f *Form) Write(w io.Writer) error {
	if f.marked {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	t := csv.NewWriter(w)
	t.Comma, t.UseCRLF = f.comma, true
	_ = t.Write(safe(f.header)) // its error is the flush's
	for _, r := range f.rows {
		_ = t.Write(safe(r.cells))
	}
	t.Flush()
	return t.Error()
}

func safe(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = output.SafeCell(c)
	}
	return out
}
