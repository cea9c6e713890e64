// Package lines yields the lines of the tables that are kept as text: lists of
// words and the like, one entry a line, with comments behind a #.
package lines

import (
	"iter"
	"strings"
)

// Of yields the lines of a text without space around them, empty ones and
// comments left out.
func Of(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}
