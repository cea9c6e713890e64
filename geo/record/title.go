package record

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/when"
)

var fourDigits = pattern.New(`(?:^|\D)((?:19|20)\d\d)(?:\D|$)`)

// yearOf returns the only year that rows name, those of a title; 0 if there is none,
// or more than one.
func yearOf(rows []cells) int {
	year := 0
	for _, r := range rows {
		for _, v := range r.values {
			if tellsUpdate(v) {
				continue
			}
			y := yearIn(v)
			if y < 0 || year > 0 && y > 0 && y != year {
				return 0
			}
			year = max(year, y)
		}
	}
	return year
}

// tellsUpdate reports whether a title says when the table was made or changed, which
// may be in the year after.
func tellsUpdate(title string) bool {
	words := headerWords(title)
	if theVocabulary().any(words, neverWord) {
		return true
	}
	for _, said := range []string{"mise jour", "mise a jour", "as of", "actualiza", "last change", "printed", "generated", "обновл", "оновл", "станом", "guncel"} {
		if strings.Contains(words, said) {
			return true
		}
	}
	return false
}

// yearIn returns the only year in a text; 0 if it has none, and less if it has more
// than one.
func yearIn(text string) int {
	m := fourDigits().FindStringSubmatchIndex(text)
	if m == nil {
		return 0
	}
	year, _ := strconv.Atoi(text[m[2]:m[3]]) // four digits
	if next := yearIn(text[m[3]:]); next != 0 && next != year {
		return -1
	}
	return year
}

// parse reads a written date. One without a year is of the year that the table's
// title names, if it names one: "28 Jan" below "Incidents of 2020". "Jan 20" there may
// be the month as well.
func (p *plan) parse(v string) (when.Interval, error) {
	i, err := when.Parse(v, p.order)
	if p.year > 0 && when.LacksYear(err) && !strings.HasSuffix(v, fmt.Sprintf(" %02d", p.year%100)) {
		if in, of := when.Parse(fmt.Sprintf("%s %d", v, p.year), p.order); of == nil {
			return in, nil
		}
	}
	return i, err
}

// yearless notes that dates of a column have the title's year.
func (u *understander) yearless(col int) {
	if u.t.plan.year <= 0 {
		return
	}
	if some, _ := u.share(col, func(s string) bool {
		_, err := when.Parse(s, u.t.plan.order)
		return when.LacksYear(err)
	}); some > 0 {
		u.t.Notices = append(u.t.Notices, fmt.Sprintf("dates without a year in column %q are taken to be of %d, which the title names", u.t.Columns[col].Name, u.t.plan.year))
	}
}
