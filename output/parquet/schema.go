package parquet

import (
	"reflect"

	"github.com/parquet-go/parquet-go"

	"github.com/dateline-map/dateline/output"
)

// table is a group of columns in an order of its own: the library's Group has them
// by name.
type table struct {
	parquet.Group
	columns []parquet.Field
}

// Fields returns the columns in their order.
func (t *table) Fields() []parquet.Field { return t.columns }

func (t *table) add(name string, n parquet.Node) {
	t.columns = append(t.columns, column{n, name})
}

type column struct {
	parquet.Node
	name string
}

// Name returns the column's name.
func (c column) Name() string { return c.name }

// Value is for rows that are Go values, which none is here.
func (c column) Value(reflect.Value) reflect.Value { panic("rows are written as values of columns") }

// schema returns the columns of the layer, then where the events are.
func schema(columns *output.Columns) *parquet.Schema {
	t := &table{}
	names := columns.Names(geometryColumn, boxColumn)
	for i, c := range columns.All() {
		t.add(names[i], parquet.Optional(node(c.Kind)))
	}
	t.add(geometryColumn, parquet.Optional(parquet.Leaf(parquet.ByteArrayType)))
	box := &table{}
	for _, part := range boxParts {
		box.add(part, parquet.Leaf(parquet.DoubleType))
	}
	t.add(boxColumn, parquet.Optional(box))
	return parquet.NewSchema("events", t)
}

func node(k output.Kind) parquet.Node {
	switch k {
	case output.Integer:
		return parquet.Int(64)
	case output.Real:
		return parquet.Leaf(parquet.DoubleType)
	case output.Boolean:
		return parquet.Leaf(parquet.BooleanType)
	case output.Date:
		return parquet.Date()
	case output.DateTime:
		return parquet.TimestampAdjusted(parquet.Millisecond, false)
	}
	return parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
}
