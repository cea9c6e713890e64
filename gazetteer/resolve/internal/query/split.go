package query

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/fold"
)

// splitParts cuts a cell where its writer did, and puts the name first and what
// it lies in after it. "Anbar > Hit" and "Damascus: Barzeh" go from large to
// small.
func splitParts(name string) []string {
	name = strings.Map(PlainSeparator, name)
	dash := ","
	if ofRoad(name) {
		dash = "-" // "Goma - Sake road" has two ends
	}
	name = strings.ReplaceAll(name, " - ", dash)
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == ',' || r == '(' || r == ')' || r == '>' || r == ':' })
	parts = slices.DeleteFunc(parts, func(s string) bool { return fold.Key(s) == "" })
	parts = withoutPostcodes(parts)
	if strings.ContainsAny(name, ">:") {
		slices.Reverse(parts)
	}
	return parts
}

// PlainSeparator makes the separators of other scripts and habits ASCII ones.
func PlainSeparator(r rune) rune {
	switch r {
	case '،', '，', '、', '|', '\n', '\t', '·', '•':
		return ','
	case ';', '؛', '；': // what is listed so are places, not what they lie in
		return '/'
	case '[', '{', '（':
		return '('
	case ']', '}', '）':
		return ')'
	case '–', '—', '‒', '−':
		return '-'
	case '›', '»', '→':
		return '>'
	case '\\':
		return '/'
	}
	return r
}

// ofRoad reports whether the first or the last word of a cell is one for a road.
func ofRoad(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 {
		return false
	}
	isRoad := func(word string) bool { return lexicon.has(fold.Key(word), wordRoad) }
	return isRoad(words[0]) || isRoad(words[len(words)-1])
}
