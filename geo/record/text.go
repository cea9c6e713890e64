package record

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// sniffed is how much of a file is looked at to tell what it is.
const sniffed = 64 << 10

// sniffedMost is how much of it is looked at if its first line goes on so long.
const sniffedMost = 1 << 20

// Errors of a file that is refused as a whole.
var (
	errEmpty  = errors.New("file is empty")
	errBinary = errors.New("not a text file")
)

// textReader returns the text of a file as UTF-8, with line ends that have a
// newline, and the name of its encoding. The encoding is "utf-8" also for a
// text in which some bytes are not; see cleaner.
func textReader(r io.Reader) (*bufio.Reader, string, error) {
	b, err := unpacked(bufio.NewReaderSize(r, sniffed), deepestPacked)
	if err != nil {
		return nil, "", err
	}
	b, encoding, err := decoded(b)
	if err != nil {
		return nil, "", err
	}
	head, err := peek(b)
	switch {
	case err != nil:
		return nil, "", err
	case binary(head) != "":
		return nil, "", fmt.Errorf("%w: it looks like %s", errBinary, binary(head))
	case len(bytes.TrimSpace(head)) == 0 && len(head) < sniffed:
		return nil, "", errEmpty
	case bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0:
		b = bufio.NewReaderSize(oldMac{b}, sniffed)
	}
	return b, encoding, nil
}

// peek returns how a text begins. That it ends there is no error, nor that it
// fails behind that: what comes before is read, and then the failure is met
// again.
func peek(b *bufio.Reader) ([]byte, error) {
	head, err := b.Peek(sniffed)
	if err == io.EOF || len(head) > 0 {
		err = nil
	}
	return head, err
}

// deepestPacked bounds gzip within gzip: there are files that unpack to
// themselves.
const deepestPacked = 2

// packings are the ways in which one file is packed, and how they begin.
var packings = []struct {
	name, magic string
	unpack      func(io.Reader) (io.Reader, error)
}{
	{"gzip", "\x1f\x8b", func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
	{"Zstandard", "\x28\xb5\x2f\xfd", unzstd},
	{"bzip2", "BZh91AY&SY", func(r io.Reader) (io.Reader, error) { return bzip2.NewReader(r), nil }},
}

// unzstd unpacks without goroutines, which nobody would end, and with the memory
// that the format's own tool takes.
func unzstd(r io.Reader) (io.Reader, error) {
	return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128<<20))
}

func unpacked(b *bufio.Reader, deepest int) (*bufio.Reader, error) {
	head, err := peek(b)
	if err != nil || deepest == 0 {
		return b, err
	}
	for _, p := range packings {
		if bytes.HasPrefix(head, []byte(p.magic)) {
			r, err := p.unpack(b)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", p.name, err)
			}
			return unpacked(bufio.NewReaderSize(r, sniffed), deepest-1)
		}
	}
	return b, nil
}

// decoded returns a text as UTF-8 without a byte order mark.
func decoded(b *bufio.Reader) (*bufio.Reader, string, error) {
	head, err := peek(b)
	if err != nil {
		return nil, "", err
	}
	encoding, mark := encodingOf(head)
	if _, err := b.Discard(mark); err != nil {
		return nil, "", err
	}
	var endian unicode.Endianness
	switch encoding {
	case "utf-16le":
		endian = unicode.LittleEndian
	case "utf-16be":
		endian = unicode.BigEndian
	default:
		return b, encoding, nil
	}
	wide := unicode.UTF16(endian, unicode.IgnoreBOM).NewDecoder()
	return bufio.NewReaderSize(transform.NewReader(b, wide), sniffed), encoding, nil
}

// encodingOf returns the encoding of a text and the length of its byte order
// mark. UTF-16 without a mark is known by the zero bytes of its commas and
// newlines.
func encodingOf(head []byte) (name string, bom int) {
	switch {
	case bytes.HasPrefix(head, []byte{0xef, 0xbb, 0xbf}):
		return "utf-8", 3
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}):
		return "utf-16le", 2
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		return "utf-16be", 2
	}
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case zeros[1] > half/4 && zeros[0] < half/50+1:
		return "utf-16le", 0
	case zeros[0] > half/4 && zeros[1] < half/50+1:
		return "utf-16be", 0
	}
	return "utf-8", 0
}

// signatures are how files begin that people take for tables.
var signatures = []struct{ magic, name string }{
	{zipMagic, "a zip file"},
	{"SQLite format 3", "an SQLite database or GeoPackage"},
	{"PAR1", "a Parquet file"},
	{"%PDF", "a PDF; give its text as .txt, or its tables as .csv"},
	{"\x89PNG", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"GIF8", "a picture"},
	{"7z\xbc\xaf", "a 7-Zip file; unpack it first"},
	{"Rar!\x1a\a", "a RAR file; unpack it first"},
	{"\xfd7zXZ\x00", "an xz file; unpack it first, or pack it with zstd"},
	{"fgb\x03fgb", "a FlatGeobuf file; convert it: ogr2ogr -f GPKG events.gpkg FILE"},
	{"!table", "a MapInfo table; convert it: ogr2ogr -f GPKG events.gpkg FILE"},
	{"ARROW1", "an Arrow (Feather) file; write it as Parquet or CSV"},
	{"Obj\x01", "an Avro file; write it as Parquet or NDJSON"},
	{"ORC", "an ORC file; write it as Parquet"},
	{"\x89HDF", "an HDF5 file; write its table as CSV"},
	{"CDF\x01", "a NetCDF file; write its table as CSV"},
	{"\x00\x01\x00\x00Standard ", "an Access database; export its table as .xlsx or .csv"},
	{"$FL2", "an SPSS file; export it as CSV"},
	{"<stata_dta>", "a Stata file; export it as CSV"},
	{"RDX", "an R data file; write its table as CSV"},
	{"\x7fELF", "a program"},
}

// tarMark stands some way into the archives of tar.
const (
	tarMark   = "ustar"
	tarMarkAt = 257
)

// binary returns what a file is that is no text, or "".
func binary(head []byte) string {
	if bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")) {
		return oldOffice(head)
	}
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.magic)) {
			return s.name
		}
	}
	if len(head) > tarMarkAt && bytes.HasPrefix(head[tarMarkAt:], []byte(tarMark)) {
		return "a tar archive; unpack it first and name the folder, or pack it as .zip"
	}
	controls := 0
	for _, c := range head {
		if c == 0 || c < ' ' && !bytes.ContainsRune([]byte("\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f"), rune(c)) {
			controls++
		}
	}
	// A stray NUL in a table is a fault of one cell; text has no more than that.
	if controls > 1+len(head)/500 {
		return "binary data"
	}
	return ""
}

// oldMac turns carriage returns into newlines.
type oldMac struct{ r io.Reader }

func (m oldMac) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	for i, c := range p[:n] {
		if c == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}
