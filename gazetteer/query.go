package gazetteer

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/dateline-map/dateline/gazetteer/fold"
)

// A query is what a written place name says, taken apart: the ways in which it
// may be read, the likeliest first. A query without readings names nothing and
// has a reason.
type query struct {
	readings []reading
	reason   string
}

// reading is one way to read a written name. Names in it are comparison forms
// (fold.Key).
type reading struct {
	name   string
	kind   string   // place type by its class words; empty if it has none
	inName string   // place type by class words that are still in the name
	within []string // what it is said to lie in, the smallest first
	rel    relation
	// wholeOnly marks a reading that takes words of relation or kind for part
	// of the name ("South Sudan", "Salt Lake City"): it holds only if the
	// gazetteer has just that name.
	wholeOnly bool
	// inverted marks a name that stands after what it lies in ("Anbar, Hit"): it
	// holds only if that is so.
	inverted bool
	// loose marks a name that is only one of several in the cell, or a
	// neighbour of the place meant: the point is not the place's own.
	loose bool
}

// Bounds of what is read.
const (
	maxReadings = 40
	maxKeyWords = 24
)

// parseQuery takes a written name apart:
//
//  1. what names no place is told by its reason code;
//  2. commas, brackets, "in", ">" separate the place from what it lies in;
//  3. words of relation ("10 km east of") come off, and are kept as geometry;
//  4. words of class ("town", "Qada'") come off, and are kept as a place type;
//  5. what is joined by "/" or "and" is several names.
//
// At each step the name with its words still on it is the reading before the
// one without them.
func parseQuery(name string) query {
	if reason := notAName(name); reason != "" {
		return query{reason: reason}
	}
	p := parser{words: lexicon(), brackets: strings.ContainsAny(name, "([{（")}
	p.parts(splitParts(name))
	if len(p.out) == 0 {
		return query{reason: ReasonNotAName}
	}
	return query{readings: p.out}
}

// splitParts cuts a cell where its writer did, and puts the name first and what
// it lies in after it. "Anbar > Hit" and "Damascus: Barzeh" go from large to
// small.
func splitParts(name string) []string {
	name = strings.Map(plainSeparator, name)
	name = strings.ReplaceAll(name, " - ", ",")
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == ',' || r == '(' || r == ')' || r == '>' || r == ':' })
	parts = slices.DeleteFunc(parts, func(s string) bool { return fold.Key(s) == "" })
	if strings.ContainsAny(name, ">:") {
		slices.Reverse(parts)
	}
	return parts
}

// plainSeparator makes the separators of other scripts and habits ASCII ones.
func plainSeparator(r rune) rune {
	switch r {
	case '،', '，', '、', ';', '؛', '|', '\n', '\t', '·', '•':
		return ','
	case '[', '{', '（':
		return '('
	case ']', '}', '）':
		return ')'
	case '–', '—', '‒', '−':
		return '-'
	case '›', '»', '→':
		return '>'
	case '\\':
		return '/'
	}
	return r
}

// parser collects readings.
type parser struct {
	words    *lexiconTable
	brackets bool
	out      []reading
}

func (p *parser) add(r reading) {
	if r.name == "" || len(p.out) >= maxReadings {
		return
	}
	same := func(o reading) bool {
		return o.name == r.name && o.kind == r.kind && o.rel == r.rel && len(o.within) == len(r.within)
	}
	if !slices.ContainsFunc(p.out, same) {
		p.out = append(p.out, r)
	}
}

// parts reads a cell of one or several parts.
func (p *parser) parts(parts []string) {
	if len(parts) == 0 {
		return
	}
	if len(parts) > 1 {
		p.add(reading{name: strings.Join(keyWords(strings.Join(parts, " ")), " "), wholeOnly: true})
	}
	var base reading
	var later []string // parts that are names of their own: "near Tikrit"
	for _, part := range parts[1:] {
		words := keyWords(part)
		rel, rest := p.relation(words)
		switch {
		case rel.kind == relAt, rel.kind == relPart: // "Telan, East Java"
			base.within = append(base.within, strings.Join(words, " "))
		case len(rest) == 0:
			base.rel = rel // "Tikrit, 10 km east"
		default:
			later = append(later, part)
			base.within = append(base.within, strings.Join(rest, " "))
		}
	}
	p.part(parts[0], base)
	for _, part := range later {
		p.part(part, reading{within: base.within, loose: true})
	}
	if p.brackets && len(parts) > 1 && base.rel.kind == relAt {
		// "Hit (Heet)" may be two names of one place.
		p.part(parts[1], reading{within: base.within[min(1, len(base.within)):], loose: true})
	} else if last := len(parts) - 1; last > 0 && base.rel.kind == relAt {
		p.part(parts[last], reading{within: []string{joinWords(keyWords(parts[0]))}, inverted: true})
	}
}

// part reads one part of a cell, to which base applies.
func (p *parser) part(part string, base reading) {
	words := keyWords(part)
	if i := p.joint(words); i > 0 && base.rel.kind == relAt {
		p.joined(words[:i], words[i], words[i+1:], base)
		return
	}
	if a, b, ok := p.between(part, words); ok {
		base.rel = relation{kind: relBetween, other: b}
		p.named(keyWords(a), base)
		return
	}
	p.related(words, base)
}

// joint returns where a name ends and what it lies in or near begins; 0 if
// nothing of the kind is said.
func (p *parser) joint(words []string) int {
	start := p.words.prefix(words, wordNear)
	for i, w := range words {
		if i > start && (w == "in" || w == "near") && i+1 < len(words) {
			return i
		}
	}
	return 0
}

// joined reads "Jima in Lamu" and "Bayah near Tikrit".
func (p *parser) joined(name []string, joint string, place []string, base reading) {
	whole := base
	whole.name, whole.wholeOnly = joinWords(slices.Concat(name, []string{joint}, place)), true
	p.add(whole)
	if joint != "near" || p.words.prefix(name, wordNear) == 0 { // "along the Euphrates near Haditha" is at Haditha
		inner := base
		inner.within = append([]string{joinWords(place)}, base.within...)
		p.related(name, inner)
	}
	if joint == "near" {
		base.rel = relation{kind: relNear}
		p.named(place, base)
	}
}

// related takes words of relation off a name.
func (p *parser) related(words []string, base reading) {
	rel, rest := p.relation(words)
	if rel.kind == relAt || len(rest) == 0 {
		p.named(words, base)
		return
	}
	whole := base
	whole.name, whole.wholeOnly = joinWords(words), true
	p.add(whole)
	if long := compassWords[words[0]]; long != "" {
		whole.name = joinWords(append([]string{long}, words[1:]...))
		p.add(whole)
	}
	if rel.kind == relPart { // "northern Aleppo Governorate", but also "North Sinai Governorate"
		p.wholeNames(words, base)
	}
	base.rel = rel
	p.related(rest, base)
}

// wholeNames reads a name without its class words as a whole name.
func (p *parser) wholeNames(words []string, base reading) {
	for {
		rest, what, ok := p.words.strip(words, isClass)
		if !ok {
			return
		}
		words = rest
		base.name, base.wholeOnly = joinWords(words), true
		base.kind = firstOf(base.kind, what)
		p.add(base)
	}
}

// named takes words of class off a name, and then reads it as several names.
func (p *parser) named(words []string, base reading) {
	base.name = joinWords(words)
	if _, what, ok := p.words.strip(words, isElsewhere); ok {
		base.kind = what
		p.add(base)
		return
	}
	whole := base
	_, whole.inName, _ = p.words.strip(words, isClass)
	p.add(whole)
	if long := abbreviations[words[0]]; long != "" && len(words) > 1 {
		whole.name = joinWords(append([]string{long}, words[1:]...))
		p.add(whole)
	}
	for {
		rest, what, ok := p.words.strip(words, isNameWord)
		if !ok {
			break
		}
		words = rest
		switch what {
		case wordIn:
		case wordArea:
			base.loose = true
		default:
			base.kind = firstOf(base.kind, what)
		}
		base.name = joinWords(words)
		p.add(base)
	}
	p.several(words, base)
}

// abbreviations are the short forms of words that names begin with. Those of
// bearings stand for a name ("N. Kordofan") only if there is one.
var abbreviations = map[string]string{"st": "saint", "ste": "sainte", "sta": "santa", "sto": "santo", "ft": "fort", "mt": "mount", "pt": "port"}

// isElsewhere reports whether a word tells that the name in front of it is not
// where the thing is.
func isElsewhere(what string) bool { return what == wordStreet || what == wordWild }

// several reads "Rawa/Ana", "Rawa and Ana" as one name after the other.
func (p *parser) several(words []string, base reading) {
	base.loose = true
	start, found := 0, false
	for i, w := range words {
		if w == "/" || w == "and" || w == "or" || w == "et" || w == "y" {
			p.oneOf(words[start:i], base)
			start, found = i+1, true
		}
	}
	if found {
		p.oneOf(words[start:], base)
	}
}

func (p *parser) oneOf(words []string, base reading) {
	base.name = joinWords(words)
	p.add(base)
	if rest, what, ok := p.words.strip(words, isClass); ok {
		base.name, base.kind = joinWords(rest), firstOf(base.kind, what)
		p.add(base)
	}
}

// between reads "between A and B", "road from A to B", "A-B border".
func (p *parser) between(part string, words []string) (a, b string, ok bool) {
	for i, w := range words {
		joint := map[string]string{"between": "and", "from": "to"}[w]
		if j := slices.Index(words[i+1:], joint); joint != "" && j > 0 && i+1+j+1 < len(words) && p.words.all(words[:i], wordRoad) {
			return strings.Join(words[i+1:i+1+j], " "), strings.Join(words[i+1+j+1:], " "), true
		}
	}
	last := len(words) - 1
	if last < 2 || !p.words.has(words[last], wordRoad) {
		return "", "", false
	}
	a, rest, ok := strings.Cut(part, "-")
	if !ok || strings.Count(part, "-") > 1 {
		return "", "", false
	}
	b = rest
	for p.words.has(lastWord(b), wordRoad) && b != "" {
		b = strings.TrimSpace(b[:strings.LastIndexAny(strings.TrimSpace(b), " ")+1])
	}
	return a, b, fold.Key(a) != "" && fold.Key(b) != ""
}

func lastWord(s string) string {
	words := strings.Fields(fold.Key(s))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// keyWords returns the words of a name's comparison form, with "/" standing for
// itself and numbers apart from their units.
func keyWords(s string) []string {
	var words []string
	for i, part := range strings.Split(s, "/") {
		if i > 0 {
			words = append(words, "/")
		}
		for _, w := range strings.Fields(fold.Key(part)) {
			words = append(words, splitUnit(w)...)
		}
	}
	if len(words) > maxKeyWords {
		words = words[:maxKeyWords]
	}
	return words
}

// splitUnit parts "10km".
func splitUnit(w string) []string {
	i := strings.IndexFunc(w, func(r rune) bool { return !unicode.IsDigit(r) })
	if _, n := lexicon().unit([]string{w[max(i, 0):]}); i > 0 && n > 0 {
		return []string{w[:i], w[i:]}
	}
	return []string{w}
}

// joinWords returns the comparison form of words.
func joinWords(words []string) string {
	if slices.Contains(words, "/") {
		words = slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "/" })
	}
	return strings.Join(words, " ")
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// relKind says in which way an event lies to a name.
type relKind uint8

const (
	relAt      relKind = iota
	relNear            // around it
	relOffset          // at a bearing, a distance or both
	relPart            // in a part of it: "northern Iraq"
	relBetween         // between it and another
)

// relation is how an event lies to a name. The zero relation is: there.
type relation struct {
	kind      relKind
	bearing   float64 // degrees clockwise from north
	bears     bool    // bearing is said
	distanceM float64 // metres; 0 if not said
	other     string  // of relBetween: the other name
}

// compassWords are what bearings are short for in names.
var compassWords = map[string]string{"n": "north", "e": "east", "s": "south", "w": "west"}

var compass = [...]string{"north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"}

// String returns the relation in words, as in geo.Place.Relation.
func (r relation) String() string {
	direction := ""
	if r.bears {
		direction = compass[int(math.Mod(r.bearing+22.5, 360)/45)]
	}
	switch r.kind {
	case relNear:
		return "near"
	case relPart:
		return "in the " + direction + " of"
	case relBetween:
		return "between"
	case relOffset:
		if direction == "" {
			direction = "from"
		} else {
			direction += " of"
		}
		if r.distanceM > 0 {
			return strconv.FormatFloat(r.distanceM/1000, 'f', -1, 64) + " km " + direction
		}
		return direction
	}
	return ""
}

// relation takes the words of a relation off the front of a name, or makes out
// that all words are one ("10 km east").
func (p *parser) relation(words []string) (relation, []string) {
	start := p.skip(words, wordAbout)
	if rel, rest, ok := p.offset(words[start:]); ok {
		return rel, rest
	}
	if rel, rest, ok := p.part1(words[start:]); ok {
		return rel, rest
	}
	if n := p.words.prefix(words, wordNear); n > 0 {
		return relation{kind: relNear}, words[n:]
	}
	return relation{}, words
}

// offset reads "10 km east of", "east of", "10 km from".
func (p *parser) offset(words []string) (relation, []string, bool) {
	rel := relation{kind: relOffset}
	i := 0
	if d, n := p.distance(words); n > 0 {
		rel.distanceM = d
		i = n + p.skip(words[n:], wordAbout)
	}
	if bearing, n := p.words.bearing(words[i:]); n > 0 {
		rel.bearing, rel.bears = bearing, true
		i += n
	}
	if i == 0 {
		return relation{}, nil, false
	}
	rest := words[i:]
	if len(rest) > 0 && rest[0] == "away" {
		rest = rest[1:]
	}
	of := len(rest) > 0 && (rest[0] == "of" || rest[0] == "from" || rel.distanceM > 0 && slices.Contains(romanceOf, rest[0]))
	if of {
		rest = rest[1:]
	}
	// Without "of", "10 km east Tikrit" is an offset and "east Tikrit" a part.
	return rel, rest, of || rel.distanceM > 0
}

// romanceOf are words for "of" that need a distance before them: "Norte de
// Santander" is a name.
var romanceOf = []string{"de", "du", "del", "d"}

// part1 reads "northern", "the north of", "northern part of".
func (p *parser) part1(words []string) (relation, []string, bool) {
	bearing, n := p.words.bearing(words)
	if n == 0 || n == len(words) {
		return relation{}, nil, false
	}
	rest := words[n:]
	for len(rest) > 1 && slices.Contains([]string{"part", "parts", "of", "rural", "countryside"}, rest[0]) {
		rest = rest[1:]
	}
	return relation{kind: relPart, bearing: bearing, bears: true}, rest, true
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
	unit, m := p.words.unit(words[n:])
	if m == 0 {
		return 0, 0
	}
	return number * unit, n + m
}

// skip returns how many words at the front are of a kind.
func (p *parser) skip(words []string, what string) int {
	i := 0
	for i < len(words) {
		n := p.words.prefix(words[i:], what)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// parseRelation reads a relation that stands apart from its name, as in
// geo.Place.Relation.
func parseRelation(words string) relation {
	if words == "" || words == "in" || words == "at" {
		return relation{}
	}
	p := parser{words: lexicon()}
	all := keyWords(words)
	if slices.Contains(all, "between") || slices.Contains(all, "road") || slices.Contains(all, "border") {
		return relation{kind: relBetween}
	}
	rel, _ := p.relation(append(all, "x")) // a stand-in for the name
	return rel
}
