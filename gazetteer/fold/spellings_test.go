package fold

import (
	_ "embed"
	"strings"
	"testing"
)

//go:embed testdata/spellings.txt
var spellings string

// Every spelling of the list leads to its town, by key or by skeleton, but for
// those that are marked as out of reach.
func TestSpellings(t *testing.T) {
	tried, reached := 0, 0
	for line := range strings.Lines(spellings) {
		town, list, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if !ok || town[0] == '#' {
			continue
		}
		for spelling := range strings.SplitSeq(list, ", ") {
			name, lost := strings.CutPrefix(spelling, "~")
			same := Bare(Key(name)) == Bare(Key(town)) || Skeleton(name) == Skeleton(town)
			tried++
			if same {
				reached++
			}
			if same == lost {
				t.Errorf("%q is %q, %q is %q: found %t", town, Skeleton(town), name, Skeleton(name), same)
			}
		}
	}
	t.Logf("%d of %d spellings are reached", reached, tried)
}
