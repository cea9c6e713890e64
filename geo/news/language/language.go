// Package language tells which language a story is written in.
//
// It looks at the script, and in one script at the small words that hold
// sentences together. It is made for telling what is not English: it says
// nothing when it is not sure, so that an English story full of foreign names,
// or a short one, is never taken for another language.
//
// # Non-goals
//
//   - Short texts, mixed texts, dialects; languages that its list does not have.
package language

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
)

//go:embed languages.txt
var list string

// English is the code of English.
const English = "en"

type entry struct {
	code, name, script string
}

type table struct {
	entries []entry
	words   map[string][]uint8 // indices of entries, by word
	letters map[rune][]uint8   // likewise, by a letter that few languages of the script have
	scripts []*unicode.RangeTable
	of      []int // index into scripts, by entry
}

var languages = sync.OnceValue(func() *table {
	t := &table{words: make(map[string][]uint8), letters: make(map[rune][]uint8)}
	index := make(map[string]int)
	for line := range strings.Lines(list) {
		f := strings.Fields(line)
		if len(f) < 3 || strings.HasPrefix(f[0], "#") {
			continue
		}
		n := uint8(len(t.entries))
		t.entries = append(t.entries, entry{code: f[0], script: f[1], name: f[2]})
		for _, w := range f[3:] {
			if letters, ok := strings.CutPrefix(w, "*"); ok {
				for _, r := range letters {
					t.letters[r] = append(t.letters[r], n)
				}
				continue
			}
			if of := t.words[w]; len(of) == 0 || of[len(of)-1] != n {
				t.words[w] = append(of, n)
			}
		}
		s, known := index[f[1]]
		if !known {
			s = len(t.scripts)
			index[f[1]] = s
			t.scripts = append(t.scripts, unicode.Scripts[f[1]])
		}
		t.of = append(t.of, s)
	}
	return t
})

// Name returns the English name of a language; the code itself if it is not in
// the list.
func Name(code string) string {
	for _, e := range languages().entries {
		if e.code == code {
			return e.name
		}
	}
	return code
}

// How much of a text is looked at, and how much it must have at least.
const (
	mostBytes   = 3000
	fewestWords = 25
	// fewestLetters is for scripts: twenty letters of Arabic are no name in
	// passing if most of the text is.
	fewestLetters = 20
)

// A language is believed if this share of all words are its small words, and
// this many times as many as are English. Running text of the languages listed
// has a fifth or more; English with many foreign names has a tenth at most, and
// a third of its words are its own.
const (
	leastShare  = 0.14
	timesOthers = 1.5
)

// Detect returns the code of the language of a text, as ISO 639-1 has it; empty
// if it cannot be told.
func Detect(s string) string {
	t := languages()
	c := t.count(middle(s))
	script, letters := c.script()
	switch {
	case letters < fewestLetters:
		return ""
	case t.scripts[script] != unicode.Latin:
		return t.ofScript(script, &c)
	case c.total < fewestWords:
		return ""
	}
	return t.latin(&c)
}

// middle returns a part of a text that its headline and notices do not rule.
func middle(s string) string {
	if len(s) > 2*mostBytes {
		s = s[mostBytes/4:]
	}
	return strings.ToValidUTF8(s[:min(len(s), mostBytes)], "")
}

// counts is what there is of each language in a text.
type counts struct {
	words   []int // by entry
	letters []int // by script
	total   int   // words
}

func (t *table) count(s string) counts {
	c := counts{words: make([]int, len(t.entries)), letters: make([]int, len(t.scripts))}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		c.total++
		t.countLetters(w, c.letters)
		w = strings.ToLower(w)
		small, known := t.words[w]
		if !known {
			small = t.byLetter(w)
		}
		for _, n := range small {
			c.words[n]++
		}
	}
	return c
}

// byLetter returns the languages that a word's letters tell of.
func (t *table) byLetter(w string) []uint8 {
	for _, r := range w {
		if r >= 0x80 && len(t.letters[r]) > 0 {
			return t.letters[r]
		}
	}
	return nil
}

// countLetters counts the letters of a word by their scripts. Neighbours mostly
// share theirs, so the last one is tried first.
func (t *table) countLetters(w string, by []int) {
	last := 0
	for _, r := range w {
		if !unicode.Is(t.scripts[last], r) {
			i := slices.IndexFunc(t.scripts, func(s *unicode.RangeTable) bool { return unicode.Is(s, r) })
			if i < 0 {
				continue
			}
			last = i
		}
		by[last]++
	}
}

// script returns the script that most of the letters are of.
func (c *counts) script() (script, letters int) {
	for i, n := range c.letters {
		if n > letters {
			script, letters = i, n
		}
	}
	return script, letters
}

// ofScript returns the language of a script other than Latin.
func (t *table) ofScript(script int, c *counts) string {
	if t.entries[t.first(script)].code == "zh" && c.letters[t.scriptOf("ja")] > 0 {
		return "ja" // Japanese has as many Chinese characters as its own
	}
	best := t.first(script)
	for n := range t.entries {
		if t.of[n] == script && c.words[n] > c.words[best] {
			best = n
		}
	}
	return t.entries[best].code
}

func (t *table) first(script int) int {
	for n, s := range t.of {
		if s == script {
			return n
		}
	}
	return 0
}

func (t *table) scriptOf(code string) int {
	for n := range t.entries {
		if t.entries[n].code == code {
			return t.of[n]
		}
	}
	return 0
}

// latin returns the language whose small words a text has most of.
func (t *table) latin(c *counts) string {
	const english = 0
	best := english
	for n := range t.entries {
		if t.entries[n].script == "Latin" && c.words[n] > c.words[best] {
			best = n
		}
	}
	switch {
	case float64(c.words[best]) < leastShare*float64(c.total):
		return ""
	case best != english && float64(c.words[best]) < timesOthers*float64(c.words[english]):
		return ""
	}
	return t.entries[best].code
}
