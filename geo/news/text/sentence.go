package text

import (
	"strings"
	"unicode/utf8"
)

// Sentence is a sentence of a text, with its tokens.
//
// Sentences do not overlap, stand in the order of the text, and have a token or
// more. Start is the first token's, End the last one's.
type Sentence struct {
	Start, End int // byte offsets into the text, End excluded
	Tokens     []Token
	Paragraph  int  // counted from 0
	Headline   bool // a line of its own without a full stop: a headline, a sub-heading, a label
	Dateline   bool // where, when and by whom the story was filed: "KIRKUK, Iraq (AP) —"
}

// maxTokens is where a sentence is cut that does not end: no writer's sentence
// is as long, and what reads sentences may take time that grows faster than
// their length.
const maxTokens = 500

// Split cuts an English text into sentences. Words of other languages are
// found, and their sentences too where they end in the same marks.
func Split(s string) []Sentence {
	tokens := Tokens(s)
	out := make([]Sentence, 0, len(tokens)/20+1)
	paragraph := 0
	filed := false
	for len(tokens) > 0 {
		n := paragraphTokens(s, tokens)
		p := splitter{s: s, tokens: tokens[:n], paragraph: paragraph, filed: filed}
		out = p.sentences(out)
		filed = p.filed
		tokens = tokens[n:]
		paragraph++
	}
	return out
}

// splitter cuts one paragraph.
type splitter struct {
	s         string
	tokens    []Token
	paragraph int
	filed     bool // a dateline came before
	quoted    bool // inside straight quotation marks
}

// sentences appends the paragraph's sentences to out.
func (p *splitter) sentences(out []Sentence) []Sentence {
	before := len(out)
	first := datelineTokens(p.s, p.tokens, p.paragraph, p.filed)
	if first > 0 {
		out = append(out, p.sentence(0, first))
		out[before].Dateline, p.filed = true, true
	}
	for i := first; i < len(p.tokens); i++ {
		p.pass(i)
		end := p.endAfter(i)
		if end == 0 && i-first < maxTokens {
			continue
		}
		for i+1 < end {
			i++
			p.pass(i)
		}
		out = append(out, p.sentence(first, i+1))
		first = i + 1
	}
	if first < len(p.tokens) {
		out = append(out, p.sentence(first, len(p.tokens)))
	}
	if len(out) == before+1 {
		out[before].Headline = !out[before].Dateline && p.headline()
	}
	return out
}

func (p *splitter) sentence(from, to int) Sentence {
	t := p.tokens[from:to:to]
	return Sentence{Start: t[0].Start, End: t[len(t)-1].End, Tokens: t, Paragraph: p.paragraph}
}

// headlineTokens is as long as headlines get, with room to spare.
const headlineTokens = 40

// headline reports whether the paragraph is a short line without a full stop,
// and is not an item of a list.
func (p *splitter) headline() bool {
	if len(p.tokens) > headlineTokens || isBullet(p.s, p.tokens[0]) || p.stopped() {
		return false
	}
	for _, t := range p.tokens {
		if t.Case.Capital() {
			return true
		}
	}
	return false
}

// stopped reports whether the paragraph ends like a sentence, or a part of one.
// A headline may end in a question or a shout.
func (p *splitter) stopped() bool {
	for i := len(p.tokens) - 1; i >= 0 && p.tokens[i].Kind == Mark; i-- {
		if strings.ContainsAny(p.tokens[i].Of(p.s), ".:;,…") {
			return true
		}
	}
	return false
}

// pass notes whether token i opens or closes a quotation.
func (p *splitter) pass(i int) {
	if p.tokens[i].Of(p.s) == `"` {
		p.quoted = !p.quoted
	}
}

// endAfter returns the index after the sentence's last token if token i, with
// the closing marks behind it, ends a sentence; else 0.
func (p *splitter) endAfter(i int) int {
	t := p.tokens[i]
	if t.Kind == Word {
		if p.scriptChange(i) {
			return i + 1
		}
		if t.Case == NoCase || p.s[t.End-1] != '.' {
			return 0
		}
	} else if !isTerminator(t.Of(p.s)) || i == 1 && isBullet(p.s, p.tokens[0]) {
		return 0
	}
	next := p.closing(i + 1)
	if next < len(p.tokens) && !p.begins(i, next) {
		return 0
	}
	return next
}

func isTerminator(m string) bool {
	switch m {
	case ".", "!", "?", "…", "...", "..", "؟", "。", "！", "？", "।", "۔":
		return true
	}
	return strings.HasPrefix(m, "....")
}

// scriptChange reports whether a word runs into one of another script, as when
// a link in another language was glued to the story by a converter.
func (p *splitter) scriptChange(i int) bool {
	if i+1 >= len(p.tokens) || p.tokens[i+1].Space || p.tokens[i+1].Kind != Word {
		return false
	}
	a, b := scriptOf(p.s[p.tokens[i].Start:]), scriptOf(p.s[p.tokens[i+1].Start:])
	return a != b && (a == arabic || b == arabic || a == hebrew || b == hebrew)
}

// closing returns the index of the first token at or after i that is not a
// mark closing what the sentence opened.
func (p *splitter) closing(i int) int {
	quoted := p.quoted
	for ; i < len(p.tokens) && !p.tokens[i].Space; i++ {
		switch p.tokens[i].Of(p.s) {
		case "”", "’", ")", "]", "'", "»", "!", "?", ".":
		case `"`:
			if !quoted {
				return i
			}
			quoted = false
		default:
			return i
		}
	}
	return i
}

// begins reports whether a sentence begins at token next, after the terminator
// at token i.
func (p *splitter) begins(i, next int) bool {
	t := p.tokens[i]
	first := p.opening(next)
	if first == len(p.tokens) {
		return true
	}
	n := p.tokens[first]
	if n.Case == Lower || n.Kind == Mark && n.Of(p.s) != "-" && n.Of(p.s) != "•" {
		return false
	}
	switch {
	case n.Of(p.s) == "-" && i < datelineAbbreviation && p.tokens[0].Case == Upper:
		return false // "IRAPUATO, Gto. - An armed …": the dateline goes on
	case t.Kind == Word:
		return p.beginsAfterAbbreviation(t, next, first)
	case !p.tokens[next].Space && next == i+1:
		return n.Case.Capital() && p.glued(i)
	case t.Of(p.s) != "." && next > i+1:
		return !p.speaker(first)
	case t.Of(p.s) == "..." || t.Of(p.s) == "…":
		return n.Case.Capital()
	}
	return true
}

// datelineAbbreviation is how many tokens into a paragraph the abbreviated
// province of a dateline ends at most.
const datelineAbbreviation = 6

// opening skips the marks that open a sentence.
func (p *splitter) opening(i int) int {
	for ; i < len(p.tokens); i++ {
		switch p.tokens[i].Of(p.s) {
		case `"`, "“", "‘", "'", "(", "[", "«", "¿", "¡", "``":
		default:
			return i
		}
	}
	return i
}

// beginsAfterAbbreviation reports whether the abbreviation t ended a sentence:
// "the U.S. The", but not "the U.S. Army".
func (p *splitter) beginsAfterAbbreviation(t Token, next, first int) bool {
	w := strings.TrimSuffix(t.Of(p.s), ".")
	if abbreviation(w) == neverLast || p.tokens[next].Of(p.s) == "(" {
		return false // "at 5 a.m. (0400 GMT) on Saturday"
	}
	return next != first || sentenceStarters()[p.tokens[first].Of(p.s)]
}

// glued reports whether the stop at token i, with no space after it, ends a
// sentence: "in Syria.The", not "A.B" or "node.Js".
func (p *splitter) glued(i int) bool {
	if i == 0 {
		return false
	}
	before := p.tokens[i-1]
	return before.End-before.Start >= 3 || before.Kind == Mark
}

// speaker reports whether the words at i say who spoke: "Smith asked".
func (p *splitter) speaker(i int) bool {
	for j := i; j < len(p.tokens) && j < i+4; j++ {
		if saying()[p.tokens[j].Of(p.s)] {
			return j > i
		}
		if !p.tokens[j].Case.Capital() {
			return false
		}
	}
	return false
}

// Runes turns byte offsets into a text into offsets in Unicode code points, in
// one pass, if they are asked for in rising order.
type Runes struct {
	s            string
	bytes, runes int
}

// CountRunes returns the counter of s.
func CountRunes(s string) *Runes { return &Runes{s: s} }

// At returns how many code points of the text lie before the byte offset.
func (r *Runes) At(offset int) int {
	if offset < r.bytes {
		r.bytes, r.runes = 0, 0
	}
	r.runes += utf8.RuneCountInString(r.s[r.bytes:offset])
	r.bytes = offset
	return r.runes
}
