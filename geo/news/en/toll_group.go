package en

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/text"
)

// group is some people, as a sentence names them.
type group struct {
	from, to int // tokens, to excluded
	count    geo.Count
	counted  bool // a number, or a single person; else only "civilians"
	bare     bool // a number without a noun
	named    bool // one person, by name
	part     bool // part of others: "including three children"
	kinds    int  // how many groups were added to it
}

// plus returns two groups as one.
func (g group) plus(h group) group {
	g.to = max(g.to, h.to)
	g.from = min(g.from, h.from)
	g.count = add(g.count, h.count)
	g.kinds += h.kinds + 1
	return g
}

// add sums two counts. What is unknown in one is unknown in the sum, but for
// the low figure, to which even one group's adds.
func add(a, b geo.Count) geo.Count {
	var out geo.Count
	if n, m, ok := both(a.Best, b.Best); ok {
		out.Best = geo.Known(n + m)
	}
	if n, m, ok := both(a.High, b.High); ok {
		out.High = geo.Known(n + m)
	}
	n, known := a.Low.Int()
	m, known2 := b.Low.Int()
	if known || known2 {
		out.Low = geo.Known(n + m)
	}
	return out
}

func both(a, b geo.Figure) (n, m int, ok bool) {
	n, k := a.Int()
	m, l := b.Int()
	return n, m, k && l
}

// groups finds the people of a sentence, in order, without overlap.
func (w *Words) groups() []group {
	var out []group
	part := false
	for i := 0; i < w.Len(); {
		switch x := w.At(i); {
		case x == "including" || x == "include" || x == "includes" || x == "included" || x == "among" && (w.At(i+1) == "them" || w.At(i+1) == "whom" || w.At(i+1) == "the"), x == "mostly", x == "mainly",
			x == "comprising", (x == "whom" || x == "them") && w.At(i-1) == "of", x == "(" && !w.acronym(i) || x == "—" || x == "–" || x == "--", w.dash(i) && slices.ContainsFunc(out, counted):
			part = true
		case part && auxiliaries.has(x) || x == ")" || harms[x] != (harm{}) && x != "dead" && x != "bodies" && x != "body":
			part = false
		}
		g, ok := w.group(i)
		if !ok {
			i++
			continue
		}
		if n := len(out); n > 0 && (!g.counted || familyNouns.has(w.At(g.to-1)) || w.At(out[n-1].to-1) == "members") && out[n-1].counted && out[n-1].to == g.from-1 && w.At(g.from-1) == "of" {
			out[n-1].to = g.to // "eight members of the same family"
			i = g.to
			continue
		}
		g.part = part || w.has(g.to, "of", "them") && slices.ContainsFunc(out, counted) || w.has(g.to, "of", "whom") || w.has(g.to, "among", "them") && w.At(g.from-1) == "," || w.names(g, "them") || w.names(g, "whom") || w.someFrom(g, out)
		out = append(out, g)
		i = g.to
	}
	return out
}

func counted(g group) bool { return g.counted }

// someFrom reports whether a bare number right behind those counted before says what some of
// them are: "killed 12 villagers, ten from one family".
func (w *Words) someFrom(g group, before []group) bool {
	n := len(before) - 1
	return g.bare && w.At(g.to) == "from" && w.At(g.from-1) == "," && n >= 0 && before[n].counted && before[n].to == g.from-1
}

// acronym reports whether the acronym of what was named stands in brackets at token i.
func (w *Words) acronym(i int) bool {
	return w.At(i) == "(" && w.Capital(i+1) && w.At(i+2) == ")"
}

// dash reports whether token i is a hyphen that stands for a dash: "six people - two of
// them children - died".
func (w *Words) dash(i int) bool {
	return w.At(i) == "-" && w.Tokens[i].Space && i+1 < w.Len() && w.Tokens[i+1].Space
}

// names reports whether a word is among a group's.
func (w *Words) names(g group, word string) bool {
	for i := g.from; i < g.to; i++ {
		if w.At(i) == word {
			return true
		}
	}
	return false
}

// group reads the people that token i begins with.
func (w *Words) group(i int) (group, bool) {
	if w.At(i-1) == "no" {
		return group{}, false
	}
	if q, ok := w.Quantity(i); ok && !(q.To > i+1 && w.has(q.To, "-", "year", "-", "old")) {
		return w.countedGroup(q)
	}
	switch x := w.At(i); x {
	case "another":
		if h, n := w.harmAt(w.afterAdverbs(i + 1)); n > 0 && h.shape == ed || w.Mark(i+1) && w.At(i+1) != "-" {
			return group{from: i, to: i + 1, count: geo.Exactly(1), counted: true}, true
		}
		return w.singleGroup(i, x)
	case "his", "her", "their":
		if q, ok := w.Quantity(i + 1); ok {
			if g, ok := w.countedGroup(q); ok {
				g.from = i // "the judge and his two guards"
				return g, true
			}
		}
		return w.singleGroup(i, x)
	case "a", "an", "the", "its", "one":
		return w.singleGroup(i, x)
	}
	if personNouns.has(w.At(i)) && !w.Capital(i) && (i == 0 || !w.Capital(i-1)) && (!adjectiveNouns.has(w.At(i)) || w.endsPhrase(i+1) || w.personSoon(i+1)) {
		end := i + 1
		for personNouns.has(w.At(end)) && !w.Capital(end) {
			end++
		}
		return group{from: i, to: end}, true
	}
	return group{}, false
}

func (w *Words) afterAdverbs(i int) int {
	for isAdverb(w.At(i)) {
		i++
	}
	return i
}

// maxHead is how many words may stand between a number and its noun.
const maxHead = 7

// countedGroup reads what a number counts, and refuses what is no people.
func (w *Words) countedGroup(q Quantity) (group, bool) {
	g := group{from: q.From, to: q.To, count: q.Count, counted: true}
	if w.notPeople(q) {
		return g, false
	}
	if w.has(g.to, "more", "than") {
		return g, false // "in 2014 more than 350 people died"
	}
	for w.At(g.to) == "more" || w.At(g.to) == "additional" || w.At(g.to) == "other" {
		g.to++
	}
	last := g.to
	for k := g.to; k < w.Len() && k-q.To < maxHead; k++ {
		x := w.At(k)
		switch {
		case personNouns.has(x) && !(w.Capital(k) && !w.endsPhrase(k+1) && harms[w.At(k+1)] == (harm{})):
			for personNouns.has(w.At(k+1)) && harms[w.At(k+1)] == (harm{}) {
				k++
			}
			g.to = k + 1
			return g, true
		case unitNouns.has(x) && !w.personSoon(k+1):
			return g, false
		case unitNouns.has(x):
			// "two city council officials"
		case x == "and" && w.Capital(k-1) && w.Capital(k+1):
			// "six Turkish and Kenyan nationals"
		case w.attributive(k):
			// "eight displaced people"
		case w.endsPhrase(k), harms[x] != (harm{}), x == "late" || x == "early" || x == "according", x == "close" && w.At(k+1) == "to", w.harmSoon(k):
			return w.headless(g, last)
		case x == "of":
			// "two of its soldiers", "five members of": look on.
		}
		last = k + 1
	}
	return w.headless(g, last)
}

// personSoon reports whether a noun of a person stands at token i or in the two
// places behind it, in the same phrase.
func (w *Words) personSoon(i int) bool {
	for k := i; k < i+3 && k < w.Len() && !w.endsPhrase(k) && w.At(k) != "of"; k++ {
		if leaving.has(w.At(k)) {
			return false // "five attacks left six people dead"
		}
		if personNouns.has(w.At(k)) {
			return true
		}
	}
	return false
}

// headless accepts a number whose noun no list knows: a bare number, or one
// with a plural or a name of a people behind it ("nine Hazaras").
func (w *Words) headless(g group, end int) (group, bool) {
	if end == g.to {
		g.bare = true
		return g, w.numberFits(g)
	}
	if end-g.to > 3 {
		return g, false
	}
	x := w.At(end - 1)
	if strings.HasSuffix(x, "s") && !strings.HasSuffix(x, "ss") || strings.HasSuffix(x, "men") || w.people(end-1) {
		g.to = end
		return g, true
	}
	return g, false
}

// people reports whether the capitalised word at token i names those to whom what
// follows was done: "13 Berti were killed", "five Sudanese died".
func (w *Words) people(i int) bool {
	return w.Capital(i) && !weekdays.has(w.At(i)) && (w.At(i-1) == "one" && Demonym(w.Span(i, i+1)) && w.At(i+1) == "and" || beForms.has(w.At(i+1)) || haveForms.has(w.At(i+1)) || w.harmSoon(i+1))
}

// harmSoon reports whether token i, or what follows adverbs there, begins to say that
// people came to harm: "seriously injured", "sustained wounds".
func (w *Words) harmSoon(i int) bool {
	if !isAdverb(w.At(i)) && w.sustained(i) == 0 {
		return false
	}
	h, n := w.harmAt(w.afterAdverbs(i))
	return n > 0 && h.shape != noun
}

// attributive reports whether the word of harm at token i only says who the people
// behind it are: "displaced families" are those who come to harm now.
func (w *Words) attributive(i int) bool {
	return w.At(i) == "displaced" && (personNouns.has(w.At(i+1)) || w.Capital(i+1) && strings.HasSuffix(w.At(i+1), "s"))
}

// numberFits reports whether a bare number may count people: it is no year and
// no number of a road or a regiment.
func (w *Words) numberFits(g group) bool {
	n := g.to - 1
	if w.Tokens[n].Kind == text.Number && isYear(w.At(n)) {
		return false
	}
	if w.At(g.from-1) == "," && w.At(g.to) == "," && w.Capital(g.from-2) {
		return false // the age of somebody named
	}
	return !w.Capital(g.from-1) || g.from == 1
}

// notPeople refuses ages, dates, money, shares and lengths.
func (w *Words) notPeople(q Quantity) bool {
	before, next := w.At(q.From-1), w.At(q.To)
	switch {
	case next == "-" && !w.Tokens[q.To].Space, next == "%" || next == "percent" || next == "per":
		return true
	case currency.has(before), before == "age", before == "no.", before == "number":
		return true
	case w.isAge(q.From - 1):
		return true
	case monthWords.has(before) || monthWords.has(next) && w.Capital(q.To):
		return true
	case unitNouns.has(next) && !w.personSoon(q.To+1), next == "a.m." || next == "p.m." || next == "am" || next == "pm":
		return true
	case w.At(q.From-1) == "/" || next == "/":
		return true
	}
	return false
}

// isAge reports whether a number behind token i belongs to ages: "aged from four to ten".
func (w *Words) isAge(i int) bool {
	for n := 0; n < 4; n++ {
		switch x := w.At(i - n); x {
		case "aged":
			return true
		case "from", "between", "to", "and":
		default:
			if _, _, ok := w.Number(i - n); !ok {
				return false
			}
		}
	}
	return false
}

var (
	currency   = setOf("$ £ € us$ rs rs. usd eur ₹")
	monthWords = setOf("january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec.")
	// unitNouns are counted and are no people.
	unitNouns = setOf(`year years month months week weeks day days hour hours minute minutes second seconds kilometre kilometres kilometer kilometers km kms mile miles metre metres meter meters feet foot ft
		percent per dollars dollar euros euro pounds rupees dinars tons tonnes ton kg kilograms kilogram kilos kilo acres hectares barrels
		vehicle vehicles car cars truck trucks bus buses tank tanks house houses home homes building buildings shop shops school schools village villages town towns city cities church churches mosque mosques hut huts
		bomb bombs explosion explosions blast blasts attack attacks bombing bombings rocket rockets mortar mortars shell shells missile missiles round rounds grenade grenades shot shots bullet bullets
		strike strikes raid raids airstrikes airstrike times time place places province provinces district districts state states country countries base bases checkpoint checkpoints
		bird birds chicken chickens hogs pigs swans ducks geese toads animals animal fish whales dolphins horses poultry turkeys dogs cats elephants rhinos
	howitzer howitzers mortars launchers cattle livestock sheep goats cows camels weapons rifles guns assault kalashnikovs ak boats boat ships ship aircraft helicopters planes plane jets drones vessels motorcycles motorbikes
		points seats votes goals cents degrees nd rd th incidents incident separate different cases case stations station areas area buildings mines families households locations neighbourhoods neighborhoods
		embassy embassies consulate consulates bodyguards' hospitals hospital roadside suicide car truck phone calls demands stages months-long inches knots lots wells oilfields`)
)

// singleGroup reads one person, or people without a number: "a senior police
// officer", "the governor's driver", "his wife", "the villagers".
func (w *Words) singleGroup(i int, determiner string) (group, bool) {
	head := -1
	for k := i + 1; k < w.Len() && k-i < 9; k++ {
		x := w.At(k)
		if _, _, number := w.Number(k); head < 0 && k > i+1 && (number || sayings.has(x) || leaving.has(x)) {
			break // "a source reported eight civilians dead", "the raid left two soldiers dead"
		}
		if personNouns.has(x) && !w.ofNation(k) && !(w.Capital(k) && (w.Capital(k+1) || w.personSoon(k+1))) && !(adjectiveNouns.has(x) && !w.endsPhrase(k+1) && !personNouns.has(w.At(k+1)) && w.personSoon(k+2)) {
			head = k
			continue
		}
		if head >= 0 && x != "'s" && x != "-" || w.endsPhrase(k) && !w.acronym(k) || x == "of" || harms[x] != (harm{}) {
			break
		}
		switch {
		case x == "'s":
			head = -1
		case w.acronym(k):
			k += 2
		}
	}
	if head < 0 {
		return group{}, false
	}
	g := group{from: i, to: head + 1}
	if n, end, ok := w.Number(head + 2); ok && w.At(head+1) == "of" && w.At(head) == "family" && (determiner == "a" || determiner == "one") && !personNouns.has(w.At(end)) {
		g.to, g.count, g.counted = end, geo.Exactly(n), true // "a family of six"
		return g, true
	}
	if singular(w.At(head)) || w.At(head) == "personnel" && (determiner == "a" || determiner == "an" || determiner == "one") {
		g.count, g.counted = geo.Exactly(1), true
	} else if determiner == "a" && w.At(head) == "couple" {
		g.count, g.counted = geo.Exactly(2), true
	}
	return g, true
}

// ofNation reports whether token k, which may name somebody of a nation or faith, only describes
// the noun behind it: "on the Pakistani side", "the Iraqi town".
func (w *Words) ofNation(k int) bool {
	if !w.Capital(k) || w.Capital(k+1) {
		return false
	}
	_, place := placeNouns()[w.At(k+1)]
	return place || nationNouns.has(w.At(k+1))
}

var nationNouns = setOf("side border part parts army military government police forces authorities embassy consulate mosque church ministry parliament state coast soil officials media")

// adjectiveNouns name people by themselves, or describe the noun behind them: "a
// local council member".
var adjectiveNouns = setOf("local male female adult executive senior major general deputy")

// familyNouns gather those who are counted before "of": "five members of one
// family".
var familyNouns = setOf("family families household households couple crew")

// leaving are verbs that people are the object of, behind a subject that is
// none.
var leaving = setOf("left leaving leave leaves killed kills wounded wounds injured reported reporting")

// singular reports whether a person noun names one person.
func singular(noun string) bool {
	switch {
	case collective.has(noun):
		return false
	case strings.HasSuffix(noun, "men") || strings.HasSuffix(noun, "people") || noun == "children":
		return false
	}
	return !strings.HasSuffix(noun, "s") || noun == "boss"
}

var collective = setOf("police militia staff personnel crew family crowd dead wounded injured group executive humanitarian them sex couple labor folk public infantry peshmerga mujahideen mujahedeen fedayeen")
