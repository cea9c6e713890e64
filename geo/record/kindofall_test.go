package record

import (
	"strings"
	"testing"
)

// TestKindOfAll reads what a table is of that has no column of kinds.
func TestKindOfAll(t *testing.T) {
	const plain = "day,town\n2019-03-02,Nabk\n"
	for _, test := range []struct{ why, name, data, want string }{
		{"magnitudes beside depths are of earthquakes", "catalogue.csv", "fecha,hora,latitud,longitud,profundidad,magnitud\n02/03/2019,06:06:00,-29.189,-67.450,24 Km,2.5\n", "Earthquake"},
		{"so are titles that begin with them", "list.csv", "date,title\n2019-03-02,M 2.5 - 3 km N of Puna\n2019-03-03,\"Mw 6.1, Puna\"\n", "Earthquake"},
		{"most titles name a kind", "list.csv", "date,title\n2019-03-03,Second battle of Puna\n2019-03-04,Battle of Ford Creek\n", "Battles"},
		{"a title that names none is of the file's kind", "protests.csv", "date,title\n2019-03-02,March on the mill of Puna\n2019-03-03,Ford Creek protest\n2019-03-04,Protest at Puna\n", "Protests"},
		{"a title that names two names none", "list.csv", "date,title\n2019-03-02,Protest after the bombing of Puna\n", ""},
		{"titles with a letter are not", "list.csv", "date,title\n2019-03-02,M 25 closed near Puna\n", ""},
		{"magnitudes alone are not", "stars.csv", "date,mag\n2019-03-02,2.5\n", ""},
		{"a column of kinds says it", "earthquakes.csv", "date,event type\n2019-03-02,Protest\n", "Protests"},
		{"the name of the file says it", "data/protests_2019.csv", plain, "Protests"},
		{"in two words", "drone-strikes.csv", plain, "Explosions/Remote violence"},
		{"in another language", "sismos.csv", plain, "Earthquake"},
		{"accidents, in Spanish", "accidentes_2021.csv", plain, "Accident"},
		{"what the list of kinds has in another language", "homicidios.csv", plain, "Violence against civilians"},
		{"deaths on roads are no attacks", "homicidios-viales.csv", plain, ""},
		{"a month is none", "incidents_march_2019.csv", plain, ""},
		{"two kinds are none", "battles and riots.csv", plain, ""},
		{"a header says of what its kinds are", "list.csv", "date,type of fire\n2019-03-02,Dwelling\n2019-03-03,Scrub\n", "Fire"},
		{"but not where its values are kinds of their own", "list.csv", "date,type of fire\n2019-03-02,Protest\n", "Protests"},
		{"attacks may be those of sharks", "attacks.csv", plain, ""},
	} {
		for e, err := range Read(test.name, strings.NewReader(test.data), Options{}) {
			if err == nil && e.Type != test.want {
				t.Errorf("%s: %q, not %q", test.why, e.Type, test.want)
			}
		}
	}
}
