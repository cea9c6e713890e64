package en

import (
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// Harm is what became of people.
type Harm uint8

// The harms.
const (
	Killed Harm = iota
	Wounded
	Displaced
)

// Toll is a statement of how many people were killed, wounded or displaced.
type Toll struct {
	At         int // token of the word that states it
	Harm       Harm
	Count      geo.Count // unknown if people were harmed but no number is said
	PeopleFrom int       // tokens of the people, PeopleTo excluded; both 0 if they are not named
	PeopleTo   int
	Total      bool // counts more than one happening: "since January"
	Unreal     bool // did not happen, or may happen
	Deed       bool // somebody did it: "killed", not "died"
	More       bool // adds to what was told before: "three others", "also died"
	Listed     bool // one of several places' tolls, whose own place follows: "two died in Gao, one in Mopti"
}

// Tolls finds the statements of a sentence in their order.
//
// Whether a number stands before or behind the word that governs it hangs on
// the voice of the verb: "killed 5 people and wounded 15", but "5 people were
// killed and 15 wounded". Parts of a number ("including three children") are
// passed over, and coordinated people ("seven students and a teacher") added.
func (w *Words) Tolls() []Toll {
	r := tollReader{w: w}
	if !r.mentioned() {
		return nil
	}
	r.groups = w.groups()
	for i := 0; i < w.Len(); {
		i = r.read(i)
	}
	return r.tolls
}

// harm is what a word says of people, and how.
type harm struct {
	Harm
	shape shape
}

type shape uint8

const (
	ed     shape = iota + 1 // active or passive
	active                  // governs what follows
	did                     // governs what stands before it: "died"
	state                   // said of people before it: "left five dead"
	noun                    // "deaths of", "12 deaths"
)

var harms = map[string]harm{
	"killed": {Killed, ed}, "killing": {Killed, active}, "kills": {Killed, active}, "kill": {Killed, active},
	"murdered": {Killed, ed}, "murdering": {Killed, active}, "slain": {Killed, ed}, "massacred": {Killed, ed}, "massacring": {Killed, active},
	"slaughtered": {Killed, ed}, "slaughtering": {Killed, active}, "executed": {Killed, ed}, "executing": {Killed, active},
	"beheaded": {Killed, ed}, "beheading": {Killed, active}, "assassinated": {Killed, ed}, "assassinating": {Killed, active}, "lynched": {Killed, ed},
	"martyred": {Killed, ed}, "neutralised": {Killed, ed}, "neutralized": {Killed, ed}, "neutralising": {Killed, active}, "neutralizing": {Killed, active}, "martyrdom": {Killed, noun},
	"decapitated": {Killed, ed}, "butchered": {Killed, ed}, "assassinate": {Killed, active},
	"died": {Killed, did}, "perished": {Killed, did}, "dies": {Killed, did}, "die": {Killed, did},
	"dead": {Killed, state}, "deaths": {Killed, noun}, "death": {Killed, noun}, "fatalities": {Killed, noun}, "bodies": {Killed, noun},
	"corpses": {Killed, noun}, "lives": {Killed, noun}, "life": {Killed, noun}, "body": {Killed, noun},
	"wounded": {Wounded, ed}, "wounding": {Wounded, active}, "wounds": {Wounded, active}, "wound": {Wounded, active},
	"injured": {Wounded, ed}, "injuring": {Wounded, active}, "injures": {Wounded, active}, "injure": {Wounded, active},
	"injury": {Wounded, noun}, "hurt": {Wounded, ed}, "hurting": {Wounded, active}, "maimed": {Wounded, ed}, "maiming": {Wounded, active}, "injuries": {Wounded, noun},
	"displaced": {Displaced, ed}, "displacing": {Displaced, active}, "displaces": {Displaced, active}, "uprooted": {Displaced, ed}, "uprooting": {Displaced, active},
	"fled": {Displaced, did}, "flee": {Displaced, did}, "fleeing": {Displaced, did}, "evacuated": {Displaced, ed}, "homeless": {Displaced, state},
}

// harmPhrases kill in two words or three.
var harmPhrases = []struct {
	words []string
	harm  harm
}{
	{[]string{"shot", "dead"}, harm{Killed, ed}},
	{[]string{"fatally", "shot"}, harm{Killed, ed}},
	{[]string{"fatally", "wounded"}, harm{Killed, ed}},
	{[]string{"fatally", "stabbed"}, harm{Killed, ed}},
	{[]string{"mortally", "wounded"}, harm{Killed, ed}},
	{[]string{"shooting", "dead"}, harm{Killed, active}},
	{[]string{"gunned", "down"}, harm{Killed, ed}},
	{[]string{"gunning", "down"}, harm{Killed, active}},
	{[]string{"mowed", "down"}, harm{Killed, ed}},
	{[]string{"shot", "to", "death"}, harm{Killed, ed}},
	{[]string{"stabbed", "to", "death"}, harm{Killed, ed}},
	{[]string{"hacked", "to", "death"}, harm{Killed, ed}},
	{[]string{"hacking", "to", "death"}, harm{Killed, active}},
	{[]string{"beaten", "to", "death"}, harm{Killed, ed}},
	{[]string{"burned", "to", "death"}, harm{Killed, ed}},
	{[]string{"burnt", "to", "death"}, harm{Killed, ed}},
	{[]string{"burned", "alive"}, harm{Killed, ed}},
	{[]string{"stoned", "to", "death"}, harm{Killed, ed}},
	{[]string{"succumbed", "to"}, harm{Killed, did}},
	{[]string{"lost", "their", "lives"}, harm{Killed, did}},
	{[]string{"lost", "his", "life"}, harm{Killed, did}},
	{[]string{"lost", "her", "life"}, harm{Killed, did}},
	{[]string{"lost", "their", "life"}, harm{Killed, did}},
	{[]string{"were", "forced", "to", "flee"}, harm{Displaced, did}},
}

func (w *Words) harmAt(i int) (h harm, n int) {
	if n := w.sustained(i); n > 0 {
		return harm{Wounded, did}, n
	}
	for _, p := range harmPhrases {
		if w.has(i, p.words...) {
			return p.harm, len(p.words)
		}
	}
	h, ok := harms[w.At(i)]
	if !ok || w.Capital(i) && i > 0 && w.Capital(i-1) && h.shape == noun {
		return h, 0
	}
	return h, 1
}

// sustained returns the length of "sustained splinter injuries" at token i; 0
// if it does not stand there.
func (w *Words) sustained(i int) int {
	switch w.At(i) {
	case "sustained", "suffered", "received", "sustaining", "suffering":
	default:
		return 0
	}
	for n := 1; n < 5 && !w.endsPhrase(i+n); n++ {
		if x := w.At(i + n); x == "injuries" || x == "wounds" || x == "injury" {
			return n + 1
		}
	}
	return 0
}

// tollReader reads the tolls of one sentence.
type tollReader struct {
	w      *Words
	groups []group
	tolls  []Toll
	last   int // the token after the last word that stated a harm
	used   int // the token after the last people that stood behind such a word
}

func (r *tollReader) mentioned() bool {
	for i := range r.w.Lower {
		if _, ok := harms[r.w.Lower[i]]; ok || r.w.Lower[i] == "shot" || r.w.Lower[i] == "toll" || r.w.Lower[i] == "lost" || r.w.Lower[i] == "succumbed" || r.w.Lower[i] == "gunned" || r.w.Lower[i] == "mowed" {
			return true
		}
	}
	return false
}

// read reads the statement at token i, if there is one, and returns where to
// go on.
func (r *tollReader) read(i int) int {
	if n, ok := r.toll(i); ok {
		return n
	}
	if n, ok := r.listed(i); ok {
		return n
	}
	h, n := r.w.harmAt(i)
	if n == 0 {
		return i + 1
	}
	if h.Harm == Displaced && (r.w.At(i-1) == "remain" || r.w.At(i-1) == "remains") {
		return i + n // a state, no happening
	}
	if h.shape == ed && h.Harm == Wounded && r.succumbs(i+n) {
		return i + n // "two people injured on Monday succumbed": they are dead
	}
	t := Toll{At: i, Harm: h.Harm}
	var g group
	var ok bool
	switch h.shape {
	case ed:
		g, ok = r.transitive(i, n)
	case active:
		if r.w.At(i+1) == "of" {
			n++ // "the killing of"
		}
		g, ok = r.object(i + n)
	case did:
		g, ok = r.subject(i)
	case state:
		if g, ok = r.described(i); !ok && r.w.At(i-1) == "found" {
			g, ok = r.subject(i)
		}
	case noun:
		g, ok = r.noun(i)
	}
	if more, also := r.alongWith(i + n); also && ok {
		g = g.plus(more)
	}
	if ok {
		t.Count, t.PeopleFrom, t.PeopleTo = g.count, g.from, g.to
		t.Total = r.total(i) || h.Harm == Killed && ofAWar(g.count)
		t.More = r.more(i, g)
		t.Deed = h.shape == ed || h.shape == active
		t.Unreal = h.shape != noun && h.shape != state && r.unreal(i)
		r.tolls = append(r.tolls, t)
		if g.from > i {
			r.used = g.to
		}
	}
	r.last = i + n
	return i + n
}

// warDead is a number of dead that wars have, and single happenings hardly ever.
const warDead = 5000

func ofAWar(c geo.Count) bool {
	n, known := c.Best.Int()
	return known && n >= warDead
}

// more reports whether people are told of besides others.
func (r *tollReader) more(i int, g group) bool {
	if r.w.At(i-1) == "also" {
		return true
	}
	for k := g.from; k < g.to; k++ {
		switch r.w.At(k) {
		case "another", "other", "others", "more", "further", "additional":
			return r.w.At(k+1) != "than"
		}
	}
	return false
}

// alongWith reads who shares a fate from token i on: "along with his driver".
func (r *tollReader) alongWith(i int) (group, bool) {
	if r.w.At(i+1) != "with" || r.w.At(i) != "along" && r.w.At(i) != "together" {
		return group{}, false
	}
	g, ok := r.object(i + 2)
	return g, ok && g.counted
}

// toll reads "the death toll rose to 45".
func (r *tollReader) toll(i int) (next int, ok bool) {
	if r.w.At(i) != "toll" {
		return 0, false
	}
	for k := i + 1; k < r.w.Len() && k < i+12; k++ {
		switch r.w.At(k) {
		case "to", "at", "of", "is", "was", "reached", "hit", "reaches", "passed":
			q, found := r.w.Quantity(k + 1)
			if !found || r.notPeople(q) {
				continue
			}
			// "a toll of 30 injured" counts no dead.
			if h, n := r.w.harmAt(q.To); n > 0 && h.Harm != Killed {
				return 0, false
			}
			r.tolls = append(r.tolls, Toll{At: i, Harm: Killed, Count: q.Count, Total: r.total(i)})
			r.last = q.To
			return q.To, true
		}
	}
	return 0, false
}

func (r *tollReader) notPeople(q Quantity) bool {
	next := r.w.At(q.To)
	return unitNouns[next] || next == "percent" || next == "%"
}

// unreal reports whether the verb at token i tells of what did not happen.
func (r *tollReader) unreal(i int) bool {
	v := verbGroup{w: r.w, bare: r.w.At(i) == "kill" || r.w.At(i) == "wound" || r.w.At(i) == "injure"}
	v.read(i)
	if v.w.At(i) == "killed" || v.w.At(i) == "wounded" || v.w.At(i) == "injured" {
		return v.not || v.infinitive && v.telling(formPast, true) == Unreal || v.modal && v.be
	}
	return v.not || v.telling(formPast, true) != Told
}

// transitive finds whom the participle of n tokens at i concerns.
func (r *tollReader) transitive(i, n int) (group, bool) {
	if r.beBefore(i) {
		return r.subject(i)
	}
	if before := r.w.At(i - 1); determiners[before] && before != "all" && before != "both" && before != "many" && before != "several" && before != "few" && before != "more" && before != "another" && before != "that" || before == "of" || before == "by" || before == "for" {
		return group{}, false // "the murdered man"
	}
	if r.w.At(i+n) == "and" || r.w.At(i+n) == "or" {
		if h, m := r.w.harmAt(i + n + 1); m > 0 && h.shape == ed {
			return group{}, false // "killed or wounded 20"
		}
	}
	if g, ok := r.object(i + n); ok && g.counted {
		return g, true
	}
	return r.described(i)
}

// succumbs reports whether those who are told of before token i died of what is
// told there.
func (r *tollReader) succumbs(i int) bool {
	for k := i; k < i+15 && k < r.w.Len() && !r.w.Mark(k); k++ {
		if r.w.At(k) == "succumbed" {
			return true
		}
	}
	return false
}

// beBefore reports whether the participle at token i is passive: "were shot
// and killed", "have been reported killed".
func (r *tollReader) beBefore(i int) bool {
	for k, n := i-1, 0; k >= 0 && n < 6; k, n = k-1, n+1 {
		w := r.w.At(k)
		switch {
		case beForms[w]:
			return true
		case haveForms[w]:
			return false
		case isAdverb(w), negations[w], w == `"`, w == "“", w == "reported", w == "feared", w == "confirmed", w == "shot", w == "found", w == "believed", w == "also":
		case w == "and" && joinedToKilled[r.w.At(k-1)]:
			k--
		case w == "and":
			return r.sharesPassive(k)
		case w == "on" && weekdays[r.w.At(k+1)], weekdays[w], timesOfDay[w], w == "last" && timesOfDay[r.w.At(k+1)]:
		case w == "or" && r.w.At(k-1) == "killed", w == "dead" && r.w.At(k-1) == "shot":
			k--
		default:
			return false
		}
	}
	return false
}

// sharesPassive reports whether a conjunction at token k joins a participle to a
// passive: "was shot in the head and".
func (r *tollReader) sharesPassive(k int) bool {
	for n := 1; n < 9 && k-n > 0; n++ {
		if joinedToKilled[r.w.At(k-n)] {
			return beForms[r.w.At(k-n-1)] || isAdverb(r.w.At(k-n-1)) && beForms[r.w.At(k-n-2)]
		}
		if r.w.Mark(k - n) {
			return false
		}
	}
	return false
}

// described returns the people that stand right before the word at token i:
// "20 people wounded", "leaving five dead", "another three seriously injured".
func (r *tollReader) described(i int) (group, bool) {
	k := i
	for k > 0 && (isAdverb(r.w.At(k-1)) || describing[r.w.At(k-1)]) {
		k--
	}
	for n := len(r.groups) - 1; n >= 0; n-- {
		if g := r.groups[n]; g.to >= k && g.to <= i && g.from >= r.last {
			return r.chainBack(n), g.counted
		}
	}
	return group{}, false
}

// joinedToKilled are participles that share the auxiliary of "killed".
var joinedToKilled = set("shot beaten stabbed tortured abducted kidnapped captured ambushed attacked rounded robbed raped seized detained")

var weekdays = set("monday tuesday wednesday thursday friday saturday sunday")

var describing = set("people persons others were was are is found lying feared reported confirmed left shot being been also more left believed presumed been have has had")

// object returns the people from token i on, coordinated ones added up.
func (r *tollReader) object(i int) (group, bool) {
	for isAdverb(r.w.At(i)) && !r.groupBegins(i) {
		i++
	}
	n, ok := r.groupAt(i)
	sum := group{}
	if ok {
		sum = r.groups[n]
		if last := r.w.At(sum.to - 1); !sum.counted && sum.to == sum.from+1 && singular(last) {
			sum.count, sum.counted = geo.Exactly(1), true // "killed chief of police"
		}
	} else if sum, ok = r.name(i); ok {
		n = r.before(sum.to)
	} else {
		return group{}, false
	}
	if sum.named && r.apposed(sum, n+1) {
		return sum, true
	}
	for n+1 < len(r.groups) && !r.claimed(r.groups[n+1]) {
		next := r.groups[n+1]
		if r.sharesArticle(sum, next) {
			next.count, next.counted = geo.Exactly(1), true
		}
		if !r.joined(sum, next) {
			break
		}
		n++
		sum = sum.plus(next)
	}
	return sum, true
}

// sharesArticle reports whether a group is one person who shares the article of
// those before: "a technician, guard and driver".
func (r *tollReader) sharesArticle(a, b group) bool {
	if b.counted || b.to != b.from+1 || !singular(r.w.At(b.from)) || b.from != a.to+1 {
		return false
	}
	last := r.w.At(a.to - 1)
	return personNouns[last] && singular(last) && (r.w.At(a.to) == "," || r.w.At(a.to) == "and") && !r.w.Capital(b.from)
}

func (r *tollReader) groupBegins(i int) bool {
	_, ok := r.groupAt(i)
	return ok
}

func (r *tollReader) groupAt(i int) (int, bool) {
	for n, g := range r.groups {
		if g.from == i {
			return n, true
		}
		if g.from > i {
			break
		}
	}
	return 0, false
}

// apposed reports whether group n says who the person named before it is:
// "killed Amara Diallo, a teacher".
func (r *tollReader) apposed(g group, n int) bool {
	return n < len(r.groups) && r.groups[n].from == g.to+1 && r.w.At(g.to) == "," && r.groups[n].count == geo.Exactly(1)
}

// before returns the last group that ends before token i, or -1.
func (r *tollReader) before(i int) int {
	n := len(r.groups) - 1
	for n >= 0 && r.groups[n].to > i {
		n--
	}
	return n
}

// name returns one person named at token i, or nobody.
func (r *tollReader) name(i int) (group, bool) {
	switch w := r.w.At(i); {
	case w == "him" || w == "her" && !r.w.Capital(i+1):
		return group{from: i, to: i + 1, count: geo.Exactly(1), counted: true}, true
	case w == "a" || w == "an" || w == "the" || w == "his" || w == "her" || w == "its" || w == "their":
		return r.somebody(i)
	case r.w.Capital(i) && r.w.At(i+1) == "'s":
		return r.somebody(i + 1)
	case r.w.Capital(i) && !r.w.Capital(i+1) && personNouns[r.w.At(i+1)] && singular(r.w.At(i+1)) && (r.w.Capital(i+2) || r.w.endsPhrase(i+2)):
		return group{from: i, to: i + 2, count: geo.Exactly(1), counted: true}, true // "killed Somali cleric Wardi Salhey"
	case r.w.Capital(i) && r.w.Capital(i+1):
		end := i
		for r.w.Capital(end) {
			end++
		}
		if personNouns[r.w.At(end)] && !singular(r.w.At(end)) {
			return group{}, false // "killed Boko Haram fighters"
		}
		return group{from: i, to: end, count: geo.Exactly(1), counted: true, named: true}, true
	}
	return group{}, false
}

// somebody returns one person from an article on, whatever the noun: who is
// killed is a living being. "A number of" and "a dozen" were read before.
func (r *tollReader) somebody(i int) (group, bool) {
	end := i + 1
	for end < r.w.Len() && end-i < 7 && !r.w.endsPhrase(end) && r.w.At(end) != "of" {
		end++
	}
	if d := r.w.At(i); d != "a" && d != "an" && end > i && (!singular(r.w.At(end-1)) || d == "'s" && !personNouns[r.w.At(end-1)]) {
		return group{}, false
	}
	if end == i+1 || unitNouns[r.w.At(i+1)] || unitNouns[r.w.At(end-1)] || r.w.At(end-1) == "number" || r.w.At(end-1) == "lot" {
		return group{}, false
	}
	return group{from: i, to: end, count: geo.Exactly(1), counted: true}, true
}

// claimed reports whether a group is the subject of what follows it, and not
// coordinated with what stands before: "killed five and two were wounded".
func (r *tollReader) claimed(g group) bool {
	k := g.to
	for isAdverb(r.w.At(k)) || r.w.At(k) == "people" || r.w.At(k) == "others" || r.w.At(k) == "more" {
		k++
	}
	if auxiliaries[r.w.At(k)] || sayings[r.w.At(k)] {
		return true
	}
	h, n := r.w.harmAt(k)
	return n > 0 && h.shape != noun
}

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
		best = r.numbered(best)
	}
	if best >= 0 && r.reaches(r.groups[best], start) {
		return r.coupled(r.chainBack(best), start), true
	}
	if r.shotAndDied(start) {
		return group{count: geo.Exactly(1), counted: true}, true
	}
	return r.single(start)
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
	if verb != "were" && verb != "are" && (verb != "have" || r.w.At(start+1) != "been") && own != "his" && own != "her" {
		return g
	}
	floor := max(r.last, r.used)
	for n := r.before(k); n >= 0 && r.groups[n].from >= floor && k-r.groups[n].to < 14; n-- {
		if h := r.groups[n]; !h.part && h.count == geo.Exactly(1) && !r.verbBetween(h.to, k) {
			return h.plus(g)
		}
	}
	if r.w.Capital(k-1) && r.w.Capital(k-2) && k-2 >= floor {
		g.count, g.from = add(g.count, geo.Exactly(1)), k-2 // "Amara Diallo and his driver"
	}
	return g
}

// verbBetween reports whether an auxiliary or a verb of harm stands between two
// tokens.
func (r *tollReader) verbBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if auxiliaries[r.w.At(k)] || clauseMarks[r.w.At(k)] || r.w.At(k) == ";" {
			return true
		}
		if h, n := r.w.harmAt(k); n > 0 && h.shape != noun {
			return true
		}
	}
	return false
}

// shotAndDied reports whether the verb group at start goes on from the passive
// of one person: "was shot in front of his office and died in hospital".
func (r *tollReader) shotAndDied(start int) bool {
	if r.w.At(start-1) != "and" {
		return false
	}
	for k := start - 2; k > 0 && start-k < 26; k-- {
		if joinedToKilled[r.w.At(k)] && r.w.At(k-1) == "was" {
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
	if n < 1 || r.w.At(start-1) != "," || r.groups[n].counted {
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
		w := r.w.At(k - 1)
		switch {
		case auxiliaries[w], isAdverb(w), relatives[w], negations[w], w == "and" && joinedToKilled[r.w.At(k-2)]:
		case describing[w] && !personNouns[w] && w != "persons" && w != "more", joinedToKilled[w], weekdays[w], timesOfDay[w], w == "last" && timesOfDay[r.w.At(k)]:
		case w == "on" && weekdays[r.w.At(k)]:
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
		case w == "and" && auxiliaries[r.w.At(k-1)]:
			return false
		}
		if _, n := r.w.harmAt(k); n > 0 && k >= r.last && k > g.to+1 && harms[r.w.At(k)].shape == ed && !r.parenthesis(g, start) {
			return false
		}
	}
	return start-g.to < 45
}

// parenthesis reports whether what stands between a group and the verb is set
// off by commas, brackets or dashes.
func (r *tollReader) parenthesis(g group, start int) bool {
	return r.w.Mark(g.to) && r.w.Mark(start-1)
}

// single returns one person if the verb group at start is in the singular, so
// that its subject is one: "the mayor was killed".
func (r *tollReader) single(start int) (group, bool) {
	one := group{count: geo.Exactly(1)}
	switch verb := r.w.At(start); {
	case none[r.w.At(start-1)], r.w.At(start-1) == "":
		return group{}, false
	case verb == "was" || verb == "has" && r.w.At(start+1) == "been" || verb == "is":
		if r.w.At(start-1) == "who" || r.w.At(start-1) == "which" || r.w.At(start-1) == "that" {
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
	return r.w.Capital(k) && r.w.Capital(k-1) && !personNouns[r.w.At(k)]
}

var none = set("nobody none one it there what which")

// chainBack adds up the coordinated groups that end with group n.
func (r *tollReader) chainBack(n int) group {
	sum := r.groups[n]
	for n > 0 && r.groups[n-1].from >= max(r.last, r.used) && !r.groups[n-1].part && r.joined(r.groups[n-1], r.groups[n]) {
		n--
		if r.w.At(r.groups[n+1].from-1) != "and" && r.w.At(r.groups[n+1].from-1) != "," {
			break
		}
		sum = r.groups[n].plus(sum)
	}
	return sum
}

// joined reports whether two groups are coordinated: "two soldiers and a
// civilian", "seven students, two teachers".
func (r *tollReader) joined(a, b group) bool {
	if b.part || a.part || !b.counted {
		return false
	}
	between := r.w.Lower[a.to:b.from]
	if len(between) > 0 && r.w.atPlace(a.to) && r.w.atPlace(b.to) {
		return false // "three in Gao and two in Mopti"
	}
	switch strings.Join(between, " ") {
	case "and", ",", ", and", "as well as", ", as well as", "plus", "along with", "and also", "together with":
		return true
	}
	return len(between) > 1 && len(between) < 9 && between[len(between)-1] == "and" && prepositions[between[0]] && r.quiet(a.to, b.from-1)
}

// quiet reports whether no verb or mark stands between two tokens, as far as
// their forms tell.
func (r *tollReader) quiet(from, to int) bool {
	for i := from; i < to; i++ {
		w := r.w.At(i)
		if r.w.Mark(i) && w != "-" || auxiliaries[w] || clauseMarks[w] || conjunctions[w] || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") {
			return false
		}
	}
	return true
}

// noun reads "deaths of five people", "12 deaths", "claimed 12 lives".
func (r *tollReader) noun(i int) (group, bool) {
	w := r.w.At(i)
	if w == "death" && r.w.At(i+1) == "toll" || w == "body" && r.w.At(i+1) != "of" {
		return group{}, false
	}
	if w == "life" {
		if r.w.At(i-1) == "the" && r.w.At(i+1) == "of" && (strings.HasPrefix(r.w.At(i-2), "claim") || r.w.At(i-2) == "took") {
			return r.object(i + 2)
		}
		return group{}, false
	}
	if r.w.At(i+1) == "of" || r.w.At(i+1) == "to" && (w == "injuries" || w == "injury") {
		if w == "lives" && r.w.At(i-1) != "the" {
			return group{}, false
		}
		return r.object(i + 2)
	}
	if w == "death" || w == "body" || w == "injury" || w == "martyrdom" {
		return group{}, false
	}
	if g, ok := r.sufferers(i); ok {
		return g, true
	}
	for n := range r.groups {
		if g := r.groups[n]; g.to == i && g.bare && g.from >= r.last {
			return g, w != "lives" || strings.HasPrefix(r.w.At(g.from-1), "claim")
		}
	}
	return group{}, false
}

// sufferers returns the people who were left "with serious injuries", whose noun
// is token i.
func (r *tollReader) sufferers(i int) (group, bool) {
	if r.w.At(i) != "injuries" && r.w.At(i) != "wounds" {
		return group{}, false
	}
	k := i - 1
	for ; k > 0 && i-k < 6 && r.w.At(k) != "with" && (r.w.At(k) == "of" || !r.w.endsPhrase(k)); k-- {
	}
	if r.w.At(k) != "with" {
		return group{}, false
	}
	n := r.before(k)
	if n < 0 || r.groups[n].to != k || r.groups[n].from < r.last {
		return group{}, false
	}
	return r.groups[n], r.groups[n].counted
}

// totalPhrases make a number one of several happenings.
var totalPhrases = [][]string{
	{"so", "far", "this"}, {"this", "year"}, {"last", "year"}, {"each", "year"}, {"every", "year"}, {"each", "month"}, {"every", "month"}, {"every", "day"},
	{"this", "month"}, {"last", "month"}, {"past", "month"}, {"past", "year"}, {"past", "decade"}, {"recent", "weeks"}, {"recent", "months"}, {"recent", "years"}, {"over", "the", "years"},
	{"past", "few", "weeks"}, {"past", "few", "months"}, {"past", "two", "weeks"}, {"past", "several"}, {"on", "average"}, {"past", "two", "years"}, {"past", "two", "months"},
	{"past", "three"}, {"past", "four"}, {"past", "five"}, {"past", "six"}, {"past", "ten"}, {"last", "two"}, {"last", "three"}, {"last", "five"}, {"since", "january"},
	{"since", "the", "beginning"}, {"since", "the", "start"}, {"since", "then"}, {"in", "total", "since"}, {"months", "of"}, {"years", "of"}, {"weeks", "of"}, {"decades", "of"}, {"decade", "of"}, {"to", "date"},
}

// total reports whether the number at token i counts more than one happening.
func (r *tollReader) total(i int) bool {
	from, to := i, i
	for from > 0 && i-from < 16 && r.w.At(from-1) != "," && (!clauseMarks[r.w.At(from-1)] || r.w.At(from-1) == "since") {
		from--
	}
	for to < r.w.Len() && to-i < 16 && !(r.w.At(to) == "," && to > i+1) && (!clauseMarks[r.w.At(to)] || r.w.At(to) == "since") {
		to++
	}
	for k := from; k < to; k++ {
		if r.w.At(k) == "since" && !r.superlative(k) && (monthWords[r.w.At(k+1)] || isYear(r.w.At(k+1)) || isYear(r.w.At(k+2)) || isYear(r.w.At(k+3)) || isYear(r.w.At(k+4))) {
			return true
		}
		if r.w.At(k) == "over" && (longUnits[r.w.At(k+1)] || longUnits[r.w.At(k+2)] || longUnits[r.w.At(k+3)]) {
			return true // "over six decades"
		}
		if r.w.At(k) == "every" && (unitNouns[r.w.At(k+1)] || unitNouns[r.w.At(k+2)]) {
			return true
		}
		for _, p := range totalPhrases {
			if r.w.has(k, p...) {
				return true
			}
		}
	}
	return false
}

var longUnits = set("years decades months")

// superlative reports whether "since" at token k says how rare a happening is:
// "the first such attack since 2007".
func (r *tollReader) superlative(k int) bool {
	for n := 1; n < 8; n++ {
		if w := r.w.At(k - n); w == "first" || w == "worst" || w == "deadliest" || w == "biggest" || w == "largest" || w == "bloodiest" || w == "latest" || w == "heaviest" || w == "highest" {
			return true
		}
	}
	return false
}

// endsPhrase reports whether no noun that token i-1 belongs to can follow from
// token i on.
func (w *Words) endsPhrase(i int) bool {
	x := w.At(i)
	return weekdays[x] && w.Capital(i) || x == "overnight" || x == "yesterday" || x == "today" || w.Mark(i) && x != "-" || auxiliaries[x] || clauseMarks[x] || conjunctions[x] || prepositions[x] && x != "of" || x == "to"
}
