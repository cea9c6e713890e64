package record

import (
	"errors"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
)

// TestUnixStamps: numbers of seconds are dates if a header says that they are times,
// unless they may be times written in digits, which somebody must say.
func TestUnixStamps(t *testing.T) {
	for _, c := range []struct{ cells, told, want, why string }{
		{"1457740800,1457827200", "", "2016-03-12 2016-03-13", "seconds, at midnight"},
		{"1457740801,1457827200", "", "2016-03-12 2016-03-13", "seconds, of which days are told to be those of UTC"},
		{"1457740800000,1457827200999", "", "2016-03-12 2016-03-13", "milliseconds, days of UTC"},
		{"1406141230,1406151100", "", "", "half past twelve of 2014-06-14, or a second of July"},
		{"1406141230,1406151100", "time", "2014-07-23 2014-07-23", "as told"},
		{"1457740800,1457827200", "time", "2016-03-12 2016-03-13", "seconds"},
		{"1457740800000,1457827200999", "time", "2016-03-12 2016-03-13", "milliseconds, days of UTC"},
		{"1457740800.0,1457827200.0", "time", "2016-03-12 2016-03-13", "seconds that went through a float"},
		{"1457740800,2016-03-13", "time", "2016-03-13", "a mixed column is no column of stamps: the first cell is refused"},
		{"42441,42442", "time", "2016-03-12 2016-03-13", "Excel's days"},
		{"12,13", "time", "", "numbers of whatever"},
	} {
		roles := map[string]Role{}
		if c.told != "" {
			roles[c.told] = Date
		}
		text := "place,time\n" + "Hit," + strings.Replace(c.cells, ",", "\nAna,", 1) + "\n"
		var got, notices []string
		o := Options{Roles: roles, Understood: func(t Table) { notices = t.Notices }}
		for e, err := range Read("t.csv", strings.NewReader(text), o) {
			if err == nil && !e.When.IsZero() {
				got = append(got, e.When.EDTF())
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s, told %q: dates %q, want %q (%s)", c.cells, c.told, s, c.want, c.why)
		}
		all := strings.Join(notices, "\n")
		if hint := strings.Contains(all, "--map date="); hint != (c.want == "" && c.told == "") {
			t.Errorf("%s: whether to tell that they are dates is said: %t, in %q", c.cells, hint, notices)
		}
		if whose := strings.Contains(all, "days in UTC"); whose != strings.Contains(c.why, "of UTC") && strings.HasPrefix(c.cells, "14577408") {
			t.Errorf("%s: that days are those of UTC is said: %t", c.cells, whose)
		}
	}
}

// TestTransposedTooLong: a document by columns that does not fit is refused with
// the way out.
func TestTransposedTooLong(t *testing.T) {
	text := `{"date":{"0":"2016-03-12","1":"2016-03-13"},"place":{"0":"Hit","1":"Ana"}}`
	var refused []string
	for _, err := range Read("t.json", strings.NewReader(text), Options{MaxRecord: 40}) {
		if p := (*geo.Problem)(nil); errors.As(err, &p) && p.Refused {
			refused = append(refused, err.Error())
		}
	}
	if len(refused) != 1 || !strings.Contains(refused[0], `orient="records"`) {
		t.Errorf("refused %q", refused)
	}
}
