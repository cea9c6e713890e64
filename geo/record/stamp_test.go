package record

import (
	"errors"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
)

// TestUnixStampsWhenTold: numbers of seconds are dates if somebody says so.
func TestUnixStampsWhenTold(t *testing.T) {
	for _, c := range []struct{ cells, told, want, why string }{
		{"1457740800,1457827200", "", "", "nobody said that these are dates"},
		{"1457740800,1457827200", "time", "2016-03-12 2016-03-13", "seconds"},
		{"1457740800000,1457827200999", "time", "2016-03-12 2016-03-13", "milliseconds"},
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
		if hint := strings.Contains(strings.Join(notices, "\n"), "--map date="); c.told == "" && !hint {
			t.Errorf("%s: the notices %q do not say how to tell", c.cells, notices)
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
