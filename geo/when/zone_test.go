package when

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// zones are those in which a day that is taken for an instant moves: west of
// Greenwich, at the date line, which Samoa crossed in 2011, and with half hours.
var zones = []string{"UTC", "America/New_York", "Pacific/Apia", "Pacific/Kiritimati", "Asia/Kathmandu"}

// TestNoZoneMovesADay writes seeded days in every manner with a clock and a zone
// beside them, and reads them on machines in different zones: it is always the
// day that is written.
func TestNoZoneMovesADay(t *testing.T) {
	here := time.Local
	defer func() { time.Local = here }()
	for _, zone := range zones {
		where, err := time.LoadLocation(zone)
		if err != nil {
			t.Skip(err) // a machine without the table of zones
		}
		time.Local = where
		random := rand.New(rand.NewPCG(5, 15))
		for range 2000 {
			day := Date(1970+random.IntN(60), time.Month(1+random.IntN(12)), 1+random.IntN(28))
			readsAs(t, zone, day, random)
		}
	}
}

func readsAs(t *testing.T, zone string, day Day, random *rand.Rand) {
	t.Helper()
	y, m, d := day.Civil()
	iso := fmt.Sprintf("%04d-%02d-%02d", y, int(m), d)
	clock := fmt.Sprintf("%02d:%02d:%02d", random.IntN(24), random.IntN(60), random.IntN(60))
	offset := fmt.Sprintf("%+03d:%02d", random.IntN(27)-12, 15*random.IntN(4))
	for _, cell := range []string{
		iso, iso + "T" + clock, iso + "T" + clock + "Z", iso + "T" + clock + offset, iso + " " + clock + ".000",
		fmt.Sprintf("%02d/%02d/%04d %s", d, int(m), y, clock), fmt.Sprintf("%d %s %d", d, m, y),
	} {
		if i, err := Parse(cell, DMY); err != nil || i != On(day) || i.EDTF() != iso {
			t.Errorf("in %s %q is read as %v, %v", zone, cell, i, err)
		}
	}
	if i, err := Excel1900.Day(float64(day-Date(1899, time.December, 30)) + random.Float64()*0.99); err != nil || i != On(day) {
		t.Errorf("in %s Excel's day of %s is %v, %v", zone, iso, i, err)
	}
}

// TestRangesKeepTheirEnds reads seeded ranges of days: the first and the last day
// are those written, and a part of a date that is not written stays unsaid.
func TestRangesKeepTheirEnds(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 15))
	for range 3000 {
		first := Date(1970+random.IntN(60), time.Month(1+random.IntN(12)), 1+random.IntN(28))
		last := first + Day(1+random.IntN(200))
		y1, m1, d1 := first.Civil()
		y2, m2, d2 := last.Civil()
		a, b := fmt.Sprintf("%d %s %d", d1, m1, y1), fmt.Sprintf("%d %s %d", d2, m2, y2)
		for _, cell := range []string{a + " - " + b, a + " to " + b, "from " + a + " to " + b, "between " + a + " and " + b} {
			if i, err := Parse(cell, OrderUnknown); err != nil || i.First != first || i.Last != last {
				t.Errorf("%q is read as %v, %v", cell, i, err)
			}
		}
		month := fmt.Sprintf("%s %d", m1, y1)
		if i, err := Parse(month, OrderUnknown); err != nil || i != InMonth(y1, m1) {
			t.Errorf("%q is read as %v, %v", month, i, err)
		}
	}
}
