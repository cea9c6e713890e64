package news_test

import "testing"

// TestDaysTold reads on which day something happened: the last event of each text should be
// so. The stories are of Wednesday, 15 May 2019.
func TestDaysTold(t *testing.T) {
	lastTold(t, []telling{
		{"Gunmen killed nine people in Borno and Yobe states on Thursday.", "Attack, Yobe, 2019-05-09, killed 4", "states are not stated"},
		{"The militants claimed responsibility for Monday's bombing in Mosul, which killed seven.", "Remote explosive/landmine/IED, Mosul, 2019-05-13, killed 7", "what is claimed is told if it has a day of its own"},
		{"Rebels overran Gao at dawn on Friday.\n\nElders buried the dead on Sunday.\n\nThe attack came two days after gunmen ambushed soldiers near Kidal.", "Armed clash, Kidal, 2019-05-08, killed ?",
			"days are counted from what happened last, not from a burial"},
		{"A day after gunmen blew up a bridge near Mopti, the governor on Monday laid flowers.", "Remote explosive/landmine/IED, Mopti, 2019-05-12, killed ?", "and from the day that is told behind"},
		{"Nine people were killed near Gao in the night of Friday to Saturday.\n\nThe following day, the attackers ambushed a bus at Menaka.", "Armed clash, Menaka, 2019-05-12, killed ?",
			"a night is of two days, and so is the day after it"},
		{"Four people were killed in Mopti on Sunday, residents contacted on Tuesday by this paper said.\n\nThe following day gunmen ambushed a bus at Menaka.", "Armed clash, Menaka, 2019-05-13, killed ?",
			"the day on which somebody was asked is one of saying"},
		{"Two weeks earlier, on the 29th of April, rebels burned the village of Kidal, killing one man.", "Attack, Kidal, 2019-04-29, killed 1", "of a length of time and its day, the day"},
		{"On the 6th of May, rebels burned huts in Kidal; the school in Gao was burned down too.", "Looting/property destruction, Gao, 2019-05-06, killed ?", "what opens the sentence holds behind the semicolon"},
		{"In Gao, two farmers died in the crossfire while four more were wounded when fighters of a group that has never signed the accord harassed an army post there on Thursday night.", "Armed clash, Gao, 2019-05-09, killed 2",
			"the only day of a sentence, however far"},
		{"The worst violence has been in Gao, on the border, where at least 280 people were killed on May 12 and 13 when militias attacked several districts, a union of doctors said.", "Attack, Gao, 2019-05-12, killed 280",
			"the day stands beside another word of the same happening"},
		{"Twenty people were killed in Gao between the 6th and the 8th.", "Attack, Gao, 2019-05-06, killed 20", "days of the month without its name"},
		{"Gunmen burned down a hall in Mopti where the minister was to speak on Thursday.", "Looting/property destruction, Mopti, 2019-05-14, killed ?", "what was to come has not come"},
		{"Raids across the country killed four people on Tuesday, two days after a bomb in Gao killed nine.\n\nA rocket hit a police post in Mopti in the morning, killing an officer.", "Shelling/artillery/missile attack, Mopti, 2019-05-14, killed 1",
			"the morning is of the day told, not of what came before it"},
		{"More than 100 killed in raid on Gao market\n\nAn air strike on a market in the town of Gao killed more than 100 people, a rights group said on Monday.", "Air/drone strike, Gao, 2019-05-12, killed 100", "a headline has no day of its own"},
		{"Drones killed dozens of people in towns of the north on Sunday.\n\nA resident of Gao said that one hit a school there.\n\nAnother drone strike in Menaka is said to have killed nine people.", "Air/drone strike, Menaka, 2019-05-12, killed 9", "one more of what the story opens with"},
		{"A newspaper said that the week before on Saturday 4 May gunmen killed two men in Gao.", "Attack, Gao, 2019-05-04, killed 2", "the week before is no time before Saturday"},
		{"At the weekend gunmen attacked Quorvalla, Zumbata and Dolvia villages in Mopti region. \n\nIn Zumbata village, they killed a man.", "Attack, Zumbata, 2019-05-11, killed 1", "the day of a list that a village stood in, which no gazetteer has"},
		{"The attacks took place in Gao and Menaka. It was learnt that the towns were attacked at the same time last Monday.", "Attack, Menaka, 2019-05-13, killed ?", "one day for all of a list"},
		{"Gunmen attacked Gao on Tuesday. Their leader had announced the assault in a video on Sunday.", "Attack, Gao, 2019-05-14, killed ?", "the day of a video is one of saying"},
		{"Rebels seized Kidal on Friday. In Kidal they burned the barracks.", "Looting/property destruction, Kidal, 2019-05-10, killed ?", "what follows at the same place is of the same day"},
		{"Gunmen killed two men in Gao on Friday. In the nearby town of Ansongo protesters torched a police post.", "Violent demonstration, Ansongo, 2019-05-10, killed ?", "likewise what is nearby"},
		{"Five rockets struck a base in Gao, which hosts French troops, on Saturday.", "Shelling/artillery/missile attack, Gao, 2019-05-11, killed ?", "a day behind a clause between commas"},
		{"Shells landed on a monastery in Gao, where the displaced had taken shelter, on Saturday night, killing a boy.", "Shelling/artillery/missile attack, Gao, 2019-05-11, killed 1", "likewise"},
		{"A bomb went off in Gao on Monday. It came two weeks after rebels overran Kidal, on May 3, killing three soldiers.", "Non-state actor overtakes territory, Kidal, 2019-05-03, killed 3", "its own day goes before one that is counted"},
		{"Gunmen killed two men in Gao on Monday. Four days before that, seven soldiers were shot dead in Mopti.", "Attack, Mopti, 2019-05-09, killed 7", "counted from what was told"},
		{"Police arrested nine people on Sunday over the killing of a man in Mopti the day before.", "Attack, Mopti, 2019-05-11, killed 1", "the day of the arrests is not that of what they were over"},
		{"Troops tried on Tuesday to break through to Kidal, the town that rebels overran on May 3, but were ambushed at Menaka.", "Armed clash, Menaka, 2019-05-14, killed ?", "the day of a clause that only describes a town"},
		{"The rebels used boats on Tuesday last week to land at Gao, the largest town of the north, where they later torched a hotel.", "Looting/property destruction, Gao, 2019-05-07, killed ?", "where they did is when they came"},
		{"Thirteen rebels were killed in Gao on Saturday.\n\nThe day before, gunmen cut the road to Mopti; a man was shot dead in Mopti.", "Attack, Mopti, 2019-05-10, killed 1", "the day before holds behind the semicolon"},
		{"The shelling of Gao, one of the towns that have been out of the army's hands since rebels began their offensive on May 2, came a day after militiamen paraded in Mopti.", "Show of force, Mopti, 2019-05-14, killed ?",
			"a day since when something is so is nobody else's, and none that others are counted from"},
		{"Troops recaptured Gao in their first success since Kidal fell a week ago.", "Government regains territory, Gao, 2019-05-14, killed ?", "likewise"},
		{"More than 20,000 people have been displaced in Gao since fighting broke out on May 12.", "Displacement, Gao, 2019-05-12, killed ?", "but who fled since then are counted from it"},
		{"Also Tuesday, the embassy in Gao said a car bomb killed four guards travelling in a convoy Sunday in Mopti.", "Remote explosive/landmine/IED, Mopti, 2019-05-12, killed 4", "what opens the sentence is when it was said"},
		{"Following a siege that began on Friday, fighters took the town of Gao on Sunday.", "Non-state actor overtakes territory, Gao, 2019-05-12, killed ?", "what came before has its own day"},
		{"Monday's assault on Gao followed a blast in Mopti on Sunday, which killed nine pilgrims.", "Remote explosive/landmine/IED, Mopti, 2019-05-12, killed 9", "what it followed has its own day, place and dead"},
	})
}
