package en

import (
	"time"

	"github.com/dateline-map/dateline/geo/when"
)

// share is a part of a time that is counted off: "the first half", "the last
// three days", "the second Tuesday".
type share struct {
	rank int // 1 is the first; 0 is the last
	n    int // how many units, in "the first four months"; 1 if no number is said
	open bool
	word string
	to   int
}

// shareOf reads "first half of October", "last three days of June", "third week
// of May", "second Tuesday of the month" behind "the".
func (s *dateScan) shareOf(i int) (date, bool) {
	p, ok := s.share(i)
	if !ok || s.w.At(p.to) != "of" {
		return date{}, false
	}
	d, ok := s.bare(p.to + 1)
	if !ok {
		d, ok = s.bare(s.skip(p.to+1, "the"))
	}
	_, habit := s.weekdayName(p.to - 1)
	habit = habit && s.w.At(p.to+1) == "the" // "the second Tuesday of the month"
	if !ok || habit || d.kind > RelativeDate || d.when.IsZero() && s.known {
		return date{}, false
	}
	d.from, d.in, d.weekday = i, nil, false
	if d.when.IsZero() {
		return d, true
	}
	if day, isDay := s.weekdayName(p.to - 1); isDay {
		d.when = p.weekday(d.when, day)
	} else {
		d.when = p.in(d.when)
	}
	d.background = false
	return d, !d.when.IsZero()
}

// share reads which part, and of what size.
func (s *dateScan) share(i int) (p share, ok bool) {
	switch w := s.w.At(i); w {
	case "first", "opening":
		p.rank = 1
	case "last", "final", "closing":
	default:
		if p.rank = ordinals[w]; p.rank == 0 {
			return p, false
		}
	}
	p.n, i = 1, i+1
	if n, next, ok := s.w.belowHundred(i); ok && n > 0 {
		p.n, i = n, next
	} else if n := smallNumber(s.w.At(i), 2); n > 0 {
		p.n, i = n, i+1
	} else if u := dateUnits.of(s.w.At(i)); u != noUnit && inPlural(s.w.At(i)) {
		p.n, p.open = 7, true // "the last days of May", "the first weeks of 2014"
		if u == weeks {
			p.n = 4
		}
	}
	p.word, p.to = s.w.At(i), i+1
	_, isDay := s.weekdayName(i)
	u := dateUnits.of(p.word)
	return p, isDay || p.word == "half" || p.word == "quarter" || p.word == "weekend" || u == days || u == weeks || u == months
}

func inPlural(word string) bool { return word != "" && word[len(word)-1] == 's' }

// in returns the share of a time; the zero Interval if it is not so long.
func (p share) in(whole when.Interval) when.Interval {
	var t when.Interval
	switch p.word {
	case "half":
		t = p.cut(whole, 2)
	case "quarter":
		t = p.cut(whole, 4)
	case "weekend":
		if t = p.weekday(whole, time.Saturday); !t.IsZero() {
			t = when.Between(t.First, t.First+1)
		}
		return t
	default:
		t = p.units(whole, dateUnits.of(p.word))
	}
	t.Approximate = !t.IsZero() && p.open
	return t
}

// cut returns one of so many equal parts of a time, in whole months if it has
// enough of them.
func (p share) cut(whole when.Interval, parts int) when.Interval {
	k := p.rank - 1
	if p.rank == 0 {
		k = parts - 1
	}
	if k >= parts || p.n != 1 {
		return when.Interval{}
	}
	if whole.Precision == when.ToYear {
		y, m, _ := whole.First.Civil()
		last, _, _ := whole.Last.Civil()
		each := 12 * (last - y + 1) / parts
		first := when.Date(y, m+time.Month(k*each), 1)
		return when.Between(first, when.Date(y, m+time.Month((k+1)*each), 1)-1)
	}
	size := int(whole.Last-whole.First) + 1
	first := whole.First + when.Day(k*size/parts)
	return when.Between(first, whole.First+when.Day((k+1)*size/parts)-1)
}

// units returns so many days, weeks or months at the beginning or the end of a
// time, or its nth.
func (p share) units(whole when.Interval, u dateUnit) when.Interval {
	var t when.Interval
	switch {
	case p.rank == 0:
		t = stretch(moved(whole.Last+1, u, -p.n), whole.Last, u)
	case p.rank > 1 && p.n > 1:
		return t // "the second two weeks" is nothing that is said
	default:
		first := moved(whole.First, u, p.rank-1)
		t = stretch(first, moved(first, u, p.n)-1, u)
	}
	if t.First < whole.First || t.Last > whole.Last {
		return when.Interval{}
	}
	if u == days && p.n > 1 || u == months && p.n > 1 {
		t.Precision = when.ToDays
	} else if u == days {
		t.Precision = when.ToDay
	}
	return t
}

// weekday returns the first, second or last such day of a month or year.
func (p share) weekday(whole when.Interval, day time.Weekday) when.Interval {
	first := whole.First + when.Day((day-whole.First.Weekday()+7)%7) + when.Day(7*(p.rank-1))
	if p.rank == 0 {
		first = whole.Last - when.Day((whole.Last.Weekday()-day+7)%7)
	}
	if p.n != 1 || first < whole.First || first > whole.Last {
		return when.Interval{}
	}
	return when.On(first)
}

// beforeLast reads "week before last" behind "the".
func (s *dateScan) beforeLast(i int) (date, bool) {
	if !s.w.has(i+1, "before", "last") {
		return date{}, false
	}
	d := date{to: i + 3, kind: RelativeDate}
	switch word := s.w.At(i); {
	case word == "weekend":
		t := s.lastWeekend()
		d.when = s.relative(when.Between(t.First-7, t.Last-7))
	case dateUnits.of(word) >= days && !inPlural(word):
		d.when = s.relative(unitFrom(s.today, dateUnits.of(word), -2))
	default:
		return date{}, false
	}
	return d, true
}

// eve reads the day before a day: "eve of Sunday's vote".
func (s *dateScan) eve(i int) (date, bool) {
	if !s.w.has(i, "eve", "of") {
		return date{}, false
	}
	d, ok := s.term(i + 2)
	if !ok || d.kind > ReferenceDate || !d.when.IsZero() && d.when.Precision != when.ToDay {
		return date{}, false
	}
	if !d.when.IsZero() {
		d.when = when.On(d.when.First - 1)
	}
	d.in, d.weekday, d.background = nil, false, false
	return d, true
}
