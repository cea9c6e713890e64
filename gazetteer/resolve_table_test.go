package gazetteer_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo"
)

// TestTable resolves rows that say no country beside the rest of their table.
func TestTable(t *testing.T) {
	_, r := worldResolver(t, gazetteer.ResolverOptions{})
	d, err := r.Decide(nil)
	if err != nil {
		t.Fatal(err)
	}
	lebanon := named("Beirut", "Sidon", "Tyre", "Baalbek", "Zahle", "Nabatieh", "Tripoli")
	libya := named("Benghazi", "Misrata", "Sirte", "Sabha", "Tobruk", "Derna", "Tripoli")
	tests := []struct {
		rows          []geo.Place
		name, country string
		reason        string
	}{
		{lebanon, "Tripoli", "LB", "the other rows are about Lebanon"},
		{libya, "Tripoli", "LY", "the other rows are about Libya"},
		{libya, "Tripoli, Lebanon", "LB", "what the cell itself says outweighs the other rows"},
		{lebanon, "Benghazi", "LY", "other rows are evidence, not a fence"},
	}
	for _, tt := range tests {
		var first geo.Match
		for turn, rows := range [][]geo.Place{tt.rows, slices.Concat(tt.rows[3:], tt.rows[:3])} {
			p := geo.Place{Name: tt.name}
			d.Table(slices.Values(rows)).Locate(&p)
			if p.Match.Country != tt.country {
				t.Errorf("%s is in %q, want %s: %s", tt.name, p.Match.Country, tt.country, tt.reason)
			}
			if turn == 0 {
				first = p.Match
			} else if diff := cmp.Diff(first, p.Match, cmp.AllowUnexported(geo.Figure{})); diff != "" {
				t.Errorf("%s: the order of the rows matters:\n%s", tt.name, diff)
			}
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
