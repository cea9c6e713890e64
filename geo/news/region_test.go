package news_test

import "testing"

// TestRegion reads what stories of the wires on Iraq and its neighbours taught, in other
// words than theirs: the last event of each text should be so.
func TestRegion(t *testing.T) {
	lastTold(t, []telling{
		{"Rebels and hundreds of families fled Tikrit on Saturday.", "Displacement, Tikrit, 2019-05-11, killed ?", "families flee with them"},
		{"Troops drove IS from Ramadi on Saturday.", "Government regains territory, Ramadi, 2019-05-11, killed ?", "IS is a group, not a verb"},
		{"Kurdish forces chased IS out of Mosul on Saturday.", "Government regains territory, Mosul, 2019-05-11, killed ?", "likewise"},
		{"A suicide bomber from IS killed six people in Tikrit on Saturday.", "Suicide bomb, Tikrit, 2019-05-11, killed 6", "likewise"},
		{"US strikes hit Mosul on Saturday, killing four people.", "Air/drone strike, Mosul, 2019-05-11, killed 4", "US is no pronoun"},
		{"A truce brokered by elders in Ramadi on Friday let families leave.", "Agreement, Ramadi, 2019-05-10, killed ?", "a truce that was brokered"},
		{"Aircraft took part in the raids on Mosul on Saturday.", "Air/drone strike, Mosul, 2019-05-11, killed ?", "who took part in raids carried them out"},
		{"Six officers died when militants blew up two police vehicles in Kirkuk on Saturday.", "Remote explosive/landmine/IED, Kirkuk, 2019-05-11, killed 6", "likewise"},
		{"Hundreds of people poured into the streets of Mosul on Saturday.", "Peaceful protest, Mosul, 2019-05-11, killed ?", "they fled nowhere"},
		{"Thousands of civilians have streamed across the river into Kirkuk since Saturday.", "Displacement, Kirkuk, 2019-05-11, killed ?", "across the river into"},
		{"A bomb killed two people in Tikrit on Saturday, a doctor at Mosul hospital said. Gunmen shot dead a judge there.", "Attack, Tikrit, 2019-05-11, killed 1", "nor is there"},
		{"Troops stopped a car near Kirkuk on Sunday. It had come from Mosul. A suicide bomber killed four people at the entrance to the town on Sunday.", "Suicide bomb, Kirkuk, 2019-05-12, killed 4", "nor is it where something came from"},
		{"Bombs went off near a cafe in Tikrit and at a market in Ramadi on Saturday.", "Remote explosive/landmine/IED, Ramadi, 2019-05-11, killed ?", "two sites share a verb"},
		{"Shells fell on a school in Tikrit and near a mosque in Kirkuk on Saturday.", "Shelling/artillery/missile attack, Kirkuk, 2019-05-11, killed ?", "likewise"},
		{"Police arrested nine men at a hotel in Mosul and in a house near Kirkuk on Saturday.", "Arrests, Kirkuk, 2019-05-11, killed ?", "likewise"},
		{"Protesters gathered outside a court in Baghdad and in front of a ministry in Mosul on Saturday.", "Peaceful protest, Mosul, 2019-05-11, killed ?", "likewise"},
		{"Two officers were shot dead in Kirkuk on Saturday in one of the deadliest attacks on police this year.", "Attack, Kirkuk, 2019-05-11, killed 2", "the year is that of which it is among the deadliest"},
		{"A colonel of the air force was shot outside a mosque in Kirkuk on Saturday.", "Attack, Kirkuk, 2019-05-11, killed ?", "what he belonged to killed nobody"},
		{"Some 30,000 people have been displaced in Anbar in recent weeks.", "Displacement, Anbar, 2019-04-17, killed ?", "flight goes on for weeks"},
	})
}

// TestRegionNotTold reads what those stories say beside the news.
func TestRegionNotTold(t *testing.T) {
	notTold(t, []telling{
		{"Gunmen shot dead two policemen in Tikrit on Sunday. The attackers fled on motorcycles towards the hills.", "Displacement", "who attacked is driven from no home"},
		{"Mines killed four people in Tikrit on Sunday. Troops are deployed in Mosul.", "Mosul", "where troops are is a state"},
		{"President Omar Haddad visited Cairo on Sunday to announce the start of the offensive.", "Armed clash", "the start is what he came to announce"},
		{"A court in Baghdad on Sunday jailed six men for torching a church in Mosul.", "Looting", "the court tells of what was done long ago"},
		{"A judge sentenced a man on Sunday to ten years in prison for bombing a market in Mosul.", "Mosul", "likewise"},
		{"The rebels said they would not stop fighting until Turkey lifted its blockade of Mosul.", "Siege", "until then it is not lifted"},
		{"Mines killed four people in Tikrit on Sunday. Kirkuk has seen heavy fighting since a truce collapsed.", "Kirkuk", "what a town has seen is background"},
		{"A rocket landed in Tikrit on Sunday. The toll in the conflict stood at 548.", "548", "a war's dead are not those of a rocket"},
		{"A rocket landed in Tikrit on Sunday. On the government side, 27 soldiers have been killed.", "27", "nor are those of one side"},
		{"Attacks in Mosul on Sunday brought the day's toll to 41.", "41", "a day's dead are a sum"},
		{"Soldiers deployed along Mosul Street on Sunday.", "Mosul", "a street is not the town of its name"},
		{"Tikrit fell to rebels in June last year, a day after the army abandoned Mosul.", "Mosul", "the day after was in June last year"},
		{"Shells fell on Ramadi on Sunday. Officials said planes carried out raids from bases in Jordan.", "Jordan", "planes raid nothing where they come from"},
		{"Two soldiers were killed on Sunday in an air strike that Tehran blamed on Baghdad.", "Baghdad", "nor is it where those are who are blamed"},
	})
}
