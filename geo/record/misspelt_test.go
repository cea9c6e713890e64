package record

import "testing"

func TestMeant(t *testing.T) {
	words := []string{"date", "place", "killed", "lat", "lon"}
	tests := []struct{ word, want, reason string }{
		{"plase", "place", "one letter changed"},
		{"plce", "place", "one left out"},
		{"Killled", "killed", "one too many, and a capital"},
		{"fatalities", "", "another word"},
		{"lt", "", "too short to be sure"},
		{"town", "", "another word, two letters from lon"},
		{"x", "", "a letter is nothing misspelt"},
		{"", "", "nothing"},
	}
	for _, tt := range tests {
		if got := Meant(tt.word, words); got != tt.want {
			t.Errorf("Meant(%q) = %q, want %q: %s", tt.word, got, tt.want, tt.reason)
		}
	}
}
