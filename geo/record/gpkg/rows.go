package gpkg

import (
	"database/sql"
	"errors"
	"io"
	"strconv"
	"strings"

	"modernc.org/sqlite"

	"github.com/dateline-map/dateline/geo/record"
)

// kind is what a column is declared to hold, where that matters: SQLite itself
// heeds it little.
type kind uint8

const (
	plain kind = iota
	boolean
	dateTime
)

func kindOf(declared string) kind {
	switch strings.ToUpper(declared) {
	case "BOOLEAN", "BOOL":
		return boolean
	case "DATETIME", "TIMESTAMP":
		return dateTime
	}
	return plain
}

// tableRows are the rows of a table in the order in which they are stored.
type tableRows struct {
	layer *layer
	conn  *sql.Conn
	rows  *sql.Rows
	names []string
	kinds []kind
	cells []any // the geometry is the last, if there is one
	into  []any // pointers to the cells
	n     int
}

// limitLength is SQLite's SQLITE_LIMIT_LENGTH, and longest the bytes of a value
// that it then allows: a view could ask for gigabytes.
const (
	limitLength = 0
	longest     = 256 << 20
)

func (l *layer) rows() (record.StoredRows, error) {
	conn, err := l.db.Conn(background)
	if err != nil {
		return nil, damaged(err)
	}
	t := &tableRows{layer: l, conn: conn}
	if _, err = sqlite.Limit(conn, limitLength, longest); err == nil {
		err = t.begin()
	}
	if err != nil {
		return nil, errors.Join(damaged(err), conn.Close())
	}
	return t, nil
}

// begin asks for the rows. A column is an expression, not a name, because the
// driver makes a time.Time, in a zone, of what is declared as a date.
func (t *tableRows) begin() error {
	if err := t.columns(); err != nil {
		return err
	}
	if len(t.names) == 0 {
		return errors.New("it has no columns")
	}
	wanted := t.names
	if t.layer.geometry != "" {
		wanted = append(wanted[:len(wanted):len(wanted)], t.layer.geometry)
	}
	var expressions []string
	for _, name := range wanted {
		expressions = append(expressions, "+"+quoted(name))
	}
	t.cells, t.into = make([]any, len(wanted)), make([]any, len(wanted))
	for i := range t.cells {
		t.into[i] = &t.cells[i]
	}
	var err error
	t.rows, err = t.conn.QueryContext(background, "SELECT "+strings.Join(expressions, ", ")+" FROM "+quoted(t.layer.name))
	return err
}

// columns reads what columns there are, but for the geometry and those that
// SQLite hides.
func (t *tableRows) columns() error {
	rows, err := t.conn.QueryContext(background, "SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden <> 1", t.layer.name)
	if err != nil {
		return err
	}
	defer rows.Close() // nothing was written
	for rows.Next() {
		var name, declared string
		if err := rows.Scan(&name, &declared); err != nil {
			return err
		}
		if !strings.EqualFold(name, t.layer.geometry) {
			t.names, t.kinds = append(t.names, name), append(t.kinds, kindOf(declared))
		}
	}
	return rows.Err()
}

func (t *tableRows) Columns() []string { return t.names }

func (t *tableRows) Close() error { return errors.Join(t.rows.Close(), t.conn.Close()) }

func (t *tableRows) Next(r *record.StoredRow) error {
	if !t.rows.Next() {
		if err := t.rows.Err(); err != nil {
			return damaged(err)
		}
		return io.EOF
	}
	if err := t.rows.Scan(t.into...); err != nil {
		return damaged(err)
	}
	t.n++
	r.Number = t.n
	for i, k := range t.kinds {
		k.set(r, i, t.cells[i])
	}
	if t.layer.geometry != "" && !t.layer.unread {
		r.Shape, r.Fault = t.layer.shape(t.cells[len(t.kinds)])
	}
	return nil
}

// set sets a value of the row as what its column is declared to hold.
func (k kind) set(r *record.StoredRow, col int, cell any) {
	switch v := cell.(type) {
	case int64:
		if k == boolean && (v == 0 || v == 1) {
			r.SetBool(col, v == 1)
			return
		}
		r.SetNumber(col, strconv.FormatInt(v, 10))
	case float64:
		r.SetFloat(col, v, 64)
	case string:
		if k == dateTime {
			v = civil(v)
		}
		r.SetText(col, v)
	case []byte:
		r.SetBytes(col, v)
	}
}

// civil returns a time as GeoPackage writes it without the zone that it must
// have, and without a fraction of naught.
func civil(text string) string {
	bare, found := strings.CutSuffix(text, "Z")
	if !found || len(bare) < len("2006-01-02T15:04") || bare[10] != 'T' {
		return text
	}
	return strings.TrimSuffix(bare, ".000")
}

// quoted returns an identifier as SQL writes it.
func quoted(name string) string {
	return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
}

var _ record.StoredRows = (*tableRows)(nil)
