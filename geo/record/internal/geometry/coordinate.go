package geometry

import (
	"cmp"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/ewkb"
	"github.com/paulmach/orb/encoding/wkt"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/grid"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/shape"
)

// axis is one of the two coordinates.
type axis struct {
	name  string
	Limit float64
	plus  string // the letters of the positive and the negative hemisphere
	minus string
}

var (
	Latitude  = axis{"latitude", 90, "N", "S"}
	Longitude = axis{"longitude", 180, "E", "W"}
)

var (
	ErrNullIsland = errors.New("0, 0 lies in the Gulf of Guinea and stands for a missing value")
	ErrSwapped    = errors.New("latitude and longitude look swapped")
)

// Parse reads one coordinate in degrees: decimal with point or comma, or in
// degrees, minutes and seconds, with a sign or the letter of a hemisphere.
func (a axis) Parse(cell string) (float64, error) {
	if f, ok := literal.Decimal(cell); ok {
		return a.checked(f, cell)
	}
	s := strings.ToUpper(westernCompass(strings.TrimSpace(literal.WesternDigits(cell))))
	s, sign, ok := a.hemisphere(s)
	if !ok {
		return 0, fmt.Errorf("%s is not a %s", literal.Quoted(cell), a.name)
	}
	if sign != 0 && !strings.HasPrefix(s, "-") {
		s = strings.ReplaceAll(s, "-", " ") // 12-45.5N, as seafarers write
	}
	if m := packed().FindStringSubmatch(s); m != nil && sign != 0 {
		s = m[1] + " " + m[2] + "' " + m[3] + "\"" // N143000
	}
	f, ok := Degrees(s)
	if !ok || sign != 0 && f < 0 {
		return 0, fmt.Errorf("%s is not a %s", literal.Quoted(cell), a.name)
	}
	if sign < 0 {
		f = -f
	}
	return a.checked(f, cell)
}

func (a axis) checked(f float64, cell string) (float64, error) {
	if math.Abs(f) >= leastMetres {
		return 0, fmt.Errorf("%s is no %s in degrees; it looks like metres of a projected grid, or has lost its point", literal.Quoted(cell), a.name)
	}
	if math.IsNaN(f) || math.Abs(f) > a.Limit {
		return 0, fmt.Errorf("%s is not between -%g and %g", literal.Quoted(cell), a.Limit, a.Limit)
	}
	return f + 0, nil // +0: no negative zero
}

// leastMetres is what no slip of a pen makes of degrees, but any position in a
// projected grid has: a lost point makes thousands of them at least.
const leastMetres = 10_000

// hemisphere takes the letter of a hemisphere off a coordinate. The sign is 0 if
// there is none.
func (a axis) hemisphere(s string) (rest string, sign float64, ok bool) {
	letter := strings.Trim(s, "0123456789.,+- °º˚:'′’\"″”")
	if letter == "" {
		return s, 0, true
	}
	letter, s = pointOfCompass(letter, s)
	bare := strings.TrimSpace(strings.TrimPrefix(strings.TrimSuffix(s, letter), letter))
	switch letter {
	case a.plus:
		return bare, 1, true
	case a.minus:
		return bare, -1, true
	}
	return s, 0, false
}

// compass are the words for the hemispheres, and the letters of other languages.
// O is west in the Romance languages and east in German.
var compass = map[string]string{
	"NORTH": "N", "NORTE": "N", "NORD": "N", "С": "N", "شمالا": "N", "شمال": "N",
	"SOUTH": "S", "SUR": "S", "SUD": "S", "SÜD": "S", "SUL": "S", "Ю": "S",
	"EAST": "E", "ESTE": "E", "EST": "E", "OST": "E", "LESTE": "E", "В": "E", "شرقا": "E", "شرق": "E",
	"WEST": "W", "OESTE": "W", "OUEST": "W", "OVEST": "W", "O": "W", "З": "W", "غربا": "W", "غرب": "W",
	"LU": "N", "LS": "S", "BT": "E", "BB": "W", // lintang utara, lintang selatan, bujur timur, bujur barat
}

// cyrillicCompass matches the halves of the globe as Russian and Ukrainian shorten
// them, "49° с. ш.", "24° сх.д.": north and south of the equator, east and west of
// Greenwich.
var cyrillicCompass = pattern.New(`(?i)(пн|пд|сх|зх|с|ю|в|з)\.?\s?[шд]\.?(\P{L}|$)`)

var cyrillicLetters = map[string]string{"пн": "N", "с": "N", "пд": "S", "ю": "S", "сх": "E", "в": "E", "зх": "W", "з": "W"}

// westernCompass writes the halves of the globe in Cyrillic as the letters N, S, E
// and W.
func westernCompass(cell string) string {
	if strings.IndexFunc(cell, func(r rune) bool { return 'А' <= r && r <= 'я' }) < 0 {
		return cell
	}
	return cyrillicCompass().ReplaceAllStringFunc(cell, func(found string) string {
		m := cyrillicCompass().FindStringSubmatch(found)
		return cyrillicLetters[strings.ToLower(m[1])] + m[2]
	})
}

// pointOfCompass writes a word for a hemisphere as its letter, in itself and in
// the coordinate it belongs to.
func pointOfCompass(word, coordinate string) (letter, plain string) {
	letter, known := compass[strings.Trim(word, ".")]
	if letter == "" {
		letter, known = compass[word]
	}
	if !known {
		return word, coordinate
	}
	return letter, strings.Replace(coordinate, word, letter, 1)
}

var packed = pattern.New(`^(\d{2,3})([0-5]\d)([0-5]\d)$`)

var degreesMinutes = pattern.New(`^([+-]?\d+(?:[.,]\d+)?)\s*[°º˚:\s]?\s*(?:(\d+(?:[.,]\d+)?)\s*['′’:\s]\s*)?(?:(\d+(?:[.,]\d+)?)\s*(?:["″”]|'')?)?$`)

// Degrees reads a decimal number, or degrees, minutes and seconds.
func Degrees(s string) (float64, bool) {
	if f, ok := literal.Decimal(strings.Replace(s, ",", ".", 1)); ok {
		return f, true
	}
	s = strings.TrimRight(s, "°º˚ ")
	m := degreesMinutes().FindStringSubmatch(s)
	if m == nil || strings.ContainsAny(m[1], ".,") && m[2]+m[3] != "" {
		return 0, false
	}
	if m[2] == "" && !strings.ContainsAny(s, "\"″”") && !strings.HasSuffix(s, "''") {
		m[2], m[3] = m[3], "" // 34 31.5 is in minutes
	}
	var parts [3]float64
	for i := range parts {
		if m[i+1] == "" {
			continue
		}
		f, err := strconv.ParseFloat(strings.Replace(m[i+1], ",", ".", 1), 64)
		if err != nil || i > 0 && f >= 60 {
			return 0, false
		}
		parts[i] = f
	}
	value := math.Abs(parts[0]) + parts[1]/60 + parts[2]/3600
	if strings.HasPrefix(s, "-") {
		value = -value
	}
	return value, true
}

// Point reads a latitude and a longitude. A pair that only fits the other way
// round is an error that wraps ErrSwapped, with the point that it is that way.
func Point(lat, lon string) (orb.Point, error) {
	y, errLat := Latitude.Parse(lat)
	x, errLon := Longitude.Parse(lon)
	if errLat != nil || errLon != nil {
		if _, err := Latitude.Parse(lon); err == nil {
			if _, err := Longitude.Parse(lat); err == nil && errLat != nil {
				turned, _ := Point(lon, lat)
				return turned, fmt.Errorf("%w; %w", errLat, ErrSwapped)
			}
		}
		if errLat != nil {
			return orb.Point{}, errLat
		}
		return orb.Point{}, errLon
	}
	if x == 0 && y == 0 {
		return orb.Point{}, ErrNullIsland
	}
	return orb.Point{x, y}, nil
}

// PlainPoint is Point of two short decimal numbers, as nearly all are. It reports
// false for all others.
func PlainPoint(lat, lon string) (p orb.Point, ok bool) {
	y, okLat := literal.ShortDecimal(lat)
	x, okLon := literal.ShortDecimal(lon)
	if !okLat || !okLon || math.Abs(y) > Latitude.Limit || math.Abs(x) > Longitude.Limit || x == 0 && y == 0 {
		return orb.Point{}, false
	}
	return orb.Point{x + 0, y + 0}, true // +0: no negative zero
}

var (
	wktPoint = pattern.New(`(?i)^(?:SRID=4326;)?\s*POINT\s*(?:Z|M|ZM)?\s*\(\s*(\S+)\s+([^\s)]+)[^)]*\)$`)
	pair     = pattern.New(`^[\[(]?\s*([^,;|/]+?)\s*[,;|/]\s*([^,;|/\]]+?)\s*[\])]?$`)
	// surveys write latitude, longitude, altitude and accuracy
	surveyed = pattern.New(`^(-?\d+\.\d+) (-?\d+\.\d+) -?\d+(?:\.\d+)? \d+(?:\.\d+)?$`)
	pairDot  = pattern.New(`^[\[(]?\s*([+-]?\d+(?:\.\d+)?)\s+([+-]?\d+(?:\.\d+)?)\s*[\])]?$`)
	// "34,802 ; 36,707" has decimal commas; its parts are apart by something else.
	pairComma    = pattern.New(`^\s*([+-]?\d+,\d+)\s*(?:[;|/\s]|,\s)\s*([+-]?\d+,\d+)\s*$`)
	letters      = pattern.New(`^\s*(.*?[NSns])[\s,;/-]+(.*?[EWOewo])\s*$`)
	lettersFirst = pattern.New(`^\s*([NSns]\s*[\d.,°'"\s]*\d[°'"]*)[\s,;/-]+([EWOewo]\s*\d[\d.,°'"\s]*)$`)
	// Reports from ships name the axes, and may say in words where that is:
	// "Lat 06:21.3N, Long 003:20.1E, off Lagos".
	named = pattern.New(`(?i)^\s*lat(?:itude)?[.:=\s]\s*([^,;a-z]+[NS]?)[\s,;/-]+long?(?:itude)?[.:=\s]\s*([^,;a-z]+[EW]?)\s*(?:[,;].*)?$`)
)

// isWKT reports whether a cell is well-known text of a point, which puts the
// longitude first.
func isWKT(cell string) bool { return wktPoint().MatchString(strings.TrimSpace(cell)) }

// pairOf takes a cell with both coordinates apart, in the order written.
func pairOf(cell string) (first, second string, ok bool) {
	cell = westernCompass(strings.TrimSpace(literal.WesternDigits(cell)))
	for _, re := range []pattern.Pattern{wktPoint, pairComma, named, letters, lettersFirst, pair, pairDot, surveyed} {
		if m := re().FindStringSubmatch(cell); m != nil {
			return m[1], m[2], true
		}
	}
	return "", "", false
}

// OfCell reads a cell with a place in numbers: both coordinates, well-known
// text or binary, a GeoJSON geometry, or a reference to the UTM or MGRS grid. Latitude comes first, unless
// lonFirst says otherwise or the cell is well-known text. With an error that
// wraps ErrSwapped comes the place as it is the other way round.
func OfCell(cell string, lonFirst bool) (Place, error) {
	if first, second, ok := pairOf(cell); ok {
		if lonFirst || isWKT(cell) {
			first, second = second, first
		}
		p, err := Point(first, second)
		if err == nil {
			return Place{Point: p, Precision: geo.ExactPlace}, nil
		}
		if g, gridErr := OfGrid(cell); gridErr == nil {
			return g, nil
		}
		return Place{Point: p, Precision: geo.ExactPlace}, err
	}
	if shapeWord().MatchString(cell) {
		return wellKnown(cell)
	}
	if strings.HasPrefix(strings.TrimSpace(cell), "{") {
		return inJSON(cell)
	}
	if binaryHex().MatchString(cell) {
		return inBinary(cell)
	}
	g, err := OfGrid(cell)
	if err != nil && !looksGridded().MatchString(cell) {
		err = errors.New("is not a pair of coordinates")
	}
	if err != nil {
		return Place{}, fmt.Errorf("%s %w", literal.Quoted(cell), err)
	}
	return g, nil
}

var GridZone = pattern.New(`(?i)^\s*(?:(?:UTM|zone)\s*)*\d{1,2}\s*[C-HJ-NP-X]\s*$`)

// Metres returns a test for metres of a grid.
func Metres(low, high float64) func(string) bool {
	return func(s string) bool {
		f, ok := GridMetres(s)
		return ok && f >= low && f < high
	}
}

// GridMetres reads metres of a grid, which may have a decimal comma.
func GridMetres(cell string) (float64, bool) {
	f, err := strconv.ParseFloat(literal.Pointed(literal.WesternDigits(cell)), 64)
	return f, err == nil
}

var (
	shapeWord    = pattern.New(`(?i)^\s*(?:SRID=4326;)?\s*(?:MULTIPOINT|(?:MULTI)?LINESTRING|(?:MULTI)?POLYGON|GEOMETRYCOLLECTION)\s*(?:Z|M|ZM)?\s*\(`)
	looksGridded = pattern.New(`^\s*(?:\d{1,2}\s*[A-Za-z][\s,A-Za-z]|[2-9A-Za-z]{4,8}\+)`)
)

// OfGrid reads a reference to a grid. A square of MGRS is the point in its
// middle, near which the place is if the square is larger than a village.
func OfGrid(cell string) (Place, error) {
	at, err := grid.Parse(literal.WesternDigits(cell))
	if err != nil {
		return Place{}, err
	}
	g := Place{Point: at.Point, Precision: geo.ExactPlace}
	if at.SizeM > 1 {
		g.Radius = geo.Known(int(math.Ceil(at.SizeM * math.Sqrt2 / 2)))
	}
	if at.SizeM > villageM {
		g.Precision = geo.NearPlace
	}
	return g, nil
}

// villageM is the side in metres of a square that still is a place.
const villageM = 1000

// wellKnown reads well-known text of anything but a point.
func wellKnown(cell string) (Place, error) {
	text := strings.TrimSpace(cell)
	if _, after, ok := strings.Cut(text, ";"); ok {
		text = after
	}
	drawn, err := wkt.Unmarshal(strings.TrimSpace(text))
	if err != nil {
		return Place{}, fmt.Errorf("%s is not well-known text", literal.Quoted(cell))
	}
	g, err := StandFor(drawn)
	if err != nil {
		return Place{}, err
	}
	return *g, nil
}

// inJSON reads a geometry of GeoJSON, as databases put one into a cell.
func inJSON(cell string) (Place, error) {
	g, err := OfGeoJSON([]byte(cell))
	switch {
	case err != nil:
		return Place{}, fmt.Errorf("%s: %w", literal.Quoted(cell), err)
	case g == nil:
		return Place{}, errNoVertices
	}
	return *g, nil
}

// binaryHex matches well-known binary in hexadecimal digits, from the point of 21
// bytes on, as PostGIS prints geometries.
var binaryHex = pattern.New(`^\s*0[01][0-9A-Fa-f]{40,}\s*$`)

// inBinary reads well-known binary, or PostGIS's extension of it, which also says
// the system of coordinates.
func inBinary(cell string) (Place, error) {
	raw, err := hex.DecodeString(strings.TrimSpace(cell))
	if err != nil {
		return Place{}, fmt.Errorf("%s is not well-known binary", literal.Quoted(cell))
	}
	drawn, srid, err := ewkb.Unmarshal(raw)
	if err != nil {
		return Place{}, fmt.Errorf("%s is not well-known binary", literal.Quoted(cell))
	}
	system, known := shape.EPSG(cmp.Or(srid, wgs84))
	if !known {
		return Place{}, fmt.Errorf("%s is in the system of coordinates EPSG:%d, not WGS 84 (EPSG:%d)", literal.Quoted(cell), srid, wgs84)
	}
	g, err := StandFor(system.Degrees(drawn))
	if err != nil {
		return Place{}, err
	}
	return *g, nil
}

// wgs84 is the number of the system of coordinates in degrees that GPS has.
const wgs84 = 4326
