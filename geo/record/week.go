package record

import "github.com/dateline-map/dateline/geo/when"

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

// weekWords are the words for a week in headers, in the form of headerWords.
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
	name := headerWords(u.t.Columns[col].Name)
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
