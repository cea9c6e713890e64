package geometry

import (
	"fmt"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
)

// FuzzCoordinates reads cells as places in numbers.
func FuzzCoordinates(f *testing.F) {
	for _, s := range []string{"12", "34°30'00\"N", "34,5 43,25", "POINT (1 2)", "POLYGON ((1 2, 3 4, 5 1, 1 2))", "0101000000", "38SMB", "-0", "NaN", "١٢", "-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		for _, lonFirst := range []bool{false, true} {
			if p, err := OfCell(cell, lonFirst); err == nil && !(math.Abs(p.Point[0]) <= 180 && math.Abs(p.Point[1]) <= 90) {
				t.Errorf("%q is read as %v", cell, p)
			}
		}
	})
}

func TestPoint(t *testing.T) {
	tests := []struct {
		lat, lon string
		want     string
		reason   string
	}{
		{"34.5", "43.25", "[43.25 34.5]", "decimal"},
		{"34,5", "43,25", "[43.25 34.5]", "decimal comma"},
		{"34.5N", "43.25 E", "[43.25 34.5]", "letters"},
		{"34.5S", "W43.25", "[-43.25 -34.5]", "letters of the other hemispheres"},
		{"34°30'00\"N", "43°15′E", "[43.25 34.5]", "degrees, minutes, seconds"},
		{"34-30.0N", "043-15.0E", "[43.25 34.5]", "as seafarers write"},
		{"N343000", "E0431500", "[43.25 34.5]", "without marks"},
		{"34 30", "43 15.0", "[43.25 34.5]", "two numbers are degrees and minutes"},
		{"34°30'S", "43°15' Oeste", "[-43.25 -34.5]", "a word of another language"},
		{"3.98 LS", "121,35 BT", "[121.35 -3.98]", "shortened in Indonesian"},
		{"1.15LU", "97 BB", "[-97 1.15]", "shortened in Indonesian, without a space"},
		{"5.551.234", "43", `"5.551.234" is not a latitude`, "a spreadsheet's thousands marks"},
		{"748231", "271224", `"748231" is no latitude in degrees; it looks like metres of a projected grid, or has lost its point`, "UTM"},
		{"-0°30'", "10", "[10 -0.5]", "the sign of nought degrees counts"},
		{"34°30'00\" с. ш.", "43°15' в.д.", "[43.25 34.5]", "shortened in Russian"},
		{"34,5 пд.ш.", "43,25 зх. д.", "[-43.25 -34.5]", "shortened in Ukrainian"},
		{"٣٤٫٥", "٤٣", "[43 34.5]", "Arabic-Indic digits"},
		{"90", "-180", "[-180 90]", "the ends of the scale"},
		{"-0", "10", "[10 0]", "no negative zero"},
		{"123", "43", `"123" is not between -90 and 90; latitude and longitude look swapped`, "too far north"},
		{"91", "181", `"91" is not between -90 and 90`, "both wrong"},
		{"45", "181", `"181" is not between -180 and 180`, "too far east"},
		{"NaN", "43", `"NaN" is not a latitude`, "no number"},
		{"0x1p4", "43", `"0x1p4" is not a latitude`, "a programmer's number"},
		{"0", "0.0", ErrNullIsland.Error(), "null island"},
		{"-34.5N", "43", `"-34.5N" is not a latitude`, "sign and letter contradict"},
		{"34.5E", "43", `"34.5E" is not a latitude; latitude and longitude look swapped`, "a letter of the other axis"},
		{"34°75'", "43", `"34°75'" is not a latitude`, "75 minutes"},
	}
	for _, tt := range tests {
		p, err := Point(tt.lat, tt.lon)
		got := fmt.Sprint(p)
		if err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("Point(%q, %q) = %s, want %s: %s", tt.lat, tt.lon, got, tt.want, tt.reason)
		}
	}
}

func TestCombined(t *testing.T) {
	const want = "[43.25 34.5]"
	for _, cell := range []string{
		"34.5, 43.25", "34.5,43.25", "34.5;43.25", "34.5 43.25", "(34.5, 43.25)", "[34.5,43.25]", "34,5; 43,25", "34,5 43,25", "34,5, 43,25",
		"POINT (43.25 34.5)", "point(43.25 34.5)", "SRID=4326;POINT(43.25 34.5)", "POINT Z (43.25 34.5 7)", "34.5N 43.25E", "N 34.5 E 43.25", "N34°30', E43°15'", "34°30'N, 43°15'E", "34.5 / 43.25",
		"34°30'00\" пн. ш. 43°15'00\" сх. д.", "34,5 пн.ш., 43,25 сх.д.", "34.5° с.ш. 43.25° в.д.", "34°30′ с. ш., 43°15′ в. д.",
		`{"type":"Point","coordinates":[43.25,34.5]}`, "01010000000000000000A045400000000000404140", "0101000020E61000000000000000A045400000000000404140",
	} {
		p, err := OfCell(cell, false)
		if got := fmt.Sprint(p.Point); err != nil || got != want {
			t.Errorf("OfCell(%q) = %s, %v, want %s", cell, got, err, want)
		}
	}
	for _, cell := range []string{"", "x", "1", "1,2,3", "POINT EMPTY", "POLYGON((1 2,300 4,1 2))", "POLYGON((1 2", "95, 20", "somewhere, else", "39X 1234",
		`{"type":"Point"}`, `{"lat":34.5}`, "null", "0101000000000000000000a04540", "0101000020346C00000000000000A045400000000000404140",
	} {
		if p, err := OfCell(cell, false); err == nil {
			t.Errorf("OfCell(%q) = %v", cell, p)
		}
	}
}

// TestCombinedShapes reads what is no point, but stands for one, with a size.
func TestCombinedShapes(t *testing.T) {
	for _, test := range []struct {
		reason, cell, point string
		precision           geo.Precision
		radius              int
	}{
		{"a square of a metre is a place", "38SMB4322888037", "[44.38999 33.33000]", geo.ExactPlace, 0},
		{"a square of ten metres", "38S MB 4322 8803", "[44.38996 33.32997]", geo.ExactPlace, 8},
		{"a square of ten kilometres is near one", "38S MB 4 8", "[44.40921 33.30269]", geo.NearPlace, 7072},
		{"UTM", "38N 443210 3688000", "[44.38980 33.32966]", geo.ExactPlace, 0},
		{"a polygon", "POLYGON((43 34,43.02 34,43.02 34.02,43 34.02,43 34))", "[43.01000 34.01000]", geo.NearPlace, 1446},
		{"a polygon in JSON", `{"type":"Polygon","coordinates":[[[43,34],[43.02,34],[43.02,34.02],[43,34.02],[43,34]]]}`, "[43.01000 34.01000]", geo.NearPlace, 1446},
		{"a line", "SRID=4326;LINESTRING(43 34,43 36)", "[43.00000 34.00000]", geo.WithinRegion, 222639},
	} {
		g, err := OfCell(test.cell, false)
		radius, _ := g.Radius.Int()
		if got := fmt.Sprintf("[%.5f %.5f]", g.Point[0], g.Point[1]); err != nil || got != test.point || g.Precision != test.precision || radius != test.radius {
			t.Errorf("%s: %q is at %s, %s, radius %d, %v; want %s, %s, %d", test.reason, test.cell, got, g.Precision, radius, err, test.point, test.precision, test.radius)
		}
	}
}

func FuzzGeometry(f *testing.F) {
	for _, s := range []string{
		`null`, `{"type":"Point","coordinates":[1,2,3]}`, `{"type":"Point","coordinates":[1e999,2]}`, `{"type":"MultiPoint","coordinates":[]}`,
		`{"type":"LineString","coordinates":[[1,2],[1,2]]}`, `{"type":"Polygon","coordinates":[[]]}`, `{"type":"Polygon","coordinates":[[[0,0],[0,0],[0,0]]]}`,
		`{"type":"MultiPolygon","coordinates":[[[[179,1],[-179,1],[-179,2],[179,1]]]]}`,
		`{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,2],[3,4]]},null]}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if p, ok := plainPosition(raw); ok {
			if want, err := parseShape(raw, 0); err != nil || want != orb.Geometry(p) {
				t.Errorf("%s is at %v, want %v, %v", raw, p, want, err)
			}
		}
		g, err := OfGeoJSON(raw)
		if g == nil || err != nil {
			return
		}
		if p := g.Point; !(math.Abs(p[0]) <= 180 && math.Abs(p[1]) <= 90) {
			t.Errorf("%s is at %v", raw, p)
		}
	})
}
