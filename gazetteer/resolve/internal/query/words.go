package query

import (
	"slices"

	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
)

// What a word in words.txt may say, besides a place type or a bearing.
const (
	wordNear  = "near"
	wordIn    = "in"
	wordAbout = "about"
	wordArea  = "area"
	wordRoad  = "road"

	// Words that join a name to what it lies in or beside.
	wordInside = "inside"
	wordBeside = "beside"

	// What stands in the place of a name.
	wordUnknown  = "unknown"
	wordNoValue  = "no value"
	wordVarious  = "various"
	wordWithheld = "withheld"

	// Street marks streets, wordWild landscapes: their names do not say where
	// they are, so "Wichita Drive" is not in Wichita.
	Street   = "street"
	wordWild = "wild"
	// wordNumbered is for what parts of a town are called that have numbers: "PD 5".
	wordNumbered = "numbered"
	// wordSite is for what is no name: "Project site".
	wordSite = "site"
)

// bearings are degrees clockwise from north.
var bearings = map[string]float64{
	"north": 0, "northeast": 45, "east": 90, "southeast": 135,
	"south": 180, "southwest": 225, "west": 270, "northwest": 315,
}

// unitMetres are how many metres the units are.
var unitMetres = map[string]float64{"kilometres": 1000, "miles": 1609.344, "metres": 1, "nautical": 1852}

// lexiconTable is what words.txt says of phrases in their comparison forms. It has no
// state: it is code, made of that file, for to read it at the start took a twentieth of a run
// of one row.
type lexiconTable struct{}

var lexicon lexiconTable

type lexiconEntry struct {
	what          string
	before, after bool // where it may stand to a name
}

// isArea reports whether what a phrase stands beside is called an area by it.
func (e lexiconEntry) isArea() bool {
	return e.what == placetype.Adm1 || e.what == placetype.Adm2 || e.what == placetype.Region
}

// has reports whether a phrase says something.
func (l lexiconTable) has(key, what string) bool { return saysOf(phraseEntries(key), what) }

func saysOf(entries []lexiconEntry, what string) bool {
	for _, e := range entries {
		if e.what == what {
			return true
		}
	}
	return false
}

// class returns the kind of place that a phrase is a word for; empty if it is none,
// or one for areas that are called by their towns: a commune, a district.
func (l lexiconTable) class(key string) string {
	for _, e := range phraseEntries(key) {
		if isClass(e.what) && e.what != placetype.Adm2 {
			return e.what
		}
	}
	return ""
}

// said returns what words say together.
func (l lexiconTable) said(words []string) []lexiconEntry {
	if len(words) == 1 {
		return phraseEntries(words[0])
	}
	var room [64]byte
	phrase := room[:0]
	for i, w := range words {
		if i > 0 {
			phrase = append(phrase, ' ')
		}
		phrase = append(phrase, w...)
	}
	return phraseEntries(string(phrase))
}

// all reports whether each word says something.
func (l lexiconTable) all(words []string, what string) bool {
	for _, w := range words {
		if !l.has(w, what) {
			return false
		}
	}
	return true
}

// unit reads the unit of length at the front: how many metres it is, and how
// many words it has.
func (l lexiconTable) unit(words []string) (metres float64, n int) {
	for n := min(2, len(words)); n > 0; n-- {
		for _, e := range l.said(words[:n]) {
			if metres, ok := unitMetres[e.what]; ok {
				return metres, n
			}
		}
	}
	return 0, 0
}

// prefix returns how many words the longest phrase of a kind at the front has.
func (l lexiconTable) prefix(words []string, what string) int {
	for n := min(longestPhrase, len(words)); n > 0; n-- {
		if saysOf(l.said(words[:n]), what) {
			return n
		}
	}
	return 0
}

// bearing reads the bearing at the front, and how many words it has.
func (l lexiconTable) bearing(words []string) (degrees float64, n int) {
	for n := min(3, len(words)); n > 0; n-- {
		for _, e := range l.said(words[:n]) {
			if degrees, ok := bearings[e.what]; ok {
				return degrees, n
			}
		}
	}
	return 0, 0
}

// isClass reports whether a word tells the kind of a place.
func isClass(what string) bool {
	switch what {
	case wordNear, wordIn, wordAbout, wordArea, wordRoad, wordInside, wordBeside, wordUnknown, wordNoValue, wordVarious, wordWithheld, Street, wordWild, wordSite, wordNumbered:
		return false
	}
	_, isBearing := bearings[what]
	_, isUnit := unitMetres[what]
	return !isBearing && !isUnit
}

// isNameWord reports whether a word comes off a name without changing where it
// is, or not by much.
func isNameWord(what string) bool { return isClass(what) || what == wordIn || what == wordArea }

// strip takes the longest phrase that is wanted off the end of a name or, if
// there is none, off its front, with the "of" that follows. Something is always
// left.
func (l lexiconTable) strip(words []string, wanted func(string) bool) (rest []string, what string, ok bool) {
	for n := min(longestPhrase, len(words)-1); n > 0; n-- {
		for _, e := range l.said(words[len(words)-n:]) {
			if e.after && e.what != wordIn && wanted(e.what) {
				return words[:len(words)-n], e.what, true
			}
		}
	}
	for n := min(longestPhrase, len(words)-1); n > 0; n-- {
		for _, e := range l.said(words[:n]) {
			if e.before && wanted(e.what) {
				return dropOf(words[n:], words[n-1]), e.what, true
			}
		}
	}
	return words, "", false
}

// dropOf takes the joining word, and an article that follows it, off what follows
// a class word, which may end in one itself.
func dropOf(words []string, class string) []string {
	joined := isOf(class)
	if len(words) > 1 && isOf(words[0]) {
		words, joined = words[1:], true
	}
	if joined && len(words) > 1 && slices.Contains([]string{"la", "las", "los", "l", "the"}, words[0]) {
		words = words[1:]
	}
	return words
}

// ofWords join a class word to a name.
var ofWords = []string{"of", "de", "del", "du", "da", "do", "des", "di", "d", "e"}

func isOf(word string) bool { return slices.Contains(ofWords, word) }
