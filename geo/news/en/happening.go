package en

import (
	"strings"

	"github.com/dateline-map/dateline/geo/news/text"
)

// Apart reports whether the words between two tokens set two happenings apart:
// "while", "elsewhere", "a separate".
func (w *Words) Apart(i, j int) bool {
	for k := max(i, 0); k < j && k < w.Len(); k++ {
		x := w.At(k)
		if w.followedAt(k) {
			return true
		}
		if x == "while" && !strings.HasSuffix(w.At(k+1), "ing") {
			return true
		}
		if apartWords.has(x) || x == ";" || w.timeAfter(k) || x == "another" && k+1 < w.Len() && apartNouns.has(w.At(k+1)) {
			return true
		}
	}
	return false
}

// Meanwhile returns the last of the words between two tokens that lead to what happened
// somewhere else at the time: "while", "elsewhere"; -1 if there is none.
func (w *Words) Meanwhile(i, j int) int {
	for k := j - 1; k >= i; k-- {
		switch w.At(k) {
		case "while", "meanwhile", "elsewhere", "separately":
			return k
		}
	}
	return -1
}

// Footage reports whether a sentence opens by saying what pictures show of what is told elsewhere: "An
// amateur video showed".
func (w *Words) Footage() bool {
	for k := 0; k < 6; k++ {
		switch w.At(k) {
		case "video", "videos", "footage", "pictures", "images", "photographs", "photos":
			for n := k + 1; n < k+8 && n < w.Len(); n++ {
				if x := w.At(n); x == "showed" || x == "shows" || x == "show" || x == "showing" {
					return true
				}
			}
		}
	}
	return false
}

// OnlyElsewhere reports whether "elsewhere", and no place behind it, is all that is said behind token i of
// where something was: "clashes left nine people dead elsewhere".
func (w *Words) OnlyElsewhere(i int) bool {
	for k := i; k < i+8 && k < w.Len(); k++ {
		if w.At(k) == "elsewhere" {
			return k+1 >= w.Len() || w.Mark(k+1) || w.has(k+1, "in", "the", "country")
		}
	}
	return false
}

// OpensAnew reports whether a sentence begins with words that part what it tells
// from what was told before: "Separately, …", "In another attack …", "Elsewhere
// in the province …".
func (w *Words) OpensAnew() bool {
	for k := 0; k < 5; k++ {
		x := w.At(k)
		switch {
		case x == "separately" || x == "elsewhere" || x == "meanwhile", k < 4 && (x == "separate" || x == "unrelated"):
			return true
		case (x == "another" || x == "other") && (apartNouns.has(w.At(k+1)) || w.At(k+1) == "development" || w.At(k+1) == "developments" || w.At(k+1) == "violence"):
			return true
		case x == "also" && k == 0 && (prepositions.has(w.At(1)) || weekdays.has(w.At(1))):
			return true
		case w.Mark(k) && k > 0:
			return x == "," && w.At(k+1) == "meanwhile" // "Security forces, meanwhile, …"
		}
	}
	for k := 0; k < 10 && !w.Mark(k) && !clauseMarks.has(w.At(k)); k++ {
		if w.has(k, "in", "a", "separate") {
			return true // "Six others were killed in a separate strike"
		}
	}
	return false
}

// Opening reports whether a phrase at token i opens the sentence, an adverb before it apart: "In
// Gao", "Similarly, in Gao", "Meanwhile in Gao".
func (w *Words) Opening(i int) bool {
	if i > 0 && w.At(i-1) == "," {
		i--
	}
	return i == 0 || i == 1 && (isAdverb(w.At(0)) || apartWords.has(w.At(0)))
}

// SetOff reports whether the verb right behind what ends before token i says that it led to
// what begins at token j: "the killing set off gunbattles".
func (w *Words) SetOff(i, j int) bool {
	for auxiliaries.has(w.At(i)) || isAdverb(w.At(i)) {
		i++
	}
	return i < j && causing.has(w.At(i)) || w.At(i) == "set" && w.At(i+1) == "off" || w.At(i) == "led" && w.At(i+1) == "to"
}

var causing = setOf("sparked triggered provoked prompted ignited unleashed caused")

// Happened returns the noun of a sentence that says of what was told before it only
// where or when it happened: "The incident occurred in", "Most of the deaths came
// in", "It happened in"; -1 if it is none.
func (w *Words) Happened() int {
	for i := 0; i < 8 && i+1 < w.Len(); i++ {
		if w.At(i) == "target" && i < 3 && beForms.has(w.At(i+1)) {
			return i // "The target was a police vehicle in Gao"
		}
		if !(i == 0 && (w.At(i) == "it" || w.At(i) == "this")) && !toldNouns.has(w.At(i)) {
			continue
		}
		from := w.behindWhich(i + 1)
		if w.has(from+2, "to", "have") && auxiliaries.has(w.At(from)) {
			from += 4 // "is said to have happened"
		}
		for k := from; k < from+3; k++ {
			if x := w.At(k); happenedVerbs.has(x) || (x == "took" || x == "taken") && w.At(k+1) == "place" || x == "struck" && w.At(k+1) == "in" || k == from && x == "was" && w.At(k+1) == "a" {
				return i
			}
		}
	}
	return -1
}

// behindWhich returns the token behind a clause between commas that begins with "which" at token
// i: "The shooting, which left one injured, took place".
func (w *Words) behindWhich(i int) int {
	if w.At(i) != "," || w.At(i+1) != "which" {
		return i
	}
	for k := i + 2; k < i+16; k++ {
		if w.At(k) == "," {
			return k + 1
		}
	}
	return i
}

var (
	toldNouns     = setOf("incident incidents deaths killings tragedy casualties fatalities violence attack attacks assault blast blasts explosion explosions shooting bombing strike strikes raid murder murders clash clashes fighting ambush massacre kidnapping abduction kidnappings abductions bombings shootings raids")
	happenedVerbs = setOf("happened occurred came unfolded")
)

// SameTime reports whether a sentence says that what it tells happened at the
// time of what was told before: "shortly afterwards", "hours later".
func (w *Words) SameTime() bool {
	for k := range w.Lower {
		for _, p := range sameTimes {
			if w.has(k, p...) {
				return true
			}
		}
	}
	return false
}

var sameTimes = [][]string{
	{"shortly", "after"}, {"shortly", "afterwards"}, {"shortly", "afterward"}, {"shortly", "later"}, {"minutes", "later"}, {"hours", "later"}, {"hour", "later"},
	{"moments", "later"}, {"soon", "after"}, {"soon", "afterwards"}, {"the", "same", "day"}, {"the", "same", "time"}, {"simultaneously"}, {"in", "response"}, {"in", "retaliation"},
	{"in", "the", "afternoon"}, {"in", "the", "evening"}, {"in", "the", "morning"}, {"later", "that"}, {"same", "moment"}, {"immediately", "after"}, {"that", "day"}, {"that", "night"}, {"the", "same", "night"},
}

// TimeBetween reports whether it is said between two tokens how long after one
// another what they tell happened.
func (w *Words) TimeBetween(i, j int) bool {
	for k := max(i, 0); k < j && k < w.Len(); k++ {
		if w.timeAfter(k) {
			return true
		}
	}
	return false
}

// timeAfter reports whether token i is the "after" of "hours after".
func (w *Words) timeAfter(i int) bool {
	return w.At(i) == "after" && spans.has(w.At(i-1)) && !recent.has(w.At(i-2))
}

// spans stand before "after" where two happenings are told with the time between
// them: "hours after a video showed the killing".

var spans = setOf("hour hours day days week weeks fortnight month months year years decade decades")

// recent before a span make it a date: "last week after three days of fighting".
var recent = setOf("last this past next")

var (
	apartWords = setOf("elsewhere separate separately meanwhile whereas earlier previously later")
	apartNouns = setOf("attack bomb blast explosion incident bombing shooting strike car suicide clash raid roadside drone air rocket missile grenade ambush assault")
)

// PhraseStart returns the first token of the noun phrase whose words begin at
// token i: the articles and adjectives before it.
func (w *Words) PhraseStart(i int) int {
	for i > 0 && (determiners.has(w.At(i-1)) || isAdjective(w.At(i-1)) || w.Capital(i-1) && !prepositions.has(w.At(i-1))) {
		i--
	}
	return i
}

// GameScore reports whether a sentence tells how a game ended: "to win 24-21".
func (w *Words) GameScore() bool {
	for k := 1; k+1 < w.Len(); k++ {
		if w.At(k) == "-" && !w.Tokens[k].Space && w.Tokens[k-1].Kind == text.Number && w.Tokens[k+1].Kind == text.Number && !w.Tokens[k+1].Space && len(w.At(k-1)) < 4 && len(w.At(k+1)) < 4 && !w.Capital(k-2) {
			for n := 1; n < 6; n++ {
				if gameWords.has(w.At(k - n)) {
					return true
				}
			}
		}
	}
	return false
}

var gameWords = setOf("win won wins beat beats beating lost loss victory defeat defeated defeating lead led draw drew tied tie score final over")

// Locals reports whether those who live there stand before a place's name at
// token i: what "residents of Gao" tell of happened in Gao.
func (w *Words) Locals(i int) bool {
	switch w.At(i) {
	case "of", "in", "from":
		i--
	}
	return locals.has(w.At(i)) || locals.has(w.At(i-1))
}

// Ally reports whether a name at token i is said to be somebody's friend or foe,
// and so acts: "the government and its ally Dorvia".
func (w *Words) Ally(i int) bool {
	switch w.At(i - 1) {
	case "ally", "allies", "foe", "backer", "rival", "neighbour", "neighbor":
		return w.At(i-2) == "its" || w.At(i-2) == "their" || w.At(i-2) == "his" || w.At(i-3) == "its" || w.At(i-3) == "their"
	}
	return false
}

// Nearby reports whether the words between two tokens say that a place lies near
// what was told of before: "the nearby village of".
func (w *Words) Nearby(i, j int) bool {
	for k := i; k < j; k++ {
		if x := w.At(k); x == "nearby" || x == "neighbouring" || x == "neighboring" || x == "adjacent" {
			return true
		}
	}
	return false
}

// BorderWith reports whether a country's name whose words begin at token i only
// says which border is meant: "near the border with Mali" lies on this side.
func (w *Words) BorderWith(i int) bool {
	if w.At(i) == "with" || w.At(i) == "from" {
		i--
	} else {
		return false
	}
	x := w.At(i)
	return x == "border" || x == "borders" || x == "frontier" || x == "crossing" || x == "crossings"
}

// Compound reports whether a hyphen at token i makes a name part of an adjective:
// "US-led", "Iran-backed".
func (w *Words) Compound(i int) bool {
	return w.At(i) == "-" && !w.Tokens[i].Space && !w.Mark(i+1) && !w.Tokens[i+1].Space && !w.Capital(i+1)
}

// Adjective returns the token behind the adjective that a run of capitalised words
// from i up to j begins with, "Houthi-controlled Ibb"; i if it begins with none.
func (w *Words) Adjective(i, j int) int {
	for k := i + 1; k+1 < j; k++ {
		if w.Compound(k) && CompoundEnd(w.At(k+1)) {
			return k + 2
		}
	}
	return i
}

// CompoundEnd reports whether a word, in small letters, makes an adjective of the
// name before its hyphen: "Iran-backed", "Shiite-majority".
func CompoundEnd(word string) bool { return strings.HasSuffix(word, "ed") || compoundEnds.has(word) }

// compoundEnds are the second parts of adjectives made of a name, beside participles.
var compoundEnds = setOf("led held run majority minority born bound wide era torn speaking leaning style friendly")

// Blast reports whether token i is an explosion, the subject of what follows.
func (w *Words) Blast(i int) bool {
	switch w.At(i) {
	case "blast", "blasts", "explosion", "explosions", "bomb", "bombs", "strike", "strikes", "airstrike", "airstrikes", "shell", "shells", "rocket", "rockets", "missile", "missiles", "raids", "raid", "bombing", "bombings", "shelling":
		return true
	}
	return false
}

// ImageOf reports whether a name behind "of" at token i says whose image or flag
// something is.
func (w *Words) ImageOf(i int) bool {
	switch w.At(i - 1) {
	case "effigy", "effigies", "flag", "flags", "portrait", "portraits", "president", "king", "queen", "embassy":
		return true
	}
	return false
}

var locals = setOf("residents villagers inhabitants locals townspeople witnesses eyewitnesses")

// Agent returns the tokens of who did what the passive around token i tells, if
// it is named in capitals: "believed to have been carried out by the United
// States".
func (w *Words) Agent(i int) (from, to int, ok bool) {
	for k := i + 1; k < i+12 && k < w.Len(); k++ {
		if x := w.At(k); w.Mark(k) && x != "-" || clauseMarks.has(x) {
			return 0, 0, false
		}
		if w.At(k) != "by" || !strings.HasSuffix(w.At(k-1), "ed") && w.At(k-1) != "out" && k != i+1 {
			continue
		}
		from = k + 1
		for determiners.has(w.At(from)) {
			from++
		}
		for to = from; w.Capital(to) && !weekdays.has(w.At(to)) && !monthWords.has(w.At(to)); to++ {
		}
		return from, to, to > from
	}
	return 0, 0, false
}

// Victims returns people without the number that counts them: "local leaders"
// of "21 local leaders". It is empty for a bare number.
func (w *Words) Victims(from, to int) string {
	if q, ok := w.Quantity(from); ok {
		from = q.To
	}
	for from < to && (determiners.has(w.At(from)) || w.At(from) == "of" || w.At(from) == "other" || w.At(from) == "others") {
		from++
	}
	return w.Span(from, min(to, from+8))
}

// Many reports whether a phrase names several people: "residents", "people".
func Many(phrase string) bool {
	w := wordsOf(phrase)
	last := w.At(w.Len() - 1)
	return personNouns.has(last) && !singular(last)
}

// Communal reports whether a phrase names people who bear arms only now and then, and as victims
// are none who fought: "two herders".
func Communal(phrase string) bool {
	w := wordsOf(phrase)
	return communal.has(w.At(w.Len() - 1))
}

var communal = setOf("herder herders herdsman herdsmen pastoralist pastoralists tribesman tribesmen clansman clansmen")

// Protesting reports whether a phrase names people who protest.
func Protesting(phrase string) bool {
	for _, word := range wordsOf(phrase).Lower {
		if protesting.has(word) {
			return true
		}
	}
	return false
}

var protesting = setOf("protester protesters protestors demonstrator demonstrators marchers rioters rioter strikers students youths supporters stone-throwers crowd crowds fans hooligans mob")

// Hospital reports whether people were brought to be treated between two
// tokens, so that what is named there is not where they were hurt.
func (w *Words) Hospital(i, j int) bool {
	for k := max(i, 0); k < j && k < w.Len(); k++ {
		if x := w.At(k); x == "hospital" || x == "hospitals" || x == "clinic" || x == "morgue" || x == "mortuary" {
			return true
		}
	}
	return false
}

// Treated reports whether it is said between two tokens that the hurt are cared for
// in what follows.
func (w *Words) Treated(i, j int) bool {
	for k := max(i, 0); k < j; k++ {
		switch w.At(k) {
		case "treated", "admitted", "hospitalised", "hospitalized":
			return true
		}
	}
	return false
}

// Refers reports whether a sentence speaks of one person by a pronoun.
func (w *Words) Refers() bool {
	for _, x := range w.Lower {
		if x == "he" || x == "she" {
			return true
		}
	}
	return false
}

// OpensWithPerson reports whether a sentence goes on about one person: "He died …".
func (w *Words) OpensWithPerson() bool { return w.At(0) == "he" || w.At(0) == "she" }

// Described reports whether token i stands in a clause between commas that describes
// something, and token j behind that clause: "the group, which took Mosul on
// Tuesday, seized Tikrit".
func (w *Words) Described(i, j int) bool {
	for k := i - 1; k > 0; k-- {
		if w.At(k) == "," || w.At(k) == ";" {
			return false
		}
		if relatives.has(w.At(k)) && (w.At(k-1) == "," || w.At(k) == "that" && !w.saysAt(k-1) && w.At(k-1) != "said") {
			for n := i; n < j; n++ {
				if w.At(n) == "," {
					return true
				}
			}
			return false
		}
	}
	return false
}
