package news_test

import (
	"testing"

	"github.com/dateline-map/dateline/geo"
)

// TestWires reads sentences in the manner of the wires: the last event of each
// should be of a kind, at a place, on a day and with so many dead.
func TestWires(t *testing.T) {
	lastTold(t, []telling{
		{"On Saturday fighters seized the town of Baghdadi.", "Non-state actor overtakes territory, Baghdadi, 2019-05-11, killed ?", "called a town, it is no people"},
		{"In Quorvalla, hundreds of residents marched on Sunday.", "Peaceful protest, Quorvalla, 2019-05-12, killed ?", "the word that opens a sentence is no part of a name"},
		{"Security forces pulled out of Dahan-i-Quor late on Friday.", "Non-violent transfer of territory, Dahan-i-Quor, 2019-05-10, killed ?", "a name goes on behind its hyphens"},
		{"A car bomb in Kirkuk on Sunday killed 15 people, a police officer and a doctor said.", "Remote explosive/landmine/IED, Kirkuk, 2019-05-12, killed 15", "who says so was not killed"},
		{"Warplanes bombed Ramadi on Sunday. The state news agency Saba put the toll at six dead.", "Air/drone strike, Ramadi, 2019-05-12, killed 6", "an agency is no place"},
		{"Rebels clashed with Quorvalla Dawn in the town of Tikrit on Sunday.", "Armed clash, Tikrit, 2019-05-12, killed ?", "whom they fought is no place"},
		{"Planes bombed the Red Sea port of Hodeidah on Sunday.", "Air/drone strike, Hodeidah, 2019-05-12, killed ?", "a sea holds its port"},
		{"Rebels fired rockets at a checkpoint near Mosul on Sunday and tried to capture Tikrit.", "Shelling/artillery/missile attack, Mosul, 2019-05-12, killed ?", "Tikrit is what another verb is about"},
		{"Foreign Minister Aino Salmela flew in from Cairo, where she met President Omar Haddad on Saturday.", "Meeting, Cairo, 2019-05-11, killed ?", "where she met is where she came from"},
		{"Fifteen soldiers were killed when an explosion hit a convoy in Baiji on Sunday. The group spoke of the killing of its deputy chief.", "Remote explosive/landmine/IED, Baiji, 2019-05-12, killed 15", "a killing that is pointed at makes no blast an attack"},
		{"The monitor said 66 people had been killed in the battle for Tikrit on Sunday.", "Armed clash, Tikrit, 2019-05-12, killed 66", "people may die in a battle"},
		{"Gunmen stormed a hotel in Mosul on Saturday. Soldiers clashed with gunmen in Tikrit on Sunday. Hundreds marched to the hotel on Sunday.", "Peaceful protest, Mosul, 2019-05-12, killed ?", "the hotel is the one told of before"},
		{"Fighting went on in Ramadi on Sunday. The road ends 50 km west of Fallujah, which the army retook on Friday.", "Government regains territory, Fallujah, 2019-05-10, killed ?", "a distance from a town is not where that was retaken"},
		{"A bomb in Tikrit killed two people on Saturday.\n\nEarlier in the day, gunmen shot dead a judge in Mosul.", "Attack, Mosul, 2019-05-11, killed 1", "earlier in the day that was told of"},
		{"Clashes also broke out in Mosul on Sunday, where protesters torched a police car.", "Violent demonstration, Mosul, 2019-05-12, killed ?", "protesters clash with police"},
		{"Clashes went on for a third day in the Anbar provincial capital Ramadi.", "Armed clash, Ramadi, 2019-05-15, killed ?", "the capital lies in the province"},
		{"Warplanes bombed camps in Hawija on Sunday after militants killed 13 soldiers in an attack near Kirkuk on Saturday.", "Armed clash, Kirkuk, 2019-05-11, killed 13", "what somebody did it after is something else"},
		{"Two suicide bombers attacked a police headquarters in Tikrit on Sunday, killing three officers.", "Suicide bomb, Tikrit, 2019-05-12, killed 3", "what a suicide bomber does is a bombing"},
		{"A roadside bomb in Mosul on Sunday killed a family of six.", "Remote explosive/landmine/IED, Mosul, 2019-05-12, killed 6", "a family is as many as it is said to be"},
		{"Troops arrested 14 people in raids in Kirkuk on Sunday.", "Arrests, Kirkuk, 2019-05-12, killed ?", "the raids are how they were arrested"},
		{"Troops have seized eight villages in the area since Sunday, among them Quorvalla.", "Government regains territory, Quorvalla, 2019-05-12, killed ?", "one of the places that were seized"},
		{"The rebels tightened their hold on the north on Sunday by capturing the Shiite-majority town of Baghdadi and its airport.", "Non-state actor overtakes territory, Baghdadi, 2019-05-12, killed ?", "what a town's people are is not who was captured"},
		{"Troops won back ground captured by militants near Ramadi on Sunday.", "Government regains territory, Ramadi, 2019-05-12, killed ?", "ground is no people"},
		{"Yusuf Bin Daw was seized in the south of Mosul on Sunday.", "Abduction/forced disappearance, Mosul, 2019-05-12, killed ?", "a town is not seized somewhere"},
		{"Gunmen in Baghdad stopped a van carrying a coffin to the holy city of Najaf on Sunday, killing all nine people on board.", "Attack, Baghdad, 2019-05-12, killed 9", "where a van was on its way to"},
		{"In Baghdad, bombs on Sunday targeted pilgrims returning from the holy city of Karbala.", "Remote explosive/landmine/IED, Baghdad, 2019-05-12, killed ?", "where people were on their way home from"},
		{"A huge blast on Sunday outside the city of Baiji killed nine pilgrims on a march to a shrine.", "Remote explosive/landmine/IED, Baiji, 2019-05-12, killed 9", "pilgrims do not protest"},
		{"Army forces, fighting back against the rebels, launched air strikes on Tikrit on Sunday.", "Air/drone strike, Tikrit, 2019-05-12, killed ?", "what the forces were about is not what they did"},
		{"Clashes broke out in Tikrit on Saturday. Ramadi fell to the militants on Sunday in the worst setback for the army in a year.", "Non-state actor overtakes territory, Ramadi, 2019-05-12, killed ?", "what falls is where it fell"},
		{"Locals from another border town, Tikrit, said planes had bombed militants who tried to take it.", "Air/drone strike, Tikrit, 2019-05-14, killed ?", "another town may be named behind a comma, too"},
		{"Defence Minister Aino Salmela made a visit to Iraq on Sunday for a report on the battle to liberate the city of Mosul.", "Visit, Iraq, 2019-05-12, killed ?", "what is talked of is elsewhere"},
		{"Minister arrives in Baghdad\n\nForeign Minister Aino Salmela paid a visit to Iraq on Sunday.", "Visit, Baghdad, 2019-05-12, killed ?", "a headline's town goes before the country of the text"},
		{"Spokesmen said the army had seized almost full control over Ramadi on Sunday.", "Government regains territory, Ramadi, 2019-05-12, killed ?", "how full the control is"},
		{"Fighters moved in on the town of Baghdadi on Sunday.", "Non-state actor overtakes territory, Baghdadi, 2019-05-12, killed ?", "on which they moved in"},
		{"Army troops battling the Islamic State took control of the town of Baghdadi on Sunday.", "Government regains territory, Baghdadi, 2019-05-12, killed ?", "whom they battle did not take it"},
		{"Army troops entered the southern and eastern parts of the town of Baghdadi on Sunday.", "Government regains territory, Baghdadi, 2019-05-12, killed ?", "parts on two sides"},
		{"Clashes broke out in Ramadi on Sunday.\n\nSecurity forces detained 75 protesters.", "Arrests, Ramadi, 2019-05-12, killed ?", "who were counted is news"},
		{"A bomb killed four people in Tikrit on Sunday. It was the worst attack in a day of violence that killed 32 across the country.", "Remote explosive/landmine/IED, Tikrit, 2019-05-12, killed 4", "a day's dead are not one bomb's"},
		{"Fighters this week seized the province of Nineveh and large swathes of the province of Anbar.", "Non-state actor overtakes territory, Anbar, 2019-05-13, killed ?", "a part of a place may be listed beside another place"},
		{"A car bomb killed two men in Tikrit on Sunday.\n\nPolice, meanwhile, foiled an attack on the town of Baiji by two bombers.\n\nThree guards were shot dead there.", "Attack, Baiji, 2019-05-14, killed 3", "what is told meanwhile is a scene of its own"},
		{"A suicide bomber targeted a checkpoint in Ramadi on Sunday, killing at least 47 according to doctors.", "Suicide bomb, Ramadi, 2019-05-12, killed 47", "who says so is not counted"},
		{"Troops recaptured Mosul dam on Sunday.", "Government regains territory, Mosul dam, 2019-05-12, killed ?", "a dam lies far from the town that it is called by"},
		{"The deadliest bombing this year killed 60 people near Ramadi on Sunday.", "Remote explosive/landmine/IED, Ramadi, 2019-05-12, killed 60", "what is the deadliest of a year is not all of it"},
		{"President Omar Haddad met leaders of the government in Baghdad on Sunday in the first visit by a head of state.", "Meeting, Baghdad, 2019-05-12, killed ?", "where a government sits is where he was that day"},
		{"A blast in Tikrit on Sunday wounded 40 people. It came after a bloody week in which more than 100 people died in bombings.", "Remote explosive/landmine/IED, Tikrit, 2019-05-12, killed ?", "the dead of a week are not one bomb's"},
		{"An air strike hit Tikrit on Saturday. A car bomb exploded in Tikrit on Saturday.", "Remote explosive/landmine/IED, Tikrit, 2019-05-11, killed ?", "a car bomb is no air strike told again"},
	})
}

// TestNotTold reads what is background, or to come, beside what is told.
func TestNotTold(t *testing.T) {
	notTold(t, []telling{
		{"Mines killed four people in Anbar on Sunday. Anbar has been the scene of clashes since January 2018, when militants took over Fallujah.", "Fallujah", "the year behind which it stands is its own"},
		{"Mines killed four people in Tikrit on Sunday. Security forces have encircled Fallujah since January.", "Siege", "a siege of months is a state"},
		{"Soldiers killed two men in Gao on Sunday. The movement, an offshoot also fighting in Libya, overran Kidal on Monday.", "Libya", "what a group is about elsewhere"},
		{"An air strike killed nine people in Tikrit on Sunday. Some 4,000 people have died in Iraq since rebels stormed the city of Mosul on February 9.", "Mosul", "since when they have died"},
		{"Troops retook a village near Kirkuk on Sunday. They had taken control of Kirkuk last year shortly after militants captured Mosul.", "Mosul", "a clause of what was last year is of last year"},
		{"Nine people were killed in Tikrit on Sunday. It was not clear who was behind the shelling in Baiji.", "Baiji", "who is behind what was told"},
		{"The first of three bombs exploded on Sunday, targeting a minibus with pilgrims as it entered the town of Baghdadi, a police official said.", "overtakes", "a bus takes no town"},
		{"Gunmen shot dead a judge in Mosul on Sunday. The army has been put to flight by an advance that has seized parts of five provinces, displaced hundreds of thousands of people and scared neighbours.", "Displacement", "a clause that only describes goes on behind its comma"},
		{"Police moved to break up a protesters' camp in Ramadi on Sunday.", "Displacement", "what was moved to is not the camp"},
		{"Troops encircled Mosul on Sunday, and U.S. artillery pounded positions there.", "U.S.", "whose artillery it is"},
		{"Nine people were killed in Tikrit on Sunday. The recapture of Mosul is crucial to the president's hopes.", "Mosul", "what matters has not happened yet"},
		{"Shells killed two people in Tikrit on Sunday. Violence in Iraq rose last month after militants took control of large parts of Iraq.", "Iraq", "what a country saw last month"},
		{"On Sunday protests broke out in Fallujah in solidarity with Hawija.", "Hawija", "with whom they feel"},
		{"Clashes broke out in Samarra on Saturday. The army on Sunday repelled an offensive by militants who are surging towards Baghdad.", "Baghdad", "where they are surging to"},
		{"A bomb killed two people in Tikrit on Sunday. A March 2018 suicide bombing at a checkpoint outside Mosul killed 50.", "Mosul", "what happened a year ago is known by its month"},
		{"A bomb killed two people in Tikrit on Sunday. It was the third bombing in and around Mosul in just over a week.", "Mosul", "what it was the third of is told already"},
		{"Gunmen shot dead a judge in Tikrit on Sunday. The bloodshed shows the group's resilience to air strikes against its men in Mosul.", "Mosul", "what a group withstands"},
		{"Gunmen shot dead a judge in Tikrit on Sunday. The tribe had joined troops in fighting the rebels near Mosul.", "Mosul", "what a tribe is for"},
		{"Clashes broke out in Ramadi on Sunday. Washington launched air strikes from its warplanes.", "Washington", "a government is no place"},
		{"A bombing in Mosul on Sunday, which destroyed a hotel, killed two people.", "Looting", "what a blast destroys was not looted"},
		{"A mine killed a man in Tikrit on Sunday. Had rebels stormed the city of Mosul, many would have fled.", "Mosul", "what would have been"},
		{"A mine killed a man in Tikrit on Sunday. The group, which carries out nearly all such attacks, has not held ground near Mosul since 2018.", "Mosul", "what a group is known for"},
		{"Gunmen killed two men in Gao on Sunday. When rebels seized parts of Anbar, Ramadi was spared.", "Anbar", "when something was is known"},
		{"Gunmen killed two men in Gao on Sunday. The premier told a meeting in Cairo that the offensive was making ground.", "Armed clash, Cairo", "where somebody was told of it"},
		{"Leaders met in Cairo on Sunday for a conference on fighting Boko Haram in Nigeria.", "Nigeria", "what a conference is on"},
		{"Six attacks in Mosul on Sunday came as President Omar Haddad prepared to travel to Cairo later this week.", "2019-05-15", "the week of the journey is not that of the attacks"},
	})
}

// TestWirePlaces reads single sentences in the ways of news agencies, which leave out words
// that others write, and say much of a place besides its name.
func TestWirePlaces(t *testing.T) {
	tests := []struct{ text, place, country, reason string }{
		{"A car bomb exploded in Baghdad Thursday and killed six people.", "Baghdad", "IQ", "a day without \"on\" is no part of the name"},
		{"Two bombers struck a market in the city of Maroua Wednesday afternoon, killing eleven people.", "Maroua", "CM", "a day without \"on\", behind what the place is called"},
		{"Air strikes killed nine people in rebel-held Taiz late on Saturday.", "Taiz", "YE", "who holds it is no part of the name"},
		{"A mine killed two families fleeing the Islamic State-controlled town of Hawija.", "Hawija", "IQ", "who holds it, in two words, is not the place"},
		{"Snipers of the Iran-backed rebels shot dead a cameraman in Taiz on Tuesday.", "Taiz", "YE", "whom others back is not where they are"},
		{"Gunmen killed six people in Mandera near the border with Somalia on Monday.", "Mandera", "KE", "behind a border lies another country"},
		{"Gunmen of Somalia's Al-Shabab attacked a hotel in Garissa and killed four people.", "Garissa", "KE", "what lies as near as its own towns is no stranger"},
		{"At least 26 people were killed on Monday in a suicide bombing in Lahore eastern Pakistan, officials said.", "Lahore", "PK", "what it lies in, without a comma"},
		{"A barrage of rockets struck a market in the Azov Sea port city of Mariupol in eastern Ukraine on Saturday.", "Mariupol", "UA", "a port is no sea"},
		{"Omar Haddad, a scholar who was accused of blasphemy in 2012, has been killed by gunmen in Karachi.", "Karachi", "PK", "what has been done is not of the year told before"},
		{"A polio worker was shot and killed in Mogadishu while she was on her daily duty of vaccination.", "Mogadishu", "SO", "who is shot and killed had no accident"},
		{"A car bomb killed 17 worshippers south of Baghdad on Thursday. Nobody claimed the attack in the town of Musayyib.", "Musayyib", "IQ", "what is known already, with its place"},
		{"Five civilians were killed in shelling in eastern Ukraine, officials said on Saturday. The deaths came in Horlivka, north of Donetsk, late on Friday.", "Horlivka", "UA", "where the deaths came"},
		{"Fighters in Central African Republic massacred 14 civilians, a rights group said. The incident occurred this week in Bria, a town northeast of the capital Bangui.", "Bria", "CF", "where the incident occurred"},
		{"At least 24 people were killed on Monday after soldiers opened fire on civilians in the PK12 neighborhood of the Central African Republic capital of Bangui.", "PK12", "CF", "a quarter lies in the capital that is named behind its country"},
		{"A parked car exploded in the Alam district of the Iraqi capital, Baghdad, on Friday, killing six civilians.", "Alam", "IQ", "a quarter lies in its city, not in another province"},
		{"Suspected militants in Bangladesh hacked a priest to death on Tuesday when he was on his way to a temple in Jhenaidah district.", "Jhenaidah", "BD", "a district of the country that people are from"},
		{"Three suicide bombers attacked the University of Maiduguri campus on Monday and killed six persons.", "Maiduguri", "NG", "the town in the name of what was attacked, if nothing else says where"},
		{"Gunmen shot and killed an official in Mogadishu Kahda district on Monday.", "Mogadishu Kahda", "SO", "the city that a quarter's name begins with"},
		{"A suicide bomber killed six civilians on Wednesday in Maroua Cameroon, officials said.", "Maroua", "CM", "a country behind a town, without a comma"},
		{"A bomb killed 25 people at the Parachinar fruit market on Saturday. Fighters of Jamaat al-Al-Alami said they had done it.", "Parachinar", "PK", "an article between hyphens is not Alabama"},
		{"Three people were in the early hours of Sunday killed by unknown gunmen at Bokkos.", "Bokkos", "NG", "the time stands between \"were\" and \"killed\""},
		{"In the Central African Republic, ten people were killed in a clash between two militias on Monday. This took place in the Bria area in the centre of the country.", "Bria", "CF", "where this took place"},
		{"A bomb exploded on Tuesday in northern Cameroon, killing five worshippers at a mosque in remote Maroua.", "Maroua", "CM", "what lies in the north of the country named first"},
		{"Police fired on protesters throwing Molotov cocktails in Cairo on Monday, killing two of them.", "Cairo", "EG", "a bottle is no city"},
		{"Hundreds of residents marched in Chilpancingo on Friday and blocked the highway to Acapulco.", "Chilpancingo", "MX", "where a road leads nothing happened"},
	}
	for _, tt := range tests {
		events := reader().Events(story(tt.text))
		if len(events) != 1 {
			t.Errorf("%q: %d events: %v", tt.text, len(events), events)
			continue
		}
		if p := &events[0].Place; p.Name != tt.place || p.Match.Country != tt.country || p.Match.Precision > geo.WithinAdm2 {
			t.Errorf("%q: at %q (%s, %v), want %q in %s: %s", tt.text, p.Name, p.Match.Country, p.Match.Precision, tt.place, tt.country, tt.reason)
		}
	}
}
