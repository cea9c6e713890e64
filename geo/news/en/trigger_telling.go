package en

import (
	"strings"

	"github.com/dateline-map/dateline/geo/news/text"
)

// verbTelling says how a verb's sentence tells of it, by the words before it.
func (f *finder) verbTelling(x *Trigger, form form) {
	v := verbGroup{w: f.w, bare: form == formBase}
	v.read(x.From)
	if form == formBase && (v.have || v.be && !v.infinitive) {
		form = formPP // "had overrun", "was overrun": the participle is the base
	}
	x.PastPerfect = v.had && form != formIng && !f.reportedSpeech(v.start)
	x.Relative = v.relative
	x.Background = v.background || f.sinceYear(x) || f.times(x.To) || v.judged()
	x.Telling = v.telling(form, f.scene.Headline)
	if x.Telling != Unreal && (f.conditional(v.start) || f.untilThen(v.start) || !f.scene.Headline && x.Kind.lasts() && v.isNow()) {
		x.Telling = Unreal
	}
}

// reportedSpeech reports whether the clause whose verb begins at token i is what somebody
// said, so that "had" makes nothing of it older: "the army said on Saturday it had
// retaken a hill".
func (f *finder) reportedSpeech(i int) bool {
	for k := i - 1; k >= 0 && i-k < 12; k-- {
		switch x := f.w.At(k); {
		case f.w.saysAt(k):
			return true
		case f.w.Mark(k) && x != "-" || clauseMarks.has(x) && x != "that":
			return false
		}
	}
	return false
}

// times reports whether what stands before token i is told as having happened so many
// times: "met nine times in Vienna".
func (f *finder) times(i int) bool {
	for k := i; k < i+4; k++ {
		if f.w.At(k) != "times" {
			continue
		}
		_, _, number := f.w.Number(k - 1)
		return number || f.w.At(k-1) == "several" || f.w.At(k-1) == "many"
	}
	return false
}

// untilThen reports whether token i stands in a clause that says until when something
// will not be: "would not stop fighting until Egypt lifted its blockade".
func (f *finder) untilThen(i int) bool {
	for k := i - 1; k >= 0 && i-k < 10; k-- {
		switch x := f.w.At(k); {
		case x == "until":
			for n := k - 1; n >= 0 && k-n < 14; n-- {
				if y := f.w.At(n); negations.has(y) || futures.has(y) || modals.has(y) || notYet.has(y) {
					return true
				}
			}
			return false
		case x == "," || x == ";" || clauseMarks.has(x):
			return false
		}
	}
	return false
}

// lasts reports whether what the words of a kind tell of may be told as it is: "troops are
// deployed in Iraq".
func (k *Kind) lasts() bool {
	switch k.Family {
	case "force", "siege", "base", "displacement", "territory":
		return true
	}
	return false
}

// verbGroup is what stands before a verb and belongs to it: "has so far not
// backed", "is expected to visit".
type verbGroup struct {
	w     *Words
	start int  // the first token of the group
	bare  bool // the verb is in its base form

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
	switch before := v.w.At(k); {
	case before == "to":
		v.infinitive = true
		v.isTo = v.w.At(k-1) == "is" || v.w.At(k-1) == "are"
		v.wasTo = v.w.At(k-1) == "was" || v.w.At(k-1) == "were"
		k = v.auxiliaries(k - 1)
		v.governor = v.w.At(k)
		if plansTo.has(v.governor) && negations.has(v.w.At(k-1)) {
			v.not = true // "did not intend to storm the town"
		}
		v.pushed = v.pushedFrom(k)
	case before == "out" && strings.HasPrefix(v.w.At(k-1), "rul"):
		v.not = true // "ruled out sending troops"
	case prepositions.has(before):
		v.governor = before
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
		if x := v.w.At(k - n); forcedTo.has(x) && (x != "forces" || !strings.HasSuffix(v.w.At(k-n+1), "ed")) {
			return true // and not "Iraqi forces battled to"
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
		if headline || form == formS && v.relative {
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
	case v.pushed, v.have && !notYet.has(v.governor):
		return Told // "is said to have killed"
	case v.modal:
		return Unreal
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

// conditional reports whether the clause that token i stands in is one of
// "if" and the like.
func (f *finder) conditional(i int) bool {
	for k := i - 1; k >= 0 && i-k < 14; k-- {
		w := f.w.At(k)
		if w == "," || w == ";" {
			return false
		}
		if conditionals.has(w) && w != "should" {
			return true
		}
	}
	return false
}

// sinceYear reports whether the clause counts what happened since long ago:
// "has killed 2,000 people since 2011".
func (f *finder) sinceYear(x *Trigger) bool {
	for k := x.To; k < f.w.Len() && k-x.To < 16; k++ {
		switch w := f.w.At(k); {
		case w == "since" && (&tollReader{w: f.w}).superlative(k):
			return false
		case w == "since" && isYear(f.w.At(k+1)), w == "since" && f.longAgo(k+1):
			return true
		case w == ";" || w == "," && k > x.To+8:
			return false
		}
	}
	return false
}

// longAgo reports whether "since" at token k-1 counts from an event of years
// ago: "since the 2003 invasion", "since the war began in 2011".
func (f *finder) longAgo(k int) bool {
	for n := 0; n < 8; n++ {
		if isYear(f.w.At(k + n)) {
			return true
		}
	}
	return f.w.At(k) == "he" || f.w.At(k) == "she" || f.w.At(k) == "it"
}

func isYear(w string) bool {
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && w[2] >= '0' && w[2] <= '9' && w[3] >= '0' && w[3] <= '9'
}

// nounTelling says how a noun's sentence tells of it, by the words that govern
// it.
func (f *finder) nounTelling(x *Trigger) {
	k := f.phraseStart(x)
	if w := f.w.At(x.From); w == "due" || w == "expected" {
		x.Telling = Announced
	}
	f.governors(x, k)
	f.lateWords(x)
	if x.Telling == Told && f.conditional(x.From) {
		x.Telling = Unreal
	}
}

// phraseStart walks back over the words that belong to a noun ("a series of
// deadly bomb attacks") and returns the index of the word before them.
func (f *finder) phraseStart(x *Trigger) int {
	k := x.From - 1
	one := f.oneOf(x)
	for n := 0; k >= 0 && n < 7; n++ {
		w := f.w.At(k)
		one = one || superlatives.has(w)
		switch {
		case w == "the" && one:
			return k - 1
		case w == "the" || w == "this" || w == "that" || w == "these" || w == "those" || w == "such":
			x.Definite = true
			return k - 1
		case w == "a" || w == "an" || w == "another":
			return k - 1
		case w == "'s" && weekdays.has(f.w.At(k-1)):
			x.Definite = true // "Friday's attack"
			return k - 2
		case w == "alleged" || w == "purported":
			x.Alleged = true
		case notYet.has(w) && w != "call", w == "ended", w == "ends", w == "end", w == "lifted":
			x.Telling = Unreal
			return k - 1
		case w == "no" || w == "any":
			x.Telling = Unreal
			return k - 1
		case isYear(w), w == "past", w == "previous":
			x.Background = true
		case prepositions.has(w), f.w.Mark(k) && w != "-", w == "to", auxiliaries.has(w), conjunctions.has(w), clauseMarks.has(w):
			return k
		}
		k--
	}
	return k
}

// oneOf reports whether a noun with "the" is told for the first time, since what
// follows says whose it was: "the shooting of a guard".
func (f *finder) oneOf(x *Trigger) bool {
	if f.w.At(x.To) != "of" && f.w.At(x.To-1) != "of" {
		return false
	}
	i := x.To
	if f.w.At(i) == "of" {
		i++
	}
	_, _, number := f.w.Number(i)
	return number || f.w.At(i) == "a" || f.w.At(i) == "an" || f.w.At(i) == "another"
}

// governors looks at the words on which the noun phrase behind token k hangs.
func (f *finder) governors(x *Trigger, k int) {
	for n := 0; n < 5 && k >= 0; n++ {
		w := f.w.At(k)
		switch {
		case w == "for" && n == 0 && x.Kind.Family == "diplomacy":
			x.Telling = Unreal // "will fly there for talks": the purpose
			return
		case asks.has(w) && f.w.At(k+1) != "" && f.asksFor(k+1, x.From):
			x.Telling = Unreal // "asked Washington for air strikes"
			return
		case notYet.has(w) && w != "end", w == "against" && n == 0, w == "before" && n == 0, w == "ahead":
			x.Telling = Unreal
			return
		case w == "part" && (f.w.At(k-1) == "took" || f.w.At(k-1) == "taken" || f.w.At(k-1) == "taking"):
			return // "40 aircraft took part in the raids"
		case n == 0 && x.Definite && f.aim(k):
			x.Telling = Unreal // "to announce the start of the offensive"
			return
		case w == "used" && f.w.At(k-1) == "be", n == 0 && x.Definite && f.w.At(k-1) == "to" && !didTo.has(f.w.At(k-2)):
			x.Telling = Unreal // "to be used in an attack", "to oversee the offensive"
			return
		case w == "for" && n == 0 && readyFor.has(f.w.At(k-1)):
			x.Telling = Unreal // "clearing the way for an assault"
			return
		case w == "planned" || w == "scheduled", (w == "due" || w == "set" || w == "expected") && f.w.At(k+1) == "to":
			x.Telling = Announced
			return
		case w == "responsibility" && !x.Definite && f.w.At(k+1) == "for":
			return // "claimed responsibility for a bombing in Gao": that is told
		case background.has(w), w == "since" && !weekdays.has(f.w.At(k+1)):
			x.Background, x.Condemned = true, condemns.has(w)
			return
		case f.w.Mark(k) && w != "-", clauseMarks.has(w) && w != "after" && w != "before", n > 0 && f.w.Tokens[k].Kind == text.Word && haveForms.has(w):
			return
		}
		k--
	}
}

// aim reports whether the phrase of a noun goes on before token k with what is only the aim
// of something else: "visited Samarra to announce the start of" it.
func (f *finder) aim(k int) bool {
	if f.w.At(k) != "of" {
		return false
	}
	for k--; aimNouns.has(f.w.At(k)) || determiners.has(f.w.At(k)); k-- {
	}
	return f.w.At(k-1) == "to" && !didTo.has(f.w.At(k-2)) && !determiners.has(f.w.At(k)) && !f.w.Capital(k)
}

var aimNouns = setOf("start beginning launch end course progress outcome next stage stages phase results")

// asksFor reports whether "for" leads from the words of asking that end before
// token i to the noun at token to.
func (f *finder) asksFor(i, to int) bool {
	for k := i; k < to; k++ {
		if f.w.At(k) == "for" {
			return true
		}
	}
	return false
}

// seen reports whether the noun that begins at token i is told as what a place has seen.
func (f *finder) seen(i int) bool {
	for k := i - 1; k > 0 && i-k < 6; k-- {
		switch f.w.At(k) {
		case "seen", "experienced", "witnessed":
			return haveForms.has(f.w.At(k - 1))
		}
	}
	return false
}

// lateWords looks at what is said of the noun after it: "was postponed",
// "will be held".
func (f *finder) lateWords(x *Trigger) {
	for k := x.To; k < f.w.Len() && k-x.To < 8; k++ {
		w := f.w.At(k)
		switch {
		case w == "," || w == ";" || w == "." || w == "and" && !f.w.Capital(k+1):
			return
		case futures.has(w) && x.Telling == Told:
			x.Telling = Announced
			return
		case w == "would" || w == "could" || w == "might" || w == "may" || w == "cancelled" || w == "canceled" || w == "postponed" || w == "foiled" || w == "thwarted" || w == "averted":
			if !f.w.Capital(k) {
				x.Telling = Unreal
			}
			return
		case w == "subsided" || w == "ceased" || w == "stopped" || w == "eased":
			x.Telling = Unreal // "clashes have subsided"
			return
		case w == "likely" && beForms.has(f.w.At(k-1)), w == "expected" && f.w.At(k-1) == "are":
			x.Telling = Unreal // "further attacks are likely"
			return
		case w == "since" && f.seen(x.From):
			x.Background = true // "has seen intense fighting since rebels broke the siege"
			return
		case (w == "since" || w == "in") && isYear(f.w.At(k+1)) && w == "since":
			x.Background = true
			return
		}
	}
}
