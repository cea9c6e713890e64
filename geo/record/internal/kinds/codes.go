package kinds

import (
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

// Codes are numbers that a data set writes for types of events.
type Codes uint8

const (
	NoCodes       Codes = iota
	violenceCodes       // UCDP's type_of_violence
	cameoCodes          // CAMEO's root codes, as in GDELT
	HazardCodes         // GLIDE's, as GDACS and ReliefWeb have them
)

// CodesOf returns the codes that a column of that name has.
func CodesOf(header string) Codes {
	switch headers.Words(header) {
	case "type of violence":
		return violenceCodes
	case "event root code", "event code": // those of a data set
		return cameoCodes
	}
	return NoCodes
}

var codeWords = [...]map[string]string{
	violenceCodes: {"1": "state-based violence", "2": "non-state violence", "3": "one-sided violence"},
	cameoCodes: {
		"01": "Make public statement", "02": "Appeal", "03": "Express intent to cooperate", "04": "Consult",
		"05": "Engage in diplomatic cooperation", "06": "Engage in material cooperation", "07": "Provide aid", "08": "Yield",
		"09": "Investigate", "10": "Demand", "11": "Disapprove", "12": "Reject", "13": "Threaten", "14": "Protest",
		"15": "Exhibit force posture", "16": "Reduce relations", "17": "Coerce", "18": "Assault", "19": "Fight",
		"20": "Use unconventional mass violence",
	},
	HazardCodes: {
		"CE": "Complex emergency", "CW": "Cold wave", "DR": "Drought", "EC": "Extratropical cyclone", "EP": "Epidemic", "EQ": "Earthquake", "ET": "Extreme temperature",
		"FF": "Flash flood", "FL": "Flood", "FR": "Fire", "HT": "Heat wave", "IN": "Insect infestation", "LS": "Landslide", "MS": "Mudslide", "SS": "Storm surge",
		"ST": "Severe local storm", "TC": "Tropical cyclone", "TO": "Tornado", "TS": "Tsunami", "VO": "Volcano", "VW": "Violent wind", "WF": "Wildfire",
	},
}

// IsHazard reports whether a cell is one of GLIDE's codes.
func IsHazard(cell string) bool { return codeWords[HazardCodes][cell] != "" }

// finerCAMEO are the codes below CAMEO's roots that certainly are a kind of event
// that ACLED has too, in its words. Of all others the root says all there is to say.
var finerCAMEO = map[string]string{
	"145": "Violent demonstration", "1451": "Violent demonstration", "1452": "Violent demonstration",
	"1453": "Violent demonstration", "1454": "Violent demonstration",
	"181": "Abduction/forced disappearance", "1821": "Sexual violence",
	"183": "Explosions/Remote violence", "1831": "Suicide bomb", "1832": "Remote explosive/landmine/IED",
	"1833": "Remote explosive/landmine/IED", "1834": "Explosions/Remote violence",
	"193": "Armed clash", "194": "Shelling/artillery/missile attack",
	"195": "Air/drone strike", "1951": "Air/drone strike", "1952": "Air/drone strike",
}

// finer returns what a code says that stands beside that of the type: a type of its
// own, nothing, or the cell itself where no codes are.
func (c Codes) finer(typ, cell string) (of, sub string) {
	if c != cameoCodes {
		return typ, cell
	}
	if w, ok := finerCAMEO[strings.TrimSuffix(cell, ".0")]; ok {
		return w, ""
	}
	return typ, ""
}

// word writes a code out; what is none stays as it is. Spreadsheets drop the
// zero of 04, and data frames write 1.0.
func (c Codes) word(cell string) string {
	code := strings.TrimSuffix(cell, ".0")
	for _, s := range []string{code, "0" + code} {
		if w, ok := codeWords[c][s]; ok {
			return w
		}
		if c != cameoCodes || len(s) < 3 || len(s) > 4 {
			continue
		}
		if w, ok := finerCAMEO[s]; ok {
			return w
		}
		if w, ok := codeWords[c][s[:2]]; ok {
			return w // the root says what can be said
		}
	}
	return cell
}
