// Package record reads tables and record files: each row becomes an event.
//
// Which column says what is found out by the headers, in some fifteen
// languages, by the tables of well-known data sets, and by what the cells look
// like; [Inspect] tells what was understood. Every row of data yields one event
// or one refused [geo.Problem], and a bad cell costs no more than itself:
//
//	for e, err := range record.Open("incidents.csv", record.Options{}) {
//
// It reads CSV with commas, semicolons, tabs or bars, JSON, newline-delimited
// JSON and GeoJSON, in UTF-8, UTF-16 or the code pages in which Excel saves
// Latin, Cyrillic and Arabic script; Excel workbooks (.xlsx) sheet by sheet; and
// all of these packed by gzip, Zstandard, bzip2 or zip. Packages gpkg, parquet,
// shapefile, kml, gml, gpx, ical, georss and xmltable read files of other kinds for
// [Options].Stores.
//
// # Where what lies
//
// A file becomes text (internal/plaintext), text becomes rows (internal/delimited,
// internal/jsonrows; internal/row is what they make), and what a header and a cell say is
// read without knowing of either (internal/headers, internal/literal, internal/geometry).
// This package does what needs a whole table: it finds the table in a file, understands
// its columns by headers and cells together, and makes an event of each row.
//
// # Non-goals
//
//   - Knowing places: names are as written, and only given coordinates are
//     points.
//   - Repairing: swapped coordinates or impossible dates are told, not changed.
package record

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
)

// Options say how to read an input. The zero Options find everything out.
type Options struct {
	// Name is what problems call the input. The default is its path.
	Name string
	// Format is the input's format. The default is to look at its contents.
	Format Format
	// Delimiter separates the cells of delimited text. The default is found by
	// looking.
	Delimiter byte
	// Order is the order of day and month. The default is the one that the
	// column itself proves; if it proves none, dates that leave it open are
	// problems.
	Order when.Order
	// Roles says by name what columns are. A column not named is found out;
	// NoRole is for one that shall only be carried along.
	Roles map[string]Role
	// Hidden, if it is not nil, returns which columns of a table with this header
	// are taken for not being there, from one up to in front of another, both
	// counted from 0. It is asked of delimited text and of sheets.
	Hidden func(header []string) (from, to int)
	// RepairSwapped reads a latitude and a longitude that only fit the other way
	// round as if they were so; the problem is told all the same. By default the
	// event goes on without them.
	RepairSwapped bool
	// MaxRecord is the most bytes a record may take; a longer one is refused.
	// The default is 8 MiB.
	MaxRecord int
	// Shard is the part of the rows to be read. The default is all.
	Shard Shard
	// Sheet is the sheet of workbooks, or the layer of databases, to be read. The
	// default is all that are not hidden.
	Sheet string
	// Documents reports of a file in a zip file that it is read elsewhere as a
	// document, or with one. Such a file is passed over, unless it is text and the
	// zip file has no tables. The default is that none is.
	Documents func(name string) bool
	// Stores read files that are no text. The default is none: such a file is
	// refused.
	Stores []Store
	// Layers has features of a layer of this program read as the events that they
	// were written from, not as rows of a table. What such an event has as Extra
	// is what the layer's input said, under the layer's names.
	Layers bool
	// OneTable takes a sheet or a text for one table to its end, for who copies it row by
	// row. By default a table below another is read by its own header.
	OneTable bool
	// LendText says that what is kept of a part's texts beyond its Release is
	// copied. Then the memory that delimited text is read into is used again, and
	// a row costs no allocation. By default texts are anyone's to keep.
	LendText bool
	// InputOnly leaves away what events say besides where and when they were, how many
	// suffered by them and what the input says: their kinds, parties and titles, and what
	// their source says. It is for who writes none of these.
	InputOnly bool
	// Known are tables of the same file as Understood was told them with the same
	// Options. What is in one piece of delimited text is then not found out anew:
	// that takes longer than reading a thousand rows.
	Known []Table
	// Understood is called with what was understood of each table, before its
	// first event.
	Understood func(Table)
	// Opened is called with each file that is opened, so that who watches can
	// ask where it stands while it is read.
	Opened func(*os.File)
}

// Format is a format of records.
type Format uint8

// The formats. The zero Format is found out by looking.
const (
	Auto         Format = iota
	Delimited           // CSV and its kin, whatever the delimiter
	Document            // JSON or GeoJSON in one piece
	Sequence            // one JSON object a line
	Workbook            // a sheet of an Excel workbook
	GeoPackage          // a layer of a GeoPackage
	Database            // a table of an SQLite database
	Parquet             // a Parquet file
	OpenDocument        // a sheet of an OpenDocument spreadsheet
	Shapefile           // an ESRI shapefile
	DBF                 // a dBASE table
	KML                 // the placemarks of a KML document
	Feed                // the items of a feed that have positions
	GPX                 // the waypoints of a GPX document
	GML                 // the features of a GML document
	Calendar            // the entries of an iCalendar file
	XML                 // the records of an XML document of no known kind
	Page                // a table of a web page or another document
	FlatGeobuf          // a FlatGeobuf file
)

var formatNames = [...]string{"", "delimited text", "JSON", "newline-delimited JSON", "Excel sheet", "GeoPackage layer", "database table", "Parquet table", "OpenDocument sheet", "shapefile", "dBASE table", "KML", "feed", "GPX", "GML", "iCalendar", "XML", "table of a page", "FlatGeobuf"}

// String returns the format's name for people.
func (f Format) String() string { return formatNames[f] }

// Open returns the events of a file. Its name on disk does not matter, but for
// the endings .ndjson, .jsonl, .geojsonl and .geojsons, which say that each line
// is a record.
//
// The order of day and month is proved by the whole file if need be, which then
// is read twice.
func Open(path string, o Options) iter.Seq2[geo.Event, error] {
	return opened(path, o).events
}

// Read returns the events of a reader, which can be run over once. Name is what
// problems and events call it.
func Read(name string, r io.Reader, o Options) iter.Seq2[geo.Event, error] {
	return (&input{name: name, open: once(r), options: o}).events
}

// Parts returns a file in parts, whose events can be made at the same time.
// [Open] is for those who want them one by one.
func Parts(path string, o Options) iter.Seq[*Part] {
	return opened(path, o).parts
}

// ReadParts is [Parts] of a reader, which can be run over once.
func ReadParts(name string, r io.Reader, o Options) iter.Seq[*Part] {
	return (&input{name: name, open: once(r), options: o}).parts
}

// CSV is [Read] of text with a delimiter.
func CSV(name string, r io.Reader, o Options) iter.Seq2[geo.Event, error] {
	o.Format = Delimited
	return Read(name, r, o)
}

// JSON is [Read] of a JSON document: a list of objects, or an object with such a
// list inside.
func JSON(name string, r io.Reader, o Options) iter.Seq2[geo.Event, error] {
	o.Format = Document
	return Read(name, r, o)
}

// Inspect yields what is understood of each table of a file, or why one is not
// read. It reads the beginnings, and more only if the order of day and month is
// not proved there.
func Inspect(path string, o Options) iter.Seq2[Table, error] {
	return opened(path, o).inspect
}

// InspectReader is [Inspect] of a reader, which can be run over once.
func InspectReader(name string, r io.Reader, o Options) iter.Seq2[Table, error] {
	return (&input{name: name, open: once(r), options: o}).inspect
}

func (in *input) inspect(yield func(Table, error) bool) {
	for one, err := range in.tables {
		var found []Table
		if err == nil {
			found, err = one.begins()
		}
		if len(found) == 0 && !yield(Table{}, err) {
			return
		}
		for _, table := range found {
			if !yield(table, nil) {
				return
			}
		}
	}
}

// begins returns what is understood of the table, and of those that begin below it among
// as many rows as are read for the first; or why nothing is.
func (in *input) begins() (found []Table, err error) {
	in.options.Understood = func(t Table) { found = append(found, t) }
	rows := 0
	in.tableParts(func(p *Part) bool {
		if len(found) == 0 {
			err = p.items[0].err
			return false
		}
		if p.first && p.room != nil {
			p.Convert()
			found[len(found)-1].doubt(p.made)
		}
		rows += p.Len()
		return rows < aheadRows
	})
	return found, err
}

// doubt notes in each column how much of the first rows cannot be read.
func (t *Table) doubt(rows []made) {
	count, first := make([]int, len(t.Columns)), make([]error, len(t.Columns))
	for i := range rows {
		for _, f := range rows[i].faults {
			if f.col < 0 || f.col >= len(count) {
				continue
			}
			if count[f.col]++; first[f.col] == nil {
				first[f.col] = f.err
			}
		}
	}
	for i, n := range count {
		if n > 0 {
			t.Columns[i].Unread = fmt.Sprintf("%d of the first %d rows cannot be read: %v", n, len(rows), first[i])
		}
	}
}

func opened(path string, o Options) *input {
	return &input{
		name:    cmp.Or(o.Name, path),
		open:    func() (io.ReadCloser, error) { return o.openFile(path) },
		again:   true,
		options: o,
	}
}

// once returns a source that a second run finds at its end.
func once(r io.Reader) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return io.NopCloser(r), nil }
}

func (o *Options) openFile(path string) (*os.File, error) {
	f, err := os.Open(path)
	if err == nil && o.Opened != nil {
		o.Opened(f)
	}
	return f, err
}
