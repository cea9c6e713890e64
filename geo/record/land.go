package record

// missingLooks are the codes of countries, of ISO 3166-1, that stand for a missing value
// anywhere else: not available, don't know.
var missingLooks = map[string]bool{"NA": true, "DK": true} // Namibia, Denmark

// settleLands finds out whether a table says its countries by codes of two letters.
func (u *understander) settleLands() {
	if col := u.t.plan.col(Country); col >= 0 {
		u.t.plan.landCodes = u.only(col, twoCapitals)
	}
}

func twoCapitals(s string) bool {
	return len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z'
}

// country returns what a row says of its country. Among other codes NA is Namibia.
func (c *converter) country(r *row) string {
	v := c.value(r, Country)
	if v == "" && c.plan.landCodes {
		if code := trimSpace(r.cell(c.first[Country])); missingLooks[code] {
			return code
		}
	}
	return v
}
