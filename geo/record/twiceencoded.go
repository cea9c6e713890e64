package record

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Files that were read as windows-1252 and written as UTF-8 again have "MaceiÃ³" for
// Maceió. What an event is called and where it was are mended; the columns stay as they are.

// twiceEncoded returns a text as it was before it was encoded twice; false if it was not.
func twiceEncoded(s string) (before string, ok bool) {
	if !strings.ContainsAny(s, "ÃÂÐÑØÙÅÄ") {
		return s, false
	}
	bytes, err := charmap.Windows1252.NewEncoder().String(s)
	if err != nil || !utf8.ValidString(bytes) {
		return s, false
	}
	return bytes, true
}

// settleEncoding finds out whether texts of a table were encoded twice.
func (u *understander) settleEncoding() {
	for _, role := range []Role{Title, Place, Adm1, Adm2, Adm3, Country, Text} {
		for _, col := range u.t.plan.cols[role] {
			some, _ := u.share(col, func(s string) bool { _, ok := twiceEncoded(s); return ok })
			if some > 0 {
				u.t.plan.twice = true
				return
			}
		}
	}
}

// decoded returns a value as it was before it was encoded twice, if some of the table were.
func (c *converter) decoded(s string) string {
	if c.plan.twice {
		s, _ = twiceEncoded(s)
	}
	return s
}
