package explain

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo/record"
)

// reasonWords say the gazetteer's reason codes to people.
var reasonWords = map[string]string{
	gazetteer.ReasonEmpty:           "no place is named",
	gazetteer.ReasonTooLong:         "too long for a name",
	gazetteer.ReasonOnlyPunctuation: "there is only punctuation where a name should be",
	gazetteer.ReasonOnlyNumbers:     "there are only numbers where a name should be",
	gazetteer.ReasonOnlyEmoji:       "there are only pictures where a name should be",
	gazetteer.ReasonOverride:        "characters in the name make it look otherwise than it is written",
	gazetteer.ReasonMixedScripts:    "a word of the name has letters of two alphabets",
	gazetteer.ReasonUnknownPlace:    "the source says that the place is not known",
	gazetteer.ReasonNoValue:         "the source has no place to name",
	gazetteer.ReasonVarious:         "the source says several places or a whole country, and names none",
	gazetteer.ReasonWithheld:        "the source withholds the place",
	gazetteer.ReasonNotAName:        "what is written is no name",
	gazetteer.ReasonNotFound:        "the gazetteer has no place of this name",
	gazetteer.ReasonNoSuchCountry:   "there is no such country",
	gazetteer.ReasonContradiction:   "places have this name, but none in the country that is said",
	gazetteer.ReasonSeveral:         "several places are about as likely",
	gazetteer.ReasonPlacedAtAdm2:    "not in the gazetteer; placed at the district that is said",
	gazetteer.ReasonPlacedAtAdm1:    "not in the gazetteer; placed at the province that is said",
	gazetteer.ReasonPlacedAtLand:    "not in the gazetteer; placed at the country that is said",
	gazetteer.ReasonPlacedAtNearby:  "not in the gazetteer; placed at the town named beside it",
	gazetteer.ReasonNoPCodes:        "there is only a P-code, and the gazetteer has none",
	gazetteer.ReasonUnknownPCode:    "there is only a P-code, and the gazetteer does not have it",
	gazetteer.ReasonPCodeDisputed:   "the P-code is that of another unit than the row names; placed by the code",
	gazetteer.ReasonDecided:         "you decided that it means no place",
	gazetteer.ReasonAbroad:          "the coordinates lie in another country than is said",
	gazetteer.ReasonStandsForName:   "the coordinates stand for the whole area, which is all that is named",
	gazetteer.ReasonStandsForPoint:  "the coordinates are the point by which lists have a whole area",
	record.ReasonInLayer:            "the layer that was read had no place for it",
	"stand_in":                      "not found; another place that the story names stands in for it",
	"stand_in_unlikely":             "not found or not said, and no place that the story names is likely enough to stand in for it",
}

// Reason says a reason code to people. One that is not known is said as
// it is.
func Reason(code string) string {
	if words, ok := reasonWords[code]; ok {
		return words
	}
	return code
}

// Reasons counts events without a place by reason code.
type Reasons struct{ of map[string]int }

// Add counts an event.
func (n *Reasons) Add(code string) {
	if n.of == nil {
		n.of = make(map[string]int)
	}
	n.of[code]++
}

// mostReasons is how many reasons a summary tells.
const mostReasons = 6

// Say tells why events have no place, the commonest reason first, with the code
// under which it stands in outputs.
func (n *Reasons) Say(v voice.Voice) {
	codes := slices.SortedFunc(maps.Keys(n.of), func(a, b string) int {
		return cmp.Or(cmp.Compare(n.of[b], n.of[a]), cmp.Compare(a, b))
	})
	for i, code := range codes {
		if i == mostReasons {
			v.Say("          %s more", voice.Plural(len(codes)-i, "reason"))
			return
		}
		v.Say("          %d: %s (%s)", n.of[code], Reason(code), code)
	}
}
