package record

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

func TestHeadersOfPCodes(t *testing.T) {
	for _, test := range []struct {
		header string
		want   Role
		reason string
	}{
		{"adm1_pcode", Adm1PCode, "OCHA's boundaries"},
		{"ADM2_PCODE", Adm2PCode, "OCHA's boundaries of old"},
		{"admin3Pcode", Adm3PCode, "OCHA's tables"},
		{"admin2Pcod", Adm2PCode, "cut to ten letters by a shapefile"},
		{"Admin 1 P-Code", Adm1PCode, "as people write it"},
		{"Governorate PCode", Adm1PCode, "a word for the level"},
		{"P-Code région", Adm1PCode, "in French, where the noun comes first"},
		{"Pcode municipio", Adm2PCode, "in Spanish"},
		{"P-Code", PCode, "of whatever the row names"},
		{"Village P-Code", PCode, "of the place itself"},
		{"Country P-code", NoRole, "a country has a code of its own"},
		{"Zip code", NoRole, "a p at the end of a word is not the letter"},
		{"Postcode", NoRole, "nor is one at the beginning"},
		{"PCode of the donor", NoRole, "of what is no area"},
	} {
		m, _ := headers.Vocab().Of(test.header)
		if m.Role != test.want {
			t.Errorf("%q is %q, want %q: %s", test.header, m.Role, test.want, test.reason)
		}
	}
}

func TestCodedPlaces(t *testing.T) {
	for _, test := range []struct {
		header, row string
		want        geo.Place
		reason      string
	}{
		{"date,adm1_pcode,adm2_pcode", "2024-01-01,XA01,XA0102",
			geo.Place{Name: "XA0102", Kind: "adm2", Codes: &geo.Codes{Own: "XA0102", Within: geo.PCodes{Adm1: "XA01"}}}, "without a name the code is the name"},
		{"date,admin1,adm2_pcode", "2024-01-01,Norland,XA0102",
			geo.Place{Name: "XA0102", Kind: "adm2", Within: geo.Within{Adm1: "Norland"}, Codes: &geo.Codes{Own: "XA0102"}}, "a code is finer than a name"},
		{"date,admin1,admin2,adm1_pcode", "2024-01-01,Norland,Vale,XA01",
			geo.Place{Name: "Vale", Kind: "adm2", Within: geo.Within{Adm1: "Norland"}, Codes: &geo.Codes{Within: geo.PCodes{Adm1: "XA01"}}}, "a name is finer than a code"},
		{"date,village,admin2,adm2_pcode", "2024-01-01,Bir Salma,Vale,XA0102",
			geo.Place{Name: "Bir Salma", Within: geo.Within{Adm2: "Vale"}, Codes: &geo.Codes{Within: geo.PCodes{Adm2: "XA0102"}}}, "a village in what the code means"},
		{"date,admin2,p-code", "2024-01-01,Vale,XA0102",
			geo.Place{Name: "Vale", Kind: "adm2", Codes: &geo.Codes{Own: "XA0102"}}, "a code of no said level is that of what is named"},
		{"date,#x,place", "2024-01-01,,Vale", geo.Place{Name: "Vale"}, "a table without codes has none"},
		{"date,place,adm1_pcode", "2024-01-01,Vale,n/a", geo.Place{Name: "Vale"}, "nor has a row without"},
	} {
		text := test.header + "\n" + test.row + "\n" + strings.Replace(test.row, "01-01", "01-02", 1) + "\n"
		for e, err := range Read("a.csv", strings.NewReader(text), Options{}) {
			if err != nil {
				t.Errorf("%s: %v", test.header, err)
				continue
			}
			if diff := cmp.Diff(test.want, e.Place, cmp.AllowUnexported(geo.Figure{})); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", test.header, test.reason, diff)
			}
		}
	}
}
