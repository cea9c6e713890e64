package news

import (
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/when"
)

// dateLabel is what stands before the date of a story: "Published on", "Last updated:".
var dateLabel = pattern.New(`(?i)^(?:(?:first |last )?(?:published|posted|updated|filed|issued|released|date|dated)(?: on| at)?\s*:?\s*)+`)

// longestDateLine bounds a line that has only a date, in bytes.
const longestDateLine = 60

// headLines is how many lines with anything in them a story's head has at the most.
const headLines = 6

// dayWritten reads a whole date, as it is written and by itself. A date without a
// year names no day, nor does one whose order of day and month is open.
func dayWritten(s string) (when.Interval, bool) {
	if s = strings.TrimSpace(s); s == "" || len(s) > longestDateLine {
		return when.Interval{}, false
	}
	i, err := when.Parse(dateLabel().ReplaceAllString(s, ""), when.OrderUnknown)
	return i, err == nil && i.Precision == when.ToDay
}

// filedLine reads a line that says nothing but where and when a story was filed: "Geneva, 3 May
// 2016", "Kirkuk, Iraq – May 3, 2016".
func filedLine(line string) (place string, day when.Interval, ok bool) {
	if len(line) > longestDateLine {
		return "", day, false
	}
	for _, at := range dateMark().FindAllStringIndex(line, -1) {
		place = line[:at[0]]
		if !placeNames().MatchString(place) {
			return "", day, false
		}
		if day, ok = dayWritten(line[at[1]:]); ok {
			return place, day, true
		}
	}
	return "", day, false
}

// dateMark is what may stand between a place and a date.
var dateMark = pattern.New(`(?:,| [-–—|]| \()\s+`)

// placeNames is a name or several, each word with a capital but for particles.
var placeNames = pattern.New(`^\p{Lu}[\pL'’.-]*(?:,? (?:(?:of|de|du|da|do|el|al|la|le|les|and|the)\b|\p{Lu}[\pL'’.-]*)[\pL'’.-]*){0,4}$`)

// dayOfHead returns the day that a line of its own in a story's head says, if it
// is the only one: a story with several is a list of days.
func dayOfHead(head string) (day when.Interval) {
	n := 0
	for line := range strings.Lines(head) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		n++
		i, ok := dayWritten(line)
		if !ok {
			_, i, ok = filedLine(line)
		}
		switch {
		case !ok:
		case day.IsZero() && n <= headLines:
			day = i
		case i != day:
			return when.Interval{}
		}
	}
	return day
}
