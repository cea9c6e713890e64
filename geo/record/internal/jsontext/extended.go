package jsontext

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"time"
)

// What MongoDB writes for values that JSON has no type for is an object with one member:
// {"$numberInt": "4"}, {"$date": {"$numberLong": "1595793600000"}}. Left as it is, one
// number were two columns, since a table has both short and long ones.

// extendedMark is in every such object.
var extendedMark = []byte(`"$`)

// WithoutExtended returns a JSON value, which must be valid, with the plain values that
// such objects stand for. That is the value itself if it has none.
func WithoutExtended(value []byte) []byte {
	if !bytes.Contains(value, extendedMark) {
		return value
	}
	var b bytes.Buffer
	b.Grow(len(value))
	writePlain(&b, value, 0)
	return b.Bytes()
}

// writePlain writes a value. What lies deeper than any record is left as it is.
func writePlain(b *bytes.Buffer, value []byte, depth int) {
	const deepest = 64
	next := func(mark byte) {
		if last := b.Bytes()[b.Len()-1]; last != mark {
			b.WriteByte(',')
		}
	}
	switch {
	case depth == deepest || !bytes.Contains(value, extendedMark):
		b.Write(value)
	case value[0] == '{':
		if plain, ok := plainOf(value); ok {
			b.Write(plain)
			return
		}
		b.WriteByte('{')
		Members(value, func(key, value []byte) {
			next('{')
			name, _ := json.Marshal(string(key)) // a text can always be written
			b.Write(append(name, ':'))
			writePlain(b, value, depth+1)
		})
		b.WriteByte('}')
	case value[0] == '[':
		b.WriteByte('[')
		Elements(value, func(value []byte) {
			next('[')
			writePlain(b, value, depth+1)
		})
		b.WriteByte(']')
	default:
		b.Write(value)
	}
}

// plainOf returns the plain value that an object of one member stands for.
func plainOf(object []byte) (plain []byte, ok bool) {
	n := 0
	Members(object, func(key, value []byte) {
		if n++; n == 1 {
			plain, ok = plainMember(string(key), value)
		}
	})
	return plain, ok && n == 1
}

func plainMember(key string, value []byte) ([]byte, bool) {
	switch key {
	case "$numberInt", "$numberLong", "$numberDouble", "$numberDecimal":
		if value[0] != '"' {
			return value, true
		}
		text := Unquote(value)
		if _, err := strconv.ParseFloat(text, 64); err != nil || !json.Valid([]byte(text)) {
			return []byte("null"), true // NaN, Infinity
		}
		return []byte(text), true
	case "$oid", "$uuid", "$symbol":
		return value, value[0] == '"'
	case "$date":
		return plainDate(value)
	}
	return nil, false
}

// plainDate returns a moment as a text: it is written as one, or as milliseconds.
func plainDate(value []byte) ([]byte, bool) {
	if value[0] == '"' {
		return value, true
	}
	if plain, ok := []byte(nil), value[0] == '{'; ok {
		if plain, ok = plainOf(value); !ok {
			return nil, false
		}
		value = plain
	}
	ms, err := strconv.ParseInt(strings.TrimSpace(string(value)), 10, 64)
	const farthest = 4e14 // some ten thousand years
	if err != nil || ms < -farthest || ms > farthest {
		return nil, false
	}
	text, err := json.Marshal(time.UnixMilli(ms).UTC().Format("2006-01-02T15:04:05Z"))
	return text, err == nil
}
