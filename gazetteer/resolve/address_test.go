package resolve_test

import (
	"testing"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
)

// TestAddresses: an address whose street no list has lies in its town, and that in what stands
// behind it.
func TestAddresses(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	for _, tt := range []struct{ address, name, country, adm1, reason string }{
		{"3rd Avenue and Oak, Springfield, Missouri", "Springfield", "US", "Missouri", "not the one of Manitoba, which is a district"},
		{"14 rue des Lilas, 69003 Lyon", "Lyon", "FR", "Auvergne-Rhône-Alpes", "the town, and no county of its name"},
		{"Ringstraße 9, 79104 Freiburg", "Freiburg", "DE", "Baden-Wurttemberg", "a code before the town"},
		{"21 Mill Lane, London SE1 2AA, UK", "London", "GB", "England", "a code behind it"},
		{"Colonia Centro, Culiacán, Sinaloa, México", "Culiacán", "MX", "Sinaloa", "no place outside of what surely holds it"},
		{"Centro, Rio de Janeiro - RJ", "Rio de Janeiro", "BR", "Rio de Janeiro", "the middle of a town has no name of its own"},
		{"Rua 9 - Centro, São Paulo - SP, 01000-000", "São Paulo", "BR", "São Paulo", "the town and not the state, which is behind it"},
		{"Lot 4 Qwertz, Lincoln, Nebraska", "Lincoln", "US", "Nebraska", "the town before the county of its name"},
		{"Rua 7, Boa Vista, Recife, Brazil", "Recife", "BR", "Pernambuco", "no Boa Vista far from the town"},
		{"Nabk, Rif Dimashq and Salamiyah, Hama", "An Nabk", "SY", "Rif-dimashq", "the first of two towns with their provinces"},
		{"Qwertz Clinic, Florida", "", "", "", "no town of the name of the state that is likelier meant"},
		{"Pto. Cabello, Venezuela", "Puerto Cabello", "VE", "Carabobo", "a word cut short"},
		{"Travessa Sete, Ramos, Rio de Janeiro/RJ", "Rio de Janeiro", "BR", "Rio de Janeiro", "no Ramos outside of it"},
	} {
		p := geo.Place{Name: tt.address}
		r.Locate(&p)
		if m := p.Match; m.Name != tt.name || m.Country != tt.country || m.Adm1 != tt.adm1 {
			t.Errorf("%s is %s, %s, %s; want %s, %s, %s: %s", tt.address, m.Name, m.Adm1, m.Country, tt.name, tt.adm1, tt.country, tt.reason)
		}
	}
}

// TestUnjoined: a name may stand beside what it lies in with nothing between them, in either
// order and in a chain.
func TestUnjoined(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	for _, tt := range []struct{ written, name, country, adm1, reason string }{
		{"Laredo TX", "Laredo", "US", "Texas", "a code of a state"},
		{"Dayton Ohio", "Dayton", "US", "Ohio", "its name"},
		{"Concord New Hampshire", "Concord", "US", "New Hampshire", "of two words"},
		{"Lima OH USA", "Lima", "US", "Ohio", "in a country"},
		{"Kirkuk Iraq", "Kirkuk", "IQ", "Kirkuk", "a country alone"},
		{"5 km south of Kirkuk Iraq", "Kirkuk", "IQ", "Kirkuk", "behind a distance"},
		{"Nosuch Creek, north of Dayton Ohio", "Dayton", "US", "Ohio", "behind a bearing from what no list has"},
		{"Niger Agadez", "Agadez", "NE", "Agadez", "the larger first"},
		{"nr Ghazni", "Ghazni", "AF", "Ghazni", "near, cut short"},
		{"à l’ouest de Zinder", "Zinder", "NE", "Zinder Region", "a bearing with its article"},
		{"Kenya / Turkana / Lodwar", "Lodwar", "KE", "Turkana County", "a chain with strokes"},
		{"Wajir/Lodwar/Isiolo", "Wajir", "KE", "Wajir County", "a list with strokes"},
		{"Bukavu South Kivu", "Bukavu", "CD", "South Kivu", "a bearing is the province's"},
		{"Camp Iraq", "", "", "", "a word for a site is no name"},
		{"Villa la Paz", "", "", "", "small letters are no code"},
	} {
		p := geo.Place{Name: tt.written}
		r.Locate(&p)
		if m := p.Match; m.Name != tt.name && !(tt.name == "" && m.ID == "") || tt.name != "" && (m.Country != tt.country || m.Adm1 != tt.adm1) {
			t.Errorf("%s is %s, %s, %s; want %s, %s, %s: %s", tt.written, m.Name, m.Adm1, m.Country, tt.name, tt.adm1, tt.country, tt.reason)
		}
		if tt.written == "Bukavu South Kivu" && p.Match.Precision != geo.ExactPlace {
			t.Errorf("%s is %v: %s", tt.written, p.Match.Precision, tt.reason)
		}
	}
}

// TestLandAmong: in a column of provinces a name that a country has, too, is the province, if
// all others lie where that is.
func TestLandAmong(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	for _, tt := range []struct {
		names  []string
		kind   string
		adm1   string
		reason string
	}{
		{[]string{"Niger", "Borno", "Benue", "Kwara", "Sokoto"}, "adm1", "Niger State", "a state among states of Nigeria"},
		{[]string{"Niger", "Borno", "Kidal", "Kwara", "Zinder"}, "adm1", "", "the others lie in three countries"},
		{[]string{"Niger", "Borno", "Benue", "Kwara", "Sokoto"}, "", "", "nobody says that it is a state"},
	} {
		places := make([]*geo.Place, len(tt.names))
		for i, name := range tt.names {
			places[i] = &geo.Place{Name: name, Kind: tt.kind}
		}
		r.Locate(places...)
		if got := places[0].Match.Adm1; got != tt.adm1 {
			t.Errorf("%v is in %q; want %q: %s", tt.names, got, tt.adm1, tt.reason)
		}
	}
}
