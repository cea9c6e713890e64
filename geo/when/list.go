package when

// list reads days that follow each other, "3, 4 and 5 March 2025", as their
// first to their last. If there is no list, it returns the complaint.
func (r *reader) list(ts []token, complaint error) (Interval, error) {
	from, to := run(ts)
	if to == 0 {
		return Interval{}, complaint
	}
	for i, next := from, ts[from].value; i < to; i++ {
		switch {
		case ts[i].digits == 0:
		case ts[i].value != next:
			return Interval{}, fault("names days with others between them")
		default:
			next++
		}
	}
	var room [len(tokens{}.list) + 1]token
	ranged := append(room[:0], ts[:from+1]...)
	ranged = append(ranged, token{mark: '-', start: ts[from].end, end: ts[from].end})
	return r.pair(append(ranged, ts[to-1:]...), complaint)
}

// run returns where the first list of days in ts begins and ends; to is 0 if
// there is none.
func run(ts []token) (from, to int) {
	for from = range ts {
		if !dayNumber(ts, from) {
			continue
		}
		to = from + 1
		for next := skipJoint(ts, to); next > to && dayNumber(ts, next); next = skipJoint(ts, to) {
			to = next + 1
		}
		if to > from+1 {
			return from, to
		}
	}
	return 0, 0
}

func dayNumber(ts []token, i int) bool { return number(ts, i, 2, 31) && ts[i].value > 0 }

// skipJoint returns the index behind what stands between two days of a list: a
// comma or "and", an ordinal's letters, an article. Without the first it returns
// i.
func skipJoint(ts []token, i int) int {
	start, joint := i, false
	for ; i < len(ts); i++ {
		t := &ts[i]
		switch {
		case t.mark == ',' || t.mark == '+' || t.is(roleAnd):
			joint = true
		case t.mark == '.' || t.is(roleOf) || t.is(roleOrdinal) && !t.spaced:
		case joint:
			return i
		default:
			return start
		}
	}
	return start
}
