package en

import (
	"github.com/dateline-map/dateline/geo"
)

// warDead is a number of dead that wars have, and single happenings hardly ever.
const warDead = 5000

func ofAWar(c geo.Count) bool {
	n, known := c.Best.Int()
	return known && n >= warDead
}

// countryDisplaced is a number of displaced that countries have in years of war, and no
// single flight.
const countryDisplaced = 1_000_000

func ofACountry(c geo.Count) bool {
	n, known := c.Low.Int()
	m, best := c.Best.Int()
	return known && n >= countryDisplaced || best && m >= countryDisplaced
}

// totalPhrases make a number one of several happenings.
var totalPhrases = [][]string{
	{"nationwide"}, {"countrywide"}, {"so", "far", "this"}, {"this", "year"}, {"last", "year"}, {"each", "year"}, {"every", "year"}, {"each", "month"}, {"every", "month"}, {"every", "day"},
	{"this", "month"}, {"last", "month"}, {"past", "month"}, {"past", "year"}, {"past", "decade"}, {"recent", "weeks"}, {"recent", "months"}, {"recent", "years"}, {"over", "the", "years"},
	{"past", "few", "weeks"}, {"past", "few", "months"}, {"past", "two", "weeks"}, {"past", "several"}, {"on", "average"}, {"past", "two", "years"}, {"past", "two", "months"},
	{"past", "three"}, {"past", "four"}, {"past", "five"}, {"past", "six"}, {"past", "ten"}, {"last", "two"}, {"last", "three"}, {"last", "five"}, {"since", "january"},
	{"since", "the", "beginning"}, {"since", "the", "start"}, {"since", "then"}, {"in", "total", "since"}, {"months", "of"}, {"years", "of"}, {"weeks", "of"}, {"decades", "of"}, {"decade", "of"}, {"to", "date"}, {"day", "of", "violence"}, {"day", "of", "attacks"}, {"day", "of", "bloodshed"},
}

// total reports whether the number at token i counts more than one happening.
func (r *tollReader) total(i int) bool {
	from, to := r.around(i)
	if x := r.w.At(from - 3); r.w.InWhich(from-2) && (x == "week" || x == "month" || x == "year") {
		return true // "it came after a week in which more than 100 died"
	}
	if r.w.At(0) == "since" && harms[r.w.At(i)].Harm != Displaced && r.sinceWeeks(1) {
		return true
	}
	for k := from; k < to; k++ {
		if r.w.At(k) == "since" && !r.superlative(k) && (r.month(k+1) && harms[r.w.At(i)].Harm != Displaced || partsOfMonth.has(r.w.At(k+1)) && monthWords.has(r.w.At(k+2)) && harms[r.w.At(i)].Harm != Displaced || r.w.has(k+1, "mid", "-") && monthWords.has(r.w.At(k+3)) && harms[r.w.At(i)].Harm != Displaced || isYear(r.w.At(k+1)) || isYear(r.w.At(k+2)) || isYear(r.w.At(k+3)) || isYear(r.w.At(k+4))) {
			return true
		}
		if r.w.At(k) == "since" && harms[r.w.At(i)].Harm != Displaced && r.sinceUnrest(k+1) {
			return true
		}
		if r.w.At(k) == "since" && harms[r.w.At(i)].Harm != Displaced && r.sinceWeeks(k+1) {
			return true
		}
		if r.w.has(k, "as", "of") && harms[r.w.At(i)].Harm == Displaced {
			return true // "1.5 million are displaced as of November 30"
		}
		if r.w.At(k) == "over" && (longUnits.has(r.w.At(k+1)) || longUnits.has(r.w.At(k+2)) || longUnits.has(r.w.At(k+3))) {
			return true // "over six decades"
		}
		if violence.has(r.w.At(k)) && (r.w.At(k+1) == "in" || r.w.At(k+1) == "during") && monthWords.has(r.w.At(k+2)) && r.w.At(k-1) == "in" {
			return true // "died in violence in September"
		}
		if r.w.At(k) == "every" && (unitNouns.has(r.w.At(k+1)) || unitNouns.has(r.w.At(k+2))) {
			return true
		}
		for _, p := range totalPhrases {
			if r.w.has(k, p...) && !(p[0] == "this" && r.superlative(k)) && !(p[0] == "recent" && harms[r.w.At(i)].Harm == Displaced) && !((p[0] == "last" || p[0] == "this") && r.inOneDeed(i, k)) {
				return true
			}
		}
	}
	return r.ofOneSide(i)
}

// month reports whether token i is a month: "May" with its day or year, too.
func (r *tollReader) month(i int) bool {
	_, _, number := r.w.Number(i + 1)
	return monthWords.has(r.w.At(i)) || r.w.At(i) == "may" && r.w.Capital(i) && number
}

// sinceUnrest reports whether what follows "since" at token k is the beginning of unrest or of a
// war, which is more than one happening: "since the anti-government demonstrations began", "since they
// launched their offensive on June 9".
func (r *tollReader) sinceUnrest(k int) bool {
	for n := k; n < k+7 && (!r.w.Mark(n) || r.w.At(n) == "-"); n++ {
		if campaigns.has(r.w.At(n)) {
			return beginnings.has(r.w.At(n+1)) || beginnings.has(r.w.At(n-1)) || beginnings.has(r.w.At(n-2))
		}
		if unrest.has(r.w.At(n)) {
			return beginnings.has(r.w.At(n+1)) || beginnings.has(r.w.At(n-2)) && r.w.At(n-1) == "of"
		}
	}
	return false
}

var (
	unrest     = setOf("protests demonstrations unrest uprising revolt war conflict insurgency revolution intifada crisis rebellion")
	violence   = setOf("violence attacks fighting clashes unrest bombings acts conflict")
	campaigns  = setOf("offensive campaign onslaught operation invasion")
	beginnings = setOf("began started erupted broke start beginning outbreak flared launched launch")
)

// sinceWeeks reports whether what follows "since" at token k began weeks ago: "since the clashes
// erupted a fortnight ago".
func (r *tollReader) sinceWeeks(k int) bool {
	for n := k; n < k+8 && !r.w.Mark(n); n++ {
		switch r.w.At(n) {
		case "fortnight", "week", "weeks", "month", "months":
			return r.w.At(n+1) == "ago" || r.w.At(n-1) == "last" || r.w.At(n-1) == "past"
		}
	}
	return false
}

// ofOneSide reports whether a number counts the dead of one side of a war: "On the Israeli
// side, 27 soldiers have been killed".
func (r *tollReader) ofOneSide(i int) bool {
	if !r.w.has(0, "on", "the") || !r.w.HaveAt(i) {
		return false
	}
	return r.w.has(3, "side", ",") || r.w.has(4, "side", ",")
}

// ofAWhole reports whether the toll at token i is that of a war or of all that a day saw:
// "the toll in the conflict stood at 548", "brought the day's toll to 41".
func (r *tollReader) ofAWhole(i int) bool {
	for k := i - 1; k > i-4; k-- {
		switch r.w.At(k) {
		case "day", "week", "weekend", "month", "year":
			if r.w.At(k+1) == "'s" {
				return true
			}
		}
	}
	if x := r.w.At(i + 1); x != "in" && x != "of" && x != "from" {
		return false
	}
	for k := i + 2; k < i+9; k++ {
		switch r.w.At(k) {
		case "war", "conflict", "uprising", "insurgency", "intifada", "revolt", "campaign", "rebellion":
			return true
		case "to", "at":
			return false
		}
	}
	return false
}

// around returns the tokens of the clause around token i, the last one excluded.
func (r *tollReader) around(i int) (from, to int) {
	from, to = i, i
	for from > 0 && i-from < 16 && r.w.At(from-1) != "," && (!clauseMarks.has(r.w.At(from-1)) || r.w.At(from-1) == "since") {
		from--
	}
	for to < r.w.Len() && to-i < 16 && !(r.w.At(to) == "," && to > i+1) && (!clauseMarks.has(r.w.At(to)) || r.w.At(to) == "since") {
		to++
	}
	return from, to
}

// spell reports whether a sum around token i is one of days or weeks, which one bout of
// fighting may last: "in the past three weeks".
func (r *tollReader) spell(i int) bool {
	short := false
	from, to := r.around(i)
	for k := from; k < to; k++ {
		switch x := r.w.At(k); x {
		case "hours", "days", "week", "weeks":
			short = true
		case "since", "each", "every", "average", "total":
			return false
		default:
			if longUnits.has(x) || x == "month" || x == "year" || x == "decade" {
				return false
			}
		}
	}
	return short
}

var partsOfMonth = setOf("early mid late")

var longUnits = setOf("years decades months")

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

// inOneDeed reports whether one happening is told between a toll at token i and a time at token k,
// or right before that time: "were killed in a suicide attack near Gao this month".
func (r *tollReader) inOneDeed(i, k int) bool {
	if oneDeed.has(r.w.At(k - 1)) {
		return true
	}
	for n := i + 1; n < k; n++ {
		if !oneDeed.has(r.w.At(n)) {
			continue
		}
		for n--; n > i && !prepositions.has(r.w.At(n)); n-- {
			if x := r.w.At(n); x == "a" || x == "an" {
				return true
			}
		}
		return false
	}
	return false
}

// oneDeed are nouns of one happening, which counts its own dead whenever it was: "died in an
// attack last month".
var oneDeed = setOf("attack blast explosion bombing raid shooting massacre ambush clash airstrike strike")
