package en

import "strings"

// What tells a war's background from its news.

// AreNow reports whether a sentence goes on behind token i about what those are now doing whose past
// it told: ", and are now advancing on Kidal".
func (w *Words) AreNow(i int) bool {
	for k := i; k+2 < w.Len(); k++ {
		if (w.At(k) == "and" || w.At(k) == "but") && (w.At(k+1) == "are" || w.At(k+1) == "is") && w.At(k+2) == "now" {
			return true
		}
	}
	return false
}

// Struggle reports whether the noun that begins at token i and ends before token j only names the
// long fight that everybody knows of: "a report on the battle to free Gao". Nothing says that it
// began or went on.
func (w *Words) Struggle(i, j int) bool {
	if x := w.At(j); !struggles.has(w.At(j-1)) || x != "to" && x != "for" && x != "against" {
		return false
	}
	for k := i - 1; k >= 0 && i-k < 6 && !w.Mark(k); k-- {
		if goings.has(w.At(k)) {
			return false
		}
	}
	for k := j; k < w.Len() && w.At(k) != ";"; k++ {
		if goings.has(w.At(k)) {
			return false
		}
	}
	return true
}

var struggles = setOf("battle fight offensive counter-offensive counteroffensive campaign operation war")

// goings tell that something begins, goes on or ends.
var goings = setOf(`began begun begins starts started launched launching launches resumed resumes continued continues continuing raged rages raging erupted intensified intensifies flared escalated
	spread stalled halted paused ended ends joined announced pressed pressing entered enters opened waged mounted declared broke went stepped fought left died killed`)

// ThereWere reports whether "there were" or "there have been" leads to the noun at token i: "there were
// further reports". What there were none of is not told so.
func (w *Words) ThereWere(i int) bool {
	for i--; isAdjective(w.At(i)) || strings.HasSuffix(w.At(i), "ed") || furtherWords.has(w.At(i)); i-- {
	}
	for ; auxiliaries.has(w.At(i)) || isAdverb(w.At(i)) && w.At(i) != "there"; i-- {
	}
	return w.At(i) == "there"
}

var furtherWords = setOf("further more other new fresh early similar several some also")

// forLong reports whether what ends before token i is told as having been so for long: "has occupied
// the city for more than two years".
func (f *finder) forLong(i int) bool {
	for k := i; k < i+8 && !f.w.Mark(k); k++ {
		if f.w.At(k) != "for" {
			continue
		}
		for n := k + 1; n < k+6 && !f.w.Mark(n); n++ {
			if longUnits.has(f.w.At(n)) {
				return true
			}
		}
	}
	return false
}

// manyTimes reports whether what is told from token i to end, in the perfect, is told as many: "has
// launched repeated attacks".
func (f *finder) manyTimes(i, end int) bool {
	for k := i; k < end+3 && !f.w.Mark(k); k++ {
		if manyTimes.has(f.w.At(k)) {
			return true
		}
	}
	return false
}

var manyTimes = setOf("repeated numerous frequent regular countless recurrent persistent")

// oftenScene reports whether the noun that token k governs is what a place often sees: "is often the
// scene of clashes".
func (f *finder) oftenScene(k int) bool {
	if f.w.At(k) != "of" || f.w.At(k-1) != "scene" && f.w.At(k-1) != "site" && f.w.At(k-1) != "target" {
		return false
	}
	for n := k - 2; n > k-6 && !f.w.Mark(n); n-- {
		if habits.has(f.w.At(n)) || f.w.At(n) == "repeatedly" {
			return true
		}
	}
	return false
}

// recentString reports whether the noun that token k governs is told of as many of late: "a recent string
// of attacks", "has claimed several attacks".
func (f *finder) recentString(k int) bool {
	if haveForms.has(f.w.At(k)) && f.w.At(k+1) == "claimed" {
		return manyOf.has(f.w.At(k + 2))
	}
	return f.w.At(k) == "of" && manyInRow.has(f.w.At(k-1)) && f.w.At(k-2) == "recent"
}

var (
	manyInRow = setOf("string spate series wave rash spree flurry")
	manyOf    = setOf("several many numerous dozens scores some most")
)

// monthsOf reports whether the phrase of a noun hangs behind token k on months of something: "months of
// fighting", "years of killings, rape and looting".
func (f *finder) monthsOf(k int) bool {
	for n := k; n > 0 && k-n < 8; n-- {
		switch x := f.w.At(n); {
		case x == "of" && (n == k || f.w.joins(k)):
			return longUnits.has(f.w.At(n-1)) || f.w.At(n-1) == "weeks" && n < k
		case n < k && (prepositions.has(x) || auxiliaries.has(x) || f.w.Capital(n)), n == k && !f.w.joins(n):
			return false
		}
	}
	return false
}

// AlsoDid reports whether the verb at token i tells what somebody not told of before did besides: "Armed
// men also attacked".
func (w *Words) AlsoDid(i int) bool {
	if w.At(i-1) != "also" || i < 2 {
		return false
	}
	x := w.At(0)
	return personNouns.has(w.At(i-2)) && !determiners.has(x) && !pronouns.has(x)
}

// BeforeThey reports whether the verb at token i says, of those who were told of, what was done before or
// after something else: "minutes before the attacker struck".
func (w *Words) BeforeThey(i int) bool {
	return sameAttackers.has(w.At(i-1)) && w.At(i-2) == "the" && (w.At(i-3) == "before" || w.At(i-3) == "after")
}

// SameAttackers reports whether a sentence opens with those who were told of before: "The bombers
// drove up".
func (w *Words) SameAttackers() bool {
	return w.At(0) == "the" && sameAttackers.has(w.At(1))
}

var sameAttackers = setOf("bomber bombers gunman gunmen attacker attackers assailant assailants militants insurgents kidnappers raiders bandits jihadists rebels")

// sinceDoing reports whether what ends before token i is counted since something was begun: "has
// captured six towns since launching its offensive".
func (f *finder) sinceDoing(i int) bool {
	for k := i; k < i+24 && !f.w.Mark(k); k++ {
		if f.w.At(k) == "since" {
			return strings.HasSuffix(f.w.At(k+1), "ing")
		}
	}
	return false
}

// isAtWar reports whether the verb at token end, of the group that begins at token i, says of one
// that it is fighting: "the country is also fighting a revolt".
func (f *finder) isAtWar(i, end int) bool {
	if x := f.w.At(end); x != "fighting" && x != "battling" && x != "facing" {
		return false
	}
	for k := i; k < end; k++ {
		if f.w.At(k) == "is" {
			return true
		}
	}
	return false
}

// sinceThen reports whether what ends before token i has been going on since something long told: "have
// been trading fire since the war began".
func (f *finder) sinceThen(i int) bool {
	for k := i; k < i+8 && !f.w.Mark(k); k++ {
		if f.w.At(k) == "since" {
			return !weekdays.has(f.w.At(k+1)) && !timesOfDay.has(f.w.At(k+1)) && f.w.At(k+1) != "yesterday" && f.w.At(k+1) != "dawn" && f.w.At(k+1) != "early"
		}
	}
	return false
}
