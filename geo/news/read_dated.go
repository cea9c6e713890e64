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
