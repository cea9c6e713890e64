package record

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/row"
	"github.com/dateline-map/dateline/geo/when"
)

// Dates whose year, month and day have a column each.

// yearMonthDay puts a date together from columns of years, months and days, and
// of those of an end if the table has them. Only the year is believed of a row
// whose date proved to be wrong.
func (c *converter) yearMonthDay(m *made, r *row.Row, yearOnly bool) when.Interval {
	if c.first[Year] < 0 {
		return c.underTitle(m, r)
	}
	start := c.together(m, r, Year, yearOnly)
	if start.IsZero() || yearOnly || !c.plan.has(EndYear) {
		return start
	}
	end := c.together(m, r, EndYear, false)
	switch {
	case end.IsZero():
		return start
	case end.Last < start.First:
		m.fault(c.plan.col(EndYear), fmt.Errorf("end %v is before start %v", end, start))
		return when.Interval{}
	}
	return when.Span(start, end)
}

// together puts a date together from a year and the two roles behind it. A month
// or day of 0 is not known, as in GTD.
func (c *converter) together(m *made, r *row.Row, role Role, yearOnly bool) when.Interval {
	y, col := c.text(r, role)
	if col < 0 {
		return when.Interval{}
	}
	year, err := yearNumber(y)
	if err != nil {
		if first := fiscalYear(y); first > 0 { // asked last, for it takes longer
			return when.Span(when.InYear(first), when.InYear(first+1))
		}
	}
	if err != nil || year < 1 || year > 9999 {
		m.fault(col, fmt.Errorf("%s is not a year", literal.Quoted(y)))
		return when.Interval{}
	}
	if in := c.seasonOf(r, role, year); !in.IsZero() {
		return in
	}
	month, _ := c.part(m, r, role+1, monthNumber)
	if month == 0 || yearOnly {
		return when.InYear(year)
	}
	day, col := c.part(m, r, role+2, wholeNumber)
	if day == 0 {
		return when.InMonth(year, time.Month(month))
	}
	d, ok := when.ValidDate(year, time.Month(month), day)
	if !ok {
		m.fault(col, fmt.Errorf("%04d-%02d-%02d is not a day", year, month, day))
		return when.Interval{}
	}
	return when.On(d)
}

// seasonOf reads what stands for a month beside a year where it is a season: "Spring".
func (c *converter) seasonOf(r *row.Row, role Role, year int) when.Interval {
	if v, col := c.text(r, role+1); col >= 0 {
		return season(v, year)
	}
	return when.Interval{}
}

// season returns the season of a year that a cell names; the unknown time if it names none.
func season(cell string, year int) when.Interval {
	if _, err := monthNumber(cell); err == nil || strings.ContainsAny(cell, "0123456789") {
		return when.Interval{}
	}
	i, err := when.Parse(cell+" "+strconv.Itoa(year), when.DMY)
	if err != nil {
		return when.Interval{}
	}
	return i
}

// yearNumber reads a year, perhaps with the letter that R puts before it.
func yearNumber(s string) (int, error) {
	year, err := wholeNumber(s)
	if err != nil {
		if m := yearNamed().FindStringSubmatch(s); m != nil {
			return wholeNumber(m[1])
		}
	}
	return year, err
}

// twoYears is a year that begins in one and ends in the next, as those of budgets and seasons do.
var twoYears = pattern.New(`^(?i:f\.?y\.? ?)?((?:19|20)\d\d) ?[-/–] ?((?:19|20)?\d\d)$`)

// fiscalYear returns the first of the two years that a cell names, one behind the other: "2014-15".
// Which of their days it has, nobody says; it returns 0 if there are none.
func fiscalYear(cell string) int {
	m := twoYears().FindStringSubmatch(cell)
	if m == nil {
		return 0
	}
	first, _ := strconv.Atoi(m[1]) // digits
	last, _ := strconv.Atoi(m[2])
	if (first+1)%100 != last%100 || last > 100 && last != first+1 {
		return 0
	}
	return first
}

// monthNumber reads a month in digits or in words.
func monthNumber(s string) (int, error) {
	if n, err := wholeNumber(s); err == nil {
		return n, nil
	}
	i, err := when.Parse("1 "+s+" 2000", when.DMY)
	if err != nil || i.Precision != when.ToDay {
		return 0, fmt.Errorf("%s is not a month", literal.Quoted(s))
	}
	_, month, _ := i.First.Civil()
	return int(month), nil
}

func (c *converter) part(m *made, r *row.Row, role Role, parse func(string) (int, error)) (n, col int) {
	v, col := c.text(r, role)
	if col < 0 {
		return 0, col
	}
	n, err := parse(v)
	limit := 31
	if role == Month || role == EndMonth {
		limit = 12
	}
	if err != nil || n < 0 || n > limit {
		m.fault(col, fmt.Errorf("%s is not a %s", literal.Quoted(v), role))
		return 0, col
	}
	return n, col
}

// yearNamed is a year with a letter before it, as R names columns and people keep in rows: X2013.
var yearNamed = pattern.New(`^[XxYy]\.?((?:19|20)\d\d)$`)
