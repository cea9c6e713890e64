package record

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/delimited"
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
