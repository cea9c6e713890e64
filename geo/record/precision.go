package record

import (
	"fmt"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/when"
)

// scale is how a column of precision codes is to be read.
type scale uint8

const (
	scaleWordsOnly scale = iota
	scaleACLED           // 1 to 3
	scaleUCDP            // places 1 to 7, dates 1 to 5
	scaleGTD             // specificity 1 to 5
	scaleGDELT           // types of place 1 to 5
)

// scaleOf finds the scale of a column by its header, else by its values: only
// UCDP goes beyond 3. Up to 3 the ACLED scale is taken, whose 3 claims less.
func (u *understander) scaleOf(col int, header string) scale {
	switch headers.Words(headers.LastPart(header)) {
	case "where prec", "date prec":
		return scaleUCDP
	case "geo precision", "time precision":
		return scaleACLED
	case "specificity":
		return scaleGTD
	case "action geo type":
		return scaleGDELT
	}
	digits, _ := u.share(col, whole(0, 9))
	beyond, _ := u.share(col, whole(4, 9))
	switch {
	case beyond > 0:
		return scaleUCDP
	case digits > 0:
		return scaleACLED
	}
	return scaleWordsOnly
}

var placeCodes = [...][]geo.Precision{
	scaleACLED: {0, geo.ExactPlace, geo.NearPlace, geo.WithinAdm1},
	scaleUCDP: {0, geo.ExactPlace, geo.NearPlace, geo.WithinAdm2, geo.WithinAdm1,
		geo.WithinRegion, geo.WithinCountry, geo.WithinRegion},
	scaleGTD:   {0, geo.ExactPlace, geo.WithinAdm2, geo.WithinAdm2, geo.WithinAdm1, geo.WithinCountry},
	scaleGDELT: {0, geo.WithinCountry, geo.WithinAdm1, geo.ExactPlace, geo.ExactPlace, geo.WithinAdm1},
}

// UCDP's 2 is two to six days, ACLED's a week; UCDP's 3 is a week, ACLED's a
// month.
var dateCodes = [scaleGDELT + 1][]when.Precision{
	scaleACLED: {0, when.ToDay, when.ToWeek, when.ToMonth},
	scaleUCDP:  {0, when.ToDay, when.ToDays, when.ToWeek, when.ToMonth, when.ToYear},
}

var scaleWords = map[string]geo.Precision{
	"exact": geo.ExactPlace, "exact location": geo.ExactPlace, "precise": geo.ExactPlace, "point": geo.ExactPlace,
	"city": geo.ExactPlace, "town": geo.ExactPlace, "village": geo.ExactPlace, "settlement": geo.ExactPlace, "high": geo.ExactPlace,
	"street": geo.ExactPlace, "neighbourhood": geo.ExactPlace, "neighborhood": geo.ExactPlace, "address": geo.ExactPlace, "rooftop": geo.ExactPlace,
	"subdistrict": geo.WithinAdm2, "sub district": geo.WithinAdm2,
	"near": geo.NearPlace, "approximate": geo.NearPlace, "nearby": geo.NearPlace, "medium": geo.NearPlace, "around": geo.NearPlace,
	"adm2": geo.WithinAdm2, "admin2": geo.WithinAdm2, "adm 2": geo.WithinAdm2, "admin 2": geo.WithinAdm2, "district": geo.WithinAdm2, "county": geo.WithinAdm2, "municipality": geo.WithinAdm2,
	"adm1": geo.WithinAdm1, "admin1": geo.WithinAdm1, "adm 1": geo.WithinAdm1, "admin 1": geo.WithinAdm1, "province": geo.WithinAdm1, "state": geo.WithinAdm1, "governorate": geo.WithinAdm1,
	"region": geo.WithinRegion, "low": geo.WithinRegion,
	"country": geo.WithinCountry, "adm 0": geo.WithinCountry, "admin 0": geo.WithinCountry, "adm0": geo.WithinCountry, "admin0": geo.WithinCountry, "national": geo.WithinCountry,
}

var dateScaleWords = map[string]when.Precision{
	"day": when.ToDay, "exact": when.ToDay, "exact date": when.ToDay, "days": when.ToDays, "week": when.ToWeek, "month": when.ToMonth,
	"year": when.ToYear, "d": when.ToDay, "w": when.ToWeek, "m": when.ToMonth, "y": when.ToYear,
}

// place reads a code for how finely a place is known.
func (s scale) place(cell string) (geo.Precision, error) {
	codes := placeCodes[s]
	if n, err := wholeNumber(cell); err == nil && n > 0 && n < len(codes) {
		return codes[n], nil
	}
	if p := precisionWords(cell); p != geo.UnknownPlace {
		return p, nil
	}
	return geo.UnknownPlace, fmt.Errorf("%s is not a code for the precision of a place", literal.Quoted(cell))
}

var (
	// A code may stand before its words: "(4) admin 1", "2 - District".
	codeBefore = pattern.New(`^\(?\d\)?\s*[-–:.)]?\s*(\D.*)$`)
	kilometres = pattern.New(`^(?:within )?\d+ ?km\b`)
)

// precisionWords reads how finely a place is known where words say it.
func precisionWords(cell string) geo.Precision {
	words := headers.Words(cell)
	if p := scaleWords[words]; p != geo.UnknownPlace {
		return p
	}
	if kilometres().MatchString(words) {
		return geo.NearPlace
	}
	if m := codeBefore().FindStringSubmatch(cell); m != nil {
		return precisionWords(m[1])
	}
	for _, end := range []string{" level", " precision", " location", " centroid", " only"} {
		if rest, ok := strings.CutSuffix(words, end); ok {
			return precisionWords(rest)
		}
	}
	return geo.UnknownPlace
}

// date reads a code for how finely a date is known.
func (s scale) date(cell string) (when.Precision, error) {
	codes := dateCodes[s]
	if n, err := wholeNumber(cell); err == nil && n > 0 && n < len(codes) {
		return codes[n], nil
	}
	if p := dateScaleWords[headers.Words(cell)]; p != when.Unknown {
		return p, nil
	}
	return when.Unknown, fmt.Errorf("%s is not a code for the precision of a date", literal.Quoted(cell))
}

// coarser returns the time that a date stands for when the table says that it
// is only known to p. A span that is that long already keeps its days.
func coarser(i when.Interval, p when.Precision) when.Interval {
	if i.IsZero() || p <= i.Precision {
		return i
	}
	single := i.First == i.Last
	year, month, _ := i.First.Civil()
	switch {
	case p == when.ToDays:
		i.Approximate = i.Approximate || single
	case p == when.ToWeek && single:
		// The day is the middle of the week, as ACLED codes it.
		i.First, i.Last = max(i.First-3, when.InYear(1).First), min(i.Last+3, when.InYear(9999).Last)
	case p == when.ToMonth && i.Last-i.First < 28:
		i.First, i.Last = when.InMonth(year, month).First, max(i.Last, when.InMonth(year, month).Last)
	case p == when.ToYear && i.Last-i.First < 365:
		i.First, i.Last = when.InYear(year).First, max(i.Last, when.InYear(year).Last)
	}
	i.Precision = p
	return i
}
