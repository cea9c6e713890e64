package news_test

import (
	"fmt"
	"testing"

	"github.com/dateline-map/dateline/geo/news"
	"github.com/dateline-map/dateline/geo/news/en"
)

// TestDisasters reads with the other taxonomy that comes with the program: sentences of news
// of disasters, accidents and outbreaks, and beside them the same words of something else.
func TestDisasters(t *testing.T) {
	r := news.Reader{Parser: reader().Parser, Types: en.Disasters()}
	for _, test := range []struct {
		text string
		want string // sub type, place, killed; empty if nothing is told
	}{
		{"Flash floods killed nine people in Kunduz on Monday.", "Flood, Kunduz, 9"},
		{"At least 12 people drowned when a river burst its banks in Baidoa on Monday.", "Flood, Baidoa, 12"},
		{"Heavy rain inundated hundreds of homes in Hue on Monday.", "Flood, Hue, ?"},
		{"A dam burst near Kitwe on Monday, sweeping away a village.", "Flood, Kitwe, ?"},
		{"A landslide buried 20 houses in Manizales on Monday, killing seven.", "Landslide, Manizales, 7"},
		{"Four skiers died in an avalanche near Innsbruck on Monday.", "Avalanche, Innsbruck, 4"},
		{"An earthquake of magnitude 5.6 shook Erzincan on Monday, injuring 40 people.", "Earthquake, Erzincan, ?"},
		{"A strong aftershock rattled Kathmandu on Monday.", "Earthquake, Kathmandu, ?"},
		{"The volcano erupted near Banos on Monday, spewing ash over farms.", "Volcanic activity, Banos, ?"},
		{"A tsunami struck Padang on Monday.", "Tsunami, Padang, ?"},
		{"A typhoon slammed into Tacloban on Monday, leaving 15 dead.", "Storm, Tacloban, 15"},
		{"Lightning killed three farmers near Gulu on Monday.", "Storm, Gulu, 3"},
		{"A tornado tore through Joplin on Monday.", "Storm, Joplin, ?"},
		{"A wildfire burned 3,000 hectares near Coimbra on Monday.", "Wildfire, Coimbra, ?"},
		{"A heatwave killed 17 people in Nagpur on Monday.", "Extreme temperature, Nagpur, 17"},
		{"An outbreak of cholera killed 11 people in Kitwe on Monday.", "Epidemic, Kitwe, 11"},
		{"Three new cases of Ebola were confirmed in Goma on Monday.", "Epidemic, Goma, ?"},
		{"Fifteen people died in a bus crash near Arusha on Monday.", "Road, Arusha, 15"},
		{"A minibus plunged into a ravine near Cusco on Monday, killing 11 passengers.", "Road, Cusco, 11"},
		{"Two trains collided near Kanpur on Monday, killing eight.", "Train, Kanpur, 8"},
		{"A ferry capsized off Zanzibar on Monday, and 30 people drowned.", "Ship or boat, Zanzibar, 30"},
		{"A helicopter crashed near Juba on Monday, killing all five on board.", "Aircraft, Juba, 5"},
		{"A five-storey building collapsed in Mombasa on Monday, killing six.", "Structural collapse, Mombasa, 6"},
		{"A gold mine collapsed near Kakamega on Monday, killing four miners.", "Mine, Kakamega, 4"},
		{"A stampede at a shrine in Multan on Monday left 10 people dead.", "Stampede, Multan, 10"},
		{"A gas explosion ripped through a restaurant in Changsha on Monday, killing two.", "Explosion, Changsha, 2"},
		{"A fire broke out in a market in Kumasi on Monday.", "Fire, Kumasi, ?"},
		{"An elephant trampled a farmer to death near Mysore on Monday.", "Infestation or animal, Mysore, 1"},
		{"Gunmen killed nine people in Kunduz on Monday.", ""},
		{"A car bomb exploded in Baidoa on Monday.", ""},
		{"The party won a landslide victory in Manizales on Monday.", ""},
		{"Police opened fire in Kumasi on Monday.", ""},
		{"A flood of complaints reached the mayor of Hue on Monday.", ""},
		{"The valley still recovers from a flood, which killed 300 people in 2011.", ""},
		{"Engineers inspected the dam near Kitwe on Monday.", ""},
		{"Firefighters held an earthquake drill in Erzincan on Monday.", ""},
	} {
		got := ""
		for _, e := range r.Events(story(test.text)) {
			got += fmt.Sprintf("%s, %s, %s; ", e.SubType, e.Place.Name, figure(e.Killed.Best))
		}
		if want := test.want; got != want+"; " && got != want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, want)
		}
	}
}
