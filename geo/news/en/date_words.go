package en

import (
	"strings"
	"time"

	"github.com/dateline-map/dateline/geo/when"
)

var weekdayNames = map[string]time.Weekday{
	"sunday": time.Sunday, "monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday,
	"thursday": time.Thursday, "friday": time.Friday, "saturday": time.Saturday,
}

// shortWeekdays are words of their own unless a dot or a date follows: "Sun",
// "sat", "wed".
var shortWeekdays = map[string]time.Weekday{
	"sun": time.Sunday, "mon": time.Monday, "tue": time.Tuesday, "tues": time.Tuesday, "wed": time.Wednesday, "weds": time.Wednesday,
	"thu": time.Thursday, "thur": time.Thursday, "thurs": time.Thursday, "fri": time.Friday, "sat": time.Saturday,
}

var monthNames = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var seasonNames = map[string]when.Season{
	"spring": when.Spring, "summer": when.Summer, "autumn": when.Autumn, "fall": when.Autumn, "winter": when.Winter,
}

// dateUnit is a unit in which time is counted.
type dateUnit uint8

const (
	noUnit dateUnit = iota
	minutes
	hours
	days
	weeks
	fortnights
	months
	years
	decades
)

var dateUnits = tableOf(map[string]dateUnit{
	"seconds": minutes, "moment": minutes, "moments": minutes, "minute": minutes, "minutes": minutes,
	"hour": hours, "hours": hours, "day": days, "days": days, "night": days, "nights": days, "week": weeks, "weeks": weeks,
	"fortnight": fortnights, "month": months, "months": months, "year": years, "years": years, "decade": decades, "decades": decades,
})

var dayparts = setOf("morning afternoon evening night noon midday midnight dawn dusk lunchtime nightfall daybreak")

// dateCore are the words, besides months, numbers and units, that make an
// expression a date; it begins with one of them or with dateGlue.
var dateCore = setOf(`today yesterday tomorrow tonight overnight
	sunday monday tuesday wednesday thursday friday saturday sun
	last past this next coming upcoming previous following same that recent
	early earlier late later mid midweek half quarter first opening closing final beginning end start middle eve weekend
	christmas new boxing halloween epiphany valentine
	spring summer autumn fall winter
	morning afternoon evening night noon midday midnight dawn dusk lunchtime nightfall daybreak
	two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
	twenty thirty forty fifty sixty seventy eighty ninety few several couple`)

// dateGlue are the words that an expression can begin with, and most other
// phrases too.
var dateGlue = setOf(`the a an one some about around nearly almost roughly over more less at exactly just only
	since between from until till by before after through for in within during on`)

// notWeekdayBefore make a name or a habit of the weekday after them.
var notWeekdayBefore = setOf(`every each black bloody good palm ash super cyber holy fat maundy shrove ruby man one most some any`)

// notWeekdayAfter make a newspaper or a thing of the weekday before them, if
// they have a capital.
var notWeekdayAfter = setOf(`times telegraph mirror mail express herald tribune independent post mercury people vision punch star world
	mosque market school league harbor night's nation standard`)

// notMonthDayAfter make the name of a movement of the date before them.
var notMonthDayAfter = setOf(`alliance coalition movement bloc camp group brigade brigades party revolution`)

// overnightThings are things, not times.
var overnightThings = setOf("shift shifts stay stays bag bags delivery train trains guest guests lodging success sensation")

// month returns the month that token i names, 0 if none: it needs a capital, and
// an abbreviation a dot or a number beside it.
func (s *dateScan) month(i int) time.Month {
	if !s.w.Capital(i) {
		return 0
	}
	word := s.w.At(i)
	m := monthNames[strings.TrimSuffix(word, ".")]
	if m == 0 {
		return 0
	}
	if len(word) == 3 && word != "may" && dayNumber(s.w.At(i+1)) == 0 && dayNumber(s.w.At(i-1)) == 0 && year(s.w.At(i+1)) == 0 {
		return 0
	}
	return m
}

// weekdayName returns the weekday that token i names.
func (s *dateScan) weekdayName(i int) (time.Weekday, bool) {
	word := s.w.At(i)
	if d, ok := weekdayNames[word]; ok {
		return d, true
	}
	d, ok := shortWeekdays[strings.TrimSuffix(word, ".")]
	if !ok || !s.w.Capital(i) {
		return 0, false
	}
	dotted := strings.HasSuffix(word, ".") || s.w.At(i+1) == "."
	comma := s.w.At(i+1) == ","
	return d, dotted || dayNumber(s.w.At(i+1)) > 0 || s.month(i+1) > 0 || comma && (s.month(i+2) > 0 || dayNumber(s.w.At(i+2)) > 0)
}

// dayNumber returns the day of a month that a word says, 0 if none: 7, 07, 7th.
func dayNumber(word string) int {
	if len(word) > 2 {
		switch word[len(word)-2:] {
		case "st", "nd", "rd", "th":
			word = word[:len(word)-2]
		}
	}
	if n := smallNumber(word, 2); n <= 31 {
		return n
	}
	return 0
}

// year returns the year that a word says, 0 if none is likely.
func year(word string) int {
	if n := smallNumber(word, 4); len(word) == 4 && n >= 1500 && n < 2100 {
		return n
	}
	return 0
}

// smallNumber returns the number of at most so many digits that a word is, else
// 0.
func smallNumber(word string, digits int) int {
	if len(word) > digits {
		return 0
	}
	n := 0
	for i := range len(word) {
		if word[i] < '0' || word[i] > '9' {
			return 0
		}
		n = n*10 + int(word[i]-'0')
	}
	return n
}
