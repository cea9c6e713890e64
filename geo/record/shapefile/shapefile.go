// Package shapefile reads ESRI shapefiles, as record.Store wants them: the points,
// lines and areas of a .shp, and beside it the table .dbf, the reference system
// .prj and the encoding .cpg. A .dbf alone is a table, too.
//
// The sources are ESRI's Shapefile Technical Description (1998) and dBASE's
// level 5 description of .dbf files.
//
// # Non-goals
//
//   - Indexes (.shx, .sbn): a shapefile is read from its front.
//   - Memo fields, whose texts lie in a third file.
package shapefile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/shape"
)

// shpMagic is the number 9994, with which a .shp begins, and the five unused
// numbers behind it.
const shpMagic = "\x00\x00\x27\x0a"

// Store returns what reads shapefiles.
func Store() record.Store {
	return record.Store{Magic: shpMagic, Beside: []string{".dbf", ".prj", ".cpg", ".shx", ".sbn", ".sbx", ".qix", ".qpj", ".cst", ".fix", ".shp.xml"}, Open: openShapes}
}

// TableStore returns what reads a .dbf without shapes.
func TableStore() record.Store {
	return record.Store{Begins: beginsTable, Beside: []string{".cpg", ".dbt", ".fpt"}, Open: openTable}
}

func openTable(path string) (record.Stored, error) {
	f := &files{system: &shape.System{}}
	if err := f.openTable(path); err != nil {
		return record.Stored{}, errors.Join(err, f.close())
	}
	return stored(f, record.DBF)
}

// openShapes opens a .shp and what lies beside it.
func openShapes(path string) (record.Stored, error) {
	f := &files{}
	if err := f.openAll(path); err != nil {
		return record.Stored{}, errors.Join(err, f.close())
	}
	return stored(f, record.Shapefile)
}

// files are those of a shapefile.
type files struct {
	shp     io.ReaderAt   // nil if there is none
	table   *table        // nil if there is none
	system  *shape.System // nil if it is none that is read
	notices []string
	open    []io.Closer
}

func (f *files) close() error {
	var err error
	for _, c := range f.open {
		err = errors.Join(err, c.Close())
	}
	return err
}

// file opens a file that is closed with the others.
func (f *files) file(path string) (*os.File, error) {
	file, err := os.Open(path)
	if err == nil {
		f.open = append(f.open, file)
	}
	return file, err
}

func (f *files) openAll(path string) error {
	file, err := f.file(path)
	if err != nil {
		return err
	}
	f.shp = file
	bounds, err := readBounds(f.shp)
	if err != nil {
		return err
	}
	f.locate(path, bounds)
	if beside := besides(path, ".dbf"); beside != "" {
		return f.openTable(beside)
	}
	f.notices = append(f.notices, "no .dbf lies beside the .shp, so that there are points but nothing else")
	return nil
}

func (f *files) openTable(path string) error {
	file, err := f.file(path)
	if err != nil {
		return err
	}
	cpg, _ := os.ReadFile(besides(path, ".cpg")) // there may be none
	f.table, err = readTable(file, string(cpg[:min(len(cpg), mostText)]))
	return err
}

func stored(f *files, format record.Format) (record.Stored, error) {
	return record.Stored{Tables: []record.StoredTable{{Format: format, Notices: f.notices, Rows: f.rows}}, Close: f.close}, nil
}

// locate finds the reference system: that of the .prj, or degrees if what bounds
// the shapes can be such.
func (f *files) locate(path string, b bounds) {
	text, err := os.ReadFile(besides(path, ".prj"))
	if err != nil {
		if b.degrees() {
			f.system = &shape.System{}
			f.notices = append(f.notices, "no .prj says what the coordinates are; they are taken for degrees")
		} else {
			f.notices = append(f.notices, "no .prj says what the coordinates are, and they are not degrees; no points are made of them")
		}
		return
	}
	system, name, known := shape.WKT(string(text[:min(len(text), mostText)]))
	if known {
		f.system = &system
		return
	}
	f.notices = append(f.notices, fmt.Sprintf("the reference system %q is not read; no points are made of the shapes", name))
}

// mostText bounds what is read of a .prj or .cpg.
const mostText = 64 << 10

// besides returns the file of another ending beside one, whatever the case of its
// letters; empty if there is none.
func besides(path, ending string) string {
	dir := filepath.Dir(path)
	stem := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	all, err := os.ReadDir(dir)
	if err != nil {
		return ""
	}
	for _, f := range all {
		if strings.EqualFold(f.Name(), stem+ending) && f.Type().IsRegular() {
			return filepath.Join(dir, f.Name())
		}
	}
	return ""
}

// rows runs over the shapes and their rows together: the nth of the one is that of
// the other.
func (f *files) rows() (record.StoredRows, error) {
	r := &rows{files: f}
	if f.shp != nil {
		r.shapes = newShapes(from(f.shp, headBytes))
	}
	if f.table != nil {
		r.cells = f.table.cells()
	}
	return r, nil
}

// from returns what stands in a file from a place on. Several can be read at once.
func from(f io.ReaderAt, at int64) io.Reader { return io.NewSectionReader(f, at, math.MaxInt64-at) }

type rows struct {
	files  *files
	shapes *shapes // nil if there are none, or no more
	cells  cells
	n      int
}

func (r *rows) Columns() []string {
	if r.files.table == nil {
		return nil
	}
	return r.files.table.names()
}

func (r *rows) Next(row *record.StoredRow) error {
	for {
		r.n++
		var body []byte
		var err error
		if r.shapes != nil {
			body, err = r.shapes.next()
		}
		if err == io.EOF && r.files.table != nil {
			r.shapes, err = nil, nil // the table may have more
		}
		if err != nil {
			return err
		}
		gone := false
		if r.files.table != nil {
			if gone, err = r.cells.next(); err != nil {
				return err
			}
		}
		if gone {
			continue
		}
		row.Number = r.n
		r.take(row, body)
		return nil
	}
}

// take gives a row its shape and values.
func (r *rows) take(row *record.StoredRow, body []byte) {
	if body != nil && r.files.system != nil {
		g, err := geometry(body)
		row.Shape, row.Fault = r.files.system.Degrees(g), err
	}
	if r.files.table != nil {
		r.cells.fill(row)
	}
}

func (r *rows) Close() error { return nil } // the files are closed by who opened them

func damaged(err error) error {
	if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("it ends too soon")
	}
	return fmt.Errorf("the shapefile is damaged: %w", err)
}

// beginsTable reports whether a file begins as a .dbf does: with its version, a
// day of this or the last century, and a length of header that its fields make.
func beginsTable(head []byte) bool {
	if len(head) < tableHead || bytes.IndexByte([]byte{0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5}, head[0]) < 0 {
		return false
	}
	month, day := head[2], head[3]
	size := int(head[8]) | int(head[9])<<8
	width := int(head[10]) | int(head[11])<<8
	return month <= 12 && day <= 31 && size > tableHead && width > 0 && bytes.Equal(head[12:14], []byte{0, 0})
}
