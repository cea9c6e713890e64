package record

import (
	"fmt"
	"strconv"
	"time"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/row"
	"github.com/dateline-map/dateline/geo/when"
)

// weekColumn is a column of days each of which stands for a week.
type weekColumn struct {
	col  int
	ends bool // the day is the last of the week, not the first
}

// of returns the week of a day of the column; what is no day is returned as it is.
func (w *weekColumn) of(i when.Interval) when.Interval {
	if i.IsZero() || i.Precision != when.ToDay {
		return i
	}
	if w.ends {
		i.First -= daysOfWeek - 1
	} else {
		i.Last += daysOfWeek - 1
	}
	i.Precision = when.ToWeek
	return i
}

const daysOfWeek = 7

// weekWords are the words for a week in headers, in the form of headers.Words.
var weekWords = []string{"week", "weeks", "semaine", "semana", "woche", "settimana", "minggu", "неделя", "неделю", "тиждень", "hafta", "أسبوع"}

// weekEndWords say in such a header that the day is the week's last.
var weekEndWords = []string{"end", "ending", "ended", "ends", "fin", "bis", "akhir", "to"}

// settleWeek finds out whether the days of the column of dates stand for weeks: its
// header says so, and they all are the same day of the week.
func (u *understander) settleWeek() {
	p := &u.t.plan
	col := max(p.col(Date), p.col(Start))
	if col < 0 || p.has(End) || p.layer != nil {
		return
	}
	name := headers.Words(u.t.Columns[col].Name)
	if anyWord(name, weekWords) && u.sameWeekday(col) {
		p.week = &weekColumn{col: col, ends: anyWord(name, weekEndWords)}
	}
}

// sameWeekday reports whether all dates of a column are days, and of the same day
// of the week.
func (u *understander) sameWeekday(col int) bool {
	var first when.Interval
	return u.only(col, func(cell string) bool {
		i, err := u.t.plan.parse(cell)
		if first.IsZero() {
			first = i
		}
		return err == nil && i.Precision == when.ToDay && i.First.Weekday() == first.First.Weekday()
	})
}

// weekNumber matches the number of a week, perhaps with its year in front: "6", "W06",
// "SE 12", "202306".
var weekNumber = pattern.New(`^(?i:(\d{4})[-/ ]?)?(?:\pL{0,4}[ .-]?)(\d{1,2})$`)

func weekLike(cell string) bool {
	m := weekNumber().FindStringSubmatch(literal.WesternDigits(cell))
	if m == nil {
		return false
	}
	n, _ := strconv.Atoi(m[2]) // two digits
	return n >= 1 && n <= 53
}

// sundayWords are those of headers of weeks that begin on Sunday, as the CDC's and PAHO's
// do, which are the epidemiological ones in the Americas.
var sundayWords = []string{"mmwr", "cdc", "se", "epidemiologica"}

// numberedWeek puts a date together from columns of weeks and years.
func (c *converter) numberedWeek(m *made, r *row.Row) when.Interval {
	v, col := c.text(r, Week)
	if col < 0 {
		return when.Interval{}
	}
	parts := weekNumber().FindStringSubmatch(literal.WesternDigits(v))
	if parts == nil {
		m.fault(col, fmt.Errorf("%s is not a week", literal.Quoted(v)))
		return when.Interval{}
	}
	written, n := parts[1], 0
	if written == "" {
		written, _ = c.text(r, Year)
	}
	year, err := wholeNumber(written)
	if n, _ = strconv.Atoi(parts[2]); err != nil || year < 1 || year > 9999 || n < 1 || n > 53 {
		return when.Interval{}
	}
	return weekOfYear(year, n, c.plan.weekdayOne)
}

// weekOfYear returns a week by its number: the first of a year is the one with the 4th
// of January, be its first day Monday, as in ISO 8601, or Sunday.
func weekOfYear(year, n int, first time.Weekday) when.Interval {
	d := when.Date(year, time.January, 4)
	d -= when.Day((int(d.Weekday()) - int(first) + daysOfWeek) % daysOfWeek)
	d += when.Day(daysOfWeek * (n - 1))
	return when.Interval{First: d, Last: d + daysOfWeek - 1, Precision: when.ToWeek}
}

// settleWeekday finds out on which day the weeks of a column of their numbers begin.
func (u *understander) settleWeekday() {
	p := &u.t.plan
	p.weekdayOne = time.Monday
	col := p.col(Week)
	if col < 0 {
		return
	}
	if name := headers.Words(u.t.Columns[col].Name); anyWord(name, sundayWords) {
		p.weekdayOne = time.Sunday
	}
	u.t.Notices = append(u.t.Notices, fmt.Sprintf("weeks in column %q are taken to begin on %s", u.t.Columns[col].Name, p.weekdayOne))
}
