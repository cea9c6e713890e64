package when

import "strings"

// cutClock appends ts without its time of day to rest, and keeps the time as
// written. What is not a time of day stays.
func (r *reader) cutClock(ts, rest []token) []token {
	ts = withoutBareZone(r.cell, ts)
	for i := range ts {
		n := clockLen(r.cell, ts[i:])
		if n == 0 && bareClock(ts, i) {
			n = 1 + zoneLen(r.cell, ts[i+1:])
		}
		if n == 0 {
			continue
		}
		if r.clock == "" {
			r.clock = r.cell[ts[i].start:ts[i+n-1].end]
		}
		return append(append(rest, beforeClock(r.cell, ts[:i])...), ts[i+n:]...)
	}
	return ts
}

// withoutBareZone takes the zone off an ISO day that has no time, as XML Schema
// writes days: 2022-03-04Z, 2022-03-04+03:00.
func withoutBareZone(cell string, ts []token) []token {
	const day = 5 // tokens
	if len(ts) <= day || ts[0].digits != 4 || !mark(ts, 1, '-') || !mark(ts, 3, '-') || ts[day].spaced {
		return ts
	}
	zone := ts[day:]
	if len(zone) == 1 && word(cell, &zone[0]) == "Z" || len(zone) == 4 && offsetLen(zone) == 4 {
		return ts[:day]
	}
	return ts
}

// beforeClock leaves out the T, the comma or another mark, the "at" or the "about"
// that leads to a time.
func beforeClock(cell string, ts []token) []token {
	for n := len(ts) - 1; n >= 0; n-- {
		t := &ts[n]
		if !leads(t.mark) && !t.is(roleClock|roleAbout) && word(cell, t) != "T" && word(cell, t) != "t" {
			break
		}
		ts = ts[:n]
	}
	return ts
}

// leads reports whether a mark between a day and a time joins them: what is behind it
// is no day, so that no mark can mean a range.
func leads(m byte) bool {
	switch m {
	case ',', '/', '-':
		return true
	}
	return false
}

func word(cell string, t *token) string {
	if t.mark != 0 || t.digits > 0 {
		return ""
	}
	return cell[t.start:t.end]
}

// clockLen returns how many tokens at the head of ts are a time of day with its
// zone; 0 if none are.
func clockLen(cell string, ts []token) int {
	n := colonClock(ts)
	if n > 0 && n < len(ts) && ts[n].is(roleHour) {
		n++
	}
	if n == 0 {
		n = wordClock(cell, ts)
	}
	if n == 0 {
		n = hourClock(cell, ts)
	}
	if n == 0 {
		return 0
	}
	n += noonLen(cell, ts[n:])
	return n + zoneLen(cell, ts[n:])
}

// colonClock reads 14:30, 14:30:05 and 14:30:05.123.
func colonClock(ts []token) int {
	if !number(ts, 0, 2, 24) || !mark(ts, 1, ':') || !number(ts, 2, 2, 59) {
		return 0
	}
	if !mark(ts, 3, ':') || !number(ts, 4, 2, 60) {
		return 3
	}
	if (mark(ts, 5, '.') || mark(ts, 5, ',')) && number(ts, 6, 9, 999999999) && !ts[6].spaced {
		return 7
	}
	return 5
}

// wordClock reads 2pm, and the T of ISO 8601's basic form, T1430.
func wordClock(cell string, ts []token) int {
	if number(ts, 0, 2, 12) && noonLen(cell, ts[1:]) > 0 {
		return 1
	}
	if len(ts) > 1 && word(cell, &ts[0]) == "T" && (ts[1].digits == 4 || ts[1].digits == 6) {
		return 2
	}
	return 0
}

// hourClock reads 14h, 14h30, 14時30分, 1430 hrs, 1430Z and 14.30 Uhr. A number of four digits
// behind it is a year, and 1H 2025 half of one.
func hourClock(cell string, ts []token) int {
	switch {
	case number(ts, 0, 2, 24) && mark(ts, 1, '.') && number(ts, 2, 2, 59) && hourMark(ts, 3):
		return 4
	case number(ts, 0, 2, 24) && hourMark(ts, 1) && number(ts, 2, 2, 59) && !ts[2].spaced:
		if hourMark(ts, 3) { // 14時30分
			return 4
		}
		return 3
	case hourMark(ts, 1) && (number(ts, 0, 2, 24) || number(ts, 0, 4, 2400)) && (len(ts) == 2 || ts[2].digits != 4 && ts[2].digits != 1 && colonClock(ts[2:]) == 0): // not "2022 ore 22:10"
		return 2
	case number(ts, 0, 4, 2400) && ts[0].digits == 4 && len(ts) > 1 && !ts[1].spaced && word(cell, &ts[1]) == "Z":
		return 1
	}
	return 0
}

// bareClock reports whether the token at i is a time of four digits, as police and soldiers
// write it behind a whole day: 02/26/24 0812, 26 Feb 2024 2200. Anywhere else four
// digits are a year.
func bareClock(ts []token, i int) bool {
	if i == 0 || ts[i].digits != 4 || !ts[i].spaced || ts[i].value > 2359 || ts[i].value%100 > 59 || ts[i-1].digits == 0 {
		return false
	}
	numbers, years, months, marks := 0, 0, 0, 0
	for _, t := range ts[:i] {
		switch {
		case t.digits == 4:
			years++
			fallthrough
		case t.digits > 0:
			numbers++
		case t.meaning.months != 0:
			months++
		case dateMark(t.mark):
			marks++
		}
	}
	return numbers == 3 && months == 0 && marks == 2 || numbers == 2 && months == 1 && years == 1
}

func hourMark(ts []token, i int) bool { return i < len(ts) && ts[i].is(roleHour) }

// noonLen reads am, pm, a.m. and p.m.
func noonLen(cell string, ts []token) int {
	if len(ts) == 0 {
		return 0
	}
	switch word(cell, &ts[0]) {
	case "am", "pm", "AM", "PM", "Am", "Pm":
		return 1
	case "a", "p", "A", "P":
		if mark(ts, 1, '.') && len(ts) > 2 && strings.EqualFold(word(cell, &ts[2]), "m") {
			return 3 + dotLen(ts[3:])
		}
	}
	return 0
}

func dotLen(ts []token) int {
	if mark(ts, 0, '.') {
		return 1
	}
	return 0
}

// zoneLen reads Z, UTC, EET, +03:00, +0300 and GMT+3.
func zoneLen(cell string, ts []token) int {
	n := 0
	if len(ts) > 0 && zoneWord(word(cell, &ts[0])) && ts[0].meaning.months == 0 {
		n = 1
	}
	return n + offsetLen(ts[n:])
}

// zoneWord reports whether a word is an abbreviation in capitals, as those of
// time zones are, those of North America's four without the S or D, too.
func zoneWord(w string) bool {
	for i := range len(w) {
		if w[i] < 'A' || w[i] > 'Z' {
			return false
		}
	}
	return w == "Z" || w == "ET" || w == "CT" || w == "MT" || w == "PT" || len(w) >= 3 && len(w) <= 5
}

func offsetLen(ts []token) int {
	if !mark(ts, 0, '+') && !mark(ts, 0, '-') || len(ts) < 2 || ts[1].spaced {
		return 0
	}
	if number(ts, 1, 2, 15) && mark(ts, 2, ':') && number(ts, 3, 2, 59) {
		return 4
	}
	if number(ts, 1, 2, 15) || number(ts, 1, 4, 1500) && ts[1].digits == 4 {
		return 2
	}
	return 0
}

func number(ts []token, i, digits, most int) bool {
	return i < len(ts) && ts[i].digits > 0 && ts[i].digits <= digits && ts[i].value <= most
}

func mark(ts []token, i int, m byte) bool {
	return i < len(ts) && ts[i].mark == m
}
