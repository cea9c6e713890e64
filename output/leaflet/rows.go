package leaflet

import (
	"slices"
	"strconv"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
)

// rows turns events into what the page says of them: for each a JSON array of
// the layer's columns, with two of the page's own before those of the input.
// Some are packed together, because a browser that shows a list of ten is not to
// unpack a hundred thousand.
type rows struct {
	source  *output.Columns
	columns []output.Column // those of the page
	fixed   int             // columns that are not the input's
	skip    []bool          // for each fixed column of the layer, whether the index has it
	values  []output.Value
	chunk   []byte // of rows not yet packed
	n       int    // rows in chunk
}

// rowsInChunk is how many events are packed together: a power of two. So many
// take a browser a millisecond or two.
const rowsInChunk = 256

// added are the page's own columns.
var added = []output.Column{{Name: "evidence", Kind: output.Text}, {Name: "candidates", Kind: output.Text}}

// indexed are the columns that the index has as numbers.
var indexed = []string{"date", "start", "end"}

func newRows(columns *output.Columns) rows {
	r := rows{source: columns}
	for _, c := range columns.Fixed() {
		skip := slices.Contains(indexed, c.Name)
		r.skip = append(r.skip, skip)
		if !skip {
			r.columns = append(r.columns, c)
		}
	}
	r.columns = append(r.columns, added...)
	r.fixed = len(r.columns)
	r.columns = append(r.columns, columns.All()[len(columns.Fixed()):]...)
	return r
}

// add adds the event's row, and reports whether the chunk is full.
func (r *rows) add(e *geo.Event) (full bool, err error) {
	r.values, err = r.source.Values(r.values[:0], e)
	if err != nil {
		return false, err
	}
	open := byte(',')
	if r.n == 0 {
		r.chunk, open = r.chunk[:0], '['
	}
	dst := append(r.chunk, open, '[')
	for i := range r.skip {
		if !r.skip[i] {
			dst = append(appendValue(dst, &r.values[i]), ',')
		}
	}
	dst = append(appendText(dst, evidence(&e.Place.Match)), ',')
	dst = appendText(dst, others(&e.Place.Match))
	for i := len(r.skip); i < len(r.values); i++ {
		dst = appendValue(append(dst, ','), &r.values[i])
	}
	r.chunk = append(dst, ']')
	r.n++
	return r.n == rowsInChunk, nil
}

// take returns the rows since it was last called, as JSON; nil if there are none.
func (r *rows) take() []byte {
	if r.n == 0 {
		return nil
	}
	r.n = 0
	r.chunk = append(r.chunk, ']')
	return r.chunk
}

func appendValue(dst []byte, v *output.Value) []byte {
	switch v.Kind {
	case output.Text:
		return geojson.AppendString(dst, v.Text)
	case output.Integer:
		return strconv.AppendInt(dst, v.Int, 10)
	case output.Real:
		return strconv.AppendFloat(dst, v.Real, 'g', -1, 64)
	case output.Boolean:
		return strconv.AppendBool(dst, v.Int != 0)
	}
	return append(dst, "null"...)
}

func appendText(dst []byte, s string) []byte {
	if s == "" {
		return append(dst, "null"...)
	}
	return geojson.AppendString(dst, s)
}
