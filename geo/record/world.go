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
	"afrique": true, "asie": true, "oceanie": true, "ameriques": true, "europa": true, "caribe": true, "caraibes": true,
	"norteamerica": true, "centroamerica": true, "sudamerica": true, "suramerica": true, "latinoamerica": true,
	"america": false, "amerique": false, "pacific": false, "middle": false, "east": false, "eastern": false, "west": false, "western": false,
	"north": false, "northern": false, "south": false, "southern": false, "central": false, "southeast": false, "southeastern": false,
	"norte": false, "sur": false, "sul": false, "medio": false, "oriente": false, "oriental": false, "occidental": false, "nord": false, "sud": false, "del": false, "do": false, "du": false,
	"latin": false, "latina": false, "y": false, "et": false, "el": false, "sub": false, "saharan": false, "and": false, "the": false, "near": false, "far": false,
}

// worldRegion reports whether a cell names a part of the world that countries lie
// in, which is no area of theirs.
func worldRegion(cell string) bool {
	words := headers.Words(cell)
	some := strings.HasPrefix(words, "middle east") || strings.HasSuffix(words, " america") || strings.HasPrefix(words, "america ") || strings.HasPrefix(words, "amerique ") || words == "oriente medio" || words == "medio oriente"
	for w := range strings.FieldsSeq(words) {
		only, known := worldWords[w]
		if !known {
			return false
		}
		some = some || only
	}
	return some
}
