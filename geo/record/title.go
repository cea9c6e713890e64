package record

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/delimited"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/row"
	"github.com/dateline-map/dateline/geo/when"
)

var fourDigits = pattern.New(`(?:^|\D)((?:19|20)\d\d)(?:\D|$)`)

// period is the year, and the month if it is one, that a title says the whole table
// is of. The year is 0 if it says none, and less if it says several; so is the month.
type period struct {
	year  int
	month time.Month
	whose string // what says so, in words
}

// periodOf returns the period that the rows above a table name. When they were written
// is none.
func periodOf(rows []delimited.Cells) period {
	p := period{whose: "the title"}
	for _, r := range rows {
		for _, v := range r.Values {
			if !tellsUpdate(v) {
				p.add(v)
			}
		}
	}
	for _, r := range rows { // "Month", "January", "Year" and "2019" in cells of their own
		for _, v := range r.Values {
			if p.year > 0 && len(v) <= longestMonth {
				p.month = time.Month(oneOf(int(p.month), monthWord(v)))
			}
		}
	}
	return p
}

// longestMonth bounds, in bytes, what is the name of a month.
const longestMonth = 30

// add takes a text of the title into account. Of a month whose year nobody says nothing
// can be made, and to look for one takes the words of all languages.
func (p *period) add(text string) {
	year := yearIn(text)
	p.year = oneOf(p.year, year)
	if year != 0 {
		p.month = time.Month(oneOf(int(p.month), int(monthIn(text))))
	}
}

// oneOf returns what two statements agree on, of which 0 says nothing; less than 0 if
// they do not agree.
func oneOf(a, b int) int {
	switch {
	case b == 0 || a == b:
		return a
	case a == 0:
		return b
	}
	return -1
}

// wholeDay is a day in the name of a file, most likely that of the export.
var wholeDay = pattern.New(`(?:19|20)\d\d[-_. ]?[01]\d[-_. ]?[0-3]\d|[0-3]\d[-_. ]?[01]\d[-_. ]?(?:19|20)\d\d`)

// alsoBy completes what the title does not say by the names of the sheet and of the file,
// which stand for it. A sheet may be called just "Mar".
func (p *period) alsoBy(sheet, path string) {
	path, _, _ = strings.Cut(path, ", ") // the sheet again
	file := strings.ReplaceAll(filepath.Base(path), "_", " ")
	if file = strings.TrimSuffix(file, filepath.Ext(file)); digitsIn(file) && wholeDay().MatchString(file) {
		file = ""
	}
	for _, named := range []struct{ whose, name string }{{"the name of the sheet", sheet}, {"the name of the file", file}} {
		if p.year == 0 && digitsIn(named.name) {
			p.year, p.whose = yearIn(named.name), named.whose
		}
	}
	for _, name := range []string{sheet, file} {
		if year := yearIn(name); p.year <= 0 || p.month != 0 || year != 0 && year != p.year {
			continue
		} else if year != 0 {
			p.month = monthIn(name)
		} else {
			p.month = time.Month(monthWord(name))
		}
	}
}

func digitsIn(text string) bool { return strings.ContainsAny(text, "0123456789") }

// monthBeside matches a word beside a year, and the digits of a month.
var (
	monthBeside  = pattern.New(`(\pL{3,})[\s.,’'/_-]{0,2}(?:de\s+|of\s+)?(?:19|20)\d\d(?:\D|$)|(?:^|\D)(?:19|20)\d\d[\s.,/_-]{0,2}(\pL{3,})`)
	monthNumbers = pattern.New(`(?:^|\D)(0[1-9]|1[0-2])[-/_.](?:19|20)\d\d(?:\D|$)|(?:^|\D)(?:19|20)\d\d[-/_.](0[1-9]|1[0-2])(?:[^\d/_.-]|$)`)
	longWords    = pattern.New(`\pL{3,}`)
)

// monthIn returns the only month that a text names beside a year; 0 if it names none,
// and less if it names several.
func monthIn(text string) time.Month {
	if m := monthNumbers().FindStringSubmatch(text); m != nil {
		n, _ := strconv.Atoi(m[1] + m[2]) // two digits
		return time.Month(n)
	}
	m := monthBeside().FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	found := monthWord(m[1] + m[2])
	for _, word := range longWords().FindAllString(text, -1) {
		if other := monthWord(word); found > 0 && other > 0 && other != found {
			return -1
		}
	}
	return time.Month(max(0, found))
}

// monthWord returns the month that a word is; less than 1 if it is none.
func monthWord(word string) int {
	if n, err := monthNumber(strings.TrimSpace(word)); err == nil && strings.Trim(word, "0123456789. ") != "" {
		return n
	}
	return 0
}

// tellsUpdate reports whether a title says when the table was made or changed, which
// may be in the year after.
func tellsUpdate(title string) bool {
	words := headers.Words(title)
	if headers.Vocab().Any(words, headers.NeverWord) {
		return true
	}
	for _, said := range []string{"mise jour", "mise a jour", "as of", "actualiza", "last change", "printed", "generated", "обновл", "оновл", "станом", "guncel"} {
		if strings.Contains(words, said) {
			return true
		}
	}
	return false
}

// yearIn returns the only year in a text; 0 if it has none, and less if it has more
// than one.
func yearIn(text string) int {
	m := fourDigits().FindStringSubmatchIndex(text)
	if m == nil {
		return 0
	}
	year, _ := strconv.Atoi(text[m[2]:m[3]]) // four digits
	if next := yearIn(text[m[3]:]); next != 0 && next != year {
		return -1
	}
	return year
}

// parse reads a written date. One without a year is of the year that the table's
// title names, if it names one: "28 Jan" below "Incidents of 2020". "Jan 20" there may
// be the month as well. A day by itself is of the month that the title names.
func (p *plan) parse(v string) (when.Interval, error) {
	i, err := when.Parse(v, p.order)
	if err == nil || p.titled.year <= 0 {
		return i, err
	}
	switch {
	case dayLike(v) && p.titled.month > 0:
		return p.titled.days(v, p.titled.month)
	case dayAndMonth().MatchString(v):
		if in, of := when.Parse(p.withYear(v), p.order); of == nil || when.IsAmbiguous(of) {
			return in, of
		}
	case dayLike(v): // "7" is the day of some month, not July
	case when.LacksYear(err) && !strings.HasSuffix(v, fmt.Sprintf(" %02d", p.titled.year%100)):
		if in, of := when.Parse(fmt.Sprintf("%s %d", v, p.titled.year), p.order); of == nil {
			return in, nil
		}
	}
	return i, err
}

// dayAndMonth matches the end of a date in numbers that has no year: "Wed 5/06". With a
// hyphen it may be two days.
var dayAndMonth = pattern.New(`(?:^|[^\d/.-])\d{1,2}([/.])\d{1,2}\.?$`)

// withYear returns a date in numbers that has no year with that of the title; any other
// as it is.
func (p *plan) withYear(v string) string {
	if p.titled.year <= 0 {
		return v
	}
	if m := dayAndMonth().FindStringSubmatch(v); m != nil {
		return fmt.Sprintf("%s%s%d", strings.TrimSuffix(v, "."), m[1], p.titled.year)
	}
	return v
}

// bareDay matches a day of some month, or several.
var bareDay = pattern.New(`^(\d{1,2})(?:st|nd|rd|th|er)?\.?(?:\s*[-–—&/,]\s*(\d{1,2})(?:st|nd|rd|th)?\.?)?$`)

func dayLike(cell string) bool {
	m := bareDay().FindStringSubmatch(cell)
	if m == nil {
		return whole(0, 31)(cell)
	}
	first, _ := strconv.Atoi(m[1]) // digits
	last, _ := strconv.Atoi(m[2])  // or none, which is 0
	return first <= 31 && last <= 31
}

// days reads the days of a month that a cell names: "3", "14-15".
func (p *period) days(cell string, month time.Month) (when.Interval, error) {
	m := bareDay().FindStringSubmatch(cell)
	if m == nil {
		return when.Interval{}, fmt.Errorf("%s is not a day", literal.Quoted(cell))
	}
	var days [2]when.Interval
	for n := range days {
		day, _ := strconv.Atoi(cmp.Or(m[n+1], m[1])) // digits
		d, ok := when.ValidDate(p.year, month, day)
		if !ok {
			return when.Interval{}, fmt.Errorf("%04d-%02d-%02d is not a day", p.year, month, day)
		}
		days[n] = when.On(d)
	}
	if days[1].First < days[0].First {
		return when.Interval{}, fmt.Errorf("%s is not a range of days", literal.Quoted(cell))
	}
	return when.Span(days[0], days[1]), nil
}

// underTitle puts a date together of a row that says no year, only a day, or a month
// and a day, below a title that says the rest.
func (c *converter) underTitle(m *made, r *row.Row) when.Interval {
	t := &c.plan.titled
	if t.year <= 0 || !c.plan.anyOf(Month, Day) || c.plan.anyOf(Date, Start) {
		return when.Interval{}
	}
	month, _ := c.part(m, r, Month, monthNumber)
	if month == 0 && !c.plan.has(Month) {
		month = int(max(0, t.month))
	}
	v, col := c.text(r, Day)
	switch {
	case month == 0:
		return when.Interval{}
	case col < 0 && c.plan.has(Month):
		return when.InMonth(t.year, time.Month(month))
	case col < 0 || v == "0":
		return when.Interval{}
	}
	i, err := t.days(v, time.Month(month))
	m.fault(col, err)
	return i
}

// titledParts reports whether columns of months or days are completed by the title.
func (u *understander) titledParts() bool {
	p := &u.t.plan
	return p.titled.year > 0 && !p.anyOf(Date, Start, Year) && (p.has(Month) || p.has(Day) && p.titled.month > 0)
}

// noteParts notes what days and months are taken to be of.
func (u *understander) noteParts() {
	p := &u.t.plan
	if p.has(Month) {
		u.noteTitle("months", p.col(Month), strconv.Itoa(p.titled.year))
	} else {
		u.noteTitle("days", p.col(Day), fmt.Sprintf("%s %d", p.titled.month, p.titled.year))
	}
}

// yearless notes that dates of a column have the title's year.
func (u *understander) yearless(col int) {
	t := &u.t.plan.titled
	if t.year <= 0 {
		return
	}
	if some, _ := u.share(col, func(s string) bool {
		_, err := when.Parse(s, u.t.plan.order)
		return when.LacksYear(err)
	}); some > 0 {
		u.noteTitle("dates without a year", col, strconv.Itoa(t.year))
	}
	if some, _ := u.share(col, dayLike); some > 0 && t.month > 0 {
		u.noteTitle("days", col, fmt.Sprintf("%s %d", t.month, t.year))
	}
}

// noteTitle notes what the dates of a column are taken to be of.
func (u *understander) noteTitle(what string, col int, of string) {
	u.t.Notices = append(u.t.Notices, fmt.Sprintf("%s in column %q are taken to be of %s, which %s says", what, u.t.Columns[col].Name, of, u.t.plan.titled.whose))
}
