package ical

import (
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
	if !strings.Contains(told, "events that repeat (1)") {
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
