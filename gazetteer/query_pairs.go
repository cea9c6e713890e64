package gazetteer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer/fold"
)

// paired reads "Rawa/Anbar" and "Harim-Idlib" as a place and what it lies in,
// either way, if one does lie in the other.
func (p *parser) paired(part, mark string, base reading) {
	first, second, ok := strings.Cut(part, mark)
	if !ok || strings.Contains(second, mark) {
		return
	}
	a, b := keyWords(first), keyWords(second)
	if len(a) == 0 || len(b) == 0 || mark == "-" && utf8.RuneCountInString(a[0]) < minPaired {
		return
	}
	p.wholly(part, base)
	p.held(a, b, base)
	p.held(b, a, base)
}

// wholly adds a part as one name, before it is read in pieces.
func (p *parser) wholly(part string, base reading) {
	base.name = joinWords(keyWords(part))
	p.add(base)
}

// held reads a name that must lie in another.
func (p *parser) held(name, holder []string, base reading) {
	base.within = append([]string{joinWords(holder)}, base.within...)
	base.inverted = true
	p.named(name, base)
}

// owned reads "Benghazi's Sabri district" and "Şırnak'ın Cizre ilçesi": who owns
// holds what is owned.
func (p *parser) owned(part string, base reading) {
	first, second, ok := strings.Cut(strings.ReplaceAll(part, "’", "'"), "'")
	suffix, rest, some := strings.Cut(second, " ")
	if !ok || !some || !slices.Contains(genitives, suffix) || len(keyWords(first)) == 0 || len(keyWords(rest)) == 0 {
		return
	}
	p.wholly(part, base)
	owner, owned := keyWords(first), keyWords(rest)
	if p.words.all(owned, wordArea) { // "Al-Bukamal's surroundings"
		p.named(append(owner, owned...), base)
		return
	}
	p.held(owned, owner, base)
	base.loose = true
	p.named(owner, base)
}

// genitives are the endings that English and Turkish join to names by an
// apostrophe.
var genitives = strings.Fields("s ın in un ün nın nin nun nün")

// minPaired is how long the first word of a pair is at least: "al-Bab" is no pair.
const minPaired = 3

// joints are the words between the two names behind a word that says there are two.
var joints = map[string][]string{
	"between": {"and"}, "from": {"to"}, "entre": {"et", "y", "e"}, "zwischen": {"und"}, "tra": {"e"}, "между": {"и"}, "між": {"і", "та"}, "arasinda": {"ve"},
}

// between reads "between A and B", "road from A to B", "A-B border".
func (p *parser) between(part string, words []string) (a, b string, ok bool) {
	for i, w := range words {
		after := words[i+1:]
		j := slices.IndexFunc(after, func(word string) bool { return slices.Contains(joints[w], word) })
		if j > 0 && j+1 < len(after) && p.words.all(words[:i], wordRoad) {
			return strings.Join(after[:j], " "), strings.Join(after[j+1:], " "), true
		}
	}
	a, b, ok = strings.Cut(part, "-")
	if last := len(words) - 1; !ok || last < 2 || strings.Contains(b, "-") {
		return "", "", false
	}
	from, to := strings.Fields(a), strings.Fields(b)
	for len(to) > 1 && p.words.has(fold.Key(to[len(to)-1]), wordRoad) { // "Gao-Ansongo road"
		to, ok = to[:len(to)-1], false
	}
	for len(from) > 1 && p.words.has(fold.Key(from[0]), wordRoad) { // "axe Gao-Ansongo"
		from, ok = from[1:], false
	}
	a, b = strings.Join(from, " "), strings.Join(to, " ")
	return a, b, !ok && fold.Key(a) != "" && fold.Key(b) != ""
}
