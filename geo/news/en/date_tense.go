package en

import "strings"

// tenseReach is how many words around a date are looked at for its tense.
const tenseReach = 30

// looksAhead are words before which, or after which, dates lie ahead.
var looksAhead = setOf(`will shall won't 'll due scheduled expected slated planned planning upcoming forthcoming ahead tomorrow
	preparing prepare prepares intends intend poised
	begins opens starts resumes meets votes expires closes reopens returns convenes kicks arrives visits faces
	deadline next coming must`)

// putOff are verbs whose date lies ahead if "until" or "to" leads to it: "suspended the
// talks until March", but "suspended the talks in March".
var putOff = setOf(`adjourned postponed extended delayed suspended remanded`)

// announced are verbs whose present tense, without an end or with -s, tells of
// what is to come: "the minister leaves on Friday", "mosques reopen on Monday".
var announced = setOf(`leave reopen mark celebrate return resume begin open start host hold speak face play travel head fly launch go end run
	join sign appear address complete take meet vote visit arrive convene expire close observe gather`)

// notVerbBefore are words after which one of those is a noun.
var notVerbBefore = setOf(`the a an its his her their our this that of in at for to from by with on no first second third last next as`)

// maybeAhead look ahead unless "have" follows: "would resume on Thursday", but
// "would have died on Thursday".
var maybeAhead = setOf(`would might should could may can`)

// looksBack are verbs of the past that do not end in -ed.
var looksBack = setOf(`was were had did said told went came took left fell fought began broke hit held met saw found ran rose shot struck
	gave got made sent set fled flew drove died has been brought caught cut kept led lost put read spoke swept won wrote burnt
	knew thought blew grew withdrew overran overtook retook became spent stood understood sat sank sprang stole swore tore threw
	wore wound woke split spread quit built burst cost dealt dug felt forgot froze heard hid laid lay lit paid rode rang sang sold shook shut slept`)

// notPast end in -ed and are no verbs of the past.
var notPast = setOf(`need indeed hundred speed feed seed breed bleed proceed succeed exceed red bed shed united armed sacred wicked naked unprecedented`)

// intends are words after which "to" and a verb look ahead.
var intends = setOf(`vowed agreed pledged promised threatened decided wants want wanted urged hoped hopes likely ready set about is are was were
	due expected planned scheduled slated supposed intended intends plans plan hope going continue refuse obliged`)

// plainVerbs are what is mostly done by appointment: "to meet on Saturday".
var plainVerbs = setOf(`be meet hold visit travel arrive begin start vote discuss attend take return leave appear speak address resume open
	announce decide launch sign rule march gather rally protest strike give play face close join receive testify hear`)

// done are words after which "to" and a verb tell what was done.
var done = setOf(`according continued managed tried failed used able forced helped attempted began trying allowed ordered asked invited enough
	had has have gathered assembled converged massed rallied turned came went rushed returned met`)

// calling are words that ask for something to come, if "for" follows.
var calling = setOf(`called call calls calling urged appealed slated set scheduled planned plans plan`)

// tense returns the tense of the words around the expression at tokens from to
// to: that of the nearest word before it that has one, else of the nearest after
// it.
func (s *dateScan) tense(from, to int) Tense {
	if s.a.Tense != AnyTense {
		return s.a.Tense
	}
	aside := from
	if s.w.At(from-1) == "on" {
		aside--
	}
	if k := s.w.BeforeAside(0, aside); k < aside {
		from = k // "struck the base, which hosts advisers, on Tuesday"
	}
	for i := from - 1; i >= max(0, from-tenseReach); i-- {
		if t := s.tenseAt(i, from); t != AnyTense {
			return t
		}
		if s.w.At(i) == ";" {
			break
		}
	}
	for i := to; i < min(to+tenseReach, s.w.Len()); i++ {
		if t := s.tenseAt(i, s.w.Len()); t != AnyTense {
			return t
		}
	}
	return AnyTense
}

// tenseAt returns the tense that token i shows, looking no further than end.
func (s *dateScan) tenseAt(i, end int) Tense {
	w, next := s.w.At(i), s.w.At(i+1)
	switch {
	case w == "":
		return AnyTense
	case w == "'" && next == "ll", strings.HasSuffix(w, "'ll"), strings.HasSuffix(w, "’ll"):
		return FutureTense
	case looksAhead.has(w) && !s.w.Mark(i):
		return s.ahead(i)
	case putOff.has(w) && s.leadsTo(i, end):
		return FutureTense
	case calling.has(w) && s.callsFor(i, end), (w == "plans" || w == "plan") && (next == "a" || next == "an"):
		return FutureTense
	case w == "go" && s.w.has(i+1, "to", "the", "polls"), w == "head" && s.w.has(i+1, "to", "the", "polls"):
		return FutureTense
	case w == "to":
		return s.infinitive(i)
	case (w == "set" || w == "is" || w == "are") && next == "to":
		return FutureTense
	case w == "is" || w == "are":
		return s.present(i)
	case maybeAhead.has(w):
		return s.maybe(i)
	}
	switch s.w.At(i - 1) {
	case "be", "being", "is", "are":
		return AnyTense // "will be held", "is closed until Friday"
	}
	if s.announces(i) {
		return FutureTense
	}
	if i == 0 {
		return AnyTense // "Closed through Thursday"
	}
	return pastVerb(w)
}

// leadsTo reports whether "until" or the like stands between token i and the date at token
// end.
func (s *dateScan) leadsTo(i, end int) bool {
	for k := i + 1; k <= end; k++ {
		switch s.w.At(k) {
		case "until", "till", "to", "through", "by", "for":
			return true
		}
	}
	return false
}

// callsFor reports whether what token i calls for or plans is to come on the
// date at token end: "called for a vote", "called a strike for Friday".
func (s *dateScan) callsFor(i, end int) bool {
	const reach = 10
	return i+1 < end && (s.w.At(i+1) == "for" || end-i <= reach && s.w.At(end-1) == "for")
}

// announces reports whether token i is the verb of an announcement: one with -s
// behind a noun, or a bare one between a plural or a name and a date.
func (s *dateScan) announces(i int) bool {
	w, before, next := s.w.At(i), s.w.At(i-1), s.w.At(i+1)
	if notVerbBefore.has(before) || s.w.Mark(i-1) || s.w.Capital(i) {
		return false
	}
	if announced.has(strings.TrimSuffix(w, "s")) && strings.HasSuffix(w, "s") || w == "goes" || w == "launches" {
		return true
	}
	if !announced.has(w) {
		return false
	}
	_, day := s.weekdayName(i + 1)
	return strings.HasSuffix(before, "s") || next == "on" || next == "tomorrow" || day
}

// ahead sorts out the nouns and names among the words that look ahead.
func (s *dateScan) ahead(i int) Tense {
	w, before := s.w.At(i), s.w.At(i-1)
	switch {
	case w == "will" && (before == "the" || before == "a" || before == "his" || before == "her"):
		return AnyTense
	case w == "next" || w == "coming":
		return AnyTense // they say so of their own date only
	case before == "originally" || before == "initially" || before == "previously":
		return PastTense
	}
	return FutureTense
}

// infinitive returns the tense of "to" and a verb: it looks ahead after words of
// intention, and for what is done by appointment.
func (s *dateScan) infinitive(i int) Tense {
	before, verb := s.w.At(i-1), s.w.At(i+1)
	if done.has(before) || s.w.Capital(i+1) || s.w.Mark(i+1) || verb == "the" || verb == "a" {
		return AnyTense
	}
	if intends.has(before) || plainVerbs.has(verb) {
		return FutureTense
	}
	return AnyTense
}

// present returns the tense of a present "is": ahead, if nothing but a name or a
// date stands behind it ("The game is Nov. 7", "Election day is Sunday").
func (s *dateScan) present(i int) Tense {
	if _, ok := s.weekdayName(i + 1); ok || s.month(i+1) != 0 {
		return FutureTense
	}
	switch s.w.At(i + 1) {
	case "on", "this", "next", "noon":
		return FutureTense
	}
	at := s.skip(i+1, "at")
	if clock := s.w.At(at + 1); clock == "p.m." || clock == "a.m." || clock == "pm" || clock == "am" {
		return FutureTense // "the games are 2 p.m. Saturday"
	}
	return AnyTense
}

func (s *dateScan) maybe(i int) Tense {
	if s.w.At(i) == "may" && s.w.Capital(i) && i > 0 {
		return AnyTense // the month
	}
	if s.w.At(i+1) == "not" {
		return AnyTense // "in an interview Friday, she would not say"
	}
	if s.w.At(i+1) == "have" || s.w.At(i+2) == "have" {
		return PastTense
	}
	if s.w.At(i) == "could" || s.w.At(i) == "can" {
		return AnyTense
	}
	return FutureTense
}

func pastVerb(w string) Tense {
	if looksBack.has(w) || len(w) > 3 && strings.HasSuffix(w, "ed") && !notPast.has(w) {
		return PastTense
	}
	return AnyTense
}
