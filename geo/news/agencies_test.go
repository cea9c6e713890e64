package news_test

import "testing"

// agencyTests are short texts in the ways of agencies on wars, with all that they tell of, parted by
// semicolons, under the mechanism that reads them. Sunday is May 12, 2019.
var agencyTests = map[string][]struct{ text, want string }{
	"the day of what a place is described by": {
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
	"a town that is described": {
		{"Clashes raged on Sunday in Menaka, east of the newly recaptured towns.", "Armed clash, Menaka, 2019-05-12, killed ?"},
		{"Fighters are said to be in the town of Menaka, east of the newly recaptured towns, where according to one official, fierce clashes raged on Sunday.", "Armed clash, Menaka, 2019-05-12, killed ?"},
	},
	"two deeds in one town, told with while": {
		{"In Menaka, gunmen shot a man dead near his home on Sunday, an officer said, while two women were wounded in a roadside bomb attack.", "Attack, Menaka, 2019-05-12, killed 1; Remote explosive/landmine/IED, Menaka, 2019-05-14, killed ?"},
	},
	"two deeds in one town, by others": {
		{"In Menaka on Sunday, attackers using pistols killed an officer.\n\nA bomb killed a judge near his home in Menaka on Sunday.", "Attack, Menaka, 2019-05-12, killed 1; Remote explosive/landmine/IED, Menaka, 2019-05-12, killed 1"},
	},
	"a sum of two provinces": {
		{"Nine people were killed in separate incidents in Nangarhar and Helmand provinces on Sunday.\n\nFour soldiers died when a mine went off in Jalalabad. Five people were killed in a similar incident in Lashkar Gah.", "Remote explosive/landmine/IED, Jalalabad, 2019-05-12, killed 4; Remote explosive/landmine/IED, Lashkar Gah, 2019-05-12, killed 5"},
	},
	"a day of what was admitted": {
		{"On Sunday, fighters also admitted that an air strike near Menaka that killed 13 of them on Friday had been their own fault.", "Air/drone strike, Menaka, 2019-05-10, killed 13"},
	},
	"what had happened before": {
		{"Two mortar shells hit a clinic in Menaka on Sunday, but the patients had left a few days ago.", "Shelling/artillery/missile attack, Menaka, 2019-05-12, killed ?"},
		{"Two mortar shells hit a clinic in Menaka, but the patients had left a few days ago.", "Shelling/artillery/missile attack, Menaka, 2019-05-14, killed ?"},
	},
	"others in a separate strike": {
		{"An airstrike killed a commander in Menaka on Sunday. Six others were killed in a separate strike.", "Air/drone strike, Menaka, 2019-05-12, killed 1; Attack, Menaka, 2019-05-14, killed 6"},
	},
	"graves": {
		{"A mass grave containing 80 victims was found in Menaka on Sunday.", "Attack, Menaka, 2019-05-12, killed 80"},
	},
	"the region told of last": {
		{"A bomb killed six people in Menaka on Sunday.\n\nMenaka is the gateway to Helmand, a province on the border.\n\nA drone killed twelve people in the province on Saturday.", "Remote explosive/landmine/IED, Menaka, 2019-05-12, killed 6; Air/drone strike, Helmand, 2019-05-11, killed 12"},
	},
	"the town that was called one": {
		{"Militias surround Tal Afar, a mostly Turkmen town, as part of the offensive to capture Mosul, the last major city of the group.\n\nSome 3,000 families left the town on Sunday.", "Displacement, Tal Afar, 2019-05-12, killed ?"},
	},
	"after whose death": {
		{"He was named leader after the death of his brother in an air strike in Menaka in March.", ""},
	},
	"for whom a road is": {
		{"Menaka and Gao have been transit points for arms smugglers and for refugees fleeing the fighting.", ""},
	},
	"what was the target": {
		{"A bomb killed four policemen in Helmand province on Sunday.\n\nThe target was a police vehicle in the Lashkar Gah area.", "Remote explosive/landmine/IED, Lashkar Gah, 2019-05-12, killed 4"},
	},
	"dead of a whole country": {
		{"At least 61 people were killed nationwide on Sunday.\n\nA bomb killed two people in Menaka on Sunday.", "Remote explosive/landmine/IED, Menaka, 2019-05-12, killed 2"},
	},
	"personnel": {
		{"Three rebels and a paramilitary personnel were killed in a clash in Menaka on Sunday.", "Armed clash, Menaka, 2019-05-12, killed 4"},
	},
	"those killed, shared out": {
		{"Two soldiers were killed, one by an attack in Helmand province Saturday, and the other Sunday by a roadside bomb in Kabul.", "Armed clash, Helmand, 2019-05-11, killed 1; Remote explosive/landmine/IED, Kabul, 2019-05-12, killed 1"},
		{"Two people were killed in Menaka on Sunday, one in Gao and one in Mopti.", "Attack, Menaka, 2019-05-12, killed 2; Attack, Gao, 2019-05-12, killed 1; Attack, Mopti, 2019-05-12, killed 1"},
	},
	"more bodies": {
		{"Police found nine bodies in Menaka on Sunday. Another five were discovered in Gao.", "Attack, Menaka, 2019-05-12, killed 9; Attack, Gao, 2019-05-12, killed 5"},
		{"Police found nine bodies in Menaka on Sunday. Another five were found guilty in Gao.", "Attack, Menaka, 2019-05-12, killed 9"},
	},
	"bodies are no sum of others": {
		{"The bodies of nine men were found across Menaka on Sunday.\n\nA bomb killed five people in Gao on Sunday. Another bomb killed four people in Mopti on Sunday.", "Attack, Menaka, 2019-05-12, killed 9; Remote explosive/landmine/IED, Gao, 2019-05-12, killed 5; Remote explosive/landmine/IED, Mopti, 2019-05-12, killed 4"},
	},
	"by what they were killed": {
		{"Five soldiers were killed by a roadside bomb in a coordinated ambush in Menaka on Sunday.", "Remote explosive/landmine/IED, Menaka, 2019-05-12, killed 5"},
	},
	"where somebody was bound": {
		{"Police in Baquba said on Sunday that gunmen opened fire on pilgrims bound for the holy city of Mecca, killing one person.", "Attack, Baquba, 2019-05-11, killed 1"},
	},
	"a district of rebels": {
		{"On Sunday, the army captured the rebel district of Vorkala in Menaka.", "Government regains territory, Vorkala, 2019-05-12, killed ?"},
	},
	"strongholds that are bombed": {
		{"Military jets bombarded rebel strongholds in Menaka.", "Air/drone strike, Menaka, 2019-05-14, killed ?"},
	},
	"what footage shows": {
		{"Warplanes bombed Menaka on Sunday, killing eight children.\n\nActivists said warplanes bombed the village.\n\nAn amateur video showed two girls lying dead in a street while the bodies of two boys were in a car parked nearby.", "Air/drone strike, Menaka, 2019-05-12, killed 8"},
	},
	"what can be heard": {
		{"Air raids on Menaka could be heard on Sunday.", "Air/drone strike, Menaka, 2019-05-12, killed ?"},
	},
	"since a day of May": {
		{"Rebels killed two people in Menaka on Sunday. More than 60 have died in attacks across Mali since May 2.", "Attack, Menaka, 2019-05-12, killed 2"},
	},
	"over what something else came": {
		{"Relations broke down over the raid on April 22 that killed the leader in Menaka.", ""},
	},
	"one killed here and one there": {
		{"South of Kunduz, in the hamlet of Vorkala, an ambush killed a commander on Sunday.\n\nA bomb killed a general near his home in Kabul on Sunday.", "Armed clash, Vorkala, 2019-05-12, killed 1; Remote explosive/landmine/IED, Kabul, 2019-05-12, killed 1"},
	},
}

// TestAgencies reads what agencies write of wars.
func TestAgencies(t *testing.T) { allTold(t, agencyTests) }
