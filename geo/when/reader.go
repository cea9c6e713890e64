package when

import (
	"fmt"
	"time"
)

// reader reads a cell in one order.
type reader struct {
	cell  string
	order Order
	asked bool   // the order was needed
	clock string // the first time of day, as written
	ends  bool   // "from" or "between" stands before two dates
}

// read reads all of a cell: one date, two and what is between, or either in a
// frame that makes another time of it.
func (r *reader) read(ts []token) outcome {
	if saysUnknown(ts) {
		return outcome{}
	}
	i, err := r.whole(ts)
	if err != nil {
		i, err = r.framed(ts, err)
	}
	if err != nil {
		return outcome{err: err}
	}
	return outcome{interval: i, clock: r.clock}
}

// saysUnknown reports whether words say that there is no date: "exact date not
// known".
func saysUnknown(ts []token) bool {
	unknown := false
	for i := range ts {
		unknown = unknown || ts[i].is(roleUnknown)
		if !ts[i].is(roleUnknown|roleNote|roleOf) && ts[i].mark != '(' && ts[i].mark != ')' {
			return false
		}
	}
	return unknown
}

// whole reads one date, two, or a list.
func (r *reader) whole(ts []token) (Interval, error) {
	if len(ts) > 0 && ts[0].is(roleFrom) && ts[0].meaning.days == 0 {
		r.ends = true
		i, err := r.pair(ts[1:], errNotDate)
		r.ends = false
		if err == nil || !ts[0].is(roleOf) {
			return i, orOpen(ts, err)
		}
	}
	i, err := r.one(ts)
	if err != nil {
		i, err = r.pair(ts, err)
	}
	if err != nil {
		i, err = r.list(ts, err)
	}
	return i, orOpen(ts, err)
}

// orOpen makes err say that a date is open if it begins with "from" or "until".
func orOpen(ts []token, err error) error {
	if err == errNotDate && len(ts) > 1 && ts[0].is(roleFrom|roleTo) && !ts[0].is(roleOf) {
		return errOpen
	}
	return err
}

// one reads a single date.
func (r *reader) one(ts []token) (Interval, error) {
	d, err := r.date(ts)
	if err != nil {
		return Interval{}, err
	}
	return d.resolve()
}

// pair reads two dates, wherever a word or a mark stands between them that can
// mean "to". If there are none, it returns the complaint about the single date.
func (r *reader) pair(ts []token, complaint error) (Interval, error) {
	for n := 1; n < len(ts)-1; n++ {
		t := &ts[n]
		if t.mark != '-' && t.mark != '/' && !t.is(roleTo|roleAnd|roleOr) {
			continue
		}
		i, err := r.join(ts[:n], t, ts[n+1:])
		if err == nil {
			return i, nil
		}
		if complaint == errNotDate {
			complaint = err
		}
	}
	return Interval{}, complaint
}

// join reads the dates on both sides of between, each of which may leave out
// what the other says: the day of "12-14 June", the year of "June 12 - July 3,
// 2014".
func (r *reader) join(left []token, between *token, right []token) (Interval, error) {
	from, err := r.date(left)
	if err != nil {
		return Interval{}, err
	}
	to, err := r.date(right)
	if err != nil {
		return Interval{}, err
	}
	if !from.complete(&to, left, between, right) {
		return Interval{}, errNotDate
	}
	a, err := from.resolve()
	if err != nil {
		return Interval{}, err
	}
	b, err := to.resolve()
	if err != nil {
		return Interval{}, err
	}
	i, err := span(a, b, between.is(roleAnd|roleOr) && !between.is(roleTo) && !r.ends)
	i.Approximate = i.Approximate || between.is(roleOr) && !between.is(roleAnd|roleTo)
	return i, err
}

// span returns the days from one date to another, which must be neighbours if
// the two are only listed.
func span(a, b Interval, listed bool) (Interval, error) {
	if b.First < a.First {
		return Interval{}, fault(fmt.Sprintf("%s to %s ends before it begins", a, b))
	}
	if listed && b.First > a.Last+1 {
		return Interval{}, fault("names two dates with others between them")
	}
	return Span(a, b), nil
}

// written is a date as far as its words go.
type written struct {
	year, month, day int      // 0 if not said
	interval         Interval // of a date that is not year, month and day; else unknown
	bare             bool     // "14, 2014": a month and a year, or what follows "June 12 -"
	eastern          bool
	about            bool
	hours            bool // "night": the date is a day
	unknown          bool // "(exact date unknown)"
	buddhist         bool // the year counts from the Buddha if it is far enough from ours
	short            bool // the year is said in two digits
	part             Part
	hasPart          bool
	weekday          time.Weekday
	hasWeekday       bool
}

// unit is the finest part that is said.
func (w *written) unit() Precision {
	switch {
	case !w.interval.IsZero():
		return w.interval.Precision
	case w.day != 0:
		return ToDay
	case w.month != 0:
		return ToMonth
	}
	return ToYear
}

// leastTurn is how many months the first end of a range stands behind the second
// in the calendar if a year turns between them. Less is a slip: nobody leaves the
// year out of a range of most of two.
const leastTurn = 6

// complete fills in what one end of a range leaves to the other, and reports
// whether the two then are the ends of a range.
func (w *written) complete(to *written, left []token, between *token, right []token) bool {
	if to.bare && w.day != 0 && w.month != 0 && w.year == 0 {
		to.day, to.month = to.month, w.month
	}
	if w.unit() != to.unit() {
		return false
	}
	if w.year == 0 && w.interval.IsZero() && (sameMark(between, left) || !to.interval.IsZero()) {
		return false // 3-4-5 March 2025; a quarter lends no year: June - Q1 2025
	}
	if w.day != 0 && w.month == 0 {
		if to.month == 0 || sameMark(between, right) {
			return false
		}
		w.month = to.month
	}
	if to.day != 0 && to.month == 0 {
		to.month = w.month
	}
	if to.year == 0 {
		to.year = w.year
	}
	if w.year == 0 {
		w.year = to.year
		if w.month-to.month >= leastTurn && to.unit() <= ToMonth {
			w.year-- // December 30 - January 2, 2014
		}
	}
	return true
}

// sameMark reports whether a mark cannot be the one between two dates because
// it also stands within one: 12-14-06-2014 could be anything.
func sameMark(between *token, side []token) bool {
	if between.mark == 0 || between.spaced {
		return false
	}
	for i := range side {
		if side[i].mark == between.mark {
			return true
		}
	}
	return false
}

// resolve returns the interval of a date, or a fault that says why there is no
// such day.
func (w *written) resolve() (Interval, error) {
	if buddhistYear(w.year) && !w.buddhist {
		return Interval{}, fault(fmt.Sprintf("year %d looks like one of another calendar", w.year))
	}
	i, err := w.plain()
	if err != nil {
		return Interval{}, err
	}
	if w.hasPart {
		if i.Precision < ToMonth {
			return Interval{}, errNotDate
		}
		i = w.part.In(i)
	}
	if w.hasWeekday && (i.Precision != ToDay || i.First.Weekday() != w.weekday) {
		return Interval{}, fault(fmt.Sprintf("%s is not a %s", i, w.weekday))
	}
	if w.hours && i.Precision != ToDay {
		return Interval{}, errNotDate
	}
	i.Approximate = i.Approximate || w.about || w.unknown && i.Precision == ToDay
	return i, nil
}

func (w *written) plain() (Interval, error) {
	switch {
	case !w.interval.IsZero():
		return w.interval, nil
	case w.year == 0:
		return Interval{}, errNoYear
	case w.buddhist && buddhistYear(w.year):
		c := *w
		c.buddhist, c.year = false, w.year-543
		return c.plain()
	case w.buddhist && w.short:
		return Interval{}, fault("has a year of two digits, which can be counted from the Buddha or from Christ")
	case w.eastern && w.year < 1500:
		return Interval{}, fault(fmt.Sprintf("year %d looks like one of another calendar", w.year))
	case w.month == 0:
		return yearAlone(w.year)
	case w.month > 12:
		return Interval{}, fmt.Errorf("%w%w", errNoMonth, fault(fmt.Sprintf("there is no month %d", w.month)))
	case w.day == 0:
		return InMonth(w.year, time.Month(w.month)), nil
	}
	d, ok := validDate(w.year, w.month, w.day)
	if !ok {
		last := Date(w.year, time.Month(w.month)+1, 0)
		_, month, days := last.Civil()
		return Interval{}, fault(fmt.Sprintf("%s %d has %d days", month, w.year, days))
	}
	return On(d), nil
}

// yearAlone refuses numbers that are years only by their four digits, because a
// column of other numbers would pass as dates.
func yearAlone(year int) (Interval, error) {
	if year < 1000 || year > 2999 {
		return Interval{}, fault("a year by itself is one from 1000 to 2999")
	}
	return InYear(year), nil
}

// buddhistYear reports whether a year is one of our time if it counts from the
// Buddha, and else of no time that tables have.
func buddhistYear(year int) bool { return year > 2400 && year < 2700 }

func validDate(year, month, day int) (Day, bool) {
	if year < 1 || month < 1 || month > 12 || day < 1 || day > 31 {
		return 0, false
	}
	return ValidDate(year, time.Month(month), day)
}
