// Package fold gives names comparison forms, so that two spellings of a name
// can be seen to be the same.
//
//   - [Key] forgets case, accents, apostrophes, hyphens and the variants of
//     letters: "Al-Qā'im" and "al qaim".
//   - [Bare] forgets the article as well: "Al Fallujah" and "Fallujah".
//   - [Skeleton] forgets what transliterations disagree about: "Heet" and "Hit",
//     "Baqouba" and "بعقوبة".
//   - [ClassWords] takes off the words that say what kind of place is meant:
//     "Qada' Samarra'", "Orange County".
//
// All of them take any string and give valid UTF-8.
//
// # Non-goals
//
//   - Forms for people to read: nothing here can be turned back into a name.
//   - Translation: "Kairo" and "Cairo" are names of one place because a
//     gazetteer says so.
package fold

import (
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Version is the version of the forms. It goes up whenever some name's form
// changes, since an index is of no use to a program that folds otherwise.
const Version = 1

// Key returns the comparison form of a name: lower case without accents, vowel
// signs, apostrophes and other marks; hyphens and punctuation turned into
// single spaces; digits of any script turned into 0-9; letters that writers of
// Arabic, Persian, Kurdish and Hebrew use for one another made one. Letters of
// the Latin alphabet become a-z. Key(Key(s)) is Key(s).
func Key(name string) string {
	if isKey(name) {
		return name
	}
	var room [96]byte // nearly all keys fit
	if plainKey(&room, name) {
		return string(room[:len(name)])
	}
	return string(AppendKey(room[:0], name))
}

// plainKey makes the key of a name of unaccented words with a space or a hyphen
// between them, which is as long as the name, and reports whether it is such a one.
// Most are, and take half the time so.
func plainKey(room *[96]byte, name string) bool {
	if len(name) > len(room) {
		return false
	}
	before := byte(' ')
	for i := range len(name) {
		form := plainForm[name[i]]
		if form == 0 || form == ' ' && before == ' ' {
			return false
		}
		room[i], before = form, form
	}
	return before != ' '
}

// plainForm is what becomes of each byte that is all there is to its character and is
// not passed over; 0 of others.
var plainForm = func() (form [256]byte) {
	for c := range asciiForm {
		if asciiForm[c] > separates || c == ' ' || c == '-' {
			form[c] = asciiForm[c]
		}
	}
	return form
}()

// isKey reports whether a name is plain enough to be its own key.
func isKey(s string) bool {
	space := true
	for _, r := range s {
		if r >= utf8.RuneSelf && !isOwn(r) || r < utf8.RuneSelf && (asciiForm[r] != byte(r) || r == ' ' && space) {
			return false
		}
		space = r == ' '
	}
	return !space || s == ""
}

// isOwn reports whether a character is one of the many that are their own form,
// without looking it up.
func isOwn(r rune) bool {
	switch {
	case r < 'а':
		return 'α' <= r && r <= 'ρ'
	case r <= 'я':
		return r != 'й'
	case r < 'ا':
		return r == 'є' || r == 'і' || 'א' <= r && r <= 'י'
	case r <= 'ي':
		return r != 'ة' && (r <= 'غ' || 'ف' <= r && r != 'ى')
	case 'ऀ' <= r && r <= 'ॐ', 'ก' <= r && r <= 'า', 'က' <= r && r <= '\u103f':
		return true
	}
	return 'ぁ' <= r && r <= 'ゖ' || '一' <= r && r <= '\u9fff' || '가' <= r && r <= '힣'
}

// What asciiForm says of a byte that is neither kept nor turned into another.
const (
	separates = ' '
	vanishes  = 0
)

// asciiForm is what becomes of each byte of ASCII: a letter, a digit, a space,
// or nothing.
var asciiForm = func() (form [utf8.RuneSelf]byte) {
	for c := range form {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			form[c] = byte(c)
		case 'A' <= c && c <= 'Z':
			form[c] = byte(c) + 'a' - 'A'
		case c == '\'' || c == '`':
			form[c] = vanishes
		default:
			form[c] = separates
		}
	}
	return form
}()

// AppendKey appends the [Key] of a name to dst.
func AppendKey(dst []byte, name string) []byte {
	start := len(dst)
	for i := 0; i < len(name); {
		c := name[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(name[i:])
			if isOwn(r) {
				dst = append(dst, name[i:i+size]...)
			} else {
				dst = appendForm(dst, start, formOf(r))
			}
			i += size
			continue
		}
		switch form := asciiForm[c]; {
		case form > separates:
			dst = append(dst, form)
		case form == vanishes || c == '.' && insideInitials(name, i):
		case c == '&':
			dst = appendForm(dst, start, " and ")
		default:
			dst = appendSpace(dst, start)
		}
		i++
	}
	if n := len(dst); n > start && dst[n-1] == ' ' {
		dst = dst[:n-1]
	}
	return dst
}

// insideInitials reports whether the full stop at name[i] joins initials, as
// the first one of "U.S." does: those are written "US" as well.
func insideInitials(name string, i int) bool {
	return i > 0 && isASCIILetter(name[i-1]) &&
		(i == 1 || !isASCIILetter(name[i-2]) && name[i-2] < utf8.RuneSelf) &&
		i+1 < len(name) && isASCIILetter(name[i+1])
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// appendSpace ends a word of a key that begins at dst[start].
func appendSpace(dst []byte, start int) []byte {
	if n := len(dst); n > start && dst[n-1] != ' ' {
		dst = append(dst, ' ')
	}
	return dst
}

// appendForm appends a form, in which spaces may stand at the ends only.
func appendForm(dst []byte, start int, form string) []byte {
	for i := range len(form) {
		if form[i] == ' ' {
			dst = appendSpace(dst, start)
		} else {
			dst = append(dst, form[i])
		}
	}
	return dst
}

// pageLen is how many characters have their forms worked out together: enough for
// an alphabet in a few steps, and so few that the words of a query, in thirty
// scripts, do not have thousands worked out that none of them has.
const pageLen = 8

// pages hold the forms of the characters, worked out when the first of a page
// is met: nearly all names are written with the characters of a few pages.
var pages [1 << 16 / pageLen]atomic.Pointer[[pageLen]string]

// formOf returns what becomes of a character in a key.
func formOf(r rune) string {
	if r >= 1<<16 {
		return workOutForm(r)
	}
	page := pages[r/pageLen].Load()
	if page == nil {
		page = new([pageLen]string)
		for i := range page {
			page[i] = workOutForm(r - r%pageLen + rune(i))
		}
		pages[r/pageLen].Store(page)
	}
	return page[r%pageLen]
}

// workOutForm derives the form of a character:
//
//  1. what Unicode calls compatible is made the same: ligatures, full width,
//     presentation forms; accents come off where they are mere accents;
//  2. letters are lowered and those of the table of equals replaced;
//  3. marks vanish, all else separates.
func workOutForm(r rune) string {
	var form strings.Builder
	for _, part := range decompose(unicode.ToLower(r)) {
		part = unicode.ToLower(part)
		switch equal, known := equals[part]; {
		case known:
			form.WriteString(equal)
		case part < utf8.RuneSelf:
			if f := asciiForm[part]; f != vanishes {
				form.WriteByte(f)
			}
		case unicode.In(part, unicode.Ll, unicode.Lo): // most of all, and told soonest
			form.WriteRune(part)
		case vanishing(part):
		case unicode.Is(unicode.Nd, part):
			form.WriteByte('0' + digitValue(part))
		case unicode.In(part, unicode.L, unicode.M, unicode.N):
			form.WriteRune(part)
		default:
			form.WriteByte(' ')
		}
	}
	return form.String()
}

// decompose takes a character apart as far as its script bears it. Korean
// syllables and the voiced letters of Japanese are letters of their own.
func decompose(r rune) string {
	if r == utf8.RuneError {
		return " "
	}
	if hasAccents(r) {
		return norm.NFKD.String(string(r))
	}
	return norm.NFKC.String(string(r))
}

// hasAccents reports whether a character is of a script whose marks may be left
// out: Latin, Greek, Cyrillic, Hebrew, Arabic.
func hasAccents(r rune) bool {
	return r < 0x0900 || 0x1D00 <= r && r < 0x2E80 || 0xA640 <= r && r < 0xA800 || 0xFB00 <= r && r < 0xFF00
}

// vanishing reports whether a part of a character leaves no trace: an accent, a
// vowel sign of Hebrew or Arabic, an apostrophe, an invisible mark.
func vanishing(r rune) bool {
	switch {
	case unicode.Is(unicode.Mn, r):
		return hasAccents(r) || unicode.Is(unicode.Inherited, r) && r < 0x3000
	case unicode.Is(unicode.Lm, r), unicode.Is(unicode.Sk, r):
		return hasAccents(r)
	}
	return unicode.In(r, unicode.Cf, unicode.Me)
}

// digitValue returns the value of a decimal digit. Unicode has them in runs of
// ten that begin with the zero.
func digitValue(r rune) byte {
	run := r
	for unicode.Is(unicode.Nd, run-1) {
		run--
	}
	return byte((r - run) % 10)
}
