package check

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"
)

// kind is the kind of a JSON value.
type kind uint8

const (
	null kind = iota
	boolean
	number
	text
	array
	object
)

func (k kind) String() string {
	return [...]string{"null", "true or false", "a number", "a string", "an array", "an object"}[k]
}

// node is one JSON value with the line where it begins.
type node struct {
	kind    kind
	line    int
	text    string // a string's value, a number as written
	number  float64
	items   []node   // of an array
	members []member // of an object, in their order
}

type member struct {
	name  string
	value node
}

// member returns the first member of the name, or nil.
func (n *node) member(name string) *node {
	for i := range n.members {
		if n.members[i].name == name {
			return &n.members[i].value
		}
	}
	return nil
}

// maxDepth bounds how deep values are nested: GeoJSON needs eight levels, and a
// hostile file could otherwise exhaust the stack.
const maxDepth = 200

type syntaxError struct {
	line int
	text string
}

func (e *syntaxError) Error() string { return fmt.Sprintf("line %d: %s", e.line, e.text) }

// reader reads JSON token by token and knows the line of each.
type reader struct {
	*json.Decoder
	source *source
}

func newReader(r io.Reader) *reader {
	buffered := bufio.NewReaderSize(r, 1<<20)
	s := &source{r: buffered}
	if mark, _ := buffered.Peek(len(byteOrderMark)); string(mark) == byteOrderMark {
		s.bom = true
		buffered.Discard(len(byteOrderMark))
	}
	d := json.NewDecoder(s)
	d.UseNumber()
	return &reader{Decoder: d, source: s}
}

// next returns the next token and the line where it ends, which for all but
// strings with no line break in them, and JSON allows none, is where it begins.
func (r *reader) next() (json.Token, int, error) {
	t, err := r.Token()
	line := r.source.lineAt(r.InputOffset())
	if err == nil || errors.Is(err, io.EOF) && r.source.err == nil {
		return t, line, err
	}
	if r.source.err != nil {
		return nil, line, r.source.err
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, line, &syntaxError{line, "the JSON ends in the middle"}
	}
	return nil, line, &syntaxError{line, "is not JSON: " + err.Error()}
}

// value reads the rest of the value that begins with the token.
func (r *reader) value(t json.Token, line, depth int) (node, error) {
	n := node{line: line}
	if depth > maxDepth {
		return n, &syntaxError{line, fmt.Sprintf("is nested more than %d levels deep", maxDepth)}
	}
	switch t := t.(type) {
	case nil:
		n.kind = null
	case bool:
		n.kind = boolean
	case string:
		n.kind, n.text = text, t
	case json.Number:
		n.kind, n.text = number, t.String()
		n.number, _ = strconv.ParseFloat(n.text, 64) // out of range gives an infinity, which no range holds
	case json.Delim:
		if t == '[' {
			return n, r.array(&n, depth)
		}
		return n, r.object(&n, depth)
	}
	return n, nil
}

func (r *reader) array(n *node, depth int) error {
	n.kind = array
	for {
		t, line, err := r.inside()
		if err != nil {
			return err
		}
		if t == json.Delim(']') {
			return nil
		}
		item, err := r.value(t, line, depth+1)
		if err != nil {
			return err
		}
		n.items = append(n.items, item)
	}
}

func (r *reader) object(n *node, depth int) error {
	n.kind = object
	for {
		name, end, err := r.name()
		if err != nil || end {
			return err
		}
		t, line, err := r.inside()
		if err != nil {
			return err
		}
		value, err := r.value(t, line, depth+1)
		if err != nil {
			return err
		}
		n.members = append(n.members, member{name, value})
	}
}

// name reads the name of an object's next member, or the object's end.
func (r *reader) name() (name string, end bool, err error) {
	t, line, err := r.inside()
	if err != nil {
		return "", false, err
	}
	if t == json.Delim('}') {
		return "", true, nil
	}
	name, ok := t.(string)
	if !ok {
		return "", false, &syntaxError{line, "is not JSON: a member without a name"}
	}
	return name, false, nil
}

// inside is next within a value, where the file must not end.
func (r *reader) inside() (json.Token, int, error) {
	t, line, err := r.next()
	if errors.Is(err, io.EOF) {
		err = &syntaxError{line, "the JSON ends in the middle"}
	}
	return t, line, err
}

// source hands bytes on and remembers where the lines end. It takes RFC 8142's
// record separators for white space.
type source struct {
	r       io.Reader
	err     error // of r, but io.EOF
	read    int64
	breaks  []int64 // offsets of line breaks not yet passed
	line    int     // breaks passed
	bom     bool
	records bool   // the file began with a record separator
	badLine int    // of the first byte that is not UTF-8, or 0
	partial []byte // the beginning of a character whose end was not read yet
}

func (s *source) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		s.err = err
	}
	s.see(p[:n])
	s.read += int64(n)
	return n, err
}

const byteOrderMark = "\ufeff"

func (s *source) see(p []byte) {
	s.checkUTF8(p)
	if s.read == 0 && len(p) > 0 && p[0] == recordSeparator {
		s.records = true
	}
	for i, b := range p {
		switch {
		case b == '\n':
			s.breaks = append(s.breaks, s.read+int64(i))
		case b == recordSeparator && s.records:
			p[i] = ' ' // inside a string it would have to be escaped
		}
	}
}

const recordSeparator = 0x1e

// checkUTF8 finds the first bytes that are not UTF-8, also across the pieces in
// which a file is read.
func (s *source) checkUTF8(p []byte) {
	if s.badLine > 0 {
		return
	}
	if len(s.partial) > 0 {
		p = append(s.partial, p...)
		s.partial = nil
	}
	for i := 0; i < len(p); {
		if p[i] < utf8.RuneSelf {
			i++
			continue
		}
		if !utf8.FullRune(p[i:]) {
			s.partial = bytes.Clone(p[i:])
			return
		}
		r, size := utf8.DecodeRune(p[i:])
		if r == utf8.RuneError && size == 1 {
			s.badLine = s.line + len(s.breaks) + bytes.Count(p[:i], []byte("\n")) + 1
			return
		}
		i += size
	}
}

// lineAt returns the line of an offset, from 1. Offsets must not fall.
func (s *source) lineAt(offset int64) int {
	passed := 0
	for passed < len(s.breaks) && s.breaks[passed] < offset {
		passed++
	}
	s.line += passed
	s.breaks = append(s.breaks[:0], s.breaks[passed:]...)
	return s.line + 1
}
