package news_test

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
)

// TestBackground reads what a story says of a war beside its news: it did not happen there and then.
func TestBackground(t *testing.T) {
	notTold(t, []telling{
		{"Troops opened a new front west of Tikrit on Sunday, in the offensive against rebels in Mosul.", "clash, Mosul", "the offensive is what it belongs to"},
		{"A drone crashed near Kirkuk on Sunday. Soldiers fear the group, which has occupied Mosul for more than two years.", "territory, Mosul", "it is so, and has been for long"},
		{"A bomb killed two men in Kirkuk on Sunday. The rebels have launched repeated air strikes on Tikrit.", "strike, Tikrit", "what is told as many has no day"},
		{"A bomb killed two men in Kirkuk on Sunday. Tikrit, on the edge of the desert, is often the scene of clashes.", "clash, Tikrit", "what a place often sees"},
		{"A bomb killed two men in Kirkuk on Sunday. The recapture of Mosul, a city of a million people on the river, is crucial for the army.", "territory, Mosul", "what stands between commas parts no noun from its verb"},
		{"Gunmen surrounded the village of Baghdadi on Sunday and opened fire on farmers, killing four.", "Siege", "they laid no siege to what they attacked"},
		{"The army launched air strikes near Tikrit on Sunday, hitting a depot and destroying six trucks.", "Looting", "what a strike destroys is the strike's"},
		{"A bomb killed two men in Kirkuk on Saturday.\n\nMilitants from Mosul attacked a police post on Sunday, killing nine officers.", "clash, Mosul", "where the attackers come from is not where they attacked"},
		{"A bomb killed two men in Kirkuk on Sunday. Troops retook Tikrit, and are now in the sixth month of a drive on Mosul.", "territory, Tikrit", "whose months they count is over"},
		{"A bomb killed two men in Kirkuk on Sunday. The army wants peace after months of killings, rape and looting in Tikrit.", "Looting", "years of several things"},
		{"A bomb killed two men in Kirkuk on Sunday. Two months ago, suicide bombers attacked another market, killing 40.", "2019-03", "of a month, and nowhere"},
		{"A bomb killed two men in Kirkuk on Sunday. The group remains in Tikrit, with plots aimed at overthrowing the government.", "Tikrit", "an aim"},
		{"A bomb killed two men in Kirkuk on Sunday. The dam, which provides electricity and food aid to families in Tikrit, is safe.", "Aid", "what it always does"},
		{"A bomb killed two men in Kirkuk on Sunday. Gangs hold most of Tikrit and commit acts of kidnapping, rape and other violence.", "Tikrit", "of what they commit acts, and how often"},
		{"A bomb killed two men in Kirkuk on Sunday. Gangs hold most of Tikrit despite the deployment of a foreign force.", "Tikrit", "it is there, and does not help"},
		{"A bomb killed two men in Kirkuk on Sunday. Tikrit itself has not been subject to such attacks.", "Tikrit", "it has not undergone them"},
		{"A bomb killed two men in Kirkuk on Sunday. The woods serve as a staging post for attacks into Tikrit.", "Tikrit", "what a place serves for"},
		{"A bomb killed two men on Sunday in Kirkuk, which lies near Tikrit, a town besieged for months by rebels.", "Siege", "how a town has been for long"},
		{"Gunmen attacked a camp in Tikrit on Sunday, wounding six displaced people.", "Displacement", "who came to harm, and not what"},
		{"A bomb killed two men in Kirkuk on Sunday. The province has borne the brunt of terrorist attacks, along with Tikrit.", "Tikrit", "what it has borne the brunt of"},
		{"A bomb killed two men in Kirkuk on Sunday. The killings in Tikrit need a lasting solution, a group said.", "Tikrit", "what needs a solution"},
		{"Nine soldiers were killed on Sunday near the village of Quorvalla, close to the borders with Iraq and Iran.", "Iran", "a list of borders is no list of places"},
	})
}

// TestStillNews reads sentences that differ in little from those of TestBackground, and tell news.
func TestStillNews(t *testing.T) {
	lastTold(t, []telling{
		{"Gunmen attacked the village of Baghdadi on Sunday, beheading a man. Over the weekend, Kirkuk and Tikrit were also targeted.", "Attack, Tikrit, 2019-05-11, killed ?", "what was also targeted was so by those told of"},
		{"The offensive against rebels in Mosul resumed on Sunday.", "Armed clash, Mosul, 2019-05-12, killed ?", "it is said to go on"},
		{"Twelve soldiers were killed in the battle for Mosul on Sunday.", "Armed clash, Mosul, 2019-05-12, killed 12", "it has its dead"},
		{"The army launched the offensive against rebels in Mosul on Sunday.", "Armed clash, Mosul, 2019-05-12, killed ?", "likewise, by the verb before it"},
		{"Gunmen launched an attack on the town of Baghdadi on Sunday, killing nine farmers.", "Attack, Baghdadi, 2019-05-12, killed 9", "who kills farmers fights nobody"},
		{"Rebels have besieged Mosul since Sunday and launched three air strikes on Tikrit on Monday.", "Air/drone strike, Tikrit, 2019-05-13, killed ?", "three are counted, and have a day"},
		{"A suicide bomber killed four people in Tikrit, police said on Wednesday. On May 5 gunmen attacked a camp in Tikrit.", "Armed clash, Tikrit, 2019-05-05, killed ?", "what was told on a day is not of ten days before"},
		{"In the province of Anbar, bombs killed nine people on Sunday. In Ramadi, the car bomb exploded at a mosque, killing six.", "Remote explosive/landmine/IED, Ramadi, 2019-05-12, killed 6", "the bomb has its own dead"},
		{"Troops surrounded Mosul on Sunday.", "Siege, Mosul, 2019-05-12, killed ?", "nothing else is told of them"},
		{"Gunmen killed six farmers in Anbar, residents told Radio Dawn (RD) on Monday.\n\nThe attack took place on Sunday in Ramadi, in Anbar.", "Attack, Ramadi, 2019-05-12, killed 6", "an agency may have its letters behind its name, before the day on which it was told"},
		{"Gunmen killed four guards in western Iraq on Sunday.\n\nOmar Haddad, the police chief of Anbar province, said the guards were asleep.\n\nA bomb wounded two men in Kirkuk on Sunday.", "Remote explosive/landmine/IED, Kirkuk, 2019-05-12, killed ?", "the next thing keeps its place"},
	})
}

// TestOpeningPlace reads where that happened which a story opens with and tells only of a country:
// where those hold office who speak of it next, the one place that they name, whatever else is told of the country.
func TestOpeningPlace(t *testing.T) {
	firstPlaced(t, "Gunmen killed four guards in western Iraq on Sunday.\n\nOmar Haddad, the police chief of Anbar province, said the guards were asleep.\n\nA bomb killed two men in Kirkuk on Sunday.", "Anbar")
	firstPlaced(t, "Gunmen killed four guards in western Iraq on Sunday.\n\nThe roads were closed.\n\nOmar Haddad, the police chief of Anbar province, said so.\n\nA bomb killed two men in Kirkuk on Sunday.", "Anbar")
}

// TestGoesOn reads what goes on about the attack that was told right before, in other words: one
// event, at the finer place.
func TestGoesOn(t *testing.T) {
	allTold(t, map[string][]struct{ text, want string }{
		"the bombers are those of the sentence before": {
			{"Three suicide bombers struck an army camp west of Baghdad, killing a general and five other soldiers, officers said. The bombers attacked a barracks in Haditha late on Sunday, killing General Omar Haddad and four others.", "Suicide bomb, Haditha, 2019-05-12, killed 6"},
		},
	})
}

// firstPlaced fails for a text whose event with four dead lies elsewhere than at a place of that
// name.
func firstPlaced(t *testing.T, text, want string) {
	t.Helper()
	for _, e := range reader().Events(story(text)) {
		if e.Killed == geo.Exactly(4) && !strings.Contains(e.Place.Match.Name, want) {
			t.Errorf("%q: %s, want %s", text, e.Place.Match.Name, want)
		}
	}
}
