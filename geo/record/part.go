package record

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/delimited"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// Part is some consecutive rows of an input, read but not yet understood.
// Reading goes from row to row, but what rows mean does not: different parts
// can be converted at the same time.
//
// Of the ids of its events some may be those of earlier events; see [IDs].
type Part struct {
	file   string // as problems call the input
	doc    string // as events call it
	table  *Table // what is known of the columns when the part ends; nobody changes it
	items  []item
	made   []made
	room   *room // nil if the input could not be read
	line   int   // the last row before the part begins on
	first  bool
	names  []string
	shard  Shard
	repair bool // coordinates that only fit the other way round
	spare  bool // see Options.InputOnly
	// headings are those above each row, in tables that have such.
	headings []string
}

// item is a row, or why there is none.
type item struct {
	row *row.Row
	err error
}

// Len returns how many rows the part has, those that could not be read
// included.
func (p *Part) Len() int { return len(p.items) }

// File returns what the file of the rows is called in problems with them.
func (p *Part) File() string { return p.file }

// Names returns the names of the properties that the part's events may have, in
// their order. The caller must not change them.
func (p *Part) Names() []string { return p.names }

// Convert makes events of the part's rows.
func (p *Part) Convert() {
	c := converter{shard: p.shard, file: p.doc, table: p.table, plan: &p.table.plan, comma: p.table.Delimiter, repair: p.repair, spare: p.spare, memory: p.room.remembered()}
	c.begin()
	p.made = p.room.outcomes(len(p.items))
	for i := range p.items {
		r, m := p.items[i].row, &p.made[i]
		if r == nil {
			m.plain = false
			continue
		}
		if p.headings != nil {
			c.heading = p.headings[i]
		}
		c.convert(r, m)
		m.plain = p.items[i].err == nil && m.refused == nil && !m.elsewhere && len(m.faults) == 0
	}
}

// Events yields what became of the rows of a converted part: of each row first
// its problems, then its event, unless it is refused. What the events point to
// is the part's, until Release.
func (p *Part) Events() iter.Seq2[*geo.Event, error] {
	return func(yield func(*geo.Event, error) bool) {
		if p.first && !p.notices(yield) {
			return
		}
		for i := range p.items {
			m := &p.made[i]
			if m.plain && !yield(&m.event, nil) || !m.plain && !p.item(i, yield) {
				return
			}
		}
	}
}

// Release lets the memory of the part be used again. Its events must not be
// looked at any more, nor their texts if [Options].LendText was set.
func (p *Part) Release() {
	p.room.release(p.items, p.made)
	p.items, p.made = nil, nil
}

// notices tells, before the first row, what concerns the table as a whole.
func (p *Part) notices(yield func(*geo.Event, error) bool) bool {
	all := p.table.Notices
	if p.table.Turned {
		all = append(all, "the table lies on its side: its columns are read as rows, numbered from the left")
	}
	switch n := p.table.Above; {
	case n == 1:
		all = append(all, "the row above the table is taken as its title")
	case n > 1:
		all = append(all, fmt.Sprintf("%d rows above the table are taken as its title", n))
	}
	for _, text := range all {
		if !p.tell(yield, &geo.Problem{Err: errors.New(text)}) {
			return false
		}
	}
	return true
}

func (p *Part) tell(yield func(*geo.Event, error) bool, problem *geo.Problem) bool {
	problem.File = p.file
	return yield(nil, problem)
}

// item yields what comes of one row, and reports whether to go on.
func (p *Part) item(i int, yield func(*geo.Event, error) bool) bool {
	r, err := p.items[i].row, p.items[i].err
	if err != nil {
		return p.failure(i, yield, err)
	}
	m := &p.made[i]
	if m.elsewhere {
		return true
	}
	for _, f := range m.faults {
		if !p.tell(yield, &geo.Problem{Row: r.Line, Column: p.column(f.col), Err: f.err}) {
			return false
		}
	}
	if m.refused != nil {
		return p.tell(yield, &geo.Problem{Row: r.Line, Refused: true, Err: m.refused, Extra: r.Says()})
	}
	return yield(&m.event, nil)
}

// failure yields what hindered a row, and reports whether to go on.
func (p *Part) failure(i int, yield func(*geo.Event, error) bool, err error) bool {
	var problem *geo.Problem
	switch {
	case errors.As(err, &problem):
		if !p.shard.first() {
			return true
		}
		if problem.File != "" { // of what the input holds
			return yield(nil, problem)
		}
		return p.tell(yield, problem)
	case err != io.EOF:
		p.tell(yield, failed(p.file, p.lineBefore(i), err))
	}
	return false
}

// lineBefore returns the line of the last row before an item.
func (p *Part) lineBefore(i int) int {
	for i > 0 {
		i--
		if r := p.items[i].row; r != nil {
			return r.Line
		}
	}
	return p.line
}

func (p *Part) column(col int) string {
	if col < 0 || col >= len(p.table.Columns) {
		return ""
	}
	return p.table.Columns[col].Name
}

// parts yields the tables of the input part by part. One that cannot be read at
// all, or is left out, is one part with that problem.
func (in *input) parts(yield func(*Part) bool) {
	for table, err := range in.tables {
		if err != nil {
			if !yield(in.unread(err)) {
				return
			}
		} else if !table.tableParts(yield) {
			return
		}
	}
}

// tableParts yields the parts of one table, and reports whether to go on.
func (in *input) tableParts(yield func(*Part) bool) bool {
	rs, table, closer, err := in.begun()
	if err != nil {
		return yield(in.unread(failed(in.name, 0, err)))
	}
	defer closer.Close() // nothing was written
	return in.readParts(rs, table, yield)
}

// readParts yields the parts of a table of which the rows are begun, and of those below it.
func (in *input) readParts(rs row.Source, table Table, yield func(*Part) bool) bool {
	var ahead []item
	if k := in.known(); k != nil && table.Format == Delimited {
		table = *k
		table.Notices = slices.Clip(table.Notices)
	} else {
		var whole bool
		ahead, whole = readAhead(rs)
		in.understand(&table, rs, ahead, whole)
	}
	if why := table.noEvents(); in.among && why != "" {
		return yield(in.unread(told(in.name, why+"; left out")))
	}
	if in.options.Understood != nil {
		in.options.Understood(table)
	}
	c := cutter{in: in, yield: yield, table: table, rows: rs, rooms: rooms{lent: in.options.LendText}}
	return c.run(ahead) && in.furtherParts(rs, table, yield)
}

// noEvents returns why rows of the table can be no events, if it lies beside
// others: no column has a date or names a place, or there are but shapes without
// a date, such as a map's provinces, or names, as in the list that a form chooses
// from. It is empty if they can be.
func (t *Table) noEvents() string {
	p := &t.plan
	switch {
	case p.anyOf(Date, Start, End, Year):
		return ""
	case t.areas:
		return "it has areas or lines, and no dates"
	case !t.shaped && !p.anyOf(Lat, Coordinates, Easting, Month, Day, Week, Title, Text, Type, SubType, Actor1, Actor2, Killed, KilledLow, KilledHigh, Wounded, Displaced, Toll, URL) && p.anyOf(Place, Adm3, Adm2, Adm1, Country):
		return "it lists names of places, and nothing says that something happened there"
	case t.shaped || p.anyOf(Place, Adm3, Adm2, Adm1, Country, Lat, Coordinates, Zone, PCode, Adm3PCode, Adm2PCode, Adm1PCode):
		return ""
	}
	return "no column has a date or names a place"
}

func (in *input) unread(err error) *Part {
	return &Part{file: in.name, table: &Table{}, shard: in.options.Shard, items: []item{{err: err}}}
}

// cutter cuts the rows of an input into parts.
type cutter struct {
	in    *input
	yield func(*Part) bool
	table Table  // grows with the columns of JSON
	known *Table // a copy of it as it is now, for all parts until it grows; nil if there is none
	rows  row.Source
	rooms rooms
	keeps roomy // the same as rows; nil if they make room by themselves
	part  *Part // being filled; nil if there is none
	bytes int   // of the part
	line  int   // of the last row
	begun bool
	// heading is the last one met, in tables that have such.
	heading string
	// stopped says that the consumer wants no more.
	stopped bool
}

// run cuts the rows read ahead and then the others. It reports whether the
// consumer wants to go on behind them.
func (c *cutter) run(ahead []item) bool {
	for _, i := range ahead {
		c.begin()
		if !c.add(i) {
			return !c.stopped
		}
	}
	if c.part != nil && !c.cut() { // the rows read ahead lie in no room
		return false
	}
	c.keeps, _ = c.rows.(roomy)
	for {
		c.begin()
		r, err := c.rows.Next()
		if !c.add(item{r, err}) {
			return !c.stopped
		}
	}
}

// begin begins a part, if none is begun.
func (c *cutter) begin() {
	if c.part != nil {
		return
	}
	room := c.rooms.take()
	c.part, c.bytes = &Part{file: c.in.name, doc: c.in.base(), shard: c.in.options.Shard, room: room, items: room.items[:0], line: c.line, first: !c.begun, repair: c.in.options.RepairSwapped, spare: c.in.options.InputOnly}, 0
	c.begun = true
	if c.keeps != nil {
		c.keeps.KeepIn(&room.Room)
	}
}

// add adds a row to the part, and hands the part on if it is full. It reports
// whether to go on.
func (c *cutter) add(i item) bool {
	c.newColumns()
	c.part.items = append(c.part.items, i)
	if i.row != nil {
		c.line = i.row.Line
		c.bytes += i.row.Size()
	}
	if c.table.plan.headed {
		c.underHeading(i.row)
	}
	switch {
	case ends(i.err):
		c.cut()
		return false
	case len(c.part.items) == row.PartRows, c.bytes >= delimited.PartBytes:
		return c.cut()
	}
	return true
}

// underHeading notes the heading that the row just added stands under, or is.
func (c *cutter) underHeading(r *row.Row) {
	if r != nil {
		if h := heading(r); h != "" {
			c.heading = strings.Clone(h) // the text may be lent
		}
	}
	c.part.headings = append(c.part.headings, c.heading)
}

// cut hands the part on, with the columns that are known now: its rows have no
// others.
func (c *cutter) cut() bool {
	p := c.part
	c.part = nil
	if c.known == nil {
		known := c.table
		c.known = &known
	}
	p.table = c.known
	all := c.rows.Names().List
	p.names = all[:len(all):len(all)]
	if p.table.plan.layer != nil {
		p.names = p.table.plan.layer.ownNames(all)
	}
	c.stopped = !c.yield(p)
	return !c.stopped
}

// newColumns gives columns that only later rows of JSON have the role that
// their name says, if no other has it.
func (c *cutter) newColumns() {
	all := c.rows.Names().List
	for col := len(c.table.Columns); col < len(all); col++ {
		c.known = nil
		c.table.Columns = append(c.table.Columns, Column{Name: all[col]})
		u := understander{t: &c.table, roles: c.in.options.Roles}
		for _, claim := range u.claims(all[col:col+1], nil) {
			claim.col = col
			u.grant(claim, anyCells)
		}
	}
}
