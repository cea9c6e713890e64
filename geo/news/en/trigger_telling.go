package en

import "github.com/dateline-map/dateline/geo/news/text"

// verbTelling says how a verb's sentence tells of it, by the words before it.
func (f *finder) verbTelling(x *Trigger, form form) {
	v := verbGroup{w: f.w, bare: form == formBase, ing: form == formIng}
	v.read(x.From)
	if form == formBase && (v.have || v.be && !v.infinitive) {
		form = formPP // "had overrun", "was overrun": the participle is the base
	}
	x.PastPerfect = v.had && form != formIng && f.w.At(x.From-1) != "since" && !f.reportedSpeech(v.start)
	x.Relative = v.relative
	x.Background = f.behindMonths(x.From) || form == formIng && f.monthsOf(x.From-1) || f.doneOften(x.From, x.To) || (v.have || form == formIng) && f.manyTimes(x.From, x.To) || x.Kind.Family == "territory" && v.have && f.sinceDoing(x.To) || form == formIng && f.isAtWar(v.start, x.From) || v.have && v.be && form == formIng && f.sinceThen(x.To) || v.background || v.relative && v.have && v.be && form == formIng || f.sinceYear(x) || v.judged()
	x.Telling = v.telling(form, f.scene.Headline)
	x.Background = x.Background || f.describes(x, form)
	if x.Kind.Family == "displacement" && (f.harmedBefore(x.From) || f.w.InCampFor(x.From) || x.PastPerfect && f.whereBefore(v.start)) {
		x.Telling = Unreal
	}
	if x.Telling != Unreal && (f.conditional(v.start) || f.untilThen(v.start) || f.deniedThat(v.start) || !f.scene.Headline && x.Kind.lasts() && (v.isNow() || v.forWeeks(x.To) || v.have && f.forLong(x.To))) {
		x.Telling = Unreal
	}
}

// harmedBefore reports whether the word at token i only says who came to harm: "wounding six displaced people".
func (f *finder) harmedBefore(i int) bool {
	for k := i - 1; k >= 0 && i-k < 5 && f.w.attributive(i) && !f.w.Mark(k); k-- {
		if h, n := f.w.harmAt(k); n > 0 && h.Harm != Displaced {
			return true
		}
	}
	return false
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

// deniedThat reports whether token i stands in a clause that somebody denies: "officials denied that
// gunmen had stormed the village".
func (f *finder) deniedThat(i int) bool {
	for k := i - 1; k > 0 && i-k < 14; k-- {
		switch x := f.w.At(k); {
		case x == "that":
			return denials.has(f.w.At(k-1)) && !negations.has(f.w.At(k-2))
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

// conditional reports whether the clause that token i stands in is one of
// "if" and the like.
func (f *finder) conditional(i int) bool {
	for k := i - 1; k >= 0 && i-k < 14; k-- {
		w := f.w.At(k)
		if w == "," || w == ";" {
			return false
		}
		if k == 0 && w == "had" {
			return true // "Had rebels stormed Gao, …"
		}
		if conditionals.has(w) && (w != "should" || determiners.has(f.w.At(k+1))) {
			return true // but not "said they should withdraw"
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

// whereBefore reports whether the clause whose verb begins at token i only describes a place: "a house
// where families had taken refuge".
func (f *finder) whereBefore(i int) bool {
	for k := i - 1; k >= 0 && i-k < 10 && !f.w.Mark(k); k-- {
		if f.w.At(k) == "where" {
			return true
		}
	}
	return false
}

// doneOften reports whether a verb from token i to end tells what is done again and again: "exchanging
// fire almost daily", "have frequently attacked".
func (f *finder) doneOften(i, end int) bool {
	for k := i - 1; k > i-3 && !f.w.Mark(k); k-- {
		if habits.has(f.w.At(k)) {
			return true
		}
	}
	for k := end; k < end+5 && !f.w.Mark(k); k++ {
		if x := f.w.At(k); (x == "daily" || x == "regularly") && (f.w.Mark(k+1) || f.w.At(k+1) == "since") {
			return true
		}
	}
	return false
}

var habits = setOf("regularly routinely frequently often")

// behindMonths reports whether token i stands in a clause that says after what months of something
// came: "wracked by months of violence after rebels seized the capital".
func (f *finder) behindMonths(i int) bool {
	for k := i - 1; k > 2 && i-k < 10 && f.w.At(k) != ","; k-- {
		if x := f.w.At(k); x != "after" && x != "since" {
			continue
		}
		for n := k - 1; n > 1 && k-n < 6; n-- {
			if f.w.At(n) == "of" && (f.w.At(n-1) == "months" || f.w.At(n-1) == "years") {
				return true
			}
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
	if x.Telling == Told && (f.conditional(x.From) || f.habit(x.To)) {
		x.Telling = Unreal
	}
}

// habit reports whether what ends before token i happens again and again: "sees attacks from time to
// time".
func (f *finder) habit(i int) bool {
	for k := i; k < i+4; k++ {
		if f.w.has(k, "from", "time", "to", "time") || f.w.has(k, "on", "a", "daily", "basis") || f.w.has(k, "on", "a", "regular", "basis") {
			return true
		}
	}
	return false
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
			x.Background = x.Background || f.isIt(k-1) // "it was the third bombing in a week"
			return k - 1
		case w == "such" && (f.w.At(k-1) == "all" || f.w.At(k-1) == "most" || f.w.At(k-1) == "many"):
			x.Background = true // "the group, which carries out nearly all such attacks"
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
		case isYear(w), w == "past", w == "previous", w == "recent":
			x.Background = true
		case w == "\"" || w == "“", w == "'":
			if !determiners.has(f.w.At(k-1)) && !isAdjective(f.w.At(k-1)) {
				return k // else it is part of the phrase: a "major attack"
			}
		case prepositions.has(w), f.w.Mark(k) && w != "-", w == "to", auxiliaries.has(w), conjunctions.has(w), clauseMarks.has(w):
			return k
		}
		k--
	}
	return k
}

// isIt reports whether the words that end with token i open a sentence by saying of what was told
// before it what it was: "It was", "This is".
func (f *finder) isIt(i int) bool {
	return i == 1 && beForms.has(f.w.At(1)) && (f.w.At(0) == "it" || f.w.At(0) == "this" || f.w.At(0) == "that")
}

// oneOf reports whether a noun with "the" is told for the first time, since what
// follows says whose it was: "the shooting of a guard".
func (f *finder) oneOf(x *Trigger) bool {
	i := x.To
	if f.w.has(i, "to", "death") {
		i += 2 // "the stabbing to death of a teacher"
	}
	if f.w.At(i) != "of" && f.w.At(i-1) != "of" {
		return false
	}
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
		case n == 0 && f.oftenScene(k):
			x.Background = true
			return
		case n == 0 && f.actsOf(k), n == 0 && w == "despite" && x.Kind.lasts():
			x.Background = true // "gangs commit acts of kidnapping and rape", "despite the deployment of troops"
			return
		case undergone.has(w) && f.not(k):
			x.Telling = Unreal // "has not been subject to such attacks"
			return
		case n == 0 && f.recentString(k):
			x.Background = true // "has been plagued by a recent string of attacks"
			return
		case n == 0 && f.monthsOf(k):
			x.Background = true // "has seen months of fighting"
			return
		case w == "for" && n == 0 && x.Kind.Family == "diplomacy":
			x.Telling = Unreal // "will fly there for talks": the purpose
			return
		case asks.has(w) && f.w.At(k+1) != "" && f.asksFor(k+1, x.From):
			x.Telling = Unreal // "asked Washington for air strikes"
			return
		case notYet.has(w) && w != "end", w == "against" && n == 0, w == "before" && n == 0, w == "ahead":
			x.Telling = Unreal
			return
		case w == "behind" && n == 0 && x.Definite:
			x.Background = true // "it was not clear who was behind the attack"
			return
		case w == "part" && (f.w.At(k-1) == "took" || f.w.At(k-1) == "taken" || f.w.At(k-1) == "taking"):
			return // "40 aircraft took part in the raids"
		case n == 0 && x.Definite && f.aim(k):
			x.Telling = Unreal // "to announce the start of the offensive"
			return
		case w == "used" && f.w.At(k-1) == "be", n == 0 && x.Definite && f.w.At(k-1) == "to" && !didTo.has(f.w.At(k-2)):
			x.Telling = Unreal // "to be used in an attack", "to oversee the offensive"
			return
		case w == "for" && n == 0 && readyFor.has(f.w.At(k-1)), n == 0 && preparing.has(w):
			x.Telling = Unreal // "clearing the way for an assault", "is preparing an assault"
			return
		case w == "due" && f.w.At(k+1) == "to" && n == 1:
			return // "died due to shelling": because of it
		case w == "planned" || w == "scheduled", (w == "due" || w == "set" || w == "expected") && f.w.At(k+1) == "to":
			x.Telling = Announced
			return
		case w == "responsibility" && f.w.At(k+1) == "for" && (!x.Definite || weekdays.has(f.w.At(k+2)) || weekdays.has(f.w.At(k+3))):
			return // "claimed responsibility for a bombing in Gao", "for Monday's bombing": that is told
		case w == "reports" && f.w.ThereWere(k):
			return // "there were further reports of clashes in Gao": that is told
		case background.has(w), (x.Definite || f.w.At(x.To) == "of" || f.w.At(x.To-1) == "of") && (w == "suspect" || w == "suspects") && f.w.At(k+1) == "in", w == "since" && !weekdays.has(f.w.At(k+1)):
			x.Background, x.Condemned = true, condemns.has(w)
			return
		case f.w.Mark(k) && w != "-", clauseMarks.has(w) && w != "after" && w != "before", n > 0 && f.w.Tokens[k].Kind == text.Word && haveForms.has(w):
			return
		}
		k--
	}
}

// actsOf reports whether the noun phrase behind token k is one of those of which people commit acts.
func (f *finder) actsOf(k int) bool {
	for n := k; n > 0 && k-n < 8; n-- {
		switch x := f.w.At(n); {
		case x == "of" && f.w.At(n-1) == "acts":
			return true
		case x == ";", x == "of", clauseMarks.has(x), auxiliaries.has(x):
			return false
		}
	}
	return false
}

// not reports whether the verb that ends with token k is negated: "has not been subject".
func (f *finder) not(k int) bool {
	for n := k - 1; n >= 0 && k-n < 5 && !f.w.Mark(n); n-- {
		if negations.has(f.w.At(n)) {
			return true
		}
	}
	return false
}

// undergone are words for what places and people have had done to them.
var undergone = setOf("subject subjected seen experienced witnessed suffered faced recorded endured")

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
	for k, end := x.To, x.To+8; k < f.w.Len() && k < end; k++ {
		w := f.w.At(k)
		switch {
		case w == "," && f.w.behindAside(k) > k: // "the capture of Gao, a large city, is crucial"
			verb := f.w.behindAside(k)
			k, end = verb-1, end+verb-k
		case w == "," || w == ";" || w == "." || w == "and" && !f.w.Capital(k+1):
			return
		case futures.has(w) && negations.has(f.w.At(k+1)):
			x.Telling = Unreal // "the fall of Gao will not mean the end"
			return
		case futures.has(w) && x.Telling == Told:
			x.Telling = Announced
			return
		case w == "never", w == "proved" && (f.w.At(k+1) == "false" || f.w.At(k+1) == "unfounded"):
			x.Telling = Unreal // "the raid never took place", "reports of an attack proved false"
			return
		case w == "could" && f.w.At(k+1) == "be" && (f.w.At(k+2) == "heard" || f.w.At(k+2) == "seen"):
			return
		case w == "would" || w == "could" || w == "might" || w == "may" || w == "cancelled" || w == "canceled" || w == "postponed" || w == "foiled" || w == "thwarted" || w == "averted":
			if !f.w.Capital(k) {
				x.Telling = Unreal
			}
			return
		case w == "subsided" || w == "ceased" || w == "stopped" || w == "eased":
			x.Telling = Unreal // "clashes have subsided"
			return
		case (w == "need" || w == "needs") && !prepositions.has(f.w.At(k-1)) && !auxiliaries.has(f.w.At(k-1)):
			x.Telling = Unreal // "the killings in Gao need a lasting solution"
			return
		case isCrucial.has(w) && (beForms.has(f.w.At(k-1)) || f.w.At(k-1) == "be"):
			x.Telling = Unreal // "the recapture of Gao is crucial to their hopes"
			return
		case w == "likely" && beForms.has(f.w.At(k-1)), w == "expected" && f.w.At(k-1) == "are":
			x.Telling = Unreal // "further attacks are likely"
			return
		case (w == "in" || w == "over") && f.seen(x.From) && (f.w.has(k+1, "the", "past") || f.w.At(k+1) == "recent"):
			x.Background = true // "has witnessed numerous attacks in the past"
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
