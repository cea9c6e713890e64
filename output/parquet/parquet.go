// Package parquet writes events as GeoParquet 1.1: a columnar file that DuckDB,
// pandas, Spark and GDAL read, in the order the events are written.
//
// Columns are typed: date is a DATE, start and end are timestamps that are not
// adjusted to UTC, which is Parquet's way to say civil time, and any column may be
// null. The place is a point in WKB in the column geometry, and once more as a box
// in the column bbox, by which a reader skips what lies elsewhere.
//
// # Non-goals
//
//   - Reading Parquet.
//   - Partitioned data sets.
package parquet

import (
	"io"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"github.com/dateline-map/dateline/output"
)

// Options are how a file is written. The zero Options is the usual choice.
type Options struct {
	// Title says what the file holds. The default is none.
	Title string
	// Attribution names those whose data the file holds. It and the title become
	// metadata of the file. The default is none.
	Attribution string
}

// The columns that a file has besides the events' own, and the parts of the box.
const (
	geometryColumn = "geometry"
	boxColumn      = "bbox"
)

var boxParts = []string{"xmin", "ymin", "xmax", "ymax"}

// How much is in memory at a time: the rows of a group, compressed, a page of each
// column, and its dictionary, which is given up when it grows larger.
const (
	rowsPerGroup    = 1 << 16
	rowsPerBatch    = 64
	pageBytes       = 128 << 10
	dictionaryBytes = 256 << 10
)

type encoder struct {
	o      Options
	w      *parquet.GenericWriter[any]
	kinds  []output.Kind
	rows   []parquet.Row // a batch of them, to be filled anew
	n      int           // rows of the batch that are filled
	wkb    []byte        // the points of the batch
	bounds output.Box
}

// NewWriter returns a writer of a file with the columns to w.
func NewWriter(w io.Writer, columns *output.Columns, o Options) *output.Layer {
	enc := &encoder{o: o, bounds: output.Nowhere, rows: make([]parquet.Row, rowsPerBatch)}
	for _, c := range columns.All() {
		enc.kinds = append(enc.kinds, c.Kind)
	}
	enc.w = parquet.NewGenericWriter[any](w, &parquet.WriterConfig{
		Schema:             schema(columns),
		CreatedBy:          "dateline",
		Compression:        &zstd.Codec{Level: zstd.SpeedFastest},
		MaxRowsPerRowGroup: rowsPerGroup,
		PageBufferSize:     pageBytes,
		DictionaryMaxBytes: dictionaryBytes,
		DataPageVersion:    1, // which every reader knows
		DataPageStatistics: true,
		WriteBufferSize:    parquet.DefaultWriteBufferSize,
		ColumnPageBuffers:  parquet.NewBufferPool(),
	})
	return output.NewLayer(columns, enc, nil)
}

// Add puts the feature's row into the batch.
func (enc *encoder) Add(f *output.Feature) error {
	row := enc.rows[enc.n][:0]
	for i := range f.Values {
		row = append(row, cell(enc.kinds[i], &f.Values[i]).Level(0, defined(f.Values[i].Kind != output.Null), i))
	}
	enc.rows[enc.n] = enc.appendPlace(row, f)
	enc.n++
	if enc.n < len(enc.rows) {
		return nil
	}
	return enc.flush()
}

// defined is the level of a value of an optional column.
func defined(is bool) int {
	if is {
		return 1
	}
	return 0
}

func (enc *encoder) appendPlace(row parquet.Row, f *output.Feature) parquet.Row {
	column := len(row)
	if !f.Drawn {
		for range 1 + len(boxParts) {
			row = append(row, parquet.NullValue().Level(0, 0, column))
			column++
		}
		return row
	}
	x, y := f.At.Lon, f.At.Lat
	enc.bounds.Add(x, y)
	from := len(enc.wkb)
	enc.wkb = appendPoint(enc.wkb, x, y)
	row = append(row, parquet.ByteArrayValue(enc.wkb[from:]).Level(0, 1, column))
	for i, edge := range [...]float64{x, y, x, y} {
		row = append(row, parquet.DoubleValue(edge).Level(0, 1, column+1+i))
	}
	return row
}

func (enc *encoder) flush() error {
	_, err := enc.w.WriteRows(enc.rows[:enc.n])
	enc.n, enc.wkb = 0, enc.wkb[:0]
	return err
}

// End writes the metadata, which says where all the points lie.
func (enc *encoder) End() error {
	if err := enc.flush(); err != nil {
		return err
	}
	enc.w.SetKeyValueMetadata("geo", metadata(enc.bounds))
	for _, m := range []struct{ key, value string }{{"title", enc.o.Title}, {"attribution", enc.o.Attribution}} {
		if m.value != "" {
			enc.w.SetKeyValueMetadata(m.key, output.Clean(m.value))
		}
	}
	return enc.w.Close()
}

// cell returns a value as a column of the kind holds it.
func cell(column output.Kind, v *output.Value) parquet.Value {
	switch {
	case v.Kind == output.Null:
		return parquet.NullValue()
	case column == output.Integer:
		return parquet.Int64Value(v.Int)
	case column == output.Real:
		return parquet.DoubleValue(v.Real)
	case column == output.Boolean:
		return parquet.BooleanValue(v.Int != 0)
	case column == output.Date:
		return parquet.Int32Value(int32(v.Int))
	case column == output.DateTime:
		return parquet.Int64Value(v.Int * millisPerSecond)
	case v.Kind == output.Text:
		return parquet.ByteArrayValue([]byte(output.Clean(v.Text)))
	}
	return parquet.ByteArrayValue(v.Append(nil))
}

const millisPerSecond = 1000
