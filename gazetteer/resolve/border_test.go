package resolve_test

import (
	"testing"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/gazetteertest"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
)

// TestBorders locates rows whose places lie, by the gazetteer, where the row does not
// say: just beyond an outline, or in no district at all.
func TestBorders(t *testing.T) {
	village := func(id, name string, lon float64, adm1 string) build.Place {
		return build.Place{ID: id, Name: name, Type: placetype.Town, Country: "AA", Adm1: adm1, Lon: lon, Lat: 11}
	}
	places := append(gazetteertest.SmallWorld(),
		village("gn:21", "Edgeham", 10.03, "t:AA.2"),
		village("gn:22", "Deepford", 10.4, "t:AA.2"),
		village("gn:26", "Roughby", 10.11, "t:AA.2"),
		village("gn:23", "Twinley", 10.03, "t:AA.2"),
		village("gn:24", "Twinley", 8.5, "t:AA.1"),
		village("gn:25", "Loneton", 8.2, "t:AA.1"),
		build.Place{ID: "t:AA.1.8", Name: "Seat District", Type: placetype.Adm2, Country: "AA", Adm1: "t:AA.1", Lon: 9.5, Lat: 9.5},
		village("dl:aa-farbury", "Farbury", 8.9, "t:AA.1"),
	)
	r := resolve.New(gazetteertest.Index(t, places), resolve.Options{})
	west := geo.Within{Country: "Arrland", Adm1: "West Province"}
	seat := geo.Within{Country: "Arrland", Adm1: "West Province", Adm2: "Seat District"}
	tests := []struct {
		name   string
		within geo.Within
		id     string
		reason string
	}{
		{"Edgeham", west, "gn:21", "outlines are simplified: 3 km across the border is in the province said"},
		{"Roughby", west, "gn:26", "points that nobody measured are off by 12 km"},
		{"Deepford", west, "t:AA.1", "40 km across is not"},
		{"Twinley", west, "gn:24", "and nothing across is, if a namesake lies in the province; which of the two stays in doubt"},
		{"Loneton", seat, "gn:25", "a place of no known district is held against none in its province"},
	}
	for _, tt := range tests {
		p := geo.Place{Name: tt.name, Within: tt.within}
		r.Locate(&p)
		if p.Match.ID != tt.id {
			t.Errorf("%s in %v is %s (%s, %.2f), want %s: %s", tt.name, tt.within, p.Match.ID, p.Match.Reason, p.Match.Confidence, tt.id, tt.reason)
		}
	}
	rough, agreed := geo.Place{Name: "Farbury", Within: west}, geo.Place{Name: "Farbury", Within: seat}
	r.Locate(&rough)
	r.Locate(&agreed)
	wide, _ := rough.Match.RadiusM.Int()
	narrow, _ := agreed.Match.RadiusM.Int()
	if rough.Match.ID != "dl:aa-farbury" || agreed.Match.ID != rough.Match.ID || wide < 50_000 || narrow >= wide {
		t.Errorf("Farbury is %s within %d m, and %s within %d where the district agrees: a point that nobody measured is rough", rough.Match.ID, wide, agreed.Match.ID, narrow)
	}
}
