package en

import "strings"

// verbGroup is what stands before a verb and belongs to it: "has so far not
// backed", "is expected to visit".
type verbGroup struct {
	w     *Words
	start int  // the first token of the group
	bare  bool // the verb is in its base form
	ing   bool // the verb ends in "-ing", so that "to" before it is a preposition: "due to shelling"

	not, modal, future, have, had, be, do bool
	infinitive, isTo, wasTo               bool
	governor                              string // before "to" or before an "-ing": "expected", "after"
	pushed                                bool   // "forcing thousands to flee"
	wished                                bool   // "urged them to cooperate in delivering"
	relative, background                  bool
	subject                               bool // the governor is a noun right before the verb: "air support pushed"
	remains                               bool // "remain displaced" is a state
}

// read walks back from the verb at token i.
func (v *verbGroup) read(i int) {
	k := v.auxiliaries(i - 1)
	if v.have && denials.has(v.w.At(k)) {
		v.not = true // "denied having targeted the hospital"
	}
	switch before := v.w.At(k); {
	case before == "to" && !v.ing:
		v.infinitive = true
		v.isTo = v.w.At(k-1) == "is" || v.w.At(k-1) == "are"
		v.wasTo = v.w.At(k-1) == "was" || v.w.At(k-1) == "were"
		k = v.auxiliaries(k - 1)
		v.governor = v.w.At(k)
		if v.governor == "on" && k > 0 {
			v.governor = v.w.At(k - 1) // "went on to storm the town"
		}
		if plansTo.has(v.governor) && negations.has(v.w.At(k-1)) {
			v.not = true // "did not intend to storm the town"
		}
		v.pushed = v.pushedFrom(k)
	case before == "out" && strings.HasPrefix(v.w.At(k-1), "rul"):
		v.not = true // "ruled out sending troops"
	case prepositions.has(before):
		v.governor = before
		v.not = v.not || before == "at" && strings.HasPrefix(v.w.At(k-1), "aim")                   // "attacks aimed at overthrowing the government"
		v.not = v.not || before == "in" && (v.w.At(k-1) == "progress" || v.w.At(k-1) == "headway") // "made progress in capturing the town"
		v.not = v.not || before == "at" && (v.w.At(k-1) == "aimed" || v.w.At(k-1) == "aiming")     // "attacks aimed at overthrowing the government"
		v.background = background.has(v.w.At(k - 1))
		v.wished = v.wishedFrom(k - 1)
		v.inheritFuture(k)
	case v.bare && (conjunctions.has(before) || before == "," || before == "then"):
		v.inherit(k)
	case notYet.has(before) && !v.have && (!v.be || v.w.At(i-1) == "being"):
		v.governor = before
		v.subject = !v.be && !strings.HasSuffix(before, "ed") && !strings.HasSuffix(before, "ing")
	}
	v.remains = i == k+2 && (v.w.At(i-1) == "is" || v.w.At(i-1) == "are") && v.w.At(i) == "displaced" && v.w.At(i+1) != "by" || v.w.At(k) == "remain" || v.w.At(k) == "remains" || v.w.At(k) == "remained"
	v.relative = relatives.has(v.w.At(k)) && v.w.At(k) != "where"
	v.start = k + 1
}

// isNow reports whether the group tells what is so: "are also deployed".
func (v *verbGroup) isNow() bool {
	if !v.be || v.have || v.modal || v.future {
		return false
	}
	for k := v.start; k < v.start+5; k++ {
		switch v.w.At(k) {
		case "is", "are":
			return v.w.At(k+1) != "being"
		case "was", "were", "been", "being":
			return false
		}
	}
	return false
}

// forWeeks reports whether what the group tells, behind which token i stands, has been so for
// long: "have been besieged for weeks".
func (v *verbGroup) forWeeks(i int) bool {
	if v.have != v.be || v.ing || v.w.At(i) != "for" {
		return false
	}
	for k := i + 1; k < i+4; k++ {
		switch v.w.At(k) {
		case "weeks", "months", "years", "long":
			return true
		}
	}
	return false
}

// judged reports whether the verb tells what somebody was sentenced for: "jailed for life
// for torching a church".
func (v *verbGroup) judged() bool {
	if v.governor != "for" && v.governor != "of" {
		return false
	}
	for k := v.start - 1; k >= 0 && v.start-k < 14 && v.w.At(k) != ";"; k-- {
		if judgements.has(v.w.At(k)) {
			return true
		}
	}
	return false
}

// judgements are what courts do to people.
var judgements = setOf("sentenced sentencing jailed convicted convicting imprisoned fined indicted acquitted tried")

// auxiliaries notes the auxiliaries and negations that end at token k, and
// returns the index of the word before them.
func (v *verbGroup) auxiliaries(k int) int {
	for ; k >= 0; k-- {
		w := v.w.At(k)
		switch {
		case negations.has(w):
			v.not = true
		case futures.has(w):
			v.future = true
		case modals.has(w):
			v.modal = true
		case haveForms.has(w):
			v.have, v.had = true, v.had || w == "had"
		case beForms.has(w):
			v.be = true
		case w == "do" || w == "does" || w == "did":
			v.do = true
		case isAdverb(w) || timesOfDay.has(w):
		default:
			return k
		}
	}
	return k
}

// wishedFrom reports whether what leads to a preposition behind token k is only
// asked for or hoped.
func (v *verbGroup) wishedFrom(k int) bool {
	for n := 0; n < 12 && k-n >= 0; n++ {
		w := v.w.At(k - n)
		if w == "," || w == ";" || clauseMarks.has(w) {
			return false
		}
		if w == "to" && !v.w.Capital(k-n+1) && !determiners.has(v.w.At(k-n+1)) && !didTo.has(v.w.At(k-n-1)) && (notYet.has(v.w.At(k-n-1)) || n > 0) {
			return !forcedTo.has(v.w.At(k-n-1)) && notYetNear(v.w, k-n)
		}
	}
	return false
}

// notYetNear reports whether a word of wishing stands shortly before token i.
func notYetNear(w *Words, i int) bool {
	for n := 1; n < 10 && i-n >= 0; n++ {
		if notYet.has(w.At(i-n)) || modals.has(w.At(i-n)) || futures.has(w.At(i-n)) {
			return true
		}
	}
	return false
}

// pushedFrom reports whether the noun that ends at token k was made to do it:
// "prompting hundreds of families to flee".
func (v *verbGroup) pushedFrom(k int) bool {
	for n := 0; n < 7 && k-n >= 0; n++ {
		if x := v.w.At(k - n); forcedTo.has(x) && v.w.At(k-n-1) != "-" && (x != "forces" || !strings.HasSuffix(v.w.At(k-n+1), "ed")) {
			return true // and not "Iraqi forces battled to", "the Saudi-led alliance battled to"
		}
		if w := v.w.At(k - n); w == "," || clauseMarks.has(w) {
			return false
		}
	}
	return false
}

// inherit takes over the mood of the verb that a conjunction at token k joins
// this one to: "will visit Lima and meet the president".
func (v *verbGroup) inherit(k int) {
	for n := 1; n <= 14 && k-n >= 0; n++ {
		switch w := v.w.At(k - n); {
		case futures.has(w):
			v.future = true
			return
		case modals.has(w):
			v.modal = true
			return
		case w == "to" && !v.w.Capital(k-n+1):
			v.infinitive, v.governor = true, v.w.At(k-n-1)
			return
		case w == ";" || clauseMarks.has(w):
			return
		}
	}
}

// inheritFuture looks whether what leads to a preposition at token k is only
// announced: "will stop in Doha before returning".
func (v *verbGroup) inheritFuture(k int) {
	for n := 1; n <= 16 && k-n >= 0; n++ {
		switch w := v.w.At(k - n); {
		case futures.has(w):
			v.future = true
			return
		case w == ";" || relatives.has(w) || v.w.saysAt(k-n) || w == "and" && n > 8:
			return
		}
	}
}

// telling concludes from the group.
func (v *verbGroup) telling(form form, headline bool) Telling {
	switch {
	case v.remains, v.not || v.wished && form == formIng || v.governor == "without" || v.governor == "from" && form == formIng:
		return Unreal
	case v.infinitive && v.gathered():
		return Told
	case v.infinitive:
		return v.infinitiveTelling(headline)
	case form == formBase && v.do:
		return Told
	case v.future:
		return Announced
	case v.modal && (form == formBase || form == formPast || form == formPP):
		return Unreal
	case notYet.has(v.governor) && !(form == formPast && v.subject):
		return Unreal
	case form == formBase || form == formS:
		if headline {
			return Told
		}
		return Unreal // a habit, or advice
	}
	return Told
}

func (v *verbGroup) infinitiveTelling(headline bool) Telling {
	switch {
	case v.wasTo && v.have:
		return Unreal // "was to have flown"
	case v.used():
		return Told
	case v.pushed, v.have && !notYet.has(v.governor):
		return Told // "is said to have killed"
	case v.modal:
		return Unreal
	case v.governor == "preparing" && v.wasPreparing():
		return Unreal // "while we were preparing to attack them"
	case v.future || v.isTo || plansTo.has(v.governor) && !notYet.has(v.governor):
		return Announced
	case v.governor == "planned" || v.governor == "plans" || v.governor == "expected":
		return Announced
	case didTo.has(v.governor):
		return Told
	case v.be && headline:
		return Announced
	case headline && v.w.Capital(v.start-1):
		return Announced // "Pope to visit Lima"
	}
	return Unreal
}

// wasPreparing reports whether those who prepared what the infinitive says did so then, and what came of it is not said.
func (v *verbGroup) wasPreparing() bool {
	for k := v.start - 1; k >= 0 && v.start-k < 6; k-- {
		if v.w.At(k) == "preparing" {
			return v.w.At(k-1) == "were" || v.w.At(k-1) == "was"
		}
	}
	return false
}

// used reports whether the infinitive says for what something was used, which was then done: "used
// artillery to shell the town".
func (v *verbGroup) used() bool {
	for k := v.start - 2; k >= 0 && v.start-k < 16; k-- {
		switch w := v.w.At(k); {
		case w == "used" || w == "using":
			return v.w.At(k+1) != "to" && !prepositions.has(v.w.At(k+1)) && !modals.has(v.w.At(k-1)) && !futures.has(v.w.At(k-1)) && !negations.has(v.w.At(k-1)) && v.w.At(k-1) != "to" && v.w.At(k-1) != "be"
		case clauseMarks.has(w), w == ";", w == ",", conjunctions.has(w), notYet.has(w):
			return false
		}
	}
	return false
}

// gathered reports whether the infinitive says what people came together for, which they
// then did: "hundreds gathered outside the town hall on Monday to protest".
func (v *verbGroup) gathered() bool {
	for k := v.start - 1; k >= 0 && v.start-k < 12; k-- {
		switch w := v.w.At(k); {
		case w == "gathered" || w == "assembled" || w == "rallied" || w == "marched":
			return !v.not && !beForms.has(v.w.At(k-1)) && !haveForms.has(v.w.At(k-1))
		case clauseMarks.has(w), w == ";", w == ",", strings.HasSuffix(w, "ing"):
			return false
		}
	}
	return false
}
