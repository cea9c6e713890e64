package geojson

import (
	"bytes"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/paulmach/orb"
)

// Encoder turns events into features of one layer. It keeps room for the values
// of one event and so must not be shared; make one for each goroutine.
type Encoder struct {
	columns *output.Columns
	named   form
	bare    form
	members members
	values  []output.Value // of an event whose properties are not all the columns
	areas   func(*geo.Event) orb.MultiPolygon
	time    Time
	root    string // what a feature that is no part of a collection begins with
}

// NewEncoder returns an encoder of features with the columns. Of the options,
// those count that concern a feature.
func NewEncoder(columns *output.Columns, o Options) *Encoder {
	enc := &Encoder{columns: columns, named: named(columns.All()), bare: bare(columns.All()), areas: o.Areas, time: o.Time}
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
	dst, err := enc.appendGeometry(append(dst, `"geometry":`...), e)
	if err != nil {
		return dst, err
	}
	dst, err = enc.appendMembers(append(dst, `,"properties":{`...), e, enc.named)
	return append(enc.appendTime(append(dst, '}'), e.When), '}'), err
}

// AppendValues appends the event's feature without the names of its properties,
// to be made into the feature by [Encoder.Expand]: what a layer is sorted with
// takes half the room that way, and its columns need not all be known yet. On an
// error what it has appended is worth nothing.
func (enc *Encoder) AppendValues(dst []byte, e *geo.Event) ([]byte, error) {
	dst, err := enc.appendGeometry(dst, e)
	if err != nil {
		return dst, err
	}
	return enc.appendMembers(dst, e, enc.bare)
}

// appendMembers appends the event's properties in a form.
func (enc *Encoder) appendMembers(dst []byte, e *geo.Event, f form) ([]byte, error) {
	m := &enc.members
	m.begin(dst, f)
	output.Fill(m, e)
	if enc.columns.InOrder(e.Extra) {
		for i := range e.Extra {
			m.property(&e.Extra[i])
		}
		return m.dst, nil
	}
	var err error
	enc.values, err = enc.columns.Own(enc.values[:0], e)
	for i := range enc.values {
		m.value(&enc.values[i])
	}
	return m.dst, err
}

// Expand appends the feature whose values [Encoder.AppendValues] has appended,
// maybe of an Encoder that knew only the first of the columns: of the others the
// feature has nulls.
func (enc *Encoder) Expand(dst, values []byte) []byte {
	dst = append(dst, `{"type":"Feature",`...)
	geometry, values := cutValue(values)
	if id, _ := cutValue(values); len(id) > 0 {
		dst = append(append(append(dst, `"id":`...), id...), ',')
	}
	dst = append(append(dst, `"geometry":`...), geometry...)
	dst = append(dst, `,"properties":{`...)
	for i := range enc.named.keys {
		var value []byte
		if value, values = cutValue(values); len(value) == 0 {
			dst = append(dst, enc.named.nulls[i]...)
			continue
		}
		dst = append(append(dst, enc.named.keys[i]...), value...)
	}
	return append(dst, "}}"...)
}

// cutValue returns the first of values, each on a line of its own, and those
// behind it. Behind the last there are empty ones.
func cutValue(values []byte) (value, rest []byte) {
	if len(values) == 0 || values[0] == '\n' { // nothing to look for
		return nil, values[min(1, len(values)):]
	}
	i := bytes.IndexByte(values, '\n')
	if i < 0 {
		return values, nil
	}
	return values[:i], values[i+1:]
}

func (enc *Encoder) appendGeometry(dst []byte, e *geo.Event) ([]byte, error) {
	p, ok, err := output.PositionOf(e)
	if err != nil || !ok {
		return append(dst, "null"...), err
	}
	if enc.areas != nil {
		if area := enc.areas(e); len(area) > 0 {
			return appendArea(dst, area), nil
		}
	}
	dst = append(dst, `{"type":"Point","coordinates":[`...)
	dst = append(p.AppendCoordinate(dst, p.Lon), ',')
	return append(p.AppendCoordinate(dst, p.Lat), "]}"...), nil
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
