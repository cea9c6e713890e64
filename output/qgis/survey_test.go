package qgis

import (
	"testing"

	"github.com/dateline-map/dateline/geo"
)

func TestTolls(t *testing.T) {
	var seen tolls
	for _, killed := range []geo.Count{geo.Exactly(0), {}, geo.Exactly(1), geo.Exactly(3), geo.Exactly(3), geo.Exactly(40)} {
		seen.note(killed)
	}
	for _, test := range []struct {
		most, want int
		reason     string
	}{
		{0, 64, "nothing reaches the power of two above the highest toll"},
		{1, 4, "forty alone do"},
		{2, 4, "the two of 3 can only come together"},
		{3, 2, "now they have room"},
		{9, 1, "no dead, or none known, is no toll"},
	} {
		if got := seen.exceededBy(test.most); got != test.want {
			t.Errorf("at most %d reach %d, want %d: %s", test.most, got, test.want, test.reason)
		}
	}
}
