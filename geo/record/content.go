package record

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/geometry"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/kinds"
	"github.com/dateline-map/dateline/geo/record/internal/row"
	"github.com/dateline-map/dateline/geo/when"
)

// byCells corrects what headers say by what stands below them: sources that are
// links, and kinds of events that are sentences.
func (u *understander) byCells(claims []claim) {
	u.degreeParts()
	zoned := u.claimed(claims, Zone)
	for i := range claims {
		c := &claims[i]
		switch {
		case !c.vague():
		case c.Role == Place && u.ofPatients() && anyWord(headers.Words(u.t.Columns[c.col].Name), []string{"hospital", "clinic", "facility"}):
			c.Role = NoRole
		case c.Role == Place && (u.only(c.col, settlementKind) || u.only(c.col, pairOfDegrees)):
			c.Role = NoRole
		case c.Role == Month && u.named(c.col, "reported") && u.claimed(claims, Date):
			c.Role = NoRole
		case c.Role == Actor1 && u.named(c.col, "attribution") && slices.ContainsFunc(u.t.Columns, licensed):
			c.Role = NoRole // whom to name when the data are used
		case c.Role == Publisher && u.most(c.col, attached):
			c.Role = NoRole
		case (c.Role == Publisher || c.Role == Type || c.Role == Title) && u.most(c.col, link):
			c.Role, c.why = URL, "its name, and that they are links"
		case c.Role == Week && !u.only(c.col, weekLike):
			c.Role, c.Rank = Date, c.Rank+headers.RankWord
		case c.Role == Date && u.onlyYears(c.col):
			c.Role, c.why = Year, "its name, and that they are years"
		case (c.Role == Start || c.Role == End) && u.yearsOrOpen(c.col) && !u.named(c.col, "time"):
			c.Role, c.why = map[Role]Role{Start: Year, End: EndYear}[c.Role], "its name, and that they are years"
		case slices.Contains(headers.Areas, c.Role) && u.most(c.col, townOrCountry):
			c.Role = NoRole
		case c.Role == Month && !u.fits(*c) && u.most(c.col, placeLike):
			c.Role, c.why = Place, "its name, which is a month in one language and a town in another"
		case (c.Role == Lat || c.Role == Lon) && u.isPart(c.col):
			u.partsInColumns(c)
		case (c.Role == Lat || c.Role == Lon) && zoned && u.most(c.col, geometry.Metres(0, 10_000_000)) && u.most(c.col, beyondDegrees):
			c.Role, c.why = map[Role]Role{Lat: Northing, Lon: Easting}[c.Role], "its name, and that they are metres of a grid"
		case c.Role == Type && (u.only(c.col, magnitudeScale().MatchString) || u.numbered(c.col) || u.bareNumbers(c.col) || u.namesGuns(c.col) || u.namesAircraft(c.col)):
			c.Role = NoRole
		case c.Role == Type && u.kindsOfOne(c.col):
			c.Role = SubType
		case c.Role == Title && u.only(c.col, onlyNumber):
			c.Role = NoRole // of a placemark, which is called by its number
		case c.Role == Type && u.only(c.col, anyKind) && claimedTwice(claims, Type):
			c.Role = NoRole // "disaster", beside which disaster
		case c.Role == Adm2 && u.most(c.col, geometry.GridZone().MatchString):
			c.Role, c.why = Zone, "its name, and that they are zones of a grid"
		case c.Role == Text && strings.HasPrefix(headers.Words(u.t.Columns[c.col].Name), "what ") && u.only(c.col, fewKinds) && !u.claimed(claims, Type):
			c.Role, c.why = Type, "its name, and that they are kinds of events"
		case (c.Role == Type || c.Role == SubType) && u.most(c.col, sentence) && !u.repeats(c.col):
			c.Role, c.why = Text, "its name, and that they are sentences"
		}
	}
}

// onlyNumber reports whether a cell is only a number.
func onlyNumber(s string) bool { return strings.Trim(s, "0123456789 .#") == "" }

// claimedTwice reports whether several columns may have a role.
func claimedTwice(claims []claim, r Role) bool {
	n := 0
	for i := range claims {
		if claims[i].Role == r {
			n++
		}
	}
	return n > 1
}

// settlementKind reports whether a cell says what kind of place something is, as the tag
// "place" of OpenStreetMap does, and not its name.
func settlementKind(cell string) bool {
	switch cell {
	case "city", "town", "village", "hamlet", "suburb", "neighbourhood", "quarter", "locality", "isolated_dwelling", "borough", "municipality", "island", "islet", "square", "farm", "allotments", "region", "state", "province", "district", "county", "country":
		return true
	}
	return false
}

// pairOfDegrees reports whether a cell is a position in degrees, with a sign or letter of
// them or digits behind a point: not a number of a house.
func pairOfDegrees(cell string) bool {
	if !strings.ContainsAny(cell, "°.") {
		return false
	}
	_, err := geometry.OfCell(cell, false)
	return err == nil
}

// magnitudeScale matches the scales of earthquakes, which catalogues have in a
// column that they may call the type.
var magnitudeScale = pattern.New(`^(?i:m[lbswdce]?[a-z]{0,2})$`)

// onlyYears reports whether all values of a column are years, some of them of fewer digits
// than a date has: 624 beside 1066, of battles of old.
func (u *understander) onlyYears(col int) bool {
	old, _ := u.share(col, whole(100, 999))
	return old > 0 && u.only(col, whole(-lastYear, lastYear)) // those before Christ have a minus
}

// yearsOrOpen reports whether all values of a column are years but for those that are no date
// at all: "Ongoing" among the ends of wars.
func (u *understander) yearsOrOpen(col int) bool {
	isYear := whole(-lastYear, lastYear)
	_, _, mostly := u.mostly(col, isYear)
	return mostly && u.only(col, func(s string) bool { return isYear(s) || !dateLike(s) })
}

// lastYear is later than any that people write of what happened, and so of old.
const lastYear = 5000

// beyondDegrees reports whether a cell is a number that no degrees are.
func beyondDegrees(cell string) bool {
	f, ok := geometry.GridMetres(cell)
	return ok && f > geometry.Longitude.Limit
}

// most reports whether most values of a column satisfy a test.
func (u *understander) most(col int, test func(string) bool) bool {
	yes, all := u.share(col, test)
	return 2*yes > all
}

func link(s string) bool { return strings.Contains(s, "://") && !strings.HasPrefix(s, "<") }

// ofPatients reports whether the table lists cases of a disease, who lie in hospitals
// and fell ill elsewhere.
func (u *understander) ofPatients() bool {
	n := 0
	for _, c := range u.t.Columns {
		if anyWord(headers.Words(c.Name), []string{"onset", "outcome", "sex", "age", "lab", "symptoms", "admission", "specimen"}) {
			n++
		}
	}
	const enough = 3
	return n >= enough
}

// bareNumbers reports whether a column of kinds has only numbers, of which nobody says what
// they mean.
func (u *understander) bareNumbers(col int) bool {
	return kinds.CodesOf(u.t.Columns[col].Name) == kinds.NoCodes && u.only(col, whole(0, 9999))
}

// namesGuns reports whether a column of weapons names models, "12-gauge Savage 67H", and not
// kinds of attacks.
func (u *understander) namesGuns(col int) bool {
	return anyWord(headers.Words(u.t.Columns[col].Name), []string{"weapon", "weapons", "arma", "armas", "arme"}) &&
		u.most(col, func(s string) bool { return strings.ContainsAny(s, "0123456789") })
}

// namesAircraft reports whether a column called only "type" is one of models, "Boeing 737", beside
// what else is said of an aircraft: none of its values is a kind of events.
func (u *understander) namesAircraft(col int) bool {
	return headers.Words(u.t.Columns[col].Name) == "type" &&
		u.header([]string{"aircraft", "airline", "flight", "flightnumber"}, nil) >= 0 &&
		!u.any(col, func(s string) bool { _, known := kinds.Word(s); return known })
}

// any reports whether some value of a column satisfies a test.
func (u *understander) any(col int, test func(string) bool) bool {
	yes, _ := u.share(col, test)
	return yes > 0
}

// repeats reports whether a column has few different values, as one of kinds has however
// long their names are. Of two rows nothing can be told.
func (u *understander) repeats(col int) bool {
	const enough, times = 6, 3
	different := map[string]bool{}
	all := 0
	for v := range u.values(col) {
		different[v] = true
		all++
	}
	return all >= enough && times*len(different) <= all
}

// townOrCountry reports whether a cell says only whether a place is a town's or the
// country's: "URBANA", "Rural".
func townOrCountry(cell string) bool {
	switch headers.Words(cell) {
	case "urban", "rural", "urbana", "urbano", "urbain", "urbaine", "rurale", "urbanas", "rurales", "semi urban", "peri urban", "periurbano", "stadtisch", "landlich", "urbano marginal", "zona urbana", "zona rural", "area urbana", "area rural":
		return true
	}
	return false
}

// ofAnimals reports whether the table says which animals each row is about: none of its
// numbers is one of people.
func (u *understander) ofAnimals() bool {
	return u.header([]string{"animal"}, placeLike) >= 0
}

// attached reports whether a cell names files with their addresses behind them in
// brackets, as Airtable writes pictures.
func attached(s string) bool { return strings.Contains(s, " (http") }

// fewKinds reports whether a cell can be one or several names of kinds of events, as a
// form has them where it asks what happened.
func fewKinds(s string) bool {
	const mostWords = 3
	for part := range strings.SplitSeq(strings.ReplaceAll(s, ";", ","), ",") {
		if len(strings.Fields(part)) > mostWords {
			return false
		}
	}
	return len(s) <= kinds.Longest
}

func sentence(s string) bool {
	return len(s) > kinds.Longest || strings.HasSuffix(s, ".") && strings.Count(s, " ") >= 3
}

// byContent finds the columns without which nothing can be mapped, when no
// header names them.
func (u *understander) byContent() {
	p := &u.t.plan
	if !u.filled(Date, Start, Year, Week) {
		u.dateByContent(func(name string) bool {
			return !headers.Vocab().Any(headers.Words(name), headers.LaterWord, headers.NeverWord)
		})
		if !p.has(Date) {
			u.dateByStamps(headers.NeverWord)
		}
		if !p.has(Date) { // the day it was told, rather than that of a change
			u.dateByContent(func(name string) bool { return !headers.Vocab().Any(headers.Words(name), headers.NeverWord) })
		}
		if !p.has(Date) { // better the day it was entered than none
			u.dateByContent(func(string) bool { return true })
		}
		if !p.has(Date) {
			u.dateByStamps()
		}
	} else if !p.anyOf(Date, Start, Month, Week) {
		u.dateByContent(u.sameYear)
	}
	u.unitsByContent()
	u.kindsByContent()
	u.titleByContent()
	u.tollByContent()
	if p.has(Lat) != p.has(Lon) || p.has(Lat) || u.hasShapes() {
		return
	}
	if !p.has(Coordinates) {
		u.pairByContent()
	}
	if !p.has(Coordinates) {
		u.latLonByContent()
	}
}

// titleByContent takes a column called "Incident" or so for the titles of a table without any,
// if its cells are phrases that do not repeat.
func (u *understander) titleByContent() {
	if u.t.plan.anyOf(Title, Text) {
		return
	}
	for col, c := range u.t.Columns {
		if anyKind(headers.LastPart(strings.TrimPrefix(c.Name, u.wrapper))) && u.most(col, phrase) && !u.repeats(col) {
			u.grantByContent(Title, col, "its name, and that they are phrases")
			return
		}
	}
}

// phrase reports whether a cell has several words, as what happened is told and no kind named.
func phrase(s string) bool { return strings.Count(s, " ") >= 2 }

// anyKind reports whether a word stands for events of any kind.
func anyKind(s string) bool {
	switch headers.Words(s) {
	case "event", "events", "incident", "incidents", "disaster", "disasters", "activity", "action", "feature", "record", "report", "item":
		return true
	}
	return false
}

// filled reports whether a column of one of the roles has a value in the sample, or there
// is no sample: "from" may be who wrote a message, and be left empty.
func (u *understander) filled(roles ...Role) bool {
	return slices.ContainsFunc(roles, func(r Role) bool {
		return slices.ContainsFunc(u.t.plan.cols[r], func(col int) bool { return len(u.sample) == 0 || len(u.t.Columns[col].Examples) > 0 })
	})
}

// saysWhere reports whether a column names a place, or has its coordinates.
func (u *understander) saysWhere() bool {
	return u.filled(Place, Adm3, Adm2, Adm1, Country, Lat, Coordinates) || u.hasShapes()
}

// hasShapes reports whether rows have places of their own, beside which two columns of
// degrees are something else, such as depths and magnitudes.
func (u *understander) hasShapes() bool {
	return slices.ContainsFunc(u.sample, func(r *row.Row) bool { return r.Geometry != nil })
}

// mostShare is the share of cells that make a column one of dates or coordinates
// though its header does not say so.
const mostShare = 0.8

// mostly returns how many values of a column satisfy a test, and of how many, if
// they are mostShare of them. It asks no further once too many do not: to look
// for coordinates in columns of texts was half of the time of a small table.
func (u *understander) mostly(col int, test func(string) bool) (yes, all int, ok bool) {
	no := 0
	_, all = u.share(col, func(string) bool { return true })
	for v := range u.values(col) {
		if !test(v) {
			no++
		}
		if float64(all-no) < mostShare*float64(all) {
			return 0, all, false
		}
	}
	return all - no, all, all > 0
}

// dateByContent takes the first column of dates that agree with what else is
// known of them.
func (u *understander) dateByContent(agree func(string) bool) {
	for col, c := range u.t.Columns {
		if c.Role != NoRole {
			continue
		}
		yes, all, ok := u.mostly(col, func(s string) bool {
			return dateLike(s) && strings.Trim(s, "0123456789.") != ""
		})
		if !ok || !agree(c.Name) {
			continue
		}
		u.grantByContent(Date, col, fmt.Sprintf("%d of %d values are dates", yes, all))
		return
	}
}

// sameYear reports whether the dates of a column lie in the years of the column
// of years, as the day of an event does and that of an entry need not.
func (u *understander) sameYear(name string) bool {
	years := u.t.plan.col(Year)
	col := slices.IndexFunc(u.t.Columns, func(c Column) bool { return c.Name == name })
	same, all := 0, 0
	for _, r := range u.sample {
		i, err := when.Parse(r.Cell(col), when.DMY)
		if err != nil || i.IsZero() {
			continue
		}
		all++
		if year, _, _ := i.First.Civil(); fmt.Sprint(year) == r.Cell(years) {
			same++
		}
	}
	return same > 0 && same == all && !headers.Vocab().Any(headers.Words(name), headers.LaterWord, headers.NeverWord)
}

func (u *understander) pairByContent() {
	for col, c := range u.t.Columns {
		if c.Role != NoRole {
			continue
		}
		yes, all, ok := u.mostly(col, func(s string) bool {
			if !strings.ContainsAny(s, ".{") {
				return false
			}
			_, err := geometry.OfCell(s, false)
			return err == nil
		})
		if ok {
			u.grantByContent(Coordinates, col, fmt.Sprintf("%d of %d values are pairs of coordinates", yes, all))
			return
		}
	}
}

// latLonByContent takes two neighbouring columns of decimal degrees. Latitude
// comes first, unless a header begins with an x or a value can only be a longitude.
func (u *understander) latLonByContent() {
	for col := range max(0, len(u.t.Columns)-1) {
		if !u.degrees(col) || !u.degrees(col+1) || u.only(col, ratio) && u.only(col+1, ratio) {
			continue
		}
		beyond := func(col int) bool {
			return u.any(col, func(s string) bool { f, _ := geometry.Degrees(s); return f > 90 || f < -90 })
		}
		lat, lon := col, col+1
		if u.begins(lat, 'x') && u.begins(lon, 'y') || beyond(lat) {
			lat, lon = lon, lat
		}
		u.grantByContent(Lat, lat, "its values are degrees, beside others")
		u.grantByContent(Lon, lon, "its values are degrees, beside others")
		if lat < lon && !beyond(lon) {
			u.t.Notices = append(u.t.Notices, fmt.Sprintf(
				"columns %q and %q are taken as latitude and longitude, in this order; nothing proves it",
				u.t.Columns[lat].Name, u.t.Columns[lon].Name))
		}
		return
	}
}

// named reports whether a word is among those of a column's header.
func (u *understander) named(col int, word string) bool {
	return anyWord(headers.Words(u.t.Columns[col].Name), []string{word})
}

// begins reports whether a column's header begins with a letter.
func (u *understander) begins(col int, letter byte) bool {
	words := headers.Words(u.t.Columns[col].Name)
	return words != "" && words[0] == letter
}

// ratio reports whether a number is a part of one, as shares and rates are: as degrees, all of
// a table would lie where the equator meets Greenwich.
func ratio(cell string) bool {
	f, ok := geometry.Degrees(cell)
	return ok && f > -1 && f < 1
}

// degrees reports whether all values of a free column are degrees, and half of them
// have at least three decimals, as amounts and percentages rarely do, or two
// where no header says that they are something else.
func (u *understander) degrees(col int) bool {
	if c := u.t.Columns[col]; c.Role != NoRole || strings.Contains(c.Name, "%") || headers.Vocab().Any(headers.Words(c.Name), headers.NeverWord) {
		return false
	}
	fine := 0
	yes, all := u.share(col, func(s string) bool {
		f, ok := geometry.Degrees(s)
		if _, decimals, _ := strings.Cut(s, "."); len(decimals) >= 3 || u.t.Headless && len(decimals) == 2 {
			fine++
		}
		return ok && f >= -180 && f <= 180
	})
	return all > 0 && yes == all && 2*fine >= all
}

func (u *understander) grantByContent(r Role, col int, why string) {
	u.grant(claim{Meaning: headers.Meaning{Role: r}, col: col, why: why}, anyCells)
}

// only reports whether all values of a column satisfy a test.
func (u *understander) only(col int, test func(string) bool) bool {
	yes, all := u.share(col, test)
	return all > 0 && yes == all
}
