// Package gpkg writes events as a GeoPackage (OGC 12-128r17, version 1.3): one
// SQLite file with one layer, or one for each type of event, which QGIS and GDAL
// open as it is.
//
// The layers hold every event, also those without a place: a GeoPackage knows
// null geometries. Their columns are typed, their rows stand in the order they
// were written, and each has a spatial index, a default style and its
// attribution with it.
//
// Equal events give equal bytes as long as the SQLite library is the same. A
// GeoPackage has to say when it was last changed; as this program knows no
// clock, that is always 1970-01-01.
//
// # Non-goals
//
//   - Changing a GeoPackage that is there.
//   - Time zones: start and end are civil times. GeoPackage has no such type, so
//     they are written as if they were UTC and read the same everywhere.
package gpkg

import (
	"cmp"
	"errors"
	"io"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/qgis"
)

// Layer is the name of the table with the events, if all are in one.
const Layer = qgis.Layer

// Areas is the name of the table with the events that have an outline.
const Areas = qgis.Areas

// Options are how a GeoPackage is written. The zero Options is the usual choice.
type Options struct {
	// Title is the layer's title. The default is "Events".
	Title string
	// Attribution names those whose data the layer holds. It becomes the
	// layer's metadata. The default is none.
	Attribution string
	// ByType gives each type of event a layer of its own, the first hundred that
	// are met; the rest share one. The default is one layer of all events.
	ByType bool
	// Areas returns the outline of an event's place, or nil if the event is a
	// point. Those that have one are in a second layer too, drawn as areas. The
	// default is no such layer.
	Areas func(*geo.Event) orb.MultiPolygon
	// Backdrop adds a last layer, the countries of the world, for maps that
	// are to be drawn without a network.
	Backdrop bool
	// Folder is where the database is built, in a file that is gone after
	// Close or Abort. The default is the system's folder for such files.
	Folder string
}

// Writer writes events as a GeoPackage. It is made by [NewWriter].
//
// SQLite writes to and fro in its file, so the database is built in a temporary
// one and copied by Close. A writer that is not closed must be aborted.
type Writer struct {
	w       io.Writer
	o       Options
	db      *database
	columns *output.Columns
	layers  []*layer
	byType  map[string]*layer
	rest    *layer // of the types beyond mostTypes
	areas   *layer // nil if there are to be none
	names   output.Slugs
	err     error
}

var _ output.Writer = (*Writer)(nil)

// NewWriter returns a writer of a GeoPackage with the columns to w.
func NewWriter(w io.Writer, columns *output.Columns, o Options) *Writer {
	o.Title = cmp.Or(o.Title, "Events")
	g := &Writer{w: w, o: o, columns: columns, byType: make(map[string]*layer)}
	if g.db, g.err = create(o.Folder); g.err != nil {
		return g
	}
	if g.err = g.begin(); g.err != nil {
		g.db.drop()
	}
	return g
}

// Write adds the event to its layer.
func (g *Writer) Write(e *geo.Event) error {
	if g.err != nil {
		return g.err
	}
	if g.err = g.add(e); g.err != nil {
		g.db.drop()
	}
	return g.err
}

var (
	errClosed  = errors.New("layer is closed")
	errAborted = errors.New("layer is aborted")
)

// Close completes the GeoPackage and copies it to where it goes.
func (g *Writer) Close() error {
	if g.err != nil {
		return g.err
	}
	defer g.db.drop()
	if g.err = g.finish(); g.err != nil {
		return g.err
	}
	g.err = errClosed
	return nil
}

// Abort drops what has been written. After Close it does nothing, so that it
// can be deferred.
func (g *Writer) Abort() {
	if g.err == nil {
		g.err = errAborted
		g.db.drop()
	}
}

func (g *Writer) finish() error {
	if len(g.byType) == 0 {
		if _, err := g.open(Layer, g.o.Title, point); err != nil { // a file of no layer is none to GDAL
			return err
		}
	}
	if g.o.Attribution != "" {
		if err := g.db.addMetadata(g.o.Title, g.o.Attribution); err != nil {
			return err
		}
	}
	for _, l := range g.layers {
		if err := g.finishLayer(l); err != nil {
			return err
		}
	}
	if g.o.Backdrop {
		if err := g.db.addBackdrop(g.o.Title); err != nil {
			return err
		}
	}
	return g.db.copyTo(g.w)
}
