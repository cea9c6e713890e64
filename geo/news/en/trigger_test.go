package en

import (
	"strings"
	"testing"
)

// told writes the triggers of a sentence: "seized=Non-state actor overtakes
// territory", with a sign for how it is told.
func told(sentence string) string {
	var out []string
	w := wordsOf(sentence)
	for _, x := range Types().Triggers(w, Scene{}) {
		if x.Tool {
			continue
		}
		sign := map[Telling]string{Told: "", Announced: "~", Unreal: "!"}[x.Telling]
		if x.Background {
			sign = "<"
		}
		out = append(out, sign+strings.ToLower(w.Span(x.From, x.To))+"="+x.Kind.SubType)
	}
	return strings.Join(out, "; ")
}

func TestTriggers(t *testing.T) {
	const seized, clash, visit = "Non-state actor overtakes territory", "Armed clash", "Visit"
	tests := []struct {
		text, want, reason string
	}{
		{"Rebels seized the town of Gao on Friday.", "seized=" + seized, "a verb and its place"},
		{"Rebels seized two soldiers.", "seized=Abduction/forced disappearance", "the same verb and people"},
		{"Rebels seized the western Dorvian town of Gao.", "seized=" + seized, "a people that only says whose town"},
		{"Rebels captured two Dorvian soldiers in the town.", "captured=Abduction/forced disappearance", "a people that was taken itself"},
		{"Rebels captured an air base and three border posts.", "captured=" + seized, "nouns that say what kind of place"},
		{"Troops withdrew from the town of Gao.", "withdrew from=Non-violent transfer of territory", "left without a fight"},
		{"The rebels lost control of Gao.", "lost control of=Non-violent transfer of territory", "a loss"},
		{"The president hosted his guests for talks.", "hosted his guests for talks=Meeting", "what a host was for"},
		{"Soldiers entered the town of Gao.", "entered=" + seized, "armed people who come in"},
		{"The bomb was to be used in an attack on Gao.", "!attack=Attack", "a purpose"},
		{"He was there to oversee the offensive.", "!offensive=Armed clash", "likewise"},
		{"The army prepared for an offensive.", "!offensive=Armed clash", "what is made ready for"},
		{"The army did not seize the town.", "!seize=" + seized, "negated"},
		{"Rebels did not attack Gao.", "!attack=Attack", "negated, of a verb that is a noun as well"},
		{"Rebels will not attack Gao.", "!attack=Attack", "likewise, in the future"},
		{"The army could seize the town.", "!seize=" + seized, "possible"},
		{"The rebels threatened to seize the town.", "!seize=" + seized, "threatened"},
		{"The rebels managed to seize the town.", "seize=" + seized, "an infinitive that did happen"},
		{"The rebels seized the town after taking the bridge.", "seized=" + seized + "; taking=" + seized, "a gerund told in passing"},
		{"The army said it had retaken the town.", "retaken=Government regains territory", "told by somebody"},
		{"The foreign minister will visit Lima and meet the president.", "~visit=" + visit + "; ~meet=Meeting", "a plan, and what is joined to it"},
		{"The president is expected to travel to Lima.", "~travel to=" + visit, "expected"},
		{"Tourists travelled to Lima.", "", "whoever visits must hold an office"},
		{"The two leaders are to meet in Lima.", "~meet=Meeting", "is to"},
		{"If the rebels seized the town, nobody would stay.", "!seized=" + seized, "a condition"},
		{"Clashes between farmers and herders erupted near the lake.", "clashes=" + clash + "; erupted=" + clash, "a noun"},
		{"The minister warned of clashes.", "!clashes=" + clash, "a noun that is feared"},
		{"Three died due to shelling in the town.", "shelling=Shelling/artillery/missile attack", "because of it"},
		{"They agreed on a cessation of hostilities.", "agreed on a cessation of hostilities=Agreement", "what ends is not what happened"},
		{"Rebels fled after abandoning an assault on the town.", "!assault=" + clash, "given up"},
		{"Rockets were also fired at the town.", "rockets were also fired=Shelling/artillery/missile attack", "an adverb inside a noun's words"},
		{"He was convicted of a suicide bombing.", "<suicide bombing=Suicide bomb", "a noun that was judged"},
		{"Residents were forced to flee their homes.", "forced to flee=Displacement", "forced to"},
		{"Heavy shelling killed six.", "shelling=Shelling/artillery/missile attack", "a gerund that is a noun"},
		{"She suffered a heart attack.", "", "a phrase that is something else"},
		{"The sale begins on Saturday, March 14.", "", "a month"},
		{"The bombing suspect was released.", "", "a noun beside another noun"},
		{"Police arrested 12 people in the capital.", "arrested=Arrests", "an arrest"},
		{"London ruled out sending troops to Gao.", "!sending troops to=Show of force", "what somebody will not do"},
		{"Two villages risk being encircled.", "!encircled=Siege", "what may be done to them"},
		{"Residents stoned the soldiers.", "stoned=Violent demonstration", "a crowd's weapon"},
		{"Residents stoned a thief to death.", "stoned a thief to death=Attack", "the same verb with its outcome"},
		{"The truce was signed in Lima.", "truce was signed=Agreement", "an agreement told in the passive"},
		{"Four teachers were taken away by gunmen.", "taken away=Abduction/forced disappearance", "likewise an abduction"},
		{"Soldiers pushed to within a mile of Gao.", "pushed to within=Armed clash", "an advance that stops short"},
	}
	for _, test := range tests {
		if got := told(test.text); got != test.want {
			t.Errorf("%q: %s:\n got %s\nwant %s", test.text, test.reason, got, test.want)
		}
	}
}

func TestParseTypes(t *testing.T) {
	own, err := ParseTypes(strings.NewReader(`
# a field of its own
[Disaster / Flood]
family water
noun flood; flash flood
verb flood; burst _ banks
`))
	if err != nil {
		t.Fatal(err)
	}
	w := wordsOf("The river burst its banks and flooded the town.")
	var got []string
	for _, x := range own.Triggers(w, Scene{}) {
		got = append(got, w.Span(x.From, x.To)+"="+x.Kind.SubType)
	}
	if want := "burst its banks=Flood; flooded=Flood"; strings.Join(got, "; ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestParseTypesErrors(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"", "no event type", "an empty file"},
		{"verb seize", "line 1: \"verb seize\" stands before the first block", "no block"},
		{"[Battles", "line 1: \"[Battles\" lacks its closing bracket", "a block that does not close"},
		{"[ / Clash]", "names no event type", "a sub type alone"},
		{"[A / B]\n\nverbs seize", "line 3: \"verbs\" is not verb", "a word that says nothing"},
		{"[A / B]\nverb", "line 2: verb lists nothing", "no pattern"},
		{"[A / B]\nverb seize @thing", "@thing is not @place", "an unknown mark"},
		{"[A / B]\nverb @people seize", "@people stands in the wrong place", "a mark in front"},
		{"[A / B]\nverb _ seize", "a pattern begins with a word", "a gap in front"},
		{"[A / B]\nverb seize _", "a gap needs a word behind it", "a gap at the end"},
		{"[-]\nwords x", "the block [-] knows phrase and context", "an unknown exception"},
	}
	for _, test := range tests {
		if _, err := ParseTypes(strings.NewReader(test.text)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %q", test.reason, err, test.want)
		}
	}
}

func FuzzParseTypes(f *testing.F) {
	f.Add("[A / B]\nverb take _ hostage/hostages; @office visit @place\nnoun air-raid\n[-]\nphrase heart attack")
	f.Add("[A / B]\nverb x/;/;_ @place")
	f.Fuzz(func(t *testing.T, s string) {
		types, err := ParseTypes(strings.NewReader(s))
		if err != nil {
			return
		}
		types.Triggers(wordsOf("He was taken hostage in an air-raid on the town."), Scene{})
	})
}
