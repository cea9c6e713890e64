package news_test

import (
	"testing"

	"github.com/dateline-map/dateline/geo"
)

// TestWire reads single sentences in the ways of news agencies, which leave out words
// that others write, and say much of a place besides its name.
func TestWire(t *testing.T) {
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
