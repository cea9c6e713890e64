package lines

import (
	"slices"
	"testing"
)

func TestOf(t *testing.T) {
	text := "# what it is\n\n  one: a, b\t\r\n#two\nthree # not a comment\n\nfour"
	want := []string{"one: a, b", "three # not a comment", "four"}
	if got := slices.Collect(Of(text)); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for line := range Of(text) {
		if line != want[0] {
			t.Errorf("%q after the first", line)
		}
		break
	}
}
