package resolve_test

import (
	"testing"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
)

// TestLettersOfProvinces places names of which a table says the province by two
// letters, and no country. The names themselves no gazetteer has.
func TestLettersOfProvinces(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	for _, test := range []struct {
		adm1, adm2 string
		country    string // where it may stand; empty if nowhere
		reason     string
	}{
		{"TX", "", "US", "a state of the only country that has the letters"},
		{"MG", "", "", "Minas Gerais, and no gazetteer knows that; not Madagascar"},
		{"RJ", "Niterói", "BR", "the municipality is enough"},
		{"PA", "Qwertyville", "", "a county that Pennsylvania has not: another country's letters"},
	} {
		p := geo.Place{Name: "Zxcvbnm", Within: geo.Within{Adm1: test.adm1, Adm2: test.adm2}}
		r.Locate(&p)
		got := ""
		if p.Located() {
			got = p.Match.Country
		}
		if got != test.country {
			t.Errorf("%s < %s is in %q, want %q: %s", test.adm2, test.adm1, got, test.country, test.reason)
		}
	}
}
