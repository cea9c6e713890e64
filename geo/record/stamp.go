package record

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/when"
)

// stamps returns what a column counts that has nothing but what may be Unix stamps.
func (u *understander) stamps(col int) (s when.Serial, ok bool) {
	for _, s := range []when.Serial{when.UnixSeconds, when.UnixMillis} {
		if u.only(col, stamp(s)) {
			return s, true
		}
	}
	return 0, false
}

// stampsWhy says what stamps count.
var stampsWhy = map[when.Serial]string{
	when.UnixSeconds: "numbers of seconds since 1970, days in UTC",
	when.UnixMillis:  "numbers of milliseconds since 1970, days in UTC",
}

// stamp returns a test for Unix stamps from 1973 on, until when seconds have 9
// digits and more, which are no "2023010112".
func stamp(s when.Serial) func(string) bool {
	const least = 100_000_000
	return func(cell string) bool {
		if whole := len(cell)%2 == 0 && len(cell) >= len("2006010215"); whole && (cell[:2] == "19" || cell[:2] == "20") {
			return false
		}
		n, err := strconv.ParseInt(strings.TrimSuffix(cell, ".0"), 10, 64)
		if s == when.UnixMillis {
			n /= 1000
		}
		return err == nil && n >= least && n < 100*least
	}
}

// digitClock reports whether a number of ten digits may be a day and a time as well:
// 1406141230 is half past twelve of 2014-06-14, and a second of July 2014.
func digitClock(cell string) bool {
	const layout = "0601021504"
	_, err := time.Parse(layout, strings.TrimSuffix(cell, ".0"))
	return err == nil
}

// atMidnight reports whether a stamp is the beginning of a day in UTC, as programs
// write days that have no time.
func atMidnight(cell string, s when.Serial) bool {
	n, err := strconv.ParseInt(strings.TrimSuffix(cell, ".0"), 10, 64)
	day := int64(24 * time.Hour / time.Second)
	if s == when.UnixMillis {
		day *= 1000
	}
	return err == nil && n%day == 0
}

// dateByStamps takes the first column of Unix stamps whose header is about time, if
// nothing else says when events were: "time" of earthquakes, "timestamp" of posts. Those
// whose header has a word of the kinds are none; if none is named, the day of an entry will
// do, if it is counted in milliseconds, which nothing else is, or the table has no places,
// as posts have none.
func (u *understander) dateByStamps(but ...headers.WordKind) {
	for col, c := range u.t.Columns {
		words := headers.Words(c.Name)
		s, ok := u.stamps(col)
		if c.Role != NoRole || !ok || !headers.Vocab().Any(words, headers.TimeWord) || headers.Vocab().Any(words, but...) {
			continue
		}
		if s == when.UnixMillis || (len(but) > 0 || !u.saysWhere()) && !u.only(col, digitClock) {
			u.grantByContent(Date, col, "its name")
			return
		}
	}
}

// hintStamps notes a column that looks like one of Unix stamps, where nothing else
// says when events were: that they are stamps must be told.
func (u *understander) hintStamps() {
	for col, c := range u.t.Columns {
		timely := headers.Vocab().Any(headers.Words(c.Name), headers.TimeWord)
		if timely && u.mayBeStamps(col) {
			u.t.Notices = append(u.t.Notices, fmt.Sprintf("column %q looks like seconds or milliseconds since 1970; if so, say --map date=%q", c.Name, c.Name))
		}
	}
}

func (u *understander) mayBeStamps(col int) bool {
	_, ok := u.stamps(col)
	return ok
}

// timesWords are those of members with the times of a geometry, one for each of its points,
// by which slippy maps animate it: "coordTimes".
var timesWords = []string{"times", "timestamps"}

// instants reads a list of times as the days from the first to the last; else it returns
// the fault that was found.
func (p *plan) instants(cell string, fault error) (when.Interval, error) {
	var all []when.Interval
	list := strings.FieldsFunc(cell, func(r rune) bool { return r == ';' || r == ',' || r == '[' || r == ']' || r == '"' })
	for _, one := range list {
		one = strings.TrimSpace(one)
		i, err := p.parse(one)
		if n, notNumber := strconv.ParseFloat(one, 64); err != nil && notNumber == nil {
			for _, s := range []when.Serial{when.UnixSeconds, when.UnixMillis} {
				if stamp(s)(one) {
					i, err = s.Day(n)
				}
			}
		}
		if err != nil || len(all) > 0 && i.First < all[len(all)-1].First {
			return when.Interval{}, fault
		}
		all = append(all, i)
	}
	if len(all) == 0 {
		return when.Interval{}, fault
	}
	return when.Span(all[0], all[len(all)-1]), nil
}
