package gpkg

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// The columns that a layer has besides the events' own.
const (
	keyColumn      = "fid"
	geometryColumn = "geom"
)

// SQLite has room for 2,000 columns. Those of an input beyond mostColumns are
// one, a JSON object, so that a table that wide loses nothing.
const (
	mostColumns  = 1_900
	hiddenColumn = "more_columns"
)

// table is the layer of events. Its key counts the events as they were written,
// so that a reader without an order of its own keeps theirs.
type table struct {
	db      *database
	name    string
	columns *output.Columns

	geometryType string
	geom         []byte // room for one geometry

	shown  []output.Column // those with a column in the database
	hidden []output.Column // those that share one
	row    *sql.Stmt
	index  *sql.Stmt
	key    int64
	bounds output.Box
	values []output.Value
	args   []any
}

// The types of a table's geometries.
const (
	point        = "POINT"
	multiPolygon = "MULTIPOLYGON"
)

func newTable(db *database, name, geometryType string, columns *output.Columns) (*table, error) {
	t := &table{db: db, name: name, geometryType: geometryType, columns: columns, bounds: output.Nowhere}
	all := columns.All()
	t.shown, t.hidden = all[:min(len(all), mostColumns)], all[min(len(all), mostColumns):]
	if err := t.create(); err != nil {
		return nil, err
	}
	var err error
	marks := strings.Repeat(", ?", len(t.shown)+1)
	if len(t.hidden) > 0 {
		marks += ", ?"
	}
	if t.row, err = db.prepare("INSERT INTO " + quoted(name) + " VALUES (?" + marks + ")"); err != nil {
		return nil, err
	}
	t.index, err = db.prepare("INSERT INTO " + quoted("rtree_"+name+"_geom") + " VALUES (?, ?, ?, ?, ?)")
	return t, err
}

func (t *table) create() error {
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE %s (%s INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, %s %s", quoted(t.name), quoted(keyColumn), quoted(geometryColumn), t.geometryType)
	shown := t.shown
	if len(t.hidden) > 0 {
		shown = append(slices.Clone(shown), output.Column{Name: hiddenColumn, Kind: output.Text})
	}
	for i, name := range columnNames(shown) {
		fmt.Fprintf(&b, ", %s %s", quoted(name), sqlTypes[shown[i].Kind])
	}
	b.WriteString(");\nCREATE VIRTUAL TABLE " + quoted("rtree_"+t.name+"_geom") + " USING rtree(id, minx, maxx, miny, maxy);")
	return t.db.exec(b.String())
}

var sqlTypes = [...]string{
	output.Text: "TEXT", output.Integer: "INTEGER", output.Real: "REAL", output.Boolean: "BOOLEAN",
	output.Date: "DATE", output.DateTime: "DATETIME",
}

// columnNames returns the columns' names in the database: as they are, but for
// an input column named like one that the layer has already, and for what is no
// text to SQLite.
func columnNames(columns []output.Column) []string {
	names := make([]string, len(columns))
	taken := map[string]bool{keyColumn: true, geometryColumn: true}
	for i, c := range columns {
		name := output.Clean(c.Name)
		if lower := strings.ToLower(name); lower == keyColumn || lower == geometryColumn {
			name = "input_" + name
		}
		names[i] = name
		for n := 2; taken[strings.ToLower(names[i])]; n++ {
			names[i] = name + "_" + strconv.Itoa(n)
		}
		taken[strings.ToLower(names[i])] = true
	}
	return names
}

// insert adds the event with a geometry, which lies in the box; nil is none.
func (t *table) insert(e *geo.Event, geometry []byte, b output.Box) (err error) {
	if t.values, err = t.columns.Values(t.values[:0], e); err != nil {
		return err
	}
	t.key++
	t.args = append(t.args[:0], t.key, nil)
	if geometry != nil {
		t.args[1] = geometry
	}
	for i, c := range t.shown {
		t.args = append(t.args, argument(c.Kind, &t.values[i]))
	}
	if len(t.hidden) > 0 {
		t.args = append(t.args, object(t.hidden, t.values[len(t.shown):]))
	}
	if _, err = t.row.ExecContext(background, t.args...); err != nil || geometry == nil {
		return err
	}
	t.bounds.Join(b)
	_, err = t.index.ExecContext(background, t.key, b.West, b.East, b.South, b.North)
	return err
}

// argument returns a value as SQLite is to store it in a column of the kind. A
// column may be wider than a value of it: a text that holds a number too keeps
// it as it was written.
func argument(column output.Kind, v *output.Value) any {
	switch v.Kind {
	case output.Text:
		return output.Clean(v.Text)
	case output.Integer, output.Boolean, output.Real:
		return number(column, v)
	case output.Date:
		return string(output.AppendDate(nil, when.Day(v.Int)))
	case output.DateTime:
		day, second := output.SplitDateTime(v.Int)
		return string(append(output.AppendTime(output.AppendDate(make([]byte, 0, 24), day), second), ".000Z"...))
	}
	return nil
}

// object returns the values that are not null as a JSON object of texts and
// numbers; null if there are none.
func object(columns []output.Column, values []output.Value) any {
	var b strings.Builder
	for i, c := range columns {
		v := argument(c.Kind, &values[i])
		if v == nil {
			continue
		}
		key, _ := json.Marshal(output.Clean(c.Name)) // a text and a number
		value, _ := json.Marshal(v)                  // can always be written
		b.WriteString(",")
		b.Write(key)
		b.WriteString(":")
		b.Write(value)
	}
	if b.Len() == 0 {
		return nil
	}
	return "{" + b.String()[1:] + "}"
}

func number(column output.Kind, v *output.Value) any {
	switch {
	case column == output.Text && v.Kind == output.Boolean:
		return strconv.FormatBool(v.Int != 0)
	case column == output.Text:
		return v.Text
	case column == output.Real:
		return v.Real
	}
	return v.Int
}

// finish registers the table and its index.
func (t *table) finish(title string) error {
	if err := t.db.addLayer(t.name, title, t.geometryType, t.bounds); err != nil {
		return err
	}
	return t.db.addSpatialIndex(t.name)
}
