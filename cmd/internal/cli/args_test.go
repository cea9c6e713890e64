package cli

import (
	"strings"
	"testing"
)

func TestFlagsFirst(t *testing.T) {
	app := newApp(Streams{})
	for _, tt := range []struct{ args, want, reason string }{
		{"dateline map a b -o out", "dateline map -o out a b", "a flag may stand last"},
		{"dateline map a --strict b", "dateline map --strict a b", "a switch takes no value"},
		{"dateline map a -o -", "dateline map -o - a", "- is a value"},
		{"dateline map - -o=out", "dateline map -o=out -", "- is an input, and = holds the value"},
		{"dateline map a -- -b", "dateline map -- a -b", "what follows -- is no flag"},
		{"dateline gazetteer lookup Hit --country Iraq", "dateline gazetteer lookup --country Iraq Hit", "subcommands have their own flags"},
		{"dateline --version", "dateline --version", "the program's own flags"},
		{"dateline", "dateline", "nothing to move"},
	} {
		if got := strings.Join(flagsFirst(app, strings.Fields(tt.args)), " "); got != tt.want {
			t.Errorf("%q becomes %q, want %q: %s", tt.args, got, tt.want, tt.reason)
		}
	}
}
