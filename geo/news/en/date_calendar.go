package en

import (
	"strings"
	"time"

	"github.com/dateline-map/dateline/geo/when"
)

// calendar reads dates by month, day and year.
func (s *dateScan) calendar(i int) (date, bool) {
	if d, ok := s.numeric(i); ok {
		return d, true
	}
	if d, ok := s.monthDay(i, 0, false); ok {
		return s.judged(i, d), true
	}
	if d, ok := s.monthAlone(i); ok {
		return s.judged(i, d), true
	}
	if d, ok := s.yearAlone(i); ok {
		return s.judged(i, d), true
	}
	return date{}, false
}

// dayOfMonth reads "19th of this month" behind "the", and "19th" alone behind
// "on the", "between the", "from the" and "the night of the".
func (s *dateScan) dayOfMonth(i int) (date, bool) {
	n := ordinalDay(s.w.At(i))
	if n == 0 {
		return date{}, false
	}
	if s.w.At(i+1) == "of" && s.w.At(i+3) == "month" {
		shift, ok := map[string]int{"this": 0, "last": -1, "next": 1}[s.w.At(i+2)]
		return date{to: i + 4, when: s.inMonth(n, shift), kind: RelativeDate}, ok
	}
	switch s.w.At(i - 2) {
	case "on", "between", "of", "from":
	case "and", "to":
		if ordinalDay(s.w.At(i-3)) == 0 {
			return date{}, false // "between the 16th and the 18th"
		}
	default:
		return date{}, false
	}
	if !s.w.Mark(i+1) && !afterDates.has(s.w.At(i+1)) || s.w.At(i+1) == "of" {
		return date{}, false
	}
	t := s.monthDayBefore(n)
	if ahead := s.inMonth(n, 0); s.tense(i, i+1) == FutureTense && !ahead.IsZero() && ahead.First > s.today {
		t = ahead
	}
	return date{to: i + 1, when: t, kind: RelativeDate}, true
}

// ordinalDay returns the day of a month that an ordinal says: 19th.
func ordinalDay(word string) int {
	if len(word) < 3 {
		return 0
	}
	return dayNumber(word)
}

// inMonth returns day n of the month that lies shift months from that of the
// publication.
func (s *dateScan) inMonth(n, shift int) when.Interval {
	y, m, _ := s.today.Civil()
	y, m, _ = when.Date(y, m+time.Month(shift), 1).Civil()
	return s.relative(dayMonth{month: m, first: n}.in(y))
}

// monthDayBefore returns the last day n of a month up to the publication.
func (s *dateScan) monthDayBefore(n int) when.Interval {
	if t := s.inMonth(n, 0); !t.IsZero() && t.First <= s.today {
		return t
	}
	return s.inMonth(n, -1)
}

// judged marks a date that only tells one thing from others of its kind: "the
// 2003 invasion", "a 2012 law".
func (s *dateScan) judged(i int, d date) date {
	switch s.w.At(i - 1) {
	case "the", "a", "an", "its", "his", "her", "their", "'s", "’s":
		d = s.yearPair(d)
		noun := s.w.At(d.to) != "" && !s.w.Mark(d.to) && !afterDates.has(s.w.At(d.to))
		d.background = d.background || noun && d.kind == AbsoluteDate
	}
	return d
}

// yearPair takes the second year of "the 2009-10 season" into a date.
func (s *dateScan) yearPair(d date) date {
	y, _, _ := d.when.First.Civil()
	if d.kind == AbsoluteDate && d.when == when.InYear(y) && s.w.At(d.to) == "-" && smallNumber(s.w.At(d.to+1), 2) == (y+1)%100 {
		d.to, d.when = d.to+2, when.InYears(y, y+1)
	}
	return d
}

// afterDates are words that follow a date without being what it describes.
var afterDates = setOf(`in on at by to of and or when as after before that who which is was were are has had will with from for near but
	while where until between against an a the it they he she during over under said says told killed`)

// numeric reads 2014-06-10, 13/06/2014 and 9/11. Of the other dates in numbers,
// those that two orders read in two ways are left alone.
func (s *dateScan) numeric(i int) (date, bool) {
	if s.w.has(i, "9", "/", "11") && s.w.At(i+3) != "/" {
		return date{to: i + 3, when: towersFell, kind: AbsoluteDate, background: true}, true
	}
	if d, ok := s.dotted(i); ok {
		return d, true
	}
	mark := s.w.At(i + 1)
	if mark != "-" && mark != "/" || s.w.At(i+3) != mark || i+4 >= s.w.Len() {
		return date{}, false
	}
	if s.w.Tokens[i+4].End-s.w.Tokens[i].Start > len("2006-01-02") {
		return date{}, false
	}
	t, err := when.Parse(s.w.Span(i, i+5), when.OrderUnknown)
	if err != nil || t.Precision != when.ToDay {
		return date{}, false
	}
	return date{to: i + 5, when: t, kind: AbsoluteDate}, true
}

// dotted reads 13.06.2014. Those who write dots write the day first.
func (s *dateScan) dotted(i int) (date, bool) {
	word := s.w.At(i)
	if len(word) < len("1.1.2006") || len(word) > len("02.01.2006") || strings.Count(word, ".") != 2 {
		return date{}, false
	}
	t, err := when.Parse(word, when.DMY)
	if err != nil || t.Precision != when.ToDay || word[len(word)-5] != '.' {
		return date{}, false
	}
	return date{to: i + 1, when: t, kind: AbsoluteDate}, true
}

var towersFell = when.On(when.Date(2001, time.September, 11))

// dayMonth is a day or two of a month as written.
type dayMonth struct {
	month       time.Month
	first, last int
	year        int // 0 if not said
	to          int
	ordinal     bool
}

// monthDay reads "June 10", "10 June", "the 10th of June", "June 10-12" with or
// without their year. If the day must be a weekday, a year is found in which it
// is.
func (s *dateScan) monthDay(i int, day time.Weekday, must bool) (date, bool) {
	m, ok := s.monthFirst(i)
	if !ok {
		m, ok = s.dayFirst(i)
	}
	if !ok || notMonthDayAfter.has(s.w.At(m.to)) {
		return date{}, false
	}
	if m.month == time.September && m.first == 11 && m.year == 0 && (s.w.At(m.to) == "attacks" || s.w.At(m.to) == "hijackings") {
		return date{to: m.to + 1, when: towersFell, kind: AbsoluteDate, background: true}, true
	}
	d := date{to: m.to, kind: AbsoluteDate}
	if m.year > 0 {
		d.when = m.in(m.year)
		return d, !d.when.IsZero()
	}
	d.kind, d.in = RelativeDate, m.in
	if y, to, ok := s.namedYear(m.to); ok {
		d.to, d.in, d.when = to, nil, s.relative(m.in(y))
		return d, !d.when.IsZero() || !s.known
	}
	if t := s.tense(i, m.to); t == AnyTense && s.w.At(i-1) == "the" {
		d.when = s.nearest(PastTense, m.in) // "the Sept. 13 attack" is known, so it was
	} else if must {
		d.when = s.onWeekday(m, day, s.tense(i, m.to))
	} else {
		d.when = s.nearest(s.tense(i, m.to), m.in)
	}
	return d, !d.when.IsZero() || !s.known
}

// namedYear reads the year behind a date without one: "last year", "of this
// year".
func (s *dateScan) namedYear(i int) (year, to int, ok bool) {
	i = s.skip(i, ",", "of")
	y, _, _ := s.today.Civil()
	switch {
	case s.w.At(i+1) != "year":
		return 0, 0, false
	case s.w.At(i) == "last":
		return y - 1, i + 2, true
	case s.w.At(i) == "this":
		return y, i + 2, true
	case s.w.At(i) == "next":
		return y + 1, i + 2, true
	}
	return 0, 0, false
}

// in returns the days in a year, unknown if they do not exist there.
func (m dayMonth) in(year int) when.Interval {
	a, ok := when.ValidDate(year, m.month, m.first)
	b, ok2 := when.ValidDate(year, m.month, max(m.last, m.first))
	if !ok || !ok2 {
		return when.Interval{}
	}
	return when.Between(a, b)
}

// monthFirst reads "June 10", "June 10-12, 2014", "June 7 and 8".
func (s *dateScan) monthFirst(i int) (dayMonth, bool) {
	m := dayMonth{month: s.month(i)}
	at := s.afterDot(i)
	if m.month == 0 {
		return m, false
	}
	m.first, m.to = dayNumber(s.w.At(at)), at+1
	m.ordinal = strings.HasSuffix(s.w.At(at), "th")
	if m.first == 0 || s.counts(i, m) {
		return m, false
	}
	s.moreDays(&m)
	switch s.w.At(m.to) {
	case "-", "–", "—", "to", "and", "through", "&", "or":
		if n := dayNumber(s.w.At(m.to + 1)); n > m.first && !s.unitAfter(m.to+2) && s.month(m.to+2) == 0 {
			m.last, m.to = n, m.to+2
		}
	}
	s.takeYear(&m)
	return m, true
}

// moreDays takes the middle of a list into a date: ", 5" in "June 4, 5 and 6".
// It is a list only if it comes to its "and".
func (s *dateScan) moreDays(m *dayMonth) {
	at, last := m.to, m.first
	for s.w.At(at) == "," {
		n := dayNumber(s.w.At(at + 1))
		if n <= last {
			break
		}
		at, last = at+2, n
	}
	at = s.skip(at, ",")
	if w := s.w.At(at); last > m.first && (w == "and" || w == "&" || w == "or") && dayNumber(s.w.At(at+1)) > last {
		m.to = at
	}
}

// unitAfter reports whether what token i-1 counts stands at i, so that it is no
// day of a month: "on June 7 and 8 soldiers died".
func (s *dateScan) unitAfter(i int) bool {
	w := s.w.At(i)
	return w != "" && !s.w.Mark(i) && !afterDates.has(w) && strings.HasSuffix(w, "s")
}

// counts reports whether the number after a month counts something else: "In
// March 14 people were killed".
func (s *dateScan) counts(i int, m dayMonth) bool {
	before := s.w.At(i - 1)
	next := s.w.At(m.to)
	return before == "in" && !m.ordinal && next != "" && !s.w.Mark(m.to) && !afterDates.has(next) && year(next) == 0 && !s.w.Capital(m.to)
}

// afterDot returns the index after the name at token i and the dot that a
// tokenizer may have left beside it.
func (s *dateScan) afterDot(i int) int {
	if s.w.At(i+1) == "." && s.w.Tokens[i+1].Start == s.w.Tokens[i].End && len(s.w.At(i)) <= 4 && dayNumber(s.w.At(i+2)) > 0 {
		return i + 2
	}
	return i + 1
}

// dayFirst reads "10 June 2014", "10th of June", "10-12 June".
func (s *dateScan) dayFirst(i int) (dayMonth, bool) {
	i = s.skip(i, "the")
	m := dayMonth{first: dayNumber(s.w.At(i))}
	if m.first == 0 {
		return m, false
	}
	m.to = i + 1
	s.moreDays(&m)
	at := m.to
	switch s.w.At(at) {
	case "-", "–", "—", "to", "and", "or", "&":
		if n := dayNumber(s.w.At(at + 1)); n > m.first {
			m.last, at = n, at+2
		}
	}
	at = s.skip(at, "of")
	m.month, m.to = s.month(at), at+1
	if m.month == 0 || s.w.At(at) == "may" && s.w.At(at-1) != "of" && !dateEnds(s.w, at+1) && !daysBefore.has(s.w.At(i-1)) && !weekdays.has(s.w.At(i-1)) {
		return m, false
	}
	s.takeYear(&m)
	return m, true
}

// daysBefore are words behind which "5 May" is no five that may.
var daysBefore = setOf("on between from since until")

// dateEnds reports whether token i goes on behind a date rather than behind a
// verb: "5 may die".
func dateEnds(w *Words, i int) bool {
	return w.Mark(i) || afterDates.has(w.At(i)) || year(w.At(i)) > 0
}

func (s *dateScan) takeYear(m *dayMonth) {
	at := s.skip(m.to, ",")
	if y := year(s.w.At(at)); y > 0 {
		m.year, m.to = y, at+1
	}
}

// nearest returns a date without a year in the year that the tense asks for:
// the last one up to the publication, the next one, or the nearest.
//
// A story leaves the year out if it is plain, so a date that would lie far back,
// while the next one is near, is the next one whatever the verbs say; and one a
// few days after the publication is a wrong publication day, not a year ago.
func (s *dateScan) nearest(t Tense, in func(year int) when.Interval) when.Interval {
	const (
		slack = 3
		far   = 210
		near  = 150
	)
	if !s.known {
		return when.Interval{}
	}
	past, future := s.around(in)
	back, ahead := s.today-past.First, future.First-s.today
	switch {
	case past.IsZero():
		return future
	case future.IsZero():
		return past
	case t == FutureTense:
		if past.Last >= s.today || ahead > far && back < near/5 {
			return past
		}
		return future
	case t == PastTense && (ahead <= slack || back > far && ahead < near && !s.thisYear(past)):
		return future
	case t == AnyTense && ahead < back:
		return future
	}
	return past
}

// thisYear reports whether a time lies in the year of the publication, which is
// the year that is left out oftenest.
func (s *dateScan) thisYear(i when.Interval) bool {
	y, _, _ := i.First.Civil()
	now, _, _ := s.today.Civil()
	return y == now
}

// around returns the last such date that begins up to the publication and the
// next one after.
func (s *dateScan) around(in func(year int) when.Interval) (past, future when.Interval) {
	y, _, _ := s.today.Civil()
	for k := y - 4; k <= y+4; k++ { // 29 February may be four years away
		t := in(k)
		if t.IsZero() {
			continue
		}
		if t.First <= s.today {
			past = t
		} else {
			return past, t
		}
	}
	return past, future
}

// onWeekday returns the date in the year next to the publication in which it
// falls on the weekday; the nearest at all if the story is wrong.
func (s *dateScan) onWeekday(m dayMonth, day time.Weekday, t Tense) when.Interval {
	if !s.known {
		return when.Interval{}
	}
	y, _, _ := s.today.Civil()
	for _, k := range [...]int{y, y - 1, y + 1} {
		if t := m.in(k); !t.IsZero() && t.First.Weekday() == day {
			return t
		}
	}
	return s.nearest(t, m.in)
}
