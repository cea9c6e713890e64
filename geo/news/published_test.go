package news_test

import "testing"

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
	"what a war has done to millions": {
		{"Shells hit Gao on Sunday, killing two people. The war has forced over 12 million people from their homes.", "Shelling/artillery/missile attack, Gao, 2019-05-12, killed 2"},
	},
}

// TestPublished reads what published stories of many countries have in common.
func TestPublished(t *testing.T) { allTold(t, publishedTests) }
