// Package parquet reads Parquet files, as record.Store wants them: what DuckDB,
// pandas, Spark, GDAL and Dateline itself write. It links a Parquet library;
// nobody must import it but who wants that.
//
// Values become the text that a CSV of the same table would have: days, times,
// decimals by their scale. A list of plain values is one cell, its values
// between semicolons; a record inside a record is columns with dotted names. The
// geometry of GeoParquet is the row's own, turned to degrees. Rows are streamed,
// a page of each column at a time.
//
// # Non-goals
//
//   - Lists of records and maps: they are told and left out.
//   - Moving times between zones: one that is said to be UTC keeps a Z.
package parquet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/parquet-go/parquet-go"

	"github.com/dateline-map/dateline/geo/record"
)

// Store returns what reads Parquet files.
func Store() record.Store { return record.Store{Magic: "PAR1", Open: open} }

func open(path string) (stored record.Stored, err error) {
	f, err := os.Open(path)
	if err != nil {
		return stored, err
	}
	defer func() {
		if err != nil {
			f.Close() // its error would hide the first
		}
	}()
	defer recovered(&err)
	info, err := f.Stat()
	if err != nil {
		return stored, err
	}
	if err := checkFooter(f, info.Size()); err != nil {
		return stored, damaged(err)
	}
	file, err := parquet.OpenFile(f, info.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return stored, damaged(err)
	}
	t := tableOf(file)
	return record.Stored{Tables: []record.StoredTable{{Format: record.Parquet, Notices: t.notices, Rows: t.rows}}, Close: f.Close}, nil
}

// The length of a file's metadata and a mark stand at its end.
const (
	tailBytes = 8
	headBytes = 4
)

var errFooter = errors.New("its metadata are longer than itself")

// checkFooter holds the length of the metadata against that of the file, before
// the library makes room for as many bytes, which may be four gigabytes.
func checkFooter(f io.ReaderAt, size int64) error {
	var tail [tailBytes]byte
	if size < headBytes+tailBytes {
		return io.ErrUnexpectedEOF
	}
	if _, err := f.ReadAt(tail[:], size-tailBytes); err != nil {
		return err
	}
	if int64(binary.LittleEndian.Uint32(tail[:])) > size-headBytes-tailBytes {
		return errFooter
	}
	return nil
}

func damaged(err error) error {
	return fmt.Errorf("the Parquet file is damaged or cut off: %w", err)
}

// recovered makes an error of a panic: the library panics on some files that
// contradict themselves.
func recovered(err *error) {
	if p := recover(); p != nil {
		*err = damaged(fmt.Errorf("%v", p))
	}
}
