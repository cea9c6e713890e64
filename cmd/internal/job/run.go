// Package job runs what `dateline map` does: it reads stories and records, locates
// their events on all processors, and writes them, sorted by date, as a folder of
// layers or as one. It knows nothing of flags.
//
// A run takes its input in stretches (flow.go): of stories (stories.go) and of tables
// (record.Parts). What a run before made of them may lie in a journal (journal.go).
// One layer of GeoJSON is made where its events are (lone.go); all else passes through
// an output.Writer (target.go).
package job

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/dateline-map/dateline/cmd/internal/explain"
	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/mapping"
	"github.com/dateline-map/dateline/geo/seen"
	"github.com/dateline-map/dateline/geo/sorted"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/decisions"
	"github.com/dateline-map/dateline/output/layers"
)

// Options say how a run reads its input, and finds places.
type Options struct {
	Voice    voice.Voice
	Program  layers.Program
	Stdin    io.Reader
	Index    gazetteer.Places
	Resolver *resolve.Resolver

	Columns       mapping.Mapping
	Published     when.Interval  // of stories that do not say it
	Home          string         // of stories that do not tell theirs
	Types         *en.Taxonomy   // nil for the usual ones
	MinConfidence float64        // confidence that a place is claimed with
	Merge         bool           // the same event told by several stories
	Repair        bool           // coordinates that a slip explains
	Shard         record.Shard   // of the input that is read
	Limit         Limit          // of refused inputs
	Blur          *geo.Blur      // nil if nothing is to be hidden
	Spool         sorted.Options // for what memory does not hold before it is sorted
	Explained     bool           // it is to be told how all was read
}

// Run is one run over some input: how it is read, and what has come of it so far.
type Run struct {
	Options
	begun   time.Time
	places  *resolve.Decided
	Explain *explain.Explainer // nil if nobody asked
	stop    func(cause error)  // ends the run; nil if there is no limit to stop for

	journal  *journal       // nil if the run cannot be resumed
	report   *layers.Report // of one layer; nil unless asked for
	reportTo *output.File   // where that is to appear; nil for a folder

	keys      *columns   // of the layer; nil unless they are to be known early
	lends     bool       // nobody keeps texts of an event that is settled
	inputOnly bool       // nothing of an event is written but what its row says
	ids       record.IDs // of the events so far
	at        *source    // whose events are settled

	inputs   []*source
	problems []error // with the arguments themselves

	readBy time.Time // when all was read; zero before

	progress *voice.Progress   // nil if nobody watches
	alike    map[[2]string]int // problems told so far, by their fault
	spooled  error             // temporary files failed; the events are not complete
	counts
}

// counts are what a run has counted so far.
type counts struct {
	warned, shown, refused       int // problems
	refusedRows                  int // of the refused, those that are rows of an input
	rows, documents              int // read, without the refused
	fromStories                  int // events of the documents
	eventless                    layers.EventlessList
	located, unresolved, planned int
	why                          explain.Reasons // of the unresolved
	uncoded                      int             // events that nothing but a P-code says the place of, which the gazetteer lacks
	leftOut                      int             // events that the format cannot hold
	shortened                    int             // texts that it has no room for
	moved                        int             // events beyond its map's edge
}

// New returns a run that heeds no decisions yet.
func New(o Options) *Run {
	r := &Run{Options: o, begun: time.Now()}
	r.ids.Bound(seen.Options{Memory: o.Spool.Memory / 2, Folder: o.Spool.Folder})
	if o.Explained {
		r.Explain = explain.New(o.Resolver)
	}
	return r
}

// Find finds the inputs that the arguments name. The outputs among them are not read.
func (r *Run) Find(args []string, outputs ...string) {
	files, problems := input.Find(args, outputs...)
	r.inputs, r.problems = make([]*source, len(files)), problems
	options := r.recordOptions()
	for i := range files {
		files[i].LookInside(options)
		r.inputs[i] = &source{File: files[i]}
	}
}

// A bad input is bad in many rows, and many inputs are bad in one way: so many
// problems of a column are printed, so many of whole inputs that say the same, and
// voice.MostWarnings of all. The report has them all.
const mostAlike = 3

func (r *Run) tell(err error) {
	if fatal(err) {
		r.spooled = err
		return
	}
	if r.report != nil {
		r.report.Problem(err)
	}
	var p *geo.Problem
	errors.As(err, &p)
	if input.Refused(err) {
		r.refused++
		if p != nil && p.Row > 0 {
			r.refusedRows++
		}
		if r.Limit.surely(r.refused) && r.stop != nil {
			r.stop(errTooMany{r.Limit})
		}
	}
	r.warned++
	if r.shown == voice.MostWarnings || p != nil && r.toldOften(p) {
		return
	}
	r.shown++
	r.progress.Aside(func() { r.Voice.Warn(err) })
}

// toldOften reports whether enough problems were told that are one fault with p.
func (r *Run) toldOften(p *geo.Problem) bool {
	if r.alike == nil {
		r.alike = make(map[[2]string]int)
	}
	fault := faultOf(p)
	r.alike[fault]++
	return r.alike[fault] > mostAlike
}

// faultOf returns what problems have in common that are one fault: a column, or
// what is said of whole files.
func faultOf(p *geo.Problem) [2]string {
	var twice input.ErrTwice
	switch {
	case p.Row > 0:
		return [2]string{p.File, p.Column}
	case errors.As(p.Err, &twice):
		return [2]string{"", "given twice"}
	case errors.Is(p.Err, document.ErrDuplicate):
		return [2]string{"", document.ErrDuplicate.Error()}
	}
	return [2]string{"", p.Err.Error()}
}

func (r *Run) count(e *geo.Event) {
	if e.Place.Located() {
		r.located++
	} else {
		r.unresolved++
		r.why.Add(decisions.Reason(&e.Place))
	}
	if e.Status == geo.Planned {
		r.planned++
	}
	if Uncoded(&e.Place) {
		r.uncoded++
	}
}

// accept says, once everything is read and before anything is written, whether
// the run is worth its output.
func (r *Run) accept(report *layers.Report, strict bool) error {
	switch {
	case r.spooled != nil:
		return r.spooled
	case r.journal.failed() != nil:
		return r.journal.failed()
	case strict && r.refused > 0:
		return voice.WithHint(fmt.Errorf("%s refused, and --strict was given; nothing was written", voice.Plural(r.refused, "input")), "leave --strict away to keep the rest")
	case r.Limit.exceeded(r.refused, r.refused+r.rows+r.documents):
		return errTooMany{r.Limit}
	case r.refused > 0 && r.rows == 0 && r.documents == 0:
		return errors.New("nothing could be read; nothing was written")
	}
	return r.balance(report)
}

// balance checks that nothing was lost on the way: what was read is what was
// located or not, and that is what was written. There is no report of a lone
// layer.
func (r *Run) balance(report *layers.Report) error {
	in, out := r.rows+r.fromStories, r.located+r.unresolved
	if report != nil && report.Counts.Events != out {
		out = report.Counts.Events
	}
	if in != out {
		return fmt.Errorf("%d events were read and %d written: this is a fault of the program", in, out)
	}
	return nil
}

// summarise says in a few lines what went in and what came out.
func (r *Run) summarise(t Target, args []string) {
	v := r.Voice
	if r.warned > r.shown {
		v.Say("dateline: %s more%s", voice.Plural(r.warned-r.shown, "warning"), t.listed(r.reportTo))
	}
	read := voice.Plural(r.rows, "row")
	if r.documents > 0 {
		read += fmt.Sprintf(" and %s, %d of them without an event", voice.Plural(r.documents, "document"), r.eventless.Count)
	}
	v.Say("read      %s", read)
	v.Took(voice.Standing{Records: int64(r.rows + r.documents), Elapsed: time.Since(r.begun)}, r.readBy.Sub(r.begun))
	if r.refused > 0 {
		v.Say("refused   %s", refusals(r.refusedRows, r.refused-r.refusedRows))
	}
	v.Say("events    %d: %d located, %d unresolved", r.located+r.unresolved, r.located, r.unresolved)
	r.why.Say(v)
	HintPCodes(v, r.uncoded)
	if r.planned > 0 {
		v.Say("planned   %d of them announced only", r.planned)
	}
	if r.Blur != nil {
		v.Say("blurred   %s", blurredWords(r.Blur))
	}
	if r.leftOut > 0 {
		v.Say("left out  %s that this format cannot hold", voice.Plural(r.leftOut, "event"))
	}
	if r.moved > 0 {
		v.Say("moved     %s to the edge of this format's map", voice.Plural(r.moved, "event"))
	}
	if r.shortened > 0 {
		v.Say("shortened %s to what this format has room for", voice.Plural(r.shortened, "text"))
	}
	if t.Stdout {
		return
	}
	v.Say("written   %s", t.Path)
	if t.Folder && r.Blur == nil {
		r.sayOpen(t, args)
	}
}

// sayOpen says what a person could still decide, and how.
func (r *Run) sayOpen(t Target, args []string) {
	unmet(r.Voice, r.report)
	open := r.report.Open
	if open.Names == 0 {
		r.Voice.Say("settled   every event has a place that nobody need doubt, or is decided to have none")
		return
	}
	r.Voice.Say("open      %s to decide: %s without a place, %d with one that stands in for theirs or is likely wrong", voice.Plural(open.Names, "name"), voice.Plural(open.Unplaced, "event"), open.Doubtful)
	words := []string{"dateline review"}
	for _, arg := range args {
		words = append(words, voice.ShellWord(arg))
	}
	r.Voice.Say("next      open %s, or decide: %s -o %s", filepath.Join(t.Path, layers.MapFile), strings.Join(words, " "), voice.ShellWord(t.Path))
}

// refusals counts what was refused, rows of inputs and inputs themselves.
func refusals(rows, inputs int) string {
	switch {
	case inputs == 0:
		return voice.Plural(rows, "row")
	case rows == 0:
		return voice.Plural(inputs, "input")
	}
	return voice.Plural(rows, "row") + " and " + voice.Plural(inputs, "input")
}

// Each reads the input and gives each event to f, and says whether the run is worth
// it.
func (r *Run) Each(ctx context.Context, f func(*geo.Event)) error {
	for e, err := range r.events(ctx) {
		if err == nil {
			f(&e)
		}
	}
	return errors.Join(ctx.Err(), r.accept(nil, false))
}

// Partial returns the error of a run that was done although some input was refused.
func (r *Run) Partial() error {
	if r.refused > 0 {
		return voice.ErrPartial
	}
	return nil
}
