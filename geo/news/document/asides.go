package document

import (
	"strings"
	"unicode"

	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// asideFinder tells, sentence after sentence, what is not the story.
type asideFinder struct {
	text  string
	story *unicode.RangeTable // the script of the story; nil if it is not Latin
	told  bool                // a sentence of the story was seen
	kind  en.Aside            // the aside we are in
}

// aside reports whether sentence i is an aside. It is asked for every sentence
// in order.
func (f *asideFinder) aside(sentences []text.Sentence, i int) bool {
	s := &sentences[i]
	begins := i == 0 || sentences[i-1].Paragraph != s.Paragraph
	switch {
	case f.kind == en.TailAside:
		return true
	case f.foreign(s):
		return true
	case begins:
		f.begin(sentences, i)
	}
	if f.kind == en.NoAside {
		f.told = f.told || !s.Headline
		return false
	}
	return true
}

// dateline notes that a dateline begins a paragraph, which no byline above it
// takes in, and reports whether the story has not ended before it.
func (f *asideFinder) dateline() bool {
	if f.kind == en.TailAside {
		return false
	}
	f.kind = en.NoAside
	return true
}

// begin decides about the paragraph that begins with sentence i.
func (f *asideFinder) begin(sentences []text.Sentence, i int) {
	s := &sentences[i]
	kind := f.lineKind(sentences, i)
	switch {
	case kind == en.TailAside && !f.told:
		kind = en.LineAside // "3 comments" above the story
	case kind == en.NoAside && f.kind == en.BoxAside && s.Headline:
		kind = en.BoxAside // the links under the box's title
	}
	f.kind = kind
}

// lineKind tells what the paragraph that begins with sentence i says by itself.
// A headline above the story is never an aside, whatever it says.
func (f *asideFinder) lineKind(sentences []text.Sentence, i int) en.Aside {
	if i == 0 && len(sentences) > 1 && sentences[0].Headline {
		return en.NoAside
	}
	end := i
	for end+1 < len(sentences) && sentences[end+1].Paragraph == sentences[i].Paragraph && end-i < 8 {
		end++
	}
	return en.AsideLine(f.text[sentences[i].Start:sentences[end].End])
}

// foreign reports whether a sentence is in another script than the story: a
// link to the story in another language.
func (f *asideFinder) foreign(s *text.Sentence) bool {
	if f.story == nil {
		return false
	}
	words := 0
	for _, t := range s.Tokens {
		if t.Kind != text.Word {
			continue
		}
		for _, r := range t.Of(f.text) {
			if unicode.Is(f.story, r) {
				return false
			}
		}
		words++
	}
	return words > 0
}

// storyScript returns the Latin script if most of the letters of a text's
// beginning are Latin.
func storyScript(s string) *unicode.RangeTable {
	const enough = 4000
	latin, other := 0, 0
	for _, r := range strings.ToValidUTF8(s[:min(len(s), enough)], "") {
		switch {
		case !unicode.IsLetter(r):
		case unicode.Is(unicode.Latin, r):
			latin++
		default:
			other++
		}
	}
	if latin > other {
		return unicode.Latin
	}
	return nil
}
