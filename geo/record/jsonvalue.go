package record

import (
	"bytes"
	"encoding/json"
	"errors"
)

var errNotJSON = errors.New("not valid JSON")

// members calls f with each member of a JSON object, which must be valid. The
// value is as written. Both are f's only until it returns.
func members(object []byte, f func(key, value []byte)) {
	at := 1 // behind the brace
	for {
		at = skipSpace(object, at)
		if object[at] == '}' {
			return
		}
		if object[at] == ',' {
			at++
			continue
		}
		end := valueEnd(object, at)
		key := object[at+1 : end-1]
		if bytes.IndexByte(key, '\\') >= 0 {
			key = []byte(unquote(object[at:end]))
		}
		at = skipSpace(object, skipSpace(object, end)+1) // the colon
		end = valueEnd(object, at)
		f(key, object[at:end])
		at = end
	}
}

// elements calls f with each element of a JSON array, which must be valid.
func elements(array []byte, f func(value []byte)) {
	at := 1
	for {
		at = skipSpace(array, at)
		switch array[at] {
		case ']':
			return
		case ',':
			at++
		default:
			end := valueEnd(array, at)
			f(array[at:end])
			at = end
		}
	}
}

func skipSpace(b []byte, at int) int {
	for at < len(b) && (b[at] == ' ' || b[at] == '\n' || b[at] == '\r' || b[at] == '\t') {
		at++
	}
	return at
}

// valueEnd returns where the valid JSON value that begins at a place ends.
func valueEnd(b []byte, at int) int {
	var e extent
	for i := at; i < len(b); i++ {
		if done, included := e.step(b[i]); done {
			if included {
				i++
			}
			return i
		}
	}
	return len(b)
}

// extent finds where a JSON value ends, byte by byte, whether or not it is
// valid inside. Its zero value is before a value's first byte.
type extent struct {
	depth    int
	inString bool
	escaped  bool
	scalar   bool // a number, true, false, null or something invalid
}

// step takes the next byte. It reports whether the value is over, and whether
// the byte was still part of it.
func (e *extent) step(c byte) (done, included bool) {
	if e.inString {
		e.string(c)
		return !e.inString && e.depth == 0, true
	}
	switch c {
	case '"':
		e.inString = true
	case '{', '[':
		e.depth++
	case '}', ']':
		if e.depth == 0 {
			return true, false
		}
		e.depth--
		return e.depth == 0, true
	case ',', ' ', '\n', '\r', '\t', ':':
		return e.scalar && e.depth == 0, false
	default:
		e.scalar = e.scalar || e.depth == 0
	}
	return false, true
}

// string takes a byte of a string. A raw newline is not allowed in one: it
// shows that a quote is missing, and ends the string so that the damage stays
// in one value.
func (e *extent) string(c byte) {
	switch {
	case e.escaped:
		e.escaped = false
	case c == '\\':
		e.escaped = true
	case c == '"' || c == '\n':
		e.inString = false
	}
}

// unquote returns the text of a valid JSON string.
func unquote(raw []byte) string {
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw[1 : len(raw)-1])
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		return string(raw)
	}
	return s
}
