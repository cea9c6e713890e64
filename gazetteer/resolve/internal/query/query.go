// Package query takes a written place name apart: into the ways in which it may be read,
// each a name, what it lies in, and the words of relation and of class that stand with
// it. It knows words, and no places.
package query

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/geo"
)

// A query is what a written place name says, taken apart: the ways in which it
// may be read, the likeliest first. A query without readings names nothing and
// has a reason.
type Query struct {
	Readings []Reading
	Reason   string
}

// Root returns the name without words of relation, in its comparison form, and
// whether there are such words.
func (q Query) Root() (name string, related bool) {
	for _, r := range q.Readings {
		if r.Relation.Kind != At {
			return r.Name, true
		}
	}
	if len(q.Readings) == 0 {
		return "", false
	}
	return q.Readings[0].Name, false
}

// Reading is one way to read a written name. Names in it are comparison forms
// (fold.Key).
type Reading struct {
	Name     string
	Kind     string   // place type by its class words; empty if it has none
	InName   string   // place type by class words that are still in the name
	Within   []string // what it is said to lie in, the smallest first
	Relation Relation
	// WholeOnly marks a reading that takes words of relation or kind for part
	// of the name ("South Sudan", "Salt Lake City"): it holds only if the
	// gazetteer has just that name.
	WholeOnly bool
	// Inverted marks a name that may stand after what it lies in ("Anbar, Hit") or
	// joined to it ("Hit-Anbar"): it holds only if it does lie there.
	Inverted bool
	// Apart marks an inverted name that stands apart from what it lies in, as behind
	// a comma: such a name is looked for by likeness, too.
	Apart bool
	// Either marks the long form of a name that is looked for in both: towns called
	// Mount Pleasant and Mt. Pleasant are namesakes.
	Either bool
	// Loose marks a name that is only one of several in the cell, or a
	// neighbour of the place meant: the point is not the place's own.
	Loose bool
}

// Bounds of what is read.
const (
	maxReadings = 40
	maxKeyWords = 24
)

// Parse takes a written name apart:
//
//  1. what names no place is told by its reason code;
//  2. commas, brackets, "in", ">" separate the place from what it lies in;
//  3. words of relation ("10 km east of") come off, and are kept as geometry;
//  4. words of class ("town", "Qada'") come off, and are kept as a place type;
//  5. what is joined by "/" or "and" is several names.
//
// At each step the name with its words still on it is the reading before the
// one without them.
func Parse(name string) Query {
	if key, plain := Plain(name); plain {
		return Query{Readings: []Reading{{Name: key}}}
	}
	return parseAny(name)
}

// parseAny is parseQuery for what may be read in several ways.
func parseAny(name string) Query {
	if reason := NotAName(name); reason != "" {
		return Query{Reason: reason}
	}
	p := parser{brackets: strings.ContainsAny(name, "([{（"), elided: elisions(name)}
	p.parts(p.alongRoad(splitParts(name)))
	if len(p.out) == 0 {
		return Query{Reason: ReasonNotAName}
	}
	return Query{Readings: p.out}
}

// parser collects readings.
type parser struct {
	brackets bool
	elided   map[string]bool // words written with "d'" or "l'"
	out      []Reading
}

func (p *parser) add(r Reading) {
	if r.Name == "" || len(p.out) >= maxReadings {
		return
	}
	same := func(o Reading) bool {
		return o.Name == r.Name && o.Kind == r.Kind && o.Relation == r.Relation && len(o.Within) == len(r.Within)
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
		p.add(Reading{Name: strings.Join(keyWords(strings.Join(parts, " ")), " "), WholeOnly: true})
	}
	var base Reading
	parts, base.Loose = p.dropNumbered(parts)
	type own struct {
		part   string
		behind int // as many of Within name it or what is before it
	}
	var later []own // parts that are names of their own: "near Tikrit"
	for _, part := range parts[1:] {
		words := keyWords(part)
		rel, rest := p.relation(words)
		class := lexicon.class(strings.Join(words, " "))
		switch {
		case p.brackets && class != "": // "Kunduz (province)"
			base.Kind = class
		case rel.Kind == At, rel.Kind == Part: // "Telan, East Java"
			base.Within = append(base.Within, strings.Join(words, " "))
		case len(rest) == 0:
			base.Relation = rel // "Tikrit, 10 km east"
		default:
			base.Within = append(base.Within, strings.Join(rest, " "))
			later = append(later, own{part, len(base.Within)})
		}
	}
	p.firstOfPairs(parts)
	p.part(parts[0], base)
	p.holderOfSite(keyWords(parts[0]), base)
	for _, l := range later {
		p.part(l.part, Reading{Within: base.Within[l.behind:], Loose: true})
	}
	if p.brackets && len(parts) > 1 && base.Relation.Kind == At && lexicon.class(joinWords(keyWords(parts[1]))) == "" {
		// "Hit (Heet)" may be two names of one place.
		p.part(parts[1], Reading{Within: base.Within[min(1, len(base.Within)):], Loose: true})
	} else if last := len(parts) - 1; last > 0 && base.Relation.Kind == At && (len(later) == 0 || later[len(later)-1].part != parts[last]) {
		p.part(parts[last], Reading{Within: []string{joinWords(keyWords(parts[0]))}, Inverted: true, Apart: true})
	}
}

// holderOfSite lets the town that a quarter, a street or a building is said to be
// in stand for it, if nothing else is found: it is nearer than the province of
// that name.
func (p *parser) holderOfSite(first []string, base Reading) {
	if base.Relation.Kind != At {
		return
	}
	unnamed := lexicon.has(strings.Join(first, " "), wordSite) || p.isAddress(first)
	for _, r := range p.out {
		if len(r.Within) > 0 && (unnamed || isSite(r.Kind)) {
			p.named(strings.Fields(r.Within[0]), Reading{Within: r.Within[1:], Loose: true})
			return
		}
	}
}

// isAddress reports whether words have the number of a house: "12 rue de la Paix", "Main 5B". No
// distance is meant.
func (p *parser) isAddress(words []string) bool {
	if rel, _ := p.relation(words); rel.Kind != At || len(words) < 2 {
		return false
	}
	return isHouseNumber(words[:1]) || isHouseNumber(words[len(words)-1:])
}

// isSite reports whether a place of a type is within a town rather than one.
func isSite(kind string) bool {
	return kind == placetype.Neighbourhood || kind == Street || placetype.KindOf(kind) == geo.KindFacility
}

// part reads one part of a cell, to which base applies.
func (p *parser) part(part string, base Reading) {
	words := keyWords(part)
	if a, b, ok := p.between(part, words); ok {
		// Of the two names, one may be unknown.
		for _, ends := range [][2]string{{a, b}, {b, a}} {
			base.Relation = Relation{Kind: Between, Other: ends[1]}
			p.named(keyWords(ends[0]), base)
		}
		return
	}
	if j := p.joint(words); j.words > 0 && base.Relation.Kind == At {
		p.joined(words, j, base)
		return
	}
	if rest, found := p.withoutNumbered(part, words); found && len(rest) > 0 {
		p.wholly(part, base)
		base.Loose = true
		p.related(rest, base)
		return
	}
	rel, _ := p.relation(words)
	if rel.Kind == Part && slices.Contains(words, "/") {
		p.listed(words, base)
		return
	}
	single := base.Relation.Kind == At && rel.Kind == At
	if single {
		p.owned(part, base)
		p.paired(part, "/", base)
	}
	p.related(words, base)
	if single {
		p.paired(part, "-", base)
	}
}

// joint is where a name ends and what it lies in or near begins.
type joint struct {
	at, words int // the first word of the joint, and how many it has
	rel       Relation
}

// joint finds the joint of a name; one without words if nothing of the kind is
// said.
func (p *parser) joint(words []string) joint {
	start := lexicon.prefix(words, wordNear)
	if rel, rest := p.relation(words); rel.Kind != At {
		start = len(words) - len(rest)
	}
	for i := start + 1; i+1 < len(words); i++ {
		if words[i] == "of" && p.endsInClass(words[start:i]) || i > 1 && isOf(words[i]) && p.beginsAsQuarter(words[:i]) {
			return joint{at: i, words: 1} // "X neighbourhood of Y", "quartier X de Y"
		}
		if n := lexicon.prefix(words[i:], wordInside); n > 0 && i+n < len(words) {
			return joint{at: i, words: n}
		}
		if n := lexicon.prefix(words[i:], wordBeside); n > 0 && i+n < len(words) {
			return joint{at: i, words: n, rel: Relation{Kind: Near}}
		}
		if rel, rest, ok := p.offset(words[i:], false); ok && len(rest) > 0 && rel.Kind == Offset {
			return joint{at: i, words: len(words) - i - len(rest), rel: rel}
		}
	}
	return joint{}
}

// beginsAsQuarter reports whether a name begins with a word for a part of a town
// and goes on.
func (p *parser) beginsAsQuarter(words []string) bool {
	rest, what, ok := lexicon.strip(words, func(what string) bool { return what == placetype.Neighbourhood })
	return ok && what == placetype.Neighbourhood && rest[0] != words[0] && !isOf(words[len(words)-1])
}

// endsInClass reports whether the last words of a name, though not all, say its
// kind.
func (p *parser) endsInClass(words []string) bool {
	rest, _, ok := lexicon.strip(words, isClass)
	return ok && rest[0] == words[0] && !lexicon.all(rest, wordAbout)
}

// joined reads "Jima in Lamu", "Bayah near Tikrit", "Hamra 5 km south of Ana".
func (p *parser) joined(words []string, j joint, base Reading) {
	name, place := words[:j.at], words[j.at+j.words:]
	whole := base
	whole.Name, whole.WholeOnly = joinWords(words), true
	p.add(whole)
	if j.rel.Kind == At || lexicon.prefix(name, wordNear) == 0 && !p.longDrawn(name) { // "along the Euphrates near Haditha" is at Haditha
		inner := base
		inner.Within = append([]string{joinWords(place)}, base.Within...)
		p.related(name, inner)
	}
	if j.rel.Kind != At {
		base.Relation = j.rel
		p.named(place, base)
	}
}

// longDrawn reports whether a name is of what has no one place: the Euphrates River.
func (p *parser) longDrawn(name []string) bool {
	_, what, ok := lexicon.strip(name, isClass)
	return ok && what == placetype.River
}

// related takes words of relation off a name.
func (p *parser) related(words []string, base Reading) {
	rel, rest := p.relation(words)
	if rel.Kind == At || len(rest) == 0 {
		p.named(words, base)
		return
	}
	whole := base
	whole.Name, whole.WholeOnly = joinWords(words), true
	p.add(whole)
	if rel.Kind == Part { // "northern Aleppo Governorate", but also "North Sinai Governorate"
		p.wholeNames(words, base)
		for _, name := range namesWithBearing(words) {
			whole.Name = joinWords(name)
			if !isAdjective(words[0]) { // "northern Lebanon" is no province
				p.add(whole)
			}
			p.wholeNames(name, base)
		}
	}
	base.Relation = rel
	p.related(rest, base)
}

// wholeNames reads a name without its class words as a whole name.
func (p *parser) wholeNames(words []string, base Reading) {
	for {
		rest, what, ok := lexicon.strip(words, isClass)
		if !ok {
			return
		}
		words = rest
		base.Name, base.WholeOnly = joinWords(words), true
		base.Kind = cmp.Or(base.Kind, what)
		p.add(base)
	}
}

// named takes words of class off a name, and then reads it as several names.
func (p *parser) named(words []string, base Reading) {
	base.Name = joinWords(words)
	if _, what, ok := lexicon.strip(words, IsElsewhere); ok {
		base.Kind = what
		p.add(base)
		return
	}
	whole := base
	_, whole.InName, _ = lexicon.strip(words, isClass)
	p.add(whole)
	if long := abbreviations[words[0]]; long != "" && len(words) > 1 {
		whole.Name, whole.Either = joinWords(append([]string{long}, words[1:]...)), true
		p.add(whole)
	}
	bare, behind, area := p.bearingBehind(words)
	if area && base.Relation.Kind <= Near {
		p.toward(bare, behind, base)
		return
	}
	all, said := words, base
	for {
		rest, what, ok := lexicon.strip(words, isNameWord)
		if !ok {
			break
		}
		words = rest
		switch what {
		case wordIn:
		case wordArea:
			base.Loose = true
		default:
			base.Kind = cmp.Or(base.Kind, what)
		}
		p.translated(words, what, base)
		base.Name = joinWords(words)
		p.add(base)
		if p.elided[words[0]] {
			base.Name = joinWords(append([]string{words[0][1:]}, words[1:]...))
			p.add(base)
		}
	}
	if behind.Bears && base.Relation.Kind <= Near {
		p.toward(bare, behind, said)
	}
	p.several(words, base)
	if words[0] != all[0] { // "Rio de Janeiro / Niteroi": what came off was a name's own
		p.several(all, said)
	}
}

// englishKinds are the English words for what nature makes, in front of a name
// and behind it: the gazetteer has "Lake Kivu" for "Lac Kivu".
var englishKinds = map[string][2]string{
	placetype.Lake: {"lake", "lake"}, placetype.River: {"river", "river"}, placetype.Mountain: {"mount", "mountains"},
	placetype.Island: {"", "island"}, placetype.Desert: {"", "desert"}, placetype.Dam: {"", "dam"},
}

// translated reads a name with the English word for its kind, which must then be
// its name.
func (p *parser) translated(words []string, what string, base Reading) {
	english, known := englishKinds[what]
	if !known {
		return
	}
	base.Kind, base.WholeOnly = what, true
	if english[0] != "" {
		base.Name = english[0] + " " + joinWords(words)
		p.add(base)
	}
	base.Name = joinWords(words) + " " + english[1]
	p.add(base)
}

// elisions returns the words that are written with the "d'" or "l'" of French,
// which leaves no trace in comparison forms but its letter: "Département d'Ouallam".
func elisions(name string) map[string]bool {
	var found map[string]bool
	for _, w := range strings.Fields(strings.ReplaceAll(name, "’", "'")) {
		if len(w) > 3 && strings.ContainsRune("dDlL", rune(w[0])) && w[1] == '\'' {
			if found == nil {
				found = make(map[string]bool)
			}
			found[fold.Key(w)] = true
		}
	}
	return found
}

// abbreviations are the short forms of words that names begin with. Those of
// bearings stand for a name ("N. Kordofan") only if there is one.
var abbreviations = map[string]string{"st": "saint", "ste": "sainte", "sta": "santa", "sto": "santo", "ft": "fort", "mt": "mount", "pt": "port", "pto": "puerto", "cd": "ciudad", "gral": "general", "c": "central", "co": "county"}

// IsElsewhere reports whether a word tells that the name in front of it is not
// where the thing is.
func IsElsewhere(what string) bool { return what == Street || what == wordWild }

// several reads "Rawa/Ana", "Rawa and Ana" as one name after the other.
func (p *parser) several(words []string, base Reading) {
	base.Loose = true
	start, found := 0, false
	for i, w := range words {
		if slices.Contains(ListWords, w) {
			p.oneOf(words[start:i], base)
			start, found = i+1, true
		}
	}
	if found {
		p.oneOf(words[start:], base)
	}
}

// ListWords stand between the names of a list.
var ListWords = []string{"/", "and", "or", "et", "y", "e", "und", "&"}

func (p *parser) oneOf(words []string, base Reading) {
	base.Name = joinWords(words)
	p.add(base)
	if rest, what, ok := lexicon.strip(words, isClass); ok {
		base.Name, base.Kind = joinWords(rest), cmp.Or(base.Kind, what)
		p.add(base)
	}
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
	if _, n := lexicon.unit([]string{w[max(i, 0):]}); i > 0 && n > 0 {
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
