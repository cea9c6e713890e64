package news_test

import "testing"

// kindTests are short texts in which what was done stands close beside something else, with all
// that they tell of, parted by semicolons, under the mechanism that tells them apart.
var kindTests = map[string][]struct{ text, want string }{
	"a weapon that another verb has for its subject": {
		{"Houthi snipers killed a girl in Gao and shells struck a hospital in Menaka on Sunday, wounding two nurses.", "Shelling/artillery/missile attack, Menaka, 2019-05-12, killed ?; Attack, Gao, 2019-05-12, killed 1"},
		{"A bomb killed nine people in Gao on Sunday.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed 9"},
	},
	"a weapon that was not used": {
		{"Three gunmen were killed near Menaka on Sunday, two were arrested and suicide vests were seized.", "Arrests, Menaka, 2019-05-12, killed ?; Armed clash, Menaka, 2019-05-12, killed 3"},
		{"Rebels backed by Turkish artillery stormed the town of Menaka on Sunday.", "Armed clash, Menaka, 2019-05-12, killed ?"},
		{"Artillery shells struck the town of Menaka on Sunday, killing two people.", "Shelling/artillery/missile attack, Menaka, 2019-05-12, killed 2"},
	},
	"who drives into a place": {
		{"A car bomb killed nine people in Gao on Sunday. The vehicle was driven into a checkpoint 20 km from the town of Menaka.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed 9"},
		{"Another bomber drove into a checkpoint in Menaka on Monday, killing 14 people.", "Suicide bomb, Menaka, 2019-05-13, killed 14"},
	},
	"soldiers who are ambushed": {
		{"Militants ambushed a convoy of troops near Menaka on Sunday, killing seven.", "Armed clash, Menaka, 2019-05-12, killed 7"},
		{"Gunmen ambushed villagers on their way to market in Menaka on Sunday, killing seven.", "Attack, Menaka, 2019-05-12, killed 7"},
	},
	"what a killing set off": {
		{"A sniper killed a driver in Gao on Sunday. The killing set off gunbattles in which four people died.", "Attack, Gao, 2019-05-12, killed 1; Armed clash, Gao, 2019-05-12, killed 4"},
	},
	"a sniper's victim, told after a raid near another town": {
		{"Troops raided a camp on the edge of Gao on Sunday.\n\nIn Menaka, a sniper killed a taxi driver.", "Armed clash, Gao, 2019-05-12, killed ?; Attack, Menaka, 2019-05-14, killed 1"},
	},
	"clashes amid protests": {
		{"Police fired tear gas at protesters in Gao on Sunday. Clashes in Menaka on Monday killed two people.", "Protest with intervention, Gao, 2019-05-12, killed ?; Violent demonstration, Menaka, 2019-05-13, killed 2"},
		{"Police fired tear gas at protesters in Gao on Sunday. Clashes with jihadists in Menaka on Monday killed two people.", "Protest with intervention, Gao, 2019-05-12, killed ?; Armed clash, Menaka, 2019-05-13, killed 2"},
	},
	"protesters who burn": {
		{"Protesters burned the office of a party in Menaka on Sunday.", "Violent demonstration, Menaka, 2019-05-12, killed ?"},
		{"Protesters burned tyres in Menaka on Sunday.", "Peaceful protest, Menaka, 2019-05-12, killed ?"},
	},
	"cars, as what is stoned and burned": {
		{"Settlers stoned cars on the road to Nablus on Sunday.", "Violent demonstration, Nablus, 2019-05-12, killed ?"},
		{"Militants ambushed a convoy of troops near Menaka on Sunday, destroying five trucks and killing 20 soldiers.", "Armed clash, Menaka, 2019-05-12, killed 20"},
	},
	"the dead of a year of protests": {
		{"Nine people were shot dead in Gao on Sunday. At least 350 people have been killed since the anti-government demonstrations began on May 1.", "Attack, Gao, 2019-05-12, killed 9"},
	},
	"aid on its way": {
		{"Trucks carrying food and blankets arrived at Menaka on Friday.", "Aid delivery, Menaka, 2019-05-10, killed ?"},
		{"A convoy of 28 U.N. trucks crossed into Menaka on Friday.", "Aid delivery, Menaka, 2019-05-10, killed ?"},
		{"Two trucks carrying food were set ablaze in Menaka on Friday.", "Looting/property destruction, Menaka, 2019-05-10, killed ?"},
	},
	"the place of a phrase that speaks of people": {
		{"The rebels captured a police outpost at Menaka on Sunday and killed nine officers.", "Non-state actor overtakes territory, Menaka, 2019-05-12, killed 9"},
		{"The rebels captured nine police officers at Menaka on Sunday.", "Abduction/forced disappearance, Menaka, 2019-05-12, killed ?"},
		{"Gunmen killed 30 people at a market in Menaka on Sunday, the third attack in a country battling a jihadist revolt.", "Attack, Menaka, 2019-05-12, killed 30"},
		{"Suicide bombers blew themselves up in Gao on Sunday before gunmen entered the compound.", "Suicide bomb, Gao, 2019-05-12, killed ?"},
	},
	"herders as victims": {
		{"Armed men drove off cattle in Menaka on Sunday after killing two herders.", "Attack, Menaka, 2019-05-12, killed 2"},
	},
	"an attack on a base": {
		{"A rocket fell in Gao on Saturday. The group said it was behind an attack on an army base in Menaka on Sunday.", "Shelling/artillery/missile attack, Gao, 2019-05-11, killed ?; Armed clash, Menaka, 2019-05-12, killed ?"},
	},
	"weapons and what they do": {
		{"Families fled Gao on Sunday as tank shells crashed into houses.", "Displacement, Gao, 2019-05-12, killed ?; Shelling/artillery/missile attack, Gao, 2019-05-12, killed ?"},
		{"Nine people were killed in Gao on Sunday in the shelling that preceded the assault.", "Shelling/artillery/missile attack, Gao, 2019-05-12, killed 9"},
		{"Militants fired dozens of rockets at Gao on Sunday. One slammed into a tent near Menaka, killing a man.", "Shelling/artillery/missile attack, Gao, 2019-05-12, killed ?; Shelling/artillery/missile attack, Menaka, 2019-05-12, killed 1"},
		{"In Gao, a suicide bomber drove a truck into a checkpoint on Sunday; a doctor at the hospital said it had received seven bodies.", "Suicide bomb, Gao, 2019-05-12, killed 7"},
		{"A bomb went off at a mosque in Gao on Sunday, killing nine people. Another car bomb targeted the home of the mayor, causing no casualties.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed 9; Remote explosive/landmine/IED, Gao, 2019-05-12, killed ?"},
		{"Police fired teargas shells at a crowd in Gao on Sunday.", "Protest with intervention, Gao, 2019-05-12, killed ?"},
	},
	"a place that falls": {
		{"The town of Menaka fell on Sunday after two days of siege.", "Non-state actor overtakes territory, Menaka, 2019-05-12, killed ?"},
		{"Prices in Menaka fell on Sunday.", ""},
		{"A bomb killed nine people in Gao on Sunday. Statues had been taken away before the town fell.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed 9"},
	},
	"what a pronoun went on to do": {
		{"Gunmen freed 150 prisoners in Mukalla on Sunday. They also looted the central bank.", "Other, Mukalla, 2019-05-12, killed ?; Looting/property destruction, Mukalla, 2019-05-12, killed ?"},
	},
	"who fights, told beside what was done": {
		{"Militants blew up a bridge near Menaka on Sunday, cutting the supply route of troops fighting to win back its districts.", "Remote explosive/landmine/IED, Menaka, 2019-05-12, killed ?"},
		{"A bomb killed nine people in Gao on Sunday. The ministry denied having targeted the building.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed 9"},
		{"Militants launched a coordinated suicide and car bomb attack in Menaka on Sunday, killing six people.", "Suicide bomb, Menaka, 2019-05-12, killed 6"},
		{"Police fired tear gas at protesters in Gao on Sunday, the second night of violence.", "Protest with intervention, Gao, 2019-05-12, killed ?"},
		{"Security forces raided a villa in Gao on Sunday and found pistols and two sniper rifles.", "Armed clash, Gao, 2019-05-12, killed ?"},
	},
	"what stands between commas behind bodies": {
		{"The men's bodies, shot in the head and chest, were found in Gao on Sunday.", "Attack, Gao, 2019-05-12, killed ?"},
	},
	"one more of those before": {
		{"Rebels fired rockets at Gao on Sunday. One landed on a hospital in Menaka, killing two nurses. Another hit a school in Ansongo, where eight people died.",
			"Shelling/artillery/missile attack, Gao, 2019-05-12, killed ?; Shelling/artillery/missile attack, Menaka, 2019-05-12, killed 2; Shelling/artillery/missile attack, Ansongo, 2019-05-12, killed 8"},
	},
	"a long object": {
		{"Demonstrators set a branch of the central bank on fire in Gao on Sunday.", "Violent demonstration, Gao, 2019-05-12, killed ?"},
		{"A ship with 14,000 tonnes of wheat docked at Gao on Friday.", "Aid delivery, Gao, 2019-05-10, killed ?"},
	},
	"what a day of fire from afar did elsewhere": {
		{"Drones struck a depot in Gao on Sunday. Shells hit houses in Ansongo on Sunday, killing a woman. In Menaka, two people were killed on Sunday.",
			"Air/drone strike, Gao, 2019-05-12, killed ?; Shelling/artillery/missile attack, Ansongo, 2019-05-12, killed 1; Air/drone strike, Menaka, 2019-05-12, killed 2"},
		{"Drones struck a depot in Gao on Sunday. Rebels stormed the town of Ansongo on Sunday. In Menaka, two people were killed on Sunday.",
			"Air/drone strike, Gao, 2019-05-12, killed ?; Armed clash, Ansongo, 2019-05-12, killed ?; Attack, Menaka, 2019-05-12, killed 2"},
	},
	"whose deed a noun tells of": {
		{"Nine killed in Menaka in latest gang attack on Sunday.", "Attack, Menaka, 2019-05-12, killed 9"},
		{"Nine gunmen killed in Menaka in latest gang attack on Sunday.", "Armed clash, Menaka, 2019-05-12, killed 9"},
	},
	"who storms villages": {
		{"Gunmen killed nine people in Menaka on Sunday. In Gao on Monday the attackers stormed the villages at night.", "Attack, Menaka, 2019-05-12, killed 9; Attack, Gao, 2019-05-13, killed ?"},
		{"Gunmen killed nine people in Menaka on Sunday. In Gao on Monday the attackers stormed the barracks at night.", "Attack, Menaka, 2019-05-12, killed 9; Armed clash, Gao, 2019-05-13, killed ?"},
	},
	"arrests on the spot": {
		{"Police clashed with protesters in Menaka on Sunday.\n\nFive men were arrested from the spot.", "Violent demonstration, Menaka, 2019-05-12, killed ?; Arrests, Menaka, 2019-05-12, killed ?"},
		{"Police clashed with protesters in Menaka on Sunday.\n\nFive men were arrested.", "Violent demonstration, Menaka, 2019-05-12, killed ?"},
	},
	"one dead, and another": {
		{"Troops raided Gao on Friday.\n\nShops were closed.\n\nSchools were closed.\n\nA guard was shot dead on Sunday.\n\nThe road was cut.\n\nIt was reopened.\n\nThe stabbing to death of a teacher in Menaka has shocked many.",
			"Armed clash, Gao, 2019-05-10, killed ?; Attack, Gao, 2019-05-12, killed 1; Attack, Menaka, 2019-05-14, killed 1"},
	},
	"what somebody was preparing then": {
		{"A bomb killed two men in Menaka on Sunday. \"A helicopter came while we were preparing to attack the troops in Gao,\" a fighter said.", "Remote explosive/landmine/IED, Menaka, 2019-05-12, killed 2"},
	},
	"who was killed, and where he was born": {
		{"Gunmen attacked the village of Zumbata near Gao on Sunday. During the raid, the insurgents beheaded a resident identified as Amara Diallo, a native of Menaka.", "Attack, Zumbata, 2019-05-12, killed 1"},
	},
	"a camp of the displaced": {
		{"Militiamen attacked Quorvalla camp near Gao on Sunday, wounding six displaced people.", "Attack, Quorvalla, 2019-05-12, killed ?"},
		{"Militiamen attacked Quorvalla camp near Gao on Sunday, wounding six soldiers.", "Armed clash, Quorvalla, 2019-05-12, killed ?"},
	},
	"a mine that people dig in": {
		{"Nine people were killed in an attack in Intahaka mine near Gao on Sunday.", "Attack, Gao, 2019-05-12, killed 9"},
		{"Nine people were killed when their bus hit a mine near Gao on Sunday.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed 9"},
	},
	"where a bomb went off": {
		{"On Sunday a bomb had killed four people at a rally in Gao, officials said.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed 4"},
		{"Police killed four people at a rally in Gao on Sunday.", "Peaceful protest, Gao, 2019-05-12, killed 4"},
	},
	"those whom all of it displaced": {
		{"Troops stormed the town of Menaka on Sunday.\n\nThe United Nations said 47,730 people had been uprooted since the campaign began.", "Armed clash, Menaka, 2019-05-12, killed ?; Displacement, Menaka, 2019-05-12, killed ?"},
		{"Troops stormed the town of Menaka on Sunday.\n\nSome 1.8 million people have fled to neighbouring countries.", "Armed clash, Menaka, 2019-05-12, killed ?"},
	},
	"a truce that lets people out": {
		{"A two-hour truce on Monday allowed hundreds of residents to leave Menaka.", "Agreement, Menaka, 2019-05-13, killed ?"},
	},
	"words": {
		{"A helicopter was brought down over Menaka on Sunday.", "Other, Menaka, 2019-05-12, killed ?"},
		{"Molotov cocktails were thrown at two banks in Gao on Sunday.", "Violent demonstration, Gao, 2019-05-12, killed ?"},
		{"Police scuffled with protesters in Gao on Sunday.", "Violent demonstration, Gao, 2019-05-12, killed ?"},
		{"Police beat off an attack on a post near Gao on Sunday.", "Armed clash, Gao, 2019-05-12, killed ?"},
		{"A patrol ran over two bombs near Gao on Sunday.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed ?"},
		{"Around 3,000 people crossed from the east to Gao on Sunday.", "Displacement, Gao, 2019-05-12, killed ?"},
		{"Protesters shut the road to the port of Gao on Sunday.", "Peaceful protest, Gao, 2019-05-12, killed ?"},
		{"The group flogged a man in Gao on Sunday.", "Attack, Gao, 2019-05-12, killed ?"},
		{"A farmer stepped on a mine in Gao on Sunday.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed ?"},
		{"Masked men led away three teachers in Gao on Sunday.", "Abduction/forced disappearance, Gao, 2019-05-12, killed ?"},
		{"The two sides swapped dozens of prisoners in Gao on Sunday.", "Agreement, Gao, 2019-05-12, killed ?"},
	},
}

func TestKinds(t *testing.T) { allTold(t, kindTests) }
