package gpkg

import (
	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/qgis"
)

// layer is a table of events and what its style must know of them.
type layer struct {
	table *table
	title string
	seen  qgis.Survey
}

// mostTypes is how many types have a layer of their own: more are no use in a
// list of layers, and each costs SQLite a table and an index.
const mostTypes = 100

// begin opens the layers that are there whatever the events. The names of all
// that are not by type are taken first, so that no type has one of them.
func (g *Writer) begin() (err error) {
	for _, name := range []string{Layer, Areas, qgis.Backdrop} {
		g.names.Make(name, "")
	}
	if !g.o.ByType {
		if g.byType[""], err = g.open(Layer, g.o.Title, point); err != nil {
			return err
		}
	}
	if g.o.Areas != nil {
		g.areas, err = g.open(Areas, g.o.Title+": areas", multiPolygon)
	}
	return err
}

func (g *Writer) open(name, title, geometryType string) (*layer, error) {
	t, err := newTable(g.db, name, geometryType, g.columns)
	if err != nil {
		return nil, err
	}
	l := &layer{table: t, title: title, seen: qgis.Survey{Columns: g.columns}}
	g.layers = append(g.layers, l)
	return l, nil
}

// layerOf returns the layer of the events of a type, which it opens if need be.
func (g *Writer) layerOf(eventType string) (l *layer, err error) {
	if !g.o.ByType {
		eventType = ""
	}
	if l := g.byType[eventType]; l != nil {
		return l, nil
	}
	if len(g.byType) < mostTypes {
		l, err = g.openType(g.names.Make(eventType, "untyped"))
		g.byType[eventType] = l
		return l, err
	}
	if g.rest == nil {
		g.rest, err = g.openType(g.names.Make("other types", ""))
	}
	return g.rest, err
}

// openType opens a layer of events of a type. No two may have the same title.
func (g *Writer) openType(name string) (*layer, error) {
	return g.open(name, g.o.Title+": "+name, point)
}

// add adds the event to the layers it belongs to.
func (g *Writer) add(e *geo.Event) error {
	l, err := g.layerOf(e.Type)
	if err != nil {
		return err
	}
	if err := l.addPoint(e); err != nil || g.areas == nil {
		return err
	}
	if area := g.o.Areas(e); len(area) > 0 {
		return g.areas.addArea(e, area)
	}
	return nil
}

func (l *layer) addPoint(e *geo.Event) error {
	p, located, err := output.PositionOf(e)
	if err != nil {
		return err
	}
	l.seen.Note(e)
	if !located {
		return l.table.insert(e, nil, output.Nowhere)
	}
	l.table.geom = appendPoint(l.table.geom[:0], p.Lon, p.Lat)
	return l.table.insert(e, l.table.geom, output.Box{West: p.Lon, South: p.Lat, East: p.Lon, North: p.Lat})
}

func (l *layer) addArea(e *geo.Event, area orb.MultiPolygon) (err error) {
	l.seen.Note(e)
	if l.table.geom, err = appendGeometry(l.table.geom[:0], area); err != nil {
		return err
	}
	return l.table.insert(e, l.table.geom, around(area))
}

// style returns how QGIS is to draw the layer.
func (l *layer) style() []byte {
	if l.table.geometryType == multiPolygon {
		return l.seen.AreaStyle()
	}
	return l.seen.Style()
}

func (g *Writer) finishLayer(l *layer) error {
	if err := l.table.finish(l.title); err != nil {
		return err
	}
	if g.o.Attribution != "" {
		if err := g.db.referToMetadata(l.table.name); err != nil {
			return err
		}
	}
	return g.db.addStyle(l.table.name, geometryColumn, l.style())
}
