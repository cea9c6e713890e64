package geojson

import (
	"bufio"
	"bytes"
	"container/heap"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/output"
)

// Part is a layer that was written sorted, in any framing.
type Part struct {
	Name string // for errors
	io.Reader
}

// Merge writes the features of layers that are sorted each as one sorted layer.
// The layers must be as this package writes them, a feature a line. Features of
// a layer that has not all columns get nulls for the others. What a Collection
// says before its features is, by default, what the layers say.
//
// The error is a *[PartsError] if shards of a job are missing or not of one job,
// or if two layers have the same event, and an *[output.UnknownError] if none of the
// layers has one of the fields.
func Merge(w io.Writer, parts []Part, o Options) error {
	m := merger{out: &Writer{w: w, framing: o.Framing}}
	var all []*partReader
	for i, p := range parts {
		r := &partReader{part: p, order: i, r: bufio.NewReaderSize(p, 256<<10)}
		all = append(all, r)
		switch err := r.next(); err {
		case nil:
			if !slices.Contains(r.keys, `"start"`) || !slices.Contains(r.keys, `"end"`) {
				return r.failed(errTimeless)
			}
			m.readers = append(m.readers, r)
			m.note(r.keys)
		case io.EOF:
		default:
			return err
		}
	}
	if err := checkShards(all); err != nil {
		return err
	}
	if len(all) > 0 {
		o = all[0].head.options(o, all)
	}
	if err := m.pick(o.Fields); err != nil {
		return err
	}
	if o.Framing == Collection {
		m.out.buf = appendHead(nil, o)
		m.out.head = len(m.out.buf)
	}
	return m.run()
}

// merger is a heap of the parts by their next features.
type merger struct {
	out     *Writer
	readers []*partReader
	columns []string // of all parts, as JSON strings
	picked  []string // what they are called, if not all are written; nothing for those that are not
	buf     []byte
	last    struct { // event that was written
		part *partReader
		key  mergeKey
	}
}

func (m *merger) note(keys []string) {
	for _, k := range keys {
		if !slices.Contains(m.columns, k) {
			m.columns = append(m.columns, k)
		}
	}
}

// pick leaves the fields alone to be written. There may be no feature that tells what
// properties there are.
func (m *merger) pick(fields *output.Fields) error {
	if fields == nil || len(m.readers) == 0 {
		return nil
	}
	names := make([]string, len(m.columns))
	for i, c := range m.columns {
		names[i] = textOf([]byte(c))
	}
	if err := fields.Check(names); err != nil {
		return err
	}
	m.picked = fields.Rename(names)
	for i, name := range m.picked {
		if name != "" {
			m.picked[i] = string(AppendString(nil, name))
		}
	}
	return nil
}

func (m *merger) run() error {
	heap.Init(m)
	for len(m.readers) > 0 {
		if err := errors.Join(m.told(m.readers[0]), m.write(m.readers[0])); err != nil {
			return err
		}
		switch err := m.readers[0].next(); err {
		case nil:
			heap.Fix(m, 0)
		case io.EOF:
			heap.Pop(m)
		default:
			return err
		}
	}
	return m.out.Close()
}

// told reports whether the event that comes next came before, out of another
// part.
func (m *merger) told(r *partReader) error {
	if m.last.part != r && m.last.part != nil && r.key.id != "" && m.last.key == r.key {
		return partsErrorf("%s, line %d: the event %q is in %s, too", r.part.Name, r.number, r.key.id, m.last.part.part.Name)
	}
	m.last.part, m.last.key = r, r.key
	return nil
}

func (m *merger) write(r *partReader) (err error) {
	m.buf, err = m.out.framing.AppendFeature(m.buf, func(dst []byte) ([]byte, error) {
		switch {
		case m.picked != nil:
			return r.appendWith(dst, m.columns, m.picked), nil
		case slices.Equal(r.keys, m.columns):
			return append(dst, r.line...), nil
		}
		return r.appendWith(dst, m.columns, m.columns), nil
	})
	if err == nil && len(m.buf) >= flushSize || len(m.readers) == 1 {
		err = errors.Join(err, m.out.WriteFeatures(m.buf))
		m.buf = m.buf[:0]
	}
	return err
}

// Len is part of heap.Interface, as are the other four.
func (m *merger) Len() int           { return len(m.readers) }
func (m *merger) Less(i, j int) bool { return m.readers[i].before(m.readers[j]) }
func (m *merger) Swap(i, j int)      { m.readers[i], m.readers[j] = m.readers[j], m.readers[i] }
func (m *merger) Push(x any)         { m.readers = append(m.readers, x.(*partReader)) }
func (m *merger) Pop() any {
	last := m.readers[len(m.readers)-1]
	m.readers = m.readers[:len(m.readers)-1]
	return last
}

// partReader reads the features of a part.
type partReader struct {
	part        Part
	order       int
	r           *bufio.Reader
	number      int // of the line
	line        []byte
	keys        []string // of the first feature's properties, as JSON strings; all have the same
	values      [][]byte // of the feature, by the columns of all parts
	places      []int    // of the keys among these columns
	key         mergeKey
	head        head // of a Collection
	begun, done bool // the Collection
}

// mergeKey is what features are sorted by. An undated one has no start.
type mergeKey struct{ start, end, id string }

func (k mergeKey) compare(o mergeKey) int {
	if (k.start == "") != (o.start == "") {
		return strings.Compare(o.start, k.start)
	}
	if c := strings.Compare(k.start, o.start); c != 0 {
		return c
	}
	if c := strings.Compare(k.end, o.end); c != 0 {
		return c
	}
	return strings.Compare(k.id, o.id)
}

func (r *partReader) before(o *partReader) bool {
	c := r.key.compare(o.key)
	return c < 0 || c == 0 && r.order < o.order
}

func (r *partReader) failed(err error) error {
	return fmt.Errorf("%s, line %d: %w", r.part.Name, r.number, err)
}

var (
	errNoFeature = errors.New("not a feature as dateline writes them, one on a line")
	errCutOff    = errors.New("the layer is cut off")
	errBehind    = errors.New("there is something behind the end of the layer")
	errTimeless  = errors.New("the features have no start and end, by which layers are put in order")
	errUnsorted  = errors.New("the feature belongs before the one above; only sorted layers can be merged")
)

// next reads the next feature. The error is io.EOF at the end.
func (r *partReader) next() error {
	for {
		line, err := r.readLine()
		if err == io.EOF && r.begun && !r.done {
			return r.failed(errCutOff)
		}
		if err != nil {
			return err
		}
		r.number++
		switch {
		case len(line) == 0:
		case r.done:
			return r.failed(errBehind)
		case bytes.HasPrefix(line, []byte(`{"type":"Feature",`)):
			return r.take(line)
		case bytes.HasPrefix(line, []byte(`{"type":"FeatureCollection",`)) && r.number == 1:
			r.begun = true
			if r.head, err = readHead(line); err != nil {
				return r.failed(err)
			}
		case r.begun && bytes.Equal(line, []byte("]}")):
			r.done = true
		default:
			return r.failed(errNoFeature)
		}
	}
}

// readLine returns the next line without what separates features.
func (r *partReader) readLine() ([]byte, error) {
	line, err := r.r.ReadSlice('\n')
	for err == bufio.ErrBufferFull {
		var rest []byte
		long := slices.Clone(line)
		rest, err = r.r.ReadSlice('\n')
		line = append(long, rest...)
	}
	if err != nil && (err != io.EOF || len(line) == 0) {
		return nil, err
	}
	line = bytes.TrimPrefix(bytes.TrimRight(line, "\r\n"), []byte{0x1e})
	return bytes.TrimSuffix(line, []byte{','}), nil
}

func (r *partReader) take(line []byte) error {
	before, first := r.key, r.line == nil
	r.line = append(r.line[:0], line...)
	from, to, ok := propertiesOf(r.line)
	if !ok {
		return r.failed(errNoFeature)
	}
	r.key = mergeKey{id: idOf(r.line)}
	n := 0
	ok = eachMember(r.line[from:to], func(key, value []byte) {
		if first {
			r.keys = append(r.keys, string(key))
		}
		n++
		switch string(key) {
		case `"start"`:
			r.key.start = textOf(value)
		case `"end"`:
			r.key.end = textOf(value)
		}
	})
	switch {
	case !ok || n != len(r.keys):
		return r.failed(errNoFeature)
	case !first && before.compare(r.key) > 0:
		return r.failed(errUnsorted)
	}
	return nil
}

// idOf returns a feature's id, which its properties need not have.
func idOf(line []byte) string {
	rest := bytes.TrimPrefix(line, []byte(`{"type":"Feature",`))
	rest = bytes.TrimPrefix(rest, []byte(conformance))
	id, has := bytes.CutPrefix(rest, []byte(`"id":`))
	if !has {
		return ""
	}
	return textOf(id[:scalarEnd(id)])
}

// appendWith appends the feature with the columns of all parts under the names given,
// without those that have none.
func (r *partReader) appendWith(dst []byte, columns, names []string) []byte {
	from, to, _ := propertiesOf(r.line)
	if r.values == nil {
		for _, key := range r.keys {
			r.places = append(r.places, slices.Index(columns, key))
		}
	}
	r.values = append(r.values[:0], make([][]byte, len(columns))...)
	n := 0
	eachMember(r.line[from:to], func(key, value []byte) {
		r.values[r.places[n]] = value
		n++
	})
	dst = append(dst, r.line[:from]...)
	before := byte('{')
	for i, name := range names {
		if name == "" {
			continue
		}
		dst = append(append(append(dst, before), name...), ':')
		if v := r.values[i]; v != nil {
			dst = append(dst, v...)
		} else {
			dst = append(dst, "null"...)
		}
		before = ','
	}
	if before == '{' {
		dst = append(dst, before)
	}
	return append(dst, r.line[to-1:]...)
}

// longestTime is more than the member takes that says when.
const longestTime = 256

// propertiesOf returns where the properties of a feature begin and end. Behind
// them may be a member that says when. What that begins with is in no string of
// the properties, where quotes have a backslash before them.
func propertiesOf(line []byte) (from, to int, ok bool) {
	i := bytes.Index(line, []byte(`,"properties":{`))
	if i < 0 || !bytes.HasSuffix(line, []byte("}}")) {
		return 0, 0, false
	}
	from, to = i+len(`,"properties":`), len(line)-1
	tail := line[max(from, len(line)-longestTime):]
	for _, member := range []string{`},"time":{`, `},"when":{`} {
		if i := bytes.LastIndex(tail, []byte(member)); i >= 0 {
			return from, len(line) - len(tail) + i + 1, true
		}
	}
	return from, to, true
}

// eachMember calls f with the keys and values of a flat object, both as they are
// written. It reports whether it is one.
func eachMember(object []byte, f func(key, value []byte)) bool {
	rest := object[1 : len(object)-1]
	for len(rest) > 0 {
		n := scalarEnd(rest)
		if n == 0 || n >= len(rest) || rest[n] != ':' {
			return false
		}
		key := rest[:n]
		rest = rest[n+1:]
		if n = scalarEnd(rest); n == 0 {
			return false
		}
		f(key, rest[:n])
		if n == len(rest) {
			return true
		}
		if rest[n] != ',' {
			return false
		}
		rest = rest[n+1:]
	}
	return len(object) == 2
}

// scalarEnd returns the length of the string, number, truth or null that b begins
// with; 0 if it begins with none.
func scalarEnd(b []byte) int {
	if len(b) == 0 || b[0] != '"' {
		n := bytes.IndexAny(b, `,:{}[]"`)
		if n < 0 {
			n = len(b)
		}
		return n
	}
	for i := 1; i < len(b); {
		n := bytes.IndexAny(b[i:], `"\`)
		if n < 0 {
			return 0
		}
		if b[i+n] == '"' {
			return i + n + 1
		}
		i += n + 2
	}
	return 0
}

// textOf returns what a string says; nothing for null.
func textOf(value []byte) string {
	if len(value) < 2 || value[0] != '"' {
		return ""
	}
	if bytes.IndexByte(value, '\\') < 0 {
		return string(value[1 : len(value)-1])
	}
	var s string
	_ = json.Unmarshal(value, &s) // dateline wrote it
	return s
}
