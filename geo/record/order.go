package record

import (
	"fmt"
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/row"
	"github.com/dateline-map/dateline/geo/when"
)

// orderBeside returns the order that something beside the numbers of dates proves, and why;
// without a reason if nothing does.
func (t *Table) orderBeside(sample []*row.Row) (order when.Order, why string) {
	for col, c := range t.Columns {
		if order, line := provedBy(sample, col); c.Role == NoRole && order != when.OrderUnknown {
			return order, fmt.Sprintf("row %d allows no other in column %q", line, c.Name)
		}
	}
	if t.plan.pointed(sample) {
		return when.DMY, "dates with points have the day first"
	}
	return when.OrderUnknown, ""
}

// provedBy returns the order that a column of dates proves, and the line of the first
// date that does: whoever filled it, the sheet that shows it is set to one.
func provedBy(sample []*row.Row, col int) (order when.Order, line int) {
	var orders when.Orders
	for _, r := range sample {
		if cell := r.Cell(col); !literal.Missing(cell) {
			if !dateLike(cell) || excelSerial(cell) {
				return when.OrderUnknown, 0
			}
			orders.Add(cell, r.Line)
		}
	}
	order, line, err := orders.Proof()
	if err != nil {
		return when.OrderUnknown, 0
	}
	return order, line
}

// pointed reports whether all dates of a sample that depend on the order have points
// between their numbers. No locale of Unicode CLDR 48 puts the month first with these,
// while languages other than English do so with strokes (Filipino).
func (p *plan) pointed(sample []*row.Row) bool {
	some := false
	for _, role := range []Role{Date, Start, End} {
		for _, col := range p.cols[role] {
			for _, r := range sample {
				cell := r.Cell(col)
				if !dependsOnOrder(cell) {
					continue
				}
				if strings.ContainsAny(cell, "/-") || strings.Count(cell, ".") < 2 {
					return false
				}
				some = true
			}
		}
	}
	return some
}

func dependsOnOrder(cell string) bool {
	var one when.Orders
	one.Add(cell, 0)
	_, _, err := one.Proof()
	return when.IsAmbiguous(err)
}
