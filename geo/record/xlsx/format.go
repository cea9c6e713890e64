package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo/when"
)

// format is what a cell's number means by how it is shown.
type format uint8

const (
	number    format = iota
	day              // a date, with a time if it has one
	month            // a year and a month
	year             // a year alone
	timeOfDay        // a time without a date
)

// builtin returns the meaning of Excel's own formats, which a workbook does not
// write out. Those from 27 on are dates in East Asian editions.
func builtin(id int) format {
	switch {
	case id == 17: // mmm-yy
		return month
	case id >= 14 && id <= 16, id == 22, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return day
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47, id == 55, id == 56:
		return timeOfDay
	}
	return number
}

// formatOf reads a format code such as `[$-409]d\-mmm\-yyyy;@`: which parts of a
// date it shows. What is quoted, escaped or in brackets shows none.
func formatOf(code string) format {
	code, _, _ = strings.Cut(bare(code), ";")
	code = strings.ToLower(code)
	if strings.Contains(code, "general") {
		return number
	}
	hasYear := strings.ContainsAny(code, "ye")
	hasDay := strings.Contains(code, "d")
	hasTime := strings.ContainsAny(code, "hs")
	switch {
	case strings.ContainsAny(code, "0#?") && !hasDay && !hasTime: // 0.00E+00
		return number
	case hasDay:
		return day
	case hasYear && strings.Contains(code, "m"):
		return month
	case strings.Contains(code, "y"):
		return year
	case hasTime:
		return timeOfDay
	case strings.Contains(code, "mmm"):
		return day
	}
	return number
}

// bare returns a format code without what is shown as it is.
func bare(code string) string {
	var b strings.Builder
	quoted, bracket, escape := false, false, false
	for _, c := range code {
		switch {
		case escape:
			escape = false
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' || c == '_' || c == '*':
			escape = true
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case !bracket:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// styleReader returns what reads the styles: first the formats that are written
// out, then which style has which.
func (b *Book) styleReader() func(*xmlReader) error {
	written := map[int]format{}
	inCells := false
	return func(x *xmlReader) error {
		switch x.name {
		case "numFmt":
			if id, err := strconv.Atoi(x.attr("numFmtId")); err == nil {
				written[id] = formatOf(x.attr("formatCode"))
			}
		case "cellStyleXfs", "cellStyles", "dxfs":
			inCells = false
		case "cellXfs":
			inCells = true
		case "xf":
			if !inCells {
				return nil
			}
			id, _ := strconv.Atoi(x.attr("numFmtId")) // 0, which is general, if it has none
			f, ok := written[id]
			if !ok {
				f = builtin(id)
			}
			b.styles = append(b.styles, f)
		}
		return nil
	}
}

// date writes a number as the date that its cell shows. It reports false for a
// number that is none.
func (b *Book) date(f format, n float64) (string, bool) {
	if f == timeOfDay || n >= 0 && n < 1 && f == day {
		if n < 0 || n >= 1 {
			return "", false // a duration, or a stamp of which only the time is shown
		}
		return clock(n), true
	}
	serial := when.Excel1900
	if b.mac {
		serial = when.Excel1904
	}
	i, err := serial.Day(n)
	if err != nil {
		return "", false
	}
	y, m, d := i.First.Civil()
	switch f {
	case year:
		return fmt.Sprintf("%04d", y), true
	case month:
		return fmt.Sprintf("%04d-%02d", y, m), true
	}
	text := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	if c := clock(n - float64(int64(n))); c != "00:00:00" && c != "24:00:00" {
		text += " " + c
	}
	return text, true
}

// clock writes a share of a day as a time.
func clock(share float64) string {
	s := int(share*24*60*60 + 0.5)
	return fmt.Sprintf("%02d:%02d:%02d", s/3600, s/60%60, s%60)
}

// plain writes a number as Excel shows it at its best, with fifteen digits:
// 36.200000000000003 is 36.2.
func plain(text string) string {
	short := len(text) <= 15 && !strings.ContainsAny(text, "eE")
	if short {
		return text
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	n, _ = strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64) // its own output
	if n > 1e21 || n < -1e21 || n != n {
		return text
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}
