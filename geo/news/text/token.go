// Package text cuts prose into tokens, sentences and paragraphs.
//
// Everything is told by byte offsets into the text that was given, so that a
// finding can be shown where it stands. Any bytes are taken: invalid UTF-8 is a
// token of kind [Other]. All work is linear in the length of the text.
//
// # Non-goals
//
//   - Parts of speech, lemmas, names; see package news.
//   - Languages other than English, beyond finding their words.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is a word, a number or a mark of a text.
//
// A hyphen between two words is a token of its own, as is a possessive "'s";
// the dot of an abbreviation ("U.S.", "Gov.", "a.m.") belongs to its word.
type Token struct {
	Start, End int // byte offsets into the text, End excluded
	Kind       Kind
	Case       Case // of a Word; NoCase for the rest
	Space      bool // white space stands before it, or the text begins with it
}

// Kind says what a token is made of.
type Kind uint8

// The kinds of token.
const (
	Word       Kind = iota + 1 // begins with a letter
	Number                     // begins with a digit: "7", "1,500", "10th", "9:30", "40m"
	Possessive                 // "'s" or "’s" after a word
	Mark                       // punctuation; "..." and "--" are one mark
	Link                       // a web or mail address
	Other                      // symbols, invalid bytes
)

// Case is how a word is written.
type Case uint8

// The cases. Letters of a script without case have NoCase.
const (
	NoCase Case = iota
	Lower
	Title // "Iraq", and a single capital such as "A"
	Upper // two capitals or more, and no small letter: "ISIL", "U.S."
	Mixed // "McGurk", "iPhone"
)

// Capital reports whether the case begins with a capital letter, but for words
// like "iPhone", which are rare enough to pass as names too.
func (c Case) Capital() bool { return c >= Title }

// Of returns the token's text, s being the text it was cut from.
func (t Token) Of(s string) string { return s[t.Start:t.End] }

// Tokens cuts a text into tokens; what lies between them is white space.
func Tokens(s string) []Token {
	c := cutter{s: s, out: make([]Token, 0, len(s)/5+1)}
	for c.at < len(s) {
		c.next()
	}
	return c.out
}

// cutter walks over a text once.
type cutter struct {
	s   string
	at  int
	out []Token
}

func (c *cutter) next() {
	start := c.at
	c.skipSpace()
	space := c.at > start || start == 0
	if c.at == len(c.s) {
		return
	}
	start = c.at
	kind, end := c.measure()
	c.at = end
	t := Token{Start: start, End: end, Kind: kind, Space: space}
	if kind == Word {
		t.Case = caseOf(c.s[start:end])
	}
	c.out = append(c.out, t)
}

func (c *cutter) skipSpace() {
	for c.at < len(c.s) {
		r, n := utf8.DecodeRuneInString(c.s[c.at:])
		if !isSpace(r) {
			return
		}
		c.at += n
	}
}

// isSpace counts the invisible joiners and marks of direction as white space;
// they separate nothing that a reader sees, but no word contains them.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\n', '\r', '\t', '\v', '\f', 0x85, 0xa0, 0xfeff:
		return true
	}
	return r >= 0x1680 && (unicode.IsSpace(r) || r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x2069)
}

// measure returns the kind and end of the token at c.at.
func (c *cutter) measure() (Kind, int) {
	r, n := utf8.DecodeRuneInString(c.s[c.at:])
	switch {
	case isDigit(r):
		return Number, c.number()
	case isLetter(r):
		if end := c.link(); end > 0 {
			return Link, end
		}
		return Word, c.word()
	case c.possessive():
		return Possessive, c.at + n + 1
	case isMark(r):
		return Mark, c.marks(r, c.at+n)
	}
	return Other, c.at + n
}

func isDigit(r rune) bool {
	return r >= '0' && r <= '9' || r > 0x7f && unicode.IsDigit(r)
}

func isLetter(r rune) bool {
	if r < 0x80 {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r))
}

// isMark reports whether a rune is punctuation; symbols such as "$" are not.
func isMark(r rune) bool {
	if r < 0x80 {
		return strings.IndexByte("!\"#%&'()*,-./:;?@[\\]_{}`", byte(r)) >= 0
	}
	return unicode.IsPunct(r)
}

// isPlain reports whether a byte is a letter or digit of ASCII.
func isPlain(b byte) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= '0' && b <= '9'
}

// possessive reports whether "'s" stands at c.at, at the end of a word.
func (c *cutter) possessive() bool {
	if len(c.out) == 0 {
		return false
	}
	before := c.out[len(c.out)-1]
	if before.End != c.at || before.Kind != Word && before.Kind != Number {
		return false
	}
	r, n := utf8.DecodeRuneInString(c.s[c.at:])
	return isApostrophe(r) && possessiveTail(c.s[c.at+n:])
}

// possessiveTail reports whether s begins with an s that ends a word.
func possessiveTail(s string) bool {
	if s == "" || s[0]|0x20 != 's' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[1:])
	return !isLetter(r) && !isDigit(r)
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' || r == 'ʻ' || r == '`'
}

// marks joins the dots of an ellipsis and the hyphens of a dash.
func (c *cutter) marks(first rune, end int) int {
	if first != '.' && first != '-' {
		return end
	}
	for end < len(c.s) && rune(c.s[end]) == first {
		end++
	}
	return end
}

// number returns the end of a number with its separators and its ending.
func (c *cutter) number() int {
	i := c.at
	for i < len(c.s) {
		r, n := utf8.DecodeRuneInString(c.s[i:])
		switch {
		case isDigit(r), isLetter(r):
			i += n
		case (r == ',' || r == '.' || r == ':') && i+1 < len(c.s) && c.s[i+1] >= '0' && c.s[i+1] <= '9' && isDigit(rune(c.s[i-1])):
			i++
		default:
			return i
		}
	}
	return i
}

// word returns the end of a word: letters of one script, with apostrophes and
// the dots of abbreviations inside.
func (c *cutter) word() int {
	i, script := c.at, scriptOf(c.s[c.at:])
	if script == ideographs {
		_, n := utf8.DecodeRuneInString(c.s[i:])
		return i + n // no spaces tell words apart, so each sign is one
	}
	for i < len(c.s) {
		if script == latin && isPlain(c.s[i]) {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(c.s[i:])
		switch {
		case isDigit(r), isLetter(r) && (unicode.IsMark(r) || scriptOf(c.s[i:]) == script):
			i += n
		case isApostrophe(r) && c.inside(i+n) && !possessiveTail(c.s[i+n:]):
			i += n
		default:
			return c.dots(i)
		}
	}
	return i
}

// inside reports whether a letter stands at i.
func (c *cutter) inside(i int) bool {
	r, _ := utf8.DecodeRuneInString(c.s[i:])
	return isLetter(r)
}

// dots takes the dot of an abbreviation into the word that ends at end.
func (c *cutter) dots(end int) int {
	if end >= len(c.s) || c.s[end] != '.' || strings.HasPrefix(c.s[end:], "..") {
		return end
	}
	if i := c.acronym(); i > 0 {
		return i
	}
	w := c.s[c.at:end]
	if len(w) == 1 && w[0] <= 'Z' && w != "I" {
		return end + 1 // an initial
	}
	if class := abbreviation(w); class == neverLast || class == mayBeLast || class == beforeNumber && numberAfter(c.s[end+1:]) {
		return end + 1
	}
	return end
}

// acronym returns the end of letters with a dot each ("U.S.", "a.m.") at c.at,
// or 0. The last dot may be missing ("U.S").
func (c *cutter) acronym() int {
	i := c.at
	for i+1 < len(c.s) && c.s[i] < 0x80 && isLetter(rune(c.s[i])) && c.s[i+1] == '.' {
		i += 2
	}
	if i-c.at < 4 {
		return 0
	}
	if r, n := utf8.DecodeRuneInString(c.s[i:]); !isLetter(r) {
		return i
	} else if i+n >= len(c.s) || !c.inside(i+n) {
		return i + n
	}
	return i // a sentence begins without a space: "U.S.Officials"
}

func numberAfter(s string) bool {
	s = strings.TrimLeft(s[:min(len(s), 3)], " \u00a0")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// link returns the end of a web or mail address at c.at, or 0.
func (c *cutter) link() int {
	rest := c.s[c.at:]
	word := rest[:wordBytes(rest)]
	if len(word) == len(rest) || !strings.ContainsRune(":.@", rune(rest[len(word)])) {
		return 0
	}
	switch {
	case word == "http" || word == "https":
		if !strings.HasPrefix(rest[len(word):], "://") {
			return 0
		}
	case strings.EqualFold(word, "www") && strings.HasPrefix(rest[3:], "."):
	case strings.HasPrefix(rest[len(word):], "@"), c.domain(rest[len(word):]):
	default:
		return 0
	}
	return c.at + linkLen(rest)
}

// domain reports whether s, which follows a word, makes it a host's name.
func (c *cutter) domain(s string) bool {
	if s == "" || s[0] != '.' {
		return false
	}
	return topDomains()[s[1:1+wordBytes(s[1:])]]
}

// wordBytes returns how many ASCII letters and digits s begins with, counting
// no further than any scheme or domain is long.
func wordBytes(s string) int {
	for i := range min(len(s), 64) {
		if !isPlain(s[i]) {
			return i
		}
	}
	return min(len(s), 64)
}

// linkLen returns the length of an address without the marks that end its
// sentence.
func linkLen(s string) int {
	end := len(s)
	for i, r := range s {
		if isSpace(r) || strings.ContainsRune("<>\"“”()[]{}", r) {
			end = i
			break
		}
	}
	return len(strings.TrimRight(s[:end], ".,;:!?'’"))
}

func caseOf(w string) Case {
	var upper, lower int
	first := false
	for i, r := range w {
		switch {
		case r >= 'a' && r <= 'z', r > 0x7f && unicode.IsLower(r):
			lower++
		case r >= 'A' && r <= 'Z', r > 0x7f && unicode.IsUpper(r):
			upper++
			first = first || i == 0
		}
	}
	switch {
	case upper == 0 && lower == 0:
		return NoCase
	case upper == 0:
		return Lower
	case upper == 1 && first:
		return Title
	case lower == 0:
		return Upper
	}
	return Mixed
}

// script tells scripts apart that are never mixed in one word.
type script uint8

const (
	latin script = iota // and every script not named here
	cyrillic
	greek
	arabic
	hebrew
	ideographs
)

// scriptOf returns the script of the letter that s begins with.
func scriptOf(s string) script {
	if s[0] < 0x80 {
		return latin
	}
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r < 0x370:
		return latin
	case r < 0x400:
		return greek
	case r < 0x530:
		return cyrillic
	case r >= 0x590 && r < 0x600:
		return hebrew
	case r >= 0x600 && r < 0x780, r >= 0x8a0 && r < 0x900, r >= 0xfb50 && r < 0xfe00, r >= 0xfe70 && r < 0xff00:
		return arabic
	case r >= 0x3040 && r < 0x3100, r >= 0x3400 && r < 0xa000, r >= 0xf900 && r < 0xfb00, r >= 0x20000 && r < 0x40000:
		return ideographs
	}
	return latin
}
