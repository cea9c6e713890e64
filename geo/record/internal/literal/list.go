package literal

import (
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
)

// ListMark is what stands between the texts of a list, as in tables whose cells
// have several values.
const ListMark = "; "

// aList matches the texts in a list as Python writes it: ['Stepanakert', "Mother's Day"].
var (
	aList  = pattern.New(`^\[(?:(?:'[^']*'|"[^"]*")(?:, ?|\]$))+$`)
	inList = pattern.New(`'([^']*)'|"([^"]*)"`)
)

// Unlisted returns what stands in a list as Python writes it between semicolons; any other
// cell as it is.
func Unlisted(cell string) string {
	if !strings.HasPrefix(cell, "['") || !aList().MatchString(cell) {
		return cell
	}
	var all []string
	for _, m := range inList().FindAllStringSubmatch(cell, -1) {
		if v := strings.TrimSpace(m[1] + m[2]); v != "" {
			all = append(all, v)
		}
	}
	return strings.Join(all, ListMark)
}
