package gazetteer

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/fold"
)

// splitParts cuts a cell where its writer did, and puts the name first and what
// it lies in after it. "Anbar > Hit" and "Damascus: Barzeh" go from large to
// small.
func splitParts(name string) []string {
	name = strings.Map(plainSeparator, name)
	dash := ","
	if ofRoad(name) {
		dash = "-" // "Goma - Sake road" has two ends
	}
	name = strings.ReplaceAll(name, " - ", dash)
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == ',' || r == '(' || r == ')' || r == '>' || r == ':' })
	parts = slices.DeleteFunc(parts, func(s string) bool { return fold.Key(s) == "" })
	for i, part := range parts {
		parts[i] = withoutPostcode(part)
	}
	if strings.ContainsAny(name, ">:") {
		slices.Reverse(parts)
	}
	return parts
}

// plainSeparator makes the separators of other scripts and habits ASCII ones.
func plainSeparator(r rune) rune {
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

// withoutPostcode takes the number of a post office off a name, which stands behind it
// ("Norman 73069", "OK 73069-1234") or, on the Continent, before it ("04600 Altenburg").
// Roads have such numbers of their own.
func withoutPostcode(part string) string {
	words := strings.Fields(part)
	last := len(words) - 1
	switch {
	case last < 1 || ofRoad(part):
	case isPostcode(words[last]):
		return strings.Join(words[:last], " ")
	case last == 1 && isPostcode(words[0]):
		return words[1]
	}
	return part
}

// isPostcode reports whether a word is a number of five digits, perhaps with four behind
// it as in the United States.
func isPostcode(word string) bool {
	code, more, long := strings.Cut(word, "-")
	digits := func(s string, n int) bool { return len(s) == n && strings.Trim(s, "0123456789") == "" }
	return digits(code, 5) && (!long || digits(more, 4))
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
