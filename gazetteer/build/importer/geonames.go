package importer

import (
	"bufio"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/build/lists"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/internal/same"
)

// readGeoNames reads a dump of GeoNames.
func (im *importer) readGeoNames(f sourceFile, s *Source) {
	s.Kind = "GeoNames"
	for p, err := range lists.GeoNames(f) {
		if !im.goOn() {
			return
		}
		if err == nil && !isName(p.Name) {
			err = fmt.Errorf("place %s: %.40q is no name", p.ID, p.Name)
		}
		if err == nil && p.Country != "" && !isCountryCode(p.Country) {
			err = fmt.Errorf("place %s: %q is no country code", p.ID, p.Country)
		}
		if err != nil {
			im.problem(in(f.name, err))
			continue
		}
		p.Code = featureCode(p.Code)
		if isUnit(&p) {
			im.takeUnit(geoNamesDraft(p), s)
			continue
		}
		s.Places++
		if err := im.rows.addPlace(&p, len(im.report.Sources)); err != nil {
			im.problem(in(f.name, err))
		}
	}
}

// isUnit reports whether a row is an area that the codes of other rows name.
func isUnit(p *build.Place) bool {
	return p.Type == placetype.Country || p.Code == "ADM1" || p.Code == "ADM2"
}

// takeUnit takes an area in at once. A territory that bears a country's code but
// none of its names is a part of it.
func (im *importer) takeUnit(d draft, s *Source) {
	if i, known := im.atlas.lands[d.Country]; d.Type == placetype.Country && known && !same.ShareKey(identityKeys(&d.Place), im.atlas.entries[i].keys) {
		d.Type = placetype.Region
	}
	im.take(d, s)
}

// geoNamesDraft makes the codes of areas in a dump ids that areas have: an ADM1
// is known by its code as well as by its number.
func geoNamesDraft(p build.Place) draft {
	d := draft{Place: p, standing: fromList}
	switch {
	case p.Code == "ADM1" && p.Adm1 != "":
		d.ids = []string{p.Adm1}
	case p.Code == "ADM2" && p.Adm2 != "":
		d.ids = []string{p.Adm2}
	}
	return d
}

// codeName is a line of GeoNames' lists of areas: what the area's code is.
type codeName struct{ code, number, name, ascii string }

// readCodes reads admin1CodesASCII.txt or admin2Codes.txt: a line for each area
// has its code, its name, the name in ASCII and its number. They name areas that
// another source has, and give them their codes.
func (im *importer) readCodes(f sourceFile, s *Source) {
	s.Kind = "GeoNames"
	im.eachLine(f, func(cells []string) error {
		if len(cells) != 4 || !lists.IsNumber(cells[3]) || !isCountryCode(lists.CountryOfID(cells[0])) || !isName(cells[1]) {
			return fmt.Errorf("is no area: code, name, name in ASCII and number are expected")
		}
		im.codes = append(im.codes, codeName{"gn:" + cells[0], "gn:" + cells[3], cells[1], cells[2]})
		s.Names++
		return nil
	})
}

// addCodes gives areas their codes, when all sources are read.
func (im *importer) addCodes() {
	for _, c := range im.codes {
		i, known := im.atlas.byID[c.number]
		if !known {
			i, known = im.atlas.byID[c.code]
		}
		if !known {
			continue
		}
		e := im.atlas.entries[i]
		for _, id := range []string{c.code, c.number} {
			if _, taken := im.atlas.byID[id]; !taken {
				e.ids = append(e.ids, id)
			}
		}
		im.atlas.addNames(i, naming.Clean(e.Name, []string{c.name, c.ascii}), nil)
		im.atlas.note(i)
	}
}

// notNames are the "languages" of alternate names that are no names.
var notNames = strings.Fields("link wkdt post unlc tcid phon piny")

// codeNames are the "languages" of alternate names that are codes.
var codeNames = strings.Fields("iata icao faac abbr")

// Columns of alternateNamesV2.txt.
const (
	altPlace = 1 + iota
	altLanguage
	altName
	altPreferred
	altShort
	altColloquial
	altHistoric
)

// alternate is an alternate name of GeoNames.
type alternate struct {
	place string // id
	name  string
	code  bool // rather a code than a name
}

// parseAlternate reads a line of alternateNamesV2.txt; a link, a postal code and
// the like is the zero alternate. Colloquial and historic names are names as well:
// stories use them.
func parseAlternate(f []string) (alternate, error) {
	if len(f) < altName+1 || !lists.IsNumber(f[altPlace]) {
		return alternate{}, fmt.Errorf("is no alternate name: number, place, language and name are expected")
	}
	if slices.Contains(notNames, f[altLanguage]) {
		return alternate{}, nil
	}
	a := alternate{place: "gn:" + f[altPlace], name: strings.TrimSpace(f[altName])}
	a.code = slices.Contains(codeNames, f[altLanguage])
	if !isName(a.name) || !a.code && !naming.WorthKeeping(a.name) {
		return alternate{}, nil
	}
	return a, nil
}

// readAlternates reads alternateNamesV2.txt: names for places of other sources.
func (im *importer) readAlternates(f sourceFile, s *Source) {
	s.Kind = "GeoNames"
	im.eachLine(f, func(cells []string) error {
		a, err := parseAlternate(cells)
		if err != nil || a.name == "" {
			return err
		}
		s.Names++
		return im.rows.addName(a)
	})
}

// addNames gives an entry more names and codes.
func (a *atlas) addNames(i int, names, codes []string) {
	e := a.entries[i]
	e.Aliases = naming.Distinct(e.Name, slices.Concat(e.Aliases, names))
	e.Codes = union(e.Codes, codes)
	e.keys = identityKeys(&e.Place)
}

// eachLine calls row for the tab-separated cells of each line, and reports its
// errors with the file and the line.
func (im *importer) eachLine(f sourceFile, row func(cells []string) error) {
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, lists.MaxLine)
	line := 0
	for im.goOn() && sc.Scan() {
		line++
		text := strings.TrimPrefix(sc.Text(), "\uFEFF")
		if text == "" || text[0] == '#' {
			continue
		}
		if err := row(strings.Split(text, "\t")); err != nil {
			im.problem(in(f.name, fmt.Errorf("line %s: %w", strconv.Itoa(line), err)))
		}
	}
	if err := sc.Err(); err != nil {
		im.problem(in(f.name, fmt.Errorf("line %d: %w", line+1, err)))
	}
}
