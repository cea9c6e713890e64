package record

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/delimited"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
)

// headerRow returns the index of the header among the first rows, or -1 if the
// table has none. It is the row with the most headers that are understood; if
// none has any, the first full row of words that stands above other things than
// words.
func headerRow(rows []delimited.Cells, width int) int {
	best, most := -1, 0
	for i, r := range rows[:min(len(rows), headerWithin)] {
		if 2*len(r.Values) < width || filled(r.Values) < min(2, width) || hashtags(r.Values) {
			continue
		}
		n := headers.CountBeyond(most, r.Values)
		if n <= most || !wordy(r.Values) && !crossTable(r.Values) {
			continue
		}
		if most >= leastFurther && 2*filled(rows[best].Values) >= filled(r.Values) && hasRecord(rows[best+1:i]) {
			break // it is that of a further table
		}
		best, most = i, n
	}
	if most >= 2 || most == 1 && (width <= 3 || crossTable(rows[best].Values)) {
		return best
	}
	for i, r := range rows[:min(len(rows), headerWithin)] {
		if len(r.Values) == width && filled(r.Values) == width && literal.AreWords(r.Values) && unlikeBelow(r.Values, rows[i+1:]) {
			return i
		}
		if filled(r.Values) > 1 && best < 0 {
			break // data, most likely
		}
	}
	return best
}

// hasRecord reports whether some row has a value and something beside it.
func hasRecord(rows []delimited.Cells) bool {
	return slices.ContainsFunc(rows, func(r delimited.Cells) bool {
		return filled(r.Values) > 1 && slices.ContainsFunc(r.Values, literal.IsValue)
	})
}

func filled(values []string) int {
	n := 0
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			n++
		}
	}
	return n
}

// wordy reports whether at most a quarter of the cells are numbers or dates, as
// years are in the header of a cross table.
func wordy(values []string) bool {
	not := 0
	for _, v := range values {
		if literal.IsValue(v) {
			not++
		}
	}
	return 4*not <= len(values)
}

// unlikeBelow reports whether some column has a word here and values below.
func unlikeBelow(values []string, below []delimited.Cells) bool {
	for col := range values {
		n, seen := 0, 0
		for _, r := range below[:min(len(below), headerWithin)] {
			if col < len(r.Values) && strings.TrimSpace(r.Values[col]) != "" {
				seen++
				if literal.IsValue(r.Values[col]) {
					n++
				}
			}
		}
		if n > 0 && 2*n >= seen {
			return true
		}
	}
	return false
}

// hashtags reports whether a row is HXL's: at least half of its cells that have
// something are hashtags.
func hashtags(values []string) bool {
	tags, full := 0, 0
	for _, v := range values {
		v = strings.TrimSpace(v)
		if v == "" {
			continue
		}
		full++
		if len(v) > 1 && v[0] == '#' && v[1] >= 'A' && v[1] <= 'z' {
			tags++
		}
	}
	return tags > 0 && 2*tags >= full
}
