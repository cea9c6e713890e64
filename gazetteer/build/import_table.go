package build

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/gazetteer/fold"
)

// ownPrefix is the source in the ids of one's own places.
const ownPrefix = "own"

// column is what a column of one's own table means.
type column uint8

const (
	otherColumn column = iota
	idColumn
	geoNamesColumn
	nameColumn
	latColumn
	lonColumn
	aliasColumn
	kindColumn
	countryColumn
	adm1Column
	adm2Column
	codeColumn
	populationColumn
	adm3NameColumn // of an administrative unit below ADM2, in OCHA's tables
	adm3CodeColumn
	adm1CodeColumn
	adm2CodeColumn
)

// columnNames are the names of columns, without case and without anything but
// letters and digits. Those of OCHA's common operational datasets are among them.
var columnNames = map[column][]string{
	idColumn:         {"id", "uid", "placeid", "uuid"},
	geoNamesColumn:   {"geonameid", "geonamesid", "gnid"},
	nameColumn:       {"name", "place", "placename", "toponym", "nameen", "settlement", "village", "town", "city", "locality", "featurename", "featurenameen", "locationname", "location", "site", "sitename", "campname"},
	latColumn:        {"lat", "latitude", "y", "ycoord", "pointy", "latdd", "latitudedd", "centerlat"},
	lonColumn:        {"lon", "lng", "long", "longitude", "x", "xcoord", "pointx", "londd", "longitudedd", "centerlon"},
	aliasColumn:      {"aliases", "alias", "alternatenames", "alternatename", "altnames", "altname", "othernames", "othername", "variants", "variant", "namelocal", "localname", "asciiname", "namealt", "featurerefname", "namelong", "formalen", "nameascii"},
	kindColumn:       {"kind", "type", "class", "placetype", "featureclass", "fclass", "category", "featurecla", "featurecode", "fcode", "locationtype"},
	countryColumn:    {"country", "countrycode", "countryname", "iso", "iso2", "isoa2", "iso3", "isoa3", "adm0pcode", "admin0pcode", "adm0en", "adm0name", "admin0nameen", "adm0a3", "cc"},
	adm1Column:       {"adm1", "admin1", "adm1en", "adm1name", "admin1name", "admin1nameen", "province", "governorate", "state", "region", "adm1name1"},
	adm1CodeColumn:   {"adm1pcode", "admin1pcode", "adm1code", "admin1code"},
	adm2Column:       {"adm2", "admin2", "adm2en", "adm2name", "admin2name", "admin2nameen", "district", "county"},
	adm2CodeColumn:   {"adm2pcode", "admin2pcode", "adm2code", "admin2code"},
	adm3NameColumn:   {"adm3en", "adm3name", "admin3name", "admin3nameen"},
	adm3CodeColumn:   {"adm3pcode", "admin3pcode"},
	codeColumn:       {"code", "codes", "pcode", "iata", "icao", "abbreviation", "abbrev"},
	populationColumn: {"population", "pop", "inhabitants", "popmax", "popest"},
}

// columnOf returns what a column means by its name. Columns of names in a
// language, such as name_ar, are aliases.
func columnOf(header string) column {
	h := strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, header)
	for c, names := range columnNames {
		if slices.Contains(names, h) {
			return c
		}
	}
	lower := strings.ToLower(strings.TrimSpace(header))
	for _, prefix := range []string{"name_", "name:", "alt_name", "old_name", "official_name", "int_name", "loc_name"} {
		if strings.HasPrefix(lower, prefix) {
			return aliasColumn
		}
	}
	return otherColumn
}

// fields are the cells of a row by what they mean: a column that comes twice has
// two cells.
type fields map[column][]string

func (f fields) set(c column, cell string) {
	if cell = strings.TrimSpace(cell); cell != "" && c != otherColumn {
		f[c] = append(f[c], cell)
	}
}

func (f fields) first(columns ...column) string {
	for _, c := range columns {
		if len(f[c]) > 0 {
			return f[c][0]
		}
	}
	return ""
}

// draft makes a place of a row.
func (f fields) draft() (d draft, err error) {
	d.standing = fromOwn
	level, names := adminLevel{}, slices.Clone(f[nameColumn])
	if len(names) == 0 {
		level = f.level()
		names = slices.Clone(level.names)
	}
	if d.Name = firstName(names); d.Name == "" {
		return d, fmt.Errorf("no name, or none that can be one: %.40q", f.first(nameColumn))
	}
	if d.Population, err = parseCount(strings.ReplaceAll(f.first(populationColumn), ",", "")); err != nil {
		return d, err
	}
	if err = f.setPoint(&d.Place); err != nil {
		return d, err
	}
	d.Type, d.Code = kindOfPlace(f.first(kindColumn), d.Population)
	if level.kind != "" {
		d.Type, d.Code = level.kind, ""
		d.Codes = level.codes
	}
	for _, cell := range f[aliasColumn] {
		names = append(names, splitCell(cell)...)
	}
	d.Aliases = distinctNames(d.Name, shortNames(names))
	for _, cell := range f[codeColumn] {
		d.Codes = union(d.Codes, splitCell(cell))
	}
	d.Codes = shortNames(d.Codes)
	d.adm1 = slices.Concat(f[adm1CodeColumn], f[adm1Column])
	d.adm2 = slices.Concat(f[adm2CodeColumn], f[adm2Column])
	f.setID(&d)
	return d, nil
}

// adminLevel is the administrative unit that a row of OCHA's tables is about: the
// finest that it names.
type adminLevel struct {
	kind         string
	names, codes []string
}

func (f fields) level() adminLevel {
	switch {
	case len(f[adm3NameColumn]) > 0:
		return adminLevel{Adm2, f[adm3NameColumn], f[adm3CodeColumn]}
	case len(f[adm2Column]) > 0:
		return adminLevel{Adm2, f[adm2Column], f[adm2CodeColumn]}
	case len(f[adm1Column]) > 0:
		return adminLevel{Adm1, f[adm1Column], f[adm1CodeColumn]}
	}
	return adminLevel{}
}

func (f fields) setPoint(p *Place) (err error) {
	lat, lon := f.first(latColumn), f.first(lonColumn)
	if lat == "" && lon == "" {
		return errors.New("no latitude and longitude")
	}
	if p.Lat, p.Lon, err = parsePoint(lat, lon); err != nil {
		return err
	}
	if !p.located() {
		return errors.New("the point 0, 0 lies in the sea")
	}
	return nil
}

// setID gives a place its id: GeoNames' number, the table's own id, or one made
// of what the row says.
func (f fields) setID(d *draft) {
	own := f.first(idColumn)
	if n := f.first(geoNamesColumn); isNumber(n) && n != "0" && len(n) <= 10 {
		d.ids = append(d.ids, "gn:"+n)
	}
	if own != "" && len(own) <= maxAlias && strings.IndexFunc(own, isControl) < 0 {
		d.ID = ownPrefix + ":" + own
		return
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%.5f\n%.5f", d.Name, f.first(countryColumn), d.Lat, d.Lon))
	d.ID = ownPrefix + ":" + hex.EncodeToString(sum[:6])
}

// splitCell splits a list in a cell.
func splitCell(cell string) []string {
	for _, sep := range []string{"|", ";", ","} {
		if strings.Contains(cell, sep) {
			return list(cell, sep)
		}
	}
	return []string{cell}
}

// kindOfPlace returns the type for a word that a table uses: one of ours, a
// GeoNames feature code, or a word that package fold knows behind a name.
func kindOfPlace(word string, population int) (placeType, code string) {
	if word == "" {
		return Settlement("", population), ""
	}
	upper := strings.ToUpper(word)
	if t := geoNamesTypes[upper]; t != "" {
		return t, upper
	}
	if strings.HasPrefix(featureCode(upper), "PPL") {
		return Settlement(upper, population), upper
	}
	key := fold.Key(word)
	switch {
	case typicalRadiusM[key] > 0:
		return key, ""
	case strings.HasPrefix(key, "admin 0"):
		return Country, ""
	case strings.HasPrefix(key, "admin 1"):
		return Adm1, ""
	case slices.Contains(settlementWords, key):
		return Settlement("", population), ""
	}
	for _, said := range []string{"x " + key, key + " x"} {
		if _, t := fold.ClassWords(said); t != "" {
			return t, ""
		}
	}
	return Facility, ""
}

var settlementWords = strings.Split("populated place,settlement,locality,hamlet,p,place,community,location", ",")

// readTable reads a table with a header.
func (im *importer) readTable(f sourceFile, s *ImportedSource) {
	s.Kind = "own table"
	head, _ := f.Peek(sniffBytes)
	r := csv.NewReader(skipBOM(f.Reader))
	r.Comma = delimiter(head)
	r.FieldsPerRecord, r.ReuseRecord, r.LazyQuotes, r.TrimLeadingSpace = -1, true, true, true
	columns, err := readHeader(r)
	if err != nil {
		im.problem(in(f.name, err))
		return
	}
	for im.goOn() {
		cells, err := r.Read()
		if err == io.EOF {
			return
		}
		var broken *csv.ParseError
		switch {
		case errors.As(err, &broken):
			err = fmt.Errorf("line %d: %w", broken.Line, broken.Err)
		case err != nil:
			im.problem(in(f.name, err))
			return
		default:
			line, _ := r.FieldPos(0)
			if err = im.takeRow(columns, cells, s); err != nil {
				err = fmt.Errorf("line %d: %w", line, err)
			}
		}
		if err != nil {
			im.problem(in(f.name, err))
		}
	}
}

func (im *importer) takeRow(columns []column, cells []string, s *ImportedSource) error {
	row := fields{}
	for i, cell := range cells[:min(len(cells), len(columns))] {
		row.set(columns[i], cell)
	}
	if len(row) == 0 {
		return nil
	}
	return im.takeOwn(row, nil, s)
}

// takeOwn takes in a place of one's own, with its outline or nil.
func (im *importer) takeOwn(row fields, area orb.MultiPolygon, s *ImportedSource) error {
	d, err := row.draft()
	d.Area = area
	if err != nil {
		return err
	}
	if d.Country = im.country(row[countryColumn]); d.Country == "" && len(row[countryColumn]) > 0 {
		return fmt.Errorf("%q is no country", row[countryColumn][0])
	}
	if d.Country == "" {
		d.Country = im.countryAt(d.point())
	}
	if i, twice := im.atlas.byID[d.ID]; twice && im.atlas.entries[i].source == im.source && im.atlas.entries[i].standing == fromOwn {
		return fmt.Errorf("a second place with the id %s", d.ID)
	}
	im.take(d, s)
	return nil
}

// country returns the code of a country by its code or name, empty if it is not
// known. A code of two letters needs no world to be one.
func (im *importer) country(cells []string) string {
	for _, cell := range cells {
		code := im.lands.country(cell)
		if code == "" && im.options.Over != nil {
			code = countryBelow(im.options.Over, cell)
		}
		if code != "" {
			return code
		}
	}
	return ""
}

// countryAt returns the code of the country that a point lies in, empty if that is
// not known yet.
func (im *importer) countryAt(p orb.Point) string {
	below := im.options.Over
	if im.options.World != nil {
		below = im.options.World
	}
	if below == nil {
		return ""
	}
	return below.Country(below.Reverse(p).Land)
}

// country returns the code of the country that has a name or a code.
func (a *atlas) country(name string) string {
	if isCountryCode(strings.ToUpper(name)) {
		return strings.ToUpper(name)
	}
	if a.landNames == nil {
		a.landNames = make(map[string]string)
		for code, i := range a.lands {
			for _, key := range a.entries[i].keys {
				a.landNames[key] = code
			}
			for _, c := range a.entries[i].Codes {
				a.landNames[fold.Key(c)] = code
			}
		}
	}
	return a.landNames[fold.Bare(fold.Key(name))]
}

func readHeader(r *csv.Reader) (columns []column, err error) {
	cells, err := r.Read()
	if err != nil {
		return nil, err
	}
	found := map[column]bool{}
	for _, h := range cells {
		c := columnOf(h)
		columns, found[c] = append(columns, c), true
	}
	switch {
	case !found[nameColumn] && !found[adm1Column] && !found[adm2Column]:
		return nil, errors.New("line 1: no column of names; call it name")
	case !found[latColumn] || !found[lonColumn]:
		return nil, errors.New("line 1: no columns of coordinates; call them lat and lon")
	}
	return columns, nil
}

func skipBOM(r *bufio.Reader) *bufio.Reader {
	if head, _ := r.Peek(3); bytes.Equal(head, []byte("\uFEFF")) {
		_, _ = r.Discard(3) // just peeked at
	}
	return r
}

// delimiter returns what separates the columns of a table: what its first line
// has most of.
func delimiter(head []byte) rune {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	best, most := ',', 0
	for _, d := range []rune{',', '\t', ';', '|'} {
		if n := bytes.Count(line, []byte(string(d))); n > most {
			best, most = d, n
		}
	}
	return best
}
