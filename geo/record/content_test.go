package record

import (
	"fmt"
	"strings"
	"testing"
)

// TestZoneInHeaders reads metres of a grid whose zone no column has, but a header.
func TestZoneInHeaders(t *testing.T) {
	for _, test := range []struct{ east, north, want, reason string }{
		{"Easting (37N)", "Northing (37N)", "[36.35 36.52]", "in brackets"},
		{"Easting", "Northing UTM 37 N", "[36.35 36.52]", "in one of them"},
		{"utm_37s_easting", "northing", "[36.35 36.52]", "37S is a band of latitude, as the northing shows"},
		{"Easting (37N)", "Northing (38N)", "nowhere", "two zones are none"},
		{"Easting", "Northing", "nowhere", "no zone is named"},
		{"Easting 2", "Northing 2", "nowhere", "a number is no zone"},
	} {
		text := fmt.Sprintf("date,place,%s,%s\n2023-02-14,Farm,262345,4045120\n", test.east, test.north)
		events, _, told := drain(t, Read("a.csv", strings.NewReader(text), Options{}))
		got := "nowhere"
		if p := &events[0].Place; p.Located() {
			got = fmt.Sprintf("[%.2f %.2f]", p.Point.Lon(), p.Point.Lat())
		}
		if got != test.want {
			t.Errorf("%q, %q: %s, want %s: %s; %v", test.east, test.north, got, test.want, test.reason, told)
		}
	}
}
