// Package kinds reads kinds of events as tables have them: a type and a sub-type in the words of some
// fifteen languages and of other vocabularies, the codes of data sets, what a title names, and what
// all of a file is of by its name. What is not listed stays as it is written.
package kinds

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/dateline-map/dateline/geo/internal/lines"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

//go:embed types.txt
var typesTxt string

// Kind is a type of event and its finer kind, in our words. The zero Kind is none.
type Kind struct{ Type, Sub string }

var listed = sync.OnceValue(func() map[string]Kind {
	types := map[string]Kind{}
	for line := range lines.Of(typesTxt) {
		parts := strings.Split(line, "|")
		types[headers.Words(parts[0])] = Kind{strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2])}
	}
	return types
})

// Of reads a type and a sub-type as written.
func Of(typ, sub string, c Codes) Kind {
	typ, sub = c.finer(c.word(typ), sub)
	if t, ok := Listed(typ); ok {
		typ = t.Type
		if sub == "" {
			sub = t.Sub
		}
	}
	if t, ok := listed()[headers.Words(sub)]; ok && t.Sub != "" && (typ == "" || t.Type == typ) {
		typ, sub = t.Type, t.Sub
	}
	return Kind{typ, sub}
}

// Listed returns the kind that a cell is or, of several in it, the first that is
// listed: "Airstrike; Drone".
func Listed(cell string) (Kind, bool) {
	if t, ok := listed()[headers.Words(cell)]; ok || len(cell) > Longest {
		return t, ok
	}
	for part := range strings.FieldsFuncSeq(cell, func(r rune) bool { return strings.ContainsRune(";|,", r) }) {
		if t, ok := listed()[headers.Words(part)]; ok {
			return t, true
		}
	}
	return Kind{}, false
}

// IsListed reports whether a cell is a kind that is listed, or several of which one is.
func IsListed(cell string) bool { _, listed := Listed(cell); return listed }

// Word returns the kind that a word or phrase is by itself.
func Word(words string) (Kind, bool) {
	k, ok := listed()[headers.Words(words)]
	return k, ok
}

// Longest bounds, in bytes, the names of kinds of events.
const Longest = 60
