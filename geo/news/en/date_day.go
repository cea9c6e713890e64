package en

import (
	"time"

	"github.com/dateline-map/dateline/geo/when"
)

// simpleDay reads the days next to the publication.
func (s *dateScan) simpleDay(i int) (date, bool) {
	at := func(n, to int) (date, bool) {
		if dayparts.has(s.w.At(to)) {
			to++
		}
		return date{to: to, when: s.day(n), kind: RelativeDate}, true
	}
	switch w := s.w.At(i); {
	case w == "today", w == "tonight":
		return at(0, i+1)
	case w == "yesterday":
		return at(-1, i+1)
	case w == "tomorrow":
		return at(1, i+1)
	case w == "overnight":
		return s.overnight(i)
	case w == "day" && s.w.has(i, "day", "before", "yesterday"):
		return at(-2, i+3)
	case w == "day" && s.w.has(i, "day", "after", "tomorrow"):
		return at(2, i+3)
	}
	return date{}, false
}

// overnight reads the night to the publication, or the one that a date beside
// it names.
func (s *dateScan) overnight(i int) (date, bool) {
	next := s.w.At(i + 1)
	if overnightThings.has(next) {
		return date{}, false
	}
	d := date{to: i + 1, when: s.upToday(1), kind: RelativeDate}
	switch next {
	case "from":
		if r, ok := s.list(s.skip(i+2, "the")); ok {
			return r, true
		}
	case "into", "to":
		if e, ok := s.nightTo(i + 2); ok {
			return e, true
		}
	}
	if e, ok := s.list(s.skip(i+1, "on")); ok && s.isDay(e) {
		if e.when.First == e.when.Last {
			e.when = s.nightOf(e.when.First)
		}
		return e, true
	}
	return d, true
}

// nightOf returns the night that begins on a day, or if that is the day of
// publication, the one that ends on it.
func (s *dateScan) nightOf(d when.Day) when.Interval {
	if s.known && d >= s.today {
		return when.Between(d-1, d)
	}
	return when.Between(d, d+1)
}

func (s *dateScan) isDay(d date) bool {
	return d.kind <= RelativeDate && !d.when.IsZero() && d.when.Precision <= when.ToDays
}

// weekday reads a weekday with what belongs to it: the part of the day, the
// date, the week.
func (s *dateScan) weekday(i int) (date, bool) {
	day, ok := s.weekdayName(i)
	if !ok || notWeekdayBefore.has(s.w.At(i-1)) || notWeekdayAfter.has(s.w.At(i+1)) && s.w.Capital(i+1) {
		return date{}, false
	}
	if ordinals[s.w.At(i-1)] > 0 || s.w.At(i-1) == "first" {
		return date{}, false // "the second Tuesday of the month"
	}
	if s.w.At(i-1) == "a" && (s.w.Mark(i+1) || s.w.At(i-2) == "on") {
		return date{}, false // "on Dec. 30, a Friday" says it already
	}
	to := i + 1
	if s.w.At(to) == "." && s.w.Tokens[to].Start == s.w.Tokens[i].End && len(s.w.At(i)) < 6 {
		to++
	}
	if s.w.At(to) == "early" || s.w.At(to) == "late" {
		to = s.skip(to+1, "in", "the")
	}
	if dayparts.has(s.w.At(to)) {
		to++
	}
	if d, ok := s.dated(day, to); ok {
		return d, true
	}
	if d, ok := s.inNamedWeek(day, to); ok {
		return d, true
	}
	if n := ordinalDay(s.w.At(to + 1)); n > 0 && s.w.At(to) == "the" && !s.w.has(to+2, "of") {
		return date{to: to + 2, when: s.monthDayBefore(n), kind: RelativeDate}, true
	}
	if a, ok := s.amount(s.skip(to, ",")); ok && a.unit == weeks && a.low == a.high && s.w.At(a.to) == "ago" && s.known {
		return date{to: a.to + 1, when: when.On(s.nearWeekday(day, PastTense).First - when.Day(7*a.low)), kind: RelativeDate}, true // "on Sunday, a week ago"
	}
	return date{to: to, when: s.nearWeekday(day, s.tense(i, to)), kind: RelativeDate, weekday: true}, true
}

// nearWeekday returns the last such day up to the publication, or the next one.
func (s *dateScan) nearWeekday(day time.Weekday, t Tense) when.Interval {
	if !s.known {
		return when.Interval{}
	}
	back := when.Day((s.today.Weekday() - day + 7) % 7)
	if t == FutureTense && back > 0 {
		return when.On(s.today - back + 7)
	}
	return when.On(s.today - back)
}

// dated reads the date beside a weekday: "Tuesday, June 10", "Monday night
// (June 9th)". If it has no year, it is the nearest that falls on the weekday.
func (s *dateScan) dated(day time.Weekday, i int) (date, bool) {
	at := s.skip(i, ",")
	opening := s.w.At(at)
	if opening == "(" || opening == "[" {
		at++
	}
	d, ok := s.monthDay(s.skip(at, "the"), day, true)
	if !ok {
		return date{}, false
	}
	if closing := s.w.At(d.to); opening == "(" && closing == ")" || opening == "[" && closing == "]" {
		d.to++
	}
	return d, true
}

// inNamedWeek reads the week beside a weekday: "Friday last week", "Monday of
// last week".
func (s *dateScan) inNamedWeek(day time.Weekday, i int) (date, bool) {
	i = s.skip(i, "of")
	n := 0
	switch {
	case s.w.has(i, "last", "week"), s.w.has(i, "the", "previous", "week"):
		n = -1
	case s.w.has(i, "this", "week"):
	case s.w.has(i, "next", "week"):
		n = 1
	default:
		return date{}, false
	}
	return date{to: i + 2, when: s.inWeek(n, day), kind: RelativeDate}, true
}

// inWeek returns a weekday of the week n weeks from that of the publication.
func (s *dateScan) inWeek(n int, day time.Weekday) when.Interval {
	monday := when.InWeek(s.today).First
	return s.relative(when.On(monday + when.Day(7*n) + when.Day((day+6)%7)))
}

// weekend returns the Saturday and Sunday n weekends from the last one that has
// begun.
func (s *dateScan) weekend(n int) when.Interval {
	saturday := s.today - when.Day((s.today.Weekday()+1)%7) + when.Day(7*n)
	return s.relative(when.Between(saturday, saturday+1))
}

// holiday reads the holidays that have a fixed date.
func (s *dateScan) holiday(i int) (date, bool) {
	for _, h := range holidays {
		if s.w.At(i) != h.words[0] || !s.w.has(i, h.words...) {
			continue
		}
		if h.words[0] == "christmas" && len(h.words) == 1 && !s.feastHere(i) {
			continue
		}
		in := func(y int) when.Interval { return when.On(when.Date(y, h.month, h.day)) }
		d := date{to: i + len(h.words), kind: RelativeDate, in: in}
		at := s.skip(d.to, ",")
		if y := year(s.w.At(at)); y > 0 {
			return date{to: at + 1, kind: AbsoluteDate, when: in(y)}, true
		}
		t := s.tense(i, d.to)
		d.when = s.nearest(t, in)
		if past, _ := s.around(in); t == PastTense && s.known {
			d.when = past // a feast of ten months ago is still the last one
		}
		return d, true
	}
	return date{}, false
}

// feastHere reports whether the name at token i stands for the day of the feast:
// "on Christmas", but not "Christmas shoppers".
func (s *dateScan) feastHere(i int) bool {
	switch s.w.At(i - 1) {
	case "on", "at", "since", "before", "after", "by", "until", "last", "next":
		return s.w.Mark(i+1) || afterDates.has(s.w.At(i+1))
	}
	return false
}

// holidays are days whose date does not move; those that are a day of another
// date in another country (independence, labour) are left out.
var holidays = []struct {
	words []string
	month time.Month
	day   int
}{
	{[]string{"new", "year's", "eve"}, time.December, 31},
	{[]string{"new", "year", "'s", "eve"}, time.December, 31},
	{[]string{"new", "year", "’s", "eve"}, time.December, 31},
	{[]string{"new", "years", "eve"}, time.December, 31},
	{[]string{"new", "year", "'s", "day"}, time.January, 1},
	{[]string{"new", "year", "’s", "day"}, time.January, 1},
	{[]string{"new", "years", "day"}, time.January, 1},
	{[]string{"christmas", "eve"}, time.December, 24},
	{[]string{"eve", "of", "christmas"}, time.December, 24},
	{[]string{"christmas", "day"}, time.December, 25},
	{[]string{"christmas"}, time.December, 25},
	{[]string{"boxing", "day"}, time.December, 26},
	{[]string{"may", "day"}, time.May, 1},
	{[]string{"valentine", "'s", "day"}, time.February, 14},
	{[]string{"valentine", "’s", "day"}, time.February, 14},
	{[]string{"halloween"}, time.October, 31},
	{[]string{"epiphany"}, time.January, 6},
}
