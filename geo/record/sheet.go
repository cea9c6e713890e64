package record

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/delimited"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
	"github.com/dateline-map/dateline/geo/record/internal/row"
	"github.com/dateline-map/dateline/geo/record/ods"
	"github.com/dateline-map/dateline/geo/record/xlsx"
)

// splitter is what cuts an input into records of cells.
type splitter interface {
	// Next returns the next record in c, whose values it uses again. The error
	// is io.EOF at the end, one that wraps errTooLong for a record left out, or
	// what ends the input.
	Next(c *delimited.Cells) error
}

// sheetRows runs over the rows of a sheet that have cells.
type sheetRows = CellRows

// sheetCells splits a sheet of a workbook.
type sheetCells struct {
	ahead []delimited.Cells // read to find the header
	rows  sheetRows
	width int   // of those read ahead; a sheet has no cells where nothing is
	err   error // behind those read ahead
}

func (s *sheetCells) Next(c *delimited.Cells) error {
	if len(s.ahead) > 0 {
		*c, s.ahead = s.ahead[0], s.ahead[1:]
		return nil
	}
	if s.err != nil {
		return s.err
	}
	c.Values = c.Values[:0]
	return s.read(c)
}

func (s *sheetCells) read(c *delimited.Cells) error {
	row, values, err := s.rows.Next()
	if err != nil {
		s.err = err
		return err
	}
	c.Line, c.Values, c.Valid, c.Stray = row, append(c.Values, values...), true, false
	s.pad(c)
	return nil
}

// lookAhead reads the rows that show how the sheet is laid out.
func (s *sheetCells) lookAhead() {
	for len(s.ahead) < layoutRows {
		var c delimited.Cells
		if s.read(&c) != nil {
			break
		}
		s.ahead = append(s.ahead, c)
		s.width = max(s.width, len(c.Values))
	}
	for i := range s.ahead {
		s.pad(&s.ahead[i])
	}
}

// pad gives a row the empty cells that the sheet leaves out at its end.
func (s *sheetCells) pad(c *delimited.Cells) {
	for len(c.Values) < s.width {
		c.Values = append(c.Values, "")
	}
}

// beginSheet begins to read a sheet.
func (in *input) beginSheet(format Format, name string, open func() (sheetRows, error)) (row.Source, Table, io.Closer, error) {
	table := Table{File: in.name, Format: format, Sheet: name, Encoding: "utf-8"}
	r, err := open()
	if err != nil {
		return nil, table, nil, err
	}
	split := &sheetCells{rows: r}
	split.lookAhead()
	if len(split.ahead) == 0 {
		return nil, table, nil, errors.Join(wrong(split.err), r.Close())
	}
	if split.err == io.EOF && onItsSide(split.ahead) {
		return in.turnedRows(&table, split.ahead, noComma), table, r, nil
	}
	l := layoutOf(split.ahead, noComma)
	l.hide(in.options.Hidden)
	l.describe(&table)
	table.plan.titled.alsoBy(name, in.name)
	return newTableRows(split, l, nil), table, r, nil
}

// wrong returns the error of a sheet without cells.
func wrong(err error) error {
	if err == io.EOF {
		return plaintext.ErrEmpty
	}
	return err
}

// sheet is one of the tables of a file that holds several.
type sheet struct {
	name   string // empty if the file is one table
	word   string // what such a table is called
	hidden bool
	begin  func(*input) (row.Source, Table, io.Closer, error)
}

// book yields the sheets of a workbook.
func (in *input) book(b *xlsx.Book, yield func(*input, error) bool) bool {
	all := make([]sheet, len(b.Sheets))
	for i, s := range b.Sheets {
		all[i] = sheetOf(Workbook, s.Name, s.Hidden, func() (sheetRows, error) { return s.Rows() })
	}
	return in.sheets(all, yield)
}

// spreadsheet yields the sheets of an OpenDocument spreadsheet.
func (in *input) spreadsheet(b *ods.Book, yield func(*input, error) bool) bool {
	all := make([]sheet, len(b.Sheets))
	for i, s := range b.Sheets {
		all[i] = sheetOf(OpenDocument, s.Name, s.Hidden, func() (sheetRows, error) { return s.Rows() })
	}
	return in.sheets(all, yield)
}

func sheetOf(format Format, name string, hidden bool, open func() (sheetRows, error)) sheet {
	return sheet{name: name, word: formatWords[format], hidden: hidden, begin: func(in *input) (row.Source, Table, io.Closer, error) {
		return in.beginSheet(format, name, open)
	}}
}

// sheets yields the tables of a file that are to be read: the one that was asked
// for, or all that people see. One that is hidden is told.
func (in *input) sheets(all []sheet, yield func(*input, error) bool) bool {
	found := 0
	for _, s := range all {
		name := in.name
		if s.name != "" {
			name += fmt.Sprintf(", %s %q", s.word, s.name)
		}
		wanted := in.options.Sheet
		switch {
		case wanted != "" && s.name != "" && wanted != s.name:
			continue
		case wanted == "" && s.hidden:
			if !yield(nil, told(name, "it is hidden and left out; --sheet reads it")) {
				return false
			}
			continue
		}
		found++
		sub := &input{name: name, document: in.base() + name[len(in.name):], again: true, among: in.among || len(all) > 1 && wanted == "", options: in.options}
		sub.begin = func() (row.Source, Table, io.Closer, error) { return s.begin(sub) }
		if !yield(sub, nil) {
			return false
		}
	}
	if found == 0 {
		return yield(nil, failed(in.name, 0, in.noSheet(all)))
	}
	return true
}

func (in *input) noSheet(all []sheet) error {
	switch {
	case len(all) == 0:
		return errors.New("it holds no tables")
	case in.options.Sheet == "":
		return errors.New("all sheets of the workbook are hidden; --sheet reads one")
	}
	var names []string
	for _, s := range all {
		names = append(names, fmt.Sprintf("%q", s.name))
	}
	return fmt.Errorf("no %s is called %q; there are %s", all[0].word, in.options.Sheet, strings.Join(names, ", "))
}

// told is something to be known of an input that costs no record.
func told(file, text string) *geo.Problem {
	return &geo.Problem{File: file, Err: errors.New(text)}
}
