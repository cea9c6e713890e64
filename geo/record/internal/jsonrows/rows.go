package jsonrows

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/geometry"
	"github.com/dateline-map/dateline/geo/record/internal/jsontext"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// Rows reads the rows of JSON documents and sequences, value by value. An
// object is a row. A document that is one object with a list of objects
// somewhere inside stands for that list.
type Rows struct {
	*jsontext.Reader

	// open are the lists and objects around the next value; empty between the
	// documents of a sequence.
	open   []container
	found  bool     // some list of rows was met
	header []string // of rows that are lists, not objects

	cols   *row.Names
	coming int            // the column that is expected next, which follows the one before
	width  int            // how many properties the row before has
	index  map[string]int // of a column by name
	keys   map[string]string
	clean  plaintext.Cleaner
	told   bool
	done   bool

	pending []*row.Row // that were read with the one before, of the same group

	esri esri
	crs  geometry.CRS

	unread error // why the document cannot be read at all
}

type container struct {
	list   bool // else an object
	keyed  bool // an object whose members are rows
	sorted bool // or lists of them, each by what they have in common
	// key is what a list in such an object is called.
	key string
}

// New reads a document or, if told so or if it looks like that, a
// sequence of one value a line.
func New(in io.Reader, page *plaintext.CodePage, maxRecord int, lines bool) *Rows {
	text := bufio.NewReaderSize(in, plaintext.Sniffed)
	in = text
	j := &Rows{clean: plaintext.Cleaner{Page: page}, cols: row.NewNames(nil, 0), index: map[string]int{}, keys: map[string]string{}}
	if head, _ := text.Peek(plaintext.Sniffed); !lines && byColumns().Match(head) {
		in, lines, j.unread = transposed(text, maxRecord)
	}
	j.Reader = jsontext.NewReader(in, maxRecord)
	head, _ := j.Ahead(plaintext.Sniffed)
	j.Sequence = lines || isSequence(head)
	j.Lines = lines || j.Sequence && isLines(head)
	return j
}

func (j *Rows) Names() *row.Names { return j.cols }

// Aliases returns what columns are called for people, by their names, if the document says
// it.
func (j *Rows) Aliases() map[string]string { return j.esri.aliases }

// Next walks through the document up to the next row.
func (j *Rows) Next() (*row.Row, error) {
	if j.unread != nil && !j.done {
		j.done = true
		return nil, j.refuse(1, j.unread)
	}
	for !j.done {
		if len(j.pending) > 0 {
			r := j.pending[0]
			j.pending = j.pending[1:]
			return r, nil
		}
		c, err := j.Peek()
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
func (j *Rows) step(c byte) (*row.Row, error) {
	if c == ']' || c == '}' {
		j.Skip(1)
		j.open = j.open[:max(0, len(j.open)-1)]
		return nil, nil
	}
	if len(j.open) > 0 && j.open[len(j.open)-1].keyed {
		return j.keyedRow()
	}
	if len(j.open) > 0 && !j.open[len(j.open)-1].list {
		return nil, j.member(c)
	}
	switch {
	case len(j.open) > 0:
		return j.element()
	case c == '[':
		j.push(true)
		return nil, nil
	case c == '{' && !j.Sequence:
		j.push(false)
		return nil, nil
	}
	return j.element()
}

func (j *Rows) push(list bool) {
	c := container{list: list}
	if !list {
		head, _ := j.Ahead(plaintext.Sniffed)
		c.keyed, c.sorted = keyed(head), sorted(head)
	}
	j.Skip(1)
	j.open = append(j.open, c)
	j.found = j.found || list || c.keyed
}

// member reads one member of a wrapper: goes into it if it may hold rows, and
// passes over it if not.
func (j *Rows) member(c byte) error {
	if c != '"' {
		_, err := j.Value()
		return j.refuse(j.Line, errors.Join(jsontext.ErrInvalid, err))
	}
	line := j.Line
	raw, err := j.Value()
	if err != nil {
		return j.refuse(line, err)
	}
	key := jsontext.Unquote(bytes.Clone(raw))
	c, err = j.Peek()
	if err != nil {
		return j.atEnd(err)
	}
	first := j.afterBracket(c)
	switch {
	case c == '}' || c == ']':
		return j.refuse(line, jsontext.ErrInvalid) // a key without a value
	case aside(key) && !j.messages(key, c) || len(j.open) > deepestWrapper:
	case c == '{':
		j.push(false)
		return nil
	case c == '[' && (first == '{' || first == '[' || key == "features"):
		in := j.open[len(j.open)-1]
		j.push(true)
		if in.sorted {
			j.open[len(j.open)-1].key = j.valid(key)
		}
		return nil
	}
	raw, err = j.Value()
	if err == nil {
		j.esri.note(key, raw)
		if key == "crs" {
			j.crs.Note(raw)
		}
	}
	if err == nil {
		if names := headerMember(key, raw, 0); names != nil {
			j.header = names
		}
	}
	if errors.Is(err, plaintext.ErrTooLong) {
		return nil // it was no row
	}
	return err
}

// messages is ofMessages of the member that comes next.
func (j *Rows) messages(key string, c byte) bool {
	if c != '[' {
		return false
	}
	head, _ := j.Ahead(plaintext.Sniffed)
	return ofMessages(key, head)
}

// afterBracket returns the first byte inside a list that comes next.
func (j *Rows) afterBracket(c byte) byte {
	if c != '[' {
		return 0
	}
	for n := 64; ; n *= 4 {
		head, err := j.Ahead(min(n, plaintext.Sniffed))
		if i := jsontext.SkipSpace(head, 1); i < len(head) {
			return head[i]
		}
		if err != nil || n >= plaintext.Sniffed {
			return 0
		}
	}
}

// element reads one row.
func (j *Rows) element() (*row.Row, error) {
	line := j.Line
	raw, err := j.Value()
	if err != nil {
		return nil, j.refuse(line, err)
	}
	switch {
	case !jsontext.Valid(raw):
		return nil, j.refuse(line, jsontext.ErrInvalid)
	case raw[0] == '{':
		if cells := charted(raw); cells != nil {
			return j.listed(line, cells)
		}
		if g := groupOf(raw); g != nil {
			return nil, j.group(line, g, nil, 0)
		}
		if len(j.open) > 0 && j.open[len(j.open)-1].key != "" {
			return j.object(line, raw, []geo.Property{{Name: KeyColumn, Value: j.open[len(j.open)-1].key}})
		}
		return j.object(line, raw, nil)
	case raw[0] == '[':
		return j.listed(line, raw)
	}
	return nil, j.refuse(line, fmt.Errorf("%s is not an object", literal.Quoted(string(raw))))
}

// refuse makes a problem of a value that is no row, unless reading itself
// failed.
func (j *Rows) refuse(line int, err error) error {
	var failed jsontext.ReadError
	if errors.As(err, &failed) {
		return failed.Err
	}
	return &geo.Problem{Row: line, Refused: true, Err: err}
}

// atEnd ends the stream, and says so if the document was not over.
func (j *Rows) atEnd(err error) error {
	j.done = true
	switch {
	case err != io.EOF:
		return err
	case len(j.open) > 0:
		return &geo.Problem{Row: j.Line, Err: fmt.Errorf("document ends before its last bracket is closed")}
	case !j.found && !j.Sequence && len(j.cols.List) == 0:
		return &geo.Problem{Row: 1, Refused: true, Err: fmt.Errorf("no list of records in the document")}
	}
	return io.EOF
}
