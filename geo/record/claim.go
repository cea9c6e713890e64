package record

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/geometry"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/when"
)

// several are the roles that more than one column may have: where the first
// column is empty the next one speaks.
var several = map[Role]bool{Country: true, Adm1: true, Adm2: true, Adm3: true, Place: true, Text: true, URL: true, Publisher: true}

// claim is a column that may have a role, and why.
type claim struct {
	headers.Meaning
	col    int
	why    string
	listed bool // by the data set that the table comes from
}

// withoutParts takes out the claims of several columns that are the same number
// of people by their headers, such as "Deaths (men)" and "Deaths (women)": none
// is the total, and nobody said that their sum is.
func (u *understander) withoutParts(claims []claim) []claim {
	same := map[headers.Meaning][]int{}
	best := map[Role]int{}
	claims = u.withoutVariants(claims)
	if u.ofAnimals() {
		claims = slices.DeleteFunc(claims, func(c claim) bool {
			return headers.Counts[c.Role] && c.why != "told" && !anyWord(headers.Words(u.t.Columns[c.col].Name), humanWords)
		})
	}
	for _, c := range claims {
		if headers.Counts[c.Role] && !u.counted(c.col) {
			continue // "Deaths (approx.)", which says "about" or nothing
		}
		same[c.Meaning] = append(same[c.Meaning], c.col)
		if _, ok := best[c.Role]; !ok {
			best[c.Role] = c.Rank
		}
	}
	doubtful := map[Role]bool{}
	for _, c := range claims {
		cols := same[c.Meaning]
		if other, ok := u.otherGroup(c, claims); ok && c.Rank == best[c.Role] {
			cols = []int{c.col, other}
		}
		if headers.Counts[c.Role] && len(cols) > 1 && c.Rank == best[c.Role] && c.why != "told" && !doubtful[c.Role] {
			doubtful[c.Role] = true
			u.t.Notices = append(u.t.Notices, fmt.Sprintf("columns %q and %q may both be %s; neither is taken",
				u.t.Columns[cols[0]].Name, u.t.Columns[cols[1]].Name, c.Role))
		}
	}
	return slices.DeleteFunc(claims, func(c claim) bool { return doubtful[c.Role] })
}

// emptyLast ranks columns without a value behind others that may have the same role and
// have values: "Ended" may be there for those that fill it in, beside "Ended (day only)".
func (u *understander) emptyLast(claims []claim) {
	filled := map[Role]bool{}
	full := make([]bool, len(claims))
	for i, c := range claims {
		_, all := u.share(c.col, func(string) bool { return true })
		full[i] = all > 0
		filled[c.Role] = filled[c.Role] || full[i]
	}
	for i := range claims {
		if c := &claims[i]; headers.Dates[c.Role] && !full[i] && filled[c.Role] && c.vague() {
			c.Rank += headers.RankAround
		}
	}
}

// localFirst ranks dates with a clock of UTC behind those of another column that have no
// clock of it, if these can be read in one order only: near midnight it is another day there.
func (u *understander) localFirst(claims []claim) {
	inUTC := func(c claim) bool { return u.most(c.col, clockInUTC().MatchString) }
	local := slices.ContainsFunc(claims, func(c claim) bool {
		return c.Role == Date && c.Rank < headers.RankLater && !inUTC(c) && u.most(c.col, func(s string) bool {
			day, err := when.Parse(s, when.OrderUnknown)
			return err == nil && day.Precision == when.ToDay
		})
	})
	for i := range claims {
		if c := &claims[i]; local && c.Role == Date && c.vague() && inUTC(*c) {
			c.Rank += headers.RankAround
		}
	}
}

// clockInUTC matches the end of a date with the time in UTC.
var clockInUTC = pattern.New(`\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]00:?00|UTC|GMT)$`)

// humanWords are those of headers of people beside animals.
var humanWords = []string{"human", "humans", "people", "persons"}

// withoutVariants takes out the claims of numbers of people whose header is another's with
// brackets behind it: "Displacements (raw)".
func (u *understander) withoutVariants(claims []claim) []claim {
	return slices.DeleteFunc(claims, func(c claim) bool {
		name := u.t.Columns[c.col].Name
		return headers.Counts[c.Role] && c.why != "told" && headers.Bracketed(name) != "" && slices.ContainsFunc(claims, func(other claim) bool {
			return other.Role == c.Role && other.col != c.col && u.t.Columns[other.col].is(headers.Words(headers.WithoutBrackets(name)))
		})
	})
}

// otherGroup returns a column that counts others than a claim's does, where brackets in
// both headers say who is counted: "Deaths (staff)" beside "Deaths (guests)".
func (u *understander) otherGroup(c claim, claims []claim) (col int, ok bool) {
	group := func(c claim) string { return headers.Words(headers.Bracketed(u.t.Columns[c.col].Name)) }
	own := group(c)
	if !headers.Counts[c.Role] || c.listed || own == "" || headers.Vocab().Core(own) == "" {
		return 0, false
	}
	for _, other := range claims {
		if is := group(other); other.Role == c.Role && other.col != c.col && is != own && headers.Vocab().Core(is) != "" && u.counted(other.col) {
			return other.col, true
		}
	}
	return 0, false
}

// counted reports whether most values of a column are numbers of people, or it has
// none.
func (u *understander) counted(col int) bool {
	yes, all := u.share(col, countLike)
	return all == 0 || 2*yes > all
}

// needed are the roles that a header alone can give, whatever the cells say: a
// table whose dates are all broken shall say so row by row.
var needed = map[Role]bool{Date: true, Lat: true, Lon: true}

// grant gives a column its role, if it fits and neither is taken.
func (u *understander) grant(c claim, fits func(claim) bool) {
	p := &u.t.plan
	column := &u.t.Columns[c.col]
	if c.Role == NoRole || column.Role != NoRole || p.has(c.Role) && !several[c.Role] || !fits(c) {
		return
	}
	if c.Role == Date && c.Rank >= headers.RankLater && p.has(Start) {
		return // the day of telling, beside that of the event
	}
	if c.Role == Killed && c.Rank >= headers.RankPart && p.anyOf(KilledLow, KilledHigh) {
		return // some of the dead, beside what all of them are at least or at most
	}
	p.cols[c.Role] = append(p.cols[c.Role], c.col)
	column.Role, column.Why = c.Role, c.why
}

// whyListed begins the reason for a column of a known data set.
const whyListed = "a column of "

// Ranks of claims that no header outranks.
const (
	rankTold = -3 * headers.RankStep
	rankTag  = -2 * headers.RankStep
)

func (u *understander) claims(names []string, s *headers.Schema) []claim {
	var all []claim
	var own map[string]headers.Meaning
	if s != nil {
		own = s.Headers()
	}
	for i, name := range names {
		if r, told := u.roles[name]; told {
			if r != NoRole {
				all = append(all, claim{Meaning: headers.Meaning{Role: r, Rank: rankTold}, col: i, why: "told"})
			}
			continue
		}
		if u.t.plan.aside > 0 && i >= u.t.plan.aside {
			continue
		}
		if i < len(u.tags) {
			if m, ok := headers.OfHashtag(u.tags[i]); ok {
				all = append(all, claim{Meaning: headers.Meaning{Role: m.Role, Rank: m.Rank + rankTag}, col: i, why: "tagged " + u.tags[i]})
				continue
			}
		}
		if s != nil {
			m, ok := own[headers.Words(name)]
			if ok && m.Role != NoRole {
				all = append(all, claim{Meaning: m, col: i, why: whyListed + s.Name, listed: true})
			}
			if ok || !s.Open {
				continue
			}
		}
		m, why := u.byName(name)
		if alias := u.aliases[name]; why == "" && alias != "" {
			if m, why = u.byName(alias); why != "" {
				why = fmt.Sprintf("it is called %q for people", alias)
			}
		}
		if why != "" {
			all = append(all, claim{Meaning: m, col: i, why: why})
		}
	}
	return u.withoutGuesses(all)
}

// withoutGuesses takes out the claims of headers with unknown words around an area where
// another header names such an area without. A village stays beside what is in it.
func (u *understander) withoutGuesses(claims []claim) []claim {
	var surely [numRoles]bool
	for _, c := range claims {
		finer := c.Role == Place && !headers.Vocab().Any(headers.Words(u.t.Columns[c.col].Name), headers.SettlementWord, headers.TownWord)
		surely[c.Role] = surely[c.Role] || c.Rank < headers.RankAround && !finer
	}
	return slices.DeleteFunc(claims, func(c claim) bool { return c.Rank >= headers.RankAround && surely[c.Role] })
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
	if c.Role != Coordinates && u.most(c.col, inBrackets) {
		return false
	}
	if c.Role == ID {
		return u.unique(c.col) && !u.numbered(c.col)
	}
	if c.Role == Title && c.Rank >= headers.RankWord {
		return u.unique(c.col) && u.most(c.col, placeLike) // "Fire" may be yes or no
	}
	if c.Role == PlacePrecision && strings.Contains(headers.Words(u.t.Columns[c.col].Name), "accuracy") {
		return u.most(c.col, func(s string) bool { return precisionWords(s) != geo.UnknownPlace }) // else metres
	}
	if slices.Contains(headers.Areas[1:4], c.Role) && u.most(c.col, worldRegion) {
		return false
	}
	test := roleTest(c.Role)
	if test == nil {
		return true
	}
	if _, stamps := u.stamps(c.col); stamps && headers.Dates[c.Role] {
		return true
	}
	if headers.Dates[c.Role] && strings.HasSuffix(headers.Words(u.t.Columns[c.col].Name), "time") && u.most(c.col, whole(0, 2400)) {
		return false // "END_TIME" of 1655 is a time of day
	}
	if c.Role == Killed && u.saysWhether(c.col) {
		return true
	}
	yes, all := u.share(c.col, test)
	return 2*yes >= all
}

// inBrackets reports whether a cell is a list or an object in JSON, which no text
// for people is.
func inBrackets(s string) bool {
	if len(s) < 2 || s[0] != '{' && s[0] != '[' {
		return false
	}
	first := strings.TrimLeft(s[1:], " \t\r\n")
	return strings.HasPrefix(first, "\"") || s[0] == '[' && strings.HasPrefix(first, "{")
}

// roleTest returns what cells of a role look like, or nil if that can be
// anything.
func roleTest(r Role) func(string) bool {
	switch r {
	case Date, Start, End:
		return dateLike
	case Year, EndYear:
		return func(s string) bool {
			n, err := yearNumber(s)
			return err == nil && n >= 1 && n <= 9999 || fiscalYear(s) > 0
		}
	case Month, EndMonth:
		return func(s string) bool {
			n, err := monthNumber(s)
			return err == nil && n >= 0 && n <= 12 || err != nil && !season(s, 2000).IsZero()
		}
	case Day, EndDay:
		return dayLike
	case Country, Adm1, Adm2, Adm3:
		return areaLike
	case Place:
		return placeLike
	case Week:
		return weekLike
	case Actor1, Actor2:
		return actorLike
	case Lat, Lon:
		return func(s string) bool { _, ok := geometry.Degrees(s); return ok || strings.ContainsAny(s, "0123456789") }
	case Coordinates:
		return func(s string) bool {
			_, a := geometry.OfCell(s, false)
			_, b := geometry.OfCell(s, true)
			return a == nil || b == nil
		}
	case Killed, KilledLow, KilledHigh, Wounded, Displaced:
		return countLike
	case Toll:
		return func(s string) bool { _, err := literal.Toll(s); return err == nil }
	case PlacePrecision:
		return func(s string) bool { return precisionWords(s) != geo.UnknownPlace || whole(1, 7)(s) }
	case DatePrecision:
		return func(s string) bool { return dateScaleWords[headers.Words(s)] != 0 || whole(1, 5)(s) }
	case URL:
		return func(s string) bool { return strings.Contains(s, ".") }
	case Adm1PCode, Adm2PCode, Adm3PCode, PCode:
		return pcodeLike
	case Easting:
		return geometry.Metres(100_000, 1_000_000)
	case Northing:
		return geometry.Metres(0, 10_000_000)
	case Zone:
		return func(s string) bool { return geometry.GridZone().MatchString(s) }
	}
	return nil
}

// placeLike reports whether a cell can name a place, and is not the address of a mailbox.
func placeLike(s string) bool {
	return !strings.Contains(s, "@") && strings.Trim(literal.WesternDigits(s), "0123456789.,-+ /;:()[]°") != ""
}

// actorLike reports whether a cell can name who acted or was harmed, not how many:
// "1000s", "450 personas".
func actorLike(s string) bool {
	if !placeLike(strings.TrimSuffix(s, "s")) {
		return false
	}
	_, err := literal.Count(s)
	return err != nil
}

// areaLike reports whether a cell can name an area or be its code: not zone 35M
// of a grid.
func areaLike(s string) bool {
	return placeLike(s) && (len(s) > 3 || !strings.ContainsAny(s[:1], "0123456789"))
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
	return strconv.Atoi(strings.TrimSuffix(literal.WesternDigits(s), ".0"))
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
	return full > 0 && 10*(full+min(full, 3)/3) >= 9*len(u.sample) && 10*len(seen) >= 8*full // a row of totals has none
}

// countLike reports whether a cell can be meant as a number of people, be it a
// wrong one: it has a digit and little else, or is one in words.
func countLike(s string) bool {
	_, err := literal.Count(s)
	return err == nil || len(s) <= longestCount && strings.ContainsAny(literal.WesternDigits(s), "0123456789")
}

// longestCount bounds cells with a number of people.
const longestCount = 30

// numbered reports whether a column only counts the rows, as "Incident No." does
// in many a list. Who calls such a column an id knows that it stays.
func (u *understander) numbered(col int) bool {
	for word := range strings.FieldsSeq(headers.Words(u.t.Columns[col].Name)) {
		if strings.HasSuffix(word, "id") || strings.HasPrefix(word, "ident") {
			return false
		}
	}
	next := 1
	for v := range u.values(col) {
		if n, err := wholeNumber(v); err != nil || n != next {
			return false
		}
		next++
	}
	return true
}
