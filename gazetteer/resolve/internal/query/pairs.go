package query

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer/fold"
)

// paired reads "Rawa/Anbar", "Iraq/Anbar/Rawa" and "Harim-Idlib" as a place and what it lies
// in, either way, if each does lie in the next.
func (p *parser) paired(part, mark string, base Reading) {
	var chain []string
	for name := range strings.SplitSeq(part, mark) {
		chain = append(chain, joinWords(keyWords(name)))
	}
	longest := maxChain
	if mark == "-" {
		longest = 2 // "Al-Rutba-Anbar" is cut nobody knows where
	}
	if len(chain) < 2 || len(chain) > longest || slices.Contains(chain, "") || mark == "-" && utf8.RuneCountInString(firstWord(chain[0])) < minPaired {
		return
	}
	p.wholly(part, base)
	p.held(chain, base)
	slices.Reverse(chain)
	p.held(chain, base)
}

// maxChain is how many names one behind the other may lie in each other: a place, two areas
// and a country.
const maxChain = 4

func firstWord(name string) string {
	word, _, _ := strings.Cut(name, " ")
	return word
}

// firstOfPairs reads "Rawa, Anbar and Baiji, Salahuddin" as Rawa in Anbar, which stands for
// both. "Srinagar, Jammu and Kashmir, India" is none, since Srinagar lies in no Jammu.
func (p *parser) firstOfPairs(parts []string) {
	if len(parts) < 3 {
		return
	}
	words := keyWords(parts[1])
	i := slices.IndexFunc(words, func(w string) bool { return slices.Contains(ListWords, w) })
	if i > 0 && i+1 < len(words) {
		p.part(parts[0], Reading{Within: []string{joinWords(words[:i])}, Inverted: true, Apart: true, Loose: true})
	}
}

// wholly adds a part as one name, before it is read in pieces.
func (p *parser) wholly(part string, base Reading) {
	base.Name = joinWords(keyWords(part))
	p.add(base)
}

// held reads the first of several names, which must lie in the others.
func (p *parser) held(chain []string, base Reading) {
	base.Within = slices.Concat(chain[1:], base.Within)
	base.Inverted = true
	p.named(strings.Fields(chain[0]), base)
}

// Unmarked reads "Dhaka Bangladesh", "Ramadi Anbar Iraq" and "Nigeria Kano": a name and
// what it lies in with nothing between them, the longest names first. Any border between
// two words may be the one: only true readings hold, since the name must lie in the rest.
func Unmarked(key string) []Reading {
	words := strings.Fields(key)
	n := len(words)
	if n < 2 || n > maxUnmarked {
		return nil
	}
	p := parser{}
	for i := n - 1; i > 0; i-- {
		p.heldUnmarked(words[:i], words[i:], Reading{})
		for j := i + 1; j < n; j++ {
			p.heldUnmarked(words[:i], words[i:j], Reading{Within: []string{joinWords(words[j:])}})
		}
	}
	for i := 1; i < n; i++ {
		p.heldUnmarked(words[i:], words[:i], Reading{})
	}
	return p.out
}

// heldUnmarked is held for what may be a name: neither an article nor a word of a kind. A
// bearing belongs to what is behind it: "Goma North Kivu".
func (p *parser) heldUnmarked(name, holder []string, base Reading) {
	if _, bears := lexicon.bearing(name[len(name)-1:]); bears > 0 {
		return
	}
	if key := joinWords(name); utf8.RuneCountInString(key) >= minPaired && !lexicon.all(name, wordAbout) && lexicon.class(key) == "" {
		p.held([]string{key, joinWords(holder)}, base)
	}
}

// maxUnmarked is how many words a name and what it lies in have at most, if nothing
// stands between them: "Ciudad de Mexico Mexico" has as many.
const maxUnmarked = 5

// owned reads "Benghazi's Sabri district" and "Şırnak'ın Cizre ilçesi": who owns
// holds what is owned.
func (p *parser) owned(part string, base Reading) {
	first, second, ok := strings.Cut(strings.ReplaceAll(part, "’", "'"), "'")
	suffix, rest, some := strings.Cut(second, " ")
	if !ok || !some || !slices.Contains(genitives, suffix) || len(keyWords(first)) == 0 || len(keyWords(rest)) == 0 {
		return
	}
	p.wholly(part, base)
	owner, owned := keyWords(first), keyWords(rest)
	if lexicon.all(owned, wordArea) { // "Al-Bukamal's surroundings"
		p.named(append(owner, owned...), base)
		return
	}
	p.held([]string{joinWords(owned), joinWords(owner)}, base)
	base.Loose = true
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
		if j > 0 && j+1 < len(after) && (i == 0 || p.isRoadName(words[:i])) {
			return strings.Join(after[:j], " "), strings.Join(after[j+1:], " "), true
		}
	}
	return p.stretch(part)
}

// stretch reads the two ends of a road or a border that is called one: "Gao-Ansongo
// road", "axe Gao-Ansongo", "RN16 Gao/Ansongo", "Gao to Ansongo road".
func (p *parser) stretch(part string) (a, b string, ok bool) {
	for _, mark := range []string{"-", "/", " to "} {
		a, b, ok = strings.Cut(part, mark)
		if ok && !strings.Contains(b, mark) {
			break
		}
		ok = false
	}
	if !ok {
		return "", "", false
	}
	from, to := strings.Fields(a), strings.Fields(b)
	before, behind := p.withoutRoad(from, to)
	a, b = strings.Join(before, " "), strings.Join(behind, " ")
	return a, b, len(before)+len(behind) < len(from)+len(to) && fold.Key(a) != "" && fold.Key(b) != ""
}

// withoutRoad takes what calls them ends of a road off the ends of one. Something is
// left of each.
func (p *parser) withoutRoad(from, to []string) (before, behind []string) {
	for len(to) > 1 && lexicon.has(fold.Key(to[len(to)-1]), wordRoad) {
		to = to[:len(to)-1]
	}
	for n := len(from) - 1; n > 0; n-- {
		if p.isRoadName(keyWords(strings.Join(from[:n], " "))) {
			return from[n:], to
		}
	}
	return from, to
}
