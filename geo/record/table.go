package record

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo/when"
)

// Table is what was understood of an input before its first row became an
// event, to be shown to whoever asked for it.
type Table struct {
	File      string
	Format    Format
	Encoding  string // "utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1251" or "windows-1256"
	Delimiter string // of delimited text; else empty
	Sheet     string // of a workbook; else empty
	Schema    string // the data set whose tables look like this, such as "ACLED"; else empty
	Above     int    // rows above the header that are taken as titles and notes
	Headless  bool   // there is no header, so that columns have numbers, or a data set's own names
	Columns   []Column

	// Order is the order of day and month in dates that leave it open. OrderWhy
	// says what proves it, or why it is not known.
	Order    when.Order
	OrderWhy string

	// Notices are what concerns the table as a whole, such as that no column
	// names a place. They are problems in the stream, too.
	Notices []string

	plan   plan
	shaped bool // rows have geometries of their own
}

// Column is one column of a table, and what it is taken to say.
type Column struct {
	Name     string
	Role     Role
	Why      string   // why it has that role, in words; empty for NoRole
	Examples []string // the first different values, at most three
}

// plan is what turning rows into events needs to know.
type plan struct {
	cols       [numRoles][]int // by preference; the second is read where the first is empty
	order      when.Order
	excel      map[int]bool // columns of dates that are Excel's serial numbers
	lonFirst   bool         // in cells with both coordinates
	placeScale scale
	dateScale  scale
	codes      codes // that types are
}

// col returns the first column of a role, or -1.
func (p *plan) col(r Role) int {
	if len(p.cols[r]) == 0 {
		return -1
	}
	return p.cols[r][0]
}

func (p *plan) has(r Role) bool { return len(p.cols[r]) > 0 }

// several are the roles that more than one column may have: where the first
// column is empty the next one speaks.
var several = map[Role]bool{Country: true, Adm1: true, Adm2: true, Adm3: true, Place: true, Text: true, URL: true, Publisher: true}

// examples is how many values of a column are shown.
const examples = 3

// claim is a column that may have a role, and why.
type claim struct {
	meaning
	col int
	why string
}

// understander finds out what the columns of a table say.
type understander struct {
	t      *Table
	sample []*row
	roles  map[string]Role // told by the user
	tags   []string        // HXL
}

func (u *understander) columns(names []string) {
	u.t.Columns = make([]Column, len(names))
	for i, n := range names {
		u.t.Columns[i] = Column{Name: n, Examples: u.examples(i)}
	}
	schema := theVocabulary().schemaOf(names)
	if schema != nil {
		u.t.Schema = schema.name
	}
	claims := u.claims(names, schema)
	slices.SortStableFunc(claims, func(a, b claim) int { return a.rank - b.rank })
	claims = u.withoutParts(claims)
	for _, c := range claims {
		u.grant(c, u.fits)
	}
	for _, c := range claims {
		if needed[c.role] {
			u.grant(c, anyCells)
		}
	}
	u.byContent()
	u.settle()
	u.lacks()
}

// events reports whether rows of the table can be events: some column has a date,
// or names a place.
func (t *Table) events() bool {
	p := &t.plan
	return p.anyOf(Date, Start, End, Year, Place, Adm3, Adm2, Adm1, Country, Lat, Coordinates) || t.shaped
}

// lacks notes what no event of the table will have.
func (u *understander) lacks() {
	p := &u.t.plan
	if len(u.sample) == 0 {
		u.t.Notices = append(u.t.Notices, "no records in it")
		return
	}
	if !p.anyOf(Date, Start, End, Year) {
		u.t.Notices = append(u.t.Notices, "no column has a date")
	}
	u.t.shaped = slices.ContainsFunc(u.sample, func(r *row) bool { return r.geometry != nil })
	if !u.t.shaped && !p.anyOf(Place, Adm3, Adm2, Adm1, Country, Lat, Coordinates) {
		u.t.Notices = append(u.t.Notices, "no column names a place")
	}
	for _, name := range slices.Sorted(maps.Keys(u.roles)) {
		if !slices.ContainsFunc(u.t.Columns, func(c Column) bool { return c.Name == name }) {
			u.t.Notices = append(u.t.Notices, fmt.Sprintf("no column is called %q", name))
		}
	}
}

func (p *plan) anyOf(roles ...Role) bool {
	return slices.ContainsFunc(roles, p.has)
}

// counts are the roles of numbers of people.
var counts = map[Role]bool{Killed: true, KilledLow: true, KilledHigh: true, Wounded: true, Displaced: true}

// withoutParts takes out the claims of several columns that are the same number
// of people by their headers, such as "Deaths (men)" and "Deaths (women)": none
// is the total, and nobody said that their sum is.
func (u *understander) withoutParts(claims []claim) []claim {
	same := map[meaning][]int{}
	best := map[Role]int{}
	for _, c := range claims {
		same[c.meaning] = append(same[c.meaning], c.col)
		if _, ok := best[c.role]; !ok {
			best[c.role] = c.rank
		}
	}
	return slices.DeleteFunc(claims, func(c claim) bool {
		cols := same[c.meaning]
		doubtful := counts[c.role] && len(cols) > 1 && c.rank == best[c.role] && c.why != "told"
		if doubtful && c.col == cols[0] {
			u.t.Notices = append(u.t.Notices, fmt.Sprintf("columns %q and %q may both be %s; neither is taken",
				u.t.Columns[cols[0]].Name, u.t.Columns[cols[1]].Name, c.role))
		}
		return doubtful
	})
}

// needed are the roles that a header alone can give, whatever the cells say: a
// table whose dates are all broken shall say so row by row.
var needed = map[Role]bool{Date: true, Lat: true, Lon: true}

// grant gives a column its role, if it fits and neither is taken.
func (u *understander) grant(c claim, fits func(claim) bool) {
	p := &u.t.plan
	column := &u.t.Columns[c.col]
	if column.Role != NoRole || p.has(c.role) && !several[c.role] || !fits(c) {
		return
	}
	p.cols[c.role] = append(p.cols[c.role], c.col)
	column.Role, column.Why = c.role, c.why
}

// Ranks of claims that no header outranks.
const (
	rankTold = -3 << 16
	rankTag  = -2 << 16
)

func (u *understander) claims(names []string, s *schema) []claim {
	var all []claim
	for i, name := range names {
		if r, told := u.roles[name]; told {
			if r != NoRole {
				all = append(all, claim{meaning{r, rankTold}, i, "told"})
			}
			continue
		}
		if i < len(u.tags) {
			if m, ok := hxlMeaning(u.tags[i]); ok {
				all = append(all, claim{meaning{m.role, m.rank + rankTag}, i, "tagged " + u.tags[i]})
				continue
			}
		}
		if s != nil {
			if m, ok := s.headers[headerWords(name)]; ok {
				all = append(all, claim{m, i, "a column of " + s.name})
			}
			continue
		}
		if m, ok := theVocabulary().header(name); ok {
			all = append(all, claim{m, i, "its name"})
		} else if m, ok := theVocabulary().header(lastPart(name)); ok && partSpeaks(name, m.role) {
			all = append(all, claim{meaning{m.role, m.rank + 2*coreRank}, i, "the end of its name"})
		}
	}
	return all
}

// envelopes are objects that only wrap a record.
var envelopes = map[string]bool{"attributes": true, "properties": true, "fields": true, "event": true, "incident": true, "record": true, "source": true, "data": true}

// partSpeaks reports whether the last part of a dotted name may have a role. In
// an object that is about one thing, such as the actor, a type or a name is that
// thing's and not the event's; but coordinates are coordinates.
func partSpeaks(name string, r Role) bool {
	around, _, _ := strings.Cut(name, ".")
	switch r {
	case Lat, Lon, Coordinates, Country, Adm1, Adm2, Adm3, Place:
		return true
	}
	return envelopes[headerWords(around)]
}

// lastPart returns what a dotted name of a member of an object inside an object
// ends with.
func lastPart(name string) string {
	return name[strings.LastIndexByte(name, '.')+1:]
}

func (u *understander) examples(col int) []string {
	var found []string
	for _, r := range u.sample {
		v := r.cell(col)
		if v != "" && !slices.Contains(found, v) {
			if found = append(found, v); len(found) == examples {
				break
			}
		}
	}
	return found
}

// values yields what the sample has in a column, missing values left out.
func (u *understander) values(col int) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, r := range u.sample {
			if v := r.cell(col); !missing(v) && !yield(v) {
				return
			}
		}
	}
}

// share returns how many values of a column there are in the sample, and how
// many of them satisfy a test.
func (u *understander) share(col int, test func(string) bool) (yes, all int) {
	for v := range u.values(col) {
		all++
		if test(v) {
			yes++
		}
	}
	return yes, all
}

// anyCells grants a role whatever the cells are.
func anyCells(claim) bool { return true }

// fits reports whether what a column has in its cells can be what its header
// promises: half of them must look like it. A column without any values can be
// anything.
func (u *understander) fits(c claim) bool {
	if c.why == "told" {
		return true
	}
	if c.role == ID {
		return u.unique(c.col)
	}
	test := roleTest(c.role)
	if test == nil {
		return true
	}
	yes, all := u.share(c.col, test)
	return 2*yes >= all
}

// roleTest returns what cells of a role look like, or nil if that can be
// anything.
func roleTest(r Role) func(string) bool {
	switch r {
	case Date, Start, End:
		return dateLike
	case Year:
		return whole(1, 9999)
	case Month:
		return func(s string) bool { n, err := monthNumber(s); return err == nil && n >= 0 && n <= 12 }
	case Day:
		return whole(0, 31)
	case Country, Adm1, Adm2, Adm3, Place:
		return func(s string) bool { return strings.Trim(westernDigits(s), "0123456789.,-+ /;:()[]°") != "" }
	case Lat, Lon:
		return func(s string) bool { _, ok := degrees(s); return ok || strings.ContainsAny(s, "0123456789") }
	case Coordinates:
		return func(s string) bool {
			_, a := combined(s, false)
			_, b := combined(s, true)
			return a == nil || b == nil
		}
	case Killed, KilledLow, KilledHigh, Wounded, Displaced:
		return func(s string) bool { _, err := parseCount(s); return err == nil }
	case PlacePrecision:
		return func(s string) bool { return scaleWords[headerWords(s)] != 0 || whole(1, 7)(s) }
	case DatePrecision:
		return func(s string) bool { return dateScaleWords[headerWords(s)] != 0 || whole(1, 5)(s) }
	case URL:
		return func(s string) bool { return strings.Contains(s, ".") }
	}
	return nil
}

// dateLike reports whether a cell is a date, in whatever order, or Excel's
// number of one.
func dateLike(s string) bool {
	if _, err := when.Parse(s, when.DMY); err == nil {
		return true
	}
	_, err := when.Parse(s, when.MDY)
	return err == nil || excelSerial(s)
}

// excelSerial reports whether a cell can be Excel's number of a day from 1954
// to 2064. Only a column that is all such numbers is one of dates.
func excelSerial(s string) bool {
	f, err := strconv.ParseFloat(s, 64)
	return err == nil && f >= 20_000 && f <= 60_000
}

// whole returns a test for whole numbers in a range. Spreadsheets and data
// frames write them as 7.0 too.
func whole(low, high int) func(string) bool {
	return func(s string) bool {
		n, err := wholeNumber(s)
		return err == nil && n >= low && n <= high
	}
}

func wholeNumber(s string) (int, error) {
	return strconv.Atoi(strings.TrimSuffix(westernDigits(s), ".0"))
}

// unique reports whether a column can be what rows are known by: few are
// empty, and few are repeated.
func (u *understander) unique(col int) bool {
	seen := map[string]bool{}
	full := 0
	for v := range u.values(col) {
		full++
		seen[v] = true
	}
	return full > 0 && 10*full >= 9*len(u.sample) && 10*len(seen) >= 8*full
}

// byContent finds the columns without which nothing can be mapped, when no
// header names them.
func (u *understander) byContent() {
	p := &u.t.plan
	if !p.has(Date) && !p.has(Start) && !p.has(Year) {
		u.dateByContent()
	}
	if p.has(Lat) != p.has(Lon) || p.has(Lat) {
		return
	}
	if !p.has(Coordinates) {
		u.pairByContent()
	}
	if !p.has(Coordinates) {
		u.latLonByContent()
	}
}

// mostly is the share of cells that make a column one of dates or coordinates
// though its header does not say so.
const mostly = 0.8

func (u *understander) dateByContent() {
	for col, c := range u.t.Columns {
		yes, all := u.share(col, func(s string) bool {
			return dateLike(s) && strings.Trim(s, "0123456789.") != ""
		})
		if c.Role == NoRole && all > 0 && float64(yes) >= mostly*float64(all) {
			u.grantByContent(Date, col, fmt.Sprintf("%d of %d values are dates", yes, all))
			return
		}
	}
}

func (u *understander) pairByContent() {
	for col, c := range u.t.Columns {
		yes, all := u.share(col, func(s string) bool {
			_, err := combined(s, false)
			return err == nil && strings.Contains(s, ".")
		})
		if c.Role == NoRole && all > 0 && float64(yes) >= mostly*float64(all) {
			u.grantByContent(Coordinates, col, fmt.Sprintf("%d of %d values are pairs of coordinates", yes, all))
			return
		}
	}
}

// latLonByContent takes two neighbouring columns of decimal degrees. Latitude
// comes first, unless a value can only be a longitude.
func (u *understander) latLonByContent() {
	for col := range max(0, len(u.t.Columns)-1) {
		if u.t.Columns[col].Role != NoRole || u.t.Columns[col+1].Role != NoRole ||
			!u.degrees(col) || !u.degrees(col+1) {
			continue
		}
		lat, lon := col, col+1
		if beyond, _ := u.share(lat, func(s string) bool { f, _ := degrees(s); return f > 90 || f < -90 }); beyond > 0 {
			lat, lon = lon, lat
		}
		u.grantByContent(Lat, lat, "its values are degrees, beside others")
		u.grantByContent(Lon, lon, "its values are degrees, beside others")
		if lat < lon {
			u.t.Notices = append(u.t.Notices, fmt.Sprintf(
				"columns %q and %q are taken as latitude and longitude, in this order; nothing proves it",
				u.t.Columns[lat].Name, u.t.Columns[lon].Name))
		}
		return
	}
}

// degrees reports whether all values of a column are degrees, and half of them
// have at least three decimals, as amounts and percentages rarely do.
func (u *understander) degrees(col int) bool {
	fine := 0
	yes, all := u.share(col, func(s string) bool {
		f, ok := degrees(s)
		if _, decimals, _ := strings.Cut(s, "."); len(decimals) >= 3 {
			fine++
		}
		return ok && f >= -180 && f <= 180
	})
	return all > 0 && yes == all && 2*fine >= all
}

func (u *understander) grantByContent(r Role, col int, why string) {
	u.grant(claim{meaning{role: r}, col, why}, anyCells)
}

// settle decides what depends on whole columns.
func (u *understander) settle() {
	p := &u.t.plan
	p.excel = map[int]bool{}
	for _, r := range []Role{Date, Start, End} {
		if col := p.col(r); col >= 0 {
			yes, all := u.share(col, excelSerial)
			p.excel[col] = all > 0 && yes == all
		}
	}
	if col := p.col(Coordinates); col >= 0 {
		u.settleOrderOfPair(col)
	}
	if col := p.col(PlacePrecision); col >= 0 {
		p.placeScale = u.scaleOf(col, u.t.Columns[col].Name)
	}
	if col := p.col(DatePrecision); col >= 0 {
		p.dateScale = u.scaleOf(col, u.t.Columns[col].Name)
	}
	if col := p.col(Type); col >= 0 {
		p.codes = codesOf(u.t.Columns[col].Name)
	}
}

// settleOrderOfPair finds which coordinate comes first in a column of pairs: as
// its header says, or as a value proves that can be no latitude.
func (u *understander) settleOrderOfPair(col int) {
	name := headerWords(lastPart(u.t.Columns[col].Name))
	first := strings.HasPrefix(name, "lon") || strings.HasPrefix(name, "lng") || strings.HasPrefix(name, "x")
	geoJSON := name == "coordinates" && strings.Contains(u.t.Columns[col].Name, ".")
	straight, _ := u.share(col, func(s string) bool { _, err := combined(s, false); return err == nil })
	turned, _ := u.share(col, func(s string) bool { _, err := combined(s, true); return err == nil })
	u.t.plan.lonFirst = first || geoJSON || turned > straight
}
