package record

import (
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

// Some tables have both sides of what happened in one column: "Herders vs farmers", or
// "Bandits / Police / Residents" below "Parties".

// versus matches what stands between two that are against each other.
var versus = pattern.New(`(?i)\s+(?:vs?\.?|versus|against|contre|contra|gegen|против|проти|ضد)\s+`)

// partiesWords are the words of headers for all who take part, in the form of headerWords.
var partiesWords = []string{"parties", "sides", "belligerents", "belligerent", "actors", "combatants", "opponents", "partes", "actores", "beligerantes", "acteurs", "belligerants", "стороны", "сторони"}

// bothParties reports whether the column of the first actor has the second, too: its header
// is about several, or half of its values name two against each other.
func (u *understander) bothParties() bool {
	p := &u.t.plan
	col := p.col(Actor1)
	if col < 0 || p.has(Actor2) || u.listed(col) {
		return false
	}
	return u.most(col, versus().MatchString) || anyWord(headers.Words(u.t.Columns[col].Name), partiesWords) && u.most(col, func(s string) bool { _, other := twoParties(s); return other != "" })
}

// twoParties returns the first of those whom a cell names, and all others.
func twoParties(cell string) (one, others string) {
	if at := versus().FindStringIndex(cell); at != nil {
		return strings.TrimSpace(cell[:at[0]]), strings.TrimSpace(cell[at[1]:])
	}
	for _, mark := range []string{" / ", ";", " | ", "\n"} {
		if one, others, ok := strings.Cut(cell, mark); ok && strings.TrimSpace(one) != "" {
			return strings.TrimSpace(one), strings.TrimSpace(strings.ReplaceAll(others, mark, "; "))
		}
	}
	return cell, ""
}

// licensed reports whether a column says on what terms rows may be used.
func licensed(c Column) bool { return anyWord(headers.Words(c.Name), []string{"license", "licence"}) }
