package news_test

import (
	"testing"

	"github.com/dateline-map/dateline/geo"
)

// TestWire reads single sentences in the ways of news agencies, which leave out words
// that others write, and say much of a place besides its name.
func TestWire(t *testing.T) {
	tests := []struct{ text, place, country, reason string }{
		{"A car bomb exploded in Baghdad Thursday and killed six people.", "Baghdad", "IQ", "a day without \"on\" is no part of the name"},
		{"Two bombers struck a market in the city of Maroua Wednesday afternoon, killing eleven people.", "Maroua", "CM", "a day without \"on\", behind what the place is called"},
		{"Air strikes killed nine people in rebel-held Taiz late on Saturday.", "Taiz", "YE", "who holds it is no part of the name"},
		{"A mine killed two families fleeing the Islamic State-controlled town of Hawija.", "Hawija", "IQ", "who holds it, in two words, is not the place"},
		{"Snipers of the Iran-backed rebels shot dead a cameraman in Taiz on Tuesday.", "Taiz", "YE", "whom others back is not where they are"},
		{"Gunmen killed six people in Mandera near the border with Somalia on Monday.", "Mandera", "KE", "behind a border lies another country"},
		{"Gunmen of Somalia's Al-Shabab attacked a hotel in Garissa and killed four people.", "Garissa", "KE", "what lies as near as its own towns is no stranger"},
	}
	for _, tt := range tests {
		events := reader().Events(story(tt.text))
		if len(events) != 1 {
			t.Errorf("%q: %d events: %v", tt.text, len(events), events)
			continue
		}
		if p := &events[0].Place; p.Name != tt.place || p.Match.Country != tt.country || p.Match.Precision > geo.NearPlace {
			t.Errorf("%q: at %q (%s, %v), want %q in %s: %s", tt.text, p.Name, p.Match.Country, p.Match.Precision, tt.place, tt.country, tt.reason)
		}
	}
}
