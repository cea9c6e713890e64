// Package when says when something happened, as far as it is known.
//
// A date in a record or a news story is rarely an instant: "May 2014" names a
// month, "over the weekend" two days. This package keeps such a date as the
// interval of civil days it names, never as a made-up instant inside it, and
// never with a time zone: news and incident tables speak in days, and a zone
// could only move them.
//
// # Non-goals
//
//   - Finding dates in running text; see package news.
//   - Times of day, which are kept aside by whoever reads them.
package when

import "time"

// Day is a civil day of the proleptic Gregorian calendar, counted from
// 1970-01-01, which is day 0. Days before it are negative. Written dates from
// year 1 to year 9999 are supported.
type Day int32

const secondsPerDay = 24 * 60 * 60

// A year is counted from March here, so that a leap day is its last day; 400 of
// them are a whole number of days. The arithmetic of Date is that of Howard Hinnant's
// days_from_civil (howardhinnant.github.io/date_algorithms.html), several times as fast
// as going through [time.Time].
const (
	daysPer400Years = 146097
	epochFromMarch0 = 719468 // days from 0000-03-01 to 1970-01-01
)

// Date returns the day of a civil date. Months and days outside their usual
// ranges are carried over as by [time.Date]; use [ValidDate] to refuse them.
func Date(year int, month time.Month, day int) Day {
	fromMarch := int64(month) - 3
	y := int64(year) + floorDiv(fromMarch, 12)
	fromMarch -= 12 * floorDiv(fromMarch, 12)
	era := floorDiv(y, 400)
	y -= 400 * era
	dayOfYear := (153*fromMarch+2)/5 + int64(day) - 1
	return Day(era*daysPer400Years + y*365 + y/4 - y/100 + dayOfYear - epochFromMarch0)
}

// ValidDate is [Date] for a date that may not exist, such as 30 February.
func ValidDate(year int, month time.Month, day int) (Day, bool) {
	if year < 1 || year > 9999 || month < time.January || month > time.December || day < 1 || day > daysIn(year, month) {
		return 0, false
	}
	return Date(year, month, day), true
}

func daysIn(year int, month time.Month) int {
	switch {
	case month == time.February && year%4 == 0 && (year%100 != 0 || year%400 == 0):
		return 29
	case month == time.February:
		return 28
	}
	return 30 + int(month+month>>3)&1 // 31 in January to July every other month, and again from August on
}

// Civil returns the day's year, month and day of the month.
//
// The sums are those of Neri and Schneider, "Euclidean affine functions and their
// application to calendar algorithms" (2023): a day of the century times 2939745 has
// the year in its upper half and the day of the year in the lower, a day of the year
// times 2141 the month and the day of the month. It takes a third of the time of
// dividing by the lengths of years and months.
func (d Day) Civil() (year int, month time.Month, day int) {
	const eras = 1 << 14 // before which no Day lies
	n := 4*uint64(int64(d)+epochFromMarch0+eras*daysPer400Years) + 3
	century, ofCentury := n/daysPer400Years, uint64(uint32(n%daysPer400Years)/4)
	years := 2939745 * (4*ofCentury + 3)
	ofYear := uint32(years) / 2939745 / 4 // from March
	months := 2141*ofYear + 197913
	year, month, day = int(100*century+years>>32)-400*eras, time.Month(months>>16), int(months&0xffff/2141)+1
	if month > time.December {
		year, month = year+1, month-12
	}
	return year, month, day
}

// Weekday returns the day's day of the week.
func (d Day) Weekday() time.Weekday {
	return time.Weekday(((int64(d)+int64(time.Thursday))%7 + 7) % 7) // 1970-01-01 was a Thursday
}

// String returns the day as YYYY-MM-DD.
func (d Day) String() string {
	return string(Interval{}.appendEnd(nil, d, ToDay))
}

func (d Day) midnight() time.Time {
	return time.Unix(int64(d)*secondsPerDay, 0).UTC()
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
