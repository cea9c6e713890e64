package lists

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
)

// postalColumns is how many tab-separated columns GeoNames' postal lists have.
const postalColumns = 12

// exactPostal is the accuracy of a postal code's point, from 1 to 6, from which
// it is that of its place and not of its county.
const exactPostal = "4"

// postalRadiusM is how far in metres around the point of a rural postal code its
// addresses lie.
const postalRadiusM = 5_000

// Postal reads a list of postal codes as GeoNames has them, such as US.txt: one
// code a line with the place it is called by. A place with several codes is
// yielded for each. Codes without a name or a point of their own, as of ships and
// forces abroad, are left out.
func Postal(r io.Reader) build.Source {
	return func(yield func(build.Place, error) bool) {
		sc := bufio.NewScanner(r)
		sc.Buffer(nil, MaxLine)
		for line := 1; sc.Scan(); line++ {
			p, err := postalPlace(strings.Split(sc.Text(), "\t"))
			if err != nil {
				err = fmt.Errorf("line %d: %w", line, err)
			} else if p.ID == "" {
				continue
			}
			if !yield(p, err) {
				return
			}
		}
		if err := sc.Err(); err != nil {
			yield(build.Place{}, err)
		}
	}
}

func postalPlace(f []string) (build.Place, error) {
	if len(f) != postalColumns {
		return build.Place{}, fmt.Errorf("%d columns, not %d", len(f), postalColumns)
	}
	if f[2] == "" || f[4] == "" || f[11] < exactPostal {
		return build.Place{}, nil
	}
	lat, lon, err := ParsePoint(f[9], f[10])
	if err != nil {
		return build.Place{}, err
	}
	p := build.Place{ID: "zip:" + f[0] + "-" + f[1], Name: f[2], Type: placetype.Village, Country: f[0], Lon: lon, Lat: lat, RadiusM: postalRadiusM}
	p.Adm1, p.Adm2 = admIDs(f[0], f[4], f[6])
	return p, nil
}
