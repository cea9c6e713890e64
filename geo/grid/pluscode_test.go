package grid

import (
	"math"
	"testing"
)

// The codes and their cells are those of the specification's own test data.
func TestPlusCodes(t *testing.T) {
	for _, c := range []struct {
		code           string
		lat, lon, size float64 // size in degrees of latitude
		reason         string
	}{
		{"8FVC9G8F+6X", 47.3655625, 8.5249375, 0.000125, "ten digits, as phones show"},
		{"7FG49Q00+", 20.375, 2.775, 0.05, "padded: an area"},
		{"7FG40000+", 20.5, 2.5, 1, "padded further"},
		{"8FVC2222+22", 47.0000625, 8.0000625, 0.000125, "the first cell of a square"},
		{"6FH32222+222", 1.0000125, 1.000015625, 0.000025, "eleven digits: a cell of the grid"},
		{"8fvc9g8f+6x", 47.3655625, 8.5249375, 0.000125, "small letters"},
	} {
		p, err := Parse(c.code)
		if err != nil {
			t.Errorf("%s (%s): %v", c.code, c.reason, err)
			continue
		}
		if math.Abs(p.Point.Lat()-c.lat) > c.size/1000 || math.Abs(p.Point.Lon()-c.lon) > c.size/1000 {
			t.Errorf("%s (%s): %v, want %v %v", c.code, c.reason, p.Point, c.lon, c.lat)
		}
		if want := c.size * metresOfDegree; math.Abs(p.SizeM-want) > want/100 {
			t.Errorf("%s (%s): size %v m, want %v", c.code, c.reason, p.SizeM, want)
		}
	}
}

func TestNoPlusCodes(t *testing.T) {
	for _, c := range []struct{ code, reason string }{
		{"GC7H+8W Gaza", "short: only who stands there knows the rest"},
		{"8G3PGC7+8W", "a digit is missing"},
		{"8G3PGA7H+8W", "A is no digit"},
		{"8G3PGC7H+8", "a single digit behind the sign names no cell"},
		{"X2222222+22", "beyond the pole"},
		{"A+B", "blood"},
		{"+", "a sign alone"},
	} {
		if p, err := Parse(c.code); err == nil {
			t.Errorf("%q (%s) is %v", c.code, c.reason, p)
		}
	}
}
