package en

import "testing"

func TestAdjectiveEnding(t *testing.T) {
	tests := []struct {
		word   string
		want   bool
		reason string
	}{
		{"pakistani", true, "an adjective that is a country's name in Swahili"},
		{"somalian", true, "an adjective"},
		{"japan", false, "a country"},
		{"mali", false, "a country with too little before its ending"},
		{"bhutan", false, "a country"},
		{"", false, "no word"},
	}
	for _, test := range tests {
		if got := AdjectiveEnding(test.word); got != test.want {
			t.Errorf("%s: %q: got %t", test.reason, test.word, got)
		}
	}
}

// TestNouns names the words that stand in two lists by right, and which wins.
func TestNouns(t *testing.T) {
	for word, want := range map[string]Noun{
		"province": PlaceNoun, "airport": FacilityNoun, "bank": OrgNoun, "capital": PlaceNoun, "mr.": TitleNoun,
		"northern": DirectionNoun, "may": DateNoun, "said": SpeechVerb, "near": PlacePreposition, "paris": NoNoun,
	} {
		if got := Nouns(word); got != want {
			t.Errorf("%q: got %d, want %d", word, got, want)
		}
	}
}
