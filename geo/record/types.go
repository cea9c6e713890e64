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
