package record

import (
	"strings"

	"github.com/dateline-map/dateline/geo/when"
)

// leastCrossed is how many months or years a cross table has at least.
const leastCrossed = 3

// crossTable reports whether a row is the header of a table that has months or
// years for columns: some that follow each other, in their order.
func crossTable(header []string) bool {
	n := 0
	var last when.Interval
	for _, h := range header {
		i, err := when.Parse(strings.TrimSpace(h), when.DMY)
		if err != nil || i.Precision != when.ToMonth && i.Precision != when.ToYear || n > 0 && i.First != last.Last+1 {
			n = 0
		}
		if last = i; err == nil && !i.IsZero() {
			if n++; n == leastCrossed {
				return true
			}
		}
	}
	return false
}

// undated says that no column has a date, and why if that is known.
func (u *understander) undated() string {
	var names []string
	for _, c := range u.t.Columns {
		names = append(names, c.Name)
	}
	if crossTable(names) {
		return "no column has a date; months or years are columns themselves: turn the table so that each is a row"
	}
	return "no column has a date"
}
