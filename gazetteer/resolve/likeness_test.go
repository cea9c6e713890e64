package resolve

import (
	"strings"
	"testing"
)

func TestEditDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{{"", "", 0}, {"mosul", "", 5}, {"mosul", "mossul", 1}, {"tikrit", "takrit", 1}, {"kitten", "sitting", 3}}
	for _, tt := range tests {
		if got := editDistance([]rune(tt.a), []rune(tt.b)); got != tt.want {
			t.Errorf("editDistance(%q, %q) is %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestSameFolded(t *testing.T) {
	words := []string{"", "K", "k", "\u212a", "s", "\u017f", "Homs", "HOMS", "homs", "Élan", "élan", "Elan", "@", "`", "[", "{", "1", "\x11"}
	for _, a := range words {
		for _, b := range words {
			if got, want := sameFolded(a, b), strings.EqualFold(a, b); got != want {
				t.Errorf("sameFolded(%q, %q) = %t, want %t", a, b, got, want)
			}
		}
	}
}
