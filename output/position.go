package output

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"

	"github.com/dateline-map/dateline/geo"
)

// Position is where an event is drawn.
type Position struct {
	Lon, Lat float64 // degrees, WGS 84, rounded to Decimals
	Decimals int     // how many decimals the place's precision warrants
}

// metresPerDegree is of latitude; a degree of longitude is no longer.
const metresPerDegree = 111_320

// decimals says how many decimals a coordinate has at each precision if nothing
// is known of the place's size. Rounding moves a point by at most 8 m at four
// decimals, 80 m at three, 800 m at two, 8 km at one.
var decimals = [...]int{
	geo.UnknownPlace:  4,
	geo.ExactPlace:    4, // a town is larger than the 8 m
	geo.NearPlace:     3,
	geo.WithinAdm2:    2,
	geo.WithinAdm1:    2,
	geo.WithinRegion:  1,
	geo.WithinCountry: 1,
}

// givenDecimals is for the input's own coordinates, which are not ours to
// coarsen: six decimals are 0.1 m.
const givenDecimals = 6

// PositionOf returns where the event is drawn and whether anywhere. A located
// event whose point is not on the globe is an error.
func PositionOf(e *geo.Event) (p Position, ok bool, err error) {
	m := &e.Place.Match
	if !m.Located() {
		return Position{}, false, nil
	}
	lon, lat := m.Point[0], m.Point[1]
	if !(lon >= -180 && lon <= 180) || !(lat >= -90 && lat <= 90) {
		return Position{}, false, fmt.Errorf("event %q: no place on earth has longitude %v and latitude %v", e.ID, lon, lat)
	}
	p.Decimals = decimalsFor(m)
	p.Lon, p.Lat = round(lon, p.Decimals), round(lat, p.Decimals)
	return p, true, nil
}

// decimalsFor adds decimals where rounding would move the point by more than a
// twentieth of the place's radius: a country may be an island.
func decimalsFor(m *geo.Match) int {
	if m.Kind == geo.Given {
		return givenDecimals
	}
	d := decimals[m.Precision]
	radius, known := m.RadiusM.Int()
	if !known {
		return d
	}
	for d < decimals[geo.ExactPlace] && shift(d) > float64(radius)/20 {
		d++
	}
	return d
}

// shift returns how far in metres rounding to d decimals moves a point at most.
func shift(d int) float64 {
	return math.Sqrt2 / 2 * metresPerDegree / pow10[d]
}

var pow10 = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6}

func round(x float64, decimals int) float64 {
	return float64(nearest(x*pow10[decimals])) / pow10[decimals]
}

// nearest is [math.Round] of what is far from the bounds of whole numbers: no
// float64 below a half becomes more than that by this sum.
func nearest(x float64) int64 {
	const belowHalf = 0.5 - 1.0/(1<<54)
	return int64(x + math.Copysign(belowHalf, x))
}

// AppendCoordinate appends a coordinate of the position in plain decimal
// notation, without trailing zeros.
func (p Position) AppendCoordinate(dst []byte, degrees float64) []byte {
	n := nearest(degrees * pow10[p.Decimals])
	if n < 0 {
		dst, n = append(dst, '-'), -n
	}
	// As if all had the most decimals, so that the divisors are constants.
	millionths := uint32(n) * uint32(pow10[givenDecimals-p.Decimals])
	dst = appendInt(dst, millionths/1e6)
	if millionths %= 1e6; millionths == 0 {
		return dst
	}
	digits := eightDigits(millionths * 100)
	zeros := bits.LeadingZeros64(digits) / 8
	dst = binary.LittleEndian.AppendUint64(append(dst, '.'), digits|0x3030303030303030)
	return dst[:len(dst)-zeros]
}

// eightDigits returns the digits of a number below 100,000,000, a byte each, the first the
// lowest. They are told apart by fours, pairs and ones, all parts at once.
func eightDigits(n uint32) uint64 {
	fours := uint64(n/10000) | uint64(n%10000)<<32
	hundreds := fours * 10486 >> 20 & 0x7f_0000007f
	pairs := hundreds | (fours-hundreds*100)<<16
	tens := pairs * 103 >> 10 & 0x000f_000f_000f_000f
	return tens | (pairs-tens*10)<<8
}

// digit returns the last digit of n.
func digit(n uint32) byte { return '0' + byte(n%10) }

// appendInt is strconv.AppendInt for the 0 to 180 that degrees are.
func appendInt(dst []byte, n uint32) []byte {
	if n >= 100 {
		dst = append(dst, digit(n/100))
	}
	if n >= 10 {
		dst = append(dst, digit(n/10))
	}
	return append(dst, digit(n))
}
