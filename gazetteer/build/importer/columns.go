package importer

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

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
	codeColumn
	populationColumn
	pcodeColumn
	adminLevelColumn
	parentPCodeColumn

	// Of administrative units, level by level in the same order.
	adm1Column
	adm1AliasColumn
	adm1CodeColumn
	adm1PCodeColumn
	adm2Column
	adm2AliasColumn
	adm2CodeColumn
	adm2PCodeColumn
	adm3Column
	adm3AliasColumn
	adm3CodeColumn
	adm3PCodeColumn
)

// ofLevel returns the column of a level, from 1 to 3, that tells of it what
// another one tells of ADM1.
func ofLevel(level int, adm1 column) column {
	return adm1 + column(level-1)*(adm2Column-adm1Column)
}

// columnNames are the names of columns, without case and without anything but
// letters and digits. Those of OCHA's common operational datasets are among them.
var columnNames = map[column][]string{
	idColumn:          {"id", "uid", "placeid", "uuid"},
	geoNamesColumn:    {"geonameid", "geonamesid", "gnid"},
	nameColumn:        {"name", "place", "placename", "toponym", "nameen", "settlement", "village", "town", "city", "locality", "featurename", "featurenameen", "locationname", "location", "site", "sitename", "campname"},
	latColumn:         {"lat", "latitude", "y", "ycoord", "pointy", "latdd", "latitudedd", "centerlat"},
	lonColumn:         {"lon", "lng", "long", "longitude", "x", "xcoord", "pointx", "londd", "longitudedd", "centerlon"},
	aliasColumn:       {"aliases", "alias", "alternatenames", "alternatename", "altnames", "altname", "othernames", "othername", "variants", "variant", "namelocal", "localname", "asciiname", "namealt", "featurerefname", "namelong", "formalen", "nameascii"},
	kindColumn:        {"kind", "type", "class", "placetype", "featureclass", "fclass", "category", "featurecla", "featurecode", "fcode", "locationtype"},
	countryColumn:     {"country", "countrycode", "countryname", "iso", "iso2", "isoa2", "iso3", "isoa3", "adm0pcode", "admin0pcode", "admin0pcod", "adm0en", "adm0name", "admin0name", "admin0nameen", "adm0a3", "cc"},
	adm1Column:        {"province", "governorate", "state", "region"},
	adm2Column:        {"district", "county"},
	codeColumn:        {"code", "codes", "iata", "icao", "abbreviation", "abbrev"},
	pcodeColumn:       {"pcode", "pcod"},
	adminLevelColumn:  {"adminlevel", "admlevel"},
	parentPCodeColumn: {"parentpcode"},
	populationColumn:  {"population", "pop", "inhabitants", "popmax", "popest"},
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
	if c := unitColumn(h); c != otherColumn {
		return c
	}
	lower := strings.ToLower(strings.TrimSpace(header))
	for _, prefix := range []string{"name_", "name:", "alt_name", "old_name", "official_name", "int_name", "loc_name"} {
		if strings.HasPrefix(lower, prefix) {
			return aliasColumn
		}
	}
	return otherColumn
}

// Columns of OCHA's common operational datasets, as its offices have written them
// over the years: ADM1_EN, ADM1_PCODE and ADM1ALT1EN; admin1Name_ar and
// admin1Pcode, cut to the ten letters of a shapefile; adm1_name1, adm1_ref_name.
var (
	unitHeader = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^adm(?:in)?([123])(.*)$`) })
	unitName   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:name|nam|na)?(?:en|eng)?$`) })
	unitAlias  = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:(?:name|nam|na)?(?:[a-z]{2}|[1-9])|(?:ref|alt).*)$`)
	})
)

// unitColumn returns the column of an administrative level.
func unitColumn(header string) column {
	m := unitHeader().FindStringSubmatch(header)
	if m == nil || m[2] == "id" {
		return otherColumn
	}
	of := otherColumn
	switch what := m[2]; {
	case unitName().MatchString(what):
		of = adm1Column
	case what == "pcode", what == "pcod", what == "pcd":
		of = adm1PCodeColumn
	case what == "code":
		of = adm1CodeColumn
	case unitAlias().MatchString(what):
		of = adm1AliasColumn
	default:
		return otherColumn
	}
	return ofLevel(int(m[1][0]-'0'), of)
}
