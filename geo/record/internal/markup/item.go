package markup

import (
	"io"
	"iter"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo/record"
)

// Item is a record of a document, as it is written.
type Item struct {
	Values []Value
	Shape  orb.Geometry
	Fault  error // why it has no shape
}

// Value is what an item says under a name.
type Value struct{ Name, Text string }

// Has reports whether an item says something under a name.
func (it *Item) Has(name string) bool {
	for _, v := range it.Values {
		if v.Name == name {
			return true
		}
	}
	return false
}

// MostColumns bounds the names that the items of a document have together.
const MostColumns = 2000

// Columns returns the names that items have, in the order in which they come first.
// An error ends it: who reads the rows meets it again.
func Columns(items iter.Seq2[*Item, error]) (names []string) {
	known := map[string]bool{}
	for it, err := range items {
		if err != nil {
			break
		}
		for _, v := range it.Values {
			if !known[v.Name] && len(names) < MostColumns {
				known[v.Name] = true
				names = append(names, v.Name)
			}
		}
	}
	return names
}

// Rows makes rows of items. What an item says under another name than the columns'
// is left out.
func Rows(columns []string, items iter.Seq2[*Item, error]) record.StoredRows {
	r := &rows{columns: columns, index: make(map[string]int, len(columns))}
	for i, name := range columns {
		r.index[name] = i
	}
	r.next, r.stop = iter.Pull2(items)
	return r
}

type rows struct {
	columns []string
	index   map[string]int
	next    func() (*Item, error, bool)
	stop    func()
	n       int
}

// Columns implements [record.StoredRows].
func (r *rows) Columns() []string { return r.columns }

// Next implements [record.StoredRows].
func (r *rows) Next(row *record.StoredRow) error {
	it, err, ok := r.next()
	switch {
	case !ok:
		return io.EOF
	case err != nil:
		return err
	}
	r.n++
	row.Number, row.Shape, row.Fault = r.n, it.Shape, it.Fault
	for _, v := range it.Values {
		if i, known := r.index[v.Name]; known {
			row.SetText(i, v.Text)
		}
	}
	return nil
}

// Close implements [record.StoredRows].
func (r *rows) Close() error {
	r.stop()
	return nil
}
