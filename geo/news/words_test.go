package news_test

import "testing"

// wordTests are one sentence each in the manner of wires, drawn from a probe that told every verb and
// noun of the taxonomy in every construction wires have for it: what is told in another one than the
// taxonomy writes it in, and beside it the same words where nothing happened. What they tell of stands
// behind them, nothing at all if they tell of none, under the construction or the reason.
var wordTests = map[string][]struct{ text, want string }{
	"the passive of what is written with its object": {
		{"Twelve hostages were freed in Kunduz on Sunday, officials said.", "Other, Kunduz, 2019-05-12, killed ?"},
		{"Flour and blankets were handed out in Baidoa on Sunday.", "Aid delivery, Baidoa, 2019-05-12, killed ?"},
		{"A drone was shot down by the army near Homs on Sunday.", "Other, Homs, 2019-05-12, killed ?"},
		{"A state of emergency was declared in Bangui on Sunday.", "Other, Bangui, 2019-05-12, killed ?"},
		{"Troops were sent to keep order at the cattle fair in Baidoa.", ""},
	},
	"what is told of a person or a place that it befell long ago": {
		{"Supporters of the ousted president opened a library in Baidoa on Sunday.", ""},
		{"In 1994 rebels stormed a village near Kunduz, historians say.", ""},
	},
	"a hyphen inside a word": {
		{"The two sides agreed to a cease-fire in Bangui on Sunday.", "Agreement, Bangui, 2019-05-12, killed ?"},
		{"Soldiers gang-raped two women in Bunia on Sunday.", "Sexual violence, Bunia, 2019-05-12, killed ?"},
		{"Warplanes carpet-bombed a suburb of Taiz on Sunday.", "Air/drone strike, Taiz, 2019-05-12, killed ?"},
		{"Police baton-charged students in Quetta on Sunday.", "Protest with intervention, Quetta, 2019-05-12, killed ?"},
	},
	"an adverb that belongs to its verb": {
		{"Guards sexually assaulted two women in Bunia on Sunday.", "Sexual violence, Bunia, 2019-05-12, killed ?"},
		{"Pilots fly over Bunia on Sundays.", ""},
	},
	"what people came together for": {
		{"Hundreds of residents gathered to protest in Baidoa on Sunday.", "Peaceful protest, Baidoa, 2019-05-12, killed ?"},
	},
	"the perfect of what a noun and its verb tell": {
		{"Trucks carrying flour have crossed into Idlib, an aid worker said on Sunday.", "Aid delivery, Idlib, 2019-05-11, killed ?"},
	},
	"what somebody went on to do": {
		{"Gunmen went on to storm a barracks in Gao on Sunday.", "Armed clash, Gao, 2019-05-12, killed ?"},
	},
	"who stands before the verb does not say what it tells": {
		{"Protesters clashed with police in Aden on Sunday.", "Violent demonstration, Aden, 2019-05-12, killed ?"},
		{"Protesters pelted police with stones in Aden on Sunday.", "Violent demonstration, Aden, 2019-05-12, killed ?"},
	},
	"crowds clash with police, and so do people in arms": {
		{"Militants clashed with police in Gao on Sunday.", "Armed clash, Gao, 2019-05-12, killed ?"},
		{"Youths clashed with police in Gao on Sunday.", "Violent demonstration, Gao, 2019-05-12, killed ?"},
	},
	"what attacks are aimed at": {
		{"The group has launched attacks in Gao aimed at overthrowing the government.", "Armed clash, Gao, 2019-05-14, killed ?"},
	},
	"captives of any trade": {
		{"Two nurses were released by their captors in Goma on Sunday.", "Other, Goma, 2019-05-12, killed ?"},
	},
	"many, by a noun": {
		{"A mass exodus took place in Jalalabad on Sunday.", "Displacement, Jalalabad, 2019-05-12, killed ?"},
		{"Thousands sought refuge in Baidoa on Sunday.", "Displacement, Baidoa, 2019-05-12, killed ?"},
	},
	"what came under fire": {
		{"A convoy came under fire in Jalalabad on Sunday.", "Armed clash, Jalalabad, 2019-05-12, killed ?"},
		{"The minister came under fire in Jalalabad on Sunday over his travels.", ""},
	},
	"done to death, by any verb": {
		{"Herders cudgelled two traders to death in Mopti on Sunday. Two others were kicked to death in Gao on Sunday.", "Attack, Gao, 2019-05-12, killed 2"},
		{"Two men were sentenced to death in Gao on Sunday.", ""},
	},
	"what did not take place": {
		{"The raid never took place, officials in Gao said on Sunday.", ""},
		{"Officials denied that gunmen had stormed a village near Gao on Sunday.", ""},
		{"Rumours of an attack proved false in Gao on Sunday.", ""},
		{"Police defused a row between neighbours in Gao on Sunday.", ""},
		{"A crocodile attacked a herder near Gao on Sunday.", ""},
	},
	"verbs of war, as wires vary them": {
		{"Rebels and soldiers traded shots in Goma on Sunday.", "Armed clash, Goma, 2019-05-12, killed ?"},
		{"Militants burst into a barracks in Maiduguri on Sunday.", "Armed clash, Maiduguri, 2019-05-12, killed ?"},
		{"Troops encountered a band of insurgents near Marawi on Sunday.", "Armed clash, Marawi, 2019-05-12, killed ?"},
		{"The army pummelled rebel positions near Taiz with artillery on Sunday.", "Shelling/artillery/missile attack, Taiz, 2019-05-12, killed ?"},
		{"Storms hammered Taiz on Sunday.", ""},
		{"Insurgents tossed a bomb into a cafe in Jalalabad on Sunday.", "Remote explosive/landmine/IED, Jalalabad, 2019-05-12, killed ?"},
		{"Students threw petrol bombs at police in Popayan on Sunday.", "Violent demonstration, Popayan, 2019-05-12, killed ?"},
		{"Rebels brought the town of Gao under their control on Sunday.", "Non-state actor overtakes territory, Gao, 2019-05-12, killed ?"},
		{"The rebels pulled their fighters out of Misrata on Sunday.", "Non-violent transfer of territory, Misrata, 2019-05-12, killed ?"},
		{"Dozens of rebels handed in their weapons in Malakal on Sunday.", "Change to group/activity, Malakal, 2019-05-12, killed ?"},
		{"The visitors surrendered a two-goal lead in Malakal on Sunday.", ""},
		{"Gunmen hijacked a bus near Quetta on Sunday.", "Abduction/forced disappearance, Quetta, 2019-05-12, killed ?"},
		{"Militiamen stole cattle near Malakal on Sunday.", "Looting/property destruction, Malakal, 2019-05-12, killed ?"},
		{"Thieves stole a bicycle in Malakal on Sunday.", ""},
		{"Soldiers overthrew the president in Bangui on Sunday.", "Other, Bangui, 2019-05-12, killed ?"},
	},
	"verbs of crowds, talks and help": {
		{"Students staged a dharna in Srinagar on Sunday.", "Peaceful protest, Srinagar, 2019-05-12, killed ?"},
		{"Rioters overturned cars in Benghazi on Sunday.", "Violent demonstration, Benghazi, 2019-05-12, killed ?"},
		{"Unrest broke out in Srinagar on Sunday.", "Violent demonstration, Srinagar, 2019-05-12, killed ?"},
		{"The two factions renewed a truce in Misrata on Sunday.", "Agreement, Misrata, 2019-05-12, killed ?"},
		{"The foreign minister touched down in Juba on Sunday.", "Visit, Juba, 2019-05-12, killed ?"},
		{"Police carried out a flag march in Srinagar on Sunday.", "Show of force, Srinagar, 2019-05-12, killed ?"},
		{"Aid workers gave out tents and rations in Baidoa on Sunday.", "Aid delivery, Baidoa, 2019-05-12, killed ?"},
		{"Rebels sealed off Homs on Sunday.", "Siege, Homs, 2019-05-12, killed ?"},
	},
}

func TestWords(t *testing.T) { allTold(t, wordTests) }
