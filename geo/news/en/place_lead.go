package en

import (
	"strings"

	"github.com/dateline-map/dateline/geo/news/text"
)

// Lead is what stands before a place name and belongs to it: "10 km east of",
// "in the northern city of".
type Lead struct {
	From     int    // its first token; the name's own if nothing belongs to it
	Prep     string // the preposition that it begins with; empty if there is none
	Kind     string // what a noun calls the place, as a place type
	Noun     bool   // a noun of place calls it something, if only "area"
	Plural   bool   // that noun is in the plural: "the towns of"
	Relation string // how the event lies to the place: "south of", "near", "northern"
}

// maxLead is how many tokens a lead may have.
const maxLead = 14

// Lead reads what stands before the name that begins at token name.
func (w *Words) Lead(name int) Lead {
	r := leadReader{w: w, Lead: Lead{From: name}, k: name - 1}
	if w.apposedNoun(name) {
		r.k--
	}
	r.part(name)
	for name-r.k < maxLead && r.step() {
	}
	if r.Noun && (w.ranks(r.From) || w.oneOf(r.From, name)) {
		r.Kind = ""
	}
	return r.Lead
}

// ranks reports whether a lead that begins at token i says of the place told before the comma
// what it is to the one that follows: "Nyala, the largest city of Darfur".
func (w *Words) ranks(i int) bool {
	if !determiners.has(w.At(i)) || w.At(i-1) != "," || !w.Capital(i-2) {
		return false
	}
	return w.At(i) != "the" || ranking.has(w.At(i+1))
}

// oneOf reports whether a lead from token i up to a name says that something lies in a part of
// what the name is: "in a town of central Mali".
func (w *Words) oneOf(i, name int) bool {
	if !directions.has(w.At(name-1)) && w.At(name-1) != "central" || w.At(name-2) != "of" && (w.At(name-2) != "in") {
		return false
	}
	for ; i < name; i++ {
		if x := w.At(i); x == "a" || x == "an" || x == "several" || x == "two" || x == "three" {
			return true
		}
	}
	return false
}

// ranking are adjectives that tell one town of an area from the others.
var ranking = setOf("largest biggest second third main principal chief only")

// apposedNoun reports whether the name that begins at token i is that of the town told of
// right before the comma: "in the state capital, Chilpancingo, students marched".
func (w *Words) apposedNoun(i int) bool {
	if i < 3 || w.At(i-1) != "," || !settled.has(w.At(i-2)) && w.At(i-2) != "capital" {
		return false
	}
	end := i + 1
	for w.Capital(end) {
		end++
	}
	if end < w.Len() && w.At(end) != "," {
		return false
	}
	for k := i - 3; k >= 0 && i-k < 8; k-- {
		x := w.At(k)
		if x == "the" || x == "another" {
			return k == 0 || prepositions.has(w.At(k-1))
		}
		if !leadAdjectives.has(x) && !directions.has(x) && !isAdjective(x) && x != "state" && x != "district" && x != "-" && !w.Capital(k) && x != "'s" {
			return false
		}
	}
	return false
}

type leadReader struct {
	w *Words
	Lead
	k int // the token to be read
}

// part reads "northern" right before a name.
func (r *leadReader) part(name int) {
	if w := r.w.At(name - 1); directions.has(w) && w != "centre" && w != "center" {
		r.Relation = w
		r.k, r.From = name-2, name-1
	}
}

// step takes one more word into the lead, and reports whether to go on.
func (r *leadReader) step() bool {
	w := r.w.At(r.k)
	kind, place := placeNouns()[w]
	switch {
	case w == "":
		return false
	case w == "of":
		return r.of()
	case w == "nearby" && (prepositions.has(r.w.At(r.k-1)) || determiners.has(r.w.At(r.k-1)) && prepositions.has(r.w.At(r.k-2))):
		// "in nearby Gao", "in the nearby town of": it happened in that one
	case nearWords.has(w):
		r.relate(w)
		r.take(w)
		return false
	case w == "to" && r.w.At(r.k-1) == "close":
		r.relate("near")
		r.take("near")
		r.From--
		return false
	case w == "to" && ways.has(r.w.At(r.k-1)):
		return r.wayTo()
	case w == "from" && r.measured():
		return false
	case prepositions.has(w):
		r.take(w)
		return false
	case place && !r.w.Capital(r.k):
		r.Noun, r.Plural = true, r.Plural || strings.HasSuffix(w, "s")
		if r.Kind == "" {
			r.Kind = kind
		}
	case w == "'s":
		return r.owner()
	case r.w.Capital(r.k) && r.Noun && isDemonymLike(w) && r.k > 0:
		// "the southern Philippine city of"
	case determiners.has(w), leadAdjectives.has(w), directions.has(w), isAdjective(w), w == "-" && r.w.Tokens[r.k].Kind == text.Mark, isHeld(r.w, r.k):
	default:
		return false
	}
	r.From = r.k
	r.k--
	return true
}

// ways lead to a place and are near it.
var ways = setOf("road roads highway route motorway axis")

// wayTo reads "on the main road to", whose "to" is token k.
func (r *leadReader) wayTo() bool {
	for k := r.k - 1; r.k-k < 6; k-- {
		switch w := r.w.At(k); {
		case w == "on" || w == "along":
			r.relate("near")
			r.Prep, r.From, r.k = w, k, k-1
			return false
		case ways.has(w), determiners.has(w), leadAdjectives.has(w), directions.has(w), isAdjective(w):
		default:
			r.take("to")
			return false
		}
	}
	return false
}

// take makes token k the lead's preposition.
func (r *leadReader) take(prep string) {
	r.Prep, r.From = prep, r.k
	if prep == "between" {
		r.relate(prep)
	}
	r.k--
}

// relate notes a relation unless a nearer one is known; a part of a place
// ("northern") gives way.
func (r *leadReader) relate(words string) {
	if r.Relation == "" || directions.has(r.Relation) {
		r.Relation = words
	}
}

// of reads what stands before "of": "the city of", "10 km (6 miles) east of",
// "on the outskirts of".
func (r *leadReader) of() bool {
	before := r.w.At(r.k - 1)
	kind, place := placeNouns()[before]
	switch {
	case compass.has(before):
		return r.bearing()
	case before == "outskirts" || before == "suburbs" || before == "vicinity" || before == "edge":
		r.relate("on the outskirts of")
	case siteNouns.has(before) && !r.Noun && !r.w.Capital(r.k-1):
		// "outside the police station of Timbio"
	case before == "outside" || before == "short":
		r.relate("outside")
		r.From, r.Prep = r.k-1, "outside"
		return false
	case place && !r.w.Capital(r.k-1):
		r.Noun, r.Plural = true, r.Plural || strings.HasSuffix(before, "s")
		if r.Kind == "" && r.Relation == "" {
			r.Kind = kind
		}
	case partNouns.has(before):
	default:
		r.take("of")
		return false
	}
	r.From = r.k - 1
	r.k -= 2
	return true
}

// siteNouns name what stands in a place: "the market of Gao".
var siteNouns = setOf("station market hospital mosque church school airport prison barracks hall headquarters bridge port cathedral stadium university courthouse square")

// bearing reads "10 km (6 miles) south of" whose "of" is token k. Whatever
// noun of place stands further left names another place.
func (r *leadReader) bearing() bool {
	from := r.k - 1
	for from > 0 && r.k-from < 12 && distanceWords(r.w, from-1) {
		from--
	}
	r.relate(r.w.unbracketed(from, r.k+1))
	r.From, r.k = from, from-1
	for n := 0; n < 6; n++ { // "in a village south of", "in the Sinai, east of"
		w := r.w.At(r.k)
		_, place := placeNouns()[w]
		switch {
		case prepositions.has(w):
			r.take(w)
			return false
		case place || determiners.has(w) || leadAdjectives.has(w) || isAdjective(w):
			r.From = r.k
			r.k--
		default:
			r.Prep = "near"
			return false
		}
	}
	return false
}

// Measured reports whether a relation says how far from a place something lies: "seven
// kilometres east of", "10 km south of".
func Measured(relation string) bool {
	for word := range strings.FieldsSeq(relation) {
		if lengths.has(strings.TrimLeft(strings.ToLower(word), "0123456789.,")) {
			return true
		}
	}
	return false
}

// Unmeasured reports whether a relation has a number without its unit: "some 330 northwest of".
func Unmeasured(relation string) bool {
	return strings.ContainsAny(relation, "0123456789") && !Measured(relation)
}

// lengths are the units in which such a relation may count.
var lengths = setOf("km kms kilometres kilometers kilometre kilometer miles mile mi metres meters m")

// measured reads "about 15 km (9 miles) away from", whose "from" is token k, and reports whether it
// stands there.
func (r *leadReader) measured() bool {
	to := r.k
	if r.w.At(to-1) == "away" || r.w.At(to-1) == "distance" {
		to--
	}
	from := to
	for from > 0 && to-from < 12 && distanceWords(r.w, from-1) {
		from--
	}
	if from == to || !lengths.has(r.w.At(to-1)) && r.w.At(to-1) != ")" {
		return false
	}
	if relation := strings.TrimSpace(r.w.unbracketed(from, to)); lengths.has(relation) {
		r.relate("near") // "a few kilometres from"
	} else {
		r.relate(relation + " from")
	}
	r.From, r.Prep, r.k = from, "near", from-1
	return true
}

// distanceWords reports whether token i may belong to "some 10 km (6 miles)".
func distanceWords(w *Words, i int) bool {
	x := w.At(i)
	switch x {
	case "(", ")", "about", "some", "just", "around", "approximately", "roughly", "nearly", "to", "the", "far", "-":
		return x != "the" && x != "to" || w.At(i+1) != "" && compass.has(w.At(i+1)) && x == "the" || x == "to" && w.At(i+1) == "the"
	}
	if lengths.has(x) || lengths.has(strings.TrimLeft(x, "0123456789.,")) {
		return true // "70km"
	}
	_, _, number := w.Number(i)
	return number && i >= 0 && w.Tokens[i].Kind == text.Number || units[x] > 0 || tens[x] > 0
}

// owner skips "Iraq's" before a name, and "the province's".
func (r *leadReader) owner() bool {
	k := r.k - 1
	for r.w.Capital(k) || r.w.At(k) == "-" && r.w.Capital(k-1) {
		k--
	}
	if _, place := placeNouns()[r.w.At(k)]; place && k == r.k-1 && r.w.At(k-1) == "the" {
		k -= 2 // "in the province's Gao"
	}
	if k == r.k-1 {
		return false
	}
	r.From, r.k = k+1, k
	return true
}

// isHeld reports whether token k is the end of an adjective such as
// "militant-held", "war-torn", "oil-rich", "Taliban-controlled".
func isHeld(w *Words, k int) bool {
	return w.At(k-1) == "-" && k > 1 && !w.Capital(k) || w.At(k+1) == "-" && (!w.Capital(k) || CompoundEnd(w.At(k+2)) && !w.Tokens[k+1].Space)
}

// PlaceTail reads the noun of place that follows a name ending at token end:
// "Kirkuk province", "the Domiz refugee camp". It returns the index after the
// noun, or end if none follows.
func (w *Words) PlaceTail(end int) (kind string, to int) {
	for _, p := range tailPhrases {
		if w.has(end, p.words...) {
			return p.kind, end + len(p.words)
		}
	}
	if w.At(end) == "state" && w.stateTail(end) {
		return "adm1", end + 1
	}
	i := end
	for i < end+2 && siteKinds.has(w.At(i)) {
		i++
	}
	if kind, ok := placeNouns()[w.At(i)]; ok && !tailless.has(w.At(i)) && (i == end || !w.Capital(i)) {
		return kind, i + 1
	}
	return "", end
}

// stateTail reports whether "state" at token i, behind a name, says that a state of a federation
// is meant: "in Kano state", but not "Dolvia state television", "the Islamic State".
func (w *Words) stateTail(i int) bool {
	if w.Capital(i) || stateThings.has(w.At(i+1)) || w.At(i+1) == "-" && !w.Tokens[i+1].Space {
		return false
	}
	return w.Capital(i-1) && w.At(i-1) != "islamic"
}

// stateThings belong to the state that a country is.
var stateThings = setOf("tv television media radio news department run owned visit party bank company agency building house television broadcaster newspaper press security secrets intelligence funeral oil airline institutions")

var tailPhrases = []struct {
	words []string
	kind  string
}{
	{[]string{"border", "crossing"}, "crossing"},
	{[]string{"border", "post"}, "crossing"},
	{[]string{"border", "town"}, "town"},
	{[]string{"refugee", "camp"}, "camp"},
	{[]string{"air", "base"}, "airbase"},
	{[]string{"military", "base"}, "facility"},
	{[]string{"army", "base"}, "facility"},
	{[]string{"local", "government", "area"}, "adm2"},
	{[]string{"local", "government"}, "adm2"},
	{[]string{"tribal", "district"}, "adm2"},
	{[]string{"tribal", "region"}, "region"},
	{[]string{"tribal", "area"}, "region"},
	{[]string{"tribal", "agency"}, "adm2"},
	{[]string{"county", "seat"}, "town"},
	{[]string{"international", "airport"}, "airport"},
}

// tailless nouns of place do not make the name before them a place's.
var tailless = setOf("nation nations country countries parliament government state states part parts position positions building buildings border headquarters hq base bases port ports facility facilities bridge ground post posts farms palace capital")

var (
	compass    = setOf("north south east west northeast northwest southeast southwest")
	directions = setOf(`north south east west northern southern eastern western northeastern northwestern southeastern southwestern northeast northwest southeast southwest
		north-eastern centre center`)
	nearWords = setOf("near outside around nearby overlooking")
	partNouns = setOf(`parts part centre center heart middle capital streets outskirts suburbs coast edge side sides half most much all control capture seizure fall majority rest last
		countryside north south east west gates entrance entrances shores banks bank downtown mouth port ports stretch stretches swathes swaths areas area tip foot slopes`)
	leadAdjectives = setOf(`central downtown restive volatile remote small tiny main key strategic ancient historic troubled nearby neighbouring neighboring mainly mostly largely predominantly
		sunni shiite shia kurdish christian muslim arab turkish iraqi syrian afghan pakistani nigerian somali israeli russian ukrainian largest second third biggest major provincial regional national
		mountainous poor rich besieged embattled divided disputed lawless contested flashpoint capital border port coastal mining desert oil tribal rebel militant insurgent held controlled
		same whole entire surrounding busy crowded upscale affluent beleaguered strife conflict war torn hit famous popular northernmost southernmost occupied new old inner greater rural urban
		mixed religiously ethnically heavily fortified former militants' rebels' tourist resort holy shrine garrison commercial economic financial industrial farming fishing market two three four several nine five six seven other
		neighborhood's city's quiet seaside lakeside riverside hilltop besieged sprawling impoverished isolated`)
)

// ClauseBreaks counts what separates two tokens: the commas, conjunctions and
// relative words between them, and whether a verb of saying is among them.
func (w *Words) ClauseBreaks(i, j int) (breaks int, said bool) {
	for k := i; k < j; k++ {
		x := w.At(k)
		switch {
		case w.saysAt(k):
			said = true
			breaks++
		case x == "," || x == ";" || x == ":" || x == "–" || x == "—" || x == "--":
			breaks++
		case clauseMarks.has(x) && x != "that", conjunctions.has(x):
			breaks++
		}
	}
	return breaks, said
}

// LabelEnd reports whether a name that ends before token i is the label of what
// follows: "MANBIJ - …", "PANJGUR, Pakistan - …".
func (w *Words) LabelEnd(i int) bool {
	if w.At(i) == "," && w.Capital(i+1) {
		for i++; w.Capital(i); i++ {
		}
	}
	switch w.At(i) {
	case "-":
		return i+1 < w.Len() && w.Tokens[i+1].Space
	case "--", "–", "—", ":":
		return true
	}
	return false
}

// saysAt reports whether somebody says something by the verb at token i, and not
// the States, nor "fighting was reported in Gao".
func (w *Words) saysAt(i int) bool {
	if !sayings.has(w.At(i)) || i > 0 && w.Capital(i) {
		return false
	}
	k := i - 1
	for isAdverb(w.At(k)) {
		k-- // "were also reported in Mopti"
	}
	return w.At(k) != "was" && w.At(k) != "were" && w.At(k) != "been" && !((w.At(k) == "is" || w.At(k) == "are") && w.At(i+1) == "to")
}

// OpensSentence reports whether a word, written large where a sentence begins, is
// part of no name.
func OpensSentence(w string) bool {
	return prepositions.has(w) || clauseMarks.has(w) || conjunctions.has(w) || pronouns.has(w) || isAdverb(w)
}

// Preposition reports whether a word is one.
func Preposition(w string) bool { return prepositions.has(w) }

// Saying reports whether a word is a verb of saying.
func Saying(w string) bool { return sayings.has(w) }

// Determiner reports whether a word begins a noun's phrase.
func Determiner(w string) bool { return determiners.has(w) }

// Auxiliary reports whether a word is an auxiliary verb.
func Auxiliary(w string) bool { return auxiliaries.has(w) }

// Stem cuts the ending off a verb's form, so that its regular forms share one
// stem.
func Stem(w string) string {
	switch n := len(w); {
	case n > 5 && strings.HasSuffix(w, "ing"):
		w = w[:n-3]
	case n > 4 && strings.HasSuffix(w, "ed"):
		w = w[:n-2]
	case n > 4 && strings.HasSuffix(w, "es"):
		w = w[:n-2]
	case n > 3 && strings.HasSuffix(w, "s") && w[n-2] != 's':
		w = w[:n-1]
	case n > 3 && strings.HasSuffix(w, "e"):
		w = w[:n-1]
	}
	return w
}

// NamesWay reports whether a name that ends before token i is a road's, which leads to the
// place: "on the Herat highway".
func (w *Words) NamesWay(i int) bool {
	switch w.At(i) {
	case "highway", "motorway":
		return true
	case "street", "avenue", "boulevard", "road", "square":
		return w.Capital(i)
	}
	return false
}

// Road reports whether a hyphen at token i parts the two ends of a road: "the
// Beni-Kasindi road".
func (w *Words) Road(i int) bool {
	if w.At(i) != "-" && w.At(i) != "–" || i < 1 || i+2 >= w.Len() || w.Tokens[i].Space != w.Tokens[i+1].Space || !w.Capital(i-1) || !w.Capital(i+1) {
		return false
	}
	return ways.has(w.At(i+2)) && w.At(i-2) != "-"
}
