package news_test

import (
	"testing"

	"github.com/dateline-map/dateline/geo"
)

// TestSpots reads at which place something happened, where a sentence names others beside it or
// leaves it to those before.
func TestSpots(t *testing.T) {
	tests := []struct{ text, place, country, reason string }{
		{"Troops shot dead three protesters in Mon state on Tuesday, a lawyer in Yangon said.", "Mon", "MM", "no Monday"},
		{"A drone killed six people on Tuesday in Nyala, the largest city of Darfur and a stronghold of the rebels.", "Nyala", "SD", "what it is the largest city of is no city"},
		{"In Basilan, a roadside bomb went off on Tuesday as a convoy passed through the market in Sumisip, hurting a guard.", "Sumisip", "PH", "the district that opens the sentence holds the town"},
		{"Rebels clashed with troops in Beni on Monday.\n\nOther rebels clashed with the army on the heights overlooking Sake, west of Goma, on Tuesday.", "Sake", "CD", "what heights overlook is near"},
		{"On Friday the mayor of Aguililla, Cesar Arturo Valencia, was shot dead in his car in that town.", "Aguililla", "MX", "that town is no surname, but what a mayor is of"},
		{"Gunmen killed a guard in Tijuana on Friday. A reporter was shot dead in Zitacuaro on Monday, weeks after a cameraman of his, Roberto Toledo, was gunned down in the same city.", "Zitacuaro", "MX",
			"the same city is the one told last, however large"},
		{"Moscow-installed officials in Donetsk, in eastern Ukraine, said shelling of the Kuibyshev district there killed a woman on Tuesday. A drone fell on Ramenskoye near Moscow on Tuesday.", "Kuibyshev", "UA",
			"a district lies in the town of its sentence, though that bears the name of a province"},
		{"Bombs fell on the Zahra and Qadisiya districts on Monday, killing four people in the east of Mosul.", "Zahra", "IQ", "districts lie in the town beside them"},
		{"Protesters clashed with police in Juliaca, in Peru, on Monday. Three people died in the looting of a shop in this city located 1,300 km south of Lima on Tuesday.", "Juliaca", "PE", "this city is the one told before, and no point so far from another"},
		{"Drones killed a man in Sumy, in Ukraine, on Monday. In Mykolaiv Oblast, Russia hit a minibus with a drone on Tuesday.", "Mykolaiv Oblast", "UA", "who did it holds no place that opens the sentence"},
		{"Gunmen attacked the villages of Molisa and Mandela in the Muidumbe district of Mozambique on Monday, killing two men.\n\nOn Tuesday they burned dozens of homes in Mandela.", "Mandela", "MZ",
			"what no gazetteer had where it was said to be is no namesake abroad"},
		{"Gunmen killed a guard in Port-au-Prince on Monday. Three planes were hit by gunfire on Tuesday at Nesville Quorva airport; the pilot of one landed in Santiago, in the Dominican Republic.", "Nesville Quorva", "HT",
			"what stands behind a semicolon is elsewhere"},
	}
	for _, tt := range tests {
		events := reader().Events(story(tt.text))
		found := false
		for i := range events {
			found = found || events[i].Place.Name == tt.place && events[i].Place.Match.Country == tt.country
		}
		if !found {
			t.Errorf("%q: %v, want one at %s in %s: %s", tt.text, placesOf(events), tt.place, tt.country, tt.reason)
		}
	}
}

// placesOf writes where events were put.
func placesOf(events []geo.Event) (out []string) {
	for i := range events {
		p := &events[i].Place
		out = append(out, p.Name+" as "+p.Match.Name+" "+p.Match.Country)
	}
	return out
}

// TestRadiusOfEvents holds that an event in or near a town claims no less than what holds such
// events nine times in ten, and one in a city what the city is.
func TestRadiusOfEvents(t *testing.T) {
	tests := []struct {
		text        string
		least, most int
		reason      string
	}{
		{"Gunmen killed six people in Baga Sola, in Chad, on Tuesday.", 25_000, 60_000, "in a town may be on its fields"},
		{"Gunmen killed six people near Baga Sola, in Chad, on Tuesday.", 30_000, 60_000, "near it is farther off"},
		{"Gunmen killed six people in Gao on Tuesday.", 1_000, 24_000, "a city has its size"},
	}
	for _, tt := range tests {
		for _, e := range reader().Events(story(tt.text)) {
			if r, _ := e.Place.Match.RadiusM.Int(); r < tt.least || r > tt.most {
				t.Errorf("%q: %d m around %s, want %d to %d: %s", tt.text, r, e.Place.Match.Name, tt.least, tt.most, tt.reason)
			}
		}
	}
}
