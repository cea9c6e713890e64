package csv

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/dateline-map/dateline/geo"
)

//go:embed countries.txt
var countryLines string

type country struct {
	number      int // ISO 3166-1 numeric; 0 for none
	acled, ucdp string
}

// countries are by ISO 3166-1 alpha-2.
var countries = sync.OnceValue(func() map[string]country {
	all := make(map[string]country)
	for line := range strings.Lines(countryLines) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSpace(line), "\t")
		n, err := strconv.Atoi(f[1])
		if err != nil {
			panic(err) // the file is part of the program
		}
		all[f[0]] = country{n, f[2], f[len(f)-1]}
	}
	return all
})

// countryOf returns the event's country: by its code, else as the source writes
// it.
func countryOf(e *geo.Event) country {
	if c, ok := countries()[e.Place.Country]; ok {
		return c
	}
	return country{0, e.Place.Within.Country, e.Place.Within.Country}
}
