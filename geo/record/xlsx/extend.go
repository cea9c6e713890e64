package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// Addition is columns that a copy of a sheet has besides.
type Addition struct {
	// Columns is how many there are.
	Columns int
	// At is the column, counted from 0, in which the first of them stands. What
	// the sheet has in their place is left out. If it is negative, they stand
	// behind the last column of the sheet.
	At int
	// Header is the row of their names, which look as the name before them; 0 if
	// there is none.
	Header int
	// Append appends the XML of what a row has in them, which are cells from the
	// column on with these attributes besides. It is called with each row of the
	// sheet in turn.
	Append func(dst []byte, row, column int, attributes string) ([]byte, error)
}

var errRoom = fmt.Errorf("the sheet has no room for more columns; Excel knows %d", mostColumns)

// Extend writes a copy of the workbook in which sheets have more columns. Whatever
// else is in the workbook is copied as it is: styles, formulas, macros, pictures,
// and the sheets for which add returns nil. It is called with each sheet in turn.
func (b *Book) Extend(w io.Writer, add func(*Sheet) (*Addition, error)) error {
	z := zip.NewWriter(w)
	sheets := map[*zip.File]*Sheet{}
	for _, s := range b.Sheets {
		sheets[b.files[s.part]] = s
	}
	for _, f := range b.zip.File {
		if sheets[f] != nil {
			continue
		}
		if err := z.Copy(f); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	for _, s := range b.Sheets {
		a, err := add(s)
		if err != nil {
			return err
		}
		if err := s.copyTo(z, a); err != nil {
			return fmt.Errorf("sheet %q: %w", s.Name, err)
		}
	}
	return z.Close()
}

func (s *Sheet) copyTo(z *zip.Writer, a *Addition) error {
	f := s.book.files[s.part]
	if f == nil || a == nil {
		if f == nil || len(s.book.sheetsOf(f)) > 1 && s != s.book.sheetsOf(f)[0] {
			return nil // of a damaged workbook: it names no part, or one twice
		}
		return z.Copy(f)
	}
	at := a.At
	if at < 0 {
		var err error
		if at, err = s.width(); err != nil {
			return err
		}
	}
	if at+a.Columns > mostColumns {
		return errRoom
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close() // nothing was written
	w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	e := extension{Addition: *a, w: w, from: newPieces(limited(r, f)), at: at}
	return e.run()
}

// sheetsOf returns the sheets that are in one part of the workbook, which should
// be one.
func (b *Book) sheetsOf(f *zip.File) []*Sheet {
	return slices.DeleteFunc(slices.Clone(b.Sheets), func(s *Sheet) bool { return b.files[s.part] != f })
}

// width returns how many columns of the sheet have something in them.
func (s *Sheet) width() (int, error) {
	rows, err := s.Rows()
	if err != nil {
		return 0, err
	}
	defer rows.Close() // nothing was written
	n := 0
	for {
		_, values, err := rows.Next()
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return 0, err
		}
		n = max(n, len(values))
	}
}

// extension copies a sheet row by row, and adds cells to its rows.
type extension struct {
	Addition
	w          io.Writer
	from       *pieces
	at         int // the column of the first cell that is added
	row        int
	done       bool   // with the row
	namespace  string // an attribute of what is added, if that must be said
	attributes string
	buf        []byte
}

func (e *extension) run() error {
	for {
		p, err := e.from.next()
		if err == io.EOF {
			return e.flush()
		}
		if err != nil {
			return err
		}
		switch {
		case p.opens && string(p.name) == "dimension":
			err = e.drop(p) // it would be wrong, and need not be there
		case p.opens && string(p.name) == "row":
			err = e.copyRow(p)
		default:
			e.buf = append(e.buf, p.text...)
		}
		if err == nil && len(e.buf) > 64<<10 {
			err = e.flush()
		}
		if err != nil {
			return err
		}
	}
}

func (e *extension) flush() error {
	_, err := e.w.Write(e.buf)
	e.buf = e.buf[:0]
	return err
}

// drop passes over an element.
func (e *extension) drop(p piece) error {
	name, depth := string(p.name), 1
	if p.empty {
		return nil
	}
	for depth > 0 {
		p, err := e.from.next()
		if err != nil {
			return unexpected(err)
		}
		switch {
		case string(p.name) != name || p.empty:
		case p.opens:
			depth++
		default:
			depth--
		}
	}
	return nil
}

// copyRow copies the row whose tag is at hand.
func (e *extension) copyRow(p piece) error {
	e.row++
	if n, err := strconv.Atoi(string(p.attr("r"))); err == nil && n >= e.row { // else it is no row's, which Rows does not heed
		e.row = n
	}
	e.done, e.namespace = false, ""
	if len(p.prefix) > 0 {
		e.namespace = ` xmlns="` + mainNS + `"`
	}
	e.attributes = e.namespace
	end := "</" + string(p.prefix) + "row>"
	e.buf = append(e.buf, withoutSpans(p.text)...)
	if !p.empty {
		return e.copyCells()
	}
	e.buf = append(bytes.TrimSuffix(e.buf, []byte("/>")), '>')
	if err := e.add(); err != nil {
		return err
	}
	e.buf = append(e.buf, end...)
	return nil
}

const mainNS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

// withoutSpans returns the tag of a row without the attribute that says which
// columns it has.
func withoutSpans(tag []byte) []byte {
	from := bytes.Index(tag, []byte(` spans="`))
	if from < 0 {
		return tag
	}
	length := bytes.IndexByte(tag[from+len(` spans="`):], '"')
	if length < 0 {
		return tag
	}
	return slices.Concat(tag[:from], tag[from+len(` spans="`)+length+1:])
}

var errNested = errors.New("a row has rows inside")

// copyCells copies the cells of a row up to its end.
func (e *extension) copyCells() error {
	col := 0
	for {
		p, err := e.from.next()
		if err != nil {
			return unexpected(err)
		}
		switch name := string(p.name); {
		case name == "row" && p.opens:
			return errNested
		case name == "row":
			if err := e.add(); err != nil {
				return err
			}
			e.buf = append(e.buf, p.text...)
			return nil
		case name == "c" && p.opens:
			if c, _, ok := position(p.attr("r")); ok {
				col = c
			}
			if err := e.copyCell(p, col); err != nil {
				return err
			}
			col++
		default:
			e.buf = append(e.buf, p.text...)
		}
	}
}

// copyCell copies the cell of a column whose tag is at hand, unless it makes room
// for those that are added.
func (e *extension) copyCell(p piece, col int) error {
	if col >= e.at && col < e.at+e.Columns {
		return e.drop(p)
	}
	if col >= e.at {
		if err := e.add(); err != nil {
			return err
		}
	} else if style := p.attr("s"); e.row == e.Header && len(style) > 0 {
		e.attributes = e.namespace + ` s="` + string(style) + `"`
	}
	e.buf = append(e.buf, p.text...)
	for !p.empty {
		var err error
		if p, err = e.from.next(); err != nil {
			return unexpected(err)
		}
		e.buf = append(e.buf, p.text...)
		if string(p.name) == "c" && !p.opens {
			return nil
		}
		p.empty = false // what closes itself inside is not the end
	}
	return nil
}

// add adds the cells of the row, unless they are there.
func (e *extension) add() (err error) {
	if !e.done {
		e.done = true
		e.buf, err = e.Append(e.buf, e.row, e.at, e.attributes)
	}
	return err
}
