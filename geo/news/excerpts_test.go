package news_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestExcerpts reads short reports on attacks, one or two sentences each, for where they put
// them: the place as written, and the one that was found.
func TestExcerpts(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"Several people were killed during rioting in the Xinjiang province of China.", "Xinjiang: Xinjiang", "a name that is a river's or a desert's, too, owns no country"},
		{"Gunmen killed nine people in the Helmand province of Afghanistan.", "Helmand: Helmand", "likewise"},
		{"Gunmen attacked three villages -- Gaya, Ilorva and Zang -- in Hong Local Government Area of Adamawa State, killing 50 people.", "Gaya and Ilorva and Zang: Hong", "a list between dashes lies where it is said to"},
		{"Eight civilians were killed when Kurdish militants detonated a truck bomb at a checkpoint near the Durak military outpost in Hakkari province.", "Durak: Hakkâri", "a site of a name lies in the province said; Kurds live in Turkey, too"},
		{"Eleven people were killed in a series of shootings in the Marikana informal settlement in Cape Town.", "Marikana: Cape Town", "a quarter by an adjective and a noun"},
		{"At least 13 inmates were killed in a prison riot in the state of San Luis Potosi, north of Mexico City.", "San Luis Potosi: San Luis Potosí", "a state's middle lies far from what its border is near"},
		{"The attack in Ain al-Vorna killed eight people and wounded six, officials said.", "Ain al-Vorna: ", "half a name is no place, nor in France"},
		{"Jihadists shot dead Sheikh Ali Othman, an imam who was considered a moderate, in the city, officials said.", ": ", "the name of a victim"},
		{"Yemeni officials say suspected al-Qaida militants have killed a preacher in a drive-by shooting in a southern region. They say militants gunned down the man while he was in front of a school in Hadramawt.", "Hadramawt: Muhafazat Hadramaout", "a group is no town, and what is told again has a place"},
		{"A bombing targeted a bus of pilgrims and killed 11 people, police said. The pilgrims were returning from Samarra when gunmen opened fire on the outskirts of the town of Balad.", "Balad: Balad; Balad: Balad", "where people came from"},
		{"Unknown men killed a judge in Rawalpindi's Sadiqabad Town area.", "Sadiqabad Town: Rawalpindi", "a quarter that shares its name with a city far away"},
		{"The commissioner of Ed Daein in East Darfur said nine people were killed during fighting in Dar Es Salam area.", "Dar Es Salam: El Daein", "what is called an area is no city of millions"},
		{"Bombs struck in the Baghdad neighbourhoods of Karvada, Qorvira and Jorvad, as well as in southern Kirkuk, killing 15 people.", "Karvada: Karrada; Qorvira and Jorvad: Baghdad; Kirkuk: Kirkuk", "what holds the first of a list holds the others"},
		{"Suspected Islamists have killed 12 people in Nigeria's restive northeast, burning homes, police said. The attack in Sandiya village in the Damboa local government area happened in Borno state.",
			"Sandiya: Damboa; Sandiya: Damboa", "what was burned lies where the dead do"},
		{"Five people were killed in a knife attack at a market in central China, authorities said. A knife fight broke out between two traders in Changsha.", "Changsha: Changsha", "a fight with knives"},
	}
	for _, tt := range tests {
		var got []string
		for _, e := range reader().Events(story(tt.text)) {
			got = append(got, e.Place.Name+": "+e.Place.Match.Name)
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%q: %s:\n%s", tt.text, tt.reason, diff)
		}
	}
}
