package en

import "strings"

// harm is what a word says of people, and how.
type harm struct {
	Harm
	shape shape
}

type shape uint8

const (
	ed     shape = iota + 1 // active or passive
	active                  // governs what follows
	did                     // governs what stands before it: "died"
	state                   // said of people before it: "left five dead"
	noun                    // "deaths of", "12 deaths"
	deed                    // "the murder of": counts what is told, and tells nothing by itself
)

var harms = map[string]harm{
	"killed": {Killed, ed}, "killing": {Killed, active}, "kills": {Killed, active}, "kill": {Killed, active},
	"murdered": {Killed, ed}, "murdering": {Killed, active}, "slain": {Killed, ed}, "massacred": {Killed, ed}, "massacring": {Killed, active},
	"slaughtered": {Killed, ed}, "slaughtering": {Killed, active}, "executed": {Killed, ed}, "executing": {Killed, active},
	"beheaded": {Killed, ed}, "beheading": {Killed, active}, "assassinated": {Killed, ed}, "assassinating": {Killed, active}, "lynched": {Killed, ed},
	"martyred": {Killed, ed}, "eliminated": {Killed, ed}, "eliminating": {Killed, active}, "liquidated": {Killed, ed}, "annihilated": {Killed, ed}, "strangled": {Killed, ed}, "strangling": {Killed, active}, "exterminated": {Killed, ed}, "neutralised": {Killed, ed}, "neutralized": {Killed, ed}, "neutralising": {Killed, active}, "neutralizing": {Killed, active}, "martyrdom": {Killed, noun}, "murder": {Killed, deed}, "assassination": {Killed, deed}, "lynching": {Killed, deed},
	"hospitalised": {Wounded, ed}, "hospitalized": {Wounded, ed}, "decapitated": {Killed, ed}, "butchered": {Killed, ed}, "assassinate": {Killed, active},
	"died": {Killed, did}, "perished": {Killed, did}, "drowned": {Killed, did}, "dies": {Killed, did}, "die": {Killed, did},
	"dead": {Killed, state}, "deaths": {Killed, noun}, "death": {Killed, noun}, "fatalities": {Killed, noun}, "bodies": {Killed, noun},
	"corpses": {Killed, noun}, "grave": {Killed, noun}, "lives": {Killed, noun}, "life": {Killed, noun}, "body": {Killed, noun},
	"wounded": {Wounded, ed}, "wounding": {Wounded, active}, "wounds": {Wounded, active}, "wound": {Wounded, active},
	"injured": {Wounded, ed}, "injuring": {Wounded, active}, "injures": {Wounded, active}, "injure": {Wounded, active},
	"injury": {Wounded, noun}, "hurt": {Wounded, ed}, "hurting": {Wounded, active}, "maimed": {Wounded, ed}, "maiming": {Wounded, active}, "injuries": {Wounded, noun},
	"displaced": {Displaced, ed}, "displacing": {Displaced, active}, "displaces": {Displaced, active}, "uprooted": {Displaced, ed}, "uprooting": {Displaced, active},
	"fled": {Displaced, did}, "flee": {Displaced, did}, "fleeing": {Displaced, did}, "evacuated": {Displaced, ed}, "homeless": {Displaced, state}, "displacement": {Displaced, noun},
}

// harmPhrases kill in two words or three.
var harmPhrases = []struct {
	words []string
	harm  harm
}{
	{[]string{"shot", "dead"}, harm{Killed, ed}},
	{[]string{"fatally", "shot"}, harm{Killed, ed}},
	{[]string{"fatally", "wounded"}, harm{Killed, ed}},
	{[]string{"fatally", "stabbed"}, harm{Killed, ed}},
	{[]string{"mortally", "wounded"}, harm{Killed, ed}},
	{[]string{"shooting", "dead"}, harm{Killed, active}},
	{[]string{"wiped", "out"}, harm{Killed, ed}},
	{[]string{"wiping", "out"}, harm{Killed, active}},
	{[]string{"gunned", "down"}, harm{Killed, ed}},
	{[]string{"gunning", "down"}, harm{Killed, active}},
	{[]string{"mowed", "down"}, harm{Killed, ed}},
	{[]string{"hit", "by", "rubber", "bullets"}, harm{Wounded, ed}},
	{[]string{"treated", "for", "bullet", "wounds"}, harm{Wounded, ed}},
	{[]string{"treated", "for", "gunshot", "wounds"}, harm{Wounded, ed}},
	{[]string{"driven", "from", "their", "homes"}, harm{Displaced, ed}},
	{[]string{"forced", "from", "their", "homes"}, harm{Displaced, ed}},
	{[]string{"slit", "the", "throats", "of"}, harm{Killed, active}},
	{[]string{"slitting", "the", "throats", "of"}, harm{Killed, active}},
	{[]string{"had", "their", "throats", "slit"}, harm{Killed, did}},
	{[]string{"had", "their", "throats", "cut"}, harm{Killed, did}},
	{[]string{"had", "his", "throat", "slit"}, harm{Killed, did}},
	{[]string{"had", "her", "throat", "slit"}, harm{Killed, did}},
	{[]string{"had", "his", "throat", "cut"}, harm{Killed, did}},
	{[]string{"had", "her", "throat", "cut"}, harm{Killed, did}},
	{[]string{"burned", "alive"}, harm{Killed, ed}},
	{[]string{"succumbed", "to"}, harm{Killed, did}},
	{[]string{"lost", "their", "lives"}, harm{Killed, did}},
	{[]string{"lost", "his", "life"}, harm{Killed, did}},
	{[]string{"lost", "her", "life"}, harm{Killed, did}},
	{[]string{"lost", "their", "life"}, harm{Killed, did}},
	{[]string{"were", "forced", "to", "flee"}, harm{Displaced, did}},
}

func (w *Words) harmAt(i int) (h harm, n int) {
	if w.At(i) == "dead" && (w.At(i+1) == "bodies" || w.At(i+1) == "body") {
		return harm{}, 0 // the bodies say so
	}
	if n := w.sustained(i); n > 0 {
		return harm{Wounded, did}, n
	}
	for _, p := range harmPhrases {
		if w.has(i, p.words...) {
			return p.harm, len(p.words)
		}
	}
	if h, ok := w.toDeath(i); ok {
		return h, 3
	}
	h, ok := harms[w.At(i)]
	if !ok || w.Capital(i) && i > 0 && w.Capital(i-1) && h.shape == noun {
		return h, 0
	}
	return h, 1
}

// toDeath reads the verbs that kill by "to death", in whatever way: "clubbed to death".
func (w *Words) toDeath(i int) (harm, bool) {
	if w.At(i+1) != "to" || w.At(i+2) != "death" || notKilled.has(w.At(i)) {
		return harm{}, false
	}
	switch x := w.At(i); {
	case strings.HasSuffix(x, "ing"):
		return harm{Killed, active}, true
	case strings.HasSuffix(x, "ed"), x == "beaten", x == "beat", x == "burnt", x == "put", x == "shot":
		return harm{Killed, ed}, true
	}
	return harm{}, false
}

// notKilled are done to death, and nobody dies of them by anybody's hand.
var notKilled = setOf("sentenced sentencing condemned condemning scared bored worked frightened starved starving frozen freezing drowned related linked connected")

// sustained returns the length of "sustained splinter injuries" at token i; 0
// if it does not stand there.
func (w *Words) sustained(i int) int {
	switch w.At(i) {
	case "sustained", "suffered", "received", "sustaining", "suffering":
	default:
		return 0
	}
	for n := 1; n < 7 && (!w.endsPhrase(i+n) || n > 1 && w.At(i+n) == "and"); n++ {
		if x := w.At(i + n); x == "injuries" || x == "wounds" || x == "injury" {
			return n + 1
		}
	}
	return 0
}
