package en

import (
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/text"
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
	Spell      bool // a total of days or weeks: "in the past two weeks"
	Unreal     bool // did not happen, or may happen
	Deed       bool // somebody did it: "killed", not "died"
	More       bool // adds to what was told before: "three others", "also died"
	Revised    bool // takes the place of what was told before: "the toll rose to 12"
	Passing    bool // says who somebody is, or when: "a guard who died", "hours after a man was shot"
	Noun       bool // a noun of the deed: "the murder of two men"
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
		if x := r.w.Lower[i]; harms[x] != (harm{}) || harmsWithMore.has(x) || deathVerbs.has(x) || x == "another" {
			return true
		}
	}
	return false
}

// harmsWithMore are words that tell of harm with those behind them: "gunned down".
var harmsWithMore = setOf("throat throats put slit slitting toll lost succumbed gunned gunning mowed sustained sustaining suffered suffering received")

// read reads the statement at token i, if there is one, and returns where to
// go on.
func (r *tollReader) read(i int) int {
	if n, ok := r.besideVerbs(i); ok {
		return n
	}
	h, n, end := r.harmWord(i)
	if n == 0 {
		return end
	}
	if h.Harm == Displaced && (r.w.At(i-1) == "remain" || r.w.At(i-1) == "remains" || r.w.attributive(i)) {
		return end // a state, no happening
	}
	if h.shape == ed && h.Harm == Wounded && r.succumbs(i+n) {
		return end // "two people injured on Monday succumbed": they are dead
	}
	g, ok := r.whom(h, i, n)
	if more, also := r.alongWith(end); also && ok && more.from >= g.to {
		g = g.plus(more)
	}
	if ok {
		r.tolls = append(r.tolls, r.tollOf(h, i, g))
		if g.from > i {
			r.used = g.to
		}
	} else if h.shape == ed && h.Harm == Killed && r.fresh(i) {
		r.tolls = append(r.tolls, Toll{At: i, Harm: Killed, Count: r.oneOrUnknown(i), Deed: true, Unreal: r.unreal(i), Total: r.total(i)})
	}
	if h.Harm != Displaced || h.shape != did || !r.fleeing(i) {
		r.last = end
	}
	return end
}

// fresh reports whether the verb at token i tells a deed of its own, though nobody can
// tell whom it befell: "gunmen killed the Ohen of Dolvia". What describes somebody, "men
// killed there", tells of it in passing.
func (r *tollReader) fresh(i int) bool {
	k := i - 1
	for isAdverb(r.w.At(k)) {
		k--
	}
	before := r.w.At(k)
	if _, number := r.w.Quantity(i + 1); number || relatives.has(before) || determiners.has(before) || prepositions.has(before) {
		return false
	}
	return !personNouns.has(before) || genericActors().of(before).Armed()
}

// oneOrUnknown returns one where the words beside the verb at token i are in the singular,
// "killed a fetish priest", "was killed"; else nothing is known.
func (r *tollReader) oneOrUnknown(i int) geo.Count {
	before, next := r.w.At(r.w.beforeTime(i)-1), r.w.At(i+1)
	if before == "was" || next == "a" || next == "an" {
		return geo.Exactly(1)
	}
	return geo.Count{}
}

// besideVerbs reads what counts people at token i without a verb of harm of its own.
func (r *tollReader) besideVerbs(i int) (next int, ok bool) {
	if next, ok = r.toll(i); ok {
		return next, true
	}
	if next, ok = r.sharedOut(i); ok {
		return next, true
	}
	if next, ok = r.listed(i); ok {
		return next, true
	}
	return r.foundToo(i)
}

// harmWord returns the harm that the n tokens from i on tell of, and where they and what belongs
// to them end; n is 0 if they tell of none.
func (r *tollReader) harmWord(i int) (h harm, n, end int) {
	if h, n = r.w.harmAt(i); n > 0 {
		return h, n, i + n
	}
	if h, n, end = r.w.deathAt(i); n > 0 {
		return h, n, end
	}
	if r.losing(i) {
		return harm{Killed, active}, 1, i + 1
	}
	return harm{}, 0, i + 1
}

// whom finds the people who came to the harm that the n tokens from i on tell of.
func (r *tollReader) whom(h harm, i, n int) (g group, ok bool) {
	if as, same := r.asMany(i); same {
		return as, true
	}
	switch h.shape {
	case ed:
		return r.transitive(i, n)
	case active:
		if r.w.At(i+n) == "of" {
			n++ // "the killing of", "the hacking to death of"
		}
		return r.object(i + n)
	case did:
		return r.subject(i)
	case state:
		if g, ok = r.described(i); !ok && r.w.At(i-1) == "found" {
			return r.subject(i)
		}
		return g, ok
	case noun:
		return r.noun(i)
	case deed:
		return r.ofPeople(i)
	}
	return group{}, false
}

// tollOf is what token i tells of the harm that some people came to.
func (r *tollReader) tollOf(h harm, i int, g group) Toll {
	t := Toll{At: i, Harm: h.Harm, Count: g.count, PeopleFrom: g.from, PeopleTo: g.to}
	t.Total = r.total(i) || h.Harm == Killed && ofAWar(g.count) || h.Harm == Displaced && ofACountry(g.count)
	t.Spell = t.Total && g.counted && r.spell(i) && !ofAWar(g.count)
	t.More = r.more(i, g)
	t.Passing = r.passing(i)
	t.Noun = h.shape == deed
	t.Deed = h.shape == ed || h.shape == active || r.w.At(i) == "had"
	t.Unreal = h.shape != noun && h.shape != deed && h.shape != state && r.unreal(i) && !(g.counted && r.feared(i))
	return t
}

// fleeing reports whether the verb of flight at token i describes people whose fate is
// told behind it: "refugees who had fled", "villagers fleeing".
func (r *tollReader) fleeing(i int) bool {
	return r.w.At(i) == "fleeing" || relatives.has(r.w.At(i-1)) || haveForms.has(r.w.At(i-1)) && relatives.has(r.w.At(i-2))
}

// more reports whether people are told of besides others.
func (r *tollReader) more(i int, g group) bool {
	if r.w.At(i-1) == "also" || leaving.has(r.w.At(g.from-1)) && r.w.At(g.from-2) == "also" {
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

// asMany returns as many as were counted before for the word at token i: "killed five and as
// many others wounded".
func (r *tollReader) asMany(i int) (group, bool) {
	if len(r.tolls) == 0 {
		return group{}, false
	}
	k := i - 1
	for isAdverb(r.w.At(k)) || r.w.At(k) == "others" || r.w.At(k) == "more" || r.w.At(k) == "people" || r.w.At(k) == "were" {
		k--
	}
	if r.w.At(k) != "many" || r.w.At(k-1) != "as" {
		return group{}, false
	}
	return group{from: k - 1, to: i, count: r.tolls[len(r.tolls)-1].Count, counted: true}, true
}

// alongWith reads who shares a fate that is told up to token i: "along with his driver", "at
// his home on Monday, alongside two guards".
func (r *tollReader) alongWith(i int) (group, bool) {
	for k := i; k < i+24 && k < r.w.Len(); k++ {
		switch x := r.w.At(k); {
		case x == "alongside", x == "with" && (r.w.At(k+1) == "his" || r.w.At(k+1) == "her"):
			return r.companion(k + 1)
		case r.w.has(k, "along", "with"), r.w.has(k, "together", "with"):
			if k == i {
				g, ok := r.object(k + 2)
				return g, ok && g.counted
			}
			return r.companion(k + 2)
		case auxiliaries.has(x), clauseMarks.has(x), conjunctions.has(x), x == ";", harms[x] != (harm{}):
			return group{}, false
		}
	}
	return group{}, false
}

// companion returns the people from token i on who are counted or named.
func (r *tollReader) companion(i int) (group, bool) {
	if n, ok := r.groupAt(i); ok {
		if g := r.groups[n]; !g.counted || g.bare || g.part {
			return group{}, false
		}
		return r.object(i)
	}
	g, ok := r.name(i)
	return g, ok && g.named
}

// toll reads "the death toll rose to 45".
func (r *tollReader) toll(i int) (next int, ok bool) {
	if r.w.At(i) != "toll" {
		return 0, false
	}
	revised := false
	for k := i + 1; k < r.w.Len() && k < i+24; k++ {
		revised = revised || revising.has(r.w.At(k))
		if k > i+12 && !revised {
			continue // "the toll from clashes of … on Friday rose to five"
		}
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
			r.tolls = append(r.tolls, Toll{At: i, Harm: Killed, Count: q.Count, Total: r.total(i) || r.ofAWhole(i), Spell: r.total(i) && r.spell(i), Revised: revised})
			r.last = q.To
			return q.To, true
		}
	}
	return 0, false
}

// revising are the verbs by which a toll changes.
var revising = setOf("rose risen rises rise climbed climbs climb jumped grew grown increased went gone revised raised lowered reduced updated")

func (r *tollReader) notPeople(q Quantity) bool {
	next := r.w.At(q.To)
	return unitNouns.has(next) || next == "percent" || next == "%"
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

// feared reports whether the verb at token i tells what may be so, and not what might
// have been: "50 people may have died".
func (r *tollReader) feared(i int) bool {
	v := verbGroup{w: r.w}
	v.read(i)
	return v.modal && v.have && !v.not && !v.relative && slices.Contains(r.w.Lower[v.start:i], "may")
}

// passing reports whether the verb at token i tells of a death that is not the news: it
// describes somebody, or dates what is.
func (r *tollReader) passing(i int) bool {
	v := verbGroup{w: r.w}
	k := v.auxiliaries(i - 1)
	if r.w.At(k) == "who" {
		return true
	}
	for n := 0; n < 10 && !r.w.Mark(k-n); n++ {
		if x := r.w.At(k - n); x == "after" || x == "before" {
			return unitNouns.has(r.w.At(k - n - 1))
		}
	}
	return false
}

// beBefore reports whether the participle at token i is passive: "were shot
// and killed", "have been reported killed".
func (r *tollReader) beBefore(i int) bool {
	for k, n := r.w.beforeTime(i)-1, 0; k >= 0 && n < 6; k, n = k-1, n+1 {
		w := r.w.At(k)
		switch {
		case beForms.has(w):
			return true
		case haveForms.has(w):
			return false
		case isAdverb(w), negations.has(w), w == `"`, w == "“", w == "reported", w == "feared", w == "confirmed", w == "shot", w == "found", w == "believed", w == "also":
		case w == "and" && joinedToKilled.has(r.w.At(k-1)):
			k--
		case w == "and":
			return r.sharesPassive(k)
		case w == "on" && weekdays.has(r.w.At(k+1)), weekdays.has(w), timesOfDay.has(w), w == "last" && timesOfDay.has(r.w.At(k+1)):
		case w == "or" && r.w.At(k-1) == "killed":
			k--
		default:
			return false
		}
	}
	return false
}

// beforeTime returns where an expression of time begins that ends before token i:
// "were in the early hours of yesterday killed", "was on Tuesday [30 June] night shot";
// i if there is none.
func (w *Words) beforeTime(i int) int {
	k := i
	for k > 0 && (timeWords.has(w.At(k-1)) || w.month(k-1) || w.Tokens[k-1].Kind == text.Number) {
		k--
	}
	for n := k; n < i; n++ {
		if x := w.At(n); weekdays.has(x) || timeNouns.has(x) {
			return k
		}
	}
	return i
}

// month reports whether token i names a month; "may" does with a capital letter.
func (w *Words) month(i int) bool {
	return monthWords.has(w.At(i)) || w.At(i) == "may" && w.Capital(i)
}

var (
	timeNouns = setOf("yesterday weekend morning afternoon evening night midnight noon dawn dusk week")
	timeWords = setOf("in on at over the of early late hours last this around [ ] ( ) yesterday weekend morning afternoon evening night midnight noon dawn dusk week monday tuesday wednesday thursday friday saturday sunday")
)

// sharesPassive reports whether a conjunction at token k joins a participle to a
// passive: "was shot in the head and".
func (r *tollReader) sharesPassive(k int) bool {
	for n := 1; n < 9 && k-n > 0; n++ {
		if joinedToKilled.has(r.w.At(k - n)) {
			return beForms.has(r.w.At(k-n-1)) || isAdverb(r.w.At(k-n-1)) && beForms.has(r.w.At(k-n-2))
		}
		if r.w.Mark(k - n) {
			return false
		}
	}
	return false
}

// joinedToKilled are participles that share the auxiliary of "killed".
var joinedToKilled = setOf("shot beaten stabbed tortured abducted kidnapped captured ambushed attacked rounded robbed raped seized detained dragged pulled taken lured tied bound blindfolded hacked")

var weekdays = setOf("monday tuesday wednesday thursday friday saturday sunday")

// endsPhrase reports whether no noun that token i-1 belongs to can follow from
// token i on.
func (w *Words) endsPhrase(i int) bool {
	x := w.At(i)
	return weekdays.has(x) && w.Capital(i) || x == "overnight" || x == "according" || x == "yesterday" || x == "today" || w.Mark(i) && x != "-" || auxiliaries.has(x) || clauseMarks.has(x) || conjunctions.has(x) || prepositions.has(x) && x != "of" || x == "to"
}
