package lists

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

func TestReadSupplement(t *testing.T) {
	tests := []struct {
		reason, row, err string
	}{
		{"a full row", "dl:x\triver\tX\tIQ,SY\t41\t34\t100\t40,33,42,35\t\t\tXx|Y", ""},
		{"a row may end early", "dl:x\tregion\tX\t\t\t\t\t\tIQ", ""},
		{"a point has two numbers", "dl:x\tlake\tX\tIQ\t41", `line 1: latitude: "" is not a number`},
		{"a box has four sides", "dl:x\tlake\tX\tIQ\t41\t34\t\t1,2,3", `line 1: box "1,2,3" has not four sides`},
		{"north is above south", "dl:x\tlake\tX\tIQ\t41\t34\t\t1,9,3,2", `line 1: box "1,9,3,2": north is not above south`},
		{"a radius is in kilometres", "dl:x\tlake\tX\tIQ\t41\t34\t-5", `line 1: radius "-5" is not in kilometres`},
		{"too many columns", strings.Repeat("\t", 11), "line 1: 12 columns, not 11"},
	}
	for _, tt := range tests {
		_, err := ReadSupplement(strings.NewReader(tt.row))
		if got := errorText(err); got != tt.err {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.err)
		}
	}
	got, _ := ReadSupplement(strings.NewReader("# comment\n\n" + tests[0].row))
	want := []Extra{{Place: build.Place{
		ID: "dl:x", Type: placetype.River, Name: "X", Aliases: []string{"Xx", "Y"}, Countries: []string{"IQ", "SY"}, Lon: 41, Lat: 34,
		RadiusM: 100_000, Box: orb.Bound{Min: orb.Point{40, 33}, Max: orb.Point{42, 35}},
	}, Located: true}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("row (-want +got)\n%s", diff)
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestReadAdditions(t *testing.T) {
	got, err := ReadAdditions(strings.NewReader("US.TX\t-99.25\t31.25\tTex.\tTX\tTexan|Texans\nIQ\ngn:1\t\t\t\t\t\t500\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []Addition{
		{Of: "US.TX", Located: true, Lon: -99.25, Lat: 31.25, Aliases: []string{"Tex."}, Codes: []string{"TX"}, Demonyms: []string{"Texan", "Texans"}},
		{Of: "IQ"}, {Of: "gn:1", Population: 500},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("additions (-want +got)\n%s", diff)
	}
}

func TestReadLands(t *testing.T) {
	got, err := ReadLands(strings.NewReader("IQ\tIRQ\tIraq\t44.000\t33.000\t27499638\tGeoNames\n"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Land{{"IQ", "IRQ", "Iraq", 44, 33, 27499638}}, got); diff != "" {
		t.Errorf("lands (-want +got)\n%s", diff)
	}
}
