package resolve

import (
	"strings"
	"testing"
)

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
