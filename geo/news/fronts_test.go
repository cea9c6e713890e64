package news_test

import "testing"

// frontTests are sentences in which a war is reported at length: leads that sum up, comment between
// what happened, and history. Each with all that it tells of, parted by semicolons, under its mechanism.
var frontTests = map[string][]struct{ text, want string }{
	"a town that a people lives in is no people": {
		{"On Sunday rebels tightened their grip by capturing the Tuareg-majority town of Menaka and its airport, an official said.", "Non-state actor overtakes territory, Menaka, 2019-05-12, killed ?"},
		{"On Sunday rebels captured Tuareg fighters in Menaka.", "Abduction/forced disappearance, Menaka, 2019-05-12, killed ?"},
	},
	"what was taken has no name yet": {
		{"In Menaka, rebels overran a village and a checkpoint on Sunday.", "Non-state actor overtakes territory, Menaka, 2019-05-12, killed ?"},
	},
	"an attack that is prepared": {
		{"Mali is preparing a \"major attack\" to retake Gao.", ""},
		{"The army is preparing an offensive in Gao.", ""},
	},
	"a struggle that others are helped in": {
		{"Three soldiers were killed in their battle with rebels in Gao on Sunday.", "Armed clash, Gao, 2019-05-12, killed 3"},
	},
	"the dead since an offensive began": {
		{"The army said on Wednesday that hundreds of soldiers have been killed since the rebels launched their offensive on May 2.", ""},
		{"Rebels launched an offensive on Gao on Wednesday. Nine soldiers have been killed since.", "Armed clash, Gao, 2019-05-15, killed 9"},
	},
	"verbs of one relative clause": {
		{"Troops battled gunmen in Menaka on Wednesday.\n\nThe army is struggling against an onslaught that has seized major areas, displaced hundreds of thousands of people and sparked fears.", "Armed clash, Menaka, 2019-05-15, killed ?"},
		{"On Wednesday rebels seized major roads in Gao.", ""},
	},
	"the town nearby": {
		{"Troops battled gunmen in nearby Menaka on Wednesday.\n\nContinuous fighting took place in Menaka on Wednesday.", "Armed clash, Menaka, 2019-05-15, killed ?"},
	},
	"what may yet come": {
		{"Omar Haddad urged the people of Gao to leave so that they are not subjected to the danger of armed clashes.", ""},
	},
	"a camp of protesters is no protest": {
		{"Clashes began in Gao on Monday as troops tore down a protest camp.", "Armed clash, Gao, 2019-05-13, killed ?"},
	},
	"dead and wounded counted together": {
		{"Nine people were killed and wounded in two car bombings in Gao on Monday.", "Remote explosive/landmine/IED, Gao, 2019-05-13, killed ?"},
		{"Nine people were killed and wounded six in Gao on Monday when a bomb went off.", "Remote explosive/landmine/IED, Gao, 2019-05-13, killed 9"},
	},
	"the toll of a clause": {
		{"On Monday one man was killed when a bomb went off in Gao, while another ten people were killed when a bomb went off near a police post in Menaka.",
			"Remote explosive/landmine/IED, Gao, 2019-05-13, killed 1; Remote explosive/landmine/IED, Menaka, 2019-05-13, killed 10"},
	},
	"the dead of a month": {
		{"Troops battled gunmen in Menaka on Wednesday. The United Nations said 1,119 people died in violence in April.", "Armed clash, Menaka, 2019-05-15, killed ?"},
	},
	"a third of a country": {
		{"The rebels captured roughly a third of Mali.", ""},
		{"The rebels captured the town of Menaka.", "Non-state actor overtakes territory, Menaka, 2019-05-14, killed ?"},
	},
	"a time since when is no day to count from": {
		{"The blasts were the latest since the holy month began on April 4.\n\nEarlier in the day, a bomb killed four people in Gao.", "Remote explosive/landmine/IED, Gao, 2019-05-15, killed 4"},
	},
	"whom an anniversary remembers": {
		{"On May 10, a suicide bomber attacked pilgrims in Gao on the anniversary of the death of a saint, killing 32 people.", "Suicide bomb, Gao, 2019-05-10, killed 32"},
	},
	"a deed in passing": {
		{"A suicide bomber attacked a funeral in Gao on Monday, killing 22 people. The funeral was for a guard who was killed in a recent roadside bombing.", "Suicide bomb, Gao, 2019-05-13, killed 22"},
	},
	"what speeches are about": {
		{"Omar Haddad held talks in Cairo on Monday and urged leaders to deal with the root cause of the violence in Gao.", "Meeting, Cairo, 2019-05-13, killed ?"},
	},
	"what gunmen wear": {
		{"Gunmen wearing military uniforms kidnapped eight men in Gao on Monday.", "Abduction/forced disappearance, Gao, 2019-05-13, killed ?"},
	},
	"nobody out of some": {
		{"A convoy hit a mine in Gao on Monday. Nobody in the delegation was injured.", "Remote explosive/landmine/IED, Gao, 2019-05-13, killed ?"},
	},
	"bombings all over a country": {
		{"Bombings and shootings in Iraq killed 13 people on Wednesday.\n\nGunmen clashed with guards at a prison in Abu Ghraib on Wednesday.\n\nA bomb killed four people in Tikrit on Wednesday.",
			"Remote explosive/landmine/IED, Iraq, 2019-05-15, killed 13; Armed clash, Abu Ghraib, 2019-05-15, killed ?; Remote explosive/landmine/IED, Tikrit, 2019-05-15, killed 4"},
	},
	"an envoy is no place": {
		{"The attack on U.N. Special Representative Omar Haddad raised fears on Monday.", ""},
	},
	"where a government sits": {
		{"Aino Salmela met the elders of Gao on Wednesday in a bid to have them close ranks with the government in Bamako.", ""},
		{"In Gao, Aino Salmela thanked the elders for helping battle the rebels.", ""},
		{"Troops made progress in capturing the town of Menaka.", ""},
	},
	"what a source says in quotation marks": {
		{"A bomb went off in a village near Gao on Wednesday. “The explosion killed five policemen and wounded two officers,” the source said.", "Remote explosive/landmine/IED, Gao, 2019-05-15, killed 5"},
	},
	"a number of no unit": {
		{"Rebels took control of the border town of Al Qaim, some 330 northwest of Baghdad, on Wednesday.", "Non-state actor overtakes territory, Al Qaim, 2019-05-15, killed ?"},
	},
	"buildings that are seized": {
		{"Rebels seized the police stations and offices in Menaka on Wednesday.", ""},
		{"Three houses belonging to the group were seized in Gao on Wednesday.", ""},
		{"Rebels seized eight police officers in Menaka on Wednesday.", "Abduction/forced disappearance, Menaka, 2019-05-15, killed ?"},
	},
	"fighting of months": {
		{"The province has seen months of fighting in Gao.", ""},
		{"Gao sees attacks from time to time.", ""},
		{"Troops focus on their efforts to drive the group out of Gao.", ""},
	},
	"a crossing with a country": {
		{"Rebels captured the Tikrit border crossing with Jordan and the Fallujah crossing with Syria on Wednesday.", "Non-state actor overtakes territory, Tikrit, 2019-05-15, killed ?; Non-state actor overtakes territory, Fallujah, 2019-05-15, killed ?"},
	},
	"parts of two towns": {
		{"Rebels took control of half of the city of Gao and areas of the provincial capital Menaka on Sunday.", "Non-state actor overtakes territory, Gao, 2019-05-12, killed ?; Non-state actor overtakes territory, Menaka, 2019-05-12, killed ?"},
	},
}

func TestFronts(t *testing.T) { allTold(t, frontTests) }
