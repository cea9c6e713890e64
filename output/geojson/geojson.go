// Package geojson writes events as GeoJSON (RFC 7946): one FeatureCollection, a
// text sequence (RFC 8142) or one feature a line.
//
// A feature stands on one line with its properties flat, always the same keys in
// the same order, so that GDAL finds the same columns whatever comes first and
// two runs can be compared line by line. Nothing is reflected upon and next to
// nothing allocated: writing is a matter of appending bytes.
//
// # Non-goals
//
//   - Reading GeoJSON; see package record.
//   - The rest of JSON-FG and Linked Places: of both, the member that says when.
package geojson

import (
	"errors"
	"io"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/paulmach/orb"
)

// Framing is what stands around the features.
type Framing uint8

// The framings.
const (
	Collection Framing = iota // one FeatureCollection; application/geo+json
	Sequence                  // RFC 8142: a record separator before each feature; application/geo+json-seq
	Lines                     // one feature a line and nothing else, as DuckDB and Spark read it
)

// Options are how a layer is written. The zero Options is the usual choice.
type Options struct {
	// Framing is what stands around the features. The default is Collection.
	Framing Framing
	// Name becomes the layer's name in GDAL and QGIS. The default is none, by
	// which they name it after the file. It has no place outside a Collection,
	// nor have the next two.
	Name string
	// Description says in a sentence what the layer shows.
	Description string
	// Attribution names those whose data the layer holds.
	Attribution string
	// Areas returns the outline that stands for an event's place instead of its
	// point, by RFC 7946's rules, or nil for the point. The default is always the
	// point.
	Areas func(*geo.Event) orb.MultiPolygon
	// Time is a further member that says when. The default is none.
	Time Time
	// Fields are the properties that [Merge] leaves of those of the layers. The
	// default is all. What a [Writer] writes are its columns.
	Fields *output.Fields
	// Shapes are those of packed features, for encoders that share them. By default an
	// [Encoder] has its own.
	Shapes *Shapes
	// Shard is the part of a job that the layer is. The default is the whole.
	Shard Shard
}

// Writer writes events as GeoJSON. It is made by [NewWriter].
type Writer struct {
	w       io.Writer
	encoder *Encoder
	framing Framing
	buf     []byte
	head    int  // bytes that buf begins with before the first feature
	some    bool // a feature has been written
	err     error
}

var _ output.Writer = (*Writer)(nil)

// flushSize is when the buffer goes to the writer under it: large enough that
// the system calls do not show in a profile, small enough for a hundred layers.
const flushSize = 64 << 10

// NewWriter returns a writer of a layer with the columns to w. It buffers what
// it writes, until Close.
func NewWriter(w io.Writer, columns *output.Columns, o Options) *Writer {
	g := &Writer{w: w, encoder: NewEncoder(columns, o), framing: o.Framing}
	if o.Framing == Collection {
		g.buf = appendHead(g.buf, o)
		g.head = len(g.buf)
	}
	return g
}

func appendHead(dst []byte, o Options) []byte {
	dst = append(dst, `{"type":"FeatureCollection",`...)
	if o.Time == JSONFG {
		dst = append(dst, conformance...)
	}
	members := []struct{ key, value string }{
		{"name", o.Name}, {"description", o.Description}, {"attribution", o.Attribution},
	}
	for _, m := range members {
		if m.value != "" {
			dst = AppendString(dst, m.key)
			dst = AppendString(append(dst, ':'), m.value)
			dst = append(dst, ',')
		}
	}
	return append(o.Shard.append(dst), `"features":[`...)
}

var errClosed = errors.New("layer is closed")

// Write adds the event to the layer.
func (g *Writer) Write(e *geo.Event) error {
	if g.err != nil {
		return g.err
	}
	g.buf = g.framing.begin(g.buf)
	g.buf, g.err = g.encoder.Append(g.buf, e)
	g.buf = g.framing.end(g.buf)
	g.first()
	if len(g.buf) >= flushSize && g.err == nil {
		g.flush()
	}
	return g.err
}

// WriteFeatures adds features, each as [Framing.AppendFeature] appends them.
func (g *Writer) WriteFeatures(features []byte) error {
	if g.err != nil || len(features) == 0 {
		return g.err
	}
	if g.framing == Collection && !g.some {
		features = features[1:] // no comma before the first
	}
	g.some = true
	if g.flush(); g.err == nil {
		_, g.err = g.w.Write(features)
	}
	return g.err
}

// first takes away the comma before the first feature, which is all that is in
// the buffer but for the head.
func (g *Writer) first() {
	if !g.some && g.framing == Collection {
		g.buf = append(g.buf[:g.head], g.buf[g.head+1:]...)
	}
	g.some = true
}

// AppendFeature appends a feature as it stands in a layer, with what separates
// it from its neighbours. Feature appends the feature itself.
func (f Framing) AppendFeature(dst []byte, feature func([]byte) ([]byte, error)) ([]byte, error) {
	dst, err := feature(f.begin(dst))
	return f.end(dst), err
}

func (f Framing) begin(dst []byte) []byte {
	switch f {
	case Collection:
		return append(dst, ",\n"...)
	case Sequence:
		return append(dst, 0x1e)
	}
	return dst
}

func (f Framing) end(dst []byte) []byte {
	if f == Collection {
		return dst
	}
	return append(dst, '\n')
}

func (g *Writer) flush() {
	if len(g.buf) == 0 {
		return
	}
	_, g.err = g.w.Write(g.buf)
	g.buf = g.buf[:0]
}

// Close ends the layer and hands what is buffered on.
func (g *Writer) Close() error {
	if g.err != nil {
		return g.err
	}
	if g.framing == Collection {
		g.buf = append(g.buf, "\n]}\n"...)
	}
	g.flush()
	if g.err != nil {
		return g.err
	}
	g.err = errClosed
	return nil
}
