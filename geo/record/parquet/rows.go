package parquet

import (
	"errors"
	"io"

	"github.com/parquet-go/parquet-go"

	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/shape"
)

// batch is how many rows the library reads at a time. It keeps them column by
// column, so that few of them at a time cost time and many cost memory.
const batch = 64

// tableRows are the rows of a file, one group of rows after the other.
type tableRows struct {
	table  *table
	groups []parquet.RowGroup // still to be read
	from   parquet.Rows       // of the group at hand; nil if there is none
	rows   []parquet.Row
	read   []parquet.Row // of rows, not yet returned
	err    error         // behind those
	n      int
	joined []byte
}

func (t *table) rows() (record.StoredRows, error) {
	return &tableRows{table: t, groups: t.file.RowGroups(), rows: make([]parquet.Row, batch)}, nil
}

func (t *tableRows) Columns() []string { return t.table.names }

func (t *tableRows) Close() error {
	if t.from == nil {
		return nil
	}
	return t.from.Close()
}

func (t *tableRows) Next(r *record.StoredRow) (err error) {
	defer recovered(&err)
	for len(t.read) == 0 {
		if t.err != nil {
			return t.err
		}
		if err := t.more(); err != nil {
			return err
		}
	}
	row := t.read[0]
	t.read = t.read[1:]
	t.n++
	r.Number = t.n
	return t.take(r, row)
}

// more reads some rows, of the next group if need be. The error is io.EOF at the
// end.
func (t *tableRows) more() error {
	if t.from == nil {
		if len(t.groups) == 0 {
			return io.EOF
		}
		t.from, t.groups = t.groups[0].Rows(), t.groups[1:]
	}
	n, err := t.from.ReadRows(t.rows)
	t.read = t.rows[:n]
	switch {
	case err == io.EOF:
		err := t.from.Close()
		t.from = nil
		return err
	case err != nil:
		t.err = damaged(err) // those before it are whole
	case n == 0:
		return damaged(io.ErrNoProgress)
	}
	return nil
}

var errColumns = errors.New("a row has a value in no column")

// take reads the values of a row, which come column by column.
func (t *tableRows) take(r *record.StoredRow, row parquet.Row) error {
	for len(row) > 0 {
		column := row[0].Column()
		if column < 0 || column >= len(t.table.leaves) {
			return damaged(errColumns)
		}
		n := 1
		for n < len(row) && row[n].Column() == column {
			n++
		}
		l := &t.table.leaves[column]
		switch {
		case l.col == itsShape:
			t.shape(r, row[0])
		case l.col == nowhere:
		case l.list:
			t.join(r, l, row[:n])
		case !row[0].IsNull():
			l.print(r, l.col, row[0])
		}
		row = row[n:]
	}
	return nil
}

func (t *tableRows) shape(r *record.StoredRow, v parquet.Value) {
	if v.IsNull() || len(v.ByteArray()) == 0 {
		return
	}
	g, err := shape.FromWKB(v.ByteArray())
	r.Shape, r.Fault = t.table.system.Degrees(g), err
}

// separator stands between the values of a list, as in the lists that people
// write into cells.
const separator = "; "

// join makes one cell of the values of a list.
func (t *tableRows) join(r *record.StoredRow, l *leaf, values []parquet.Value) {
	t.joined = t.joined[:0]
	for _, v := range values {
		if v.IsNull() {
			continue
		}
		if len(t.joined) > 0 {
			t.joined = append(t.joined, separator...)
		}
		l.print(r, l.col, v)
		t.joined = append(t.joined, r.Text(l.col)...)
	}
	if len(t.joined) > 0 {
		r.SetText(l.col, string(t.joined))
	}
}
