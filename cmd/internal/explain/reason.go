package explain

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo/record"
)

// reasonWords say the gazetteer's reason codes to people.
var reasonWords = map[string]string{
	resolve.ReasonEmpty:           "no place is named",
	resolve.ReasonTooLong:         "too long for a name",
	resolve.ReasonOnlyPunctuation: "there is only punctuation where a name should be",
	resolve.ReasonOnlyNumbers:     "there are only numbers where a name should be",
	resolve.ReasonOnlyEmoji:       "there are only pictures where a name should be",
	resolve.ReasonOverride:        "characters in the name make it look otherwise than it is written",
	resolve.ReasonMixedScripts:    "a word of the name has letters of two alphabets",
	resolve.ReasonUnknownPlace:    "the source says that the place is not known",
	resolve.ReasonNoValue:         "the source has no place to name",
	resolve.ReasonVarious:         "the source says several places or a whole country, and names none",
	resolve.ReasonWithheld:        "the source withholds the place",
	resolve.ReasonNotAName:        "what is written is no name",
	resolve.ReasonNotFound:        "the gazetteer has no place of this name",
	resolve.ReasonNoSuchCountry:   "there is no such country",
	resolve.ReasonContradiction:   "places have this name, but none in the country that is said",
	resolve.ReasonSeveral:         "several places are about as likely",
	resolve.ReasonPlacedAtAdm2:    "not in the gazetteer; placed at the district that is said",
	resolve.ReasonPlacedAtAdm1:    "not in the gazetteer; placed at the province that is said",
	resolve.ReasonPlacedAtLand:    "not in the gazetteer; placed at the country that is said",
	resolve.ReasonPlacedAtNearby:  "not in the gazetteer; placed at the town named beside it",
	resolve.ReasonNoPCodes:        "there is only a P-code, and the gazetteer has none",
	resolve.ReasonUnknownPCode:    "there is only a P-code, and the gazetteer does not have it",
	resolve.ReasonPCodeDisputed:   "the P-code is that of another unit than the row names; placed by the code",
	resolve.ReasonDecided:         "you decided that it means no place",
	resolve.ReasonAbroad:          "the coordinates lie in another country than is said",
	resolve.ReasonStandsForName:   "the coordinates stand for the whole area, which is all that is named",
	resolve.ReasonStandsForPoint:  "the coordinates are the point by which lists have a whole area",
	record.ReasonInLayer:          "the layer that was read had no place for it",
	"stand_in":                    "not found; another place that the story names stands in for it",
	"stand_in_unlikely":           "not found or not said, and no place that the story names is likely enough to stand in for it",
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
