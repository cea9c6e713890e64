package en

// Who says what a sentence tells, and when.

// Says reports whether a verb of saying is in the sentence.
func (w *Words) Says() bool {
	for k := range w.Lower {
		if w.saysAt(k) {
			return true
		}
	}
	return false
}

// Reported reports whether the date at token i says when something was said:
// "officials said on Friday".
func (w *Words) Reported(i int) bool {
	for k := i + 1; k < i+3; k++ {
		if w.At(k) == "'s" && issues.has(w.At(k+1)) {
			return true // "in Monday's issue of the paper"
		}
	}
	k := i - 1
	for n := 0; n < 3 && (prepositions.has(w.At(k)) || w.At(k) == "late" || w.At(k) == "early" || w.At(k) == "the"); n++ {
		k--
	}
	if w.saysAt(k) || asked.has(w.At(k)) || messages.has(w.At(k)) && (w.At(k-2) == "in" || w.At(k-2) == "via") {
		return true
	}
	// "Police told reporters on Friday", "the army said in a statement on Sunday",
	// "sources told Radio Gao on Monday"
	for n := 0; n < 5 && k >= 0; n++ {
		if w.At(k) == ")" && w.At(k-2) == "(" {
			k -= 3 // "told Radio Gao (RG) yesterday"
		}
		x := w.At(k)
		if w.saysAt(k) || asked.has(x) {
			return true
		}
		if x == "that" || !reportNouns.has(x) && !determiners.has(x) && !prepositions.has(x) && !(w.Capital(k) && k > 1) {
			return false
		}
		k--
	}
	return false
}

// issues are what papers come in.
var issues = setOf("issue edition newspaper paper statement announcement report bulletin")

// messages are what somebody says something in: "announced the attack in a video on Monday".
var messages = setOf("statement video message post broadcast interview recording tweet communique")

// asked are what journalists do to those who say: "residents contacted on Monday".
var asked = setOf("contacted interviewed reached")

var reportNouns = setOf("statement reporters journalists afp reuters ap xinhua telephone phone news conference briefing interview agency press state television tv radio media")

// Denies finds where a sentence denies what was told right before it: "The army
// denied it", "Officials rejected the claims". Who denies only that it was them does
// not.
func (w *Words) Denies() (at int, ok bool) {
	for k := range w.Lower {
		if denials.has(w.At(k)) && !negations.has(w.At(k-1)) && w.deniesAll(k+1) {
			return k, true
		}
	}
	return 0, false
}

// deniesAll reports whether the object of a denial at token i is all that was told.
func (w *Words) deniesAll(i int) bool {
	switch w.At(i) {
	case "it", "this":
		return true
	case "that":
		return w.At(i+1) != "it" && w.At(i+1) != "they" && !w.sharesIn(i+1)
	}
	for n := i; n < i+4; n++ {
		if claims.has(w.At(n)) {
			return true
		}
		if x := w.At(n); w.Mark(n) && x != "'" && x != "’" || prepositions.has(x) {
			return false
		}
	}
	return false
}

// sharesIn reports whether the clause from token i on says who had a part in something.
func (w *Words) sharesIn(i int) bool {
	for k := i; k < i+8; k++ {
		switch w.At(k) {
		case "involved", "responsible", "behind", "part":
			return true
		}
	}
	return false
}

var (
	denials = setOf("denied denies rejected rejects dismissed dismisses refuted refutes disputed disputes")
	claims  = setOf("claim claims report reports account accounts allegation allegations accusation accusations assertion statement")
)

// Filed reports whether the date at token i stands in the bracket that opens a
// sentence, which says where and when it was filed: "(Nairobi, February 13) –".
func (w *Words) Filed(i int) bool {
	if w.At(0) != "(" {
		return false
	}
	for k := 1; k < i; k++ {
		if w.At(k) == ")" {
			return false
		}
	}
	return true
}

// Speaks reports whether somebody at tokens from to to, a comma before, is who says
// what was told: ", a police source said".
func (w *Words) Speaks(from, to int) bool {
	if w.At(w.PhraseStart(from)-1) != "," {
		return false
	}
	for k := to; k < to+3; k++ {
		if w.saysAt(k) {
			return true
		}
		if w.Mark(k) || clauseMarks.has(w.At(k)) {
			return false
		}
	}
	return false
}

// ClaimedBefore reports whether responsibility for what token i tells is claimed
// or denied shortly before it: what is said of it then is news.
func (w *Words) ClaimedBefore(i int) bool {
	for k := i - 1; k >= 0 && i-k < 8; k-- {
		if w.At(k) == "responsibility" {
			return true
		}
	}
	return false
}

// SpokenIn reports whether the words of a place that begin at token i say where
// or by what means something was said: "said in a statement in Gao".
func (w *Words) SpokenIn(i int) bool {
	switch w.At(i - 1) {
	case "statement", "interview", "briefing", "conference", "speech", "testimony", "telephone", "phone":
		return w.At(i) == "in" || w.At(i) == "from" || w.At(i) == "at"
	}
	return false
}

// SpeakerOf reports whether a place whose words begin at token i, and end before token
// end, only says where somebody speaks: "a doctor in Gao said", "said a doctor in Gao". Those
// who live there do not count, and tell of what happened there.
func (w *Words) SpeakerOf(i, end int) bool {
	if w.Locals(i) {
		return false
	}
	for k := end; k < end+6; k++ {
		x := w.At(k)
		if w.saysAt(k) {
			return w.speaker(i)
		}
		if w.Mark(k) && x != "-" || prepositions.has(x) || auxiliaries.has(x) || clauseMarks.has(x) || conjunctions.has(x) {
			break
		}
	}
	for k := i - 1; k >= 0 && i-k < 6; k-- {
		x := w.At(k)
		if w.saysAt(k) {
			return k+1 < i && w.speaker(i)
		}
		if w.Mark(k) || prepositions.has(x) || auxiliaries.has(x) || clauseMarks.has(x) || pronouns.has(x) {
			break
		}
	}
	return false
}

// speaker reports whether somebody stands right before the words of a place that begin at
// token i, or the place's name opens what is said.
func (w *Words) speaker(i int) bool {
	x := w.At(i - 1)
	return personNouns.has(x) || offices.has(x) || w.Capital(i-1) || i == 0 || w.At(i-1) == ","
}

// SaidThere reports whether the words of a place from token i to end say where something
// was said that a clause with "that" tells behind them, in which token j stands:
// "announced in Gao on Saturday that the offensive had begun".
func (w *Words) SaidThere(i, end, j int) bool {
	if !w.saysAt(i - 1) {
		return false
	}
	for k := end; k < j; k++ {
		if w.At(k) == "that" {
			return true
		}
	}
	return false
}

// FightersFrom reports whether the words of a place that begin at token i say where those come
// from who bear arms and do what the verb at token j tells: "militants from Gao attacked".
func (w *Words) FightersFrom(i, j int) bool {
	if w.At(i) != "from" || i >= j || !fighters.has(w.At(i-1)) {
		return false
	}
	return !w.MarkBetween(i, j) && !w.Clause(i, j)
}

var fighters = setOf("militants insurgents rebels jihadists gunmen fighters extremists bandits terrorists militiamen attackers assailants raiders soldiers troops")

// FromBase reports whether the words of a place that begin at token i say from where it was
// done: "carried out the raids from bases in Egypt".
func (w *Words) FromBase(i int) bool {
	k := i - 1
	for k > i-4 && (militarySites.has(w.At(k)) || w.At(k) == "territory" || siteKinds.has(w.At(k)) || determiners.has(w.At(k))) {
		k--
	}
	return k < i-1 && w.At(k) == "from" && w.At(i) != "from"
}

// Accuses reports whether a name whose words begin at token i, and which ends before token
// end, is who blames, or whom somebody blames: "that Ankara blamed on Damascus".
func (w *Words) Accuses(i, end int) bool {
	return blaming.has(w.At(end)) && !w.Capital(end) || w.At(i) == "on" && blaming.has(w.At(i-1))
}

var blaming = setOf("blamed blames accused accuses denied denies condemned condemns demanded")

// Disputed reports whether what is told is denied behind token i: "a claim that
// the army denied".
func (w *Words) Disputed(i int) bool {
	for k := i; k < w.Len(); k++ {
		switch w.At(k) {
		case "denied", "denies", "refuted", "disputed", "disputes":
			return w.At(k-1) != "not" && (w.At(k) != "disputed" || determiners.has(w.At(k+1)) && !determiners.has(w.At(k-1)))
		}
	}
	return false
}

// QuotedAt reports whether token i stands inside quotation marks.
func (w *Words) QuotedAt(i int) bool {
	q := (&finder{w: w}).quotes()
	return q != nil && q[i]
}

// SaysBehind reports whether who is named before token i says something: "the Pentagon has said".
func (w *Words) SaysBehind(i int) bool {
	for haveForms.has(w.At(i)) || isAdverb(w.At(i)) {
		i++
	}
	return sayings.has(w.At(i))
}

// SaidWhen reports whether what a sentence opens with before token i is the time at which
// somebody says what is told up to token j: "Tuesday, the embassy said".
func (w *Words) SaidWhen(i, j int) bool {
	if w.At(i) == "," {
		i++
	}
	for k := i; k < j && k-i < 10; k++ {
		if w.saysAt(k) || w.At(k+1) == "that" && Nouns(w.At(k)) == SpeechVerb {
			return true
		}
		if w.Mark(k) || clauseMarks.has(w.At(k)) || auxiliaries.has(w.At(k)) {
			return false
		}
	}
	return false
}
