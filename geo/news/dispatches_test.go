package news_test

import (
	"slices"
	"strings"
	"testing"
)

// TestDispatches reads short dispatches of several places and clauses: among their
// events should be those that are wanted, parted by semicolons.
func TestDispatches(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"Three car bombs exploded in Kirkuk, Tikrit and one near Ramadi on Sunday.",
			"Remote explosive/landmine/IED, Kirkuk, 2019-05-12, killed ?; Remote explosive/landmine/IED, Tikrit, 2019-05-12, killed ?; Remote explosive/landmine/IED, Ramadi, 2019-05-12, killed ?",
			"one more of the bombs is one more of the places"},
		{"Gunmen shot dead three people in Kirkuk and two in Tikrit on Sunday.",
			"Attack, Kirkuk, 2019-05-12, killed 3; Attack, Tikrit, 2019-05-12, killed 2",
			"behind a word of harm the number counts the dead"},
		{"Clashes were also reported in Kirkuk on Sunday, while some 10,000 people marched through Mosul.",
			"Armed clash, Kirkuk, 2019-05-12, killed ?; Peaceful protest, Mosul, 2019-05-14, killed ?",
			"what is reported in the passive has no speaker"},
		{"In the provincial capital, Ramadi, hundreds of students blocked the highway to Fallujah on Sunday.",
			"Peaceful protest, Ramadi, 2019-05-12, killed ?",
			"a town told of by a noun is named behind it"},
		{"Soldiers detained a leader of the Quorvalla cartel, Hakim Dolvian, as he ate in Kirkuk on Sunday, without a shot being fired.",
			"Arrests, Kirkuk, 2019-05-12, killed ?",
			"the day stands beside the place"},
		{"Unknown men on Sunday killed a fetish priest-in-waiting of the shrine in Tikrit.",
			"Attack, Tikrit, 2019-05-12, killed 1",
			"a deed is told though nobody knows whom it befell"},
		{"Nine dead bodies have been found in Tikrit on Sunday.",
			"Attack, Tikrit, 2019-05-12, killed 9",
			"bodies found in the perfect"},
		{"Armed riders killed a man in Tikrit on Saturday. A mob looted 300 rifles from an armoury in Kirkuk on Sunday.",
			"Mob violence, Kirkuk, 2019-05-12, killed ?",
			"a mob is a crowd, whatever it took"},
		{"Fighting in Nineveh province left thousands homeless on Saturday. At least nine people were killed in Mosul on Sunday when gunmen burst into a bar.",
			"Attack, Mosul, 2019-05-12, killed 9",
			"whose sentence says who killed them did not die in the clashes before it"},
		{"Bombs killed eight people in northern Nigeria on Sunday. The attack happened in Banki, a town on the border with Cameroon.",
			"Remote explosive/landmine/IED, Banki, 2019-05-12, killed 8",
			"a name that several countries have is that of the country told of"},
	}
	for _, tt := range tests {
		var got []string
		for _, e := range reader().Events(story(tt.text)) {
			got = append(got, told(&e))
		}
		for want := range strings.SplitSeq(tt.want, "; ") {
			if !slices.Contains(got, want) {
				t.Errorf("%q: %q lacks %q: %s", tt.text, got, want, tt.reason)
			}
		}
	}
}

// TestThisPort reads the town that a story was filed from, told of by a noun.
func TestThisPort(t *testing.T) {
	d := story("Rockets slammed into a market in the east of this government-held port on Sunday, killing nine people. Sanaa was calm.")
	d.Dateline = "Hodeidah, Yemen"
	for _, e := range reader().Events(d) {
		if e.Place.Name != "Hodeidah" {
			t.Errorf("%s: the port is that of the dateline", told(&e))
		}
	}
}
