package output

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
)

func placed(kind geo.MatchKind, lon, lat float64, p geo.Precision, radius geo.Figure) geo.Event {
	return geo.Event{Place: geo.Place{Match: geo.Match{Kind: kind, Point: orb.Point{lon, lat}, Precision: p, RadiusM: radius}}}
}

func TestDecimals(t *testing.T) {
	none := geo.Figure{}
	for _, test := range []struct {
		kind   geo.MatchKind
		p      geo.Precision
		radius geo.Figure
		want   string
		reason string
	}{
		{geo.Given, geo.ExactPlace, none, "12.345679,-0.987654", "the input's own to 0.1 m"},
		{geo.Given, geo.WithinCountry, none, "12.345679,-0.987654", "the input's own is not ours to coarsen"},
		{geo.Exact, geo.ExactPlace, none, "12.3457,-0.9877", "a town"},
		{geo.Exact, geo.ExactPlace, geo.Known(0), "12.3457,-0.9877", "no radius is too small for a town"},
		{geo.Exact, geo.NearPlace, geo.Known(10_000), "12.346,-0.988", "near a town"},
		{geo.Exact, geo.WithinAdm2, geo.Known(30_000), "12.35,-0.99", "a district"},
		{geo.Exact, geo.WithinAdm1, geo.Known(5_000), "12.346,-0.988", "a province that is a city"},
		{geo.Exact, geo.WithinCountry, geo.Known(400_000), "12.3,-1", "a country, without trailing zeros"},
		{geo.Exact, geo.WithinCountry, geo.Known(3_000), "12.346,-0.988", "a country that is an island"},
	} {
		e := placed(test.kind, 12.345678901, -0.98765432, test.p, test.radius)
		p, ok, err := PositionOf(&e)
		if !ok || err != nil {
			t.Fatal(ok, err)
		}
		b := append(p.AppendCoordinate(nil, p.Lon), ',')
		if got := string(p.AppendCoordinate(b, p.Lat)); got != test.want {
			t.Errorf("%v %v: got %s, want %s: %s", test.p, test.radius, got, test.want, test.reason)
		}
	}
}

func TestPositionOf(t *testing.T) {
	for _, test := range []struct {
		kind     geo.MatchKind
		lon, lat float64
		ok, err  bool
		reason   string
	}{
		{geo.Given, 0, 0, true, false, "null island is a place"},
		{geo.Given, -180, 90, true, false, "the ends of the globe"},
		{geo.Unresolved, 1, 1, false, false, "an unresolved place has no point"},
		{geo.Ambiguous, 1, 1, false, false, "an ambiguous place claims none"},
		{geo.NotLookedFor, 1, 1, false, false, "nobody has looked"},
		{geo.Given, 180.1, 0, false, true, "off the globe"},
		{geo.Given, 0, -91, false, true, "off the globe"},
		{geo.Given, math.NaN(), 0, false, true, "not a number"},
		{geo.Given, 0, math.Inf(1), false, true, "no end"},
	} {
		e := placed(test.kind, test.lon, test.lat, geo.ExactPlace, geo.Figure{})
		if _, ok, err := PositionOf(&e); ok != test.ok || (err != nil) != test.err {
			t.Errorf("%v %v,%v: got %v, %v: %s", test.kind, test.lon, test.lat, ok, err, test.reason)
		}
	}
}

func TestAppendCoordinateAgainstStrconv(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		p := Position{Decimals: r.IntN(7)}
		x := round((r.Float64()*2-1)*180, p.Decimals)
		want := strconv.FormatFloat(x, 'f', -1, 64)
		if got := string(p.AppendCoordinate(nil, x)); got != want {
			t.Fatalf("%v to %d decimals: got %s, want %s", x, p.Decimals, got, want)
		}
	}
	if got := string(Position{Decimals: 4}.AppendCoordinate(nil, round(math.Copysign(1e-9, -1), 4))); got != "0" {
		t.Errorf("a small negative number is 0, got %s", got)
	}
}

func TestNearestAgainstMath(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	check := func(x float64) {
		if got, want := nearest(x), int64(math.Round(x)); got != want {
			t.Fatalf("%v: got %d, want %d", x, got, want)
		}
	}
	for range 200_000 {
		x := (r.Float64()*2 - 1) * 1.8e8
		half := math.Trunc(x) + 0.5
		for _, x := range []float64{x, half, math.Nextafter(half, 1e9), math.Nextafter(half, -1e9), -half} {
			check(x)
		}
	}
	for _, x := range []float64{0, 0.5, math.Nextafter(0.5, 0), math.Nextafter(-0.5, 0), -0.5, 1e-300} {
		check(x)
	}
}

// TestEightDigits writes numbers of which each digit has each value, and every last four
// digits, as strconv does.
func TestEightDigits(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 7))
	for i := range uint32(20_000) {
		n := i
		if i >= 10_000 {
			n = r.Uint32N(1e8)
		}
		got := binary.LittleEndian.AppendUint64(nil, eightDigits(n)|0x3030303030303030)
		if want := fmt.Sprintf("%08d", n); string(got) != want {
			t.Fatalf("got %s, want %s", got, want)
		}
	}
}
