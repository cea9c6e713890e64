package build

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer/fold"
)

// maxAlias bounds a name in bytes. The longest real one of GeoNames, Bangkok's
// ceremonial name, is not what a story writes.
const maxAlias = 80

// CleanAliases returns the alternate names worth keeping beside name, in their
// order. Left out are
//
//   - IATA and other codes: three or four Latin capitals ("TQD");
//   - machine transliterations, which GeoNames has in lower case without
//     vowels or in syllables ("alflwjt", "fei lu jie");
//   - names that package fold cannot tell from name or from an earlier one;
//   - what is no name: links, numbers, overlong strings.
func CleanAliases(name string, raw []string) []string {
	var kept []string
	for _, a := range raw {
		if a = strings.TrimSpace(a); worthKeeping(a) {
			kept = append(kept, a)
		}
	}
	return distinctNames(name, kept)
}

// distinctNames returns the names that package fold can tell from name and from
// earlier ones.
func distinctNames(name string, names []string) []string {
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

func worthKeeping(a string) bool {
	if len(a) < 2 || len(a) > maxAlias || !utf8.ValidString(a) || strings.Contains(a, "://") {
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
