package record

import (
	"math"
	"testing"
)

func TestDecimal(t *testing.T) {
	for _, test := range []struct {
		v      float64
		want   int
		reason string
	}{
		{0, 0, "nothing"},
		{-5, 0, "less than nothing is no number of people"},
		{math.NaN(), 0, "nor is what is no number"},
		{1, 1, "one"},
		{4095, 4095, "the last number that is kept whole"},
		{4096, 4100, "the first that is rounded"},
		{1_683_000, 1_683_000, "what people have rounded stays"},
		{1_683_456, 1_683_000, "what they have not is rounded"},
		{4_095_999, 4_100_000, "rounding may take another digit away"},
		{1.4e9, 1_400_000_000, "the largest country"},
		{2e9, 2_000_000_000, "more than any"},
	} {
		if got := DecimalOf(test.v).Int(); got != test.want {
			t.Errorf("DecimalOf(%v) = %d, want %d: %s", test.v, got, test.want, test.reason)
		}
	}
}

// Every number of whole people is kept to one part in 800.
func TestDecimalIsNear(t *testing.T) {
	for v := 1.0; v < 2e9; v *= 1.0137 {
		if got := float64(DecimalOf(v).Int()); v > 4095 && math.Abs(got-v) > v/800 || v <= 4095 && math.Abs(got-v) > 0.5 {
			t.Errorf("%v came back as %v", v, got)
		}
	}
}

// Every coordinate of five decimals comes back to the last bit.
func TestPointComesBack(t *testing.T) {
	for i := -18_000_000; i <= 18_000_000; i += 997 {
		lon, lat := float64(i)/1e5, float64(i/2)/1e5
		gotLon, gotLat, located := unpack(pack(lon, lat))
		if gotLon != lon || gotLat != lat || !located {
			t.Fatalf("%v, %v came back as %v, %v", lon, lat, gotLon, gotLat)
		}
	}
	for _, p := range [][2]float64{{180, 90}, {-180, -90}, {0, 0}} {
		if lon, lat, located := unpack(pack(p[0], p[1])); lon != p[0] || lat != p[1] || !located {
			t.Errorf("%v came back as %v, %v, %t", p, lon, lat, located)
		}
	}
	if _, _, located := unpack(0); located {
		t.Error("the number of a blank record has a point")
	}
}
