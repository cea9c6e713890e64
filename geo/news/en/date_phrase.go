package en

import "github.com/dateline-map/dateline/geo/when"

// phrase reads the expression that begins at token i: a date, or a preposition
// with one or two.
func (s *dateScan) phrase(i int) (date, bool) {
	switch s.w.At(i) {
	case "since":
		return s.since(i + 1)
	case "between", "from":
		if d, ok := s.list(i + 1); ok {
			return d, true
		}
		return s.list(s.skip(i+1, "the"))
	case "until", "till", "by", "before", "after", "through":
		return s.limit(i)
	case "for":
		return s.forDays(i + 1)
	case "in", "over", "within", "during":
		return s.within(i + 1)
	case "on", "at":
		return s.at(i)
	}
	d, ok := s.list(i)
	if ok && d.kind <= RelativeDate && s.w.At(i-1) == "of" && s.w.At(i-2) == "as" {
		d.kind = LimitDate // "Flash update, as of 21 June": what it tells was before
	}
	return d, ok
}

// list reads a date or a range of dates: "June 10-12", "Monday and Tuesday".
func (s *dateScan) list(i int) (date, bool) {
	d, ok := s.term(i)
	if !ok {
		return date{}, false
	}
	d.from = i
	if to, ok := s.rangeEnd(d.to); ok {
		if r, ok := s.rest(d, to); ok {
			return r, true
		}
	}
	return d, true
}

// rangeEnd returns where the second date of a range may begin, if a word or mark
// of ranges stands at token i.
func (s *dateScan) rangeEnd(i int) (int, bool) {
	switch s.w.At(i) {
	case "-", "–", "—", "to", "through", "and", "or", "into", "until", "till":
		return i + 1, true
	}
	return 0, false
}

// rest reads the second date of a range at token i and joins it to the first.
func (s *dateScan) rest(d date, i int) (date, bool) {
	joint := s.w.At(d.to)
	if joint == "and" && s.w.At(i) == "last" {
		return date{}, false // "on Saturday and last Monday": two days, and no time between them
	}
	e, ok := s.term(s.skip(i, "on", "in", "the")) // "in July and in August"
	if !ok {
		e, ok = s.term(s.skip(i, "on")) // "between the 16th and the 18th"
	}
	if !ok || e.background || !rangeable(d, e, joint) {
		return date{}, false
	}
	return s.joined(d, e)
}

// rangeable reports whether two dates next to each other can be the ends of
// one time: "Friday and Saturday" can, "on Friday and June" cannot, and of two
// with "and" between them, only days or months.
func rangeable(d, e date, joint string) bool {
	if d.kind > RelativeDate || e.kind > RelativeDate || d.background {
		return false
	}
	if joint != "and" && joint != "or" || d.when.IsZero() || e.when.IsZero() {
		return true
	}
	near := func(p when.Precision) int {
		switch {
		case p <= when.ToDays:
			return 1
		case p <= when.ToMonth:
			return 2
		}
		return 3
	}
	return near(d.when.Precision) == near(e.when.Precision) || d.when.Precision == when.ToMonth && e.when.Approximate
}

// joined returns the time from d to e. A weekday or a date without a year at
// the beginning is the last one before the end.
func (s *dateScan) joined(d, e date) (date, bool) {
	r := date{from: d.from, to: e.to, kind: RelativeDate}
	if e.kind == AbsoluteDate {
		r.kind = AbsoluteDate
	}
	switch {
	case d.in != nil && e.kind == AbsoluteDate:
		y, _, _ := e.when.First.Civil()
		d.when = d.in(y)
		d.when = s.notAfter(d, e.when)
	case d.when.IsZero() || e.when.IsZero():
		return r, !s.known
	case s.tense(d.from, e.to) == FutureTense, d.weekday && e.weekday && d.when == s.day(0) && s.w.At(e.from-1) != "and" && !wentOn.has(s.w.At(d.from-2)):
		e.when = s.notBefore(e, d.when.First)
	default:
		d.when = s.notAfter(d, e.when)
	}
	r.when = when.Span(d.when, e.when)
	return r, !r.when.IsZero()
}

// wentOn are verbs behind which "from Saturday to Monday" is over, though it be
// told on a Saturday.
var wentOn = setOf("ran lasted raged continued fought place held occurred clashed")

// notAfter moves a weekday or a date without a year back until it is not after
// the end of its range.
func (s *dateScan) notAfter(d date, end when.Interval) when.Interval {
	if d.weekday && d.when.First != end.First {
		return when.On(end.First - (end.First-d.when.First+7*100)%7)
	}
	if d.in != nil && d.when.First > end.First {
		return d.yearsAway(-1)
	}
	return d.when
}

// notBefore moves a weekday or a date without a year ahead until it is not
// before the beginning of its range.
func (s *dateScan) notBefore(e date, first when.Day) when.Interval {
	if e.weekday && e.when.First < first {
		return when.On(e.when.First + 7)
	}
	if e.in != nil && e.when.First < first {
		return e.yearsAway(1)
	}
	return e.when
}

// yearsAway returns the same day or month n years away.
func (d date) yearsAway(n int) when.Interval {
	y, _, _ := d.when.First.Civil()
	return d.in(y + n)
}

// since reads what follows "since".
func (s *dateScan) since(i int) (date, bool) {
	if s.a.Tense == AnyTense {
		s.a.Tense = PastTense
		defer func() { s.a.Tense = AnyTense }()
	}
	d, ok := s.term(s.skip(i, "on", "at", "the"))
	if !ok {
		d, ok = s.term(i)
	}
	if !ok || d.kind > ReferenceDate {
		return date{}, false
	}
	precision := max(d.when.Precision, when.ToDays)
	d.background = d.background || d.when.Precision == when.ToYear || s.yearTold(d)
	d.kind = SinceDate
	if d.when.First > s.today {
		d.when = when.Interval{}
	}
	if !d.when.IsZero() {
		d.when = s.relative(when.Interval{First: d.when.First, Last: s.today, Precision: precision})
	}
	return d, true
}

// yearTold reports whether an absolute date lies more than a year back.
func (s *dateScan) yearTold(d date) bool {
	return d.kind == AbsoluteDate && (!s.known || s.today-d.when.First > 365)
}

// limit reads "until", "by", "before", "after" or "through" and a date.
func (s *dateScan) limit(i int) (date, bool) {
	word, from := s.w.At(i), i+1
	if (word == "before" || word == "after") && s.w.At(from) == "on" && dateUnits.of(s.w.At(i-1)) != 0 {
		return date{}, false // "the week before on Saturday"
	}
	if word == "after" {
		if d, ok := s.spanOf(s.skip(from, "the")); ok {
			return d, true
		}
	}
	if s.a.Tense == AnyTense {
		s.a.Tense = s.limitTense(i)
		defer func() { s.a.Tense = AnyTense }()
	}
	if dayparts.has(s.w.At(from)) {
		if (word == "before" || word == "after") && s.w.At(from+1) == "on" {
			d, ok := s.term(from + 2) // "before dawn on Wednesday" is on Wednesday
			return d, ok && d.kind != ReferenceDate
		}
		from++ // "until noon on Saturday"
	}
	from = s.skip(from, "on", "at", "the")
	d, ok := s.term(from)
	if !ok {
		d, ok = s.term(i + 1)
	}
	if !ok || d.kind == ReferenceDate {
		return date{}, false
	}
	if d.kind <= RelativeDate && !d.background {
		d.kind = LimitDate
	}
	return d, true
}

// limitTense returns the tense of a date behind "until", "by", "before" or
// "after" at token i. An end lies ahead unless a verb of the past is near; what
// comes "after" a date has mostly seen it.
func (s *dateScan) limitTense(i int) Tense {
	const reach = 8
	word := s.w.At(i)
	if word == "after" || word == "before" {
		if t := s.tense(i, i+1); t == FutureTense && i > 0 {
			return t
		}
		return PastTense
	}
	if i == 0 {
		return s.tense(i, i+1)
	}
	if before := s.w.At(i - 1); before == "has" || before == "have" {
		return FutureTense // "has until noon on Saturday"
	}
	for k := i - 1; k >= max(1, i-reach); k-- {
		switch t := s.tenseAt(k, i); {
		case t != AnyTense:
			return t
		case stillOpen.has(s.w.At(k)):
			return FutureTense
		}
	}
	return FutureTense
}

// stillOpen are words before an end that lies ahead: "have until Tuesday".
var stillOpen = setOf("to have has can could is are open available continue continues runs lasts valid closed shut")

// skip returns the index after those of the words that stand at token i, in
// their order.
func (s *dateScan) skip(i int, words ...string) int {
	for _, w := range words {
		if s.w.At(i) == w {
			i++
		}
	}
	return i
}

// at reads "on" or "at" at token i and what follows.
func (s *dateScan) at(i int) (date, bool) {
	next := s.w.At(i + 1)
	if s.w.At(i) == "at" && next != "the" && !dayparts.has(next) && next != "christmas" && next != "easter" {
		return date{}, false
	}
	if (next == "a" || next == "an") && s.w.At(i) == "on" {
		if _, ok := s.weekdayName(i + 2); ok {
			return date{from: i, to: i + 3}, false
		}
	}
	if d, ok := s.list(i + 1); ok {
		return d, true
	}
	if dayparts.has(next) {
		return s.list(s.skip(i+2, ",", "on"))
	}
	return date{}, false
}

// maxDepth bounds how many dates may stand in one another: "the night of the
// weekend of 17 September" are three.
const maxDepth = 4

// term reads one date, at token i.
func (s *dateScan) term(i int) (date, bool) {
	if s.depth == maxDepth {
		return date{}, false
	}
	s.depth++
	defer func() { s.depth-- }()
	readers := [...]func(int) (date, bool){
		s.part, s.simpleDay, s.weekday, s.holiday, s.calendar, s.season, s.named, s.counted, s.theDate,
	}
	for _, read := range readers {
		if d, ok := read(i); ok {
			d.from = i
			return d, true
		}
	}
	return date{}, false
}
