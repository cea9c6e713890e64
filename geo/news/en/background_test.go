package en

import (
	"testing"
)

// TestSameWeapon tells a bomb that was told of before from another one.
func TestSameWeapon(t *testing.T) {
	tests := []struct {
		text   string
		want   bool
		reason string
	}{
		{"The vehicle was a lorry packed with explosives and was detonated at a gate.", true, "what the vehicle was makes it no other one"},
		{"The lorry exploded at a gate.", true, "it was told of"},
		{"A lorry exploded at a gate.", false, "it is told for the first time"},
		{"The bomb was followed by a second bomb that exploded at a gate.", false, "the second is another one"},
		{"Two men died when it exploded at a gate.", false, "nothing names it"},
	}
	for _, tt := range tests {
		w := wordsOf(tt.text)
		at := 0
		for w.At(at) != "exploded" && w.At(at) != "detonated" {
			at++
		}
		if got := w.SameWeapon(at); got != tt.want {
			t.Errorf("%q: %v, want %v: %s", tt.text, got, tt.want, tt.reason)
		}
	}
}
