package en

import (
	"strings"
	"time"

	"github.com/dateline-map/dateline/geo/when"
)

// monthAlone reads a month with its year, or without one behind a word that
// makes it a month and not a person or a verb.
func (s *dateScan) monthAlone(i int) (date, bool) {
	m := s.month(i)
	if m == 0 {
		return date{}, false
	}
	at := s.skip(i+1, ",", "of")
	if y := year(s.w.At(at)); y > 0 {
		return date{to: at + 1, when: when.InMonth(y, m), kind: AbsoluteDate}, true
	}
	if !monthBefore.has(s.w.At(i-1)) && !s.monthHere(i) {
		return date{}, false
	}
	in := func(y int) when.Interval { return when.InMonth(y, m) }
	if y, to, ok := s.namedYear(i + 1); ok {
		return date{to: to, kind: RelativeDate, when: s.relative(in(y))}, true
	}
	d := date{to: i + 1, kind: RelativeDate, in: in}
	d.when = s.nearMonth(m, s.tense(i, i+1), in)
	return d, true
}

// nearMonth returns the month that is on, or the nearest by tense.
func (s *dateScan) nearMonth(m time.Month, t Tense, in func(int) when.Interval) when.Interval {
	if !s.known {
		return when.Interval{}
	}
	y, now, _ := s.today.Civil()
	if m == now {
		return when.InMonth(y, m)
	}
	past, future := s.around(in)
	if t == FutureTense || t == AnyTense && future.First-s.today < s.today-past.Last {
		return future
	}
	return past
}

// monthBefore are the words after which a month's name is a month.
var monthBefore = setOf(`in for since until till by during of early late mid between through throughout from last next this before after to end
	beginning start middle`)

// monthHere reports whether the month at token i stands in a list or behind a
// hyphen that makes it one: "April and May", "mid-May", "between June and
// August".
func (s *dateScan) monthHere(i int) bool {
	if s.w.At(i) == "may" && !s.w.Mark(i+1) && !afterDates.has(s.w.At(i+1)) {
		return false
	}
	switch s.w.At(i - 1) {
	case "-":
		return s.w.At(i-2) == "mid"
	case "and", "or":
		return s.month(i-2) != 0 || year(s.w.At(i-2)) != 0
	case "the":
		return s.w.At(i-2) == "in"
	}
	return false
}

// yearAlone reads a year, a decade or a range's year behind a word that makes
// the number one.
func (s *dateScan) yearAlone(i int) (date, bool) {
	word := s.w.At(i)
	if y := decadeYear(word); y > 0 {
		return date{to: i + 1, when: when.InDecade(y), kind: AbsoluteDate}, true
	}
	if (word == "'" || word == "’") && decadeYear("19"+s.w.At(i+1)) > 0 {
		return date{to: i + 2, when: when.InDecade(decadeYear("19" + s.w.At(i+1))), kind: AbsoluteDate}, true
	}
	y := year(word)
	if y < 1800 || y == 0 {
		return date{}, false
	}
	d := date{to: i + 1, when: when.InYear(y), kind: AbsoluteDate}
	if s.yearHere(i) {
		return d, true
	}
	switch s.w.At(i + 1) { // "1984-1985"
	case "-", "–":
		return d, year(s.w.At(i+2)) > y
	}
	return date{}, false
}

// decadeYear returns the first year of "1990s".
func decadeYear(word string) int {
	if len(word) == 5 && word[4] == 's' {
		if y := year(word[:4]); y%10 == 0 {
			return y
		}
	}
	return 0
}

// yearHere reports whether the words around a number make it a year: "in 2014",
// "the 2003 invasion", but not "in 2000 villages".
func (s *dateScan) yearHere(i int) bool {
	before, next := s.w.At(i-1), s.w.At(i+1)
	plural := strings.HasSuffix(next, "s") && !afterDates.has(next) && !s.w.Mark(i+1) && !s.w.Capital(i+1)
	people := next == "people" || next == "men" || next == "women" || next == "children" || next == "other" || next == "dead" || next == "more" && s.w.At(i+2) != "than"
	if plural && !people && (before == "in" || before == "since") && !strings.HasSuffix(s.w.At(i), "00") {
		return true // "In 2014 rebels took the town": nobody counts rebels so exactly
	}
	if plural || people {
		return before == "the" && plural
	}
	switch before {
	case "a", "an":
		return next != "" && !s.w.Mark(i+1)
	case "-", "–", "to", "and":
		return year(s.w.At(i-2)) > 0 || s.w.At(i-2) == "mid"
	}
	return yearBefore.has(before) || s.w.has(i-2, "end", "of")
}

// yearBefore are the words after which a number of four digits is a year.
var yearBefore = setOf(`in since until till during by of from between early late mid before after through throughout year fall summer spring
	autumn winter the around circa to last`)
