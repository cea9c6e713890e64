package news_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
)

// Where events happened that no gazetteer has, or several places are called like.

// TestSeat reads names that a province or district shares with its town.
func TestSeat(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"Separatists held a military parade in Kidal on Monday.", "city", "the town, though the province is as likely"},
		{"Separatists clashed with soldiers in Kidal province on Monday.", "adm1", "a word says otherwise"},
		{"Separatists clashed with soldiers in Helmand on Monday.", "adm1", "no town bears the name"},
	}
	for _, tt := range tests {
		events := reader().Events(story(tt.text))
		if len(events) != 1 || events[0].Place.Match.Type != tt.want {
			t.Errorf("%q: %v, want one event in the %s: %s", tt.text, events, tt.want, tt.reason)
		}
	}
}

// TestStandIn reads places that no gazetteer has.
func TestStandIn(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"Protesters marched in Lima on Monday. Chile closed its Quorvalla border crossing on Sunday.", "CL", "its own sentence's country goes before another sentence's town"},
		{"Rebels in Borno state fought soldiers on Sunday. Gunmen killed two people in Quorvalla in Niger on Monday.", "NE", "a country's name is not short for a province of another"},
		{"Gunmen killed two people in Gao on Monday. Jets bombed Lagos on Monday.\n\nThe president visited Mopti on Monday. Clashes killed five in the nearby village of Quorvalla.", "ML", "nearby is near the town named last"},
		{"Gunmen killed two people in Quorvalla in Mali on Monday. Jets bombed Lagos on Tuesday. A mine killed three people in Quorvalla on Tuesday.", "ML", "a name lies where it lay before"},
		{"In the West Bank, settlers torched two cars in the village of Quorvalla on Monday.", "PS", "what opens the sentence holds what it tells of"},
		{"Gunmen killed two people in Lagos on Monday.\n\nKidal province: Rebels burned homes in Quorvalla on Monday.", "ML", "the label of a paragraph holds it"},
		{"Gunmen killed two people in Lagos on Monday. Fighting went on in Kidal province, where rebels seized Quorvalla on Monday.", "ML", "what is told where"},
		{"Ten killed at Quorvalla\n\nGunmen killed ten people on Monday at Quorvalla. The village of Quorvalla lies in Kidal province. Jets bombed Lagos on Tuesday. A mine killed a man near Quorvalla in Kidal province on Wednesday.", "ML", "where the story says later what holds it"},
		{"Gunmen killed two people in Quorvalla in Mali on Monday. Jets bombed Lagos on Tuesday. A mine killed three people in Camp Quorvalla on Tuesday.", "ML", "likewise with a noun before it"},
		{"Gunmen killed a man in Jos on Monday. Nigerien rebels seized Quorvalla, 30 km north of Agadez, on Tuesday.", "NE", "so many kilometres from a town"},
		{"LAGOS - Gunmen killed a man on Monday.\n\nKIDAL - Gunmen killed a man in Quorvalla on Tuesday.", "ML", "the town that labels a paragraph holds what no gazetteer has"},
		{"Gunmen killed a man in Lagos on Monday. Niger security forces stormed Quorvalla in Borno state on Monday.", "NG", "whose forces they are is not where"},
		{"Shells fell on Khan Quorvalla in Iraq on Monday, wounding two people.", "IQ", "a word like Khan is no name by itself"},
	}
	for _, tt := range tests {
		events := reader().Events(story(tt.text))
		if len(events) == 0 {
			t.Errorf("%q: no events", tt.text)
			continue
		}
		if last := events[len(events)-1]; last.Place.Match.Country != tt.want || !strings.Contains(last.Place.Name, "Quorvalla") {
			t.Errorf("%q: at %q in %s, want %s: %s", tt.text, last.Place.Name, last.Place.Match.Country, tt.want, tt.reason)
		}
	}
}

// TestEchoKeepsToItsClause holds that what is told again lies where its own clause
// says, and nowhere else.
func TestEchoKeepsToItsClause(t *testing.T) {
	const told = "Gunmen stormed the village of Quorvalla in Kidal province on Monday.\n\n\"We buried 13 people this morning and two more bodies were found in the bush,\" he said.\n\n" +
		"At least 19 militiamen were killed in an ambush near Gao on Tuesday.\n\nThe president, who was in London for medical checks, condemned the attack."
	for _, e := range reader().Events(story(told)) {
		if e.Place.Match.Country != "ML" {
			t.Errorf("%q lies in %s", e.Place.Name, e.Place.Match.Country)
		}
	}
}

// TestTollStaysInItsSentence reads dead who were told in a sentence of their own place,
// though another blast stands before it.
func TestTollStaysInItsSentence(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"An attacker detonated his explosives inside an academy in the Afghan capital Kabul on Wednesday.\n\nIn Ghazni, southwest of the capital, troops pushed back militants after five days of fighting that killed at least 150 soldiers, officials said.", "Ghazni", "on which side of the capital it lies"},
		{"Warplanes bombed the airport in the port city of Hodeida, residents said.\n\nThe coalition said it had intercepted a missile fired from Yemen at the Saudi city of Jizan on Wednesday; one civilian was killed and 11 others wounded by shrapnel.", "Jizan", "the clause before it says where"},
	}
	for _, tt := range tests {
		events := reader().Events(story(tt.text))
		for _, e := range events {
			if n, known := e.Killed.Best.Int(); known && e.Place.Name != tt.want {
				t.Errorf("%q: %d dead at %q, want %q: %s", tt.text, n, e.Place.Name, tt.want, tt.reason)
			}
		}
		if len(events) < 2 {
			t.Errorf("%q: %d events", tt.text, len(events))
		}
	}
}

// TestGuessedFarAndWide holds that what stands in for a place of a round-up is less
// likely the farther apart the story's places are.
func TestGuessedFarAndWide(t *testing.T) {
	const unknown = " A mine killed three people in Quorvalla on Monday."
	near := reader().Events(story("Talks went on in Gao on Monday, and in Gao the army met elders.\n\n" + unknown))
	far := reader().Events(story("Talks went on in Gao on Monday, and in Gao the army met elders. Lagos, Kano and Dakar were calm.\n\n" + unknown))
	n, f := near[len(near)-1].Place.Match.Confidence, far[len(far)-1].Place.Match.Confidence
	if n == 0 || f >= n {
		t.Errorf("confidence %.2f in a story on one town, %.2f in one on four, want less", n, f)
	}
}

// TestNamesakes reads villages that share their names with others far away.
func TestNamesakes(t *testing.T) {
	tests := []struct{ text, adm1, reason string }{
		{"A drone hit the village of Volna in Russia's Krasnodar region on Monday.", "Krasnodar Krai", "not the Volna of another region"},
		{"Soldiers from Kanbalu burned 70 houses in Zee Kone village on Monday.", "Sagaing Region", "not the Zee Kone beside Yangon, 700 km from what it is told beside"},
		{"Soldiers burned 70 houses in Zee Kone village near Yangon on Monday.", "Yangon", "the one beside Yangon"},
	}
	for _, tt := range tests {
		events := reader().Events(story(tt.text))
		if len(events) != 1 || events[0].Place.Match.Adm1 != tt.adm1 {
			t.Errorf("%q: %v, want one event in %s: %s", tt.text, events, tt.adm1, tt.reason)
		}
	}
}

// TestNothingStandsInBelowThreshold reads a story whose second event says no place.
func TestNothingStandsInBelowThreshold(t *testing.T) {
	d := story("Gunmen attacked an army post in Ramadi, Iraq, on Monday. A car bomb killed three people an hour later.")
	tests := []struct {
		least  float64
		want   geo.MatchKind
		reason string
	}{
		{0, geo.Exact, "who asks for no confidence is given the place told just before"},
		{0.95, geo.Ambiguous, "it is carried over, which is right seven times in ten"},
	}
	for _, tt := range tests {
		r := *reader()
		r.MinConfidence = tt.least
		events := r.Events(d)
		if len(events) != 2 {
			t.Fatalf("%d events, want 2", len(events))
		}
		said, carried := events[0].Place, events[1].Place
		if !said.Located() {
			t.Errorf("at %v the place that the story says is %s: the gazetteer decides about it", tt.least, said.Match.Kind)
		}
		if carried.Name != "Ramadi" || carried.Match.Kind != tt.want {
			t.Errorf("at %v the event is at %q, %s, want Ramadi, %s: %s", tt.least, carried.Name, carried.Match.Kind, tt.want, tt.reason)
		}
		if tt.want == geo.Ambiguous && (len(carried.Candidates) != 1 || carried.Candidates[0].Name != "Ramadi") {
			t.Errorf("what could have stood in is not kept: %v", carried.Candidates)
		}
	}
}

// TestHome reads a name that many towns bear, in papers of different towns.
func TestHome(t *testing.T) {
	text := "The school board of Hampden will vote on the budget on Tuesday."
	tests := []struct{ own, all, want, reason string }{
		{"", "Bangor, Maine", "Maine", "the home of all documents"},
		{"Bangor, Maine", "Springfield, Massachusetts", "Maine", "a document's own goes first"},
		{"", "Springfield, Massachusetts", "Massachusetts", "another paper's neighbour"},
	}
	for _, tt := range tests {
		r := *reader()
		r.Home = tt.all
		toponyms := r.Toponyms(&document.Document{Text: text, Home: tt.own})
		if len(toponyms) != 1 || toponyms[0].Place.Adm1 != tt.want {
			t.Errorf("%q of %q is %v, want it in %s: %s", tt.own, tt.all, toponyms, tt.want, tt.reason)
		}
	}
}

// TestListedPlaces reads lists of towns that are joined by more than "and".
func TestListedPlaces(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"Hundreds of families fled to Gao and to Mopti on Monday.", []string{"Gao", "Mopti"}},
		{"Gunmen at Kidal, a town in the north, killed three traders on Monday.", []string{"Kidal"}},
		{"Refugees at Kidal, a town in the north, were attacked by gunmen on Monday.", []string{"Kidal"}},
		{"Gunmen raided Quorvalla, Zumbata, and Dolvi Laga villages in Mopti region on Monday.", []string{"Quorvalla and Zumbata and Dolvi Laga"}},
		{"Gunmen raided Quorvalla and Zumbata villages at Kidal on Monday.", []string{"Quorvalla and Zumbata"}},
		{"Gunmen raided a camp in the region's Quorvalla village on Monday.", []string{"Quorvalla"}},
		{"Clashes between Quorvalla and Zumbata communities in Kidal killed nine people on Monday.", []string{"Kidal"}},
		{"Jets bombed Gao on Monday and ministers went to Mopti.", []string{"Gao"}},
		{"Jets carried out three air strikes near Kidal on Monday, two near Gao and one near Mopti.", []string{"Kidal", "Gao", "Mopti"}},
		{"Jets carried out five air strikes near Kidal since Friday, and nine in Nigeria, near Kano and Lagos.", []string{"Kidal", "Kano", "Lagos"}},
		{"A bomb went off in Gao on Monday and another in the town of Mopti, killing nine people.", []string{"Gao", "Mopti"}},
		{"Jets bombed Gao on Monday, said two officials in Mopti.", []string{"Gao"}},
	}
	for _, tt := range tests {
		var got []string
		for _, e := range reader().Events(story(tt.text)) {
			if e.Type != "Diplomacy" {
				got = append(got, e.Place.Name)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: events at %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestHeldFast keeps what was found far from the town that is said to hold it from
// drawing others there.
func TestHeldFast(t *testing.T) {
	text := "Violence spread in Syria. A mortar shell struck near the Quorvallan Embassy in the Mazraa district of Damascus on Monday, killing two people."
	for _, e := range reader().Events(story(text)) {
		if e.Place.Match.Country != "SY" {
			t.Errorf("%q: found in %s, want Syria", e.Place.Name, e.Place.Match.Country)
		}
	}
}
