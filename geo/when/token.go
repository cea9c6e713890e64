package when

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxCell is the length in bytes of the longest cell that is read as a date; a
// longer one is prose.
const maxCell = 128

// token is a number, a word or a mark of a written date.
type token struct {
	start, end int // in the cell
	value      int // of a number
	digits     int // how many a number has; 0 for all else
	mark       byte
	spaced     bool // a space stands before
	eastern    bool // a number in Arabic-Indic or Persian digits
	meaning    meaning
}

func (t *token) is(r role) bool { return t.meaning.role&r != 0 }

// tokens is a cell taken apart. Its array keeps reading free of allocations.
type tokens struct {
	cell string
	list [40]token
	n    int
}

func (ts *tokens) all() []token { return ts.list[:ts.n] }

// split takes a cell apart. It reports false for what no date has: an unknown
// word, more marks than any date has.
func (ts *tokens) split(cell string) bool {
	ts.cell, ts.n = cell, 0
	for i := 0; i < len(cell); {
		spaced := i
		i = skipSpace(cell, i)
		if i == len(cell) {
			break
		}
		if ts.n == len(ts.list) {
			return false
		}
		t := ts.next(i)
		t.spaced = i > spaced
		ts.list[ts.n] = t
		ts.n++
		i = t.end
	}
	return true
}

func skipSpace(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsSpace(r) && !invisible(r) {
			break
		}
		i += n
	}
	return i
}

// invisible reports whether r is a mark of writing direction or of byte order.
func invisible(r rune) bool {
	return '\u200B' <= r && r <= '\u200F' || '\u202A' <= r && r <= '\u202E' ||
		'\u2066' <= r && r <= '\u2069' || r == '\uFEFF' || r == '\u061C'
}

func (ts *tokens) next(i int) token {
	r, n := utf8.DecodeRuneInString(ts.cell[i:])
	switch {
	case digit(r) >= 0:
		return ts.number(i)
	case ts.placeholder(i) > 0:
		return token{start: i, end: i + ts.placeholder(i), digits: 2}
	case wordRune(r):
		return ts.word(i)
	}
	return token{start: i, end: i + n, mark: plainMark(r)}
}

func (ts *tokens) number(i int) token {
	t := token{start: i}
	for ; i < len(ts.cell); t.digits++ {
		r, n := utf8.DecodeRuneInString(ts.cell[i:])
		d := digit(r)
		if d < 0 {
			break
		}
		t.eastern = t.eastern || '\u0660' <= r && r <= '\u06F9'
		if t.digits < 15 { // longer ones are no date, and would overflow
			t.value = t.value*10 + d
		}
		i += n
	}
	t.end = i
	return t
}

// placeholder returns the length of what stands for a number that is not known,
// a day or a month that reads as 0: XX, and question marks or underscores beside
// a mark or at the head of the cell. Behind a number, "?" is a doubt.
func (ts *tokens) placeholder(i int) int {
	c := ts.cell[i]
	if c != '?' && c != '_' && c|0x20 != 'x' {
		if i == 0 && (strings.HasPrefix(ts.cell, "--/") || strings.HasPrefix(ts.cell, "--.")) {
			return 2
		}
		return 0
	}
	n := 1
	for i+n < len(ts.cell) && ts.cell[i+n] == c {
		n++
	}
	before, after := byte(0), byte(0)
	if i > 0 {
		before = ts.cell[i-1]
	}
	if i+n < len(ts.cell) {
		after = ts.cell[i+n]
	}
	switch {
	case n > 4 || alphanumeric(before) || alphanumeric(after) || c|0x20 == 'x' && n != 2:
		return 0
	case c|0x20 == 'x' || i == 0 && n < len(ts.cell) || dateMark(before) || dateMark(after):
		return n
	}
	return 0
}

func dateMark(c byte) bool { return c == '/' || c == '.' || c == '-' }

func alphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf
}

// wordRune reports whether r belongs to a word. Apostrophes do within one
// (п'ятниця), which is the business of word.
func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == '\u0640' || r == '\u200C' || r == '&' || r == 'º' || r == 'ª' || r == '°'
}

// word reads the word at i, or two words that are one name: كانون الثاني. Han
// characters are words of one each.
func (ts *tokens) word(i int) token {
	end := wordEnd(ts.cell, i)
	t := token{start: i, end: end, meaning: meaningOf(ts.cell[i:end])}
	if m := romanMonth(ts.cell[i:end]); m > 0 {
		t.meaning.months |= 1 << (m - 1)
	}
	if end < len(ts.cell) && (ts.cell[end] == '-' || ts.cell[end] == '/') {
		return ts.joined(t)
	}
	next := skipSpace(ts.cell, end)
	if next == len(ts.cell) || next == end && !isHan(ts.cell[end:]) {
		return t
	}
	if more := wordEnd(ts.cell, next); more > next {
		if m := meaningOfPair(ts.cell[i:end], ts.cell[end:next], ts.cell[next:more]); !m.none() {
			t.end, t.meaning = more, m
		}
	}
	return t
}

func isHan(s string) bool { return unicode.Is(unicode.Han, firstRune(s)) }

var romanNumerals = [...]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}

// romanMonth returns the month that a Roman number in capitals says, and 0 for
// all else. In small letters they are words of many languages.
func romanMonth(word string) int {
	if len(word) > len("VIII") || word[0] != 'I' && word[0] != 'V' && word[0] != 'X' {
		return 0
	}
	return slices.Index(romanNumerals[:], word) + 1
}

// joined makes one word of two with a hyphen or a slash between them if that is a
// name: segunda-feira, w/c.
func (ts *tokens) joined(t token) token {
	end := wordEnd(ts.cell, t.end+1)
	if m := meaningOf(ts.cell[t.start:end]); end > t.end+1 && !m.none() {
		t.end, t.meaning = end, m
	}
	return t
}

func wordEnd(s string, i int) int {
	for start := i; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		apostrophe := (r == '\'' || r == '\u2019' || r == '\u02BC') && i > start && unicode.Is(unicode.Cyrillic, firstRune(s[i+n:]))
		dot := r == '.' && i > start && thai(lastRune(s[start:i])) && thai(firstRune(s[i+n:])) // มี.ค.
		if !wordRune(r) && !apostrophe && !dot {
			break
		}
		i += n
		if unicode.Is(unicode.Han, r) {
			break
		}
	}
	return i
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func thai(r rune) bool { return '\u0E01' <= r && r <= '\u0E4E' }

// meaningOfPair returns what two words mean together. No space is between two Han
// characters.
func meaningOfPair(a, space, b string) meaning {
	var buf [4 * maxCell]byte
	pair := appendFolded(buf[:0], a)
	if space != "" {
		pair = append(pair, ' ')
	}
	return meanings()[string(appendFolded(pair, b))]
}

// plainMark returns the mark that stands for a rune: all dashes are one, all
// commas are one. Marks that no date has are '!'.
func plainMark(r rune) byte {
	switch r {
	case '‐', '‑', '‒', '–', '—', '―', '−', '→', '⟶', '➔':
		return '-'
	case '،', '、':
		return ','
	case '’', '‘', '`', 'ʼ':
		return '\''
	case '〜', '～', '≈':
		return '~'
	case '；', '⁄', '／':
		return '/'
	}
	if r < utf8.RuneSelf && strings.ContainsRune("-/.,:'~?+()[]", r) {
		return byte(r)
	}
	return '!'
}
