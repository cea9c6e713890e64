package job

import (
	"context"
	"errors"
	"io"
	"iter"
	"sync"
	"sync/atomic"

	"github.com/dateline-map/dateline/cmd/internal/garbage"
	"github.com/dateline-map/dateline/cmd/internal/parallel"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/sorted"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
)

// lone writes one layer of GeoJSON, as large jobs do. Its features are made
// where their events are, on all processors, and but once: if they are to be
// sorted, what goes to the disk and back is their finished values, which need
// only be put together at the end.
type lone struct {
	run      *Run
	survey   output.Survey // that has seen nothing
	options  geojson.Options
	accept   func() error
	sort     *sorted.Options // nil for the order of the input
	encoders encoders
	buffers  sync.Pool // of *encoded

	// changing says that a stretch changed when it was settled, and the next most
	// likely will, as in a table whose ids all repeat: it is encoded then only.
	changing atomic.Bool
}

// encoded is features or their values, one behind the other.
type encoded struct {
	bytes []byte
	ends  []int // of each
	err   error
}

// form appends an event in one form or another.
type form func(enc *geojson.Encoder, dst []byte, e *geo.Event) ([]byte, error)

func values(enc *geojson.Encoder, dst []byte, e *geo.Event) ([]byte, error) {
	return enc.AppendValues(dst, e)
}

func (l *lone) feature(enc *geojson.Encoder, dst []byte, e *geo.Event) ([]byte, error) {
	return l.options.Framing.AppendFeature(dst, func(dst []byte) ([]byte, error) { return enc.Append(dst, e) })
}

// write writes the layer.
func (l *lone) write(ctx context.Context, to io.Writer) error {
	defer l.run.frugal()()
	l.run.keys = &columns{survey: l.survey}
	l.run.lends = l.run.report == nil // which keeps names
	l.run.inputOnly = l.run.report == nil && l.run.journal == nil && l.run.Explain == nil && l.options.Areas == nil && !l.survey.Fields.TellOurs()
	l.encoders.options = l.options
	l.encoders.options.Shapes = new(geojson.Shapes)
	if l.sort == nil {
		return l.asRead(ctx, to)
	}
	return l.inOrderOfDate(ctx, to)
}

// asRead writes the features in the order of the input. A feature has the
// columns that are known when it is written, so that of several inputs the later
// ones may have more.
func (l *lone) asRead(ctx context.Context, to io.Writer) error {
	w := geojson.NewWriter(to, output.NewColumns(), l.options)
	for s := range l.stretches(ctx, l.feature) {
		if err := l.settle(s, l.feature); err != nil {
			return err
		}
		if err := w.WriteFeatures(s.done.bytes); err != nil {
			return err
		}
		l.release(s)
	}
	if err := errors.Join(ctx.Err(), l.run.knows(&l.run.keys.survey), l.accept()); err != nil {
		return err
	}
	return w.Close()
}

// inOrderOfDate writes the features in the order of their dates.
func (l *lone) inOrderOfDate(ctx context.Context, to io.Writer) error {
	sorter := sorted.New(*l.sort)
	defer sorter.Close()
	for s := range l.stretches(ctx, values) {
		if err := errors.Join(l.settle(s, values), l.add(sorter, s)); err != nil {
			return err
		}
		l.release(s)
	}
	if err := errors.Join(ctx.Err(), l.run.knows(&l.run.keys.survey), l.accept()); err != nil {
		return err
	}
	columns := l.run.keys.survey.Columns()
	w := geojson.NewWriter(to, columns, l.options)
	written := l.run.writing()
	defer written.Finish()
	expand := func(values *encoded) *encoded {
		written.AddMany(len(values.ends))
		return l.expand(values, columns)
	}
	for features, err := range parallel.InOrder(l.batches(sorter.Merged()), expand) {
		if err = errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		if err := w.WriteFeatures(features.bytes); err != nil {
			return err
		}
		l.buffers.Put(features)
	}
	return w.Close()
}

// stretches yields the stretches of the run with their events in a form.
func (l *lone) stretches(ctx context.Context, f form) iter.Seq[*stretch] {
	return func(yield func(*stretch) bool) {
		defer l.run.watch()()
		work := func(s *stretch) *stretch {
			l.run.make(s)
			if !l.changing.Load() {
				l.encode(s, f)
			}
			return s
		}
		for s := range parallel.InOrder(l.run.stretches(ctx), work) {
			if !yield(s) {
				return
			}
		}
	}
}

func (l *lone) encode(s *stretch, f form) {
	d := l.buffer()
	s.done = d
	if s.columns == nil {
		return // a problem, and no events
	}
	enc := l.encoders.take(s.columns)
	defer l.encoders.put(enc, s.columns)
	for e, err := range s.all() {
		if err != nil {
			continue
		}
		d.bytes, err = f(enc, d.bytes, e)
		d.err = errors.Join(d.err, err)
		d.ends = append(d.ends, len(d.bytes))
	}
}

// settle settles the events of a stretch. If one gets another id for it, which
// is rare, the stretch is encoded again.
func (l *lone) settle(s *stretch, f form) error {
	for range l.run.settled(s) {
	}
	l.changing.Store(s.changed)
	if s.changed && s.done != nil {
		l.buffers.Put(s.done)
		s.done = nil
	}
	if s.done == nil {
		l.encode(s, f)
	}
	return errors.Join(s.done.err, l.run.journal.failed())
}

func (l *lone) add(sorter *sorted.Sorter, s *stretch) error {
	from, i := 0, 0
	for e, err := range s.all() {
		if err != nil {
			continue
		}
		end := s.done.ends[i]
		if err := sorter.Add(sorted.KeyOf(e), s.done.bytes[from:end]); err != nil {
			return err
		}
		from, i = end, i+1
	}
	return nil
}

func (l *lone) release(s *stretch) {
	l.buffers.Put(s.done)
	s.done = nil
	s.release()
	l.run.journal.release(s.outcomes)
}

// buffer returns room for features.
func (l *lone) buffer() *encoded {
	d, _ := l.buffers.Get().(*encoded)
	if d == nil {
		d = &encoded{}
	}
	d.bytes, d.ends, d.err = d.bytes[:0], d.ends[:0], nil
	return d
}

// batchBytes is how many bytes of values are made into features at once.
const batchBytes = 64 << 10

// batches copies records together until they are worth another processor's
// while.
func (l *lone) batches(records iter.Seq2[[]byte, error]) iter.Seq2[*encoded, error] {
	return func(yield func(*encoded, error) bool) {
		batch := l.buffer()
		for record, err := range records {
			if err != nil {
				yield(nil, err)
				return
			}
			batch.bytes = append(batch.bytes, record...)
			batch.ends = append(batch.ends, len(batch.bytes))
			if len(batch.bytes) >= batchBytes {
				if !yield(batch, nil) {
					return
				}
				batch = l.buffer()
			}
		}
		if len(batch.ends) > 0 {
			yield(batch, nil)
		}
	}
}

// expand makes features of values.
func (l *lone) expand(values *encoded, columns *output.Columns) *encoded {
	enc := l.encoders.take(columns)
	defer l.encoders.put(enc, columns)
	d := l.buffer()
	from := 0
	for _, end := range values.ends {
		d.bytes, _ = l.options.Framing.AppendFeature(d.bytes, func(dst []byte) ([]byte, error) {
			return enc.Expand(dst, values.bytes[from:end]), nil
		})
		from = end
	}
	l.buffers.Put(values)
	return d
}

// encoders are those for the columns asked for last, which are kept since it
// takes a while to make one.
type encoders struct {
	options geojson.Options
	mu      sync.Mutex
	columns *output.Columns
	free    []*geojson.Encoder
}

func (all *encoders) take(columns *output.Columns) *geojson.Encoder {
	all.mu.Lock()
	defer all.mu.Unlock()
	if all.columns != columns {
		all.columns, all.free = columns, nil
	}
	if n := len(all.free); n > 0 {
		enc := all.free[n-1]
		all.free = all.free[:n-1]
		return enc
	}
	return geojson.NewEncoder(columns, all.options)
}

func (all *encoders) put(enc *geojson.Encoder, columns *output.Columns) {
	all.mu.Lock()
	defer all.mu.Unlock()
	if all.columns == columns {
		all.free = append(all.free, enc)
	}
}

// frugal has garbage of the run collected as its inputs want it.
func (r *Run) frugal() (done func()) {
	if r.holdsStories() {
		return garbage.Bound(garbage.OfStories)
	}
	return garbage.Bound(garbage.OfTables)
}
