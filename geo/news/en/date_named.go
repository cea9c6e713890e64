package en

import (
	"time"

	"github.com/dateline-map/dateline/geo/when"
)

// named reads a time by a word that points to it: last, this, next, the same.
func (s *dateScan) named(i int) (date, bool) {
	switch s.w.At(i) {
	case "last":
		switch s.w.At(i - 1) {
		case "to", "will", "would", "could", "may", "might", "n't", "not", "can":
			return date{}, false // the verb
		}
		return s.last(i + 1)
	case "past":
		return s.past(i)
	case "this":
		return s.this(i + 1)
	case "next":
		return s.following(i + 1)
	case "coming", "upcoming":
		return s.coming(i + 1)
	case "previous":
		return s.beside(i+1, -1)
	case "following":
		return s.beside(i+1, 1)
	case "same", "that":
		return s.beside(i+1, 0)
	case "recent":
		return s.recent(i + 1)
	case "weekend":
		return s.attackOfWeekend(i)
	}
	return date{}, false
}

// last reads what follows "last".
func (s *dateScan) last(i int) (date, bool) {
	word := s.w.At(i)
	u := dateUnits.of(word)
	day, isDay := s.weekdayName(i)
	switch {
	case isDay:
		return s.counting(i, s.weekdayBefore(day))
	case word == "night", word == "evening":
		return s.counting(i, when.On(s.today-1))
	case word == "weekend":
		return s.counting(i, s.lastWeekend())
	case s.month(i) != 0:
		return s.lastMonth(i)
	case word == "christmas", word == "new":
		return s.lastHoliday(i)
	case isSeason(word):
		return s.counting(i, s.lastSeason(seasonNames[word]))
	case s.w.At(i-2) == "the" || u == noUnit || word[len(word)-1] == 's':
		return s.past(i - 1)
	case u < weeks:
		return date{}, false
	}
	if d, ok := s.dayOfWeek(i, -1); ok {
		return d, true
	}
	if u == weeks && s.today.Weekday() == time.Sunday {
		return s.counting(i, when.Between(s.today-7, s.today-1)) // on a Sunday, the one that has just ended
	}
	return s.counting(i, unitFrom(s.today, u, -1))
}

// weekdayBefore returns the last such day before that of the publication.
func (s *dateScan) weekdayBefore(day time.Weekday) when.Interval {
	yesterday := s.today - 1
	return when.On(yesterday - when.Day((yesterday.Weekday()-day+7)%7))
}

// counting returns a date of one token that counts from the publication.
func (s *dateScan) counting(i int, t when.Interval) (date, bool) {
	to := i + 1
	if dayparts.has(s.w.At(to)) {
		to++
	}
	return date{to: to, when: s.relative(t), kind: RelativeDate}, true
}

// dayOfWeek reads "last week on Wednesday".
func (s *dateScan) dayOfWeek(i, n int) (date, bool) {
	if s.w.At(i) != "week" {
		return date{}, false
	}
	at := s.skip(i+1, "on")
	day, ok := s.weekdayName(at)
	if !ok || s.w.At(at+1) == "," {
		return date{}, false
	}
	return date{to: at + 1, when: s.inWeek(n, day), kind: RelativeDate}, true
}

func (s *dateScan) lastWeekend() when.Interval {
	if w := s.today.Weekday(); w == 6 || w == 0 {
		return s.weekend(-1)
	}
	return s.weekend(0)
}

// lastMonth reads "last June", "last December 28".
func (s *dateScan) lastMonth(i int) (date, bool) {
	if d, ok := s.monthDay(i, 0, false); ok {
		return d, true
	}
	m := s.month(i)
	t := s.nearMonth(m, PastTense, func(y int) when.Interval { return when.InMonth(y, m) })
	if t.Overlaps(when.On(s.today)) {
		y, _, _ := s.today.Civil()
		t = when.InMonth(y-1, m)
	}
	return s.counting(i, t)
}

// lastHoliday reads "last Christmas Day".
func (s *dateScan) lastHoliday(i int) (date, bool) {
	d, ok := s.holiday(i)
	if ok && d.in != nil && s.known {
		d.when, _ = s.around(d.in)
	}
	return d, ok
}

func isSeason(word string) bool {
	_, ok := seasonNames[word]
	return ok
}

// lastSeason returns the last such season that is over.
func (s *dateScan) lastSeason(season when.Season) when.Interval {
	y, _, _ := s.today.Civil()
	t := when.InSeason(y, season)
	for n := 1; t.Last >= s.today; n++ {
		t = when.InSeason(y-n, season)
	}
	return t
}

// past reads "past three days", "last 48 hours", "past week" behind "the",
// "this" or a preposition; token i is the first of its words.
func (s *dateScan) past(i int) (date, bool) {
	switch s.w.At(i - 1) {
	case "the", "this", "these", "in", "over", "during", "for", "within":
	default:
		if s.w.At(i) == "past" {
			return date{}, false
		}
	}
	if s.w.At(i+1) == "weekend" {
		return s.counting(i+1, s.lastWeekend())
	}
	if day, ok := s.weekdayName(i + 1); ok {
		return s.counting(i+1, s.nearWeekday(day, PastTense))
	}
	a, ok := s.pastAmount(i + 1)
	if !ok {
		return date{}, false
	}
	if a.unit == days {
		a.low, a.high = a.low+1, a.high+1 // "the past three days" reach back three days, as 72 hours do
	}
	return s.endingToday(a), true
}

// pastAmount reads the amount behind "past" or "last"; without a number it is
// one.
func (s *dateScan) pastAmount(i int) (amount, bool) {
	u := dateUnits.of(s.w.At(i))
	if u >= days && s.w.At(i)[len(s.w.At(i))-1] != 's' {
		if s.w.At(i) == "night" || s.w.At(i-1) == "last" && (u == days || s.w.At(i+1) == "of") {
			return amount{}, false
		}
		return amount{low: 1, high: 1, unit: u, to: i + 1}, true
	}
	a, ok := s.amount(i)
	if a.about && a.unit == days && a.low != a.high {
		a.low, a.high = 7, 7 // "the past few days" are days of about a week
		if a.bare {
			return a, false
		}
	}
	return a, ok && a.unit != minutes && !a.bare
}

// recent reads "recent days", "recent weeks".
func (s *dateScan) recent(i int) (date, bool) {
	before := s.w.At(i - 2)
	if before != "in" && before != "over" && before != "during" {
		return date{}, false
	}
	reach := map[string]amount{
		"days":   {low: 8, high: 8, unit: days},
		"weeks":  {low: 4, high: 4, unit: weeks},
		"months": {low: 6, high: 6, unit: months},
	}
	a, ok := reach[s.w.At(i)]
	a.to, a.about = i+1, true
	return s.endingToday(a), ok
}

// this reads what follows "this".
func (s *dateScan) this(i int) (date, bool) {
	word := s.w.At(i)
	day, isDay := s.weekdayName(i)
	y, now, _ := s.today.Civil()
	switch {
	case word == "past":
		return s.past(i)
	case word == "coming":
		return s.coming(i + 1)
	case isDay:
		return s.counting(i, s.nearWeekday(day, s.tense(i-1, i+1)))
	case dayparts.has(word):
		return s.counting(i, when.On(s.today))
	case word == "weekend":
		return s.counting(i, s.thisWeekend(i))
	case s.month(i) != 0:
		return s.counting(i, when.InMonth(y, s.month(i)))
	case isSeason(word) && word != "fall", word == "fall" && s.w.Mark(i+1):
		if word == "winter" && now < 6 {
			y--
		}
		return s.counting(i, when.InSeason(y, seasonNames[word]))
	case word == "week" || word == "month" || word == "year":
		if d, ok := s.dayOfWeek(i, 0); ok {
			return d, true
		}
		return s.soFar(i, unitFrom(s.today, dateUnits.of(word), 0))
	}
	return date{}, false
}

// soFar returns the unit that is on, or as much of it as is over if "so far"
// stands beside it.
func (s *dateScan) soFar(i int, t when.Interval) (date, bool) {
	after := s.w.has(i+1, "so", "far")
	if after || s.w.has(i-3, "so", "far") {
		t.Last = s.today
	}
	d, ok := s.counting(i, t)
	if after {
		d.to = i + 3
	}
	return d, ok
}

// thisWeekend returns the weekend that is on, else the last or, unless the words
// look back, the next.
func (s *dateScan) thisWeekend(i int) when.Interval {
	if w := s.today.Weekday(); w == 6 || w == 0 || s.tense(i-1, i+1) == PastTense {
		return s.weekend(0)
	}
	return s.weekend(1)
}

// following reads what follows "next".
func (s *dateScan) following(i int) (date, bool) {
	word, the := s.w.At(i), s.w.At(i-2) == "the"
	day, isDay := s.weekdayName(i)
	y, now, _ := s.today.Civil()
	switch {
	case word == "day", word == "night", the && dayparts.has(word):
		return s.beside(i, 1)
	case isDay:
		return s.counting(i, s.inWeek(1, day))
	case word == "weekend":
		saturday := when.InWeek(s.today).First + 12
		return s.counting(i, when.Between(saturday, saturday+1))
	case s.month(i) != 0:
		if s.month(i) <= now {
			y++
		}
		return s.counting(i, when.InMonth(y, s.month(i)))
	case isSeason(word):
		t := when.InSeason(y, seasonNames[word])
		if t.First <= s.today {
			t = when.InSeason(y+1, seasonNames[word])
		}
		return s.counting(i, t)
	case !the && (word == "week" || word == "month" || word == "year"):
		return s.nextUnit(i, word)
	}
	return s.nextUnits(i)
}

func (s *dateScan) nextUnit(i int, word string) (date, bool) {
	if d, ok := s.dayOfWeek(i, 1); ok {
		return d, true
	}
	return s.counting(i, unitFrom(s.today, dateUnits.of(word), 1))
}

// nextUnits reads "next three days", "coming days".
func (s *dateScan) nextUnits(i int) (date, bool) {
	a, ok := s.pastAmount(i)
	if !ok && dateUnits.of(s.w.At(i)) >= days { // "the coming days"
		a, ok = amount{low: 1, high: 1, unit: dateUnits.of(s.w.At(i)), about: true, to: i + 1}, true
		if a.unit == days {
			a.low, a.high = 7, 7
		}
	}
	if !ok || a.unit < days {
		return date{}, false
	}
	return s.untilThen(a), true
}

// coming reads what follows "coming".
func (s *dateScan) coming(i int) (date, bool) {
	if day, ok := s.weekdayName(i); ok {
		return s.counting(i, s.nearWeekday(day, FutureTense))
	}
	switch word := s.w.At(i); word {
	case "weekend":
		return s.counting(i, s.weekend(1))
	case "week", "month", "year":
		return s.counting(i, unitFrom(s.today, dateUnits.of(word), 1))
	}
	if dateUnits.of(s.w.At(i)) == noUnit {
		return date{}, false
	}
	return s.nextUnits(i)
}

// beside reads the unit behind "same", "previous", "following": it counts from
// the event told before.
func (s *dateScan) beside(i, n int) (date, bool) {
	d := date{to: i + 1, kind: ReferenceDate}
	word := s.w.At(i)
	day, isDay := s.weekdayName(i)
	u := dateUnits.of(word)
	if dayparts.has(word) && (s.w.At(i-1) == "that" || s.w.At(i-2) == "the") {
		u = days // but "following midday prayers"
	}
	switch {
	case isDay && n != 0:
		d.when = s.weekdayBeside(day, n)
		return d, true
	case u < days || u > years || u == fortnights || word[len(word)-1] == 's':
		return date{}, false
	case s.reference.IsZero():
		return d, true
	case u == days && s.reference.Precision >= when.ToMonth:
		d.when = s.reference // "the next day" of a month
	case u == days && n == 0:
		d.when = s.reference
	case n > 0:
		d.when = unitFrom(s.reference.Last, u, n)
	default:
		d.when = unitFrom(s.reference.First, u, n)
	}
	if u == days && s.w.At(i+1) != "" && dayparts.has(s.w.At(i+1)) {
		d.to++
	}
	return d, true
}

func (s *dateScan) weekdayBeside(day time.Weekday, n int) when.Interval {
	if s.reference.IsZero() {
		return when.Interval{}
	}
	if n > 0 {
		first := s.reference.Last + 1
		return when.On(first + when.Day((day-first.Weekday()+7)%7))
	}
	last := s.reference.First - 1
	return when.On(last - when.Day((last.Weekday()-day+7)%7))
}

// attackOfWeekend reads "weekend" before what happened on it: "weekend raids".
func (s *dateScan) attackOfWeekend(i int) (date, bool) {
	switch s.w.At(i - 1) {
	case "", "in", "of", "from", "after", "during":
	default:
		return date{}, false
	}
	if s.w.Mark(i + 1) {
		return date{}, false
	}
	return s.counting(i, s.weekend(0))
}
