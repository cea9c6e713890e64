package fold

import "strings"

// ClassWords takes off a key the words that say what kind of place is meant, in
// front or behind: "qada samarra", "orange county", "محافظه الانبار". It returns
// the rest, which is not empty, and the place type that the words say: adm1,
// adm2, city, town, village, neighbourhood, camp, river, lake, sea, mountain,
// desert, dam, island, crossing, airport, airbase, facility, region or country.
//
// A key without such words comes back with an empty type. So many names have
// them as parts, as "salt lake city" has, that a caller should look for the whole
// key first.
func ClassWords(key string) (bare, placeType string) {
	if bare, placeType = cutClass(key, strings.Cut, classBefore()); placeType != "" {
		return bare, placeType
	}
	return cutClass(key, cutLast, classBehind())
}

// cutLast cuts a string at its last separator; the parts come in the order last,
// first.
func cutLast(s, sep string) (last, rest string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[i+len(sep):], s[:i], true
}

// maxClassWords is the number of words of the longest class: "district de la".
const maxClassWords = 3

// cutClass takes words off the end of a key that cut works on, as many as
// together are a class.
func cutClass(key string, cut func(s, sep string) (word, rest string, found bool), classes map[string]string) (bare, placeType string) {
	bare = key
	rest := key
	for range maxClassWords {
		_, shorter, found := cut(rest, " ")
		if !found || shorter == "" {
			break
		}
		rest = shorter
		if t, ok := classes[removed(key, rest)]; ok {
			bare, placeType = rest, t
		}
	}
	return bare, placeType
}

// removed returns what was taken off a key, at either end, to leave a rest.
func removed(key, rest string) string {
	if before, ok := strings.CutSuffix(key, " "+rest); ok {
		return before
	}
	return strings.TrimPrefix(key, rest+" ")
}
