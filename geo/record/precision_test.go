package record

import (
	"testing"

	"github.com/dateline-map/dateline/geo"
)

func TestPrecisionWords(t *testing.T) {
	for _, test := range []struct {
		cell   string
		want   geo.Precision
		reason string
	}{
		{"Exact", geo.ExactPlace, "the word alone"},
		{"(4) admin 1", geo.WithinAdm1, "a code before it"},
		{"2 - District", geo.WithinAdm2, "likewise"},
		{"(2) 25 km precision", geo.NearPlace, "a distance is no exact place"},
		{"Within 5 km", geo.NearPlace, "likewise"},
		{"Province level", geo.WithinAdm1, "what it is the level of"},
		{"district centroid", geo.WithinAdm2, "whose middle it is"},
		{"approximate location", geo.NearPlace, "a word behind it"},
		{"25", geo.UnknownPlace, "a number without a word"},
		{"5 kmz", geo.UnknownPlace, "no unit"},
		{"location", geo.UnknownPlace, "says nothing"},
	} {
		if got := precisionWords(test.cell); got != test.want {
			t.Errorf("%q is %v, want %v: %s", test.cell, got, test.want, test.reason)
		}
	}
}
