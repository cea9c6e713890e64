package layers

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"regexp"
	"slices"
	"sync"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/decisions"
)

// Program is what wrote the layers.
type Program struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Gazetteer is what the places were looked up in.
type Gazetteer struct {
	Name        string `json:"name"`
	Version     string `json:"version"`
	Places      int    `json:"places"`
	Attribution string `json:"attribution"`
}

// Input is a file or stream that was read.
type Input struct {
	Path      string `json:"path"`
	Kind      string `json:"kind"` // "stories", "table" and so on
	Bytes     int64  `json:"bytes"`
	SHA256    string `json:"sha256"`
	Documents int    `json:"documents"`
	Rows      int    `json:"rows"`
	Refused   int    `json:"refused"` // documents and rows of which no event came, or the file itself; counted by Write
}

// Report is what went into a run and what came out. It knows no clock: the same
// run gives the same report.
type Report struct {
	Program   Program
	Gazetteer Gazetteer
	Inputs    []Input
	Counts    Counts

	Matches    []Tally // events by match
	Precisions []Tally // located events by place_precision
	Types      []Tally // events by event_type
	Unresolved []Tally // events without a point by reason
	Coarser    []Tally // located events by why their place is coarser than named
	Refused    []Tally // refused documents, rows and files by reason

	Eventless        []Eventless // documents without an event, in the order they were read
	EventlessLeftOut int         // beyond the first 10,000

	Problems        []ProblemReport // in the order they were met
	ProblemsLeftOut int             // beyond the first 10,000
	Files           []*FileReport   // but for the report itself

	Open      Open             // what a person could still decide
	Decisions []DecisionReport // that the run has heeded, in their order

	tallies     map[*[]Tally]map[string]int
	names       *decisions.Names // what a person is asked about
	asksNothing bool
	refused     map[string]int // by file
}

// Counts are the sums of a run. Events is Located plus Unresolved.
type Counts struct {
	Documents  int `json:"documents"`
	Eventless  int `json:"eventless"` // documents that were read and tell of no event
	Rows       int `json:"rows"`
	Events     int `json:"events"`
	Located    int `json:"located"`
	Unresolved int `json:"unresolved"` // without a point, the ambiguous included
	Ambiguous  int `json:"ambiguous"`
	Undated    int `json:"undated"`
	Planned    int `json:"planned"`
	Refused    int `json:"refused"`    // documents and rows of which no event came
	Unreadable int `json:"unreadable"` // whole files of which nothing could be read
	Problems   int `json:"problems"`   // all faults found, the refusals included
	Killed     int `json:"killed"`     // the sum of what is known
}

// Tally is how many events or records have something in common.
type Tally struct {
	Of    string
	Count int
}

// ProblemReport is one fault of the input.
type ProblemReport struct {
	File    string `json:"file,omitempty"`
	Row     int    `json:"row,omitempty"`
	Column  string `json:"column,omitempty"`
	Refused bool   `json:"refused"`
	Problem string `json:"problem"`
}

// Eventless is a document that was read and gave no event.
type Eventless struct {
	Document string `json:"document"`
	Reason   string `json:"reason"` // in words
}

// EventlessList is documents without an event: how many, and the first of them.
// The zero EventlessList is empty.
type EventlessList struct {
	Count int
	First []Eventless // at most 10,000
}

// Add adds a document.
func (l *EventlessList) Add(d Eventless) {
	if l.Count++; len(l.First) < mostProblems {
		l.First = append(l.First, d)
	}
}

// FileReport is one file of the folder.
type FileReport struct {
	Name   string `json:"name"`
	Events int    `json:"events"`
	Bytes  int64  `json:"bytes"`
}

// mostProblems bounds each list of the report of an input that is bad throughout; the counts
// go on.
const mostProblems = 10_000

// NewReport returns the report of a run of which nothing is known yet. [Write]
// makes its own.
func NewReport(o Options) *Report {
	return &Report{
		Program: o.Program, Gazetteer: o.Gazetteer,
		tallies: make(map[*[]Tally]map[string]int), refused: make(map[string]int),
		Decisions: decisionReports(o.Decisions), names: decisions.NewNames(o.Decisions), asksNothing: o.AskNothing,
	}
}

func (r *Report) count(where *[]Tally, of string) {
	if r.tallies[where] == nil {
		r.tallies[where] = make(map[string]int)
	}
	r.tallies[where][of]++
}

// Event counts a located event, or one that is not.
func (r *Report) Event(e *geo.Event) {
	r.ask(e)
	c, p := &r.Counts, &e.Place
	c.Events++
	if p.Located() {
		c.Located++
		r.count(&r.Precisions, p.Precision.String())
		if p.Reason != "" {
			r.count(&r.Coarser, p.Reason)
		}
	} else {
		c.Unresolved++
		r.count(&r.Unresolved, decisions.Reason(p))
	}
	if p.Match.Kind == geo.Ambiguous {
		c.Ambiguous++
	}
	if e.When.IsZero() {
		c.Undated++
	}
	if e.Status == geo.Planned {
		c.Planned++
	}
	n, _ := e.Killed.Best.Int()
	c.Killed += n
	r.count(&r.Matches, p.Match.Kind.String())
	r.count(&r.Types, e.Type)
}

// Problem counts what was refused or doubted.
func (r *Report) Problem(err error) {
	r.Counts.Problems++
	entry := ProblemReport{Problem: err.Error(), Refused: true} // a file that cannot be opened is no Problem
	if p := (*geo.Problem)(nil); errors.As(err, &p) {
		entry = ProblemReport{File: p.File, Row: p.Row, Column: p.Column, Refused: p.Refused, Problem: p.Err.Error()}
	}
	if entry.Refused {
		if entry.Row > 0 {
			r.Counts.Refused++
		} else {
			r.Counts.Unreadable++
		}
		r.count(&r.Refused, kindOf(entry.Problem))
		r.refused[entry.File]++
	}
	if len(r.Problems) == mostProblems {
		r.ProblemsLeftOut++
		return
	}
	r.Problems = append(r.Problems, entry)
}

var particulars = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`"(?:[^"\\]|\\.)*"|[-+]?[0-9][0-9.,:/-]*`)
})

// kindOf takes the particulars out of a message, so that faults of one kind can
// be counted: `"x" is not a date` becomes `… is not a date`.
func kindOf(message string) string { return particulars().ReplaceAllString(message, "…") }

func (r *Report) file(name string) *FileReport {
	f := &FileReport{Name: name}
	r.Files = append(r.Files, f)
	return f
}

func (r *Report) eventless(all EventlessList) {
	r.Counts.Eventless = all.Count
	r.Eventless = all.First
	r.EventlessLeftOut = all.Count - len(all.First)
}

// Finish is called once all is read, with what the options say of the inputs. It
// adds them up, and turns the counts so far into tallies, the most frequent first.
func (r *Report) Finish(inputs []Input, without EventlessList) {
	r.eventless(without)
	r.answered()
	r.Inputs = slices.Clone(inputs)
	for i := range r.Inputs {
		in := &r.Inputs[i]
		in.Refused = r.refused[in.Path]
		r.Counts.Documents += in.Documents
		r.Counts.Rows += in.Rows
	}
	for where, counts := range r.tallies {
		*where = (*where)[:0]
		for of, n := range counts {
			*where = append(*where, Tally{of, n})
		}
		slices.SortFunc(*where, func(a, b Tally) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Of, b.Of))
		})
	}
}

func (r *Report) write(dir *output.Dir) error {
	f, err := dir.Create(ReportFile)
	if err != nil {
		return err
	}
	text, err := r.JSON()
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return err
}

// JSON returns the report as it is written: one member a line, lists with one
// element a line, so that two reports can be compared by line.
func (r *Report) JSON() ([]byte, error) {
	var b bytes.Buffer
	members := []struct {
		key   string
		value any
	}{
		{"program", r.Program}, {"gazetteer", r.Gazetteer}, {"inputs", list(r.Inputs)}, {"counts", r.Counts},
		{"open", r.Open}, {"decisions", list(r.Decisions)},
		{"matches", tallies(r.Matches, "match", "events")},
		{"precisions", tallies(r.Precisions, "place_precision", "events")},
		{"types", tallies(r.Types, "event_type", "events")},
		{"unresolved", tallies(r.Unresolved, "reason", "events")},
		{"coarser", tallies(r.Coarser, "reason", "events")},
		{"refused", tallies(r.Refused, "reason", "records")},
		{"eventless", list(r.Eventless)}, {"eventless_left_out", r.EventlessLeftOut},
		{"problems", list(r.Problems)}, {"problems_left_out", r.ProblemsLeftOut}, {"files", list(r.Files)},
	}
	sep := "{\n"
	for _, m := range members {
		b.WriteString(sep + `"` + m.key + `":`)
		if err := writeMember(&b, m.value); err != nil {
			return nil, err
		}
		sep = ",\n"
	}
	b.WriteString("\n}\n")
	return b.Bytes(), nil
}

func list[T any](items []T) []any {
	all := make([]any, len(items))
	for i := range items {
		all[i] = items[i]
	}
	return all
}

func tallies(all []Tally, of, count string) []any {
	items := make([]any, len(all))
	for i, t := range all {
		items[i] = tallyJSON{of: of, count: count, Tally: t}
	}
	return items
}

// tallyJSON is a tally with the words that it is written with.
type tallyJSON struct {
	of, count string
	Tally
}

// MarshalJSON writes {"reason":"no-name","events":3}.
func (t tallyJSON) MarshalJSON() ([]byte, error) {
	of, err := json.Marshal(t.Of)
	if err != nil {
		return nil, err
	}
	n, err := json.Marshal(t.Count)
	return []byte(`{"` + t.of + `":` + string(of) + `,"` + t.count + `":` + string(n) + `}`), err
}

func writeMember(b *bytes.Buffer, value any) error {
	items, isList := value.([]any)
	if !isList {
		return writeJSON(b, value)
	}
	sep := "["
	for _, item := range items {
		b.WriteString(sep + "\n")
		if err := writeJSON(b, item); err != nil {
			return err
		}
		sep = ","
	}
	if len(items) == 0 {
		b.WriteString("[")
	}
	b.WriteString("]")
	return nil
}

func writeJSON(b *bytes.Buffer, value any) error {
	text, err := json.Marshal(value)
	b.Write(text)
	return err
}
