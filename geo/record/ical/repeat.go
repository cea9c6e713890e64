package ical

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-map/dateline/geo/record/internal/markup"
)

// Events that repeat are spread over their days, as calendars show them, if their rule has
// an end. One without is read once, at its first time: any day to stop at would be made up.

// mostRepeats bounds the times of one event, and mostDays how far they reach: forty years.
const (
	mostRepeats = 1000
	mostDays    = 40 * 366
)

// spread is what became of the events of a calendar that repeat.
type spread struct{ over, endless int }

func (s *spread) notices() (all []string) {
	if s.over > 0 {
		all = append(all, fmt.Sprintf("events that repeat (%d) are spread over their days", s.over))
	}
	if s.endless > 0 {
		all = append(all, fmt.Sprintf("events that repeat without an end, or by a rule that is not understood (%d), are read once, at their first time", s.endless))
	}
	return all
}

// each yields the events of a calendar, those that repeat at each of their times, but for
// times of which the calendar tells by themselves.
func (s *spread) each(file io.ReaderAt) iter.Seq2[*markup.Item, error] {
	return func(yield func(*markup.Item, error) bool) {
		*s = spread{}
		told := toldApart(file)
		for it, err := range entries(file) {
			if err != nil {
				yield(nil, err)
				return
			}
			if moved := text(it, "recurrence-id"); moved != "" {
				mark(it, dayOf(moved))
			}
			for _, one := range s.times(it, told) {
				if !yield(one, nil) {
					return
				}
			}
		}
	}
}

// toldApart returns the times of repeating events that have an entry of their own, by the
// event's id and the day.
func toldApart(file io.ReaderAt) map[string]bool {
	told := map[string]bool{}
	for it, err := range entries(file) {
		if err != nil {
			break // who reads the rows meets it again
		}
		if moved := text(it, "recurrence-id"); moved != "" {
			told[text(it, "uid")+"/"+dayOf(moved)] = true
		}
	}
	return told
}

// times returns an event at each of its times.
func (s *spread) times(it *markup.Item, told map[string]bool) []*markup.Item {
	repeats, more := text(it, "rrule"), days(text(it, "rdate"))
	first, err := time.Parse(time.DateOnly, dayOf(text(it, "dtstart")))
	if err != nil || repeats == "" && len(more) == 0 || text(it, "recurrence-id") != "" {
		return []*markup.Item{it}
	}
	all := []time.Time{first}
	if repeats != "" {
		r, ok := ruleOf(repeats, first)
		if !ok || !r.ends() {
			s.endless++
			return []*markup.Item{it}
		}
		all = r.days(first, clockOf(text(it, "dtstart")))
	}
	all = append(all, more...)
	slices.SortFunc(all, time.Time.Compare)
	left := days(text(it, "exdate"))
	uid := text(it, "uid")
	s.over++
	var found []*markup.Item
	for _, day := range slices.Compact(all) {
		if !slices.Contains(left, day) && !told[uid+"/"+day.Format(time.DateOnly)] {
			found = append(found, moved(it, day, first))
		}
	}
	return found
}

// moved returns an event some days later, with an id of its own.
func moved(it *markup.Item, to, from time.Time) *markup.Item {
	if to.Equal(from) {
		return it
	}
	one := *it
	one.Values = slices.Clone(it.Values)
	for _, name := range []string{"dtstart", "dtend"} {
		i := index(&one, name)
		if i < 0 {
			continue
		}
		was := one.Values[i].Text
		if day, err := time.Parse(time.DateOnly, dayOf(was)); err == nil {
			one.Values[i].Text = day.Add(to.Sub(from)).Format(time.DateOnly) + was[len(time.DateOnly):]
		}
	}
	mark(&one, to.Format(time.DateOnly))
	return &one
}

// mark puts a day behind an event's id.
func mark(it *markup.Item, day string) {
	if i := index(it, "uid"); i >= 0 {
		it.Values[i].Text += "/" + day
	}
}

func text(it *markup.Item, name string) string {
	if i := index(it, name); i >= 0 {
		return it.Values[i].Text
	}
	return ""
}

// dayOf returns the day of a written time, and clockOf what stands behind it.
func dayOf(written string) string   { return written[:min(len(written), len(time.DateOnly))] }
func clockOf(written string) string { return written[min(len(written), len(time.DateOnly)):] }

// days returns the days of a list of times as the format writes them.
func days(list string) (all []time.Time) {
	for one := range strings.SplitSeq(list, ",") {
		if t, err := time.Parse(day, one[:min(len(one), len(day))]); err == nil {
			all = append(all, t)
		}
	}
	return all
}

// rule is one by which an event repeats, in days.
type rule struct {
	every      string // DAILY, WEEKLY, MONTHLY or YEARLY
	interval   int
	count      int
	until      time.Time // the last day
	untilClock string    // on that day; empty if all of it
	weekdays   []weekday
	monthDays  []int
	months     []int
	weekBegins time.Weekday
}

// weekday is a day of the week, the nth of a month if n is not 0, from its end if negative.
type weekday struct {
	day time.Weekday
	n   int
}

func (r *rule) ends() bool { return r.count > 0 || !r.until.IsZero() }

var weekdayNames = []string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

// ruleOf reads a rule; ok is false for one that says more than days tell.
func ruleOf(written string, first time.Time) (r rule, ok bool) {
	r.interval, r.weekBegins = 1, time.Monday
	position := 0
	for part := range strings.SplitSeq(strings.ToUpper(written), ";") {
		name, value, _ := strings.Cut(part, "=")
		fine := true
		switch name {
		case "FREQ":
			r.every = value
		case "INTERVAL":
			r.interval, fine = number(value)
		case "COUNT":
			r.count, fine = number(value)
		case "BYSETPOS":
			position, fine = number(value)
		case "UNTIL":
			t, err := time.Parse(day, value[:min(len(value), len(day))])
			r.until, fine = t, err == nil
			r.untilClock = strings.TrimSuffix(strings.TrimPrefix(value[min(len(value), len(day)):], "T"), "Z")
		case "BYDAY":
			r.weekdays, fine = weekdaysOf(value)
		case "BYMONTHDAY":
			r.monthDays, fine = numbers(value)
		case "BYMONTH":
			r.months, fine = numbers(value)
		case "WKST":
			n := slices.Index(weekdayNames, value)
			r.weekBegins, fine = time.Weekday(max(n, 0)), n >= 0
		case "":
		default:
			fine = false
		}
		if !fine {
			return r, false
		}
	}
	if position != 0 { // Outlook's second Tuesday: BYDAY=TU;BYSETPOS=2
		if len(r.weekdays) != 1 || r.weekdays[0].n != 0 {
			return r, false
		}
		r.weekdays[0].n = position
	}
	return r, r.interval > 0 && r.known()
}

// known reports whether days alone tell when the rule holds.
func (r *rule) known() bool {
	nth := slices.ContainsFunc(r.weekdays, func(w weekday) bool { return w.n != 0 })
	switch r.every {
	case "DAILY", "WEEKLY":
		return !nth
	case "MONTHLY":
		return true
	case "YEARLY":
		return len(r.weekdays) == 0 || nth && len(r.months) > 0
	}
	return false
}

func number(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil
}

func numbers(list string) (all []int, ok bool) {
	for s := range strings.SplitSeq(list, ",") {
		n, ok := number(s)
		if !ok {
			return nil, false
		}
		all = append(all, n)
	}
	return all, true
}

func weekdaysOf(list string) (all []weekday, ok bool) {
	for s := range strings.SplitSeq(list, ",") {
		if len(s) < 2 {
			return nil, false
		}
		w := slices.Index(weekdayNames, s[len(s)-2:])
		n := 0
		if before := s[:len(s)-2]; before != "" {
			if n, ok = number(before); !ok {
				return nil, false
			}
		}
		if w < 0 {
			return nil, false
		}
		all = append(all, weekday{time.Weekday(w), n})
	}
	return all, true
}

// days returns the days on which the rule holds, from the first, which always counts.
func (r *rule) days(first time.Time, clock string) []time.Time {
	all := []time.Time{first}
	for n := 1; n < mostDays && len(all) < mostRepeats && (r.count == 0 || len(all) < r.count); n++ {
		d := first.AddDate(0, 0, n)
		if r.over(d, clock) {
			break
		}
		if r.holds(first, d) {
			all = append(all, d)
		}
	}
	return all
}

// over reports whether a time is behind the last.
func (r *rule) over(d time.Time, clock string) bool {
	if r.until.IsZero() || d.Before(r.until) {
		return false
	}
	clock = strings.TrimSuffix(strings.ReplaceAll(strings.TrimPrefix(clock, "T"), ":", ""), "Z")
	return d.After(r.until) || r.untilClock != "" && clock > r.untilClock
}

// holds reports whether the rule, counted from its first day, holds on a day.
func (r *rule) holds(first, d time.Time) bool {
	if len(r.months) > 0 && !slices.Contains(r.months, int(d.Month())) {
		return false
	}
	months := 12*(d.Year()-first.Year()) + int(d.Month()-first.Month())
	switch r.every {
	case "DAILY":
		return daysBetween(first, d)%r.interval == 0 && (len(r.weekdays) == 0 || r.onWeekday(d)) && (len(r.monthDays) == 0 || r.onMonthDay(d))
	case "WEEKLY":
		weeks := daysBetween(r.weekOf(first), r.weekOf(d)) / 7
		return weeks%r.interval == 0 && (len(r.weekdays) == 0 && d.Weekday() == first.Weekday() || r.onWeekday(d))
	case "MONTHLY":
		return months%r.interval == 0 && r.inMonth(first, d)
	}
	return (d.Year()-first.Year())%r.interval == 0 && (len(r.months) > 0 || d.Month() == first.Month()) && r.inMonth(first, d)
}

// inMonth reports whether a day is one of those of its month.
func (r *rule) inMonth(first, d time.Time) bool {
	if len(r.monthDays) == 0 && len(r.weekdays) == 0 {
		return d.Day() == first.Day()
	}
	return (len(r.monthDays) == 0 || r.onMonthDay(d)) && (len(r.weekdays) == 0 || r.onWeekday(d))
}

func (r *rule) onMonthDay(d time.Time) bool {
	return slices.Contains(r.monthDays, d.Day()) || slices.Contains(r.monthDays, d.Day()-lastDay(d)-1)
}

// onWeekday reports whether a day is one of the rule's days of the week, or the nth of
// them in its month.
func (r *rule) onWeekday(d time.Time) bool {
	return slices.ContainsFunc(r.weekdays, func(w weekday) bool {
		switch {
		case w.day != d.Weekday():
			return false
		case w.n > 0:
			return (d.Day()-1)/7+1 == w.n
		case w.n < 0:
			return (lastDay(d)-d.Day())/7+1 == -w.n
		}
		return true
	})
}

// weekOf returns the first day of a day's week.
func (r *rule) weekOf(d time.Time) time.Time {
	return d.AddDate(0, 0, -(int(d.Weekday()-r.weekBegins)+7)%7)
}

func daysBetween(a, b time.Time) int { return int(b.Sub(a).Hours()) / 24 } // both at midnight in UTC

// lastDay returns how many days the month of a day has.
func lastDay(d time.Time) int { return time.Date(d.Year(), d.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day() }
