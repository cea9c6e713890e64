package query

import (
	"slices"
	"strings"
	"unicode"
)

// withoutPostcodes takes the codes of post offices off the parts of a cell, and leaves out the
// numbers of houses that stand by themselves: "Av. Central, 1578 - Centro, Lajes, 88501-140".
func withoutPostcodes(parts []string) []string {
	if len(parts) < 2 {
		for i, part := range parts {
			parts[i] = withoutPostcode(part, false)
		}
		return parts
	}
	named := slices.DeleteFunc(withStates(parts), func(part string) bool {
		words := strings.Fields(part)
		return isHouseNumber(words) || postcodeAtStart(words, false) == len(words)
	})
	if len(named) == 0 {
		return parts
	}
	for i, part := range named {
		named[i] = withoutPostcode(part, i > 0)
	}
	return named
}

// withStates makes a part of its own of the code of a state that is tied to a town: "Rio de
// Janeiro/RJ". In the first part it may be another name of the place.
func withStates(parts []string) []string {
	all := slices.Clone(parts[:1])
	for _, part := range parts[1:] {
		if at := strings.LastIndexAny(part, "/-"); at > 0 && shape(strings.TrimSpace(part[at+1:])) == "AA" {
			all = append(all, part[:at], part[at+1:])
			continue
		}
		all = append(all, part)
	}
	return all
}

// isHouseNumber reports whether words are but the number of a house: "1578", "No. 5", "12B".
func isHouseNumber(words []string) bool {
	if len(words) == 2 && slices.Contains([]string{"no", "nº", "n°", "nr", "num", "#"}, strings.ToLower(strings.TrimRight(words[0], "."))) {
		words = words[1:]
	}
	return len(words) == 1 && slices.Contains([]string{"9", "99", "999", "9999", "9A", "99A", "999A"}, strings.ToUpper(shape(words[0])))
}

// withoutPostcode takes the number of a post office off a name, which stands behind it
// ("Norman 73069", "OK 73069-1234", "London SW1A 2AA") or, on the Continent, before it
// ("04600 Altenburg"). Roads have such numbers of their own; so have houses, in the first part.
func withoutPostcode(part string, further bool) string {
	words := strings.Fields(part)
	last := len(words) - 1
	if last < 1 || ofRoad(part) {
		return part
	}
	if n := postcodeAtEnd(words); n > 0 && n <= last {
		return strings.Join(words[:len(words)-n], " ")
	}
	first := 0
	if further || last == 1 && shape(words[0]) == "99999" {
		first = postcodeAtStart(words, further)
	}
	if first > 0 && first <= last && strings.ContainsFunc(words[first][:1], unicode.IsLetter) {
		return strings.Join(words[first:], " ")
	}
	return part
}

// The shapes of codes: five digits or six, in Brazil, Portugal, Poland and the United States with
// more behind a hyphen; letters and digits in Britain, Canada and the Netherlands.
var (
	postcodeShapes = []string{"99999", "999999", "99999-9999", "99999-999", "9999-999", "99-999", "9999AA"}
	shortShapes    = []string{"9999", "A-9999", "AA-9999", "A-99999"} // of which a house has the first, too
	postcodePairs  = [][2]string{{"A9", "9AA"}, {"A99", "9AA"}, {"AA9", "9AA"}, {"AA99", "9AA"}, {"A9A", "9AA"}, {"AA9A", "9AA"}, {"A9A", "9A9"}, {"9999", "AA"}, {"999", "99"}}
)

// postcodeAtStart returns how many words at the start of some are such a code. Short ones count
// only where no house can be meant.
func postcodeAtStart(words []string, short bool) int {
	switch {
	case len(words) == 0:
		return 0
	case len(words) > 1 && slices.Contains(postcodePairs, [2]string{shape(words[0]), shape(words[1])}):
		return 2
	case slices.Contains(postcodeShapes, shape(words[0])), short && slices.Contains(shortShapes, shape(words[0])):
		return 1
	}
	return 0
}

// postcodeAtEnd is postcodeAtStart for the end.
func postcodeAtEnd(words []string) int {
	last := len(words) - 1
	switch {
	case last > 0 && slices.Contains(postcodePairs, [2]string{shape(words[last-1]), shape(words[last])}):
		return 2
	case slices.Contains(postcodeShapes, shape(words[last])):
		return 1
	}
	return 0
}

// shape writes a word with 9 for each digit and A for each capital letter. What no code has is
// left as it is.
func shape(word string) string {
	if len(word) > len("99999-9999") {
		return word
	}
	return strings.Map(func(r rune) rune {
		switch {
		case '0' <= r && r <= '9':
			return '9'
		case 'A' <= r && r <= 'Z':
			return 'A'
		}
		return r
	}, word)
}
