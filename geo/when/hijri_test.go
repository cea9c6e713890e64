package when

import "testing"

// TestParseHijri holds dates against those that history has in both calendars.
func TestParseHijri(t *testing.T) {
	tests := []struct {
		cell   string
		given  Calendar
		want   string // EDTF; empty for an error
		is     Calendar
		reason string
	}{
		{"22 بهمن 1357", Gregorian, "1979-02-11", SolarHijri, "the day of the Iranian revolution"},
		{"۲۷ شهریور ۱۴۰۱", Gregorian, "2022-09-18", SolarHijri, "Persian digits"},
		{"یکشنبه ۲۷ شهریور ۱۴۰۱", Gregorian, "2022-09-18", SolarHijri, "with its weekday"},
		{"1 Farvardin 1403", Gregorian, "2024-03-20", SolarHijri, "a new year, in Latin script"},
		{"1400/01/01", SolarHijri, "2021-03-21", SolarHijri, "another, in numbers"},
		{"30 اسفند 1399", Gregorian, "2021-03-20", SolarHijri, "the last day of a leap year"},
		{"30 اسفند 1400", Gregorian, "", SolarHijri, "which this is not"},
		{"24 اسد 1400", Gregorian, "2021-08-15", SolarHijri, "the fall of Kabul, by its Afghan month"},
		{"خرداد ۱۳۸۸", Gregorian, "2009-05-22/2009-06-21", SolarHijri, "a month"},
		{"9/12/1366", SolarHijri, "1988-02-28", SolarHijri, "the day in front"},
		{"10 محرم 1445", Gregorian, "2023-07-26~/2023-07-29~", LunarHijri, "Ashura, kept on the 28th of July in most countries"},
		{"١ شوال ١٤٤٥ هـ", Gregorian, "2024-04-08~/2024-04-11~", LunarHijri, "the feast of the 10th of April"},
		{"25 Jumaada al-THaany 1416 A.H", Gregorian, "1995-11-17~/1995-11-20~", LunarHijri, "a spelling of its own, of the 19th of November"},
		{"1440-02-15", LunarHijri, "2018-10-24~/2018-10-27~", LunarHijri, "numbers by the moon; in Saudi Arabia it was the 24th of October"},
		{"ربيع الأول ١٤٤٠", Gregorian, "2018-11-08~/2018-12-10~", LunarHijri, "a month of two words"},
		{"2022-09-18", SolarHijri, "", SolarHijri, "a year of ours"},
		{"1400/13/01", SolarHijri, "", SolarHijri, "no such month"},
		{"1400/07/31", SolarHijri, "", SolarHijri, "no such day"},
		{"about 1400/07/01", SolarHijri, "", SolarHijri, "words that nobody knows"},
		{"", SolarHijri, "", SolarHijri, "nothing"},
	}
	for _, test := range tests {
		i, c, err := ParseHijri(test.cell, test.given)
		got := ""
		if err == nil {
			got = i.EDTF()
		}
		if got != test.want || err == nil && c != test.is {
			t.Errorf("%s: %q in the %v calendar, %v; want %q: %s", test.cell, got, c, err, test.want, test.reason)
		}
	}
}

// TestSolarYears walks over two centuries: each day of a year is the one after the
// day before it, and years have 365 or 366 days.
func TestSolarYears(t *testing.T) {
	next := solarMonth(firstHijri, 1)
	for y := firstHijri; y <= lastHijri; y++ {
		for m := 1; m <= 12; m++ {
			if first := solarMonth(y, m); first != next {
				t.Fatalf("month %d of %d begins on %v, want %v", m, y, first, next)
			}
			n := solarLength(y, m)
			if n < 29 || n > 31 {
				t.Fatalf("month %d of %d has %d days", m, y, n)
			}
			next += Day(n)
		}
	}
}

// TestLunarYears does so for the moon.
func TestLunarYears(t *testing.T) {
	next := lunarMonth(firstHijri, 1)
	for y := firstHijri; y <= lastHijri; y++ {
		for m := 1; m <= 12; m++ {
			n := lunarLength(y, m)
			if first := lunarMonth(y, m); first != next || n < 29 || n > 30 {
				t.Fatalf("month %d of %d begins on %v and has %d days, want %v", m, y, first, n, next)
			}
			next += Day(n)
		}
	}
}

func FuzzParseHijri(f *testing.F) {
	for _, s := range []string{"27 شهریور 1401", "1440-02-15", "ربيع الأول ١٤٤٠ هـ", "١"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		for c := Gregorian; c <= LunarHijri; c++ {
			if i, _, err := ParseHijri(cell, c); err == nil && (i.IsZero() || i.First > i.Last) {
				t.Errorf("%q is %v", cell, i)
			}
		}
	})
}
