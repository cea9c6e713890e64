// Package gpkg writes events as a GeoPackage (OGC 12-128r17, version 1.3): one
// SQLite file with one layer, which QGIS and GDAL open as it is.
//
// The layer holds every event, also those without a place: a GeoPackage knows
// null geometries. Its columns are typed, its rows stand in the order they were
// written, and it has a spatial index, a default style and its attribution with
// it.
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

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/qgis"
)

// Layer is the name of the table with the events.
const Layer = qgis.Layer

// Options are how a GeoPackage is written. The zero Options is the usual choice.
type Options struct {
	// Title is the layer's title. The default is "Events".
	Title string
	// Attribution names those whose data the layer holds. It becomes the
	// layer's metadata. The default is none.
	Attribution string
	// Backdrop adds a second layer, the countries of the world, for maps that
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
	w     io.Writer
	o     Options
	db    *database
	table *table
	seen  qgis.Survey
	err   error
}

var _ output.Writer = (*Writer)(nil)

// NewWriter returns a writer of a GeoPackage with the columns to w.
func NewWriter(w io.Writer, columns *output.Columns, o Options) *Writer {
	o.Title = cmp.Or(o.Title, "Events")
	g := &Writer{w: w, o: o}
	if g.db, g.err = create(o.Folder); g.err != nil {
		return g
	}
	if g.table, g.err = newTable(g.db, Layer, columns); g.err != nil {
		g.db.drop()
	}
	return g
}

// Write adds the event to the layer.
func (g *Writer) Write(e *geo.Event) error {
	if g.err != nil {
		return g.err
	}
	if g.err = g.table.insert(e); g.err != nil {
		g.db.drop()
		return g.err
	}
	g.seen.Note(e)
	return nil
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
	steps := []func() error{
		func() error { return g.table.finish(g.o.Title) },
		func() error { return g.db.addStyle(Layer, geometryColumn, g.seen.Style()) },
	}
	if g.o.Attribution != "" {
		steps = append(steps, func() error { return g.db.addMetadata(Layer, g.o.Title, g.o.Attribution) })
	}
	if g.o.Backdrop {
		steps = append(steps, func() error { return g.db.addBackdrop(g.o.Title) })
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return g.db.copyTo(g.w)
}
