package record

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
)

func TestWorldRegion(t *testing.T) {
	tests := []struct {
		cell   string
		want   bool
		reason string
	}{
		{"Africa", true, "a continent"},
		{"Sub-Saharan Africa", true, "a part of one"},
		{"Middle East and North Africa", true, "two parts"},
		{"Latin America", true, "America is the only name in it"},
		{"North East", false, "a region of Nigeria, Brazil or England"},
		{"Central", false, "a province of many countries"},
		{"South Kivu", false, "a direction and a name"},
		{"", false, "nothing"},
	}
	for _, tt := range tests {
		if got := worldRegion(tt.cell); got != tt.want {
			t.Errorf("%q is a part of the world: %v, want %v: %s", tt.cell, got, tt.want, tt.reason)
		}
	}
}

func TestPartOf(t *testing.T) {
	tests := []struct {
		header string
		axis   Role
		part   int
		ok     bool
		reason string
	}{
		{"Latitude Degrees", Lat, partDegrees, true, "in words"},
		{"lon_min", Lon, partMinutes, true, "cut short"},
		{"Minutos longitud", Lon, partMinutes, true, "the part first, in Spanish"},
		{"LatDir", Lat, partHemisphere, true, "camel case"},
		{"latitude", NoRole, 0, false, "the whole"},
		{"min deaths", NoRole, 0, false, "the least, not minutes"},
	}
	for _, tt := range tests {
		axis, part, ok := partOf(tt.header)
		if ok != tt.ok || ok && (axis != tt.axis || part != tt.part) {
			t.Errorf("%q is part %d of %v, %v: %s", tt.header, part, axis, ok, tt.reason)
		}
	}
}

// TestLayoutsOfPeople reads tables that are laid out for the eye.
func TestLayoutsOfPeople(t *testing.T) {
	tests := []struct {
		table, want string
		reason      string
	}{
		{"Date,3 May 2021,4 May 2021\nTown,Hit,Ana\nKilled,1,2\n", "2021-05-03 | Hit | killed 1; 2021-05-04 | Ana | killed 2", "a table on its side"},
		{"Date,Town,Killed\n3 May 2021,Hit,1\n", "2021-05-03 | Hit | killed 1", "upright, as short as it is"},
		{"Topic,Text,n\nDate,of the meeting,1\nTown,hall,2\nKilled,time,3\nOther,x,4\n", "undated | nowhere; undated | nowhere; undated | nowhere; undated | nowhere",
			"headers are words of the first column by chance, but the first row is the header: no column is turned into an event"},
		{"Date,Town,Killed\nANBAR,,\n3 May 2021,Hit,1\n", "refused; 2021-05-03 | Hit, ANBAR | killed 1", "a heading names the province"},
		{"Date,Town,Killed\nShelling,,\n3 May 2021,Hit,1\n", "refused; 2021-05-03 | Hit | killed 1", "a heading that is a kind of event is no place"},
		{"Date,Town,Province,Killed\nMAY,,,\n3 May 2021,Hit,Anbar,1\n", "undated | nowhere | problem Date; 2021-05-03 | Hit < Anbar | killed 1", "the provinces have a column: what stands between the rows is something else"},
		{"Week starting,Province,Killed\n2021-05-03,Anbar,1\n2021-05-10,Anbar,2\n", "2021-05-03/2021-05-09 | Anbar | killed 1; 2021-05-10/2021-05-16 | Anbar | killed 2", "days that are all Mondays, under a header that says week"},
		{"Week ending,Province,Killed\n2021-05-09,Anbar,1\n2021-05-16,Anbar,2\n", "2021-05-03/2021-05-09 | Anbar | killed 1; 2021-05-10/2021-05-16 | Anbar | killed 2", "the last days"},
		{"Week,Province,Killed\n2021-05-03,Anbar,1\n2021-05-11,Anbar,2\n", "2021-05-03 | Anbar | killed 1; 2021-05-11 | Anbar | killed 2", "a Monday and a Tuesday begin no weeks"},
		{"Year,Week,Town,Killed\n2021,1,Hit,1\n2020,W53,Ana,2\n", "2021-01-04/2021-01-10 | Hit | killed 1; 2020-12-28/2021-01-03 | Ana | killed 2", "weeks by their numbers, as ISO 8601 counts"},
		{"Year,MMWR week,Town,Killed\n2021,1,Hit,1\n2022,1,Ana,2\n", "2021-01-03/2021-01-09 | Hit | killed 1; 2022-01-02/2022-01-08 | Ana | killed 2", "and as the CDC does, from Sundays"},
		{"Epi week,Town,Killed\n202101,Hit,1\n202053,Ana,2\n", "2021-01-04/2021-01-10 | Hit | killed 1; 2020-12-28/2021-01-03 | Ana | killed 2", "with the year in front"},
		{"Date,Town,Killed,Depth\ndd/mm/yyyy,,n.,(m)\n13/05/2021,Hit,1,2\n", "2021-05-13 | Hit | killed 1", "a row of units is a part of the header"},
		{"Date,Reporter's country,Town,Killed\n2021-05-03,Italy,Hit,1\n", "2021-05-03 | Hit | killed 1", "whose country it is makes it none of the event"},
		{"Date,Festival name,Main town of performance\n2021-05-03,Spring Days,Hit\n2021-05-04,Blue Nights,Ana\n", "2021-05-03 | Hit; 2021-05-04 | Ana", "an area among other words"},
		{"Alarm starts,Alarm ends,Town\n2021-05-03 01:00,2021-05-04 02:00,Hit\n", "2021-05-03/2021-05-04 | Hit", "headers that differ by the end that they name"},
		{"Date,Town,Deaths (guests),Deaths (staff)\n2021-05-03,Hit,1,2\n", "2021-05-03 | Hit", "neither are all the dead"},
		{"Date,City,Site\n2021-05-03,Hit,Old bridge\n", "2021-05-03 | Old bridge, Hit", "what is in a town is finer"},
		{"Date,Zone of navigation,POOCounty,POOState,POOCity,Type of vehicle\n2021-05-03,XI,Butte,CA,Paradise,car\n", "2021-05-03 | Paradise < Butte < CA", "an acronym before words"},
		{"Date,Town,Fatal (Y/N)\n2021-05-03,Hit,Y\n2021-05-04,Ana,n\n2021-05-05,Rawa,unknown\n", "2021-05-03 | Hit | killed ? (1 to ?); 2021-05-04 | Ana | killed 0; 2021-05-05 | Rawa", "whether somebody died"},
		{"Date,Town,Killed\n2021-05-03,Hit,Y\n2021-05-04,Ana,3\n", "2021-05-03 | Hit | problem Killed; 2021-05-04 | Ana | killed 3", "yes is no number among numbers"},
		{"Fecha,Dpto,Fallec.,Lesion.\n2021-05-03,Loreto,1,2\n", "2021-05-03 | Loreto | killed 1 | wounded 2", "headers cut short with a point"},
		{"Date,Town,Displaced,Displaced (raw)\n2021-05-03,Hit,100,97\n", "2021-05-03 | Hit | displaced 100", "the same figure otherwise, in brackets"},
		{"Date,Street,Village,Killed\n2021-05-03,Mill Lane,Hit,1\n", "2021-05-03 | Mill Lane, Hit | killed 1", "a street in its village"},
		{"التاريخ,البلدة,القتلى\n2021-05-03,هيت,1\nالمجموع,,1\n", "2021-05-03 | هيت | killed 1; refused", "an Arabic total, with its article"},
		{"Date,Place,Killed\n2021-05-03 (night),Hit,1\n5 May 1242 (O.S.),Hit,1\n5 May 2021 (6 May 2021),Hit,1\n", "2021-05-03 | Hit | killed 1; 1242-05-05 | Hit | killed 1; undated | Hit | killed 1 | problem Date", "notes behind days, and another day"},
		{"Date,Place,Killed\n2021-05-03,[Hit](https://x.invalid/a),1\n", "2021-05-03 | Hit | killed 1", "a name with the address of its page"},
	}
	for _, tt := range tests {
		var got []string
		for e, err := range Read("t.csv", strings.NewReader(tt.table), Options{}) {
			switch p, _ := err.(*geo.Problem); {
			case p != nil && p.Refused:
				got = append(got, "refused")
			case p != nil && p.Row > 0:
				got = append(got, "problem "+p.Column)
			case err == nil:
				line := plainEvent(&e, nil)
				if n := len(got); n > 0 && strings.HasPrefix(got[n-1], "problem") {
					line += " | " + got[n-1]
					got = got[:n-1]
				}
				got = append(got, line)
			}
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%q:\n got %s\nwant %s: %s", tt.table, s, tt.want, tt.reason)
		}
	}
}
