package geojson

import (
	"cmp"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/paulmach/orb"
)

// Encoder turns events into features of one layer. It keeps room for the values
// of one event and so must not be shared; make one for each goroutine.
type Encoder struct {
	columns *output.Columns
	members members
	sink    output.Sink    // those, for what the layer has of an event
	values  []output.Value // of an event whose properties are not all the columns
	areas   func(*geo.Event) orb.MultiPolygon
	time    Time

	begins, beginsWithID string // what a feature begins with

	shapes     *Shapes
	numbers    map[string]int // of those asked for, by their heads
	last       []packedHead   // asked for last
	number     int            // of these
	made       []*shape       // by their numbers
	unnumbered shape          // made last
	heads      []packedHead   // of that
}

// NewEncoder returns an encoder of features with the columns. Of the options,
// those count that concern a feature.
func NewEncoder(columns *output.Columns, o Options) *Encoder {
	begins := `{"type":"Feature",`
	if o.Time == JSONFG && o.Framing != Collection {
		begins += conformance // for it is no part of a collection
	}
	enc := &Encoder{
		columns: columns, members: newMembers(newPlan(columns.All(), len(columns.Fixed()))), areas: o.Areas, time: o.Time,
		begins: padded(strings.TrimSuffix(begins, ",")), beginsWithID: padded(begins + `"id":`),
		shapes: cmp.Or(o.Shapes, new(Shapes)), numbers: map[string]int{},
	}
	if enc.members.match >= 0 && o.Areas == nil {
		enc.members.places = &enc.shapes.places
	}
	enc.sink = columns.Only(&enc.members)
	return enc
}

// Append appends the event as a Feature on one line, without an end of line. On
// an error what it has appended is no feature.
func (enc *Encoder) Append(dst []byte, e *geo.Event) ([]byte, error) {
	m := &enc.members
	m.begin()
	enc.head(e.ID)
	if err := enc.geometry(e); err != nil {
		return dst, err
	}
	err := enc.properties(e)
	m.end()
	return append(enc.appendTime(m.appendTo(dst), e.When), '}'), err
}

// AppendValues appends what the event's feature says, packed, to be made into the
// feature by [Encoder.Expand]: what a layer is sorted with takes a third of the room that
// way, and its columns need not all be known yet. On an error what it has
// appended is worth nothing.
func (enc *Encoder) AppendValues(dst []byte, e *geo.Event) ([]byte, error) {
	from := len(dst)
	dst, err := enc.packGeometry(append(dst, make([]byte, shapeBytes)...), e)
	if err != nil {
		return dst, err
	}
	if !enc.members.id {
		dst = appendSized(dst, e.ID)
	}
	enc.members.beginPacked(dst)
	err = enc.properties(e)
	return enc.mark(enc.members.packed, from), err
}

// head adds what a feature begins with, up to its geometry.
func (enc *Encoder) head(id string) {
	if id == "" {
		enc.members.add(enc.begins, "", 0)
		return
	}
	enc.members.add(enc.beginsWithID, id, 1)
}

// properties says the event's properties.
func (enc *Encoder) properties(e *geo.Event) error {
	m := &enc.members
	enc.columns.Fill(enc.sink, e)
	if enc.columns.InOrder(e.Extra) {
		kept := enc.columns.Kept()
		for i := m.texts(e.Extra, kept); i < len(kept); i++ {
			m.property(i, &e.Extra[kept[i]])
		}
		return nil
	}
	var err error
	enc.values, err = enc.columns.Own(enc.values[:0], e)
	for i := range enc.values {
		m.value(&enc.values[i])
	}
	return err
}

// What stands around a geometry.
var (
	noGeometry     = padded(`,"geometry":null`)
	geometryBegins = padded(`,"geometry":`)
	pointBegins    = padded(`,"geometry":{"type":"Point","coordinates":[`)
)

const pointEnds = "]}"

// geometry adds the geometry of a feature.
func (enc *Encoder) geometry(e *geo.Event) error {
	m := &enc.members
	p, ok, err := output.PositionOf(e)
	if err != nil || !ok {
		m.add(noGeometry, "", 0)
		return err
	}
	if area := enc.area(e); len(area) > 0 {
		m.add(geometryBegins, "", 0)
		m.add(padded(string(appendArea(nil, area))), "", 0)
		return nil
	}
	from := len(m.room)
	m.room = append(appendPoint(m.room, p), pointEnds...)
	m.add(pointBegins, lent(m.room[from:]), 0)
	return nil
}

// packGeometry appends the geometry as the first of packed values.
func (enc *Encoder) packGeometry(dst []byte, e *geo.Event) ([]byte, error) {
	if enc.members.places.has(enc.members.plan, &e.Place.Match) {
		return appendSized(dst, pointOfPlace), nil
	}
	p, ok, err := output.PositionOf(e)
	if err != nil || !ok {
		return appendSized(dst, ""), err
	}
	if area := enc.area(e); len(area) > 0 {
		return appendSized(dst, string(appendArea(nil, area))), nil
	}
	point := append(appendPoint(enc.members.room[:0], p), pointEnds...)
	return appendSized(dst, lent(point)), nil
}

// area returns the outline that stands for the event's point, if one does.
func (enc *Encoder) area(e *geo.Event) orb.MultiPolygon {
	if enc.areas == nil {
		return nil
	}
	return enc.areas(e)
}

// appendPosition appends the point of an event, if it has one, as it stands in a feature.
func appendPosition(dst []byte, e *geo.Event) ([]byte, error) {
	p, ok, err := output.PositionOf(e)
	if err != nil || !ok {
		return dst, err
	}
	return append(appendPoint(dst, p), pointEnds...), nil
}

func appendPoint(dst []byte, p output.Position) []byte {
	dst = append(p.AppendCoordinate(dst, p.Lon), ',')
	return p.AppendCoordinate(dst, p.Lat)
}

// areaDecimals is the precision of outlines, about a hundred metres: they are
// simplified by more.
const areaDecimals = 3

func appendArea(dst []byte, area orb.MultiPolygon) []byte {
	at := output.Position{Decimals: areaDecimals}
	dst = append(dst, `{"type":"MultiPolygon","coordinates":`...)
	dst = appendList(dst, area, func(dst []byte, polygon orb.Polygon) []byte {
		return appendList(dst, polygon, func(dst []byte, ring orb.Ring) []byte {
			return appendList(dst, ring, func(dst []byte, p orb.Point) []byte {
				dst = append(at.AppendCoordinate(append(dst, '['), p.Lon()), ',')
				return append(at.AppendCoordinate(dst, p.Lat()), ']')
			})
		})
	})
	return append(dst, '}')
}

func appendList[T any](dst []byte, list []T, appendOne func([]byte, T) []byte) []byte {
	dst = append(dst, '[')
	for i, one := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendOne(dst, one)
	}
	return append(dst, ']')
}
