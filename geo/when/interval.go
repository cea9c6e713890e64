package when

import "slices"

// Precision is how finely a time is known. The zero Precision is Unknown.
type Precision uint8

// The precisions, from unknown to the finest to the coarsest.
const (
	Unknown Precision = iota
	ToDay             // one civil day
	ToDays            // several days, not a calendar unit: "in two days of violence"
	ToWeek            // a calendar week or about seven days
	ToMonth           // a calendar month
	ToYear            // a calendar year, or longer
)

var precisionNames = [...]string{"unknown", "day", "days", "week", "month", "year"}

// String returns the precision's word in the date_precision property.
func (p Precision) String() string { return precisionNames[p] }

// ParsePrecision returns the precision of a word that String writes.
func ParsePrecision(word string) (Precision, bool) {
	i := slices.Index(precisionNames[:], word)
	return Precision(max(i, 0)), i >= 0
}

// Interval is a closed stretch of civil days: both First and Last belong to it.
//
// The zero Interval is the unknown time: IsZero reports true and it overlaps
// nothing. A known Interval has Precision other than Unknown and First not
// after Last.
type Interval struct {
	First, Last Day
	Precision   Precision
	Approximate bool // the source says "about" or "days ago"; EDTF's ~
}

// On returns the interval of one day.
func On(d Day) Interval { return Interval{First: d, Last: d, Precision: ToDay} }

// Between returns the interval from first to last, both included, in either
// order. Its precision is ToDay if they are the same and ToDays otherwise.
func Between(first, last Day) Interval {
	if first > last {
		first, last = last, first
	}
	p := ToDays
	if first == last {
		p = ToDay
	}
	return Interval{First: first, Last: last, Precision: p}
}

// IsZero reports whether the time is unknown.
func (i Interval) IsZero() bool { return i.Precision == Unknown }

// Overlaps reports whether the two intervals share a day.
func (i Interval) Overlaps(j Interval) bool {
	return !i.IsZero() && !j.IsZero() && i.First <= j.Last && j.First <= i.Last
}
