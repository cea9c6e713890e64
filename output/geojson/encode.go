package geojson

import (
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/paulmach/orb"
)

// Encoder turns events into features of one layer. It keeps room for the values
// of one event and so must not be shared; make one for each goroutine.
type Encoder struct {
	columns *output.Columns
	members members
	values  []output.Value // of an event whose properties are not all the columns
	areas   func(*geo.Event) orb.MultiPolygon
	time    Time
	root    string // what a feature that is no part of a collection begins with
}

// NewEncoder returns an encoder of features with the columns. Of the options,
// those count that concern a feature.
func NewEncoder(columns *output.Columns, o Options) *Encoder {
	enc := &Encoder{columns: columns, members: newMembers(columns), areas: o.Areas, time: o.Time}
	if o.Time == JSONFG && o.Framing != Collection {
		enc.root = conformance
	}
	return enc
}

// Append appends the event as a Feature on one line, without an end of line. On
// an error what it has appended is no feature.
func (enc *Encoder) Append(dst []byte, e *geo.Event) ([]byte, error) {
	dst = append(append(dst, `{"type":"Feature",`...), enc.root...)
	if e.ID != "" {
		dst = AppendString(append(dst, `"id":`...), e.ID)
		dst = append(dst, ',')
	}
	dst, err := enc.appendGeometry(dst, e)
	if err != nil {
		return dst, err
	}
	dst, err = enc.appendMembers(dst, e, false)
	return append(enc.appendTime(dst, e.When), '}'), err
}

// AppendValues appends what the event's feature says, packed, to be made into the
// feature by [Encoder.Expand]: what a layer is sorted with takes a third of the room that
// way, and its columns need not all be known yet. On an error what it has
// appended is worth nothing.
func (enc *Encoder) AppendValues(dst []byte, e *geo.Event) ([]byte, error) {
	dst, err := enc.packGeometry(dst, e)
	if err != nil {
		return dst, err
	}
	return enc.appendMembers(dst, e, true)
}

// appendMembers appends the event's properties, with all that stands around them
// or packed.
func (enc *Encoder) appendMembers(dst []byte, e *geo.Event, packed bool) ([]byte, error) {
	m := &enc.members
	m.begin(dst, packed)
	enc.columns.Fill(m, e)
	if enc.columns.InOrder(e.Extra) {
		for i := range e.Extra {
			m.property(i, &e.Extra[i])
		}
		return m.end(), nil
	}
	var err error
	enc.values, err = enc.columns.Own(enc.values[:0], e)
	for i := range enc.values {
		m.value(&enc.values[i])
	}
	return m.end(), err
}

// What stands around the coordinates of a point.
const (
	pointBegins = `"geometry":{"type":"Point","coordinates":[`
	pointEnds   = "]}"
)

func (enc *Encoder) appendGeometry(dst []byte, e *geo.Event) ([]byte, error) {
	p, ok, err := output.PositionOf(e)
	if err != nil || !ok {
		return append(dst, `"geometry":null`...), err
	}
	if area := enc.area(e); len(area) > 0 {
		return appendArea(append(dst, `"geometry":`...), area), nil
	}
	return append(appendPoint(append(dst, pointBegins...), p), pointEnds...), nil
}

// packGeometry appends the geometry as the first of packed values.
func (enc *Encoder) packGeometry(dst []byte, e *geo.Event) ([]byte, error) {
	p, ok, err := output.PositionOf(e)
	if err != nil || !ok {
		return append(dst, packedUsual), err
	}
	area := enc.area(e)
	s := sheet{room: len(`[-180.000000,-90.000000]`)}
	s.begin(dst)
	told := len(area) * short
	from := s.leave(told)
	if len(area) > 0 {
		s.written(appendArea(s.bytes(), area))
	} else {
		s.written(appendPoint(s.bytes(), p))
	}
	s.seal(from, told)
	return s.bytes(), nil
}

// area returns the outline that stands for the event's point, if one does.
func (enc *Encoder) area(e *geo.Event) orb.MultiPolygon {
	if enc.areas == nil {
		return nil
	}
	return enc.areas(e)
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
