package record

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"testing"
)

// tableOf returns a table of records that have nothing but points; the last and the
// first have none.
func tableOf(points [][2]float64) *Table {
	data := make([]byte, Len)
	for _, p := range points {
		record := binary.LittleEndian.AppendUint64(nil, pack(p[0], p[1]))[:atParent]
		data = append(append(data, record...), make([]byte, Len-atParent)...)
	}
	data = append(data, make([]byte, Len)...)
	return &Table{s: Sections{Records: string(data)}, n: len(points) + 2}
}

// TestWindowAgainstDegrees holds what a window passes against the degrees that it
// stands for: all within reach, and nothing far beyond it.
func TestWindowAgainstDegrees(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const much = 6 / unitsPerDegree // more than the margin and two roundings
	edges := []float64{-180, 180, -179.99999, 179.99999, 0, -90, 90}
	passed, refused := 0, 0
	for range 300_000 {
		lon, lat := r.Float64()*360-180, r.Float64()*180-90
		if r.IntN(4) == 0 {
			lon = edges[r.IntN(5)]
		}
		if r.IntN(8) == 0 {
			lat = edges[5+r.IntN(2)]
		}
		reachLon, reachLat := math.Exp(12*r.Float64()-8), math.Exp(12*r.Float64()-8)
		at := [2]float64{lon + 2*reachLon*(r.Float64()*2-1), min(90, max(-90, lat+2*reachLat*(r.Float64()*2-1)))}
		at[0] = min(180, max(-180, math.Remainder(at[0], 360)))
		at[0], at[1] = math.Round(at[0]*1e5)/1e5, math.Round(at[1]*1e5)/1e5
		dLon := math.Abs(at[0] - lon)
		dLon, dLat := min(dLon, 360-dLon), math.Abs(at[1]-lat)

		got := tableOf([][2]float64{at}).Next(0, math.MaxUint32, NewWindow(lon, lat, reachLon, reachLat)) == 1
		switch within := dLon <= reachLon && dLat <= reachLat; {
		case within && !got:
			t.Fatalf("%v is within %v, %v of %v, %v, and is not seen", at, reachLon, reachLat, lon, lat)
		case got:
			passed++
			if reachLon < 178 && (dLon > reachLon+much || dLat > reachLat+much) {
				t.Fatalf("%v is far beyond %v, %v of %v, %v, and is seen", at, reachLon, reachLat, lon, lat)
			}
		default:
			refused++
		}
	}
	if passed < 10_000 || refused < 10_000 {
		t.Errorf("%d points were seen and %d not: the test tells too little", passed, refused)
	}
}

// Next stops at the end that it is given, also behind that of the table, and passes over
// records without a point.
func TestNext(t *testing.T) {
	table := tableOf([][2]float64{{-180, -90}, {10, 10}, {-180, -90}})
	all := NewWindow(-180, -90, 1, 1)
	for _, test := range []struct {
		from, end, want uint32
		reason          string
	}{
		{0, 5, 1, "the blank record has no point, though its bits are those of the first corner"},
		{1, 5, 1, "the first is asked itself"},
		{2, 5, 3, "the second lies elsewhere"},
		{2, 3, 3, "the end is not asked"},
		{4, 5, 5, "nor has the last a point"},
		{4, 900, 900, "an end beyond the table, as a damaged file may say, ends a search, too"},
		{900, 901, 901, "and nothing lies behind the table"},
	} {
		if got := table.Next(test.from, test.end, all); got != test.want {
			t.Errorf("Next(%d, %d) = %d, want %d: %s", test.from, test.end, got, test.want, test.reason)
		}
	}
}
