package en

import (
	"strings"

	"github.com/dateline-map/dateline/geo/news/text"
)

// Telling says how a sentence tells of a happening.
type Telling uint8

// The tellings. The zero Telling is of something that happened.
const (
	Told      Telling = iota // it happened, or goes on
	Announced                // it is planned
	Unreal                   // it did not happen, may happen, is feared, asked for, denied
)

// Trigger is a word or phrase that tells of a happening.
type Trigger struct {
	From, To int // tokens of the sentence, To excluded
	Kind     *Kind
	Noun     bool
	Weak     bool // another trigger beside it tells better what
	Faint    bool // likewise, and tells nothing without somebody armed, a tool or a toll
	Tool     bool // says only the sub type of another trigger
	Telling  Telling

	Passive     bool // a verb: what was done is told before it
	Definite    bool // a noun that was spoken of before: "the attack"
	Relative    bool // told in passing, in a clause that describes something: "which has killed …"
	PastPerfect bool // told as what was before
	Background  bool // told as what is known, investigated, judged or remembered
	Condemned   bool // told as what somebody condemns or mourns
	Quoted      bool // inside quotation marks
	Alleged     bool // said by one side: "an alleged attack"
}

// Head returns the token that carries the trigger: the verb, or the last word
// of a noun.
func (t *Trigger) Head() int {
	if t.Noun || t.Tool {
		return t.To - 1
	}
	return t.From
}

// Scene is what the reader of a sentence knows besides its words.
type Scene struct {
	// Office reports whether token i belongs to a person who holds a public
	// office. Nil knows nobody.
	Office func(i int) bool
	// Place reports whether token i begins or belongs to the name of a place.
	// Nil knows none; every capitalised word may then be one.
	Place func(i int) bool
	// Headline says that the sentence is one, so that its present tense tells
	// what was.
	Headline bool
}

// Triggers finds the triggers of a sentence in their order. They do not
// overlap.
func (t *Taxonomy) Triggers(w *Words, scene Scene) []Trigger {
	f := finder{t: t, w: w, scene: scene}
	quoted := f.quotes()
	var out []Trigger
	for i := 0; i < w.Len(); {
		if n := t.phraseAt(w, i); n > 0 {
			i += n
			continue
		}
		x, ok := f.at(i)
		if !ok {
			i++
			continue
		}
		x.Quoted = quoted != nil && quoted[i]
		x.Relative = x.Relative || len(out) > 0 && f.goesOn(&out[len(out)-1], &x)
		out = append(out, x)
		i = x.To
	}
	return out
}

// goesOn reports whether a verb goes on from the one of a relative clause before it: "an onslaught
// that has seized five towns, displaced thousands and sparked fears".
func (f *finder) goesOn(before, x *Trigger) bool {
	if !before.Relative || before.Noun || x.Noun || x.Tool || x.From-before.To > maxPhrase || f.w.At(x.From-1) != "," && f.w.At(x.From-1) != "and" {
		return false
	}
	for k := before.To; k < x.From-1; k++ {
		if f.w.At(k) == "," || clauseMarks.has(f.w.At(k)) {
			return false
		}
	}
	return true
}

// phraseAt returns the length of the exception that begins at token i, or 0.
func (t *Taxonomy) phraseAt(w *Words, i int) int {
	return longest(t.phrases.of(w.At(i)), w, i)
}

// Context reports whether the sentence speaks of accidents, diseases, games
// and the like, beside which weak triggers and tolls tell of something else.
func (t *Taxonomy) Context(w *Words) bool {
	for i := range w.Lower {
		if list := t.context.of(w.Lower[i]); list != nil && longest(list, w, i) > 0 {
			return true
		}
	}
	return false
}

// OfArms reports whether the taxonomy tells who bears arms, so that a known armed group
// speaks for its events.
func (t *Taxonomy) OfArms() bool { return len(t.armed) > 0 }

func longest(list [][]string, w *Words, i int) int {
	n := 0
	for _, words := range list {
		if len(words) > n && w.has(i, words...) {
			n = len(words)
		}
	}
	return n
}

// finder finds the triggers of one sentence.
type finder struct {
	t     *Taxonomy
	w     *Words
	scene Scene
}

// quotes tells which tokens stand inside quotation marks; nil if none do.
func (f *finder) quotes() []bool {
	var out []bool
	inside := false
	for i, word := range f.w.Lower {
		switch word {
		case "“", "«":
			inside = true
		case "”", "»":
			if !inside && out == nil {
				out = quotedUpTo(i, len(f.w.Lower))
			}
			inside = false
		case `"`:
			if !inside && out == nil && f.w.closesQuote(i) {
				out = quotedUpTo(i, len(f.w.Lower))
				continue
			}
			inside = !inside
		default:
			if inside {
				if out == nil {
					out = make([]bool, len(f.w.Lower))
				}
				out[i] = true
			}
		}
	}
	return out
}

// at returns the best trigger that begins at token i.
func (f *finder) at(i int) (Trigger, bool) {
	var best Trigger
	found := false
	for _, a := range f.t.patterns.of(f.w.At(i)) {
		end := f.match(i, &a)
		if end == 0 || found && !better(a.pattern, end, &best) {
			continue
		}
		if x, ok := f.trigger(i, end, &a); ok {
			best, found = x, true
		}
	}
	if found && best.Tool && best.To > i+1 {
		if x, ok := f.at(best.To - 1); ok && x.Noun && !x.Weak && x.To > best.To {
			x.From = i // "tank shells crashed into houses"
			return x, true
		}
	}
	return best, found
}

// better reports whether pattern p ending at end tells more than the trigger x
// found at the same token: longer ones do, then strong ones, then earlier
// blocks.
func better(p *pattern, end int, x *Trigger) bool {
	if end != x.To {
		return end > x.To
	}
	if x.Tool != (p.class == classTool) {
		return x.Tool
	}
	return x.Weak && !p.weak
}

// foreignersLeave reports whether those who leave a place by the verb at token i never held it:
// "the embassy pulled out of the country".
func (f *finder) foreignersLeave(i int) bool {
	for k := i - 1; k >= i-4 && !f.w.Mark(k); k-- {
		switch f.w.At(k) {
		case "diplomats", "diplomat", "embassy", "embassies", "staff", "foreigners", "nationals", "expatriates", "companies", "workers":
			return true
		}
	}
	return false
}

// bodiesBefore reports whether the dead are what a passive at token i speaks of: "nine of the bodies
// had been set on fire".
func (f *finder) bodiesBefore(i int) bool {
	if !f.auxBefore(i) {
		return false
	}
	for k := i - 1; k >= 0 && i-k < 14 && f.w.At(k) != ","; k-- {
		switch f.w.At(k) {
		case "bodies", "body", "corpses", "corpse":
			return true
		}
	}
	return false
}

// infinitive reports whether token i begins what somebody was made to do or did something for:
// "forced diplomats to pull out of the country" forces nobody out of it.
func (f *finder) infinitive(i int) bool {
	next := f.w.At(i + 1)
	return f.w.At(i) == "to" && !f.w.Capital(i+1) && (next == "pull" || next == "withdraw" || next == "move" || next == "retreat" || next == "stay" || next == "keep")
}

// trigger checks what a match must fulfil besides its words.
func (f *finder) trigger(i, end int, a *anchored) (Trigger, bool) {
	x := Trigger{From: i, To: end, Kind: a.kind, Weak: a.weak, Faint: a.faint, Noun: a.class == classNoun, Tool: a.class == classTool}
	switch {
	case f.month(i), strings.HasPrefix(f.w.At(i), "march") && f.w.pilgrimage(i):
		return x, false
	case i > 0 && !x.Noun && !x.Tool && !f.scene.Headline && f.scene.Place != nil && f.w.Capital(i) && f.scene.Place(i):
		return x, false // "fled their homes in Hit"
	case x.Tool:
		return x, !(f.w.At(i-1) == "-" && f.w.At(i-2) == "anti") // "anti-aircraft guns"
	case x.Noun && !f.nounAt(i, end):
		return x, false
	case !x.Noun && !f.verbAt(i, end, a.form):
		return x, false
	case !x.Noun && x.Kind.Family == "destruction" && f.bodiesBefore(i), !x.Noun && x.Kind.Family == "territory" && f.foreignersLeave(i):
		return x, false
	}
	x.Passive = !x.Noun && f.passive(i, a.form)
	if !f.objectFits(&x, a) || a.subject && !f.placeFell(&x) || a.office && !f.officeNear(&x) {
		return x, false
	}
	// An object or a preposition at the pattern's end is no part of the trigger.
	for x.Noun && x.To > x.From+1 && prepositions.has(f.w.At(x.To-1)) {
		x.To--
	}
	if x.Noun {
		f.nounTelling(&x)
	} else {
		f.verbTelling(&x, a.form)
	}
	return x, true
}

// month reports whether token i is the name of a month: "March".
func (f *finder) month(i int) bool {
	if f.w.At(i) != "march" {
		return false
	}
	_, _, number := f.w.Number(i + 1)
	return f.w.Capital(i) && i > 0 || number
}

// nounAt reports whether the tokens from i to end are a noun here.
func (f *finder) nounAt(i, end int) bool {
	next := f.w.At(end)
	if notTriggers.has(next) && !f.w.Mark(end) {
		return false
	}
	if last := f.w.At(end - 1); strings.HasSuffix(last, "ing") && f.governs(end) {
		return false // "killing six people"
	}
	if before := f.w.At(i - 1); f.w.At(i) == "fighting" && end == i+1 && (before == "on" || before == "for" || before == "in") && f.w.Capital(end) && !weekdays.has(next) && !monthWords.has(next) {
		return false // "a conference on fighting Boko Haram"
	}
	if f.w.At(i) == "fighting" && end == i+1 && f.fighters(i-1) {
		return false // "troops fighting to win back the town"
	}
	if strings.HasPrefix(f.w.At(i-1), "help") && f.governs(end) {
		return false // "thanked him for helping battle the rebels"
	}
	if f.lists(end) {
		return false // "violence elsewhere on Sunday included a bombing"
	}
	before := f.w.At(i - 1)
	if before == "to" || modals.has(before) || futures.has(before) || before == "n't" || pronouns.has(before) && before != "it" {
		return false
	}
	if aux := f.w.At(i - 2); negations.has(before) && (aux == "do" || aux == "does" || aux == "did" || modals.has(aux) || futures.has(aux)) {
		return false // "did not attack"
	}
	if next == "-" && !f.w.Tokens[end].Space && !f.w.Mark(end+1) {
		return false // "bombing-related"
	}
	return true
}

// fighters reports whether token i, a comma and adverbs before it apart, names people, so that
// "fighting" behind it only says what they do.
func (f *finder) fighters(i int) bool {
	if f.w.At(i) == "," {
		i--
	}
	for f.w.At(i) == "also" || f.w.At(i) == "still" || f.w.At(i) == "already" || f.w.At(i) == "now" {
		i--
	}
	return personNouns.has(f.w.At(i)) || genericActors().of(f.w.At(i)) != NoSide || f.w.At(i) == "group" || f.w.At(i) == "offshoot"
}

// lists reports whether what ends before token i is told one by one behind it.
func (f *finder) lists(i int) bool {
	for k := i; k < i+6 && !f.w.Mark(k); k++ {
		switch f.w.At(k) {
		case "included", "includes":
			return true
		}
	}
	return false
}

// governs reports whether what begins at token i is the object of the word
// before it.
func (f *finder) governs(i int) bool {
	if _, number := f.w.Quantity(i); number {
		return true // "killing up to nine"
	}
	w := f.w.At(i)
	return determiners.has(w) && w != "'s" && w != "that" || personNouns.has(w)
}

// verbAt reports whether token i, in a form, is a verb here and not a noun or
// an adjective of the same letters.
func (f *finder) verbAt(i, end int, form form) bool {
	before, next := f.w.At(i-1), f.w.At(end)
	switch form {
	case formBase:
		return before == "to" || f.auxBefore(i) || (before == "and" || before == ",") && i > 1 || f.scene.Headline && i > 0 && !determiners.has(before) && !prepositions.has(before) || pronouns.has(before)
	case formS:
		return i > 0 && !determiners.has(before) && !prepositions.has(before) && !isAdjective(before) && (f.scene.Headline && f.w.Tokens[i].Kind == text.Word && i > 0 || relatives.has(before) || pronouns.has(before)) && (end > i+1 || !prepositions.has(next) || f.scene.Headline)
	case formIng:
		if f.w.At(i) == "surrounding" && (prepositions.has(before) || before == "and" || before == "in") {
			return false // "in surrounding villages"
		}
		if (f.w.At(i) == "battling" || f.w.At(i) == "fighting") && (polities.has(before) || f.fighters(i-1) || before == "in" || before == "of" || before == "for" || before == "by" || before == "on") {
			return false // "a country battling a jihadist revolt", "a group also fighting in Syria"
		}
		return !determiners.has(before) || before == "all" || before == "both"
	}
	if end > i+1 && (definers.has(before) || before == "of" || before == "by") {
		return false // "the ousted president", "supporters of deposed leaders"
	}
	// "the captured soldiers", "a besieged city", "an air strike struck"
	adjective := (determiners.has(before) || prepositions.has(before) && before != "after" || isAdjective(before)) && end == i+1 && !prepositions.has(next) && !f.w.Mark(end) && !determiners.has(next) && f.w.Tokens[i].Kind == text.Word
	if before == "-" {
		return false // "militant-held"
	}
	if next == "-" && end < f.w.Len() && !f.w.Tokens[end].Space {
		return false
	}
	return !adjective || before == "that" || before == "all" || before == "both"
}

// isAdjective knows a few adjectives by their endings.
func isAdjective(w string) bool {
	n := len(w)
	return n > 4 && (w[n-3:] == "ous" || w[n-3:] == "ful" || w[n-3:] == "ive" || w[n-2:] == "al" && w != "several" || w[n-4:] == "less" || w[n-4:] == "able")
}

// auxBefore reports whether an auxiliary stands before token i, adverbs apart.
func (f *finder) auxBefore(i int) bool {
	for i--; i >= 0 && (isAdverb(f.w.At(i)) || negations.has(f.w.At(i))); i-- {
	}
	return auxiliaries.has(f.w.At(i))
}

// passive reports whether the verb at token i is in the passive voice.
func (f *finder) passive(i int, form form) bool {
	if form != formPast && form != formPP {
		return false
	}
	k := i - 1
	for ; k >= 0 && (isAdverb(f.w.At(k)) || negations.has(f.w.At(k))); k-- {
	}
	if f.w.At(k) == "and" && k > 0 { // "were captured and executed"
		for n := 0; k > 0 && n < 4; n++ {
			if k--; beForms.has(f.w.At(k)) {
				return true
			}
		}
		return f.w.At(i+1) == "by"
	}
	return beForms.has(f.w.At(k)) || f.w.At(i+1) == "by" || form == formPP && !haveForms.has(f.w.At(k))
}
