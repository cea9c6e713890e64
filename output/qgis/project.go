package qgis

import (
	"archive/zip"
	"cmp"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
)

// Options are how a project is written.
type Options struct {
	// Source is the name of the GeoPackage in the project's folder. The default
	// is "events.gpkg".
	Source string
	// Title is the project's title. The default is "Events".
	Title string
	// Attribution names those whose data the project shows.
	Attribution string
	// IncludePlanned shows planned events among the others. The default is that
	// they are a layer of their own, which is switched off.
	IncludePlanned bool
	// Areas says that the GeoPackage has a layer of events drawn as areas.
	Areas bool
	// Backdrop says that the GeoPackage has one.
	Backdrop bool
}

// Project writes a project for a GeoPackage of the events that are written to
// it. It is made by [NewProject].
//
// The project shows the dated events, animated, on the backdrop. Undated events
// are a layer of their own, which is always shown: in an animated one they would
// be in every frame or in none.
type Project struct {
	w    io.Writer
	o    Options
	seen Survey
	err  error
}

var _ output.Writer = (*Project)(nil)

// NewProject returns a writer of a project to w. Nothing is written before
// Close.
func NewProject(w io.Writer, o Options) *Project {
	o.Source = cmp.Or(o.Source, "events.gpkg")
	o.Title = cmp.Or(o.Title, "Events")
	return &Project{w: w, o: o}
}

var errClosed = errors.New("file is closed")

// Write notes the event.
func (p *Project) Write(e *geo.Event) error {
	if p.err == nil {
		p.seen.Note(e)
	}
	return p.err
}

// Close writes the project: a zip archive of one document.
func (p *Project) Close() error {
	if p.err != nil {
		return p.err
	}
	if p.err = zipped(p.w, "events.qgs", document(p.root())); p.err != nil {
		return p.err
	}
	p.err = errClosed
	return nil
}

// firstZipTime is the earliest time that a zip archive can say, for want of a
// clock.
var firstZipTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func zipped(w io.Writer, name string, content []byte) error {
	z := zip.NewWriter(w)
	f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: firstZipTime})
	if err != nil {
		return err
	}
	if _, err := f.Write(content); err != nil {
		return err
	}
	return z.Close()
}

func (p *Project) root() element {
	crs, view := p.seen.view()
	layers := p.layers()
	tree, order, list := el("layer-tree-group"), el("layerorder"), el("projectlayers")
	for _, l := range layers {
		tree.children = append(tree.children, l.inTree())
		order.children = append(order.children, el("layer", "id", l.id))
		list.children = append(list.children, l.layer)
	}
	return el("qgis", "version", version, "projectname", p.o.Title).with(
		el("homePath", "path", ""),
		saying("title", p.o.Title),
		el("projectCrs").with(crs.element()),
		tree,
		el("mapcanvas", "name", "theMapCanvas", "annotationsVisible", "1").with(
			saying("units", crs.units), view.element("extent"), saying("rotation", "0"),
			el("destinationsrs").with(crs.element()),
		),
		list, order,
		el("properties").with(p.properties()...),
		el("projectMetadata").with(saying("title", p.o.Title), saying("abstract", p.o.Attribution)),
		el("ProjectViewSettings", "UseProjectScales", "0", "rotation", "0").with(el("DefaultViewExtent",
			"xmin", float(view.minX), "ymin", float(view.minY), "xmax", float(view.maxX), "ymax", float(view.maxY)).with(crs.element())),
		p.seen.timeSettings(),
	)
}

// properties are the settings of a project that QGIS keeps by name. The colour
// of the canvas is that of water.
func (p *Project) properties() []element {
	setting := func(name, value string) element { return saying(name, value, "type", "int") }
	settings := []element{
		el("Gui").with(setting("CanvasColorRedPart", "222"), setting("CanvasColorGreenPart", "231"), setting("CanvasColorBluePart", "238")),
		el("SpatialRefSys").with(setting("ProjectionsEnabled", "1")),
		el("Paths").with(saying("Absolute", "false", "type", "bool")),
	}
	if !p.seen.dated {
		return settings
	}
	first, last, _ := p.seen.frames()
	return append(settings, el("TemporalControllerWidget").with(
		setting("NavigationMode", animated),
		saying("StartDateTime", first, "type", "QString"), saying("EndDateTime", last, "type", "QString"),
	))
}

// layer is a layer of the project.
type layer struct {
	id, name, source string
	layer            element
	hidden           bool // until it is switched on
	folded           bool // its legend, which is like another's
}

func (l *layer) inTree() element {
	checked, expanded := "Qt::Checked", "1"
	if l.hidden {
		checked = "Qt::Unchecked"
	}
	if l.folded {
		expanded = "0"
	}
	return el("layer-tree-layer", "id", l.id, "name", l.name, "source", l.source, "providerKey", "ogr", "checked", checked, "expanded", expanded)
}

// layers returns the layers, the uppermost first.
func (p *Project) layers() []layer {
	dated, undated, ours := `"start" IS NOT NULL`, `"start" IS NULL`, ""
	split := p.seen.planned > 0 && !p.o.IncludePlanned
	if split {
		ours = ` AND "status" <> 'planned'`
	}
	filter := ""
	if split || p.seen.undated > 0 {
		filter = dated + ours
	}
	layers := []layer{p.events("events", "Events", filter, true)}
	if p.seen.undated > 0 {
		l := p.events("undated", "Without a date", undated+ours, false)
		l.folded = true
		layers = append(layers, l)
	}
	if split {
		l := p.events("announced", "Announced", `"status" = 'planned'`, false)
		l.folded, l.hidden = true, true
		layers = append(layers, l)
	}
	if p.o.Areas {
		layers = append(layers, p.areas(dated+ours))
	}
	if p.o.Backdrop {
		layers = append(layers, p.backdrop())
	}
	return layers
}

// idTail makes ids that look like QGIS's own. It gives a layer with a shorter one
// another when it reads the project, and then does not find it in the legend.
const idTail = "_00000000_0000_4000_8000_000000000000"

func (p *Project) events(id, name, filter string, animated bool) layer {
	source := p.source(Layer, filter)
	id += idTail
	e := p.mapLayer(id, name, source, "Point").with(p.seen.looks()...)
	if animated {
		e = e.with(temporal)
	}
	return layer{id: id, name: name, source: source, layer: e}
}

// areas is the layer of the dated events that are drawn as areas, below the dots.
func (p *Project) areas(filter string) layer {
	l := layer{id: "areas" + idTail, name: "Areas", source: p.source(Areas, filter), folded: true}
	l.layer = p.mapLayer(l.id, l.name, l.source, "Polygon").with(p.seen.areaLooks()...).with(temporal)
	return l
}

// source returns where a layer comes from; an empty filter is none.
func (p *Project) source(table, filter string) string {
	source := fmt.Sprintf("./%s|layername=%s", p.o.Source, table)
	if filter != "" {
		source += "|subset=" + filter
	}
	return source
}

func (p *Project) backdrop() layer {
	source := p.source(Backdrop, "")
	l := layer{id: "backdrop" + idTail, name: "Backdrop", source: source, folded: true}
	l.layer = p.mapLayer(l.id, l.name, source, "Polygon").with(land)
	return l
}

// The names of the layers in the GeoPackage.
const (
	Layer    = "events"
	Areas    = "areas"
	Backdrop = "backdrop"
)

func (p *Project) mapLayer(id, name, source, geometry string) element {
	labels := "1"
	if geometry != "Point" {
		labels = "0"
	}
	return el("maplayer", "type", "vector", "geometry", geometry, "styleCategories", "AllStyleCategories", "labelsEnabled", labels,
		"hasScaleBasedVisibilityFlag", "0", "simplifyDrawingHints", "1", "simplifyDrawingTol", "1", "simplifyLocal", "1").with(
		saying("id", id), saying("datasource", source), saying("layername", name),
		el("srs").with(wgs84.element()),
		el("resourceMetadata").with(saying("type", "dataset"), saying("title", name), saying("rights", p.o.Attribution)),
		saying("provider", "ogr", "encoding", "UTF-8"),
		el("flags").with(saying("Identifiable", "1"), saying("Removable", "1"), saying("Searchable", "1")),
	)
}
