package en

import (
	"slices"
	"strings"
)

// Where the words of a pattern stand in a sentence.

// match returns the index after the pattern's last word, or 0.
func (f *finder) match(i int, a *anchored) int {
	at := i + 1
	for k := 0; k < len(a.words); k++ {
		if a.words[k] != nil {
			if a.class == classVerb && f.alternative(at, a.words[k]) == 0 {
				at = f.w.behindDay(at)
			}
			if a.class == classNoun && k > 0 && (f.w.At(at) == "have" || f.w.At(at) == "has") && f.alternative(at, a.words[k]) == 0 {
				at++ // "trucks carrying flour have crossed"
			}
			if a.class == classNoun && isAdverb(f.w.At(at)) && f.alternative(at, a.words[k]) == 0 {
				at++ // "rockets were also fired", "people reportedly left"
			}
			if a.class == classNoun && k == 0 && f.w.At(at) == "," {
				at = f.w.behindAside(at)
			}
			n := f.alternative(at, a.words[k])
			if n == 0 {
				return 0
			}
			at += n
			continue
		}
		k++
		end := f.gap(at, a.words[k], a.class)
		if end == 0 && k == len(a.words)-1 && f.undergone(i, a, a.words[k]) {
			return at
		}
		if at = end; at == 0 {
			return 0
		}
	}
	return at
}

// alternative returns how many tokens from token i on are one of the words, or 0. A hyphen
// parts tokens: "cease-fire" is three.
func (f *finder) alternative(i int, words alternatives) int {
	if slices.Contains(words, f.w.At(i)) {
		return 1
	}
	if f.w.At(i+1) != "-" || i+2 >= f.w.Len() || f.w.Tokens[i+1].Space {
		return 0
	}
	for _, word := range words {
		if first, last, ok := strings.Cut(word, "-"); ok && first == f.w.At(i) && last == f.w.At(i+2) {
			return 3
		}
	}
	return 0
}

// undergone reports whether the verb at token i is passive and one of the words, which stand
// behind it in the active voice, is its subject: "supplies were delivered" as "delivered supplies".
func (f *finder) undergone(i int, a *anchored, words alternatives) bool {
	if a.class != classVerb || prepositions.has(words[0]) || !f.passive(i, a.form) || !f.be(i) && f.w.At(i+1) != "by" {
		return false
	}
	if f.w.At(i+1) == "to" && !f.w.Capital(i+2) && !determiners.has(f.w.At(i+2)) {
		return false // "troops were sent to end months of killings in Gao"
	}
	from, to := f.subjectPhrase(i)
	for k := from; k < to; k++ {
		if prepositions.has(f.w.At(k)) && f.w.At(k) != "of" {
			return false // "troops with weapons were sent"
		}
		if slices.Contains(words, f.w.At(k)) && !f.w.Capital(k+1) {
			return !f.tells(k)
		}
	}
	return false
}

// tells reports whether a noun at token i tells of a happening itself: "the bodies of six men were
// found".
func (f *finder) tells(i int) bool {
	for _, a := range f.t.patterns.of(f.w.At(i)) {
		if a.class == classNoun && f.match(i, &a) > 0 {
			return true
		}
	}
	return false
}

// be reports whether a form of "be" makes the verb at token i passive.
func (f *finder) be(i int) bool {
	for i--; isAdverb(f.w.At(i)) || negations.has(f.w.At(i)); i-- {
	}
	return beForms.has(f.w.At(i))
}

// gap skips up to maxGap words from token at on to one of the words, and
// returns the index after it, or 0. A gap does not reach over the end of a
// clause.
func (f *finder) gap(at int, words alternatives, class class) int {
	for n, most := 0, maxGap; n <= most; n++ {
		if f.w.At(at+n) == "-" && at+n < f.w.Len() && !f.w.Tokens[at+n].Space {
			most += 2 // "a dusk-to-dawn curfew": three words, not seven
		}
		if size := f.alternative(at+n, words); size > 0 {
			return at + n + size
		}
		if f.infinitive(at + n) {
			return 0
		}
		if w := f.w.At(at + n); class == classNoun && (w == "have" || w == "has") {
			continue // "trucks carrying flour have crossed"
		} else if w == "" || gapStops.has(w) || w == ";" || w == "." || auxiliaries.has(w) || clauseMarks.has(w) && w != "that" {
			return 0
		}
	}
	return 0
}
