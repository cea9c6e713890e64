package record

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo"
)

// jsonRows reads the rows of JSON documents and sequences, value by value. An
// object is a row. A document that is one object with a list of objects
// somewhere inside stands for that list.
type jsonRows struct {
	in   *bufio.Reader
	back *pushback
	max  int
	line int

	// open are the lists and objects around the next value; empty between the
	// documents of a sequence.
	open     []container
	sequence bool     // an object at the top is a row, not a wrapper
	lines    bool     // of a sequence: each line is one value
	found    bool     // some list of rows was met
	header   []string // of rows that are lists, not objects

	cols  *names
	index map[string]int // of a column by name
	keys  map[string]string
	clean cleaner
	told  bool
	done  bool

	longest int  // bytes of the longest value so far
	resumed bool // a value lacked a bracket
}

type container struct {
	list bool // else an object
	key  string
}

// newJSONRows reads a document or, if told so or if it looks like that, a
// sequence of one value a line.
func newJSONRows(in io.Reader, maxRecord int, lines bool) *jsonRows {
	j := &jsonRows{back: &pushback{r: in}, max: maxRecord, line: 1, cols: newNames(nil, 0), index: map[string]int{}, keys: map[string]string{}}
	j.in = bufio.NewReaderSize(j.back, sniffed)
	head, _ := j.in.Peek(sniffed)
	j.sequence = lines || isSequence(head)
	j.lines = lines || j.sequence && isLines(head)
	return j
}

// isLines reports whether the first value of a sequence is one line.
func isLines(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n\x1e")
	first, rest, more := bytes.Cut(head, []byte{'\n'})
	return more && len(bytes.TrimSpace(rest)) > 0 && json.Valid(first)
}

// isSequence reports whether the objects at the top of a text are rows
// themselves: several of them, or one that wraps no list.
func isSequence(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n\x1e")
	if len(head) == 0 || head[0] != '{' {
		return false
	}
	end := valueEnd(head, 0)
	rest := bytes.TrimLeft(head[end:], " \t\r\n\x1e,")
	if len(rest) > 0 && rest[0] == '{' {
		return true
	}
	if len(rest) > 0 || end == sniffed || !json.Valid(head[:end]) {
		return featureFirst(head)
	}
	return !wraps(head[:end], 0)
}

// featureFirst reports whether an object that is too long to be seen whole says
// early that it is one feature.
func featureFirst(head []byte) bool {
	i := bytes.Index(head, []byte(`"Feature"`))
	j := bytes.Index(head, []byte(`"FeatureCollection"`))
	return i >= 0 && j < 0 && i < 256
}

// eventMembers is how many members that speak of an event make an object a row
// itself, even if it has a list inside. Wrappers have one at most, such as
// "title" or "source".
const eventMembers = 4

// deepestWrapper bounds how deep in a document a list of rows is looked for.
const deepestWrapper = 5

// wraps reports whether an object has a list of rows inside.
func wraps(object []byte, depth int) bool {
	found, feature := false, false
	var scalars []string
	members(object, func(name, value []byte) {
		key := string(name)
		switch {
		case key == "type" && string(value) == `"Feature"`:
			feature = true
		case aside(key) || depth == deepestWrapper:
		case value[0] == '{':
			found = found || wraps(value, depth+1)
		case value[0] == '[':
			first := value[skipSpace(value, 1)]
			found = found || first == '{' || first == '[' || key == "features"
		default:
			scalars = append(scalars, key)
		}
	})
	return found && !feature && known(scalars) < eventMembers
}

// asides are members of a wrapper that are about the list, not the list.
var asides = map[string]bool{
	"meta": true, "metadata": true, "info": true, "links": true, "link": true, "schema": true, "fields": true,
	"columns": true, "headers": true, "messages": true, "errors": true, "error": true, "warnings": true, "query": true,
	"params": true, "parameters": true, "facets": true, "aggregations": true, "crs": true, "license": true, "licenses": true,
	"licence": true, "authors": true, "contributors": true, "pagination": true, "paging": true, "@context": true, "geometry": true,
	"bbox": true, "resources_used": true, "_shards": true, "_links": true,
}

func aside(key string) bool { return asides[strings.ToLower(key)] }

func (j *jsonRows) names() *names { return j.cols }

// next walks through the document up to the next row.
func (j *jsonRows) next() (*row, error) {
	for !j.done {
		c, err := j.peek()
		if err != nil {
			return nil, j.atEnd(err)
		}
		r, err := j.step(c)
		if r != nil || err != nil {
			return r, err
		}
	}
	return nil, io.EOF
}

// step takes one token or value; it returns neither row nor error if that was
// no row.
func (j *jsonRows) step(c byte) (*row, error) {
	if c == ']' || c == '}' {
		j.skip(1)
		j.open = j.open[:max(0, len(j.open)-1)]
		return nil, nil
	}
	if len(j.open) > 0 && !j.open[len(j.open)-1].list {
		return nil, j.member(c)
	}
	switch {
	case len(j.open) > 0:
		return j.element()
	case c == '[':
		j.push(true, "")
		return nil, nil
	case c == '{' && !j.sequence:
		j.push(false, "")
		return nil, nil
	}
	return j.element()
}

func (j *jsonRows) push(list bool, key string) {
	j.skip(1)
	j.open = append(j.open, container{list, key})
	j.found = j.found || list
}

// member reads one member of a wrapper: goes into it if it may hold rows, and
// passes over it if not.
func (j *jsonRows) member(c byte) error {
	if c != '"' {
		_, err := j.value()
		return j.refuse(j.line, errors.Join(errNotJSON, err))
	}
	line := j.line
	raw, err := j.value()
	if err != nil {
		return j.refuse(line, err)
	}
	key := unquote(raw)
	c, err = j.peek()
	if err != nil {
		return j.atEnd(err)
	}
	first := j.afterBracket(c)
	switch {
	case c == '}' || c == ']':
		return j.refuse(line, errNotJSON) // a key without a value
	case aside(key) || len(j.open) > deepestWrapper:
	case c == '{':
		j.push(false, key)
		return nil
	case c == '[' && (first == '{' || first == '[' || key == "features"):
		j.push(true, key)
		return nil
	}
	raw, err = j.value()
	if err == nil && (key == "columns" || key == "fields" || key == "headers") {
		j.header = headerNames(raw)
	}
	if errors.Is(err, errTooLong) {
		return nil // it was no row
	}
	return err
}

// headerNames reads the columns of rows that are lists: their names, or objects
// with a name.
func headerNames(raw []byte) []string {
	var plain []string
	if json.Unmarshal(raw, &plain) == nil {
		return plain
	}
	var named []struct{ Name, ID, Label string }
	if json.Unmarshal(raw, &named) != nil {
		return nil
	}
	plain = nil // the attempt left something in it
	for _, n := range named {
		switch {
		case n.Name != "":
			plain = append(plain, n.Name)
		case n.ID != "":
			plain = append(plain, n.ID)
		default:
			plain = append(plain, n.Label)
		}
	}
	return plain
}

// afterBracket returns the first byte inside a list that comes next.
func (j *jsonRows) afterBracket(c byte) byte {
	if c != '[' {
		return 0
	}
	for n := 64; ; n *= 4 {
		head, err := j.in.Peek(min(n, sniffed))
		if i := skipSpace(head, 1); i < len(head) {
			return head[i]
		}
		if err != nil || n >= sniffed {
			return 0
		}
	}
}

// element reads one row.
func (j *jsonRows) element() (*row, error) {
	line := j.line
	raw, err := j.value()
	if err != nil {
		return nil, j.refuse(line, err)
	}
	switch {
	case !json.Valid(raw):
		return nil, j.refuse(line, errNotJSON)
	case raw[0] == '{':
		return j.object(line, raw)
	case raw[0] == '[':
		return j.listed(line, raw)
	}
	return nil, j.refuse(line, fmt.Errorf("%s is not an object", quoted(string(raw))))
}

// refuse makes a problem of a value that is no row, unless reading itself
// failed.
func (j *jsonRows) refuse(line int, err error) error {
	var failed readError
	if errors.As(err, &failed) {
		return failed.error
	}
	return &geo.Problem{Row: line, Refused: true, Err: err}
}

// readError is a failure of the input itself.
type readError struct{ error }

func (e readError) Unwrap() error { return e.error }

// atEnd ends the stream, and says so if the document was not over.
func (j *jsonRows) atEnd(err error) error {
	j.done = true
	switch {
	case err != io.EOF:
		return err
	case len(j.open) > 0:
		return &geo.Problem{Row: j.line, Err: fmt.Errorf("document ends before its last bracket is closed")}
	case !j.found && !j.sequence && len(j.cols.list) == 0:
		return &geo.Problem{Row: 1, Refused: true, Err: fmt.Errorf("no list of records in the document")}
	}
	return io.EOF
}

// object makes a row of an object. A GeoJSON feature's properties are the row.
func (j *jsonRows) object(line int, raw []byte) (*row, error) {
	r := &row{line: line}
	if isFeature(raw) {
		j.feature(r, raw)
	} else {
		j.flatten(r, "", raw, 0)
	}
	j.place(r)
	r.warnings = append(r.warnings, j.clean.warnings(&j.told)...)
	return r, nil
}

func isFeature(raw []byte) bool {
	if !bytes.Contains(raw, []byte(`"Feature"`)) {
		return false
	}
	feature := false
	members(raw, func(key, value []byte) {
		feature = feature || string(key) == "type" && string(value) == `"Feature"`
	})
	return feature
}

// feature takes a feature apart. Its id and members that GeoJSON does not know
// are columns too.
func (j *jsonRows) feature(r *row, raw []byte) {
	members(raw, func(key, value []byte) {
		switch string(key) {
		case "type", "bbox":
		case "properties":
			if value[0] == '{' {
				j.flatten(r, "", value, 0)
			}
		case "geometry":
			var err error
			if r.geometry, err = parseGeometry(value); err != nil {
				r.warnings = append(r.warnings, err)
			}
		default:
			j.property(r, j.name("", key), value, 0)
		}
	})
}

// deepestObject bounds how deep objects are flattened; deeper ones stay JSON.
const deepestObject = 4

// flatten adds the members of an object, those of objects inside it with a
// dotted name.
func (j *jsonRows) flatten(r *row, prefix string, object []byte, depth int) {
	members(object, func(key, value []byte) { j.property(r, j.name(prefix, key), value, depth) })
}

// mostNames bounds the names that are kept to be used again.
const mostNames = 1000

// name returns a column's name, made valid. Names repeat, so they are made once.
func (j *jsonRows) name(prefix string, key []byte) string {
	if prefix == "" {
		if name, ok := j.keys[string(key)]; ok {
			return name
		}
	}
	name := j.valid(prefix + string(key))
	if prefix == "" && len(j.keys) < mostNames {
		j.keys[string(key)] = name
	}
	return name
}

func (j *jsonRows) property(r *row, name string, value []byte, depth int) {
	switch {
	case value[0] == '{' && depth < deepestObject && len(value) > 2:
		j.flatten(r, name+".", value, depth+1)
		return
	case value[0] == '"':
		r.props = append(r.props, geo.Property{Name: name, Value: j.valid(unquote(value))})
	case value[0] == '{' || value[0] == '[':
		r.props = append(r.props, geo.Property{Name: name, Value: j.valid(string(value))})
	default:
		r.props = append(r.props, geo.Property{Name: name, Value: string(value), JSON: true})
	}
}

func (j *jsonRows) valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return j.clean.clean(s)
}

// listHeader returns the words of a list that is a header, all of them text and
// none a value. The header of rows without one is empty, not nil.
func listHeader(raw []byte) ([]string, bool) {
	header := []string{}
	words := true
	elements(raw, func(v []byte) {
		if v[0] != '"' {
			words = false
			return
		}
		header = append(header, unquote(v))
	})
	if !words || len(header) == 0 || !allWords(header) {
		return []string{}, false
	}
	return header, true
}

// listed makes a row of a list, whose columns the document named or the first
// list does.
func (j *jsonRows) listed(line int, raw []byte) (*row, error) {
	if j.header == nil {
		var isHeader bool
		if j.header, isHeader = listHeader(raw); isHeader {
			return nil, nil
		}
	}
	r, n := &row{line: line}, 0
	elements(raw, func(v []byte) {
		name := fmt.Sprintf("column %d", n+1)
		if n < len(j.header) {
			name = j.valid(j.header[n])
		}
		j.property(r, name, v, deepestObject)
		n++
	})
	j.place(r)
	return r, nil
}

// place finds the column of each property; a name that is new is a new column.
// Of two members with one name the first is the column's value.
func (j *jsonRows) place(r *row) {
	r.at = make([]int, len(j.cols.list), len(j.cols.list)+len(r.props))
	for i := range r.at {
		r.at[i] = -1
	}
	for i, p := range r.props {
		col, ok := j.index[p.Name]
		if !ok {
			col = len(j.cols.list)
			if col >= mostColumns {
				continue
			}
			j.cols.add(p.Name)
			j.index[p.Name] = col
			r.at = append(r.at, -1)
		}
		if r.at[col] < 0 {
			r.at[col] = i
		}
	}
}

// mostColumns bounds the columns that objects with ever new keys can make. The
// properties beyond it are still carried along.
const mostColumns = 10_000

// peek returns the next byte that is not space, a comma or a colon.
func (j *jsonRows) peek() (byte, error) {
	for {
		head, err := j.in.Peek(1)
		if err != nil {
			if err != io.EOF {
				err = readError{err}
			}
			return 0, err
		}
		switch head[0] {
		case ' ', '\t', '\r', '\n', ',', ':', 0x1e:
			j.skip(1)
		default:
			return head[0], nil
		}
	}
}

func (j *jsonRows) skip(n int) {
	head, _ := j.in.Peek(n)
	j.line += bytes.Count(head, []byte{'\n'})
	_, _ = j.in.Discard(len(head)) // peeked, so it is there
}

// value reads one value as written. One that is too long is passed over. If
// each line is one value, it is over at the line's end, so that what is missing
// in it costs no other line.
func (j *jsonRows) value() ([]byte, error) {
	var e extent
	var raw []byte
	length := 0
	for {
		head, err := j.in.Peek(max(1, j.in.Buffered()))
		if len(head) == 0 {
			if err != io.EOF {
				return nil, readError{err}
			}
			if j.lines && len(raw) > 0 {
				return raw, nil
			}
			j.resume(raw)
			return nil, fmt.Errorf("%w: it ends in the middle", errNotJSON)
		}
		before, limit := length, j.limit()
		if before <= limit {
			head = head[:min(len(head), limit-before+1)]
		}
		n, over := j.scanValue(&e, head)
		if length += n; before <= j.max {
			raw = append(raw, head[:n]...)
		}
		j.skip(n)
		switch {
		case length > limit && before <= limit && j.resume(raw):
			return nil, fmt.Errorf("%w: its brackets are not closed", errNotJSON)
		case length > j.max && over:
			return nil, fmt.Errorf("%w: %s, more than %s", errTooLong, bytesInWords(length), bytesInWords(j.max))
		case length > j.max:
			raw = nil
		case over && unbalanced(raw):
			j.resume(raw)
			return nil, fmt.Errorf("%w: its brackets are not closed", errNotJSON)
		case over:
			j.longest = max(j.longest, length)
			return raw, nil
		}
	}
}

// limit returns the length from which on a value is suspected to lack a bracket:
// the most that a record may take; or once a bracket was missing, well more than
// any record so far, so that a document full of such faults is not read again
// and again up to its end.
func (j *jsonRows) limit() int {
	if j.resumed {
		return min(j.max, 4*j.longest+4096)
	}
	return j.max
}

// unbalanced reports whether a value begins with one kind of bracket and ends
// with the other: it lacks its last bracket, and ran on into what follows.
func unbalanced(raw []byte) bool {
	last := raw[len(raw)-1]
	return raw[0] == '{' && last == ']' || raw[0] == '[' && last == '}'
}

// resume goes back to the first line of a value that begins with a brace,
// behind the value's own: most likely the next record, which a bracket that was
// never closed made a part of this one.
func (j *jsonRows) resume(raw []byte) bool {
	at := 0
	for !j.lines {
		i := bytes.IndexByte(raw[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		next := bytes.TrimLeft(raw[at:], " \t,")
		if len(next) > 0 && next[0] == '{' {
			j.line -= bytes.Count(raw[at:], []byte{'\n'})
			j.back.unread(j.in, raw[at:])
			j.resumed = true
			return true
		}
	}
	return false
}

// pushback is a reader that bytes can be given back to.
type pushback struct {
	r     io.Reader
	again []byte // given back
	read  int    // of again
}

func (p *pushback) Read(b []byte) (int, error) {
	if p.read < len(p.again) {
		n := copy(b, p.again[p.read:])
		p.read += n
		return n, nil
	}
	p.again, p.read = nil, 0
	return p.r.Read(b)
}

// unread gives back what was read last: the bytes of raw, and those behind them
// that in, which reads from p, has in its buffer.
func (p *pushback) unread(in *bufio.Reader, raw []byte) {
	if n := len(raw) + in.Buffered(); n <= p.read {
		p.read -= n // it was given back before, and is still there
	} else {
		buffered, _ := in.Peek(in.Buffered())
		p.again, p.read = slices.Concat(raw, buffered, p.again[p.read:]), 0
	}
	in.Reset(p)
}

// scanValue returns how many bytes belong to the value, and whether it is over.
func (j *jsonRows) scanValue(e *extent, head []byte) (n int, over bool) {
	if j.lines {
		if i := bytes.IndexByte(head, '\n'); i >= 0 {
			return i, true
		}
		return len(head), false
	}
	for i, c := range head {
		if c == 0x1e && j.sequence {
			return i, true
		}
		done, included := e.step(c)
		if done && included {
			return i + 1, true
		}
		if done {
			return i, true
		}
	}
	return len(head), false
}
