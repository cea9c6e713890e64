package record

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/delimited"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

// GDELT's exports of events have no header. Their columns are those of its
// codebooks: 57 of version 1 until March 2013, the address of the source behind
// them since, and one more for each of the three places in version 2.

// gdeltPlace are the columns of a place, with the one that version 2 adds.
func gdeltPlace(who string, second bool) []string {
	names := []string{"Type", "FullName", "CountryCode", "ADM1Code"}
	if second {
		names = append(names, "ADM2Code")
	}
	names = append(names, "Lat", "Long", "FeatureID")
	for i, n := range names {
		names[i] = who + "Geo_" + n
	}
	return names
}

func gdeltActor(who string) []string {
	names := strings.Fields("Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code")
	for i, n := range names {
		names[i] = who + n
	}
	return names
}

// gdeltColumns returns the columns of an export with so many, or nil.
func gdeltColumns(width int) []string {
	second := width == 61
	if !second && width != 57 && width != 58 {
		return nil
	}
	names := slices.Concat(
		[]string{"GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"},
		gdeltActor("Actor1"), gdeltActor("Actor2"),
		strings.Fields("IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone"),
		gdeltPlace("Actor1", second), gdeltPlace("Actor2", second), gdeltPlace("Action", second),
		[]string{"DATEADDED", "SOURCEURL"},
	)
	return names[:width]
}

// gdeltHeader returns the columns of a table without a header if it is an export
// of GDELT: a number, a day, and the month and year of that day.
func gdeltHeader(rows []delimited.Cells, width int) []string {
	names := gdeltColumns(width)
	if names == nil || len(rows) == 0 {
		return nil
	}
	for _, r := range rows {
		v := r.Values
		if len(v) != width || v[0] == "" || strings.Trim(v[0], "0123456789") != "" || len(v[1]) != len("20140304") ||
			!strings.HasPrefix(v[1], v[2]) || !strings.HasPrefix(v[2], v[3]) || len(v[3]) != len("2014") {
			return nil
		}
	}
	return names
}

// codes are numbers that a data set writes for types of events.
type codes uint8

const (
	noCodes       codes = iota
	violenceCodes       // UCDP's type_of_violence
	cameoCodes          // CAMEO's root codes, as in GDELT
	hazardCodes         // GLIDE's, as GDACS and ReliefWeb have them
)

// codesOf returns the codes that a column of that name has.
func codesOf(header string) codes {
	switch headers.Words(header) {
	case "type of violence":
		return violenceCodes
	case "event root code", "event code": // those of a data set
		return cameoCodes
	}
	return noCodes
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
	hazardCodes: {
		"CE": "Complex emergency", "CW": "Cold wave", "DR": "Drought", "EC": "Extratropical cyclone", "EP": "Epidemic", "EQ": "Earthquake", "ET": "Extreme temperature",
		"FF": "Flash flood", "FL": "Flood", "FR": "Fire", "HT": "Heat wave", "IN": "Insect infestation", "LS": "Landslide", "MS": "Mudslide", "SS": "Storm surge",
		"ST": "Severe local storm", "TC": "Tropical cyclone", "TO": "Tornado", "TS": "Tsunami", "VO": "Volcano", "VW": "Violent wind", "WF": "Wildfire",
	},
}

// hazardCode reports whether a cell is one of GLIDE's codes.
func hazardCode(cell string) bool { return codeWords[hazardCodes][cell] != "" }

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
func (c codes) finer(typ, cell string) (of, sub string) {
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
func (c codes) word(cell string) string {
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
