package query

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// relKind says in which way an event lies to a name.
type relKind uint8

const (
	At      relKind = iota
	Near            // around it
	Offset          // at a bearing, a distance or both
	Part            // in a part of it: "northern Iraq"
	Between         // between it and another
)

// Relation is how an event lies to a name. The zero relation is: there.
type Relation struct {
	Kind      relKind
	Bearing   float64 // degrees clockwise from north
	Bears     bool    // bearing is said
	DistanceM float64 // metres; 0 if not said
	Other     string  // of relBetween: the other name
}

var compass = [...]string{"north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"}

// compassWord returns the nearest of the eight bearings that have words.
func compassWord(bearing float64) string { return compass[int(math.Mod(bearing+22.5, 360)/45)] }

// String returns the relation in words, as in geo.Place.Relation.
func (r Relation) String() string {
	direction := ""
	if r.Bears {
		direction = compassWord(r.Bearing)
	}
	switch r.Kind {
	case Near:
		return "near"
	case Part:
		return "in the " + direction + " of"
	case Between:
		return "between"
	case Offset:
		if direction == "" {
			direction = "from"
		} else {
			direction += " of"
		}
		if r.DistanceM > 0 {
			return strconv.FormatFloat(r.DistanceM/1000, 'f', -1, 64) + " km " + direction
		}
		return direction
	}
	return ""
}

// relation takes the words of a relation off the front of a name, or makes out
// that all words are one ("10 km east").
func (p *parser) relation(words []string) (Relation, []string) {
	start := p.skip(words, wordAbout)
	if rel, rest, ok := p.offset(words[start:], start > 0); ok {
		return rel, rest
	}
	if rel, rest, ok := p.part1(words[start:]); ok {
		return rel, rest
	}
	if n := lexicon.prefix(words, wordNear); n > 0 {
		return Relation{Kind: Near}, words[n:]
	}
	return Relation{}, words
}

// offset reads "10 km east of", "east of", "10 km from". Behind a word for "to the", as in "al
// norte de", no name begins with the bearing.
func (p *parser) offset(words []string, toThe bool) (Relation, []string, bool) {
	rel := Relation{Kind: Offset}
	i := 0
	if d, n := p.distance(words); n > 0 {
		rel.DistanceM = d
		i = n + p.skip(words[n:], wordAbout)
	}
	if bearing, n := lexicon.bearing(words[i:]); n > 0 {
		rel.Bearing, rel.Bears = bearing, true
		i += n
	}
	if i == 0 {
		return Relation{}, nil, false
	}
	rest := words[i:]
	if len(rest) > 0 && rest[0] == "away" {
		rest = rest[1:]
	}
	of := len(rest) > 0 && (rest[0] == "of" || rest[0] == "from" || (rel.DistanceM > 0 || rel.Bears && (toThe || words[i-1][0] == 'l')) && slices.Contains(romanceOf, rest[0]))
	if of {
		rest = rest[1:]
	}
	// Without "of", "10 km east Tikrit" is an offset and "east Tikrit" a part. Arabic
	// has no "of": "شرق غزة" is east of Gaza.
	return rel, rest, of || rel.DistanceM > 0 || rel.Bears && words[i-1] >= "ء" && words[i-1] < "ۿ"
}

// romanceOf are words for "of" that need a distance before them: "Norte de
// Santander" is a name.
var romanceOf = []string{"de", "du", "del", "d"}

// part1 reads "northern", "the north of", "northern part of".
func (p *parser) part1(words []string) (Relation, []string, bool) {
	bearing, n := lexicon.bearing(words)
	if n == 0 || n == len(words) {
		return Relation{}, nil, false
	}
	rest := words[n:]
	for len(rest) > 1 && slices.Contains([]string{"part", "parts", "of", "rural", "countryside"}, rest[0]) {
		rest = rest[1:]
	}
	return Relation{Kind: Part, Bearing: bearing, Bears: true}, rest, true
}

// compassNames are the words of bearings that names begin with, with what another
// table has for them: the "N. Darfur" and "Northern Darfur" of one are the next
// one's "North Darfur".
var compassNames = map[string][]string{
	"n": {"north", "northern"}, "north": {"northern"}, "northern": {"north"},
	"e": {"east", "eastern"}, "east": {"eastern"}, "eastern": {"east"},
	"s": {"south", "southern"}, "south": {"southern"}, "southern": {"south"},
	"w": {"west", "western"}, "west": {"western"}, "western": {"west"},
}

func isAdjective(word string) bool { return strings.HasSuffix(word, "ern") }

// namesWithBearing returns other ways to write a name that begins with a bearing.
func namesWithBearing(words []string) [][]string {
	var names [][]string
	for _, word := range compassNames[words[0]] {
		names = append(names, append([]string{word}, words[1:]...))
	}
	return names
}

// bearingBehind finds the bearing that stands behind a name, as in "Aleppo northern
// countryside" and "Kordofan North". It returns the name without it, and whether
// a word for an area follows: else it may as well be part of the name.
func (p *parser) bearingBehind(words []string) (name []string, rel Relation, area bool) {
	rest, what, ok := lexicon.strip(words, func(what string) bool { return what == wordArea })
	if area = ok && what == wordArea && rest[0] == words[0]; !area {
		rest = words
	}
	for n := min(2, len(rest)-1); n > 0; n-- {
		if bearing, m := lexicon.bearing(rest[len(rest)-n:]); m == n {
			return rest[:len(rest)-n], Relation{Kind: Offset, Bearing: bearing, Bears: true}, area
		}
	}
	return words, Relation{}, false
}

// listed reads several names of which the first begins with a bearing, each with its
// own: "Nord-Kivu; Sud-Kivu".
func (p *parser) listed(words []string, base Reading) {
	whole := base
	whole.Name, whole.WholeOnly = joinWords(words), true
	p.add(whole)
	base.Loose = true
	for len(words) > 0 {
		n := slices.Index(words, "/")
		if n < 0 {
			n = len(words)
		}
		if n > 0 {
			p.related(words[:n], base)
		}
		words = words[min(n+1, len(words)):]
	}
}

// toward reads a name with a bearing that stood behind it.
func (p *parser) toward(name []string, rel Relation, base Reading) {
	whole := base
	whole.Name, whole.WholeOnly = joinWords(append([]string{compassWord(rel.Bearing)}, name...)), true
	p.add(whole)
	base.Relation = rel
	p.named(name, base)
}

// distance reads a number and a unit of length; it returns how many words they
// are.
func (p *parser) distance(words []string) (metres float64, n int) {
	if len(words) < 2 {
		return 0, 0
	}
	number, err := strconv.ParseFloat(words[0], 64)
	if err != nil || number <= 0 || number > 3000 {
		return 0, 0
	}
	n = 1
	// The comparison form of "2.5 km" is "2 5 km".
	if tenth, err := strconv.ParseFloat("0."+words[1], 64); err == nil && len(words) > 2 && unicode.IsDigit(rune(words[1][0])) {
		number, n = number+tenth, 2
	}
	unit, m := lexicon.unit(words[n:])
	if m == 0 {
		return 0, 0
	}
	return number * unit, n + m
}

// skip returns how many words at the front are of a kind.
func (p *parser) skip(words []string, what string) int {
	i := 0
	for i < len(words) {
		n := lexicon.prefix(words[i:], what)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// ParseRelation reads a relation that stands apart from its name, as in
// geo.Place.Relation.
func ParseRelation(words string) Relation {
	if words == "" || words == "in" || words == "at" {
		return Relation{}
	}
	p := parser{}
	all := keyWords(words)
	if slices.Contains(all, "between") || slices.Contains(all, "road") || slices.Contains(all, "border") {
		return Relation{Kind: Between}
	}
	rel, _ := p.relation(append(all, "x")) // a stand-in for the name
	return rel
}
