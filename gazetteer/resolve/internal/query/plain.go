package query

import (
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer/fold"
)

// Plain returns the comparison form of a name that can be read in one way only,
// as most can: it has nothing but letters and spaces, and no word that may say
// anything but a name. It finds in a hundred nanoseconds what [parseQuery] would take
// microseconds for.
func Plain(name string) (key string, plain bool) {
	if len(name) > maxPlain || !isLatinText(name) {
		return "", false
	}
	key = fold.Key(name)
	for word := range strings.SplitSeq(key, " ") {
		if word == "" || speaks(word) {
			return "", false
		}
	}
	return key, true
}

// maxPlain is how many bytes a plain name has at most: never more than maxKeyWords
// words.
const maxPlain = 2*maxKeyWords - 1

// isLatinText reports whether a text has nothing but spaces and letters whose
// comparison forms are letters from a to z.
func isLatinText(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c|0x20 && c|0x20 <= 'z', c == ' ':
		case c < utf8.RuneSelf:
			return false
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r < 'À' || r > 'ſ' || r == '×' || r == '÷' {
				return false
			}
			i += size - 1
		}
	}
	return true
}
