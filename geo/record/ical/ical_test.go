package ical

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/record"
)

func read(text string) ([]geo.Event, string) {
	events, told := geotest.Drain(record.Read("a.ics", strings.NewReader(text), record.Options{Stores: []record.Store{Store()}}))
	return events, strings.Join(told, "\n")
}

// event returns a calendar of one event with these lines.
func event(lines ...string) string {
	return "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nDTSTART:19700101T000000\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:u1\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
}

// TestDays: the end of whole days is the day after in the format, and none of the event.
func TestDays(t *testing.T) {
	for _, c := range []struct{ start, end, want string }{
		{"DTSTART;VALUE=DATE:20240115", "", "2024-01-15"},
		{"DTSTART;VALUE=DATE:20240115", "DTEND;VALUE=DATE:20240116", "2024-01-15"},
		{"DTSTART;VALUE=DATE:20240115", "DTEND;VALUE=DATE:20240118", "2024-01-15/2024-01-17"},
		{"DTSTART:20240115T090000Z", "DTEND:20240115T170000Z", "2024-01-15"},
		{"DTSTART;TZID=\"Africa/Nairobi: EAT\":20240115T220000", "DTEND:20240116T000000", "2024-01-15"},
		{"DTSTART:20240115T220000", "DTEND:20240116T020000", "2024-01-15/2024-01-16"},
		{"DTSTART;VALUE=DATE:20240115", "DTEND;VALUE=DATE:20240115", "2024-01-15"},
	} {
		events, told := read(event(c.start, c.end, "SUMMARY:March"))
		if len(events) != 1 || events[0].When.EDTF() != c.want {
			t.Errorf("%s %s: %v, want %s: %s", c.start, c.end, events, c.want, told)
		}
	}
}

func TestEvent(t *testing.T) {
	events, told := read(event("DTSTART:20240115", "SUMMARY:March for water\\, again", "LOCATION:Kariakoo\\, Dar es", " Salaam", "GEO:-6.82;39.27",
		"RRULE:FREQ=DAILY", "BEGIN:VALARM", "SUMMARY:Remember", "END:VALARM"))
	if len(events) != 1 {
		t.Fatalf("%d events: %s", len(events), told)
	}
	e := &events[0]
	if e.ID != "u1" || e.Title != "March for water, again" || e.Place.Name != "Kariakoo, Dar esSalaam" || e.Place.Point.Lat() != -6.82 {
		t.Errorf("%s, %q in %q at %v", e.ID, e.Title, e.Place.Name, e.Place.Point)
	}
	if !strings.Contains(told, "events that repeat without an end") {
		t.Errorf("nobody says that it repeats: %s", told)
	}
}

func TestDamaged(t *testing.T) {
	for text, want := range map[string]string{
		event("DTSTART:20240115", "GEO:91;200", "SUMMARY:x"):                             "GEO is not",
		strings.TrimSuffix(event("DTSTART:20240115"), "END:VEVENT\r\nEND:VCALENDAR\r\n"): "calendar is damaged",
	} {
		if _, told := read(text); !strings.Contains(told, want) {
			t.Errorf("nobody says %q: %s", want, told)
		}
	}
}

// TestRepeats spreads events over the days of their rules, which icalendar.org's
// examples and those of RFC 5545 have in such words.
func TestRepeats(t *testing.T) {
	for _, c := range []struct{ start, rule, want, reason string }{
		{"19970902T090000", "RRULE:FREQ=DAILY;COUNT=3", "1997-09-02 1997-09-03 1997-09-04", "three days"},
		{"19970902T090000", "RRULE:FREQ=DAILY;INTERVAL=10;COUNT=3", "1997-09-02 1997-09-12 1997-09-22", "every tenth"},
		{"19970902T090000", "RRULE:FREQ=WEEKLY;UNTIL=19970930T000000Z", "1997-09-02 1997-09-09 1997-09-16 1997-09-23", "until a midnight"},
		{"19970902", "RRULE:FREQ=WEEKLY;UNTIL=19970916", "1997-09-02 1997-09-09 1997-09-16", "until a day, which counts"},
		{"19970901T090000", "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=19970930T000000Z;WKST=SU;BYDAY=MO,WE,FR",
			"1997-09-01 1997-09-03 1997-09-05 1997-09-15 1997-09-17 1997-09-19 1997-09-29", "every other week on three days"},
		{"19970805T090000", "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05 1997-08-10 1997-08-19 1997-08-24", "weeks from Monday"},
		{"19970805T090000", "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05 1997-08-17 1997-08-19 1997-08-31", "weeks from Sunday"},
		{"19970905T090000", "RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=1FR", "1997-09-05 1997-10-03 1997-11-07", "first Fridays"},
		{"19970922T090000", "RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", "1997-09-22 1997-10-20 1997-11-17", "last Mondays but one"},
		{"19970930T090000", "RRULE:FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1", "1997-09-30 1997-10-01 1997-10-31 1997-11-01", "first and last days"},
		{"19970131", "RRULE:FREQ=MONTHLY;COUNT=3", "1997-01-31 1997-03-31 1997-05-31", "months that have the day"},
		{"19970610T090000", "RRULE:FREQ=YEARLY;COUNT=3;BYMONTH=6,7", "1997-06-10 1997-07-10 1998-06-10", "two months of a year"},
		{"20000229", "RRULE:FREQ=YEARLY;UNTIL=20080301", "2000-02-29 2004-02-29 2008-02-29", "years that have the day"},
		{"19970909T090000", "RRULE:FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2;COUNT=2", "1997-09-09 1997-10-14", "Outlook's second Tuesdays"},
		{"19970902T090000", "RRULE:FREQ=DAILY;COUNT=4\r\nEXDATE:19970903T090000\r\nEXDATE:19970904T090000", "1997-09-02 1997-09-05", "but for two"},
		{"19970902T090000", "RDATE:19970920T090000,19970910T090000", "1997-09-02 1997-09-10 1997-09-20", "days by themselves"},
		{"19970902T090000", "RRULE:FREQ=HOURLY;COUNT=3", "1997-09-02", "hours are no days"},
		{"19970902T090000", "RRULE:FREQ=WEEKLY", "1997-09-02", "without an end"},
		{"19970902T090000", "RRULE:FREQ=DAILY;COUNT=99999999", "1000 days", "a hostile one"},
	} {
		var got []string
		events, told := read(event("DTSTART:"+c.start, c.rule, "SUMMARY:Vigil"))
		ids := map[string]bool{}
		for _, e := range events {
			got = append(got, e.When.EDTF())
			ids[e.ID] = true
		}
		all := strings.Join(got, " ")
		if len(got) == mostRepeats {
			all = fmt.Sprint(len(got), " days")
		}
		if all != c.want || len(ids) != len(events) || !strings.Contains(told, "repeat") {
			t.Errorf("%s: got %s, want %s; %d ids; told %q", c.reason, all, c.want, len(ids), told)
		}
	}
}

// TestMovedTime: a time that has an entry of its own is that.
func TestMovedTime(t *testing.T) {
	text := event("DTSTART:20240305T180000", "DTEND:20240306T010000", "RRULE:FREQ=WEEKLY;COUNT=3", "SUMMARY:Vigil")
	text = strings.Replace(text, "END:VCALENDAR", "BEGIN:VEVENT\r\nUID:u1\r\nRECURRENCE-ID:20240312T180000\r\nDTSTART:20240313T180000\r\nSUMMARY:Vigil, a day later\r\nEND:VEVENT\r\nEND:VCALENDAR", 1)
	events, _ := read(text)
	var got []string
	for _, e := range events {
		got = append(got, e.ID+" "+e.When.EDTF()+" "+e.Title)
	}
	want := "u1 2024-03-05/2024-03-06 Vigil; u1/2024-03-19 2024-03-19/2024-03-20 Vigil; u1/2024-03-12 2024-03-13 Vigil, a day later"
	if all := strings.Join(got, "; "); all != want {
		t.Errorf("got %s, want %s", all, want)
	}
}
