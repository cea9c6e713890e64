package jsonrows

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/jsontext"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// object makes a row of an object, with what stands before and after it. A GeoJSON
// feature's properties are the row. The row's texts are parts of one copy of the
// object.
func (j *Rows) object(line int, raw []byte, before []geo.Property, after ...geo.Property) (*row.Row, error) {
	raw = jsontext.WithoutExtended(bytes.Clone(raw))
	r := &row.Row{Line: line, Props: make([]geo.Property, 0, max(j.width, len(before)))}
	r.Props = append(r.Props, before...)
	j.coming = 0
	if isFeature(raw) {
		j.feature(r, raw)
	} else {
		j.flatten(r, "", raw, 0)
		j.esri.feature(r, raw)
	}
	r.Props = append(r.Props, after...)
	j.place(r)
	j.width = len(r.Props)
	r.Warnings = append(r.Warnings, j.clean.Warnings(&j.told)...)
	return r, nil
}

func isFeature(raw []byte) bool {
	if !bytes.Contains(raw, []byte(`"Feature"`)) {
		return false
	}
	feature := false
	jsontext.Members(raw, func(key, value []byte) {
		feature = feature || string(key) == "type" && string(value) == `"Feature"`
	})
	return feature
}

// feature takes a feature apart. Its id and members that GeoJSON does not know
// are columns too.
func (j *Rows) feature(r *row.Row, raw []byte) {
	jsontext.Members(raw, func(key, value []byte) {
		switch string(key) {
		case "type", "bbox":
		case "properties":
			if value[0] == '{' {
				j.flatten(r, "", value, 0)
			}
		case "geometry":
			var err error
			if r.Geometry, err = j.crs.Place(value); err != nil {
				r.Warnings = append(r.Warnings, err)
			}
		case "time":
			if text := timeOfFeature(value); text != "" {
				r.Props = append(r.Props, geo.Property{Name: j.name("", key), Value: text})
				return
			}
			fallthrough
		default:
			j.property(r, j.name("", key), value, 0)
		}
	})
}

// timeOfFeature returns the time of a feature of OGC JSON-FG (21-045), which one has as a
// day, the next as a moment or an interval, as one text; empty if it is none.
func timeOfFeature(value []byte) string {
	var t struct {
		Date, Timestamp string
		Interval        []string
	}
	if value[0] != '{' || json.Unmarshal(value, &t) != nil {
		return ""
	}
	return cmp.Or(strings.Join(t.Interval, "/"), t.Timestamp, t.Date)
}

// deepestObject bounds how deep objects are flattened; deeper ones stay JSON.
const deepestObject = 4

// flatten adds the members of an object, those of objects inside it with a
// dotted name.
func (j *Rows) flatten(r *row.Row, prefix string, object []byte, depth int) {
	jsontext.Members(object, func(key, value []byte) { j.property(r, j.name(prefix, key), value, depth) })
}

// mostNames bounds the names that are kept to be used again.
const mostNames = 1000

// name returns a column's name, made valid. Names repeat, most often in the order
// of the columns, so they are made once.
func (j *Rows) name(prefix string, key []byte) string {
	if j.coming < len(j.cols.List) {
		if name := j.cols.List[j.coming]; len(name) == len(prefix)+len(key) && name[len(prefix):] == string(key) && name[:len(prefix)] == prefix {
			j.coming++
			return name
		}
	}
	name := j.otherName(prefix, key)
	if col, ok := j.index[name]; ok {
		j.coming = col + 1
	}
	return name
}

// otherName is name of a column that does not follow the one before.
func (j *Rows) otherName(prefix string, key []byte) string {
	if prefix == "" {
		if name, ok := j.keys[string(key)]; ok {
			return name
		}
	}
	name := j.valid(prefix + string(key))
	if prefix == "" && len(j.keys) < mostNames {
		j.keys[string(key)] = name
	}
	return name
}

func (j *Rows) property(r *row.Row, name string, value []byte, depth int) {
	switch {
	case value[0] == '{' && depth < deepestObject && len(value) > 2:
		j.shapeInside(r, value)
		j.flatten(r, name+".", value, depth+1)
		return
	case value[0] == '"':
		r.Props = append(r.Props, geo.Property{Name: name, Value: j.valid(jsontext.Unquote(value))})
	case value[0] == '[' && j.list(r, name, value, depth):
	case value[0] == '{' || value[0] == '[':
		r.Props = append(r.Props, geo.Property{Name: name, Value: j.valid(plaintext.Lent(value))})
	default:
		if text, ok := j.esri.date(name, value); ok {
			r.Props = append(r.Props, geo.Property{Name: name, Value: text})
			return
		}
		r.Props = append(r.Props, geo.Property{Name: name, Value: plaintext.Lent(value), JSON: true})
	}
}

func (j *Rows) valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return j.clean.Clean(s)
}

// listHeader returns the words of a list that is a header, all of them text and
// none a value. The header of rows without one is empty, not nil.
func listHeader(raw []byte) ([]string, bool) {
	header := []string{}
	words := true
	jsontext.Elements(raw, func(v []byte) {
		if v[0] != '"' {
			words = false
			return
		}
		header = append(header, jsontext.Unquote(v))
	})
	if !words || len(header) == 0 || !literal.AreWords(header) {
		return []string{}, false
	}
	return header, true
}

// listed makes a row of a list, whose columns the document named or the first
// list does.
func (j *Rows) listed(line int, raw []byte) (*row.Row, error) {
	raw = bytes.Clone(raw)
	if j.header == nil {
		var isHeader bool
		if j.header, isHeader = listHeader(raw); isHeader {
			return nil, nil
		}
	}
	r, n := &row.Row{Line: line}, 0
	jsontext.Elements(raw, func(v []byte) {
		name := row.Placeholder(n)
		if n < len(j.header) {
			name = j.valid(j.header[n])
		}
		j.property(r, name, v, deepestObject)
		n++
	})
	j.place(r)
	return r, nil
}

// place finds the column of each property; a name that is new is a new column.
func (j *Rows) place(r *row.Row) {
	r.At = make([]int, len(j.cols.List), len(j.cols.List)+len(r.Props))
	for i := range r.At {
		r.At[i] = -1
	}
	kept := r.Props[:0]
	j.coming = 0
	var more []byte
	for _, p := range r.Props {
		switch ok, keep := j.settle(r, kept, &p); {
		case !ok:
			more = appendMember(more, p)
		case keep:
			kept = append(kept, p)
		}
	}
	if more != nil {
		p := geo.Property{Name: moreColumns, Value: string(append(more, '}'))}
		col := j.lastColumn()
		r.At = append(r.At, slices.Repeat([]int{-1}, col+1-len(r.At))...)
		r.At[col] = len(kept)
		kept = append(kept, p)
	}
	r.Props = kept
}

// settle makes a property the next of those kept. One whose name another has
// already gets a number, and is left out if it says the same, as a feature's id
// does that is among its properties, too. It reports false first if there is no
// column for it.
func (j *Rows) settle(r *row.Row, kept []geo.Property, p *geo.Property) (ok, keep bool) {
	name := p.Name
	for n := 2; ; n++ {
		col, ok := j.column(p.Name)
		if !ok {
			return false, false
		}
		if col == len(r.At) {
			r.At = append(r.At, -1)
		}
		if r.At[col] < 0 {
			r.At[col] = len(kept)
			return true, true
		}
		if kept[r.At[col]] == *p {
			return true, false
		}
		p.Name = fmt.Sprintf("%s_%d", name, n)
	}
}

// column returns the column of a name, which it makes if it is new; not if there
// are too many.
func (j *Rows) column(name string) (col int, ok bool) {
	if j.coming < len(j.cols.List) && j.cols.List[j.coming] == name {
		j.coming++
		return j.coming - 1, true // as nearly always
	}
	if col, ok := j.index[name]; ok {
		j.coming = col + 1
		return col, true
	}
	col = len(j.cols.List)
	if col >= mostColumns {
		return 0, false
	}
	j.cols.Add(name)
	j.index[name] = col
	return col, true
}

// mostColumns bounds the columns that objects with ever new keys can make. What
// a row has beyond them is one column, moreColumns, a JSON object.
const (
	mostColumns = 10_000
	moreColumns = "more_columns"
)

// lastColumn returns the column of what has none of its own, which it makes if
// it is new.
func (j *Rows) lastColumn() int {
	col, ok := j.index[moreColumns]
	if !ok {
		col = len(j.cols.List)
		j.cols.Add(moreColumns)
		j.index[moreColumns] = col
	}
	return col
}

// appendMember appends a property to a JSON object that is not closed.
func appendMember(object []byte, p geo.Property) []byte {
	next := byte(',')
	if object == nil {
		next = '{'
	}
	key, _ := json.Marshal(p.Name) // a text can always be written
	object = append(append(append(object, next), key...), ':')
	if p.JSON {
		return append(object, p.Value...)
	}
	value, _ := json.Marshal(p.Value)
	return append(object, value...)
}
