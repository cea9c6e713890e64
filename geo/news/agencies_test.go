package news_test

import "testing"

// agencyTests are short texts in the ways of agencies on wars, with all that they tell of, parted by
// semicolons, under the mechanism that reads them. Sunday is May 12, 2019.
var agencyTests = map[string][]struct{ text, want string }{
	"the day of what a place is described by": {
		{"Warplanes bombarded Menaka, captured by rebels a month ago, while fighting broke out near Gao.", "Air/drone strike, Menaka, 2019-05-14, killed ?; Armed clash, Gao, 2019-05-14, killed ?"},
		{"Warplanes bombarded Menaka, near the border, on Saturday.", "Air/drone strike, Menaka, 2019-05-11, killed ?"},
	},
	"others who died in the same fighting": {
		{"On Sunday, fighting raged in Menaka, where three rebels were killed, while another four died in Gao.", "Armed clash, Menaka, 2019-05-12, killed 3; Armed clash, Gao, 2019-05-12, killed 4"},
	},
	"one deed of a month has its own dead": {
		{"Nineteen people were killed in a suicide attack near Menaka this month.", "Suicide bomb, Menaka, 2019-05-01, killed 19"},
	},
	"victims before who says so": {
		{"Gunmen killed a baker, his brother and a cousin in Menaka on Sunday, a police officer said.", "Attack, Menaka, 2019-05-12, killed 3"},
		{"Gunmen shot dead a baker, his brother and a cousin, a police officer said on Sunday in Menaka.", "Attack, Menaka, 2019-05-11, killed 3"},
	},
	"what a bomb destroyed, told by nothing else": {
		{"A bomb has destroyed a market in Menaka, police said on Sunday.", "Remote explosive/landmine/IED, Menaka, 2019-05-11, killed ?"},
	},
	"what would follow": {
		{"The army said it would answer should the rebels attack Menaka on Sunday.", ""},
	},
	"who is described as a captive": {
		{"Two kidnapped nurses were released in Menaka on Sunday.", "Other, Menaka, 2019-05-12, killed ?"},
	},
	"during what it happened": {
		{"Three weavers were killed in Menaka when a shell hit their home on Sunday during clashes between rival militias.", "Shelling/artillery/missile attack, Menaka, 2019-05-12, killed 3"},
	},
	"who dies as a weapon": {
		{"A suicide bomber on a motorcycle attacked a police patrol in Menaka on Sunday, killing a policeman.", "Suicide bomb, Menaka, 2019-05-12, killed 1"},
	},
	"a rally that is attacked": {
		{"Gunmen attacked a rally in Menaka on Sunday, killing eight people.", "Attack, Menaka, 2019-05-12, killed 8"},
	},
	"a list whose places are called what they are": {
		{"The army dropped two bombs on Menaka on Sunday, and hit targets in the northern province of Kunduz and the eastern city of Jalalabad.", "Air/drone strike, Menaka, 2019-05-12, killed ?; Air/drone strike, Kunduz, 2019-05-12, killed ?; Air/drone strike, Jalalabad, 2019-05-12, killed ?"},
	},
	"a base that is there already": {
		{"Troops have been building up at a base in Menaka since Sunday.", ""},
	},
	"a toll that rises on another day": {
		{"Two car bombs killed ten people in Menaka on Saturday.\n\nThe death toll rose to 14 on Sunday, doctors said.", "Remote explosive/landmine/IED, Menaka, 2019-05-11, killed 14"},
	},
	"dead that are counted elsewhere": {
		{"A bomb killed two soldiers in Menaka on Sunday. Three others were killed elsewhere.", "Remote explosive/landmine/IED, Menaka, 2019-05-12, killed 2"},
	},
	"one killed here and one there": {
		{"South of Kunduz, in the hamlet of Vorkala, an ambush killed a commander on Sunday.\n\nA bomb killed a general near his home in Kabul on Sunday.", "Armed clash, Vorkala, 2019-05-12, killed 1; Remote explosive/landmine/IED, Kabul, 2019-05-12, killed 1"},
	},
}

// TestAgencies reads what agencies write of wars.
func TestAgencies(t *testing.T) { allTold(t, agencyTests) }
