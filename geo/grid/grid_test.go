package grid_test

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/grid"
	"github.com/paulmach/orb"
	orbgeo "github.com/paulmach/orb/geo"
)

// TestMGRS compares with references and middles of squares as the npm package
// mgrs 2.2.0 has them, all over the globe.
func TestMGRS(t *testing.T) {
	for _, test := range []struct {
		reference string
		lon, lat  float64
		sizeM     float64
	}{
		{"38SMB4322888037", 44.389995, 33.329997, 1},
		{"38SMB432880", 44.390225, 33.330111, 100},
		{"35LQL0011412393", 28.820004, -8.929998, 1},
		{"35LQL001123", 28.820329, -8.930390, 100},
		{"31UFU8492347981", 5.739993, 52.750000, 1},
		{"31UFU849479", 5.740367, 52.749708, 100},
		{"18SUJ2740806452", -76.990000, 38.890004, 1},
		{"18SUJ274064", -76.989521, 38.889990, 100},
		{"60HUE0028819425", 174.760001, -36.850000, 1},
		{"60HUE002194", 174.759576, -36.849771, 100},
		{"19FCB7296808244", -70.900003, -53.160001, 1},
		{"19FCB729082", -70.900277, -53.159947, 100},
		{"31NAA6603200011", 0.000099, 0.000104, 1},
		{"31NAA660000", 0.000256, 0.000452, 100},
		{"30MZE3396799988", -0.000099, -0.000104, 1},
		{"30MZE339999", -0.000256, -0.000452, 100},
		{"32VNR5994730718", 10.200004, 63.399999, 1},
		{"32VNR599307", 10.200066, 63.400281, 100},
		{"33XXG1591463320", 20.000000, 78.000003, 1},
		{"33XXG159633", 20.001633, 78.000239, 100},
		{"60KZG1921973388", 179.990000, -16.500004, 1},
		{"60KZG192733", 179.990291, -16.500347, 100},
		{"1WCP6433523144", -179.989997, 65.999997, 1},
		{"1WCP643231", -179.989684, 66.000052, 100},
		{"48NUG6649749248", 103.800004, 1.349997, 1},
		{"48NUG664492", 103.799577, 1.350011, 100},
		{"37MBU5519657310", 36.800003, -1.289997, 1},
		{"37MBU551573", 36.799585, -1.289639, 100},
		{"35XNP3557517856", 29.999985, 83.900000, 1},
		{"35XNP355178", 29.997810, 83.899954, 100},
		{"21CVM4129228062", -60.000002, -79.899997, 1},
		{"21CVM412280", -60.002203, -79.900089, 100},
		{"38RQT8830952646", 47.970004, 29.370000, 1},
		{"38RQT883526", 47.970422, 29.370022, 100},
		{"14QMG8635348412", -99.129996, 19.430002, 1},
		{"14QMG863484", -99.130029, 19.430341, 100},
		{"54SUE8146950356", 139.690004, 35.690001, 1},
		{"54SUE814503", 139.689789, 35.689940, 100},
		{"33UUU9144020079", 13.400007, 52.519999, 1},
		{"33UUU914200", 13.400157, 52.519735, 100},
	} {
		p, err := grid.Parse(test.reference)
		if err != nil {
			t.Errorf("%s: %v", test.reference, err)
			continue
		}
		if far := orbgeo.DistanceHaversine(p.Point, orb.Point{test.lon, test.lat}); far > 1.5 {
			t.Errorf("%s is at %v, %.1f m from %g, %g", test.reference, p.Point, far, test.lon, test.lat)
		}
		if p.SizeM != test.sizeM {
			t.Errorf("%s is a square of %g m, want %g", test.reference, p.SizeM, test.sizeM)
		}
	}
}

// TestUTM compares with PROJ 9 (gdaltransform from EPSG:326xx and 327xx).
func TestUTM(t *testing.T) {
	for _, test := range []struct {
		in       string
		lon, lat float64
	}{
		{"38N 443210 3688000", 44.3897983, 33.3296581},
		{"38S 443210 3688000", 44.3897983, 33.3296581}, // the band, not the half of the globe
		{"38 S 443210mE 3688000mN", 44.3897983, 33.3296581},
		{"UTM zone 38N E 443210, N 3688000", 44.3897983, 33.3296581},
		{"utm 38n 443210 e 3688000 n", 44.3897983, 33.3296581},
		{"35S 700123.4 9012345.6", 28.8200875, -8.9304311}, // the half of the globe
		{"35L 700123.4 9012345.6", 28.8200875, -8.9304311},
		{"32N 280000 5850000", 5.7397720, 52.7549833},
		{"1N 500000 0", -177, 0},
		{"33X 166021.44 9300000", -10.6257269, 83.0725822},
	} {
		p, err := grid.Parse(test.in)
		if err != nil {
			t.Errorf("%s: %v", test.in, err)
			continue
		}
		if far := orbgeo.DistanceHaversine(p.Point, orb.Point{test.lon, test.lat}); far > 0.05 {
			t.Errorf("%s is at %v, %.2f m from %g, %g", test.in, p.Point, far, test.lon, test.lat)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, test := range []struct{ reason, in, says string }{
		{"no position", "Mosul", "is no position"},
		{"nothing", "", "is no position"},
		{"a zone that is not there", "61N 443210 3688000", "is no position"},
		{"letters I and O are left out", "38SIB43228803", "is no position"},
		{"three digits", "38SMB432", "has 3 digits"},
		{"a square of another zone", "38SAB4322888037", "that zone 38 has not"},
		{"a square of another band", "38NMB4322888037", "does not lie in its band"},
		{"a northing of another band", "38T 443210 3688000", "does not lie in its band"},
		{"a band or a half of the globe", "19S 443210 4000000", "could be"},
		{"eastings outside of the zone", "38N 043210 3688000", "is no position"},
	} {
		p, err := grid.Parse(test.in)
		if err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %q gives %v, %v, want an error with %q", test.reason, test.in, p, err, test.says)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("38SMB4322888037")
	f.Add("38 S 443210mE 3688000mN")
	f.Add("1CAA00")
	f.Fuzz(func(t *testing.T, in string) {
		p, err := grid.Parse(in)
		if err == nil && !(p.Point.Lon() >= -180 && p.Point.Lon() <= 180 && p.Point.Lat() >= -90 && p.Point.Lat() <= 90) {
			t.Errorf("%q is at %v", in, p.Point)
		}
	})
}
