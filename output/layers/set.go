package layers

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/decisions"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/gpkg"
	"github.com/dateline-map/dateline/output/leaflet"
	"github.com/dateline-map/dateline/output/qgis"
	"github.com/paulmach/orb"
)

// survey notes what must be known of all events before the first is written.
type survey struct {
	columns        output.Survey
	groups         map[string]int // events for the layer of each key
	by             Grouping
	includePlanned bool
}

func newSurvey(o Options) *survey {
	return &survey{columns: output.Survey{PCodes: o.PCodes, Fields: o.Fields}, groups: make(map[string]int), by: o.LayerBy, includePlanned: o.IncludePlanned}
}

func (s *survey) watch(events iter.Seq2[geo.Event, error]) iter.Seq2[geo.Event, error] {
	return func(yield func(geo.Event, error) bool) {
		for e, err := range s.columns.Watch(events) {
			if err == nil && s.mapped(&e) {
				s.groups[s.by.key(&e)]++
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// mapped reports whether the event belongs on maps: what is only announced has
// not happened.
func (s *survey) mapped(e *geo.Event) bool {
	return e.Status != geo.Planned || s.includePlanned
}

// layer is one file of events.
type layer struct {
	output.Writer
	file  *countingFile
	list  *FileReport
	style *layer // beside it, for QGIS; nil if it needs none

	description string
	dated       when.Interval // from the first event's first day to the last day of all
	closed      bool
}

func (l *layer) write(e *geo.Event) error {
	l.list.Events++
	l.dated = spanning(l.dated, e.When)
	if err := l.Write(e); err != nil || l.style == nil {
		return l.named(err)
	}
	return l.style.write(e)
}

// named adds the file's name to an error of SQLite's, which has none, as when a
// disk is full. Errors of writing to the file itself have it.
func (l *layer) named(err error) error {
	if code := (interface{ Code() int })(nil); errors.As(err, &code) {
		return fmt.Errorf("%s: %w", l.file.Path(), err)
	}
	return err
}

// spanning returns the stretch of days that holds both.
func spanning(a, b when.Interval) when.Interval {
	switch {
	case b.IsZero():
		return a
	case a.IsZero():
		return b
	}
	a.First, a.Last = min(a.First, b.First), max(a.Last, b.Last)
	return a
}

// close ends the layer and its style. Closing again does nothing.
func (l *layer) close() error {
	if l.closed {
		return nil
	}
	l.closed = true
	err := errors.Join(l.named(l.Writer.Close()), l.file.Close())
	l.list.Bytes = l.file.bytes
	if l.style != nil {
		err = errors.Join(err, l.style.close())
	}
	return err
}

// countingFile counts what is written to a file, for the report.
type countingFile struct {
	*output.File
	bytes int64
}

func (f *countingFile) Write(p []byte) (int, error) {
	n, err := f.File.Write(p)
	f.bytes += int64(n)
	return n, err
}

// set is the files of events of a run.
type set struct {
	survey     *survey
	events     *layer
	page       *layer
	script     *layer // of the example page; nil if there is none
	unresolved *layer
	decisions  *layer
	database   *gpkg.Writer
	forQGIS    [2]*layer // the database and its project
	groups     *groups
	opener     *opener

	asksNothing bool
}

func openSet(dir *output.Dir, s *survey, r *Report, o Options) (*set, error) {
	if err := o.Surveyed(&s.columns); err != nil {
		return nil, err
	}
	opener := &opener{dir: dir, report: r, columns: s.columns.Columns(), attribution: o.Gazetteer.Attribution, areas: o.Areas, time: o.Time}
	set := &set{survey: s, opener: opener}
	set.events = opener.geojson(EventsFile, "events", "All events, sorted by date")
	set.groups = openGroups(opener, s.by, s.groups, o.TypeLayers)
	set.page = opener.open(MapFile, func(f *countingFile) output.Writer {
		return leaflet.NewWriter(f, s.columns.ColumnsOf(o.Fields.WithOurs()), leaflet.Options{Title: o.Title, Credit: o.Credit, Attribution: opener.attribution,
			Areas: o.MapAreas, Tiles: o.Tiles})
	})
	if o.Embed {
		set.script = opener.embed(o)
	}
	set.forQGIS[0] = opener.open(GeoPackageFile, func(f *countingFile) output.Writer {
		set.database = gpkg.NewWriter(f, s.columns.ColumnsOf(o.Fields.With(qgis.Drawn...)), gpkg.Options{
			Title: o.Title, Attribution: opener.attribution, Areas: o.Areas, Backdrop: true, Folder: filepath.Dir(f.Path())})
		return set.database
	})
	set.forQGIS[1] = opener.open(ProjectFile, func(f *countingFile) output.Writer {
		return qgis.NewProject(f, qgis.Options{Source: GeoPackageFile, Title: o.Title, Attribution: opener.attribution,
			IncludePlanned: o.IncludePlanned, Areas: o.Areas != nil, Backdrop: true})
	})
	set.unresolved = opener.open(UnresolvedFile, func(f *countingFile) output.Writer { return unresolvedTo(f, s.columns.ColumnsOf(nil), o.Why) })
	set.decisions = opener.open(DecisionsFile, func(f *countingFile) output.Writer { return &questions{w: f, form: o.Form, report: r} })
	set.asksNothing = o.AskNothing
	return set, opener.err
}

// opener begins files until the first error, which it keeps.
type opener struct {
	dir         *output.Dir
	report      *Report
	columns     *output.Columns
	attribution string
	areas       func(*geo.Event) orb.MultiPolygon
	time        geojson.Time
	opened      []*layer
	err         error
}

func (o *opener) geojson(file, name, description string) *layer {
	options := geojson.Options{Name: name, Description: description, Attribution: o.attribution, Areas: o.areas, Time: o.time}
	l := o.open(file, func(f *countingFile) output.Writer { return geojson.NewWriter(f, o.columns, options) })
	style := o.open(strings.TrimSuffix(file, ".geojson")+".qml", func(f *countingFile) output.Writer { return qgis.NewStyle(f, o.columns) })
	if l != nil {
		l.style, l.description = style, description
	}
	return l
}

// embed writes the example of a page of one's own, and begins its events.
func (o *opener) embed(options Options) *layer {
	for _, f := range leaflet.Embed(leaflet.Options{Title: options.Title, Credit: options.Credit, Attribution: o.attribution}) {
		o.open(f.Name, func(to *countingFile) output.Writer { return &fixed{to: to, content: f.Content} })
	}
	return o.open(leaflet.EventsScript, func(f *countingFile) output.Writer {
		return leaflet.NewScript(f, o.columns, geojson.Options{Attribution: o.attribution, Areas: o.areas})
	})
}

// fixed is a file that does not depend on the events.
type fixed struct {
	to      io.Writer
	content string
}

func (f *fixed) Write(*geo.Event) error { return nil }

func (f *fixed) Close() error {
	_, err := io.WriteString(f.to, f.content)
	return err
}

func (o *opener) open(file string, newWriter func(*countingFile) output.Writer) *layer {
	if o.err != nil {
		return nil
	}
	f, err := o.dir.Create(file)
	if err != nil {
		o.err = err
		return nil
	}
	counting := &countingFile{File: f}
	l := &layer{Writer: newWriter(counting), file: counting, list: o.report.file(file)}
	o.opened = append(o.opened, l)
	return l
}

func (s *set) write(e *geo.Event) error {
	layers := []*layer{s.events, s.forQGIS[0], s.forQGIS[1]}
	if s.survey.mapped(e) {
		group, err := s.groups.of(e)
		if err != nil {
			return err
		}
		layers = append(layers, s.page, group)
		if s.script != nil {
			layers = append(layers, s.script)
		}
	}
	if !e.Place.Located() {
		layers = append(layers, s.unresolved)
	}
	if !s.asksNothing && decisions.Doubtful(&e.Place) {
		layers = append(layers, s.decisions)
	}
	for _, l := range layers {
		if err := l.write(e); err != nil {
			return err
		}
	}
	return nil
}

// abort drops what is not closed. It may be called after close.
func (s *set) abort() {
	if s != nil && s.database != nil {
		s.database.Abort()
	}
}

func (s *set) close() error {
	for _, l := range s.opener.opened {
		if err := l.close(); err != nil {
			return err
		}
	}
	return nil
}
