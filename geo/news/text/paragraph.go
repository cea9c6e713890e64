package text

import (
	"strings"
	"unicode/utf8"
)

// wrapMin and wrapMax bound the width, in bytes, of texts whose lines were
// wrapped by a program: shorter lines are a list, longer ones are paragraphs.
const (
	wrapMin = 45
	wrapMax = 130
)

// paragraphTokens returns how many of the tokens belong to the first paragraph.
//
// A paragraph ends at a blank line and at the end of a line, unless the line
// was wrapped: the next one goes on in lower case, or its first word would not
// have fitted into the width of its block.
func paragraphTokens(s string, tokens []Token) int {
	width := -1
	for i := 1; i < len(tokens); i++ {
		if !tokens[i].Space {
			continue
		}
		between := s[tokens[i-1].End:tokens[i].Start]
		lines := lineBreaks(between)
		if lines == 0 {
			continue
		}
		if lines > 1 || isBullet(s, tokens[i]) {
			return i
		}
		if width < 0 {
			width = blockWidth(s[tokens[0].Start:])
		}
		if !wrapped(s, tokens, i, width) {
			return i
		}
	}
	return len(tokens)
}

// lineBreaks counts the line ends in white space.
func lineBreaks(space string) int {
	if len(space) == 1 && space != "\n" && space != "\r" {
		return 0
	}
	n := strings.Count(space, "\n") + 2*strings.Count(space, "\u2029") + strings.Count(space, "\u2028")
	if n == 0 {
		n = strings.Count(space, "\r")
	}
	return n
}

// wrapped reports whether the line before token i goes on in its line.
func wrapped(s string, tokens []Token, i, width int) bool {
	before, next := tokens[i-1], tokens[i]
	if next.Case == Lower && !(before.Kind == Mark && isTerminator(before.Of(s))) {
		return true
	}
	if width < wrapMin || width > wrapMax {
		return false
	}
	line := before.End - (strings.LastIndexByte(s[:before.End], '\n') + 1)
	return line+1+firstWord(s[next.Start:]) > width
}

func firstWord(s string) int {
	if i := strings.IndexAny(s[:min(len(s), wrapMax)], " \t\n\r"); i >= 0 {
		return i
	}
	return min(len(s), wrapMax)
}

// blockWidth returns the length in bytes of the longest line of the block of
// lines that s begins with. It stops at a line that no program would wrap to,
// and after as many lines as show the width, so that a long block is not read
// again and again.
func blockWidth(s string) int {
	width := 0
	for n := 0; n < 40 && len(s) > 0 && width <= wrapMax; n++ {
		line, rest, _ := strings.Cut(s, "\n")
		line = strings.TrimSpace(line)
		if line == "" {
			break
		}
		width = max(width, len(line))
		s = rest
	}
	return width
}

// isBullet reports whether a token begins an item of a list.
func isBullet(s string, t Token) bool {
	switch t.Of(s) {
	case "-", "--", "*", "•", "·", "‣", "▪", "■", "●", "–", "—":
		return t.Space
	}
	if t.Kind != Number || t.End-t.Start > 3 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[t.End:])
	return r == ')' || r == '.' && strings.HasPrefix(s[t.End:], ". ")
}
