package news_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
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
		{"18 killed in attacks in Iraq\n\nEight people were killed and 13 others wounded when a car bomb exploded in Kirkuk on Sunday.",
			"Remote explosive/landmine/IED, Kirkuk, 2019-05-12, killed 8",
			"others who were wounded make the dead no more"},
		{"Rebels pressed on with an attack on Tikrit on Sunday. One serviceman was killed there.",
			"Armed clash, Tikrit, 2019-05-12, killed 1",
			"there is the place told of before, and a serviceman bears arms"},
		{"Somebody fired into a crowd at a party in Tikrit on Sunday, wounding three teenagers.",
			"Attack, Tikrit, 2019-05-12, killed ?",
			"a crowd need not protest"},
		{"About 150 people gathered outside the town hall of Tikrit on Sunday to protest against a tax.",
			"Peaceful protest, Tikrit, 2019-05-12, killed ?",
			"they gathered, and so they protested"},
		{"Some 3,000 people moved to evacuation centres in Tikrit on Sunday.",
			"Displacement, Tikrit, 2019-05-12, killed ?",
			"who moves to a shelter is displaced"},
		{"Protesters marched in Kirkuk on Sunday. A police van was set ablaze in Tikrit the week before.",
			"Looting/property destruction, Tikrit, 2019-05-05, killed ?",
			"a week before the day told last"},
		{"Clashes in Kirkuk went on, but shells fell on Tikrit on Sunday.",
			"Shelling/artillery/missile attack, Tikrit, 2019-05-12, killed ?",
			"a clause has its own place"},
		{"Gunmen raided Quorvalla village near Tikrit on Sunday, where they killed five people.",
			"Attack, Quorvalla, 2019-05-12, killed 5",
			"what the village is near is not where they killed"},
		{"Clashes between Tikrit and Ramadi tribesmen in Kirkuk killed four people on Sunday.",
			"Armed clash, Kirkuk, 2019-05-12, killed 4",
			"who fought bears the names of their towns"},
		{"Gunmen shot dead a former judge, Quorvallo Dolvian in Tikrit on Sunday.",
			"Attack, Tikrit, 2019-05-12, killed 1",
			"somebody in a town is no place in it"},
		{"A riot at a prison in the Amazon jungle city of Manaus left 56 inmates dead on Sunday.",
			"Violent demonstration, Manaus, 2019-05-12, killed 56",
			"the forest holds the city"},
		{"At least 23 civilians were killed and 15 others wounded as mortar shells landed in a crowded livestock market in Sinjar district of northern Nineveh province on Sunday morning.",
			"Shelling/artillery/missile attack, Sinjar, 2019-05-12, killed 23",
			"the day stands behind what holds the place"},
		{"Warplanes bombed Nineveh province on Saturday. The monitor said ten people were killed on Sunday in raids on Mosul.",
			"Air/drone strike, Mosul, 2019-05-12, killed 10",
			"the raids are those of the planes told of"},
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

// TestNotDispatched reads what is not told as an event.
func TestNotDispatched(t *testing.T) {
	tests := []struct{ text, not, reason string }{
		{"The rebel leader announced in Kirkuk on Sunday that his forces had begun an offensive against Tikrit.", "Kirkuk", "where somebody announces it is not where it happens"},
		{"A mine killed a man in Tikrit on Sunday. The rebels did not intend to storm Kirkuk.", "Kirkuk", "what nobody intends is no plan"},
		{"A mine killed a man in Tikrit on Sunday. Bodies of 72 migrants were found at a ranch in Kirkuk, near the border, in 2010.", "Kirkuk", "the year that closes the sentence"},
		{"A mine killed a man in Tikrit on Sunday. Clashes in Kirkuk have subsided.", "Kirkuk", "what subsides is over"},
		{"Deputies seized 1,200 marijuana plants and detained two men in Tikrit on Sunday.", "Abduction", "plants are not abducted"},
		{"Gunmen entered the village of Baghdadi on Sunday and opened fire, killing two people.", "overtakes", "who comes to kill takes nothing"},
	}
	for _, tt := range tests {
		for _, e := range reader().Events(story(tt.text)) {
			if e.Status == geo.Planned || strings.Contains(told(&e), tt.not) {
				t.Errorf("%q: %s: %s", tt.text, told(&e), tt.reason)
			}
		}
	}
}

// TestFiledFromHere reads "here" as the town that a story was filed from, written as names are.
func TestFiledFromHere(t *testing.T) {
	d := story("Foreign Minister Aino Salmela held talks here on Sunday with elders.")
	d.Dateline = "KIRKUK, Iraq"
	events := reader().Events(d)
	if len(events) != 1 || told(&events[0]) != "Meeting, Kirkuk, 2019-05-12, killed ?" {
		t.Errorf("got %v, want a meeting in Kirkuk", events)
	}
}
