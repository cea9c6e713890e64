package en

// What joins two names: lists, what one holds, what another is said to be.

// Link says what joins two names.
type Link uint8

// The links. The zero Link is none.
const (
	NoLink   Link = iota
	Listed        // "Rawa and Ana", "Rawa, Ana and Qaim"
	Enclosed      // the second holds the first: "Nablus, West Bank", "Wase in Plateau state"
	Owned         // the first holds the second: "Kenya's Garissa county"
)

// LinkOf says what the tokens from i to j, which stand between two names, make
// of them.
func (w *Words) LinkOf(i, j int) Link {
	if j-i > 9 || i >= j {
		return NoLink
	}
	if longDash(w.At(i)) && w.At(i+1) != "in" {
		return NoLink
	}
	if w.apposes(i, j) || w.partOf(i, j) {
		return Enclosed
	}
	if w.townOf(i, j) {
		return Owned
	}
	if w.siteIn(i, j) {
		return Enclosed
	}
	var r linkReader
	for k := i; k < j; k++ {
		x := w.At(k)
		_, place := placeNouns()[x]
		if _, called := placeNouns()[w.At(k+1)]; k == i && !place && !(called && k+2 == j) && (leadAdjectives.has(x) || isAdjective(x) || determiners.has(x) && x != "'s") {
			return NoLink // "a Sufi shrine in"
		}
		if l, done := r.read(w, i, k, j); done {
			return l
		}
	}
	return r.link()
}

// linkReader is what was read so far of the tokens between two names.
type linkReader struct{ and, in, comma, part bool }

// read reads token k of those from i to j. It reports whether that decides, and how.
func (r *linkReader) read(w *Words, i, k, j int) (l Link, done bool) {
	x := w.At(k)
	_, place := placeNouns()[x]
	switch {
	case x == "and" || x == "or" || x == "&":
		if r.in {
			return NoLink, true
		}
		if w.sameLead(i, k+1, j) {
			return Listed, true
		}
		r.and = true
	case x == ",":
		if _, _, number := w.Number(k + 1); number && k == i {
			return NoLink, true // "in eastern Yemen, two US drones"
		}
		r.comma = true
	case x == "as" && w.has(k, "as", "well", "as") && placePrepositions.has(w.At(k+3)) && w.leadsOn(k+4, j):
		return Listed, true // "in Gao and Mopti, as well as in northern" Kidal
	case x == "of" && r.and && r.part:
		// "and large swathes of the province of" Kidal
	case x == "of" && r.and && !r.in && !r.comma && settled.has(w.At(k-1)):
		// "and the nearby town of" Ana
	case x == "in" && r.comma && w.numberEndsAt(k):
		return NoLink, true // "died in Gao, nine in" Mopti
	case x == "in" || x == "of" || x == "within" || x == "inside" || x == "(" || x == "at" && k > i && (settled.has(w.At(k-1)) || Towns(w.At(k-1))):
		r.in = true
	case x == "'s":
		return w.ownedLink(k+1, j), true
	case x == "including" || x == "especially" || x == "notably":
		r.and = true
	case r.and && (partOfPlace(x) && w.At(k+1) == "of" || (x == "large" || x == "vast") && partOfPlace(w.At(k+1))):
		r.part = true
	case r.and && w.oneMore(k, j):
		return Listed, true
	case place, determiners.has(x), leadAdjectives.has(x), directions.has(x), x == "-", x == ")", longDash(x), x == "local" || x == "government" || x == "both" || x == "all" || x == "as" || x == "well" || x == "also" || x == "state":
	default:
		if !isAdjective(x) {
			return NoLink, true
		}
	}
	return NoLink, false
}

// link says what all tokens between two names make of them.
func (r *linkReader) link() Link {
	switch {
	case r.and && !r.in:
		return Listed
	case r.in && !r.and:
		return Enclosed
	case !r.and && !r.comma:
		return Owned // "Anbar capital Ramadi"
	case r.comma && !r.and:
		return Enclosed // or a list: the reader of the names decides
	}
	return NoLink
}

// numberEndsAt reports whether a number, and nothing that it counts, stands before token i.
func (w *Words) numberEndsAt(i int) bool {
	_, next, ok := w.Number(i - 1)
	return ok && next == i
}

// longDash reports whether a token is the dash that parts a list from its sentence: "three
// villages -- Gao, Kona and Lere -- in" Mopti.
func longDash(x string) bool { return x == "--" || x == "–" || x == "—" }

// townOf reports whether the tokens from i to j, between two names, only say by a noun what
// kind of town the first has in the second: "the Amazon jungle city of" Manaus.
func (w *Words) townOf(i, j int) bool {
	if j-i != 3 || w.At(j-1) != "of" || !settled.has(w.At(j-2)) || w.Mark(i) {
		return false
	}
	x := w.At(i)
	return !prepositions.has(x) && !determiners.has(x) && !conjunctions.has(x) && !auxiliaries.has(x) && !clauseMarks.has(x) && !sayings.has(x) && !isAdverb(x) && !w.Capital(i)
}

// siteIn reports whether the tokens from i to j say by a noun and what describes it that the
// first of two names is that of a site in the second: "the Durak military outpost in" Hakkari,
// "the Marikana informal settlement, in" Cape Town.
func (w *Words) siteIn(i, j int) bool {
	for k := i; k < j && k-i < 4; k++ {
		x := w.At(k)
		if w.Mark(k) || w.Capital(k) || prepositions.has(x) || determiners.has(x) || conjunctions.has(x) || auxiliaries.has(x) || clauseMarks.has(x) || sayings.has(x) || isAdverb(x) {
			return false
		}
		end := k + 1
		if w.At(end) == "," {
			end++
		}
		_, place := placeNouns()[x]
		if (place && k > i || siteEnds.has(x) && !ways.has(x) && x != "street" && x != "avenue") && (w.At(end) == "in" || w.At(end) == "within") {
			return end < j && w.leadsOn(end+1, j)
		}
	}
	return false
}

// leadsOn reports whether the tokens from i to j do no more than lead to the name behind
// them: "the restive northern province of".
func (w *Words) leadsOn(i, j int) bool {
	for k := i; k < j; k++ {
		x := w.At(k)
		if _, place := placeNouns()[x]; !place && x != "of" && !determiners.has(x) && !leadAdjectives.has(x) && !directions.has(x) && !isAdjective(x) {
			return false
		}
	}
	return true
}

// OneMore reports whether token i ends what counts more of the same, behind a comma or an
// "and": "two strikes near Gao, three" near Mopti "and another" in Kidal.
func (w *Words) OneMore(i int) bool {
	switch w.At(i) {
	case "another":
		return w.joins(i - 1)
	case "others", "more":
		i--
	}
	_, _, number := w.Number(i)
	return number && w.joins(i-1)
}

// joins reports whether token i is a comma or an "and".
func (w *Words) joins(i int) bool { return w.At(i) == "," || w.At(i) == "and" }

// sameLead reports whether the name at token j stands behind the preposition at token k,
// and the name that ends before token i behind the same: "fled to Gao and to" Mopti.
func (w *Words) sameLead(i, k, j int) bool {
	if k+1 != j || !placePrepositions.has(w.At(k)) || w.At(k) == "of" {
		return false
	}
	for n := i - 1; n >= 0 && i-n < 6; n-- {
		if w.At(n) == w.At(k) {
			return true
		}
		if !w.Capital(n) && w.At(n) != "-" && !determiners.has(w.At(n)) && !leadAdjectives.has(w.At(n)) {
			return false
		}
	}
	return false
}

// partOfPlace reports whether a word means a part of a place.
func partOfPlace(x string) bool {
	return x == "areas" || x == "swathes" || x == "swaths" || partNouns.has(x)
}

// oneMore reports whether the tokens from i up to the name at token j tell of one more
// of the same kind there: "bombs went off in Rawa, Ana and one near" Haditha. Behind
// a word of harm they count its victims: "two died in Rawa and one in" Ana.
func (w *Words) oneMore(i, j int) bool {
	if _, _, number := w.Number(i); !number && w.At(i) != "another" || i+2 != j || !placePrepositions.has(w.At(i+1)) && w.At(i+1) != "at" {
		return false
	}
	for k := range i {
		if _, n := w.harmAt(k); n > 0 {
			return false
		}
	}
	return true
}

// apposes reports whether what stands between two names calls the first something
// that lies in the second: ", a coca-growing hub in", ", a village in the south of".
func (w *Words) apposes(i, j int) bool {
	if w.At(i) != "," || w.At(i+1) != "a" && w.At(i+1) != "an" {
		return false
	}
	in := false
	for k := i + 2; k < j; k++ {
		x := w.At(k)
		switch {
		case in:
			if !prepositions.has(x) && !determiners.has(x) && !directions.has(x) && !leadAdjectives.has(x) {
				return false
			}
		case x == "in" || x == "of":
			in = settled.has(w.At(k - 1))
			if !in {
				return false
			}
		case w.Mark(k) && x != "-", auxiliaries.has(x), clauseMarks.has(x), conjunctions.has(x), prepositions.has(x):
			return false
		}
	}
	return in
}

// settled are what people live in, as they are called behind a name.
var settled = setOf("city town village hamlet settlement community municipality suburb district neighbourhood neighborhood quarter hub stronghold outpost base camp port area")

// partOf reports whether the tokens from i up to j say that what stands before them
// lies in a part of what stands behind: "in Lahore, eastern Pakistan", and without
// the comma.
func (w *Words) partOf(i, j int) bool {
	if _, place := placeNouns()[w.At(i)]; place {
		i++
	}
	for k := i; k < j; k++ {
		if !directions.has(w.At(k)) {
			return false
		}
	}
	return i < j
}

// OwnedBy reports whether the tokens from i to j, behind a name, begin what
// another name is said to be: "cities of", "town of".
func (w *Words) OwnedBy(i, j int) bool {
	if j-i < 2 || w.At(j-1) != "of" {
		return false
	}
	_, place := placeNouns()[w.At(i)]
	return place
}

func (w *Words) ownedLink(i, j int) Link {
	for k := i; k < j; k++ {
		x := w.At(k)
		_, place := placeNouns()[x]
		comma := x == "," && k == j-1 && k > i
		if !place && !comma && !leadAdjectives.has(x) && !directions.has(x) && !isAdjective(x) && x != "of" && x != "-" {
			return NoLink
		}
	}
	return Owned
}

// AndAt reports whether between two tokens stands no more than that something happened at
// another site as well: "(in Gao) and at a market (in Mopti)".
func (w *Words) AndAt(i, j int) bool {
	if w.At(i) == "," {
		i++
	}
	if w.At(i) != "and" || !sitePreps.has(w.At(i+1)) || j-i > 8 || j-i < 3 {
		return false
	}
	for k := i + 2; k < j; k++ {
		x := w.At(k)
		if w.Mark(k) && x != "-" && x != "'s" || auxiliaries.has(x) || clauseMarks.has(x) || conjunctions.has(x) || sayings.has(x) || prepositions.has(x) && x != "of" {
			return false
		}
	}
	return true
}

// sitePreps lead to where something happened.
var sitePreps = setOf("at in on near outside inside")

// AndOthers reports whether a list of names goes on at token i with those that are
// only counted: "in Gao, Mopti and at least four other cities", "Gao, Mopti and others".
func (w *Words) AndOthers(i int) bool {
	if w.At(i) != "and" && w.At(i) != "," {
		return false
	}
	if w.has(i, "and", "others") || w.has(i, "and", "elsewhere") {
		return true
	}
	others := false
	for k := i + 1; k < i+7; k++ {
		if _, place := placeNouns()[w.At(k)]; place && others && !w.Capital(k) {
			return true
		}
		others = others || w.At(k) == "other" || w.At(k) == "several"
	}
	return false
}

// WayTo reports whether a lead that begins with token i only says where a road leads, where
// somebody was going, "blocked the highway to Acapulco", "a convoy bound for Gao", or what
// somebody was kept from reaching.
func (w *Words) WayTo(i int) bool {
	return w.At(i) == "to" && ways.has(w.At(i-1)) || w.keptFrom(i) || w.At(i) == "for" && boundFor.has(w.At(i-1)) || w.At(i-1) == "for" && boundFor.has(w.At(i-2))
}

// keptFrom reports whether the words before token i lead to what somebody was kept from: "blocking
// their way from reaching Kidal".
func (w *Words) keptFrom(i int) bool {
	for k := i - 1; k > 0 && i-k < 8 && !clauseMarks.has(w.At(k)); k-- {
		if x := w.At(k); x == "reaching" || x == "entering" || x == "approaching" {
			return w.At(k-1) == "from"
		}
	}
	return false
}

var boundFor = setOf("bound headed heading destined")
