// Package fgb writes events as FlatGeobuf (version 3, flatgeobuf.org): one binary
// file of typed features behind a header, which GDAL, QGIS and browsers read.
//
// The features stand in the order they are written, and those without a place are
// among them. With an index the file can be searched by place, also over HTTP; then
// its order is that of a Hilbert curve through the places, and a feature without
// one cannot be in it.
//
// # Non-goals
//
//   - Reading and changing.
//   - Geometries other than points.
package fgb

import (
	"cmp"
	"encoding/binary"
	"io"
	"math"

	flatbuffers "github.com/google/flatbuffers/go"

	"github.com/dateline-map/dateline/output"
)

// Options are how a file is written. The zero Options is the usual choice.
type Options struct {
	// Name is the layer's name. The default is "events".
	Name string
	// Title says what the layer shows. The default is none.
	Title string
	// Attribution names those whose data the layer holds. It becomes the header's
	// description. The default is none.
	Attribution string
	// Index adds a spatial index, at the cost of the order and of the events
	// without a place. The default is neither.
	Index bool
	// Folder is where the features wait on the disk until all are counted. The
	// default is the system's folder for such files.
	Folder string
}

// magic is how a file begins: its name, version 3, its name, patch level 0.
var magic = []byte("fgb\x03fgb\x00")

type encoder struct {
	w        io.Writer
	o        Options
	fields   []field
	spool    *output.Spool
	builder  *flatbuffers.Builder
	props    []byte
	count    uint64
	leftOut  int
	envelope output.Box
	leaves   []leaf // of the index
}

// NewWriter returns a writer of a file with the columns to w.
func NewWriter(w io.Writer, columns *output.Columns, o Options) *output.Layer {
	o.Name = cmp.Or(o.Name, "events")
	enc := &encoder{w: w, o: o, fields: fieldsOf(columns), builder: flatbuffers.NewBuilder(4 << 10), envelope: output.Nowhere}
	var err error
	enc.spool, err = output.NewSpool(o.Folder)
	return output.NewLayer(columns, enc, err)
}

// Add writes the feature to the spool.
func (enc *encoder) Add(f *output.Feature) error {
	if enc.o.Index && !f.Drawn {
		enc.leftOut++
		return nil
	}
	if f.Drawn {
		enc.envelope.Add(f.At.Lon, f.At.Lat)
	}
	if enc.o.Index {
		enc.leaves = append(enc.leaves, leaf{f.At.Lon, f.At.Lat, enc.spool.Size()})
	}
	enc.count++
	_, err := enc.spool.Write(enc.feature(f))
	return err
}

// LeftOut returns how many features could not be indexed.
func (enc *encoder) LeftOut() int { return enc.leftOut }

// Drop removes what is on the disk.
func (enc *encoder) Drop() { enc.spool.Drop() }

// End writes the header, the index if there is one, and the features.
func (enc *encoder) End() error {
	if err := enc.spool.Done(); err != nil {
		return err
	}
	if _, err := enc.w.Write(append(magic[:len(magic):len(magic)], enc.header()...)); err != nil {
		return err
	}
	if len(enc.leaves) == 0 {
		return enc.spool.CopyTo(enc.w)
	}
	index := newIndex(enc.leaves, enc.envelope, enc.spool.Size())
	if err := index.write(enc.w); err != nil {
		return err
	}
	return index.copyFeatures(enc.w, enc.spool)
}

// The slots of the tables that the schemas header.fbs and feature.fbs declare.
const (
	headerName, headerEnvelope, headerGeometryType, headerColumns = 0, 1, 2, 7
	headerCount, headerNodeSize, headerCRS                        = 8, 9, 10
	headerTitle, headerDescription, headerSlots                   = 11, 12, 14

	columnName, columnType, columnSlots = 0, 1, 11

	crsOrg, crsCode, crsName, crsSlots = 0, 1, 2, 6

	featureGeometry, featureProperties, featureSlots = 0, 1, 3

	geometryXY, geometryType, geometrySlots = 1, 6, 8

	point           = 1  // GeometryType
	defaultNodeSize = 16 // which a reader assumes if nothing is said
)

func (enc *encoder) header() []byte {
	b := flatbuffers.NewBuilder(4 << 10)
	name := b.CreateString(output.Clean(enc.o.Name))
	title := optional(b, enc.o.Title)
	description := optional(b, enc.o.Attribution)
	columns := enc.columns(b)
	crs := wgs84(b)
	var envelope flatbuffers.UOffsetT
	if !enc.envelope.Empty() {
		envelope = doubles(b, enc.envelope.West, enc.envelope.South, enc.envelope.East, enc.envelope.North)
	}
	nodeSize := uint16(0)
	if len(enc.leaves) > 0 {
		nodeSize = nodeItems
	}
	b.StartObject(headerSlots)
	b.PrependUOffsetTSlot(headerName, name, 0)
	b.PrependUOffsetTSlot(headerEnvelope, envelope, 0)
	b.PrependByteSlot(headerGeometryType, point, 0)
	b.PrependUOffsetTSlot(headerColumns, columns, 0)
	b.PrependUint64Slot(headerCount, enc.count, 0)
	b.PrependUint16Slot(headerNodeSize, nodeSize, defaultNodeSize)
	b.PrependUOffsetTSlot(headerCRS, crs, 0)
	b.PrependUOffsetTSlot(headerTitle, title, 0)
	b.PrependUOffsetTSlot(headerDescription, description, 0)
	b.FinishSizePrefixed(b.EndObject())
	return b.FinishedBytes()
}

// optional returns a string, or 0, which no table has, for the empty one.
func optional(b *flatbuffers.Builder, s string) flatbuffers.UOffsetT {
	if s == "" {
		return 0
	}
	return b.CreateString(output.Clean(s))
}

func (enc *encoder) columns(b *flatbuffers.Builder) flatbuffers.UOffsetT {
	offsets := make([]flatbuffers.UOffsetT, len(enc.fields))
	for i, f := range enc.fields {
		name := b.CreateString(f.name)
		b.StartObject(columnSlots)
		b.PrependUOffsetTSlot(columnName, name, 0)
		b.PrependByteSlot(columnType, f.kind, 0)
		offsets[i] = b.EndObject()
	}
	return b.CreateVectorOfTables(offsets)
}

func wgs84(b *flatbuffers.Builder) flatbuffers.UOffsetT {
	org, name := b.CreateString("EPSG"), b.CreateString("WGS 84")
	b.StartObject(crsSlots)
	b.PrependUOffsetTSlot(crsOrg, org, 0)
	b.PrependInt32Slot(crsCode, 4326, 0)
	b.PrependUOffsetTSlot(crsName, name, 0)
	return b.EndObject()
}

func doubles(b *flatbuffers.Builder, all ...float64) flatbuffers.UOffsetT {
	b.StartVector(8, len(all), 8)
	for i := len(all) - 1; i >= 0; i-- {
		b.PrependFloat64(all[i])
	}
	return b.EndVector(len(all))
}

// feature returns the feature with its size before it, until the next call.
func (enc *encoder) feature(f *output.Feature) []byte {
	b := enc.builder
	b.Reset()
	enc.props = enc.props[:0]
	for i := range enc.fields {
		enc.props = enc.fields[i].append(enc.props, uint16(i), &f.Values[i])
	}
	properties := b.CreateByteVector(enc.props)
	var geometry flatbuffers.UOffsetT
	if f.Drawn {
		xy := doubles(b, f.At.Lon, f.At.Lat)
		b.StartObject(geometrySlots)
		b.PrependUOffsetTSlot(geometryXY, xy, 0)
		b.PrependByteSlot(geometryType, point, 0)
		geometry = b.EndObject()
	}
	b.StartObject(featureSlots)
	b.PrependUOffsetTSlot(featureGeometry, geometry, 0)
	b.PrependUOffsetTSlot(featureProperties, properties, 0)
	b.FinishSizePrefixed(b.EndObject())
	return b.FinishedBytes()
}

// field is a column of the file.
type field struct {
	name string
	kind byte // ColumnType
}

// The column types that are written.
const (
	boolType, intType, longType, doubleType, stringType, dateTimeType = 2, 5, 7, 10, 11, 13
)

// types has no type for days: FlatGeobuf has none, and a DateTime may be a date.
var types = [...]byte{
	output.Text: stringType, output.Integer: longType, output.Real: doubleType, output.Boolean: boolType,
	output.Date: dateTimeType, output.DateTime: dateTimeType,
}

func fieldsOf(columns *output.Columns) []field {
	names := columns.Names()
	fixed := len(columns.Fixed())
	fields := make([]field, len(names))
	for i, c := range columns.All() {
		fields[i] = field{names[i], types[c.Kind]}
		if c.Kind == output.Integer && i < fixed { // counts of people, and metres
			fields[i].kind = intType
		}
	}
	return fields
}

// append appends the property of column i; nothing for null.
func (f *field) append(dst []byte, i uint16, v *output.Value) []byte {
	if v.Kind == output.Null {
		return dst
	}
	dst = binary.LittleEndian.AppendUint16(dst, i)
	switch f.kind {
	case boolType:
		return append(dst, byte(v.Int))
	case intType:
		return binary.LittleEndian.AppendUint32(dst, uint32(v.Int))
	case longType:
		return binary.LittleEndian.AppendUint64(dst, uint64(v.Int))
	case doubleType:
		return binary.LittleEndian.AppendUint64(dst, math.Float64bits(v.Real))
	}
	at := len(dst)
	dst = binary.LittleEndian.AppendUint32(dst, 0)
	if v.Kind == output.Text {
		dst = append(dst, output.Clean(v.Text)...)
	} else {
		dst = v.Append(dst)
	}
	binary.LittleEndian.PutUint32(dst[at:], uint32(len(dst)-at-4))
	return dst
}
