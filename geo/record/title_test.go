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
		told := strings.Contains(strings.Join(notices, ""), "which the title names")
		if got != tt.want || told != (when.LacksYear(err) && (tt.want != "" || tt.date == "Jan 16")) {
			t.Errorf("%q below %q is %q, want %q; told %v: %s", tt.date, tt.title, got, tt.want, told, tt.reason)
		}
	}
}
