// Package grid reads positions in the Universal Transverse Mercator grid: zone,
// easting and northing in metres ("38 N 443210 3688000"), and references of the
// Military Grid Reference System ("38SMB 4321 8800"), as humanitarian and
// military reports have them. It reads plus codes too, which share the need: a
// cell's name that stands for a point.
//
// Zones and letters are those of NGA.STND.0037 (2014), the projection is
// Krüger's series to the third flattening's fourth power as in Karney,
// "Transverse Mercator with an accuracy of a few nanometers" (2011), on the
// WGS 84 ellipsoid: far better than any source's metre.
package grid

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo/internal/pattern"
)

// Position is what a grid reference says.
type Position struct {
	Point orb.Point // longitude, latitude; the middle of an MGRS square
	SizeM float64   // the side of an MGRS square or the height of a plus code's cell in metres; 0 for UTM
}

var errNone = errors.New("is no position in the UTM or MGRS grid")

var (
	mgrs    = pattern.New(`^([1-9]|0[1-9]|[1-5]\d|60)([C-HJ-NP-X])([A-HJ-NP-Z])([A-HJ-NP-V])(\d*)$`)
	utm     = pattern.New(`^(?:UTM\s*)?(?:ZONE\s*)?([1-9]|0[1-9]|[1-5]\d|60)\s*([C-HJ-NP-X])[\s,;:]+(?:E[:=]?\s*)?(\d{6}(?:\.\d+)?)\s*(?:M?\s*E|M)?[\s,;]+(?:N[:=]?\s*)?(\d{1,8}(?:\.\d+)?)\s*(?:M?\s*[NS]|M)?$`)
	between = pattern.New(`[\s-]+`)
)

// Parse reads a position, or a plus code that is whole. Letters may be small, and
// an MGRS reference may have spaces between its parts.
func Parse(s string) (Position, error) {
	s = strings.ToUpper(strings.TrimSpace(s))
	if m := utm().FindStringSubmatch(s); m != nil {
		return parseUTM(m)
	}
	if m := mgrs().FindStringSubmatch(between().ReplaceAllString(s, "")); m != nil {
		return parseMGRS(m)
	}
	if p, ok, err := parsePlus(s); ok {
		return p, err
	}
	return Position{}, errNone
}

// bands are the letters of latitude from 80° south, eight degrees each.
const bands = "CDEFGHJKLMNPQRSTUVWX"

// bandOf returns the latitudes of a band.
func bandOf(letter byte) (south, north float64) {
	i := strings.IndexByte(bands, letter)
	south, north = float64(i*8-80), float64(i*8-72)
	if letter == 'X' {
		north = 84
	}
	return south, north
}

// parseUTM reads zone, letter, easting and northing. The letter is that of a
// band, or N or S for the half of the globe. N is both without contradiction; S
// is the band from 32° to 40° north, too, and means it where the northing says
// so: the far south at the same northing is sea but for the tip of America.
func parseUTM(m []string) (Position, error) {
	zone, _ := strconv.Atoi(m[1])
	letter := m[2][0]
	easting, errE := strconv.ParseFloat(m[3], 64)
	northing, errN := strconv.ParseFloat(m[4], 64)
	if errE != nil || errN != nil {
		return Position{}, errNone
	}
	if letter == 'N' {
		return position(zone, easting, northing, false, -1, 84)
	}
	south, north := bandOf(letter)
	if letter != 'S' {
		return position(zone, easting, northing, letter < 'N', south-1, north+1)
	}
	band, errBand := position(zone, easting, northing, false, south, north)
	half, errHalf := position(zone, easting, northing, true, -80, 0)
	switch {
	case errBand != nil:
		return half, errHalf
	case zone >= 18 && zone <= 21:
		return Position{}, fmt.Errorf("could be %s or %s: S is a band of latitude and a half of the globe", degrees(band.Point), degrees(half.Point))
	}
	return band, nil
}

func degrees(p orb.Point) string { return fmt.Sprintf("%.2f, %.2f", p.Lat(), p.Lon()) }

// position returns the point of an easting and northing, which must lie between
// two latitudes and no further from the zone than maps go.
func position(zone int, easting, northing float64, southern bool, south, north float64) (Position, error) {
	if easting < 100_000 || easting >= 900_000 || northing < 0 || northing > 10_000_000 {
		return Position{}, errNone
	}
	p := FromUTM(zone, southern, easting, northing)
	if p.Lat() < south || p.Lat() > north {
		return Position{}, fmt.Errorf("has a northing that does not lie in its band of latitude")
	}
	return Position{Point: p}, nil
}

// squareM is the side of the squares that MGRS names by two letters.
const squareM = 100_000

// parseMGRS reads zone, band, square and digits, half of which are the easting.
func parseMGRS(m []string) (Position, error) {
	zone, _ := strconv.Atoi(m[1])
	band, digits := m[2][0], m[5]
	if len(digits)%2 == 1 || len(digits) > 10 {
		return Position{}, fmt.Errorf("has %d digits; a grid reference has 2, 4, 6, 8 or 10", len(digits))
	}
	column, err := columnOf(zone, m[3][0])
	if err != nil {
		return Position{}, err
	}
	half := len(digits) / 2
	size := squareM / math.Pow10(half)
	easting := column + number(digits[:half])*size + size/2
	within := number(digits[half:])*size + size/2
	row := rowOf(zone, m[4][0])
	south, north := bandOf(band)
	// The letters of rows come again every 2,000 km: the band tells which it is.
	// A square may reach a little beyond the band's edges.
	for northing := row; northing < 10_000_000; northing += 2_000_000 {
		from := northing + within
		if band < 'N' {
			from -= 10_000_000
		}
		p := inverse(zone, easting, from)
		if p.Lat() >= south-1 && p.Lat() <= north+1 {
			return Position{Point: p, SizeM: size}, nil
		}
	}
	return Position{}, errors.New("has a square that does not lie in its band of latitude")
}

func number(digits string) float64 {
	n, _ := strconv.Atoi(digits) // no digits are 0
	return float64(n)
}

// columns are the letters of eastings in zones 1, 2 and 3, and again from there.
var columns = [3]string{"ABCDEFGH", "JKLMNPQR", "STUVWXYZ"}

func columnOf(zone int, letter byte) (easting float64, err error) {
	i := strings.IndexByte(columns[(zone-1)%3], letter)
	if i < 0 {
		return 0, fmt.Errorf("has a square %c that zone %d has not", letter, zone)
	}
	return float64(i+1) * squareM, nil
}

const rows = "ABCDEFGHJKLMNPQRSTUV"

// rowOf returns the northing of a row modulo 2,000 km. Even zones begin with F.
func rowOf(zone int, letter byte) float64 {
	i := strings.IndexByte(rows, letter)
	if zone%2 == 0 {
		i -= 5
	}
	return float64((i+len(rows))%len(rows)) * squareM
}

// WGS 84, and the scale on the central meridian and the false easting of UTM.
const (
	semiMajorM = 6_378_137.0
	flattening = 1 / 298.257223563
	scale      = 0.9996
	falseEastM = 500_000
)

// FromUTM returns the longitude and latitude of an easting and northing in metres
// in a UTM zone, from 1 to 60. In the southern half of the globe northings count
// from 10,000 km. What lies far outside the zone is no place; its coordinates may
// be anything, also NaN.
func FromUTM(zone int, southern bool, easting, northing float64) orb.Point {
	if southern {
		northing -= 10_000_000
	}
	return inverse(zone, easting, northing)
}

// inverse is the inverse transverse Mercator projection by Krüger's series.
func inverse(zone int, easting, northing float64) orb.Point {
	const n = flattening / (2 - flattening)
	const n2, n3, n4 = n * n, n * n * n, n * n * n * n
	const rectifying = semiMajorM / (1 + n) * (1 + n2/4 + n4/64)
	beta := [...]float64{
		n/2 - 2*n2/3 + 37*n3/96 - n4/360,
		n2/48 + n3/15 - 437*n4/1440,
		17*n3/480 - 37*n4/840,
		4397 * n4 / 161280,
	}
	delta := [...]float64{
		2*n - 2*n2/3 - 2*n3 + 116*n4/45,
		7*n2/3 - 8*n3/5 - 227*n4/45,
		56*n3/15 - 136*n4/35,
		4279 * n4 / 630,
	}
	xi, eta := northing/(scale*rectifying), (easting-falseEastM)/(scale*rectifying)
	xiP, etaP := xi, eta
	for i, b := range beta {
		k := 2 * float64(i+1)
		xiP -= b * math.Sin(k*xi) * math.Cosh(k*eta)
		etaP -= b * math.Cos(k*xi) * math.Sinh(k*eta)
	}
	chi := math.Asin(math.Sin(xiP) / math.Cosh(etaP))
	lat := chi
	for i, d := range delta {
		lat += d * math.Sin(2*float64(i+1)*chi)
	}
	lon := math.Atan2(math.Sinh(etaP), math.Cos(xiP))
	return orb.Point{math.Remainder(lon*180/math.Pi+float64(zone*6-183), 360), lat * 180 / math.Pi}
}
