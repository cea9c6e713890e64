package tag

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// page is a document laid out for tagging: its words with all that is known of
// each for itself. What is known of names and words is asked for once a page.
type page struct {
	text      string
	words     []word
	lowers    []string // of each word
	cuts      []text.Sentence
	bounds    []int // the first word of each sentence, and the end of the last
	runs      []run
	matches   []match
	names     map[string]geo.NameInfo
	seen      map[string]*sighting
	sightings []sighting
	gaz       Gazetteer
}

// word is a token with what speaks for its being part of a name.
type word struct {
	text.Token
	lower    string // in small letters
	entry    en.Entry
	noun     en.Noun
	capital  bool // begins with a capital that the sentence's style does not explain
	first    bool // the first word of its sentence
	style    style
	sentence int       // counted from 0
	run      int       // the run it belongs to, or -1
	match    int       // the gazetteer's longest match it lies in, or -1
	id       uint32    // of what the word is to its neighbours; see ident
	sighting *sighting // of a capitalised word
}

// style is how a sentence is capitalised.
type style uint8

const (
	plainStyle    style = iota
	titleStyle          // Most Words Begin With a Capital
	capitalsStyle       // ALL WORDS ARE IN CAPITALS
)

// sighting is how a page writes a word elsewhere.
type sighting struct {
	small   int32 // in small letters
	capital int32 // with a capital, not because a sentence begins
	person  int32 // beside a title or a first name
	place   int32 // after a preposition of place
	region  int32 // before a comma and a country or province
	acts    int32 // before a verb in the past
	longer  int32 // as the second or a later part of a run
	begins  int32 // as the first part of a longer run
	stands  stands

	// How its mentions that may begin a name were weighed, summed, and how many.
	margins, weighed int32
}

// stands tells what an acronym stands for: "the World Health Organization
// (WHO)".
type stands uint8

const (
	forNothing stands = iota
	forPlace
	forOther
)

// layOut prepares the sentences of a text.
func layOut(s string, sentences []text.Sentence, gaz Gazetteer) *page {
	n, capitals := 0, 0
	for i := range sentences {
		n += len(sentences[i].Tokens)
		for _, t := range sentences[i].Tokens {
			if t.Case.Capital() {
				capitals++
			}
		}
	}
	p := pages.Get().(*page)
	p.text, p.cuts, p.gaz = s, sentences, gaz
	p.words, p.lowers = slices.Grow(p.words, n), slices.Grow(p.lowers, n)
	p.bounds = append(slices.Grow(p.bounds, len(sentences)+1), 0)
	p.sightings = slices.Grow(p.sightings, capitals)
	for i := range sentences {
		p.addSentence(&sentences[i], i)
		p.bounds = append(p.bounds, len(p.words))
	}
	p.countSmall()
	p.recase()
	for i := range sentences {
		p.findRuns(p.bounds[i], p.bounds[i+1])
	}
	p.sight()
	return p
}

// pages are those that nobody reads any more: the memory of one was a sixth of all
// that stories take and leave behind.
var pages = sync.Pool{New: func() any {
	return &page{names: map[string]geo.NameInfo{}, seen: map[string]*sighting{}}
}}

// usualWords is how many words nearly all stories have at most. The memory of a longer
// page is not kept, since emptying it takes time.
const usualWords = 4000

// release gives the memory of a page back that nobody reads any more.
func (p *page) release() {
	if len(p.words) > usualWords {
		return
	}
	clear(p.words)
	clear(p.lowers)
	clear(p.sightings)
	clear(p.names)
	clear(p.seen)
	*p = page{
		words: p.words[:0], lowers: p.lowers[:0], bounds: p.bounds[:0], runs: p.runs[:0],
		matches: p.matches[:0], sightings: p.sightings[:0], names: p.names, seen: p.seen,
	}
	pages.Put(p)
}

func (p *page) addSentence(sentence *text.Sentence, n int) {
	st := styleOf(p.text, sentence.Tokens)
	begun := false
	for _, t := range sentence.Tokens {
		w := word{Token: t, run: -1, match: -1, style: st, sentence: n}
		w.lower = lowered(t.Of(p.text), t)
		if t.Kind == text.Word {
			w.capital = t.Case.Capital() && !strings.HasPrefix(w.lower, "i'") // "I'll" is no abbreviation of Illinois
			w.first = !begun
			begun = true
			if w.capital || st != plainStyle {
				w.entry = en.LookUp(strings.TrimSuffix(w.lower, "."))
			}
		}
		w.noun = en.Nouns(w.lower)
		if w.capital {
			w.sighting = p.sightingOf(&w)
		}
		p.words = append(p.words, w)
		p.lowers = append(p.lowers, w.lower)
	}
}

// lowered returns a token's text in small letters and with plain apostrophes.
func lowered(s string, t text.Token) string {
	if t.Case == text.Lower {
		return s
	}
	if strings.Contains(s, "’") {
		s = strings.ReplaceAll(s, "’", "'")
	}
	return strings.ToLower(s)
}

// sightingOf returns what the page says of a capitalised word, and notes how it
// is written where its sentence's style does not hide it.
func (p *page) sightingOf(w *word) *sighting {
	s := p.seen[w.lower]
	if s == nil {
		p.sightings = append(p.sightings, sighting{}) // never grows: pointers stay good
		s = &p.sightings[len(p.sightings)-1]
		p.seen[w.lower] = s
	}
	if !w.first && w.style == plainStyle {
		s.capital++
	}
	return s
}

// countSmall notes how often the capitalised words stand in small letters.
func (p *page) countSmall() {
	for i := range p.words {
		w := &p.words[i]
		if w.Kind != text.Word || w.Case != text.Lower {
			continue
		}
		if s := p.seen[w.lower]; s != nil {
			s.small++
		}
	}
}

// styleOf tells a sentence's style by its words of four letters or more: the
// shorter ones stay small in headlines, and acronyms are capitals anywhere.
func styleOf(s string, tokens []text.Token) style {
	var words, capital, upper int
	for _, t := range tokens {
		if t.Kind != text.Word || t.Case == text.NoCase || utf8.RuneCountInString(t.Of(s)) < 4 {
			continue
		}
		words++
		if t.Case.Capital() {
			capital++
		}
		if t.Case == text.Upper {
			upper++
		}
	}
	switch {
	case words >= 2 && upper*10 >= words*8:
		return capitalsStyle
	case words >= 4 && capital*10 >= words*8:
		return titleStyle
	}
	return plainStyle
}

// recase takes the capitals from words that have them only by the style of
// their sentence: the rest of the page, or else the lexicon, tells which.
func (p *page) recase() {
	for i := range p.words {
		w := &p.words[i]
		if w.style == plainStyle || !w.capital {
			continue
		}
		switch s := w.sighting; {
		case s.small > 0 || s.capital > 0:
			w.capital = s.capital > s.small
		case w.style == titleStyle && w.Case != text.Title:
		default:
			w.capital = !ordinary(w.entry)
		}
	}
}

// ordinary reports whether a word is one in small letters rather than a name.
func ordinary(e en.Entry) bool {
	return e.Word > 0 && (!e.Seen || e.Small >= 5)
}

// run is a stretch of words that may hold names: capitalised words and the
// small ones that join them. It begins and ends with a capitalised word or an
// article before a hyphen.
type run struct{ start, end int } // words, end excluded

// maxRun is where a run is cut: a line of capitals is not one name.
const maxRun = 40

// findRuns finds the runs among the words from start to end, a sentence.
func (p *page) findRuns(start, end int) {
	for i := start; i < end; {
		if !p.opens(i, end) {
			i++
			continue
		}
		j := i + 1
		for j < end && j-i < maxRun && p.goesOn(j, end) {
			j++
		}
		for !p.words[j-1].capital {
			j--
		}
		for k := i; k < j; k++ {
			p.words[k].run = len(p.runs)
		}
		p.runs = append(p.runs, run{i, j})
		p.findMatches(i, j)
		i = j
	}
}

// opens reports whether a run may begin at word i.
func (p *page) opens(i, end int) bool {
	w := &p.words[i]
	if w.capital {
		return true
	}
	return i+2 < end && en.Article(w.lower) && p.words[i+1].lower == "-" && !p.words[i+1].Space && p.words[i+2].capital && !p.words[i+2].Space
}

// goesOn reports whether a run that holds the word before i goes on with it.
func (p *page) goesOn(i, end int) bool {
	w := &p.words[i]
	switch {
	case w.capital:
		return true
	case w.Kind == text.Possessive:
		return i+1 < end && p.words[i+1].capital
	case w.lower == "-" || w.lower == "–":
		return !w.Space && i+1 < end && !p.words[i+1].Space
	case w.Kind == text.Word && p.words[i-1].lower == "-" && !w.Space:
		return i+1 < end && (p.words[i+1].lower == "-" || p.words[i+1].capital)
	case en.Joins(w.lower) && p.words[i-1].noun != en.DateNoun: // "on Sunday at Camp Delta"
		return i+1 < end && (p.words[i+1].capital || en.Joins(p.words[i+1].lower) || p.opens(i+1, end))
	}
	return false
}
