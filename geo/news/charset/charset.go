// Package charset turns the bytes of a file into text.
//
// It believes a byte order mark first, then the bytes themselves if they are
// UTF-8, then what the file declares, unless the bytes speak against it, and
// then what the bytes look like.
package charset

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
)

// ErrBinary is the error of data that is no text.
var ErrBinary = errors.New("binary data, not text")

// Decode returns the text of a file, as valid UTF-8 without a byte order mark.
// Declared is the name of its encoding as the file gives it; empty if it gives
// none.
//
// The note is nil unless something about the encoding is worth telling: that it
// was guessed, that the declared one is wrong, that some bytes are damaged.
func Decode(data []byte, declared string) (s string, note, err error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		s, err = by(utf.UTF16(utf.LittleEndian, utf.UseBOM), data)
		return s, nil, err
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	}
	if e := unmarkedUTF16(data); e != nil {
		s, err = by(e, data)
		return s, errors.New("UTF-16 without a byte order mark"), err
	}
	if Binary(data) {
		return "", nil, ErrBinary
	}
	label, name := lookUp(declared)
	if utf8.Valid(data) && !escapes(name, data) {
		return string(data), contradiction(name, data), nil
	}
	return legacy(data, label, name)
}

// legacy decodes what is not UTF-8, or damaged UTF-8.
func legacy(data []byte, label encoding.Encoding, name string) (s string, note, err error) {
	guess, confidence := detect(data)
	if label != nil && name != "utf-8" {
		s, err = by(label, data)
		if err == nil && clean(s) && !mislabelled(name, guess, confidence) {
			return s, nil, nil
		}
	}
	if mostlyUTF8(data) {
		return strings.ToValidUTF8(string(data), "\ufffd"), errors.New("some bytes are not UTF-8"), nil
	}
	e, title := encoding.Encoding(charmap.Windows1252), "windows-1252"
	if confidence >= sure {
		if g, n := lookUp(guess); g != nil && n != "utf-8" {
			e, title = g, n
		}
	}
	said := "not UTF-8"
	if name != "" {
		said = "not " + name + ", as it declares"
	}
	s, err = by(e, data)
	return s, fmt.Errorf("%s; read as %s", said, title), err
}

// sure is the confidence, in percent, from which a guess counts. Below it stand
// texts with a handful of letters beyond ASCII, whose languages the detector
// confuses; most such files are of the West.
const sure = 40

// detectBytes is how much of a file the detector sees.
const detectBytes = 64 << 10

func detect(data []byte) (name string, confidence int) {
	r, err := chardet.NewTextDetector().DetectBest(data[:min(len(data), detectBytes)])
	if err != nil {
		return "", 0
	}
	return r.Charset, r.Confidence
}

// mislabelled reports whether a Western label stands on bytes that look like
// another script: many servers put that label on everything.
func mislabelled(name, guess string, confidence int) bool {
	if name != "windows-1252" || confidence < sure {
		return false
	}
	_, n := lookUp(guess)
	switch n {
	case "", "utf-8", "windows-1252", "windows-1250", "windows-1254", "iso-8859-2", "iso-8859-9":
		return false
	}
	return true
}

// contradiction notes that UTF-8 was declared to be something else, if it makes
// a difference.
func contradiction(name string, data []byte) error {
	if name == "" || name == "utf-8" || isASCII(data) {
		return nil
	}
	return fmt.Errorf("declared as %s, but is UTF-8", name)
}

// escapes reports whether ASCII data is in an encoding that shifts by escape
// sequences.
func escapes(name string, data []byte) bool {
	return name == "iso-2022-jp" && bytes.IndexByte(data, 0x1b) >= 0
}

func isASCII(data []byte) bool {
	return bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// lookUp returns an encoding by one of its names, and its usual name.
func lookUp(name string) (encoding.Encoding, string) {
	name = strings.TrimSpace(name)
	if name == "" || len(name) > 40 {
		return nil, ""
	}
	if strings.EqualFold(name, "GB-18030") { // as the detector calls it
		name = "gb18030"
	}
	e, usual := charset.Lookup(name)
	switch usual {
	case "replacement", "x-user-defined":
		return nil, ""
	case "utf-16le", "utf-16be":
		return nil, "" // it has NULs, or the label is wrong
	}
	return e, usual
}

// clean reports whether a text has nothing that a wrong encoding leaves behind:
// bytes that it does not know, and control characters.
func clean(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return r == utf8.RuneError || r >= 0x80 && r < 0xa0 && unicode.IsControl(r) && r != 0x85
	}) < 0
}

func by(e encoding.Encoding, data []byte) (string, error) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", err
	}
	if Binary(out) {
		return "", ErrBinary
	}
	return strings.ToValidUTF8(strings.TrimPrefix(string(out), "\ufeff"), "\ufffd"), nil
}

// unmarkedUTF16 returns the byte order of UTF-16 that has no mark: of Western
// text every second byte is NUL.
func unmarkedUTF16(data []byte) encoding.Encoding {
	head := data[:min(len(data), headBytes)&^1]
	var nul [2]int
	for i, c := range head {
		if c == 0 {
			nul[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case half < 8:
	case nul[0] == 0 && nul[1]*3 > half*2:
		return utf.UTF16(utf.LittleEndian, utf.IgnoreBOM)
	case nul[1] == 0 && nul[0]*3 > half*2:
		return utf.UTF16(utf.BigEndian, utf.IgnoreBOM)
	}
	return nil
}

// headBytes is how much of a file tells whether it is text.
const headBytes = 8 << 10

// Binary reports whether the beginning of data has bytes that no text has.
func Binary(data []byte) bool {
	head := data[:min(len(data), headBytes)]
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
