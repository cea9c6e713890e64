package record

import (
	"fmt"
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/row"
	"github.com/dateline-map/dateline/geo/when"
)

// Places on a map are often dated where people read it: "Clash at the mill, 3 May 2031" for a
// name, "<b>03/05/2031</b><br>Two guards were hurt" for a description.

// settleDays finds out whether the titles or texts of records tell the day, if no column does.
func (u *understander) settleDays() {
	p := &u.t.plan
	if p.anyOf(Date, Start, End, Year, Week) || u.t.TellsStories() {
		return
	}
	for _, role := range []Role{Title, Text, Place} {
		for _, col := range p.cols[role] {
			yes, all := u.share(col, func(s string) bool { return dayTold(s) != "" })
			if yes == 0 || all < fewTitles && yes < all || float64(yes) < shareOfTitles*float64(all) {
				continue
			}
			p.days = append(p.days, col)
			u.t.Notices = append(u.t.Notices, fmt.Sprintf("no column has a date, but %d of %d in column %q tell a day, which is taken", yes, all, u.t.Columns[col].Name))
		}
	}
}

var dayInText = pattern.New(`\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}(?:st|nd|rd|th|er)?\.?(?: de| of)? \pL{3,12}\.?,?(?: de)? \d{4}|\pL{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})\b`)

// dayTold returns the day that a text begins with, or the only one in it, as it is written;
// empty if there is none.
func dayTold(text string) string {
	text = strings.TrimSpace(withoutMarkup(text))
	first := ""
	for _, at := range dayInText().FindAllStringIndex(text, -1) {
		day := text[at[0]:at[1]]
		if i, err := when.Parse(day, when.OrderUnknown); !when.IsAmbiguous(err) && (err != nil || i.Precision != when.ToDay) {
			continue
		}
		switch {
		case first == "" && at[0] == 0:
			return day
		case first == "":
			first = day
		case first != day:
			return ""
		}
	}
	return first
}

// dayOfText returns the day that the titles or texts of a row tell.
func (c *converter) dayOfText(m *made, r *row.Row) when.Interval {
	for _, col := range c.plan.days {
		day := dayTold(r.Cell(col))
		if day == "" {
			continue
		}
		i, err := c.plan.parse(day)
		if err == nil {
			return i
		}
		m.fault(col, err)
	}
	return when.Interval{}
}
