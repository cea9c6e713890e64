package build

import (
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-map/dateline/gazetteer/internal/record"
)

// ownScripts are scripts that homeScripts does not have, and the countries that
// write their places' names in them.
var ownScripts = []homeScript{
	{"Greek", "CY GR"},
	{"Hebrew", "IL PS"},
	{"Georgian", "GE"},
	{"Ethiopic", "ER ET"},
	{"Thaana", "MV"},
	{"Devanagari", "IN NP"},
	{"Bengali", "BD IN"},
	{"Gurmukhi", "IN PK"},
	{"Gujarati", "IN"},
	{"Oriya", "IN"},
	{"Tamil", "IN LK"},
	{"Telugu", "IN"},
	{"Kannada", "IN"},
	{"Malayalam", "IN"},
	{"Sinhala", "LK"},
	{"Thai", "TH"},
	{"Lao", "LA"},
	{"Myanmar", "MM"},
	{"Khmer", "KH"},
	{"Tibetan", "BT CN"},
	{"Mongolian", "CN MN"},
}

// maxOwnNames bounds how many names in scripts of its country a place keeps as
// they are written. All its names are found; those two are shown.
const maxOwnNames = 2

// labels returns what an index keeps of a place's other names as they are written.
// The dictionary has all of them, but in their comparison forms.
func labels(p *Place) (kept []record.Label) {
	for _, name := range p.Aliases {
		if len(kept) < maxOwnNames && inOwnScript(name, p) {
			kept = append(kept, record.Label{Mark: record.OwnScript, Text: name})
		}
	}
	for _, code := range p.Codes {
		kept = append(kept, record.Label{Mark: record.Code, Text: code})
	}
	if p.PCode != "" {
		kept = append(kept, record.Label{Mark: record.PCode, Text: p.PCode})
	}
	return slices.DeleteFunc(kept, func(l record.Label) bool { return strings.ContainsRune(l.Text, 0) })
}

// inOwnScript reports whether a name is written in a script of its country.
func inOwnScript(name string, p *Place) bool {
	for _, r := range name {
		if !unicode.IsLetter(r) || unicode.Is(unicode.Latin, r) {
			continue
		}
		for _, scripts := range [][]homeScript{homeScripts, ownScripts} {
			for _, s := range scripts {
				if unicode.Is(unicode.Scripts[s.name], r) {
					return s.of(p.Country)
				}
			}
		}
	}
	return false
}
