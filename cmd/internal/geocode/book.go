package geocode

import (
	"archive/zip"
	"errors"
	"io"
	"iter"

	inbook "github.com/dateline-map/dateline/geo/record/xlsx"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/xlsx"
)

// sameBook writes the workbook at the path again, with what is found of its rows.
// It does nothing and reports false if the file is no workbook.
func (g *Geocoder) sameBook(path string, w io.Writer, rows iter.Seq2[foundRow, error]) (done bool, err error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return false, nil // what it is instead is told by who reads its rows
	}
	defer z.Close() // nothing was written
	book, err := inbook.Open(&z.Reader)
	if err != nil {
		return false, nil // as before
	}
	defer book.Close() // nothing of ours is lost with a temporary file
	x := extender{}
	var stop func()
	x.pull, stop = iter.Pull2(rows)
	defer stop()
	if err := x.next(); err != nil {
		return true, err
	}
	if x.row == nil {
		return true, nil // that no row could be read is told
	}
	if err := book.Extend(w, x.sheet); err != nil {
		return true, err
	}
	if x.row != nil {
		return true, errors.New("rows were read that are not in the copy: this is a fault of the program")
	}
	return true, nil
}

// extender adds what is found to the sheets of a workbook.
type extender struct {
	pull    func() (foundRow, error, bool)
	row     *foundRow // the next; nil at the end
	inserts xlsx.Inserts
}

func (x *extender) next() error {
	r, err, ok := x.pull()
	x.row = nil
	if ok && err == nil {
		x.row = &r
	}
	return err
}

// sheet returns what is added to a sheet; nil if it is no table.
func (x *extender) sheet(s *inbook.Sheet) (*inbook.Addition, error) {
	if x.row == nil || x.row.table.sheet != s.Name {
		return nil, nil
	}
	t := x.row.table
	a := &inbook.Addition{Columns: len(t.added), At: -1, Header: t.line}
	if t.again {
		a.At = t.at
	}
	a.Append = func(dst []byte, row, column int, attributes string) ([]byte, error) {
		switch {
		case row == t.line:
			return x.inserts.Append(dst, row, column, attributes, texts(addedNames(t.added, t.own))), nil
		case x.row == nil || x.row.table != t || x.row.number != row:
			return dst, nil
		}
		values := x.row.found
		err := x.next()
		return x.inserts.Append(dst, row, column, attributes, values), err
	}
	return a, nil
}

func texts(all []string) []output.Value {
	values := make([]output.Value, len(all))
	for i, s := range all {
		values[i] = textValue(s)
	}
	return values
}
