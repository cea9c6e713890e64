package when

import (
	"fmt"
	"strings"
	"time"
)

// read returns what the phrase says, by its shape.
func (p *phrase) read(r *reader) (written, error) {
	shape := p.shape()
	switch {
	case strings.ContainsAny(shape, "QWHAD"):
		return p.counted(shape)
	case strings.Contains(shape, "M"):
		return p.named(shape)
	case !p.regular():
		return p.loose(shape)
	}
	switch shape {
	case "22", "222", "224":
		return p.ordered(r)
	case "4", "42", "422", "24", "2", "43":
		return p.numeric(shape)
	case "8", "c", "e":
		return p.compact()
	}
	return p.loose(shape)
}

// regular reports whether the same mark, or only space, stands between all
// items.
func (p *phrase) regular() bool {
	for i := 1; i < p.n; i++ {
		if p.items[i].sep != p.items[1].sep || p.items[i].sep == ',' || p.items[i].sep == '\'' {
			return false
		}
	}
	return p.items[0].sep == 0
}

func (p *phrase) set(year, month, day int) (written, error) {
	p.year, p.month, p.day = year, month, day
	return p.written, nil
}

func (p *phrase) setInterval(i Interval) (written, error) {
	p.interval = i
	return p.written, nil
}

// ordered reads numbers whose order is a matter of country. Two digits above 31
// are a year and come first.
func (p *phrase) ordered(r *reader) (written, error) {
	a, b := p.items[0].value, p.items[1].value
	if p.n == 3 && p.items[2].kind == '2' {
		if p.items[1].sep == 0 {
			return written{}, errNotDate
		}
		if a > 31 {
			return p.set(century(a), b, p.items[2].value)
		}
	}
	year := 0
	if p.n == 3 {
		year = p.yearAt(2)
	}
	r.asked = true
	if r.order == MDY {
		a, b = b, a
	}
	if b == 0 && a != 0 || a == 0 && p.n == 2 {
		return written{}, fault("days and months count from 1")
	}
	return p.set(year, b, a) // 00/06/2014 is June of which no day is known
}

// yearAt returns the year that item i says in two or four digits.
func (p *phrase) yearAt(i int) int {
	if p.items[i].kind == '2' {
		p.short = true
		return century(p.items[i].value)
	}
	return p.items[i].value
}

// century completes a year of two digits: 50 to 99 are 1950 to 1999, 00 to 49 are
// 2000 to 2049. POSIX has 69 for the first, but lists of events reach back further
// than they look ahead. The pivot is fixed, because one that moves with the clock
// would read the same file differently next year.
func century(year int) int {
	if year >= 50 {
		return 1900 + year
	}
	return 2000 + year
}

// numeric reads numbers that have one order only.
func (p *phrase) numeric(shape string) (written, error) {
	a, b, c := p.items[0].value, p.items[1].value, p.items[2].value
	sep := p.items[1].sep
	switch shape {
	case "4":
		return p.set(a, 0, 0)
	case "42":
		if sep == '.' { // 2014.0 is a year that went through a float
			return p.floatYear(a, b)
		}
		return p.partial(a, b, 1)
	case "422":
		return p.partial(a, b, c)
	case "24":
		p.bare = sep == 0
		return p.partial(b, a, 1)
	case "2":
		p.day = a
		return p.written, nonZero(a)
	}
	return p.ordinalDay(a, b)
}

func (p *phrase) floatYear(year, fraction int) (written, error) {
	if fraction != 0 || p.items[1].digits != 1 {
		return written{}, errNotDate
	}
	return p.set(year, 0, 0)
}

// partial sets a year, a month and, in a phrase of three items, a day. Databases
// write 0 for a day, or a month and a day, that is not known: "2011-04-00".
func (p *phrase) partial(year, month, day int) (written, error) {
	if p.n < 3 {
		day = 0
	}
	switch {
	case year == 0 || month == 0 && (day != 0 || p.n < 3):
		return written{}, nonZero(0)
	case p.n < 3 && month > 12 && month == (year+1)%100:
		return written{}, fault(fmt.Sprintf("is the years %d and %d, or one that begins in %d and ends in %d", year, year+1, year, year+1))
	}
	return p.set(year, month, day)
}

func nonZero(n int) error {
	if n == 0 {
		return fault("years, months and days count from 1")
	}
	return nil
}

// ordinalDay reads 2014-165.
func (p *phrase) ordinalDay(year, n int) (written, error) {
	d := Date(year, time.January, 1) + Day(n) - 1
	if y, _, _ := d.Civil(); y != year || p.items[1].sep != '-' || year == 0 {
		return written{}, errNotDate
	}
	return p.setInterval(On(d))
}

// compact reads 20140612, and the same with a time of day behind it in two or
// three pairs of digits.
func (p *phrase) compact() (written, error) {
	v := p.items[0].value
	switch p.items[0].kind {
	case 'c':
		v /= 1e4
	case 'e':
		v /= 1e6
	}
	p.n = 3
	return p.partial(v/1e4, v/100%100, v%100)
}

// named reads a date with its month in words.
func (p *phrase) named(shape string) (written, error) {
	v := func(i int) int { return p.items[i].value }
	switch shape {
	case "M":
		return p.set(0, v(0), 0)
	case "2M", "oM":
		return p.set(0, v(1), v(0))
	case "M2":
		if sep := p.items[1].sep; sep == '-' || sep == '\'' { // Jun-14 is a spreadsheet's June 2014
			return p.set(century(v(1)), v(0), 0)
		}
		return p.set(0, v(0), v(1))
	case "Mo":
		return p.set(0, v(0), v(1))
	case "M4":
		return p.set(v(1), v(0), 0)
	case "4M":
		return p.set(v(0), v(1), 0)
	case "2M4", "2M2", "oM4":
		return p.set(p.yearAt(2), v(1), v(0))
	case "M24", "Mo4":
		return p.set(v(2), v(0), v(1))
	case "4M2":
		return p.set(v(0), v(1), v(2))
	case "42M":
		return p.set(v(0), v(2), v(1))
	}
	return written{}, errNotDate
}

// loose reads the shapes in which marks do not count.
func (p *phrase) loose(shape string) (written, error) {
	v := func(i int) int { return p.items[i].value }
	switch shape {
	case "24":
		p.bare = p.items[1].sep == ','
		if p.bare {
			return p.set(v(1), v(0), 0)
		}
	case "d":
		if v(0)%10 == 0 && v(0) > 0 {
			return p.setInterval(InDecade(v(0)))
		}
	case "S4":
		return p.season(v(1), v(0))
	case "4S":
		return p.season(v(0), v(1))
	case "n":
		return written{}, fault("is a number; if it counts days or seconds, that must be told")
	}
	return written{}, errNotDate
}

// counted reads the shapes with a part of a year or a month that is counted:
// quarters, weeks, halves.
func (p *phrase) counted(shape string) (written, error) {
	v := func(i int) int { return p.items[i].value }
	if shape != "oDM4" {
		shape = strings.Replace(shape, "o", "2", 1)
	}
	switch shape {
	case "4Q2":
		return p.quarter(v(0), v(2))
	case "42Q":
		return p.quarter(v(0), v(1))
	case "Q24":
		return p.quarter(v(2), v(1))
	case "2Q4", "MQ4": // III кв. 2014: the Roman month is a number
		return p.quarter(v(2), v(0))
	case "LQ4":
		return p.quarter(v(2), 4)
	case "4H2":
		return p.half(v(0), v(2))
	case "H24":
		return p.half(v(2), v(1))
	case "2H4", "MH4":
		return p.half(v(2), v(0))
	case "LH4":
		return p.half(v(2), 2)
	case "4A2":
		return p.halfOrWeek(v(0), v(2))
	case "A24":
		return p.halfOrWeek(v(2), v(1))
	case "4W2":
		return p.week(v(0), v(2), 0)
	case "42W":
		return p.week(v(0), v(1), 0)
	case "W24":
		return p.week(v(2), v(1), 0)
	case "2W4":
		return p.week(v(2), v(0), 0)
	case "4W22":
		return p.week(v(0), v(2), v(3))
	}
	return p.ofMonth(shape)
}

// ofMonth reads a part of a month that is counted.
func (p *phrase) ofMonth(shape string) (written, error) {
	v := func(i int) int { return p.items[i].value }
	switch shape {
	case "2HM4":
		return p.halfMonth(v(0), v(2), v(3))
	case "H2M4":
		return p.halfMonth(v(1), v(2), v(3))
	case "LHM4":
		return p.halfMonth(2, v(2), v(3))
	case "2WM4":
		return p.weekOfMonth(v(0), v(2), v(3))
	case "W2M4":
		if p.items[1].digits == 0 { // the other is "week of 3 March 2025"
			return p.weekOfMonth(v(1), v(2), v(3))
		}
	case "LWM4":
		return p.lastDays(v(2), v(3))
	case "oDM4":
		if v(0) == 1 {
			return p.firstDays(v(2), v(3))
		}
	case "LDM4":
		p.about = true
		return p.lastDays(v(2), v(3))
	}
	return written{}, errNotDate
}

func (p *phrase) season(year, s int) (written, error) {
	if year == 0 || year == 9999 {
		return written{}, errNotDate
	}
	return p.setInterval(InSeason(year, Season(s)))
}

func (p *phrase) quarter(year, q int) (written, error) {
	if q < 1 || q > 4 || year == 0 {
		return written{}, fault("quarters are 1 to 4")
	}
	return p.setInterval(InMonths(year, time.Month(3*q-2), 3))
}

// half returns the first or the second six months of a year.
func (p *phrase) half(year, n int) (written, error) {
	if n < 1 || n > 2 || year == 0 {
		return written{}, fault("there are two halves")
	}
	return p.setInterval(InMonths(year, time.Month(6*n-5), 6))
}

// halfOrWeek reads "S12 2025", in French, Spanish and Portuguese a week if it
// cannot be a semester.
func (p *phrase) halfOrWeek(year, n int) (written, error) {
	if n == 1 || n == 2 {
		return written{}, fault(fmt.Sprintf("is half %d of %d or its week %d", n, year, n))
	}
	return p.week(year, n, 0)
}

// halfMonth returns the first or the second half of a month; of 31 days the
// first has 15.
func (p *phrase) halfMonth(n, month, year int) (written, error) {
	m, err := p.wholeMonth(year, month)
	switch {
	case err != nil:
		return written{}, err
	case n < 1 || n > 2:
		return written{}, fault("there are two halves")
	}
	size := m.Last - m.First + 1
	if n == 1 {
		return p.setInterval(Between(m.First, m.First+size/2-1))
	}
	return p.setInterval(Between(m.First+size/2, m.Last))
}

// weekOfMonth returns seven days, counted from the first of a month; the fifth
// week is what is left of it.
func (p *phrase) weekOfMonth(n, month, year int) (written, error) {
	m, err := p.wholeMonth(year, month)
	first := m.First + Day(7*(n-1))
	switch {
	case err != nil:
		return written{}, err
	case n < 1 || first > m.Last:
		return written{}, fault("there is no such week")
	}
	return p.setInterval(Interval{First: first, Last: min(first+6, m.Last), Precision: ToWeek})
}

// firstDays returns the week that "the first days of March" are, approximately.
func (p *phrase) firstDays(month, year int) (written, error) {
	p.about = true
	return p.weekOfMonth(1, month, year)
}

// lastDays returns the last seven days of a month.
func (p *phrase) lastDays(month, year int) (written, error) {
	m, err := p.wholeMonth(year, month)
	if err != nil {
		return written{}, err
	}
	return p.setInterval(Interval{First: m.Last - 6, Last: m.Last, Precision: ToWeek})
}

func (p *phrase) wholeMonth(year, month int) (Interval, error) {
	return (&written{year: year, month: month}).plain()
}

// week reads an ISO 8601 week, or with day from 1 to 7 a day of it. The week
// with 4 January is the first.
func (p *phrase) week(year, week, day int) (written, error) {
	first := InWeek(Date(year, time.January, 4))
	i := InWeek(first.First + Day(7*(week-1)))
	y, _ := i.First.midnight().ISOWeek()
	if y != year || day > 7 || year == 0 || week == 0 {
		return written{}, fault("there is no such week")
	}
	if p.n == 4 {
		if day == 0 {
			return written{}, errNotDate
		}
		return p.setInterval(On(i.First + Day(day-1)))
	}
	return p.setInterval(i)
}
