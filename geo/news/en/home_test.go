package en

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/news/text"
)

func TestHomeOf(t *testing.T) {
	tests := []struct {
		text, want, reason string
	}{
		{"The sheriff’s office said a deputy had found the boat near Harlow Creek.", "United States", "an office that one country has"},
		{"Magistrates heard that the pensioner had left her bungalow at noon.", "United Kingdom", "several words"},
		{"RCMP said the plow was stolen on Friday.", "Canada", "a force"},
		{"The tehsildar said a compensation would be paid.", "", "too little for either"},
		{"The SHO said the bodies had been taken to the tehsil hospital.", "India and Pakistan", "two countries alike"},
		{"The collector promised five lakh rupees, the sarpanch said.", "India", "what one has beside what both have"},
		{"The parliament met and the army moved.", "", "what every country has"},
		{"He spent a pc on it, opp or not.", "", "small letters are other words"},
		{"", "", "no text"},
	}
	for _, test := range tests {
		if got := strings.Join(HomeOf(test.text, text.Split(test.text)), " and "); got != test.want {
			t.Errorf("%s: %q: got %q, want %q", test.reason, test.text, got, test.want)
		}
	}
}
