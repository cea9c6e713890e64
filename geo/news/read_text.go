package news

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var errBinary = errors.New("binary data, not text")

// decode returns the text of a file. A byte order mark tells its encoding; else
// it is UTF-8, or what old programs of the West wrote, which is noted.
func decode(data []byte) (s string, note, err error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		s, err = decodeBy(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data)
		return s, nil, err
	case isBinary(data):
		return "", nil, errBinary
	case utf8.Valid(data):
		return strings.TrimPrefix(string(data), "\ufeff"), nil, nil
	case mostlyUTF8(data):
		return strings.ToValidUTF8(string(data), "\ufffd"), errors.New("some bytes are not UTF-8"), nil
	}
	s, err = decodeBy(charmap.Windows1252, data)
	return s, errors.New("not UTF-8; read as Windows-1252"), err
}

func decodeBy(e encoding.Encoding, data []byte) (string, error) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", err
	}
	if isBinary(out) {
		return "", errBinary
	}
	return strings.TrimPrefix(string(out), "\ufeff"), nil
}

// binaryHead is how much of a file tells that it is not text.
const binaryHead = 8 << 10

// isBinary reports whether the beginning of data has bytes that no text has.
func isBinary(data []byte) bool {
	head := data[:min(len(data), binaryHead)]
	control := 0
	for _, c := range head {
		switch {
		case c == 0:
			return true
		case c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0x1b:
			control++
		}
	}
	return control*50 > len(head)
}

// mostlyUTF8 reports whether most of the bytes beyond ASCII are UTF-8, so that
// the others are damage.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > bad
}
