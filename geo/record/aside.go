package record

import (
	"errors"
	"fmt"
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// People put a summary to the right of a table, behind a column left free: provinces and
// how many died there. Its cells are none of the rows that they stand beside.

var errAside = errors.New("row has something beside the table only")

// leastBeside is how many columns a table has, at least, that another stands beside.
const leastBeside = 3

// settleAside finds the column from which on cells belong to a further table at the right:
// behind one without a header or a value, in rows from the first on that are at most
// half as many as the table's, or more than it has.
func (u *understander) settleAside() {
	if u.t.Headless || len(u.sample) < 2 {
		return
	}
	for col := leastBeside; col+1 < len(u.t.Columns); col++ {
		if u.t.Columns[col].Name != row.Placeholder(col) || len(u.t.Columns[col].Examples) > 0 || u.t.Columns[col+1].Name == row.Placeholder(col+1) {
			continue
		}
		left, right := u.filledRows(0, col), u.filledRows(col+1, len(u.t.Columns))
		if n := len(right); n > 0 && right[n-1] == n-1 && len(left) > 0 && (2*n <= len(left) || left[len(left)-1] < n-1) {
			u.t.plan.aside = col + 1
			var names []string
			for _, c := range u.t.Columns[col+1:] {
				names = append(names, fmt.Sprintf("%q", c.Name))
			}
			u.t.Notices = append(u.t.Notices, fmt.Sprintf("columns %s stand beside the table, behind a free one, and say nothing of its rows", strings.Join(names, ", ")))
			return
		}
	}
}

// filledRows returns which rows of the sample have a value between two columns.
func (u *understander) filledRows(from, to int) (rows []int) {
	for i, r := range u.sample {
		for col := from; col < to; col++ {
			if says(r.Cell(col)) {
				rows = append(rows, i)
				break
			}
		}
	}
	return rows
}
