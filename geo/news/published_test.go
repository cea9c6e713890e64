package news_test

import (
	"strings"
	"testing"
)

// publishedTests are short texts in the ways of published stories, with all that they tell of,
// parted by semicolons, under the mechanism that reads them.
var publishedTests = map[string][]struct{ text, want string }{
	"because of, not about to": {
		{"Two people died in Gao on Sunday and another three died due to shelling in Menaka.", "Shelling/artillery/missile attack, Menaka, 2019-05-12, killed 3; Attack, Gao, 2019-05-12, killed 2"},
	},
	"attackers who get away": {
		{"Dozens of gunmen fired at a checkpoint near Menaka on Sunday before fleeing the scene, officials and residents said.", "Attack, Menaka, 2019-05-12, killed ?"},
	},
	"what a coalition fought to do": {
		{"On Sunday, the Dolvian-led coalition launched an assault to take Menaka from the rebels.", "Armed clash, Menaka, 2019-05-12, killed ?"},
	},
	"those who leave and never held the place": {
		{"Clashes in Menaka on Sunday forced foreign diplomats to pull out of the city.", "Armed clash, Menaka, 2019-05-12, killed ?"},
	},
	"what those who were killed are suspected of": {
		{"Soldiers killed a suspect in the abduction of two nurses near Menaka on Sunday.", "Attack, Menaka, 2019-05-12, killed 1"},
	},
	"guns that shoot at aircraft": {
		{"Bandits armed with anti-aircraft guns attacked Menaka on Sunday, killing 12 villagers.", "Attack, Menaka, 2019-05-12, killed 12"},
	},
	"who enters a village to kill": {
		{"Gunmen entered Menaka on Sunday and killed three villagers.", "Attack, Menaka, 2019-05-12, killed 3"},
		{"Gunmen stormed the village of Menaka on Sunday.", "Attack, Menaka, 2019-05-12, killed ?"},
		{"Gunmen stormed the town of Menaka on Sunday, and soldiers fired back.", "Armed clash, Menaka, 2019-05-12, killed ?"},
	},
	"places that something is reported from": {
		{"Explosions were also reported from Gao and Menaka on Sunday.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed ?; Remote explosive/landmine/IED, Menaka, 2019-05-12, killed ?"},
	},
	"what went on meanwhile": {
		{"During the clashes, nine people died in a car bombing in Menaka on Sunday.", "Remote explosive/landmine/IED, Menaka, 2019-05-12, killed 9"},
	},
	"gangs as they are described": {
		{"Hundreds marched in Gao on Sunday against gangs that have been seizing control of the city.", "Peaceful protest, Gao, 2019-05-12, killed ?"},
	},
	"a toll that is only told again": {
		{"Nine people were killed in protests in Gao on Sunday.\n\nA rights group has put the death toll at 37.", "Peaceful protest, Gao, 2019-05-12, killed 9"},
	},
	"the toll of two places, then of one": {
		{"Six people were killed in bombings in Gao and Menaka on Sunday.\n\nIn Gao, a bomb killed two people at a market.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed 2; Remote explosive/landmine/IED, Menaka, 2019-05-12, killed 4"},
	},
	"an opening sum": {
		{"Troops killed 20 militants in northern Mali on Sunday, the army said.\n\nIt said 11 militants were killed in Gao and nine in Menaka.", "Armed clash, Gao, 2019-05-12, killed 11; Armed clash, Menaka, 2019-05-12, killed 9"},
	},
	"strikes that need no other word": {
		{"An Israeli strike on Sunday in Tyre killed four people.", "Air/drone strike, Tyre, 2019-05-12, killed 4"},
		{"Four people were killed and 18 wounded in an \"enemy strike\" on Tyre on Sunday.", "Air/drone strike, Tyre, 2019-05-12, killed 4"},
		{"Nurses in Gao went on strike on Sunday.", ""},
	},
	"the day of a paper": {
		{"Gunmen killed four people in Gao on Thursday night. According to a report in Monday's issue of the paper, five people were injured in the raid.", "Attack, Gao, 2019-05-09, killed 4"},
	},
	"habits and what a place has seen": {
		{"A bomb killed two people in Gao on Sunday. Menaka, in the east, has witnessed numerous attacks in the past.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed 2"},
		{"A bomb killed two people in Gao on Sunday. The two armies have been exchanging fire near Menaka almost daily.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed 2"},
		{"A bomb killed two people in Gao on Sunday. Troops were sent to end months of killings in Menaka.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed 2"},
		{"An air strike on Sunday hit a house in Gao where families from Menaka had taken refuge.", "Air/drone strike, Gao, 2019-05-12, killed ?"},
	},
	"earlier on the day on which it was said": {
		{"Troops killed seven militants near Gao, the army said on Sunday. Earlier in the day, gunmen killed four people in Menaka.", "Armed clash, Gao, 2019-05-11, killed 7; Attack, Menaka, 2019-05-12, killed 4"},
	},
	"there, of a place told before": {
		{"The rebels struck Sunday in the northern province of Kunduz, leaving 15 soldiers dead there, and in Farah, where they killed four policemen.", "Armed clash, Kunduz, 2019-05-12, killed 15; Armed clash, Farah, 2019-05-12, killed 4"},
	},
	"some suburb of a city": {
		{"Rockets were fired from Gaza on Sunday.\n\nGunmen killed a woman in a Tel Aviv suburb on Sunday.", "Shelling/artillery/missile attack, Gaza, 2019-05-12, killed ?; Attack, Tel Aviv, 2019-05-12, killed 1"},
	},
	"the letters of a province": {
		{"Two people were killed in KP's Bajaur district on Sunday in two blasts.", "Remote explosive/landmine/IED, Bajaur, 2019-05-12, killed 2"},
	},
	"months of it before": {
		{"Shells hit Gao on Sunday. The country has been wracked by months of violence after rebels seized the capital.", "Shelling/artillery/missile attack, Gao, 2019-05-12, killed ?"},
		{"Shells hit Gao on Sunday. Residents have been besieged for weeks in Menaka.", "Shelling/artillery/missile attack, Gao, 2019-05-12, killed ?"},
		{"Shells hit Gao on Sunday. The rebels have captured six towns in Mopti since launching their offensive.", "Shelling/artillery/missile attack, Gao, 2019-05-12, killed ?"},
	},
	"what missiles are launched in": {
		{"The army launched cruise missile attacks on Gao on Sunday.", "Shelling/artillery/missile attack, Gao, 2019-05-12, killed ?"},
	},
	"a school that a raid destroyed": {
		{"A school in Gao was completely destroyed by an air strike on Sunday.", "Air/drone strike, Gao, 2019-05-12, killed ?"},
		{"Nine bodies found in Gao on Sunday had been set on fire.", "Attack, Gao, 2019-05-12, killed 9"},
	},
	"a blast of the month before": {
		{"Two soldiers were killed in an attack near Gao on Sunday.\n\nLast month, three soldiers were killed when their convoy hit a mine. The blast in Menaka wounded four more.", "Armed clash, Gao, 2019-05-12, killed 2; Remote explosive/landmine/IED, Menaka, 2019-04-01, killed 3"},
	},
	"what a war has done to millions": {
		{"Shells hit Gao on Sunday, killing two people. The war has forced over 12 million people from their homes.", "Shelling/artillery/missile attack, Gao, 2019-05-12, killed 2"},
	},
}

// TestPublishedAreas reads by what wires write beside the name of a province that it is one, and
// whether a part of it is meant.
func TestPublishedAreas(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"Gunmen killed five people in Kaduna state on Sunday.", "Kaduna adm1", "a state, not its capital"},
		{"Kano state media said gunmen killed five people in Zaria on Sunday.", "Zaria city", "whose media they are"},
		{"Gunmen killed nine people in Katsina and Kaduna states on Sunday.", "Katsina adm1; Kaduna adm1", "what the last of a list is called, all are"},
		{"Gunmen killed nine people in Aleppo and Hama provinces on Sunday.", "Aleppo adm1; Hama adm1", "likewise of provinces"},
		{"Gunmen killed five people in Arauca department on Sunday.", "Arauca adm1", "a department is a province in most countries"},
		{"A bomb killed five people in southern Helmand province on Sunday.", "Helmand adm1", "Helmand lies in the south"},
		{"A bomb killed five people in southern Idlib province on Sunday.", "southern Idlib adm1", "Idlib does not"},
	}
	for _, tt := range tests {
		var got []string
		for _, e := range reader().Events(story(tt.text)) {
			got = append(got, strings.TrimSpace(strings.TrimPrefix(e.Place.Relation, "in")+" "+e.Place.Name+" "+e.Place.Match.Type))
		}
		if got := strings.Join(got, "; "); got != tt.want {
			t.Errorf("%q: %s, want %s: %s", tt.text, got, tt.want, tt.reason)
		}
	}
}

// TestPublished reads what published stories of many countries have in common.
func TestPublished(t *testing.T) { allTold(t, publishedTests) }
