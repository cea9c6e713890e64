package layers

import (
	"bytes"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// TestDecisionsRoundTrip writes decisions as a run keeps them and reads them
// back, hostile text included.
func TestDecisionsRoundTrip(t *testing.T) {
	made := []geo.Decision{
		{Name: "Camp Sapphire", Point: orb.Point{44.5, 33.25}, HasPoint: true, Note: "=seen(on a photograph)"},
		{Name: "+1 Avenue", Within: geo.Within{Country: "Iraq", Adm1: "Baghdad", Adm2: "Karkh"}, PlaceID: "gn:98182"},
		{Name: "'Ana", PlaceID: geo.NoPlace},
	}
	var file bytes.Buffer
	d := decisionsTo(&file, made)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	got, problems := ReadDecisions("decisions.csv", &file)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if diff := cmp.Diff(made, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadDecisionsProblems(t *testing.T) {
	for _, tt := range []struct{ file, want, reason string }{
		{"", "d.csv: no header row", "an empty file decides nothing, and was surely not meant to"},
		{"place,lat\nx,1\n", "d.csv, row 1: no column is called name", "a decision is for a name"},
		{"name,lat,lon\nHit,33.6\n", `d.csv, row 2: "" is not a longitude`, "half a point is none"},
		{"name,lat,lon\nHit,NaN,42\n", `d.csv, row 2: "NaN" is not a latitude`, "NaN compares with nothing"},
		{"name,place_id,lat,lon\nHit,gn:1,33,42\n", `d.csv, row 2: "Hit" has both a place_id and coordinates`, "which of the two was meant?"},
	} {
		_, problems := ReadDecisions("d.csv", strings.NewReader(tt.file))
		if len(problems) != 1 || problems[0].Error() != tt.want {
			t.Errorf("%q: %v, want %s: %s", tt.file, problems, tt.want, tt.reason)
		}
	}
}

func FuzzReadDecisions(f *testing.F) {
	f.Add("name,lat,lon\nHit,33.6,42.8\n")
	f.Add("\ufeffname,place_id\n\"a\nb\",none\n")
	f.Fuzz(func(t *testing.T, file string) {
		made, _ := ReadDecisions("d.csv", strings.NewReader(file))
		for _, d := range made {
			if !d.Decided() || d.HasPoint && d.PlaceID != "" {
				t.Errorf("%+v decides nothing, or twice", d)
			}
		}
	})
}
