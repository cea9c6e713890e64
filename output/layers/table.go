package layers

import (
	"encoding/csv"
	"io"

	"github.com/dateline-map/dateline/output"
)

// table writes rows as CSV by RFC 4180, safe to open in a spreadsheet.
type table struct {
	w   *csv.Writer
	err error
}

// newTable begins a table with its header.
func newTable(w io.Writer, header ...string) *table {
	t := &table{w: csv.NewWriter(w)}
	t.w.UseCRLF = true
	t.err = t.w.Write(header)
	return t
}

// row writes a row of cells, which are made safe.
func (t *table) row(cells ...string) error {
	if t.err == nil {
		for i := range cells {
			cells[i] = output.SafeCell(cells[i])
		}
		t.err = t.w.Write(cells)
	}
	return t.err
}

func (t *table) close() error {
	if t.err == nil {
		t.w.Flush()
		t.err = t.w.Error()
	}
	return t.err
}
