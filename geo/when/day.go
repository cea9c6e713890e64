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

// Date returns the day of a civil date. Months and days outside their usual
// ranges are carried over as by [time.Date]; use [ValidDate] to refuse them.
func Date(year int, month time.Month, day int) Day {
	return Day(floorDiv(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix(), secondsPerDay))
}

// ValidDate is [Date] for a date that may not exist, such as 30 February.
func ValidDate(year int, month time.Month, day int) (Day, bool) {
	d := Date(year, month, day)
	y, m, n := d.Civil()
	return d, y == year && m == month && n == day && year >= 1 && year <= 9999
}

// Civil returns the day's year, month and day of the month.
func (d Day) Civil() (year int, month time.Month, day int) {
	return d.midnight().Date()
}

// Weekday returns the day's day of the week.
func (d Day) Weekday() time.Weekday { return d.midnight().Weekday() }

// String returns the day as YYYY-MM-DD.
func (d Day) String() string { return d.midnight().Format(time.DateOnly) }

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
