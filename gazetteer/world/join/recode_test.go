package join

import (
	"testing"

	"github.com/dateline-map/dateline/gazetteer/build"
)

// TestRecode holds that settlements take the codes of the newer list where it numbers a
// country's ADM1 anew, and nowhere else.
func TestRecode(t *testing.T) {
	town := func(id, name, adm1, adm2 string, lon float64) build.Place {
		return build.Place{ID: id, Name: name, Country: "XA", Adm1: adm1, Adm2: adm2, Lon: lon, Lat: 20}
	}
	w := world{lists: Lists{
		GeoNames: []build.Place{
			town("gn:1", "Ano", "gn:XA.44", "gn:XA.44.7", 10), town("gn:2", "Bela", "gn:XA.44", "gn:XA.44.7", 11),
			town("gn:3", "Cori", "gn:XA.44", "gn:XA.44.7", 12), town("gn:4", "Dum", "gn:XA.44", "gn:XA.44.7", 13),
			town("gn:5", "Ege", "gn:XA.01", "gn:XA.01.2", 14), town("gn:6", "Fano", "gn:XA.01", "gn:XA.01.2", 15),
			town("gn:7", "Gul", "gn:XA.01", "gn:XA.01.2", 16), town("gn:8", "Halo", "gn:XA.02", "", 17),
		},
		CitiesJSON: []build.Place{
			town("cj:1", "Ano", "gn:XA.01", "gn:XA.01.9", 10), town("cj:2", "Bela", "gn:XA.01", "", 11),
			town("cj:3", "Cori", "gn:XA.01", "", 12.001), town("cj:5", "Ege", "gn:XA.01", "", 14),
			town("cj:6", "Fano", "gn:XA.03", "", 15), town("cj:7", "Gul", "gn:XA.01", "", 16.5),
			town("cj:8", "Halo", "gn:XA.04", "", 17),
		},
	}}
	w.recode()
	for i, want := range []struct{ adm1, adm2, reason string }{
		{"gn:XA.01", "gn:XA.01.9", "what the newer list says of it"},
		{"gn:XA.01", "", "an ADM2 that the newer list does not say"},
		{"gn:XA.01", "", "a little farther off"},
		{"gn:XA.01", "", "as its neighbours: the newer list has it not"},
		{"gn:XA.01", "gn:XA.01.2", "half of its settlements keep the code"},
		{"gn:XA.01", "gn:XA.01.2", "likewise, though it is the other half"},
		{"gn:XA.01", "gn:XA.01.2", "another town of the name"},
		{"gn:XA.02", "", "one town is no ADM1"},
	} {
		if p := w.lists.GeoNames[i]; p.Adm1 != want.adm1 || p.Adm2 != want.adm2 {
			t.Errorf("%s lies in %s, %s, not %s, %s: %s", p.Name, p.Adm1, p.Adm2, want.adm1, want.adm2, want.reason)
		}
	}
}
