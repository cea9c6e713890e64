package record

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/delimited"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// A sheet or a file may hold one table below another, with a row left free between
// them: incidents, and then the people who fled. What stands below the second header
// must not be read by the first.

// leastFurther is how many headers of a further table must be understood, at least.
const leastFurther = 2

// beginsFurther reports whether the row just read, behind rows left free, is the header
// of another table. Titles may stand between.
func (t *tableRows) beginsFurther() bool {
	values := t.cells.Values
	if filled(values) < widthOfNotes {
		return false // a title; what comes next is behind the free row, too
	}
	t.behindGap = false
	if !literal.AreWords(values) || t.repeatsHeader() {
		return false
	}
	header := slices.DeleteFunc(trimmed(values), func(h string) bool { return h == "" })
	n := headers.CountKnown(header)
	if n < leastFurther || 3*n < len(header) {
		return false
	}
	t.further = slices.Clone(trimmed(values))
	for i, h := range t.further {
		t.further[i] = strings.Clone(h) // the text may be lent
	}
	return true
}

// tableBelow returns the rows of the table below this one; nil if there is none.
func (t *tableRows) tableBelow(above *Table) (*tableRows, Table) {
	if t.further == nil {
		return nil, Table{}
	}
	l := layout{comma: t.layout.comma, header: t.further, width: len(t.further), line: t.cells.Line, first: t.cells.Line + 1, titled: above.plan.titled}
	for len(l.header) > 1 && l.header[len(l.header)-1] == "" {
		l.header = l.header[:len(l.header)-1]
	}
	table := Table{File: above.File, Format: above.Format, Encoding: above.Encoding, Delimiter: above.Delimiter, Sheet: above.Sheet, Further: true, layout: l}
	l.describe(&table)
	table.Notices = []string{fmt.Sprintf("a further table begins here; its header is in row %d", l.line)}
	split := t.scan
	if s, ok := split.(*delimited.Scanner); ok {
		split = s.Afresh(len(l.header))
	}
	return newTableRows(split, l, t.clean.Page), table
}

// furtherParts yields the parts of the tables below one that is read, and reports whether
// to go on.
func (in *input) furtherParts(rs row.Source, table Table, yield func(*Part) bool) bool {
	above, ok := rs.(*tableRows)
	if !ok {
		return true
	}
	next, table := above.tableBelow(&table)
	if next == nil {
		return true
	}
	sub := *in
	sub.again, sub.options.Known = false, nil // from the beginning there is another table
	return sub.readParts(next, table, yield)
}
