// Package naming tells which of the names that lists have for places are worth keeping.
package naming

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer/fold"
)

// MaxAlias bounds a name in bytes. The longest real one of GeoNames, Bangkok's
// ceremonial name, is not what a story writes.
const MaxAlias = 80

// Clean returns the alternate names worth keeping beside name, in their
// order. Left out are
//
//   - IATA and other codes: three or four Latin capitals ("TQD");
//   - machine transliterations, which GeoNames has in lower case without
//     vowels or in syllables ("alflwjt", "fei lu jie");
//   - names that package fold cannot tell from name or from an earlier one;
//   - what is no name: links, numbers, overlong strings.
func Clean(name string, raw []string) []string {
	var kept []string
	for _, a := range raw {
		if a = strings.TrimSpace(a); WorthKeeping(a) {
			kept = append(kept, a)
		}
	}
	return Distinct(name, kept)
}

// Distinct returns the names that package fold can tell from name and from
// earlier ones.
func Distinct(name string, names []string) []string {
	seen := map[string]bool{fold.Key(name): true}
	var out []string
	for _, a := range names {
		if key := fold.Key(a); key != "" && !seen[key] {
			seen[key] = true
			out = append(out, a)
		}
	}
	return out
}

// WorthKeeping reports whether a name is one at all, and no code or machine
// transliteration.
func WorthKeeping(a string) bool {
	if len(a) < 2 || len(a) > MaxAlias || !utf8.ValidString(a) || strings.Contains(a, "://") {
		return false
	}
	return hasLetter(a) && !isCode(a) && !isMachineMade(a) && strings.IndexFunc(a, isOdd) < 0
}

// isOdd reports whether no name has the character: controls, symbols and the
// leavings of broken encodings ("N¡nive").
func isOdd(r rune) bool {
	return unicode.IsControl(r) || strings.ContainsRune("¡¿;{}[]<>|=+*#$%^~\\\uFFFD", r)
}

func hasLetter(a string) bool { return strings.IndexFunc(a, unicode.IsLetter) >= 0 }

// isCode reports whether a is three or four Latin capitals, as airports' codes
// are.
func isCode(a string) bool {
	if len(a) != 3 && len(a) != 4 {
		return false
	}
	for i := range len(a) {
		if a[i] < 'A' || a[i] > 'Z' {
			return false
		}
	}
	return true
}

// isMachineMade reports whether a is in Latin letters without any capital.
func isMachineMade(a string) bool {
	latin := false
	for _, r := range a {
		if unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
		latin = latin || unicode.IsLetter(r)
	}
	return latin
}
