package jsontext

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
)

// ErrInvalid is of a value that is no JSON.
var ErrInvalid = errors.New("not valid JSON")

// Members calls f with each member of a JSON object, which must be valid. The
// value is as written. Both are f's only until it returns.
func Members(object []byte, f func(key, value []byte)) {
	at := 1 // behind the brace
	for {
		at = SkipSpace(object, at)
		if object[at] == '}' {
			return
		}
		if object[at] == ',' {
			at++
			continue
		}
		end := End(object, at)
		key := object[at+1 : end-1]
		if bytes.IndexByte(key, '\\') >= 0 {
			key = []byte(Unquote(object[at:end]))
		}
		at = SkipSpace(object, SkipSpace(object, end)+1) // the colon
		end = End(object, at)
		f(key, object[at:end])
		at = end
	}
}

// Elements calls f with each element of a JSON array, which must be valid.
func Elements(array []byte, f func(value []byte)) {
	at := 1
	for {
		at = SkipSpace(array, at)
		switch array[at] {
		case ']':
			return
		case ',':
			at++
		default:
			end := End(array, at)
			f(array[at:end])
			at = end
		}
	}
}

// SkipSpace returns where the space that begins at a place ends.
func SkipSpace(b []byte, at int) int {
	for at < len(b) && (b[at] == ' ' || b[at] == '\n' || b[at] == '\r' || b[at] == '\t') {
		at++
	}
	return at
}

// End returns where the valid JSON value that begins at a place ends.
func End(b []byte, at int) int {
	var e extent
	n, _ := e.scan(b[at:])
	return at + n
}

// extent finds where a JSON value ends, piece by piece, whether or not it is
// valid inside. Its zero value is before a value's first byte.
type extent struct {
	depth    int
	inString bool
	escaped  bool
	scalar   bool // a number, true, false, null or something invalid
}

// scan takes the next piece of a text. It returns how many of its bytes belong to
// the value, and whether the value is over.
func (e *extent) scan(b []byte) (n int, over bool) {
	for n < len(b) {
		if e.inString {
			n += e.string(b[n:])
			if !e.inString && e.depth == 0 {
				return n, true
			}
			continue
		}
		switch b[n] {
		case '"':
			e.inString = true
		case '{', '[':
			e.depth++
		case '}', ']':
			if e.depth == 0 {
				return n, true
			}
			if e.depth--; e.depth == 0 {
				return n + 1, true
			}
		case ',', ' ', '\n', '\r', '\t', ':':
			if e.scalar && e.depth == 0 {
				return n, true
			}
		default:
			e.scalar = e.scalar || e.depth == 0
		}
		n++
	}
	return n, false
}

// string takes bytes of a string up to its closing quote, and returns how many. A
// raw newline is not allowed in one: it shows that a quote is missing, and ends
// the string so that the damage stays in one value.
func (e *extent) string(b []byte) (n int) {
	for ; n < len(b); n++ {
		if e.escaped {
			e.escaped = false
			continue
		}
		if n += plainText(b[n:]); n == len(b) {
			break
		}
		switch b[n] {
		case '\\':
			e.escaped = true
		case '"', '\n':
			e.inString = false
			return n + 1
		}
	}
	return n
}

// Unquote returns the text of a valid JSON string, which may be a part of it.
func Unquote(raw []byte) string {
	if bytes.IndexByte(raw, '\\') < 0 {
		return plaintext.Lent(raw[1 : len(raw)-1])
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		return string(raw)
	}
	return s
}
