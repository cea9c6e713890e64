package plaintext

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

// Sniffed is how much of a file is looked at to tell what it is.
const Sniffed = 64 << 10

// Errors of a file that is refused as a whole.
var (
	ErrEmpty  = errors.New("file is empty")
	ErrBinary = errors.New("not a text file")
)

// Open returns the text of a file as UTF-8, with line ends that have a
// newline, and the name of its encoding. The encoding is "utf-8" also for a
// text in which some bytes are not; see Cleaner.
func Open(r io.Reader) (*bufio.Reader, string, error) {
	b, err := Unpacked(bufio.NewReaderSize(r, Sniffed))
	if err != nil {
		return nil, "", err
	}
	b, encoding, err := Decoded(b)
	if err != nil {
		return nil, "", err
	}
	head, err := peek(b)
	switch {
	case err != nil:
		return nil, "", err
	case binary(head) != "":
		return nil, "", fmt.Errorf("%w: it looks like %s", ErrBinary, binary(head))
	case len(bytes.TrimSpace(head)) == 0 && len(head) < Sniffed:
		return nil, "", ErrEmpty
	case bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0:
		b = bufio.NewReaderSize(oldMac{b}, Sniffed)
	}
	return b, encoding, nil
}

// peek returns how a text begins. That it ends there is no error, nor that it
// fails behind that: what comes before is read, and then the failure is met
// again.
func peek(b *bufio.Reader) ([]byte, error) {
	head, err := b.Peek(Sniffed)
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

// Unpacked returns what is packed in a file, or the file as it is.
func Unpacked(b *bufio.Reader) (*bufio.Reader, error) { return unpackedWithin(b, deepestPacked) }

func unpackedWithin(b *bufio.Reader, deepest int) (*bufio.Reader, error) {
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
			return unpackedWithin(bufio.NewReaderSize(r, Sniffed), deepest-1)
		}
	}
	return b, nil
}

// Decoded returns a text as UTF-8 without a byte order mark.
func Decoded(b *bufio.Reader) (*bufio.Reader, string, error) {
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
	return bufio.NewReaderSize(transform.NewReader(b, wide), Sniffed), encoding, nil
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
