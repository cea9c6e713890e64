package lists

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/paulmach/orb"
)

// Land is a country or territory of ISO 3166-1.
type Land struct {
	ISO2, ISO3, Name string
	Lon, Lat         float64
	Population       int
}

// ReadLands reads a table of iso2, iso3, name, lon, lat, population, point_from.
func ReadLands(r io.Reader) ([]Land, error) {
	var out []Land
	err := EachRow(r, 7, func(f []string) error {
		lat, lon, err := ParsePoint(f[4], f[3])
		if err != nil {
			return err
		}
		pop, err := ParseCount(f[5])
		if err != nil {
			return err
		}
		out = append(out, Land{f[0], f[1], f[2], lon, lat, pop})
		return nil
	})
	return out, err
}

// Extra is a place of the supplement.
type Extra struct {
	build.Place
	// Of names the countries ("IQ") and ADM1 ("IQ.05") that the place is made
	// of. Box, area, radius and, if the table gives none, the point are taken
	// from them. Of a settlement and an ADM2 it is the ADM1 that it lies in, where
	// neither outlines nor neighbours tell.
	Of      []string
	Located bool // the table gives a point
}

// ReadSupplement reads a table of places that other sources lack:
//
//	id, type, name, countries, lon, lat, radius_km, box, of, population, aliases
//
// countries and of are separated by commas, aliases by bars; a box is west,
// south, east, north. Everything after name may be empty.
func ReadSupplement(r io.Reader) ([]Extra, error) {
	var out []Extra
	err := EachRow(r, 11, func(f []string) error {
		e := Extra{Of: Split(f[8], ",")}
		e.ID, e.Type, e.Name = f[0], f[1], f[2]
		e.setCountries(Split(f[3], ","))
		e.Aliases = naming.Distinct(e.Name, Split(f[10], "|"))
		if err := errors.Join(e.setPoint(f[4], f[5]), e.setRadius(f[6]), e.setBox(f[7]), e.setPopulation(f[9])); err != nil {
			return err
		}
		out = append(out, e)
		return nil
	})
	return out, err
}

func (e *Extra) setCountries(countries []string) {
	if len(countries) == 1 {
		e.Country = countries[0]
	} else if len(countries) > 1 {
		e.Countries = countries
	}
}

func (e *Extra) setPoint(lon, lat string) (err error) {
	if lon == "" && lat == "" {
		return nil
	}
	e.Lat, e.Lon, err = ParsePoint(lat, lon)
	e.Located = err == nil
	return err
}

func (e *Extra) setRadius(km string) error {
	if km == "" {
		return nil
	}
	v, err := strconv.ParseFloat(km, 64)
	if err != nil || !(v > 0 && v <= 20_000) {
		return fmt.Errorf("radius %q is not in kilometres", km)
	}
	e.RadiusM = v * 1000
	return nil
}

func (e *Extra) setBox(box string) error {
	if box == "" {
		return nil
	}
	f := strings.Split(box, ",")
	if len(f) != 4 {
		return fmt.Errorf("box %q has not four sides", box)
	}
	south, west, err := ParsePoint(f[1], f[0])
	if err != nil {
		return fmt.Errorf("box %q: %w", box, err)
	}
	north, east, err := ParsePoint(f[3], f[2])
	if err != nil {
		return fmt.Errorf("box %q: %w", box, err)
	}
	if south >= north {
		return fmt.Errorf("box %q: north is not above south", box)
	}
	e.Box = orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}
	return nil
}

func (e *Extra) setPopulation(s string) (err error) {
	e.Population, err = ParseCount(s)
	return err
}

// Addition adds to a place of another source.
type Addition struct {
	Of       string // an ID, a country's ISO code, or an ADM1's GeoNames code ("IQ.01")
	Located  bool   // Lon and Lat replace the place's point
	Lon, Lat float64
	Aliases  []string
	Taken    []string // names that a list gives the place and that it has not: "-Soul" in the table
	Codes    []string
	Demonyms []string
	// Population replaces the place's, where a source is plainly wrong; 0
	// leaves it.
	Population int
}

// ReadAdditions reads a table of place, lon, lat, aliases, codes, demonyms,
// population; names are separated by bars. A place may stand in several rows.
func ReadAdditions(r io.Reader) ([]Addition, error) {
	var out []Addition
	err := EachRow(r, 7, func(f []string) (err error) {
		a := Addition{Of: f[0], Codes: Split(f[4], "|"), Demonyms: Split(f[5], "|")}
		for _, name := range Split(f[3], "|") {
			if taken, less := strings.CutPrefix(name, "-"); less {
				a.Taken = append(a.Taken, taken)
				continue
			}
			a.Aliases = append(a.Aliases, name)
		}
		if f[1] != "" || f[2] != "" {
			a.Lat, a.Lon, err = ParsePoint(f[2], f[1])
			a.Located = true
		}
		if err == nil {
			a.Population, err = ParseCount(f[6])
		}
		out = append(out, a)
		return err
	})
	return out, err
}

// EachRow calls row for each line of a tab-separated table, until it returns an
// error; missing columns at the end are empty. Empty lines and lines that begin
// with # are skipped. An error is given its line.
func EachRow(r io.Reader, columns int, row func([]string) error) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, MaxLine)
	for line := 1; sc.Scan(); line++ {
		text := sc.Text()
		if text == "" || text[0] == '#' {
			continue
		}
		f := strings.Split(text, "\t")
		if len(f) > columns {
			return fmt.Errorf("line %d: %d columns, not %d", line, len(f), columns)
		}
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		f = append(f, make([]string, columns-len(f))...)
		if err := row(f); err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
	}
	return sc.Err()
}

// Split splits a cell; an empty cell has nothing in it.
func Split(s, sep string) []string {
	if s == "" {
		return nil
	}
	out := strings.Split(s, sep)
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return out
}
