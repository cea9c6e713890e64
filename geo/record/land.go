package record

import "github.com/dateline-map/dateline/geo/record/internal/row"

// missingLooks are the codes of countries, of ISO 3166-1, that stand for a missing value
// anywhere else: not available, don't know.
var missingLooks = map[string]bool{"NA": true, "DK": true} // Namibia, Denmark

// settleLands finds out whether a table says its countries by codes of two letters, and
// whose these are.
func (u *understander) settleLands() {
	if col := u.t.plan.col(Country); col >= 0 {
		u.t.plan.landCodes = u.only(col, twoCapitals)
		u.t.plan.fips = u.t.plan.landCodes && isFIPS(u.t.Columns[col].Name)
	}
}

func twoCapitals(s string) bool {
	return len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z'
}

// country returns what a row says of its country. Among other codes NA is Namibia.
func (c *converter) country(r *row.Row) string {
	v := c.value(r, Country)
	if c.plan.fips {
		if code, ok := fips()[v]; ok {
			return code
		}
	}
	if v == "" && c.plan.landCodes {
		if code := row.TrimSpace(r.Cell(c.first[Country])); missingLooks[code] {
			return code
		}
	}
	return v
}
