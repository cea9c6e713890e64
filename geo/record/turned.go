package record

import (
	"io"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/delimited"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
)

// Small tables may lie on their side: their first column has the headers, and each
// other column is a record. They are turned round before anything else is asked.

// mostTurned bounds the rows of a table on its side: no record has more columns
// that people would fill in so.
const mostTurned = 60

// leastTurned is how many different things the first column must name.
const leastTurned = 3

// onItsSide reports whether all rows of a table are one on its side: the words of
// the first column are headers, of a day among others, and those of the first row
// are not.
func onItsSide(rows []delimited.Cells) bool {
	if len(rows) < leastTurned || len(rows) > mostTurned || len(rows[0].Values) < 2 {
		return false
	}
	v := headers.Vocab()
	roles := map[Role]bool{}
	known := 0
	for _, r := range rows {
		m, ok := v.Of(r.Values[0])
		if ok && (literal.IsNumeral(r.Values[0]) || m.Role == NoRole) {
			ok = false
		}
		if ok {
			known++
			roles[m.Role] = true
		}
	}
	dated := roles[Date] || roles[Start] || roles[Year]
	return dated && len(roles) >= leastTurned && 2*known > len(rows) && !slices.ContainsFunc(rows[0].Values[1:], func(cell string) bool {
		_, ok := v.Of(cell)
		return ok
	})
}

// inLongForm reports whether each row of a table is one fact of an event: a column
// names what another has, and its words are headers.
func (u *understander) inLongForm() bool {
	v := headers.Vocab()
	for col, c := range u.t.Columns {
		if !anyWord(headers.Words(c.Name), factWords) {
			continue
		}
		roles := map[Role]bool{}
		for cell := range u.values(col) {
			if m, ok := v.Of(cell); ok {
				roles[m.Role] = true
			}
		}
		if (roles[Date] || roles[Start]) && len(roles) >= leastTurned {
			return true
		}
	}
	return false
}

// factWords are those of headers of columns that name what another column has.
var factWords = []string{"variable", "attribute", "key", "field", "property", "indicator", "question"}

// turned returns the columns of a table as rows, each on the line that counts it.
func turned(rows []delimited.Cells) []delimited.Cells {
	width := 0
	for _, r := range rows {
		width = max(width, len(r.Values))
	}
	var all []delimited.Cells
	for col := range width {
		c := delimited.Cells{Line: col + 1, Valid: true}
		for _, r := range rows {
			cell := ""
			if col < len(r.Values) {
				cell = r.Values[col]
			}
			c.Values = append(c.Values, cell)
		}
		if strings.Join(c.Values, "") != "" {
			all = append(all, c)
		}
	}
	return all
}

// heldCells are records that are known already.
type heldCells []delimited.Cells

func (h *heldCells) Next(c *delimited.Cells) error {
	if len(*h) == 0 {
		return io.EOF
	}
	*c = (*h)[0]
	c.Values = slices.Clone(c.Values)
	*h = (*h)[1:]
	return nil
}

// turnedRows reads a table that lies on its side.
func (in *input) turnedRows(table *Table, side []delimited.Cells, comma byte) *tableRows {
	upright := turned(side)
	l := layoutOf(upright, comma)
	l.hide(in.options.Hidden)
	l.describe(table)
	table.layout = l
	table.Turned = true
	held := heldCells(upright)
	return newTableRows(&held, l, nil)
}
