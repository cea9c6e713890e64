package news_test

import "testing"

// deskTests are short texts in the ways of local desks, armies and aid agencies, with all
// that they tell of, parted by semicolons, under the mechanism that reads them.
var deskTests = map[string][]struct{ text, want string }{
	"a day inside what belongs to a verb": {
		{"President Omar Haddad arrived Tuesday in Cairo for talks.", "Visit, Cairo, 2019-05-14, killed ?"},
		{"The foreign minister flew late on Monday to Nairobi, his office said.", "Visit, Nairobi, 2019-05-13, killed ?"},
		{"Soldiers withdrew on Sunday from Menaka.", "Non-violent transfer of territory, Menaka, 2019-05-12, killed ?"},
		{"Fighters took control early Saturday of Gao.", "Non-state actor overtakes territory, Gao, 2019-05-11, killed ?"},
		{"The president returned on Sunday evening to Abuja.", "Visit, Abuja, 2019-05-12, killed ?"},
	},
	"the scene that a paragraph sets": {
		{"Two soldiers were killed in a clash in Kirkuk on Sunday.\n\nIn the other incident, gunmen tried to storm a checkpoint near Tikrit on Monday. A car bomb was driven into its wall, killing five policemen.",
			"Armed clash, Kirkuk, 2019-05-12, killed 2; Remote explosive/landmine/IED, Tikrit, 2019-05-13, killed 5"},
		{"A judge was shot dead in Gao on Saturday.\n\nA market stood full of people in Menaka on Tuesday. A bomb killed nine of them.", "Attack, Gao, 2019-05-11, killed 1; Remote explosive/landmine/IED, Menaka, 2019-05-14, killed 9"},
		{"Warplanes bombed Mosul on Sunday.\n\nA bus bound for Baghdad was stopped near Tikrit on Monday. Gunmen shot dead seven passengers.", "Air/drone strike, Mosul, 2019-05-12, killed ?; Attack, Tikrit, 2019-05-13, killed 7"},
	},
	"the town that opens the sentence": {
		{"In Kyiv, several hundred relatives of prisoners rallied on Independence Square on Sunday.", "Peaceful protest, Independence Square, 2019-05-12, killed ?"},
		{"In Lagos, gunmen shot dead a lawyer on Victoria Street on Monday.", "Attack, Lagos, 2019-05-13, killed 1"},
		{"In Nyala, South Darfur, a shell hit the Nahda neighbourhood on Sunday, killing four people.", "Shelling/artillery/missile attack, Nahda, 2019-05-12, killed 4"},
		{"In Karachi, a bomb went off at the Paris Market on Monday.", "Remote explosive/landmine/IED, Paris, 2019-05-13, killed ?"},
		{"In Mosul, police detained nine people in the Wahda quarter on Tuesday.", "Arrests, Wahda, 2019-05-14, killed ?"},
	},
	"the seat of a province, named behind it": {
		{"In the provincial capital of South Kivu, Bukavu, around 2,000 people marched on Sunday.", "Peaceful protest, Bukavu, 2019-05-12, killed ?"},
		{"Gunmen killed three guards in the capital of Borno state, Maiduguri, on Monday.", "Armed clash, Maiduguri, 2019-05-13, killed 3"},
		{"A bomb exploded in the capital of Nangarhar province, Jalalabad, on Sunday, killing six people.", "Remote explosive/landmine/IED, Jalalabad, 2019-05-12, killed 6"},
	},
	"lists of places, each with what holds it": {
		{"The army said its troops had taken the villages of Zvanivka in Donetsk region and Orikhiv in Zaporizhzhia region on Sunday.", "Government regains territory, Zvanivka, 2019-05-12, killed ?; Government regains territory, Orikhiv, 2019-05-12, killed ?"},
		{"Rebels seized the towns of Gao in northern Mali and Djibo in Burkina Faso on Monday.", "Non-state actor overtakes territory, Gao, 2019-05-13, killed ?; Non-state actor overtakes territory, Djibo, 2019-05-13, killed ?"},
		{"Bombs went off in Ramadi in Anbar province and Tikrit in Salaheddin province on Sunday.", "Remote explosive/landmine/IED, Ramadi, 2019-05-12, killed ?; Remote explosive/landmine/IED, Tikrit, 2019-05-12, killed ?"},
	},
	"an opening sum, and the place of it": {
		{"Jihadists attacked a military base in northern Burkina Faso and killed around 40 soldiers, officials said on Tuesday.\n\nSome 200 fighters overran the camp at Djibo on Monday and set it on fire.",
			"Non-state actor overtakes territory, Djibo, 2019-05-13, killed 40; Looting/property destruction, Djibo, 2019-05-13, killed ?"},
		{"Militants have killed six farmers after abducting them from their houses north of Baghdad.\n\nThe gunmen raided Tarmiyah on Monday and took the six from their homes.", "Armed clash, Tarmiyah, 2019-05-13, killed 6"},
		{"Clashes between ethnic groups in central Nigeria killed 27 people on Sunday.\n\nHerdsmen attacked the village of Riyom on Sunday, burning houses.", "Attack, Riyom, 2019-05-12, killed 27; Looting/property destruction, Riyom, 2019-05-12, killed ?"},
	},
	"what is said to have been done": {
		{"Gunmen seized 31 passengers near Gao on Saturday. The army said on Sunday that troops had freed nine of them after a gun battle in which four of the abductors died.", "Abduction/forced disappearance, Gao, 2019-05-11, killed ?; Armed clash, Gao, 2019-05-11, killed 4"},
	},
	"a day behind the comma": {
		{"Insurgents beheaded three people and burned a clinic and more than 60 houses in Nangade, in the north of Mozambique's Cabo Delgado province, on Sunday, local sources told the agency Lusa.", "Attack, Nangade, 2019-05-12, killed 3; Looting/property destruction, Nangade, 2019-05-12, killed ?"},
		{"A suicide bomber killed nine policemen and wounded many more at the gate of the academy in Ramadi, Anbar province, on Monday.", "Suicide bomb, Ramadi, 2019-05-13, killed 9"},
	},
	"a quotation's days": {
		{"Gunmen stormed Gao late on Saturday, killing nine people.\n\n\"We buried them yesterday,\" an elder said. \"A last one was found this morning.\"\n\nHours later, gunmen seized seven women near Menaka.", "Armed clash, Gao, 2019-05-11, killed 9; Abduction/forced disappearance, Menaka, 2019-05-11, killed ?"},
	},
	"the year of another noun": {
		{"Police arrested a man wanted for the 2001 kidnapping of tourists in Zamboanga City on Monday.", "Arrests, Zamboanga City, 2019-05-13, killed ?"},
		{"Soldiers arrested a suspect in the 2015 bombing of a hotel in Gao on Monday.", "Arrests, Gao, 2019-05-13, killed ?"},
		{"The 2009 massacre, in which 58 people were killed, happened near the site of Sunday's ambush in Cotabato.", "Armed clash, Cotabato, 2019-05-12, killed ?"},
	},
	"who fires on people in a place that is stormed": {
		{"The attackers stormed Gao on Saturday, opening fire on people at a wedding.", "Attack, Gao, 2019-05-11, killed ?"},
		{"Gunmen on motorcycles stormed the village of Bagega on Sunday, opening fire on residents.", "Attack, Bagega, 2019-05-12, killed ?"},
		{"Fighters stormed the barracks in Gao on Sunday, opening fire on soldiers.", "Armed clash, Gao, 2019-05-12, killed ?"},
	},
	"deaths in a village near what was shelled": {
		{"Naval vessels bombarded villages near Kyaukphyu on Sunday. Four villagers died in Ohn Quorva.", "Shelling/artillery/missile attack, Kyaukphyu, 2019-05-12, killed ?; Shelling/artillery/missile attack, Ohn Quorva, 2019-05-12, killed 4"},
	},
	"what a place lies near": {
		{"Several bombs fell on a camp at Bulengo, on the outskirts of Goma, on Sunday, killing three people.", "Shelling/artillery/missile attack, Bulengo, 2019-05-12, killed 3"},
		{"Gunmen raided Bale, near Maiduguri, on Sunday, killing nine villagers.", "Attack, Bale, 2019-05-12, killed 9"},
	},
	"who was among them": {
		{"Police rounded up 16 people, including a student of six, in Kirkuk on Sunday.", "Arrests, Kirkuk, 2019-05-12, killed ?"},
		{"Gunmen abducted 40 people, most of them women, in Batsari on Monday.", "Abduction/forced disappearance, Batsari, 2019-05-13, killed ?"},
	},
	"in which": {
		{"The troops were returning from an operation in Tikrit in which five militants were killed on Sunday.", "Armed clash, Tikrit, 2019-05-12, killed 5"},
	},
	"where people fled to": {
		{"Forces clashed with gunmen in the border town of Beled Hawo on Tuesday. Eleven people died, and thousands fled across the border to Mandera in Kenya, an elder said.", "Armed clash, Beled Hawo, 2019-05-14, killed 11; Displacement, Mandera, 2019-05-14, killed ?"},
		{"A bomb killed nine people in Kirkuk on Sunday, and hundreds of families fled to Tikrit.", "Displacement, Tikrit, 2019-05-12, killed ?; Remote explosive/landmine/IED, Kirkuk, 2019-05-12, killed 9"},
	},
	"what is only remembered": {
		{"In Tikrit, thousands marched on Sunday to mark three months since the killing of Mayor Omar Haddad, who was gunned down at a celebration.", "Peaceful protest, Tikrit, 2019-05-12, killed ?"},
		{"Hundreds gathered in Gao on Monday on the anniversary of the murder of a priest, who was shot dead in Menaka.", ""},
	},
	"what is counted and no place": {
		{"Troops killed three kidnappers in Gao on Monday and recovered two AK-47 rifles.", "Armed clash, Gao, 2019-05-13, killed 3"},
		{"Soldiers recovered five PKM machine guns and seized two Toyota trucks in Gao on Monday.", ""},
	},
	"words": {
		{"Human remains were found in Gao on Sunday.", "Attack, Gao, 2019-05-12, killed ?"},
		{"Troops rescued four victims near Gao on Monday.", "Other, Gao, 2019-05-13, killed ?"},
		{"A complete strike was observed in Quetta on Monday.", "Peaceful protest, Quetta, 2019-05-13, killed ?"},
		{"Villagers fled towards the town of Montepuez on Sunday.", "Displacement, Montepuez, 2019-05-12, killed ?"},
		{"About 1,100 households arrived in Tawila on Sunday.", "Displacement, Tawila, 2019-05-12, killed ?"},
		{"A helicopter carrying food landed in Djibo on Monday.", "Aid delivery, Djibo, 2019-05-13, killed ?"},
		{"The administration clamped a curfew on Leh on Sunday.", "Other, Leh, 2019-05-12, killed ?"},
		{"Rebels blew up a vehicle in the Bijapur district on Sunday, killing eight guards.", "Remote explosive/landmine/IED, Bijapur, 2019-05-12, killed 8"},
		{"Some 9,000 people took refuge in surrounding villages of Gao on Sunday.", "Displacement, Gao, 2019-05-12, killed ?"},
		{"An estimated 1.7 million people are displaced in North Darfur.", ""},
	},
}

func TestDesks(t *testing.T) { allTold(t, deskTests) }
