// Package ical reads the entries of iCalendar files (RFC 5545), as record.Store wants
// them: calendars of demonstrations, hearings and the like.
//
// An event is a row, at each of its times if it repeats: its properties by their names in small letters. Days are
// written as ISO 8601 has them, and the end of whole days, which the format puts on the
// day after, is the last of them. GEO is the row's own position.
//
// # Non-goals
//
//   - What repeats without an end, or by hours: the first time alone is read, and it is told.
//   - Zones: a time is the one that is written, as everywhere.
package ical

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/internal/markup"
)

// Store returns what reads calendars.
func Store() record.Store { return record.Store{Begins: begins, Open: open} }

// begins reports whether a file begins as a calendar does.
func begins(head []byte) bool {
	const first = "BEGIN:VCALENDAR"
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	return len(head) >= len(first) && strings.EqualFold(string(head[:len(first)]), first)
}

func open(path string) (record.Stored, error) {
	var repeats spread
	s, err := markup.Open(path, record.Calendar, repeats.each)
	if err == nil {
		s.Tables[0].Notices = repeats.notices()
	}
	return s, err
}

// mostText bounds one line with what continues it: a hostile one is of gigabytes.
const mostText = 8 << 20

var errLong = fmt.Errorf("a line has more than %d MiB", mostText>>20)

// entries yields the events of a calendar. Each run reads it anew.
func entries(file io.ReaderAt) iter.Seq2[*markup.Item, error] {
	return func(yield func(*markup.Item, error) bool) {
		var it *markup.Item
		depth := 0 // of alarms and the like inside an event
		for line, err := range unfolded(io.NewSectionReader(file, 0, math.MaxInt64)) {
			if err != nil {
				yield(nil, fmt.Errorf("the calendar is damaged: %w", err))
				return
			}
			name, parameters, value := property(line)
			switch {
			case name == "begin" && it == nil:
				if strings.EqualFold(value, "VEVENT") {
					it = &markup.Item{}
				}
			case it == nil:
			case name == "begin":
				depth++
			case name == "end" && depth > 0:
				depth--
			case name == "end":
				wholeDays(it)
				if !yield(it, nil) {
					return
				}
				it = nil
			case depth == 0:
				add(it, name, parameters, value)
			}
		}
		if it != nil {
			yield(nil, fmt.Errorf("the calendar is damaged: %w", io.ErrUnexpectedEOF))
		}
	}
}

// unfolded yields the lines of a calendar, of which one that begins with a space
// continues the one before.
func unfolded(r io.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		in := bufio.NewScanner(r)
		in.Buffer(nil, mostText)
		line := ""
		for in.Scan() {
			next := strings.TrimSuffix(in.Text(), "\r")
			if next != "" && (next[0] == ' ' || next[0] == '\t') {
				if line += next[1:]; len(line) > mostText {
					yield("", errLong)
					return
				}
				continue
			}
			if line != "" && !yield(line, nil) {
				return
			}
			line = next
		}
		err := in.Err()
		if errors.Is(err, bufio.ErrTooLong) {
			err = errLong
		}
		if line != "" && !yield(line, nil) || err == nil {
			return
		}
		yield("", err)
	}
}

// property takes a line apart: NAME;PARAMETER=x:value. A parameter's value may have a
// colon between quotes.
func property(line string) (name string, parameters []string, value string) {
	quoted := false
	for i := range len(line) {
		switch line[i] {
		case '"':
			quoted = !quoted
		case ':':
			if quoted {
				continue
			}
			parts := strings.Split(line[:i], ";")
			return strings.ToLower(parts[0]), parts[1:], line[i+1:]
		}
	}
	return "", nil, ""
}

// plain undoes what the format writes for commas, semicolons and line ends.
var plain = strings.NewReplacer(`\\`, `\`, `\,`, ",", `\;`, ";", `\n`, "\n", `\N`, "\n")

// add adds what a property says to an event.
func add(it *markup.Item, name string, parameters []string, value string) {
	switch {
	case (name == "exdate" || name == "rdate") && it.Has(name): // as many lines as there are days
		it.Values[index(it, name)].Text += "," + value
	case name == "" || it.Has(name):
	case name == "geo":
		it.Shape, it.Fault = position(value)
	case name == "recurrence-id" || strings.HasPrefix(name, "dt") || name == "created" || name == "last-modified":
		it.Values = append(it.Values, markup.Value{Name: name, Text: written(value)})
	case name == "organizer" || name == "attendee":
		for _, p := range parameters {
			if who, ok := strings.CutPrefix(p, "CN="); ok {
				value = strings.Trim(who, `"`)
			}
		}
		fallthrough
	default:
		if text := strings.TrimSpace(plain.Replace(value)); text != "" {
			it.Values = append(it.Values, markup.Value{Name: name, Text: text})
		}
	}
}

var errPosition = errors.New("GEO is not a latitude and a longitude in degrees")

func position(value string) (orb.Geometry, error) {
	north, east, _ := strings.Cut(value, ";")
	lat, errLat := strconv.ParseFloat(strings.TrimSpace(north), 64)
	lon, errLon := strconv.ParseFloat(strings.TrimSpace(east), 64)
	if errLat != nil || errLon != nil || !(math.Abs(lat) <= 90 && math.Abs(lon) <= 180) {
		return nil, errPosition
	}
	return orb.Point{lon, lat}, nil
}

// The forms of days and times; a Z may stand behind a time.
const (
	day  = "20060102"
	hour = "20060102T150405"
)

// written returns a day or a time as ISO 8601 writes it, for people; anything else as it is.
func written(value string) string {
	if t, err := time.Parse(day, value); err == nil {
		return t.Format(time.DateOnly)
	}
	at, zone := value, ""
	if rest, ok := strings.CutSuffix(value, "Z"); ok {
		at, zone = rest, "Z"
	}
	if t, err := time.Parse(hour, at); err == nil {
		return t.Format("2006-01-02T15:04:05") + zone
	}
	return value
}

// wholeDays makes the end of whole days their last: the format says the day after, or
// its midnight.
func wholeDays(it *markup.Item) {
	start, end := index(it, "dtstart"), index(it, "dtend")
	if start < 0 || end < 0 {
		return
	}
	text := it.Values[end].Text
	date, clock, timed := strings.Cut(text, "T")
	t, err := time.Parse(time.DateOnly, date)
	if err != nil || timed && strings.TrimSuffix(clock, "Z") != "00:00:00" || it.Values[start].Text >= text {
		return
	}
	it.Values[end].Text = t.AddDate(0, 0, -1).Format(time.DateOnly)
}

func index(it *markup.Item, name string) int {
	return slices.IndexFunc(it.Values, func(v markup.Value) bool { return v.Name == name })
}
