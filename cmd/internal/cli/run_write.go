package cli

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

// wanted is what a run is to write.
type wanted struct {
	target
	layers    layers.Options    // as far as the user says them
	areas     bool              // events known to an area only are drawn as that
	decisions string            // a file of them that is heeded beside the folder's
	explain   string            // the file that says how all was read; empty for none
	report    string            // the file of the report of one layer; empty for none
	strict    bool              // nothing is written if any input is refused
	resume    bool              // a journal is kept beside the output
	flags     map[string]string // that change what becomes of the input
	aids      []string          // what may be files beside the inputs that do
}

// outputs returns the paths that are written.
func (w *wanted) outputs() []string { return []string{w.path, w.decisions, w.report, w.explain} }

// write reads the input that the arguments name, writes what is wanted of it, and says
// what is to be said.
func (r *run) write(ctx context.Context, args []string, w wanted, stdout io.Writer) error {
	h, err := r.heed(w.decisions, w.target)
	if err != nil {
		return err
	}
	r.find(args, w.outputs()...)
	r.connect(ctx)
	w.layer.shard = r.shardOf(w.flags)
	options := r.layerOptions(&w, h)
	if r.journal, err = r.resuming(&w); err != nil {
		return err
	}
	if w.report != "" { // what cannot be written is known before the work is done
		r.report = layers.NewReport(options)
		if r.reportTo, err = output.Create(w.report); err != nil {
			return errors.Join(err, r.journal.close(false))
		}
	}
	before := lastReport(w.target)
	stoppable, why := r.stoppable(ctx)
	err = why(r.explain.During(w.explain, options.Gazetteer.Attribution, func() error {
		return w.target.write(stoppable, r, options, stdout)
	}))
	if err = errors.Join(err, r.journal.close(err == nil)); err != nil {
		return r.advised(err)
	}
	r.summarise(w.target, args)
	since(r.voice, before, r.report)
	return r.partial()
}

// layerOptions returns what is to be known of the layers.
func (r *run) layerOptions(w *wanted, h heeded) layers.Options {
	o := w.layers
	o.Decisions, o.Form = h.decisions(), h.form
	o.Why = explain.Reason
	o.Program = r.program
	o.Gazetteer = gazetteerReport(r.index)
	o.PCodes = r.index.Info().PCodes
	o.Fields = w.fields
	o.Surveyed = r.knows
	o.Inputs = func() []layers.Input { return report(r.inputs) }
	o.Eventless = func() layers.EventlessList { return r.eventless }
	o.Accept = func(report *layers.Report) error { return r.accept(report, w.strict) }
	if r.blur != nil {
		o.Decisions, o.Form, o.AskNothing = nil, nil, true // they name places
		o.Inputs = func() []layers.Input { return hiddenInputs(report(r.inputs)) }
		o.Eventless = func() layers.EventlessList { return layers.EventlessList{Count: r.eventless.Count} }
	}
	if w.sort != nil {
		o.Sort = func(events iter.Seq2[geo.Event, error]) iter.Seq2[geo.Event, error] {
			return r.watchWriting(sorted.Events(events, *w.sort))
		}
	}
	o.MapAreas = outlines(r.index)
	if w.areas {
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
