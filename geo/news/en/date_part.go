package en

import (
	"time"

	"github.com/dateline-map/dateline/geo/when"
)

// bare reads a date that no word such as "early" stands before.
func (s *dateScan) bare(i int) (date, bool) {
	readers := [...]func(int) (date, bool){
		s.simpleDay, s.weekday, s.holiday, s.calendar, s.season, s.named, s.theUnit,
	}
	for _, read := range readers {
		if d, ok := read(i); ok {
			d.from = i
			return d, true
		}
	}
	return date{}, false
}

// part reads a part of a time: "early June", "late on Sunday", "the end of the
// year", "earlier this month".
func (s *dateScan) part(i int) (date, bool) {
	switch s.w.At(i) {
	case "early":
		return s.early(i + 1)
	case "late":
		return s.partOf(s.skip(i+1, "in", "on", "at"), when.Late)
	case "mid":
		return s.partOf(s.skip(i+1, "-"), when.Mid)
	case "midweek":
		return date{to: i + 1, when: s.relative(when.Mid.In(when.InWeek(s.today))), kind: RelativeDate}, true
	case "earlier", "later":
		return s.earlier(i)
	case "beginning", "start":
		return s.partAfterOf(i, when.Early)
	case "middle":
		return s.partAfterOf(i, when.Mid)
	case "end":
		return s.partAfterOf(i, when.Late)
	}
	return date{}, false
}

func (s *dateScan) partAfterOf(i int, p when.Part) (date, bool) {
	if s.w.At(i+1) != "of" {
		return date{}, false
	}
	return s.partOf(i+2, p)
}

// early reads what follows "early": "hours of Saturday", "as Thursday", "June".
func (s *dateScan) early(i int) (date, bool) {
	if s.w.At(i) == "morning" && (s.w.At(i+1) == "hours" || s.w.At(i+1) == "of" || s.w.At(i+1) == "on") {
		i++
	}
	if s.w.At(i) == "hours" {
		i++
	}
	return s.partOf(s.skip(i, "as", "in", "of", "on"), when.Early)
}

// partOf reads a date and returns the part of it. A day has no parts that
// matter here.
func (s *dateScan) partOf(i int, p when.Part) (date, bool) {
	d, ok := s.bare(i)
	if !ok {
		d, ok = s.bare(s.skip(i, "the"))
	}
	if !ok || d.kind == SpanDate {
		return date{}, false
	}
	if d.when.Precision > when.ToDays {
		d.when = p.In(d.when)
	}
	return d, true
}

// earlier reads "earlier" or "later" at token i and a date: "earlier this
// month" ends today, "later this month" begins today, and of other times they
// change nothing.
func (s *dateScan) earlier(i int) (date, bool) {
	at := s.skip(i+1, "in", "on")
	if s.w.has(at, "the", "day") {
		d, ok := s.beside(at+1, 0)
		if d.when.IsZero() {
			d.when, d.kind = s.day(0), RelativeDate
		}
		return d, ok
	}
	d, ok := s.bare(at)
	if !ok || d.when.Precision <= when.ToDays || !d.when.Overlaps(when.On(s.today)) || !s.known {
		return d, ok
	}
	if s.w.At(i) == "later" {
		d.when.First = s.today
	} else {
		d.when.Last = s.today
	}
	return d, true
}

// theUnit reads "the week", "the month", "the year": those that are on.
func (s *dateScan) theUnit(i int) (date, bool) {
	at := s.skip(i, "the")
	u := dateUnits.of(s.w.At(at))
	if at == i || u != weeks && u != months && u != years || s.w.At(at)[len(s.w.At(at))-1] == 's' {
		return date{}, false
	}
	return s.counting(at, unitFrom(s.today, u, 0))
}

// season reads "summer 2014" and "summer of 2014".
func (s *dateScan) season(i int) (date, bool) {
	season, ok := seasonNames[s.w.At(i)]
	at := s.skip(i+1, "of")
	y := year(s.w.At(at))
	if !ok || y == 0 {
		return date{}, false
	}
	return date{to: at + 1, when: when.InSeason(y, season), kind: AbsoluteDate}, true
}

// theDate reads what follows "the".
func (s *dateScan) theDate(i int) (date, bool) {
	if s.w.At(i) != "the" {
		return date{}, false
	}
	readers := [...]func(int) (date, bool){
		s.shareOf, s.part, s.beforeLast, s.eve, s.theWeekend, s.theNightOf, s.theDayBefore, s.simpleDay, s.named, s.holiday, s.weekday, s.calendar, s.dayOfMonth, s.season, s.consecutive,
	}
	for _, read := range readers {
		if d, ok := read(i + 1); ok {
			return d, true
		}
	}
	return date{}, false
}

func (s *dateScan) consecutive(i int) (date, bool) { return s.nthDay(i, false) }

// theWeekend reads "weekend" behind "the", and "weekend of 17 September".
func (s *dateScan) theWeekend(i int) (date, bool) {
	if s.w.At(i) != "weekend" {
		return date{}, false
	}
	if s.w.At(i+1) == "of" {
		d, ok := s.list(s.skip(i+2, "the"))
		if ok && !d.when.IsZero() && d.when.Precision <= when.ToDays {
			saturday := d.when.First + when.Day((time.Saturday-d.when.First.Weekday()+7)%7)
			if d.when.First.Weekday() == time.Sunday {
				saturday = d.when.First - 1
			}
			d.when = when.Between(saturday, saturday+1)
		}
		return d, ok
	}
	if s.tense(i-1, i+1) == FutureTense {
		return s.counting(i, s.weekend(1))
	}
	return s.counting(i, s.weekend(0))
}

// theNightOf reads "night of Friday to Saturday", "week of May 26", "year 2014".
func (s *dateScan) theNightOf(i int) (date, bool) {
	word := s.w.At(i)
	switch {
	case word == "year" && year(s.w.At(i+1)) > 0:
		return date{to: i + 2, when: when.InYear(year(s.w.At(i + 1))), kind: AbsoluteDate}, true
	case (word == "night" || word == "evening") && (s.w.At(i+1) == "to" || s.w.At(i+1) == "into"):
		return s.nightTo(i + 2)
	case dayparts.has(word) && (s.w.At(i+1) == "of" || s.w.At(i+1) == "from"):
		if d, ok := s.list(i + 2); ok {
			return d, true
		}
		return s.list(s.skip(i+2, "the"))
	case word == "week" && (s.w.At(i+1) == "to" || s.w.At(i+1) == "ending"):
		return s.weekTo(s.skip(i+2, "on"))
	case word == "week" && s.w.At(i+1) == "of":
		d, ok := s.list(i + 2)
		if ok && !d.when.IsZero() && d.when.Precision == when.ToDay {
			d.when = when.InWeek(d.when.First)
		}
		return d, ok
	}
	return date{}, false
}

// weekTo reads the day behind "week to", the last of the seven.
func (s *dateScan) weekTo(i int) (date, bool) {
	d, ok := s.term(i)
	if !ok || !s.isDay(d) || d.when.Precision != when.ToDay {
		return date{}, false
	}
	d.when, d.in, d.weekday = stretch(d.when.First-6, d.when.First, weeks), nil, false
	return d, true
}

// nightTo reads the day behind "night to", which ends the night.
func (s *dateScan) nightTo(i int) (date, bool) {
	d, ok := s.term(i)
	if !ok || !s.isDay(d) || d.when.Precision != when.ToDay {
		return date{}, false
	}
	d.when, d.in, d.weekday = when.Between(d.when.First-1, d.when.First), nil, false
	return d, true
}

// theDayBefore reads "day before", "night before" and "day after" at the end of
// a clause, and "day before yesterday".
func (s *dateScan) theDayBefore(i int) (date, bool) {
	if dayparts.has(s.w.At(i)) && s.w.At(i-1) == "the" && s.w.At(i+1) == "before" && (s.w.Mark(i+2) || s.w.At(i+2) == "") {
		d := date{to: i + 2, kind: ReferenceDate}
		if !s.reference.IsZero() {
			d.when = when.On(s.reference.First - 1)
		}
		return d, true
	}
	if u := dateUnits.of(s.w.At(i)); (u == weeks || u == months) && !inPlural(s.w.At(i)) && s.w.At(i-1) == "the" && s.w.At(i+1) == "before" && (s.w.Mark(i+2) || s.w.At(i+2) == "") {
		return s.fromReference(amount{low: 1, high: 1, unit: u, to: i + 1}, -1), true
	}
	if s.w.At(i) != "day" || !s.w.Mark(i+2) && pastVerb(s.w.At(i+2)) == AnyTense {
		return date{}, false
	}
	n := 0
	switch s.w.At(i + 1) {
	case "before":
		n = -1
	case "after":
		n = 1
	default:
		return date{}, false
	}
	d, ok := s.beside(i, n)
	d.to = i + 2
	return d, ok
}
