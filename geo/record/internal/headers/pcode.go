package headers

import (
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
)

// pcodeWords are the words for a P-code in a header, in the form of Words.
// A shapefile cuts its headers to ten letters.
var pcodeWords = pattern.New(`(?:^| )p ?(?:codes?|cod)(?: |$)|pcode$`)

// withoutPCode takes the words for a P-code off a header, and reports whether it
// has any.
func withoutPCode(words string) (rest string, ok bool) {
	if !strings.Contains(words, "cod") {
		return "", false
	}
	at := pcodeWords().FindStringIndex(words)
	if at == nil {
		return "", false
	}
	return strings.TrimSpace(words[:at[0]] + " " + words[at[1]:]), true
}

// pcodesOf are the roles of columns with the P-codes of what another column names.
var pcodesOf = map[Role]Role{Adm1: Adm1PCode, Adm2: Adm2PCode, Adm3: Adm3PCode, Place: PCode}

// coded returns what a header of P-codes means by the rest of its words: "Governorate
// P-Code" is of the first level, "P-Code" alone of whatever the row names.
func (v *vocabulary) coded(rest string) (Meaning, bool) {
	if rest == "" {
		return Meaning{PCode, 1}, true
	}
	m, ok := v.Headers.Find(rest)
	if !ok {
		m, ok = v.Headers.Find(v.Core(rest))
	}
	role, area := pcodesOf[m.Role]
	return Meaning{role, m.Rank}, ok && area
}
