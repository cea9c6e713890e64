package when

import (
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
	if end < len(ts.cell) && ts.cell[end] == '-' {
		return ts.hyphened(t)
	}
	next := skipSpace(ts.cell, end)
	if next == end || next == len(ts.cell) {
		return t
	}
	if more := wordEnd(ts.cell, next); more > next {
		if m := meaningOfPair(ts.cell[i:end], ts.cell[next:more]); !m.none() {
			t.end, t.meaning = more, m
		}
	}
	return t
}

// hyphened makes one word of two with a hyphen between them if that is a name:
// segunda-feira.
func (ts *tokens) hyphened(t token) token {
	end := wordEnd(ts.cell, t.end+1)
	if m := meaningOf(ts.cell[t.start:end]); end > t.end+1 && !m.none() {
		t.end, t.meaning = end, m
	}
	return t
}

func wordEnd(s string, i int) int {
	for start := i; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		apostrophe := (r == '\'' || r == '\u2019' || r == '\u02BC') && i > start && cyrillicAfter(s[i+n:])
		if !wordRune(r) && !apostrophe {
			break
		}
		i += n
		if unicode.Is(unicode.Han, r) {
			break
		}
	}
	return i
}

func cyrillicAfter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Cyrillic, r)
}

func meaningOfPair(a, b string) meaning {
	var buf [4 * maxCell]byte
	pair := append(appendFolded(buf[:0], a), ' ')
	return meanings()[string(appendFolded(pair, b))]
}

// plainMark returns the mark that stands for a rune: all dashes are one, all
// commas are one. Marks that no date has are '!'.
func plainMark(r rune) byte {
	switch r {
	case '‐', '‑', '‒', '–', '—', '―', '−':
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
