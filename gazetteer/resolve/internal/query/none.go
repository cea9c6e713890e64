package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer/fold"
)

// Lengths beyond which a cell is no place name but a text that went astray.
const (
	maxNameBytes = 1000
	maxNameRunes = 200
)

// NotAName returns the reason code of a text that names no place; empty if it
// may be a name.
func NotAName(name string) string {
	if len(name) > maxNameBytes || utf8.RuneCountInString(name) > maxNameRunes {
		return ReasonTooLong
	}
	key := fold.Key(name)
	switch {
	case !strings.ContainsFunc(key, unicode.IsLetter):
		return reasonWithoutLetters(name)
	case strings.ContainsFunc(name, overridesDirection):
		return ReasonOverride
	case mixesScripts(key):
		return ReasonMixedScripts
	}
	if name == "Nan" { // of Thailand; programs write nan or NaN for nothing
		return ""
	}
	return lexicon.standIn(key)
}

// SaysNothing reports whether a text is as good as an empty cell. What cannot be
// read says something, if nobody knows what.
func SaysNothing(name string) bool {
	switch NotAName(name) {
	case "", ReasonTooLong, ReasonOverride, ReasonMixedScripts:
		return false
	}
	return true
}

// reasonWithoutLetters says what a text without letters is made of, by what
// people would call it: one digit makes a number, one picture makes a picture.
func reasonWithoutLetters(name string) string {
	digits, pictures, signs := false, false, false
	for _, r := range name {
		switch {
		case unicode.IsNumber(r):
			digits = true
		case unicode.Is(unicode.So, r):
			pictures = true
		case unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.In(r, unicode.M, unicode.Cf):
			signs = true
		}
	}
	switch {
	case digits:
		return ReasonOnlyNumbers
	case pictures:
		return ReasonOnlyEmoji
	case signs:
		return ReasonOnlyPunctuation
	}
	return ReasonEmpty
}

// overridesDirection reports whether a character makes the letters after it be
// shown in another order than they stand in. The marks and embeddings that
// programs put around Arabic and Hebrew leave letters in their order.
func overridesDirection(r rune) bool { return r == '\u202D' || r == '\u202E' }

// mixesScripts reports whether a word of a key has letters of two scripts, as
// "Mоsul" has with a Cyrillic o. Several scripts in several words are names in
// several languages, and East Asian names have Latin letters.
func mixesScripts(key string) bool {
	var first *unicode.RangeTable
	for _, r := range key {
		script := scriptOf(r)
		switch {
		case r == ' ':
			first = nil
		case script == nil:
		case first == nil:
			first = script
		case first != script:
			return true
		}
	}
	return false
}

// alphabets are the scripts that look or sound so much alike that letters of one
// turn up in words of another.
var alphabets = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew, unicode.Armenian, unicode.Georgian}

// scriptOf returns the alphabet of a letter; nil for all else.
func scriptOf(r rune) *unicode.RangeTable {
	for _, script := range alphabets {
		if unicode.Is(script, r) {
			return script
		}
	}
	return nil
}

// standIns are the reasons of what stands in the place of a name.
var standIns = map[string]string{
	wordUnknown: ReasonUnknownPlace, wordNoValue: ReasonNoValue,
	wordVarious: ReasonVarious, wordWithheld: ReasonWithheld,
}

// standIn returns the reason code of a phrase that stands in the place of a name;
// empty if it is none.
func (l lexiconTable) standIn(key string) string {
	for _, e := range phraseEntries(key) {
		if reason := standIns[e.what]; reason != "" {
			return reason
		}
	}
	return ""
}
