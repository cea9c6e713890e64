package record

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/when"
)

// TestYearOfTitle reads dates without a year below titles.
func TestYearOfTitle(t *testing.T) {
	tests := []struct{ title, date, want, reason string }{
		{"List of attacks in 2016", "3 January", "2016-01-03", "the title says it"},
		{"Reporting period: 1-31 January 2020", "28 Jan", "2020-01-28", "a period of one year"},
		{"Incidents 2016", "2-3 January", "2016-01-02/2016-01-03", "a range"},
		{"Incidents 2016", "3 January 2015", "2015-01-03", "a date with its year keeps it"},
		{"Incidents 2016", "Jan 16", "", "a day, or the month of 2016"},
		{"Incidents 2016", "last week", "", "no date at all"},
		{"Incidents 2015-2016", "3 January", "", "two years"},
		{"Incidents in the north", "3 January", "", "none"},
		{"Updated 14 March 2024", "28 December", "", "the day of the update, not of the events"},
		{"Mise à jour : 14/03/2024", "28 décembre", "", "the same in French"},
		{"Reference 120160", "3 January", "", "no year"},
	}
	for _, tt := range tests {
		table := tt.title + "\nDate,Place,Killed\n" + tt.date + ",Gao,1\n" + tt.date + ",Kidal,2\n"
		var notices []string
		got := ""
		o := Options{Understood: func(u Table) { notices = u.Notices }}
		for e, err := range Read("t.csv", strings.NewReader(table), o) {
			if err == nil && !e.When.IsZero() {
				got = e.When.EDTF()
			}
		}
		_, err := when.Parse(tt.date, when.OrderUnknown)
		told := strings.Contains(strings.Join(notices, ""), "which the title says")
		if got != tt.want || told != (when.LacksYear(err) && (tt.want != "" || tt.date == "Jan 16")) {
			t.Errorf("%q below %q is %q, want %q; told %v: %s", tt.date, tt.title, got, tt.want, told, tt.reason)
		}
	}
}

// TestDaysBelowTitle reads days by themselves, whose month a title, a sheet or the
// file says.
func TestDaysBelowTitle(t *testing.T) {
	tests := []struct{ file, sheet, title, header, day, want, reason string }{
		{"log.xlsx", "Sheet1", "Security log, January 2019", "Day", "3", "2019-01-03", "the title says it"},
		{"log.xlsx", "Sheet1", "Incidents: février 2021", "Jour", "14-15", "2021-02-14/2021-02-15", "days of a month in French"},
		{"log.xlsx", "Mar", "Incident log 2018", "Date", "7", "2018-03-07", "the sheet says the month, the title the year"},
		{"log 2018.xlsx", "Mar", "Incident log", "Date", "7th", "2018-03-07", "and the file the year"},
		{"log.xlsx", "Apr 2020", "", "Date", "30", "2020-04-30", "the sheet says both"},
		{"log.xlsx", "04-2020", "", "Date", "30", "2020-04-30", "in digits"},
		{"log.xlsx", "травень 2022", "", "День", "30", "2022-05-30", "in Ukrainian"},
		{"log.xlsx", "Apr 2020", "", "Date", "31", "", "April has 30 days"},
		{"log.xlsx", "Apr 2020", "", "Date", "28 Mar", "2020-03-28", "a date that says its month keeps it"},
		{"log.xlsx", "Sheet1", "Month\tJanuary\tYear\t2019", "Day", "3", "2019-01-03", "in cells of their own"},
		{"log.xlsx", "Sheet1", "January to March 2019", "Day", "3", "", "several months"},
		{"log.xlsx", "Sheet1", "Losses that may rise, 2019", "Day", "3", "", "no month stands beside the year"},
		{"log_2019-03-05.xlsx", "Mar", "", "Day", "3", "", "a day in a file's name is that of the export"},
		{"log.xlsx", "Mar", "", "Day", "3", "", "no year"},
	}
	for _, tt := range tests {
		rows := tt.header + "\tPlace\tKilled\n" + tt.day + "\tGao\t1\n" + tt.day + "\tKidal\t2\n"
		if tt.title != "" {
			rows = tt.title + "\n\n" + rows
		}
		got := readingOf(tt.file, workbookOf(t, "== "+tt.sheet+"\n"+rows))
		if date, _, _ := strings.Cut(got.rows[0], " | "); date != tt.want && (tt.want != "" || date != "undated") {
			t.Errorf("%q below %q in sheet %q of %s is %q, want %q: %s", tt.day, tt.title, tt.sheet, tt.file, date, tt.want, tt.reason)
		}
	}
}
