package jsonrows

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/jsontext"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// KeyColumn is the column of the keys by which an object holds its rows.
const KeyColumn = "key"

// keyed reports whether the object that a text begins with holds rows by a key of
// each, as Firebase and pandas (orient="index") write them: its members are
// objects that share their keys, and these speak of an event.
func keyed(head []byte) bool {
	rows := firstMembers(head, 2)
	return len(rows) == 2 && rows[0].value[0] == '{' && rows[1].value[0] == '{' && alike(rows[0].value, rows[1].value)
}

// sorted reports whether the object that a text begins with holds lists of rows that are alike, by
// what those of each have in common: {"Anbar": [...], "Homs": [...]}.
func sorted(head []byte) bool {
	lists := firstMembers(head, 2)
	if len(lists) < 2 || lists[0].value[0] != '[' || lists[1].value[0] != '[' {
		return false
	}
	var rows [][]byte
	for _, list := range lists {
		n := 0
		jsontext.Elements(list.value, func(v []byte) {
			if n++; n == 1 && v[0] == '{' {
				rows = append(rows, v)
			}
		})
	}
	return len(rows) == 2 && alike(rows[0], rows[1])
}

// alike reports whether two objects share most of their keys, and these speak of an event.
func alike(a, b []byte) bool {
	first, second := keysOf(a), keysOf(b)
	shared := 0
	for key := range first {
		if second[key] {
			shared++
		}
	}
	words := make([]string, 0, len(first))
	for key := range first {
		words = append(words, key)
	}
	return 2*shared > len(first) && headers.CountKnown(words) >= 2
}

type keyValue struct{ key, value []byte }

// firstMembers returns up to n members of the object that a text begins with,
// those that are there whole.
func firstMembers(head []byte, n int) []keyValue {
	var found []keyValue
	at := jsontext.SkipSpace(head, 0) + 1
	for len(found) < n {
		for at = jsontext.SkipSpace(head, at); at < len(head) && head[at] == ','; at = jsontext.SkipSpace(head, at+1) {
		}
		if at >= len(head) || head[at] != '"' {
			break
		}
		end := jsontext.End(head, at)
		key := head[at:end]
		if at = jsontext.SkipSpace(head, end) + 1; at >= len(head) { // the colon
			break
		}
		at = jsontext.SkipSpace(head, at)
		if end = jsontext.End(head, at); end >= len(head) || !jsontext.Valid(head[at:end]) {
			break
		}
		found = append(found, keyValue{key, head[at:end]})
		at = end
	}
	return found
}

func keysOf(object []byte) map[string]bool {
	keys := map[string]bool{}
	jsontext.Members(object, func(key, _ []byte) { keys[string(key)] = true })
	return keys
}

// keyedRow reads one member of an object that holds rows by their keys.
func (j *Rows) keyedRow() (*row.Row, error) {
	line := j.Line
	raw, err := j.Value()
	if err == nil && (raw[0] != '"' || !jsontext.Valid(raw)) {
		err = jsontext.ErrInvalid
	}
	if err != nil {
		return nil, j.refuse(line, err)
	}
	key := j.valid(jsontext.Unquote(bytes.Clone(raw)))
	c, err := j.Peek()
	if err != nil {
		return nil, j.atEnd(err)
	}
	if c == '}' || c == ']' {
		return nil, j.refuse(line, jsontext.ErrInvalid) // a key without a value
	}
	raw, err = j.Value()
	switch {
	case err != nil:
		return nil, j.refuse(line, err)
	case !jsontext.Valid(raw):
		return nil, j.refuse(line, jsontext.ErrInvalid)
	case raw[0] != '{':
		return nil, j.refuse(line, fmt.Errorf("%s is not an object", literal.Quoted(string(raw))))
	}
	return j.object(line, raw, []geo.Property{{Name: KeyColumn, Value: key}})
}

// byColumns is how pandas writes a table unless it is told otherwise: an object
// of columns, each of which is an object of cells by the number of their row.
var byColumns = pattern.New(`^\s*\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{\s*"0"\s*:\s*(?:"(?:[^"\\]|\\.)*"|[^"{\[,}\s]+)\s*[,}]`)

// transposed returns a document by columns as one object a line, and whether it was one.
// It must be held in memory for that, so it may be no longer than a single record; the
// error says why it cannot be read.
func transposed(in io.Reader, most int) (text io.Reader, lines bool, err error) {
	all, err := io.ReadAll(io.LimitReader(in, int64(most)+1))
	switch {
	case err != nil:
		return in, false, jsontext.ReadError{Err: err}
	case len(all) > most:
		return in, false, fmt.Errorf("%w: a document by columns is held in memory as a whole, and this one has more than %s; write it by rows (in pandas orient=\"records\")",
			plaintext.ErrTooLong, plaintext.SizeInWords(most))
	}
	rows, err := turn(all)
	if err != nil {
		return bytes.NewReader(all), false, nil
	}
	return bytes.NewReader(rows), true, nil
}

var errNotByColumns = errors.New("not by columns")

// turn writes an object of columns as one object a row, in the order in which
// the rows are first met.
func turn(text []byte) ([]byte, error) {
	if !jsontext.Valid(text) {
		return nil, errNotByColumns
	}
	var rows [][]byte
	index := map[string]int{}
	whole := true
	jsontext.Members(bytes.TrimSpace(text), func(name, column []byte) {
		if column[0] != '{' {
			whole = false
			return
		}
		quotedName, _ := json.Marshal(string(name))
		jsontext.Members(column, func(at, cell []byte) {
			i, met := index[string(at)]
			if !met {
				i = len(rows)
				index[string(at)] = i
				rows = append(rows, []byte{'{'})
			}
			if len(rows[i]) > 1 {
				rows[i] = append(rows[i], ',')
			}
			rows[i] = append(append(append(rows[i], quotedName...), ':'), bytes.ReplaceAll(cell, []byte{'\n'}, []byte{' '})...)
		})
	})
	if !whole {
		return nil, errNotByColumns
	}
	var b bytes.Buffer
	for _, r := range rows {
		b.Write(append(r, '}', '\n'))
	}
	return b.Bytes(), nil
}
