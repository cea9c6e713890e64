package when

import "time"

// InWeek returns the calendar week, Monday to Sunday, that d lies in.
func InWeek(d Day) Interval {
	monday := d - Day((d.Weekday()+6)%7)
	return Interval{First: monday, Last: monday + 6, Precision: ToWeek}
}

// InMonth returns a calendar month. A month outside 1 to 12 is carried over as
// by [Date].
func InMonth(year int, month time.Month) Interval {
	return InMonths(year, month, 1)
}

// InMonths returns n calendar months, the first of them given: a quarter, a
// season.
func InMonths(year int, month time.Month, n int) Interval {
	return Interval{
		First:     Date(year, month, 1),
		Last:      Date(year, month+time.Month(n), 1) - 1,
		Precision: ToMonth,
	}
}

// InYear returns a calendar year.
func InYear(year int) Interval { return InYears(year, year) }

// InYears returns the calendar years from first to last, both included.
func InYears(first, last int) Interval {
	return Interval{First: Date(first, time.January, 1), Last: Date(last, time.December, 31), Precision: ToYear}
}

// InDecade returns the ten years that begin with the one given, as in "the
// 1990s".
func InDecade(year int) Interval { return InYears(year, year+9) }

// Season is a quarter of the year by the weather, in whole months.
type Season uint8

// The seasons, in EDTF's order.
const (
	Spring Season = iota
	Summer
	Autumn
	Winter
)

// InSeason returns a season as the northern hemisphere has it: spring is March
// to May, and the winter of a year begins in its December. It is approximate,
// because writers rarely mean the exact months.
func InSeason(year int, s Season) Interval {
	i := InMonths(year, time.March+time.Month(3*s), 3)
	i.Approximate = true
	return i
}

// Part is a third of a time, as in "early June".
type Part uint8

// The parts.
const (
	Early Part = iota
	Mid
	Late
)

// In returns the part of the interval that words such as "early" name: a third
// of its days; of a year or more, a third of its months. It is approximate. The
// unknown time has unknown parts.
func (p Part) In(i Interval) Interval {
	if i.IsZero() {
		return i
	}
	if i.Precision == ToYear {
		return p.ofMonths(i)
	}
	n := i.Last - i.First + 1
	part := Between(i.First+n*Day(p)/3, max(i.First+n*Day(p)/3, i.First+n*Day(p+1)/3-1))
	part.Approximate = true
	return part
}

func (p Part) ofMonths(i Interval) Interval {
	first, _, _ := i.First.Civil()
	last, _, _ := i.Last.Civil()
	n := 12 * (last - first + 1) / 3
	part := InMonths(first, time.January+time.Month(n*int(p)), n)
	part.Approximate = true
	return part
}

// Span returns the time from the first day of a to the last day of b. Months
// stay months and years stay years: "June to August" is three months. It is
// unknown if either is, or if b ends before a begins.
func Span(a, b Interval) Interval {
	if a.IsZero() || b.IsZero() || b.Last < a.First {
		return Interval{}
	}
	i := Between(a.First, b.Last)
	if a == b || a.Precision == b.Precision && a.Precision >= ToMonth {
		i.Precision = a.Precision
	}
	i.Approximate = a.Approximate || b.Approximate
	return i
}

// months reports whether the interval is whole calendar months.
func (i Interval) months() bool {
	_, _, first := i.First.Civil()
	_, _, next := (i.Last + 1).Civil()
	return first == 1 && next == 1
}

// years reports whether the interval is whole calendar years.
func (i Interval) years() bool {
	_, m, first := i.First.Civil()
	_, n, next := (i.Last + 1).Civil()
	return m == time.January && first == 1 && n == time.January && next == 1
}
