package news_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
)

// dead writes every event's place with its dead and wounded.
func dead(events []geo.Event) string {
	var out []string
	for i := range events {
		e := &events[i]
		out = append(out, fmt.Sprintf("%s %s/%s", e.Place.Name, figure(e.Killed.Best), figure(e.Wounded.Best)))
	}
	return strings.Join(out, "; ")
}

// TestTollsOfEvents says which event a toll counts.
func TestTollsOfEvents(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"Two car bombs killed at least 23 people in Mosul and wounded 75 in Sunday attacks on markets.", "Mosul 23/75", "one breath is one happening"},
		{"A bomb killed nine people in Kirkuk on Sunday. A further 33 were wounded in the attack on a market.", "Kirkuk 9/33", "the wounded told next belong to the dead"},
		{"A bomb in Mosul on Sunday hit mourners of a policeman who died two days before, killing six.", "Mosul 6/?", "who is mourned did not die of it"},
		{"Hours after a lawyer was shot dead in Mosul on Sunday, a bomb killed 14 people at a hospital there.", "Mosul 14/?", "what it came after is not what it did"},
		{"Police said 12 people were killed in an attack in Mosul on Sunday, but a hospital source put the toll at 17.", "Mosul 12/?", "another's figure is no other attack"},
		{"A raid killed six people in Mosul on Sunday, wounding 12 according to a medic.", "Mosul 6/12", "who says so ends the number"},
		{"Gunmen killed 15 people on the road to Mosul on Sunday. Nine others were wounded in the attack at Tikrit, officials said.", "Tikrit 15/9", "the attack that was told, and where"},
		{"Gunmen killed a notary in Mosul on Sunday. His nephew was also killed in the attack.", "Mosul 2/?", "one more than the one told of"},
		{"Gunmen killed nine people in Mosul on Sunday. A notary was also killed in the attack.", "Mosul 9/?", "of many, the first figure is the sum"},
		{"Fighting in Mosul has killed 30 people and wounded 60 over the past three days.", "Mosul 30/60", "a bout of fighting lasts for days"},
		{"Fighting in Mosul went on; it has killed 30 people this year.", "Mosul ?/?", "not for a year"},
		{"Fighting in Mosul has killed 30 people over the past three days. Clashes on Sunday killed two.", "Mosul ?/?; Mosul 2/?", "its sum gives way to what one day is told of"},
		{"The deaths of nine people and 20 injuries in a drone strike on Mosul on Sunday were reported.", "Mosul 9/20", "a number of injuries counts none of the dead"},
		{"Gunmen attacked Mosul on Sunday, killing the commander of the Tigris Volunteers Guard and six farmers.", "Mosul 7/?", "whom he commands were not killed"},
	}
	for _, tt := range tests {
		if got := dead(reader().Events(story(tt.text))); got != tt.want {
			t.Errorf("%q: %s, want %s: %s", tt.text, got, tt.want, tt.reason)
		}
	}
}
