// Package file is the container of an index: a header that says what it is, and
// sections that are read in place.
//
//	"DATELNGZ"                 magic, 8 bytes
//	uint32                     version
//	uint32                     number of sections
//	uint64                     length of the file
//	uint64                     CRC-64 (ECMA) of all that follows
//	number × {uint64, uint64}  where each section begins, and its length
//	sections                   each begins at a multiple of 64, a line of the cache
//
// All numbers are little-endian. What is in a section is its reader's business.
package file

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc64"
	"io"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// Magic is what a file begins with.
const Magic = "DATELNGZ"

const (
	// version goes up whenever a reader of the old one would misread the new.
	version   = 5
	headerLen = 32
	tableItem = 16
	// maxSections keeps a broken header from asking for much.
	maxSections = 64
)

// File is an index file taken apart.
type File struct {
	data     string
	sections []string
}

// Parse takes a file apart. It looks at the header only and is done in
// microseconds; see [File.Verify].
func Parse(data string) (*File, error) {
	if len(data) < headerLen || data[:len(Magic)] != Magic {
		return nil, errors.New("not a Dateline gazetteer index")
	}
	if v := wire.Uint32(data, 8); v != version {
		return nil, fmt.Errorf("index has format %d, but this program reads format %d: build the index again or use the program that made it", v, version)
	}
	if n := wire.Uint64(data, 16); n != uint64(len(data)) {
		return nil, fmt.Errorf("index should have %d bytes, but has %d: it is cut off or damaged", n, len(data))
	}
	count := wire.Uint32(data, 12)
	if count > maxSections || headerLen+int(count)*tableItem > len(data) {
		return nil, fmt.Errorf("index is damaged: it claims %d sections", count)
	}
	f := &File{data: data, sections: make([]string, count)}
	for i := range f.sections {
		begin, size := wire.Uint64(data, headerLen+i*tableItem), wire.Uint64(data, headerLen+i*tableItem+8)
		if begin > uint64(len(data)) || size > uint64(len(data))-begin {
			return nil, fmt.Errorf("index is damaged: section %d does not lie within the file", i)
		}
		f.sections[i] = data[begin : begin+size]
	}
	return f, nil
}

// Section returns the i-th section, empty if there is none.
func (f *File) Section(i int) string {
	if i < 0 || i >= len(f.sections) {
		return ""
	}
	return f.sections[i]
}

// Verify reads the whole file and compares its checksum.
func (f *File) Verify() error {
	sum := crc64.New(crc64.MakeTable(crc64.ECMA))
	if _, err := io.WriteString(sum, f.data[headerLen:]); err != nil {
		return err
	}
	if want := wire.Uint64(f.data, 24); sum.Sum64() != want {
		return fmt.Errorf("index is damaged: its checksum is %016x, not %016x", sum.Sum64(), want)
	}
	return nil
}

// Part is a stretch of a section.
type Part interface {
	Len() int64
	Reader() io.Reader // from the beginning, each time
}

// Bytes are a Part in memory.
type Bytes []byte

// Len returns the number of bytes.
func (b Bytes) Len() int64 { return int64(len(b)) }

// Reader returns a reader of the bytes.
func (b Bytes) Reader() io.Reader { return bytes.NewReader(b) }

// Section is a section on its way into a file: parts one behind the other.
type Section []Part

func (s Section) len() (n int64) {
	for _, p := range s {
		n += p.Len()
	}
	return n
}

// Write writes a file of these sections. It reads them twice, for the checksum
// stands before them.
func Write(w io.Writer, sections []Section) error {
	at := uint64(headerLen + tableItem*len(sections))
	var table []byte
	for _, s := range sections {
		at += padding(at)
		table = binary.LittleEndian.AppendUint64(table, at)
		table = binary.LittleEndian.AppendUint64(table, uint64(s.len()))
		at += uint64(s.len())
	}
	sum := crc64.New(crc64.MakeTable(crc64.ECMA))
	if err := writeBody(sum, table, sections); err != nil {
		return err
	}
	header := append(make([]byte, 0, headerLen), Magic...)
	header = binary.LittleEndian.AppendUint32(header, version)
	header = binary.LittleEndian.AppendUint32(header, uint32(len(sections)))
	header = binary.LittleEndian.AppendUint64(header, at)
	header = binary.LittleEndian.AppendUint64(header, sum.Sum64())
	if _, err := w.Write(header); err != nil {
		return err
	}
	return writeBody(w, table, sections)
}

// writeBody writes all that follows the header.
func writeBody(w io.Writer, table []byte, sections []Section) error {
	if _, err := w.Write(table); err != nil {
		return err
	}
	at := uint64(headerLen + len(table))
	for _, s := range sections {
		if _, err := w.Write(make([]byte, padding(at))); err != nil {
			return err
		}
		at += padding(at) + uint64(s.len())
		for _, p := range s {
			if _, err := io.Copy(w, p.Reader()); err != nil {
				return err
			}
		}
	}
	return nil
}

// padding returns how many bytes bring a position to a multiple of 64.
func padding(at uint64) uint64 { return -at & 63 }
