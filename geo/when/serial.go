package when

import (
	"fmt"
	"math"
	"time"
)

// Serial is a way to count days or seconds instead of writing a date. A cell is
// read as a serial only by who knows that it is one: 41802 looks like any
// number.
type Serial uint8

// The serials.
const (
	Excel1900   Serial = iota // days since 1899-12-30: Excel, LibreOffice
	Excel1904                 // days since 1904-01-01: Excel files from old Macs
	UnixSeconds               // seconds since 1970-01-01 in UTC
	UnixMillis                // milliseconds since 1970-01-01 in UTC
)

// The days a serial can name: Excel's own limits, and the years this package
// supports.
var (
	firstSupported = Date(1, time.January, 1)
	lastSupported  = Date(9999, time.December, 31)
)

// Day returns the civil day that the serial number n names. Times of day are
// cut off. The day of a Unix stamp is the day in UTC, since a stamp has no other.
func (s Serial) Day(n float64) (Interval, error) {
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return Interval{}, fmt.Errorf("%v is not a serial number of a day", n)
	}
	days, err := s.days(n)
	if err != nil {
		return Interval{}, err
	}
	if days < float64(firstSupported) || days > float64(lastSupported) {
		return Interval{}, fmt.Errorf("serial number %v lies outside the years 1 to 9999", n)
	}
	return On(Day(days)), nil
}

// days returns the days since 1970-01-01.
func (s Serial) days(n float64) (float64, error) {
	switch s {
	case UnixSeconds:
		return math.Floor(n / secondsPerDay), nil
	case UnixMillis:
		return math.Floor(n / 1000 / secondsPerDay), nil
	case Excel1904:
		if n < 0 {
			return 0, fmt.Errorf("serial number %v lies before 1904", n)
		}
		return float64(Date(1904, time.January, 1)) + math.Floor(n), nil
	}
	return excel1900(n)
}

// excel1900 undoes Excel's belief that 1900 was a leap year: its day 60 is a
// 29 February that never was, and the days before it are off by one.
func excel1900(n float64) (float64, error) {
	n = math.Floor(n)
	switch {
	case n < 1:
		return 0, fmt.Errorf("serial number %v lies before 1900", n)
	case n == 60:
		return 0, fmt.Errorf("serial number 60 is Excel's 1900-02-29, a day that never was")
	case n < 60:
		n++
	}
	return float64(Date(1899, time.December, 30)) + n, nil
}
