package document

import (
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
)

// isMarkdown reports whether a file is Markdown by its name.
func isMarkdown(name string) bool {
	switch documentExt(name) {
	case ".md", ".markdown":
		return true
	}
	return false
}

var (
	mdImage    = pattern.New(`!\[[^\]\n]*\]\([^)\n]*\)`)
	mdLink     = pattern.New(`\[([^\]\n]+)\]\([^)\n]*\)`)
	mdHeading  = pattern.New(`(?m)^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$`)
	mdQuote    = pattern.New(`(?m)^ {0,3}>[ \t]?`)
	mdEmphasis = pattern.New(`(\*\*|__)([^*_\n]+)(\*\*|__)|\*([^*\n]+)\*`)
	mdRule     = pattern.New(`(?m)^ {0,3}(?:-{3,}|={3,}|\*{3,}|_{3,})[ \t]*$`)
)

// plainMarkdown takes the marks of Markdown away and leaves the words: headings
// become paragraphs, links their text, pictures nothing.
func plainMarkdown(s string) string {
	s = mdImage().ReplaceAllString(s, "")
	s = mdLink().ReplaceAllString(s, "$1")
	s = mdHeading().ReplaceAllString(s, "$1\n")
	s = mdQuote().ReplaceAllString(s, "")
	s = mdRule().ReplaceAllString(s, "")
	s = mdEmphasis().ReplaceAllString(s, "$2$4")
	return strings.TrimSpace(s)
}
