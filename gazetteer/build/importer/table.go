package importer

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/build/lists"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/paulmach/orb"
)

// ownPrefix is the source in the ids of one's own places.
const ownPrefix = "own"

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
	if d.Population, err = lists.ParseCount(strings.ReplaceAll(f.first(populationColumn), ",", "")); err != nil {
		return d, err
	}
	if err = f.setPoint(&d.Place); err != nil && (err != errNoPoint || level.pcode == "") {
		return d, err
	}
	d.Type, d.Code = kindOfPlace(f.first(kindColumn), d.Population)
	d.PCode = f.first(pcodeColumn)
	if level.number > 0 {
		d.Type, d.Code, d.third = level.kind(), "", level.number == 3
		d.Codes, d.PCode = level.codes, cmp.Or(level.pcode, d.PCode)
	}
	for _, cell := range f[aliasColumn] {
		names = append(names, splitCell(cell)...)
	}
	d.Aliases = naming.Distinct(d.Name, shortNames(names))
	for _, cell := range slices.Concat(f[codeColumn], f[pcodeColumn]) {
		d.Codes = union(d.Codes, splitCell(cell))
	}
	d.Codes = shortNames(d.Codes)
	if !slices.Contains(d.Codes, d.PCode) {
		d.PCode = ""
	}
	d.adm1, d.adm2 = f.called(1), f.called(2)
	f.setID(&d, level.number > 0)
	return d, nil
}

// errNoPoint is for a row that has no coordinates; a unit with a P-code may be
// known by other lists.
var errNoPoint = errors.New("no latitude and longitude")

func (f fields) setPoint(p *build.Place) (err error) {
	lat, lon := f.first(latColumn), f.first(lonColumn)
	if lat == "" && lon == "" {
		return errNoPoint
	}
	if p.Lat, p.Lon, err = lists.ParsePoint(lat, lon); err != nil {
		return err
	}
	if !p.HasPoint() {
		return errors.New("the point 0, 0 lies in the sea")
	}
	return nil
}

// setID gives a place its id: GeoNames' number, the P-code of a unit, the table's
// own id, or one made of what the row says.
func (f fields) setID(d *draft, unit bool) {
	own := f.first(idColumn)
	if unit && d.PCode != "" {
		own = d.PCode
	}
	if n := f.first(geoNamesColumn); lists.IsNumber(n) && n != "0" && len(n) <= 10 {
		d.ids = append(d.ids, "gn:"+n)
	}
	if own != "" && len(own) <= naming.MaxAlias && strings.IndexFunc(own, isControl) < 0 {
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
			return lists.Split(cell, sep)
		}
	}
	return []string{cell}
}

// kindOfPlace returns the type for a word that a table uses: one of ours, a
// GeoNames feature code, or a word that package fold knows behind a name.
func kindOfPlace(word string, population int) (placeType, code string) {
	if word == "" {
		return lists.Settlement("", population), ""
	}
	upper := strings.ToUpper(word)
	if t := lists.GeoNamesTypes[upper]; t != "" {
		return t, upper
	}
	if strings.HasPrefix(featureCode(upper), "PPL") {
		return lists.Settlement(upper, population), upper
	}
	key := fold.Key(word)
	switch {
	case build.TypicalRadiusM[key] > 0:
		return key, ""
	case strings.HasPrefix(key, "admin 0"):
		return placetype.Country, ""
	case strings.HasPrefix(key, "admin 1"):
		return placetype.Adm1, ""
	case slices.Contains(settlementWords, key):
		return lists.Settlement("", population), ""
	}
	for _, said := range []string{"x " + key, key + " x"} {
		if _, t := fold.ClassWords(said); t != "" {
			return t, ""
		}
	}
	return placetype.Facility, ""
}

var settlementWords = strings.Split("populated place,settlement,locality,hamlet,p,place,community,location", ",")

// readTable reads a table with a header.
func (im *importer) readTable(f sourceFile, s *Source) {
	s.Kind = "own table"
	head, _ := f.Peek(sniffBytes)
	r := csv.NewReader(skipBOM(f.Reader))
	r.Comma = delimiter(head)
	r.FieldsPerRecord, r.ReuseRecord, r.LazyQuotes, r.TrimLeadingSpace = -1, true, true, true
	columns, err := readHeader(r)
	if err != nil {
		if !f.sheet { // most workbooks begin with one about themselves
			im.problem(in(f.name, err))
		}
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

func (im *importer) takeRow(columns []column, cells []string, s *Source) error {
	row := fields{}
	for i, cell := range cells[:min(len(cells), len(columns))] {
		row.set(columns[i], cell)
	}
	if len(row) == 0 || row.isTags() {
		return nil
	}
	return im.takeOwn(row, nil, s)
}

// takeOwn takes in a place of one's own, with its outline or nil.
func (im *importer) takeOwn(row fields, area orb.MultiPolygon, s *Source) error {
	if !row.levelled() {
		return nil
	}
	d, err := row.draft()
	d.Area = area
	if err != nil {
		return err
	}
	if d.Country = cmp.Or(im.country(row[countryColumn]), countryOfPCode(d.PCode)); d.Country == "" && len(row[countryColumn]) > 0 {
		return fmt.Errorf("%q is no country", row[countryColumn][0])
	}
	if d.Country == "" {
		d.Country = im.countryAt(d.Point())
	}
	im.takeAbove(row, d.Country)
	if !d.HasPoint() {
		im.takeCoded(d)
		s.Places++
		return nil
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
	columns = columnsOf(cells)
	switch {
	case !slices.ContainsFunc(columns, isNameColumn):
		return nil, errors.New("line 1: no column of names; call it name")
	case (!slices.Contains(columns, latColumn) || !slices.Contains(columns, lonColumn)) && !slices.ContainsFunc(columns, isUnitPCode):
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
