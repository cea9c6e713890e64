package when

import (
	_ "embed"
	"strings"
	"sync"
	"time"
)

//go:embed words.txt
var ownWords string

//go:embed words_cldr.txt
var cldrWords string

// role is what a word can do in a written date. A word can have several: Spanish
// "a" is "to", French "2e" is an ordinal and Italian "e" is "and".
type role uint32

const (
	roleOf      role = 1 << iota // between the parts of a date: "12 de junio"
	roleMark                     // names the number before it: 2014年, 2014 г.
	roleOrdinal                  // 12th
	roleTo
	roleFrom
	roleAnd
	roleAbout
	roleEarly
	roleMid
	roleLate
	roleDecade  // 1990s
	roleQuarter // Q2
	roleWeek    // W24
	roleClock
	roleUnknown
	roleOther    // a month of another calendar
	roleHours    // a part of a day: "night"; like a clock, it moves no day
	roleOpen     // says one end only: "since"
	roleOr       // 3 or 4 March
	roleNote     // says nothing of the time: "exact date"
	roleLast     // the last week of March
	roleDays     // the first days of March; else nothing: "los días 3 y 4"
	roleHalf     // H1
	roleEither   // S1, a semester or a week
	roleWeekFrom // w/c
	roleWeekTo   // w/e
	roleWeekend
	roleHour     // 14h30
	roleMonthNo  // tháng 3: the number behind it is the month
	roleBuddhist // its years count from the Buddha: พ.ศ.
)

var roleNames = map[string]role{
	"of": roleOf, "mark": roleMark, "ordinal": roleOrdinal, "to": roleTo, "from": roleFrom,
	"and": roleAnd, "about": roleAbout, "early": roleEarly, "mid": roleMid, "late": roleLate,
	"decade": roleDecade, "quarter": roleQuarter, "week": roleWeek, "clock": roleClock,
	"unknown": roleUnknown, "other": roleOther, "hours": roleHours, "open": roleOpen,
	"or": roleOr, "note": roleNote, "last": roleLast, "days_of": roleDays, "half": roleHalf,
	"half_or_week": roleEither, "week_from": roleWeekFrom, "week_to": roleWeekTo, "weekend": roleWeekend,
	"hour": roleHour, "month_number": roleMonthNo, "buddhist": roleBuddhist,
}

// meaning is what a word means in any of the languages. The zero meaning is a
// word that no date has.
type meaning struct {
	role    role
	months  uint16 // bit m-1 for month m; "listopad" is October in Croatian and November in Czech
	nths    uint16 // bit n-1 for "first", "second" and so on
	days    uint8  // bit d for weekday d
	seasons uint8  // bit s for season s
	eras    uint8  // bit e for the eth of eraYears
}

func (m meaning) none() bool { return m == meaning{} }

// month returns the month a word names, if it names one only.
func (m meaning) month() (time.Month, bool) {
	n, ok := single(uint32(m.months))
	return time.Month(n + 1), ok
}

// weekday returns the day of the week a word names, if it names one only.
func (m meaning) weekday() (time.Weekday, bool) {
	n, ok := single(uint32(m.days))
	return time.Weekday(n), ok
}

// season returns the season a word names.
func (m meaning) season() (Season, bool) {
	n, ok := single(uint32(m.seasons))
	return Season(n), ok
}

// nth returns the number of an ordinal in words, if it is one.
func (m meaning) nth() (int, bool) {
	n, ok := single(uint32(m.nths))
	return n + 1, ok
}

// single returns which bit is set, if one only is.
func single(set uint32) (n int, ok bool) {
	if set == 0 || set&(set-1) != 0 {
		return 0, false
	}
	for set > 1 {
		set >>= 1
		n++
	}
	return n, true
}

// meanings holds the folded words of both files. It takes under a millisecond to
// fill, so that programs which read no written month do not pay for it.
var meanings = sync.OnceValue(func() map[string]meaning {
	words := make(map[string]meaning, 3000)
	for _, file := range []string{ownWords, cldrWords} {
		for line := range strings.Lines(file) {
			addWords(words, strings.TrimSpace(line))
		}
	}
	return words
})

// meaningOf returns what a word, or two with a space between, mean.
func meaningOf(word string) meaning {
	var buf [2 * maxCell]byte
	return meanings()[string(appendFolded(buf[:0], word))]
}

func addWords(words map[string]meaning, line string) {
	if line == "" || line[0] == '#' {
		return
	}
	_, line, _ = strings.Cut(line, " ") // the language is for people
	kind, line, _ := strings.Cut(line, " ")
	var buf [2 * maxCell]byte
	n := 0
	for column := range strings.SplitSeq(line, "|") {
		for word := range strings.FieldsSeq(column) {
			if word == "-" {
				continue
			}
			key := appendFolded(buf[:0], word)
			for i, c := range key {
				if c == '_' {
					key[i] = ' '
				}
			}
			if string(key) != word {
				word = string(key)
			}
			words[word] = words[word].with(kind, n)
		}
		n++
	}
}

// with returns m with a further meaning: column n of a line of a kind.
func (m meaning) with(kind string, n int) meaning {
	switch kind {
	case "months":
		m.months |= 1 << n
	case "thai_months":
		m.months |= 1 << n
		m.role |= roleBuddhist
	case "nth":
		m.nths |= 1 << n
	case "era":
		m.eras |= 1 << n
	case "days":
		m.days |= 1 << n
	case "season":
		m.seasons |= 1 << n
	default:
		m.role |= roleNames[kind]
	}
	return m
}
