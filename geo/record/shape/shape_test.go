package shape_test

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/ewkb"
	"github.com/paulmach/orb/encoding/wkb"

	"github.com/dateline-map/dateline/geo/record/shape"
)

// shapes are geometries of all kinds.
var shapes = []orb.Geometry{
	orb.Point{44.4, 33.3},
	orb.LineString{{1, 2}, {3, 4}},
	orb.Polygon{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}, {{0.1, 0.1}, {0.2, 0.1}, {0.2, 0.2}, {0.1, 0.1}}},
	orb.MultiPoint{{1, 2}, {3, 4}},
	orb.MultiLineString{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}},
	orb.MultiPolygon{{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}},
	orb.Collection{orb.Point{1, 2}, orb.Collection{orb.LineString{{1, 2}, {3, 4}}}},
}

// TestOrbsIsRead reads what another library wrote, in both byte orders and with
// a reference system.
func TestOrbsIsRead(t *testing.T) {
	for _, want := range shapes {
		for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
			for name, b := range map[string][]byte{"wkb": wkb.MustMarshal(want, order), "ewkb": ewkb.MustMarshal(want, 4326, order)} {
				got, err := shape.FromWKB(b)
				if d := cmp.Diff(want, got); d != "" || err != nil {
					t.Errorf("%s, %v: %v %s", name, order, err, d)
				}
				for cut := range b {
					if g, err := shape.FromWKB(b[:cut]); err == nil {
						t.Errorf("%s cut at %d of %d is %v", name, cut, len(b), g)
					}
				}
			}
		}
	}
}

func TestFromWKB(t *testing.T) {
	const x, y, z = "3333333333334640", "6666666666A64040", "0000000000004440"
	tests := []struct{ hex, want, reason string }{
		{"0101000000" + x + y, "[44.4 33.3]", "a point"},
		{"01E9030000" + x + y + z, "[44.4 33.3]", "with a height, as ISO writes it"},
		{"01D1070000" + x + y + z, "[44.4 33.3]", "with a measure"},
		{"01B90B0000" + x + y + z + z, "[44.4 33.3]", "with both"},
		{"0101000080" + x + y + z, "[44.4 33.3]", "with a height, as PostGIS writes it"},
		{"01010000C0" + x + y + z + z, "[44.4 33.3]", "with both, as PostGIS writes it"},
		{"01EC03000001000000" + "01E9030000" + x + y + z, "[[44.4 33.3]]", "points with a height"},
		{"0101000000" + "000000000000F87F" + "000000000000F87F", "<nil>", "an empty point"},
		{"010200000000000000", "<nil>", "an empty line"},
		{"010700000000000000", "<nil>", "an empty collection"},
		{"0104000000FFFFFFFF", "geometry is cut off", "four billion points in no bytes"},
		{"0103000000FFFFFF7F", "geometry is cut off", "two billion rings"},
		{"010800000000000000", "geometry is a circular string, which is not read", "a curve"},
		{"016300000000000000", "geometry of the unknown kind 99", "nothing that is known"},
		{"0501000000", "not a geometry in well-known binary", "no byte order"},
		{"", "geometry is cut off", "nothing"},
		{deep(10), "geometry collections are nested deeper than 8", "no end of collections"},
	}
	for _, test := range tests {
		b, err := hex.DecodeString(test.hex)
		if err != nil {
			t.Fatal(err)
		}
		g, err := shape.FromWKB(b)
		got := fmt.Sprint(g)
		if err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s: %s", test.hex, got, test.want, test.reason)
		}
	}
}

// deep is a collection within collections.
func deep(n int) string {
	s := "010700000000000000"
	for range n {
		s = "010700000001000000" + s
	}
	return s
}

func TestEPSG(t *testing.T) {
	// As gdaltransform 3.6.2 gives them.
	tests := []struct {
		code int
		from orb.Point
		want orb.Point
	}{
		{4326, orb.Point{44.4, 33.3}, orb.Point{44.4, 33.3}},
		{4258, orb.Point{9.5, 53.125}, orb.Point{9.5, 53.125}},
		{3857, orb.Point{4942585.39122135, 3935191.98210544}, orb.Point{44.4, 33.3}},
		{32638, orb.Point{444140.544918426, 3684706.35554978}, orb.Point{44.4, 33.3}},
		{32733, orb.Point{527733.643807988, 9502599.78803323}, orb.Point{15.25, -4.5}},
		{25832, orb.Point{533458.075578902, 5886292.67811667}, orb.Point{9.5, 53.125}},
	}
	const millimetre = 1e-8 // degrees; ETRS89 is on another ellipsoid
	for _, test := range tests {
		s, known := shape.EPSG(test.code)
		if !known {
			t.Errorf("EPSG:%d is not known", test.code)
			continue
		}
		got, ok := s.Degrees(test.from).(orb.Point)
		if !ok || math.Abs(got.Lon()-test.want.Lon()) > millimetre || math.Abs(got.Lat()-test.want.Lat()) > millimetre {
			t.Errorf("EPSG:%d: %v, want %v", test.code, got, test.want)
		}
	}
	for _, code := range []int{28992, 32600, 32661, 32761, 25827, 0, -1} {
		if _, known := shape.EPSG(code); known {
			t.Errorf("EPSG:%d is taken for one that is read", code)
		}
	}
	if g := (shape.System{}).Degrees(nil); g != nil {
		t.Errorf("nothing becomes %v", g)
	}
}

// FuzzFromWKB reads anything as a geometry; what is read is read again from what
// another library makes of it.
func FuzzFromWKB(f *testing.F) {
	for _, g := range shapes {
		f.Add(wkb.MustMarshal(g, binary.LittleEndian))
		f.Add(ewkb.MustMarshal(g, 4326, binary.BigEndian))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		g, err := shape.FromWKB(b)
		if g == nil || err != nil {
			return
		}
		first := wkb.MustMarshal(g)
		again, err := shape.FromWKB(first)
		if err != nil {
			t.Fatalf("%v is not read again: %v", g, err)
		}
		if !bytes.Equal(first, wkb.MustMarshal(again)) {
			t.Errorf("%v is %v the second time", g, again)
		}
	})
}
