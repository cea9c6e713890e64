package news_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
)

// TestWires reads sentences in the manner of the wires: the last event of each
// should be of a kind, at a place, on a day and with so many dead.
func TestWires(t *testing.T) {
	tests := []struct{ text, want, reason string }{
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
		{"An air strike hit Tikrit on Saturday. A car bomb exploded in Tikrit on Saturday.", "Remote explosive/landmine/IED, Tikrit, 2019-05-11, killed ?", "a car bomb is no air strike told again"},
	}
	for _, tt := range tests {
		events := reader().Events(story(tt.text))
		if len(events) == 0 {
			t.Errorf("%q: no events, want %s: %s", tt.text, tt.want, tt.reason)
			continue
		}
		if got := told(&events[len(events)-1]); got != tt.want {
			t.Errorf("%q: %s, want %s: %s", tt.text, got, tt.want, tt.reason)
		}
	}
}

// TestNotTold reads what is background, or to come, beside what is told.
func TestNotTold(t *testing.T) {
	tests := []struct{ text, not, reason string }{
		{"Mines killed four people in Anbar on Sunday. Anbar has been the scene of clashes since January 2018, when militants took over Fallujah.", "Fallujah", "the year behind which it stands is its own"},
		{"Mines killed four people in Tikrit on Sunday. Security forces have encircled Fallujah since January.", "Siege", "a siege of months is a state"},
		{"Six attacks in Mosul on Sunday came as President Omar Haddad prepared to travel to Cairo later this week.", "2019-05-15", "the week of the journey is not that of the attacks"},
	}
	for _, tt := range tests {
		for _, e := range reader().Events(story(tt.text)) {
			if e.Status != geo.Planned && strings.Contains(told(&e), tt.not) {
				t.Errorf("%q: %s: %s", tt.text, told(&e), tt.reason)
			}
		}
	}
}

func told(e *geo.Event) string {
	killed := "?"
	if n, known := e.Killed.Best.Int(); known {
		killed = fmt.Sprint(n)
	}
	return fmt.Sprintf("%s, %s, %s, killed %s", e.SubType, e.Place.Name, e.When.First, killed)
}
