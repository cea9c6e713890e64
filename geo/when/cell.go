package when

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Parse reads a cell of a table that is a written date as a whole.
//
// It knows ISO 8601 (dates, weeks, ordinal days, with or without a time), three
// numbers in the given order with hyphens, slashes, dots or spaces, dates with
// the month in words in some seventy languages, months, years, quarters,
// seasons, decades, and ranges of these: "12-14 June 2014", "June 12 - July 3,
// 2014". Digits may be Arabic-Indic, Persian, Devanagari, Bengali or full width.
// A weekday beside a date must be right. "circa", "about", "~" and "?" make it
// approximate.
//
// The date is the civil day as written: a time of day and a zone beside it are
// left out and never move it. What is not said is not filled in: June 2014 is a
// month. A date without a year is refused, and so is one that does not exist.
// Two-digit years are 1950 to 2049. Numbers that count days or
// seconds are refused; see [Serial].
//
// An empty cell, or one that says "unknown", is the unknown time. If order is
// OrderUnknown, a date that the other order would read otherwise is refused with
// an [*AmbiguousError].
func Parse(cell string, order Order) (Interval, error) {
	i, _, err := ParseClock(cell, order)
	return i, err
}

// ParseClock is [Parse], and also returns the time of day with its zone as
// written: "14:30+03:00". It is empty if the cell has none; of a range it is the
// first.
func ParseClock(cell string, order Order) (i Interval, clock string, err error) {
	if d, clock, ok := plainDay(cell, order); ok {
		return On(d), clock, nil
	}
	if blank(cell) {
		return Interval{}, "", nil
	}
	if day, clock, ok := dateTimeGroup(cell); ok {
		if i, _, err = ParseClock(day, order); err != nil {
			return Interval{}, "", err
		}
		return i, clock, nil
	}
	if unspecifiedEDTF(cell) {
		i, err = ParseEDTF(cell)
		return i, "", err
	}
	if order != OrderUnknown {
		o, _ := readIn(cell, order)
		return o.interval, o.clock, o.error(cell)
	}
	both := readBoth(cell)
	switch {
	case !both.differ() || both.month.err != nil:
		return both.day.interval, both.day.clock, both.day.error(cell)
	case both.day.err != nil:
		return both.month.interval, both.month.clock, nil
	}
	return Interval{}, "", &AmbiguousError{Cell: cell, DMY: both.day.interval, MDY: both.month.interval}
}

// outcome is a cell as one order reads it.
type outcome struct {
	interval Interval
	clock    string
	err      error
}

func (o outcome) error(cell string) error {
	var f fault
	if errors.As(o.err, &f) {
		return fmt.Errorf("%s: %w", quote(cell), f)
	}
	if o.err != nil {
		return notADate(cell)
	}
	return nil
}

// outcomes are a cell as both orders read it. If the cell does not depend on
// the order, they are the same.
type outcomes struct{ day, month outcome }

func (o outcomes) differ() bool {
	return o.day.interval != o.month.interval || (o.day.err == nil) != (o.month.err == nil)
}

func readBoth(cell string) outcomes {
	day, asked := readIn(cell, DMY)
	if !asked {
		return outcomes{day, day}
	}
	month, _ := readIn(cell, MDY)
	if day.err != nil && month.err != nil {
		// Of two complaints, a month with too many days says more than a month 30.
		if errors.Is(day.err, errNoMonth) {
			day.err = month.err
		}
		month.err = day.err
	}
	return outcomes{day, month}
}

// readIn reads a cell in one order, and reports whether the order mattered.
func readIn(cell string, order Order) (o outcome, asked bool) {
	var ts tokens
	if len(cell) > maxCell || !ts.split(cell) {
		return outcome{err: errNotDate}, false
	}
	r := reader{cell: cell, order: order}
	o = r.read(ts.all())
	return o, r.asked
}

// fault says what is wrong with a cell that has the form of a date.
type fault string

func (f fault) Error() string { return string(f) }

var (
	errNotDate = errors.New("not a date")
	errNoMonth = errors.New("no such month")
	errNoYear  = fault("has no year")
	errOpen    = fault("is open: it says where a time begins or ends, not both")
)

func notADate(cell string) error {
	return fmt.Errorf("%s is not a date", quote(cell))
}

// blank reports whether a cell says that there is no date.
func blank(cell string) bool {
	cell = strings.TrimSpace(cell)
	if cell == "" || strings.Trim(cell, "-?.–—") == "" {
		return true
	}
	return len(cell) <= maxCell && meaningOf(cell).role&roleUnknown != 0
}

// quote quotes a cell for a message, at most 40 characters of it.
func quote(cell string) string {
	if utf8.RuneCountInString(cell) <= 40 {
		return fmt.Sprintf("%q", cell)
	}
	return fmt.Sprintf("%q…", string([]rune(cell)[:40]))
}

// LacksYear reports whether err says of a date that it has no year.
func LacksYear(err error) bool { return errors.Is(err, errNoYear) }
