package record

import (
	"strings"
	"testing"
)

// TestFIPS reads the codes of countries as the column means them.
func TestFIPS(t *testing.T) {
	for _, c := range []struct{ header, code, want string }{
		{"ActionGeo_CountryCode", "GM", "DE"},
		{"ActionGeo_CountryCode", "IZ", "IQ"},
		{"ActionGeo_CountryCode", "FR", "FR"},
		{"ActionGeo_CountryCode", "PF", ""}, // the Paracel Islands, not French Polynesia
		{"country_code", "GM", "GM"},
	} {
		text := "Date,Place," + c.header + "\n2014-06-12,Birkenau," + c.code + "\n2014-06-13,Aub," + c.code + "\n"
		for e, err := range Read("t.csv", strings.NewReader(text), Options{}) {
			if err != nil || e.Place.Within.Country != c.want {
				t.Errorf("%s %s is %q (%v), want %q", c.header, c.code, e.Place.Within.Country, err, c.want)
			}
		}
	}
}
