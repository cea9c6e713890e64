package record

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/when"
)

// calendar is that of a column of dates which are not Gregorian.
type calendar struct {
	is      when.Calendar
	unknown bool // which of them it is, if no month's name tells
	nepali  bool // it is none of these, but Nepal's
	// buddhist says that only the years are others: those of Thailand.
	buddhist bool
}

// parse reads a date of the column. One of an unknown calendar is refused with
// what it is in each.
func (k calendar) parse(cell string) (when.Interval, error) {
	if k.nepali {
		return when.Interval{}, fmt.Errorf("%s is of the calendar of Nepal (Bikram Sambat), which is not turned into ours; give the day of the Gregorian one", literal.Quoted(cell))
	}
	if k.buddhist {
		return when.Parse(buddhistYear().ReplaceAllStringFunc(literal.WesternDigits(cell), ourYear), when.DMY)
	}
	if i, _, err := when.ParseHijri(cell, k.is); err == nil || !k.unknown {
		return i, err
	}
	solar, _, err := when.ParseHijri(cell, when.SolarHijri)
	lunar, _, errLunar := when.ParseHijri(cell, when.LunarHijri)
	if err != nil || errLunar != nil {
		return when.Interval{}, cmp.Or(err, errLunar)
	}
	return when.Interval{}, fmt.Errorf("%s is of another calendar: %s by the sun, as in Iran, or about %s by the moon; say which in the header, as \"date (solar hijri)\"",
		literal.Quoted(cell), solar.EDTF(), lunar.EDTF())
}

// settleCalendar finds out whether the dates of a column are of a Hijri calendar:
// by the names of their months, or by years between 1300 and 1500 if the header
// names the calendar, or the table is in Arabic script. In Persian these are years by
// the sun. One of the Middle Ages has such years, too.
func (u *understander) settleCalendar(col int) {
	if anyWord(headers.Words(u.t.Columns[col].Name), nepaliWords) && u.only(col, nepaliYear) {
		u.t.plan.calendars[col] = calendar{nepali: true}
		return
	}
	if u.only(col, beyondHijri) {
		return
	}
	if u.thai() && u.only(col, func(s string) bool { return buddhistYear().MatchString(literal.WesternDigits(s)) }) {
		u.t.plan.calendars[col] = calendar{buddhist: true}
		u.t.Notices = append(u.t.Notices, fmt.Sprintf("column %q has years of the Buddha's era, which are turned into ours, and the day first", u.t.Columns[col].Name))
		return
	}
	var k calendar
	name := headers.Words(u.t.Columns[col].Name)
	switch named := u.monthsNamed(col); {
	case named != when.Gregorian:
		k.is = named
	case !u.hijriYears(col):
		return
	case anyWord(name, solarWords):
		k.is = when.SolarHijri
	case anyWord(name, lunarWords):
		k.is = when.LunarHijri
	case u.persian():
		k.is = when.SolarHijri
	case headers.Vocab().Any(name, headers.LaterWord), slices.ContainsFunc(u.t.Columns, func(c Column) bool { return strings.ContainsFunc(c.Name+strings.Join(c.Examples, ""), arabic) }):
		k = u.provedCalendar(col)
	default:
		return
	}
	u.t.plan.calendars[col] = k
	if !k.unknown {
		u.t.Notices = append(u.t.Notices, fmt.Sprintf("column %q has dates of the %v calendar, which are turned into ours%s", u.t.Columns[col].Name, k.is,
			map[when.Calendar]string{when.LunarHijri: ", to a day or two: its months begin when the moon is seen"}[k.is]))
	}
}

// buddhistYear matches a year of the Buddha's era from 1957 to 2056 of ours.
var buddhistYear = pattern.New(`\b25\d\d\b`)

// yearsBefore is how many years the Buddha's era began before ours.
const yearsBefore = 543

// ourYear returns the year of our era for one of the Buddha's.
func ourYear(digits string) string {
	year, _ := strconv.Atoi(digits) // four digits
	return strconv.Itoa(year - yearsBefore)
}

// thai reports whether headers or cells are in the script of Thai, whose writers
// count years by the Buddha and put the day first.
func (u *understander) thai() bool {
	return slices.ContainsFunc(u.t.Columns, func(c Column) bool {
		return strings.ContainsFunc(c.Name+strings.Join(c.Examples, ""), func(r rune) bool { return unicode.Is(unicode.Thai, r) })
	})
}

// persian reports whether the headers are in a language whose writers count years by
// the sun: they have letters of Persian that Arabic lacks, and none of Urdu.
func (u *understander) persian() bool {
	found := false
	for _, c := range u.t.Columns {
		if strings.ContainsAny(c.Name, "ٹڈڑںےہ") {
			return false
		}
		found = found || strings.ContainsAny(c.Name, "پچژگیکښځ")
	}
	return found
}

// provedCalendar returns the calendar that a column of numbers is of: the one that
// alone has all of its days, if some are in no other.
func (u *understander) provedCalendar(col int) calendar {
	in := func(c when.Calendar) int {
		yes, _ := u.share(col, func(s string) bool {
			_, is, err := when.ParseHijri(s, c)
			return err == nil && is == c
		})
		return yes
	}
	switch solar, lunar := in(when.SolarHijri), in(when.LunarHijri); {
	case solar > lunar:
		return calendar{is: when.SolarHijri}
	case lunar > solar:
		return calendar{is: when.LunarHijri}
	}
	return calendar{unknown: true}
}

// solarWords and lunarWords are those of headers that name a calendar, in the form
// of headerWords. "Hijri" alone is the calendar of the moon.
var (
	solarWords = []string{"solar", "shamsi", "jalali", "persian", "iranian", "afghan", "شمسی", "شمسي", "خورشیدی", "جلالی"}
	lunarWords = []string{"lunar", "hijri", "hijra", "islamic", "qamari", "هجري", "هجری", "قمری", "قمري"}
)

func anyWord(words string, of []string) bool {
	for w := range strings.FieldsSeq(words) {
		if slices.ContainsFunc(of, func(o string) bool { return headers.Words(o) == w }) {
			return true
		}
	}
	return false
}

// nepaliWords are those of headers of dates in Nepali, or that name Nepal's calendar.
var nepaliWords = []string{"मिति", "miti", "bs", "bikram", "vikram", "nepali"}

// nepaliYear reports whether a date begins with a year that our calendar has not
// reached, and Nepal's had in the middle of the 20th century.
func nepaliYear(cell string) bool {
	cell = literal.WesternDigits(strings.TrimSpace(cell))
	return len(cell) > len("2040-") && cell > "2040" && cell < "2120" && !unicode.IsDigit(rune(cell[len("2040")]))
}

// monthsNamed returns the calendar that most cells of a column tell by the names of
// their months; Gregorian if they do not.
func (u *understander) monthsNamed(col int) when.Calendar {
	for _, c := range []when.Calendar{when.SolarHijri, when.LunarHijri} {
		if u.most(col, func(s string) bool {
			_, is, err := when.ParseHijri(s, when.Gregorian)
			return err == nil && is == c
		}) {
			return c
		}
	}
	return when.Gregorian
}

// beyondHijri reports whether a cell is a day in the form of ISO 8601, of a year that
// the Hijri calendars have not reached. Most days are, and are told so for a
// hundredth of what it takes to read them as Hijri.
func beyondHijri(s string) bool {
	return len(s) == len("2006-01-02") && s >= "1600" && s[4] == '-' && s[7] == '-' && strings.Trim(s, "0123456789-") == ""
}

// hijriYears reports whether all dates of a column lie in years of the Hijri
// calendars.
func (u *understander) hijriYears(col int) bool {
	yes, _ := u.share(col, func(s string) bool {
		_, _, err := when.ParseHijri(s, when.SolarHijri)
		_, _, errLunar := when.ParseHijri(s, when.LunarHijri)
		return err == nil || errLunar == nil
	})
	dated, _ := u.share(col, dateLike)
	return yes > 0 && yes >= dated
}

func arabic(r rune) bool { return unicode.Is(unicode.Arabic, r) }
