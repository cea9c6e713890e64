package resolve_test

import (
	"testing"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
)

// TestListsOfPlaces looks up cells that list several places or areas.
func TestListsOfPlaces(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	congo := func(adm1, adm2 string) geo.Within { return geo.Within{Country: "DRC", Adm1: adm1, Adm2: adm2} }
	tests := []struct {
		name      string
		within    geo.Within
		country   string
		adm1      string
		precision geo.Precision
		least     int // metres that the radius has at least
		reason    string
	}{
		{"Numbi", congo("Nord-Kivu, Sud-Kivu", ""), "CD", "South Kivu", geo.ExactPlace, 0, "it lies in the second of the areas"},
		{"Numbi", congo("Sud-Kivu et Nord-Kivu", ""), "CD", "South Kivu", geo.ExactPlace, 0, "a word between them"},
		{"Nord-Kivu; Sud-Kivu", geo.Within{Country: "DRC"}, "CD", "North Kivu", geo.WithinRegion, 400_000, "two areas are no single one, and the radius reaches the other"},
		{"Corner Brook", geo.Within{Country: "Canada", Adm1: "Newfoundland and Labrador"}, "CA", "Newfoundland and Labrador", geo.ExactPlace, 0, "one area, though its name has the word of lists"},
		{"Deir ez-Zor, Raqqa et Hassaké", geo.Within{Country: "Syria"}, "SY", "Deir ez-Zor", geo.NearPlace, 120_000, "three, as sentences list them"},
		{"Idlib, Aleppo, Hama and Homs", geo.Within{Country: "Syria"}, "SY", "Idlib", geo.NearPlace, 120_000, "four"},
		{"Paradise, Newfoundland and Labrador", geo.Within{}, "CA", "Newfoundland and Labrador", geo.ExactPlace, 0, "a town and the province of two names that it is in"},
		{"Sofala e Manica", geo.Within{Country: "Mozambique"}, "MZ", "Sofala", geo.WithinRegion, 200_000, "a word of Portuguese"},
		{"Hit", geo.Within{Adm1: "Anbar, Iraq"}, "IQ", "Anbar", geo.ExactPlace, 0, "an area and what it lies in, which is no area of its level"},
	}
	for _, tt := range tests {
		p := geo.Place{Name: tt.name, Within: tt.within}
		r.Locate(&p)
		m := p.Match
		if radius, _ := m.RadiusM.Int(); m.Country != tt.country || m.Adm1 != tt.adm1 || m.Precision != tt.precision || radius < tt.least {
			t.Errorf("%q in %+v is %s in %s, %s, %v, %d m; want %s, %s, %v, %d m: %s", tt.name, tt.within,
				m.Name, m.Adm1, m.Country, m.Precision, radius, tt.adm1, tt.country, tt.precision, tt.least, tt.reason)
		}
	}
}

// TestColumnOfAreas: where the column is one of areas, commas stand between these.
func TestColumnOfAreas(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	for _, tt := range []struct {
		name, country string
		precision     geo.Precision
		reason        string
	}{
		{"Homs, Rif Dimashq", "Syria", geo.WithinRegion, "two provinces, of which one is named like a city"},
		{"Borno, Yobe, Adamawa", "Nigeria", geo.WithinRegion, "three"},
		{"Raqqa, Hasakah and Aleppo", "Syria", geo.WithinRegion, "with a word between the last two"},
		{"Anbar, Iraq", "", geo.WithinAdm1, "a province and what it lies in"},
	} {
		p := geo.Place{Name: tt.name, Kind: "adm1", Within: geo.Within{Country: tt.country}}
		r.Locate(&p)
		if p.Match.Precision != tt.precision {
			t.Errorf("%q is %s, %v; want %v: %s", tt.name, p.Match.Name, p.Match.Precision, tt.precision, tt.reason)
		}
	}
}
