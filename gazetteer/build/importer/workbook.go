package importer

import (
	"archive/zip"
	"encoding/csv"
	"io"
	"strings"

	"github.com/dateline-map/dateline/geo/record/xlsx"
)

func isWorkbook(name string) bool { return strings.HasSuffix(strings.ToLower(name), ".xlsx") }

// eachSheet calls read for the sheets of a workbook that are not hidden, each as
// the text of a table.
func eachSheet(path string, r io.ReaderAt, size int64, read func(sourceFile), _ func(error)) error {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return err
	}
	book, err := xlsx.Open(z)
	if err != nil {
		return err
	}
	for _, sheet := range book.Sheets {
		if sheet.Hidden {
			continue
		}
		text, to := io.Pipe()
		go func() { to.CloseWithError(writeSheet(to, sheet)) }()
		f := newSourceFile(path+": "+sheet.Name, text)
		f.sheet = true
		read(f)
		text.Close()
	}
	return book.Close()
}

// writeSheet writes a sheet as a table, so that a row's line is its number.
func writeSheet(to io.Writer, sheet *xlsx.Sheet) error {
	rows, err := sheet.Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	w := csv.NewWriter(to)
	for line := 1; ; line++ {
		row, values, err := rows.Next()
		if err == io.EOF {
			w.Flush()
			return w.Error()
		}
		if err != nil {
			return err
		}
		for ; line < row; line++ {
			if err := w.Write(nil); err != nil {
				return err
			}
		}
		for i, v := range values { // a line break would be two lines
			values[i] = strings.Join(strings.Fields(v), " ")
		}
		if err := w.Write(values); err != nil {
			return err
		}
	}
}
