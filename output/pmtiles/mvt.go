package pmtiles

import (
	"encoding/binary"
	"slices"

	"github.com/dateline-map/dateline/output"
)

// A tile is a message of Mapbox Vector Tile 2.1, with one layer of points. It is
// written here and not with orb, whose encoder would link a second implementation
// of protocol buffers and MongoDB's BSON for the few messages below.

// extentBits is for the usual grid of a tile, 4096 units a side.
const extentBits = 12

// layerName is what the one layer of every tile is called.
const layerName = "events"

// The tags of the messages' fields: number and wire type.
const (
	varint = 0 // a wire type; 2 is bytes with their length before them

	tileLayers = 3<<3 | 2

	layerNameTag, layerFeatures, layerKeys = 1<<3 | 2, 2<<3 | 2, 3<<3 | 2
	layerValues, layerExtent, layerVersion = 4<<3 | 2, 5<<3 | varint, 15<<3 | varint

	featureID, featureTags       = 1<<3 | varint, 2<<3 | 2
	featureType, featureGeometry = 3<<3 | varint, 4<<3 | 2

	valueString, valueSint = 1<<3 | 2, 6<<3 | varint

	pointType = 1 // GeomType
	moveToOne = 1<<3 | 1
)

// field is a property of the features.
type field struct {
	name string
	text bool // or else an integer
	of   func(f *output.Feature) output.Value
}

// shown are the columns that are in the tiles, besides the days, unless others are
// asked for.
var shown = []string{"id", "title", "date", "date_edtf", "event_type", "sub_event_type", "killed", "place_precision", "place_radius_m", "match"}

// fieldsOf returns the properties of the features of a layer with the columns.
func fieldsOf(columns *output.Columns) []field {
	fields := []field{
		{"day", false, func(f *output.Feature) output.Value { return day(f, int64(f.Event.When.First)) }},
		{"day_end", false, func(f *output.Feature) output.Value { return day(f, int64(f.Event.When.Last)) }},
	}
	names := columns.Names(fields[0].name, fields[1].name)
	for i, c := range columns.All() {
		ours := i < len(columns.Fixed())
		if columns.Chosen() || ours && slices.Contains(shown, c.Name) {
			fields = append(fields, field{names[i], c.Kind != output.Integer, func(f *output.Feature) output.Value { return f.Values[i] }})
		}
	}
	return fields
}

// day returns a day since 1970-01-01 of a feature, null without a date.
func day(f *output.Feature, n int64) output.Value {
	if f.Event.When.IsZero() {
		return output.Value{}
	}
	return output.Value{Kind: output.Integer, Int: n}
}

// appendFeature appends the feature as it waits for its tiles: its number, and for
// each property that is not null which it is and its Value message.
func appendFeature(dst []byte, number uint64, fields []field, f *output.Feature) []byte {
	dst = binary.AppendUvarint(dst, number)
	for i := range fields {
		v := fields[i].of(f)
		if v.Kind == output.Null {
			continue
		}
		dst = binary.AppendUvarint(dst, uint64(i))
		dst = appendBytes(dst, appendValue(nil, fields[i].text, &v))
	}
	return dst
}

func appendValue(dst []byte, text bool, v *output.Value) []byte {
	if text {
		return appendBytes(append(dst, valueString), []byte(output.Clean(string(v.Append(nil)))))
	}
	return binary.AppendVarint(append(dst, valueSint), v.Int)
}

// appendBytes appends a text with its length before it.
func appendBytes[T string | []byte](dst []byte, b T) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(b))), b...)
}

// tile is a tile in the making. The zero tile must be reset.
type tile struct {
	features []byte            // of the layer message
	values   []byte            // of the layer message
	known    map[string]uint64 // where among the values a Value message is
	feature  []byte
	tags     []byte
}

func (t *tile) reset() {
	t.features, t.values = t.features[:0], t.values[:0]
	t.known = make(map[string]uint64)
}

// add adds a feature as appendFeature left it, at a place in the tile's units.
func (t *tile) add(waiting []byte, x, y uint32) {
	number, n := binary.Uvarint(waiting)
	t.tags = t.tags[:0]
	for rest := waiting[n:]; len(rest) > 0; {
		key, n := binary.Uvarint(rest)
		rest = rest[n:]
		size, n := binary.Uvarint(rest)
		end := n + int(size)
		t.tags = binary.AppendUvarint(t.tags, key)
		t.tags = binary.AppendUvarint(t.tags, t.value(rest[n:end]))
		rest = rest[end:]
	}
	var geometry [1 + 2*binary.MaxVarintLen32]byte
	where := append(geometry[:0], moveToOne)
	where = binary.AppendVarint(binary.AppendVarint(where, int64(x)), int64(y))
	f := binary.AppendUvarint(append(t.feature[:0], featureID), number)
	f = appendBytes(append(f, featureTags), t.tags)
	f = append(f, featureType, pointType)
	f = appendBytes(append(f, featureGeometry), where)
	t.feature = f
	t.features = appendBytes(append(t.features, layerFeatures), f)
}

// value returns where among the layer's values one is, and adds it if it is new.
func (t *tile) value(message []byte) uint64 {
	at, known := t.known[string(message)]
	if !known {
		at = uint64(len(t.known))
		t.known[string(message)] = at
		t.values = appendBytes(append(t.values, layerValues), message)
	}
	return at
}

// layer returns the tile with its layer; without features a tile has none.
func (t *tile) layer(fields []field) []byte {
	if len(t.features) == 0 {
		return nil
	}
	l := append([]byte(nil), layerVersion, 2)
	l = appendBytes(append(l, layerNameTag), layerName)
	l = append(l, t.features...)
	for _, f := range fields {
		l = appendBytes(append(l, layerKeys), f.name)
	}
	l = append(l, t.values...)
	l = binary.AppendUvarint(append(l, layerExtent), 1<<extentBits)
	return appendBytes([]byte{tileLayers}, l)
}
