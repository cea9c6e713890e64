package when

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestDay holds every day of four centuries against package time.
func TestDay(t *testing.T) {
	at := time.Date(1800, time.January, 1, 0, 0, 0, 0, time.UTC)
	first := Date(1800, time.January, 1)
	for n := range 4 * 146097 / 4 {
		d := first + Day(n)
		y, m, day := at.Date()
		if gy, gm, gd := d.Civil(); gy != y || gm != m || gd != day {
			t.Fatalf("day %d is %d-%d-%d, want %v", d, gy, gm, gd, at)
		}
		if Date(y, m, day) != d || d.Weekday() != at.Weekday() || d.String() != at.Format(time.DateOnly) {
			t.Fatalf("day %d, %v on a %v: want %v", d, d, d.Weekday(), at)
		}
		if got, ok := isoDay(d.String()); !ok || got != d {
			t.Fatalf("isoDay(%v) = %v, %v", d, got, ok)
		}
		at = at.AddDate(0, 0, 1)
	}
}

func TestValidDate(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		ok      bool
		reason  string
	}{
		{2014, 2, 28, true, ""},
		{2014, 2, 29, false, "not a leap year"},
		{2012, 2, 29, true, "a leap year"},
		{1900, 2, 29, false, "centuries are none"},
		{2000, 2, 29, true, "but every fourth is"},
		{2014, 13, 1, false, "carried over, so not valid"},
		{0, 1, 1, false, "no year 0"},
		{10000, 1, 1, false, "beyond four digits"},
	} {
		if _, ok := ValidDate(c.y, time.Month(c.m), c.d); ok != c.ok {
			t.Errorf("ValidDate(%d, %d, %d) is %v: %s", c.y, c.m, c.d, ok, c.reason)
		}
	}
}

// TestValidDateIsWritable holds the days that exist against those that a calendar
// counted through writes the same again.
func TestValidDateIsWritable(t *testing.T) {
	for y := 1; y <= 9999; y++ {
		for m := time.January - 1; m <= time.December+1; m++ {
			for day := 0; day <= 32; day++ {
				d := Date(y, m, day)
				gotY, gotM, gotD := d.Civil()
				exists := gotY == y && gotM == m && gotD == day
				if got, ok := ValidDate(y, m, day); ok != exists || ok && got != d {
					t.Fatalf("ValidDate(%d, %d, %d) is %v, %v", y, m, day, got, ok)
				}
			}
		}
	}
}

// TestCalendar holds weeks, months and years around every day of some years
// against package time.
func TestCalendar(t *testing.T) {
	for d := Date(2011, time.January, 1); d < Date(2017, time.January, 1); d++ {
		y, m, _ := d.Civil()
		week, month, year := InWeek(d), InMonth(y, m), InYear(y)
		if week.First.Weekday() != time.Monday || week.Last-week.First != 6 || !week.Overlaps(On(d)) {
			t.Fatalf("week of %v is %v", d, week)
		}
		_, n, _ := (month.Last + 1).Civil()
		if !month.Overlaps(On(d)) || n == m || !month.months() {
			t.Fatalf("month of %v is %v", d, month)
		}
		if !year.Overlaps(On(d)) || !year.years() || year.Last-year.First < 364 {
			t.Fatalf("year of %v is %v", d, year)
		}
	}
}

func TestPart(t *testing.T) {
	for _, c := range []struct {
		part Part
		of   Interval
		want string
	}{
		{Early, InMonth(2014, time.June), "2014-06-01~/2014-06-10~"},
		{Late, InMonth(2014, time.July), "2014-07-21~/2014-07-31~"},
		{Early, InYear(2014), "2014-01~/2014-04~"},
		{Mid, InYear(2014), "2014-05~/2014-08~"},
		{Late, InDecade(1990), "1996-09~/1999-12~"},
		{Early, InWeek(june(12)), "2014-06-09~/2014-06-10~"},
		{Late, On(june(12)), "2014-06-12~"},
		{Late, Interval{}, ""},
	} {
		if got := c.part.In(c.of).EDTF(); got != c.want {
			t.Errorf("part %d of %v is %v, want %v", c.part, c.of, got, c.want)
		}
	}
}

// TestParts checks that the three parts of any time cover it without a gap.
func TestParts(t *testing.T) {
	for n := Day(0); n < 40; n++ {
		i := Between(june(1), june(1)+n)
		if a, c := Early.In(i), Late.In(i); a.First != i.First || c.Last != i.Last {
			t.Errorf("parts of %v: %v … %v", i, a, c)
		}
		if a, b, c := Early.In(i), Mid.In(i), Late.In(i); n >= 2 && (b.First != a.Last+1 || c.First != b.Last+1) {
			t.Errorf("parts of %v: %v, %v, %v", i, a, b, c)
		}
	}
}

func TestSpan(t *testing.T) {
	for _, c := range []struct {
		a, b   Interval
		want   string
		reason string
	}{
		{On(june(1)), On(june(3)), "2014-06-01/2014-06-03", ""},
		{InMonth(2014, time.June), InMonth(2014, time.August), "2014-06/2014-08", "months stay months"},
		{InMonth(2014, time.June), InMonth(2014, time.June), "2014-06", "one and the same"},
		{InYear(2013), InYear(2014), "2013/2014", "years stay years"},
		{On(june(3)), InMonth(2014, time.July), "2014-06-03/2014-07-31", "a mixed span is one of days"},
		{On(june(3)), On(june(1)), "", "ends before it begins"},
		{Interval{}, On(june(1)), "", "unknown"},
	} {
		if got := Span(c.a, c.b).EDTF(); got != c.want {
			t.Errorf("from %v to %v is %q, want %q: %s", c.a, c.b, got, c.want, c.reason)
		}
	}
}

func TestOrders(t *testing.T) {
	for _, c := range []struct {
		cells  string
		want   Order
		row    int
		fails  string
		reason string
	}{
		{"2014-06-12 | June 2014 |", OrderUnknown, 0, "", "no cell depends on the order"},
		{"06/07/2014 | 13/07/2014 | 14/07/2014", DMY, 2, "", "the first proof is kept"},
		{"06/07/2014 | 07/13/2014", MDY, 2, "", ""},
		{"06/07/2014 | 06/06/2014", OrderUnknown, 0, "day comes first", "nothing proves an order"},
		{"06/06/2014", OrderUnknown, 0, "", "both orders say the same"},
		{"13/07/2014 | 07/13/2014", OrderUnknown, 0, "row 1 has the day first", ""},
		{"06/07/2014 | Sunday 06/07/2014", DMY, 2, "", "a weekday proves"},
		{"06/07/2014 | 12/06/2014 - 14/06/2014", DMY, 2, "", "an end of a range proves"},
		{"06/07/2014 | 31/31/2014 | junk", OrderUnknown, 0, "day comes first", "what is no date proves nothing"},
	} {
		var o Orders
		for n, cell := range strings.Split(c.cells, "|") {
			o.Add(strings.TrimSpace(cell), n+1)
		}
		got, row, err := o.Proof()
		if got != c.want || row != c.row || (err == nil) != (c.fails == "") {
			t.Errorf("%s: %v by row %d, %v; want %v by row %d: %s", c.cells, got, row, err, c.want, c.row, c.reason)
		}
		if err != nil && !strings.Contains(err.Error(), c.fails) {
			t.Errorf("%s: %v, want %q: %s", c.cells, err, c.fails, c.reason)
		}
	}
}

func TestOrdersErrors(t *testing.T) {
	var o Orders
	o.Add("06/07/2014", 5)
	_, _, err := o.Proof()
	var a *AmbiguousError
	if !errors.As(err, &a) || a.Row != 5 {
		t.Errorf("got %#v, want an *AmbiguousError of row 5", err)
	}
	o.Add("13/07/2014", 6)
	o.Add("07/13/2014", 7)
	_, _, err = o.Proof()
	var c *ContradictionError
	if !errors.As(err, &c) || c.DMYRow != 6 || c.MDYRow != 7 {
		t.Errorf("got %#v, want a *ContradictionError of rows 6 and 7", err)
	}
}

func TestSerial(t *testing.T) {
	for _, c := range []struct {
		serial Serial
		n      float64
		want   string // empty for an error
		reason string
	}{
		{Excel1900, 41802, "2014-06-12", ""},
		{Excel1900, 41802.99, "2014-06-12", "the time of day is cut off"},
		{Excel1900, 1, "1900-01-01", ""},
		{Excel1900, 59, "1900-02-28", ""},
		{Excel1900, 60, "", "Excel's 29 February 1900"},
		{Excel1900, 61, "1900-03-01", ""},
		{Excel1900, 0, "", "Excel's 0 January"},
		{Excel1900, 2958465, "9999-12-31", "Excel's last day"},
		{Excel1900, 2958466, "", "beyond"},
		{Excel1904, 40340, "2014-06-12", ""},
		{Excel1904, 0, "1904-01-01", ""},
		{Excel1904, -1, "", ""},
		{UnixSeconds, 1402531200, "2014-06-12", ""},
		{UnixSeconds, 1402531199, "2014-06-11", "the second before"},
		{UnixSeconds, -1, "1969-12-31", "floor, not truncation"},
		{UnixMillis, 1402531200000, "2014-06-12", ""},
		{UnixSeconds, 1402531200000, "", "milliseconds taken for seconds are no year of ours"},
		{UnixSeconds, math.NaN(), "", ""},
		{Excel1900, math.Inf(1), "", ""},
	} {
		got, err := c.serial.Day(c.n)
		if got.EDTF() != c.want || (err != nil) != (c.want == "") {
			t.Errorf("serial %v of kind %d is %q, %v; want %q: %s", c.n, c.serial, got.EDTF(), err, c.want, c.reason)
		}
	}
}

// TestWrittenForms prints days in the layouts of package time and reads them
// back.
func TestWrittenForms(t *testing.T) {
	layouts := []struct {
		layout string
		order  Order
	}{
		{"2006-01-02", OrderUnknown}, {"2006/1/2", OrderUnknown}, {"20060102", OrderUnknown},
		{"02/01/2006", DMY}, {"01/02/2006", MDY}, {"2.1.2006", DMY}, {"02-01-06", DMY}, {"1/2/06", MDY},
		{"2 January 2006", OrderUnknown}, {"January 2, 2006", OrderUnknown}, {"Mon, 02 Jan 2006", OrderUnknown},
		{"02-Jan-06", OrderUnknown}, {"02-Jan-2006", OrderUnknown}, {"Monday 2 January 2006", OrderUnknown},
		{time.RFC3339, OrderUnknown}, {time.RFC1123Z, OrderUnknown}, {time.UnixDate, OrderUnknown},
		{time.ANSIC, OrderUnknown}, {time.RFC850, OrderUnknown}, {"2006-002", OrderUnknown},
	}
	zone := time.FixedZone("XST", 11*3600)
	for d := Date(1970, time.January, 1); d < Date(2049, time.December, 31); d += 13 {
		y, m, n := d.Civil()
		at := time.Date(y, m, n, 0, 30, 0, 0, zone)
		for _, l := range layouts {
			got, err := Parse(at.Format(l.layout), l.order)
			if err != nil || got != On(d) {
				t.Fatalf("Parse(%q) = %v, %v; want %v", at.Format(l.layout), got, err, d)
			}
		}
	}
}

// TestWords checks that no language's name for a month is lost to another's.
func TestWords(t *testing.T) {
	known := map[string]bool{"lis": true, "listopad": true, "listopada": true, "lip": true, "srp": true, "cze": true}
	for word, m := range meanings() {
		if _, ok := m.month(); m.months != 0 && !ok && !known[word] {
			t.Errorf("%q names several months: %012b", word, m.months)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, c := range slices.Concat(cells, writtenCells) {
		f.Add(c.cell, byte(c.order))
	}
	f.Fuzz(func(t *testing.T, cell string, order byte) {
		got, clock, err := ParseClock(cell, Order(order%3))
		if err != nil {
			if !got.IsZero() || clock != "" {
				t.Fatalf("%v, %q beside the error %v", got, clock, err)
			}
			return
		}
		checkInterval(t, got)
		checkPlain(t, cell, Order(order%3))
		if !strings.Contains(cell, clock) {
			t.Fatalf("clock %q is not in the cell %q", clock, cell)
		}
		checkOrders(t, cell)
	})
}

// checkPlain holds the fast path against the full one.
func checkPlain(t *testing.T, cell string, order Order) {
	t.Helper()
	d, clock, ok := plainDay(cell, order)
	if o, _ := readIn(cell, order); ok && (o.interval != On(d) || o.clock != clock) {
		t.Fatalf("%q is plainly %v, %q, but in full %+v", cell, d, clock, o)
	}
}

// checkOrders checks that a cell which reads without an order reads alike in
// whatever order its column is proved to have.
func checkOrders(t *testing.T, cell string) {
	t.Helper()
	free, freeErr := Parse(cell, OrderUnknown)
	day, dayErr := Parse(cell, DMY)
	month, monthErr := Parse(cell, MDY)
	if freeErr == nil && (dayErr == nil && day != free || monthErr == nil && month != free) {
		t.Fatalf("%q is %v, but day first %v and month first %v", cell, free, day, month)
	}
	if freeErr == nil && dayErr != nil && monthErr != nil {
		t.Fatalf("%q is %v in no order: %v, %v", cell, free, dayErr, monthErr)
	}
}

func BenchmarkParse(b *testing.B) {
	for _, cell := range []string{"2014-06-12", "13/06/2014", "12 June 2014", "2026-07-11 00:00:00.000", "12-14 June 2014"} {
		b.Run(cell, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Parse(cell, DMY); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
