package news_test

import (
	"strings"
	"testing"
)

// TestStandsIn reads which place stands in for what no gazetteer has, or has too often.
func TestStandsIn(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"Rebels in Myanmar seized a camp near the Quorvalla and Zumbata villages of Rakhine state's Ann township on Monday.", "Ann", "the township, and not the state that it is owned by"},
		{"Rebels killed a soldier in Guihulngan City, in the Philippines, on Sunday.\n\nThe men clashed with troops again in Sitio Ilihan on Monday.", "Guihulñgan", "a hamlet whose name hundreds have lies in the town told before"},
		{"Rebels killed a soldier in Guihulngan City, in the Philippines, on Sunday.\n\nRebels clashed with troops in Ilihan on Monday.", "Ilihan", "what is not called a hamlet may be anywhere"},
		{"Two bodies were found in Culiacan, in Mexico, on Sunday.\n\nA woman was shot dead in Colonia Miguel Hidalgo on Monday.", "Culiac", "likewise a quarter"},
		{"Bandits attacked Faskari, in Katsina state, on Monday. They killed five people in Quorvalla along the Zaria – Sokoto highway on Tuesday.", "Faskari", "the ends of a road are far from what lies on it"},
	}
	for _, tt := range tests {
		events := reader().Events(story(tt.text))
		if len(events) == 0 {
			t.Errorf("%q: no events: %s", tt.text, tt.reason)
			continue
		}
		if m := events[len(events)-1].Place.Match; !strings.Contains(m.Name, tt.want) {
			t.Errorf("%q: at %s, %s, want %s: %s", tt.text, m.Name, m.Country, tt.want, tt.reason)
		}
	}
}
