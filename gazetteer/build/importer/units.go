package importer

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
)

// adminLevel is the administrative unit that a row of OCHA's tables is about: the
// finest that it names.
type adminLevel struct {
	number       int // from 1 to 3; 0 if the row is about none
	names, codes []string
	pcode        string
}

// kind returns the type of places of the level. What lies below ADM2 is an ADM2,
// too.
func (l *adminLevel) kind() string {
	if l.number == 1 {
		return placetype.Adm1
	}
	return placetype.Adm2
}

// maxLevel is the finest level of units that is read.
const maxLevel = 3

func (f fields) level() adminLevel {
	for n := maxLevel; n >= 1; n-- {
		if l := f.at(n); len(l.names) > 0 {
			return l
		}
	}
	return adminLevel{}
}

// at returns what a row says of the unit of a level.
func (f fields) at(n int) adminLevel {
	pcodes := f[ofLevel(n, adm1PCodeColumn)]
	return adminLevel{
		number: n,
		names:  slices.Concat(f[ofLevel(n, adm1Column)], f[ofLevel(n, adm1AliasColumn)]),
		codes:  slices.Concat(pcodes, f[ofLevel(n, adm1CodeColumn)]),
		pcode:  f.first(ofLevel(n, adm1PCodeColumn)),
	}
}

// called returns what a row calls the unit of a level, its codes first.
func (f fields) called(n int) []string {
	l := f.at(n)
	return slices.Concat(l.codes, l.names)
}

// levelled puts a row of OCHA's global list of P-codes, which says in one column
// of which level each unit is, into the columns of that level. It reports whether
// the row is of a level that is read; rows of other tables are.
func (f fields) levelled() bool {
	if len(f[adminLevelColumn]) == 0 {
		return true
	}
	n, err := strconv.Atoi(f.first(adminLevelColumn))
	if err != nil || n < 1 || n > maxLevel {
		return false
	}
	for from, to := range map[column]column{nameColumn: adm1Column, pcodeColumn: adm1PCodeColumn} {
		f[ofLevel(n, to)] = f[from]
		delete(f, from)
	}
	if n > 1 {
		f[ofLevel(n-1, adm1PCodeColumn)] = f[parentPCodeColumn]
	}
	return true
}

// columnsOf returns what the columns of a table mean. In the global list of
// P-codes a location is a country.
func columnsOf(header []string) (columns []column) {
	for _, h := range header {
		columns = append(columns, columnOf(h))
	}
	if !slices.Contains(columns, adminLevelColumn) {
		return columns
	}
	for i, h := range header {
		if strings.EqualFold(strings.TrimSpace(h), "location") {
			columns[i] = countryColumn
		}
	}
	return columns
}

func isNameColumn(c column) bool {
	switch c {
	case nameColumn, adm1Column, adm1AliasColumn, adm2Column, adm2AliasColumn, adm3Column, adm3AliasColumn:
		return true
	}
	return false
}

// isUnitPCode reports whether a column has P-codes by which a unit may be known to
// other lists.
func isUnitPCode(c column) bool {
	switch c {
	case adm1PCodeColumn, adm2PCodeColumn, adm3PCodeColumn, adminLevelColumn:
		return true
	}
	return false
}

// isTags reports whether a row has HXL's hashtags.
func (f fields) isTags() bool {
	for _, cells := range f {
		if !strings.HasPrefix(cells[0], "#") {
			return false
		}
	}
	return true
}

// countryOfPCode returns the country that a P-code begins with, where that is a
// code of two letters.
func countryOfPCode(code string) string {
	letters := strings.IndexAny(code, "0123456789")
	if letters == 2 && isCountryCode(strings.ToUpper(code[:2])) {
		return strings.ToUpper(code[:2])
	}
	return ""
}

// unitCode is what tells units with P-codes apart.
type unitCode struct{ country, code string }

// codedUnit is a unit with a P-code and without a point.
type codedUnit struct {
	draft
	source int
}

// takeAbove takes in the units that a row's own lies in, of which there may be no
// list: boundaries of ADM2 name their ADM1.
func (im *importer) takeAbove(f fields, country string) {
	own := f.level().number
	if len(f[nameColumn]) > 0 {
		own = maxLevel + 1
	}
	for n := 1; n < own && n <= maxLevel; n++ {
		l := f.at(n)
		if l.pcode == "" || firstName(l.names) == "" {
			continue
		}
		d := draft{standing: fromList, third: n == maxLevel}
		d.Name, d.Type, d.Country = firstName(l.names), l.kind(), country
		d.Aliases, d.Codes = naming.Distinct(d.Name, shortNames(l.names)), shortNames(l.codes)
		d.PCode, d.ID = l.pcode, ownPrefix+":"+l.pcode
		if n > 1 {
			d.adm1 = f.called(1)
		}
		if n > 2 {
			d.adm2 = f.called(2)
		}
		im.takeCoded(d)
	}
}

// takeCoded takes in a unit without a point. What a list of codes calls it counts no
// more than what other lists do.
func (im *importer) takeCoded(d draft) {
	c := unitCode{d.Country, d.PCode}
	if im.coded == nil {
		im.coded = make(map[unitCode]bool)
	}
	if im.coded[c] {
		return
	}
	im.coded[c] = true
	d.standing = fromList
	if im.options.Over != nil {
		im.fetchAreas(placetype.Adm1, d.Country, d.adm1)
		im.fetchAreas(d.Type, d.Country, append([]string{d.Name}, d.Aliases...))
	}
	im.units = append(im.units, codedUnit{d, im.source})
}

// addUnits finds the units without points among all others, the larger ones
// first, by their P-codes or else their names. Those that are none of them become
// places of their own, if need be without a point.
func (im *importer) addUnits() {
	if len(im.units) == 0 {
		return
	}
	slices.SortStableFunc(im.units, func(a, b codedUnit) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(order(a.third), order(b.third)))
	})
	w := &within{atlas: im.atlas, names: make(map[areaName][]int)}
	for i := range im.atlas.entries {
		if t := im.atlas.entries[i].Type; t == placetype.Adm1 || t == placetype.Adm2 {
			w.name(i)
		}
	}
	for _, u := range im.units {
		e := entry{draft: u.draft, keys: identityKeys(&u.Place), source: u.source}
		i := w.unit(&e.draft)
		if i < 0 {
			im.atlas.freeID(&e.draft)
			im.atlas.insert(e)
			i = len(im.atlas.entries) - 1
		} else {
			im.atlas.merge(i, e)
		}
		w.name(i)
	}
	im.atlas.locateUnits()
}

func order(b bool) int {
	if b {
		return 1
	}
	return 0
}

// unit returns the entry that a unit without a point is, or -1.
func (w *within) unit(d *draft) int {
	if i := w.atlas.byIDs(d); i >= 0 {
		return i
	}
	adm1 := w.named(placetype.Adm1, d.Country, -1, d.adm1)
	if d.third || d.Type == placetype.Adm2 && adm1 < 0 && len(d.adm1) > 0 {
		return -1
	}
	i := w.named(d.Type, d.Country, adm1, append([]string{d.Name}, d.Aliases...))
	if i < 0 || otherUnits(d, &w.atlas.entries[i].draft) || d.Type == placetype.Adm2 && adm1 >= 0 && w.elsewhere(i, adm1) {
		return -1
	}
	return i
}

// elsewhere reports whether an entry is known to lie in another ADM1.
func (w *within) elsewhere(i, adm1 int) bool {
	in := w.known(w.atlas.entries[i].Adm1, placetype.Adm1)
	return in >= 0 && in != adm1
}

// otherUnits reports whether two places are different units by their P-codes or
// their levels, whatever they are called: a district and its chief sub-district
// share a name.
func otherUnits(p, q *draft) bool {
	return p.third != q.third || p.PCode != "" && q.PCode != "" && !strings.EqualFold(p.PCode, q.PCode)
}

// locateUnits gives units without a point that of one of the units in them, the
// one nearest to the middle of all, and a radius that holds them.
func (a *atlas) locateUnits() {
	inside := make(map[unitCode][]int)
	for i := range a.entries {
		e := a.entries[i]
		if e.PCode == "" || !e.HasPoint() {
			continue
		}
		for _, code := range slices.Concat(e.adm1, e.adm2) {
			if code != e.PCode {
				c := unitCode{e.Country, code}
				inside[c] = append(inside[c], i)
			}
		}
	}
	for i := range a.entries {
		e := a.entries[i]
		if parts := inside[unitCode{e.Country, e.PCode}]; e.PCode != "" && !e.HasPoint() && len(parts) > 0 {
			a.locateBy(e, parts)
		}
	}
}

func (a *atlas) locateBy(e *entry, parts []int) {
	var middle orb.Point
	for _, i := range parts {
		middle[0] += a.entries[i].Lon / float64(len(parts))
		middle[1] += a.entries[i].Lat / float64(len(parts))
	}
	nearest := slices.MinFunc(parts, func(i, k int) int {
		return cmp.Compare(geo.DistanceHaversine(middle, a.entries[i].Point()), geo.DistanceHaversine(middle, a.entries[k].Point()))
	})
	e.Lon, e.Lat = a.entries[nearest].Lon, a.entries[nearest].Lat
	for _, i := range parts {
		part := &a.entries[i].Place
		reach := part.RadiusM
		if reach == 0 {
			reach = build.Radius(part)
		}
		e.RadiusM = max(e.RadiusM, geo.DistanceHaversine(e.Point(), part.Point())+reach)
	}
}
