package row

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/geometry"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
)

// Row is one record of any format.
type Row struct {
	Line     int
	Props    []geo.Property  // what it says, in its own order
	At       []int           // for each column, its place in Props or -1; nil if they are the same
	Surplus  []string        // cells beyond the last column
	Geometry *geometry.Place // its own, in GeoJSON
	Inside   *geometry.Place // of an object inside it, which speaks where nothing else does
	Warnings []error
	Bytes    int // of its values, if that is known; else 0
}

// Cell returns the value of a column, without space around it; it is empty if
// the row has none.
func (r *Row) Cell(col int) string { return TrimSpace(r.Untrimmed(col)) }

// Untrimmed is Cell with the space around it.
func (r *Row) Untrimmed(col int) string {
	if r.At != nil {
		if col >= len(r.At) || r.At[col] < 0 {
			return ""
		}
		col = r.At[col]
	}
	if col >= len(r.Props) {
		return ""
	}
	p := &r.Props[col]
	if p.JSON && p.Value == "null" {
		return ""
	}
	return p.Value
}

// Said is cell, but empty if that stands for a missing value.
func (r *Row) Said(col int) string {
	if v := r.Cell(col); !literal.Missing(v) {
		return literal.Unlisted(v)
	}
	return ""
}

// TrimSpace is strings.TrimSpace, quick for what has no space around it.
func TrimSpace(s string) string {
	if n := len(s); n == 0 || s[0] > ' ' && s[0] < utf8.RuneSelf && s[n-1] > ' ' && s[n-1] < utf8.RuneSelf {
		return s
	}
	return strings.TrimSpace(s)
}

// Size returns how many bytes the row's values take.
func (r *Row) Size() int {
	if r.Bytes > 0 {
		return r.Bytes
	}
	n := 0
	for i := range r.Props {
		n += len(r.Props[i].Value)
	}
	return n
}

// Says returns a copy of all that the row says, cells beyond the last column
// included, which have no name.
func (r *Row) Says() []geo.Property {
	all := slices.Clone(r.Props)
	for _, v := range r.Surplus {
		all = append(all, geo.Property{Value: v})
	}
	return all
}

// Source is a stream of rows.
type Source interface {
	// Next returns the next row. The error is io.EOF at the end; a *geo.Problem
	// for a record that is refused, after which reading goes on; else it ends
	// the stream.
	Next() (*Row, error)
	// Names returns the columns met so far. Later rows may bring more.
	Names() *Names
}
