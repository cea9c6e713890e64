// Package en holds all that geo/news knows of English: the words that tell of happenings
// and how they are told (trigger*.go, verbs.go, types.txt), tolls (toll*.go), days
// (date*.go), what leads to a place name (place_*.go), who acts (actor.go, cast.go), and where
// clauses begin (clause.go). It reads one sentence at a time, as [Words]; what follows from
// several of them is decided in geo/news.
package en

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/news/text"
)

// Words is a sentence ready to be read: its tokens, and each in small letters.
type Words struct {
	Text   string // the text that the tokens' offsets count in
	Tokens []text.Token
	Lower  []string
}

// NewWords prepares a sentence of a text. Marks of emphasis ("<b>") are no part
// of it.
func NewWords(s string, sentence text.Sentence) *Words {
	w := &Words{Text: s, Tokens: sentence.Tokens}
	if strings.ContainsRune(s[sentence.Start:sentence.End], '<') {
		w.Tokens = withoutTags(s, sentence.Tokens)
	}
	w.Tokens = withoutPauses(s, w.Tokens)
	w.Lower = make([]string, len(w.Tokens))
	for i, t := range w.Tokens {
		w.Lower[i] = lower(s[t.Start:t.End], t)
	}
	w.spellOut()
	return w
}

// spellOut writes the short names that look like a verb and a pronoun as longer ones that
// mean the same: "drove IS from Baghdadi", "US strikes". A sentence all in capitals
// tells nothing of them.
func (w *Words) spellOut() {
	for i, x := range w.Lower {
		if (x != "is" && x != "us") || w.Tokens[i].Case != text.Upper || w.lettered(i+1) || !w.mixed() {
			continue
		}
		if w.Lower[i] = "u.s."; x == "is" {
			w.Lower[i] = "isis"
		}
	}
}

// lettered reports whether a hyphen at token i joins a single letter, as in "IS-K".
func (w *Words) lettered(i int) bool {
	return w.At(i) == "-" && !w.Tokens[i].Space && len(w.At(i+1)) == 1
}

// mixed reports whether a sentence has words in small letters.
func (w *Words) mixed() bool {
	for i := range w.Tokens {
		if w.Tokens[i].Kind == text.Word && w.Tokens[i].Case == text.Lower {
			return true
		}
	}
	return false
}

// withoutTags leaves out the tokens of tags without attributes.
func withoutTags(s string, tokens []text.Token) []text.Token {
	out := make([]text.Token, 0, len(tokens))
	for i := 0; i < len(tokens); i++ {
		if n := tagTokens(s, tokens[i:]); n > 0 {
			i += n - 1
			continue
		}
		out = append(out, tokens[i])
	}
	return out
}

// withoutPauses leaves out the commas around an adverb that parts a verb from its auxiliary, for
// they part nothing: "three were, meanwhile, killed".
func withoutPauses(s string, tokens []text.Token) []text.Token {
	for i := 1; i+3 < len(tokens); i++ {
		if tokens[i].Of(s) != "," || tokens[i+2].Of(s) != "," || !auxiliaries.has(tokens[i-1].Of(s)) || !pauses.has(tokens[i+1].Of(s)) {
			continue
		}
		tokens = slices.Concat(tokens[:i], tokens[i+1:i+2], tokens[i+3:])
	}
	return tokens
}

var pauses = setOf("meanwhile however reportedly allegedly apparently too also again therefore though subsequently eventually finally")

// tagTokens returns how many tokens the tag at the beginning of tokens has, or
// 0 if there is none.
func tagTokens(s string, tokens []text.Token) int {
	n := 1
	if tokens[0].Of(s) != "<" {
		return 0
	}
	if n < len(tokens) && tokens[n].Of(s) == "/" {
		n++
	}
	if n+1 < len(tokens) && tokens[n].End-tokens[n].Start <= 6 && tokens[n+1].Of(s) == ">" {
		return n + 2
	}
	return 0
}

// lower spares the many words in small letters a copy.
func lower(word string, t text.Token) string {
	if strings.ContainsRune(word, '’') {
		word = strings.ReplaceAll(word, "’", "'")
	}
	if t.Kind == text.Word && t.Case == text.Lower {
		return word
	}
	return strings.ToLower(word)
}

// wordsOf prepares a text that is one sentence.
func wordsOf(s string) *Words {
	return NewWords(s, text.Sentence{End: len(s), Tokens: text.Tokens(s)})
}

// Len returns the number of tokens.
func (w *Words) Len() int { return len(w.Tokens) }

// At returns token i in small letters; empty outside the sentence.
func (w *Words) At(i int) string {
	if i < 0 || i >= len(w.Lower) {
		return ""
	}
	return w.Lower[i]
}

// Capital reports whether token i is a word with a capital letter.
func (w *Words) Capital(i int) bool {
	return i >= 0 && i < len(w.Tokens) && w.Tokens[i].Kind == text.Word && w.Tokens[i].Case.Capital()
}

// After returns the word, in small letters, of the first token at or behind an offset
// of the text; "" if there is none.
func (w *Words) After(offset int) string {
	for i := range w.Tokens {
		if w.Tokens[i].Start >= offset {
			return w.At(i)
		}
	}
	return ""
}

// Mark reports whether token i is a mark, or lies outside the sentence.
func (w *Words) Mark(i int) bool {
	if i < 0 || i >= len(w.Tokens) {
		return true
	}
	k := w.Tokens[i].Kind
	return k == text.Mark || k == text.Other
}

// Span returns the text of the tokens from i up to j, j excluded, as written.
func (w *Words) Span(i, j int) string {
	if i >= j {
		return ""
	}
	return w.Text[w.Tokens[i].Start:w.Tokens[j-1].End]
}

// has reports whether the tokens from i on are the given words.
func (w *Words) has(i int, words ...string) bool {
	for k, x := range words {
		if w.At(i+k) != x {
			return false
		}
	}
	return true
}
