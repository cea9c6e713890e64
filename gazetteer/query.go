package gazetteer

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
type query struct {
	readings []reading
	reason   string
}

// root returns the name without words of relation, in its comparison form, and
// whether there are such words.
func (q query) root() (name string, related bool) {
	for _, r := range q.readings {
		if r.rel.kind != relAt {
			return r.name, true
		}
	}
	if len(q.readings) == 0 {
		return "", false
	}
	return q.readings[0].name, false
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
	// inverted marks a name that may stand after what it lies in ("Anbar, Hit") or
	// joined to it ("Hit-Anbar"): it holds only if it does lie there.
	inverted bool
	// apart marks an inverted name that stands apart from what it lies in, as behind
	// a comma: such a name is looked for by likeness, too.
	apart bool
	// either marks the long form of a name that is looked for in both: towns called
	// Mount Pleasant and Mt. Pleasant are namesakes.
	either bool
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
	if key, plain := plainName(name); plain {
		return query{readings: []reading{{name: key}}}
	}
	return parseAny(name)
}

// parseAny is parseQuery for what may be read in several ways.
func parseAny(name string) query {
	if reason := notAName(name); reason != "" {
		return query{reason: reason}
	}
	p := parser{brackets: strings.ContainsAny(name, "([{（"), elided: elisions(name)}
	p.parts(p.alongRoad(splitParts(name)))
	if len(p.out) == 0 {
		return query{reason: reasonNotAName}
	}
	return query{readings: p.out}
}

// parser collects readings.
type parser struct {
	brackets bool
	elided   map[string]bool // words written with "d'" or "l'"
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
	parts, base.loose = p.dropNumbered(parts)
	var later []string // parts that are names of their own: "near Tikrit"
	for _, part := range parts[1:] {
		words := keyWords(part)
		rel, rest := p.relation(words)
		class := lexicon.class(strings.Join(words, " "))
		switch {
		case p.brackets && class != "": // "Kunduz (province)"
			base.kind = class
		case rel.kind == relAt, rel.kind == relPart: // "Telan, East Java"
			base.within = append(base.within, strings.Join(words, " "))
		case len(rest) == 0:
			base.rel = rel // "Tikrit, 10 km east"
		default:
			later = append(later, part)
			base.within = append(base.within, strings.Join(rest, " "))
		}
	}
	p.firstOfPairs(parts)
	p.part(parts[0], base)
	p.holderOfSite(keyWords(parts[0]), base)
	for _, part := range later {
		p.part(part, reading{within: base.within, loose: true})
	}
	if p.brackets && len(parts) > 1 && base.rel.kind == relAt && lexicon.class(joinWords(keyWords(parts[1]))) == "" {
		// "Hit (Heet)" may be two names of one place.
		p.part(parts[1], reading{within: base.within[min(1, len(base.within)):], loose: true})
	} else if last := len(parts) - 1; last > 0 && base.rel.kind == relAt {
		p.part(parts[last], reading{within: []string{joinWords(keyWords(parts[0]))}, inverted: true, apart: true})
	}
}

// holderOfSite lets the town that a quarter, a street or a building is said to be
// in stand for it, if nothing else is found: it is nearer than the province of
// that name.
func (p *parser) holderOfSite(first []string, base reading) {
	if base.rel.kind != relAt {
		return
	}
	unnamed := lexicon.has(strings.Join(first, " "), wordSite) || p.isAddress(first)
	for _, r := range p.out {
		if len(r.within) > 0 && (unnamed || isSite(r.kind)) {
			p.named(strings.Fields(r.within[0]), reading{within: r.within[1:], loose: true})
			return
		}
	}
}

// isAddress reports whether words have the number of a house: "12 rue de la Paix", "Main 5B". No
// distance is meant.
func (p *parser) isAddress(words []string) bool {
	if rel, _ := p.relation(words); rel.kind != relAt || len(words) < 2 {
		return false
	}
	return isHouseNumber(words[:1]) || isHouseNumber(words[len(words)-1:])
}

// isSite reports whether a place of a type is within a town rather than one.
func isSite(kind string) bool {
	return kind == placetype.Neighbourhood || kind == wordStreet || placetype.KindOf(kind) == geo.KindFacility
}

// part reads one part of a cell, to which base applies.
func (p *parser) part(part string, base reading) {
	words := keyWords(part)
	if a, b, ok := p.between(part, words); ok {
		// Of the two names, one may be unknown.
		for _, ends := range [][2]string{{a, b}, {b, a}} {
			base.rel = relation{kind: relBetween, other: ends[1]}
			p.named(keyWords(ends[0]), base)
		}
		return
	}
	if j := p.joint(words); j.words > 0 && base.rel.kind == relAt {
		p.joined(words, j, base)
		return
	}
	if rest, found := p.withoutNumbered(part, words); found && len(rest) > 0 {
		p.wholly(part, base)
		base.loose = true
		p.related(rest, base)
		return
	}
	rel, _ := p.relation(words)
	if rel.kind == relPart && slices.Contains(words, "/") {
		p.listed(words, base)
		return
	}
	single := base.rel.kind == relAt && rel.kind == relAt
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
	rel       relation
}

// joint finds the joint of a name; one without words if nothing of the kind is
// said.
func (p *parser) joint(words []string) joint {
	start := lexicon.prefix(words, wordNear)
	if rel, rest := p.relation(words); rel.kind != relAt {
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
			return joint{at: i, words: n, rel: relation{kind: relNear}}
		}
		if rel, rest, ok := p.offset(words[i:], false); ok && len(rest) > 0 && rel.kind == relOffset {
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
func (p *parser) joined(words []string, j joint, base reading) {
	name, place := words[:j.at], words[j.at+j.words:]
	whole := base
	whole.name, whole.wholeOnly = joinWords(words), true
	p.add(whole)
	if j.rel.kind == relAt || lexicon.prefix(name, wordNear) == 0 && !p.longDrawn(name) { // "along the Euphrates near Haditha" is at Haditha
		inner := base
		inner.within = append([]string{joinWords(place)}, base.within...)
		p.related(name, inner)
	}
	if j.rel.kind != relAt {
		base.rel = j.rel
		p.named(place, base)
	}
}

// longDrawn reports whether a name is of what has no one place: the Euphrates River.
func (p *parser) longDrawn(name []string) bool {
	_, what, ok := lexicon.strip(name, isClass)
	return ok && what == placetype.River
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
	if rel.kind == relPart { // "northern Aleppo Governorate", but also "North Sinai Governorate"
		p.wholeNames(words, base)
		for _, name := range namesWithBearing(words) {
			whole.name = joinWords(name)
			if !isAdjective(words[0]) { // "northern Lebanon" is no province
				p.add(whole)
			}
			p.wholeNames(name, base)
		}
	}
	base.rel = rel
	p.related(rest, base)
}

// wholeNames reads a name without its class words as a whole name.
func (p *parser) wholeNames(words []string, base reading) {
	for {
		rest, what, ok := lexicon.strip(words, isClass)
		if !ok {
			return
		}
		words = rest
		base.name, base.wholeOnly = joinWords(words), true
		base.kind = cmp.Or(base.kind, what)
		p.add(base)
	}
}

// named takes words of class off a name, and then reads it as several names.
func (p *parser) named(words []string, base reading) {
	base.name = joinWords(words)
	if _, what, ok := lexicon.strip(words, isElsewhere); ok {
		base.kind = what
		p.add(base)
		return
	}
	whole := base
	_, whole.inName, _ = lexicon.strip(words, isClass)
	p.add(whole)
	if long := abbreviations[words[0]]; long != "" && len(words) > 1 {
		whole.name, whole.either = joinWords(append([]string{long}, words[1:]...)), true
		p.add(whole)
	}
	bare, behind, area := p.bearingBehind(words)
	if area && base.rel.kind <= relNear {
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
			base.loose = true
		default:
			base.kind = cmp.Or(base.kind, what)
		}
		p.translated(words, what, base)
		base.name = joinWords(words)
		p.add(base)
		if p.elided[words[0]] {
			base.name = joinWords(append([]string{words[0][1:]}, words[1:]...))
			p.add(base)
		}
	}
	if behind.bears && base.rel.kind <= relNear {
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
func (p *parser) translated(words []string, what string, base reading) {
	english, known := englishKinds[what]
	if !known {
		return
	}
	base.kind, base.wholeOnly = what, true
	if english[0] != "" {
		base.name = english[0] + " " + joinWords(words)
		p.add(base)
	}
	base.name = joinWords(words) + " " + english[1]
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
var abbreviations = map[string]string{"st": "saint", "ste": "sainte", "sta": "santa", "sto": "santo", "ft": "fort", "mt": "mount", "pt": "port", "c": "central"}

// isElsewhere reports whether a word tells that the name in front of it is not
// where the thing is.
func isElsewhere(what string) bool { return what == wordStreet || what == wordWild }

// several reads "Rawa/Ana", "Rawa and Ana" as one name after the other.
func (p *parser) several(words []string, base reading) {
	base.loose = true
	start, found := 0, false
	for i, w := range words {
		if slices.Contains(listWords, w) {
			p.oneOf(words[start:i], base)
			start, found = i+1, true
		}
	}
	if found {
		p.oneOf(words[start:], base)
	}
}

// listWords stand between the names of a list.
var listWords = []string{"/", "and", "or", "et", "y", "e", "und", "&"}

func (p *parser) oneOf(words []string, base reading) {
	base.name = joinWords(words)
	p.add(base)
	if rest, what, ok := lexicon.strip(words, isClass); ok {
		base.name, base.kind = joinWords(rest), cmp.Or(base.kind, what)
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
