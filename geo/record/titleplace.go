package record

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/kinds"
)

// A list may have titles such as "Market fire, Kano" and nothing else that says where.

// settleTitles finds out whether the titles of a table that names no place, nor tells what
// happened, end with one.
func (u *understander) settleTitles() {
	p := &u.t.plan
	if !p.has(Title) || p.anyOf(Text, Country, Adm1, Adm2, Adm3, Place, Lat, Coordinates, Easting, PCode, Adm1PCode) {
		return
	}
	yes, all := u.share(p.col(Title), func(s string) bool { return endOfTitle(s) != "" })
	if all < fewTitles || float64(yes) < shareOfTitles*float64(all) {
		return
	}
	p.titlesEnd = true
	if u.mostlyNames(p.col(Title)) {
		p.titlesName = true
		u.t.Notices = append(u.t.Notices, fmt.Sprintf("no column names a place; column %q has names behind commas, and is taken for it", u.t.Columns[p.col(Title)].Name))
		return
	}
	u.t.Notices = append(u.t.Notices, fmt.Sprintf("no column names a place, but %d of %d titles end with one behind a comma, which is taken", yes, all))
}

// So many titles, and such a share of them, must end with a name before it is taken for that of a place.
const (
	fewTitles     = 3
	shareOfTitles = 0.6
)

// mostlyNames reports whether most titles are nothing but names, each in what is behind the next
// comma: "Kisi, Oyo, Nigeria".
func (u *understander) mostlyNames(col int) bool {
	_, _, ok := u.mostly(col, func(title string) bool {
		if kinds.InTitle(title).Type != "" {
			return false
		}
		for part := range strings.SplitSeq(headers.WithoutBrackets(title), ",") {
			for word := range strings.FieldsSeq(part) {
				first, _ := utf8.DecodeRuneInString(word)
				if !unicode.IsUpper(first) && len(word) > longestParticle {
					return false
				}
			}
		}
		return true
	})
	return ok
}

// longestParticle bounds, in bytes, words in small letters inside names: "of", "del".
const longestParticle = 3

// endOfTitle returns what stands behind the last comma of a title, if that may be a name: a
// few words of which the first has a capital; empty if it may not.
func endOfTitle(title string) string {
	end := ""
	if i := strings.LastIndex(title, ", "); i > 0 {
		end = strings.TrimSpace(title[i+2:])
	}
	first, _ := utf8.DecodeRuneInString(end)
	const mostWords = 4
	if end == "" || unicode.IsLower(first) || !unicode.IsLetter(first) || len(strings.Fields(end)) > mostWords || strings.ContainsAny(end, "0123456789") {
		return ""
	}
	return end
}
