package cli

import "github.com/dateline-map/dateline/gazetteer"

// reasons say the gazetteer's reason codes to people.
var reasons = map[string]string{
	gazetteer.ReasonEmpty:          "no place is named",
	gazetteer.ReasonNotAName:       "what is written is no name",
	gazetteer.ReasonNoPlaceSaid:    "the source says that the place is not known",
	gazetteer.ReasonTooLong:        "too long for a name",
	gazetteer.ReasonNotFound:       "the gazetteer has no place of this name",
	gazetteer.ReasonNoSuchCountry:  "there is no such country",
	gazetteer.ReasonContradiction:  "places have this name, but none in the country that is said",
	gazetteer.ReasonSeveral:        "several places are about as likely",
	gazetteer.ReasonNoSupport:      "places are spelled nearly so, but nothing else speaks for them",
	gazetteer.ReasonPlacedAtAdm2:   "not in the gazetteer; placed at the district that is said",
	gazetteer.ReasonPlacedAtAdm1:   "not in the gazetteer; placed at the province that is said",
	gazetteer.ReasonPlacedAtLand:   "not in the gazetteer; placed at the country that is said",
	gazetteer.ReasonPlacedAtNearby: "not in the gazetteer; placed at the town named beside it",
	gazetteer.ReasonDecided:        "you decided that it means no place",
	"stand_in":                     "not found; another place that the story names stands in for it",
}

// reasonWords says a reason code to people. One that is not known is said as
// it is.
func reasonWords(code string) string {
	if words, ok := reasons[code]; ok {
		return words
	}
	return code
}
