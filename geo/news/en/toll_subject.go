package en

import (
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// subject returns the people that stand before the verb at token i.
func (r *tollReader) subject(i int) (group, bool) {
	start := r.verbStart(i)
	best := -1
	for n, g := range r.groups {
		if g.to > start || g.to <= max(r.last, r.used) {
			continue
		}
		if !g.part || best < 0 && n == len(r.groups)-1 {
			best = n
		}
	}
	if best < 0 {
		best = r.lastPart(start)
	}
	best = r.besideAside(best, start)
	if best >= 0 && !r.groups[best].counted {
		if one, ok := r.single(start); ok {
			return one, true
		}
		if r.shotAndDied(start) {
			return group{count: geo.Exactly(1), counted: true}, true
		}
		best = r.numbered(best)
	}
	if best >= 0 && pluralVerb(r.w.At(start)) && r.alone(best) {
		best = r.numbered(best) // "16 members of the family of a cleric were killed"
	}
	if best >= 0 && r.reaches(r.groups[best], start) {
		return r.coupled(r.chainBack(best), start), true
	}
	if r.shotAndDied(start) {
		return group{count: geo.Exactly(1), counted: true}, true
	}
	return r.single(start)
}

// alone reports whether group n is one person whom nothing joins to others.
func (r *tollReader) alone(n int) bool {
	g := r.groups[n]
	return g.count == geo.Exactly(1) && r.w.At(g.from-1) != "and" && r.w.At(g.from-1) != ","
}

// coupled adds to a single subject the one that stands before it, where the verb
// at start is in the plural or the second belongs to the first: "a judge from
// Herat and his driver were killed".
func (r *tollReader) coupled(g group, start int) group {
	k := g.from - 1
	if g.count != geo.Exactly(1) || r.w.At(k) != "and" {
		return g
	}
	verb, own := r.w.At(start), r.w.At(g.from)
	if (!pluralVerb(verb) || verb == "have" && r.w.At(start+1) != "been") && own != "his" && own != "her" {
		return g
	}
	floor := max(r.last, r.used)
	for n := r.before(k); n >= 0 && r.groups[n].from >= floor && k-r.groups[n].to < 14; n-- {
		if h := r.groups[n]; !h.part && h.count == geo.Exactly(1) {
			return h.plus(g)
		}
	}
	if r.w.Capital(k-1) && r.w.Capital(k-2) && k-2 >= floor {
		g.count, g.from = add(g.count, geo.Exactly(1)), k-2 // "Amara Diallo and his driver"
	} else if from := r.owner(k, floor); from >= 0 && (own == "his" || own == "her") {
		g.count, g.from = add(g.count, geo.Exactly(1)), from
	}
	return g
}

// owner returns where the one begins whom those behind "and" at token k belong to, whatever the
// noun: "an imam from Gao and his son". It returns -1 if no phrase between a token and
// "and" is one person's.
func (r *tollReader) owner(k, floor int) int {
	for n := k - 1; n >= floor && k-n < 12; n-- {
		switch x := r.w.At(n); {
		case r.w.Mark(n) && x != "-" && x != "'" && x != "’" || auxiliaries.has(x) || clauseMarks.has(x) || x == "by":
			return -1
		case x == "a" || x == "an" || x == "the" && (n == 0 || r.w.Mark(n-1)):
			return n
		}
	}
	return -1
}

// shotAndDied reports whether the verb group at start goes on from the passive
// of one person: "was shot in front of his office and died in hospital".
func (r *tollReader) shotAndDied(start int) bool {
	if r.w.At(start-1) != "and" {
		return false
	}
	for k := start - 2; k > 0 && start-k < 26; k-- {
		if joinedToKilled.has(r.w.At(k)) && r.w.At(k-1) == "was" {
			return true
		}
		if r.w.At(k) == ";" || r.w.At(k) == "were" {
			return false
		}
	}
	return false
}

// besideAside returns the group that the one between commas before the verb at
// start describes: "a lawyer and his driver, members of a party, were killed".
func (r *tollReader) besideAside(n, start int) int {
	if n < 1 || r.w.At(start-1) != "," && !pluralVerb(r.w.At(start)) || r.groups[n].counted {
		return n
	}
	if before := r.groups[n-1]; before.counted && before.to == r.groups[n].from-1 && r.w.At(before.to) == "," && before.from >= r.last {
		return n - 1
	}
	return n
}

// numbered returns the last group with a number up to group n that may be the
// subject instead of it: "three campaigners for the candidate were killed". It
// returns n if there is none.
func (r *tollReader) numbered(n int) int {
	for k := n - 1; k >= 0 && r.groups[k].from >= r.last; k-- {
		if g := r.groups[k]; g.counted && !g.part && g.count != geo.Exactly(1) {
			return k
		}
	}
	return n
}

// lastPart returns a group that follows "including" but, standing right before
// the verb behind "and", is its subject: "killed 31, including 12 police, and
// 19 others were wounded".
func (r *tollReader) lastPart(start int) int {
	for n := len(r.groups) - 1; n >= 0; n-- {
		if g := r.groups[n]; g.to == start && g.from >= r.last && r.w.At(g.from-1) == "and" {
			return n
		}
	}
	return -1
}

// verbStart returns the first token of the verb group that ends at token i.
func (r *tollReader) verbStart(i int) int {
	k := i
	for k > 0 {
		if t := r.w.beforeTime(k); t < k && auxiliaries.has(r.w.At(t-1)) {
			k = t
		}
		w := r.w.At(k - 1)
		switch {
		case auxiliaries.has(w), isAdverb(w), relatives.has(w), negations.has(w), w == "and" && joinedToKilled.has(r.w.At(k-2)):
		case describing.has(w) && !personNouns.has(w) && w != "persons" && w != "more", joinedToKilled.has(w), weekdays.has(w), timesOfDay.has(w), w == "last" && timesOfDay.has(r.w.At(k)):
		case w == "on" && weekdays.has(r.w.At(k)):
		default:
			return k
		}
		k--
	}
	return k
}

// reaches reports whether nothing between a group and the verb at start makes
// somebody else the verb's subject.
func (r *tollReader) reaches(g group, start int) bool {
	for k := g.to; k < start; k++ {
		switch w := r.w.At(k); {
		case w == ";" || w == ":":
			return false
		case w == "and" && auxiliaries.has(r.w.At(k-1)):
			return false
		}
		if _, n := r.w.harmAt(k); n > 0 && k >= r.last && k > g.to+1 && harms[r.w.At(k)].shape == ed {
			return false
		}
	}
	return start-g.to < 45
}

// single returns one person if the verb group at start is in the singular, so
// that its subject is one: "the mayor was killed".
func (r *tollReader) single(start int) (group, bool) {
	one := group{count: geo.Exactly(1)}
	if n := r.namedTogether(start); n > 1 {
		return group{count: geo.Exactly(n), counted: true}, true
	}
	switch verb := r.w.At(start); {
	case none.has(r.w.At(start - 1)), r.w.At(start-1) == "", pluralVerb(verb), r.nobody(start):
		return group{}, false
	case verb == "was" || verb == "has" && r.w.At(start+1) == "been" || verb == "is":
		if r.w.At(start-1) == "which" || r.w.At(start-1) == "that" {
			return group{}, false
		}
		return one, true
	case r.w.At(start-1) == "he" || r.w.At(start-1) == "she":
		return one, true
	case r.named(start):
		return one, true
	}
	return group{}, false
}

// named reports whether a person's name stands before the verb group at start,
// perhaps with what is said of the person between commas: "Ana Ruiz, 30, died".
func (r *tollReader) named(start int) bool {
	k := start - 1
	if r.w.At(k) == "," {
		for n := 0; n < 12; n++ {
			if k--; r.w.At(k) == "," || k < 0 {
				break
			}
		}
		k--
	}
	return r.w.Capital(k) && r.w.Capital(k-1) && !personNouns.has(r.w.At(k))
}

// namedTogether returns how many people are named one after the other before a verb in the plural,
// the last behind "and": "Abdou Traore and Moussa Keita were killed"; 0 if none are.
func (r *tollReader) namedTogether(start int) int {
	people := 0
	for k := start - 1; pluralVerb(r.w.At(start)) && k > 0; k-- {
		from := k
		for from >= 0 && r.w.Capital(from) && !personNouns.has(r.w.At(from)) && !prepositions.has(r.w.At(from)) {
			from--
		}
		if k-from < 2 && people > 1 {
			return people // "In Gao, Abdou Traore and Moussa Keita were killed"
		}
		if k-from < 2 || k-from > maxNamed {
			return 0 // "a driver and Moussa Keita were killed"
		}
		people++
		switch joint := r.w.At(from); {
		case joint == "and" && people == 1, joint == "," && people > 1:
			k = from
		default:
			return people
		}
		if r.w.At(k-1) == "," {
			k-- // "…, and"
		}
	}
	return 0
}

// maxNamed is how many words a person's name has at the most, with titles.
const maxNamed = 6

// nobody reports whether the subject of the verb group at start is nobody out of some: "nobody in
// the delegation was injured".
func (r *tollReader) nobody(start int) bool {
	for k := start - 1; k >= 0 && start-k < 9; k-- {
		switch x := r.w.At(k); {
		case x == "nobody" || x == "none" || x == "one" && r.w.At(k-1) == "no":
			return true
		case r.w.Mark(k) || clauseMarks.has(x):
			return false
		}
	}
	return false
}

// pluralVerb reports whether an auxiliary has several people as its subject.
func pluralVerb(verb string) bool { return verb == "were" || verb == "are" || verb == "have" }

var none = setOf("nobody none one it there what which")

// chainBack adds up the coordinated groups that end with group n.
func (r *tollReader) chainBack(n int) group {
	sum := r.groups[n]
	for n > 0 && r.groups[n-1].from >= max(r.last, r.used) && !r.groups[n-1].part && r.joined(r.groups[n-1], r.groups[n]) {
		n--
		if r.w.At(r.groups[n+1].from-1) != "and" && r.w.At(r.groups[n+1].from-1) != "," {
			break
		}
		if r.spellsOut(r.groups[n], sum) {
			sum.from = r.groups[n].from // "two people, a lawyer and a clerk, were killed"
			continue
		}
		sum = r.groups[n].plus(sum)
	}
	return sum
}

// spellsOut reports whether some people, behind a comma, are those of the group before
// told one by one: as many, and more than one of a kind.
func (r *tollReader) spellsOut(whole, parts group) bool {
	n, known := whole.count.Best.Int()
	m, known2 := parts.count.Best.Int()
	return known && known2 && n == m && n > 1 && r.w.At(whole.to) == "," && parts.kinds > 0
}

// joined reports whether two groups are coordinated: "two soldiers and a
// civilian", "seven students, two teachers".
func (r *tollReader) joined(a, b group) bool {
	if b.part || a.part || !b.counted || r.agent(a) {
		return false
	}
	if own := r.w.At(b.from); !a.counted && (own == "his" || own == "her" || prepositions.has(r.w.At(a.from-1)) || r.w.At(a.from-1) == "to") {
		return false // "an officer of the police and his son", "according to the police, two people"
	}
	if a.count == geo.Exactly(1) && r.kin(b) && r.w.At(b.from-1) == "and" && r.undisturbed(a.to, b.from-1) {
		return true
	}
	between := r.w.Lower[a.to:b.from]
	if len(between) > 0 && r.w.atPlace(a.to) && r.w.atPlace(b.to) {
		return false // "three in Gao and two in Mopti"
	}
	switch strings.Join(between, " ") {
	case "and", ",", ", and", "as well as", ", as well as", "plus", "along with", "and also", "together with":
		return true
	}
	if len(between) < 2 || len(between) > 8 || between[len(between)-1] != "and" {
		return false
	}
	if a.counted && (between[0] == "belonging" || between[0] == "from") && r.undisturbed(a.to, b.from-1) {
		return true // "two brothers belonging to the Hazara community and a policeman"
	}
	if (between[0] == "named" || between[0] == "called") && a.count == geo.Exactly(1) && r.allCapital(a.to+1, b.from-1) {
		return true // "a commander named Omar and two others"
	}
	return prepositions.has(between[0]) && r.quiet(a.to, b.from-1) || between[0] == "," && a.count == geo.Exactly(1) && r.allCapital(a.to+1, b.from-1)
}

// kin reports whether those of a group belong to one told of before: "and seven members of his
// family", "and her two sons".
func (r *tollReader) kin(g group) bool {
	for k := g.from; k < g.to+4; k++ {
		switch r.w.At(k) {
		case "his", "her":
			return k < g.to || r.w.At(g.to) == "of" && k == g.to+1
		}
	}
	return false
}

// undisturbed reports whether nobody else and no verb that is more than a participle stands
// between two tokens: "a judge allied with the rebels and".
func (r *tollReader) undisturbed(from, to int) bool {
	for k := from; k < to; k++ {
		x := r.w.At(k)
		if _, n := r.w.harmAt(k); n > 0 || auxiliaries.has(x) || clauseMarks.has(x) || conjunctions.has(x) || r.w.Mark(k) && x != "-" {
			return false
		}
	}
	return to-from < 12
}

// allCapital reports whether all tokens from one up to another are a name's: "the head
// of the district, Amara Diallo and eleven others".
func (r *tollReader) allCapital(from, to int) bool {
	for ; from < to; from++ {
		if !r.w.Capital(from) && r.w.At(from) != "," {
			return false
		}
	}
	return true
}

// agent reports whether a group without a number is those who did it: "by unidentified
// armed men and 24 others were injured".
func (r *tollReader) agent(g group) bool {
	if g.counted {
		return false
	}
	for k := g.from - 1; k > g.from-5; k-- {
		if r.w.At(k) == "by" {
			return true
		}
		if r.w.endsPhrase(k) {
			return false
		}
	}
	return false
}

// quiet reports whether no verb or mark stands between two tokens, as far as
// their forms tell.
func (r *tollReader) quiet(from, to int) bool {
	for i := from; i < to; i++ {
		w := r.w.At(i)
		if r.w.Mark(i) && w != "-" || auxiliaries.has(w) || clauseMarks.has(w) || conjunctions.has(w) || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") {
			return false
		}
	}
	return true
}
