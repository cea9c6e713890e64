package en

import (
	"strings"
	"sync"
)

// form is the form of a trigger word in the text.
type form uint8

const (
	formNoun form = iota
	formBase      // seize
	formS         // seizes
	formPast      // seized, took
	formPP        // taken; formPast where both are the same word
	formIng       // seizing
)

// irregular verbs: past and past participle.
var irregular = sync.OnceValue(func() map[string][2]string {
	return map[string][2]string{
		"take": {"took", "taken"}, "shoot": {"shot", "shot"}, "fight": {"fought", "fought"}, "strike": {"struck", "struck"},
		"hit": {"hit", "hit"}, "quit": {"quit", "quit"}, "burst": {"burst", "burst"}, "split": {"split", "split"}, "shut": {"shut", "shut"}, "fall": {"fell", "fallen"}, "flee": {"fled", "fled"}, "fly": {"flew", "flown"}, "meet": {"met", "met"},
		"hold": {"held", "held"}, "go": {"went", "gone"}, "leave": {"left", "left"}, "blow": {"blew", "blown"}, "tear": {"tore", "torn"},
		"throw": {"threw", "thrown"}, "win": {"won", "won"}, "drive": {"drove", "driven"}, "find": {"found", "found"}, "break": {"broke", "broken"},
		"set": {"set", "set"}, "lay": {"laid", "laid"}, "cut": {"cut", "cut"}, "speak": {"spoke", "spoken"}, "tell": {"told", "told"},
		"make": {"made", "made"}, "begin": {"began", "begun"}, "pay": {"paid", "paid"}, "send": {"sent", "sent"}, "bring": {"brought", "brought"},
		"retake": {"retook", "retaken"}, "overrun": {"overran", "overrun"}, "sweep": {"swept", "swept"}, "beat": {"beat", "beaten"},
		"burn": {"burned", "burned"}, "mow": {"mowed", "mown"}, "slay": {"slew", "slain"}, "slit": {"slit", "slit"}, "stick": {"stuck", "stuck"},
		"seek": {"sought", "sought"}, "give": {"gave", "given"}, "get": {"got", "got"}, "stand": {"stood", "stood"}, "draw": {"drew", "drawn"},
		"withdraw": {"withdrew", "withdrawn"}, "die": {"died", "died"}, "shell": {"shelled", "shelled"}, "oversee": {"oversaw", "overseen"},
		"lose": {"lost", "lost"}, "hide": {"hid", "hidden"}, "run": {"ran", "run"}, "say": {"said", "said"}, "come": {"came", "come"},
		"ride": {"rode", "ridden"}, "rise": {"rose", "risen"}, "spread": {"spread", "spread"}, "stop": {"stopped", "stopped"},
		"agree": {"agreed", "agreed"}, "free": {"freed", "freed"}, "cede": {"ceded", "ceded"}, "keep": {"kept", "kept"}, "lead": {"led", "led"}, "fling": {"flung", "flung"},
		"steal": {"stole", "stolen"}, "catch": {"caught", "caught"}, "shake": {"shook", "shaken"}, "overthrow": {"overthrew", "overthrown"}, "build": {"built", "built"},
		"sink": {"sank", "sunk"}, "put": {"put", "put"}, "let": {"let", "let"}, "swing": {"swung", "swung"}, "do": {"did", "done"}, "sit": {"sat", "sat"}, "thrust": {"thrust", "thrust"},
	}
})

// doubling verbs double their last letter: "stab", "stabbed".
var doubling = setOf("stab club flog step swap trap kidnap abet gun lob nab rob grab ram drop hop stop plan ban slap whip jet slip rip nip regret commit admit hit set cut slit win get run wrap dig beg hug shut split put sit begin airdrop drag unplug travel repel expel compel overrun let pin hem tip chop pummel")

// pasts are the past forms of irregular verbs.
var pasts = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, forms := range irregular() {
		out[forms[0]] = true
	}
	return out
})

// Acts reports whether token i is a verb that says what the name before it did: "In Gao, Mali
// shelled the".
func (w *Words) Acts(i int) bool {
	x, next := w.At(i), w.At(i+1)
	if i >= w.Len() || w.Capital(i) {
		return false
	}
	if auxiliaries.has(x) || sayings.has(x) || pasts()[x] {
		return true
	}
	_, _, number := w.Number(i + 1)
	return strings.HasSuffix(x, "ed") && (number || w.Capital(i+1) || determiners.has(next) || prepositions.has(next) || pronouns.has(next))
}

// Acts reports the same of the word that a text begins with.
func Acts(rest string) bool {
	end := min(len(rest), actsReach)
	for end < len(rest) && rest[end] != ' ' {
		end++
	}
	return wordsOf(rest[:end]).Acts(0)
}

// actsReach is how much of a text in bytes holds its first two words.
const actsReach = 40

// verbForms returns every form of a verb. Where the past and the participle are
// the same word, it is formPast; where the base is the same as the past ("hit"),
// it is formPast too, since news tells what was.
func verbForms(verb string) map[string]form {
	forms := map[string]form{verb: formBase, thirdPerson(verb): formS, ingForm(verb): formIng}
	past, pp := verb+"ed", verb+"ed"
	switch x, found := irregular()[verb]; {
	case found:
		past, pp = x[0], x[1]
	case doubling.has(verb):
		past = verb + verb[len(verb)-1:] + "ed"
		pp = past
	case strings.HasSuffix(verb, "e"):
		past, pp = verb+"d", verb+"d"
	case strings.HasSuffix(verb, "y") && len(verb) > 1 && !isVowel(verb[len(verb)-2]):
		past = verb[:len(verb)-1] + "ied"
		pp = past
	}
	if pp != verb {
		forms[pp] = formPP
	}
	forms[past] = formPast
	if doubling.has(verb) && strings.HasSuffix(verb, "el") {
		forms[verb+"ed"], forms[verb+"ing"] = formPast, formIng // "traveled", as Americans write
	}
	if verb == "burn" {
		forms["burnt"] = formPast
	}
	return forms
}

func thirdPerson(verb string) string {
	switch {
	case verb == "go" || verb == "do":
		return verb + "es"
	case strings.HasSuffix(verb, "y") && len(verb) > 1 && isVowel(verb[len(verb)-2]):
		return verb + "s"
	}
	return plural(verb)
}

func ingForm(verb string) string {
	switch {
	case verb == "die":
		return "dying"
	case doubling.has(verb):
		return verb + verb[len(verb)-1:] + "ing"
	case strings.HasSuffix(verb, "e") && !strings.HasSuffix(verb, "ee"):
		return verb[:len(verb)-1] + "ing"
	}
	return verb + "ing"
}
