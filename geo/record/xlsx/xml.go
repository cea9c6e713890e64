package xlsx

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// xmlReader runs over the tags of an XML part. It knows as much of XML as
// spreadsheets use: names without their prefixes, attributes, text, references
// and CDATA. A document type is refused, so that no entity can blow up.
//
// encoding/xml takes five times as long, which for a large workbook is a minute.
type xmlReader struct {
	r *bufio.Reader

	name  string // of the tag at hand, without its prefix
	opens bool   // it is an opening tag
	empty bool   // and closes itself
	text  []byte // between an opening tag and the next tag, references resolved

	tag   []byte // what the tag holds behind its name
	names map[string]string
	buf   []byte
}

// Bounds on one tag or text: a hostile part is one of gigabytes.
const (
	mostTag  = 1 << 20
	mostText = 8 << 20
)

var errDoctype = errors.New("a document type has no business in a workbook")

func newXMLReader(r io.Reader) *xmlReader {
	return &xmlReader{r: bufio.NewReaderSize(r, 64<<10), names: map[string]string{}}
}

// next goes to the next tag. The error is io.EOF at the end.
func (x *xmlReader) next() error {
	if !x.opens || x.empty { // its text is not read yet
		if err := x.readText(); err != nil {
			return err
		}
	}
	for {
		tag, err := x.until('>', mostTag)
		if err != nil {
			return unexpected(err)
		}
		switch {
		case bytes.HasPrefix(tag, []byte("?")):
		case bytes.HasPrefix(tag, []byte("!--")), bytes.HasPrefix(tag, []byte("![CDATA[")):
			if err := x.skip(tag); err != nil {
				return err
			}
		case bytes.HasPrefix(tag, []byte("!")):
			return errDoctype
		default:
			return x.take(tag)
		}
		if err := x.readText(); err != nil {
			return err
		}
	}
}

// take makes a tag the one at hand, and reads its text.
func (x *xmlReader) take(tag []byte) error {
	x.tag = append(x.tag[:0], tag...)
	tag = x.tag
	x.opens = !bytes.HasPrefix(tag, []byte("/"))
	tag = bytes.TrimPrefix(tag, []byte("/"))
	x.empty = bytes.HasSuffix(tag, []byte("/"))
	tag = bytes.TrimSuffix(tag, []byte("/"))
	end := bytes.IndexAny(tag, " \t\r\n")
	if end < 0 {
		end = len(tag)
	}
	x.name, x.tag = x.localName(tag[:end]), tag[end:]
	x.text = x.text[:0]
	if !x.opens || x.empty {
		return nil
	}
	err := x.elementText()
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// mostNames bounds the names that are kept so as not to be made again.
const mostNames = 200

func (x *xmlReader) localName(name []byte) string {
	name = name[bytes.IndexByte(name, ':')+1:]
	if s, ok := x.names[string(name)]; ok {
		return s
	}
	s := string(name)
	if len(x.names) < mostNames {
		x.names[s] = s
	}
	return s
}

// elementText reads the text up to the next tag, with the CDATA inside.
func (x *xmlReader) elementText() error {
	for {
		before := len(x.text)
		if err := x.readText(); err != nil {
			return err
		}
		x.text = append(x.text[:before], resolved(x.buf)...)
		head, err := x.r.Peek(len("![CDATA["))
		if err != nil || string(head) != "![CDATA[" {
			return nil // the end is met by who reads the next tag
		}
		tag, err := x.until('>', mostTag)
		if err != nil {
			return unexpected(err)
		}
		cdata, err := x.whole(tag, "]]")
		if err != nil {
			return err
		}
		x.text = append(x.text, cdata[len("![CDATA["):]...)
		if len(x.text) > mostText {
			return errLong
		}
	}
}

// readText reads up to behind the next "<", into buf.
func (x *xmlReader) readText() error {
	text, err := x.until('<', mostText)
	if err == io.EOF && len(bytes.TrimSpace(text)) > 0 {
		return io.ErrUnexpectedEOF
	}
	x.buf = text
	return err
}

// skip passes over a comment, or CDATA that is no cell's.
func (x *xmlReader) skip(tag []byte) error {
	end := "--"
	if tag[1] == '[' {
		end = "]]"
	}
	_, err := x.whole(tag, end)
	return err
}

// whole returns a comment or CDATA, which may have ">" inside, without its end.
func (x *xmlReader) whole(tag []byte, end string) ([]byte, error) {
	all := bytes.Clone(tag)
	for !bytes.HasSuffix(all, []byte(end)) {
		more, err := x.until('>', mostText)
		if err != nil {
			return nil, unexpected(err)
		}
		all = append(append(all, '>'), more...)
		if len(all) > mostText {
			return nil, errLong
		}
	}
	return bytes.TrimSuffix(all, []byte(end)), nil
}

var errLong = errors.New("a text of the workbook is too long")

// until reads up to a byte, which is left out. The result is good until the next
// call.
func (x *xmlReader) until(end byte, most int) ([]byte, error) {
	text, err := x.r.ReadSlice(end)
	if err == nil {
		return text[:len(text)-1], nil
	}
	all := bytes.Clone(text)
	for err == bufio.ErrBufferFull {
		if len(all) > most {
			return nil, errLong
		}
		text, err = x.r.ReadSlice(end)
		all = append(all, text...)
	}
	if err == nil {
		return all[:len(all)-1], nil
	}
	return all, err
}

func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// step is 1 for a tag that opens, -1 for one that closes and 0 for both in one.
func (x *xmlReader) step() int {
	switch {
	case x.empty:
		return 0
	case x.opens:
		return 1
	}
	return -1
}

// attr returns the attribute of a local name, or "".
func (x *xmlReader) attr(name string) string { return string(x.rawAttr(name)) }

// rawAttr is attr, good until the next tag.
func (x *xmlReader) rawAttr(name string) []byte { return attribute(x.tag, name) }

// attribute returns the attribute of a local name that a tag has, or nil.
func attribute(tag []byte, name string) []byte {
	rest := tag
	for {
		eq := bytes.IndexByte(rest, '=')
		if eq < 0 {
			return nil
		}
		key := bytes.TrimSpace(rest[:eq])
		value := bytes.TrimLeft(rest[eq+1:], " \t\r\n")
		if len(value) < 2 || value[0] != '"' && value[0] != '\'' {
			return nil
		}
		end := bytes.IndexByte(value[1:], value[0])
		if end < 0 {
			return nil
		}
		if string(key[bytes.LastIndexByte(key, ':')+1:]) == name {
			return resolved(value[1 : 1+end])
		}
		rest = value[end+2:]
	}
}

var references = map[string]string{"lt": "<", "gt": ">", "amp": "&", "quot": `"`, "apos": "'"}

// longestReference bounds what stands between "&" and ";".
const longestReference = 10

// resolved returns a text with its references resolved, as valid UTF-8. One that
// is not known stays as it is.
func resolved(text []byte) []byte {
	if bytes.IndexByte(text, '&') < 0 {
		return bytes.ToValidUTF8(text, []byte("\uFFFD"))
	}
	out := make([]byte, 0, len(text))
	for len(text) > 0 {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			break
		}
		out, text = append(out, text[:i]...), text[i:]
		end := bytes.IndexByte(text[:min(len(text), longestReference)], ';')
		s, ok := "", false
		if end > 0 {
			s, ok = reference(string(text[1:end]))
		}
		if !ok {
			out, text = append(out, '&'), text[1:]
			continue
		}
		out, text = append(out, s...), text[end+1:]
	}
	return bytes.ToValidUTF8(append(out, text...), []byte("\uFFFD"))
}

func reference(name string) (string, bool) {
	if s, ok := references[name]; ok {
		return s, true
	}
	number, ok := strings.CutPrefix(name, "#")
	if !ok {
		return "", false
	}
	base := 10
	if hex, ok := strings.CutPrefix(number, "x"); ok {
		number, base = hex, 16
	}
	n, err := strconv.ParseUint(number, base, 32)
	if err != nil || n == 0 || n > utf8.MaxRune {
		return "", false
	}
	return string(rune(n)), true
}

// unescaped undoes what Excel writes for characters that XML has not, such as
// _x000D_ for a carriage return.
func unescaped(text []byte) []byte {
	if !bytes.Contains(text, []byte("_x")) {
		return text
	}
	var out []byte
	for len(text) > 0 {
		if c, ok := escaped(text); ok {
			out, text = utf8.AppendRune(out, c), text[escapeLength:]
			continue
		}
		out, text = append(out, text[0]), text[1:]
	}
	return out
}

const escapeLength = len("_x000D_")

func escaped(text []byte) (rune, bool) {
	if len(text) < escapeLength || text[0] != '_' || text[1] != 'x' || text[escapeLength-1] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(text[2:escapeLength-1]), 16, 16)
	return rune(n), err == nil
}

// errAt says where in a sheet something is wrong.
func errAt(row int, err error) error { return fmt.Errorf("row %d cannot be read: %w", row, err) }
