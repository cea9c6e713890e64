package record

import (
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

// worldWords are the words of which names of parts of the world are made, such as
// "Sub-Saharan Africa" or "Middle East and North Africa": true for those that only
// such names have.
var worldWords = map[string]bool{
	"africa": true, "asia": true, "europe": true, "oceania": true, "americas": true, "mena": true, "australasia": true, "caribbean": true,
	"afrique": true, "asie": true, "oceanie": true, "ameriques": true, "europa": true,
	"america": false, "amerique": false, "pacific": false, "middle": false, "east": false, "eastern": false, "west": false, "western": false,
	"north": false, "northern": false, "south": false, "southern": false, "central": false, "southeast": false, "southeastern": false,
	"latin": false, "sub": false, "saharan": false, "and": false, "the": false, "near": false, "far": false,
}

// worldRegion reports whether a cell names a part of the world that countries lie
// in, which is no area of theirs.
func worldRegion(cell string) bool {
	words := headers.Words(cell)
	some := strings.HasPrefix(words, "middle east") || strings.HasSuffix(words, " america")
	for w := range strings.FieldsSeq(words) {
		only, known := worldWords[w]
		if !known {
			return false
		}
		some = some || only
	}
	return some
}
