package literal

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/when"
)

// AreWords reports whether no cell is a number or a date. It asks for plain numerals
// first, which most rows of data have: for the others the words of all dates must be
// known.
func AreWords(values []string) bool {
	return !slices.ContainsFunc(values, IsNumeral) && !slices.ContainsFunc(values, IsValue)
}

// IsNumeral reports whether a cell is made of digits and the marks of numbers and
// dates.
func IsNumeral(cell string) bool {
	cell = strings.TrimSpace(cell)
	return cell != "" && len(cell) <= longestValue && strings.Trim(WesternDigits(cell), "0123456789.,+-/: ") == ""
}

// longestValue is how long a number or date is at most.
const longestValue = 40

// IsValue reports whether a cell is a number or a date, not a word.
func IsValue(cell string) bool {
	if IsNumeral(cell) {
		return true
	}
	if cell = strings.TrimSpace(cell); len(cell) > longestValue || len(strings.Map(digitsOnly, WesternDigits(cell))) < 2 {
		return false // a date has a year
	}
	_, err := when.Parse(cell, when.DMY)
	return err == nil
}
