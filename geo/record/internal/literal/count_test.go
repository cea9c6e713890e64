package literal

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

func TestParseToll(t *testing.T) {
	tests := []struct {
		cell, want string
		reason     string
	}{
		{"2 killed, 5 injured", "2 5", "in words"},
		{"killed: 2; injured: 5", "2 5", "the word first"},
		{"4 muertos y 3 heridos", "4 3", "Spanish"},
		{"12/20", "12 20", "the dead first"},
		{"7", "", "nobody says which"},
		{"2 killed, 3 killed", "", "twice"},
		{"several hurt", "? ?", "at least three"},
	}
	for _, tt := range tests {
		said, err := Toll(tt.cell)
		got := ""
		if err == nil {
			got = plainBest(said[headers.Killed]) + " " + plainBest(said[headers.Wounded])
		}
		if got != tt.want {
			t.Errorf("%q is %q, %v, want %q: %s", tt.cell, got, err, tt.want, tt.reason)
		}
	}
}

func plainBest(c geo.Count) string {
	if n, known := c.Best.Int(); known {
		return fmt.Sprint(n)
	}
	return "?"
}

func TestParseCount(t *testing.T) {
	k := geo.Known
	tests := []struct {
		cell   string
		want   geo.Count
		bad    bool
		reason string
	}{
		{"12", geo.Exactly(12), false, "plain"},
		{" 12.0 ", geo.Exactly(12), false, "data frames write whole numbers so"},
		{"1,200", geo.Exactly(1200), false, "thousands mark"},
		{"1.200", geo.Exactly(1200), false, "people come in whole numbers, so this is a thousands mark too"},
		{"1 200 000", geo.Exactly(1200000), false, "spaces as thousands marks"},
		{"١٢", geo.Exactly(12), false, "Arabic-Indic digits"},
		{"at least 7", geo.Count{Best: k(7), Low: k(7)}, false, "no upper bound"},
		{"7+", geo.Count{Best: k(7), Low: k(7)}, false, "no upper bound"},
		{">40", geo.Count{Best: k(40), Low: k(41)}, false, "more than"},
		{"10-15", geo.Count{Best: k(12), Low: k(10), High: k(15)}, false, "middle, rounded down"},
		{"~20", geo.Count{Best: k(20)}, false, "about"},
		{"up to 9", geo.Count{High: k(9)}, false, "only a bound"},
		{"", geo.Count{}, false, "empty is not zero"},
		{"N/A", geo.Count{}, false, "said to be unknown"},
		{"-99", geo.Count{}, false, "a code for unknown"},
		{"-3", geo.Count{}, true, "negative"},
		{"1e12", geo.Count{}, true, "more than there are"},
		{"2.5", geo.Count{}, true, "half a person"},
		{"au moins 3", geo.Count{Best: k(3), Low: k(3)}, false, "French"},
		{"от 5 до 10", geo.Count{Best: k(7), Low: k(5), High: k(10)}, false, "Russian"},
		{"٣٥ شهيداً", geo.Exactly(35), false, "Arabic, a word that repeats the header"},
		{"dozens", geo.Count{Low: k(24)}, false, "two dozen at least, as in stories"},
		{"une dizaine", geo.Count{Best: k(10)}, false, "about ten"},
		{"ninguno", geo.Exactly(0), false, "none of them"},
		{"two", geo.Exactly(2), false, "a number as a word"},
		{"25 [2]", geo.Exactly(25), false, "a footnote"},
		{"5?", geo.Count{Best: k(5)}, false, "a doubt"},
		{"less than 5", geo.Count{High: k(4)}, false, "only a bound"},
		{"many", geo.Count{}, true, "a word"},
		{"15-10", geo.Count{}, true, "a range backwards"},
		{"0x10", geo.Count{}, true, "a programmer's number"},
		{"Inf", geo.Count{}, true, "no number"},
		{"5 (3 children)", geo.Exactly(5), false, "what is in brackets explains the number"},
		{"3 SF", geo.Exactly(3), false, "whose men they were"},
		{"12 killed", geo.Exactly(12), false, "a word that only repeats the header"},
		{"5 million", geo.Count{}, true, "a word that changes the number"},
		{"12 killed, 3 injured", geo.Count{}, true, "two numbers"},
	}
	for _, tt := range tests {
		got, err := Count(tt.cell)
		if got != tt.want || (err != nil) != tt.bad {
			t.Errorf("Count(%q) = %+v, %v: %s", tt.cell, got, err, tt.reason)
		}
	}
}

// TestFewDigits holds the quick way to read how many against the plain one, on all
// texts of four of the bytes that such cells are made of, and on digits of all lengths.
func TestFewDigits(t *testing.T) {
	check := func(cell string) {
		n, ok := fewDigits(cell)
		if !ok {
			return
		}
		if want, err := Count(cell); err != nil || want != geo.Exactly(n) {
			t.Fatalf("%q is %d, plainly %v, %v", cell, n, want, err)
		}
		for _, role := range []headers.Role{headers.Killed, headers.Wounded, headers.Displaced} {
			if namesOther(role, cell) {
				t.Fatalf("%q names others than the %v", cell, role)
			}
		}
	}
	const letters = "0129+-., k"
	for code := range 10_000 {
		s := []byte{letters[code%10], letters[code/10%10], letters[code/100%10], letters[code/1000]}
		for n := range 5 {
			check(string(s[:n]))
		}
	}
	for n := range 12 {
		check(strings.Repeat("9", n))
		check(strings.Repeat("0", n) + "7")
	}
	if _, ok := fewDigits("12345678"); !ok {
		t.Error("eight digits are read the slow way")
	}
}

// FuzzCells reads cells as numbers of people.
func FuzzCells(f *testing.F) {
	for _, s := range []string{"12", "1,200", "at least 7", "10-15", "2 killed, 3 hurt", "-0", "NaN", "١٢", "~", "-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		if c, err := Count(cell); err == nil {
			low, okLow := c.Low.Int()
			high, okHigh := c.High.Int()
			if low < 0 || high < 0 || okLow && okHigh && low > high {
				t.Errorf("%q is read as %+v", cell, c)
			}
		} else if !utf8.ValidString(err.Error()) {
			t.Errorf("%q: error %q", cell, err)
		}
		Missing(cell)
	})
}
