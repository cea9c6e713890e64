package when

import "time"

// framed reads a date behind a word that makes another time of it: "week of 3
// March", "в ночь на 3 марта". If there is none, it returns the complaint.
func (r *reader) framed(ts []token, complaint error) (Interval, error) {
	for len(ts) > 0 && ts[0].is(roleOf|roleNote) && !ts[0].is(roleHours) {
		ts = ts[1:]
	}
	if len(ts) < 2 {
		return Interval{}, complaint
	}
	frame, ts := ts[0], ts[1:]
	linked := ts[0].is(roleOf | roleFrom)
	until := ts[0].is(roleTo)
	if until {
		ts = ts[1:]
	}
	switch {
	case !until && frame.is(roleHours):
		return r.framedBy(sameDays, ts, complaint)
	case until && frame.is(roleHours):
		return r.framedBy(nightTo, ts, complaint)
	case linked && frame.is(roleWeek):
		return r.framedBy(weekOf, ts, complaint)
	case frame.is(roleWeekFrom):
		return r.framedBy(weekFrom, ts, complaint)
	case frame.is(roleWeekTo):
		return r.framedBy(weekTo, ts, complaint)
	case frame.is(roleWeekend):
		return r.framedBy(weekendOf, ts, complaint)
	}
	return Interval{}, complaint
}

// framedBy reads a date and puts it in a frame.
func (r *reader) framedBy(frame func(Interval) (Interval, error), ts []token, complaint error) (Interval, error) {
	i, err := r.whole(ts)
	if err == nil {
		i, err = frame(i)
	}
	if err == errNotDate {
		err = complaint
	}
	return i, err
}

// sameDays leaves days as they are: "nuit entre le 3 et le 4 mars".
func sameDays(i Interval) (Interval, error) {
	if i.Precision > ToDays {
		return Interval{}, errNotDate
	}
	return i, nil
}

// nightTo returns both days of the night that ends with a day.
func nightTo(i Interval) (Interval, error) {
	if i.Precision != ToDay {
		return Interval{}, errNotDate
	}
	n := Between(i.First-1, i.First)
	n.Approximate = i.Approximate
	return n, nil
}

// weekOf returns the week that a day stands for: the one that begins with it. On
// days other than those with which weeks begin somewhere, that is approximate.
// Seven days written out are the week.
func weekOf(i Interval) (Interval, error) {
	if i.Precision == ToDays && i.Last-i.First == 6 {
		i.Precision = ToWeek
		return i, nil
	}
	w, err := weekFrom(i)
	switch i.First.Weekday() {
	case time.Saturday, time.Sunday, time.Monday:
	default:
		w.Approximate = true
	}
	return w, err
}

func weekFrom(i Interval) (Interval, error) {
	if i.Precision != ToDay {
		return Interval{}, errNotDate
	}
	i.Last, i.Precision = i.First+6, ToWeek
	return i, nil
}

func weekTo(i Interval) (Interval, error) {
	if i.Precision != ToDay {
		return Interval{}, errNotDate
	}
	i.First, i.Precision = i.Last-6, ToWeek
	return i, nil
}

// weekendOf returns the Saturday and the Sunday of which one or both are named.
func weekendOf(i Interval) (Interval, error) {
	days := i.Last - i.First
	switch w := i.First.Weekday(); {
	case days == 0 && w == time.Saturday:
		i.Last++
	case days == 0 && w == time.Sunday:
		i.First--
	case days != 1 || w != time.Saturday:
		return Interval{}, fault("is no weekend")
	}
	i.Precision = ToDays
	return i, nil
}
