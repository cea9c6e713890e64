package job

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"path"
	"sync"
	"time"

	"github.com/dateline-map/dateline/cmd/internal/explain"
	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/parallel"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/output"
)

// stretch is some of a run's input on its way: a part of a file of records, some
// events of stories, or a problem. Stretches are read one after another, made
// into events on all processors, and settled one after another again.
type stretch struct {
	in       *source      // whose part it is
	part     *record.Part // nil for the others
	places   rowLocator   // of the part's rows; nil for the others
	events   []geo.Event
	outcomes []outcome // what a run before made of the part; else nil
	err      error
	over     *source         // of which this is the end; nil for the others
	columns  *output.Columns // that its events may have; nil unless asked for

	done    *encoded // its features, if they are asked for
	changed bool     // an event changed when it was settled: its id, or repaired coordinates
}

// stretchEvents is how many events of stories are a stretch.
const stretchEvents = 256

// all yields what became of a stretch, in order.
func (s *stretch) all() iter.Seq2[*geo.Event, error] {
	switch {
	case s.outcomes != nil:
		return s.known
	case s.part != nil:
		return s.part.Events()
	}
	return func(yield func(*geo.Event, error) bool) {
		if s.err != nil {
			yield(nil, s.err)
			return
		}
		for i := range s.events {
			if !yield(&s.events[i], nil) {
				return
			}
		}
	}
}

func (s *stretch) known(yield func(*geo.Event, error) bool) {
	for i := range s.outcomes {
		o := &s.outcomes[i]
		if o.err != nil && !yield(nil, o.err) || o.err == nil && !yield(&o.event, nil) {
			return
		}
	}
}

// release lets the memory of the stretch be used again.
func (s *stretch) release() {
	if s.part != nil {
		s.part.Release()
	}
}

// make turns a stretch into located events.
func (r *Run) make(s *stretch) *stretch {
	if s.outcomes != nil {
		return s
	}
	if s.part != nil {
		s.part.Convert()
	}
	var places rowLocator = r.places
	if s.places != nil {
		places = s.places
	}
	some := rowRooms.Get().(*[rowsAtOnce]*geo.Place)
	defer rowRooms.Put(some)
	rows := some[:0]
	for e, err := range s.all() {
		if err == nil {
			rows = append(rows, &e.Place)
		}
		if len(rows) == len(some) {
			places.LocateEach(rows)
			rows = rows[:0]
		}
	}
	places.LocateEach(rows)
	return s
}

// rowLocator finds where places are, each for itself.
type rowLocator interface {
	geo.Locator
	LocateEach(rows []*geo.Place)
}

const rowsAtOnce = 128

// rowRooms is room for the rows of a stretch, which else were a fifth of the garbage
// of a table.
var rowRooms = sync.Pool{New: func() any { return new([rowsAtOnce]*geo.Place) }}

// events yields the located events of all inputs. Every error in the stream is
// told and counted here; who consumes the stream need not. What an event points
// to may change when the stream is asked for the next one.
func (r *Run) events(ctx context.Context) iter.Seq2[geo.Event, error] {
	return r.blurred(r.settledEvents(ctx))
}

func (r *Run) settledEvents(ctx context.Context) iter.Seq2[geo.Event, error] {
	return func(yield func(geo.Event, error) bool) {
		defer r.watch()()
		for s := range parallel.InOrder(r.stretches(ctx), r.make) {
			for e, err := range r.settled(s) {
				if err != nil && !yield(geo.Event{}, err) || err == nil && !yield(*e, nil) {
					return
				}
			}
			if r.Explain == nil {
				s.release()
				r.journal.release(s.outcomes)
			}
		}
		if err := ctx.Err(); err != nil {
			yield(geo.Event{}, err)
		}
	}
}

// watch shows the progress until the function that it returns is called, which
// ends the run's reading.
func (r *Run) watch() (done func()) {
	r.progress = voice.NewProgress(r.Voice, sizeOfInputs(r.inputs))
	return func() {
		r.progress.Finish()
		r.readBy = time.Now()
		r.spooled = errors.Join(r.spooled, r.ids.Err(), r.ids.Close())
	}
}

// settled yields what became of a stretch: it gives the events ids of their own,
// tells the problems, and counts both.
func (r *Run) settled(s *stretch) iter.Seq2[*geo.Event, error] {
	return func(yield func(*geo.Event, error) bool) {
		if s.over != nil {
			r.ended(s.over, yield)
			return
		}
		if s.in != r.at {
			r.ids.Next()
			r.at = s.in
		}
		r.journal.putStretch(s)
		for e, err := range s.all() {
			if err != nil {
				s.in.refusal(err)
				r.tell(err)
				if !yield(nil, err) {
					return
				}
				continue
			}
			if doubt := cmp.Or(r.doubted(e), disputed(e)); doubt != nil {
				s.changed = s.changed || r.Repair
				if s.part != nil {
					doubt.File = s.part.File() // as in the reader's own problems
				}
				r.tell(doubt)
				if !yield(nil, doubt) {
					return
				}
			}
			r.settle(s, e)
			if !yield(e, nil) {
				return
			}
		}
	}
}

// ended tells what the whole of an input shows and none of its rows can.
func (r *Run) ended(in *source, yield func(*geo.Event, error) bool) {
	if err := in.adrift.problem(in); err != nil {
		r.tell(err)
		yield(nil, err)
	}
}

func (r *Run) settle(s *stretch, e *geo.Event) {
	if s.in != nil {
		s.in.rows++
		r.rows++
		r.progress.Add()
	}
	s.changed = r.ids.Tell(e) || s.changed
	s.changed = r.places.Settle(e) || s.changed
	r.count(e)
	r.Explain.Row(e)
	if r.report != nil {
		r.report.Event(e)
	}
}

// stretches yields the inputs in stretches: problems with the arguments first,
// then the events of stories, then records.
func (r *Run) stretches(ctx context.Context) iter.Seq2[*stretch, error] {
	return func(yield func(*stretch, error) bool) {
		r.connect(ctx)
		next := func(s *stretch) bool { return ctx.Err() == nil && yield(s, nil) }
		for _, err := range r.problems {
			if !next(&stretch{err: err}) {
				return
			}
		}
		if r.holdsStories() && !r.storyStretches(ctx, next) {
			return
		}
		for _, in := range r.inputs {
			if !in.Stories && !r.recordStretches(ctx, in, next) {
				return
			}
		}
	}
}

func (r *Run) storyStretches(ctx context.Context, next func(*stretch) bool) bool {
	s := &stretch{}
	for e, err := range r.stories(ctx) {
		if err != nil {
			if !next(&stretch{err: err}) {
				return false
			}
			continue
		}
		s.events = append(s.events, e)
		s.columns = r.keys.of(&e)
		if len(s.events) == stretchEvents {
			if !next(s) {
				return false
			}
			s = &stretch{}
		}
	}
	return len(s.events) == 0 || next(s)
}

func (r *Run) recordStretches(ctx context.Context, in *source, next func(*stretch) bool) bool {
	options := r.recordOptions()
	options.Shard = r.Shard
	options.LendText, options.InputOnly = r.lends, r.inputOnly
	options.Opened = r.progress.Opened
	if in.Pipe != nil {
		if p := in.Empty(); p != nil {
			return next(&stretch{err: p})
		}
	}
	in.begin()
	r.progress.NextInput(input.Size(in.Path))
	places, known := TableLocator(ctx, in.Path, r.recordOptions(), r.places)
	options.Known = known
	parts := record.Parts(in.Path, options)
	if in.Pipe != nil {
		parts = record.ReadParts(in.Name(), in.Pipe, options)
	}
	for p := range parts {
		s := &stretch{in: in, part: p, places: places, columns: r.keys.named(p.Names())}
		s.outcomes, _ = r.journal.outcomes()
		if !next(s) {
			return false
		}
	}
	if p := in.end(); p != nil && !next(&stretch{err: p}) {
		return false
	}
	return next(&stretch{over: in})
}

// columns are those of the layer as far as the inputs are read. A nil one has
// none.
type columns struct {
	survey output.Survey
	names  []string // noted last
	now    *output.Columns
	noted  int // how many columns of the input are in them
}

// named returns the columns of a layer whose next events have properties so
// named.
func (c *columns) named(names []string) *output.Columns {
	if c == nil {
		return nil
	}
	same := c.now != nil && len(names) == len(c.names) && (len(names) == 0 || &names[0] == &c.names[0])
	if !same {
		c.survey.NoteNames(names)
		c.grown()
		c.names = names
	}
	return c.now
}

// of returns the columns of a layer whose next event is e.
func (c *columns) of(e *geo.Event) *output.Columns {
	if c == nil {
		return nil
	}
	c.survey.Note(e)
	c.grown()
	return c.now
}

// grown keeps the columns as they are now, if there are more than before.
func (c *columns) grown() {
	if n := c.survey.Len(); c.now == nil || n > c.noted {
		c.now, c.noted = c.survey.Columns(), n
	}
}

// recordOptions returns how tables are to be read.
func (r *Run) recordOptions() record.Options {
	o := input.TableOptions(&r.Columns)
	o.RepairSwapped = r.Repair
	o.Layers = true
	o.Documents = func(name string) bool { return document.IsPacked(name) || path.Base(name) == input.ManifestName }
	return o
}

// doubted returns the problem of an event whose coordinates do not lie in the
// country that its row says, with the slip that would explain it, and repairs
// them if that was asked for; nil if they are not to be doubted.
func (r *Run) doubted(e *geo.Event) *geo.Problem {
	m := &e.Place.Match
	abroad := m.Reason == resolve.ReasonAbroad
	if m.Kind != geo.Given || !abroad && m.Country != "" {
		return nil
	}
	if r.at != nil && !abroad && e.Place.Within.Country == "" {
		r.at.adrift.note(r.Resolver, m)
		return nil
	}
	at, slip, explained := r.Resolver.Repair(&e.Place)
	if !abroad && !explained {
		return nil // out at sea
	}
	doubt := fmt.Sprintf("the coordinates %s lie in %s, not in %q", explain.Coordinates(m), cmp.Or(m.Country, "the sea"), e.Place.Within.Country)
	if explained {
		doubt += "; " + slip
	}
	if explained && r.Repair {
		doubt += ", and was repaired"
		*m = geo.Match{Kind: geo.Given, Point: at, Precision: m.Precision, RadiusM: m.RadiusM}
		r.places.Locate(&e.Place)
	}
	return &geo.Problem{File: e.Source.Document, Row: e.Source.Row, Err: errors.New(doubt)}
}

// writing returns the progress of writing the run's events, all of which are read.
func (r *Run) writing() *voice.Progress {
	return voice.WritingProgress(r.Voice, r.located+r.unresolved)
}

// watchWriting shows the progress of writing events that come sorted: the first
// comes when all are read.
func (r *Run) watchWriting(events iter.Seq2[geo.Event, error]) iter.Seq2[geo.Event, error] {
	return func(yield func(geo.Event, error) bool) {
		var p *voice.Progress
		defer func() { p.Finish() }()
		for e, err := range events {
			if p == nil && err == nil {
				p = r.writing()
			}
			p.Add()
			if !yield(e, err) {
				return
			}
		}
	}
}
