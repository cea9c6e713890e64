// Package file is the container of an index: a header that says what it is, and
// sections that are read in place.
//
//	"DATELNGZ"                 magic, 8 bytes
//	uint32                     version
//	uint32                     number of sections
//	uint64                     length of the file
//	uint64                     CRC-64 (ECMA) of all that follows
//	number × {uint64, uint64}  where each section begins, and its length
//	sections                   each begins at a multiple of 8
//
// All numbers are little-endian. What is in a section is its reader's business.
package file

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc64"
	"io"

	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

const (
	magic = "DATELNGZ"
	// version goes up whenever a reader of the old one would misread the new.
	version   = 1
	headerLen = 32
	tableItem = 16
	// maxSections keeps a broken header from asking for much.
	maxSections = 64
)

var crcTable = crc64.MakeTable(crc64.ECMA)

// File is an index file taken apart.
type File struct {
	data     string
	sections []string
}

// Parse takes a file apart. It looks at the header only and is done in
// microseconds; see [File.Verify].
func Parse(data string) (*File, error) {
	if len(data) < headerLen || data[:len(magic)] != magic {
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
	sum := crc64.New(crcTable)
	if _, err := io.WriteString(sum, f.data[headerLen:]); err != nil {
		return err
	}
	if want := wire.Uint64(f.data, 24); sum.Sum64() != want {
		return fmt.Errorf("index is damaged: its checksum is %016x, not %016x", sum.Sum64(), want)
	}
	return nil
}

// Write writes a file of these sections.
func Write(w io.Writer, sections [][]byte) error {
	at := uint64(headerLen + tableItem*len(sections))
	var body []byte
	for _, s := range sections {
		at += padding(at)
		body = binary.LittleEndian.AppendUint64(body, at)
		body = binary.LittleEndian.AppendUint64(body, uint64(len(s)))
		at += uint64(len(s))
	}
	for _, s := range sections {
		body = append(body, make([]byte, padding(uint64(headerLen+len(body))))...)
		body = append(body, s...)
	}
	header := append(make([]byte, 0, headerLen), magic...)
	header = binary.LittleEndian.AppendUint32(header, version)
	header = binary.LittleEndian.AppendUint32(header, uint32(len(sections)))
	header = binary.LittleEndian.AppendUint64(header, uint64(headerLen+len(body)))
	header = binary.LittleEndian.AppendUint64(header, crc64.Checksum(body, crcTable))
	if _, err := w.Write(header); err != nil {
		return err
	}
	_, err := w.Write(body)
	return err
}

// padding returns how many bytes bring a position to a multiple of 8.
func padding(at uint64) uint64 { return -at & 7 }
