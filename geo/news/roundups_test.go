package news_test

import "testing"

// roundupTests are sentences of round-ups, in which one place follows another. Each with all that it
// tells of, parted by semicolons, under its mechanism.
var roundupTests = map[string][]struct{ text, want string }{
	"the place that opens the sentence, an adverb apart": {
		{"Gunmen shot dead nine men in Kirkuk on Sunday.\n\nSimilarly, in Ramadi, the capital of Anbar, officials stated that two officers were killed during an assault on a police post.", "Attack, Kirkuk, 2019-05-12, killed 9; Armed clash, Ramadi, 2019-05-14, killed 2"},
	},
	"there were reports": {
		{"On Sunday there were further reports of clashes in Gao and Menaka.", "Armed clash, Gao, 2019-05-12, killed ?; Armed clash, Menaka, 2019-05-12, killed ?"},
		{"On Sunday there were no reports of clashes in Gao.", ""},
		{"On Sunday he read reports of clashes in Gao.", ""},
	},
	"an adverb between commas": {
		{"Twelve rebels were, meanwhile, killed in Gao on Sunday.", "Armed clash, Gao, 2019-05-12, killed 12"},
	},
	"the hurt are brought to be treated": {
		{"A mine killed two men in Gao on Sunday as people began evacuating the wounded.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed 2"},
		{"Hundreds of residents were evacuated from Gao on Sunday.", "Displacement, Gao, 2019-05-12, killed ?"},
	},
	"who rallies to fight": {
		{"Neighbours rallied to defend Gao on Sunday.", ""},
		{"Hundreds rallied in Gao on Sunday.", "Peaceful protest, Gao, 2019-05-12, killed ?"},
	},
	"what a strike destroyed": {
		{"An air strike in Gao killed nine rebels and destroyed their trucks on Sunday.", "Air/drone strike, Gao, 2019-05-12, killed 9"},
		{"The office of a party was badly damaged by a bomb in the town of Menaka on Sunday.", "Remote explosive/landmine/IED, Menaka, 2019-05-12, killed ?"},
	},
	"corpses found where a bomb was foiled": {
		{"A bomber blew himself up near a line of recruits in Kirkuk on Sunday.\n\nThirty-three corpses were found strewn about Kirkuk on Sunday.", "Suicide bomb, Kirkuk, 2019-05-12, killed ?; Attack, Kirkuk, 2019-05-12, killed 33"},
	},
	"earlier on the day of the sentence before": {
		{"Bombs killed nine people in Gao on Sunday, as the toll of a bombing in Menaka the day before rose.\n\nEarlier in the day, gunmen shot dead a judge in Bamako.", "Remote explosive/landmine/IED, Menaka, 2019-05-11, killed ?; Remote explosive/landmine/IED, Gao, 2019-05-12, killed 9; Attack, Bamako, 2019-05-12, killed 1"},
	},
	"some town is none of the city told of": {
		{"Nine people died in a bombing in Kirkuk on Sunday as rebels seized a strategic town.", "Remote explosive/landmine/IED, Kirkuk, 2019-05-12, killed 9"},
		{"Rebels seized a strategic town in Gao on Sunday.", "Non-state actor overtakes territory, Gao, 2019-05-12, killed ?"},
	},
	"what somebody was kept from reaching": {
		{"Clashes in Menaka killed nine people on Sunday.\n\nAlso on Sunday, troops drove rebels out of a line of villages near the border, blocking the path of others from reaching the rebel capital, Gao.", "Armed clash, Menaka, 2019-05-12, killed 9; Government regains territory, Menaka, 2019-05-12, killed ?"},
	},
	"the side of a city": {
		{"Nine people were killed south of Fallujah on Sunday when a bomber blew himself up.\n\nA suicide bomber struck a crowd in Baghdad on Sunday.", "Suicide bomb, Fallujah, 2019-05-12, killed 9; Suicide bomb, Baghdad, 2019-05-12, killed ?"},
	},
	"what was used to do it": {
		{"The army used mortars to pound the town of Menaka on Sunday.", "Shelling/artillery/missile attack, Menaka, 2019-05-12, killed ?"},
		{"Drones could be used to attack the town of Menaka.", ""},
		{"Rebels used to attack the town of Menaka.", ""},
	},
	"kin and others of one who is named": {
		{"Gunmen killed Omar Haddad, the imam of a mosque in the town of Menaka, and his wife and his daughter on Sunday.", "Attack, Menaka, 2019-05-12, killed 3"},
		{"Troops killed a rebel leader named Dolvar and two other militants in Gao on Sunday.", "Armed clash, Gao, 2019-05-12, killed 3"},
	},
	"more than a number behind a participle": {
		{"Explosions rocked Kirkuk on Sunday, killing up to four officers.", "Remote explosive/landmine/IED, Kirkuk, 2019-05-12, killed 4"},
	},
	"one place and a town nearby": {
		{"Mortar rounds rained down on the city of Gao and nearby town of Menaka on Sunday, killing ten people.", "Shelling/artillery/missile attack, Gao, 2019-05-12, killed 5; Shelling/artillery/missile attack, Menaka, 2019-05-12, killed 5"},
	},
	"since when nothing was as bad": {
		{"The deadliest rebel terror attack since April 11 took place in Menaka on Sunday evening, where rebels blew up mines, as vehicles were crossing.", "Attack, Menaka, 2019-05-12, killed ?"},
	},
	"what videos show of a protest": {
		{"Videos showed a huge demonstration in the city of Kirkuk.", "Peaceful protest, Kirkuk, 2019-05-14, killed ?"},
		{"Videos showed nine men shot dead.", ""},
	},
	"dead whose number is that of others": {
		{"Three bombings in Kirkuk killed nine people on Sunday. Gunmen shot dead four men in Gao on Sunday. A mine killed five people in Bamako on Sunday.", "Remote explosive/landmine/IED, Kirkuk, 2019-05-12, killed 9; Attack, Gao, 2019-05-12, killed 4; Remote explosive/landmine/IED, Bamako, 2019-05-12, killed 5"},
	},
	"strikes that destroyed something": {
		{"Air strikes at the weekend destroyed seven bridges in Kirkuk.", "Air/drone strike, Kirkuk, 2019-05-11, killed ?"},
	},
	"who did something too": {
		{"Nine soldiers were killed in clashes in Kirkuk on Sunday.\n\nArmed men also attacked the home of a judge in Kirkuk.", "Armed clash, Kirkuk, 2019-05-12, killed 9; Attack, Kirkuk, 2019-05-12, killed ?"},
	},
	"a town that a group holds": {
		{"The army killed nine rebels near the city of Kirkuk on Sunday, while forces defending positions near the IS-held city of Ramadi killed 15 militants.", "Armed clash, Kirkuk, 2019-05-12, killed 9; Armed clash, Ramadi, 2019-05-14, killed 15"},
	},
	"a day behind \"that\"": {
		{"The army reported that last Saturday it had killed five members of Al Qaeda in Mesopotamia in an airstrike in the town of Ramadi.", "Air/drone strike, Ramadi, 2019-05-11, killed 5"},
		{"A bomb killed five people in Ramadi, the army said on Saturday.", "Remote explosive/landmine/IED, Ramadi, 2019-05-10, killed 5"},
	},
	"attacks of late": {
		{"The area around Kirkuk and Tikrit has been plagued by a recent string of attacks.", ""},
		{"The group has claimed several sophisticated attacks in Kirkuk and Tikrit.", ""},
	},
	"what has been going on": {
		{"The army and the rebels have been trading fire in Kirkuk since the war began.", ""},
		{"The army and the rebels have been trading fire in Kirkuk since Sunday.", "Armed clash, Kirkuk, 2019-05-12, killed ?"},
		{"Mali, which is next door to Niger, is also fighting rebels in the north.", ""},
		{"A convoy passed through Kirkuk minutes before the attacker struck.", ""},
	},
	"soldiers who attack a town": {
		{"Military units also attacked Menaka from the west on Sunday.", "Armed clash, Menaka, 2019-05-12, killed ?"},
	},
	"somebody of a nation": {
		{"At least 14 people were killed in attacks elsewhere in Iraq, including a U.S. soldier whose convoy was hit by a roadside bomb in Ramadi and six Iraqi soldiers who were shot to death.", "Attack, Iraq, 2019-05-14, killed 14; Attack, Ramadi, 2019-05-14, killed 6"},
	},
	"attacks that left people dead": {
		{"In Kirkuk, five attacks left six people dead on Sunday.", "Attack, Kirkuk, 2019-05-12, killed 6"},
	},
	"full control": {
		{"The army said on Sunday it has regained full control of the city of Kirkuk.", "Government regains territory, Kirkuk, 2019-05-11, killed ?"},
	},
	"two days that are no span": {
		{"Jets bombed Kirkuk on Monday and last Thursday.", "Air/drone strike, Kirkuk, 2019-05-13, killed ?"},
		{"Jets bombed Kirkuk on Sunday and Monday.", "Air/drone strike, Kirkuk, 2019-05-12, killed ?"},
	},
	"strikes on a province, and a town taken in it": {
		{"Airstrikes on Iraq's Diyala province killed nine people on Sunday, activists said.\n\nThe capture of Muqdadiyah on Sunday was a blow to the rebels.", "Air/drone strike, Diyala, 2019-05-12, killed 9; Non-state actor overtakes territory, Muqdadiyah, 2019-05-12, killed ?"},
	},
	"who says it is not what was taken": {
		{"State Military Media said Menaka was captured on Sunday.", "Non-state actor overtakes territory, Menaka, 2019-05-12, killed ?"},
	},
	"the whole told again of a country": {
		{"At least 28 people were killed on Sunday in separate attacks in Kirkuk and Ramadi.\n\nAt least 28 people were killed in attacks across Iraq.", "Attack, Kirkuk, 2019-05-12, killed 14; Attack, Ramadi, 2019-05-12, killed 14"},
	},
	"a city, and a town in the province of its name": {
		{"Clashes broke out in Kirkuk on Sunday.\n\nGunmen shot dead nine people in the town of Hawija in Kirkuk province on Sunday.", "Armed clash, Kirkuk, 2019-05-12, killed ?; Attack, Hawija, 2019-05-12, killed 9"},
	},
	"protesters who were shot": {
		{"Three protesters were shot dead by security forces in Basra on Sunday.", "Excessive force against protesters, Basra, 2019-05-12, killed 3"},
	},
}

func TestRoundups(t *testing.T) { allTold(t, roundupTests) }

// TestCommaAndNumber reads a country that those of another are told of behind: they begin no name that
// holds it.
func TestCommaAndNumber(t *testing.T) {
	events := reader().Events(story("Rebels held the city of Taiz. And in eastern Yemen, two US drone attacks killed 11 rebels."))
	if len(events) != 1 || events[0].Place.Match.Country != "YE" {
		t.Errorf("got %v, want one event in Yemen", events)
	}
}

// TestHeadlineLooksBack reads a headline that says of another day's blasts how long ago they were: nothing
// in the story is of that day.
func TestHeadlineLooksBack(t *testing.T) {
	for _, e := range reader().Events(story("Egypt soldier killed a day after deadly Sinai blasts\n\nGunmen shot dead a soldier at a checkpoint in the Rafah area on the border with the Gaza Strip.")) {
		if e.When.Last != e.When.First+1 {
			t.Errorf("%s: want the days up to the story's", told(&e))
		}
	}
}
