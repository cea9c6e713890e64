package naming

import (
	"slices"
	"strings"
	"unicode"
)

// homeScript is a script, and the countries whose people write places' names in it.
type homeScript struct {
	name      string
	countries string // their codes, with spaces between
}

// of reports whether the script is written in a country.
func (s homeScript) of(country string) bool {
	return len(country) == 2 && strings.Contains(s.countries, country)
}

// homeScripts are the scripts in which bots have written the names of every
// village on earth, and the countries where people do. Elsewhere a village's
// name in them is a guess at its sound, and 60,000 such names would take half a
// megabyte of an index.
var homeScripts = []homeScript{
	{"Cyrillic", "AM AZ BA BG BY EE GE KG KZ LT LV MD ME MK MN RO RS RU TJ TM UA UZ XK"},
	{"Arabic", "AE AF BH CN DJ DZ EG EH ER ET IL IN IQ IR JO KM KW LB LY MA ML MR NE OM PK PS QA SA SD SO SS SY TD TJ TN TR UZ AZ TM YE"},
	{"Han", "CN HK JP KP KR MO MY SG TW VN MM"},
	{"Katakana", "JP"},
	{"Hiragana", "JP"},
	{"Hangul", "CN JP KP KR"},
	{"Armenian", "AM AZ GE IR TR"},
}

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

// AtHome returns the names that people of the country write themselves.
func AtHome(country string, names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		for _, r := range name {
			for _, s := range homeScripts {
				if unicode.Is(unicode.Scripts[s.name], r) {
					return !s.of(country)
				}
			}
		}
		return false
	})
}

// muteLands are countries whose names are spelled from the Arabic script.
const muteLands = "AE AF BH EG IQ IR JO KW LB LY OM PK PS QA SA SD SY YE"

// leastMute is how many letters a name has at least that is known without its mute
// end: of shorter ones too little is left.
const leastMute = 6

// WithoutMute returns a name as newspapers spell it, without the h at its end that
// nobody speaks (Khalidiya for Al Khālidīyah), or nothing. A long a before it is
// another sound: Lashkar Gāh.
func WithoutMute(country, name string) []string {
	if len(country) != 2 || !strings.Contains(muteLands, country) || !strings.HasSuffix(name, "ah") || len([]rune(name)) < leastMute {
		return nil
	}
	return []string{strings.TrimSuffix(name, "h")}
}

// InOwnScript reports whether a name is written in a script of its country.
func InOwnScript(name, country string) bool {
	for _, r := range name {
		if !unicode.IsLetter(r) || unicode.Is(unicode.Latin, r) {
			continue
		}
		for _, scripts := range [][]homeScript{homeScripts, ownScripts} {
			for _, s := range scripts {
				if unicode.Is(unicode.Scripts[s.name], r) {
					return s.of(country)
				}
			}
		}
	}
	return false
}
