// Package pattern compiles regular expressions when they are first asked for.
// Compiled at start, those of all readers cost every run of the program two
// milliseconds, whichever of them it needs.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern returns a regular expression, the same each time. Any number of
// goroutines may call it.
type Pattern func() *regexp.Regexp

// New returns the pattern of an expression, which must be right: the first call
// of the pattern panics if it is not.
func New(expr string) Pattern {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
