package news_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
)

// telling is a text, and an event that it should tell, or must not, as told writes it.
type telling struct{ text, event, reason string }

// lastTold fails for each text whose last event is another.
func lastTold(t *testing.T, tests []telling) {
	t.Helper()
	for _, tt := range tests {
		events := reader().Events(story(tt.text))
		if len(events) == 0 {
			t.Errorf("%q: no events, want %s: %s", tt.text, tt.event, tt.reason)
			continue
		}
		if got := told(&events[len(events)-1]); got != tt.event {
			t.Errorf("%q: %s, want %s: %s", tt.text, got, tt.event, tt.reason)
		}
	}
}

// notTold fails for each text that tells of such an event as of one that happened; part of what told
// writes is enough.
func notTold(t *testing.T, tests []telling) {
	t.Helper()
	for _, tt := range tests {
		for _, e := range reader().Events(story(tt.text)) {
			if e.Status != geo.Planned && strings.Contains(told(&e), tt.event) {
				t.Errorf("%q: %s: %s", tt.text, told(&e), tt.reason)
			}
		}
	}
}

// allTold fails for each text, under the mechanism that reads it, that tells of anything else
// than the events it wants, parted by semicolons.
func allTold(t *testing.T, tests map[string][]struct{ text, want string }) {
	t.Helper()
	for reason, tests := range tests {
		for _, tt := range tests {
			var got []string
			for _, e := range reader().Events(story(tt.text)) {
				got = append(got, told(&e))
			}
			if got := strings.Join(got, "; "); got != tt.want {
				t.Errorf("%q: %s, want %s: %s", tt.text, got, tt.want, reason)
			}
		}
	}
}

// told writes an event in short: what, where, when, and how many were killed.
func told(e *geo.Event) string {
	killed := "?"
	if n, known := e.Killed.Best.Int(); known {
		killed = fmt.Sprint(n)
	}
	return fmt.Sprintf("%s, %s, %s, killed %s", e.SubType, e.Place.Name, e.When.First, killed)
}
