package when

import (
	"regexp"
	"strings"
	"sync"
)

var military = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\s*(\d{2})\s?([0-2]\d[0-5]\d\s?[A-IK-Z]??)\s?([A-Z]{3})\s?(\d{2}|\d{4})\s*$`)
})

// dateTimeGroup takes apart the day and time of armies, 120430ZJUN13: the day,
// hours and minutes, the letter of a zone, month and year. Written without its
// hours it is a date like any other.
func dateTimeGroup(cell string) (day, clock string, ok bool) {
	if len(cell) < len("120430JUN13") || len(cell) > len(" 12 0430 Z JUN 2013 ") {
		return "", "", false
	}
	m := military().FindStringSubmatch(cell)
	if m == nil {
		return "", "", false
	}
	return m[1] + " " + m[3] + " " + m[4], strings.TrimSpace(m[2]), true
}
