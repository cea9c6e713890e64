package resolve_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/google/go-cmp/cmp"
)

// TestTable resolves rows that say no country beside the rest of their table.
func TestTable(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	d, err := r.Decide(nil)
	if err != nil {
		t.Fatal(err)
	}
	lebanon := named("Beirut", "Sidon", "Tyre", "Baalbek", "Zahle", "Nabatieh", "Tripoli")
	libya := named("Benghazi", "Misrata", "Sirte", "Sabha", "Tobruk", "Derna", "Tripoli")
	tests := []struct {
		rows       []geo.Place
		name, adm1 string
		country    string
		reason     string
	}{
		{lebanon, "Tripoli", "", "LB", "the other rows are about Lebanon"},
		{libya, "Tripoli", "", "LY", "the other rows are about Libya"},
		{libya, "Tripoli, Lebanon", "", "LB", "what the cell itself says outweighs the other rows"},
		{lebanon, "Benghazi", "", "LY", "other rows are evidence, not a fence"},
		{lebanon, "Marj", "Police sector 4", "LB", "an area that Lebanon does not have says nothing"},
		{lebanon, "Marj", "Northern", "LB", "nor one that other countries have"},
	}
	for _, tt := range tests {
		var first geo.Match
		for turn, rows := range [][]geo.Place{tt.rows, slices.Concat(tt.rows[3:], tt.rows[:3])} {
			p := geo.Place{Name: tt.name, Within: geo.Within{Adm1: tt.adm1}}
			table := d.Table(slices.Values(rows))
			for i := range 20 * turn { // what was asked before changes nothing
				table.Locate(&geo.Place{Name: fmt.Sprint("Tripolis ", i)})
			}
			table.Locate(&p)
			if p.Match.Country != tt.country {
				t.Errorf("%s is in %q, want %s: %s", tt.name, p.Match.Country, tt.country, tt.reason)
			}
			p.Match.Answer = 0 // each table asks for itself
			if turn == 0 {
				first = p.Match
			} else if diff := cmp.Diff(first, p.Match, cmp.AllowUnexported(geo.Figure{})); diff != "" {
				t.Errorf("%s: the order of the rows matters:\n%s", tt.name, diff)
			}
		}
	}
}

// TestTableSeats: a cell that names a province and its capital alike means the
// capital, and a name is looked for by its likeness in the table's own country.
func TestTableSeats(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	d, err := r.Decide(nil)
	if err != nil {
		t.Fatal(err)
	}
	mixed := named("Idlib", "Baghdad", "Donetsk", "Lviv", "Mosul", "Homs")
	syria := named("Idlib", "Homs", "Hama", "Latakia", "Tartus")
	for _, tt := range []struct {
		rows         []geo.Place
		name, typ    string
		kind, reason string
	}{
		{mixed, "Baghdad", "city", "", "the capital"},
		{mixed, "Lviv", "city", "", "the seat of the province"},
		{mixed, "Lviv", "adm1", "adm1", "it stands in a column of provinces"},
		{mixed, "Lviv Oblast", "adm1", "", "the cell says what it means"},
		{mixed, "Anbar", "adm1", "", "no town has the name"},
		{syria, "Saraqab", "town", "", "spelled otherwise, in the country of all other rows"},
		{named("Beirut", "Sidon", "Zahle"), "Saraqab", "", "", "nothing is like it in the country of the other rows"},
		{syria, "", "", "", "a row that names nothing is not in the country of the others"},
		{syria, "unknown", "", "", "nor one whose place is not known"},
	} {
		p := geo.Place{Name: tt.name, Kind: tt.kind}
		if d.Table(slices.Values(tt.rows)).Locate(&p); p.Match.Type != tt.typ {
			t.Errorf("%s is a %q, want %q: %s", tt.name, p.Match.Type, tt.typ, tt.reason)
		}
	}
}

// TestUnitsAroundSeats: a county that is listed with its class word only is meant where its
// bare name is that of its seat.
func TestUnitsAroundSeats(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	for _, tt := range []struct {
		name   string
		within geo.Within
		adm1   string
	}{
		{"Moyale", geo.Within{Adm1: "Marsabit"}, "Marsabit County"},
		{"Naivasha", geo.Within{Adm2: "Nakuru"}, "Nakuru County"},
		{"Mwingi", geo.Within{Country: "Kenya", Adm1: "Kitui"}, "Kitui County"},
	} {
		p := geo.Place{Name: tt.name, Within: tt.within}
		if r.Locate(&p); p.Match.Name != tt.name || p.Match.Adm1 != tt.adm1 {
			t.Errorf("%s in %+v is %s in %s", tt.name, tt.within, p.Match.Name, p.Match.Adm1)
		}
	}
}

func named(names ...string) []geo.Place {
	var out []geo.Place
	for _, name := range names {
		out = append(out, geo.Place{Name: name})
	}
	return out
}
