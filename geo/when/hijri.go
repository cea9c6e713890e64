package when

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"
	"unicode"
)

// Calendar is a calendar in which dates are written.
type Calendar uint8

// The calendars. The zero Calendar is the Gregorian one, which [Parse] reads.
const (
	Gregorian  Calendar = iota
	SolarHijri          // of Iran and Afghanistan; its days are certain
	LunarHijri          // of Islam; its months begin when the moon is seen
)

// By how many days a month of the moon may begin sooner and later than by
// arithmetic: in Saudi Arabia's calendar, Umm al-Qura, it does by so many.
const (
	lunarSooner = 2
	lunarLater  = 1
)

var calendarNames = [...]string{"Gregorian", "solar Hijri", "lunar Hijri"}

// String returns the calendar's name.
func (c Calendar) String() string { return calendarNames[c] }

// Years of both Hijri calendars that can be of events in a table: from 1883 on by
// the moon and 1921 by the sun, to some years from now.
const (
	firstHijri = 1300
	lastHijri  = 1499
)

// ParseHijri reads a date of a Hijri calendar: year, month and day as numbers, with
// the year first or last, or with the month's name, by which the calendar is
// known; a month's name beside a year alone is that month. If no name tells, it is
// the calendar given. Digits may be of any kind that [Parse] reads; weekdays and
// signs of the era are passed over. Given the Gregorian one, a name must tell.
//
// A day by the moon is four days, from two before that of the arithmetic calendar
// to one behind it, since months begin when the moon is seen, or is said to be.
func ParseHijri(cell string, c Calendar) (Interval, Calendar, error) {
	h, err := hijriOf(cell)
	if err != nil {
		return Interval{}, c, err
	}
	if h.named != Gregorian {
		c = h.named
	}
	if c == Gregorian {
		return Interval{}, c, notHijri(cell)
	}
	i, err := h.in(c)
	if err != nil {
		return Interval{}, c, fmt.Errorf("%s: %w", quote(cell), err)
	}
	return i, c, nil
}

// hijri is a date as far as its words go; a day of 0 is none.
type hijri struct {
	year, month, day int
	named            Calendar // that its month's name tells
}

var (
	errNotHijri = errors.New("is not a date of a Hijri calendar")
	errNoHijri  = errors.New("is no day of that calendar")
)

// hijriOf takes a date apart.
func hijriOf(cell string) (h hijri, err error) {
	var numbers []int
	for _, w := range hijriWords(cell) {
		m, c := hijriMonth(w)
		switch {
		case w[0] >= '0' && w[0] <= '9':
			if len(w) > 4 || len(numbers) == 3 {
				return h, notHijri(cell)
			}
			numbers = append(numbers, digits(w))
		case m > 0 && h.month == 0:
			h.month, h.named = m, c
		case !hijriFiller[w]:
			return h, notHijri(cell)
		}
	}
	if h.month > 0 {
		numbers = append([]int{h.month}, numbers...)
	}
	return h.numbers(numbers, cell)
}

func notHijri(cell string) error { return fmt.Errorf("%s %w", quote(cell), errNotHijri) }

// numbers sets what numbers say: month and then year and day if the month is
// named, else all three, with the year in front or at the end.
func (h hijri) numbers(n []int, cell string) (hijri, error) {
	switch {
	case h.month > 0 && len(n) == 2:
		h.year = n[1]
	case h.month > 0 && len(n) == 3:
		h.day, h.year = min(n[1], n[2]), max(n[1], n[2])
	case h.month == 0 && len(n) == 3 && n[0] >= firstHijri:
		h.year, h.month, h.day = n[0], n[1], n[2]
	case h.month == 0 && len(n) == 3:
		h.day, h.month, h.year = n[0], n[1], n[2]
	default:
		return h, notHijri(cell)
	}
	if h.year < firstHijri || h.year > lastHijri {
		return h, notHijri(cell)
	}
	return h, nil
}

// hijriWords splits a cell into words and numbers, folded; an adjective of a month
// and the article before it are one word with it.
func hijriWords(cell string) []string {
	var words []string
	var b []byte
	kind := 0
	cut := func() {
		if len(b) > 0 {
			words = append(words, string(b))
		}
		b = b[:0]
	}
	for _, r := range cell {
		next := 0
		switch {
		case unicode.IsDigit(r):
			next = 1
		case unicode.IsLetter(r) || unicode.IsMark(r) || r == '\'' || r == '`':
			next = 2
		}
		if next != kind {
			cut()
			kind = next
		}
		switch kind {
		case 1:
			b = append(b, '0'+byte(digitOf(r)))
		case 2:
			b = append(b, string(r)...)
		}
	}
	cut()
	for i, w := range words {
		if w[0] < '0' || w[0] > '9' {
			words[i] = strings.Map(letterOnly, strings.TrimPrefix(string(appendFolded(nil, w)), "ال"))
		}
	}
	return joinedMonths(words)
}

func letterOnly(r rune) rune {
	if r == '\'' || r == '`' {
		return -1
	}
	return r
}

// digitOf returns what a digit of any script stands for: digits of a script stand
// behind each other, from one that is divisible by ten in no script alone.
func digitOf(r rune) int {
	for _, zero := range digitZeros {
		if r >= zero && r <= zero+9 {
			return int(r - zero)
		}
	}
	return int(r-'0') % 10
}

// joinedMonths joins "ربيع الأول" and "Dhu al-Hijja", names of two words.
func joinedMonths(words []string) (all []string) {
	for _, w := range words {
		if w == "" || w == "al" || w == "el" || w == "ul" {
			continue
		}
		if n := len(all); n > 0 && hijriPairs[all[n-1]] {
			all[n-1] += " " + w
			continue
		}
		all = append(all, w)
	}
	return all
}

// hijriPairs are words that begin a name of two, folded.
var hijriPairs = foldedSet("ربيع", "جمادى", "ذو", "ذي", "rabi", "rabii", "rabia", "jumada", "jumaada", "jamadi", "dhu", "zu", "zul", "dhul")

// hijriFiller are words that stand beside a date and change nothing.
var hijriFiller = foldedSet("ه", "هـ", "هج", "هجري", "هجرية", "قمری", "قمري", "شمسی", "خورشیدی", "ش", "ق", "ah", "a", "h", "ap", "sh", "hijri", "hijra", "of", "سال", "ماه", "سنة", "عام", "يوم", "من", "م",
	"شنبه", "یکشنبه", "دوشنبه", "سه\u200cشنبه", "سه", "چهارشنبه", "چهار", "پنجشنبه", "پنج", "جمعه", "یک", "دو", "سبت", "احد", "اثنين", "ثلاثاء", "اربعاء", "خميس", "جمعة")

func foldedSet(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[string(appendFolded(nil, w))] = true
	}
	return set
}

// hijriNames are the names of the months, in their order: solar ones of Iran, in
// both scripts, and of Afghanistan; lunar ones in both scripts.
var hijriNames = []struct {
	calendar Calendar
	names    string
}{
	{SolarHijri, "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"},
	{SolarHijri, "farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand"},
	{SolarHijri, "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت"},
	{SolarHijri, "hamal sawr jawza saratan asad sonbola mizan aqrab qaws jadi dalw hut"},
	{LunarHijri, "محرم صفر ربيع_اول ربيع_ثاني جمادى_اولى جمادى_ثانيه رجب شعبان رمضان شوال ذو_قعده ذو_حجه"},
	{LunarHijri, "محرم صفر ربيع_الاول ربيع_اخر جمادى_اول جمادى_اخره رجب شعبان رمضان شوال ذي_قعده ذي_حجه"},
	{LunarHijri, "muharram safar rabi_awwal rabi_thani jumada_ula jumada_thani rajab shaban ramadan shawwal dhu_qadah dhu_hijjah"},
	{LunarHijri, "moharram safar rabi_i rabi_ii jumada_i jumada_ii rajab shaaban ramadhan shawal dhu_qada dhu_hijja"},
	{LunarHijri, "muharam safar rabi_awal rabi_akhir jumada_awwal jumada_akhira rajab shaban ramazan shawwal zul_qada zul_hijja"},
	{LunarHijri, "muharram safar rabii_awal rabii_thany jumaada_awal jumaada_thaany rajab shabaan ramadan shawwal dhul_qadah dhul_hijjah"},
}

var hijriMonths = sync.OnceValue(func() map[string]hijri {
	all := map[string]hijri{}
	for _, list := range hijriNames {
		for i, name := range strings.Fields(list.names) {
			name = string(appendFolded(nil, strings.ReplaceAll(name, "_", " ")))
			all[name] = hijri{month: i + 1, named: list.calendar}
		}
	}
	return all
})

// hijriMonth returns which month a folded word names, of which calendar; 0 if none.
func hijriMonth(word string) (int, Calendar) {
	m := hijriMonths()[word]
	return m.month, m.named
}

// in returns the days that a date names in a calendar.
func (h hijri) in(c Calendar) (Interval, error) {
	first, length := solarMonth, solarLength
	if c == LunarHijri {
		first, length = lunarMonth, lunarLength
	}
	if h.month < 1 || h.month > 12 || h.day < 0 || h.day > length(h.year, h.month) {
		return Interval{}, errNoHijri
	}
	begin := first(h.year, h.month)
	i := Between(begin, begin+Day(length(h.year, h.month))-1)
	if h.day > 0 {
		i = On(begin + Day(h.day-1))
	}
	if c == LunarHijri {
		i = Between(i.First-lunarSooner, i.Last+lunarLater)
		i.Approximate = true
	}
	return i, nil
}

// solarMonth returns the first day of a month of the solar calendar: six months
// of 31 days, then of 30 but for the last.
func solarMonth(year, month int) Day {
	return solarYear(year) + Day(31*min(month-1, 6)+30*max(month-7, 0))
}

func solarLength(year, month int) int {
	switch {
	case month <= 6:
		return 31
	case month < 12:
		return 30
	}
	return int(solarYear(year+1) - solarMonth(year, 12))
}

// solarYear returns the first day of a year of the solar calendar, 1300 to 1500.
// Leap years follow each other after four years, and once in a cycle of 33 after
// five: of 1210 to 1635 the years that leave 1, 5, 9, 13, 17, 22, 26 or 30 when
// divided by 33 (K. M. Borkowski, The Persian calendar for 3000 years, 1996).
func solarYear(year int) Day {
	const known = 1300
	first := Date(1921, time.March, 21) // of the year 1300
	days := 365 * (year - known)
	for y := known; y < year; y++ {
		switch y % 33 {
		case 1, 5, 9, 13, 17, 22, 26, 30:
			days++
		}
	}
	return first + Day(days)
}

// lunarMonth returns the first day of a month of the arithmetic lunar calendar, in
// which 11 of 30 years have a day more (type IIa: the years 2, 5, 7, 10, 13, 16,
// 18, 21, 24, 26 and 29), counted from the 16th of July 622 of the Julian calendar.
func lunarMonth(year, month int) Day {
	const epoch = 1948440 // its Julian day number
	number := epoch + (year-1)*354 + (3+11*year)/30 + 29*(month-1) + month/2
	return Day(number - 2440588) // that of 1970-01-01
}

func lunarLength(year, month int) int {
	if month == 12 {
		return int(lunarMonth(year+1, 1) - lunarMonth(year, 12))
	}
	return int(lunarMonth(year, month+1) - lunarMonth(year, month))
}
