// Package spelling looks names up as they are written and as they may be spelled otherwise,
// and says how alike two spellings are.
package spelling

import (
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
)

// Stage is a way of looking a name up. Later ones find more and are wrong more
// often, so they are asked only if the earlier ones found nothing that fits.
type Stage uint8

// The stages.
const (
	Exact Stage = iota
	Bare        // with another article or none
	Skeleton
	Typo  // one typing error
	Typos // two, in an ADM1 or ADM2 that is said
)

// Stages are all of them, in their order.
var Stages = []Stage{Exact, Bare, Skeleton, Typo, Typos}

// How many letters the shortest names have in which a typing error is looked for,
// and how many the longest word of those in which two are: among shorter ones
// nearly everything is near something, as "Abu Hamam" is to "Albu Kamal".
const (
	minLettersTypo  = 5
	minLettersTypos = 7
)

// Find appends the places that have a name in the stage's way. lands are the
// countries said.
func (s Stage) Find(x gazetteer.Places, key string, lands []gazetteer.Place, dst []gazetteer.Hit) []gazetteer.Hit {
	switch s {
	case Exact:
		return x.Exact(key, dst)
	case Bare:
		return x.WithoutArticle(key, dst)
	case Skeleton:
		return x.Skeleton(key, dst)
	}
	switch {
	case s == Typo && utf8.RuneCountInString(key) >= minLettersTypo:
		return x.Fuzzy(key, 1, dst)
	case s == Typos && longestWord(key) >= minLettersTypos:
		for i := range lands {
			if lands[i].Type == placetype.Country {
				dst = x.Misspelt(key, lands[i].Country, dst)
			}
		}
	}
	return dst
}

// longestWord returns how many letters the longest word of a key has.
func longestWord(key string) (letters int) {
	for word := range strings.SplitSeq(key, " ") {
		letters = max(letters, utf8.RuneCountInString(word))
	}
	return letters
}
