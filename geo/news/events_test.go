package news_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/gazetteer/world"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest/golden"
	"github.com/dateline-map/dateline/geo/news"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/geoparse"
	"github.com/dateline-map/dateline/geo/news/retold"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/google/go-cmp/cmp"
)

// reader reads with the embedded gazetteer.
var reader = sync.OnceValue(func() *news.Reader {
	x, err := world.Open()
	if err != nil {
		panic(err)
	}
	return &news.Reader{Parser: geoparse.Parser{Gazetteer: resolve.New(x, resolve.Options{})}}
})

// story is a story that tests read, all published on the same day, a Wednesday.
func story(text string) *document.Document {
	return &document.Document{ID: "story", Text: text, Published: when.On(when.Date(2019, 5, 15))}
}

// line writes an event in one line, for people to compare.
func line(e *geo.Event) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s / %s | %s", e.Type, e.SubType, e.Place.Name)
	if e.Place.Relation != "" {
		fmt.Fprintf(&b, " (%s)", e.Place.Relation)
	}
	fmt.Fprintf(&b, " | %s", e.When.First)
	if e.When.Last != e.When.First {
		fmt.Fprintf(&b, "/%s", e.When.Last)
	}
	for _, c := range []struct {
		name  string
		count geo.Count
	}{{"killed", e.Killed}, {"wounded", e.Wounded}, {"displaced", e.Displaced}} {
		if c.count != (geo.Count{}) {
			fmt.Fprintf(&b, " | %s %s [%s, %s]", c.name, figure(c.count.Best), figure(c.count.Low), figure(c.count.High))
		}
	}
	if e.Actor1 != "" || e.Actor2 != "" {
		fmt.Fprintf(&b, " | %s > %s", e.Actor1, e.Actor2)
	}
	if e.Status != geo.Reported {
		fmt.Fprintf(&b, " | %s", e.Status)
	}
	return b.String()
}

func figure(f geo.Figure) string {
	if n, known := f.Int(); known {
		return fmt.Sprint(n)
	}
	return "?"
}

// what writes only kind and place of a story's events.
func what(d *document.Document) []string {
	var out []string
	for _, e := range reader().Events(d) {
		s := e.SubType + " " + e.Place.Name
		if e.Status != geo.Reported {
			s += " " + e.Status.String()
		}
		out = append(out, s)
	}
	return out
}

func TestEvents(t *testing.T) {
	tests := []struct {
		text   string
		want   []string
		reason string
	}{
		{"", nil, "nothing is told"},
		{"Critics said the plan was unwise. The minister disagreed.", nil, "opinions are no events"},
		{"Officials in Nairobi said seven people were killed by gunmen in Garissa on Tuesday.", []string{"Attack Garissa"}, "where it happened, not where it was said"},
		{"Washington condemned the attack.", nil, "a condemnation is none, and a government's capital no place"},
		{"Rebels seized the towns of Gao and Menaka on Monday.", []string{"Non-state actor overtakes territory Gao", "Non-state actor overtakes territory Menaka"}, "one event a place"},
		{"Soldiers entered the town of Menaka on Monday.", []string{"Government regains territory Menaka"}, "armed people who come in"},
		{"Tourists entered the town of Menaka on Monday.", nil, "others who do take nothing"},
		{"A barrel of fuel exploded in Gao on Monday, wounding two people.", nil, "an accident, though it exploded"},
		{"* KAMPALA - Two presidents met for three hours and urged the rebels to leave Goma.", []string{"Meeting KAMPALA"}, "the label of a round-up's paragraph"},
		{"* KAMPALA - Gunmen shot dead three people in Gulu on Monday.", []string{"Attack Gulu"}, "a place of its own beats the label"},
		{"The army has so far not retaken Menaka.", nil, "what did not happen"},
		{"The foreign minister will visit Lima and Quito next week.", []string{"Visit Lima planned", "Visit Quito planned"}, "what is announced"},
		{"Gunmen attacked a market in Jos on Tuesday, killing 11 people. The attack left 20 others wounded.", []string{"Attack Jos"}, "told twice"},
		{"Since 2009 the war has killed thousands of people in Maiduguri.", nil, "background"},
		{"A suicide bomber struck a mosque in the Yemeni capital on Friday, killing nine.", []string{"Suicide bomb Sanaa"}, "a capital by its country"},
		{"Hospitals in South Sudan told aid workers on Friday that fighting in the country's capital had killed at least 500 people.", []string{"Armed clash Juba"}, "a capital of the country told of"},
		{"Bombings and shootings killed at least 19 people in and around the Iraqi capital on Tuesday.", []string{"Remote explosive/landmine/IED Baghdad"}, "a capital by an adjective that other places have, too"},
		{"Rebels reached Menaka on Monday. Fighters entered the town from two sides and captured a barracks, residents said.", []string{"Non-state actor overtakes territory Menaka"}, "the town is the one named before"},
		{"Rebels seized the western Malian town of Nioro on Monday.", []string{"Non-state actor overtakes territory Nioro"}, "an adjective of people before a town takes no captives"},
		{"The Copts had been seized in Sirte on Monday, officials said.", []string{"Abduction/forced disappearance Sirte"}, "a people that no gazetteer has is no place"},
		{"The strikes destroyed four trucks in Menaka on Monday.", []string{"Air/drone strike Menaka"}, "what a blast did to things is told with the blast"},
		{"Clashes went on near Gao on Monday, where a roadside bomb killed three soldiers.", []string{"Armed clash Gao", "Remote explosive/landmine/IED Gao"}, "the bomb of another clause has its own dead"},
		{"The minister asked Paris for air strikes on Monday.", nil, "what is only asked for"},
		{"The spokesman said in a statement in Dakar that jets bombed Menaka on Monday.", []string{"Air/drone strike Menaka"}, "where a statement was made"},
		{"Violence on Monday included a bombing in Gao and the shooting of a guard in Menaka.", []string{"Remote explosive/landmine/IED Gao", "Attack Menaka"}, "a list's heading is none of its items"},
		{"The president is due in Lima on Friday.", []string{"Visit Lima planned"}, "announced by a word that is no verb"},
		{"Gunmen killed 70 at a mosque in Jos\n\nGunmen shot dead 68 people at a mosque in Jos on Tuesday, police said.", []string{"Attack Jos"}, "a headline's round figure is no second event"},
		{"Government troops backed by air support pushed rebels out of Menaka on Monday.", []string{"Government regains territory Menaka"}, "support that acts is no wish"},
		{"Six policemen died in clashes in Gao on Monday, and the army said it had killed two gunmen near Menaka.", []string{"Armed clash Gao", "Armed clash Menaka"}, "each clause has its own toll"},
		{"In the nearby town of Gao a bomb killed five people on Monday, while a car bomb in Menaka left three dead.", []string{"Remote explosive/landmine/IED Gao", "Remote explosive/landmine/IED Menaka"}, "each clause has its own place, which may open it"},
		{"Gunmen shot dead a policeman in the northern city of Gao on Monday, while a roadside bomb in Menaka, 45 kilometres north of the river, wounded three soldiers.", []string{"Attack Gao", "Remote explosive/landmine/IED Menaka"}, "likewise before its verb"},
		{"The president met the leaders of Chad and Cameroon in Paris on Monday.", []string{"Meeting Paris"}, "no country lies in a town of another"},
		{"Police dispersed protesters in Abuja on Monday. A suspected car bomb there last Wednesday killed 21 people at a mall, but there was no word of who planted it.", []string{"Protest with intervention Abuja", "Remote explosive/landmine/IED Abuja"}, "there is the place named before"},
		{"The deadliest attack on Monday was in the city of Gao, where two car bombs killed 12 people and wounded 35.", []string{"Remote explosive/landmine/IED Gao"}, "an attack may be by any means"},
		{"Suicide bombers attacked a bridge west of Gao on Monday, killing at least 17 people, as the army shelled rebels in Menaka.", []string{"Suicide bomb Gao", "Shelling/artillery/missile attack Menaka"}, "each clause has its own means"},
		{"Gunmen killed a judge and his driver in the city of Gao on Monday, and a bomb attached to a car killed an officer in Menaka.", []string{"Attack Gao", "Remote explosive/landmine/IED Menaka"}, "likewise"},
		{"Hundreds of rebels overran Menaka on Monday, officials said, but government forces retook the town by nightfall.", []string{"Non-state actor overtakes territory Menaka", "Government regains territory Menaka"}, "taken by one side and by the other"},
		{"Air strikes killed 30 people across Niger on Monday, residents said, while fierce street fighting raged in the city of Agadez.", []string{"Air/drone strike Niger", "Armed clash Agadez"}, "a country's dead are not those of a town in another clause"},
		{"Eleven soldiers were killed near Gao on Monday, the army said, in the latest deadly attack in Burkina Faso.", []string{"Armed clash Gao"}, "what the happening is one of"},
		{"The prison in Gao was also overrun on Monday.", []string{"Non-state actor overtakes territory Gao"}, "a passive that is written like the base"},
		{"A policeman was shot and wounded by gunmen at a cricket ground in Gao on Sunday. He died on Monday in a Bamako hospital.", []string{"Attack Gao"}, "where he was treated is not where he was shot"},
		{"The minister is expected in Lima on Friday for talks.", []string{"Visit Lima planned"}, "who is expected comes"},
		{"Talks in Lima ended on Sunday without a deal.", []string{"Meeting Lima"}, "talks that ended"},
		{"US-led warplanes struck targets west of Raqqa on Monday.", []string{"Air/drone strike Raqqa"}, "who leads is not where"},
		{"Rebels captured Gao on Sunday and Menaka on Monday.", []string{"Non-state actor overtakes territory Gao", "Non-state actor overtakes territory Menaka"}, "a verb left out with the second place"},
		{"Rebels captured Gao, a city on the river, and Menaka the following day.", []string{"Non-state actor overtakes territory Gao", "Non-state actor overtakes territory Menaka"}, "likewise behind what is said of the first"},
		{"Rebels captured Gao on Sunday and Menaka residents fled.", []string{"Non-state actor overtakes territory Gao"}, "a name that does something itself was not captured"},
		{"A missile struck Gao on Monday, a day after a strike killed two people in Gao.", []string{"Shelling/artillery/missile attack Gao", "Air/drone strike Gao"}, "time passed between the two"},
		{"A mine killed two people near Gao on Sunday. The army carried out air strikes in the Gao region on Monday.", []string{"Remote explosive/landmine/IED Gao", "Air/drone strike Gao"}, "a region's raids of another day sum nothing up"},
		{"The trucks were to be used in an attack on Gao.", nil, "what was only planned"},
		{"The president travelled to Gao on Monday to oversee the offensive.", []string{"Visit Gao"}, "a purpose is no clash"},
		{"Jets were seen on Monday, clearing the way for an assault on Gao.", nil, "nor is what is only made ready for"},
		{"As the typhoon neared, a bomb went off in Jos on Monday, wounding five people.", []string{"Remote explosive/landmine/IED Jos"}, "a bomb is no accident, whatever the weather"},
		{"The war peaked in 2007, when thousands were murdered in Gao each month.", nil, "a number of many happenings"},
		{"Further attacks around Gao and Menaka are likely.", nil, "what is only to be expected"},
		{"Police shot dead a man in Jos on Monday during an arrest raid.", []string{"Attack Jos"}, "the raid took nobody"},
		{"Air strikes by the government and its ally Russia killed two people in Gao on Monday.", []string{"Air/drone strike Gao"}, "an ally is no place"},
		{"Clashes went on at Kafr Quorvalla, a village in Idlib province, on Monday.", []string{"Armed clash Kafr Quorvalla"}, "what a name is said to be leads to what holds it"},
		{"They had overrun a police station in Gao on Monday without a shot being fired.", []string{"Non-state actor overtakes territory Gao"}, "a participle that is written like the base"},
		{"Rebels captured the last regime base in Gao on Monday.", []string{"Non-state actor overtakes territory Gao"}, "a base, whatever stands before it"},
		{"Government forces quit positions around Menaka on Monday.", []string{"Non-violent transfer of territory Menaka"}, "left without a fight"},
		{"Fighting went on on Monday for Menaka.", []string{"Armed clash Menaka"}, "what a fight is for"},
		{"A police post at Menaka was set on fire on Monday.", []string{"Looting/property destruction Menaka"}, "where stands what something was done to"},
		{"A bomb wounded nine people in Gao on Monday. Nine wounded people were treated at Quorvalla Hospital.", []string{"Remote explosive/landmine/IED Gao"}, "where the hurt are cared for is another place"},
		{"The president told a rally in Gao on Monday that there would be peace.", []string{"Statement at a place Gao"}, "a speech"},
		{"Fighting broke out on Monday in Gao and has since spread to Menaka, where rebels are strong.", []string{"Armed clash Gao", "Armed clash Menaka"}, "where fighting spread to"},
		{"Armed men blocked the highway near Gao on Monday and killed two drivers.", []string{"Attack Gao"}, "armed men who block a road are no protest"},
		{"Past peace talks, in Doha and Geneva, have failed.", nil, "what is called past is background"},
		{"Gunmen shot dead two men in Jos on Monday. Human rights groups say air strikes have killed at least 250 civilians.", []string{"Attack Jos"}, "a number that grew over time, without a place or a day"},
		{"A grenade was thrown at a checkpoint in Jos on Monday.", []string{"Grenade Jos"}, "a grenade that somebody threw"},
		{"About 5,000 people have arrived in Gao since Monday.", []string{"Displacement Gao"}, "who came is told as the verb's subject"},
		{"Charities distributed water in Gao on Monday.", []string{"Aid delivery Gao"}, "water is aid"},
		{"LAGOS - Calm returned on Monday.\n\nJOS - Gunmen shot dead two men in front of their house on Monday.\n\nKANO, Nigeria - Police arrested two brothers on Sunday.", []string{"Attack JOS", "Arrests KANO"}, "only the first dateline says where a story was filed; the others are labels"},
		{"GAO - Residents of Menaka said clashes left four dead on Monday.", []string{"Armed clash Menaka"}, "those who live there are nearer than the label"},
		{"The president told reporters at the White House after talks with the king on Monday that he was glad.", []string{"Meeting Washington, D.C."}, "a seat of government stands in its capital"},
		{"The White House condemned the raid on Monday.", nil, "without a word of place it is who governs"},
		{"In Gao, home to a mosque whose bombing in 2006 shook the country, rebels clashed with soldiers on Monday.", []string{"Armed clash Gao"}, "what is told of long ago is none of what happens now"},
		{"The governor imposed a dusk-to-dawn curfew on Gao on Monday.", []string{"Other Gao"}, "words joined by hyphens are one"},
		{"The minister was in Gao when news of the attack broke on Monday.", []string{"Visit Gao"}, "news of an attack is no attack"},
		{"The mission strongly condemns the violence that broke out in Gao last night, in which seven people died.", []string{"Attack Gao"}, "what is condemned with its day and its victims is told"},
		{"Gunmen ambushed a vehicle on the Beni-Butembo road on Monday.", []string{"Armed clash Beni"}, "a road between two towns"},
		{"Crowds attacked party offices in Gao, Mopti and at least four other cities on Monday.", []string{"Violent demonstration Gao", "Violent demonstration Mopti"}, "a list ends with those that are only counted"},
		{"World powers met in Paris on Monday.", []string{"Meeting Paris"}, "powers are their envoys"},
		{"Gunmen killed 17 villagers in two attacks on Tuesday near Gao. Eleven people died in Menaka on Tuesday. A second group ambushed a truck near Kidal on Tuesday, killing six traders.", []string{"Attack Menaka", "Armed clash Kidal"}, "two attacks told one by one"},
		{"Clashes between protesters and riot police left one man dead on Monday in Juliaca. One dead in Juliaca on Monday.", []string{"Violent demonstration Juliaca"}, "the dead of a riot, counted again"},
		{"Missiles struck Kharkiv on Monday. The army said it had shot down 14 drones launched from Crimea.", []string{"Shelling/artillery/missile attack Kharkiv"}, "where they came from is not where they fell"},
		{"A fire destroyed six homes in Gao on Monday.", nil, "a fire is nobody's deed"},
		{"The president was to have flown to Lima on Monday.", nil, "what was given up"},
		{"Police in Jos arrested four men on Sunday in connection with the attack on Gao.", []string{"Arrests Jos"}, "what they are arrested for is old"},
		{"Gunmen killed nine people in Jos on Sunday. The group said the attack was in response to raids in southern Somalia.", []string{"Attack Jos"}, "where a motive lies"},
		{"Clashes went on in Avdiivka on Monday. A pensioner died when her house was hit in Avdiivka on Monday.", []string{"Armed clash Avdiivka"}, "hit amid clashes"},
		{"Rebels shelled Gao on Friday, killing three people. Two men in Gao had been shot dead on Thursday.", []string{"Shelling/artillery/missile attack Gao", "Attack Gao"}, "the day before"},
		{"A bus crash near Lima killed 12 people on Monday.", nil, "an accident is no event of these kinds"},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, what(story(test.text))); diff != "" {
			t.Errorf("%q: %s (-want +got):\n%s", test.text, test.reason, diff)
		}
	}
}

// TestEventsGolden reads the invented stories that the project comes with.
func TestEventsGolden(t *testing.T) {
	var b strings.Builder
	for d, err := range (&document.Library{}).Open("../../testdata/stories") {
		if err != nil {
			continue
		}
		fmt.Fprintf(&b, "# %s\n", d.ID)
		for _, e := range reader().Events(&d) {
			fmt.Fprintln(&b, line(&e))
		}
	}
	golden.Check(t, "testdata/events.golden", b.String())
}

func TestTollOfSeveralPlacesIsShared(t *testing.T) {
	events := reader().Events(story("Gunmen killed 21 people in Gao and Menaka on Monday."))
	if len(events) != 2 || events[0].Group == "" || events[0].Group != events[1].Group {
		t.Fatalf("want two events of one group, got %v", events)
	}
	for i, want := range []int{11, 10} {
		e := &events[i]
		if n, _ := e.Killed.Best.Int(); n != want {
			t.Errorf("%s: killed %d, want %d", e.Place.Name, n, want)
		}
		if low, _ := e.Killed.Low.Int(); low != 21 {
			t.Errorf("%s: the bounds are the whole's, got low %d", e.Place.Name, low)
		}
	}
}

// TestRevisedToll reads a toll that a later sentence corrects.
func TestRevisedToll(t *testing.T) {
	events := reader().Events(story("A bomb killed three people in Jos on Monday. The death toll from Monday's bombing in Jos has risen to seven."))
	if len(events) != 1 {
		t.Fatalf("want one event, got %v", events)
	}
	want := geo.Count{Best: geo.Known(7), Low: geo.Known(3), High: geo.Known(7)}
	if got := events[0].Killed; got != want {
		t.Errorf("killed %+v, want the later figure with the bounds of both, %+v", got, want)
	}
}

// TestChronicle reads lines that open with a date and tell in the present tense.
func TestChronicle(t *testing.T) {
	events := reader().Events(story("Ten days in Mali\n\nMay 3 - Gunmen open fire on a police post in Gao. Two officers die.\n\nMay 5 - A bomb kills two traders at a market; a guard is shot dead in Menaka."))
	days := map[string]string{"Gao": "2019-05-03", "Menaka": "2019-05-05"}
	seen := map[string]bool{}
	for _, e := range events {
		if want := days[e.Place.Name]; want != "" && e.When.First.String() != want {
			t.Errorf("%s is of %s, want %s: the label dates its whole paragraph", line(&e), e.When.First, want)
		}
		seen[e.Place.Name] = true
	}
	if !seen["Gao"] || !seen["Menaka"] {
		t.Errorf("got %v, want Gao and Menaka", events)
	}
}

// TestDenied reads what the next sentence denies.
func TestDenied(t *testing.T) {
	tests := []struct {
		text   string
		want   geo.Status
		reason string
	}{
		{"Rebels said they captured Menaka on Monday. The army denied it.", geo.Disputed, "denied a sentence later"},
		{"Rebels seized Menaka on Monday. A spokesman rejected the rebels' claims.", geo.Disputed, "a claim that is rejected"},
		{"Gunmen shot dead two men in Menaka on Monday. The army denied responsibility.", geo.Reported, "who did it is disputed, and not that it happened"},
		{"Gunmen shot dead two men in Menaka on Monday. The army denied that its troops were involved.", geo.Reported, "likewise"},
		{"Rebels captured Menaka on Monday. The army did not deny it.", geo.Reported, "no denial"},
		{"Rebels captured Menaka on Monday.\n\nThe minister denied it was too late for talks.", geo.Reported, "another paragraph speaks of something else"},
	}
	for _, tt := range tests {
		events := reader().Events(story(tt.text))
		if len(events) != 1 || events[0].Status != tt.want {
			t.Errorf("%q: %v, want one event that is %v: %s", tt.text, events, tt.want, tt.reason)
		}
	}
}

// TestDoers reads who did what is told.
func TestDoers(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"Special forces ended the siege of a hotel in Mogadishu on Monday after Shabaab gunmen stormed it, killing eight people.", "Shabaab gunmen", "after opens their clause"},
		{"Gunmen killed a councillor in Gao on Monday, a police source said.", "Gunmen", "who says so did not do it"},
	}
	for _, tt := range tests {
		events := reader().Events(story(tt.text))
		i := slices.IndexFunc(events, func(e geo.Event) bool { return e.Killed != geo.Count{} })
		if i < 0 || events[i].Actor1 != tt.want || strings.Contains(events[i].Actor2, "police") {
			t.Errorf("%q: %v, want it done by %q: %s", tt.text, events, tt.want, tt.reason)
		}
	}
}

// TestDayOfWhatIsDescribed reads days told in a clause that only describes.
func TestDayOfWhatIsDescribed(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"The rebels, who took Gao on Sunday, seized Menaka on Tuesday.", "2019-05-14", "the day behind the clause"},
		{"The rebels, who seized Menaka on Sunday, want talks.", "2019-05-12", "the day in the clause"},
		{"A bomb killed nine people in Gao on Sunday. Gunmen shot dead two men in Menaka.", "2019-05-12", "what goes on is of the same day"},
		{"A bomb killed nine people in Gao on Sunday.\n\nGunmen shot dead two men in Menaka.", "2019-05-14", "a new paragraph need not be"},
		{"(Nairobi, May 14) – Soldiers killed dozens of people in the town of Menaka, in Mali, on May 6.", "2019-05-06", "the bracket says when it was filed"},
		{"A bomb killed nine people in Gao on Sunday, the second in a week. The assault came a day after rebels seized Menaka.", "2019-05-11", "a day before the day told last"},
		{"Saturday 11 May - Rebels seized Menaka.", "2019-05-11", "a chronicle's label is no dateline"},
		{"Rebels seized Menaka before dawn on Sunday.", "2019-05-12", "before dawn is on the day"},
		{"Gunmen attacked Gao and Menaka during the night of Sunday to Monday. Three people died in Menaka.", "2019-05-12", "the day of what is counted anew"},
	}
	for _, tt := range tests {
		events := reader().Events(story(tt.text))
		i := slices.IndexFunc(events, func(e geo.Event) bool { return e.Place.Name == "Menaka" })
		if i < 0 || events[i].When.First.String() != tt.want {
			t.Errorf("%q: %v, want Menaka on %s: %s", tt.text, events, tt.want, tt.reason)
		}
	}
}

// TestToCome reads the day of what is over beside what is still to come.
func TestToCome(t *testing.T) {
	events := reader().Events(story("President Mahamadou Issoufou, who is expected to visit Diffa in the coming days, met elders in Niamey on Tuesday."))
	if want := when.Date(2019, 5, 14); len(events) != 2 || events[1].When.First != want || events[1].Status != geo.Reported {
		t.Errorf("%v, want a meeting on %v behind the visit to come", events, want)
	}
}

func TestIDsAreStable(t *testing.T) {
	d := story("A car bomb killed six people in Jos on Monday. A mine killed two people in Jos on Monday.")
	first, second := reader().Events(d), reader().Events(d)
	seen := map[string]bool{}
	for i := range first {
		if first[i].ID != second[i].ID {
			t.Errorf("event %d: %s and %s", i, first[i].ID, second[i].ID)
		}
		if seen[first[i].ID] {
			t.Errorf("id %s comes twice", first[i].ID)
		}
		seen[first[i].ID] = true
	}
}

func TestOwnTypes(t *testing.T) {
	own, err := en.ParseTypes(strings.NewReader("[Disaster / Flood]\nnoun flood\n"))
	if err != nil {
		t.Fatal(err)
	}
	r := news.Reader{Parser: reader().Parser, Types: own}
	events := r.Events(story("A flood hit Lima on Monday. Gunmen attacked a market in Jos."))
	if len(events) != 1 || events[0].SubType != "Flood" || events[0].Place.Name != "Lima" {
		t.Errorf("got %v, want the flood alone", events)
	}
}

// TestRetold: what several stories tell of one happening is one event, as they are read.
func TestRetold(t *testing.T) {
	event := func(document, text string) geo.Event {
		d := story(text)
		d.ID = document
		return reader().Events(d)[0]
	}
	six := event("a", "A car bomb killed six people in Jos on Monday.")
	eight := event("b", "Eight people were killed on Monday when a bomb exploded in Jos.")
	elsewhere := event("c", "A car bomb killed six people in Maiduguri on Monday.")
	later := event("d", "A car bomb killed six people in Jos on Tuesday.")
	many := event("e", "A car bomb killed 60 people in Jos on Monday.")
	tests := []struct {
		name   string
		events []geo.Event
		want   int
		reason string
	}{
		{"two sources", []geo.Event{six, eight}, 1, "the same bomb, counted early and late"},
		{"places", []geo.Event{six, elsewhere}, 2, "two towns"},
		{"days", []geo.Event{six, later}, 2, "two days"},
		{"tolls", []geo.Event{six, many}, 2, "tolls that cannot be one"},
		{"one document", []geo.Event{six, six}, 2, "what one story tells twice it means twice"},
		{"none", nil, 0, "nothing"},
	}
	for _, test := range tests {
		if got := retold.Merge(test.events, nil); len(got) != test.want {
			t.Errorf("%s: %d events, want %d: %s", test.name, len(got), test.want, test.reason)
		}
	}
	got := retold.Merge([]geo.Event{six, eight}, nil)[0]
	want := geo.Count{Best: geo.Known(6), Low: geo.Known(6), High: geo.Known(8)}
	if got.Killed != want || got.ID != six.ID || got.Source.Quote != six.Source.Quote {
		t.Errorf("merged %+v: the first stays, with the bounds of both", got)
	}
	if n := len(got.Extra); n < 2 || got.Extra[n-2].Value != "a; b" || got.Extra[n-1].Value != "2" {
		t.Errorf("sources %v, want both documents", got.Extra)
	}
}

func FuzzEvents(f *testing.F) {
	for _, s := range []string{
		"In Gao and Menaka, and Jos, killed and and 12.", "10 km of of south of of of Lima", "“He” will will visit, Lima's's", "capital of the capital of Chad's capital",
		"between Gao and between Gao", "KILLED IN GAO: killed 5 in Gao", "\xff\xfe killed in Jos \x00",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, e := range reader().Events(story(s)) {
			if e.ID == "" || e.Type == "" {
				t.Fatalf("%q: event %+v without id or type", s, e)
			}
		}
	})
}

func BenchmarkEvents(b *testing.B) {
	text, err := os.ReadFile("../../testdata/stories/anbar-convoy.txt")
	if err != nil {
		b.Fatal(err)
	}
	d := story(string(text))
	r := reader()
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		r.Events(d)
	}
}

// BenchmarkEventsLong reads a story of a megabyte; its speed in bytes a second
// shows whether the work grows faster than the story.
func BenchmarkEventsLong(b *testing.B) {
	text, err := os.ReadFile("../../testdata/stories/anbar-convoy.txt")
	if err != nil {
		b.Fatal(err)
	}
	body, _, _ := strings.Cut(string(text), "File photo")
	d := story(strings.Repeat(body+"\n\n", 1<<20/len(body)))
	r := reader()
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		r.Events(d)
	}
}
