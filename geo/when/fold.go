package when

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// appendFolded appends a word in the form in which words are compared: lower
// case, without accents, Arabic letters that are written one for another as one.
func appendFolded(b []byte, word string) []byte {
	for i := 0; i < len(word); {
		if c := word[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			b = append(b, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		if !isWhole(r) {
			return appendFoldedRunes(b, norm.NFD.String(word[i:]))
		}
		b = utf8.AppendRune(b, foldRune(r))
		i += size
	}
	return b
}

// isWhole reports whether r is one of the letters of Cyrillic and Arabic that no
// accent is part of. Other such letters may be told the long way.
func isWhole(r rune) bool {
	switch {
	case 'А' <= r && r <= 'я':
		return r != 'Й' && r != 'й'
	case 'ا' <= r && r <= 'غ', 'ف' <= r && r <= 'ي':
		return true
	}
	return r == 'ی' || r == 'ک' || r == 'і'
}

func appendFoldedRunes(b []byte, decomposed string) []byte {
	for _, r := range decomposed {
		if !isMark(r) {
			b = utf8.AppendRune(b, foldRune(r))
		}
	}
	return b
}

// isMark reports whether r is a mark that readers leave out: a Latin, Greek or
// Cyrillic accent, Arabic vowels, hamza and madda, the Arabic stretch, a joiner.
// The vowel signs of Indian scripts are not among them: they tell words apart.
func isMark(r rune) bool {
	return '\u0300' <= r && r <= '\u036F' || '\u064B' <= r && r <= '\u065F' ||
		r == '\u0640' || r == '\u200C' || r == '\u200D'
}

func foldRune(r rune) rune {
	switch r {
	case 'ı':
		return 'i'
	case 'ي', 'ى', 'ې':
		return 'ی'
	case 'ك':
		return 'ک'
	case 'ة':
		return 'ه'
	case '\u2019', '\u02BC':
		return '\''
	}
	return unicode.ToLower(r)
}

// digitZeros are the zeros of the decimal digits that dates are written in.
var digitZeros = [...]rune{
	'0',
	'\u0660', // Arabic-Indic
	'\u06F0', // Persian, Urdu
	'\u0966', // Devanagari
	'\u09E6', // Bengali
	'\u0E50', // Thai
	'\u1040', // Burmese
	'\u17E0', // Khmer
	'\uFF10', // full width
}

// digit returns the value of a decimal digit, and -1 for anything else.
func digit(r rune) int {
	for _, zero := range digitZeros {
		if zero <= r && r <= zero+9 {
			return int(r - zero)
		}
	}
	return -1
}
