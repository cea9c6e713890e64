package en

import "github.com/dateline-map/dateline/geo/when"

// counted reads an amount of time and what it is counted from: "three days
// ago", "two days later", "three days of fighting".
func (s *dateScan) counted(i int) (date, bool) {
	a, ok := s.amount(i)
	if !ok {
		return date{}, false
	}
	switch s.w.At(a.to) {
	case "ago":
		return s.ago(a), true
	case "later", "afterwards", "afterward":
		return s.fromReference(a, 1), true
	case "earlier", "previously":
		return s.fromReference(a, -1), true
	case "from":
		return s.fromDay(a)
	case "on":
		if a.unit == weeks && s.tense(i, a.to) == FutureTense { // "a week on Thursday"
			return s.fromDay(a)
		}
	case "after":
		if s.w.Mark(a.to+1) || i == 0 && a.unit == days && s.w.At(a.to+1) == "the" { // "A day after the bombing, ..." was told before
			return s.fromReference(a, 1), true
		}
		if a.unit >= days && !a.bare {
			if i == 0 {
				s.opening = a
			}
			return s.prior(a), true
		}
	case "before":
		if s.w.Mark(a.to + 1) {
			return s.fromReference(a, -1), true
		}
		if next := s.w.At(a.to + 1); (next == "that" || next == "this") && s.w.Mark(a.to+2) {
			d := s.fromReference(a, -1)
			d.to++
			return d, true
		}
	case "of":
		if a.low > 1 && !a.bare && (a.unit == days || a.unit == weeks) && s.tense(i, a.to) != FutureTense {
			return s.endingToday(a), true
		}
	}
	return date{}, false
}

// ago returns the time an amount before the publication, with the day that a
// word behind it names: "a week ago Friday", "a year ago today".
func (s *dateScan) ago(a amount) date {
	d := date{to: a.to + 1, when: s.relative(a.from(s.today, -1)), kind: RelativeDate}
	at := s.skip(d.to, "on")
	if s.w.At(d.to) == "today" && s.known && a.low == a.high {
		d.to, d.when = d.to+1, when.On(moved(s.today, a.unit, -a.low))
		return d
	}
	if u := dateUnits.of(s.w.At(d.to + 1)); s.w.At(d.to) == "this" && s.known && u >= weeks && u < a.unit && a.low == a.high && !inPlural(s.w.At(d.to+1)) {
		d.to, d.when = d.to+2, unitFrom(moved(s.today, a.unit, -a.low), u, 0)
		return d
	}
	day, ok := s.weekdayName(at)
	if ok && s.known && a.low == a.high && a.unit == weeks {
		last := s.nearWeekday(day, PastTense)
		d.to, d.when = at+1, when.On(last.First-when.Day(7*a.low))
	}
	return d
}

// prior returns when that was which is told behind "a week after": so long before
// the day that the sentence has named, or before the publication.
func (s *dateScan) prior(a amount) date {
	if vague, ok := s.vaguely(a.unit); ok && len(s.out) > 0 {
		return date{to: a.to + 1, when: vague, kind: PriorDate} // "fell in June, a day after the army left"
	}
	from := s.today
	if h := s.a.Happened; len(s.out) == 0 && s.pointsBack() && h.Precision == when.ToDay && h.Last <= s.today {
		from = h.Last
	} else if (s.told || s.pointsBack() && s.reference.Last <= s.today) && !s.reference.IsZero() && s.reference.Precision < when.ToMonth {
		from = s.reference.Last
	}
	return date{to: a.to + 1, when: s.relative(a.from(from, -1)), kind: PriorDate}
}

// vaguely returns the month or longer time that was named last, if days are counted from
// it: what happened two days later was in that month, as far as is said.
func (s *dateScan) vaguely(u dateUnit) (when.Interval, bool) {
	if u != days || s.coarse.IsZero() || s.coarse.Precision < when.ToMonth || s.coarse.Precision > when.ToMonth && len(s.out) == 0 {
		return when.Interval{}, false
	}
	return s.coarse, !s.known || s.coarse.Last < s.today
}

// pointsBack reports whether the sentence says of what was told before when it
// came: "The attack came two days after".
func (s *dateScan) pointsBack() bool {
	switch s.w.At(0) {
	case "the", "this", "it", "they":
	default:
		return false
	}
	for k := 1; k < 6; k++ {
		if w := s.w.At(k); w == "came" || w == "comes" {
			return true
		}
	}
	return false
}

// fromDay reads "a week from Monday", "three days from now".
func (s *dateScan) fromDay(a amount) (date, bool) {
	if s.w.At(a.to+1) == "now" {
		return date{to: a.to + 2, when: s.relative(a.from(s.today, 1)), kind: RelativeDate}, true
	}
	day, isDay := s.weekdayName(a.to + 1)
	today := s.w.At(a.to+1) == "today"
	if a.unit < days || a.low != a.high || !isDay && !today {
		return date{}, false
	}
	from := s.today
	if isDay {
		from = s.nearWeekday(day, FutureTense).First
	}
	return date{to: a.to + 2, when: s.relative(when.On(moved(from, a.unit, a.low))), kind: RelativeDate}, true
}

// fromReference returns the time an amount before or after the event told
// before.
func (s *dateScan) fromReference(a amount, sign int) date {
	d := date{to: a.to + 1, kind: ReferenceDate}
	if vague, ok := s.vaguely(a.unit); ok {
		d.when = vague
		return d
	}
	from := s.countedFrom(a.unit)
	switch {
	case from.IsZero():
	case a.unit < days && a.low < 24:
		d.when = from
	case a.unit == days && from.Last == from.First+1:
		d.when = when.Span(a.from(from.First, sign), a.from(from.Last, sign)) // of a night that two days share
	case sign > 0:
		d.when = a.from(from.Last, sign)
	default:
		d.when = a.from(from.First, sign)
	}
	return d
}

// countedFrom returns the time told before from which a number of units counts:
// days from a day, but years from any time up to a year.
func (s *dateScan) countedFrom(u dateUnit) when.Interval {
	if u >= months && s.coarse.Precision <= precisionOf(u) {
		return s.coarse
	}
	return s.reference
}

func (s *dateScan) endingToday(a amount) date {
	return date{to: a.to, when: s.relative(a.endingOn(s.today)), kind: SpanDate}
}

// spanOf reads "three days of fighting".
func (s *dateScan) spanOf(i int) (date, bool) {
	d, ok := s.counted(i)
	return d, ok && d.kind == SpanDate
}

// within reads what follows "in", "over", "within" and "during".
func (s *dateScan) within(i int) (date, bool) {
	if d, ok := s.list(i); ok {
		return d, true
	}
	if s.w.At(i-1) != "in" && s.w.At(i-1) != "within" {
		return date{}, false
	}
	if a, ok := s.asMany(i); ok {
		return s.endingToday(a), true
	}
	a, ok := s.amount(i)
	if !ok || a.bare || a.unit < days && a.low < 24 || a.unit == days && a.low == 1 || s.w.At(a.to) == "old" || s.w.At(a.to) == "-" {
		return date{}, false
	}
	if s.tense(i, a.to) == FutureTense {
		if s.w.At(i-1) == "within" {
			return s.untilThen(a), true
		}
		return date{to: a.to, when: s.relative(a.from(s.today, 1)), kind: RelativeDate}, true
	}
	if s.w.At(i-1) == "within" || a.unit > months {
		return date{}, false
	}
	return s.endingToday(a), true
}

// untilThen returns the time from the publication to an amount after it.
func (s *dateScan) untilThen(a amount) date {
	end := moved(s.today, a.unit, a.high)
	if a.unit == hours {
		end = s.today + when.Day((a.high+23)/24)
	}
	t := stretch(s.today, end, a.unit)
	t.Approximate = a.about
	return date{to: a.to, when: s.relative(t), kind: SpanDate}
}

// asMany reads "as many days" behind a number: "the third attack in as many
// days".
func (s *dateScan) asMany(i int) (amount, bool) {
	unit := dateUnits.of(s.w.At(i + 2))
	if !s.w.has(i, "as", "many") || unit < days {
		return amount{}, false
	}
	for k := i - 2; k >= max(0, i-12); k-- {
		n := ordinals[s.w.At(k)]
		if n == 0 {
			n = units[s.w.At(k)]
		}
		if n > 1 {
			return amount{low: n, high: n, unit: unit, to: i + 3}, true
		}
	}
	return amount{}, false
}

var ordinals = map[string]int{
	"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}

// forDays reads what follows "for": a date, a length ("for two days") or a count
// ("for a second day").
func (s *dateScan) forDays(i int) (date, bool) {
	at := s.skip(i, "the")
	if s.w.At(at) == "a" {
		at++
	}
	if at > i {
		if d, ok := s.nthDay(at, true); ok {
			return d, true
		}
	}
	if d, ok := s.list(i); ok {
		return d, true
	}
	a, ok := s.amount(i)
	if !ok || a.unit != days || a.low < 2 || a.low > 31 || a.bare || s.tense(i, a.to) == FutureTense {
		return date{}, false
	}
	return s.endingToday(a), true
}

// nthDay reads "third day" or "third straight day", which is the day of
// publication; without a word for the count only if the words before ask for it.
func (s *dateScan) nthDay(i int, asked bool) (date, bool) {
	if ordinals[s.w.At(i)] == 0 {
		return date{}, false
	}
	at := i + 1
	switch s.w.At(at) {
	case "consecutive", "straight", "successive":
		at, asked = at+1, true
	}
	if !asked || s.w.At(at) != "day" && s.w.At(at) != "night" {
		return date{}, false
	}
	to := at + 1
	if s.w.has(to, "in", "a", "row") {
		to += 3
	}
	return date{to: to, when: s.day(0), kind: RelativeDate}, true
}
