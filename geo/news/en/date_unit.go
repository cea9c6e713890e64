package en

import (
	"time"

	"github.com/dateline-map/dateline/geo/when"
)

// unitFrom returns the calendar unit that lies n units from the one a day is
// in: for days, the day itself; for hours, the same day.
func unitFrom(d when.Day, u dateUnit, n int) when.Interval {
	y, m, _ := d.Civil()
	switch u {
	case days:
		return when.On(d + when.Day(n))
	case weeks:
		return when.InWeek(d + when.Day(7*n))
	case fortnights:
		return when.InWeek(d + when.Day(14*n))
	case months:
		y, m, _ = when.Date(y, m+time.Month(n), 1).Civil()
		return when.InMonth(y, m)
	case years:
		return when.InYear(y + n)
	case decades:
		return about(when.InYear(y + 10*n))
	}
	return when.On(d)
}

// moved returns the day n units from d, as near as the calendar has it.
func moved(d when.Day, u dateUnit, n int) when.Day {
	y, m, day := d.Civil()
	switch u {
	case days:
		return d + when.Day(n)
	case weeks:
		return d + when.Day(7*n)
	case fortnights:
		return d + when.Day(14*n)
	case months:
		return when.Date(y, m+time.Month(n), day)
	case years:
		return when.Date(y+n, m, day)
	case decades:
		return when.Date(y+10*n, m, day)
	}
	return d
}

// precisionOf returns how fine a time counted in a unit is.
func precisionOf(u dateUnit) when.Precision {
	switch u {
	case weeks, fortnights:
		return when.ToWeek
	case months:
		return when.ToMonth
	case years, decades:
		return when.ToYear
	}
	return when.ToDays
}

// stretch returns the time between two days, counted in a unit.
func stretch(a, b when.Day, u dateUnit) when.Interval {
	i := when.Between(a, b)
	i.Precision = max(i.Precision, precisionOf(u))
	if a == b && u < days {
		i.Precision = when.ToDay
	}
	return i
}

// amount is how many of a unit: "three days", "a few weeks", "about ten days".
type amount struct {
	low, high int // the same, unless it is vague
	unit      dateUnit
	about     bool
	bare      bool // "days": no number at all
	to        int
}

// amountAbout are words before a number that leave it open.
var amountAbout = setOf(`about around nearly almost roughly some approximately over`)

// amount reads a number of units at token i.
func (s *dateScan) amount(i int) (amount, bool) {
	a := amount{}
	i = s.hedge(&a, i)
	switch w := s.w.At(i); {
	case w == "a" && s.w.At(i+1) == "few", w == "the" && s.w.At(i+1) == "few":
		a.low, a.high, a.about, i = 2, 5, true, i+2
	case w == "few":
		a.low, a.high, a.about, i = 2, 5, true, i+1
	case w == "several":
		a.low, a.high, a.about, i = 3, 7, true, i+1
	case w == "a" && s.w.At(i+1) == "couple", w == "couple":
		a.low, a.high, a.about = 2, 2, true
		i = s.skip(i, "a", "couple", "of")
	case w == "a", w == "an":
		a.low, a.high, i = 1, 1, i+1
	case dateUnits.of(w) != noUnit && len(w) > 4 && w[len(w)-1] == 's' || w == "days":
		a.low, a.high, a.about, a.bare = 2, 7, true, true
	default:
		if n := smallNumber(w, 3); n > 0 {
			a.low, a.high, i = n, n, i+1
		} else if n, next, ok := s.w.belowHundred(i); ok && n > 0 {
			a.low, a.high, i = n, n, next
		}
	}
	a.unit, a.to = dateUnits.of(s.w.At(i)), i+1
	return a, a.low > 0 && a.unit != noUnit
}

// hedge reads the words before a number that leave it open: "more than".
func (s *dateScan) hedge(a *amount, i int) int {
	switch {
	case s.w.has(i, "more", "than"), s.w.has(i, "less", "than"), s.w.has(i, "at", "least"), s.w.has(i, "just", "over"):
		a.about = true
		return i + 2
	case amountAbout.has(s.w.At(i)):
		a.about = true
		return i + 1
	case s.w.At(i) == "exactly", s.w.At(i) == "just", s.w.At(i) == "only":
		return i + 1
	}
	return i
}

// from returns the time that lies an amount after a day if sign is 1, before it
// if sign is -1.
func (a amount) from(d when.Day, sign int) when.Interval {
	if a.unit == hours && a.low >= 24 && a.low == a.high {
		return when.On(d + when.Day(sign*a.low/24))
	}
	if a.unit < days {
		return when.On(d)
	}
	var i when.Interval
	switch {
	case a.low != a.high:
		i = stretch(min(moved(d, a.unit, sign*a.high), moved(d, a.unit, sign*a.low)),
			max(moved(d, a.unit, sign*a.high), moved(d, a.unit, sign*a.low)), a.unit)
	case a.unit == weeks && a.low == 1:
		i = about(when.On(d + when.Day(7*sign))) // a week is oftener a day's name away than a calendar week
	default:
		i = unitFrom(d, a.unit, sign*a.low)
	}
	i.Approximate = i.Approximate || a.about
	return i
}

// endingOn returns the time of an amount that ends on a day. Of days, that day is
// the last of them ("in two days of violence"); of hours and longer units, one
// counts back from it.
func (a amount) endingOn(d when.Day) when.Interval {
	var first when.Day
	switch a.unit {
	case minutes:
		first = d
	case hours:
		first = d - when.Day((a.high+23)/24)
	case days:
		first = d - when.Day(a.high-1)
	default:
		first = moved(d, a.unit, -a.high)
	}
	i := stretch(first, d, a.unit)
	i.Approximate = a.about
	return i
}
