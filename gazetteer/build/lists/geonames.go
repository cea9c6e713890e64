// Package lists reads published lists of places: GeoNames, Natural Earth, SimpleMaps,
// OurAirports, Unicode CLDR, and the tables of the embedded world's supplement.
//
// Each reader yields places as its list has them; who joins and ranks them is its user.
package lists

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
)

// GeoNamesColumns is how many tab-separated columns a GeoNames dump has.
const GeoNamesColumns = 19

// MaxLine bounds a line of a text source. The longest of GeoNames, a capital
// with all its alternate names, has 18 kB.
const MaxLine = 1 << 20

// GeoNames reads a GeoNames dump such as cities500.txt, IQ.txt or
// allCountries.txt: one place a line, tab-separated, as its readme says.
//
// Adm1 and Adm2 are the codes as IDs ("gn:IQ.01", "gn:IQ.01.1234"). Roads,
// undersea features and vegetation are left out.
func GeoNames(r io.Reader) build.Source {
	return func(yield func(build.Place, error) bool) {
		sc := bufio.NewScanner(r)
		sc.Buffer(nil, MaxLine)
		line := 0
		for sc.Scan() {
			line++
			p, err := geoNamesPlace(strings.Split(sc.Text(), "\t"))
			if err != nil {
				err = fmt.Errorf("line %d: %w", line, err)
			} else if p.Type == "" {
				continue
			}
			if !yield(p, err) {
				return
			}
		}
		if err := sc.Err(); err != nil {
			yield(build.Place{}, fmt.Errorf("line %d: %w", line+1, err))
		}
	}
}

func geoNamesPlace(f []string) (build.Place, error) {
	if len(f) != GeoNamesColumns {
		return build.Place{}, fmt.Errorf("%d columns, not %d", len(f), GeoNamesColumns)
	}
	if !IsNumber(f[0]) {
		return build.Place{}, fmt.Errorf("%q is no number of a place", f[0])
	}
	lat, lon, err := ParsePoint(f[4], f[5])
	if err != nil {
		return build.Place{}, err
	}
	pop, err := ParseCount(f[14])
	if err != nil {
		return build.Place{}, err
	}
	p := build.Place{
		ID: "gn:" + f[0], Name: f[1], Code: f[7], Country: f[8],
		Lon: lon, Lat: lat, Population: pop,
	}
	p.Type = geoNamesType(f[6], f[7], pop)
	p.Adm1, p.Adm2 = admIDs(f[8], f[10], f[11])
	p.Aliases = naming.Clean(p.Name, append([]string{f[2]}, strings.Split(f[3], ",")...))
	return p, nil
}

// admIDs returns the IDs of administrative areas known by GeoNames' codes. The
// code 00 stands for "none" in the dumps.
func admIDs(country, code1, code2 string) (adm1, adm2 string) {
	if country == "" || code1 == "" || code1 == "00" {
		return "", ""
	}
	adm1 = "gn:" + country + "." + code1
	if code2 != "" {
		adm2 = adm1 + "." + code2
	}
	return adm1, adm2
}

// Populations from which a settlement is called a city or a town.
const (
	cityPopulation = 100_000
	townPopulation = 5_000
)

// Settlement returns the type of a populated place with a GeoNames feature code,
// which may be empty.
func Settlement(code string, population int) string {
	switch code {
	case "PPLX":
		return placetype.Neighbourhood
	case "PPLH", "PPLQ", "PPLW":
		return placetype.Ruin
	case "PPLC", "PPLA", "PPLG":
		return placetype.City
	}
	switch {
	case population >= cityPopulation:
		return placetype.City
	case population >= townPopulation, code == "PPLA2", code == "PPLA3":
		return placetype.Town
	}
	return placetype.Village
}

// GeoNamesTypes maps feature codes; those of populated places depend on the
// population as well.
var GeoNamesTypes = map[string]string{
	"PCL": placetype.Country, "PCLD": placetype.Country, "PCLF": placetype.Country, "PCLI": placetype.Country, "PCLIX": placetype.Country, "PCLS": placetype.Country, "TERR": placetype.Country,
	"ADM1": placetype.Adm1, "ADM2": placetype.Adm2, "ADM3": placetype.Adm2, "ADM4": placetype.Adm2, "ADMD": placetype.Adm2,
	"CONT": placetype.Continent, "RGN": placetype.Region, "RGNE": placetype.Region, "RGNH": placetype.Region, "AREA": placetype.Region, "LCTY": placetype.Region, "CST": placetype.Region,
	"STM": placetype.River, "STMI": placetype.River, "STMS": placetype.River, "STMX": placetype.River, "WAD": placetype.River, "CNL": placetype.River, "CNLI": placetype.River, "ESTY": placetype.River,
	"LK": placetype.Lake, "LKS": placetype.Lake, "LKI": placetype.Lake, "LKN": placetype.Lake, "RSV": placetype.Lake, "LGN": placetype.Lake, "MRSH": placetype.Lake,
	"OCN": placetype.Sea, "SEA": placetype.Sea, "GULF": placetype.Sea, "STRT": placetype.Sea, "BAY": placetype.Sea, "CHN": placetype.Sea, "SD": placetype.Sea,
	"MT": placetype.Mountain, "MTS": placetype.Mountain, "PK": placetype.Mountain, "PKS": placetype.Mountain, "HLL": placetype.Mountain, "HLLS": placetype.Mountain, "RDGE": placetype.Mountain, "VLC": placetype.Mountain, "PASS": placetype.Mountain, "PLAT": placetype.Mountain, "UPLD": placetype.Mountain,
	"DSRT": placetype.Desert, "ERG": placetype.Desert, "ISL": placetype.Island, "ISLS": placetype.Island, "PEN": placetype.Region, "VAL": placetype.Region, "PLN": placetype.Region,
	"AIRP": placetype.Airport, "AIRB": placetype.Airbase, "DAM": placetype.Dam, "PSTB": placetype.Crossing, "CMPRF": placetype.Camp, "RUIN": placetype.Ruin, "ANS": placetype.Ruin,
}

// geoNamesType returns the place type of a feature class and code, empty for
// those that are not wanted.
func geoNamesType(class, code string, population int) string {
	if class == "P" {
		return Settlement(code, population)
	}
	if t := GeoNamesTypes[code]; t != "" {
		return t
	}
	if class == "S" {
		return placetype.Facility
	}
	return ""
}

// ParsePoint reads decimal degrees and refuses what is not on the globe.
func ParsePoint(latText, lonText string) (lat, lon float64, err error) {
	if lat, err = parseDegrees(latText, 90); err != nil {
		return 0, 0, fmt.Errorf("latitude: %w", err)
	}
	if lon, err = parseDegrees(lonText, 180); err != nil {
		return 0, 0, fmt.Errorf("longitude: %w", err)
	}
	return lat, lon, nil
}

func parseDegrees(s string, limit float64) (float64, error) {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil {
		return 0, fmt.Errorf("%q is not a number", s)
	}
	if !(v >= -limit && v <= limit) { // also refuses NaN
		return 0, fmt.Errorf("%v is not between %v and %v", s, -limit, limit)
	}
	return v, nil
}

// ParseCount reads a number of people; an empty field is 0, unknown.
func ParseCount(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	v, err := strconv.ParseFloat(s, 64) // some lists write 12345.0
	if err != nil || !(v >= 0 && v < 1e11) {
		return 0, fmt.Errorf("population %q is not a count", s)
	}
	return int(v), nil
}

// CountryOfID returns the country in an ID like "gn:IQ.01".
func CountryOfID(id string) string {
	code, _ := strings.CutPrefix(id, "gn:")
	country, _, _ := strings.Cut(code, ".")
	return country
}

// IsNumber reports whether there are digits and nothing else.
func IsNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
