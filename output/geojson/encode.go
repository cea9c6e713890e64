package geojson

import (
	"bytes"
	"strconv"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/paulmach/orb"
)

// Encoder turns events into features of one layer. It keeps room for the values
// of one event and so must not be shared; make one for each goroutine.
type Encoder struct {
	columns *output.Columns
	keys    []string // `,"title":` and so on, the first without its comma
	nulls   []string // the same with null behind: half of all values are
	values  []output.Value
	days    dayMemo
	areas   func(*geo.Event) orb.MultiPolygon
	time    Time
	root    string // what a feature that is no part of a collection begins with
}

// dayMemo keeps the day written last. A layer sorted by date says each day many
// times, and each event says its day three times.
type dayMemo struct {
	day  when.Day
	text []byte // empty if there is none yet
}

func (m *dayMemo) append(dst []byte, d when.Day) []byte {
	if d != m.day || len(m.text) == 0 {
		m.day, m.text = d, output.AppendDate(m.text[:0], d)
	}
	return append(dst, m.text...)
}

// NewEncoder returns an encoder of features with the columns. Of the options,
// those count that concern a feature.
func NewEncoder(columns *output.Columns, o Options) *Encoder {
	enc := &Encoder{columns: columns, areas: o.Areas, time: o.Time}
	if o.Time == JSONFG && o.Framing != Collection {
		enc.root = conformance
	}
	comma := ""
	for _, c := range columns.All() {
		key := comma + string(AppendString(nil, c.Name)) + ":"
		enc.keys = append(enc.keys, key)
		enc.nulls = append(enc.nulls, key+"null")
		comma = ","
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
	enc.values, err = enc.columns.Values(enc.values[:0], e)
	if err != nil {
		return dst, err
	}
	dst = append(dst, `,"properties":{`...)
	for i := range enc.values {
		if enc.values[i].Kind == output.Null {
			dst = append(dst, enc.nulls[i]...)
			continue
		}
		dst = enc.appendValue(append(dst, enc.keys[i]...), &enc.values[i])
	}
	return append(enc.appendTime(append(dst, '}'), e.When), '}'), nil
}

// AppendValues appends the event's feature without the names of its properties,
// to be made into the feature by [Encoder.Expand]: what a layer is sorted with
// takes half the room that way, and its columns need not all be known yet. On an
// error what it has appended is worth nothing.
func (enc *Encoder) AppendValues(dst []byte, e *geo.Event) ([]byte, error) {
	if e.ID != "" {
		dst = AppendString(dst, e.ID)
	}
	dst, err := enc.appendGeometry(append(dst, '\n'), e)
	if err != nil {
		return dst, err
	}
	enc.values, err = enc.columns.Values(enc.values[:0], e)
	if err != nil {
		return dst, err
	}
	for i := 1; i < len(enc.values); i++ { // the first is the id
		dst = append(dst, '\n') // no value has one in it
		if enc.values[i].Kind != output.Null {
			dst = enc.appendValue(dst, &enc.values[i])
		}
	}
	return dst, nil
}

// Expand appends the feature whose values [Encoder.AppendValues] has appended,
// maybe of an Encoder that knew only the first of the columns: of the others the
// feature has nulls.
func (enc *Encoder) Expand(dst, values []byte) []byte {
	dst = append(dst, `{"type":"Feature",`...)
	id, values, _ := bytes.Cut(values, newline)
	if len(id) > 0 {
		dst = append(append(append(dst, `"id":`...), id...), ',')
	}
	geometry, values, more := bytes.Cut(values, newline)
	dst = append(append(dst, `"geometry":`...), geometry...)
	dst = append(dst, `,"properties":{`...)
	dst = enc.appendMember(dst, 0, id)
	for i := 1; i < len(enc.keys); i++ {
		var value []byte
		if more {
			value, values, more = bytes.Cut(values, newline)
		}
		dst = enc.appendMember(dst, i, value)
	}
	return append(dst, "}}"...)
}

var newline = []byte{'\n'}

func (enc *Encoder) appendMember(dst []byte, i int, value []byte) []byte {
	if len(value) == 0 {
		return append(dst, enc.nulls[i]...)
	}
	return append(append(dst, enc.keys[i]...), value...)
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

func (enc *Encoder) appendValue(dst []byte, v *output.Value) []byte {
	switch v.Kind {
	case output.Text:
		return AppendString(dst, v.Text)
	case output.Integer, output.Real:
		return appendNumber(dst, v)
	case output.Boolean:
		return strconv.AppendBool(dst, v.Int != 0)
	case output.Date:
		dst = enc.days.append(append(dst, '"'), when.Day(v.Int))
		return append(dst, '"')
	case output.DateTime:
		day, second := output.SplitDateTime(v.Int)
		dst = enc.days.append(append(dst, '"'), day)
		return append(output.AppendTime(dst, second), '"')
	}
	return append(dst, "null"...)
}

func appendNumber(dst []byte, v *output.Value) []byte {
	switch {
	case v.Text != "":
		return append(dst, v.Text...)
	case v.Kind == output.Integer:
		return strconv.AppendInt(dst, v.Int, 10)
	}
	return strconv.AppendFloat(dst, v.Real, 'f', -1, 64)
}
