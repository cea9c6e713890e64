package query

import "testing"

func TestRelationWords(t *testing.T) {
	for _, tt := range []struct{ name, want, reason string }{
		{"Tikrit", "", "the place itself"},
		{"near Tikrit", "near", "around it"},
		{"10 km east of Tikrit", "10 km east of", "distance and bearing"},
		{"south of Kirkuk", "south of", "a bearing without a distance"},
		{"northern Iraq", "in the north of", "a part of it"},
	} {
		p := parser{}
		rel, _ := p.relation(keyWords(tt.name))
		if got := rel.String(); got != tt.want {
			t.Errorf("%q: %q, want %q: %s", tt.name, got, tt.want, tt.reason)
		}
	}
}
