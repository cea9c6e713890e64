package job

import (
	"context"
	"errors"
	"io"
	"iter"
	"sync"

	"github.com/dateline-map/dateline/cmd/internal/explain"
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/sorted"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/layers"
	"github.com/paulmach/orb"
)

// Output is what a run is to write.
type Output struct {
	Target
	Layers    layers.Options    // as far as the user says them
	Areas     bool              // events known to an area only are drawn as that
	Decisions string            // a file of them that is heeded beside the folder's
	Explain   string            // the file that says how all was read; empty for none
	Report    string            // the file of the report of one layer; empty for none
	Strict    bool              // nothing is written if any input is refused
	Resume    bool              // a journal is kept beside the output
	Flags     map[string]string // that change what becomes of the input
	Aids      []string          // what may be files beside the inputs that do
}

// outputs returns the paths that are written.
func (w *Output) outputs() []string { return []string{w.Path, w.Decisions, w.Report, w.Explain} }

// Write reads the input that the arguments name, writes what is wanted of it, and says
// what is to be said.
func (r *Run) Write(ctx context.Context, args []string, w Output, stdout io.Writer) error {
	h, err := r.Heed(w.Decisions, w.Target)
	if err != nil {
		return err
	}
	r.Find(args, w.outputs()...)
	r.connect(ctx)
	w.Layer.Shard = r.shardOf(w.Flags)
	options := r.layerOptions(&w, h)
	if r.journal, err = r.resuming(&w); err != nil {
		return err
	}
	if w.Report != "" { // what cannot be written is known before the work is done
		r.report = layers.NewReport(options)
		if r.reportTo, err = output.Create(w.Report); err != nil {
			return errors.Join(err, r.journal.close(false))
		}
	}
	before := lastReport(w.Target)
	stoppable, why := r.stoppable(ctx)
	err = why(r.Explain.During(w.Explain, options.Gazetteer.Attribution, func() error {
		return w.Target.write(stoppable, r, options, stdout)
	}))
	if err = errors.Join(err, r.journal.close(err == nil)); err != nil {
		return r.advised(err)
	}
	r.summarise(w.Target, args)
	since(r.Voice, before, r.report)
	return r.Partial()
}

// layerOptions returns what is to be known of the layers.
func (r *Run) layerOptions(w *Output, h Heeded) layers.Options {
	o := w.Layers
	o.Decisions, o.Form = h.decisions(), h.form
	o.Why = explain.Reason
	o.Program = r.Program
	o.Gazetteer = gazetteerReport(r.Index)
	o.PCodes = r.Index.Info().PCodes
	o.Fields = w.Fields
	o.Surveyed = r.knows
	o.Inputs = func() []layers.Input { return report(r.inputs) }
	o.Eventless = func() layers.EventlessList { return r.eventless }
	o.Accept = func(report *layers.Report) error { return r.accept(report, w.Strict) }
	if r.Blur != nil {
		o.Decisions, o.Form, o.AskNothing = nil, nil, true // they name places
		o.Inputs = func() []layers.Input { return hiddenInputs(report(r.inputs)) }
		o.Eventless = func() layers.EventlessList { return layers.EventlessList{Count: r.eventless.Count} }
	}
	if w.Sort != nil {
		o.Sort = func(events iter.Seq2[geo.Event, error]) iter.Seq2[geo.Event, error] {
			return r.watchWriting(sorted.Events(events, *w.Sort))
		}
	}
	o.MapAreas = outlines(r.Index)
	if w.Areas {
		o.Areas = o.MapAreas
	}
	return o
}

// areasOf finds the outline that stands for an event's place, if any.
type areasOf = func(*geo.Event) orb.MultiPolygon

// outlines returns what finds the outline of a place that is known no finer than
// its area.
func outlines(index gazetteer.Places) areasOf {
	var mu sync.Mutex
	found := make(map[string]orb.MultiPolygon) // decoding a large country takes a while
	return func(e *geo.Event) orb.MultiPolygon {
		switch e.Place.Precision {
		case geo.WithinAdm2, geo.WithinAdm1, geo.WithinCountry:
		default:
			return nil
		}
		id := e.Place.ID
		mu.Lock()
		defer mu.Unlock()
		area, known := found[id]
		if !known {
			if ref, ok := index.ByID(id); ok {
				area = index.Area(ref)
			}
			found[id] = area
		}
		return area
	}
}

// gazetteerReport is what a report says of the gazetteer.
func gazetteerReport(index gazetteer.Places) layers.Gazetteer {
	info := index.Info()
	return layers.Gazetteer{Name: info.Title, Version: info.Version, Places: info.Places, Attribution: info.Attribution}
}
