package parquet

import (
	"fmt"
	"strings"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/dateline-map/dateline/geo/record/shape"
)

// table is how the columns of a file become those of a table.
type table struct {
	file    *parquet.File
	names   []string
	leaves  []leaf // by the number of the file's column
	system  shape.System
	notices []string
	skipped []string // columns that are not read
}

// leaf is what becomes of a column of the file.
type leaf struct {
	col   int   // of the table; or one of those below
	print print // of a value; nil for a geometry
	list  bool  // values of a row are joined
}

// Columns that are none of the table.
const (
	nowhere  = -1
	itsShape = -2
	deepest  = 8 // records within records
)

func tableOf(file *parquet.File) *table {
	t := &table{file: file}
	g := geometryOf(file)
	for _, c := range file.Root().Columns() {
		switch {
		case g.covers(c.Name()):
			t.skip(c)
		case c.Leaf() && (c.Name() == g.column || g.column == "" && isGeometry(c)):
			t.place(c, &g)
		default:
			t.add(c.Name(), c, 0)
		}
	}
	if len(t.skipped) > 0 {
		t.notices = append(t.notices, fmt.Sprintf("columns %s hold lists of records or maps, which are not read; left out", strings.Join(t.skipped, ", ")))
	}
	return t
}

// place makes a column the rows' geometry, if its reference system is known.
func (t *table) place(c *parquet.Column, g *geometry) {
	g.column = c.Name()
	system, notice := g.system(c)
	if notice != "" {
		t.notices = append(t.notices, notice)
		t.skip(c)
		return
	}
	t.system = system
	t.take(c, leaf{col: itsShape})
}

// take says what becomes of the file's next column. Leaves are numbered in the
// order in which they are met.
func (t *table) take(c *parquet.Column, l leaf) {
	for len(t.leaves) <= c.Index() {
		t.leaves = append(t.leaves, leaf{col: nowhere})
	}
	t.leaves[c.Index()] = l
}

// skip leaves out a column with all that it holds.
func (t *table) skip(c *parquet.Column) {
	if c.Leaf() {
		t.take(c, leaf{col: nowhere})
	}
	for _, inner := range c.Columns() {
		t.skip(inner)
	}
}

// add makes columns of one of the file: one, or of a record those inside it.
func (t *table) add(name string, c *parquet.Column, depth int) {
	element := plainList(c)
	switch {
	case element != nil:
		t.column(name, element, true)
	case c.Leaf():
		t.column(name, c, c.Repeated())
	case c.Repeated() || depth == deepest || isCollection(c):
		t.skipped = append(t.skipped, fmt.Sprintf("%q", name))
		t.skip(c)
	default:
		for _, inner := range c.Columns() {
			t.add(name+"."+inner.Name(), inner, depth+1)
		}
	}
}

func (t *table) column(name string, c *parquet.Column, list bool) {
	t.take(c, leaf{col: len(t.names), print: printOf(c.Type()), list: list})
	t.names = append(t.names, name)
}

// plainList returns the values of a list of plain values; nil if the column is
// something else. A list is a group around a repeated group around the value,
// or, in old files, around a repeated value.
func plainList(c *parquet.Column) *parquet.Column {
	if c.Leaf() || c.Repeated() || len(c.Columns()) != 1 {
		return nil
	}
	inner := c.Columns()[0]
	if !inner.Repeated() {
		return nil
	}
	if !inner.Leaf() && len(inner.Columns()) == 1 {
		inner = inner.Columns()[0]
		if inner.Repeated() {
			return nil // a list of lists
		}
	}
	if !inner.Leaf() {
		return nil
	}
	return inner
}

// isCollection reports whether a group is a map, or a list of more than plain
// values.
func isCollection(c *parquet.Column) bool {
	if len(c.Columns()) == 1 && c.Columns()[0].Repeated() {
		return true
	}
	logical := logicalOf(c.Type())
	_, isMap := logical.(*format.MapType)
	_, isList := logical.(*format.ListType)
	return isMap || isList
}

// logicalOf returns what a column's values mean; nil if only how they are stored
// is known.
func logicalOf(t parquet.Type) format.LogicalTypeValue {
	if l := t.LogicalType(); l != nil {
		return l.Value
	}
	return nil
}
