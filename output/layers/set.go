package layers

import (
	"cmp"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/gpkg"
	"github.com/dateline-map/dateline/output/leaflet"
	"github.com/dateline-map/dateline/output/qgis"
	"github.com/paulmach/orb"
)

// survey notes what must be known of all events before the first is written.
type survey struct {
	columns        output.Survey
	types          map[string]int // events for the layer of each type
	includePlanned bool
}

func newSurvey(includePlanned bool) *survey {
	return &survey{types: make(map[string]int), includePlanned: includePlanned}
}

func (s *survey) watch(events iter.Seq2[geo.Event, error]) iter.Seq2[geo.Event, error] {
	return func(yield func(geo.Event, error) bool) {
		for e, err := range s.columns.Watch(events) {
			if err == nil && s.mapped(&e) {
				s.types[e.Type]++
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

// frequent returns the types that get a layer of their own, by name.
func (s *survey) frequent(most int) []string {
	types := make([]string, 0, len(s.types))
	for t := range s.types {
		types = append(types, t)
	}
	slices.SortFunc(types, func(a, b string) int {
		return cmp.Or(cmp.Compare(s.types[b], s.types[a]), cmp.Compare(a, b))
	})
	types = types[:min(len(types), most)]
	slices.Sort(types)
	return types
}

// layer is one file of events.
type layer struct {
	output.Writer
	file  *countingFile
	list  *FileReport
	style *layer // beside it, for QGIS; nil if it needs none
}

func (l *layer) write(e *geo.Event) error {
	l.list.Events++
	if err := l.Write(e); err != nil || l.style == nil {
		return err
	}
	return l.style.write(e)
}

func (l *layer) close() error {
	err := l.Close()
	l.list.Bytes = l.file.bytes
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
	types      map[string]*layer
	rest       *layer // of the types without one; nil if all have one
	order      []*layer
}

func openSet(dir *output.Dir, s *survey, r *Report, o Options) (*set, error) {
	opener := opener{dir: dir, report: r, columns: s.columns.Columns(), attribution: o.Gazetteer.Attribution, areas: o.Areas}
	set := &set{survey: s, types: make(map[string]*layer)}
	set.events = opener.geojson(EventsFile, "events", "All events, sorted by date")
	var slugs output.Slugs
	slugs.Make("events", "")
	for _, t := range s.frequent(o.TypeLayers) {
		name := slugs.Make(t, "untyped")
		set.types[t] = opener.geojson(name+".geojson", name, describe(t))
	}
	if len(set.types) < len(s.types) {
		name := slugs.Make("other types", "")
		set.rest = opener.geojson(name+".geojson", name, "Events of all other types, sorted by date")
	}
	set.page = opener.open(MapFile, func(f *countingFile) output.Writer {
		return leaflet.NewWriter(f, opener.columns, leaflet.Options{Title: o.Title, Credit: o.Credit, Attribution: opener.attribution,
			Areas: o.MapAreas, Tiles: o.Tiles})
	})
	if o.Embed {
		set.script = opener.embed(o)
	}
	set.forQGIS[0] = opener.open(GeoPackageFile, func(f *countingFile) output.Writer {
		set.database = gpkg.NewWriter(f, opener.columns, gpkg.Options{
			Title: o.Title, Attribution: opener.attribution, Backdrop: true, Folder: filepath.Dir(f.Path())})
		return set.database
	})
	set.forQGIS[1] = opener.open(ProjectFile, func(f *countingFile) output.Writer {
		return qgis.NewProject(f, qgis.Options{Source: GeoPackageFile, Title: o.Title, Attribution: opener.attribution,
			IncludePlanned: o.IncludePlanned, Backdrop: true})
	})
	set.unresolved = opener.open(UnresolvedFile, newUnresolved)
	set.decisions = opener.open(DecisionsFile, func(f *countingFile) output.Writer { return decisionsTo(f, o.Decisions) })
	set.order = opener.opened
	return set, opener.err
}

func describe(eventType string) string {
	if eventType == "" {
		return "Events without a type, sorted by date"
	}
	return "Events of type " + eventType + ", sorted by date"
}

// opener begins files until the first error, which it keeps.
type opener struct {
	dir         *output.Dir
	report      *Report
	columns     *output.Columns
	attribution string
	areas       func(*geo.Event) orb.MultiPolygon
	opened      []*layer
	err         error
}

func (o *opener) geojson(file, name, description string) *layer {
	options := geojson.Options{Name: name, Description: description, Attribution: o.attribution, Areas: o.areas}
	l := o.open(file, func(f *countingFile) output.Writer { return geojson.NewWriter(f, o.columns, options) })
	style := o.open(strings.TrimSuffix(file, ".geojson")+".qml", func(f *countingFile) output.Writer { return qgis.NewStyle(f) })
	if l != nil {
		l.style = style
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
	for _, l := range s.layersOf(e) {
		if l == nil {
			continue
		}
		if err := l.write(e); err != nil {
			return err
		}
	}
	return nil
}

// layersOf returns the layers that the event belongs to, some of them nil.
func (s *set) layersOf(e *geo.Event) [8]*layer {
	layers := [8]*layer{0: s.events, 5: s.forQGIS[0], 6: s.forQGIS[1]}
	if s.survey.mapped(e) {
		layers[4], layers[7] = s.page, s.script
		layers[1] = s.types[e.Type]
		if layers[1] == nil {
			layers[1] = s.rest
		}
	}
	if !e.Place.Located() {
		layers[2], layers[3] = s.unresolved, s.decisions
	}
	return layers
}

// abort drops what is not closed. It may be called after close.
func (s *set) abort() {
	if s != nil && s.database != nil {
		s.database.Abort()
	}
}

func (s *set) close() error {
	for _, l := range s.order {
		if err := l.close(); err != nil {
			return err
		}
	}
	return nil
}
