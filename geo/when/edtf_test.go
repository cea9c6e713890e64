package when

import (
	"strings"
	"testing"
	"time"
)

var edtfs = []struct {
	text   string
	want   Interval
	fails  string
	reason string
}{
	{"2014-06-21", On(june(21)), "", "level 0"},
	{"2014-06", InMonth(2014, time.June), "", "level 0"},
	{"2014", InYear(2014), "", "level 0"},
	{"2014-06-20/2014-06-22", Between(june(20), june(22)), "", "level 0"},
	{"2014-01/2014-03", InMonths(2014, time.January, 3), "", "months stay months"},
	{"2013/2014", InYears(2013, 2014), "", "years stay years"},
	{"2014-06-21T14:30:00+03:00", On(june(21)), "", "the day as written"},
	{"2014-06-12~", about(On(june(12))), "", "approximate"},
	{"2014-06-12?", about(On(june(12))), "", "uncertain is kept as approximate"},
	{"2014%", about(InYear(2014)), "", "both"},
	{"2014-06-20~/2014-06-22", about(Between(june(20), june(22))), "", "one approximate end makes the interval so"},
	{"2014-06-XX", InMonth(2014, time.June), "", "unspecified day"},
	{"2014-XX-XX", InYear(2014), "", "unspecified month and day"},
	{"2014-XX", InYear(2014), "", "unspecified month"},
	{"201X", InDecade(2010), "", "unspecified last digit"},
	{"19XX", InYears(1900, 1999), "", "a century"},
	{"XXXX", InYears(1, 9999), "", "some year at all"},
	{"000X", InYears(1, 9), "", "there is no year 0"},
	{"2014-22", InSeason(2014, Summer), "", "season"},
	{"2014-24", about(Between(Date(2014, time.December, 1), Date(2015, time.February, 28))), "", "winter goes on"},
	{"", Interval{}, "", "unknown"},
	{"2014-06/..", Interval{}, "open", "no interval of ours"},
	{"../2014", Interval{}, "open", ""},
	{"/2014", Interval{}, "open", ""},
	{"2014-02-30", Interval{}, "February 2014 has 28 days", ""},
	{"2014-13", Interval{}, "no month 13", ""},
	{"2014-XX-12", Interval{}, "unspecified month", ""},
	{"2014-1X", Interval{}, "unspecified month", ""},
	{"2014-06-1X", Interval{}, "half-specified", ""},
	{"20XX-06", Interval{}, "unspecified year", ""},
	{"0000", Interval{}, "no year 0", ""},
	{"Y170000002", Interval{}, "1 to 9999", ""},
	{"-0044", Interval{}, "1 to 9999", ""},
	{"[2014,2015]", Interval{}, "sets", "level 2"},
	{"2014-06-22/2014-06-20", Interval{}, "ends before it begins", ""},
	{"2014-6-1", Interval{}, "", "EDTF has two digits"},
	{"14-06-01", Interval{}, "not EDTF", ""},
	{"June", Interval{}, "not EDTF", ""},
	{"9999-24", Interval{}, "no month 24", "that winter ends in a year beyond"},
}

func june(day int) Day { return Date(2014, time.June, day) }

func about(i Interval) Interval {
	i.Approximate = true
	if i.Precision == ToDays && i.months() {
		i.Precision = ToMonth
	}
	return i
}

func TestParseEDTF(t *testing.T) {
	for _, c := range edtfs {
		got, err := ParseEDTF(c.text)
		if got != c.want {
			t.Errorf("ParseEDTF(%q) = %v, want %v: %s", c.text, got, c.want, c.reason)
		}
		if c.fails != "" && (err == nil || !strings.Contains(err.Error(), c.fails)) {
			t.Errorf("ParseEDTF(%q): error %v, want %q: %s", c.text, err, c.fails, c.reason)
		}
		if c.fails == "" && !c.want.IsZero() && err != nil {
			t.Errorf("ParseEDTF(%q): %v: %s", c.text, err, c.reason)
		}
	}
}

// printed are intervals of every kind, and how they are printed.
var printed = []struct {
	interval Interval
	edtf     string
}{
	{Interval{}, ""},
	{On(june(21)), "2014-06-21"},
	{InMonth(2014, time.June), "2014-06"},
	{InYear(2014), "2014"},
	{Between(june(22), june(20)), "2014-06-20/2014-06-22"},
	{about(On(june(12))), "2014-06-12~"},
	{about(Between(june(1), june(10))), "2014-06-01~/2014-06-10~"},
	{InWeek(june(12)), "2014-06-09/2014-06-15"},
	{InMonths(2014, time.November, 3), "2014-11/2015-01"},
	{InDecade(1990), "1990/1999"},
	{On(Date(1, time.January, 1)), "0001-01-01"},
	{On(Date(9999, time.December, 31)), "9999-12-31"},
	{Interval{First: june(3), Last: june(9), Precision: ToMonth}, "2014-06-03/2014-06-09"},
}

func TestPrint(t *testing.T) {
	for _, c := range printed {
		if got := c.interval.EDTF(); got != c.edtf {
			t.Errorf("EDTF of %+v is %q, want %q", c.interval, got, c.edtf)
		}
	}
}

// roundTrip checks that printing and parsing loses nothing but the names of
// precisions that EDTF has no word for.
func roundTrip(t *testing.T, i Interval) {
	t.Helper()
	got, err := ParseEDTF(i.EDTF())
	if err != nil {
		t.Fatalf("%+v prints as %q: %v", i, i.EDTF(), err)
	}
	if got.First != i.First || got.Last != i.Last || got.Approximate != i.Approximate {
		t.Fatalf("%+v comes back from %q as %+v", i, i.EDTF(), got)
	}
	if again := got.EDTF(); again != i.EDTF() {
		t.Fatalf("%q comes back as %q", i.EDTF(), again)
	}
}

func TestEDTFRoundTrip(t *testing.T) {
	for _, c := range printed {
		roundTrip(t, c.interval)
	}
	for d := Date(1999, time.December, 1); d < Date(2001, time.March, 1); d++ {
		roundTrip(t, On(d))
		for p := ToDay; p <= ToYear; p++ {
			for _, n := range []Day{1, 6, 30, 59, 90, 365} {
				roundTrip(t, Interval{First: d, Last: d + n, Precision: max(p, ToDays)})
			}
		}
	}
}

func FuzzParseEDTF(f *testing.F) {
	for _, c := range edtfs {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		i, err := ParseEDTF(s)
		if err != nil {
			if i != (Interval{}) {
				t.Fatalf("%v beside the error %v", i, err)
			}
			return
		}
		checkInterval(t, i)
		roundTrip(t, i)
	})
}

// checkInterval checks what every known interval promises.
func checkInterval(t *testing.T, i Interval) {
	t.Helper()
	if i.IsZero() {
		return
	}
	if i.First > i.Last || i.First < firstSupported || i.Last > lastSupported {
		t.Fatalf("interval %+v", i)
	}
}
