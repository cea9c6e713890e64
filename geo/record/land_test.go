package record

import (
	"strings"
	"testing"
)

func TestCountryCodesThatLookMissing(t *testing.T) {
	for _, tt := range []struct {
		name, cells string // of the column, one a row
		want        string
	}{
		{"among other codes they are countries", "ZA,NA,DK,BW", "ZA,NA,DK,BW"},
		{"names of countries leave them missing", "South Africa,NA,DK,Botswana", "South Africa,,,Botswana"},
		{"so do codes in small letters", "za,NA,bw", "za,,bw"},
		{"and a column that says nothing else", "NA,NA", ","},
		{"other missing words stay missing", "ZA,n/a,-,NA", "ZA,,,NA"},
	} {
		var csv strings.Builder
		csv.WriteString("date,place,country\n")
		for cell := range strings.SplitSeq(tt.cells, ",") {
			csv.WriteString("2020-05-01,Somewhere," + cell + "\n")
		}
		var got []string
		events, _, _ := drain(t, CSV("t.csv", strings.NewReader(csv.String()), Options{}))
		for _, e := range events {
			got = append(got, e.Place.Within.Country)
		}
		if g := strings.Join(got, ","); g != tt.want {
			t.Errorf("%s: %s are %s, want %s", tt.name, tt.cells, g, tt.want)
		}
	}
}
