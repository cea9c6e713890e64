package record

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/jsonrows"
	"github.com/dateline-map/dateline/geo/record/internal/kinds"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// Tables that people make to be read have rows that only name what those below
// have in common: "ANBAR", and then the incidents there. Such a row is none of
// them, and its words are a place's in which theirs lie, if no column has one.

var errHeading = errors.New("row is a heading of those below, not a record")

// longestHeading bounds, in bytes, what is taken for a heading.
const longestHeading = 60

// settleHeadings finds out whether the table has headings between its rows, in a
// first column that must have dates. One that has room for areas says them there.
func (u *understander) settleHeadings() {
	p := &u.t.plan
	if len(u.t.Columns) < widthOfNotes || !headers.Dates[u.t.Columns[0].Role] || p.anyOf(Country, Adm1, Adm2, Adm3) {
		return
	}
	for i, r := range u.sample[:max(len(u.sample)-1, 0)] {
		if heading(r) != "" && heading(u.sample[i+1]) == "" {
			p.headed = true
			return
		}
	}
}

// keysOfGroups takes the keys by which a document sorts its records for the areas that these lie in,
// or their years, where no column says so: {"Anbar": [...], "Homs": [...]}.
func (u *understander) keysOfGroups() {
	p := &u.t.plan
	col := slices.IndexFunc(u.t.Columns, func(c Column) bool { return c.Name == jsonrows.KeyColumn && c.Role == NoRole })
	if col < 0 || u.t.Format != Document || u.unique(col) {
		return
	}
	const why = "records are sorted by it"
	switch {
	case u.only(col, whole(1000, 2100)):
		if !p.anyOf(Date, Start, Year) {
			u.grant(claim{Meaning: headers.Meaning{Role: Year}, col: col, why: why}, anyCells)
		}
	case !p.anyOf(Country, Adm1, Adm2, Adm3) && u.only(col, func(s string) bool {
		return areaLike(s) && !kinds.IsListed(s) && len(s) <= longestHeading && !lowerCase(s)
	}):
		u.grant(claim{Meaning: headers.Meaning{Role: Adm1}, col: col, why: why}, anyCells)
	}
}

// lowerCase reports whether a key begins with a small letter, as those do that programs know: "open".
func lowerCase(key string) bool {
	first, _ := utf8.DecodeRuneInString(key)
	return unicode.IsLower(first)
}

// heading returns what a row says if it is a heading: one short text without
// digits in the first column, and nothing else. Else it returns nothing.
func heading(r *row.Row) string {
	text := r.Said(0)
	if r.At != nil || text == "" || len(text) > longestHeading || strings.ContainsAny(text, ".:;") ||
		!strings.ContainsFunc(text, unicode.IsLetter) || strings.ContainsFunc(text, unicode.IsDigit) || totalLike(text) {
		return ""
	}
	for i := 1; i < len(r.Props); i++ {
		if says(r.Untrimmed(i)) {
			return ""
		}
	}
	return text
}

// below puts a place into what the heading above its row names, if that is no kind
// of event.
func (c *converter) below(p *geo.Place) {
	if _, isKind := kinds.Word(c.heading); isKind || c.heading == "" {
		return
	}
	if p.Name == "" {
		p.Name = c.heading
		return
	}
	p.Name += ", " + c.heading
}
