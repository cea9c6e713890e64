package query

import (
	"slices"
	"strings"
	"unicode"
)

// dropNumbered leaves out the parts of a cell that only number a part of what
// another names: "Kabul, PD 5". It reports whether there were any.
func (p *parser) dropNumbered(parts []string) (named []string, dropped bool) {
	numbered := func(part string) bool { return p.isNumbered(keyWords(part)) }
	named = slices.DeleteFunc(slices.Clone(parts), numbered)
	if len(named) == 0 || len(named) == len(parts) {
		return parts, false
	}
	return named, true
}

// withoutNumbered takes off a name the part of a town that is only numbered, at
// either end: "Kabul PD 5", "3ème arrondissement Bangui", "Kathmandu-5". No list has
// such parts. Nothing is left if the part is all there is.
func (p *parser) withoutNumbered(part string, words []string) (rest []string, found bool) {
	for n := min(maxNumbered, len(words)); n > 0; n-- {
		if p.isNumbered(words[:n]) {
			return dropOf(words[n:], ""), true
		}
		if cut := len(words) - n; p.isNumbered(words[cut:]) {
			return words[:cut], true
		}
	}
	last := len(words) - 1
	return words[:last], last > 0 && isSmallNumber(words[last]) && strings.HasSuffix(part, "-"+words[last])
}

// maxNumbered is how many words a numbered part of a town has at most: "police
// district no 5".
const maxNumbered = 4

// isNumbered reports whether words are a numbered part of a town: a word for one
// with a number behind it or an ordinal before it, or all in one word ("PD5").
func (p *parser) isNumbered(words []string) bool {
	last := len(words) - 1
	switch {
	case last < 0:
		return false
	case last == 0:
		word := strings.TrimRightFunc(words[0], unicode.IsDigit)
		return word != words[0] && lexicon.has(word, wordNumbered)
	case isOrdinal(words[0]):
		return lexicon.has(strings.Join(words[1:], " "), wordNumbered)
	case !isSmallNumber(words[last]):
		return false
	case last > 1 && slices.Contains(numberWords, words[last-1]):
		last--
	}
	return lexicon.has(strings.Join(words[:last], " "), wordNumbered)
}

// numberWords stand between a word and its number.
var numberWords = []string{"no", "nr", "n", "number", "numero"}

// isOrdinal reports whether a word is a number with the ending of an ordinal: "3eme",
// "5th".
func isOrdinal(word string) bool {
	ending := strings.TrimLeftFunc(word, unicode.IsDigit)
	return ending != word && ending != "" && len(ending) <= len("eme")
}

// isSmallNumber reports whether a word is a number such as parts of towns have.
func isSmallNumber(word string) bool {
	return len(word) <= 3 && strings.TrimLeftFunc(word, unicode.IsDigit) == ""
}

// isRoadName reports whether words are what a road is called beside its ends: "the
// main road", "RN16", "RN 16", "route nationale 1".
func (p *parser) isRoadName(words []string) bool {
	for i, w := range words {
		numbered := i > 0 && isSmallNumber(w) || i+1 < len(words) && slices.Contains(roadLetters, w)
		if !numbered && !isRoadNumber(w) && !strings.HasPrefix(w, "national") && !lexicon.has(w, wordRoad) {
			return false
		}
	}
	return len(words) > 0
}

// isRoadNumber reports whether a word is the number of a road: "RN16", "A1".
func isRoadNumber(word string) bool {
	letters := strings.TrimRightFunc(word, unicode.IsDigit)
	return letters != word && slices.Contains(roadLetters, letters)
}

// roadLetters stand before the numbers of roads in most of the world.
var roadLetters = strings.Fields("a b d e i m n p r t nh rc rd rn rp rr rt sr us hwy autoroute")

// alongRoad joins a road that a cell names apart to the stretch of it that stands
// beside it: "RN16, Mopti-Gao", "Between Boni and Hombori, on RN16".
func (p *parser) alongRoad(parts []string) []string {
	for i, part := range parts {
		other := 1 - i // of two
		if len(parts) != 2 || !p.isRoadName(keyWords(part)) {
			continue
		}
		for _, stretch := range []string{"road " + parts[other], parts[other]} {
			if _, _, two := p.between(stretch, keyWords(stretch)); two {
				return []string{stretch}
			}
		}
	}
	return parts
}
