package record

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/row"
	"github.com/dateline-map/dateline/geo/when"
)

// converter turns rows into events.
type converter struct {
	file   string
	table  *Table
	plan   *plan
	shard  Shard
	repair bool   // coordinates that only fit the other way round
	spare  bool   // see Options.InputOnly
	comma  string // that joins what was wrongly split
	memory *memory
	first  [numRoles]int // the first column of each role; -1 if it has none
	coded  bool          // there are columns of P-codes
	unlike []int         // the first columns of unlikeNames
	// heading is what the row above a row and its neighbours names.
	heading string
}

// begin finds out where to look for what.
func (c *converter) begin() {
	for role := range c.first {
		c.first[role] = c.plan.col(Role(role))
	}
	for _, role := range unlikeNames {
		if col := c.first[role]; col >= 0 {
			c.unlike = append(c.unlike, col)
		}
	}
	c.coded = c.plan.anyOf(PCode, Adm1PCode, Adm2PCode, Adm3PCode)
}

// fault is something wrong with a row, or with one of its cells.
type fault struct {
	col int // -1 if it concerns the whole row
	err error
}

// made is what became of one row.
type made struct {
	event     geo.Event
	refused   error // why there is no event
	elsewhere bool  // another shard has the row
	plain     bool  // there is an event, and nothing else to tell
	faults    []fault
}

func (m *made) fault(col int, err error) {
	if err != nil {
		m.faults = append(m.faults, fault{col, err})
	}
}

// convert makes an event of a row, or says why it is none.
func (c *converter) convert(r *row.Row, m *made) {
	*m = made{faults: m.faults[:0]}
	for _, w := range r.Warnings {
		m.fault(-1, w)
	}
	if m.refused = c.notRecord(r); m.refused == nil {
		m.refused = c.rejoin(m, r)
	}
	if m.refused != nil {
		m.elsewhere = !c.shard.all() && !c.shard.Has(contentID(r.Props))
		return
	}
	e := &m.event
	e.Extra = r.Props
	e.ID = c.id(r)
	if m.elsewhere = !c.shard.Has(e.ID); m.elsewhere {
		return
	}
	if c.plan.layer != nil {
		c.layerEvent(m, r)
		return
	}
	e.When = c.date(m, r)
	if v := c.value(r, Status); v != "" {
		e.Status = c.memory.status.of(v, status)
	}
	c.toll(m, r)
	c.bounds(m, r)
	c.place(m, r)
	e.Source.Document, e.Source.Row = c.file, r.Line
	if !c.spare {
		c.describe(e, r)
	}
}

// describe says of an event what it was and who took part, and what its source says.
func (c *converter) describe(e *geo.Event, r *row.Row) {
	e.Title = withoutMarkup(c.decoded(c.value(r, Title)))
	k := c.kind(r)
	e.Type, e.SubType = k.Type, k.Sub
	e.Actor1, e.Actor2 = c.value(r, Actor1), c.value(r, Actor2)
	if c.plan.parties {
		e.Actor1, e.Actor2 = twoParties(e.Actor1)
	}
	s := &e.Source // field by field, so that nothing is copied
	s.Publisher, s.URL, s.Quote = withoutMarkup(c.value(r, Publisher)), c.value(r, URL), withoutMarkup(c.decoded(c.value(r, Text)))
}

// rejoin decides on a row with too many cells, most often because a comma in
// its text was not quoted. If the surplus can be joined to the text, or to the
// last cell, so that what must be a date or a number is one, that is done; if
// not, any value may stand in the wrong column and the row is refused.
func (c *converter) rejoin(m *made, r *row.Row) error {
	if len(r.Surplus) == 0 {
		return nil
	}
	width := len(r.Props)
	err := fmt.Errorf("row has %d cells, not %d", width+len(r.Surplus), width)
	all := make([]string, 0, width+len(r.Surplus))
	for _, p := range r.Props {
		all = append(all, p.Value)
	}
	all = append(all, r.Surplus...)
	for _, col := range append(slices.Clone(c.plan.cols[Text]), width-1) {
		joined := slices.Concat(all[:col], []string{strings.Join(all[col:col+len(r.Surplus)+1], c.comma)}, all[col+len(r.Surplus)+1:])
		if c.proves(joined, col) {
			for i, v := range joined {
				r.Props[i].Value = v
			}
			m.fault(col, fmt.Errorf("%w; %d are joined here", err, len(r.Surplus)+1))
			return nil
		}
	}
	return err
}

// proves reports whether cells that were joined at a column fit the table: there
// are some that must be dates or numbers, and all of them are.
func (c *converter) proves(joined []string, at int) bool {
	proved := 0
	for col, v := range joined {
		v = strings.TrimSpace(v)
		test := typed(c.table.Columns[col].Role)
		switch {
		case test == nil || literal.Missing(v):
		case col == at || !test(v):
			return false
		default:
			proved++
		}
	}
	return proved > 0
}

// typed returns the test of roles whose cells cannot be just any text.
func typed(r Role) func(string) bool {
	switch r {
	case Date, Start, End, Year, Lat, Lon, Killed, Wounded, Displaced, Coordinates:
		return roleTest(r)
	}
	return nil
}

// value returns the first value that a row has for a role.
func (c *converter) value(r *row.Row, role Role) string {
	if c.first[role] < 0 {
		return "" // most roles of most tables
	}
	v, _ := c.text(r, role)
	return v
}

// text is value, and also returns the column.
func (c *converter) text(r *row.Row, role Role) (string, int) {
	col := c.first[role]
	if col < 0 {
		return "", -1
	}
	if r.At == nil && col < len(r.Props) {
		if v := r.Props[col].Value; literal.Speaks(v) {
			return literal.Unlisted(v), col // nearly always
		}
	}
	if v := r.Said(col); v != "" {
		return v, col
	}
	for _, col := range c.plan.cols[role][1:] {
		if v := r.Said(col); v != "" {
			return v, col
		}
	}
	return "", -1
}

// date returns when the row's event was: from start and end, a date, or a year
// with a month and a day.
func (c *converter) date(m *made, r *row.Row) when.Interval {
	before := len(m.faults)
	i := c.startEnd(m, r)
	if i.IsZero() {
		i = c.written(m, r, Date)
	}
	if i.IsZero() && c.first[Week] >= 0 && c.first[Day] < 0 {
		i = c.numberedWeek(m, r)
	}
	if i.IsZero() {
		i = c.yearMonthDay(m, r, len(m.faults) > before)
	}
	if i.IsZero() && len(c.plan.days) > 0 {
		i = c.dayOfText(m, r)
	}
	if c.first[DatePrecision] < 0 {
		return i
	}
	v, col := c.text(r, DatePrecision)
	if col < 0 || i.IsZero() || v == "0" {
		return i
	}
	p, err := c.plan.dateScale.date(v)
	m.fault(col, err)
	return coarser(i, p)
}

func (c *converter) startEnd(m *made, r *row.Row) when.Interval {
	if c.first[Start] < 0 && c.first[End] < 0 {
		return when.Interval{}
	}
	start, end := c.written(m, r, Start), c.written(m, r, End)
	if neverSet(start, end) {
		end = when.Interval{}
	}
	if start.IsZero() && !end.IsZero() && c.plan.has(Date) {
		start = c.written(m, r, Date)
	}
	switch {
	case start.IsZero():
		return end
	case end.IsZero():
		return start
	case end.Last < start.First:
		m.fault(c.plan.col(End), fmt.Errorf("end %v is before start %v", end, start))
		return when.Interval{}
	}
	return when.Span(start, end)
}

// neverSet reports whether an end is no day of anything but what a program has for none:
// the beginning of its count of time, before the start.
func neverSet(start, end when.Interval) bool {
	if start.IsZero() || end.IsZero() || end.Last >= start.First {
		return false
	}
	for _, zero := range []when.Day{when.Date(1969, time.December, 31), when.Date(1970, time.January, 1), when.Date(1899, time.December, 30), when.Date(1899, time.December, 31), when.Date(1900, time.January, 1), when.Date(1, time.January, 1)} {
		if end.First == zero && end.Last == zero {
			return true
		}
	}
	return false
}

// written reads the date in the column of a role.
func (c *converter) written(m *made, r *row.Row, role Role) when.Interval {
	v, col := c.text(r, role)
	if col < 0 {
		return when.Interval{}
	}
	i, err := c.parseDate(v, col)
	if err != nil {
		m.fault(col, err)
		return when.Interval{}
	}
	if w := c.plan.week; w != nil && w.col == col {
		return w.of(i)
	}
	return i
}

// footnoted is a cell with the sign of a footnote.
var footnoted = pattern.New(`^(.*\d)\s*(?:[*†‡§¶]+|[(\[][\d*]{1,2}[)\]])$`)

func (c *converter) parseDate(v string, col int) (when.Interval, error) {
	if serial, ok := c.plan.serials[col]; ok {
		if n, err := strconv.ParseFloat(v, 64); err == nil && (serial != when.Excel1900 || excelSerial(v)) {
			return serial.Day(n)
		}
	}
	if cal, ok := c.plan.calendars[col]; ok {
		return cal.parse(v)
	}
	i, err := c.plan.parse(v)
	if err != nil {
		if m := footnoted().FindStringSubmatch(v); m != nil {
			i, err = c.plan.parse(m[1])
		} else if m := yearNamed().FindStringSubmatch(v); m != nil {
			i, err = c.plan.parse(m[1])
		} else if m := noted().FindStringSubmatch(v); m != nil && asideOfDate(m[2]) {
			i, err = c.plan.parse(m[1])
		} else if anyWord(headers.Words(headers.LastPart(c.table.Columns[col].Name)), timesWords) {
			i, err = c.plan.instants(v, err)
		}
	}
	return i, err
}

// noted is a cell with something in brackets behind it.
var noted = pattern.New(`^(.*\d.*\S)\s*[(\[]([^()\[\]]*)[)\]]$`)

// asideOfDate reports whether what stands in brackets behind a date takes nothing away
// from it: words, such as those for a calendar of old, or the day in another calendar.
// A further date does.
func asideOfDate(note string) bool {
	_, err := when.Parse(note, when.DMY)
	return err != nil && !when.LacksYear(err) && strings.ContainsFunc(note, unicode.IsLetter)
}

// status reads the words of a status column that change what an event is.
func status(cell string) geo.Status {
	switch headers.Words(cell) {
	case "planned", "announced", "scheduled", "upcoming", "prevu", "geplant", "planificado":
		return geo.Planned
	case "disputed", "denied", "contested", "conteste", "umstritten", "disputado":
		return geo.Disputed
	}
	return geo.Reported
}

// bounds reads the low and high estimates of the dead, where there are such
// columns.
func (c *converter) bounds(m *made, r *row.Row) {
	k := &m.event.Killed
	if c.first[KilledLow] < 0 && c.first[KilledHigh] < 0 {
		return
	}
	var low, high geo.Count
	c.count(m, r, KilledLow, &low)
	c.count(m, r, KilledHigh, &high)
	l, lowKnown := low.Best.Int()
	h, highKnown := high.Best.Int()
	b, bestKnown := k.Best.Int()
	if lowKnown && highKnown && l > h || bestKnown && (lowKnown && l > b || highKnown && h < b) {
		m.fault(c.plan.col(Killed), fmt.Errorf("estimates of the dead contradict each other: %s, between %s and %s",
			literal.Quoted(c.value(r, Killed)), literal.Quoted(c.value(r, KilledLow)), literal.Quoted(c.value(r, KilledHigh))))
		return
	}
	if lowKnown {
		k.Low = low.Best
	}
	if highKnown {
		k.High = high.Best
	}
	if lowKnown && highKnown && l == h {
		k.Best = low.Best
	}
}
