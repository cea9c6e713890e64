package record

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/dateline-map/dateline/geo/internal/lines"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

//go:embed types.txt
var typesTxt string

// eventType is a type of event and its finer kind, in our words.
type eventType struct{ typ, sub string }

var eventTypes = sync.OnceValue(func() map[string]eventType {
	types := map[string]eventType{}
	for line := range lines.Of(typesTxt) {
		parts := strings.Split(line, "|")
		types[headers.Words(parts[0])] = eventType{strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2])}
	}
	return types
})

// kindOf reads a type and a sub-type as written.
func kindOf(typ, sub string, c codes) eventType {
	typ, sub = c.finer(c.word(typ), sub)
	if t, ok := listedKind(typ); ok {
		typ = t.typ
		if sub == "" {
			sub = t.sub
		}
	}
	if t, ok := eventTypes()[headers.Words(sub)]; ok && t.sub != "" && (typ == "" || t.typ == typ) {
		typ, sub = t.typ, t.sub
	}
	return eventType{typ, sub}
}

// listedKind returns the kind that a cell is or, of several in it, the first that is
// listed: "Airstrike; Drone".
func listedKind(cell string) (eventType, bool) {
	if t, ok := eventTypes()[headers.Words(cell)]; ok || len(cell) > longestKind {
		return t, ok
	}
	for part := range strings.FieldsFuncSeq(cell, func(r rune) bool { return strings.ContainsRune(";|,", r) }) {
		if t, ok := eventTypes()[headers.Words(part)]; ok {
			return t, true
		}
	}
	return eventType{}, false
}
