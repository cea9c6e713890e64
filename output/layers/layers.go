// Package layers writes the folder of a run: all events as one layer and by
// type, what could not be located, a template for decisions, and a report of
// what went in and came out.
//
// # Non-goals
//
//   - One layer alone; use its format with [output.Create].
package layers

import (
	"context"
	"errors"
	"iter"
	"os"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/scratch"
	"github.com/dateline-map/dateline/geo/sorted"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/decisions"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/leaflet"
	"github.com/paulmach/orb"
)

// The names of the files in the folder that are always there. Layers by type
// are named after their type. Beside each GeoJSON is its style for QGIS.
const (
	EventsFile     = "events.geojson"
	MapFile        = "map.html"
	GeoPackageFile = "events.gpkg"
	ProjectFile    = "events.qgz" // for QGIS
	UnresolvedFile = "unresolved.csv"
	DecisionsFile  = "decisions.csv"
	ReportFile     = "report.json"
	IndexFile      = "index.json" // of the GeoJSON layers
)

// Options are what a run may say. The zero Options is the usual choice.
type Options struct {
	// Title is the heading of the map. The default is "Events".
	Title string
	// Credit is a line below the map, for who made it.
	Credit string
	// IncludePlanned has the map and the layers by type show planned events
	// too. The default is that only EventsFile has them.
	IncludePlanned bool
	// LayerBy says which events share a layer beside the one of all. The
	// default is by type.
	LayerBy Grouping
	// TypeLayers is how many types, or whatever LayerBy says, get a layer of
	// their own; events of the others, the rarest, share one. The default is 32.
	// Days, months and years get one each.
	TypeLayers int
	// Program is what the report says of the program.
	Program Program
	// Gazetteer is what the report says of the gazetteer. Its attribution goes
	// into every layer.
	Gazetteer Gazetteer
	// PCodes is how many levels of administrative areas the gazetteer has P-codes
	// for; the layers have columns for them. The default, 0, is none.
	PCodes int
	// Fields are the properties that the layers are to have. The map and the
	// GeoPackage have those besides that they are drawn by; DecisionsFile and
	// UnresolvedFile are not layers. The default is all.
	Fields *output.Fields
	// Areas returns the outline that stands for an event's place in the GeoJSON
	// layers, or nil for its point. The default is always the point.
	Areas func(*geo.Event) orb.MultiPolygon
	// MapAreas returns the outline that the map draws for an event that is known
	// no finer, or nil. The default is none.
	MapAreas func(*geo.Event) orb.MultiPolygon
	// Embed has the folder hold an example of a Leaflet page of one's own with
	// the events, too; see [leaflet.Embed].
	Embed bool
	// Tiles are drawn behind the events of the map. The default is none: the
	// map then asks nothing of the network.
	Tiles leaflet.Tiles
	// Time is a further member of the GeoJSON features that says when. The
	// default is none.
	Time geojson.Time
	// Decisions are those the run has heeded.
	Decisions []geo.Decision
	// Form returns the form that DecisionsFile is to be: what people have written
	// into it so far. It is called when all else is written. The default is a new
	// one with Decisions.
	Form func() (*decisions.Form, error)
	// AskNothing has DecisionsFile ask nothing: what it would ask is what the
	// layers do not tell.
	AskNothing bool
	// Why says a reason code in words. The default is the code.
	Why func(code string) string
	// Inputs returns what the report says of the inputs, in the order they were
	// read. It is called once the stream has ended. The default is none.
	Inputs func() []Input
	// Eventless returns the documents that gave no event, and why. It is called
	// once the stream has ended. The default is none.
	Eventless func() EventlessList
	// Sort puts the events in order. The default is sorted.Events.
	Sort func(iter.Seq2[geo.Event, error]) iter.Seq2[geo.Event, error]
	// Surveyed is asked once the properties of all events are known and before the
	// first is written. An error of it ends the run without output. The default
	// accepts everything.
	Surveyed func(*output.Survey) error
	// Accept is asked once all is known and before anything appears. An error
	// of it ends the run without output. The default accepts everything.
	Accept func(*Report) error
}

const defaultTypeLayers = 32

func (o Options) withDefaults() Options {
	if o.Title == "" {
		o.Title = "Events"
	}
	if o.LayerBy.key == nil {
		o.LayerBy = groupings[0]
	}
	if o.TypeLayers == 0 {
		o.TypeLayers = defaultTypeLayers
	}
	if o.Sort == nil {
		o.Sort = func(events iter.Seq2[geo.Event, error]) iter.Seq2[geo.Event, error] {
			return sorted.Events(events, sorted.Options{})
		}
	}
	if o.Form == nil {
		o.Form = func() (*decisions.Form, error) {
			form := decisions.New()
			for _, d := range o.Decisions {
				form.Decide(d)
			}
			return form, nil
		}
	}
	if o.Why == nil {
		o.Why = func(code string) string { return code }
	}
	if o.Inputs == nil {
		o.Inputs = func() []Input { return nil }
	}
	if o.Eventless == nil {
		o.Eventless = func() EventlessList { return EventlessList{} }
	}
	if o.Surveyed == nil {
		o.Surveyed = func(*output.Survey) error { return nil }
	}
	if o.Accept == nil {
		o.Accept = func(*Report) error { return nil }
	}
	return o
}

// Write writes the located events of a stream to the folder, which is made if
// it does not exist. The errors of the stream go into the report, as what was
// refused or doubted; the context's own error ends the run.
//
// All files appear together once everything is written; on an error none does.
// Layers of an earlier run whose types no longer occur are removed then.
// The report is returned as far as it is known, also with an error.
func Write(ctx context.Context, folder string, events iter.Seq2[geo.Event, error], o Options) (*Report, error) {
	o = o.withDefaults()
	report := NewReport(o)
	dir, err := output.OpenDir(folder)
	if err != nil {
		return report, err
	}
	defer dir.Abort()
	survey := newSurvey(o)
	located := o.Sort(survey.watch(until(ctx, events)))
	err = writeAll(ctx, dir, survey, located, report, o)
	report.Finish(o.Inputs(), o.Eventless())
	if err != nil {
		return report, err
	}
	if err := o.Accept(report); err != nil {
		return report, err
	}
	if err := report.write(dir); err != nil {
		return report, err
	}
	if err := ctx.Err(); err != nil {
		return report, err
	}
	stale := staleLayers(folder, report)
	if err := dir.Commit(); err != nil {
		return report, err
	}
	for _, path := range stale {
		err = errors.Join(err, os.Remove(path))
	}
	return report, err
}

// until ends a stream with the context's error once that is done, so that
// reading and sorting stop at an interrupt too.
func until(ctx context.Context, events iter.Seq2[geo.Event, error]) iter.Seq2[geo.Event, error] {
	return func(yield func(geo.Event, error) bool) {
		for e, err := range events {
			if ctx.Err() != nil {
				yield(geo.Event{}, ctx.Err())
				return
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// isSpill reports whether sorting has failed, so that events are missing.
func isSpill(err error) bool {
	var spill *scratch.Error
	return errors.As(err, &spill)
}

// writeAll writes every file but the report. The files are begun at the first
// event: then the whole stream has been sorted, and so surveyed.
func writeAll(ctx context.Context, dir *output.Dir, s *survey, events iter.Seq2[geo.Event, error], r *Report, o Options) error {
	var set *set
	defer func() { set.abort() }()
	for e, err := range events {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case isSpill(err):
			return err
		case err != nil:
			r.Problem(err)
			continue
		case set == nil:
			if set, err = openSet(dir, s, r, o); err != nil {
				return err
			}
		}
		r.Event(&e)
		if err := set.write(&e); err != nil {
			return err
		}
	}
	if set == nil {
		var err error
		if set, err = openSet(dir, s, r, o); err != nil {
			return errors.Join(ctx.Err(), err)
		}
	}
	if err := set.close(); err != nil {
		return err
	}
	return writeIndex(dir, set.opener.opened)
}
