package record

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/delimited"
	"github.com/dateline-map/dateline/geo/record/internal/jsonrows"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
	"github.com/dateline-map/dateline/geo/record/internal/row"
	"github.com/dateline-map/dateline/geo/when"
)

// Limits on what is read before the first event, to understand the columns.
const (
	aheadRows  = 2000
	aheadBytes = 4 << 20
)

// sniffedMost is how much of a text is looked at if its first line goes on beyond
// plaintext.Sniffed.
const sniffedMost = 1 << 20

// input is something to read events from.
type input struct {
	name     string
	document string // what its events call it; empty if that is the end of its name
	open     func() (io.ReadCloser, error)
	again    bool // open can be called twice
	among    bool // there are others beside it, so that it may be no table of events
	options  Options
	// beside opens the file beside it of another ending, which a zip file holds;
	// nil, with no error, if there is none. It is nil for what lies in no zip file.
	beside func(ending string) (io.ReadCloser, error)
	// begin begins to read what is no text; nil for text.
	begin func() (row.Source, Table, io.Closer, error)
}

// base returns what events call the input.
func (in *input) base() string {
	if in.document != "" {
		return in.document
	}
	return filepath.Base(in.name)
}

// begun begins to read the input.
func (in *input) begun() (row.Source, Table, io.Closer, error) {
	begin := in.begin
	if begin == nil {
		begin = in.beginText
	}
	rs, table, closer, err := begin()
	if t, ok := rs.(*tableRows); ok {
		t.oneTable = in.options.OneTable
	}
	return rs, table, closer, err
}

// beginText begins to read the input, which is text.
func (in *input) beginText() (row.Source, Table, io.Closer, error) {
	closer, err := in.open()
	if err != nil {
		return nil, Table{}, nil, err
	}
	rs, table, err := in.rows(closer)
	if err != nil {
		return nil, table, nil, errors.Join(err, closer.Close())
	}
	return rs, table, closer, nil
}

// events yields the input's events and problems, row by row: first the problems
// of a row, then its event.
func (in *input) events(yield func(geo.Event, error) bool) {
	var ids IDs
	defer ids.Close() // what is in temporary files is not asked any more
	for p := range in.parts {
		p.Convert()
		for e, err := range p.Events() {
			if err != nil {
				if !yield(geo.Event{}, err) {
					return
				}
				continue
			}
			ids.Tell(e)
			if !yield(*e, nil) {
				return
			}
		}
	}
	if err := ids.Err(); err != nil {
		yield(geo.Event{}, failed(in.name, 0, err))
	}
}

// failed is the problem of an input that cannot be read on.
func failed(file string, line int, err error) *geo.Problem {
	var p *os.PathError
	if errors.As(err, &p) {
		err = p.Err // the problem has the name itself
	}
	return &geo.Problem{File: file, Row: line, Refused: true, Err: err}
}

// rows looks at what the input is, and begins to read it.
func (in *input) rows(r io.Reader) (row.Source, Table, error) {
	table := Table{File: in.name}
	text, encoding, err := plaintext.Open(r)
	if err != nil {
		return nil, table, err
	}
	head, err := text.Peek(plaintext.Sniffed)
	if err == nil && bytes.IndexByte(head, '\n') < 0 {
		text = bufio.NewReaderSize(text, sniffedMost) // a header of thousands of columns
		head, err = text.Peek(sniffedMost)
	}
	if begin := scriptHead(head); begin >= 0 && in.options.Format == Auto {
		if text, err = fromScript(text, begin); err != nil {
			return nil, table, err
		}
		head, err = text.Peek(plaintext.Sniffed)
	}
	table.Encoding, table.Format = encoding, in.format(head)
	if table.Format == Document && jsonrows.IsTopology(head) {
		if text, err = jsonrows.FromTopology(text); err != nil {
			return nil, table, err
		}
	}
	if table.Format != Delimited {
		return jsonrows.New(text, plaintext.CodePageOf(head), in.maxRecord(), table.Format == Sequence), table, nil
	}
	if delimited.QuotedLines(head, delimiters) {
		text = bufio.NewReaderSize(delimited.Unquoted(text), max(len(head), plaintext.Sniffed))
		head, err = text.Peek(len(head))
	}
	if k := in.known(); k != nil && !k.Turned {
		table.layout = k.layout
	} else {
		table.layout = findLayout(head, err == io.EOF, in.options.Delimiter)
		table.layout.hide(in.options.Hidden)
	}
	l := table.layout
	table.Delimiter = string(l.comma)
	if err == io.EOF {
		if side := headRows(head, l.comma, plaintext.CodePageOf(head)); onItsSide(side) {
			return in.turnedRows(&table, side, l.comma), table, nil
		}
	}
	l.describe(&table)
	table.plan.titled.alsoBy("", in.name)
	split := delimited.New(text, l.comma, in.maxRecord())
	if err == io.EOF {
		split.Expect(len(head)) // all there is
	}
	rs := newTableRows(split, l, plaintext.CodePageOf(head))
	split.Width = len(rs.cols.List)
	return rs, table, nil
}

// known returns what is known already of the input's table, if that is delimited
// text; nil if nothing is.
func (in *input) known() *Table {
	i := slices.IndexFunc(in.options.Known, func(t Table) bool { return t.File == in.name && t.Format == Delimited })
	if i < 0 {
		return nil
	}
	return &in.options.Known[i]
}

// defaultMaxRecord is how many bytes one record may take. A longer one is refused, and
// reading goes on at the next line.
const defaultMaxRecord = 8 << 20

func (in *input) maxRecord() int {
	if in.options.MaxRecord > 0 {
		return in.options.MaxRecord
	}
	return defaultMaxRecord
}

// format looks at how a text begins.
func (in *input) format(head []byte) Format {
	if in.options.Format != Auto {
		return in.options.Format
	}
	head = bytes.TrimLeft(head, " \t\r\n\x1e")
	list := len(head) > 0 && head[0] == '['
	object := len(head) > 0 && head[0] == '{'
	switch ending(in.name) {
	case ".ndjson", ".jsonl", ".geojsonl", ".geojsons":
		if !list || !bytes.HasPrefix(bytes.TrimLeft(head[1:], " \t\r\n"), []byte{'{'}) {
			return Sequence
		}
		return Document // a list of objects under the wrong name
	case ".csv", ".tsv", ".tab":
		return Delimited
	}
	if list || object {
		return Document
	}
	return Delimited
}

// readAhead reads the rows by which columns are understood, and reports whether
// these are all there are.
func readAhead(rs row.Source) (all []item, whole bool) {
	size := 0
	for len(all) < aheadRows && size < aheadBytes {
		r, err := rs.Next()
		all = append(all, item{r, err})
		if ends(err) {
			return all, true
		}
		if r != nil {
			for _, p := range r.Props {
				size += len(p.Name) + len(p.Value)
			}
		}
	}
	return all, false
}

// ends reports whether an error of rows ends them.
func ends(err error) bool {
	if err == nil {
		return false
	}
	var p *geo.Problem
	return !errors.As(err, &p)
}

func (in *input) understand(t *Table, rs row.Source, ahead []item, whole bool) {
	u := understander{t: t, roles: in.options.Roles, layers: in.options.Layers, sheet: in.options.Sheet}
	for _, i := range ahead {
		if i.row != nil {
			u.sample = append(u.sample, i.row)
		}
	}
	if j, ok := rs.(*jsonrows.Rows); ok {
		u.aliases = j.Aliases()
	}
	if tr, ok := rs.(*tableRows); ok {
		u.tags = tr.layout.hashtag
		if tr.clean.Legacy {
			t.Encoding = tr.clean.CodePage().Name
		}
	}
	u.columns(slices.Clone(rs.Names().List))
	in.settleOrder(t, u.sample, whole)
	u.settleWeek()
}

// settleOrder finds the order of day and month that the dates of the sample
// prove, or those of the whole input.
func (in *input) settleOrder(t *Table, sample []*row.Row, whole bool) {
	if t.plan.order = in.options.Order; t.plan.order != when.OrderUnknown {
		t.Order, t.OrderWhy = t.plan.order, "told"
		return
	}
	var orders when.Orders
	for _, r := range sample {
		t.plan.addDates(&orders, r)
	}
	order, line, err := orders.Proof()
	if when.IsAmbiguous(err) && in.again && !whole {
		order, line, err = in.orderOfWhole(&t.plan)
	}
	if when.IsAmbiguous(err) && (whole || in.again) {
		if order, why := t.orderBeside(sample); why != "" {
			t.Order, t.plan.order, t.OrderWhy = order, order, why
			return
		}
	}
	t.Order, t.plan.order = order, order
	switch {
	case err != nil:
		t.OrderWhy = err.Error()
	case order != when.OrderUnknown:
		t.OrderWhy = fmt.Sprintf("row %d allows no other", line)
	}
}

// addDates takes the dates of a row into account.
func (p *plan) addDates(orders *when.Orders, r *row.Row) {
	for _, role := range []Role{Date, Start, End} {
		for _, col := range p.cols[role] {
			orders.Add(p.withYear(r.Cell(col)), r.Line)
		}
	}
	for _, col := range p.days {
		orders.Add(dayTold(r.Cell(col)), r.Line)
	}
}

// orderOfWhole reads the input once more for its dates, up to the first that
// proves the order.
func (in *input) orderOfWhole(p *plan) (when.Order, int, error) {
	var orders when.Orders
	rs, _, closer, err := in.begun()
	if err != nil {
		return when.OrderUnknown, 0, err
	}
	defer closer.Close() // nothing was written
	for {
		r, err := rs.Next()
		if ends(err) {
			return orders.Proof()
		}
		if r == nil {
			continue
		}
		p.addDates(&orders, r)
		if order, line, err := orders.Proof(); order != when.OrderUnknown {
			return order, line, err
		}
	}
}
