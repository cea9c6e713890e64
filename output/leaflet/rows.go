package leaflet

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/style"
)

// rows turns events into rows of the page: an array of the layer's columns, and
// four of the page's own before those of the input. Short texts repeat, so a row
// has their numbers; days are numbers too.
type rows struct {
	source  *output.Columns
	columns []output.Column
	fixed   int // columns that are not the input's
	values  []output.Value
	strings map[string]int
	order   []string
	types   map[string]int // events of each type
}

// added are the page's own columns.
var added = []output.Column{
	{Name: "lon", Kind: output.Real}, {Name: "lat", Kind: output.Real},
	{Name: "evidence", Kind: output.Text}, {Name: "candidates", Kind: output.Text},
}

func newRows(columns *output.Columns) rows {
	ours, inputs := columns.Fixed(), columns.All()[len(columns.Fixed()):]
	return rows{
		source:  columns,
		columns: slices.Concat(ours, added, inputs),
		fixed:   len(ours) + len(added),
		strings: make(map[string]int),
		types:   make(map[string]int),
	}
}

func (r *rows) append(dst []byte, e *geo.Event) ([]byte, error) {
	p, located, err := output.PositionOf(e)
	if err != nil {
		return dst, err
	}
	r.values, err = r.source.Values(r.values[:0], e)
	if err != nil {
		return dst, err
	}
	r.types[e.Type]++
	ours := r.fixed - len(added)
	dst = r.appendValues(append(dst, '['), r.values[:ours])
	dst = append(dst, ',')
	if located {
		dst = append(p.AppendCoordinate(dst, p.Lon), ',')
		dst = p.AppendCoordinate(dst, p.Lat)
	} else {
		dst = append(dst, "null,null"...)
	}
	dst = r.appendText(append(dst, ','), evidence(&e.Place.Match))
	dst = r.appendText(append(dst, ','), others(&e.Place.Match))
	if len(r.values) > ours {
		dst = r.appendValues(append(dst, ','), r.values[ours:])
	}
	return append(dst, ']'), nil
}

func (r *rows) appendValues(dst []byte, values []output.Value) []byte {
	for i := range values {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = r.appendValue(dst, &values[i])
	}
	return dst
}

func (r *rows) appendValue(dst []byte, v *output.Value) []byte {
	switch v.Kind {
	case output.Text:
		return r.appendInterned(dst, v.Text)
	case output.Integer:
		return strconv.AppendInt(dst, v.Int, 10)
	case output.Real:
		return strconv.AppendFloat(dst, v.Real, 'g', -1, 64)
	case output.Boolean:
		return strconv.AppendBool(dst, v.Int != 0)
	case output.Date:
		return strconv.AppendInt(dst, v.Int, 10)
	case output.DateTime:
		day, _ := output.SplitDateTime(v.Int)
		return strconv.AppendInt(dst, int64(day), 10)
	}
	return append(dst, "null"...)
}

func (r *rows) appendText(dst []byte, s string) []byte {
	if s == "" {
		return append(dst, "null"...)
	}
	return r.appendInterned(dst, s)
}

// longest is the longest text that is kept to be found again; longer ones are
// quotes, which do not repeat.
const longest = 64

func (r *rows) appendInterned(dst []byte, s string) []byte {
	if len(s) > longest {
		return geojson.AppendString(dst, s)
	}
	n, known := r.strings[s]
	if !known {
		n = len(r.order)
		r.strings[s] = n
		r.order = append(r.order, s)
	}
	return strconv.AppendInt(dst, int64(n), 10)
}

func (r *rows) appendStrings(dst []byte) []byte {
	dst = append(dst, '[')
	for i, s := range r.order {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = geojson.AppendString(dst, s)
	}
	return append(dst, ']')
}

// mostTypes is how many types the legend has room for; the rarest share a class.
const mostTypes = 30

// appendClasses appends the legend, the class of all types without one last.
func (r *rows) appendClasses(dst []byte) []byte {
	types := make([]string, 0, len(r.types))
	for t := range r.types {
		types = append(types, t)
	}
	slices.SortFunc(types, func(a, b string) int {
		return cmp.Or(cmp.Compare(r.types[b], r.types[a]), cmp.Compare(a, b))
	})
	for _, c := range style.Classes(types[:min(mostTypes, len(types))]) {
		name := c.Type
		if name == "" {
			name = "Type unknown"
		}
		dst = append(appendClass(dst, name, c), ',')
	}
	return appendClass(dst, "Other types", style.Other())
}

func appendClass(dst []byte, name string, c style.Class) []byte {
	dst = geojson.AppendString(append(dst, `{"name":`...), name)
	dst = geojson.AppendString(append(dst, `,"type":`...), c.Type)
	return fmt.Appendf(dst, `,"light":%q,"dark":%q}`, c.Light, c.Dark)
}

var radius = fmt.Sprintf(`{"least":%v,"perRoot":%v,"most":%v}`, style.LeastRadius, style.RadiusPerRoot, style.MostRadius)

// mostCandidates is how many other candidates a pop-up names.
const mostCandidates = 3

// evidence returns why the match was made, in words.
func evidence(m *geo.Match) string {
	if !m.Located() || len(m.Candidates) == 0 || m.Candidates[0].ID != m.ID {
		return ""
	}
	return strings.Join(m.Candidates[0].Why, "; ")
}

// others returns what else the name could be: "Paris, Texas, US (5 %)".
func others(m *geo.Match) string {
	var list []string
	for i := range m.Candidates {
		c := &m.Candidates[i]
		if m.Located() && c.ID == m.ID {
			continue
		}
		if len(list) == mostCandidates {
			break
		}
		list = append(list, candidate(c))
	}
	return strings.Join(list, "; ")
}

func candidate(c *geo.Candidate) string {
	words := c.Name
	for _, part := range []string{c.Adm1, c.Country} {
		if part != "" && part != c.Name {
			words += ", " + part
		}
	}
	if c.Probability < 0.005 {
		return words + " (under 1 %)"
	}
	return fmt.Sprintf("%s (%.0f %%)", words, c.Probability*100)
}
