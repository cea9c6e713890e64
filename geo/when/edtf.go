package when

import (
	"fmt"
	"strings"
	"time"
)

// ParseEDTF reads a date in ISO 8601-2's Extended Date/Time Format: level 0,
// and of level 1 what an Interval can hold.
//
// The marks ? (uncertain), ~ (approximate) and % (both) make the interval
// approximate. Unspecified digits widen it: 2014-06-XX is a month, 201X a
// decade. Seasons 21 to 24 are those of [InSeason]; like times of day, they are
// read, but not written by [Interval.EDTF]. Refused are open and unknown ends
// (../2014, 2014/), a known day in an unspecified month (2014-XX-12), years
// beyond 1 to 9999, and the sets of level 2. The empty string is the unknown
// time.
func ParseEDTF(s string) (Interval, error) {
	if s == "" {
		return Interval{}, nil
	}
	i, err := edtf(s)
	if err != nil {
		return Interval{}, fmt.Errorf("%s: %w", quote(s), err)
	}
	return i, nil
}

func edtf(s string) (Interval, error) {
	first, last, isRange := strings.Cut(s, "/")
	if !isRange {
		return edtfEnd(first)
	}
	if open(first) || open(last) {
		return Interval{}, errOpen
	}
	a, err := edtfEnd(first)
	if err != nil {
		return Interval{}, err
	}
	b, err := edtfEnd(last)
	if err != nil {
		return Interval{}, err
	}
	return span(a, b, false)
}

// unspecifiedEDTF reports whether a cell of a table is EDTF by its form and has an
// X or an open end, which other written dates do not.
func unspecifiedEDTF(cell string) bool {
	if !strings.Contains(cell, "X") && !strings.Contains(cell, "..") {
		return false
	}
	first, last, isRange := strings.Cut(cell, "/")
	return edtfForm(first) && (!isRange || edtfForm(last))
}

func edtfForm(end string) bool {
	return end == ".." || len(end) >= 4 && strings.Trim(end[:4], "0123456789X") == "" && strings.Trim(end[4:], "0123456789X-~?%") == ""
}

func open(end string) bool { return end == "" || end == ".." }

// edtfEnd reads one date of EDTF.
func edtfEnd(s string) (Interval, error) {
	s, about := cutQualifier(s)
	s, _, timed := strings.Cut(s, "T")
	parts := strings.Split(s, "-")
	if len(parts) > 3 || len(parts[0]) != 4 || timed && len(parts) != 3 {
		return Interval{}, edtfComplaint(s)
	}
	i, err := edtfDate(parts)
	i.Approximate = i.Approximate || about
	return i, err
}

func cutQualifier(s string) (rest string, about bool) {
	if n := len(s) - 1; n >= 0 && (s[n] == '?' || s[n] == '~' || s[n] == '%') {
		return s[:n], true
	}
	return s, false
}

func edtfComplaint(s string) error {
	switch {
	case strings.ContainsAny(s, "[{"):
		return fault("sets of dates are not supported")
	case strings.HasPrefix(s, "Y"), strings.HasPrefix(s, "-"):
		return fault("the year is not one from 1 to 9999")
	}
	return fault("is not EDTF")
}

func edtfDate(parts []string) (Interval, error) {
	low, high, ok := edtfNumber(parts[0])
	switch {
	case !ok:
		return Interval{}, edtfComplaint(parts[0])
	case low != high:
		return edtfYears(parts, max(low, 1), high)
	case low == 0:
		return Interval{}, fault("there is no year 0")
	case len(parts) == 1 || unspecified(parts[1:]):
		return InYear(low), nil
	}
	return edtfMonth(low, parts[1:])
}

// edtfYears reads a year with unspecified digits.
func edtfYears(parts []string, low, high int) (Interval, error) {
	if !unspecified(parts[1:]) {
		return Interval{}, fault("a month of an unspecified year cannot be kept")
	}
	return InYears(low, high), nil
}

func edtfMonth(year int, parts []string) (Interval, error) {
	month, _, ok := edtfNumber(parts[0])
	if !ok || len(parts[0]) != 2 || strings.Contains(parts[0], "X") {
		return Interval{}, fault("a day of an unspecified month cannot be kept")
	}
	if 21 <= month && month <= 24 && len(parts) == 1 && year < 9999 {
		return InSeason(year, Season(month-21)), nil
	}
	if month < 1 || month > 12 {
		return Interval{}, fault(fmt.Sprintf("there is no month %d", month))
	}
	if len(parts) == 1 || unspecified(parts[1:]) {
		return InMonth(year, time.Month(month)), nil
	}
	return edtfDay(year, month, parts[1])
}

func edtfDay(year, month int, s string) (Interval, error) {
	low, high, ok := edtfNumber(s)
	if !ok || len(s) != 2 {
		return Interval{}, fault("is not EDTF")
	}
	if low != high {
		return Interval{}, fault("a half-specified day cannot be kept")
	}
	w := written{year: year, month: month, day: low}
	if low == 0 {
		return Interval{}, fault("there is no day 0")
	}
	return w.plain()
}

// edtfNumber returns the least and the greatest number that digits and X can
// mean. X stands at the end: 201X.
func edtfNumber(s string) (low, high int, ok bool) {
	x := false
	for i := range len(s) {
		switch c := s[i]; {
		case c == 'X':
			x = true
			low, high = low*10, high*10+9
		case c < '0' || c > '9' || x:
			return 0, 0, false
		default:
			low, high = low*10+int(c-'0'), high*10+int(c-'0')
		}
	}
	return low, high, s != "" && len(s) <= 4
}

// unspecified reports whether all the parts after the year are XX.
func unspecified(parts []string) bool {
	for _, p := range parts {
		if p != "XX" {
			return false
		}
	}
	return true
}
